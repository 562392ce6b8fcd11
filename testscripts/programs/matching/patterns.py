# match: every kind of pattern, guards, captures, or, as, stars, order of evaluation.
def describe(x):
    match x:
        case None:
            return 'none'
        case True | False as b:
            return f'bool {b}'
        case 0 | 1 | 2:
            return 'small int'
        case -1:
            return 'minus one'
        case 3.5:
            return 'float literal'
        case 1 + 2j:
            return 'complex literal'
        case 'a' 'b':
            return 'ab'
        case b'bytes':
            return 'bytes'
        case int(n) if n > 100:
            return f'big int {n}'
        case int():
            return 'int'
        case str(s) if s.isupper():
            return f'upper {s}'
        case '':
            return 'empty str'
        case str():
            return 'str'
        case []:
            return 'empty seq'
        case [x]:
            return f'one {x}'
        case [1, 2, *rest]:
            return f'starts 1 2, rest {rest}'
        case [first, *_, last] if first == last:
            return f'same ends {first}'
        case (a, (b, c)):
            return f'nested {a} {b} {c}'
        case [[_, _], *more]:
            return f'pair first, {len(more)} more'
        case [*all_of_it]:
            return f'seq of {len(all_of_it)}'
        case {'type': 'circle', 'r': r}:
            return f'circle {r}'
        case {'type': str(t), **others}:
            return f'type {t} others {others}'
        case {1: v, 'k': [p, q]}:
            return f'keys {v} {p} {q}'
        case {}:
            return 'mapping'
        case float() as f:
            return f'float {f}'
        case _:
            return f'other {type(x).__name__}'


values = [None, True, False, 0, 1, 2, -1, 3.5, 1 + 2j, 'ab', b'bytes', 500, 50, 'UP', '', 'low', [], (), [9], (9,), [1, 2], [1, 2, 3, 4], [5, 0, 5], [5, 6, 7], (1, (2, 3)), [1, [2, 3]], [[1, 2], 3, 4], 'xy', range(3), range(0), {'type': 'circle', 'r': 5, 'extra': 1}, {'type': 'square', 'side': 2}, {'type': 5}, {1: 'v', 'k': (7, 8)}, {}, {'z': 1}, 2.0, 1.0, {1, 2}, b'other', bytearray(b'x'), object, iter([]), 3j, -0.0, 10 ** 30]
for v in values:
    print(v if not callable(v) and 'iterator' not in repr(v) else type(v).__name__, '->', describe(v))


class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y


class Point3(Point):
    __match_args__ = ('x', 'y', 'z')

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class NoArgs:
    a = 1


def where(p):
    match p:
        case Point3(0, 0, 0):
            return '3d origin'
        case Point3(x, y=0, z=z):
            return f'3d plane {x} {z}'
        case Point(0, 0):
            return 'origin'
        case Point(x=0, y=y):
            return f'y axis {y}'
        case Point(x, 0):
            return f'x axis {x}'
        case Point(x, y) if x == y:
            return f'diagonal {x}'
        case Point(x=int() | float(), y=[*ys]):
            return f'list {ys}'
        case Point():
            return 'somewhere'
        case NoArgs(a=1):
            return 'noargs'
        case [Point(x=a), Point(x=b)]:
            return f'two {a} {b}'
        case {'p': Point(x, _) as whole}:
            return f'in dict {x} {whole.y}'


for p in (Point(0, 0), Point(0, 5), Point(7, 0), Point(3, 3), Point(1, 2), Point(1, [4, 5]), Point3(0, 0, 0), Point3(1, 0, 9), Point3(1, 2, 3), NoArgs(), [Point(1, 2), Point(3, 4)], {'p': Point('s', 't')}, 5):
    print(where(p), end='; ')
print()


class Color:
    RED, GREEN = 'red', 'green'

    class Deep:
        BLUE = 'blue'


def value(x):
    match x:
        case Color.RED:
            return 1
        case Color.Deep.BLUE:
            return 2
        case {Color.GREEN: v}:
            return v
        case [Color.RED | Color.GREEN as c, Color()]:
            return c
        case capture:
            return f'captured {capture}'


print(value('red'), value('blue'), value({'green': 9}), value('green'), value(['green', Color()]), value(['blue', 1]))


def order(x):
    log = []

    class Eq:
        def __init__(self, n): self.n = n
        def __eq__(self, o):
            log.append(f'{self.n}=={o!r}')
            return self.n == o
    ns = type('NS', (), {'A': Eq(1), 'B': Eq(2), 'C': Eq(3)})
    match x:
        case ns.A | ns.B:
            r = 'AB'
        case [ns.A, ns.C]:
            r = 'list'
        case ns.C if log.append('guard') or False:
            r = 'guarded'
        case ns.C:
            r = 'C'
        case _:
            r = 'none'
    return r, log


for v in (1, 2, 3, 4, [1, 3], [1, 2]):
    print(order(v))


def bindings():
    match [1, [2, 3]]:
        case [a, [b, 4]]:
            pass
        case [a, b] if b is None:
            pass
    return a, b


print(bindings())
match (1, 2):
    case x, y:
        print('bare', x, y)
match 5, 'x':
    case int(i), str(s):
        print(i, s)
match {'a': 1}:
    case {'a': 1, **rest}:
        print(rest)
match x := [1, 2, 3]:
    case [_, *mid, _]:
        print(mid, x)
for op in (['go', 'north'], ['go', 'up'], ['drop', 'a', 'b'], ['look'], ['quit', 'now'], []):
    match op:
        case ['go', ('north' | 'south') as d]:
            print('going', d, end='; ')
        case ['go', d]:
            print('cannot go', d, end='; ')
        case ['drop', *things]:
            print('dropping', things, end='; ')
        case ['look'] | []:
            print('looking', end='; ')
        case [verb, *_]:
            print('what is', verb, end='; ')
print()
