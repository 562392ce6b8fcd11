# Slices of lists and tuples with all kinds of bounds: reading, assigning, deleting.
import itertools

bounds = [None, 0, 1, 3, 7, 10, 12, -1, -3, -10, -11, 2 ** 70, -2 ** 70]
steps = [None, 1, 2, 3, 11, -1, -2, -7, 2 ** 70, -2 ** 70]
base = list(range(10))
h = 0


def mix(items):
    global h
    for x in items:
        h = (h * 1000003 + x + 7) & 0xFFFFFFFFFFFF
    h = h * 31 + len(items) & 0xFFFFFFFFFFFF


for i, j, k in itertools.product(bounds, bounds, steps):
    s = slice(i, j, k)
    got = base[s]
    mix(got)
    if got != list(tuple(base)[s]):
        print('tuple differs', s)
    items = base[:]
    del items[s]
    mix(items)
    items = base[:]
    items[s] = range(100, 100 + len(got))
    mix(items)
    if k in (None, 1):
        items = base[:]
        items[s] = [-1] * 3
        mix(items)
        items[s] = ()
        mix(items)
        items[s] = items
        mix(items)
    else:
        for n in (len(got) - 1, len(got) + 1):
            if n >= 0:
                try:
                    items[s] = [0] * n
                    print('no error', s, n)
                except ValueError as e:
                    mix([len(str(e))])
print(h)


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print(base[Index(2):Index(-2):Index(3)], base[Index(4)], (1, 2, 3)[Index(-1)], base[True], base[False:True])
x = [1, 2, 3]
x[1:1] = x
print(x)
x[:] = (i * i for i in range(4))
print(x)
x[::2] = 'ab'
print(x)
x[5:2] = [9]
print(x, x[-100:100], x[100:], x[:-100])
del x[::-1]
print(x)


class Evil:
    def __init__(self, victim):
        self.victim = victim

    def __index__(self):
        self.victim.clear()
        return 1


v = list(range(10))
print(v[Evil(v):5], v)
v = list(range(10))
v[Evil(v):5] = [1]
print(v)
v = list(range(10))
try:
    print(v[Evil(v)])
except IndexError as e:
    print(e)


class EvilIter:
    def __init__(self, victim):
        self.victim = victim

    def __iter__(self):
        self.victim.clear()
        yield 1
        yield 2


v = list(range(10))
v[3:6] = EvilIter(v)
print(v)
t, empty = (1, 2, 3), ()
print(t[:] is t, t[0:3] is t, t[::1] is t, t * 1 is t, t + empty is t, tuple(t) is t, empty + t is t, t[5:] is empty)
