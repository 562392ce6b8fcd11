# Thousands of int operations of all sizes; each kind of operation prints a digest of its results.
seed = 12345


def rnd():
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 18446744073709551616
    return seed >> 33


def number():
    k = rnd() % 8
    if k == 0:
        v = rnd() % 10
    elif k == 1:
        v = rnd() % 100000
    elif k == 2:
        v = rnd()
    elif k == 3:
        v = rnd() * rnd()
    elif k == 4:
        v = 9223372036854775808 - (rnd() % 3) + 1
    elif k == 5:
        v = rnd() * rnd() * rnd() * rnd()
    elif k == 6:
        v = 1 << (rnd() % 200)
    else:
        v = (1 << (rnd() % 130)) - 1
    return -v if rnd() % 2 else v


OPS = {
    'add': lambda a, b: a + b, 'sub': lambda a, b: a - b, 'mul': lambda a, b: a * b, 'floordiv': lambda a, b: a // b, 'mod': lambda a, b: a % b,
    'divmod': lambda a, b: divmod(a, b), 'truediv': lambda a, b: a / b, 'and': lambda a, b: a & b, 'or': lambda a, b: a | b, 'xor': lambda a, b: a ^ b,
    'lshift': lambda a, b: a << (b % 70), 'rshift': lambda a, b: a >> (b % 200), 'pow': lambda a, b: a ** (b % 9), 'pow3': lambda a, b: pow(a, abs(b), 12345678901),
    'pow3 big': lambda a, b: pow(a, abs(b) % 1000, b), 'inverse': lambda a, b: pow(a, -1, b), 'lt': lambda a, b: (a < b, a <= b, a == b, a != b), 'hash': lambda a, b: hash(a),
    'neg': lambda a, b: (-a, ~a, +a, abs(a)), 'bits': lambda a, b: (a.bit_length(), a.bit_count()), 'float': lambda a, b: float(a),
    'compare float': lambda a, b: (a < float(b), a == float(a), a >= float(a), float(a) == a), 'float mixed': lambda a, b: (a * 1.5, a / 3.7, a // 2.5, a % 7.25),
    'float divmod': lambda a, b: (float(a) // b, float(a) % b), 'str': lambda a, b: int(str(a)), 'hex': lambda a, b: int(hex(abs(a)), 16), 'base 7': lambda a, b: int('123' * 9, 7),
    'to_bytes': lambda a, b: a.to_bytes(40, 'big', signed=True), 'from_bytes': lambda a, b: int.from_bytes(a.to_bytes(40, 'little', signed=True), 'little', signed=True),
    'round': lambda a, b: round(a, -(b % 20)), 'percent': lambda a, b: '%d %x %o %+d %030d' % (a, a, a, a, a), 'format': lambda a, b: format(a, ',d') + format(a, '+#_x'),
    'trunc': lambda a, b: int(float(a) / 3), 'sizeof': lambda a, b: a.__sizeof__(), 'len': lambda a, b: len(range(a, a + b % 50, 3)), 'item': lambda a, b: range(a, b, 7)[-1],
    'in': lambda a, b: b in range(a, b + 1, 3), 'indices': lambda a, b: slice(a, b, 3).indices(abs(a)), 'ratio': lambda a, b: (a / b).as_integer_ratio(),
    'float hex': lambda a, b: (a / b).hex(), 'round float': lambda a, b: (round(a / b, 3), round(float(a), -3)), 'float format': lambda a, b: f'{a / b:.5f} {a / b:g} {a / b:e}',
    'float hash': lambda a, b: hash(float(a) / 3), 'float repr': lambda a, b: repr(a / b),
}
digests = dict.fromkeys(OPS, 0)
raised = dict.fromkeys(OPS, 0)
names = list(OPS)
for i in range(9000):
    a, b, name = number(), number(), names[rnd() % len(names)]
    try:
        r = repr(OPS[name](a, b))
    except Exception as e:
        r = type(e).__name__ + str(e)
        raised[name] += 1
    digests[name] = (digests[name] * 31 + int.from_bytes(r.encode(), 'little')) % 2305843009213693951
for name in names:
    print(name, digests[name], raised[name])
