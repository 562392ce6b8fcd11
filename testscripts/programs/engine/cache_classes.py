# Inline caches of attributes, while classes, bases, metaclasses, instances and their dicts change under them.
class Meta(type):
    attr = 'meta'

    def method(cls):
        return 'meta method'


class A(metaclass=Meta):
    v = 'A.v'

    def m(self):
        return 'A.m'


class B(A):
    pass


class C(B):
    def __init__(self):
        self.own = 'own'


def read(o):
    out = []
    for name in ('v', 'm', 'own', 'late'):
        try:
            if name == 'v':
                out.append(o.v)
            elif name == 'm':
                out.append(o.m())
            elif name == 'own':
                out.append(o.own)
            else:
                out.append(o.late)
        except AttributeError as e:
            out.append('!' + str(e)[-12:])
    return out


def warm(o):
    for _ in range(20):
        r = read(o)
    return r


c = C()
print(warm(c))
A.v = 'A.v2'
print(read(c))
B.v = 'B.v'
print(read(c))
C.v = property(lambda self: 'property')
print(read(c))
del C.v, B.v
print(read(c))
B.m = lambda self: 'B.m'
print(read(c))
c.m = lambda: 'instance m'
print(read(c))
del c.m
print(read(c))
c.v = 'c.v'
print(read(c), vars(c))
c.__dict__['v'] = 'from dict'
c.__dict__['late'] = 'late'
print(read(c))
c.__dict__ = {'own': 'new dict'}
print(read(c), warm(c))
C.late = 'class late'
print(read(c))


class Other:
    v = 'Other.v'

    def m(self):
        return 'Other.m'


c.__class__ = Other
print(read(c), warm(c))
c.__class__ = C
print(read(c))
C.__bases__ = (Other, A)
print(read(c), warm(c), [k.__name__ for k in C.__mro__])
C.__getattr__ = lambda self, name: 'getattr ' + name
del C.late
c.__dict__.clear()
print(read(c), warm(c))
C.__getattribute__ = lambda self, name: (lambda: 'm') if name == 'm' else 'all ' + name
print(read(c))
del C.__getattribute__, C.__getattr__
print(read(c))


def on_class(k):
    out = []
    for _ in range(10):
        out = [k.v, k.attr]
        try:
            out.append(k.method())
        except Exception as e:
            out.append(str(e))
    return out


print(on_class(A))
Meta.v = 'data on the metaclass'
print(on_class(A))
Meta.v = property(lambda cls: 'meta property of ' + cls.__name__)
print(on_class(A))
del Meta.v
A.attr = 'A.attr'
A.method = classmethod(lambda cls: 'class method')
print(on_class(A), on_class(B))


class S:
    __slots__ = ('a', 'b')


class T(S):
    pass


def slots(o, v):
    o.a = v
    r = [o.a]
    try:
        r.append(o.b)
    except AttributeError as e:
        r.append(str(e))
    return r


s, t = S(), T()
for i in range(10):
    r = slots(s, i), slots(t, i)
print(r)
s.b = 5
t.__dict__['b'] = 'hidden'
print(slots(s, 1), slots(t, 1))
del s.a, s.b
try:
    s.a
except AttributeError as e:
    print(e)
desc = S.a
S.a = 'no slot'
try:
    slots(s, 1)
except AttributeError as e:
    print(e)
S.a = desc
print(slots(s, 2))


class P:
    def __init__(self, n):
        if n % 2:
            self.x = n
            self.y = -n
        else:
            self.y = -n
            self.x = n
        if n > 5:
            self.z = n


def poly(objects):
    return sum(o.x * 10 + o.y for o in objects)


ps = [P(i) for i in range(12)]
print(poly(ps), poly(ps))
for p in ps[::3]:
    del p.x
    p.x = 1
for p in ps[1::3]:
    vars(p)['y'] = 100
print(poly(ps))
P.x = property(lambda self: 7, lambda self, v: None)
print(poly(ps))
ps[0].x = 50
print(ps[0].x, vars(ps[0]))
del P.x
print(poly(ps))


class D:
    def __init__(self, r):
        self.r = r

    def __get__(self, o, k):
        return self.r, o is None


class K:
    d = D('non-data')


def get(o):
    return o.d


k = K()
print([get(k) for _ in range(5)][-1])
k.d = 'instance'
print(get(k))
D.__set__ = lambda self, o, v: None
print(get(k))
del D.__set__
print(get(k))
del D.__get__
print(get(K()).r)


def store(o, v):
    o.x = v
    return o.__dict__.get('x', 'none')


class W:
    pass


print([store(W(), i) for i in range(10)][-1])
W.x = property(lambda self: 1, lambda self, v: log.append(v))
log = []
print(store(W(), 'p'), log)
del W.x
W.__setattr__ = lambda self, n, v: log.append((n, v))
print(store(W(), 's'), log)
del W.__setattr__
print(store(W(), 'back'))
print(K.d.r, type(c).__name__, isinstance(c, A))


def call(o):
    return len(o) if hasattr(type(o), '__len__') else 'none'


class L:
    pass


print(call(L()))
L.__len__ = lambda self: 3
print(call(L()))
L.__len__ = lambda self: 4
print(call(L()), bool(L()))
del L.__len__
print(call(L()), bool(L()))
