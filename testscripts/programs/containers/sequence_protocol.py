# Classes as containers: __getitem__ iteration, __contains__ fallbacks, __len__, __reversed__, __iter__ errors.
class Old:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if isinstance(i, slice):
            return ('slice', i.start, i.stop, i.step)
        if i >= self.n:
            raise IndexError('out of ' + str(self.n))
        return i * i

    def __len__(self):
        return self.n


o = Old(5)
print(list(o), 9 in o, 7 in o, [*o], tuple(o), max(o), sum(o), sorted(o, reverse=True), list(reversed(o)), list(zip(o, 'abc')), o[1:2], o[:], o[::3], o[2], dict(enumerate(o)))
a, *b = o
print(a, b, list(map(str, o)), bool(o), bool(Old(0)), len(o), iter(o).__class__.__name__, next(iter(o)))


class Stop:
    def __getitem__(self, i):
        if i == 2:
            raise StopIteration
        return i


class Boom:
    def __getitem__(self, i):
        if i == 2:
            raise KeyError(i)
        return i


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


attempt(lambda: list(Stop()))
attempt(lambda: list(Boom()))
attempt(lambda: 5 in Boom())
attempt(lambda: 1 in Boom())


class Grid:
    def __init__(self):
        self.cells = {}

    def __setitem__(self, key, value):
        print('set', key, value, end='; ')
        self.cells[repr(key)] = value

    def __getitem__(self, key):
        return self.cells[repr(key)]

    def __delitem__(self, key):
        print('del', key, end='; ')
        del self.cells[repr(key)]

    def __contains__(self, key):
        return repr(key) in self.cells


g = Grid()
g[1, 2] = 'a'
g[1:2, ...] = 'b'
g[()] = 'c'
g[::2] = 'd'
g[*[3, 4]] = 'e'
g[-1] = 'f'
g['k'] = 'x'
g['k'] += 'y'
print(g[1, 2], g[1:2, ...], g[()], g[3, 4], g['k'], (1, 2) in g, 5 in g)
del g[1, 2], g[-1]
print(sorted(g.cells))


class BadLen:
    def __init__(self, v):
        self.v = v

    def __len__(self):
        return self.v


for v in (-1, 1.5, 'x', None, 2 ** 63, 2 ** 62, True, 0):
    attempt(lambda: len(BadLen(v)))
    attempt(lambda: bool(BadLen(v)))


class IterNone:
    __iter__ = None

    def __getitem__(self, i):
        return i


class ContainsNone:
    __contains__ = None

    def __iter__(self):
        return iter([1])


class ReversedNone:
    __reversed__ = None

    def __getitem__(self, i):
        return i

    def __len__(self):
        return 2


class IterBad:
    def __iter__(self):
        return [1]


class NoNext:
    def __iter__(self):
        return self


class Rev:
    def __reversed__(self):
        return 'anything'


attempt(lambda: list(IterNone()))
attempt(lambda: 1 in IterNone())
attempt(lambda: 1 in ContainsNone())
attempt(lambda: list(ContainsNone()))
attempt(lambda: reversed(ReversedNone()))
attempt(lambda: list(IterBad()))
attempt(lambda: list(NoNext()))
attempt(lambda: reversed(Rev()))
attempt(lambda: [].__class__(Rev()))
attempt(lambda: Rev()[0])
attempt(lambda: len(Rev()))
attempt(lambda: 1 in Rev())
attempt(lambda: Rev() + Rev())
attempt(lambda: Old[0])
attempt(lambda: [1, 2][Rev()])


class Counter:
    def __init__(self, low, high):
        self.current, self.high = low, high

    def __iter__(self):
        return self

    def __next__(self):
        if self.current > self.high:
            raise StopIteration
        self.current += 1
        return self.current - 1


c = Counter(3, 6)
print(next(c), list(c), list(c), 4 in Counter(1, 5), list(zip(Counter(1, 3), Counter(7, 9))), [x for x in Counter(0, 10) if x % 3 == 0])


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


for h in (5, 0, -1, 'x', NotImplemented, TypeError('t'), ValueError('v')):
    attempt(lambda: list(Hint(h)))


class Vec:
    def __init__(self, *xs):
        self.xs = xs

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        r = self.xs[i]
        return Vec(*r) if isinstance(i, slice) else r

    def __eq__(self, other):
        return isinstance(other, Vec) and self.xs == other.xs

    def __repr__(self):
        return 'Vec' + repr(self.xs)


v = Vec(1, 2, 3, 4)
print(v[1:], v[::-1], v[-1], list(v), v == Vec(1, 2, 3, 4), [v].index(Vec(1, 2, 3, 4)), v[5:], [i for i in v[:2]])
attempt(lambda: v[9])
attempt(lambda: v['a'])
