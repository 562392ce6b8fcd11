# One operator instruction fed with every kind of operand in turn: ints, big ints, floats, strings, own classes, errors.
def add(a, b): return a + b
def sub(a, b): return a - b
def mul(a, b): return a * b
def div(a, b): return a / b
def floordiv(a, b): return a // b
def mod(a, b): return a % b
def power(a, b): return a ** b
def lshift(a, b): return a << b
def rshift(a, b): return a >> b
def and_(a, b): return a & b
def less(a, b): return a < b
def equal(a, b): return a == b
def index(a, b): return a[b]
def contains(a, b): return b in a


class V:
    def __init__(self, n): self.n = n
    def __add__(self, o): return f'V+{o}'
    def __radd__(self, o): return f'{o}+V'
    def __mul__(self, o): return NotImplemented
    def __lt__(self, o): return 'V<'
    def __eq__(self, o): return 'V=='
    def __getitem__(self, i):
        if i == 3:
            raise IndexError('V ends')
        return f'V[{i}]'
    def __repr__(self): return 'V'


class I(int):
    def __add__(self, o): return 'I+'


M = 2 ** 63 - 1
PAIRS = [(1, 2), (M, 1), (-M - 1, -1), (M, M), (2 ** 70, 3), (1.5, 2), (2, 1.5), (0.1, 0.2), (True, 1), ('a', 'b'), ('a', 2), ([1], [2]), ((1,), (2,)), (V(1), 5), (5, V(1)), (I(3), 4), (4, I(3)), (1j, 2), ({1}, {2}), (b'x', b'y'), (None, 1), (1, None), (1, 0), (1.0, 0.0), (-7, 2), (7, -2), (-7.5, 2), (2, 100), (2, -2), ({'k': 1}, 'k'), ([10, 20], 1), ('abc', -1), ((1, 2), 5), (range(5), 2), ({'k': 1}, 'z'), ('%s!', 'x'), (5, 64), (-1, 63)]
for f in (add, sub, mul, div, floordiv, mod, power, lshift, rshift, and_, less, equal, index, contains):
    row = []
    for _ in range(2):
        for a, b in PAIRS:
            if f in (power, lshift) and isinstance(b, int) and b > 1000:
                b = 3
            try:
                r = f(a, b)
                row.append(repr(r) if len(repr(r)) < 60 else f'{len(repr(r))} chars')
            except Exception as e:
                row.append(f'{type(e).__name__}: {e}')
    half = len(row) // 2
    assert row[:half] == row[half:], 'the second round differs'
    print(f.__name__)
    for (a, b), text in zip(PAIRS, row):
        print('   ', a, b, '=>', text)


def grow(step):
    n = 1
    out = []
    for i in range(140):
        n = n * 2 + step
        if i in (60, 61, 62, 63, 64, 65, 120):
            out.append(n)
    for i in range(140):
        n = (n - step) // 2
    return out, n


print(grow(0), grow(1), grow(-1))


def sums(xs, zero):
    for x in xs:
        zero = zero + x
    return zero


print(sums(range(200), 0), sums([0.5] * 50, 0), sums(['a', 'b'] * 3, ''), sums([[1], [2]], []), sums([1] * 30 + [0.5] + [1] * 30 + [2 ** 64] + [1j], 0), sums([True] * 10, False))
n = M - 20
for i in range(40):
    n += 1
print(n, n - M)
x = 1
for i in range(80):
    x <<= 1
    x |= i & 1
for i in range(80):
    x >>= 1
print(x)
acc = 0.0
for i in range(50):
    acc += i if i % 3 else i / 2
    acc -= 0.25
print(acc)
s = ''
for i in range(30):
    s += chr(97 + i % 26) if i % 5 else 'é'
    t = s
    s += '' if i % 2 else '.'
print(s, t)
lst = []
for i in range(10):
    lst += [i]
    lst += (i,) if i % 3 == 0 else 'x'
    lst *= 1
print(lst)
i = 5
while i > -5:
    i -= 1.5 if i == 3 else 1
print(i)
