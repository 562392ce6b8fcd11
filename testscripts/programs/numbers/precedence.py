# Operator precedence and associativity, shown by classes that record how they were combined.
class R:
    def __init__(self, s): self.s = s
    def __str__(self): return self.s
    def __bool__(self): return True
    def __contains__(self, o): return True


def setup():
    for name, sym in {'add': '+', 'sub': '-', 'mul': '*', 'truediv': '/', 'floordiv': '//', 'mod': '%', 'matmul': '@', 'pow': '**', 'lshift': '<<', 'rshift': '>>', 'and': '&', 'or': '|', 'xor': '^'}.items():
        setattr(R, f'__{name}__', lambda a, b, sym=sym: R(f'({a}{sym}{b})'))
        setattr(R, f'__r{name}__', lambda b, a, sym=sym: R(f'({a}{sym}{b})'))
    for name, sym in {'lt': '<', 'le': '<=', 'eq': '==', 'ne': '!=', 'gt': '>', 'ge': '>='}.items():
        setattr(R, f'__{name}__', lambda a, b, sym=sym: R(f'[{a}{sym}{b}]'))
    for name, sym in {'neg': '-', 'pos': '+', 'invert': '~'}.items():
        setattr(R, f'__{name}__', lambda a, sym=sym: R(f'({sym}{a})'))
    R.__getitem__ = lambda a, k: R(f'{a}[{k}]')
    R.__getattr__ = lambda a, n: R(f'{a}.{n}')
    R.__call__ = lambda f, *a: R(f'{f}({",".join(map(str, a))})')


setup()
a, b, c, d, e = map(R, 'abcde')
print(a + b * c, a * b + c, a + b + c, a - b - c, a * b / c, a / b * c, a // b % c, a @ b * c, a ** b ** c, -a ** b, a ** -b, -a * b, -(-a), +~-a)
print(a << b + c, a + b << c, a << b >> c, a & b | c, a | b & c, a ^ b | c, a | b ^ c, a & b ^ c, a & b << c, a | b | c, ~a & b, -a + -b)
print(a < b + c, a + b < c | d, a | b == c, a & b != c, a < b, (a < b) < c, a < (b < c))
print(a < b < c, a == b != c, not a == b, not (not a), not a in [b] if False else 'x')
print(a.b.c, a.b(c).d, a[b][c], a[b + c].d, a(b)(c), -a.b, -a[b], a.b ** c.d, a ** b[c], a(b) ** c, (a + b)[c], (a + b).c, (a + b)(c), a.b[c](d)[e].f)
print(a and b or c, a or b and c, a and b and c, (not a or b), (a if b else c), (a if b else c if d else e), (a or b if c else d), a + (b if c else d))
print(a + b if a * b else c - d, [a + b for a in [c]][0], (lambda x: x + a)(b) * c, (lambda: a or b)(), a * (yield_ := b) + c)
print(2 ** 3 ** 2, (2 ** 3) ** 2, -2 ** 2, (-2) ** 2, 2 ** -1, 2 * 3 % 4, 2 + 3 * 4 - 5, 10 - 3 - 2, 100 / 10 / 2, 7 // 2 * 2, 7 % 4 * 2, -7 // 2, -(7 // 2), ~5 + 1, 1 << 2 + 1, (1 << 2) + 1, 5 & 3 | 8, 5 | 3 & 8, 6 ^ 3 & 1, not 1 == 2, 1 + 1 == 2, 1 < 2 == True, (1 < 2) == True, 3 > 2 > 1, 1 if 0 else 2 if 0 else 3)
print(1 or 1 / 0, 0 and 1 / 0, 1 if True else 1 / 0, not 0 and 1, not (0 and 1), 1 in [1] and 2 in [2], 1 not in [2], 1 is not None, not 1 is None, 'a' 'b' * 2, 'a' + 'b' * 2, [1] + [2] * 2, 'ab'[0] + 'c', -5 .__abs__(), (5).__neg__(), 5..real, 1_000 + 0x_ff, 1e3 + .5)
print(f'{a + b}', f'{a * b!s:>8}', '%s %s' % (a + b, c), '%s' % a + b.s, len('ab') + 1, *[a, b][::-1], sep=' ')
x = [1, 2, 3]
x[0], x[1] = x[1] + 1, x[0] * 2
print(x, x[-1] ** 2, -x[0] ** 2, [i for i in x if i > 1 if i < 9], {**{'k': 1}} | {'j': 2}, *x, (*x, 4), [*x, *x][1:][::2])
print(1 + 2 < 4 and 5 or 6, 1 < 2 and 2 < 1 or 3 < 4, not True or True, not (True or True), True == (not False), (1, 2) + (3,) * 2, (1, 2) < (1, 3) < (2,), 'a' < 'b' == True, None or 'x' and 'y')
