# Closures, nonlocal, global, late binding, cells, recursion in nested functions.
def counter(start=0):
    n = start

    def inc(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n

    def reset():
        nonlocal n
        n = start
    return inc, get, reset


inc, get, reset = counter(5)
print(inc(), inc(10), get(), reset(), get())
inc2, get2, _ = counter()
print(inc2(), get(), get2())
print(inc.__closure__[0].cell_contents, inc.__code__.co_freevars, counter.__code__.co_cellvars, reset.__code__.co_freevars, get.__closure__[0] is inc.__closure__[0], print.__name__, (lambda: 0).__closure__)

fs = []
for i in range(3):
    fs.append(lambda: i)
print([f() for f in fs])
print([f() for f in [lambda i=i: i for i in range(3)]])


def make():
    fs = []
    for i in range(3):
        def f(x):
            return x * i
        fs.append(f)
    return fs


print([f(10) for f in make()])


def outer():
    x = 'outer x'

    def middle():
        def inner():
            nonlocal x
            x = 'changed by inner'
            return x
        return inner
    before = x
    r = middle()()
    return before, r, x


print(outer())
x = 'global x'


def globals_test():
    global x, created
    created = 1
    old = x
    x = 'new global'

    def inner():
        x = 'local'

        def innermost():
            global x
            x += '!'
            return x
        return innermost(), x
    return old, inner()


print(globals_test(), x, created)


def unbound():
    try:
        print(v)
    except UnboundLocalError as e:
        print('1', e)
    v = 1

    def f():
        return later

    try:
        f()
    except NameError as e:
        print('2', type(e).__name__, e)
    later = 2
    print(f())
    del later
    try:
        f()
    except NameError as e:
        print('3', type(e).__name__, e)
    try:
        print(later)
    except UnboundLocalError as e:
        print('4', type(e).__name__, e)
    if False:
        never = 1
    try:
        never += 1
    except UnboundLocalError as e:
        print('5', e)
    try:
        del never
    except UnboundLocalError as e:
        print('6', e)
    try:
        print(undefined_anywhere)
    except NameError as e:
        print('7', e)


unbound()


def f():
    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)

    def even(n):
        return n == 0 or odd(n - 1)

    def odd(n):
        return n != 0 and even(n - 1)
    return fact(10), even(10), odd(7), even(7)


print(f())


def cell_params(a, b=2, *args, c, **kw):
    def show():
        return a, b, args, c, kw
    a = a * 2
    return show


print(cell_params(1, c=3)(), cell_params(1, 2, 3, c=4, d=5)())


def empty_cell():
    def g():
        return y
    if g is None:
        y = 1
    c = g.__closure__[0]
    try:
        c.cell_contents
    except ValueError as e:
        print(e)
    c.cell_contents = 'filled'
    return g()


print(empty_cell())


class Acc:
    total = 0

    def method(self):
        total = 5

        def add(n):
            nonlocal total
            total += n
            self.total = total
            return self
        return add


a = Acc()
print(a.method()(3).total, Acc.total)


def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return run


def curry(f, n, *args):
    return f(*args) if len(args) >= n else lambda x: curry(f, n, *args, x)


def memo(f):
    cache = {}

    def wrapper(*args):
        if args not in cache:
            cache[args] = f(*args)
        return cache[args]
    wrapper.cache = cache
    return wrapper


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(compose(str, lambda x: x + 1, abs)(-5), curry(lambda a, b, c: a + b * c, 3)(1)(2)(3), fib(80), len(fib.cache))
del x
try:
    print(x)
except NameError as e:
    print(e)
try:
    del x
except NameError as e:
    print(e)
print((lambda x: (lambda y: (lambda z: (x, y, z))(3))(2))(1), (lambda f: f(f, 5))(lambda f, n: n and n + f(f, n - 1)))


def except_var():
    e = 'before'
    try:
        1 / 0
    except ZeroDivisionError as e:
        g = lambda: e
        print(g())
    try:
        g()
    except NameError as err:
        print(err)


except_var()
