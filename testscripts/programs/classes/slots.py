# __slots__: storage, inheritance, errors, weakref and dict slots.
class P:
    __slots__ = ('x', 'y')

    def __init__(self, x, y=None):
        self.x = x
        if y is not None:
            self.y = y


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


p = P(1, 2)
print(p.x, p.y, P.__slots__, hasattr(p, '__dict__'), hasattr(p, '__weakref__'), type(P.x), P.x.__get__(p), P.x.__name__, repr(P.x))
p.x += 5
del p.y
print(p.x, hasattr(p, 'y'))
attempt(lambda: p.y)
attempt(lambda: P(1).y)
attempt(lambda: setattr(p, 'z', 1))
attempt(lambda: p.z)
attempt(lambda: p.__dict__)
attempt(lambda: vars(p))
attempt(lambda: delattr(p, 'y'))
attempt(lambda: delattr(p, 'z'))
attempt(lambda: P.x.__get__(5))
attempt(lambda: P.x.__set__(5, 1))
attempt(lambda: setattr(p, '__class__', int))
P.x.__set__(p, 'via descriptor')
print(p.x, P.x.__get__(None, P) is P.x)


class Child(P):
    pass


class Child2(P):
    __slots__ = 'z'


class Child3(Child2):
    __slots__ = ['w', '__dict__']


c = Child(1)
c.anything = 5
print(vars(c), c.x)
c2 = Child2(1, 2)
c2.z = 3
attempt(lambda: setattr(c2, 'q', 1))
c3 = Child3(1)
c3.w, c3.free = 4, 5
print(c2.x, c2.y, c2.z, c3.w, vars(c3), Child3.__slots__, Child2.__slots__)


class Empty:
    __slots__ = ()


attempt(lambda: setattr(Empty(), 'a', 1))
attempt(lambda: Empty().a)
attempt(lambda: type('X', (), {'__slots__': ('a',), 'a': 1}))
attempt(lambda: type('X', (), {'__slots__': ('1a',)}))
attempt(lambda: type('X', (), {'__slots__': (5,)}))
attempt(lambda: type('X', (), {'__slots__': 5}))
attempt(lambda: type('X', (), {'__slots__': ('__dict__', '__dict__')}))
attempt(lambda: type('X', (Child,), {'__slots__': ('__dict__',)}))
attempt(lambda: type('X', (int,), {'__slots__': ('a',)}))
attempt(lambda: type('X', (tuple,), {'__slots__': ('a',)}))
attempt(lambda: type('X', (P, type('Q', (), {'__slots__': ('q',)})), {}))
attempt(lambda: type('X', (P, Empty), {'__slots__': ()}).__mro__[1:])
attempt(lambda: type('X', (P,), {'__slots__': ('x',)})(1).x)


class Private:
    __slots__ = ('__hidden', '_one')

    def __init__(self):
        self.__hidden = 'mangled'

    def get(self):
        return self.__hidden


print(Private().get(), Private._Private__hidden, Private.__slots__)


class DictSlots:
    __slots__ = {'a': 'doc of a', 'b': 'doc of b'}


print(DictSlots.a.__doc__, DictSlots.__slots__)


class Default:
    __slots__ = ('v',)

    def __getattr__(self, name):
        return f'default {name}'


d = Default()
print(d.v)
d.v = 1
print(d.v, d.other)


class A:
    __slots__ = ('a',)


class B:
    __slots__ = ('a',)


a = A()
a.a = 'kept'
a.__class__ = B
print(type(a), a.a)
attempt(lambda: setattr(a, '__class__', P))
attempt(lambda: setattr(a, '__class__', Empty))


class Mangle:
    __private = 1

    def __init__(self):
        self.__x = 2
        self.__dunder__ = 3
        self.___y = 4
        self._z = 5

    def __method(self):
        return 'private method'

    def call(self):
        __local = 7
        return self.__method(), self.__x, Mangle.__private, sorted(k for k in locals())

    class __Inner:
        __v = 'inner'


m = Mangle()
print(sorted(vars(m)), m.call(), m._Mangle__method(), Mangle._Mangle__Inner._Inner__v)
attempt(lambda: m.__x)


class SubMangle(Mangle):
    def peek(self):
        return self.__x


attempt(lambda: SubMangle().peek())


class _Under:
    def __init__(self):
        self.__v = 1


class __:
    def __init__(self):
        self.__v = 1


print(vars(_Under()), vars(__()))
