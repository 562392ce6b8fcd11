import math


def t(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        r = f"{type(e).__name__}: {e}"
    print(f.__name__, a, k, r)


inf = math.inf
nan = math.nan
ONE = (
    "acos acosh asin asinh atan atanh cosh cos exp exp2 expm1 fabs gamma lgamma log log1p log2 log10 sin sinh sqrt tan tanh erf ceil floor trunc"
    " degrees radians isnan isinf isfinite frexp modf ulp factorial isqrt"
).split()
for n in ONE:
    f = getattr(math, n)
    for x in (0.0, -0.0, 1, -2, 0.5, -171.5, inf, -inf, nan, 30, "a", None, True, 5e-324):
        t(f, x)
    t(f)
    t(f, 1, 2, 3)
    t(f, x=1)
for n in "atan2 copysign fmod pow remainder hypot dist ldexp nextafter log gcd lcm comb perm isclose prod fsum sumprod".split():
    f = getattr(math, n)
    for x, y in ((0.0, -0.0), (2, -3), (-inf, nan), (1e300, 7), ("s", 0.5), (5, 2), ([1], [1.5]), ((1, 2), (4, 6.5)), (nan, 1), (7.5, -2), (2, 0)):
        t(f, x, y)
    t(f)
    t(f, 1)
    t(f, 1, 2, 3)
    t(f, x=1)
print(math.log(10**400), math.log2(10**400), math.log10(10**400), math.isqrt(10**41), math.gcd(2**100, 6**50), math.lcm(2**60, 3**40))
print(math.comb(100, 30), math.perm(30, 20), math.factorial(40), math.fsum([0.1] * 10), math.fsum([1e100, 1.0, -1e100]), math.dist((1, 2, 3), (4, 5, 6)))
print(math.sumprod([10, 20.5], [3, 4]), math.sumprod([1e16, 1, -1e16], [1, 1, 1]), math.prod([2, 3.5, 2**70]), math.hypot(3, 4), math.hypot(1e200, 1e200))
print(math.nextafter(1.0, 2.0, steps=3), math.nextafter(-1.0, 1.0, steps=10**30), math.remainder(5, 3), math.pi, math.e, math.tau)
for x in range(1, 40):
    print(x, math.sin(x), math.cos(x / 7), math.exp(x / 3), math.log(x), math.sqrt(x), math.atan2(x, 3), math.pow(x, 1.7), x**-1.5, math.tan(x))
