# Operator overloading: reflected operators, NotImplemented, in-place, subclass priority.
log = []


class Num:
    def __init__(self, v):
        self.v = v

    def __repr__(self):
        return f'{type(self).__name__}({self.v!r})'


def binary(name, symbol):
    def op(self, other):
        log.append(f'{type(self).__name__}.{name}')
        o = other.v if isinstance(other, Num) else other
        if not isinstance(o, (int, str)):
            return NotImplemented
        return type(self)(f'({self.v}{symbol}{o})')

    def rop(self, other):
        log.append(f'{type(self).__name__}.r{name}')
        if not isinstance(other, (int, Num)):
            return NotImplemented
        return type(self)(f'({other}{symbol}{self.v})')

    def iop(self, other):
        log.append(f'{type(self).__name__}.i{name}')
        self.v = f'{self.v}{symbol}={other}'
        return self
    return op, rop, iop


OPS = {'add': '+', 'sub': '-', 'mul': '*', 'truediv': '/', 'floordiv': '//', 'mod': '%', 'pow': '**', 'lshift': '<<', 'rshift': '>>', 'and': '&', 'or': '|', 'xor': '^', 'matmul': '@'}
for name, symbol in OPS.items():
    op, rop, iop = binary(name, symbol)
    setattr(Num, f'__{name}__', op)
    setattr(Num, f'__r{name}__', rop)
    if name in ('add', 'pow', 'matmul', 'or'):
        setattr(Num, f'__i{name}__', iop)

a, b = Num('a'), Num('b')
print(a + b, a - 1, 2 * a, a / b, 3 // a, a % b, a ** b, 2 ** a, a << 1, 1 >> b, a & b, a | 1, 1 ^ a, a @ b, divmod(7, 2))
print(*log)
log.clear()


def attempt(label, f):
    try:
        print(label, '=', f(), log)
    except TypeError as e:
        print(label, '->', e, log)
    log.clear()


attempt('a + 1.5', lambda: a + 1.5)
attempt('1.5 + a', lambda: 1.5 + a)
attempt('"s" + a', lambda: 's' + a)
attempt('a + None', lambda: a + None)
attempt('[] + a', lambda: [] + a)
attempt('a @ 1.5', lambda: a @ 1.5)
attempt('a ** 1.5', lambda: a ** 1.5)
attempt('pow(a, 2, 3)', lambda: pow(a, 2, 3))
attempt('-a', lambda: -a)
attempt('~a', lambda: ~a)
attempt('abs(a)', lambda: abs(a))
attempt('a < b', lambda: a < b)
attempt('a > 1', lambda: a > 1)
x = y = Num('x')
x += 1
x **= 2
x |= b
x @= 3
print(x, y is x, log)
log.clear()
x -= 1
x <<= 2
print(x, y is x, y, log)
log.clear()
try:
    x -= 1.5
except TypeError as e:
    print(e)
try:
    x //= None
except TypeError as e:
    print(e)
log.clear()


class Sub(Num):
    def __radd__(self, other):
        log.append('Sub.__radd__')
        return 'sub first'

    def __eq__(self, other):
        log.append('Sub.__eq__')
        return NotImplemented

    def __gt__(self, other):
        log.append('Sub.__gt__')
        return 'gt'


class Sub2(Num):
    pass


s = Sub('s')
print(a + s, s + a, Sub2('t') + a, a + Sub2('t'), a - s, a < s, a == s, s != a, s == s, log)
log.clear()


class Left:
    def __add__(self, other): return NotImplemented
    def __eq__(self, other): return NotImplemented
    def __lt__(self, other): return NotImplemented
    def __iadd__(self, other): return NotImplemented


class Right:
    def __radd__(self, other): return 'Right did it'
    def __eq__(self, other): return 'Right eq'
    def __gt__(self, other): return 'Right gt'


l = Left()
print(l + Right(), l == Right(), l < Right(), l == l, l != Left(), l == 1, (Left() == Left()))
attempt('l + l', lambda: l + l)
attempt('l + 1', lambda: l + 1)
attempt('l < l', lambda: l < l)
attempt('l <= 1', lambda: l <= 1)
l += Right()
print(l)
l = Left()
try:
    l += 1
except TypeError as e:
    print(e)


class Unary:
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
    def __round__(self, n='none'): return f'round {n}'
    def __floor__(self): return 'floor'
    def __divmod__(self, o): return 'divmod'
    def __rdivmod__(self, o): return 'rdivmod'
    def __pow__(self, o, mod=None): return f'pow {o} {mod}'
    def __int__(self): return 7
    def __index__(self): return 3
    def __float__(self): return 2.5
    def __complex__(self): return 1j
    def __bool__(self): return False
    def __hash__(self): return 42
    def __len__(self): return 11
    def __contains__(self, x): return x == 'in'
    def __rpow__(self, o, mod=None): return f'rpow {o} {mod}'


u = Unary()
print(-u, +u, ~u, abs(u), round(u), round(u, 2), divmod(u, 1), divmod(1, u), u ** 2, pow(u, 2, 3), 2 ** u, int(u), float(u), complex(u), bool(u), hash(u), len(u), 'in' in u, 'out' in u, not u, [10, 20, 30, 40][u], range(u), hex(u), 'x' * 2 if u else 'falsy', chr(u).isprintable(), bytes(u) if False else '')


class Money:
    def __init__(self, cents): self.cents = cents
    def __add__(self, o): return Money(self.cents + o.cents) if isinstance(o, Money) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __mul__(self, k): return Money(round(self.cents * k))
    __rmul__ = __mul__
    def __str__(self): return f'${self.cents // 100}.{self.cents % 100:02}'
    def __format__(self, spec): return format(str(self), spec)


print(sum([Money(150), Money(275)]), 3 * Money(199), Money(100) * 1.5, f'{Money(5):>8}')
attempt('Money + 5', lambda: Money(1) + 5)
attempt('5 + Money', lambda: 5 + Money(1))
