# dict: methods, views, order, merging, errors.

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


d = {'a': 1, 'b': 2}
print(d, d['a'], d.get('z'), d.get('z', 0), d.setdefault('c', 3), d.setdefault('a', 9), d, len(d), 'a' in d, 1 in d)
print(d.pop('b'), d.pop('zz', None), d, d.popitem(), d)
d.update({'x': 1}, y=2); print(d)
d.update([('p', 1), 'qr']); print(d)
d.update(); d.update(a='again'); print(d)
d |= {'m': 1}; d |= [('n', 2)]; print(d, d | {'z': 0}, {'z': 0} | d)
print(dict(), dict(a=1, b=2), dict([('k', 'v')]), dict({'q': 1}, r=2), dict(zip('ab', [1, 2])), dict.fromkeys('ab'), dict.fromkeys([1, 2], []), {**d, 'a': 0}, dict(d) == d, d.copy() is d)
del d['x']; print(d)
d.clear(); print(d, bool(d))

print('-- order')
d = {}
for k in (5, 3, 9, 1):
    d[k] = str(k)
d[3] = 'updated'
del d[5]
d[5] = 'back'
print(d, list(d), list(d.values()), list(d.items()), list(reversed(d)), list(reversed(d.items())), list(reversed(d.values())))
print({1: 'int', True: 'bool', 1.0: 'float'}, {'1': 's', 1: 'i'}, {(): 1, (1,): 2, None: 3, 'é': 4, 1.5: 5, frozenset(): 6})
print(d == {1: '1', 9: '9', 3: 'updated', 5: 'back'}, d != {}, {1: [1]} == {1: [1.0]})
print(next(iter(d)), *d, sep=',')
big = {i: i * i for i in range(1000)}
for i in range(0, 1000, 3):
    del big[i]
for i in range(0, 30, 3):
    big[i] = -i
print(len(big), list(big)[:5], list(big)[-12:], sum(big.values()), big[998])

print('-- views')
d = {'a': 1, 'b': 2, 'c': 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i)
d['d'] = 4
print(k, len(v), ('d', 4) in i, 'd' in k, 4 in v, ('a', 2) in i, k & {'a', 'z'}, sorted(k | {'z'}), sorted(k - {'a'}), sorted(k ^ {'a', 'q'}), k == {'a', 'b', 'c', 'd'}, k > {'a'}, k.isdisjoint({'x'}), k.isdisjoint('abc'))
print(i & {('a', 1), ('b', 9)}, i == {('a', 1), ('b', 2), ('c', 3), ('d', 4)}, v == v, v == d.values(), k.mapping['a'], type(k), type(v), type(i), k <= d.keys(), {'a'} < k)
attempt(lambda: k.mapping.__setitem__('a', 1))
attempt(lambda: d.keys()[0])
attempt(lambda: hash(d.keys()))
attempt(lambda: d.values() & {1})
attempt(lambda: d.items() | 5)
attempt(lambda: {'a': []}.items() & {1})

print('-- errors')
attempt(lambda: d['nope'])
attempt(lambda: d[1])
attempt(lambda: d[(1, 'x')])
attempt(lambda: {}[None])
attempt(lambda: d.pop('nope'))
attempt(lambda: {}.popitem())
attempt(lambda: d.__delitem__('nope'))
attempt(lambda: {[]: 1})
attempt(lambda: d[[]])
attempt(lambda: d.get({}))
attempt(lambda: {} in d)
attempt(lambda: d.setdefault([], 1))
attempt(lambda: {(1, [2]): 3})
attempt(lambda: dict(5))
attempt(lambda: dict([1, 2]))
attempt(lambda: dict(['abc']))
attempt(lambda: dict([('a',)]))
attempt(lambda: dict([('a', 1, 2)]))
attempt(lambda: dict(1, 2))
attempt(lambda: dict({}, **{1: 2}))
attempt(lambda: d.update(5))
attempt(lambda: d.update([1]))
attempt(lambda: d.update({}, {}))
attempt(lambda: d.get())
attempt(lambda: d.get(1, 2, 3))
attempt(lambda: d.pop())
attempt(lambda: d.fromkeys(5))
attempt(lambda: d | [('a', 1)])
attempt(lambda: d + {})
attempt(lambda: d < {})
attempt(lambda: hash(d))
attempt(lambda: d.has_key('a'))
attempt(lambda: d.a)
attempt(lambda: d.iteritems())
attempt(lambda: d.__ior__(5))
attempt(lambda: d.setdefault())
attempt(lambda: {**5})
attempt(lambda: {**None})
try:
    for key in d:
        d[key + key] = 1
except RuntimeError as e:
    print(e, d)
try:
    for key in d:
        del d[key]
except RuntimeError as e:
    print(e, d)
try:
    for key, val in d.items():
        d.pop(key)
        d[key + '!'] = val
except RuntimeError as e:
    print(e, d)
for key in d:
    d[key] = 'new value'
print(d)
r = {}
r['self'] = r
print(r, [r], {'v': r.values() is None})
it = iter({1: 2})
print(next(it), next(it, 'end'), next(it, 'end'), it.__length_hint__())
