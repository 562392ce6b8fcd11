# Coroutines driven by hand: send, throw, close, await of custom awaitables, errors.
log = []


class Ask:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        log.append(f'ask {self.what}')
        answer = yield self.what
        log.append(f'answer {answer}')
        return answer


async def add(a, b):
    x = await Ask(a)
    y = await Ask(b)
    return x + y


async def main():
    first = await add('p', 'q')
    second = await add('r', 's')
    return [first, second]


def step(label, f):
    try:
        print(label, '=', repr(f()))
    except BaseException as e:
        print(label, '->', type(e).__name__, e, repr(getattr(e, 'value', '')))


c = main()
print(type(c), c.cr_running, c.cr_await, c.cr_code.co_name, c.__name__, c.cr_frame is not None, c.cr_origin)
print(c.send(None), c.cr_await.__name__, c.send(1), c.send(2), c.send(10))
step('finish', lambda: c.send(20))
step('again', lambda: c.send(None))
print(log, c.cr_frame)


async def catches():
    try:
        await Ask('x')
    except ValueError as e:
        return f'caught {e}'
    finally:
        log.append('cleanup')


c = catches()
c.send(None)
step('throw', lambda: c.throw(ValueError('boo')))
c = catches()
c.send(None)
step('close', c.close)
c = catches()
step('send value first', lambda: c.send(5))
step('close unstarted', c.close)
step('after close', lambda: c.send(None))
step('throw after close', lambda: c.throw(KeyError('k')))


async def returns(v):
    return v


async def raises(e):
    raise e


async def awaits(x):
    return await x


step('return', lambda: returns(5).send(None))
step('raise', lambda: raises(KeyError('k')).send(None))
step('nested', lambda: awaits(returns('deep')).send(None))
step('StopIteration', lambda: raises(StopIteration(3)).send(None))
for bad in (5, None, 'x', [1], (i for i in 'a'), len, lambda: 0):
    step('await bad', lambda: awaits(bad).send(None))


class BadAwait:
    def __await__(self):
        return 5


class CoroAwait:
    def __await__(self):
        self.c = returns(1)
        return self.c


class IterAwait:
    def __await__(self):
        return iter([1, 2])


step('bad await', lambda: awaits(BadAwait()).send(None))
ca = CoroAwait()
step('coro from await', lambda: awaits(ca).send(None))
ca.c.close()
w = awaits(IterAwait())
print(w.send(None), w.send(None))
step('iter await', lambda: w.send(None))
r = returns(1)
step('await once', lambda: awaits(r).send(None))
step('await twice', lambda: awaits(r).send(None))
r = returns(1)
step('iterate', lambda: list(r))
step('iter', lambda: iter(r))
step('next', lambda: next(r))
aw = r.__await__()
print(type(aw), iter(aw) is aw)
step('wrapper', lambda: next(aw))
r.close()


async def reenter():
    await Ask('one')
    me.send(None)


me = reenter()
me.send(None)
step('reenter', lambda: me.send(None))


def run(coro, answers=()):
    answers = iter(answers)
    value = None
    while True:
        try:
            request = coro.send(value)
        except StopIteration as e:
            return e.value
        value = next(answers, f'default for {request}')


async def gather(*coros):
    return [await c for c in coros]


async def conditional(n):
    return 'even' if await Ask(n) % 2 == 0 else 'odd'


async def many():
    a = [await Ask(i) for i in range(3)]
    b = {k: await Ask(k) for k in 'xy'}
    c = (await Ask('l'), await Ask('r'))
    d = await Ask('f') + await Ask('g') * 2
    e = f'{await Ask("fs")}'
    return a, b, c, d, e, [x async for x in agen()], await Ask('cond') if await Ask('test') else 'no'


async def agen():
    yield 1
    yield await Ask('in agen')


log.clear()
print(run(gather(returns(1), conditional(2), conditional(3)), [4, 7]))
print(run(many(), [0, 1, 2, 'X', 'Y', 'L', 'R', 3, 4, 'FS', 'AG', True, 'C']))
print(len(log))


class Lock:
    def __init__(self):
        self.log = []

    async def __aenter__(self):
        self.log.append('aenter')
        return await returns(self)

    async def __aexit__(self, *exc):
        self.log.append(f'aexit {exc[0].__name__ if exc[0] else None}')
        return exc[0] is ValueError


async def with_lock(exc):
    lock = Lock()
    try:
        async with lock as l:
            l.log.append('body')
            if exc:
                raise exc
    except Exception as e:
        lock.log.append(f'out {e!r}')
    return lock.log


print(run(with_lock(None)), run(with_lock(ValueError())), run(with_lock(KeyError('k'))), sep='\n')
f = main
print(f.__code__.co_flags & 0x80 != 0, (lambda: 0).__code__.co_flags & 0x80, type(f), main.__name__)
for fn in (lambda: main(1), lambda: run(5)):
    step('misc', fn)
