# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__, module-like objects, proxies.
class Dyn:
    real = 'class attr'

    def __getattr__(self, name):
        if name.startswith('no'):
            raise AttributeError(f'refused {name}')
        return f'<{name}>'


d = Dyn()
d.own = 1
print(d.own, d.real, d.anything, getattr(d, 'nope', 'default'), hasattr(d, 'nope'), hasattr(d, 'yes'), d.__class__.__name__)


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


attempt(lambda: d.nope)
attempt(lambda: len(d))
attempt(lambda: d[0])
attempt(lambda: d + 1)
attempt(lambda: d())
attempt(lambda: Dyn.nope)
attempt(lambda: delattr(d, 'anything'))


class Spy:
    def __init__(self):
        object.__setattr__(self, 'log', [])
        self.x = 1

    def __getattribute__(self, name):
        if name != 'log':
            object.__getattribute__(self, 'log').append('get ' + name)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        self.log.append(f'set {name}')
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        self.log.append(f'del {name}')
        object.__delattr__(self, name)

    def method(self):
        return self.x


s = Spy()
s.y = s.x + s.method()
del s.y
s.x += 1
attempt(lambda: s.gone)
attempt(lambda: delattr(s, 'gone'))
print(hasattr(s, 'zzz'), s.log)


class Both:
    def __getattribute__(self, name):
        if name == 'direct':
            return 'from getattribute'
        if name == 'error':
            raise ValueError('not attribute error')
        raise AttributeError('fell through ' + name)

    def __getattr__(self, name):
        if name == 'final':
            raise AttributeError
        return 'from getattr ' + name


b = Both()
print(b.direct, b.other, b.__dict__ if False else b.__class__)
attempt(lambda: b.error)
attempt(lambda: b.final)
attempt(lambda: hasattr(b, 'error'))
attempt(lambda: getattr(b, 'final', 'dflt'))
b.stored = 5
print(object.__getattribute__(b, 'stored'), b.stored)


class Frozen:
    def __init__(self, **kw):
        self.__dict__.update(kw)

    def __setattr__(self, name, value):
        raise AttributeError(f'cannot assign {name!r}')

    def __delattr__(self, name):
        raise AttributeError(f'cannot delete {name!r}')


f = Frozen(a=1)
attempt(lambda: setattr(f, 'a', 2))
try:
    f.b = 1
except AttributeError as e:
    print(e, e.name, e.obj)
try:
    del f.a
except AttributeError as e:
    print(e)
print(f.a, vars(f))


class Proxy:
    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        print('proxy', name, end='; ')
        return getattr(self._target, name)

    def __len__(self):
        return len(self._target)


p = Proxy([3, 1, 2])
p.sort()
p.append(9)
print(p.index(2), len(p), p._target)
attempt(lambda: p.nope)
attempt(lambda: p[0])


class Dir:
    def __dir__(self):
        return ['b', 'a', 'c']


class BadDir:
    def __dir__(self):
        return 5


print(dir(Dir()))
attempt(lambda: dir(BadDir()))


class AttrDict(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__


ad = AttrDict(x=1)
ad.y = 2
del ad.x
print(ad, ad.y, ad.get('z'), ad.keys())
attempt(lambda: ad.zz)


class Chain:
    def __init__(self, path=''):
        self.path = path

    def __getattr__(self, name):
        return Chain(f'{self.path}/{name}')

    def __call__(self, *args):
        return f'{self.path}({", ".join(map(str, args))})'


print(Chain().users.list.active(1, 2), Chain('root').x.path)
try:
    d.__getattr__('noo')
except AttributeError as e:
    print(e, e.name, e.obj)
try:
    Spy.nothing
except AttributeError as e:
    print(e.name, e.obj)
try:
    (5).nothing
except AttributeError as e:
    print(e.name, e.obj, e.args)


class Meta(type):
    def __getattr__(cls, name):
        return f'{cls.__name__} has no {name}'


class WithMeta(metaclass=Meta):
    pass


print(WithMeta.foo)
attempt(lambda: WithMeta().foo)


class SlotGet:
    @property
    def p(self):
        raise AttributeError('inner problem')

    def __getattr__(self, name):
        return f'fallback for {name}'


print(SlotGet().p)
d.__getattr__ = lambda name: 'instance getattr is not used'
print(d.zebra)
