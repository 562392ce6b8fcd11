# sort and sorted: stability, keys, reverse, errors in the middle, mutation while sorting.
people = [('Ann', 30), ('bob', 25), ('Carl', 30), ('dave', 25), ('Eve', 35)]
print(sorted(people))
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
print(sorted(people, key=lambda p: (-p[1], p[0].lower())))
print(sorted(people, key=lambda p: p[0].lower()), sorted(p[0] for p in people))
print(sorted([3, 1, 2]), sorted('hello'), sorted({3: 1, 1: 2}), sorted((2, 1)), sorted([]), sorted({5, 3, 9}), sorted(range(5), reverse=True))
print(sorted([1.5, 1, True, 0, False, -1]), sorted(['b', 'B', 'a', 'A', 'é', '_', '1']), sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted([[2], [1, 5], [1]]))
print(sorted(['10', '9', '2'], key=int), sorted('abcABC', key=str.lower), sorted([-3, 2, -1], key=abs), sorted(['aaa', 'b', 'cc'], key=len), sorted([1, 2, 3], key=lambda x: 0), sorted([1, 2, 3], key=lambda x: 0, reverse=True))

a = [5, 2, 8]
print(a.sort(), a, a.sort(reverse=True), a, a.sort(key=lambda x: -x), a, a.sort(key=None), a)
data = [(i * 7919 % 101, i) for i in range(60)]
s = sorted(data)
print([x for x, _ in s][:20], s == sorted(data, key=lambda t: t), all(s[i] <= s[i + 1] for i in range(59)))
by = sorted(data, key=lambda t: t[0] % 5)
print([i for k, i in by if k % 5 == 3], [k % 5 for k, _ in by])
print([i for k, i in sorted(data, key=lambda t: t[0] % 3, reverse=True)][:15])
big = [(i * 1103515245 + 12345) % 1000 for i in range(500)]
print(sum(i * x for i, x in enumerate(sorted(big))), sorted(big)[::50], sorted(big, reverse=True)[::100])
runs = list(range(100)) + list(range(50, 0, -1)) + list(range(30))
print(sum(i * x for i, x in enumerate(sorted(runs))), sorted(runs)[:12])

compares = 0


class Item:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        global compares
        compares += 1
        return self.v < other.v

    def __repr__(self):
        return f'I{self.v}'


items = [Item(v) for v in (3, 1, 2, 5, 4, 9, 7, 8)]
print(sorted(items), compares)
compares = 0
print(sorted([Item(i) for i in range(10)])[:3], compares)
compares = 0
print(sorted([Item(i) for i in range(10, 0, -1)])[:3], compares)
compares = 0
print(sorted([Item(i * 17 % 40) for i in range(40)])[::8], compares)
compares = 0
print(max(items), min(items) if False else '', compares)


class Cmp:
    def __init__(self, f):
        self.f = f

    def __call__(self, x):
        f = self.f

        class K:
            def __init__(self, obj):
                self.obj = obj

            def __lt__(self, other):
                return f(self.obj, other.obj) < 0
        return K(x)


print(sorted([1, 2, 3, 4, 5, 6], key=Cmp(lambda a, b: (a % 2) - (b % 2) or b - a)))

print('-- errors')


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)


attempt(lambda: sorted([1, 'a']))
attempt(lambda: sorted(['a', 1]))
attempt(lambda: sorted([None, 1]))
attempt(lambda: sorted([1, 2], key=lambda x: 1 / (x - 1)))
attempt(lambda: sorted(5))
attempt(lambda: sorted())
attempt(lambda: sorted([1], [2]))
attempt(lambda: sorted([1], reverse='x'))
attempt(lambda: sorted([2, 1], reverse=None))
attempt(lambda: sorted([1], key=5))
attempt(lambda: sorted([1], keys=len))
attempt(lambda: sorted([object(), object()]))
attempt(lambda: sorted([{}, {}]))
attempt(lambda: sorted([1j, 2]))
attempt(lambda: sorted(iterable=[1]))
x = [3, 2, 1, 'x', 0]
try:
    x.sort()
except TypeError as e:
    print(e, len(x), sorted(map(str, x)))


def evil(v):
    victim.append(9)
    return v


victim = [3, 1, 2]
attempt(lambda: victim.sort(key=evil))
print(sorted(victim))
seen = []


def spy(v):
    seen.append(list(victim))
    return v


victim = [2, 1]
victim.sort(key=spy)
print(victim, seen)
calls = []
print(sorted([3, 1, 2], key=lambda v: calls.append(v) or v), calls)
