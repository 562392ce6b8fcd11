# Recursion 100,000 deep between Python functions, once the limit allows it; generators and exceptions from the bottom.
import sys

sys.setrecursionlimit(110000)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def total(n, acc=0):
    if n == 0:
        return acc
    return total(n - 1, acc + n)


def ping(n):
    return n if n == 0 else pong(n - 1)


def pong(n):
    return n if n == 0 else ping(n - 1)


print(depth(100000), total(100000), ping(99999))


def bottom(n):
    if n == 0:
        raise LookupError('at the bottom')
    bottom(n - 1)


try:
    bottom(50000)
except LookupError as e:
    n, tb = 0, e.__traceback__
    while tb:
        n += 1
        tb = tb.tb_next
    print(e, n)


def unwinding(n, log):
    try:
        if n == 0:
            raise KeyError('x')
        unwinding(n - 1, log)
    except KeyError:
        if n % 10000 == 0:
            log.append(n)
        raise


log = []
try:
    unwinding(30000, log)
except KeyError as e:
    print(repr(e), log)


def frames(n):
    if n == 0:
        f, count = sys._getframe(), 0
        while f:
            count += 1
            f = f.f_back
        return count
    return frames(n - 1)


print(frames(20000))
node = None
for i in range(50000):
    node = (i, node)


def length(node):
    return 0 if node is None else 1 + length(node[1])


print(length(node))


def closures(n):
    def inner(m):
        return m + n
    return inner(0) if n == 0 else closures(n - 1) + inner(-n)


print(closures(40000))


def args(n, *a, k=0, **kw):
    return (len(a), k, len(kw)) if n == 0 else args(n - 1, *a[:3], n, k=k + 1, **kw)


print(args(20000, 1, 2, 3, z=1))
sys.setrecursionlimit(1000)
try:
    depth(2000)
except RecursionError as e:
    print(e)
print(depth(900))
