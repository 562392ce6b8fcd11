# Evaluation order and delayed reads: operands read before a later change of the same variable.
import sys


def log(x):
    print(x, end=' ')
    return x


def walrus():
    x = 1
    a = x + (x := 5)
    b = (x := 2) + x
    c = x * (x := 3) * x
    d = [x, (x := 7), x]
    e = (x, (x := 8), x)
    f = x - (lambda: x)() + (x := 100)
    return a, b, c, d, e, f, x


print(walrus())


def swaps():
    a, b = 1, 2
    a, b = b, a
    a, b, c = b, a + b, a
    x = [0, 0, 0]
    i = 0
    i, x[i] = 2, i + 5
    x[i], i = i, 0
    p = q = x
    p, p[1] = [9, 9], 'p1'
    return a, b, c, x, i, p, q


print(swaps())


def through_frame():
    x = 10

    def poke(v):
        sys._getframe(1).f_locals['x'] = v
        return 1
    a = x + poke(20)
    b = x + poke(30) + x
    c = [x, poke(40), x]
    d = x if poke(50) else 0
    e = (x, poke(60))[0] + x
    return a, b, c, d, e, x


print(through_frame())


def closure_change():
    x = 1

    def bump():
        nonlocal x
        x += 10
        return x
    return x + bump(), bump() + x, x + bump() + x, [x, bump(), x], x


print(closure_change())
g = 1


def global_change():
    def bump():
        global g
        g += 10
        return g
    return g + bump(), bump() + g, [g, bump(), g], g


print(global_change())


class Obj:
    def __init__(self): self.v = 1
    def bump(self):
        self.v += 10
        return self.v


def attr_change():
    o = Obj()
    a = o.v + o.bump()
    b = o.bump() + o.v
    o.v += o.bump()
    c = o.v
    d = {'k': o.v, o.bump(): o.v}
    l = [1, 2, 3]
    l[0] += l.pop()
    i = 0
    l[i] = i = 1
    return a, b, c, d, l, i


print(attr_change())


def target_order():
    d = {}
    d[log('k1')], d[log('k2')] = log('v1'), log('v2')
    print()
    d[log('a')], [d[log('b')], *d[log('c')]] = log((1, [2, 3, 4]))
    print()
    d[log('x')] = d[log('y')] = log('value')
    print()
    log(d)[log('key')] = log('val')
    print()
    o = Obj()
    log(o.v), setattr(o, 'w', log('w'))
    log([5])[log(0)] += log(2)
    print()
    f = lambda *a, **k: (a, k)
    print(log(f.__name__) and f(log(1), *log([2]), log(3), k=log(4), **log({'z': 5})))
    print(log(1) < log(2) < log(0) < log(99))
    print(log(1) if log(0) else log(2), log(0) or log(''), log(1) and log(2), not log(3))
    print({log('k'): log('v'), **log({'m': 1})}, f'{log("f")}{log("g"):>{log(3)}}', log('abc')[log(0):log(2):log(1)])
    assert log(1), log('not evaluated')
    print()
    del d[log('k1')], d[log('k2')]
    print(sorted(d))
    with_default = lambda a=log('default at definition'): a
    print()
    return with_default()


try:
    print(target_order())
except Exception as e:
    print(type(e).__name__, e)


def exceptions_midway():
    x = 1
    try:
        x = x + 1 + (1 / 0)
    except ZeroDivisionError:
        pass
    y = [1, 2, 3]
    try:
        y[0], y[1], y[9] = 'a', 'b', 'c'
    except IndexError:
        pass
    try:
        a, b, c = 1, 2
    except ValueError:
        a = 'unassigned'
    try:
        x, x.attr = 5, 6
    except AttributeError:
        pass
    return x, y, a


print(exceptions_midway())


def loop_reads():
    out, x = [], 0
    for x in range(3):
        y = x
        x += 10
        out.append((x, y, x + (x := x * 2), x))
    while (x := x - 20) > 0:
        out.append(x)
    return out


print(loop_reads())


def deleted(n):
    x = n
    if n > 1:
        del x
    try:
        return x + n
    except UnboundLocalError as e:
        return str(e)


print([deleted(i) for i in (0, 1, 2, 3, 0)])


def try_paths(n):
    if n:
        v = 1
    try:
        if n > 1:
            raise KeyError(n)
        w = v
    except KeyError:
        w = 'k'
    except UnboundLocalError as e:
        w = str(e)
    finally:
        try:
            z = v, w
        except UnboundLocalError as e:
            z = str(e)
    return z


print([try_paths(n) for n in range(3)])
