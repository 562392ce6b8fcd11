# ExceptionGroup and except*: splitting, nesting, derive, re-raising.
def show(e, depth=0):
    pad = '  ' * depth
    if isinstance(e, BaseExceptionGroup):
        print(f'{pad}{type(e).__name__} {e.message!r} [{len(e.exceptions)}]')
        for sub in e.exceptions:
            show(sub, depth + 1)
    else:
        print(f'{pad}{e!r}')


eg = ExceptionGroup('top', [ValueError(1), TypeError('t'), ExceptionGroup('nested', [ValueError(2), KeyError('k'), ExceptionGroup('deep', [OSError(3)])])])
show(eg)
print(str(eg), repr(eg), eg.args == ('top', list(eg.exceptions)), eg.message, type(eg.exceptions))
match, rest = eg.split(ValueError)
show(match)
show(rest)
print(eg.subgroup(IndexError), eg.split(IndexError)[1] is eg, eg.subgroup(Exception) is eg, eg.split((ValueError, TypeError, KeyError, OSError))[1])
show(eg.subgroup(lambda e: isinstance(e, (KeyError, OSError))))
show(eg.subgroup((KeyError, TypeError)))


def run(name, exc, handler):
    print('--', name)
    try:
        handler(exc)
    except BaseException as e:
        print('escaped:')
        show(e, 1)
        if e.__context__ is not None:
            print(' context:')
            show(e.__context__, 1)


def h_value(exc):
    try:
        raise exc
    except* ValueError as g:
        print('caught')
        show(g, 1)


def h_several(exc):
    try:
        raise exc
    except* ValueError as g:
        print('value', [repr(x) for x in g.exceptions])
    except* (TypeError, KeyError) as g:
        print('type/key', g.exceptions if len(g.exceptions) < 2 else len(g.exceptions))
    except* Exception as g:
        print('rest')
        show(g, 1)
    else:
        print('else')
    finally:
        print('finally')


def h_raise(exc):
    try:
        raise exc
    except* ValueError:
        raise RuntimeError('new one')


def h_raise_two(exc):
    try:
        raise exc
    except* ValueError:
        raise RuntimeError('first')
    except* TypeError as e:
        raise KeyError('second') from e


def h_reraise(exc):
    try:
        raise exc
    except* ValueError:
        raise


def h_nested(exc):
    try:
        try:
            raise exc
        except* ValueError:
            print('inner value')
    except* TypeError:
        print('outer type')


def h_loop(exc):
    out = []
    for i in range(3):
        try:
            if i == 1:
                raise exc
        except* ValueError:
            out.append(('v', i))
        else:
            out.append(('ok', i))
    print(out)


def h_bad(exc):
    try:
        raise exc
    except* ExceptionGroup:
        pass


def h_bad2(exc):
    try:
        raise exc
    except* 5:
        pass


run('group', eg, h_value)
run('naked value', ValueError('naked'), h_value)
run('naked other', IndexError('other'), h_value)
run('several', eg, h_several)
run('several naked', KeyError('n'), h_several)
run('raise', eg, h_raise)
run('raise two', eg, h_raise_two)
run('reraise', eg, h_reraise)
run('nested', ExceptionGroup('g', [ValueError(1), TypeError(2)]), h_nested)
run('loop', ExceptionGroup('g', [ValueError(1)]), h_loop)
run('bad', ValueError(1), h_bad)
run('bad2', ValueError(1), h_bad2)


def none_raised():
    try:
        pass
    except* ValueError:
        print('no')
    else:
        print('else ran')


none_raised()
print('-- construction')
for f in (lambda: ExceptionGroup('m', []), lambda: ExceptionGroup('m', [5]), lambda: ExceptionGroup('m', 5), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup('m'), lambda: ExceptionGroup('m', [KeyboardInterrupt()]), lambda: ExceptionGroup(), lambda: eg.split(5), lambda: eg.subgroup(), lambda: setattr(eg, 'message', 1), lambda: setattr(eg, 'exceptions', 1)):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
print(type(BaseExceptionGroup('m', [ValueError()])), type(BaseExceptionGroup('m', [KeyboardInterrupt()])), str(ExceptionGroup('one', [ValueError()])), str(ExceptionGroup('two', (ValueError(), KeyError()))))


class MyGroup(ExceptionGroup):
    def __new__(cls, message, excs, code=0):
        self = super().__new__(cls, message, excs)
        self.code = code
        return self

    def derive(self, excs):
        return MyGroup(self.message, excs, self.code + 1)


mg = MyGroup('mine', [ValueError(1), TypeError(2)], 10)
a, b = mg.split(ValueError)
print(type(a), a.code, b.code, repr(a))
try:
    raise mg
except* ValueError as g:
    print(type(g), g.code)
except* TypeError as g:
    print(type(g), g.code)


class Plain(ExceptionGroup):
    pass


print(type(Plain('p', [ValueError(1), KeyError(2)]).split(ValueError)[0]))
eg2 = ExceptionGroup('noted', [ValueError(1), TypeError(2)])
eg2.add_note('a note')
m, r = eg2.split(ValueError)
print(m.__notes__, r.__notes__, m.__notes__ is r.__notes__, m.__cause__, m.__context__)
try:
    try:
        raise KeyError('orig')
    except KeyError:
        raise eg2
except ExceptionGroup as g:
    m, r = g.split(TypeError)
    print(repr(m.__context__), m.__traceback__ is g.__traceback__)
