# Scoping of names, del, and what NameError, AttributeError, ImportError say; suggestions appear only in tracebacks.
import sys

counter = 1


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, '|', e, '|', getattr(e, 'name', 'no name'))


attempt(lambda: countr)
attempt(lambda: prnt)
attempt(lambda: sys.pth)
attempt(lambda: [].appendd)
attempt(lambda: 'x'.joine)
attempt(lambda: __import__('no_such_module_here'))
attempt(lambda: __import__('sys.nothing'))
attempt(lambda: sys.modules['nope'])


def imports():
    from sys import no_such_name
    return no_such_name


def imports2():
    import math.nope
    return math


def imports3():
    from no_such_package.sub import thing


def imports4():
    from math import pi as p, sqrt
    import sys as system, math
    return p, sqrt(16), system is sys, math.pi == p


for f in (imports, imports2, imports3, imports4):
    attempt(f)
try:
    from math import definitely_not
except ImportError as e:
    print(type(e).__name__, e.name, e.msg.split(' (')[0], e.args[0] == e.msg)
try:
    import missing_module_x
except ModuleNotFoundError as e:
    print(repr(e), e.name, e.path, e.msg, isinstance(e, ImportError))


class C:
    attr = 1
    _private = 2

    def method(self):
        return method

    def use_attr(self):
        return attr

    @classmethod
    def cm(cls):
        return cls.atr


attempt(lambda: C().method())
attempt(lambda: C().use_attr())
attempt(C.cm)
attempt(lambda: C().atrr)


def locals_and_del():
    a = 1
    del a
    return a


def conditional(flag):
    if flag:
        v = 1
    return v


def loop_var():
    for i in []:
        pass
    return i


def except_var():
    try:
        raise ValueError
    except ValueError as err:
        pass
    return err


def with_later():
    def inner():
        return z
    r = inner()
    z = 1
    return r


def aug():
    counter += 1
    return counter


def class_scope():
    x = 1

    class K:
        y = x
        x = 2
        z = x
    return K.y


def class_scope_unbound():
    class K:
        x = x_undefined
    return K


def del_global():
    global temp
    temp = 1
    del temp
    return temp


def del_nonlocal():
    v = 1

    def g():
        nonlocal v
        del v
    g()
    return v


def import_then_shadow():
    print(sys)
    import sys


def default_undefined():
    def f(a=undefined_default):
        return a
    return f()


def star_in_loop():
    return [undefined_in_comp for _ in range(1)]


def lambda_late():
    f = lambda: late
    late = 'now bound'
    return f()


for f in (locals_and_del, lambda: conditional(0), lambda: conditional(1), loop_var, except_var, with_later, aug, class_scope, class_scope_unbound, del_global, del_nonlocal, import_then_shadow, default_undefined, star_in_loop, lambda_late):
    attempt(f)
print(globals()['counter'], 'counter' in globals(), 'attempt' in dir(), sorted(k for k in globals() if k.startswith('__') and k in ('__name__', '__doc__', '__builtins__', '__file__')))
globals()['dynamic'] = 'made through globals'
print(dynamic, vars() is globals(), locals() is globals())
exec_ns = {}
del counter
attempt(lambda: counter)
counter = 'again'
attempt(lambda: counter)
len = 5
print(len)
del len
print(len('abc'))
print(__builtins__.abs(-3) if hasattr(__builtins__, 'abs') else __builtins__['abs'](-3))
try:
    raise NameError('custom', 'args')
except NameError as e:
    print(e, e.args, e.name)
try:
    raise AttributeError('msg', name='n', obj=[1])
except AttributeError as e:
    print(e, e.name, e.obj)
try:
    raise ImportError('why', name='mod', path='/p')
except ImportError as e:
    print(e, e.name, e.path, e.msg)
