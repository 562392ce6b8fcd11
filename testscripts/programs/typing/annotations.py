# Annotations of functions, classes and modules, where 3.13 evaluates at once and 3.14 when asked.
def f(a: int, b: 'text' = 5, *args: str, c: list[int] = None, **kw: dict) -> bool | None:
    local: int = 3
    bare: undefined_is_fine_here
    return local


print(f.__annotations__, f(1), f.__annotations__ is f.__annotations__)
f.__annotations__['extra'] = 1
print(sorted(f.__annotations__))
f.__annotations__ = {'new': str}
print(f.__annotations__)
del f.__annotations__
print(f.__annotations__)
for bad in (5, 'x', [1]):
    try:
        f.__annotations__ = bad
    except TypeError as e:
        print(e)


class C:
    x: int = 5
    y: str
    z: 'C' = None
    _private: float
    __mangled: int = 1

    def m(self, other: 'C') -> 'C':
        self.attr: int = 1
        return other

    w: list[x] = []


print(C.__annotations__, hasattr(C, 'y'), C.x, C.m.__annotations__, C().m(1))


class D(C):
    pass


class E(C):
    q: int


print(D.__annotations__, E.__annotations__, D.__dict__.get('__annotations__', 'none'))
module_level: int = 10
module_bare: str
print(module_level)
try:
    module_bare
except NameError as e:
    print(e)


def evaluated(tag):
    print('evaluating', tag)
    return int


print('before def')


def g(a: evaluated('g.a')) -> evaluated('g.return'):
    pass


print('after def')
print(g.__annotations__)
print('read')
print(g.__annotations__ is g.__annotations__)


class Cls:
    print('in body')
    a: evaluated('Cls.a') = 1
    b: evaluated('Cls.b')
    print('end of body')


print(sorted(Cls.__annotations__))
(parenthesized): int = 4
print(parenthesized)
d = {}
d['k']: int = 7
C.attr: str = 'set'
print(d, C.attr)


def locals_not_evaluated():
    x: 1 / 0 = 'fine'
    y: print('never printed')
    return x


print(locals_not_evaluated())


def unbound():
    v: int
    return v


try:
    unbound()
except UnboundLocalError as e:
    print(e)
lam = lambda x: x
print(lam.__annotations__, len.__class__, hasattr(len, '__annotations__'), hasattr(int, '__annotations__'))
for obj in (5, int, len):
    try:
        print(obj.__annotations__)
    except AttributeError as e:
        print(e)
namespace = type('N', (), {'__annotations__': {'k': int}})
print(namespace.__annotations__)
M = type('M', (), {})
M.__annotations__ = {'set': 'later'}
print(M.__annotations__)
del M.__annotations__
print(M.__annotations__)


def conditional(flag):
    class K:
        always: int
        if flag:
            sometimes: str
        else:
            otherwise: bytes
    return K.__annotations__


print(conditional(True), conditional(False))


def in_loop():
    class L:
        for i in range(3):
            n: i
    return L.__annotations__


print(in_loop())
