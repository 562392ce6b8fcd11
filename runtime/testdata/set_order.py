# Prints the order of sets after random operations; set_order.txt holds what CPython prints.


def rng(x):
    while True:
        x = (x * 6364136223846793005 + 1442695040888963407) & (2**64 - 1)
        yield x >> 33


def digest(s):
    h = 0
    for v in s:
        h = (h * 1000003 + v) & 0xFFFFFFFF
    return h


def run(seed, span):
    r = rng(seed)
    sets = [set(), set(), set()]
    for step in range(400):
        op, i, j = next(r) % 22, next(r) % 3, next(r) % 3
        v = (next(r) % span - span // 4) * (1 + next(r) % 3 * 7)
        a, b = sets[i], sets[j]
        if op < 5:
            a.add(v)
        elif op == 5:
            a.discard(v)
        elif op == 6 and a:
            a.pop()
        elif op == 7:
            sets[i] = a | b
        elif op == 8:
            sets[i] = a - b
        elif op == 9:
            sets[i] = b & a
        elif op == 10:
            sets[i] = a ^ b
        elif op == 11:
            sets[i] = a.copy()
        elif op == 12:
            a |= b
        elif op == 13:
            a -= b
        elif op == 14:
            a &= b
        elif op == 15:
            a ^= b
        elif op == 16:
            a.update(range(v, v + next(r) % 40))
        elif op == 17:
            a.difference_update(range(v, v + next(r) % 40))
        elif op == 18:
            sets[i] = a.intersection(range(v, v + next(r) % 90))
        elif op == 19:
            a.update(dict.fromkeys(range(v, v + next(r) % 30)))
        elif op == 20:
            sets[i] = set(frozenset(b))
        elif op == 21:
            sets[i] = set(range(v, v + next(r) % 60))
        if step % 40 == 39:
            print(seed, span, step, *(digest(s) for s in sets), *(len(s) for s in sets), hash(frozenset(sets[0])))


for seed in range(12):
    for span in (7, 50, 1000):
        run(seed, span)
