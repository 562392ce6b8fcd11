# set and frozenset: operators, methods, order of small ints and strings, errors.

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, b - a, a ^ b, a == {4, 3, 2, 1}, a != b, a < b, a >= {1}, {1} <= a, a > {1, 2, 3}, set() < a)
print(a.union([9], (8,)), a.intersection([1, 2], {2}), a.difference([1], [2]), a.symmetric_difference('ab') == a ^ set('ab'), a.issubset(range(10)), a.issuperset([1]), a.isdisjoint([9]), a.isdisjoint('x'), a.copy() is a, set().union(), a.union())
print(set(), set([]), {*()}, frozenset(), frozenset([1]), {1}, {1, 'a'} == {'a', 1}, set('hello') == set('olleh'), len({1, 1.0, True}), {1, True, 1.0}, {True, 1}, {0, False, 0.0, -0.0})

print('-- order')
print({5, 3, 1, 4, 2}, {10, 20, 30, 5}, {100, 8, 16, 0}, {-1, -2, 0, 1}, set(range(20, 0, -1)), {33, 1, 65, 9, 17}, set([7, 15, 23, 31, 39]), {3.5, 1, 2.0}, {8, 0, 16, 24, 32, 1})
print({'a', 'b', 'c'}, {'one', 'two', 'three', 'four'}, set('mississippi'), {'x', 1, None, (1, 2), 2.5}, frozenset('abc'), {b'a', 'a'}, set(map(str, range(12))))
s = set()
for i in (9, 1, 17, 25, 33, 41):
    s.add(i)
print(s)
s.discard(1); s.add(49); s.discard(17); s.add(57); s.add(1)
print(s, s.pop(), s.pop(), s)
print({i * i % 31 for i in range(31)}, {x % 7 for x in range(50)}, set(range(0, 200, 17)), list({2 ** i for i in range(0, 12)}))
print(set([10 ** 20, 10 ** 10, 5, -5, 2 ** 61]), {(1, 2), (2, 1), (0, 0)}, set([1, 2, 3]) | {100, 50}, {1, 2, 3} & {3, 2}, {1000, 2000, 3000} - {2000}, {5, 6} ^ {6, 7, 40})

print('-- mutation')
s = {1, 2, 3}
s.add(4); s.add(2); s.discard(9); s.remove(1); print(s)
s.update([5, 6], {7}); s |= {8}; s &= {2, 4, 6, 8}; s -= {8}; s ^= {2, 100}; print(s)
s.intersection_update([4, 6, 100, 5]); s.difference_update([4], [5]); s.symmetric_difference_update([6, 1]); print(s)
s |= s; s -= s; print(s, bool(s))
s.clear()
print(s)
print(type({1} | frozenset([2])), type(frozenset([2]) | {1}), {1} == frozenset([1]), frozenset([1]) in {frozenset([1])}, {1} in {frozenset([1])}, frozenset([frozenset([1])]), hash(frozenset([1, 2, 3])) == hash(frozenset([3, 2, 1])))

print('-- errors')
attempt(lambda: {[]})
attempt(lambda: {1, {2}})
attempt(lambda: s.add([]))
attempt(lambda: [] in s)
attempt(lambda: s.remove([]))
attempt(lambda: s.remove(99))
attempt(lambda: s.remove('x'))
attempt(lambda: s.remove((1, 2)))
attempt(lambda: set().pop())
attempt(lambda: s | [1])
attempt(lambda: s & 'a')
attempt(lambda: s - 5)
attempt(lambda: s ^ None)
attempt(lambda: s + {1})
attempt(lambda: s < [1])
attempt(lambda: s.union(5))
attempt(lambda: s.update(5))
attempt(lambda: s.update([[]]))
attempt(lambda: s[0])
attempt(lambda: hash(s))
attempt(lambda: {s: 1})
attempt(lambda: set(1))
attempt(lambda: set(1, 2))
attempt(lambda: set(x=1))
attempt(lambda: s.add())
attempt(lambda: s.add(1, 2))
attempt(lambda: frozenset([1]).add(2))
attempt(lambda: s.foo)
attempt(lambda: frozenset([[]]))
attempt(lambda: set.union())
attempt(lambda: set.add(frozenset(), 1))
attempt(lambda: s.__ior__(5))
attempt(lambda: s.issubset(5))
try:
    s |= [1]
except TypeError as e:
    print(e)
try:
    t = {1, 2, 3}
    for x in t:
        t.add(x + 100)
except RuntimeError as e:
    print(e)
f = frozenset([1])
g = f
g |= {2}
print(f, g, f is g, frozenset(f) is f, f.copy() is f, set(f) is f)


class MySet(set):
    def __repr__(self):
        return 'MySet(%s)' % sorted(self)


m = MySet('cab')
print(m, m | {'z'}, type(m & {'a'}), m - {'a'}, m.copy(), repr(set(m)) == repr(set('cab')), m == set('abc'))


class SubSet(set):
    pass


print(SubSet([1]), frozenset([SubSet is set]), SubSet(), repr(SubSet([2, 1])))
