# The code under a running function changes: __code__ replaced, the name rebound or deleted, with garbage made in between.
import gc
import sys


def churn():
    gc.collect()
    return len([[i] * 20 for i in range(2000)])


def old(n):
    if n == 0:
        old.__code__ = new.__code__
        churn()
        return 'bottom'
    r = old(n - 1)
    churn()
    return r, n


def new(n):
    return 'new', n


print(old(3))
print(old(3), old.__name__, old.__code__.co_name)


def deleting(n):
    global deleting
    if n == 0:
        keep.append(deleting)
        del deleting
        churn()
        return sys._getframe().f_code.co_name
    x = [n] * 3
    r = deleting(n - 1)
    churn()
    return r, x


keep = []
print(deleting(2))
try:
    deleting(1)
except NameError as e:
    print(e)
try:
    keep.pop()(1)
except NameError as e:
    print(e)


def redefined(n):
    def redefined_inner(m):
        return 'inner', m, n
    global redefined
    redefined = redefined_inner
    churn()
    return redefined(n)


print(redefined(1), redefined(2))


def defaults(a, b=1, *, c=2):
    return a, b, c


def use(n):
    out = []
    for i in range(n):
        if i == 2:
            defaults.__defaults__ = 10, 20
        if i == 3:
            defaults.__kwdefaults__ = {'c': 30}
        if i == 4:
            defaults.__defaults__ = None
            defaults.__kwdefaults__ = None
        try:
            out.append(defaults(i))
        except TypeError as e:
            out.append(str(e))
    return out


print(use(5))


def closure(x):
    def f():
        return x
    return f


def free(y):
    def g():
        return y * 2
    return g


f, g = closure(1), free(10)
print([f(), f()])
f.__code__ = g.__code__
print([f(), f()])
try:
    f.__code__ = new.__code__
except ValueError as e:
    print(e)


def swap_in_loop():
    out = []
    for i in range(6):
        out.append(target(i))
        target.__code__ = (one, two, three)[i % 3].__code__
    return out


def target(n): return n


def one(n): return -n


def two(n, m=5): return n, m


def three(*args): return args


try:
    print(swap_in_loop())
except TypeError as e:
    print(e)


def gen():
    yield 1
    gen.__code__ = gen2.__code__
    yield 2
    yield 3


def gen2():
    yield 'other'


g = gen()
print(next(g), next(g), list(gen()), list(g))


class C:
    def m(self):
        C.m = lambda self: 'replaced'
        del C.other
        churn()
        try:
            return self.m(), self.other()
        except AttributeError as e:
            return self.m(), str(e)

    def other(self):
        return 'other'


print(C().m(), C().m())


def handler():
    try:
        raise ValueError
    except ValueError:
        handler.__code__ = new0.__code__
        churn()
        try:
            return handler()
        finally:
            churn()


def new0():
    return 'new0'


print(handler(), handler())
r = (lambda n: 'x')
for i in range(3):
    r = (lambda f, i: lambda n: (i, f(n)))(r, i)
    churn()
print(r(1))
frames = []


def keep_frame(n):
    local = [n]
    frames.append(sys._getframe())
    return n if n == 0 else keep_frame(n - 1)


keep_frame(2)
del keep_frame
churn()
print([f.f_locals['local'] for f in frames], frames[-1].f_back is frames[-2], frames[0].f_code.co_name)
