# Integers beyond 64 bits: the border itself, arithmetic, text in all bases, comparisons.
M = 2 ** 63
print('-- the border')
for x in (M - 2, M - 1, M, M + 1, -M - 1, -M, -M + 1, 2 * M - 1, 2 * M, 2 * M + 1):
    print(x, x + 1, x - 1, -x, abs(x), x.bit_length(), x // 2, x % 10, x == M, x > M)
print(M - 1 + 1 == M, (M + 5) - 10 < M, M * M, -M * M, M * -M // M)
print((M - 1) * 2, (M - 1) * (M - 1), (3037000500 ** 2), 3037000499 ** 2)
print(-M // -1, divmod(-M, -1), abs(-M), -(-M))
print(int('9223372036854775808') - 1, int('-9223372036854775809') + 1)

print('-- arithmetic')
a = 123456789012345678901234567890
b = 987654321098765432109876543210
print(a + b, a - b, a * b, b // a, b % a, -b // a, -b % a, b // -a, b % -a)
print(divmod(a * b + 17, b), divmod(-(a * b + 17), b))
print(a ** 5)
print(pow(a, 77, 10 ** 20 + 39), pow(3, -1, 10 ** 30 + 57))
print(a & b, a | b, a ^ b, ~a, a & -b, -a & b, -a | -b, -a ^ b)
print(a << 70, a >> 70, -a >> 70, -a >> 200, a >> 200, 1 << 100, -1 << 65)
print((1 << 64) - 1, hex((1 << 64) - 1), 0xFFFF_FFFF_FFFF_FFFF_FFFF)

print('-- factorials and fibonacci')
f = 1
for i in range(1, 41):
    f *= i
    if i % 8 == 0:
        print(i, f)
x, y = 0, 1
for i in range(300):
    x, y = y, x + y
print(x, len(str(x)), sum(int(c) for c in str(x)))

print('-- text')
n = 2 ** 200 - 1
print(n, hex(n), oct(n), bin(2 ** 70 + 1), sep='\n')
print(f'{n:,}', f'{n:_}', f'{n:x}', f'{n:#X}', f'{n:_b}'[:40], f'{-n:+,d}', f'{n:>70d}|', sep='\n')
print(int('f' * 50, 16), int('z' * 30, 36), int('-1' * 1 + '0' * 40), int('1_000_000_000_000_000_000_000'))
print(int('0b' + '1' * 80, 0), int('0o7' + '7' * 25, 0), int(' \t123456789012345678901234567890\n'))
print(str(10 ** 50), repr(-10 ** 25), '%d' % (10 ** 30), '%x' % (10 ** 30), '%o' % (10 ** 22))
print('%040d|%-40d|%+d' % (10 ** 30, 10 ** 30, 10 ** 30))

print('-- floats and comparisons')
print(float(2 ** 64), float(10 ** 22), float(10 ** 23), 10 ** 300 / 10 ** 299, 2 ** 1000 / 3 ** 600)
print(2 ** 53 == float(2 ** 53), 2 ** 53 + 1 == float(2 ** 53 + 1), 10 ** 16 + 1 > 1e16, 10 ** 400 > 1e308, 10 ** 400 < float('inf'))
print(-10 ** 400 > float('-inf'), 10 ** 400 == float('inf'), 10 ** 400 > float('nan'), 10 ** 22 == 1e22, 10 ** 23 == 1e23)
print(int(1e22), int(1e23), int(1.7976931348623157e308) % 1000007, int(-1e19), int(2.0 ** 63))
print(sorted([10 ** 20, -10 ** 20, 5, 2 ** 64, 2 ** 63, -2 ** 64]), max(2 ** 70, 2 ** 69 * 3), min(-2 ** 70, 1))
print(hash(2 ** 61 - 1), hash(2 ** 61), hash(-2 ** 61), hash(10 ** 30), hash(-1), hash(-2), hash(2 ** 200 + 1), hash(2.0 ** 70) == hash(2 ** 70))
d = {2 ** 70: 'int', 5: 'five'}
print(d[2.0 ** 70], d[5.0], d.get(2 ** 70 + 1), 2 ** 70 in d)

print('-- bits')
print((2 ** 100).bit_count(), (2 ** 100 - 1).bit_count(), (-(2 ** 100 - 1)).bit_count(), (-2 ** 100).bit_length())
print((2 ** 80 + 258).to_bytes(12, 'big'), (2 ** 80 + 258).to_bytes(12, 'little'), (-2 ** 70).to_bytes(10, 'big', signed=True))
print(int.from_bytes(b'\x01' + b'\0' * 10, 'big'), int.from_bytes(b'\xff' * 9, 'little', signed=True), int.from_bytes(b'\xff' * 9))
for e in (lambda: (2 ** 80).to_bytes(10, 'big'), lambda: (-1).to_bytes(3, 'big'), lambda: 1 << (1 << 70), lambda: int('1' * 5000), lambda: str(10 ** 5000)):
    try:
        print(e())
    except Exception as err:
        print(type(err).__name__, err)

print('-- narrowing back')
z = 2 ** 64
for i in range(5):
    z //= 7
    print(z, end=' ')
print((10 ** 30) // (10 ** 29), (10 ** 30) - (10 ** 30) + 3, (2 ** 65) >> 64, [10, 20, 30][(10 ** 30) // (10 ** 30)])
