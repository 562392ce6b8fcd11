# PEP 667: f_locals is a live view of a function's variables; locals() is a snapshot there, the namespace elsewhere.
import sys


def view():
    x = 1
    f = sys._getframe()
    fl = f.f_locals
    print(type(fl).__name__, dict(fl).keys() == {'x', 'f', 'fl'} or sorted(fl))
    x = 2
    print(fl['x'], f.f_locals['x'], fl is f.f_locals, fl == f.f_locals)
    fl['x'] = 3
    print(x)
    fl['new'] = 'extra'
    print('new' in fl, fl['new'], sorted(fl), 'new' in locals())
    try:
        new
    except NameError as e:
        print(e)
    for op in (lambda: fl.pop('x'), lambda: fl.__delitem__('x'), lambda: fl['nope'], lambda: fl.clear(), lambda: fl.popitem(), lambda: fl[5], lambda: fl.get('nope', 'default'), lambda: fl.setdefault('z', 9), lambda: fl.update({'x': 50}), lambda: len(fl), lambda: fl.__delitem__('nope'), lambda: fl.__delitem__('new')):
        try:
            print(op())
        except Exception as e:
            print(type(e).__name__, e)
    print(x, sorted(fl), fl | {'a': 1} if False else '', [k for k in reversed(list(fl))][:1])
    return fl


fl = view()
print(fl['x'], sorted(fl))


def snapshot():
    a = 1
    l = locals()
    a = 2
    l['a'] = 100
    l2 = locals()
    return a, l['a'], l2['a'], l is l2, sorted(l), sorted(l2)


print(snapshot())


def outer():
    x = 1

    def inner():
        sys._getframe(1).f_locals['x'] = 'from inner'
        sys._getframe(1).f_locals['cell'] = 'cell from inner'
        return cell
    cell = 'original'
    r = inner()
    return x, cell, r


print(outer())


def unbound():
    fl = sys._getframe().f_locals
    print('later' in fl, sorted(fl))
    fl['later'] = 'bound by view'
    print(later)
    later = 1
    del later
    print('later' in fl)
    if False:
        later = 2


unbound()


def old_value_counts():
    x = 1

    def g():
        sys._getframe(1).f_locals['x'] = 10
        return 100
    return x + g(), x


print(old_value_counts())


class C:
    a = 1
    loc = locals()
    loc['b'] = 2
    sys._getframe().f_locals['c'] = 3
    print(b, c, locals() is loc)


print(C.a, C.b, C.c)
locals()['made'] = 'module locals are globals'
print(made, locals() is globals(), sys._getframe().f_locals is globals())


def comp():
    y = 5
    return [sorted(locals()) for i in range(1)], [sys._getframe().f_code.co_name for i in range(1)], list(sorted(locals()) for i in range(1)), [sys._getframe().f_locals['i'] for i in range(2)]


print(comp())


def gen(a):
    b = a
    while True:
        b = yield b


g = gen(1)
next(g)
print(dict(g.gi_frame.f_locals))
g.gi_frame.f_locals['b'] = 'poked'
g.gi_frame.f_locals['a'] = 'poked a'
print(dict(g.gi_frame.f_locals), g.send('sent'))


def kept():
    secret = [1, 2]
    return sys._getframe()


f = kept()
print(dict(f.f_locals), f.f_back.f_code.co_name, f.f_lineno > 0, f.f_code.co_name)
f.f_locals['secret'].append(3)
f.f_locals['secret2'] = 'added later'
print(dict(f.f_locals))
f.clear()
print(dict(f.f_locals))


def running():
    try:
        sys._getframe().clear()
    except RuntimeError as e:
        print(e)


running()


def tb_locals(n):
    data = {'n': n}
    if n == 0:
        raise ValueError('bottom')
    tb_locals(n - 1)


try:
    tb_locals(2)
except ValueError as e:
    tb = e.__traceback__.tb_next
    while tb:
        print(dict(tb.tb_frame.f_locals), end=' ')
        tb = tb.tb_next
print()


def vars_of(a, *args, k=1, **kw):
    return locals()


print(vars_of(1, 2, 3, k=4, z=5), vars_of(0))


def exec_like():
    ns = {'x': 1}
    f = lambda: x
    try:
        return f()
    except NameError as e:
        return str(e)


print(exec_like(), sys._getframe().f_builtins is __builtins__.__dict__ if hasattr(__builtins__, '__dict__') else True, sys._getframe().f_globals is globals(), sys._getframe().f_trace, sys._getframe().f_lasti > 0)
