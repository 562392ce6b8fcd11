# Simulations: an event queue, elevators, a bank line, dining philosophers by turns, spreadsheets with dependencies.
class EventLoop:
    def __init__(self):
        self.now, self.queue, self.serial = 0, [], 0

    def at(self, delay, f, *args):
        self.serial += 1
        item = (self.now + delay, self.serial, f, args)
        i = len(self.queue)
        while i and self.queue[i - 1][:2] < item[:2]:
            i -= 1
        self.queue.insert(i, item)

    def run(self, until=float('inf')):
        while self.queue and self.queue[-1][0] <= until:
            self.now, _, f, args = self.queue.pop()
            f(*args)


loop = EventLoop()


class Rng:
    def __init__(self, seed): self.state = seed

    def __call__(self, lo, hi):
        self.state ^= self.state << 13 & 0xFFFFFFFF
        self.state ^= self.state >> 17
        self.state ^= self.state << 5 & 0xFFFFFFFF
        return lo + self.state % (hi - lo + 1)


rng = Rng(2463534242)
print([rng(1, 6) for _ in range(20)])


class BankLine:
    def __init__(self, tellers):
        self.free, self.waiting, self.log, self.waits = tellers, [], [], []

    def arrive(self, n):
        self.log.append(f'{loop.now:3} arrive {n}')
        self.waiting.append((n, loop.now))
        self.serve()
        if n < 8:
            loop.at(rng(1, 5), self.arrive, n + 1)

    def serve(self):
        while self.free and self.waiting:
            n, since = self.waiting.pop(0)
            self.free -= 1
            self.waits.append(loop.now - since)
            self.log.append(f'{loop.now:3} serve {n} after {loop.now - since}')
            loop.at(rng(4, 10), self.leave, n)

    def leave(self, n):
        self.free += 1
        self.log.append(f'{loop.now:3} leave {n}')
        self.serve()


bank = BankLine(2)
loop.at(0, bank.arrive, 1)
loop.run()
print(*bank.log, sep='\n')
print(bank.waits, sum(bank.waits) / len(bank.waits), loop.now)


class Elevator:
    def __init__(self, floors):
        self.floor, self.direction, self.targets, self.floors, self.trace = 0, 1, set(), floors, []

    def call(self, *floors):
        for f in floors:
            if not 0 <= f < self.floors:
                raise ValueError(f'no floor {f}')
            self.targets.add(f)
        return self

    def __iter__(self):
        while self.targets:
            if self.floor in self.targets:
                self.targets.discard(self.floor)
                yield f'open {self.floor}'
                continue
            ahead = [t for t in self.targets if (t - self.floor) * self.direction > 0]
            if not ahead:
                self.direction = -self.direction
            self.floor += self.direction
            yield self.floor


e = Elevator(10).call(3, 7, 1)
out = []
for step in e:
    out.append(step)
    if step == 'open 3':
        e.call(2, 9)
print(out)
try:
    e.call(10)
except ValueError as err:
    print(err)


def philosopher(name, left, right, meals):
    for meal in range(meals):
        yield 'think'
        for fork in sorted((left, right), key=id_of):
            while fork['held']:
                yield 'wait'
            fork['held'] = name
        yield f'eat {meal}'
        left['held'] = right['held'] = None


id_of = lambda fork: fork['id']
forks = [{'id': i, 'held': None} for i in range(3)]
people = {n: philosopher(n, forks[i], forks[(i + 1) % 3], 2) for i, n in enumerate('ABC')}
turn = 0
while people:
    turn += 1
    for n in list(people):
        try:
            print(f'{n}:{next(people[n])}', end=' ')
        except StopIteration:
            del people[n]
            print(f'{n}:done', end=' ')
    print('|', [f['held'] for f in forks])


class CycleError(Exception):
    pass


class Sheet:
    def __init__(self):
        self.cells, self.cache, self.active = {}, {}, []

    def __setitem__(self, name, value):
        self.cells[name] = value
        self.cache.clear()

    def __getitem__(self, name):
        if name in self.cache:
            return self.cache[name]
        if name in self.active:
            raise CycleError(' -> '.join(self.active[self.active.index(name):] + [name]))
        self.active.append(name)
        try:
            value = self.cells.get(name, 0)
            if callable(value):
                value = value(self)
            self.cache[name] = value
            return value
        finally:
            self.active.pop()

    def sum(self, col, lo, hi):
        return sum(self[f'{col}{i}'] for i in range(lo, hi + 1))


s = Sheet()
for i, v in enumerate((10, 20, 30), 1):
    s[f'A{i}'] = v
s['A4'] = lambda s: s.sum('A', 1, 3)
s['B1'] = lambda s: s['A4'] / 4
s['B2'] = lambda s: f'{s["B1"]:.1f} of {s["A4"]}'
print(s['A4'], s['B1'], s['B2'], s['Z9'], sorted(s.cache))
s['A2'] = 100
print(s['B2'])
s['C1'], s['C2'], s['C3'] = (lambda s: s['C2'] + 1), (lambda s: s['C3'] * 2), (lambda s: s['C1'])
s['D1'] = lambda s: 1 / s['Z1']
for name in ('C1', 'C3', 'D1', 'B1'):
    try:
        print(name, s[name])
    except (CycleError, ZeroDivisionError) as e:
        print(name, type(e).__name__, e, s.active)


class Observable:
    def __init__(self): self.handlers = {}
    def on(self, event, f=None):
        if f is None:
            return lambda f: self.on(event, f)
        self.handlers.setdefault(event, []).append(f)
        return f
    def emit(self, event, *a, **k): return [f(*a, **k) for f in self.handlers.get(event, [])]


o = Observable()


@o.on('greet')
def hello(name, punct='!'): return f'hello {name}{punct}'


o.on('greet', lambda n, **k: n[::-1])
print(o.emit('greet', 'ann'), o.emit('greet', 'bob', punct='?'), o.emit('none'))


class Undo:
    def __init__(self): self.state, self.done, self.undone = '', [], []
    def do(self, text):
        self.done.append(self.state)
        self.undone.clear()
        self.state += text
    def undo(self):
        if self.done:
            self.undone.append(self.state)
            self.state = self.done.pop()
    def redo(self):
        if self.undone:
            self.done.append(self.state)
            self.state = self.undone.pop()


u = Undo()
for cmd in ['a', 'b', 'UNDO', 'UNDO', 'UNDO', 'REDO', 'c', 'REDO', 'UNDO', 'REDO']:
    {'UNDO': u.undo, 'REDO': u.redo}.get(cmd, lambda: u.do(cmd))()
    print(cmd, repr(u.state), end='; ')
print()
