# getattr, setattr, vars, dir, hasattr, callable, isinstance, issubclass, type with three arguments, globals.
class A:
    """Doc A."""
    x = 1

    def __init__(self):
        self.y = 2

    def m(self):
        return 'm'


class B(A):
    z = 3


a, b = A(), B()
print(getattr(a, 'x'), getattr(a, 'nope', 'dflt'), hasattr(a, 'y'), hasattr(A, 'y'), vars(a), sorted(vars(B).keys() - {'__module__', '__doc__', '__static_attributes__', '__firstlineno__'}))
setattr(a, 'new', 5)
delattr(a, 'y')
print(a.__dict__, [n for n in dir(b) if not n.startswith('__')], 'm' in dir(B), dir(a) == sorted(dir(a)))
print(isinstance(b, A), isinstance(a, B), isinstance(1, (str, int)), isinstance(True, int), issubclass(B, A), issubclass(B, B), issubclass(bool, int), isinstance(A, type), isinstance(None, type(None)), issubclass(A, object), isinstance(5, object), isinstance([], (list, tuple)), isinstance(1, ()), issubclass(int, (str, (float, int))))
print(callable(A), callable(a), callable(a.m), callable(5), callable(len), callable(lambda: 0), callable(type))
print(type(5), type('x'), type(a), type(A), type(type), type(None), type(...), type(NotImplemented), type(print), type(a.m), type(A.m), type([].append), type(int.__add__), type((1).__add__), type(range(1)), type(iter([])), type(iter(())), type(iter('')), type(iter({})), type({}.keys()), type(x for x in ''), type(zip()), type(map(str, '')), type(enumerate('')), type(reversed([])), type(slice(1)), type(A.__dict__), type(int.__dict__['real']), type(property()), type(super(B, b)), type(iter(range(1))), type(iter({1})), type(iter(b'')), type({}.items()), type(iter({}.values())), type(filter(None, '')), type(reversed('')), type(iter(int, 1)), type(1j), type(b''), type(bytearray()), type(memoryview(b'')), type(frozenset()))
print(repr(len), repr(int), repr(A.m).split(' at ')[0], repr(a.m).split(' of ')[0], repr([].append).split(' at ')[0], repr(int.__add__), repr((1).__add__).split(' at ')[0], repr(str.upper), repr(dict.fromkeys).split(' at ')[0], repr(int.real), repr(type(None)), repr(A), repr(object.__init__), repr(A.__dict__['m']).split(' at ')[0], repr(type.__call__), repr(A.__weakref__) if hasattr(A, '__weakref__') else '')
C = type('C', (A,), {'w': 5, '__doc__': 'made', 'f': lambda self: self.w})
print(C, C.__doc__, C().f(), C.__module__, C.__qualname__, C.__name__, C.__mro__, type(C), C.__dict__['w'])
print(A.__doc__, B.__doc__, A.m.__doc__, int.__doc__[:20], A.__dict__.get('y', 'no y'), A.__subclasses__()[:2])


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


attempt(lambda: vars(5))
attempt(lambda: getattr(a, 5))
attempt(lambda: setattr(a, 5, 1))
attempt(lambda: A.__dict__.update(q=1))
attempt(lambda: A.__dict__.__setitem__)
attempt(lambda: isinstance(1, 'int'))
attempt(lambda: issubclass(1, int))
attempt(lambda: issubclass(int, 'x'))
attempt(lambda: type('a', 'b', 'c'))
attempt(lambda: type('\0', (), {}))
attempt(lambda: type('x\0y', (), {}))
attempt(lambda: type(5, (), {}))
attempt(lambda: type('X', (), {'__slots__': 5}))
attempt(lambda: type('X', (), {5: 1}).__dict__[5] if False else 'skip')
attempt(lambda: int.__dict__['real'].__get__('x'))
attempt(lambda: object.__getattribute__(a, 'gone'))
attempt(lambda: object.__setattr__(5, 'x', 1))
attempt(lambda: type.__setattr__(int, 'x', 1))
attempt(lambda: a.__class__.__name__.__class__)
attempt(lambda: A.__name__.upper())
attempt(lambda: setattr(A, '__module__', 'elsewhere') or A)
attempt(lambda: setattr(A, '__doc__', 'new doc') or A.__doc__)
attempt(lambda: setattr(A, '__qualname__', 5))
attempt(lambda: setattr(A, '__dict__', {}))
attempt(lambda: setattr(A, '__mro__', ()))
attempt(lambda: delattr(A, '__name__'))
attempt(lambda: A.__class__)
attempt(lambda: A().__init__(1))
attempt(lambda: hash(A) == hash(A))
attempt(lambda: A == A and A != B)
attempt(lambda: A < B)
attempt(lambda: A + B)
attempt(lambda: A | B)
attempt(lambda: A[0])
attempt(lambda: len(A))
attempt(lambda: iter(A))
attempt(lambda: bool(A))
attempt(lambda: object.__reduce_ex__(a, 2)[0].__name__)
attempt(lambda: a.__sizeof__() > 0)
attempt(lambda: a.__format__(''.join(['x'])))
attempt(lambda: object.__eq__(a, a))
attempt(lambda: object.__eq__(a, 5))
attempt(lambda: object.__ne__(a, a))
attempt(lambda: object.__lt__(a, a))
attempt(lambda: object.__hash__(a) == hash(a))
attempt(lambda: object().__dir__()[:0])
attempt(lambda: object.__init_subclass__())
attempt(lambda: object.__subclasshook__(5))
attempt(lambda: object.__new__(A).x)
print(sorted(k for k in globals() if not k.startswith('_')))
globals()['injected'] = 1
print(injected, 'injected' in dir(), len([k for k in dir(__builtins__) if k.endswith('Error')]) > 40)
