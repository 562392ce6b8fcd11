# The tree of builtin exceptions, attributes of special ones, custom classes.
def tree(cls, depth=0):
    print('  ' * depth + cls.__name__, end='\n')
    for sub in sorted((c for c in cls.__subclasses__() if c.__module__ == 'builtins'), key=lambda c: c.__name__):
        tree(sub, depth + 1)


tree(BaseException)
print(ValueError.__mro__, issubclass(KeyError, LookupError), issubclass(UnicodeDecodeError, ValueError), IOError is OSError, EnvironmentError is OSError, issubclass(ConnectionError, OSError), ExceptionGroup.__mro__)

print('-- OSError')
for args in ((), ('one',), (2, 'No such file'), (2, 'msg', 'file'), (13, 'denied', 'f'), (17, 'exists'), (2, 'm', 'a', None, 'b'), (1, 2, 3, 4, 5, 6), (4, 'i'), (11, 'a'), (32, 'p'), (110, 't'), ('x', 'y')):
    e = OSError(*args)
    print(type(e).__name__, repr(e), '|', str(e), '|', e.errno, e.strerror, e.filename, e.filename2, e.args)
try:
    open('/no/such/dir/file')
except OSError as e:
    print(type(e).__name__, e, e.errno, e.strerror, e.filename, repr(e))
try:
    open('')
except OSError as e:
    print(type(e).__name__, e)
for args in ((), (1,), ('x', 2)):
    print(repr(FileNotFoundError(*args)), FileNotFoundError(*args).errno)
print('-- others')
e = StopIteration(5)
print(e.value, StopIteration().value, StopIteration(1, 2).value, e.args)
e.value = 9
print(e.value, e.args)
e = SystemExit(3)
print(e.code, SystemExit().code, SystemExit(1, 2).code, repr(SystemExit('x')))
e = UnicodeEncodeError('ascii', 'a\xe9b', 1, 2, 'reason')
print(e, e.encoding, e.object, e.start, e.end, e.reason)
print(UnicodeDecodeError('utf-8', b'a\xffbc', 1, 3, 'bad'), '|', UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'bad'), '|', UnicodeTranslateError('a\u4e2d', 1, 2, 'why'), '|', UnicodeEncodeError('x', 'ab', 0, 2, 'r'))
e = SyntaxError('bad', ('f.py', 3, 5, 'some text'))
print(str(e), e.msg, e.filename, e.lineno, e.offset, e.text, e.args, repr(e), str(SyntaxError('only')), e.print_file_and_line)
e = ImportError('m', name='n', path='p')
print(e, e.name, e.path, repr(e))
e = AttributeError('m', name='n', obj=1)
print(e, e.name, e.obj)
e = NameError('m', name='n')
print(e, e.name, NameError('z').name)
for f in (lambda: UnicodeDecodeError(1), lambda: OSError(1, 2, x=3), lambda: ImportError('x', foo=1), lambda: BaseException.__new__(int), lambda: SyntaxError('a', 5), lambda: Exception.args.__get__(5), lambda: NameError('x', foo=1), lambda: StopIteration(x=1), lambda: KeyError(a=1)):
    try:
        print(f())
    except Exception as err:
        print(type(err).__name__, err)


class AppError(Exception):
    """Base."""


class WithFields(AppError):
    def __init__(self, code, message='default'):
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self):
        return f'[{self.code}] {self.message}'


class NoSuper(AppError):
    def __init__(self, a, b=2):
        self.a = a


class WithRepr(AppError, KeyError):
    def __repr__(self):
        return 'custom repr'


class Multi(ValueError, LookupError):
    pass


for exc in (AppError('x'), WithFields(404), WithFields(500, 'oops'), NoSuper(1), NoSuper(1, b=3), WithRepr('k'), Multi('m')):
    try:
        raise exc
    except (LookupError, AppError) as e:
        print(type(e).__name__, str(e), repr(e), e.args, isinstance(e, ValueError), vars(e))
try:
    class Bad(ValueError, OSError, int):
        pass
except TypeError as e:
    print(e)
try:
    class Layout(OSError, SyntaxError):
        pass
except TypeError as e:
    print(e)


class CustomOS(OSError):
    def __init__(self, *args):
        print('init', args)
        super().__init__(*args)


print(repr(CustomOS(2, 'x')), CustomOS(2, 'x').errno, type(CustomOS(2, 'x')).__name__)


class Slotted(Exception):
    __slots__ = ('x',)


s = Slotted('a')
s.x = 5
s.y = 6
print(s.x, s.y, s.args, vars(s))


def classify(f):
    try:
        f()
    except ArithmeticError as e:
        return 'arithmetic', type(e).__name__
    except LookupError as e:
        return 'lookup', type(e).__name__
    except (TypeError, ValueError) as e:
        return 'type or value', type(e).__name__
    except Exception as e:
        return 'other', type(e).__name__
    return 'none'


print([classify(f) for f in (lambda: 1 / 0, lambda: [][1], lambda: {}[1], lambda: int('x'), lambda: 1 + '', lambda: None.x, lambda: 2.0 ** 10000, lambda: next(iter([])), lambda: b'\xff'.decode(), lambda: undefined, lambda: None)])
