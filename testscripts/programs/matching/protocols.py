# match against classes with their own protocols: __match_args__ errors, isinstance hooks, sequences, mappings.
def attempt(label, f):
    try:
        print(label, '=', f())
    except Exception as e:
        print(label, '->', type(e).__name__ + ':', e)


class TooFew:
    __match_args__ = ('a',)
    a = 1


class BadArgs:
    __match_args__ = ['a']
    a = 1


class BadName:
    __match_args__ = (5,)


class Missing:
    __match_args__ = ('nope',)


class Nothing:
    pass


class Repeat:
    __match_args__ = ('a', 'a')
    a = 1


def pos1(cls, x):
    match x:
        case cls(v):
            return v
    return 'no match'


def pos2(cls, x):
    match x:
        case cls(v, w):
            return v, w
    return 'no match'


def both(cls, x):
    match x:
        case cls(v, a=w):
            return v, w
    return 'no match'


attempt('one', lambda: pos1(TooFew, TooFew()))
attempt('too many', lambda: pos2(TooFew, TooFew()))
attempt('list args', lambda: pos1(BadArgs, BadArgs()))
attempt('bad name', lambda: pos1(BadName, BadName()))
attempt('missing', lambda: pos1(Missing, Missing()))
attempt('no match args', lambda: pos1(Nothing, Nothing()))
attempt('other instance', lambda: pos1(Nothing, 5))
attempt('repeat', lambda: pos2(Repeat, Repeat()))
attempt('positional and keyword', lambda: both(TooFew, TooFew()))
attempt('not a class', lambda: pos1(5, 5))
attempt('function', lambda: pos1(len, 5))
attempt('int two', lambda: pos2(int, 5))
for cls, v in ((int, 5), (str, 's'), (float, 1.5), (bool, True), (bytes, b'b'), (list, [1]), (tuple, (1,)), (dict, {1: 2}), (set, {1}), (frozenset, frozenset()), (bytearray, bytearray(b'x')), (int, True), (bool, 1), (complex, 1j), (object, 1), (type, int)):
    attempt(f'{cls.__name__}({v!r})', lambda: pos1(cls, v))


class MyInt(int):
    pass


class MyDict(dict):
    pass


class WithMatch(int):
    __match_args__ = ('real', 'imag')


attempt('MyInt', lambda: pos1(MyInt, MyInt(7)))
attempt('int(MyInt)', lambda: pos1(int, MyInt(7)))
attempt('WithMatch', lambda: pos2(WithMatch, WithMatch(3)))


class Meta(type):
    def __instancecheck__(cls, obj):
        print('instancecheck', end=' ')
        return obj == 'magic'


class Magic(metaclass=Meta):
    __match_args__ = ('upper',)


attempt('hook', lambda: pos1(Magic, 'magic')())
attempt('hook no', lambda: pos1(Magic, 'other'))


class Props:
    __match_args__ = ('value', 'broken')

    @property
    def value(self):
        print('value read', end=' ')
        return 42

    @property
    def broken(self):
        raise ValueError('property failed')

    @property
    def absent(self):
        raise AttributeError('absent')


attempt('property', lambda: pos1(Props, Props()))
attempt('broken', lambda: pos2(Props, Props()))


def absent(x):
    match x:
        case Props(absent=v):
            return v
    return 'no match'


attempt('absent', lambda: absent(Props()))


def kinds(x):
    match x:
        case [*items]:
            return 'sequence', items
        case {**items}:
            return 'mapping', items
        case _:
            return 'neither'


class Seq:
    def __len__(self): return 2
    def __getitem__(self, i): return [10, 20][i]


class ListSub(list):
    def __len__(self): return 1
    def __getitem__(self, i): return 'sub'
    def __iter__(self): return iter(['iterated'])


class DictSub(dict):
    def get(self, k, d=None):
        print('get', k, end=' ')
        return super().get(k, d)

    def __getitem__(self, k):
        print('getitem', k, end=' ')
        return super().__getitem__(k)

    def __missing__(self, k):
        return 'missing ' + k

    def keys(self):
        print('keys', end=' ')
        return super().keys()


for v in ([1], (1,), 'str', b'b', range(2), {1}, {1: 2}, Seq(), ListSub([1, 2]), MyDict(a=1), iter([1]), memoryview(b'ab'), (i for i in 'x'), {}.keys(), {}.items(), bytearray(b'x'), None):
    attempt(type(v).__name__, lambda: kinds(v))


def by_key(x):
    match x:
        case {'a': a, 'b': b, **rest}:
            return a, b, rest
        case {'a': a}:
            return a
        case {}:
            return 'empty pattern'


attempt('dictsub', lambda: by_key(DictSub(a=1)))
attempt('dictsub 2', lambda: by_key(DictSub(a=1, b=2, c=3)))
attempt('dict', lambda: by_key({'b': 1}))
attempt('seq', lambda: by_key([1]))


def listsub(x):
    match x:
        case ['sub']:
            return 'by getitem'
        case ['iterated']:
            return 'by iter'
        case [a, b]:
            return a, b
        case [a]:
            return 'one', a


attempt('listsub', lambda: listsub(ListSub([1, 2])))


def dup(k1, k2):
    class K:
        a, b = k1, k2
    match {1: 2, 3: 4}:
        case {K.a: x, K.b: y}:
            return x, y


attempt('keys', lambda: dup(1, 3))
attempt('duplicate keys', lambda: dup(1, 1))
attempt('unhashable key', lambda: dup([], 1))


class NaN:
    def __eq__(self, o): return False


def identity(x):
    match x:
        case None: return 'None'
        case True: return 'True'
        case 1: return 'one'
        case 0: return 'zero'
    return '?'


print([identity(v) for v in (None, True, False, 1, 0, 1.0, 0.0, NaN(), '', -0.0)])


def nested(tree):
    match tree:
        case ('+', l, r):
            return nested(l) + nested(r)
        case ('*', l, r):
            return nested(l) * nested(r)
        case ('neg', x):
            return -nested(x)
        case ('let', str(name), value, body):
            return ('let', name, nested(value), body)
        case int() | float():
            return tree
        case _:
            raise SyntaxError(f'bad node {tree!r}')


print(nested(('+', 1, ('*', 2, ('neg', 3.5)))), nested(('let', 'x', ('+', 1, 1), None)))
attempt('bad', lambda: nested(('+', 1, ('?',))))
