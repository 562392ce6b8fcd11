# Iterators of containers: exhaustion, length hints, pickling states, and what happens when the container changes.
import operator


class Seq:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError
        return i * i


def hints(make):
    out = []
    it = make()
    while True:
        out.append(operator.length_hint(it, -1))
        try:
            next(it)
        except StopIteration:
            out.append(operator.length_hint(it, -1))
            break
    return out


makers = [
    lambda: iter([1, 2]), lambda: reversed([1, 2]), lambda: iter((1, 2)), lambda: iter({1: 2, 3: 4}), lambda: iter({1: 2}.items()),
    lambda: reversed({1: 2, 3: 4}), lambda: reversed({1: 2}.values()), lambda: iter({5, 6}), lambda: iter(Seq(2)), lambda: reversed(Seq(2)),
    lambda: enumerate('ab'), lambda: zip('ab', 'cd'), lambda: map(str, [1]), lambda: filter(None, [0, 1]), lambda: iter([1, 2, 3].pop, 2),
    lambda: iter('ab'), lambda: iter(range(3)), lambda: reversed(range(3)), lambda: iter(b'ab'),
]
for make in makers:
    print(type(make()).__name__, list(make()), hints(make), iter(make()) is not None)

print('-- states')
for it in (iter([1, 2, 3]), reversed([1, 2, 3]), iter((1, 2, 3)), iter(Seq(3)), reversed(Seq(3))):
    next(it)
    fn, args, state = it.__reduce__()
    print(fn, type(args[0]).__name__, state)
    it.__setstate__(0)
    print(list(it), it.__reduce__()[1:])
it = iter({1: 'a', 2: 'b'}.items())
next(it)
print(it.__reduce__(), list(it), it.__reduce__())
print(enumerate('ab', 5).__reduce__()[1][1], zip('a', 'b').__reduce__()[0], zip('a', strict=True).__reduce__()[2], filter(None, '').__reduce__()[1][0])

print('-- changes')
items = [1, 2, 3]
it = iter(items)
next(it)
items.append(4)
print(list(it), list(it))
items.append(5)
print(list(it))
items = [1, 2, 3, 4]
it = reversed(items)
next(it)
del items[2:]
print(operator.length_hint(it), list(it))
items = [0, 1, 2, 3, 4, 5]
for x in items:
    if x % 2 == 0:
        items.remove(x)
print(items)
items = [1]
for x in items:
    if x < 50:
        items.extend([x * 2, x * 3])
print(len(items), items[-1])

print('-- shared iterators')
it = iter(range(10))
print(list(zip(it, it)), list(zip()), list(zip([1, 2, 3])), list(zip('ab', it)))
it = iter([1, 2, 3, 4, 5])
print(list(zip([1, 2], it)), next(it))
a, b = iter([1, 2]), iter([1, 2, 3])
try:
    list(zip(a, b, strict=True))
except ValueError as e:
    print(e, list(b))
print(list(map(lambda *a: a, 'abc', [1, 2])), list(map(max, [3, 1], [2, 5])), list(map(None.__class__, [])))
print(list(filter(lambda x: x > 1, [0, 1, 2, 3])), list(filter(bool, [0, 'a', []])), list(enumerate('ab', start=2 ** 63 - 1)), list(enumerate('a', -5)))
print(list(iter(iter([1, 2, None, 3]).__next__, None)))


class Stop:
    def __init__(self):
        self.i = 0

    def __call__(self):
        self.i += 1
        if self.i == 3:
            raise StopIteration
        return self.i


it = iter(Stop(), 99)
print(list(it), list(it))


class Sub(zip):
    extra = 1


class Tagged(enumerate):
    def __next__(self):
        i, v = super().__next__()
        return i, v, 'tag'


print(list(Sub('ab', 'cd')), Sub.extra, list(Tagged('xy', 1)), next(Tagged('q')))
print([type(x) for x in (Sub(), Tagged(''), reversed(Seq(1)))])


class Rev:
    def __reversed__(self):
        return 'anything'


class NoRev(list):
    __reversed__ = None


print(reversed(Rev()))
try:
    reversed(NoRev())
except TypeError as e:
    print(e)


def gen():
    try:
        yield 1
        yield 2
    finally:
        print('closed')


a, *b = gen()
print(a, b)
x, y = gen()
try:
    x, y, z = gen()
except ValueError as e:
    print(e)
