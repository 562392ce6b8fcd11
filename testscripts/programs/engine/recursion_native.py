# How deep calls get that go through native code: a frame of Python each, whatever is between.
reached = 0


def measure(f, *args):
    global reached
    reached = 0
    try:
        f(*args)
    except RecursionError as e:
        return reached, str(e)[:32]
    return reached, 'no error'


def count():
    global reached
    reached += 1


def by_sorted(n):
    count()
    return sorted([n, n], key=by_sorted)


def by_map(n):
    count()
    return list(map(by_map, [n]))


def by_filter(n):
    count()
    return list(filter(by_filter, [n]))


def by_max(n):
    count()
    return max(n, n, key=by_max)


class Attr:
    def __getattr__(self, name):
        count()
        return getattr(self, name + 'x')


class Op:
    def __add__(self, other):
        count()
        return self + other

    def __getitem__(self, i):
        count()
        return self[i]

    def __call__(self):
        count()
        return self()

    def __len__(self):
        count()
        return len(self)

    def __eq__(self, other):
        count()
        return self == other

    def __hash__(self):
        count()
        return hash(self)

    def __iter__(self):
        count()
        return iter(self)

    def __contains__(self, x):
        count()
        return x in self

    def __repr__(self):
        count()
        return repr(self)

    def __str__(self):
        count()
        return str(self)

    def __bool__(self):
        count()
        return bool(self)

    def __index__(self):
        count()
        return [1][self]


class Prop:
    @property
    def p(self):
        count()
        return self.p


class Desc:
    def __get__(self, obj, cls):
        count()
        return obj.d


class Host:
    d = Desc()


def listed(n):
    count()
    return [x for x in [listed(n + 1)]]


def joined(n):
    count()
    return ''.join(joined(n) for _ in range(1))


o = Op()
print('sorted', measure(by_sorted, 1))
print('map', measure(by_map, 1))
print('filter', measure(by_filter, 1))
print('max', measure(by_max, 1))
print('__getattr__', measure(lambda: Attr().x))
print('__add__', measure(lambda: o + 1))
print('__getitem__', measure(lambda: o[1]))
print('__call__', measure(o))
print('__len__', measure(lambda: len(o)))
print('__eq__', measure(lambda: o == 1))
print('__hash__', measure(lambda: hash(o)))
print('__iter__', measure(lambda: iter(o)))
print('__contains__', measure(lambda: 1 in o))
print('__bool__', measure(lambda: not o))
print('__index__', measure(lambda: [1][o]))
print('property', measure(lambda: Prop().p))
print('descriptor', measure(lambda: Host().d))
print('comprehension', measure(listed, 1))
print('generator expression', measure(joined, 1))
print('repr', measure(lambda: repr(o))[1], measure(lambda: str(o))[1], measure(lambda: f'{o!r}')[1])
