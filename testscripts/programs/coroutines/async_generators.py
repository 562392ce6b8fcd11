# Async generators: asend, athrow, aclose, finalization order, async for and comprehensions.
def run(coro):
    out = []
    try:
        while True:
            out.append(coro.send(None))
    except StopIteration as e:
        return (e.value, out) if out else e.value


class Tick:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        yield f'tick {self.n}'
        return self.n


log = []


async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                log.append(f'got {got}')
            if i == 1:
                await Tick(i)
    except ValueError as e:
        log.append(f'caught {e}')
        yield 'recovered'
    finally:
        log.append('finally')


def step(label, f):
    try:
        print(label, '=', repr(f()))
    except BaseException as e:
        print(label, '->', type(e).__name__, e)


async def loop(n):
    out = []
    async for x in agen(n):
        out.append(x)
    else:
        out.append('else')
    return out


print(run(loop(3)), log)
log.clear()
g = agen(3)
print(type(g), g.__name__, g.ag_running, g.ag_await, g.ag_frame is not None, g.ag_code.co_name, g.__aiter__() is g)
step('anext', lambda: run(g.__anext__()))
step('asend', lambda: run(g.asend('hello')))
step('athrow', lambda: run(g.athrow(ValueError('v'))))
step('anext', lambda: run(g.__anext__()))
step('anext', lambda: run(g.__anext__()))
step('aclose', lambda: run(g.aclose()))
print(log)
log.clear()
g = agen(3)
step('asend first', lambda: run(g.asend('too early')))
step('athrow unstarted', lambda: run(g.athrow(KeyError('k'))))
step('after', lambda: run(g.__anext__()))
print(log)
g = agen(3)
run(g.__anext__())
step('aclose', lambda: run(g.aclose()))
step('aclose again', lambda: run(g.aclose()))
print(log)
log.clear()


async def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = ignores()
run(g.__anext__())
step('ignores exit', lambda: run(g.aclose()))


async def raises_stop(kind):
    yield 1
    raise kind('x')


for kind in (StopIteration, StopAsyncIteration, KeyError):
    g = raises_stop(kind)
    run(g.__anext__())
    step(kind.__name__, lambda: run(g.__anext__()))
step('anext builtin', lambda: run(anext(agen(1))))
step('anext default', lambda: run(anext(agen(0), 'default')))
step('anext end', lambda: run(anext(agen(0))))
step('aiter', lambda: aiter(g) is g)
step('aiter bad', lambda: aiter([]))
step('anext bad', lambda: anext([]))
step('iter of agen', lambda: iter(g))
step('next of agen', lambda: next(g))
log.clear()


class Counter:
    def __init__(self, n): self.i, self.n = 0, n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        await Tick(self.i)
        return self.i


async def comps():
    a = [x async for x in Counter(3)]
    b = {x async for x in Counter(3) if x % 2}
    c = {x: y async for x in Counter(2) for y in 'ab'}
    d = [y async for x in Counter(3) for y in range(x) if y]
    e = [[z async for z in Counter(x)] for x in range(3)]
    f = [x async for x in (y * 10 async for y in Counter(2))]
    g = (x async for x in Counter(2))
    h = [x async for x in g]
    i = [await Tick(x) for x in range(2)]
    j = [x for x in [y async for y in Counter(2)]]
    return a, b, c, d, e, f, type(g).__name__, h, i, j


value, ticks = run(comps())
print(value, len(ticks), ticks[:4])


class BadAiter:
    def __aiter__(self): return 5


class NoAnext:
    def __aiter__(self): return self


class BadAnext:
    def __aiter__(self): return self
    def __anext__(self): return 5


class AsyncAiter:
    async def __aiter__(self): return self


async def over(x):
    async for _ in x:
        pass


for cls in (BadAiter, NoAnext, BadAnext):
    step(cls.__name__, lambda: run(over(cls())))
step('int', lambda: run(over(5)))
step('list', lambda: run(over([1])))


async def flow():
    out = []
    async for x in Counter(5):
        if x == 2:
            continue
        if x == 4:
            break
        out.append(x)
    else:
        out.append('never')
    async for out[0] in Counter(1):
        pass
    async for a, b in agen_pairs():
        out.append(a + b)
    try:
        async for x in Counter(2):
            if x == 2:
                raise ValueError(x)
    except ValueError as e:
        out.append(repr(e))
    return out


async def agen_pairs():
    yield 1, 2
    yield 'a', 'b'


print(run(flow())[0])


async def delegating():
    async for x in agen(2):
        yield ('d', x)
    yield 'end'


async def nested():
    return [x async for x in delegating()]


print(run(nested()), log)


class CM:
    async def __aenter__(self):
        await Tick('enter')
        return 'value'

    async def __aexit__(self, *a):
        await Tick('exit')


async def with_in_agen():
    async with CM() as v:
        yield v
        yield v * 2


async def use():
    return [x async for x in with_in_agen()]


print(run(use()))


class NoAexit:
    async def __aenter__(self): pass


class SyncCM:
    def __enter__(self): pass
    def __exit__(self, *a): pass


class NotAwaitable:
    def __aenter__(self): return 5
    def __aexit__(self, *a): return 5


async def use_cm(cm):
    async with cm:
        pass


for cm in (NoAexit(), SyncCM(), NotAwaitable(), 5):
    step(type(cm).__name__, lambda: run(use_cm(cm)))


async def sync_with():
    with CM():
        pass


step('sync with', lambda: run(sync_with()))
