from _random import Random


def t(f, *a):
    try:
        r = f(*a)
    except Exception as e:
        r = f"{type(e).__name__}: {e}"
    print(r)


r = Random(42)
print([r.random() for _ in range(5)])
print([r.getrandbits(k) for k in (1, 8, 31, 32, 33, 64, 100, 0)])
s = r.getstate()
print(len(s), s[-1], s[:3])
a = [r.random() for _ in range(3)]
r.setstate(s)
print(a == [r.random() for _ in range(3)])
for seed in (0, -42, 2**40, -(2**70), 3.5, "x" and 2.25, True, (1, 2)):
    r.seed(seed)
    print(seed, r.random(), r.getrandbits(32))
t(r.getrandbits, -1)
t(r.getrandbits, "x")
t(r.getrandbits)
t(r.seed, [])
t(r.seed, 1, 2)
t(r.setstate, 1)
t(r.setstate, (1,))
t(r.setstate, (0,) * 624 + (625,))
t(r.setstate, (0,) * 624 + (-1,))
t(Random, 1, 2)


class R(Random):
    def __init__(self, x=None):
        super().__init__(x)
        self.x = x


q = R(7)
print(q.x, q.random(), Random(7).random())
print(0 <= Random().random() < 1, Random().random() != Random().random())
