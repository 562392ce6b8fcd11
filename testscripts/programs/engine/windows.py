# Windows of every size: hundreds of arguments and locals, *args and **kwargs of all sizes, from functions and generators alike.
def names(n, prefix='a'):
    return [prefix + str(i) for i in range(n)]


def star(*args):
    return len(args), sum(args)


def double(**kw):
    return len(kw), sum(kw.values())


def both(a, b=2, *args, c, d=4, **kw):
    return a, b, len(args), c, d, sorted(kw)[:2], len(kw)


def gen_star(*args):
    yield len(args)
    yield sum(args)


def gen_both(a, b=2, *args, c=3, **kw):
    yield a + b + c
    yield len(args), len(kw)
    yield from args[:1]


def from_generator(n):
    args = tuple(range(n))
    kw = {k: 1 for k in names(n)}
    yield star(*args)
    yield double(**kw)
    yield both(1, *args, c=5, **kw)
    yield list(gen_star(*args))
    yield list(gen_both(*args[:5], 9, **kw)) if n > 2 else list(gen_both(1))
    yield star(*args, *args, n, *args)
    yield double(**kw, **{k: 2 for k in names(n, 'b')})


async def coro(*args, **kw):
    return len(args), len(kw)


def run(c):
    try:
        c.send(None)
    except StopIteration as e:
        return e.value


class Many:
    def __init__(self, *args, **kw):
        self.n = len(args), len(kw)

    def method(self, *args, last=0, **kw):
        return self.n, len(args), last, len(kw)

    def __call__(self, *args, **kw):
        return len(args) + len(kw)


def ten(a, b, c, d, e, f, g, h, i, j):
    return [a, b, c, d, e, f, g, h, i, j]


def fixed(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, c0=1, c1=2, c2=3, c3=4, *, k0=5, k1=6):
    s = a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + b0 + b1 + b2 + b3 + b4 + b5 + b6 + b7 + b8 + b9
    return s, c0, c1, c2, c3, k0, k1


for n in 0, 1, 2, 3, 7, 8, 100, 255, 256, 257, 300, 1000, 3000:
    args = range(n)
    kw = dict.fromkeys(names(n), 1)
    m = Many(*args, **kw)
    print(n, star(*args), double(**kw), m.n, m.method(*args, last=1, **kw), m(*args, **kw), run(coro(*args, **kw)))
    print(n, *from_generator(n), sep='; ')
print(star(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40,
           41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78))
print(fixed(*range(20)), fixed(*range(22), k1='k'), fixed(**{n: i for i, n in enumerate(names(10) + names(10, 'b'))}, k0=0))
print(ten(*'abcdefghij'), ten(1, 2, 3, *range(4, 8), 8, *[9, 10]), ten(1, 2, 3, j=10, i=9, **dict(d=4, e=5, f=6, g=7, h=8)))
for call in (lambda: ten(*range(9)), lambda: ten(*range(200)), lambda: fixed(*range(300)), lambda: ten(1, **dict.fromkeys(names(300))), lambda: star(*range(5), x=1),
             lambda: ten(*range(10), **{'a': 1}), lambda: list(gen_star(*range(3), z=1)), lambda: star(**{1: 2}), lambda: star(*5), lambda: double(**5),
             lambda: both(*range(300)), lambda: double(**{'a': 1}, **{'a': 2})):
    try:
        print(call())
    except TypeError as e:
        print('TypeError:', e)
big = [star(*range(i)) for i in range(0, 2100, 150)]
print(big, max(*range(500)), min(*range(500), key=lambda x: -x), len('{} ' * 300 .__index__()), ('{} ' * 300).format(*range(300))[-12:])
