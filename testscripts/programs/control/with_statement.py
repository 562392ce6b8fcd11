# with: protocol order, suppression, several items, exceptions in enter and exit, missing methods.
log = []


class CM:
    def __init__(self, name, suppress=False, enter_exc=None, exit_exc=None):
        self.name, self.suppress, self.enter_exc, self.exit_exc = name, suppress, enter_exc, exit_exc

    def __enter__(self):
        log.append(f'enter {self.name}')
        if self.enter_exc:
            raise self.enter_exc
        return self.name.upper()

    def __exit__(self, typ, exc, tb):
        log.append(f'exit {self.name} {typ.__name__ if typ else None} {exc} {tb is not None}')
        if self.exit_exc:
            raise self.exit_exc
        return self.suppress


def run(f):
    log.clear()
    try:
        r = f()
    except BaseException as e:
        chain = []
        while e is not None:
            chain.append(f'{type(e).__name__}({e})')
            e = e.__context__
        r = ' <- '.join(chain)
    print(f.__name__, '->', r)
    for line in log:
        print('   ', line)


def simple():
    with CM('a') as x:
        return x


def suppressed():
    with CM('a', suppress=True):
        raise ValueError('gone')
    return 'after'


def not_suppressed():
    with CM('a'):
        raise ValueError('kept')


def truthy():
    with CM('a', suppress=[1]):
        1 / 0
    return 'suppressed by truthy value'


def several():
    with CM('a') as x, CM('b', suppress=True) as y, CM('c') as z:
        log.append(x + y + z)
        raise KeyError('k')
    return 'done'


def parenthesized():
    with (
        CM('a') as x,
        CM('b') as [p],
    ):
        return x, p


def enter_fails():
    with CM('a', suppress=True), CM('b', enter_exc=OSError('no enter')):
        log.append('never')
    return 'suppressed by a'


def exit_fails():
    with CM('a', exit_exc=RuntimeError('exit failed')):
        raise ValueError('body')


def exit_fails_suppressed():
    with CM('a', suppress=True):
        with CM('b', exit_exc=RuntimeError('exit failed')):
            raise ValueError('body')
    return 'ok'


def loops():
    out = []
    for i in range(4):
        with CM(str(i), suppress=True):
            if i == 0:
                continue
            if i == 1:
                raise ValueError(i)
            if i == 2:
                break
        out.append(i)
    return out


def target_forms():
    class O:
        pass
    o, d = O(), {}
    with CM('x') as o.attr, CM('y') as d['k'], CM('zw') as (a, b):
        return o.attr, d, a, b


def system_exit():
    with CM('a', suppress=True):
        raise SystemExit(5)
    return 'even SystemExit'


def return_value():
    def f():
        with CM('a'):
            return 'from body'
        return 'unreachable'
    return f()


def raise_in_except():
    with CM('a'):
        try:
            raise ValueError(1)
        except ValueError:
            raise KeyError(2)


def nested_functions():
    def g():
        with CM('g'):
            yield 1
            yield 2
    it = g()
    first = next(it)
    it.close()
    return first


for f in (simple, suppressed, not_suppressed, truthy, several, parenthesized, enter_fails, exit_fails, exit_fails_suppressed, loops, target_forms, system_exit, return_value, raise_in_except, nested_functions):
    run(f)


class NoEnter:
    def __exit__(self, *a): pass


class NoExit:
    def __enter__(self): pass


class OnInstance:
    def __init__(self):
        self.__enter__ = lambda: None
        self.__exit__ = lambda *a: None


class BadExit:
    def __enter__(self): return self
    def __exit__(self): log.append('wrong signature')


class BadBool:
    def __enter__(self): pass
    def __exit__(self, *a):
        class B:
            def __bool__(self): raise TypeError('no truth')
        return B()


def no_enter():
    with NoEnter(): pass


def no_exit():
    with NoExit(): pass


def on_instance():
    with OnInstance(): pass


def bad_exit():
    with BadExit(): pass


def bad_bool():
    with BadBool(): raise ValueError('v')


def not_cm():
    with 5: pass


def unpack_target():
    with CM('abc') as (a, b): pass


for f in (no_enter, no_exit, on_instance, bad_exit, bad_bool, not_cm, unpack_target):
    run(f)


class contextmanager:
    def __init__(self, f): self.f = f
    def __call__(self, *a, **k):
        cm = contextmanager(self.f)
        cm.gen = self.f(*a, **k)
        return cm
    def __enter__(self): return next(self.gen)
    def __exit__(self, typ, exc, tb):
        if typ is None:
            for _ in self.gen:
                raise RuntimeError("generator didn't stop")
            return False
        try:
            self.gen.throw(exc)
        except StopIteration as e:
            return e is not exc
        except BaseException as e:
            if e is exc:
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")


@contextmanager
def tag(name):
    log.append(f'<{name}>')
    try:
        yield name
    except ValueError as e:
        log.append(f'swallowed {e}')
    finally:
        log.append(f'</{name}>')


def with_generator():
    with tag('p') as n, tag('b'):
        log.append(n)
    with tag('i'):
        raise ValueError('oops')
    with tag('u'):
        raise KeyError('escapes')


run(with_generator)
