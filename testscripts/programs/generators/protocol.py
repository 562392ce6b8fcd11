# Generators: next, send, throw, close, return values, states, errors.
log = []


def g(a):
    log.append('start')
    try:
        x = yield a
        log.append(f'got {x}')
        y = yield x
        log.append(f'got {y}')
    except ValueError as e:
        log.append(f'caught {e}')
        yield 'after catch'
    finally:
        log.append('finally')
    return 'result'


def flush():
    print('  ', log)
    log.clear()


def step(label, f):
    try:
        print(label, '=', repr(f()))
    except BaseException as e:
        print(label, '->', type(e).__name__, e, getattr(e, 'value', ''))


it = g(1)
print(it.gi_running, it.gi_frame is not None, it.gi_yieldfrom, it.gi_code.co_name, it.__name__, it.__qualname__, iter(it) is it)
step('send non-None', lambda: it.send(5))
step('next', lambda: next(it))
step('send', lambda: it.send('x'))
step('throw', lambda: it.throw(ValueError('boo')))
step('next', lambda: next(it))
step('next again', lambda: next(it))
step('send after', lambda: it.send(1))
step('throw after', lambda: it.throw(KeyError('late')))
step('close after', lambda: it.close())
print(it.gi_frame, it.gi_running)
flush()
it = g(2)
step('throw before start', lambda: it.throw(ValueError('early')))
step('next', lambda: next(it))
flush()
it = g(3)
next(it)
step('close', it.close)
step('next', lambda: next(it))
flush()
it = g(4)
step('close unstarted', it.close)
flush()
it = g(5)
next(it)
step('throw class', lambda: it.throw(ValueError))
step('throw bad', lambda: it.throw(5))
step('throw str', lambda: it.throw('x'))
step('close', it.close)
flush()


def ignores_close():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def returns_on_close():
    try:
        yield 1
    except GeneratorExit:
        return 'value on close'


def raises_on_close():
    try:
        yield 1
    finally:
        raise KeyError('in finally')


for f in (ignores_close, returns_on_close, raises_on_close):
    it = f()
    next(it)
    step(f.__name__, it.close)


def stop_inside():
    yield 1
    raise StopIteration('converted')


def stop_from_next():
    yield 1
    yield next(iter([]))


def reentrant():
    yield next(me)


it = stop_inside()
next(it)
step('StopIteration inside', lambda: next(it))
it = stop_from_next()
next(it)
try:
    next(it)
except RuntimeError as e:
    print(e, repr(e.__cause__), repr(e.__context__))
me = reentrant()
step('reentrant', lambda: next(me))


def no_yield_reached():
    return 5
    yield


def empty():
    return
    yield


step('immediately', lambda: next(no_yield_reached()))
print(list(empty()), list(no_yield_reached()), [x for x in g.__class__ and range(2)])


def echo():
    received = []
    while True:
        v = yield len(received)
        if v is None:
            return received
        received.append(v)


e = echo()
print(next(e), e.send('a'), e.send('b'), e.send(0))
step('end', lambda: e.send(None))


def infinite():
    n = 0
    while True:
        jump = yield n
        n = jump if jump is not None else n + 1


i = infinite()
print([next(i) for _ in range(3)], i.send(10), next(i), next(i))
for x in i:
    if x > 15:
        break
print(x, next(i))
i.close()
print(list(i))


def with_finally():
    try:
        for c in 'abc':
            yield c
    finally:
        print('cleanup', end=' ')


for c in with_finally():
    print(c, end=' ')
print()
w = with_finally()
next(w)
w.close()
print()


def expr():
    x = yield
    print('x is', x)
    y = (yield 1) + (yield 2)
    print('y is', y)
    print('z', (yield), (yield 'in call'))
    return [(yield 'in list'), 5]


ex = expr()
print(next(ex), ex.send('X'), ex.send(10), ex.send(20), ex.send('a'), ex.send('b'))
step('finish', lambda: ex.send('last'))
gen = (x * 2 for x in range(3))
print(type(gen), gen.__name__, gen.__qualname__, next(gen), gen.send(None), list(gen), repr(gen)[:27])
for f in (lambda: gen.nope, lambda: gen.send(), lambda: gen.throw(), lambda: setattr(gen, 'gi_frame', 1), lambda: setattr(gen, '__name__', 5), lambda: len(gen), lambda: gen[0], lambda: next(5), lambda: gen.close(1)):
    step('error', f)
gen.__name__ = 'renamed'
print(gen.__name__)
