# The math module: exact results, domain errors, argument errors.
import math

def attempt(name, *args, **kwargs):
    try:
        print(name, args, '=', repr(getattr(math, name)(*args, **kwargs)))
    except Exception as e:
        print(name, args, '->', type(e).__name__ + ':', e)


print(math.pi, math.e, math.tau, math.inf, math.nan)
for x in (0, 1, 4, 2.25, 10 ** 20, 2):
    attempt('sqrt', x)
for args in ((-1,), ('x',), (float('nan'),), (float('inf'),), (float('-inf'),), (), (1, 2), (None,), (10 ** 400,)):
    attempt('sqrt', *args)
for x in (-1.5, -0.5, 0.5, 1.5, 2, 1e20, -3.0):
    print(x, math.floor(x), math.ceil(x), math.trunc(x), math.fabs(x), math.modf(x), math.frexp(x))
for x in (float('inf'), float('nan'), 'x', 1j, None):
    attempt('floor', x)
    attempt('trunc', x)
attempt('ceil', [])
print(math.gcd(), math.gcd(12), math.gcd(12, 18), math.gcd(-12, 18, 27), math.gcd(0, 0), math.gcd(10 ** 30, 6 ** 30), math.lcm(), math.lcm(4, 6), math.lcm(4, 0), math.lcm(2, 3, 5, 7))
attempt('gcd', 1.5, 2)
attempt('lcm', 'a')
print([math.factorial(n) for n in range(12)], math.factorial(30))
attempt('factorial', -1)
attempt('factorial', 2.0)
attempt('factorial', 'x')
attempt('factorial', 10 ** 30)
print(math.comb(10, 3), math.comb(5, 7), math.comb(60, 30), math.perm(10, 3), math.perm(5), math.perm(5, 7), math.perm(30, 15))
attempt('comb', -1, 2)
attempt('comb', 2, -1)
attempt('comb', 2.0, 1)
attempt('perm', 3, -1)
print(math.isqrt(0), math.isqrt(15), math.isqrt(16), math.isqrt(10 ** 40), math.isqrt(2 ** 101))
attempt('isqrt', -1)
attempt('isqrt', 1.5)
print(math.exp(0), math.exp(1), math.log(1), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(0), math.expm1(0), math.log(10 ** 400), math.log2(2 ** 2000), math.log10(10 ** 500), math.exp2(3), math.cbrt(27))
for args in ((0,), (-1,), ('x',), (2, 0), (2, 1), (2, -1), (float('inf'),), ()):
    attempt('log', *args)
attempt('exp', 1000)
attempt('log2', 0)
attempt('log10', -5)
attempt('pow', 0, -1)
attempt('pow', -8, 1 / 3)
attempt('pow', 10, 400)
print(math.pow(2, 10), math.pow(2, 0.5), math.pow(-2, 3), math.pow(0, 0), math.pow(float('nan'), 0), math.pow(1, float('nan')))
print(math.sin(0), math.cos(0), math.tan(0), math.asin(1), math.acos(1), math.atan(1), math.atan2(1, -1), math.atan2(-0.0, -1), math.degrees(math.pi), math.radians(180))
print(math.sinh(0), math.cosh(0), math.tanh(0), math.asinh(0), math.acosh(1), math.atanh(0), math.hypot(3, 4), math.hypot(1, 2, 2), math.hypot(), math.dist([0, 0], [3, 4]))
attempt('asin', 2)
attempt('acosh', 0)
attempt('atanh', 1)
attempt('sin', float('inf'))
attempt('dist', [1], [1, 2])
print(math.fmod(7, 3), math.fmod(-7, 3), math.fmod(7, -3), math.remainder(7, 4), math.remainder(6, 4), math.copysign(1, -0.0), math.copysign(-3, 2), math.ldexp(0.5, 4), math.ldexp(1, -1080))
attempt('fmod', 1, 0)
attempt('remainder', 1, 0)
attempt('ldexp', 1, 10 ** 10)
attempt('ldexp', 1, 1.5)
print(math.isfinite(1), math.isfinite(math.inf), math.isinf(-math.inf), math.isnan(math.nan), math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1), math.isclose(0, 1e-10, abs_tol=1e-9), math.isclose(1, 1.05, rel_tol=0.1))
attempt('isclose', 1, 2, rel_tol=-1)
print(math.fsum([0.1] * 10), math.fsum([1e100, 1, -1e100]), math.fsum([]), math.prod([1, 2, 3, 4]), math.prod([]), math.prod([1.5, 2], start=3), math.prod(['a', 3], start=1), math.sumprod([1, 2, 3], [4, 5, 6]), math.sumprod([0.1, 0.2], [10, 20]))
attempt('sumprod', [1], [1, 2])
attempt('prod', 5)
attempt('fsum', ['a'])
print(math.nextafter(1, 2), math.nextafter(0, -1), math.nextafter(1, 2, steps=3), math.ulp(1), math.ulp(1e16), math.erf(0), math.erfc(0), math.gamma(5), math.lgamma(1), math.fma(2, 3, 4))
attempt('gamma', -1)
attempt('gamma', 200)
attempt('nothing')
attempt('floor', 1.5, 2)
attempt('copysign', 1)
attempt('hypot', 'a')

print(math.sqrt, math.__name__, math.sqrt.__name__)
