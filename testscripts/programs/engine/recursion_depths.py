# How deep each kind of call gets at the default limit before RecursionError, seen from one module.
import sys

reached = 0


def measure(f, *args):
    global reached
    reached = 0
    try:
        f(*args)
    except RecursionError as e:
        return reached, str(e)[:32]
    return reached, 'no error'


def up():
    global reached
    reached += 1


def plain(n):
    global reached
    reached = n
    plain(n + 1)


def defaults(n, *rest, k=1, **kw):
    global reached
    reached = n
    defaults(n + 1, *rest, k=k, **kw)


def ping(n):
    global reached
    reached = n
    pong(n + 1)


def pong(n):
    global reached
    reached = n
    ping(n + 1)


class C:
    def method(self, n):
        global reached
        reached = n
        self.method(n + 1)

    @classmethod
    def cls(cls, n):
        global reached
        reached = n
        cls.cls(n + 1)

    @staticmethod
    def static(n):
        global reached
        reached = n
        C.static(n + 1)


def generator(n):
    global reached
    reached = n
    yield from generator(n + 1)


def looping(n):
    global reached
    reached = n
    for x in looping(n + 1):
        yield x


def closure():
    def inner(n):
        global reached
        reached = n
        inner(n + 1)
    inner(1)


async def coroutine(n):
    global reached
    reached = n
    await coroutine(n + 1)


def run(c):
    c.send(None)


lam = lambda n: (set_reached(n), lam(n + 1))


def set_reached(n):
    global reached
    reached = n


def handled(n):
    global reached
    reached = n
    try:
        handled(n + 1)
    finally:
        n = 0


def twice():
    first = measure(plain, 1)
    return first == measure(plain, 1)


def limits():
    out = []
    old = sys.getrecursionlimit()
    for n in 50, 100, 500, 2000, 5000:
        sys.setrecursionlimit(n)
        out.append(measure(plain, 1)[0])
    sys.setrecursionlimit(old)
    return out


def inside(n):
    return measure(plain, 1) if n == 0 else inside(n - 1)


print('plain', measure(plain, 1))
print('defaults', measure(defaults, 1))
print('mutual', measure(ping, 1))
print('method', measure(C().method, 1))
print('class method', measure(C.cls, 1))
print('static method', measure(C.static, 1))
print('closure', measure(closure))
print('lambda', measure(lam, 1))
print('try', measure(handled, 1))
print('generator', measure(lambda: list(generator(1))))
print('looping', measure(lambda: [x for x in looping(1)]))
print('coroutine', measure(lambda: run(coroutine(1))))
print(twice(), limits(), inside(0), inside(10), inside(100))
