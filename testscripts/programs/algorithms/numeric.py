# Floating-point methods: roots, integration, differential equations, series, regression, FFT, simulated bodies.
def newton(f, df, x, tol=1e-12):
    steps = []
    for _ in range(50):
        nx = x - f(x) / df(x)
        steps.append(nx)
        if abs(nx - x) < tol:
            break
        x = nx
    return steps


def bisect(f, a, b, n=40):
    for _ in range(n):
        m = (a + b) / 2
        if f(a) * f(m) <= 0:
            b = m
        else:
            a = m
    return m


print(newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0))
print(newton(lambda x: x ** 3 - x - 2, lambda x: 3 * x * x - 1, 1.5)[-1], bisect(lambda x: x ** 3 - x - 2, 1, 2), bisect(lambda x: x * x - 10, 0, 10))


def trapezoid(f, a, b, n):
    h = (b - a) / n
    return h * (f(a) / 2 + sum(f(a + i * h) for i in range(1, n)) + f(b) / 2)


def simpson(f, a, b, n):
    h = (b - a) / n
    return h / 3 * (f(a) + f(b) + 4 * sum(f(a + i * h) for i in range(1, n, 2)) + 2 * sum(f(a + i * h) for i in range(2, n, 2)))


for n in (10, 100):
    print(n, trapezoid(lambda x: x ** 3, 0, 2, n), simpson(lambda x: x ** 3, 0, 2, n), simpson(lambda x: 4 / (1 + x * x), 0, 1, n), trapezoid(lambda x: 1 / x, 1, 10, n))


def exp(x):
    term = total = 1.0
    n = 1
    while abs(term) > 1e-17 * abs(total):
        term *= x / n
        total += term
        n += 1
    return total


def sin(x):
    term = total = x
    n = 1
    while abs(term) > 1e-18:
        term *= -x * x / ((2 * n) * (2 * n + 1))
        total += term
        n += 1
    return total


def ln(x):
    k = 0
    while x > 1.5:
        x /= 2
        k += 1
    y = (x - 1) / (x + 1)
    return 2 * sum(y ** n / n for n in range(1, 60, 2)) + k * 0.6931471805599453


print([exp(x) for x in (0, 1, -1, 10, 0.5)], [sin(x) for x in (0.0, 0.5, 1.0, 3.0)], [ln(x) for x in (1, 2, 10, 0.7)])


def rk4(f, y, t, h, n):
    for _ in range(n):
        k1 = f(t, y)
        k2 = f(t + h / 2, y + h / 2 * k1)
        k3 = f(t + h / 2, y + h / 2 * k2)
        k4 = f(t + h, y + h * k3)
        y += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
        t += h
    return y


print(rk4(lambda t, y: y, 1.0, 0.0, 0.1, 10), rk4(lambda t, y: -2 * t * y, 1.0, 0, 0.05, 40), rk4(lambda t, y: y * (1 - y), 0.1, 0, 0.25, 40))


class Vec:
    __slots__ = 'x', 'y', 'z'

    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z

    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y, self.z + o.z)
    def __sub__(self, o): return Vec(self.x - o.x, self.y - o.y, self.z - o.z)
    def __mul__(self, k): return Vec(self.x * k, self.y * k, self.z * k)
    def dot(self, o): return self.x * o.x + self.y * o.y + self.z * o.z
    def __repr__(self): return f'({self.x:.6f}, {self.y:.6f}, {self.z:.6f})'


class Body:
    def __init__(self, m, p, v):
        self.m, self.p, self.v = m, Vec(*p), Vec(*v)


bodies = [Body(39.47841760435743, (0, 0, 0), (0, 0, 0)), Body(0.03769367487038949, (4.841431442, -1.160320044, -0.103622044), (0.606326392, 2.81198684, -0.025218361)), Body(0.011286326131968767, (8.343366718, 4.124798564, -0.403523417), (-1.010774346, 1.825662371, 0.008415761))]


def energy(bs):
    e = 0.0
    for i, b in enumerate(bs):
        e += 0.5 * b.m * b.v.dot(b.v)
        for c in bs[i + 1:]:
            d = b.p - c.p
            e -= b.m * c.m / d.dot(d) ** 0.5
    return e


def advance(bs, dt):
    for i, b in enumerate(bs):
        for c in bs[i + 1:]:
            d = b.p - c.p
            mag = dt / d.dot(d) ** 1.5
            b.v = b.v - d * (c.m * mag)
            c.v = c.v + d * (b.m * mag)
    for b in bs:
        b.p = b.p + b.v * dt


print(f'{energy(bodies):.9f}')
for _ in range(100):
    advance(bodies, 0.01)
print(f'{energy(bodies):.9f}', [b.p for b in bodies])


def regression(pts):
    n = len(pts)
    sx, sy = sum(x for x, _ in pts), sum(y for _, y in pts)
    b = (n * sum(x * y for x, y in pts) - sx * sy) / (n * sum(x * x for x, _ in pts) - sx ** 2)
    return (sy - b * sx) / n, b


def stats(xs):
    n = len(xs)
    mean = sum(xs) / n
    var = sum((x - mean) ** 2 for x in xs) / (n - 1)
    s = sorted(xs)
    return mean, var, var ** 0.5, (s[(n - 1) // 2] + s[n // 2]) / 2, max(set(xs), key=lambda x: (xs.count(x), -x))


print(regression([(1, 2), (2, 4.1), (3, 6.2), (4, 7.9)]), stats([2, 4, 4, 4, 5, 5, 7, 9]), stats([1.5, 2.5]))


def fft(xs):
    n = len(xs)
    if n == 1:
        return xs
    even, odd = fft(xs[::2]), fft(xs[1::2])
    w = [complex((-1) ** (-2 * k / n)) for k in range(n // 2)]
    return [e + w[k] * o for k, (e, o) in enumerate(zip(even, odd))] + [e - w[k] * o for k, (e, o) in enumerate(zip(even, odd))]


print([f'{abs(z):.6f}' for z in fft([1, 2, 3, 4, 4, 3, 2, 1])], [f'{z.real:.4f}{z.imag:+.4f}j' for z in fft([1, 0, 0, 0])])


def poly(coeffs, x):
    out = 0
    for c in coeffs:
        out = out * x + c
    return out


def derive(coeffs):
    n = len(coeffs) - 1
    return [c * (n - i) for i, c in enumerate(coeffs[:-1])]


def lagrange(pts, x):
    total = 0
    for i, (xi, yi) in enumerate(pts):
        term = yi
        for j, (xj, _) in enumerate(pts):
            if i != j:
                term *= (x - xj) / (xi - xj)
        total += term
    return total


print(poly([2, -6, 2, -1], 3), derive([2, -6, 2, -1]), lagrange([(0, 1), (1, 3), (2, 11), (3, 31)], 4), lagrange([(1, 1), (2, 4)], 1.5))
x = 0.5
orbit = []
for i in range(60):
    x = 3.9 * x * (1 - x)
    orbit.append(x)
print(orbit[:5], orbit[-1], sum(orbit) / len(orbit))
kahan = c = 0.0
for i in range(1, 10001):
    y = 1 / i - c
    t = kahan + y
    c = (t - kahan) - y
    kahan = t
plain = 0.0
for i in range(1, 10001):
    plain += 1 / i
print(kahan, plain, sum(1 / i for i in range(1, 10001)))
inside, seed = 0, 12345
for _ in range(5000):
    seed = seed * 16807 % 2147483647
    a = seed / 2147483647
    seed = seed * 16807 % 2147483647
    inside += a * a + (seed / 2147483647) ** 2 <= 1
print(inside, 4 * inside / 5000, 1e16 + 1 - 1e16, 0.1 * 3, 1.1 + 2.2, 1e-300 * 1e-300, 2.0 ** -1074, (0.1 + 0.2) * 10, 100 * 1.1)
