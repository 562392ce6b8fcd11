# Classes: attributes, methods, class and instance dicts, repr, bound methods, dynamic creation.
class Point:
    "A point."
    count = 0
    tags = []

    def __init__(self, x, y=0):
        self.x, self.y = x, y
        Point.count += 1

    def __repr__(self):
        return f'Point({self.x}, {self.y})'

    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def moved(self, dx=0, dy=0):
        return Point(self.x + dx, self.y + dy)

    @staticmethod
    def origin():
        return Point(0)

    @classmethod
    def diagonal(cls, n):
        return cls(n, n)


p, q = Point(1, 2), Point(1, 2)
print(p, p == q, p != q, p is q, {p: 'v'}[q], p == 5, p.moved(dy=3), Point.origin(), Point.diagonal(4), Point.count, p.count, Point.__doc__, Point.__name__, Point.__module__, Point.__bases__)
p.tags.append('shared')
q.tags = ['own']
p.count = 99
print(Point.tags, q.tags, vars(p), q.__dict__, Point.count, 'count' in vars(p), 'tags' in vars(p))
del p.count
print(p.count)
p.extra = 1
setattr(p, 'any thing', 2)
print(vars(p), getattr(p, 'any thing'), hasattr(p, 'extra'), p.__dict__ is vars(p))
p.__dict__['direct'] = 3
print(p.direct, sorted(n for n in dir(p) if not n.startswith('__')), sorted(n for n in vars(Point) if not n.startswith('__')))


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


attempt(lambda: p.nope)
attempt(lambda: Point.nope)
attempt(lambda: p.mvoed)
attempt(lambda: Point.orign())
attempt(lambda: delattr(p, 'nope'))
attempt(lambda: delattr(Point, 'nope'))
attempt(lambda: delattr(p, 'count'))
attempt(lambda: Point())
attempt(lambda: Point(1, 2, 3))
attempt(lambda: Point(1, z=3))
attempt(lambda: Point.moved())
attempt(lambda: Point.moved(5))
attempt(lambda: p())
attempt(lambda: p + q)
attempt(lambda: p < q)
attempt(lambda: len(p))
attempt(lambda: p[0])
attempt(lambda: iter(p))
attempt(lambda: int(p))
attempt(lambda: -p)
attempt(lambda: p in q)
attempt(lambda: setattr(p, '__dict__', 5))
attempt(lambda: setattr(p, '__class__', 5))
attempt(lambda: setattr(p, '__class__', int))
attempt(lambda: object.__init__(p, 1))
attempt(lambda: None.foo)
attempt(lambda: (5).foo)
attempt(lambda: (lambda: 0).foo)
attempt(lambda: setattr(None, 'x', 1))
attempt(lambda: setattr(object(), 'x', 1))
try:
    p[0] = 1
except TypeError as e:
    print(e)
try:
    del p[0]
except TypeError as e:
    print(e)
try:
    with p:
        pass
except TypeError as e:
    print(e)
try:
    for _ in p:
        pass
except TypeError as e:
    print(e)

m = p.moved
print(m(1, 1), m.__self__ is p, m.__func__ is Point.moved, m.__name__, m == p.moved, m is p.moved, m == q.moved, hash(m) == hash(p.moved), Point.__dict__['origin'].__class__, Point.diagonal.__self__ is Point)
Point.describe = lambda self: f'described {self}'
print(p.describe(), Point.describe(q))
p.describe = lambda: 'instance function'
print(p.describe(), q.describe())


class Empty:
    pass


e = Empty()
print(repr(e).split(' at ')[0], str(e).startswith('<__main__.Empty object at 0x'), e == e, e != Empty(), bool(e), Empty, Empty.__doc__, Empty.__mro__, type(e) is Empty, isinstance(e, object), e.__class__, e.__module__, Empty.__dict__.keys() >= {'__module__', '__dict__', '__weakref__', '__doc__'})
D = type('Dynamic', (Point,), {'z': 5, 'get': lambda self: self.x + self.z})
d = D(1)
print(D, d, d.get(), D.__mro__[1], D.__bases__, type(D), isinstance(d, Point), issubclass(D, Point), d == Point(1), type(d) is Point)
d.__class__ = Point
print(type(d), hasattr(d, 'get'))


class Body:
    a = 1
    b = a + 1
    for i in range(3):
        a += i
    if a > 3:
        c = 'big'
    del i
    def helper(n): return n * 2
    d = helper(4)
    print(sorted(k for k in locals() if not k.startswith('__')), __name__, __qualname__)

    class Inner:
        v = 'inner'

        class Deep:
            pass


print(Body.a, Body.b, Body.c, Body.d, Body.Inner.v, Body.Inner.Deep, Body.Inner.__qualname__, hasattr(Body, 'i'))
x = 'module'


def make():
    x = 'function'

    class A:
        y = x
        x = 'class'
        z = x

        def m(self):
            return x
    return A


print(make().y if False else '', end='')
try:
    print(make().z)
except NameError as err:
    print(err)
