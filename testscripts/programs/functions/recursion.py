# Recursion: the limit, recovery after RecursionError, deep calls, mutual recursion.
import sys


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(100), depth(900), sys.getrecursionlimit())


def forever(n):
    return forever(n + 1)


for _ in range(3):
    try:
        forever(0)
    except RecursionError as e:
        print(type(e).__name__, e, isinstance(e, RuntimeError))

reached = 0


def probe(n):
    global reached
    reached = n
    probe(n + 1)


try:
    probe(1)
except RecursionError:
    print('reached', 950 < reached <= 1000)


def catch_inside(n):
    try:
        return catch_inside(n + 1)
    except RecursionError:
        return n


print(950 < catch_inside(0) < 1000)


class Loop:
    def __init__(self):
        self.n = 0

    def __getattr__(self, name):
        self.n += 1
        return getattr(self, name + 'x') if self.n < 20 else self.n

    def __repr__(self):
        return f'{self!r}'

    def __eq__(self, other):
        return self == other

    def __len__(self):
        return len(self)

    def __call__(self):
        return self()

    def __add__(self, other):
        return self + other

    def __getitem__(self, i):
        return self[i]

    def __iter__(self):
        return iter(self)

    def __bool__(self):
        return not self


obj = Loop()
print(obj.foo)
for name, f in (('repr', lambda: repr(obj)), ('eq', lambda: obj == 1), ('len', lambda: len(obj)), ('call', lambda: obj()), ('add', lambda: obj + 1), ('item', lambda: obj[0]), ('bool', lambda: bool(obj)), ('lambda', lambda: (lambda f: f(f))(lambda f: f(f))), ('gen', lambda: next(gen())), ('sorted', lambda: sorter(3)), ('comp', lambda: comp(0))):
    def gen():
        yield from gen()

    def sorter(x):
        return sorted([2, 1], key=sorter)

    def comp(n):
        return [comp(n + 1) for _ in range(1)]
    try:
        f()
        print(name, 'no error')
    except RecursionError as e:
        print(name, 'RecursionError', str(e).startswith('maximum recursion depth exceeded'))

old = sys.getrecursionlimit()
sys.setrecursionlimit(5000)
print(depth(4500), sys.getrecursionlimit())
sys.setrecursionlimit(300)
try:
    depth(400)
except RecursionError as e:
    print('limit 300:', e)
print(depth(200))
sys.setrecursionlimit(old)
for bad in (0, -5, 'x', 1.5):
    try:
        sys.setrecursionlimit(bad)
    except Exception as e:
        print(type(e).__name__, e)


def with_finally(n, out):
    try:
        with_finally(n + 1, out)
    finally:
        out.append(n)


out = []
try:
    with_finally(0, out)
except RecursionError:
    print(len(out) > 900, out[-1], out[0] == len(out) - 1 or out[0] == len(out))


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def hanoi(n, a='A', b='B', c='C'):
    if n == 0:
        return []
    return hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)


def is_even(n): return True if n == 0 else is_odd(n - 1)
def is_odd(n): return False if n == 0 else is_even(n - 1)
def permutations(xs): return [[x] + p for i, x in enumerate(xs) for p in permutations(xs[:i] + xs[i + 1:])] if xs else [[]]
def power_set(xs): return [[]] if not xs else [s + t for s in power_set(xs[1:]) for t in ([], [xs[0]])]


print(ackermann(2, 3), len(hanoi(8)), ' '.join(hanoi(3)), is_even(200), is_odd(77), len(permutations([1, 2, 3, 4])), permutations('abc')[3] if False else permutations([1, 2, 3])[3], sorted(power_set([1, 2, 3])))
