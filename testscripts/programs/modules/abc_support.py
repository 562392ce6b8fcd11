import _abc
def abstractmethod(f):
    f.__isabstractmethod__ = True
    return f
class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _abc._abc_init(cls)
        return cls
    def register(cls, subclass): return _abc._abc_register(cls, subclass)
    def __instancecheck__(cls, instance): return _abc._abc_instancecheck(cls, instance)
    def __subclasscheck__(cls, subclass): return _abc._abc_subclasscheck(cls, subclass)
def t(f,*a):
    try: r=f(*a)
    except BaseException as e: r=f"{type(e).__name__}: {e}"
    print(r)
class A(metaclass=ABCMeta):
    @abstractmethod
    def f(self): pass
    @abstractmethod
    def g(self): pass
class B(A):
    def f(self): return 1
class C(B):
    def g(self): return 2
t(A); t(B); print(C().f(), sorted(A.__abstractmethods__), B.__abstractmethods__, C.__abstractmethods__)
print(isinstance(C(),A), issubclass(B,A), isinstance(3,A), issubclass(int,A), isinstance(3,A))
class D: pass
A.register(D); print(isinstance(D(),A), issubclass(D,A), issubclass(D,B)); t(A.register,3); t(D and B.register,A)
class H(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls,c):
        if cls is H: return hasattr(c,'quack') or NotImplemented
        return NotImplemented
class Duck: quack=1
print(isinstance(Duck(),H), issubclass(int,H)); H.register(int); print(isinstance(5,H), isinstance(True,H))
@A.register
class E: pass
print(E, isinstance(E(),A)); _abc._reset_registry(A); _abc._reset_caches(A); print(isinstance(E(),A))
class S(metaclass=ABCMeta): __abc_tpflags__=1<<5
class S2(S):
    def __len__(s): return 2
    def __getitem__(s,i): return [7,8][i]
match S2():
    case [a,b]: print('seq',a,b)
    case _: print('no')
class P(metaclass=ABCMeta):
    @property
    @abstractmethod
    def x(self): pass
t(P)
class Q(P):
    x=3
print(Q().x, hasattr(S,'__abc_tpflags__'))
