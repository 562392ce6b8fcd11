# __cause__, __context__, __suppress_context__, raise from, notes, args, tracebacks' presence.
def show(e, depth=0):
    print('  ' * depth + repr(e), 'suppress' if e.__suppress_context__ else '')
    if e.__cause__ is not None:
        print('  ' * depth + ' cause:')
        show(e.__cause__, depth + 1)
    if e.__context__ is not None and e.__context__ is not e.__cause__:
        print('  ' * depth + ' context:')
        show(e.__context__, depth + 1)


def attempt(f):
    try:
        f()
    except BaseException as e:
        print('--', f.__name__)
        show(e)


def implicit():
    try:
        1 / 0
    except ZeroDivisionError:
        {}['missing']


def explicit():
    try:
        int('x')
    except ValueError as e:
        raise RuntimeError('wrapped') from e


def from_none():
    try:
        int('x')
    except ValueError:
        raise RuntimeError('hidden') from None


def from_class():
    raise RuntimeError('a') from KeyError


def from_bad():
    raise RuntimeError('a') from 5


def from_instance():
    raise TypeError('t') from ValueError('v')


def in_finally():
    try:
        raise ValueError('body')
    finally:
        raise KeyError('finally')


def triple():
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise TypeError(2)
    except TypeError:
        raise OSError(3)


def in_else_finally():
    try:
        try:
            pass
        finally:
            raise ValueError('a')
    except ValueError as e:
        try:
            raise e
        except ValueError as same:
            raise LookupError('b') from same


def self_context():
    e = ValueError('self')
    try:
        raise e
    except ValueError:
        raise e


def cycle():
    a, b = ValueError('a'), KeyError('b')
    try:
        raise a
    except ValueError:
        try:
            raise b
        except KeyError:
            raise a


def from_function():
    def inner():
        raise KeyError('inner')
    try:
        raise ValueError('handling')
    except ValueError:
        inner()


def after_handled():
    try:
        raise ValueError('done with')
    except ValueError:
        pass
    raise KeyError('fresh')


def raise_class():
    raise ValueError


def raise_with_args():
    raise ValueError('a', 2, None)


def raise_not_exception():
    raise 'string'


def raise_int_class():
    raise int


def raise_none():
    raise None


class BadInit(Exception):
    def __new__(cls, *a):
        return 5


def raise_bad_new():
    raise BadInit


class NeedsArg(Exception):
    def __init__(self, arg):
        super().__init__(f'arg is {arg}')


def raise_needs_arg():
    raise NeedsArg


def raise_needs_arg_ok():
    raise NeedsArg(7)


def bare_outside():
    raise


for f in (implicit, explicit, from_none, from_class, from_bad, from_instance, in_finally, triple, in_else_finally, self_context, cycle, from_function, after_handled, raise_class, raise_with_args, raise_not_exception, raise_int_class, raise_none, raise_bad_new, raise_needs_arg, raise_needs_arg_ok, bare_outside):
    attempt(f)

print('-- attributes')
e = ValueError('msg', 5)
print(str(e), repr(e), e.args, e.__traceback__, e.__cause__, e.__context__, e.__suppress_context__, ValueError(), str(ValueError()), repr(ValueError('one')), str(KeyError('quoted')), str(KeyError('a', 'b')), str(KeyError()), repr(KeyError(5)))
e.args = ('new', 'args')
e.extra = 1
print(e, e.args, vars(e), e == e, ValueError('a') == ValueError('a'))
e.add_note('note 1')
e.add_note('note 2')
print(e.__notes__)
for f in (lambda: e.add_note(5), lambda: setattr(e, '__cause__', 5), lambda: setattr(e, '__context__', 'x'), lambda: setattr(e, '__traceback__', 5), lambda: setattr(e, 'args', 5), lambda: ValueError(x=1), lambda: delattr(e, 'args'), lambda: e.nope, lambda: e.with_traceback(5)):
    try:
        print(f())
    except Exception as err:
        print(type(err).__name__, err)
e.__cause__ = KeyError('set by hand')
print(repr(e.__cause__), e.__suppress_context__)
e.__cause__ = None
print(e.__cause__, e.__suppress_context__)
try:
    raise e
except ValueError as caught:
    tb = caught.__traceback__
    print(caught is e, tb.tb_lineno > 0, tb.tb_next, tb.tb_frame.f_code.co_name)
print(e.with_traceback(None).__traceback__, e.with_traceback(tb).__traceback__ is tb)
try:
    try:
        raise ValueError('x')
    except ValueError as v:
        raise v.with_traceback(None) from None
except ValueError as w:
    print(w.__cause__, w.__context__, w.__suppress_context__)
