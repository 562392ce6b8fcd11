# Metaclasses: __prepare__, __new__, __init__, __call__, conflicts, keyword arguments, __init_subclass__.
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print('prepare', mcs.__name__, name, [b.__name__ for b in bases], kw)
        return {'injected': 1}

    def __new__(mcs, name, bases, ns, **kw):
        print('new', name, [k for k in ns if not k.startswith('__')], kw)
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print('init', cls.__name__, kw)
        super().__init__(name, bases, ns)

    def __call__(cls, *args, **kw):
        print('call', cls.__name__, args, kw)
        return super().__call__(*args, **kw)

    def __repr__(cls):
        return f'<Meta {cls.__name__}>'

    def __len__(cls):
        return 7

    def __iter__(cls):
        return iter('meta')

    def __getitem__(cls, k):
        return f'{cls.__name__}[{k}]'

    def __contains__(cls, k):
        return k == 'magic'

    def __add__(cls, other):
        return f'{cls.__name__}+{other}'

    def __bool__(cls):
        return False

    def __instancecheck__(cls, obj):
        return obj == 'instance' or super().__instancecheck__(obj)

    def __subclasscheck__(cls, sub):
        return sub is int or super().__subclasscheck__(sub)

    @property
    def meta_prop(cls):
        return 'prop of ' + cls.__name__


class A(metaclass=Meta, flag=True):
    x = injected + 1

    def __init__(self, *args):
        self.args = args

    def __class_getitem__(cls, k):
        return 'class_getitem ' + str(k)


class B(A, option='o'):
    pass


b = B(1, 2)
print(b.args, B.x, A, type(A), type(B) is Meta, len(A), list(A), A[5], 'magic' in A, 'x' in A, A + 1, bool(A), A.meta_prop, isinstance('instance', A), isinstance(b, A), isinstance(5, A), issubclass(int, A), issubclass(str, A), issubclass(B, A))


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


attempt(lambda: b.meta_prop)
attempt(lambda: len(b))
attempt(lambda: b[0])


class Other(type):
    pass


try:
    class Conflict(A, metaclass=Other):
        pass
except TypeError as e:
    print(e)
try:
    class Kw(flag=1):
        pass
except TypeError as e:
    print(e)
try:
    class TwoMeta(metaclass=type, foo=1):
        pass
except TypeError as e:
    print(e)


def func_meta(name, bases, ns, **kw):
    return (name, bases, sorted(k for k in ns if not k.startswith('__')), kw)


class NotAClass(metaclass=func_meta, k=1):
    a = 1
    b = 2


print(NotAClass)


class NoPrepare(type):
    def __prepare__(name, bases):
        return []


try:
    class Broken(metaclass=NoPrepare):
        pass
except TypeError as e:
    print(e)


class Singleton(type):
    def __call__(cls, *args):
        if not hasattr(cls, '_inst'):
            cls._inst = super().__call__(*args)
        return cls._inst


class Config(metaclass=Singleton):
    def __init__(self, v):
        self.v = v


print(Config(1) is Config(2), Config(3).v)


class Plugin:
    registry = {}

    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        print('init_subclass', cls.__name__, key, kw)
        cls.registry[key or cls.__name__.lower()] = cls


class Pdf(Plugin):
    pass


class Html(Plugin, key='web'):
    pass


class Sub(Html):
    pass


print(sorted(Plugin.registry), Plugin.registry['web'] is Html)
try:
    class BadKw(Plugin, wrong=1):
        pass
except TypeError as e:
    print(e)


class Order(type):
    class Log(dict):
        def __setitem__(self, k, v):
            if not k.startswith('__'):
                print('assign', k, v if not callable(v) else 'function')
            super().__setitem__(k, v)

        def __missing__(self, k):
            if k.startswith('auto_'):
                return k[5:].upper()
            raise KeyError(k)

    @classmethod
    def __prepare__(mcs, name, bases):
        return mcs.Log()


class Ordered(metaclass=Order):
    a = 1
    a = 2
    b = auto_hello
    def f(self): pass
    try:
        c = not_there
    except NameError as e:
        print(e)


print(Ordered.a, Ordered.b)


class Enumish(type):
    def __new__(mcs, name, bases, ns):
        cls = super().__new__(mcs, name, bases, dict(ns))
        cls.members = {}
        for i, (k, v) in enumerate((k, v) for k, v in ns.items() if not k.startswith('_')):
            inst = object.__new__(cls)
            inst.name, inst.value = k, v
            cls.members[k] = inst
            type.__setattr__(cls, k, inst)
        return cls

    def __iter__(cls):
        return iter(cls.members.values())

    def __setattr__(cls, name, value):
        if name in getattr(cls, 'members', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __repr__(cls):
        return f'<enum {cls.__name__}>'


class Color(metaclass=Enumish):
    RED = 1
    GREEN = 2

    def __repr__(self):
        return f'Color.{self.name}' if hasattr(self, 'name') else 'Color?'


print(list(c.name for c in Color), Color.RED.value, Color, isinstance(Color.RED, Color))
attempt(lambda: setattr(Color, 'RED', 5))
M2 = type('M2', (type,), {'__call__': lambda cls: 'not an instance'})
print(M2('X', (), {})(), type(M2), type(M2('Y', (), {})), isinstance(M2, type), type.__call__(M2('Z', (), {'v': 1})).v)


class HasMro(type):
    def mro(cls):
        return [cls] + [c for c in reversed(super().mro()[1:-1])] + [object]


class Q1: n = 'Q1'
class Q2: n = 'Q2'
class Q3(Q1, Q2, metaclass=HasMro): pass


print([c.__name__ for c in Q3.__mro__], Q3.n)


class MroEntries:
    def __mro_entries__(self, bases):
        print('mro_entries', len(bases))
        return (Q1,)


class FromEntries(MroEntries()):
    pass


print(FromEntries.__bases__, FromEntries.__orig_bases__[0].__class__.__name__)
