# __new__ and __init__: order, returning others, immutables, object's argument checks, subclasses of builtins.
class Logged:
    def __new__(cls, *args, **kw):
        print('new', cls.__name__, args, kw)
        return super().__new__(cls)

    def __init__(self, *args, **kw):
        print('init', args, kw)


Logged(1, k=2)


class Other:
    def __new__(cls):
        return 5

    def __init__(self):
        print('never')


class SubOther(Logged):
    def __new__(cls, x):
        return super().__new__(Logged, x)

    def __init__(self, x):
        print('not called either')


print(Other(), type(SubOther(1)).__name__)


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


class OnlyInit:
    def __init__(self, a): self.a = a


class OnlyNew:
    def __new__(cls, a): return super().__new__(cls)


class Neither: pass


class Both:
    def __new__(cls, a): return object.__new__(cls, a)
    def __init__(self, a): pass


class InitObj:
    def __init__(self, a): super().__init__(a)


class BadInit:
    def __init__(self): return 5


attempt(lambda: OnlyInit(1).a)
attempt(lambda: OnlyInit())
attempt(lambda: type(OnlyNew(1)).__name__)
attempt(lambda: OnlyNew())
attempt(lambda: Neither(1))
attempt(lambda: Neither(x=1))
attempt(lambda: Both(1))
attempt(lambda: InitObj(1))
attempt(lambda: BadInit())
attempt(lambda: object.__new__())
attempt(lambda: object.__new__(5))
attempt(lambda: object.__new__(int))
attempt(lambda: int.__new__(str))
attempt(lambda: int.__new__(5))
attempt(lambda: object.__init__())
attempt(lambda: tuple.__new__(list))
attempt(lambda: Neither.__init__(5))


class Celsius(float):
    def __new__(cls, v):
        return super().__new__(cls, v * 2)

    def __repr__(self):
        return f'{float(self)}C'


c = Celsius(10)
print(c, c + 1, type(c + 1), c == 20, isinstance(c, float), [c], f'{c:.1f}', str(c), hash(c) == hash(20.0))


class Name(str):
    extra = 'class'

    def __new__(cls, s, n=0):
        self = super().__new__(cls, s.title())
        self.n = n
        return self

    def __add__(self, o):
        return Name(str(self) + o, self.n + 1)

    def __len__(self):
        return 99


n = Name('ann lee', 5)
print(n, n.n, n + ' x', (n + 'y').n, n.upper(), type(n.upper()), len(n), n[0], n == 'Ann Lee', {n: 1}['Ann Lee'], n.extra, repr(n), '%s' % n, f'{n}', 'Ann' in n, ''.join([n, 'z']), type(str(n)), type(n[:]), vars(n), n * 2)


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def first(self):
        return self[0]

    def __repr__(self):
        return f'Pair{tuple(self)}'


p = Pair(1, 2)
a, b = p
print(p, p.first, p == (1, 2), p + (3,), p[::-1], type(p[:]), hash(p) == hash((1, 2)), {(1, 2): 'x'}[p], len(p), a, b, p < (1, 3), isinstance(p, tuple), tuple(p) is p, '%d-%d' % p)


class MyInt(int):
    def __add__(self, o): return MyInt(int(self) + o + 100)
    def __str__(self): return 'myint'


class MyList(list):
    def __init__(self, *args):
        super().__init__(args)
        self.tag = 't'

    def append(self, x):
        super().append(x * 2)

    def __getitem__(self, i):
        return 'item %r' % super().__getitem__(i) if not isinstance(i, slice) else MyList(*super().__getitem__(i))


m = MyInt(5)
print(m, repr(m), m + 1, 1 + m, m - 1, type(m - 1), -m, m.real, [1, 2, 3, 4, 5, 6][m], range(m), m == 5, m is int(m), int(m), '%d' % m, f'{m}', f'{m:d}', bool(MyInt()), MyInt('12') * 2, sum([m, m]))
l = MyList(3, 1)
l.append(5)
l += [7]
l.extend([8])
print(l, l[0], l[1:], type(l[1:]), list(l), sorted(l), l.tag, len(l), l == [3, 1, 10, 7, 8], [*l], l + [1], type(l + [1]), type(l * 2), l.copy(), type(l.copy()), max(l))


class MyDict(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.gets = 0

    def __getitem__(self, k):
        self.gets += 1
        return super().__getitem__(k)


d = MyDict(a=1, b=2)
print(d, d['a'], d.get('b'), d.gets, {**d}, dict(d), d.gets, '%(a)s' % d, d.gets, '{a}'.format_map(d), d.gets, d | {'c': 3}, type(d | {}), d.copy(), type(d.copy()), d == {'a': 1, 'b': 2})


class MyBytes(bytes):
    pass


class MyException(Exception):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b


print(MyBytes(b'x'), type(MyBytes(b'x') + b'y'), repr(MyException(1, 2)), str(MyException(1, 2)), MyException(1, 2).args, MyException(1, b=2).b, MyInt.__mro__, MyInt.__base__, type.__call__(MyInt, 9))
