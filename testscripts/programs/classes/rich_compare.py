# Rich comparison: fallbacks, derived ordering, hashing, total ordering by hand, identity in containers.
log = []


class V:
    def __init__(self, n):
        self.n = n

    def __lt__(self, o):
        log.append(f'{self.n}<{getattr(o, "n", o)}')
        return self.n < o.n if isinstance(o, V) else NotImplemented

    def __repr__(self):
        return f'V{self.n}'


a, b = V(1), V(2)
print(a < b, a > b, b > a, sorted([b, a, V(0)]), min(b, a), max(a, b), log)
log.clear()


def attempt(f):
    try:
        print(repr(f()), log)
    except TypeError as e:
        print('TypeError:', e, log)
    log.clear()


attempt(lambda: a <= b)
attempt(lambda: a >= b)
attempt(lambda: a < 5)
attempt(lambda: a > 5)
attempt(lambda: 5 < a)
attempt(lambda: 'x' >= a)
attempt(lambda: a == b)
attempt(lambda: a == a)
attempt(lambda: a != a)
attempt(lambda: [a] < [b])
attempt(lambda: [a, 1] < [a, 2])
attempt(lambda: (a, b) > (a, a))


class Eq:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        log.append(f'eq {self.n}')
        return self.n == getattr(o, 'n', None)


x, y, z = Eq(1), Eq(1), Eq(2)
print(x == y, x != y, x != z, x == 5, x is y, [x] == [y], x in [z, y], [z, y].index(x), [x, y].count(x), log)
log.clear()
print(x in [x], [x] == [x], (x,) == (x,), log)
try:
    {x}
except TypeError as e:
    print(e)
print(Eq.__hash__, V.__hash__ is object.__hash__)


class Ne:
    def __ne__(self, o):
        return 'custom ne'


print(Ne() != 1, Ne() == 1, 1 != Ne())


class All:
    def __eq__(self, o): return f'== {o}'
    def __ne__(self, o): return f'!= {o}'
    def __lt__(self, o): return f'< {o}'
    def __le__(self, o): return f'<= {o}'
    def __gt__(self, o): return f'> {o}'
    def __ge__(self, o): return f'>= {o}'
    __hash__ = object.__hash__


w = All()
print([w == 1, w != 1, w < 1, w <= 1, w > 1, w >= 1], [1 == w, 1 != w, 1 < w, 1 <= w, 1 > w, 1 >= w])
print(1 < w < 3, w in [1, 2], [1, 2].index(w), 'abc' == w, None == w, [] == w, sorted([3, w, 1], key=lambda q: 0) == [3, w, 1], len({w: 1, 2: 3}))


def total_ordering(cls):
    lt = cls.__lt__
    cls.__gt__ = lambda s, o: not (lt(s, o) or s == o)
    cls.__le__ = lambda s, o: lt(s, o) or s == o
    cls.__ge__ = lambda s, o: not lt(s, o)
    return cls


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(int(p) for p in text.split('.'))

    def __eq__(self, o):
        return self.parts == o.parts

    def __lt__(self, o):
        return self.parts < o.parts

    def __hash__(self):
        return hash(self.parts)

    def __repr__(self):
        return '.'.join(map(str, self.parts))


vs = [Version(t) for t in ('1.10', '1.2', '1.2.1', '0.9', '1.10')]
print(sorted(vs), sorted(vs, reverse=True), max(vs), min(vs), len(set(vs)), vs[0] == vs[-1], vs[0] >= vs[1], vs[1] <= vs[2], vs[3] > vs[0], Version('1.2') in vs)


class Weird:
    def __eq__(self, o):
        raise ValueError('eq raised')

    def __bool__(self):
        raise ValueError('bool raised')

    def __hash__(self):
        return 1


q = Weird()
for f in (lambda: q == 1, lambda: [q] == [1], lambda: 1 in [q], lambda: q in [q], lambda: [q].index(q), lambda: [1].index(q), lambda: {q: 1}[Weird()], lambda: {q: 1}[q], lambda: not q, lambda: q and 1, lambda: 1 if q else 2, lambda: [q] < [q], lambda: (q,) == (Weird(),), lambda: q != 2, lambda: any([q]), lambda: list(filter(None, [q]))):
    try:
        print(f())
    except ValueError as e:
        print('ValueError', e)


class NotBool:
    def __lt__(self, o):
        return Weird()


try:
    print(sorted([NotBool(), NotBool()]))
except ValueError as e:
    print(e)
try:
    print(1 < NotBool() if False else (NotBool() < 1) and 5)
except ValueError as e:
    print(e)


class IntLike(int):
    def __eq__(self, o):
        return 'intlike'

    def __hash__(self):
        return int.__hash__(self)


i = IntLike(5)
print(i == 5, 5 == i, 5 == 5, i in [4, 5], {5: 'five'}[i], i < 6, 6 > i, i + 1, type(i + 1), [i] == [5], i != 5)
