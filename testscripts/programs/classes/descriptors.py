# Descriptors: data and non-data, __set_name__, property, lookups, slots order.
class Desc:
    def __init__(self, label):
        self.label = label

    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name, self.label)
        self.name = name

    def __get__(self, obj, owner=None):
        return f'get {self.label} obj={obj is not None} owner={owner.__name__}'


class Data(Desc):
    def __set__(self, obj, value):
        print('set', self.label, value)
        obj.__dict__[self.name] = value

    def __delete__(self, obj):
        print('delete', self.label)


class Host:
    nondata = Desc('N')
    data = Data('D')
    plain = 1


h = Host()
print(h.nondata, h.data, Host.nondata, Host.data)
h.nondata = 'instance'
h.data = 'stored'
print(h.nondata, h.data, vars(h))
del h.data
del h.nondata
print(h.nondata)
late = Desc('late')
Host.late = late
print(h.late, hasattr(late, 'name'))


class ReadOnly:
    def __get__(self, obj, owner):
        return 'ro'

    def __set__(self, obj, value):
        raise AttributeError('read only!')


class OnlySet:
    def __set__(self, obj, value):
        obj.__dict__['o'] = value * 2


class R:
    r = ReadOnly()
    o = OnlySet()


x = R()
x.o = 5
print(x.r, x.o, type(R().o).__name__)


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


attempt(lambda: setattr(x, 'r', 1))
attempt(lambda: delattr(x, 'r'))
attempt(lambda: delattr(x, 'o'))


class Temp:
    def __init__(self, c):
        self._c = c

    @property
    def c(self):
        "degrees"
        return self._c

    @c.setter
    def c(self, v):
        if v < -273:
            raise ValueError('too cold')
        self._c = v

    @c.deleter
    def c(self):
        print('deleting')
        self._c = 0

    @property
    def f(self):
        return self.c * 9 / 5 + 32

    w = property(None, lambda self, v: print('write', v))
    nothing = property()
    noset = property(lambda self: 1, doc='given doc')

    @property
    def broken(self):
        return self.missing_attribute


t = Temp(20)
print(t.c, t.f, Temp.c.__doc__, Temp.noset.__doc__, type(Temp.c))
t.c = 30
t.w = 'x'
print(t.f, vars(t))
del t.c
print(t.c)
attempt(lambda: setattr(t, 'c', -500))
attempt(lambda: setattr(t, 'f', 1))
attempt(lambda: delattr(t, 'f'))
attempt(lambda: t.w)
attempt(lambda: delattr(t, 'w'))
attempt(lambda: t.nothing)
attempt(lambda: setattr(t, 'noset', 1))
attempt(lambda: t.broken)
attempt(lambda: Temp.c.fget(t))
attempt(lambda: Temp.c.fset(t, 5))
attempt(lambda: Temp.f.fset)
attempt(lambda: setattr(Temp.c, 'fget', 1))
attempt(lambda: property(5).__get__(1))
Temp.c2 = Temp.c.getter(lambda self: 'new getter')
print(t.c2, t.c)


class SubTemp(Temp):
    @Temp.c.setter
    def c(self, v):
        self._c = v * 100

    @property
    def f(self):
        return 'sub ' + str(super().f)


s = SubTemp(1)
s.c = 2
print(s.c, s.f)


class Lazy:
    def __init__(self, f):
        self.f = f
        self.name = f.__name__

    def __get__(self, obj, owner):
        if obj is None:
            return self
        value = obj.__dict__[self.name] = self.f(obj)
        return value


class Circle:
    @Lazy
    def area(self):
        print('computing', end=' ')
        return 42


c = Circle()
print(c.area, c.area, vars(c))


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = '_' + name

    def __get__(self, obj, owner):
        return self if obj is None else getattr(obj, self.name)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f'{self.name[1:]} must be {self.kind.__name__}, not {type(value).__name__}')
        setattr(obj, self.name, value)


class Person:
    name, age = Typed(str), Typed(int)

    def __init__(self, name, age):
        self.name, self.age = name, age


p = Person('Ann', 3)
print(p.name, p.age, vars(p))
attempt(lambda: Person('Bob', 'x'))
attempt(lambda: Person(5, 5))
f = Person.__init__
print(type(f.__get__(p)), f.__get__(p, Person).__self__ is p, f.__get__(None, Person) is f, staticmethod(f).__get__(p) is f, classmethod(f).__get__(p).__self__ is Person, staticmethod(f).__func__ is f, callable(staticmethod(f)), callable(classmethod(f)))
print(int.__add__.__get__(5)(3), str.upper.__get__('abc')(), type(int.__add__), type((5).__add__), type(int.real), int.real.__get__(5), type(dict.fromkeys), int.__dict__['from_bytes'].__class__)
attempt(lambda: str.upper.__get__(5))
attempt(lambda: int.real.__get__('x'))
attempt(lambda: int.real.__set__(5, 1))


class BadSetName:
    def __set_name__(self, owner, name):
        raise ValueError('bad ' + name)


try:
    class Fails:
        attr = BadSetName()
except ValueError as e:
    print(type(e).__name__, e, getattr(e, '__notes__', None))
