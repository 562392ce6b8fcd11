# A local that waits as an operand while something changes it: the old value counts, wherever it waits.
import sys


def poke(name, value, depth=1):
    sys._getframe(depth).f_locals[name] = value
    return value


class Poker:
    """Every operator writes its caller's x."""

    def __init__(self, value=100):
        self.value = value

    def __add__(self, other):
        poke('x', 'added', 2)
        return 'sum'

    __radd__ = __mul__ = __getitem__ = __lt__ = __contains__ = __add__

    def __getattr__(self, name):
        poke('x', 'attr', 2)
        return name

    def __bool__(self):
        poke('x', 'bool', 2)
        return True

    def __iter__(self):
        poke('x', 'iter', 2)
        return iter([1, 2])

    def __index__(self):
        poke('x', 'index', 2)
        return 1


def walrus(x):
    print(x + (x := 5), x)
    print((x := 7) + x, x)
    print(x * (x := x + 1) - x, x)
    print([x, (x := 1), x, (x := 2), x])
    print((x, x + (x := 3), x), {x: (x := 4)}, x)
    print(f'{x} {(x := 9)} {x}', x < (x := 10) < x + (x := 1), x)
    print(x if (x := 0) else x, x or (x := 6) or x, x)
    print('abc'[x - 5:(x := 3)], x, [1, 2, 3, 4][x - (x := 1)])


def swaps(a, b, c):
    a, b = b, a
    print(a, b)
    a, b, c = c, a, b
    print(a, b, c)
    a, b, c = b, b, a
    print(a, b, c)
    a = b = c
    print(a, b, c)
    a, a = a, c
    a, b = (b, a)[::-1]
    [a, b, c], d = [c, b, a], a
    print(a, b, c, d)
    (a, b), c = (a, c), b
    print(a, b, c, d)
    a, *b = c, a, d
    print(a, b, c, d)


def calls(x):
    print(x + poke('x', 2), x)
    print((x, poke('x', 3), x))
    print([x, poke('x', 4)], x, x * 10 + poke('x', 5) * x)
    print(max(x, poke('x', 6), x), x)
    print({x: poke('x', 7)}, x, {x, poke('x', 8)} == {7, 8}, x)
    print(x < poke('x', 9), x, x == poke('x', 10) == x)
    print(f'{x}{poke("x", 11)}{x}', x if poke('x', 12) else 0)
    print('%s %s' % (x, poke('x', 13)), x - (poke('x', 14) - x))
    y = x, poke('x', 15)
    print(y, x)
    d = {}
    d[x] = poke('x', 16)
    d[poke('x', 17)] = x
    print(d, x)
    x += poke('x', 18)
    print(x)
    x = x, poke('x', 19)
    print(x)


def operators():
    p = Poker()
    x = 1
    print(x, x + p, x)
    x = 2
    print((x, p + x, x), [x, p * x, x])
    x = 3
    print((x, p[x], x), (x, p.some, x))
    x = 4
    print((x, not p, x), (x, p < x, x), (x, x in p, x))
    x = 5
    print((x, *p, x), [x, *p, x])
    x = 6
    print((x, 'abc'[p], x), (x, 'abc'[p:], x))
    x = 7
    print((x, 1 if p else 2, x), (x, p and x, x))
    x = 8
    for y in p:
        print(x, y, end=' ')
        x = 9
    print(x)


def deleted(x):
    y = x, (lambda: 1)(), x
    del x
    try:
        print(y, x)
    except UnboundLocalError as e:
        print(y, e)
    x = 1
    try:
        print(x + remove('x'))
    except Exception as e:
        print(type(e).__name__, e)


def remove(name):
    try:
        del sys._getframe(1).f_locals[name]
    except ValueError as e:
        return str(e)
    return 0


def loops(n):
    x = n
    out = []
    for x in range(x, x + (x := 3)):
        out.append((x, x + (x := x * 2), x))
    print(out, x)
    while (x := x - 1) > 5:
        out = [x, *out[:2], x]
    print(out, x)
    print([x + (y := x) + y for x in range(3)], x, y)
    print([(x, x := 5) if False else x for z in range(2)], x) if False else print([x for x in (x, x + 1)], x)


def nested(x):
    def g():
        nonlocal x
        x += 1
        return x
    print(x + g() + x + g() * x, x)
    print((x, g(), x, g()), [x, g()][x - g()])
    a = x
    a, x = g(), a
    print(a, x)


def starred(*args, **kw):
    a = args
    args = args[1:]
    print(a, args, kw, *args, *a, sep='|')
    kw, k = {'sep': '-'}, kw
    print(*args, **kw)
    print(len(k), *(args := (1, 2)), *args, **(kw := {'sep': '+'}))


walrus(1)
swaps(1, 2, 3)
calls(1)
operators()
deleted(1)
loops(2)
nested(1)
starred(1, 2, 3, z=4)
