# Caches of globals and builtins while names come, go and move, and code runs with other globals.
import builtins

value = 'first'


def read():
    return value


def read_len(x):
    return len(x)


def late():
    return not_yet


def warm(f, *args):
    for _ in range(30):
        r = f(*args)
    return r


print(warm(read))
value = 'second'
print(read())
globals()['value'] = 'third'
print(read())
del value
try:
    read()
except NameError as e:
    print(e)
value = 'again'
print(read())
for i in range(50):
    globals()['filler%d' % i] = i
print(read(), warm(read))
for i in range(50):
    del globals()['filler%d' % i]
print(read())
print(warm(read_len, 'abc'))
len = lambda x: 'global len'
print(read_len('abc'))
del len
print(read_len('abc'), warm(read_len, [1]))
original = builtins.len
builtins.len = lambda x: 'builtin len'
print(read_len('abc'))
builtins.len = original
print(read_len('abc'))
try:
    late()
except NameError as e:
    print(e)
builtins.not_yet = 'from builtins'
print(late(), warm(late))
not_yet = 'from globals'
print(late())
del not_yet
print(late())
del builtins.not_yet
try:
    late()
except NameError as e:
    print(e)


def namespace(**kw):
    return {'__builtins__': builtins, **kw}


def body():
    global result, counter
    counter = counter + 1
    result = [counter, helper(counter), len('four')]


spaces = [namespace(counter=i * 10, helper=lambda n, i=i: (i, n)) for i in range(12)]
for _ in range(3):
    for ns in spaces:
        exec(body.__code__, ns)
print([ns['result'] for ns in spaces])
spaces[3]['len'] = lambda s: 'own len'
spaces[4]['__builtins__'] = {'len': lambda s: 'own builtins'}
for ns in spaces[:6]:
    exec(body.__code__, ns)
print([ns['result'] for ns in spaces[:6]])
f = type(body)(body.__code__, spaces[0])
f()
f.__globals__['helper'] = str
f()
print(spaces[0]['result'], 'result' in globals(), f.__globals__ is spaces[0])
del spaces[0]['helper']
try:
    f()
except NameError as e:
    print(e, spaces[0]['counter'])


def evaluate(code, ns):
    out = []
    for v in 1, 2.5, 'x', [3]:
        ns['v'] = v
        out.append(eval(code, ns))
    return out


double = (lambda: v + v).__code__
print(evaluate(double, namespace()), evaluate(double, {}))


def assigns():
    global value
    before = value
    for value in range(3):
        pass
    after = value
    del value
    try:
        return before, after, value
    except NameError as e:
        value = 'restored'
        return before, after, str(e), value


print(assigns(), value)


class Namespace(dict):
    def __missing__(self, key):
        return 'missing ' + key


class Scope:
    value = value + ' in class'
    inner = [value for _ in range(2)]
    name = __name__, __qualname__


print(Scope.value, Scope.inner, Scope.name)


def shadow():
    print = [].append
    print(1)
    return print.__self__


print(shadow(), warm(shadow))
names = sorted(n for n in globals() if not n.startswith('__'))
print(names)
for name in ('read', 'late'):
    g = globals().pop(name)
    try:
        eval((lambda: read if name == 'read' else late).__code__, globals())
    except NameError as e:
        print(e)
    globals()[name] = g
print(read(), list(globals())[-1])
