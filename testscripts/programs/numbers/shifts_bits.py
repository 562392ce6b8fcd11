# Bit operations, signs, and int methods.
print('-- shifts')
for n in (0, 1, 5, -1, -5, 255, -256):
    print(n, [n << s for s in (0, 1, 4, 31, 63)], [n >> s for s in (0, 1, 2, 8, 64)])
print(1 << 62, 1 << 63, 1 << 64, -1 << 63, -1 << 64, 3 << 62, (1 << 64) >> 1)
print(0 << 1000, 0 >> 10 ** 20, 5 >> 10 ** 20, -5 >> 10 ** 20, True << 3, True >> True)

print('-- and or xor not')
for a, b in [(12, 10), (-12, 10), (12, -10), (-12, -10), (0, -1), (255, 256)]:
    print(a, b, a & b, a | b, a ^ b, ~a, ~b)
print(True & False, True | False, True ^ True, True & 3, 2 | True, type(True & 1), type(True & True), False ^ True)

print('-- methods')
for n in (0, 1, -1, 2, 255, 256, -256, 1023):
    print(n, n.bit_length(), n.bit_count(), n.conjugate(), n.real, n.imag, n.numerator, n.denominator, n.is_integer(), n.as_integer_ratio())
print((5).to_bytes(), (5).to_bytes(2), (1000).to_bytes(2, 'little'), (1000).to_bytes(length=4, byteorder='big'), (-2).to_bytes(2, signed=True))
print(int.from_bytes(b'\x03\xe8'), int.from_bytes(b'\x03\xe8', 'little'), int.from_bytes(b'\xff\xfe', signed=True), int.from_bytes([1, 2, 3], 'big'), int.from_bytes(b''))
print((3).__add__(4), (3).__add__('x'), (3).__radd__(4), (7).__floordiv__(2), (7).__divmod__(2), (2).__pow__(3, 5), (1).__and__(1.0))
print((5).__index__(), (5).__int__(), (5).__float__(), (5).__bool__(), (0).__bool__(), (-5).__abs__(), (5).__neg__(), (5).__invert__())
print((5).__ceil__(), (5).__floor__(), (5).__trunc__(), (15).__round__(-1), (25).__round__(-1), (35).__round__(-1), round(1234567, -3), round(-1550, -2))
for f in (lambda: (256).to_bytes(1), lambda: (-1).to_bytes(1), lambda: (1).to_bytes(-1), lambda: (1).to_bytes(1, 'middle'), lambda: int.from_bytes(3), lambda: int.from_bytes('ab'),
          lambda: int.from_bytes([256]), lambda: (1).bit_length(2), lambda: (1).nothing, lambda: int.from_bytes(b'a', 'x')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, '-', e)

print('-- bit tricks')


def popcount(n):
    count = 0
    while n:
        n &= n - 1
        count += 1
    return count


def reverse_bits(n, width):
    out = 0
    for _ in range(width):
        out = out << 1 | n & 1
        n >>= 1
    return out


print([popcount(i) for i in range(17)], reverse_bits(0b1101, 8), [i ^ i >> 1 for i in range(16)])
state = 0xACE1
seen = []
for _ in range(12):
    bit = (state ^ state >> 2 ^ state >> 3 ^ state >> 5) & 1
    state = state >> 1 | bit << 15
    seen.append(state)
print(seen)
h = 0xcbf29ce484222325
for c in b'hash me please':
    h = ((h ^ c) * 0x100000001b3) & 0xFFFFFFFFFFFFFFFF
print(hex(h), h)
crc = 0xFFFFFFFF
for byte in b'123456789':
    crc ^= byte
    for _ in range(8):
        crc = (crc >> 1) ^ (0xEDB88320 & -(crc & 1))
print(hex(crc ^ 0xFFFFFFFF))
print([bin(x) for x in (0, 5, -5, True)], [oct(x) for x in (0, 8, -8)], [hex(x) for x in (0, 255, -255)])
