# 100,000 calls deep and back: plain ones, generators within, wide windows, exceptions through all of them.
import sys

sys.setrecursionlimit(200000)


def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


def wide(n, a=1, b=2, c=3, d=4, e=5, f=6, g=7, h=8, *args, i=9, j=10, **kw):
    x = y = z = n
    if n == 0:
        return [a, b, c, d, e, f, g, h, i, j]
    r = wide(n - 1, a + 1, b, c, d, e, f, g, h, *args, i=i, j=j + 1, **kw)
    assert (x, y, z) == (n, n, n)
    return r


def chain(n):
    yield n
    if n:
        for x in chain(n - 1):
            yield x


def delegate(n):
    if n:
        r = yield from delegate(n - 1)
        return r + 1
    got = yield 'bottom'
    return got


def at_depth(n, f):
    return f() if n == 0 else at_depth(n - 1, f)


def fail(n):
    if n == 0:
        raise ValueError('bottom')
    try:
        fail(n - 1)
    finally:
        finals.append(n)


def catch(n):
    if n == 0:
        raise KeyError
    try:
        return catch(n - 1)
    except KeyError:
        if n < 1000:
            raise
        return n


def suspended(depth):
    gens = []
    for i in range(depth):
        gens.append(at_depth(i * 97, lambda: started(i)))
    return [next(g) for g in gens]


def started(i):
    g = (j for j in range(i, i + 3))
    next(g)
    return g


class Node:
    def __init__(self, n):
        self.n = n
        self.next = Node(n - 1) if n else None

    def sum(self):
        return self.n + (self.next.sum() if self.next else 0)


def many_locals(n):
    a0 = a1 = a2 = a3 = a4 = a5 = a6 = a7 = a8 = a9 = n
    b0 = b1 = b2 = b3 = b4 = b5 = b6 = b7 = b8 = b9 = n + 1
    if n == 0:
        return 0
    r = many_locals(n - 1)
    return r + a0 - a9 + b9 - b0 + (a1 == a2 == a3 == a4 == a5 == a6 == a7 == a8) + (b1 == b2 == b3 == b4 == b5 == b6 == b7 == b8)


for n in 10, 1000, 100000, 5, 100000:
    print(n, down(n))
print(wide(20000))
print(sum(1 for _ in chain(800)), at_depth(50000, lambda: sum(1 for _ in chain(300))))
d = delegate(3000)
print(next(d))
try:
    d.send(7)
except StopIteration as e:
    print(e.value)
finals = []
try:
    fail(30000)
except ValueError as e:
    tb, n = e.__traceback__, 0
    while tb:
        tb, n = tb.tb_next, n + 1
    print(e, n, len(finals), finals[:3], finals[-1])
print(catch(50000), catch(999) if False else 'shallow')
print(suspended(60))
print(at_depth(100000, lambda: down(50000)), at_depth(255, lambda: at_depth(255, lambda: down(255))))
for depth in range(250, 262):
    print(depth, at_depth(depth, lambda: [down(3), list(chain(3)), sorted([3, 1, 2], key=lambda x: -x)]))
print(Node(30000).sum(), many_locals(30000))
sys.setrecursionlimit(1000)
try:
    down(2000)
except RecursionError as e:
    print(e)
print(down(900))
