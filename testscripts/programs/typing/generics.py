# PEP 695: type parameters, type aliases, bounds, lazily evaluated values, scopes; PEP 696 defaults.
class Box[T]:
    def __init__(self, item: T):
        self.item = item

    def map[U](self, f) -> 'Box[U]':
        return Box(f(self.item))

    def types(self):
        return T


def first[T](xs: list[T], default: T | None = None) -> T:
    return xs[0] if xs else default


type Pair[A, B] = tuple[A, B]
type Tree = int | list[Tree]
type Lazy = undefined_until_later

b = Box(5)
print(b.item, b.map(str).item, Box.__type_params__, Box.__parameters__, b.types(), first([1, 2]), first([], 'd'), first.__type_params__, Box.map.__type_params__, Box.__mro__, Box.__bases__, Box.__orig_bases__)
T = Box.__type_params__[0]
print(T.__name__, T.__bound__, T.__constraints__, type(T), repr(T), T.__covariant__, T.__contravariant__, T.__infer_variance__, T.__module__, T == T, T is b.types())
print(Pair, type(Pair), Pair.__name__, Pair.__type_params__, Pair.__value__, Pair[int, str], Pair.__parameters__, Pair.__module__)
print(Tree.__value__, Tree.__type_params__)
try:
    Lazy.__value__
except NameError as e:
    print(e)
undefined_until_later = 'now defined'
print(Lazy.__value__, Lazy.__value__ is Lazy.__value__)


class Bounded[S: str, N: (int, float), *Ts, **P]:
    pass


S, N, Ts, P = Bounded.__type_params__
print(Bounded.__type_params__, S.__bound__, S.__constraints__, N.__constraints__, N.__bound__, type(Ts).__name__, type(P).__name__, Ts.__name__, P.__name__, P.args, P.kwargs)
print(Box[int], Box[int].__origin__, Box[int].__args__, Box[int](3).item, type(Box[int](3)).__name__, Box[int] == Box[int], Box[int].__parameters__)


class LazyBound[X: undefined_bound]:
    pass


X, = LazyBound.__type_params__
try:
    X.__bound__
except NameError as e:
    print(e)
undefined_bound = int
print(X.__bound__)


class Default[D = int, E = list[D]]:
    pass


D, E = Default.__type_params__
print(D.__default__, E.__default__, D.has_default(), T.has_default(), T.__default__)


class Sub[K](Box[K]):
    pass


class Concrete(Box[int]):
    pass


print(Sub.__orig_bases__, Sub.__type_params__, Sub('x').item, [c.__name__ for c in Sub.__mro__], Concrete.__orig_bases__, Concrete.__type_params__, Concrete.__parameters__)


def scopes():
    T = 'local T'

    def f[T](x: T) -> T:
        return T

    class C[T]:
        inside = T

        def m(self):
            return T

        def n[T](self):
            return T
    return T, f(1).__name__, C.inside, C().m() is C.inside, C().n() is C.inside, f.__annotations__


print(scopes())
try:
    print(A)
except NameError as e:
    print(e)


def outer[T]():
    def inner():
        return T
    type Alias = list[T]
    return inner() is outer.__type_params__[0], Alias.__value__


print(outer())
for f in (lambda: Box[int, str], lambda: Pair[int], lambda: Pair(1), lambda: T(5), lambda: setattr(Pair, '__name__', 'x'), lambda: setattr(T, '__name__', 'x'), lambda: Tree[int], lambda: isinstance(5, Pair), lambda: type('X', (T,), {}), lambda: Box[int].nope, lambda: Pair.nope):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(list[T], dict[T, S], list[T][int], dict[T, S][int, str], (T | None), (int | T), list[T].__parameters__, tuple[*Ts], list[T][T])


class Stack[T]:
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> 'Stack[T]':
        self.items.append(item)
        return self

    def pop(self) -> T:
        return self.items.pop()

    def __class_getitem__(cls, item):
        return f'custom {item}'


print(Stack().push(1).push(2).pop(), Stack[int], Stack.push.__annotations__['item'], Stack.__qualname__, Stack.push.__qualname__)


@lambda f: (f.__name__, f.__type_params__)
def decorated[Q](x: Q): pass


print(decorated)


class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, ns)
        cls.kw = kw
        return cls


class WithMeta[T](metaclass=Meta, option=list):
    pass


print(WithMeta.kw, WithMeta.__type_params__, WithMeta.__orig_bases__)


def default_values[T](a=lambda: 'evaluated outside', *, b: T = 5):
    return a(), b


print(default_values(), default_values.__defaults__[0].__qualname__, default_values.__kwdefaults__)


module_name = 'module value'


class InClass:
    local = int
    type FromClass = tuple[local, module_name]
    type Shadowed = later_name

    def m[T: local](self, x: T = module_name):
        return T.__bound__, x

    class Nested[N: (local if False else module_name)]:
        pass
    later_name = 'class value'


later_name = 'global value'
print(InClass.FromClass.__value__, InClass.Shadowed.__value__, InClass().m(), InClass.Nested.__type_params__[0].__bound__)
del InClass.later_name
print(InClass.Shadowed.__value__)


class Lazy2:
    type Direct = list[module_name]


module_name = 'changed before evaluation'
print(Lazy2.Direct.__value__)
module_name = 'changed after'
print(Lazy2.Direct.__value__)


def in_function():
    class F:
        here = 'F.here'
        type A = (here, outer_local, module_name)

        def m[Q](self):
            return outer_local, [Q.__name__ for _ in 'x']
    outer_local = 'enclosing'
    return F.A.__value__, F().m()


print(in_function())
