# id, is and sharing: what the language guarantees.
a = [1, 2]
b = a
c = a[:]
print(a is b, a is c, id(a) == id(b), id(a) == id(c), a == c)
print(None is None, True is (1 == 1), () is (), Ellipsis is ..., NotImplemented is NotImplemented, type(None)() is None, bool(1) is True, type(...)() is ..., type(NotImplemented)() is NotImplemented)


def same(x):
    return x


o = object()
print(same(o) is o, [o][0] is o, (o,)[0] is o, {'k': o}['k'] is o, {o: 1}.popitem()[0] is o, list((o,))[0] is o, [*[o]][0] is o, next(iter([o])) is o, (lambda *a: a)(o)[0] is o, (lambda **k: k)(o=o)['o'] is o)
print(str(s := 'abc') is s, tuple(t := (1, 2)) is t, int(n := 10 ** 30) is n, float(f := 1.5) is f, bytes(y := b'z') is y, frozenset(z := frozenset([1])) is z, list(l := [1]) is l, t[:] is t, s[:] is s, l[:] is l, (t * 1) is t, t + () == t, y[:] is y)
x = y = []
x.append(1)
print(y, x is y)
x = x + [2]
print(y, x is y)
x = y
x += [3]
print(y, x is y)
i = j = 5
i += 1
print(i, j)
s1 = s2 = 'a'
s1 += 'b'
print(s1, s2)
t1 = t2 = (1,)
t1 += (2,)
print(t1, t2)


def default(acc=[]):
    acc.append(len(acc))
    return acc


print(default() is default(), default())


def mutate(l, d, n, s):
    l.append(1)
    d['k'] = 1
    n += 1
    s += 'x'
    l = 'rebound'


L, D, N, S = [], {}, 1, 's'
mutate(L, D, N, S)
print(L, D, N, S)
rows = [[0] * 2] * 2
rows[0][0] = 1
print(rows, rows[0] is rows[1])
d1 = {'a': [1]}
d2 = d1.copy()
d2['a'].append(2)
d2['b'] = 1
print(d1, d2)
fs = dict.fromkeys('ab', [])
fs['a'].append(1)
print(fs)


class K:
    shared = []

    def __init__(self):
        self.own = []


k1, k2 = K(), K()
k1.shared.append(1)
k1.own.append(1)
print(k2.shared, k2.own, k1.shared is k2.shared is K.shared, k1.m if hasattr(k1, 'm') else 'no m')


class M:
    def m(self): pass


m = M()
bound = m.m
print(m.m is m.m, m.m == m.m, bound.__self__ is m, M.m is M.m, M.__dict__ is M.__dict__, M.__mro__ is M.__mro__, type(m) is M, m.__dict__ is m.__dict__, m.__class__ is M)
nan = float('nan')
print(nan is nan, nan == nan, nan in [nan], [nan] == [nan], {nan: 1}.get(nan), {nan: 1}.get(float('nan')), (nan,) == (nan,), [nan].index(nan), {nan} == {nan})
ids = [id(v) for v in (a, b, c)]
print(ids[0] == ids[1], ids[0] != ids[2], len({id(v) for v in [[], [], []]}) >= 1, isinstance(id(None), int), id(1) == id(1), hash(o) == hash(o))
small = 100
print([n for n in range(-5, 257) if n is not int(str(n))], 'lit' 'eral' == 'literal')


def interned():
    return 'const', 'const'


u, v = interned()
print(u is v, interned()[0] is interned()[0], (1, 2, 'x') == (1, 2, 'x'), interned.__code__.co_consts[-1] if False else '')
gen1 = (i for i in 'ab')
print(iter(gen1) is gen1, iter([]) is iter([]), iter(iter1 := iter([])) is iter1)
swap = [1, 2, 3]
swap[0], swap[2] = swap[2], swap[0]
alias = swap
swap = swap[::-1]
print(alias, swap)
del a[0]
print(b, c)
w = [w_ := [1], w_]
w[0].append(2)
print(w, w[0] is w[1])
