# Thousands of float and complex operations, infinities and NaNs among the operands; each kind of operation prints a digest of its results.
seed = 777


def rnd():
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 18446744073709551616
    return seed >> 33


def number():
    k = rnd() % 12
    if k < 5:
        return (0.0, -0.0, float('inf'), float('nan'), -float('inf'))[k]
    if k == 5:
        return float(rnd() % 10) - 5
    return (rnd() / 2147483648.0 - 0.5) * 10.0 ** (rnd() % 20 - 10)


OPS = {
    'add': lambda a, b: a + b, 'sub': lambda a, b: a - b, 'mul': lambda a, b: a * b, 'truediv': lambda a, b: a / b, 'eq': lambda a, b: a == b,
    'add real': lambda a, b: (a + b.real, a.real + b), 'sub real': lambda a, b: (a - b.real, a.real - b), 'mul real': lambda a, b: (a * b.real, a.real * b),
    'div real': lambda a, b: a / b.real, 'real div': lambda a, b: a.real / b, 'square': lambda a, b: a ** 2, 'minus cube': lambda a, b: a ** -3, 'whole power': lambda a, b: a ** 3.0,
    'neg': lambda a, b: (-a, +a, a.conjugate(), bool(a)), 'repr': lambda a, b: complex(repr(a)) if a == a else 0, 'floordiv': lambda a, b: a.real // b.real, 'mod': lambda a, b: a.real % b.real,
    'divmod': lambda a, b: divmod(a.real, b.real), 'format': lambda a, b: format(a, '.3f') + format(a, '+15.4g') + format(a, '>40') + format(a, ',.2e'),
    'compare': lambda a, b: (a.real < b.real, a.real <= b.real, a.real == b.real, a.real != b.real, a.real >= b.real), 'round': lambda a, b: round(a.real, rnd() % 20 - 8), 'round0': lambda a, b: round(a.real),
    'hash': lambda a, b: hash(complex(a.real, 1)) if a.real == a.real else 0, 'hex': lambda a, b: a.real.hex(), 'from hex': lambda a, b: float.fromhex(a.real.hex()),
    'g': lambda a, b: format(a.real, '.%dg' % (rnd() % 25)), 'f': lambda a, b: format(b.real, ',.%df' % (rnd() % 20)), 'percent': lambda a, b: '%.*e|%10.3f|%g|%+G' % (rnd() % 18, a.real, a.real, b.real, b.real),
    'int': lambda a, b: int(a.real), 'ratio': lambda a, b: a.real.as_integer_ratio(), 'floor': lambda a, b: (a.real.__floor__(), a.real.__ceil__()), 'whole': lambda a, b: a.real.is_integer(),
    'float repr': lambda a, b: (a.real * 3, a.real / 3, a.real + 0.1), 'str': lambda a, b: float(str(a.real)), 'exact power': lambda a, b: (a.real ** 2, a.real ** -1, a.real ** 0, a.real ** 1),
}
digests = dict.fromkeys(OPS, 0)
raised = dict.fromkeys(OPS, 0)
names = list(OPS)
for i in range(9000):
    a, b, name = complex(number(), number()), complex(number(), number()), names[rnd() % len(names)]
    try:
        r = repr(OPS[name](a, b))
    except Exception as e:
        r = type(e).__name__ + str(e)
        raised[name] += 1
    digests[name] = (digests[name] * 31 + int.from_bytes(r.encode(), 'little')) % 2305843009213693951
for name in names:
    print(name, digests[name], raised[name])
