# Integer and mixed arithmetic with every operator, and the messages of wrong operands.

def attempt(label, f):
    try:
        print(label, '=', repr(f()))
    except Exception as e:
        print(label, '->', type(e).__name__ + ':', e)


print('-- basic')
for a, b in [(7, 3), (-7, 3), (7, -3), (-7, -3), (0, 5), (6, 3), (-6, 3)]:
    print(a, b, a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b))

print('-- powers')
for base in (2, -2, 0, 10):
    for exp in (0, 1, 5, 8):
        print(base, exp, base ** exp, end='; ')
    print()
print(2 ** -1, 2 ** -2, (-2) ** -3, 10 ** -2, 0 ** 0, 4 ** 0.5, (-8) ** 2)
print(pow(3, 5, 7), pow(3, -1, 7), pow(10, 20, 1000007), pow(2, 10, -5), pow(-3, 3, 5), pow(5, 0, 1))
print((-8) ** (1 / 3))

print('-- floats')
print(7.5 // 2, 7.5 % 2, -7.5 // 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2))
print(1 / 3, 2 / 3, 10 / 4, 1e308 * 10, -1e308 * 10, 0.1 + 0.2)
print(5 % 0.3, -5 % 0.3, 1e20 % 3, 0.0 % 1, -0.0 % 1, 3.0 % float('inf'), -3.0 % float('inf'))
print(3 + 2.0, 3 * 2.0, 3 - 2.5, 2 ** 0.5, 2.0 ** 3, 9 // 2.0)

print('-- bool in arithmetic')
print(True + True, True * 10, True / 2, -True, +False, ~True + 0 if False else 'skipped', sum([True, False, True]))

print('-- errors')
attempt('1/0', lambda: 1 / 0)
attempt('1//0', lambda: 1 // 0)
attempt('1%0', lambda: 1 % 0)
attempt('1.0/0', lambda: 1.0 / 0)
attempt('1.0//0', lambda: 1.0 // 0)
attempt('1.0%0', lambda: 1.0 % 0)
attempt('divmod(1,0)', lambda: divmod(1, 0))
attempt('divmod(1.0,0)', lambda: divmod(1.0, 0))
attempt('0**-1', lambda: 0 ** -1)
attempt('0.0**-1', lambda: 0.0 ** -1)
attempt('pow(2,3,0)', lambda: pow(2, 3, 0))
attempt('pow(2,-1,4)', lambda: pow(2, -1, 4))
attempt('pow(2.0,3,5)', lambda: pow(2.0, 3, 5))
attempt('10.0**400', lambda: 10.0 ** 400)
attempt("1+'a'", lambda: 1 + 'a')
attempt("'a'+1", lambda: 'a' + 1)
attempt("'a'-'b'", lambda: 'a' - 'b')
attempt("[1]+(2,)", lambda: [1] + (2,))
attempt("(1,)+[2]", lambda: (1,) + [2])
attempt("None*2", lambda: None * 2)
attempt("{}|1", lambda: {} | 1)
attempt("'a'*'b'", lambda: 'a' * 'b')
attempt("'a'*2.0", lambda: 'a' * 2.0)
attempt("-'a'", lambda: -'a')
attempt("+[]", lambda: +[])
attempt("~1.5", lambda: ~1.5)
attempt("1<<-1", lambda: 1 << -1)
attempt("1>>-1", lambda: 1 >> -1)
attempt("1.0<<1", lambda: 1.0 << 1)
attempt("1&1.0", lambda: 1 & 1.0)
attempt("1@2", lambda: 1 @ 2)
attempt("2**'x'", lambda: 2 ** 'x')
attempt("pow('x',2)", lambda: pow('x', 2))
attempt("divmod('x',2)", lambda: divmod('x', 2))
attempt("int division of big", lambda: 10 ** 400 / 3)
attempt("float of big", lambda: float(10 ** 400))
attempt("big/big", lambda: 10 ** 400 / 10 ** 399)

print('-- in place')
x = 10
x += 5; print(x, end=' ')
x -= 3; print(x, end=' ')
x *= 4; print(x, end=' ')
x //= 5; print(x, end=' ')
x **= 3; print(x, end=' ')
x %= 100; print(x, end=' ')
x <<= 3; print(x, end=' ')
x >>= 1; print(x, end=' ')
x |= 7; print(x, end=' ')
x &= 0x6c; print(x, end=' ')
x ^= 0xff; print(x, end=' ')
x /= 4; print(x)


def inplace_error(op):
    v = 1
    try:
        if op == '+=': v += 'a'
        elif op == '-=': v -= None
        elif op == '**=': v **= []
        elif op == '//=': v //= {}
        elif op == '@=': v @= 2
        elif op == '>>=': v >>= 1.5
        elif op == '|=': v |= 'x'
    except TypeError as e:
        print(op, e)


for op in ('+=', '-=', '**=', '//=', '@=', '>>=', '|='):
    inplace_error(op)
