# Number theory: sieve, factors, Miller-Rabin, gcd, modular inverse, CRT, totients, perfect numbers, RSA.
def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[:2] = b'\0\0'
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, f in enumerate(flags) if f]


primes = sieve(2000)
print(len(primes), primes[:20], primes[-5:], sum(primes))
print([(p, q) for p, q in zip(primes, primes[1:]) if q - p == 2][:8], max(q - p for p, q in zip(primes, primes[1:])))


def factor(n):
    out, d = {}, 2
    while d * d <= n:
        while n % d == 0:
            out[d] = out.get(d, 0) + 1
            n //= d
        d += 1 + (d > 2)
    if n > 1:
        out[n] = 1
    return out


for n in (1, 2, 60, 97, 1001, 2 ** 16, 123456, 600851475143, 10 ** 9 + 7):
    print(n, factor(n), ' * '.join(f'{p}^{k}' if k > 1 else str(p) for p, k in factor(n).items()))


def is_prime(n):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


print([n for n in range(100) if is_prime(n)] == primes[:25], is_prime(2 ** 61 - 1), is_prime(2 ** 67 - 1), is_prime(2 ** 127 - 1), is_prime(561), is_prime(3215031751), [p for p in range(2, 130) if is_prime(p) and is_prime(2 ** p - 1)])


def egcd(a, b):
    return (a, 1, 0) if b == 0 else (lambda g, x, y: (g, y, x - a // b * y))(*egcd(b, a % b))


def inverse(a, m):
    g, x, _ = egcd(a, m)
    if g != 1:
        raise ValueError(f'{a} has no inverse modulo {m}')
    return x % m


print(egcd(240, 46), inverse(3, 11), inverse(10, 17) == pow(10, -1, 17))
for f in (lambda: inverse(6, 9), lambda: pow(6, -1, 9)):
    try:
        print(f())
    except ValueError as e:
        print(e)


def crt(pairs):
    x, m = 0, 1
    for r, n in pairs:
        x += (r - x) * inverse(m, n) % n * m
        m *= n
    return x % m, m


print(crt([(2, 3), (3, 5), (2, 7)]), crt([(1, 10 ** 9 + 7), (2, 998244353)]))


def totient(n):
    out = n
    for p in factor(n):
        out -= out // p
    return out


print([totient(n) for n in range(1, 21)], sum(totient(n) for n in range(1, 101)))


def divisors(n):
    out = [1]
    for p, k in factor(n).items():
        out = [d * p ** e for d in out for e in range(k + 1)]
    return sorted(out)


print(divisors(360), [n for n in range(2, 10000) if sum(divisors(n)) == 2 * n], [(a, b) for a in range(2, 3000) if (b := sum(divisors(a)) - a) > a and sum(divisors(b)) - b == a])
p, q, e = 61, 53, 17
n, phi = p * q, (p - 1) * (q - 1)
d = pow(e, -1, phi)
msg = [pow(ord(c), e, n) for c in 'RSA works']
print(n, d, msg, ''.join(chr(pow(c, d, n)) for c in msg))
big_p, big_q = 2 ** 89 - 1, 2 ** 107 - 1
N, D = big_p * big_q, pow(65537, -1, (big_p - 1) * (big_q - 1))
secret = int.from_bytes(b'attack at dawn', 'big')
c = pow(secret, 65537, N)
print(c, pow(c, D, N).to_bytes(14, 'big'))


def collatz(n):
    steps = 0
    while n != 1:
        n, steps = (n >> 1 if not n & 1 else 3 * n + 1), steps + 1
    return steps


print(max(range(1, 3000), key=collatz), collatz(2463), [collatz(i) for i in range(1, 20)])
print([n for n in range(1, 1000) if n == sum(int(c) ** len(str(n)) for c in str(n))], [n for n in range(1, 400) if str(n * n).endswith(str(n))], sum(n for n in range(1000) if n % 3 == 0 or n % 5 == 0))


def isqrt(n):
    x = n
    while (y := (x + n // x) // 2) < x:
        x = y
    return x


print(isqrt(2 * 10 ** 60), isqrt(99), [isqrt(n) for n in (1, 2, 3, 4, 15, 16, 17)])


def continued(a, b):
    while b:
        yield a // b
        a, b = b, a % b


print(list(continued(415, 93)), list(continued(3141592653589793, 10 ** 15)), len(str(2 ** 1000)), sum(map(int, str(2 ** 1000))), pow(7, 10 ** 18, 1000000007), 3 ** 200 % 10 ** 12)
