# Generators at work: pipelines, coroutine-style schedulers, lazy trees, permutations, state machines.
def naturals(start=0):
    while True:
        yield start
        start += 1


def take(n, it):
    for _, x in zip(range(n), it):
        yield x


def sieve(it):
    p = next(it)
    yield p
    yield from sieve(x for x in it if x % p)


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def window(it, n):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) == n:
            yield tuple(buf)
            del buf[0]


def merge(*its):
    heads = [[next(i), i] for i in map(iter, its)]
    while heads:
        heads.sort(key=lambda h: h[0])
        yield heads[0][0]
        try:
            heads[0][0] = next(heads[0][1])
        except StopIteration:
            del heads[0]


print(list(take(15, sieve(naturals(2)))))
print(list(take(12, fib())), list(window('abcde', 3)), list(merge([1, 4, 9], [2, 3], [0, 10])))
print(list(take(5, (x * x for x in naturals() if x % 3 == 1))))


def permutations(xs):
    if not xs:
        yield ()
    for i in range(len(xs)):
        for rest in permutations(xs[:i] + xs[i + 1:]):
            yield (xs[i],) + rest


print([''.join(p) for p in permutations('abcd')][:8], sum(1 for _ in permutations([1, 2, 3, 4, 5])))


class Scheduler:
    def __init__(self):
        self.tasks, self.trace = [], []

    def spawn(self, gen):
        self.tasks.append(gen)

    def run(self):
        while self.tasks:
            task = self.tasks.pop(0)
            try:
                op = task.send(None)
            except StopIteration as e:
                self.trace.append(f'{task.__name__} done {e.value}')
                continue
            if callable(op):
                self.spawn(op())
            else:
                self.trace.append(op)
            self.tasks.append(task)


def worker():
    for i in range(2):
        yield f'worker {i}'
    return 'w'


def boss():
    yield 'boss'
    yield worker
    yield 'boss waits'
    return 'b'


s = Scheduler()
s.spawn(boss())
s.spawn(worker())
s.run()
print(s.trace)


def machine():
    state, out = 'idle', None
    while True:
        event = yield out
        match state, event:
            case 'idle', 'start':
                state, out = 'running', 'started'
            case 'running', ('work', n):
                out = f'did {n}'
            case 'running', 'stop':
                state, out = 'idle', 'stopped'
            case _, 'quit':
                return f'quit from {state}'
            case _:
                out = f'ignored {event!r} in {state}'


m = machine()
next(m)
print([m.send(e) for e in ('stop', 'start', ('work', 3), 'start', 'stop')])
try:
    m.send('quit')
except StopIteration as e:
    print(e.value)


class Node:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


def build(xs):
    if not xs:
        return None
    mid = len(xs) // 2
    return Node(xs[mid], build(xs[:mid]), build(xs[mid + 1:]))


tree = build('abcdefg')
print(''.join(tree), sorted(tree, reverse=True)[:2], max(tree), 'c' in tree, list(zip(tree, naturals(1)))[:2])


def primed(f):
    def start(*args):
        g = f(*args)
        next(g)
        return g
    return start


@primed
def grep(pattern, target):
    try:
        while True:
            line = yield
            if pattern in line:
                target.send(line)
    except GeneratorExit:
        target.close()


@primed
def collect(out):
    try:
        while True:
            out.append((yield))
    finally:
        out.append('closed')


out = []
pipe = grep('a', collect(out))
for word in 'apple berry banana cherry date'.split():
    pipe.send(word)
pipe.close()
print(out)


def countdown(n):
    while n > 0:
        if (yield n) == 'reset':
            n = 5
        else:
            n -= 1


c = countdown(2)
print(next(c), c.send('reset'), list(c))


def lines(text):
    yield from text.split('\n')


def parse(ls):
    for l in ls:
        if l and not l.startswith('#'):
            k, _, v = l.partition('=')
            yield k.strip(), v.strip()


print(dict(parse(lines('a = 1\n# comment\n\nb=2\nc'))))
gens = [(lambda k: (k * i for i in range(3)))(j) for j in range(3)]
print([list(g) for g in gens], [next(g, 'done') for g in gens])
x = 5
lazy = (x + y for y in [1, 2])
x = 100
print(list(lazy), sum(i for i in range(5) if i % 2), max((abs(i), i) for i in (-3, 2)), dict((k, v) for k, v in [(1, 2)]))
