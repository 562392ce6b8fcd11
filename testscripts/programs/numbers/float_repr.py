# The text of floats: shortest repr, exponents, rounding, special values.
values = [0.0, -0.0, 1.0, -1.0, 0.1, 0.2, 0.3, 0.1 + 0.2, 1 / 3, 2 / 3, 100.0, 123456.789, 1e15, 1e16, 1e17, 123456789012345678.0,
          1e-4, 1e-5, 0.0001234, 0.00001234, 1.5e300, 1.7976931348623157e308, 2.2250738585072014e-308, 5e-324, 1e22, 1e23, 9007199254740993.0,
          3.141592653589793, 2.718281828459045, 1e100, 12345e-10, 99999999999999990.0, 9999999999999998.0, 0.5, 4.35, 2.675, 1.005, 1e21, 1.1e16]
for v in values:
    print(repr(v), str(v), v.hex(), v.is_integer())
inf = float('inf')
nan = float('nan')
print(inf, -inf, nan, -nan, inf - inf, inf * 0, inf + 1, -inf // 1 if False else '-', inf > 1e308, nan == nan, nan != nan, nan < 1, 1 < nan)
print([inf, nan], {1: inf}, (nan,), inf == inf, inf is inf, abs(-inf), max(1, inf), min(-inf, 0), inf % 2 if False else '-')

print('-- round')
for v in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1.005, 1234.5678, 0.05, 5e-324, 1e300):
    print(v, round(v), round(v, 1), round(v, 2), round(v, -1), round(v, 20))
print(round(1e22), round(-0.4), round(0.49999999999999994), round(2.5, None), round(12345.678, -2), round(5.015, 2), type(round(2.0)), type(round(2.0, 0)))
for f in (lambda: round(inf), lambda: round(nan), lambda: round('x'), lambda: round(1.5, 'x'), lambda: round(1.5, 1.0), lambda: int(inf), lambda: round(1, 2, 3), lambda: round(1.7e308, -308)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

print('-- methods')
print((0.75).as_integer_ratio(), (-2.5).as_integer_ratio(), (0.1).as_integer_ratio(), (1e20).as_integer_ratio(), (0.0).as_integer_ratio())
print((2.5).is_integer(), (2.0).is_integer(), inf.is_integer(), (2.5).conjugate(), (2.5).real, (2.5).imag)
print(float.fromhex('0x1.8p3'), float.fromhex('-0x.1p0'), float.fromhex('inf'), float.fromhex('0x1p-1074'), float.fromhex('1.8'), float.fromhex('  0xA.Bp-2 '))
print((1.5).__floor__(), (1.5).__ceil__(), (-1.5).__floor__(), (-1.5).__ceil__(), (-1.5).__trunc__(), (2.5).__round__(), (1.0).__eq__(1), (1.0).__eq__('1'), (1.5).__int__())
print((3.0).__add__(2), (3.0).__radd__(2), (3.0).__add__('x'), (7.5).__divmod__(2), (2.0).__pow__(3), (2.0).__rpow__(3), (1.5).__bool__(), (0.0).__bool__())
for f in (lambda: inf.as_integer_ratio(), lambda: nan.as_integer_ratio(), lambda: float.fromhex('zz'), lambda: float.fromhex('0x1p2000'), lambda: float.fromhex(''), lambda: (1.5).foo):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

print('-- comparisons and hashes')
print(1 == 1.0, 1 < 1.5, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53, 0.0 == -0.0, 1.5 < 2 < 2.5, 3 >= 3.0, 10 ** 20 < 1e21)
print(hash(1.0), hash(0.5), hash(-0.5), hash(1e300), hash(inf), hash(-inf), hash(0.1), hash(-0.0), hash(1.5) == hash(3 / 2), hash(2.0 ** 61))
print({1: 'a', 1.0: 'b', True: 'c'}, {0.5, 0.5, 1.0, 1}, [1.0, 2.0].index(2), 1.0 in {1}, (1.0,) == (1,))
x = nan
print(x in [x], float('nan') in [float('nan')], [x] == [x], [x].count(x), (x,) == (x,), {x: 1}[x])
total = 0.0
for i in range(10):
    total += 0.1
print(total, total == 1.0, sum([0.1] * 10), sum([0.1] * 10) == 1.0, sum([1e16, 1.0, -1e16]), 1e16 + 1.0 - 1e16)
x = 1.0
steps = []
for i in range(8):
    x = (x + 2 / x) / 2
    steps.append(x)
print(steps)
