# Digits of pi, e and square roots by integer arithmetic alone.
def pi_spigot(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    out = []
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), 10 * (3 * q + r) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return out


digits = ''.join(map(str, pi_spigot(120)))
print(digits[0] + '.' + digits[1:])


def arctan_inverse(x, unity):
    total = term = unity // x
    n, sign = 3, -1
    while term:
        term //= x * x
        total += sign * (term // n)
        sign, n = -sign, n + 2
    return total


def machin(n):
    unity = 10 ** (n + 10)
    return 4 * (4 * arctan_inverse(5, unity) - arctan_inverse(239, unity)) // 10 ** 10


m = str(machin(200))
print(m, m.startswith(digits), len(m))


def e_digits(n):
    unity = 10 ** (n + 5)
    total = term = unity
    k = 1
    while term:
        term //= k
        total += term
        k += 1
    return total // 10 ** 5


print(e_digits(100))


def sqrt_digits(v, n):
    x = v * 10 ** (2 * n)
    r = x
    while True:
        y = (r + x // r) >> 1
        if y >= r:
            return r
        r = y


print(sqrt_digits(2, 80), sqrt_digits(2, 40) ** 2, sep='\n')
phi = (10 ** 60 + sqrt_digits(5, 60)) // 2
print(phi, str(phi).count('6'))
counts = {}
for d in str(machin(500)):
    counts[d] = counts.get(d, 0) + 1
print(dict(sorted(counts.items())), sum(counts.values()))


def factorial_digits(n):
    f = 1
    for i in range(2, n + 1):
        f *= i
    s = str(f)
    return len(s), s[:20], s[-30:].count('0'), sum(map(int, s))


for n in (10, 50, 100, 250):
    print(n, factorial_digits(n))


def harmonic(n):
    a, b = 0, 1
    for k in range(1, n + 1):
        a, b = a * k + b, b * k
        x, y = a, b
        while y:
            x, y = y, x % y
        a, b = a // x, b // x
    return a, b


a, b = harmonic(60)
print(a, b, sep='/')
print(a / b, a * 10 ** 30 // b)


def bernoulli(n):
    def gcd(x, y):
        while y:
            x, y = y, x % y
        return x
    row = []
    for m in range(n + 1):
        row.append((1, m + 1))
        for j in range(m, 0, -1):
            (p, q), (r, s) = row[j - 1], row[j]
            num, den = j * (p * s - r * q), q * s
            g = gcd(abs(num), den)
            row[j - 1] = num // g, den // g
    return row[0]


print([f'{n}/{d}' for n, d in (bernoulli(k) for k in range(0, 31, 2))])


def fib(n):
    if n == 0:
        return 0, 1
    a, b = fib(n >> 1)
    c, d = a * (2 * b - a), a * a + b * b
    return (d, c + d) if n & 1 else (c, d)


print(fib(100)[0], fib(1000)[0] % 10 ** 20, len(str(fib(3000)[0])))
x, digits = 1, []
for _ in range(20):
    x *= 10
    digits.append(x // 97)
    x %= 97
print(digits, 10 ** 40 // 7, 2 ** 521 - 1, sep='\n')
