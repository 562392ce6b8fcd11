# The % operator on strings and bytes.

def attempt(fmt, args):
    try:
        print(repr(fmt), '->', repr(fmt % args))
    except Exception as e:
        print(repr(fmt), '->', type(e).__name__ + ':', e)


for fmt in ('%d', '%5d', '%-5d|', '%05d', '%+d', '% d', '%i', '%u', '%x', '%X', '%#x', '%#X', '%o', '%#o', '%.3d', '%8.3d', '%-8.3d|', '%+08d', '%c', '%s', '%r', '%a', '%5s', '%-5s|', '%.1s', '%5.1s', '%e', '%.2f', '%g', '%%'):
    attempt(fmt, 65) if fmt != '%%' else attempt(fmt, ())
for fmt in ('%d', '%x', '%f', '%.0f', '%#.0f', '%e', '%E', '%g', '%G', '%.3g', '%#g', '%10.2f', '%-10.2f|', '%+.1f', '%010.3f', '% f', '%s', '%r', '%i', '%c'):
    attempt(fmt, -3.14159)
for fmt in ('%s', '%r', '%a', '%10s|', '%-10s|', '%.2s', '%c', '%d', '%f', '%x'):
    attempt(fmt, 'é')
for args in (True, None, [1, 2], {'a': 1}, (1,), ((1, 2),), 10 ** 25, -7, 1e300, float('inf'), float('nan'), 2j, b'x', len, int):
    attempt('%s', args)
for args in ((1, 2), (), (1, 2, 3)):
    attempt('%s', args)
    attempt('%s %s', args)
    attempt('none', args)
attempt('%s %d %.1f', ('a', 2, 3))
attempt('%*d', (5, 42))
attempt('%-*d|', (5, 42))
attempt('%.*f', (2, 3.14159))
attempt('%*.*f', (8, 2, 3.14159))
attempt('%*d', ('x', 42))
attempt('%*d', (5,))
attempt('%(a)s %(b)d', {'a': 1, 'b': 2, 'c': 3})
attempt('%(a)5.2f|%(a)r|%%', {'a': 1.5})
attempt('%(a)s', {'b': 1})
attempt('%(a)s', 5)
attempt('%(a)s', (1,))
attempt('%(a', {'a': 1})
attempt('%(a)', {'a': 1})
attempt('%(a b)s %((x))s', {'a b': 1, '(x)': 2})
attempt('%', 1)
attempt('%5', 1)
attempt('abc %y', 1)
attempt('abc %\xe9', 1)
attempt('%d', 'x')
attempt('%d', None)
attempt('%d', [])
attempt('%x', 1.5)
attempt('%x', 'a')
attempt('%f', 'a')
attempt('%f', None)
attempt('%c', 'ab')
attempt('%c', 1.5)
attempt('%c', -1)
attempt('%c', 0x110000)
attempt('%c%c', (0x4e2d, 'x'))
attempt('abc', 1)
attempt('abc', 'x')
attempt('abc', {})
attempt('abc', [1])
attempt('%s', {})
attempt('%d%%', 50)
attempt('%5%|', ())
attempt('%ld %hd %Lf', (1, 2, 3))
attempt('%.50f', 0.1)
attempt('%.0e', 12345)
attempt('%d', float('inf'))
attempt('%d', float('nan'))
attempt('%i', 1e20)
attempt('%99999999999999999999d', 1)


class P:
    def __str__(self):
        return 'str-P'

    def __repr__(self):
        return 'repr-P\xe9'

    def __int__(self):
        return 7

    def __index__(self):
        return 8

    def __float__(self):
        return 9.5


for fmt in ('%s', '%r', '%a', '%d', '%x', '%f', '%10s|', '%c'):
    attempt(fmt, P())


class M:
    def __getitem__(self, key):
        return '<' + key + '>'


attempt('%(one)s and %(two)s', M())
for fmt, args in ((b'%d', 5), (b'%s', b'x'), (b'%b', b'yz'), (b'%a', 'é'), (b'%r', 'é'), (b'%c', 65), (b'%c', b'z'), (b'%x|%5d|%-5d|', (255, 1, 2)), (b'%s', 'x'), (b'%b', 1), (b'%c', 256), (b'%.2f', 1.5), (b'%(a)s', {b'a': b'v'}), (b'%d', 'x'), (b'x', 1)):
    attempt(fmt, args)
for fmt, args in ((b'%f', 'a'), (b'%e', None), (b'%g', 10 ** 400), (b'%\xc3', 1), (b'%y', 1)):
    attempt(fmt, args)
