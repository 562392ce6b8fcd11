# Names in class bodies: lookups, __class__, mangling, nested classes, comprehensions, locals, del, conditionals.
x = 'global'


class A:
    print(x)
    x = 'class'
    print(x)

    def method(self):
        return x, self.x, __class__.__name__

    lam = lambda self: x
    default = lambda self, v=x: v
    gen = list(x for _ in range(2))
    comp = [x for _ in range(2)]
    first_iter = [c for c in x]
    nested_iter = [(c, x) for c in 'ab']
    d = {x: 1}

    class Inner:
        y = x
        x = 'inner'

        def m(self):
            return x, __class__.__qualname__

    try:
        print(y)
    except NameError as e:
        print(e)
    del x
    print(x)
    x = 'class again'


a = A()
print(a.method(), a.lam(), a.default(), A.gen, A.comp, A.first_iter, A.nested_iter, A.d, A.Inner.y, A.Inner().m())


def outer(p):
    v = 'outer local'

    class B:
        try:
            w = v
        except NameError as e:
            w = str(e), p
        v = 'shadowed'
        u = v

        def get(self):
            return v, p

        def set(self):
            nonlocal v
            v = 'set by method'

    b = B()
    before = b.get()
    b.set()
    return B.w, B.u, before, b.get(), v


print(outer('arg'))


def global_in_class():
    class G:
        global made_global
        made_global = 'yes'
        local = 'no'
    return hasattr(G, 'made_global'), G.local


print(global_in_class(), made_global)


def nonlocal_in_class():
    n = 1

    class N:
        nonlocal n
        n = 2
    return n, hasattr(N, 'n')


print(nonlocal_in_class())


class Uses:
    def get_class(self):
        return __class__

    @classmethod
    def cm(cls):
        return __class__ is cls

    @staticmethod
    def sm():
        return __class__.__name__

    prop = property(lambda self: __class__.__name__)

    def nested(self):
        def f():
            return __class__
        return f()


class SubUses(Uses):
    pass


s = SubUses()
print(s.get_class(), s.cm(), Uses.cm(), s.sm(), s.prop, s.nested() is Uses)


class NoCell(type):
    def __new__(mcs, name, bases, ns):
        cell = ns.pop('__classcell__', None)
        return super().__new__(mcs, name, bases, ns)


try:
    class Broken(metaclass=NoCell):
        def f(self):
            return __class__
except RuntimeError as e:
    print(type(e).__name__, str(e).split(' propagated')[0])


class Order:
    log = []
    log.append(1)
    if log:
        cond = 'defined'
    else:
        other = 'not'
    for i in range(3):
        log.append(i)
    while len(log) < 6:
        log.append('w')
    try:
        1 / 0
    except ZeroDivisionError as err:
        caught = str(err)
    with open.__class__ and type('CM', (), {'__enter__': lambda s: 'with value', '__exit__': lambda s, *a: None})() as wv:
        pass
    import math as m
    from math import pi
    def f(): return 'f'
    r = f()
    f2 = staticmethod(f)
    (t1, *t2), t3 = 'abc', [4]
    aug = 1
    aug += 5
    walrus = (wal := 7) + 1
    assert aug == 6
    print(sorted(k for k in vars() if not k.startswith('__')))


print(Order.cond, Order.log, Order.i, Order.caught, Order.wv, Order.m.__name__, Order.pi > 3, Order.r, Order.f2(), Order.t2, Order.wal, hasattr(Order, 'err'), hasattr(Order, 'other'))


class Mangled:
    __a = 1
    __b__ = 2
    _c = 3

    def __init__(self, __arg=4):
        self.__x = __arg
        __local = 5
        self.names = sorted(locals())

    def __m(self):
        return self.__x

    def call(self, other):
        return self.__m(), other.__x, getattr(self, '_Mangled__x'), hasattr(self, '__x')

    class __Nested:
        __deep = 1

    def kw(self, *, __kw=1):
        return __kw

    def glob(self):
        global __glob
        __glob = 'mangled global'
        import math as __imp
        return [__v for __v in (1, 2)], __imp.__name__


o = Mangled()
print(sorted(k for k in dir(o) if 'angled' in k), o.names, o.call(Mangled(9)), o.kw(_Mangled__kw=3), o.glob(), _Mangled__glob)
try:
    o.kw(__kw=1)
except TypeError as e:
    print(e)
D = type('D', (), {'_D__secret': 1, 'peek': lambda self: self._D__secret})
print(D().peek(), A.__qualname__, A.Inner.__qualname__, A.__module__, A.__doc__)


class Doc:
    """The doc."""
    """not the doc"""


class NoDoc:
    5


print(Doc.__doc__, NoDoc.__doc__, sorted(k for k in Doc.__dict__ if k not in ('__dict__', '__weakref__')))
