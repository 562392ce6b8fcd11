# Complex arithmetic, repr, comparison and errors.
a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, -a, +b, abs(a), a.conjugate(), a.real, a.imag, a == 3 + 4j, a != b)
print(a ** 2, a ** 0, a ** -1, a ** 0.5, 2 ** a, a ** b, 1j ** 2, (-1) ** 0.5)
print(a + 1, 1 + a, a - 1.5, 2 * a, a / 2, 1 / a, 0j, -0j, 1j * 1j, 1j ** 3)
for z in (0j, 1j, -1j, 1 + 0j, complex(-0.0, 0.0), complex(0.0, -0.0), complex(-0.0, -0.0), complex(1, -0.0), 1e20 + 1j, complex(1.5, float('inf')), complex(float('nan'), 1), complex(float('-inf'), float('nan')), 1e-5 - 1e16j):
    print(repr(z), str(z), bool(z))
print(complex(), complex(1), complex(1, 2), complex('1+2j'), complex(True, False), complex(imag=2))
print(hash(1 + 0j) == hash(1), hash(1j), hash(3 + 4j), hash(0.5 + 2j), {1: 'x'}[1 + 0j])
print(1 + 0j == 1, 1 == 1 + 0j, 1j == 1, 1.5 == 1.5 + 0j, 2j in [1, 2j], 10 ** 400 == 1j if False else '-')


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)


attempt(lambda: 1j < 2j)
attempt(lambda: 1j >= 1)
attempt(lambda: 1j // 2)
attempt(lambda: 1j % 2)
attempt(lambda: divmod(1j, 2))
attempt(lambda: 1j / 0)
attempt(lambda: 0j ** -1)
attempt(lambda: 0j ** 1j)
attempt(lambda: 0j ** 0)
attempt(lambda: int(1j))
attempt(lambda: float(1j))
attempt(lambda: round(1j))
attempt(lambda: 1j + 'x')
attempt(lambda: sorted([1j, 2j]))
attempt(lambda: pow(1j, 2, 3))
attempt(lambda: complex('x'))
attempt(lambda: complex([]))
attempt(lambda: (1e200 + 1e200j) ** 2)
attempt(lambda: abs(1e308 + 1e308j))
attempt(lambda: setattr(1j, 'real', 2))
attempt(lambda: sum([1j, 2, 3.5]))
attempt(lambda: sum([1, 2j], 0.5))


def mandelbrot(c, limit=30):
    z = 0j
    for n in range(limit):
        if abs(z) > 2:
            return n
        z = z * z + c
    return limit


for y in range(-6, 7):
    print(''.join(' .:-=+*#%@'[min(mandelbrot(complex(x / 15, y / 6)) // 3, 9)] for x in range(-32, 12)))


def dft(xs):
    n = len(xs)
    w = (-1) ** (-2 / n)
    return [sum(x * w ** (i * k) for i, x in enumerate(xs)) for k in range(n)]


print([complex(round(z.real, 6) + 0, round(z.imag, 6) + 0) for z in dft([1, 2, 3, 4])])
