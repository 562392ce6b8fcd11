# The texts of the errors that containers, their constructors and their iterators raise.
import collections
import types


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e, getattr(e, '__notes__', None))


class A:
    __hash__ = None

    class B:
        def __hash__(self):
            raise TypeError('boo')


def put(c, i, v):
    c[i] = v


def remove(c, i):
    del c[i]


print('-- unhashable')
t(lambda: {A(): 1})
t(lambda: {A.B(): 1})
t(lambda: {[]})
t(lambda: {collections.deque(): 1})
t(lambda: {}[[]])
t(lambda: [] in {})
t(lambda: {}.get([]))
t(lambda: {1}.discard([]))
t(lambda: [] in {1})
t(lambda: set() in {1})
t(lambda: {1} & {2}.intersection([[]]))
t(lambda: hash(([],)))
t(lambda: hash({}))
t(lambda: hash(set()))
t(lambda: dict.fromkeys([[]]))
t(lambda: {}.setdefault({}))
t(lambda: {}.pop([]))
t(lambda: {1: 2}.pop([]))

print('-- dict')
t(lambda: dict([1]))
t(lambda: dict([(1, 2, 3)]))
t(lambda: dict(1))
t(lambda: dict([(1, 2), 3]))
t(lambda: dict(['ab', 'c']))
t(lambda: dict(['ab', 'cd']))
t(lambda: {**1})
t(lambda: dict(**1))
t(lambda: dict(**{1: 2}))
t(lambda: dict(a=1, **{'a': 2}))
t(lambda: t(*1))
t(lambda: t(**{'f': 1}, **{'f': 2}))
t(lambda: put(*[1, 2], *None))
t(lambda: {}.popitem())
t(lambda: {}.pop())
t(lambda: {}.pop(1))
t(lambda: {}.pop(1, 2, 3))
t(lambda: {}.update(1))
t(lambda: {}.update(1, 2))
t(lambda: {} | 1)
t(lambda: {}.fromkeys())
t(lambda: {}.fromkeys(1))
t(lambda: {}.setdefault())
t(lambda: {}.get())
t(lambda: {}.get(1, 2, 3))
t(lambda: {}.keys(1))
t(lambda: dict(1, 2))
t(lambda: {1: 2} < {3: 4})
t(lambda: remove({}, 'x'))
t(lambda: {1: 2}['k'])

print('-- list and tuple')
t(lambda: [1][5])
t(lambda: [1][str()])
t(lambda: (1,)[1.5])
t(lambda: ()[0])
t(lambda: [].pop())
t(lambda: [1].pop(4))
t(lambda: [1].pop(-2))
t(lambda: [1].remove(2))
t(lambda: [1].index(2))
t(lambda: ['a'].index('b', 0, 5))
t(lambda: [1].index(1, None))
t(lambda: (1,).index(2))
t(lambda: [1] + (1,))
t(lambda: (1,) + [1])
t(lambda: [1] * 'a')
t(lambda: [1] * 1.5)
t(lambda: put([1], slice(None), 1))
t(lambda: put([1, 2, 3], slice(None, None, 2), 1))
t(lambda: put([1, 2, 3], slice(None, None, 2), [1]))
t(lambda: put([1], 5, 1))
t(lambda: put([1], -2, 1))
t(lambda: remove([1], 5))
t(lambda: remove((1,), 0))
t(lambda: put((1,), 0, 1))
t(lambda: put([1], 'a', 1))
t(lambda: put([1], 1 << 70, 1))
t(lambda: [1][1 << 70])
t(lambda: (1,)[1 << 70])
t(lambda: [1][::0])
t(lambda: [1]['a':])
t(lambda: [1].insert('a', 1))
t(lambda: [1].insert(1 << 70, 1))
t(lambda: [1].pop(1 << 70))
t(lambda: [1].pop('a'))
t(lambda: list(1))
t(lambda: list(1, 2))
t(lambda: list(a=1))
t(lambda: tuple(1, 2))
t(lambda: tuple(a=1))
t(lambda: set(1, 2))
t(lambda: set(a=1))
t(lambda: frozenset(a=1))
t(lambda: frozenset(1, 2))
t(lambda: [].append())
t(lambda: [].append(1, 2))
t(lambda: [].sort(1))
t(lambda: [].insert(1))
t(lambda: [].index())
t(lambda: [].pop(1, 2))
t(lambda: [].extend(1))
t(lambda: [1] < (1,))
t(lambda: [1, 'a'] < [1, 2])
t(lambda: sorted([1, 'a']))
t(lambda: [1].count())
t(lambda: [].__init__(1, 2))
t(lambda: [3, 1].sort(key=1))

print('-- iterators')
t(lambda: zip(1))
t(lambda: zip([], strict=1, b=2))
t(lambda: list(zip([1], [], strict=True)))
t(lambda: list(zip([1], [2, 3], strict=True)))
t(lambda: list(zip([1], [2], [3, 4], strict=True)))
t(lambda: list(zip([1], [2], [], strict=True)))
t(lambda: map())
t(lambda: map(1))
t(lambda: map(1, 2))
t(lambda: list(map(1, [2])))
t(lambda: filter())
t(lambda: filter(1, 2))
t(lambda: filter(1, [], a=1))
t(lambda: reversed(1))
t(lambda: reversed())
t(lambda: reversed({1}))
t(lambda: reversed(a=1))
t(lambda: enumerate())
t(lambda: enumerate(1))
t(lambda: enumerate([], 'a'))
t(lambda: enumerate([], 1, 2))
t(lambda: enumerate(foo=1))
t(lambda: list(enumerate(iterable=[1], start=2)))
t(lambda: enumerate([], foo=2))
t(lambda: enumerate(start=1))
t(lambda: iter(1, 2))
t(lambda: iter(1))
t(lambda: next(1))
t(lambda: type(iter([]))())

print('-- set')
t(lambda: {1} <= 1)
t(lambda: {1} | [1])
t(lambda: {1}.union(1))
t(lambda: set().pop())
t(lambda: {1}.remove(2))
t(lambda: {1}.add())
t(lambda: {1}.update(1))
t(lambda: {1}.issubset(1))
t(lambda: frozenset().add)

print('-- views and proxies')
proxy = types.MappingProxyType({})
t(lambda: proxy[1])
t(lambda: put(proxy, 1, 1))
t(lambda: remove(proxy, 1))
t(lambda: types.MappingProxyType(1))
t(lambda: types.MappingProxyType([]))
t(lambda: types.MappingProxyType())
t(lambda: hash(proxy))
t(lambda: proxy | 1)
t(lambda: types.MappingProxyType(mapping={1: 2}))
t(lambda: put({}.keys(), 1, 1))
t(lambda: {}.keys()[0])
t(lambda: {}.keys() | 1)
t(lambda: {}.keys() & 1)
t(lambda: 1 | {}.keys())
t(lambda: {}.items() < 1)
t(lambda: {}.values() | {1})
t(lambda: type({}.keys())())


print('-- changes during iteration')


def grow():
    d = {1: 1, 2: 2}
    for k in d:
        d[k + 10] = 1


def shrink():
    d = {1: 1, 2: 2}
    it = iter(d.items())
    next(it)
    d.clear()
    for _ in range(2):
        try:
            next(it)
        except RuntimeError as e:
            print(e)


def swap():
    d = {1: 1, 2: 2}
    for k in d:
        del d[k]
        d[k + 10] = 1


def grow_set():
    s = {1, 2}
    for k in s:
        s.add(k + 10)


def sort_and_change():
    items = [3, 1, 2]

    def key(x):
        items.append(x)
        return x
    try:
        items.sort(key=key)
    finally:
        print(items)


def sort_raises():
    items = [3, 1, 2]
    try:
        items.sort(key=lambda x: 1 // (x - 1))
    finally:
        print(items)


for f in grow, shrink, swap, grow_set, sort_and_change, sort_raises:
    t(f)
