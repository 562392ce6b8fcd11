# for over every kind of iterable at one place; containers changed while iterated; iterators shared and exhausted.
def collect(xs):
    out = []
    for x in xs:
        out.append(x)
        if len(out) > 20:
            break
    return out


class Own:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return self.n


class Index:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


class L(list):
    def __iter__(self): return iter('sub')


def gen():
    yield 1
    yield 2


things = lambda: [[1, 2], (3, 4), range(3), range(5, 0, -2), 'str', 'é中', b'by', bytearray(b'ba'), {1: 2}, {3, 1}, frozenset([5]), {1: 2}.values(), {1: 2}.items(), iter([7]), gen(), Own(2), Index(), L([1]), enumerate('a'), zip('ab', 'cd'), map(str, [1]), filter(None, [0, 1]), reversed([1, 2]), [], '', range(0), range(10 ** 20, 10 ** 20 + 2), iter(range(2)), memoryview(b'm'), (i for i in ()), range(True)]
for _ in range(3):
    row = [collect(t) for t in things()]
print(row)
for t in things():
    for _ in range(2):
        r = collect(t)
    print(r, end=' ')
print()
for bad in (5, None, 1.5, object(), len, int):
    try:
        collect(bad)
    except TypeError as e:
        print(e)
a = [1, 2, 3]
for x in a:
    if x < 3:
        a.append(x + 10)
    if x == 2:
        del a[0]
print(a)
a = list(range(10))
seen = []
for x in a:
    seen.append(x)
    if x % 2 == 0:
        a.remove(x)
print(seen, a)
a = [1, 2, 3]
it = iter(a)
next(it)
a.clear()
print(list(it))
a.extend([4, 5, 6])
print(list(it))
it = iter(a)
print(list(it), end=' ')
a.append(7)
print(list(it))
r = iter(range(5))
for x in r:
    print(x, next(r, 'end'), end='; ')
print()
for x in (q := [3, 2, 1]):
    q.sort()
    print(x, end=' ')
for x in (q := [1, 2, 3, 4]):
    q[:] = q[::-1]
    print(x, end=' ')
print()
n = 5
for i in range(n):
    n = 2
    i *= 10
print(i, n)
total = 0
for i in range(1000):
    for j in range(3):
        total += i * j
        if j == 1 and i % 2:
            break
    else:
        total -= 1
print(total)
d = {i: i for i in range(5)}
for k in d:
    d[k] = k * 2
print(d)
for mutate in ('add', 'del', 'clear', 'replace'):
    d = {1: 'a', 2: 'b', 3: 'c'}
    try:
        for k in d:
            if mutate == 'add':
                d[k + 10] = 1
            elif mutate == 'del':
                del d[k]
            elif mutate == 'clear':
                d.clear()
            else:
                v = d.pop(k)
                d[k] = v
            if len(d) > 20:
                break
        print(mutate, 'ok', d)
    except RuntimeError as e:
        print(mutate, e)
s = {1, 2, 3}
try:
    for x in s:
        s.discard(x)
except RuntimeError as e:
    print(e)
dq = []
for i, (x, y) in enumerate(zip([1, 2, 3, 4], 'abcd')):
    dq.insert(0, (i, x, y))
print(dq)


def early():
    for x in [1, 2, 3]:
        for y in 'ab':
            if x == 2:
                return x, y


print(early())


class Raises:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n == 3:
            raise ValueError('third')
        return self.n


out = []
r = Raises()
try:
    for x in r:
        out.append(x)
except ValueError as e:
    out.append(str(e))
out.append(next(r))
print(out)


def swap_iter(kinds):
    out = []
    for k in kinds:
        for x in k:
            out.append(x)
    return out


print(swap_iter([range(2), [5, 6], (7,), 'ab', range(3), gen(), {8: 9}, range(2 ** 62, 2 ** 62 + 1)]), sum(swap_iter([range(100), [1] * 50, range(50)])))
x, *y = range(3), *[4]
print(x, y, [*range(3), *gen()], max(*range(3), *[9]), dict(zip(*[iter('abcd')] * 2)))
