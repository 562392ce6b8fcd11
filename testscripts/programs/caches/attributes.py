# Attribute access at one place while everything behind it changes: class, instance, descriptors, slots, modules.
class A:
    x = 'A.x'

    def m(self):
        return 'A.m'


class B:
    def __init__(self):
        self.x = 'B inst'

    def m(self):
        return 'B.m'


class Slots:
    __slots__ = ('x',)

    def __init__(self):
        self.x = 'slot'

    def m(self):
        return 'Slots.m'


class Prop:
    @property
    def x(self):
        return 'property'

    @staticmethod
    def m():
        return 'static m'


class Get:
    def __getattr__(self, name):
        if name == 'm':
            return lambda: 'getattr m'
        return f'getattr {name}'


class Mod:
    m = len.__class__


def read(o):
    return o.x


def call(o):
    return o.m()


class Meta(type):
    x = 'Meta.x'

    def m(cls):
        return f'Meta.m {cls.__name__}'


class WithMeta(metaclass=Meta):
    pass


objs = [A(), B(), Slots(), Prop(), Get(), WithMeta]
for _ in range(3):
    for o in objs:
        print(read(o), call(o), end='; ')
print()
for o in objs:
    for _ in range(40):
        r = read(o), call(o)
    print(r)
a = A()
out = []
for i in range(60):
    if i == 10:
        a.x = 'instance'
    if i == 20:
        del a.x
    if i == 25:
        A.x = 'class changed'
    if i == 30:
        A.x = property(lambda self: 'now property')
    if i == 35:
        A.x = 5
    if i == 40:
        a.__class__ = B
    if i == 42:
        a.__dict__['x'] = 'via dict'
    if i == 45:
        a.__dict__ = {'x': 'new dict'}
    if i == 48:
        a.__class__ = A
    if i == 50:
        del A.x
    if i == 52:
        del a.x
    if i == 54:
        A.__getattr__ = lambda self, n: 'late getattr ' + n
    if i == 57:
        object.__setattr__(a, 'x', 'last')
    try:
        v = a.x
    except AttributeError as e:
        v = str(e)
    if not out or out[-1] != v:
        out.append(v)
print(out)
out = []
b = B()
for i in range(60):
    if i == 10:
        B.m = lambda self: 'replaced'
    if i == 20:
        b.m = lambda: 'instance method'
    if i == 30:
        del b.m
    if i == 35:
        B.m = classmethod(lambda cls: f'class method {cls.__name__}')
    if i == 40:
        B.m = type('Callable', (), {'__call__': lambda self: 'callable object'})()
    if i == 45:
        del B.m
    if i == 50:
        B.m = A.m
    try:
        v = b.m()
    except AttributeError as e:
        v = str(e)
    if not out or out[-1] != v:
        out.append(v)
print(out)


class Base:
    v = 'Base'


class Mid(Base):
    pass


class Leaf(Mid):
    pass


leaf = Leaf()
out = []
for i in range(40):
    if i == 8:
        Base.v = 'Base 2'
    if i == 16:
        Mid.v = 'Mid'
    if i == 24:
        del Mid.v
    if i == 28:
        Leaf.__bases__ = (Mid, A)
    if i == 32:
        del Base.v
        A.v = 'from A'
    v = leaf.v
    if not out or out[-1] != v:
        out.append(v)
print(out)


class P:
    def __init__(self, n):
        self.a = n
        if n % 2:
            self.b = n
        if n % 3 == 0:
            self.c = n
        self.d = -n


total = 0
for i in range(60):
    p = P(i)
    total += p.a + p.d + getattr(p, 'b', 0) * 2 + getattr(p, 'c', 0)
    p.d = p.a
    p.e = total
    if i % 7 == 0:
        del p.a
        p.a = p.d
    total += p.a - p.d + p.e - total
print(total, list(vars(P(3))), list(vars(p)))


class Counter:
    count = 0

    def bump(self):
        self.count += 1
        return self


c = Counter()
for i in range(30):
    c.bump()
    if i == 10:
        Counter.count = 100
    if i == 20:
        del c.count
print(c.count, Counter.count, vars(c))
import math

seen = []
for i in range(20):
    if i == 10:
        math.tau = 'patched'
    seen.append(math.tau)
print(seen[8:12])
for name in ('bit_length', 'real', 'nope', 'conjugate'):
    for o in (5, True, 1.5, 'x'):
        try:
            v = getattr(o, name)
            print(name, type(o).__name__, v() if callable(v) else v, end='; ')
        except AttributeError as e:
            print(e, end='; ')
print()
