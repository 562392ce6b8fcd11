# A small event loop over coroutines: sleeping, queues, locks, cancellation, gathering, timeouts; virtual time.
class Future:
    def __init__(self):
        self.done, self.result, self.error, self.waiters = False, None, None, []

    def set(self, result=None, error=None):
        if not self.done:
            self.done, self.result, self.error = True, result, error
            for task in self.waiters:
                loop.ready.append((task, None))

    def __await__(self):
        if not self.done:
            yield self
        if self.error:
            raise self.error
        return self.result


class Cancelled(BaseException):
    pass


class Task(Future):
    count = 0

    def __init__(self, coro, name=None):
        super().__init__()
        Task.count += 1
        self.coro, self.name, self.waiting = coro, name or f'task-{Task.count}', None
        loop.ready.append((self, None))

    def step(self, exc):
        if self.done:
            return
        self.waiting = None
        try:
            fut = self.coro.throw(exc) if exc else self.coro.send(None)
        except StopIteration as e:
            self.set(e.value)
        except Cancelled:
            self.set(error=Cancelled(f'{self.name} was cancelled'))
        except Exception as e:
            self.set(error=e)
        else:
            self.waiting = fut
            fut.waiters.append(self)

    def cancel(self):
        if self.done:
            return False
        if self.waiting:
            self.waiting.waiters.remove(self)
        loop.ready.append((self, Cancelled()))
        return True


class Loop:
    def __init__(self):
        self.ready, self.timers, self.now, self.seq = [], [], 0, 0

    def sleep(self, delay, result=None):
        fut = Future()
        self.seq += 1
        self.timers.append((self.now + delay, self.seq, fut, result))
        self.timers.sort(key=lambda t: t[:2])
        return fut

    def run(self, coro):
        main = Task(coro, 'main')
        while not main.done:
            while self.ready:
                task, exc = self.ready.pop(0)
                task.step(exc)
            if main.done:
                break
            if not self.timers:
                raise RuntimeError('deadlock')
            self.now, _, fut, result = self.timers.pop(0)
            fut.set(result)
        if main.error:
            raise main.error
        return main.result


loop = Loop()


def say(*args):
    print(f'[{loop.now:>4}]', *args)


async def worker(name, delay, n):
    for i in range(n):
        await loop.sleep(delay)
        say(name, i)
    return name.upper()


async def gather(*coros):
    tasks = [Task(c) for c in coros]
    return [await t for t in tasks]


class Queue:
    def __init__(self, size):
        self.items, self.size, self.getters, self.putters = [], size, [], []

    async def put(self, x):
        while len(self.items) >= self.size:
            f = Future()
            self.putters.append(f)
            await f
        self.items.append(x)
        if self.getters:
            self.getters.pop(0).set()

    async def get(self):
        while not self.items:
            f = Future()
            self.getters.append(f)
            await f
        if self.putters:
            self.putters.pop(0).set()
        return self.items.pop(0)


class Lock:
    def __init__(self):
        self.locked, self.queue = False, []

    async def __aenter__(self):
        while self.locked:
            f = Future()
            self.queue.append(f)
            await f
        self.locked = True

    async def __aexit__(self, *exc):
        self.locked = False
        if self.queue:
            self.queue.pop(0).set()


async def producer(q):
    for i in range(5):
        await q.put(i)
        say('put', i)
        await loop.sleep(1)
    await q.put(None)


async def consumer(q):
    total = 0
    while (item := await q.get()) is not None:
        say('got', item)
        await loop.sleep(2)
        total += item
    return total


async def critical(lock, name):
    async with lock:
        say(name, 'in')
        await loop.sleep(3)
        say(name, 'out')


async def cancellable():
    try:
        await loop.sleep(100)
    except Cancelled:
        say('cleaning up')
        raise
    finally:
        say('finally')


async def timeout(coro, limit):
    task = Task(coro)

    async def watchdog():
        await loop.sleep(limit)
        if task.cancel():
            say('timed out')
    Task(watchdog())
    try:
        return await task
    except Cancelled as e:
        return f'timeout: {e}'


async def failing():
    await loop.sleep(1)
    raise ValueError('task failed')


async def main():
    print(await gather(worker('a', 2, 3), worker('b', 3, 2)))
    q = Queue(2)
    print(await gather(producer(q), consumer(q)))
    lock = Lock()
    await gather(*(critical(lock, n) for n in 'xyz'))
    t = Task(cancellable(), 'victim')
    await loop.sleep(5)
    print(t.cancel(), t.done)
    try:
        await t
    except Cancelled as e:
        print('cancelled:', e)
    print(await timeout(worker('slow', 10, 3), 15), await timeout(worker('quick', 1, 1), 50))
    try:
        await gather(failing(), worker('c', 1, 2))
    except ValueError as e:
        print('gather raised', e)
    await loop.sleep(3)
    return 'finished'


print(loop.run(main()))
print(Task.count, loop.now)


async def deadlock():
    await Future()


try:
    loop.timers.clear()
    loop.run(deadlock())
except RuntimeError as e:
    print(e)
