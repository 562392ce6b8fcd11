# Globals and builtins that change under running loops; shadowing, deletion, module attributes, nested functions.
import builtins

value = 'first'


def get():
    return value


def measure(x):
    return len(x)


out = []
for i in range(60):
    if i == 10:
        value = 'second'
    if i == 20:
        del value
    if i == 22:
        builtins.value = 'from builtins'
    if i == 30:
        globals()['value'] = 'via globals()'
    if i == 40:
        del globals()['value']
    if i == 45:
        del builtins.value
    if i == 50:
        value = 'back'
    try:
        v = get()
    except NameError as e:
        v = str(e)
    if not out or out[-1] != v:
        out.append(v)
print(out)
out = []
for i in range(60):
    if i == 10:
        len = lambda x: 'global len'
    if i == 20:
        del len
    if i == 30:
        original = builtins.len
        builtins.len = lambda x: 'patched builtin'
    if i == 40:
        builtins.len = original
    if i == 45:
        globals()['len'] = lambda x: 'again'
    if i == 50:
        globals().pop('len')
    v = measure('abc')
    if not out or out[-1] != v:
        out.append(v)
print(out)


def helper(n):
    return n + 1


def loop(n):
    total = 0
    for i in range(n):
        if i == n // 2:
            swap()
        total += helper(i)
    return total


def swap():
    global helper
    old = helper
    helper = lambda n: -n
    globals()['old_helper'] = old


print(loop(20), helper(5), old_helper(5))
helper = old_helper
print(loop(10))


def replaced():
    return 'old code'


def calls():
    out = []
    for i in range(12):
        if i == 4:
            replaced.__code__ = (lambda: 'new code').__code__
        if i == 8:
            replaced.__defaults__ = (7,)
            replaced.__code__ = (lambda x: f'with default {x}').__code__
        out.append(replaced())
    return out


print(calls())


def changing_arity(f, n):
    try:
        return f(*range(n))
    except TypeError as e:
        return str(e)


def direct(f):
    try:
        return f(1, 2)
    except TypeError as e:
        return str(e)


class C:
    def __init__(self, a, b): self.r = (a, b)
    def m(self, a, b): return 'm', a, b
    def __call__(self, a, b): return 'call', a, b


class NoInit:
    pass


class New:
    def __new__(cls, *a): return ('new', *a)


c = C(0, 0)
fs = [lambda a, b: (a, b), lambda *a: a, lambda a, b=5, *c, d=6: (a, b, c, d), lambda a: a, lambda: 0, lambda a, b, c: 0, max, pow, divmod, c.m, c, C, NoInit, New, print, int, str, list, range, isinstance, lambda a, /, b: (a, b), lambda *, k: k, C.m, type(c), 5]
for f in fs * 2:
    r = direct(f)
    print(r.r if isinstance(r, C) else r, end=' | ')
print()
for n in range(4):
    print([changing_arity(f, n) for f in fs[:6]])


def gen_changes():
    for i in range(6):
        yield value


g = gen_changes()
res = [next(g), next(g)]
value = 'changed'
res.append(next(g))
del value
try:
    next(g)
except NameError as e:
    res.append(str(e))
print(res)


def make(n):
    def f():
        return n, outer_name
    return f


outer_name = 1
f1, f2 = make('a'), make('b')
results = []
for i in range(20):
    if i == 10:
        outer_name = 2
    results.append((f1 if i % 2 else f2)())
print(results[8:12])
ns = {'x': 1}
F = type(make)
h = F((lambda: x).__code__, ns)
vals = []
for i in range(20):
    if i == 10:
        ns['x'] = 'other'
    vals.append(h())
print(vals[9:11])
ns.clear()
try:
    h()
except NameError as e:
    print(e)
del builtins
