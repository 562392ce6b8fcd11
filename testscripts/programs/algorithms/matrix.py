# Matrices: products, determinants, inverses over exact fractions, rotations, spirals, magic squares.
class Frac:
    __slots__ = 'n', 'd'

    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError(f'Frac({n}, 0)')
        a, b = abs(n), abs(d)
        while b:
            a, b = b, a % b
        s = -1 if d < 0 else 1
        self.n, self.d = s * n // a if a else 0, s * d // a if a else 1

    def __add__(self, o): o = frac(o); return Frac(self.n * o.d + o.n * self.d, self.d * o.d)
    def __sub__(self, o): o = frac(o); return Frac(self.n * o.d - o.n * self.d, self.d * o.d)
    def __mul__(self, o): o = frac(o); return Frac(self.n * o.n, self.d * o.d)
    def __truediv__(self, o): o = frac(o); return Frac(self.n * o.d, self.d * o.n)
    def __rsub__(self, o): return frac(o) - self
    def __rtruediv__(self, o): return frac(o) / self
    __radd__, __rmul__ = __add__, __mul__
    def __neg__(self): return Frac(-self.n, self.d)
    def __eq__(self, o): o = frac(o); return (self.n, self.d) == (o.n, o.d)
    def __lt__(self, o): o = frac(o); return self.n * o.d < o.n * self.d
    def __hash__(self): return hash((self.n, self.d)) if self.d != 1 else hash(self.n)
    def __bool__(self): return self.n != 0
    def __float__(self): return self.n / self.d
    def __repr__(self): return f'{self.n}/{self.d}' if self.d != 1 else str(self.n)


def frac(x):
    return x if isinstance(x, Frac) else Frac(x)


print(Frac(6, -4), Frac(1, 3) + Frac(1, 6), 1 - Frac(2, 3), 2 / Frac(4, 5), Frac(3, 1) == 3, {Frac(2): 'two'}[2], sorted([Frac(1, 2), Frac(1, 3), 1]) if False else min(Frac(1, 2), Frac(1, 3)), float(Frac(1, 8)), sum([Frac(1, n) for n in range(1, 11)]))
try:
    Frac(1) / 0
except ZeroDivisionError as e:
    print(e)


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError('ragged rows')

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]:
            raise ValueError(f'cannot multiply {self.shape} by {o.shape}')
        cols = o.T.rows
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in cols] for r in self.rows])

    def __add__(self, o):
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, o.rows)])

    def __mul__(self, k):
        return Matrix([[a * k for a in r] for r in self.rows])
    __rmul__ = __mul__

    def __pow__(self, n):
        out, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                out = out @ base
            base, n = base @ base, n >> 1
        return out

    def __eq__(self, o):
        return self.rows == o.rows

    def minor(self, i, j):
        return Matrix([r[:j] + r[j + 1:] for k, r in enumerate(self.rows) if k != i])

    def det(self):
        if self.shape == (1, 1):
            return self.rows[0][0]
        return sum((-1) ** j * self.rows[0][j] * self.minor(0, j).det() for j in range(self.shape[1]))

    def inverse(self):
        n = len(self.rows)
        a = [[frac(x) for x in r] + [Frac(int(i == j)) for j in range(n)] for i, r in enumerate(self.rows)]
        for c in range(n):
            p = next((r for r in range(c, n) if a[r][c]), None)
            if p is None:
                raise ValueError('singular matrix')
            a[c], a[p] = a[p], a[c]
            a[c] = [x / a[c][c] for x in a[c]]
            for r in range(n):
                if r != c and a[r][c]:
                    k = a[r][c]
                    a[r] = [x - k * y for x, y in zip(a[r], a[c])]
        return Matrix([r[n:] for r in a])

    def __repr__(self):
        w = max(len(str(x)) for r in self.rows for x in r)
        return '\n'.join(' '.join(str(x).rjust(w) for x in r) for r in self.rows)


m = Matrix([[2, -1, 0], [1, 3, 2], [0, 5, -4]])
print(m, m.T, m @ m, m.det(), m.inverse(), m @ m.inverse() == Matrix.identity(3), 2 * m + m == m * 3, sep='\n')
print((Matrix([[1, 1], [1, 0]]) ** 90).rows[0][1], Matrix([[1, 2, 3]]) @ Matrix([[1], [2], [3]]))
for f in (lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: Matrix([[1, 2]]) @ Matrix([[1, 2]]), lambda: Matrix([[1], [1, 2]])):
    try:
        print(f())
    except ValueError as e:
        print(e)
hilbert = Matrix([[Frac(1, i + j + 1) for j in range(4)] for i in range(4)])
print(hilbert.det(), hilbert.inverse(), sep='\n')


def solve(a, b):
    return [r[0] for r in (Matrix(a).inverse() @ Matrix([[x] for x in b])).rows]


print(solve([[2, 1, -1], [-3, -1, 2], [-2, 1, 2]], [8, -11, -3]), solve([[1, 1], [1, -1]], [3, 0]))


def spiral(rows):
    rows = [list(r) for r in rows]
    while rows:
        yield from rows.pop(0)
        rows = [list(r) for r in zip(*rows)][::-1]


grid = [[y * 4 + x for x in range(4)] for y in range(3)]
print(list(spiral(grid)), [list(r) for r in zip(*grid[::-1])], [r[::-1] for r in grid[::-1]], [list(r) for r in zip(*grid)][::-1])


def magic(n):
    m = [[0] * n for _ in range(n)]
    x, y = n // 2, 0
    for v in range(1, n * n + 1):
        m[y][x] = v
        nx, ny = (x + 1) % n, (y - 1) % n
        if m[ny][nx]:
            nx, ny = x, (y + 1) % n
        x, y = nx, ny
    return m


sq = magic(5)
print(Matrix(sq), {sum(r) for r in sq} | {sum(c) for c in zip(*sq)} | {sum(sq[i][i] for i in range(5)), sum(sq[i][4 - i] for i in range(5))}, sep='\n')
pascal = [[1]]
for _ in range(9):
    pascal.append([1, *map(sum, zip(pascal[-1], pascal[-1][1:])), 1])
for row in pascal:
    print(' '.join(map(str, row)).center(30).rstrip())
