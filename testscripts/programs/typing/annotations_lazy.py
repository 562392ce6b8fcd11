# versions: 3.14+
# PEP 649: annotations are made by __annotate__ when asked for; forward references; formats; errors; caching.
def f(a: Later, b: int = 1) -> Other:
    pass


print(f.__annotate__.__name__, f.__annotate__.__qualname__, callable(f.__annotate__))
try:
    f.__annotations__
except NameError as e:
    print(e, e.name)


class Later:
    self_ref: Later
    forward: Other


class Other:
    pass


print(f.__annotations__, Later.__annotations__)
print(f.__annotate__(1) == f.__annotations__, f.__annotations__ is f.__annotations__)
for fmt in (2, 3, 4, 5, 'x'):
    try:
        print(f.__annotate__(fmt))
    except Exception as e:
        print(type(e).__name__, e)


def no_annotations(x):
    pass


print(no_annotations.__annotate__, no_annotations.__annotations__)
calls = []


def spy(tag):
    calls.append(tag)
    return tag


class C:
    a: spy('a')
    b: spy('b')

    def m(self, p: spy('p')):
        pass


print(calls)
C.__annotations__
C.__annotations__
print(calls)
C.m.__annotations__
print(calls)
print(C.__annotate__(1), calls)


def g():
    pass


g.__annotate__ = lambda fmt: {'made': fmt}
print(g.__annotations__, g.__annotate__(7))
g.__annotations__ = {'direct': 1}
print(g.__annotations__, g.__annotate__)
g.__annotate__ = None
print(g.__annotations__)
for bad in (5, 'x'):
    try:
        g.__annotate__ = bad
    except TypeError as e:
        print(e)
g.__annotate__ = lambda fmt: 'not a dict'
try:
    g.__annotations__
except TypeError as e:
    print(e)


class Base:
    x: int


class Derived(Base):
    pass


print(Derived.__annotations__, Derived.__annotate__, Base.__annotate__ is not None)


def outer(T):
    class Inner:
        attr: T
        nested: list[T]

        def method(self, v: T) -> Inner:
            pass
    T = 'rebound'
    return Inner


K = outer(int)
print(K.__annotations__)
try:
    print(K.method.__annotations__)
except Exception as e:
    print(type(e).__name__, e)


class Scope:
    T = int
    a: T
    T = str

    def m(self, x: T): pass


print(Scope.__annotations__, Scope.m.__annotations__)


class Raises:
    a: 1 / 0


try:
    Raises.__annotations__
except ZeroDivisionError as e:
    print(e)


def generic[T](x: T, y: list[T]) -> T:
    pass


print(generic.__annotations__, [type(v).__name__ for v in generic.__annotations__.values()])


class Conditional:
    if True:
        yes: int
    if False:
        no: str
    try:
        tried: bytes
    finally:
        done: float


print(Conditional.__annotations__)
x: int = 1
print(__annotate__.__name__, sorted(k for k in __annotate__(1)))
if x:
    conditional_global: str = 'c'
print(sorted(__annotate__(1)))
try:
    print(__annotations__)
except NameError as e:
    print(e)
g2 = lambda: 0
print(g2.__annotate__, g2.__annotations__)
print(f.__annotate__.__code__.co_varnames, f.__annotate__.__code__.co_argcount, f.__annotate__.__code__.co_posonlyargcount)
