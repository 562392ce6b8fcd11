# Module objects, sys.modules, __import__, import forms, attributes and errors of modules.
import builtins
import itertools as it
import math
import sys
from itertools import chain as ch, count
from math import *

print(pi == math.pi, sqrt(16), it.chain is ch, next(count(5)), math is sys.modules['math'], __import__('math') is math, type(math).__name__)
ModuleType = type(sys)
m = ModuleType('made', 'its doc')
print(m, m.__name__, m.__doc__, m.__dict__.keys() >= {'__name__', '__doc__', '__loader__', '__spec__', '__package__'}, m.__spec__, m.__loader__, m.__package__)
m.x = 5
m.__dict__['y'] = 6
print(m.x, m.y, hasattr(m, 'z'), vars(m) is m.__dict__, sorted(k for k in dir(m) if not k.startswith('_')))


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


attempt(lambda: m.z)
attempt(lambda: math.nope)
attempt(lambda: delattr(m, 'z'))
attempt(lambda: setattr(m, '__dict__', {}))
attempt(lambda: ModuleType())
attempt(lambda: ModuleType(5))
attempt(lambda: ModuleType('n').__doc__)
attempt(lambda: m())
m.__getattr__ = lambda name: f'module getattr {name}'
m.__dir__ = lambda: ['b', 'a']
print(m.anything, m.x, dir(m), getattr(m, 'q'))
del m.__getattr__
attempt(lambda: m.anything)
m.__name__ = 'renamed'
attempt(lambda: m.anything)
print(m)
del m.__name__
attempt(lambda: m.anything)
sys.modules['made'] = m
import made
from made import x as made_x

print(made is m, made_x)
try:
    from made import missing
except ImportError as e:
    print(e)
sys.modules['blocked'] = None
try:
    import blocked
except ImportError as e:
    print(type(e).__name__, e, e.name)
sys.modules['weird'] = 'not a module'
import weird

print(weird, weird.upper())
sys.modules['pkg'] = pkg = ModuleType('pkg')
sys.modules['pkg.sub'] = sub = ModuleType('pkg.sub')
pkg.__path__ = []
pkg.sub = sub
sub.v = 'sub value'
import pkg.sub as alias
import pkg.sub
from pkg import sub as s2
from pkg.sub import v

print(alias is sub, pkg.sub.v, s2 is sub, v)
for stmt in ('pkg.none', 'nothing_at_all', 'math.sub', ''):
    attempt(lambda: __import__(stmt))
attempt(lambda: __import__(5))
attempt(lambda: __import__('math', level=-1))
attempt(lambda: __import__('pkg.sub').__name__)
attempt(lambda: __import__('pkg.sub', fromlist=['v']).__name__)


def relative():
    from . import something


def relative2():
    from .. import something


attempt(relative)
attempt(relative2)
original = builtins.__import__
trace = []


def tracing(name, globals=None, locals=None, fromlist=(), level=0):
    trace.append((name, fromlist, level))
    return original(name, globals, locals, fromlist, level)


builtins.__import__ = tracing
import math as m2, sys as s
from math import sqrt as sq, pi as p
import pkg.sub
builtins.__import__ = original
print(trace)
m3 = ModuleType('star')
m3.a, m3._b, m3.c = 1, 2, 3
sys.modules['star'] = m3
from star import *

print('a' in globals(), '_b' in globals(), c)
m3.__all__ = ['_b', 'd']
try:
    from star import *
except AttributeError as e:
    print(e)
print(_b)
m3.__all__ = [5]
try:
    from star import *
except TypeError as e:
    print(e)
print(__name__, __doc__, __package__, __spec__, type(__loader__).__name__ != '', __builtins__ is builtins, sys.modules['__main__'].a)
del sys.modules['star'], sys.modules['blocked'], sys.modules['weird']
attempt(lambda: __import__('star'))
print(sorted(n for n in ('builtins', 'sys', 'math', 'itertools', 'made', 'pkg', 'pkg.sub') if n in sys.modules))
