# Contexts, tracebacks, the exception being handled, generators, descriptors and super, all in one.
import sys
# reentrancy & odd cases
class X:
    def __eq__(s,o): return True
    def __hash__(s): return 1
    def __repr__(s): return 'X()'
try:
    try: raise ValueError('a')
    except ValueError as e:
        e.__context__=e
        raise TypeError('b')
except TypeError as t: print(repr(t.__context__), t.__context__.__context__ is t.__context__)
a=ValueError('1'); b=ValueError('2'); a.__context__=b; b.__context__=a
try:
    try: raise a
    except ValueError: raise b
except ValueError as q: print(q, q.__context__)
def f():
    try: return 1
    finally: print('fin')
print(f())
def deep(n):
    if n: return deep(n-1)
    raise ValueError('deep')
try: deep(5)
except ValueError as e:
    tb=e.__traceback__; c=0
    while tb: c+=1; tb=tb.tb_next
    print(c)
e=ValueError('x')
for i in range(3):
    try: raise e
    except ValueError: pass
c=0; tb=e.__traceback__
while tb: c+=1; tb=tb.tb_next
print(c)
try: raise e.with_traceback(None)
except ValueError as z: print(z.__traceback__.tb_next)
class Cnt(Exception):
    def __init__(self,*a,code=0): super().__init__(*a); self.code=code
try: raise Cnt('m',code=3)
except Cnt as e: print(e.code,e.args,repr(e),str(e))
class KE(KeyError): pass
print(str(KE('k')), repr(KE('k')), KE('k','l'))
class SlotE(Exception):
    __slots__=('z',)
s=SlotE(1); s.z=5; s.w=6; print(s.z,s.w,s.__dict__)
try:
    raise OSError(2,'nope','fn')
except FileNotFoundError as e: print(e, e.errno, e.filename, e.strerror)
print(issubclass(ConnectionResetError,OSError), IOError is OSError, EnvironmentError is OSError)
try: [].pop()
except IndexError as e: print(e)
import builtins
print(sorted(n for n in dir(builtins) if isinstance(getattr(builtins,n),type) and issubclass(getattr(builtins,n),BaseException))[:80])
print(sys.exception(), sys.exc_info())
try: 1/0
except ZeroDivisionError: print(sys.exception(), sys.exc_info()[0])
def g():
    try: yield 1
    except ValueError as e: print('in g',sys.exception()); yield 2
    print('after',sys.exception())
    yield 3
it=g(); next(it)
try: raise KeyError('outer')
except KeyError:
    print(it.throw(ValueError('v')), sys.exception())
    print(next(it), sys.exception())
class A:
    def __del__(self): print('del A')
a=A(); del a
import gc; gc.collect()
async def co():
    return 5
c=co()
try: c.send(None)
except StopIteration as e: print(e.value)
def h(): 
    r = yield from (i for i in range(2))
    return r
print(list(h()))
class It:
    def __init__(s): s.n=0
    def __iter__(s): return s
    def __next__(s):
        s.n+=1
        if s.n>2: raise StopIteration('val')
        return s.n
def y():
    v=yield from It()
    print('v',v)
print(list(y()))
i=It(); next(i);next(i)
try: next(i)
except StopIteration as e: print(e.value, e.args)
print(next(iter([]),'dflt'))
try: next(iter([]))
except StopIteration as e: print(e.args)
f1=lambda: 0
f1.__name__='renamed'; print(f1.__name__, f1.__qualname__)
print((lambda: (yield))().__name__)
print(type(f1).__name__, callable(f1), f1.__closure__)
class Base:
    def who(self): return 'Base'
class L(Base):
    def who(self): return 'L'+super().who()
class R(Base):
    def who(self): return 'R'+super().who()
class LR(L,R):
    def who(self): return 'LR'+super().who()
print(LR().who(), [k.__name__ for k in LR.__mro__])
class CM:
    @classmethod
    def make(cls): return cls.__name__
    @staticmethod
    def st(x): return x
class CM2(CM):
    @classmethod
    def make(cls): return 'sub'+super().make()
print(CM2.make(), CM2().make(), CM2.st(4), CM2.__dict__['make'].__func__.__name__)
