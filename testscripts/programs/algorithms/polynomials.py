# Algebra by operator overloading: polynomials, rationals, quaternions, intervals, modular numbers, symbolic derivatives.
class Poly:
    def __init__(self, *coeffs):
        c = list(coeffs)
        while len(c) > 1 and c[-1] == 0:
            c.pop()
        self.c = tuple(c) or (0,)

    @property
    def degree(self):
        return len(self.c) - 1 if self.c != (0,) else -1

    def __add__(self, o):
        o = o if isinstance(o, Poly) else Poly(o)
        n = max(len(self.c), len(o.c))
        return Poly(*(self[i] + o[i] for i in range(n)))

    __radd__ = __add__

    def __getitem__(self, i):
        return self.c[i] if i < len(self.c) else 0

    def __neg__(self):
        return Poly(*(-x for x in self.c))

    def __sub__(self, o):
        return self + -o

    def __rsub__(self, o):
        return -self + o

    def __mul__(self, o):
        o = o if isinstance(o, Poly) else Poly(o)
        out = [0] * (len(self.c) + len(o.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c):
                out[i + j] += a * b
        return Poly(*out)

    __rmul__ = __mul__

    def __pow__(self, n):
        out = Poly(1)
        for _ in range(n):
            out *= self
        return out

    def __divmod__(self, d):
        q, r = [0] * max(1, len(self.c) - len(d.c) + 1), list(self.c)
        while len(r) >= len(d.c) and any(r):
            k = r[-1] / d.c[-1]
            k = int(k) if k == int(k) else k
            q[len(r) - len(d.c)] = k
            for i, x in enumerate(d.c, len(r) - len(d.c)):
                r[i] -= k * x
            r.pop()
        return Poly(*q), Poly(*r)

    def __floordiv__(self, d): return divmod(self, d)[0]
    def __mod__(self, d): return divmod(self, d)[1]

    def __call__(self, x):
        out = 0
        for a in reversed(self.c):
            out = out * x + a
        return out

    def __eq__(self, o): return self.c == (o.c if isinstance(o, Poly) else Poly(o).c)
    def __hash__(self): return hash(self.c)
    def __bool__(self): return self.c != (0,)
    def derive(self): return Poly(*(i * a for i, a in enumerate(self.c[1:], 1)))
    def __iter__(self): return iter(self.c)

    def __str__(self):
        terms = []
        for i in range(len(self.c) - 1, -1, -1):
            a = self.c[i]
            if a:
                body = {0: '', 1: 'x'}.get(i, f'x^{i}')
                mag = '' if abs(a) == 1 and i else str(abs(a))
                terms.append(('- ' if a < 0 else '+ ') + mag + body)
        if not terms:
            return '0'
        s = ' '.join(terms)
        return s[2:] if s[0] == '+' else '-' + s[2:]

    def __repr__(self): return f'Poly{self.c}'


x = Poly(0, 1)
p, q = x ** 2 - 3 * x + 2, (x - 1) * (x + 5)
for r in (p, q, p + q, p * q, p - p, 5 - p, -q, p ** 3, p.derive(), p // (x - 1), p % (x - 3), x ** 5 // (x ** 2 + 1), Poly(), Poly(0, 0, 3, 0), 2 * x + 0.5):
    print(str(r), repr(r), r.degree, bool(r))
print(p(2), p(0.5), p(x + 1), p == x * x - 3 * x + 2, p == 5, Poly(5) == 5, hash(p) == hash(Poly(2, -3, 1)), divmod(x ** 3 - 1, x - 1), [p(i) for i in range(-2, 4)], sum([p, q]), list(p))


class Mod:
    def __init_subclass__(cls, n): cls.n = n
    def __init__(self, v): self.v = v % self.n
    def __add__(self, o): return type(self)(self.v + int(o))
    def __sub__(self, o): return type(self)(self.v - int(o))
    def __mul__(self, o): return type(self)(self.v * int(o))
    def __truediv__(self, o): return type(self)(self.v * pow(int(o), -1, self.n))
    def __pow__(self, k): return type(self)(pow(self.v, k, self.n))
    def __int__(self): return self.v
    def __eq__(self, o): return self.v == int(o) % self.n
    def __repr__(self): return f'{self.v} (mod {self.n})'
    __radd__, __rmul__ = __add__, __mul__


class M7(Mod, n=7): pass
class M12(Mod, n=12): pass


print(M7(5) + 4, 3 * M7(5), M7(3) / M7(5), M7(3) ** -1, M7(3) ** 100, M7(10) == 3, sum([M7(4), M7(5)]), [int(M7(3) ** k) for k in range(7)])
try:
    M12(5) / M12(4)
except ValueError as e:
    print(e)


class Quaternion:
    def __init__(self, *w): self.w = (w + (0,) * 4)[:4]
    def __mul__(self, o):
        if isinstance(o, (int, float)):
            return Quaternion(*(x * o for x in self.w))
        a, b, c, d = self.w
        e, f, g, h = o.w
        return Quaternion(a * e - b * f - c * g - d * h, a * f + b * e + c * h - d * g, a * g - b * h + c * e + d * f, a * h + b * g - c * f + d * e)
    def __rmul__(self, k): return self * k
    def __invert__(self): return Quaternion(self.w[0], *(-x for x in self.w[1:]))
    def __abs__(self): return sum(x * x for x in self.w) ** 0.5
    def __eq__(self, o): return self.w == o.w
    def __matmul__(self, v): return (self * Quaternion(0, *v) * ~self).w[1:]
    def __repr__(self): return ' '.join(f'{x:+g}{u}' for x, u in zip(self.w, ('', 'i', 'j', 'k')))


i, j, k = Quaternion(0, 1), Quaternion(0, 0, 1), Quaternion(0, 0, 0, 1)
print(i * j, j * i, i * j * k, i * i, abs(Quaternion(1, 2, 2, 4)), 2 * i * 1.5, ~Quaternion(1, 2, 3, 4), i * j == k, Quaternion(0.5, 0.5, 0.5, 0.5) @ (1, 2, 3))


class Interval:
    def __init__(self, lo, hi=None):
        self.lo, self.hi = lo, lo if hi is None else hi
        if self.lo > self.hi:
            raise ValueError(f'empty interval [{lo}, {hi}]')
    def _of(self, o): return o if isinstance(o, Interval) else Interval(o)
    def __add__(self, o): o = self._of(o); return Interval(self.lo + o.lo, self.hi + o.hi)
    def __neg__(self): return Interval(-self.hi, -self.lo)
    def __sub__(self, o): return self + -self._of(o)
    def __mul__(self, o): o = self._of(o); ps = [a * b for a in (self.lo, self.hi) for b in (o.lo, o.hi)]; return Interval(min(ps), max(ps))
    def __contains__(self, v): return self.lo <= v <= self.hi
    def __and__(self, o): return Interval(max(self.lo, o.lo), min(self.hi, o.hi))
    def __or__(self, o): return Interval(min(self.lo, o.lo), max(self.hi, o.hi))
    def __lt__(self, o): return self.hi < self._of(o).lo
    def __gt__(self, o): return self.lo > self._of(o).hi
    def __repr__(self): return f'[{self.lo}, {self.hi}]'
    __radd__, __rmul__ = __add__, __mul__


a, b = Interval(1, 3), Interval(-2, 5)
print(a + b, a - b, a * b, 2 * a, a & b, a | Interval(7), 2 in a, 4 in a, a < Interval(4, 6), a < b, a > 0, 10 > a, a + 1)
try:
    a & Interval(5, 6)
except ValueError as e:
    print(e)


class Expr:
    def __add__(self, o): return make('+', self, wrap(o))
    def __radd__(self, o): return make('+', wrap(o), self)
    def __mul__(self, o): return make('*', self, wrap(o))
    def __rmul__(self, o): return make('*', wrap(o), self)
    def __pow__(self, n): return make('^', self, wrap(n))


class Num(Expr):
    def __init__(self, v): self.v = v
    def d(self, _): return Num(0)
    def at(self, env): return self.v
    def __repr__(self): return str(self.v)


class Var(Expr):
    def __init__(self, n): self.n = n
    def d(self, v): return Num(int(v == self.n))
    def at(self, env): return env[self.n]
    def __repr__(self): return self.n


def make(op, l, r):
    match op, l, r:
        case '+', Num(v=0), e:
            return e
        case '+' | '^', e, Num(v=n) if n == (op == '^'):
            return e
        case ('*', Num(v=1), e) | ('*', e, Num(v=1)):
            return e
        case ('*', Num(v=0), _) | ('*', _, Num(v=0)):
            return Num(0)
        case _, Num(v=a), Num(v=b):
            return Num({'+': a + b, '*': a * b, '^': a ** b}[op])
    return Op(op, l, r)


class Op(Expr):
    def __init__(self, op, l, r): self.op, self.l, self.r = op, l, r

    def d(self, v):
        match self.op:
            case '+': return self.l.d(v) + self.r.d(v)
            case '*': return self.l.d(v) * self.r + self.l * self.r.d(v)
            case '^': return self.r * self.l ** (self.r.v - 1) * self.l.d(v)

    def at(self, env):
        a, b = self.l.at(env), self.r.at(env)
        return {'+': a + b, '*': a * b, '^': a ** b}[self.op]

    def __repr__(self): return f'({self.l} {self.op} {self.r})'


def wrap(v): return v if isinstance(v, Expr) else Num(v)


X, Y = Var('x'), Var('y')
e = 3 * X ** 2 * Y + 2 * X + Y ** 3 + 7
print(e, e.d('x'), e.d('y'), e.d('x').d('x'), e.d('x').d('x').d('x'), e.at({'x': 2, 'y': 3}), e.d('x').at({'x': 2, 'y': 3}), X + 0, 1 * X, X * 0, Num(2) ** 3, sep='\n')
