# str.format, format_map, field names, conversions, nested specs, errors.

def attempt(fmt, *args, **kwargs):
    try:
        print(repr(fmt), '->', repr(fmt.format(*args, **kwargs)))
    except Exception as e:
        print(repr(fmt), '->', type(e).__name__ + ':', e)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return 'Point(%r, %r)' % (self.x, self.y)

    def __format__(self, spec):
        if spec == 'polar':
            return 'r=%.2f' % (self.x ** 2 + self.y ** 2) ** 0.5
        return 'P[' + spec + ']'


p = Point(3, 4)
attempt('{} {} {}', 1, 'b', None)
attempt('{2} {0} {1} {0}', 'a', 'b', 'c')
attempt('{a} {b!r} {c!s:>5} {d!a}', a=1, b='x', c='é', d='é')
attempt('{0.x} {0.y} {0}', p)
attempt('{0:polar} {0:anything} {0!r:>15}', p)
attempt('{0[0]} {0[1]} {1[key]} {1[a b]}', [10, 20], {'key': 'v', 'a b': 'w'})
attempt('{0[x].y.x}', {'x': Point(0, Point(1, 2))})
attempt('{:{}} | {:{w}.{p}f} | {:{fill}{align}{w}}', 'x', 5, 3.14159, 'q', w=8, p=2, fill='*', align='^')
attempt('{{}} {{{}}} {{x}}', 5)
attempt('{:>10} {:<10} {:^10}|', 'r', 'l', 'c')
attempt('{:*>10} {:-<10} {:=^10}', 'r', 'l', 'c')
attempt('{:.2} {:5.1} {:s}', 'abc', 'xyz', 'str')
attempt('{:05d} {:+d} {:x} {:#b} {:,}', 42, 42, 255, 5, 1234567)
attempt('{:.3f} {:e} {:g} {:%}', 3.14159, 12345.678, 0.0001, 0.25)
attempt('{!r}', 'x')
attempt('{}', [])
attempt('{0}{1}', 'a', 'b')
attempt('no fields', 1, 2)
attempt('')
attempt('{} {}', 1)
attempt('{1}', 1)
attempt('{a}', 1)
attempt('{}', a=1)
attempt('{0} {}', 1, 2)
attempt('{} {0}', 1, 2)
attempt('{')
attempt('}')
attempt('{0', 1)
attempt('{0!}', 1)
attempt('{0!x}', 1)
attempt('{0!rr}', 1)
attempt('{0!r', 1)
attempt('{0:{', 1)
attempt('{0:{1:{2}}}', 1, 2, 3)
attempt('{0.}', 1)
attempt('{0[}', [1])
attempt('{0[]}', [1])
attempt('{0[0]x}', [1])
attempt('{0.nope}', 1)
attempt('{0[5]}', [1])
attempt('{0[a]}', [1])
attempt('{0[a]}', {})
attempt('{0[-1]}', [1])
attempt('{-1}', 1)
attempt('{ 0}', 1)
attempt('{a.b.c}', a=p)
attempt('{:d}', 'x')
attempt('{:>5}', None)
attempt('{:5}', [1])
attempt('{:q}', 1)
attempt('{:q}', 'x')
attempt('{:=5}', 'x')
attempt('{:+}', 'x')
attempt('{:,}', 'x')
attempt('{:05}', 'x')
attempt('{:#}', 'x')
attempt('{:.f}', 1.5)
attempt('{0!s:.3}', 12345)
attempt('{99999999999999999999}', 1)
attempt('{:99999999999999999999}', 1)


class Default(dict):
    def __missing__(self, key):
        return '<no %s>' % key


print('{a} {b}'.format_map(Default(a=1)), '{x[0]}'.format_map({'x': [9]}))
for bad in ({}, 5, [1]):
    try:
        print('{a}'.format_map(bad))
    except Exception as e:
        print(type(e).__name__, e)
print('{0:{1}{0}}'.format(7, '>'), '{:{}{}}'.format('a', '^', 7), '{0.__class__.__name__}'.format(5), '{.real}{.imag}'.format(3, 4j), '{[1]}'.format('xyz'))
print('%s|%s' % ('{:>{w}}'.format('é', w=4), '{:^{w}}'.format('中', w=5)))


class BadFormat:
    def __format__(self, spec):
        return 5


class Raises:
    def __format__(self, spec):
        raise KeyError(spec)


attempt('{}', BadFormat())
attempt('{:abc}', Raises())
print(format(p, 'polar'), f'{p:polar} {p!r:>20} {p}', object.__format__(p, '')[:7])
try:
    object.__format__(p, 'x')
except TypeError as e:
    print(e)
