# Sites that see one kind of operand for long, then another: each quickened form is entered, used, and left again.
import sys


class Base:
    tag = 'base'

    def name(self, x=1):
        return self.tag, x


class Sub(Base):
    tag = 'sub'


def module_function(m, f):
    out = []
    for s in 'a', 'b', 'c':
        out.append(m.intern(s))
    f.intern = lambda s: s * 2
    for s in 'd', 'e':
        out.append(f.intern(s))
    return out


def both_modules(*modules):
    return [m.intern('x') for m in modules]


def unbound(cls, *objects):
    return [cls.name(o, 2) for o in objects]


def with_constant(*values):
    out = []
    for v in values:
        row = []
        for f in (lambda: v | 8, lambda: v & 6, lambda: v ^ 3, lambda: v + 1, lambda: v - 1, lambda: v * 3, lambda: v // 2, lambda: v % 5, lambda: v / 4, lambda: v << 2,
                  lambda: v >> 1, lambda: v ** 2, lambda: -v, lambda: +v, lambda: not v, lambda: v[0], lambda: v == 5, lambda: v < 5):
            try:
                row.append(f())
            except TypeError:
                row.append('T')
        out.append(row)
    return out


def bits(values):
    acc = 0
    for v in values:
        try:
            acc = acc | v | 1
            acc = (acc ^ v) & 255 | 16
            acc |= 2
        except TypeError as e:
            acc = str(e)[:30]
            print(acc)
            acc = 0
    return acc


def compare(pairs):
    out = ''
    for a, b in pairs:
        if a < b:
            out += '<'
        if a <= b:
            out += 'l'
        if a == b:
            out += '='
        if a != b:
            out += '!'
        if a > b:
            out += '>'
        if a >= b:
            out += 'g'
        if a == 1:
            out += '1'
        if a < 2.5:
            out += 'h'
        out += ' '
    return out


def index(containers, keys):
    out = []
    for c in containers:
        for k in keys:
            try:
                out.append(c[k])
                c[k] = out[-1]
            except (TypeError, IndexError, KeyError) as e:
                out.append(type(e).__name__[0])
    return out


def append(lists):
    for l in lists:
        for i in range(3):
            l.append(i)
    return lists


class Collector:
    def __init__(self):
        self.items = ()

    def append(self, x):
        self.items += x,

    def __repr__(self):
        return 'Collector' + repr(self.items)


def iterate(things):
    out = []
    for thing in things:
        for x in thing:
            out.append(x)
    return out


print(module_function(sys, Sub), both_modules(sys, sys, Sub, sys))
print(unbound(Base, Base(), Sub(), Base()), unbound(Sub, Sub(), Base()))
Base.name = lambda self, x: 'other'
print(unbound(Base, Base()), unbound(Sub, Sub()))
for row in with_constant(7, 2**63 - 1, -2**63, 2.5, True, 'ab', (1, 2), [3], 2**70):
    print(row)
print(bits([1, 2, 3, 4]), bits([1, True, 2**65, 3]), bits([1, 'x', {2}]))
print(compare([(1, 2), (2, 1), (1, 1), (1.5, 1.0), (1.0, 2.0), (1, 1.0), (2**70, 1), (True, 1), (float('nan'), 1.0), (-1, -2)]))
print(index([[1, 2, 3], (4, 5), {0: 'a', -1: 'b', 'k': 'c'}, 'xyz', range(3), bytearray(b'abc')], [0, -1, 1, 9, 'k', True]))
print(append([[], [1], Collector(), [], bytearray(), Collector()]))
print(iterate([range(3), [4, 5], (6,), 'ab', {7: 8}, {9}, (x for x in range(2)), iter([1]), map(str, [1]), range(5, 0, -2), b'z', enumerate('e')]))
