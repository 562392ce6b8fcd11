# What class, mapping and sequence patterns ask of their subjects.
import collections


class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Logged:
    def __getattr__(self, name):
        print('asks', name)
        if name == 'missing':
            raise AttributeError(name)
        return name


class Meta(type):
    def __instancecheck__(cls, v):
        print('instancecheck', type(v).__name__)
        return v == 5


class Five(metaclass=Meta):
    pass


def f(v):
    match v:
        case Point(0, y=0):
            return 'origin'
        case Point(x, y) if x == y:
            return f'diagonal {x}'
        case Point(x=a, y=[1, *rest]):
            return f'list {a} {rest}'
        case Five():
            return 'five'
        case int(n) | float(n) if n > 100:
            return f'big {n}'
        case bool():
            return f'bool {v}'
        case str('a' | 'b' as s):
            return f'letter {s}'
        case {'k': 1, 'j': [x, *_], **rest}:
            return f'map {x} {rest}'
        case {'z': None}:
            return 'z'
        case []:
            return 'empty'
        case [x]:
            return f'one {x}'
        case [1, *mid, 9]:
            return f'mid {mid}'
        case (x, y, *_):
            return f'at least two {x} {y}'
        case None:
            return 'none'
        case Logged(a=1):
            return 'logged'
        case Logged(b='b', missing=_):
            return 'never'
        case Logged(c=c):
            return f'c {c}'
        case _:
            return f'other {type(v).__name__}'


class Seq(collections.UserList):
    pass


subjects = [Point(0, 0), Point(3, 3), Point(1, [1, 2, 3]), Point(1, 2), 5, 101, 200.5, 7, True, 'a', 'c', {'k': 1, 'j': [4, 5], 'm': 6}, {'z': None, 'y': 1}, {},
            [], (), [1], [1, 9], [1, 2, 3, 9], (4, 5, 6), range(3), b'ab', bytearray(b'x'), {1, 2}, None, collections.deque([8]), Seq([1, 2]),
            collections.OrderedDict(k=1, j='q'), Logged(), iter([1]), 'xyz', collections.ChainMap({'z': None})]
for v in subjects:
    print(f(v))


class Default(dict):
    def __missing__(self, key):
        return 'made'


def g(v):
    match v:
        case {'a': x}:
            return x
    return 'no'


print(g(Default()), g(Default(a=1)), g(collections.defaultdict(int)))


class Bad:
    __match_args__ = ['x']


class Bad2:
    __match_args__ = (1,)


class K:
    a = 'k'
    b = 'k'


def h(v, cls):
    match v:
        case cls(1, 2):
            return 'two'
        case cls():
            return 'none'


def h1(v, cls):
    match v:
        case cls(1):
            return 'one'


def h2(v):
    match v:
        case Point(1, x=2):
            return 'double'


def h3(v):
    match v:
        case {K.a: 1, K.b: 2}:
            return 'keys'


for call in (lambda: h(1, int), lambda: h(1, 3), lambda: h(K(), K), lambda: h1(K(), K), lambda: h1(Bad(), Bad), lambda: h1(Bad2(), Bad2), lambda: h2(Point(1, 2)),
             lambda: h3({'k': 1}), lambda: h(Point(1, 2), Point), lambda: h([1], list), lambda: h1([1], list), lambda: h1(1, object)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
