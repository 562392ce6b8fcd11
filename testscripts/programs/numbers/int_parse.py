# int(), float(), complex(), bool() of everything, and the messages when they fail.

def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)), end='  ')
    except Exception as e:
        print()
        print(type(e).__name__ + ':', e)


print('-- int')
for text in ('0', '-0', '+7', ' 42 ', '\n13\t', '1_000', '0042', '٣٤', '-99'):
    attempt(int, text)
print()
for text in ('', ' ', '1.5', '1e3', 'abc', '0x10', '1__0', '_1', '1_', '- 1', '--1', '1 2', 'a' * 5, '\0', '12\x00', 'é', '٣x', "it's"):
    attempt(int, text)
for text, base in (('ff', 16), ('0xff', 16), ('0XFF', 0), ('0b101', 2), ('101', 2), ('0o17', 8), ('z', 36), ('10', 0), ('0', 0), ('0_7', 8), ('00', 0), ('0b1', 16)):
    attempt(int, text, base)
print()
for text, base in (('08', 0), ('2', 2), ('9', 8), ('g', 16), ('1', 1), ('1', 37), ('1', -1), (10, 10), ('0x', 16), ('0xg', 0), (b'12', 10), (1.5, 10)):
    attempt(int, text, base)
print()
for value in (3.99, -3.99, True, b'12', b' -5 ', bytearray(b'77'), 1e18):
    attempt(int, value)
print()
for value in (None, [], 1j, float('nan'), float('inf'), float('-inf'), b'x', {}, object):
    attempt(int, value)
attempt(int)
attempt(int, base=10)
attempt(int, '1', base=None)
attempt(int, '5', base=True + 6)
attempt(int, '1', 2, 3)
attempt(int, x=1)

print('-- float')
for text in ('1', '1.', '.5', '-1e5', '1E+5', ' 2.5\n', 'inf', '-Infinity', '+nan', '1_0.5_0', '1e400', '-1e-400', '٣.٥', '0x1'[:1]):
    attempt(float, text)
print()
for text in ('', '.', 'e5', '1e', '1.2.3', '1__0', '0x10', 'infx', '1 2', 'abc', 'n an', '1_.5'):
    attempt(float, text)
for value in (3, True, b'1.5', 10 ** 20):
    attempt(float, value)
print()
for value in (None, [], 1j, b'x', 'x' * 60):
    attempt(float, value)
attempt(float, 1, 2)
attempt(float)

print()
print('-- complex')
for text in ('1', '1j', '-j', '1+2j', '(1-2j)', ' 1e3+1.5e-1j ', 'nan+infj', '+j'):
    attempt(complex, text)
print()
for text in ('', '1 + 2j', 'j1', '1+', '(1', '1+2i', 'abc'):
    attempt(complex, text)
attempt(complex, '1', 2)
attempt(complex, 1, '2')
attempt(complex, 1.5, -2)
attempt(complex, None)
attempt(complex, real=1, imag=3)

print()
print('-- bool')
for value in (0, 1, -1, 0.0, -0.0, 0j, '', ' ', 'False', [], [0], (), {}, {0: 0}, None, set(), range(0), range(1), b'', b'\0', Exception(), int, lambda: 0, float('nan')):
    print(bool(value), end=' ')
print()
attempt(bool, 1, 2)
attempt(bool)


class Index:
    def __index__(self):
        return 12


class Int:
    def __int__(self):
        return 34


class BadInt:
    def __int__(self):
        return 'x'


class Float:
    def __float__(self):
        return 2.5


class BadFloat:
    def __float__(self):
        return 2


class Both(Int, Index, Float):
    pass


class Truth:
    def __bool__(self):
        return 5


class Length:
    def __len__(self):
        return -1


print()
for cls in (Index, Int, BadInt, Float, BadFloat, Both):
    attempt(int, cls())
    attempt(float, cls())
    attempt(complex, cls())
attempt(bool, Truth())
attempt(bool, Length())
attempt(hex, Index())
attempt(hex, Int())
attempt(hex, 1.5)
attempt(int, 'ff', Index())
print()
