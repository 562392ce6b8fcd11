# Views of dicts as sets, their order, reversal and comparison.


def show(label, f):
    try:
        v = f()
        if isinstance(v, (set, frozenset)):
            v = sorted(v, key=repr)
        print(label, v)
    except Exception as e:
        print(label, type(e).__name__, e)


d = {'a': 1, 'b': 2, 'c': 3}
e = {'b': 2, 'c': 30, 'd': 4}
for name in ('keys', 'items'):
    v, w = getattr(d, name)(), getattr(e, name)()
    print(v, len(v), list(reversed(v)))
    for symbol, op in (('&', lambda x, y: x & y), ('|', lambda x, y: x | y), ('-', lambda x, y: x - y), ('^', lambda x, y: x ^ y)):
        show(f'{name} {symbol}', lambda: op(v, w))
        show(f'{name} {symbol} list', lambda: op(v, ['a', ('a', 1), 'z']))
        show(f'{name} r{symbol} set', lambda: op({'a', ('a', 1), 'z'}, v))
        show(f'{name} r{symbol} list', lambda: op(['a', ('a', 1), 'z'], v))
    for symbol, op in (('==', lambda x, y: x == y), ('<', lambda x, y: x < y), ('<=', lambda x, y: x <= y), ('>', lambda x, y: x > y), ('>=', lambda x, y: x >= y), ('!=', lambda x, y: x != y)):
        show(f'{name} {symbol}', lambda: [op(v, w), op(v, v), op(v, set(v)), op(set(v), v), op(v, set()), op(v, frozenset(list(v)[:2]))])
    show(f'{name} disjoint', lambda: [v.isdisjoint(w), v.isdisjoint([]), v.isdisjoint(['a', ('a', 1)]), v.isdisjoint(v), {}.keys().isdisjoint({}.keys())])
print(d.values(), list(reversed(d.values())), d.values() == d.values(), 2 in d.values(), len(d.values()))
print(('a', 1) in d.items(), ('a', 2) in d.items(), ('z', 2) in d.items(), 'a' in d.items(), ('a', 1, 2) in d.items())
show('unhashable', lambda: {'a': []}.items() & {1})
show('unhashable or', lambda: {'a': []}.items() | {1})
show('in unhashable', lambda: ('a', []) in {'a': []}.items())
keys, items, values = d.keys(), d.items(), d.values()
d['d'] = 4
del d['a']
print(keys, items, values, keys.mapping, type(keys.mapping))
print({1: 2, 3: 4}.items() ^ {1: 2, 3: 5, 6: 7}.items() == {(3, 4), (3, 5), (6, 7)})
print({i: 0 for i in range(9)}.keys() & {i: 0 for i in range(5, 30)}.keys(), [7, 5, 99] & {i: 0 for i in range(9)}.keys())
print({3: 0, 1: 0, 2: 0}.keys() - [1], {3: 0, 1: 0}.keys() | [2, 9, 17], {8: 0, 16: 0, 1: 0}.keys() ^ [1, 24, 0])

r = {}
r['self'] = r
r['values'] = r.values()
print(r)
print(r.items())


class Keys(dict):
    def __iter__(self):
        return iter(['x', 'y'])

    def keys(self):
        return ['p', 'q']

    def __getitem__(self, key):
        return key * 2


k = Keys(a=1)
print(dict(k), {**k}, list(k), dict.__repr__(k), k == {'a': 1}, {'b': 1} | k, {} | k)
merged = {'old': 0}
merged.update(k)
merged |= [('pair', 1), 'xy']
print(merged)


class Mapping:
    def keys(self):
        return iter('ab')

    def __getitem__(self, key):
        if key == 'b':
            raise KeyError('no b')
        return 1


for f in (lambda: dict(Mapping()), lambda: {**Mapping()}, lambda: dict(**Mapping())):
    show('mapping', f)
