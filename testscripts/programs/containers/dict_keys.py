# Keys with their own __hash__ and __eq__, __missing__, subclasses of dict, mutation by callbacks.
log = []


class Key:
    def __init__(self, name, h):
        self.name, self.h = name, h

    def __hash__(self):
        log.append('hash ' + self.name)
        return self.h

    def __eq__(self, other):
        log.append(f'{self.name} == {getattr(other, "name", other)}')
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return f'<{self.name}>'


def flush(label):
    print(label, '|', '; '.join(log))
    log.clear()


a, b, a2 = Key('a', 1), Key('b', 1), Key('a', 1)
d = {a: 1}
flush('make')
d[b] = 2
flush('collide')
d[a2] = 3
flush('equal')
print(d, d[a], len(d))
flush('lookup')
print(Key('a', 2) in d, 1 in d)
flush('absent')
print(d.get(a2), d.pop(b))
flush('pop')
print({a, a2, b}, [a, b].index(a2), (a, b).count(a2))
flush('set')


class NoHash:
    __hash__ = None


class EqOnly:
    def __eq__(self, other):
        return True


class BadHash:
    def __hash__(self):
        return 'x'


class Raises:
    def __hash__(self):
        raise ValueError('no hash today')


class BigHash:
    def __hash__(self):
        return 2 ** 70


for cls in (NoHash, EqOnly, BadHash, Raises, BigHash):
    try:
        print(cls.__name__, {cls(): 1}.popitem()[1], hash(cls()))
    except Exception as e:
        print(cls.__name__, type(e).__name__, e)


class Default(dict):
    def __missing__(self, key):
        if key == 'bad':
            raise KeyError('really ' + key)
        self[key] = value = key * 2
        return value


m = Default(x=1)
print(m['ab'], m[3], m, m.get('zz'), 'zz' in m, m.setdefault('q', 0), type(m | {}), m == {'x': 1, 'ab': 'abab', 3: 6, 'q': 0})
try:
    m['bad']
except KeyError as e:
    print(repr(e))


class Lower(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k.lower(), v)

    def __getitem__(self, k):
        return super().__getitem__(k.lower())

    def __contains__(self, k):
        return super().__contains__(k.lower())

    def get(self, k, default=None):
        return self[k] if k in self else default


lo = Lower(ABC=1)
lo['DEF'] = 2
lo.update(GHI=3)
print(lo, lo['def'], 'DEF' in lo, lo.get('Def'), lo.get('no', 'none'), dict(lo), {**lo}, list(lo))
try:
    lo['ABC']
except KeyError as e:
    print('KeyError', e)


class Evil:
    def __init__(self, target):
        self.target = target

    def __hash__(self):
        return 7

    def __eq__(self, other):
        self.target.clear()
        return False


victim = {}
victim[Evil(victim)] = 'one'
victim[Evil(victim)] = 'two'
print(len(victim), list(victim.values()))


class RaisingEq:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 3

    def __eq__(self, other):
        raise RuntimeError(f'cannot compare {self.n}')


r = {RaisingEq(1): 'a'}
for f in (lambda: r[RaisingEq(2)], lambda: r.get(RaisingEq(3)), lambda: RaisingEq(4) in r, lambda: r.setdefault(RaisingEq(5), 1), lambda: {RaisingEq(6), RaisingEq(7)}, lambda: r.pop(RaisingEq(8), None)):
    try:
        print(f())
    except RuntimeError as e:
        print(e)
print(len(r), hash(True) == hash(1) == hash(1.0), hash((1, 2)) == hash((1.0, 2)), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash('') , hash(()) == hash(tuple()), hash(None) == hash(None))
print([hash(x) for x in (0, 1, -1, -2, 2 ** 61 - 1, 2 ** 61, 1.0, 1.5, True, '', 'a', 'abc', 'é', b'', b'abc', (), (1, 2), ('a',), frozenset(), frozenset([1, 2, 3]), range(3), 1j)])
