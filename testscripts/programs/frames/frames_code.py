# Frames, code objects and tracebacks as programs read them.
import sys


def where():
    f = sys._getframe(1)
    return f.f_code.co_name, f.f_lineno


def caller():
    a = 1
    b = where()
    return b, sorted(sys._getframe().f_locals)


print(where(), caller(), sys._getframe().f_code.co_name, sys._getframe().f_back)


def depth():
    f, n = sys._getframe(), 0
    while f:
        n += 1
        f = f.f_back
    return n


def nest(k):
    return depth() if k == 0 else nest(k - 1)


print(depth(), nest(0), nest(5), [depth() for _ in range(1)], (lambda: depth())())


def stack_names():
    f, out = sys._getframe(), []
    while f:
        out.append(f.f_code.co_qualname)
        f = f.f_back
    return out


class K:
    names = stack_names()

    def m(self):
        return stack_names()

    @property
    def p(self):
        return stack_names()


print(K.names, K().m(), K().p, [stack_names() for _ in 'a'], list(stack_names() for _ in 'a'), sorted([1], key=lambda x: print(stack_names()) or 0))
for bad in (100, -1, 'x'):
    try:
        print(sys._getframe(bad).f_code.co_name)
    except Exception as e:
        print(type(e).__name__, e)


def code_attrs(a, b=1, /, c=2, *args, d, e=3, **kw):
    """doc"""
    x = [i for i in range(a)]
    y = lambda: x
    def inner():
        nonlocal x
        x = 1
        return len, undefined
    return 'constant', 1.5, None, (1, 2), 10 ** 6


c = code_attrs.__code__
for name in ('co_name', 'co_qualname', 'co_argcount', 'co_posonlyargcount', 'co_kwonlyargcount', 'co_nlocals', 'co_varnames', 'co_cellvars', 'co_freevars', 'co_names', 'co_filename', 'co_firstlineno'):
    print(name, getattr(c, name))
print([k for k in c.co_consts if not hasattr(k, 'co_code')], [k.co_name for k in c.co_consts if hasattr(k, 'co_code')], type(c.co_code), len(c.co_code) % 2, hash(c) == hash(c), c == c, c == (lambda: 0).__code__)
print([k.co_freevars for k in c.co_consts if hasattr(k, 'co_code')], bool(c.co_flags & 4), bool(c.co_flags & 8), bool(c.co_flags & 32))
lines = sorted({line for _, _, line in c.co_lines() if line})
print([l - c.co_firstlineno for l in lines], len(list(c.co_positions())) == len(c.co_code) // 2)
r = c.replace(co_name='renamed', co_firstlineno=5)
print(r.co_name, r.co_firstlineno, r == c, c.co_name)
for kw in ({'co_nope': 1}, {'co_name': 5}, {'co_argcount': 'x'}, {'co_flags': -1}):
    try:
        print(c.replace(**kw))
    except Exception as e:
        print(type(e).__name__, e)
try:
    c.co_name = 'x'
except AttributeError as e:
    print(e)


def fail():
    x = 1
    raise ValueError('here')


def middle():
    fail()


try:
    middle()
except ValueError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno, tb.tb_lasti >= 0, sorted(tb.tb_frame.f_locals)[:2] if tb.tb_frame.f_code.co_name != '<module>' else 'module', tb.tb_frame.f_lineno >= tb.tb_lineno)
        tb = tb.tb_next
    print(sys.exc_info()[0], sys.exc_info()[1] is e, sys.exc_info()[2] is e.__traceback__, sys.exception() is e)
print(sys.exc_info(), sys.exception())


def reraised():
    try:
        fail()
    except ValueError:
        raise


def from_finally():
    try:
        fail()
    finally:
        pass


for f in (reraised, from_finally):
    try:
        f()
    except ValueError as e:
        tb, out = e.__traceback__, []
        while tb:
            out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
            tb = tb.tb_next
        print(out)
tb = None
try:
    fail()
except ValueError as e:
    tb = e.__traceback__
    e2 = e
for f in (lambda: setattr(tb, 'tb_next', 5), lambda: setattr(tb, 'tb_next', tb), lambda: setattr(tb, 'tb_lineno', 5), lambda: setattr(tb, 'tb_frame', 5), lambda: type(tb)(None, 5, 6, 7), lambda: tb.nope, lambda: dir(tb)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
tb.tb_next = None
print(e2.__traceback__.tb_next, type(tb), type(sys._getframe()), type(c))


def gen():
    yield sys._getframe().f_back.f_code.co_name
    yield sys._getframe().f_code.co_name


def consume():
    return list(gen())


g = gen()
print(consume(), g.gi_frame.f_code.co_name, g.gi_frame.f_back, g.gi_frame.f_lineno - g.gi_code.co_firstlineno)
next(g)
print(g.gi_frame.f_lineno - g.gi_code.co_firstlineno, g.gi_frame.f_back, sorted(g.gi_frame.f_locals))
