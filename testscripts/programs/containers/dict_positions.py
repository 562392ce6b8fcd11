# Dicts that change under their iterators without changing size: where an iterator goes on tells when the table was rebuilt.


def rng(x):
    while True:
        x = (x * 6364136223846793005 + 1442695040888963407) & (2**64 - 1)
        yield x >> 33


def run(seed, start, span):
    r = rng(seed)
    d = {}
    for k in range(start):
        d[k] = k
    for k in range(0, start, 3):
        if next(r) % 2:
            del d[k]
    log = []
    for _ in range(6):
        try:
            for n, k in enumerate(d):
                log.append(k)
                op = next(r) % 6
                if op == 0:
                    del d[k]
                    d[k] = 1
                elif op == 1:
                    d.pop(k)
                    d[next(r) % span + 10 ** 6] = 2
                elif op == 2 and d:
                    d.popitem()
                    d[next(r) % span + 10 ** 7] = 3
                elif op == 3:
                    old = next(iter(d))
                    del d[old]
                    d[old + 1 + next(r) % span] = 4
                if n > 3 * start + 20:
                    log.append('long')
                    break
        except RuntimeError as e:
            log.append(str(e))
    h = 0
    for x in log:
        h = (h * 1000003 + (x if isinstance(x, int) else len(x))) & 0xFFFFFFFFFFFF
    print(seed, start, len(log), h, len(d), list(d)[:4], log[-1:])


for seed in range(20):
    for start in (1, 2, 5, 6, 10, 11, 21, 40, 90):
        run(seed, start, 50 + seed * 30)

d = {}
queue = list(range(40))
for k in queue:
    d[k] = k
for i in range(300):
    d[1000 + i] = d.pop(next(iter(d)))
print(list(d.items())[:5], len(d))
for _ in range(40):
    d.popitem()
print(d, d.setdefault('x', []), d)
d.clear()
d[1] = 1
for k in d:
    print(k)
    del d[k]
    d[k + 1] = 1
    break
it = iter(d)
del d[2]
d[3] = 1
print(list(it))
