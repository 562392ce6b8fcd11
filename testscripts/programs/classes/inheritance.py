# Inheritance: MRO, super in all forms, diamond, mixins, method resolution errors.
class A:
    def who(self): return ['A']
    def __init__(self, **kw):
        print('A', kw)
        super().__init__()


class B(A):
    def who(self): return ['B'] + super().who()
    def __init__(self, b=0, **kw):
        print('B', b, kw)
        super().__init__(**kw)


class C(A):
    def who(self): return ['C'] + super().who()
    def __init__(self, c=0, **kw):
        print('C', c, kw)
        super().__init__(**kw)


class D(B, C):
    def who(self): return ['D'] + super().who()


d = D(b=1, c=2, z=3)
print(d.who(), [c.__name__ for c in D.__mro__], D.mro() == list(D.__mro__))
print(B.who(d), super(B, d).who(), super(D, d).who(), super(C, d).who(), D.__base__, B().who(), isinstance(d, C), issubclass(D, (C, int)), A.__subclasses__(), [c.__name__ for c in B.__subclasses__()])


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


attempt(lambda: type('X', (A, B), {}))
attempt(lambda: type('X', (object, A), {}))
attempt(lambda: type('X', (A, A), {}))
attempt(lambda: type('X', (bool,), {}))
attempt(lambda: type('X', (type(None),), {}))
attempt(lambda: type('X', (int, str), {}))
attempt(lambda: type('X', (5,), {}))
attempt(lambda: type('X', (len,), {}))
attempt(lambda: type('X', (type(len),), {}))
attempt(lambda: type('X', (range,), {}))
attempt(lambda: type('X', (slice,), {}))
attempt(lambda: type('X', (dict, list), {}))
attempt(lambda: super(B, d).nope)
attempt(lambda: super(int, d))
attempt(lambda: d.nope())
attempt(lambda: A.__bases__.__class__)
attempt(lambda: setattr(B, '__bases__', (int,)))
attempt(lambda: setattr(A, '__bases__', (B,)))
attempt(lambda: setattr(A, '__bases__', ()))
attempt(lambda: setattr(A, '__bases__', 5))
attempt(lambda: setattr(int, 'x', 5))
attempt(lambda: delattr(int, 'real'))
attempt(lambda: setattr(A, '__name__', 5))
try:
    class Bad(B, A, C):
        pass
    print(Bad.__mro__)

    class Worse(A, D):
        pass
except TypeError as e:
    print(e)
try:
    class NotABase(5):
        pass
except TypeError as e:
    print(e)
try:
    class Dup(A, A):
        pass
except TypeError as e:
    print(e)


class Base:
    x = 'base'

    @classmethod
    def make(cls, *args):
        return cls.__name__, args

    @staticmethod
    def stat():
        return 'base stat'

    @property
    def prop(self):
        return 'base prop'

    def __repr__(self):
        return type(self).__name__ + '()'


class Derived(Base):
    x = 'derived'

    @classmethod
    def make(cls, *args):
        return ('derived',) + super().make(*args, 'more')

    @staticmethod
    def stat():
        return Base.stat() + ' derived'

    @property
    def prop(self):
        return super().prop + ' derived'

    def get_super_attr(self):
        return super().x, super().__repr__(), super(Derived, type(self)).make('via class')

    def in_nested(self):
        def inner():
            return super(Derived, self).x
        return inner(), [super(Derived, self).x for _ in range(1)], __class__

    def comp_super(self):
        return [super(Derived, self).x for _ in 'a']


o = Derived()
print(o.make(1), Derived.make(), o.stat(), o.prop, o.get_super_attr(), o.in_nested(), o, super(Derived, o).__class__ is Derived, type(super(Derived, o)))


class NoArgs:
    def broken():
        return super()

    def del_self(self):
        del self
        return super()

    def rebound(self):
        self = 5
        return super()


attempt(lambda: NoArgs.broken())
attempt(lambda: NoArgs().del_self())
attempt(lambda: NoArgs().rebound())


class Shape:
    def area(self):
        raise NotImplementedError(f'{type(self).__name__}.area')

    def __lt__(self, other):
        return self.area() < other.area()

    def __str__(self):
        return f'{type(self).__name__} with area {self.area():.2f}'


class Square(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2


class Circle(Shape):
    def __init__(self, r): self.r = r
    def area(self): return 3.14159 * self.r ** 2


class Blob(Shape):
    pass


for s in sorted([Square(3), Circle(1), Square(1.5), Circle(0.5)]):
    print(s)
attempt(lambda: str(Blob()))
attempt(lambda: max([Square(1), Blob()]))


class LoggingMixin:
    log = []

    def __setattr__(self, name, value):
        self.log.append((name, value))
        super().__setattr__(name, value)


class Account(LoggingMixin, Base):
    def __init__(self, owner, balance=0):
        self.owner, self.balance = owner, balance

    def deposit(self, n):
        self.balance += n
        return self


print(Account('Ann').deposit(5).deposit(7).balance, Account.log, Account.__mro__)
A.who = lambda self: ['patched A']
print(d.who())


class E(D):
    pass


print(E.__mro__[1:3], E.who is D.who)
B.__bases__ = (Base,) if False else B.__bases__
E.__bases__ = (C,)
print([c.__name__ for c in E.__mro__], E.who(E.__new__(E)))
E.__name__ = 'Renamed'
E.__qualname__ = 'Q.Renamed'
print(E, E.__name__, repr(E.__new__(E)).split(' object')[0])
