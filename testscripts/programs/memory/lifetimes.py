# __del__, weak references and collection: what a program can rely on.
import gc
from _weakref import ref, proxy, getweakrefcount, getweakrefs

log = []


class Obj:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)

    def __repr__(self):
        return f'Obj({self.name})'

    def hello(self):
        return 'hello ' + self.name


def collect():
    gc.collect()
    out = sorted(log)
    log.clear()
    return out


a = Obj('a')
a = None
print(collect())
x, y = Obj('x'), Obj('y')
x.other, y.other = y, x
del x, y
print(collect())
lst = [Obj('in list')]
lst.append(lst)
del lst
print(collect())
d = {'o': Obj('in dict')}
d['d'] = d
d.clear()
print(collect())


def closure_cycle():
    o = Obj('closure')

    def f():
        return f, o
    return f


fn = closure_cycle()
print(collect())
fn = None
print(collect())


class SelfRef:
    def __init__(self):
        self.me = self
        self.method = self.m
        self.o = Obj('via method')

    def m(self):
        pass


SelfRef()
print(collect())
try:
    raise ValueError('holds frame')
except ValueError as e:
    saved = e
    local = Obj('traceback')
del local
print(collect())
saved = None
print(collect())


def gen():
    o = Obj('generator local')
    try:
        yield 1
    finally:
        log.append('finally ran')


g = gen()
next(g)
g = None
print(collect())

print('-- weakrefs')
o = Obj('weak')
events = []
r = ref(o, lambda w: events.append(('dead', w is r)))
r2 = ref(o)
print(r() is o, r2() is o, r2 is ref(o), r is r2, getweakrefcount(o), len(getweakrefs(o)), r == r2, hash(r2) == hash(o))
p = proxy(o)
print(p.name, p.hello(), type(p).__name__, p == p, isinstance(p, Obj))
p.name = 'renamed'
print(o.name)
o = None
print(collect(), r(), r2(), events)
try:
    p.name
except ReferenceError as e:
    print(type(e).__name__, e)
for bad in (5, 'x', (1,), None, [], {}):
    try:
        ref(bad)
        print('weakref ok', type(bad).__name__)
    except TypeError as e:
        print(e)
for good in (Obj, len, lambda: 0, {1}, frozenset([1]), type('T', (), {})()):
    print(type(ref(good)).__name__, end=' ')
print()
log.clear()


class Node:
    def __init__(self, name, parent=None):
        self.name, self.children = name, []
        self._parent = ref(parent) if parent else None
        if parent:
            parent.children.append(self)

    @property
    def parent(self):
        return self._parent() if self._parent else None


root = Node('root')
kid = Node('kid', root)
print(kid.parent.name, root.parent)
root = None
gc.collect()
print(kid.parent)

print('-- resurrection')
saved = []


class Phoenix:
    def __del__(self):
        saved.append(self)
        log.append('resurrected')


ph = Phoenix()
ph.cycle = ph
del ph
print(collect(), len(saved))
saved[0].cycle = None
saved.clear()
print(collect())


class Raises:
    def __del__(self):
        log.append('raising')


r = Raises()
r.me = r
del r
print(collect(), gc.isenabled(), gc.collect() >= 0)
gc.disable()
print(gc.isenabled())
gc.enable()


class Cache:
    def __init__(self):
        self.data = {}

    def put(self, key, obj):
        self.data[key] = ref(obj, lambda _: self.data.pop(key, None))

    def get(self, key):
        r = self.data.get(key)
        return r() if r else None


c = Cache()
one, two = Obj('one'), Obj('two')
c.put(1, one)
c.put(2, two)
del one
gc.collect()
print(c.get(1), c.get(2), sorted(c.data), log)
