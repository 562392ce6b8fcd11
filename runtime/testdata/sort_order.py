# Prints which pairs a sort compares, in which order; sort_order.txt holds what CPython 3.13 and 3.14 print, sort_order_312.txt what 3.12 does.

log = 0
count = 0


class K:
    def __init__(self, n, i):
        self.n = n
        self.i = i

    def __lt__(self, other):
        global log, count
        log = (log * 1000003 + self.i * 10007 + other.i) & 0xFFFFFFFF
        count += 1
        return self.n < other.n


def rng(x):
    while True:
        x = (x * 6364136223846793005 + 1442695040888963407) & (2**64 - 1)
        yield x >> 33


def values(r, shape, n):
    if shape == 0:
        return [next(r) % (n + 1) for _ in range(n)]
    if shape == 1:
        return [next(r) % 4 for _ in range(n)]
    if shape == 2:
        return [i // 3 + next(r) % 3 for i in range(n)]
    if shape == 3:
        return [(n - i) // 2 for i in range(n)]
    if shape == 4:
        return [i % 50 if i // 50 % 2 else -i % 50 for i in range(n)]
    v = [i * 2 for i in range(n)]
    for _ in range(n // 20 + 1):
        v[next(r) % n] = next(r) % (2 * n)
    return v


for n in (1, 2, 3, 5, 10, 31, 63, 64, 65, 100, 200, 333, 1000, 2500):
    for shape in range(6):
        r = rng(n * 10 + shape)
        items = [K(v, i) for i, v in enumerate(values(r, shape, n))]
        log = count = 0
        items.sort(reverse=bool(n & 1))
        order = 0
        for k in items:
            order = (order * 1000003 + k.i) & 0xFFFFFFFF
        print(n, shape, count, log, order)
