# Decorators: order, arguments, on classes and methods; function attributes and metadata.
log = []


def deco(name):
    log.append('make ' + name)

    def wrap(f):
        log.append(f'apply {name} to {f.__name__}')

        def wrapper(*args, **kw):
            log.append('call ' + name)
            return f(*args, **kw)
        wrapper.__name__ = f.__name__ + '+' + name
        wrapper.__wrapped__ = f
        return wrapper
    return wrap


@deco('A')
@deco('B')
def func(x):
    'the doc'
    return x * 2


print(func(4), func.__name__, func.__wrapped__.__name__, func.__wrapped__.__wrapped__.__doc__)
print(log)
log.clear()


class Register:
    names = {}

    def __init__(self, key=None):
        self.key = key

    def __call__(self, obj):
        self.names[self.key or obj.__name__] = obj
        return obj


register = Register()


@register
class Thing:
    @register
    def method(self):
        return 'method'

    @Register('special')
    @staticmethod
    def stat():
        return 'static'


print(sorted(Register.names), Register.names['special'](), Thing.stat(), Thing().method())


def class_deco(cls):
    cls.added = lambda self: cls.__name__ + ' added'
    return cls


def replace(value):
    return lambda obj: value


@class_deco
class K:
    @property
    def p(self):
        return 'prop'

    @replace('a constant')
    def gone(self):
        pass

    @(lambda f: lambda self: f(self) + '!')
    def shout(self):
        return 'hey'

    @classmethod
    @deco('cm')
    def c(cls):
        return cls.__name__


k = K()
print(k.added(), k.p, k.gone, k.shout(), K.c(), k.c(), log)


@replace(5)
def five():
    pass


print(five, [replace, class_deco][0].__name__)

ds = [lambda f: lambda: f() + 1, lambda f: lambda: f() * 10]


@ds[0]
@ds[1]
def n():
    return 1


print(n())


def meta(a, b: int = 2, *args: str, c, d: 'quoted' = 4, **kw) -> list:
    """Doc of meta."""
    local = a
    return local


print(meta.__name__, meta.__qualname__, meta.__doc__, meta.__defaults__, meta.__kwdefaults__, meta.__module__, meta.__dict__, meta.__annotations__)
c = meta.__code__
print(c.co_name, c.co_qualname, c.co_argcount, c.co_kwonlyargcount, c.co_posonlyargcount, c.co_varnames, c.co_nlocals, c.co_flags, c.co_filename, c.co_firstlineno, c.co_names, c.co_freevars, c.co_cellvars, c.co_stacksize > 0)
meta.attr = 'x'
print(meta.__dict__, meta.attr, hasattr(meta, 'nope'))
meta.__defaults__ = (10, 20)
meta.__kwdefaults__ = {'c': 30, 'd': 40}
print(meta())
meta.__defaults__ = None
for f in (lambda: meta(), lambda: meta.nope, lambda: setattr(meta, '__defaults__', 5), lambda: setattr(meta, '__name__', 5), lambda: setattr(meta, '__code__', 5), lambda: setattr(meta, '__dict__', 5), lambda: setattr(meta, '__kwdefaults__', []), lambda: delattr(meta, 'nope'), lambda: setattr(meta, '__code__', (lambda: n).__code__), lambda: setattr(len, 'x', 1), lambda: setattr(meta, '__closure__', ()), lambda: setattr(meta, '__globals__', {})):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)
meta.__code__ = (lambda a: ('replaced', a)).__code__
meta.__name__ = 'renamed'
meta.__qualname__ = 'Q.renamed'
print(meta(1), meta.__name__, repr(meta).split(' at ')[0], meta.__code__.co_name)
try:
    meta()
except TypeError as e:
    print(e)


def default_list(x, acc=[]):
    acc.append(x)
    return acc


print(default_list(1), default_list(2), default_list(3, []), default_list.__defaults__)


def evaluated_once(x=print('default evaluated')):
    return x


evaluated_once()
evaluated_once()
print((lambda: 0).__name__, (lambda: 0).__qualname__, K.shout.__qualname__, K.__qualname__, deco.__qualname__, deco('z').__qualname__, type(deco), type(k.shout), type(len), type([].append), type(K.c))


def outer():
    class Local:
        def m(self):
            def deep():
                pass
            return deep
    return Local


print(outer().__qualname__, outer().m.__qualname__, outer()().m().__qualname__, outer()().m().__name__)
