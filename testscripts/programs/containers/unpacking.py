# Unpacking in assignments, loops, calls and displays; star targets; order; messages.
a, b = 1, 2
a, b = b, a
print(a, b)
(a, b), c = (1, 2), 3
[a, [b, (c, d)]] = 1, [2, (3, 4)]
print(a, b, c, d)
a, *b = 'hello'
print(a, b)
*a, b = range(4)
print(a, b)
a, *b, c = [1, 2]
print(a, b, c)
a, (b, *c), *d = 1, 'xyz', 5, 6
print(a, b, c, d)
*a, = 'ab'
print(a)
a = b = c = []
print(a is b is c)
x = [0, 1, 2]
i = 0
i, x[i] = 1, 'set'
print(i, x)
x[0], x[-1], (y, z) = 'ab', {'k': 1}, {3: 'three', 4: 'four'}
print(x, y, z)
for a, (b, *c) in [(1, 'ab'), (2, [3, 4, 5])]:
    print(a, b, c, end='; ')
for k, v in {'p': 1, 'q': 2}.items():
    print(k, v, end='; ')
for i, (j, k) in enumerate(zip('ab', 'cd')):
    print(i, j, k, end='; ')
print()
print([*range(3), *'ab'], (*[1], *(2,)), {*[1, 1, 2]}, {**{'a': 1}, 'b': 2, **{'a': 3}}, [*{}, *()], *[1, 2], *'xy', sep=',')


class T:
    def __setattr__(self, name, value):
        print('set', name, value, end='; ')
        object.__setattr__(self, name, value)

    def __setitem__(self, key, value):
        print('item', key, value, end='; ')


def val(v):
    print('eval', v, end='; ')
    return v


t = T()
t.a, t[val('k')], *t.rest = val(1), val(2), val(3), val(4)
print()
t.x = t.y = t[0] = val(9)
print()
t.a, t.b = t.b, t.a = (val(1), val(2))
print(t.a, t.b)


class It:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        for i in range(self.n):
            print('next', i, end=' ')
            yield i


a, b = It(2)
print(a, b)
try:
    a, b = It(5)
except ValueError as e:
    print(e)
first, *rest = It(3)
print(first, rest)


def attempt(src, f):
    try:
        f()
        print(src, 'ok')
    except Exception as e:
        print(src, '->', type(e).__name__ + ':', e)


def two(v):
    a, b = v


def three(v):
    a, b, c = v


def star(v):
    a, *b, c = v


def one(v):
    (a,) = v


def none(v):
    () = v


def nested(v):
    a, (b, c) = v


for v in ((), (1,), (1, 2), (1, 2, 3), [1], [1, 2, 3], 'a', 'abc', {1}, {1: 2, 3: 4, 5: 6}, 5, None, 1.5, (i for i in range(1)), (i for i in range(9)), range(3), object):
    label = v.__class__.__name__ + (' ' + str(len(v)) if hasattr(v, '__len__') else '')
    attempt('two ' + label, lambda: two(v))
for v in ((1, 2), [1, 2, 3, 4], 'ab', iter([1, 2])):
    attempt('three', lambda: three(v))
for v in ((), (1,), 'a', iter([]), 7):
    attempt('star', lambda: star(v))
for v in ((), (1, 2), 3):
    attempt('one', lambda: one(v))
for v in ((), (1,), 'x', 0):
    attempt('none', lambda: none(v))
for v in ((1, 2), (1, (2,)), (1, (2, 3, 4)), (1, None)):
    attempt('nested', lambda: nested(v))
attempt('loop', lambda: [None for a, b in [(1, 2), (3,)]])
attempt('loop int', lambda: [None for a, b in [1]])
attempt('star display', lambda: [*5])
attempt('star display none', lambda: (*None,))
attempt('star set', lambda: {*[[]]})
attempt('dict display', lambda: {**[1]})
attempt('star call', lambda: print(*5))
attempt('dict call', lambda: print(**5))
attempt('dict call keys', lambda: dict(**{1: 2}))


class BadIter:
    def __iter__(self):
        return 5


class Failing:
    def __iter__(self):
        yield 1
        raise KeyError('mid')


attempt('bad iter', lambda: two(BadIter()))
attempt('failing', lambda: two(Failing()))
attempt('failing star', lambda: star(Failing()))
a = [1, 2, 3]
a[0], a[1], a[2] = a[2], a[0], a[1]
print(a)
x, y = 1, 1
for _ in range(10):
    x, y = y, x + y
print(x, y)
(x), [y] = 1, [2]
print(x, y)
