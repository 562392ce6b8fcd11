# yield from: delegation of send, throw, close; results; nested; over plain iterables.
log = []


def inner(n):
    try:
        total = 0
        for i in range(n):
            got = yield i
            log.append(f'inner got {got}')
            total += i
        return total
    except ValueError as e:
        log.append(f'inner caught {e}')
        yield 'recovered'
        return -1
    finally:
        log.append('inner finally')


def outer(n):
    try:
        r = yield from inner(n)
        log.append(f'result {r}')
        r2 = yield from inner(r)
        return r, r2
    finally:
        log.append('outer finally')


def flush(label):
    print(label, log)
    log.clear()


print(list(outer(3)))
flush('list')
o = outer(2)
print(next(o), o.send('x'), o.gi_yieldfrom.__name__)
try:
    while True:
        print(o.send('more'))
except StopIteration as e:
    print('value', e.value)
flush('send')
o = outer(5)
next(o)
print(o.throw(ValueError('thrown')))
print(next(o, 'end'))
flush('throw')
o = outer(5)
next(o)
try:
    o.throw(KeyError('not handled'))
except KeyError as e:
    print('escaped', e)
flush('throw through')
o = outer(5)
next(o)
o.close()
flush('close')


def chain(*its):
    for it in its:
        yield from it


print(list(chain('ab', [1, 2], (3,), {4}, {5: 6}, range(2), (x for x in 'z'))))


def value():
    x = yield from []
    y = yield from iter([1])
    return x, y


v = value()
print(next(v))
try:
    next(v)
except StopIteration as e:
    print(e.value)


def send_to_list():
    yield from [1, 2, 3]


s = send_to_list()
print(next(s), s.send(None))
try:
    s.send('value')
except AttributeError as e:
    print(e)
s = send_to_list()
next(s)
try:
    s.throw(ValueError('into list iter'))
except ValueError as e:
    print(e)
for bad in (5, None, object):
    def f():
        yield from bad
    try:
        next(f())
    except TypeError as e:
        print(e)


class Iter:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration('iter result')
        return self.n
    def send(self, v):
        log.append(f'send {v}')
        return self.__next__()
    def throw(self, *exc):
        log.append(f'throw {[getattr(e, "__name__", repr(e)) for e in exc]}')
        return 'thrown value'
    def close(self):
        log.append('close')


def delegate():
    r = yield from Iter()
    yield ('r', r)


print(list(delegate()))
d = delegate()
print(next(d), d.send('v'), d.throw(KeyError('k')))
d.close()
flush('custom')
d = delegate()
next(d)
print(d.throw(GeneratorExit) if False else next(d), next(d))
flush('rest')


def tree(t):
    if isinstance(t, list):
        for sub in t:
            yield from tree(sub)
    else:
        yield t


print(list(tree([1, [2, [3, [4, [5, []]], 6]], [[[7]]]])))


def deep(n):
    if n:
        yield from deep(n - 1)
    yield n


print(sum(deep(200)), list(deep(5)))


def averager():
    total = count = 0
    average = None
    while (term := (yield average)) is not None:
        total += term
        count += 1
        average = total / count
    return count, average


def grouper(results):
    while True:
        results.append((yield from averager()))


results = []
gr = grouper(results)
next(gr)
for values in ([10, 20, 30], [1.5], [7, 7]):
    for val in values:
        gr.send(val)
    gr.send(None)
print(results)


def returns_gen():
    return (yield from (yield from (lambda: (yield 'x'))()) or [1, 2])


print(list(returns_gen()))


def closing_error():
    try:
        yield 1
    except GeneratorExit:
        raise ValueError('close failed')


def outer_close():
    yield from closing_error()


oc = outer_close()
next(oc)
try:
    oc.close()
except ValueError as e:
    print(e, repr(e.__context__))


def context_gen():
    try:
        raise KeyError('being handled')
    except KeyError:
        yield 1
        try:
            raise ValueError('second')
        except ValueError as e:
            yield repr(e.__context__)


c = context_gen()
next(c)
try:
    raise OSError('outside')
except OSError:
    print(next(c))


def no_leak():
    yield 1
    try:
        raise ValueError('v')
    except ValueError as e:
        yield repr(e.__context__)


n = no_leak()
next(n)
try:
    raise OSError('outside')
except OSError:
    print(next(n))
