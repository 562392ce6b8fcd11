# The main paths of the engine, one function each, run n times: what eval's benchmarks measure.
def loop(n):
    s = i = 0
    while i < n:
        s += i * 2
        i += 1
    return s


def for_range(n):
    s = 0
    for i in range(n):
        s += i
    return s


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def fib_calls(n):
    r = 0
    for _ in range(n // 177 + 1):
        r = fib(10)
    return r


class Counter:
    def __init__(self, start=0):
        self.count = start
        self.step = 1

    def up(self):
        self.count += self.step
        return self

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return None


def method(n):
    c = Counter()
    for _ in range(n):
        c.up()
    return c.count


def attribute(n):
    c = Counter()
    for i in range(n):
        c.step = c.count
        c.count = i
    return c.step, c.count


def list_items(n):
    items = []
    for i in range(n):
        items.append(i)
    s = 0
    for i in range(n):
        s += items[i]
        items[i] = s
    return s


def dict_int(n):
    d = {}
    for i in range(n):
        d[i & 1023] = i
    s = 0
    for i in range(n):
        s += d[i & 511]
    return s, len(d)


def dict_str(n):
    d = {'one': 1, 'two': 2, 'three': 3}
    keys = 'one', 'two', 'three', 'two'
    for i in range(n):
        k = keys[i & 3]
        d[k] = d[k] + 1
    return d


def string(n):
    parts = []
    for i in range(n):
        parts.append(f'{i}:' + 'ab'.upper())
    return len(','.join(parts)), parts[-1:]


def floats(n):
    x, y = 0.5, 0.0
    for i in range(n):
        y += x * 1.5 - y / 3.0
        if y > 100.0:
            y -= 50.0
    return round(y, 6)


def instances(n):
    for i in range(n):
        c = Counter(i)
    return c.count


def exceptions(n):
    caught = 0
    for i in range(n):
        try:
            raise ValueError(i)
        except ValueError as e:
            caught += 1
    return caught


def numbers(n):
    for i in range(n):
        yield i


def generator(n):
    s = 0
    for x in numbers(n):
        s += x
    return s


def adder(k):
    def add(x):
        return x + k
    return add


def closures(n):
    add, s = adder(3), 0
    for i in range(n):
        s = add(s)
    return s


def comprehension(n):
    return sum([i * i for i in range(n) if i & 1])


def try_block(n):
    s = 0
    for i in range(n):
        try:
            s += i
        finally:
            s -= 1
    return s


def with_block(n):
    c, s = Counter(), 0
    for i in range(n):
        with c as d:
            s += d.step
    return s


def keywords(n):
    def f(a, b=2, *, c=3):
        return a + b + c
    s = 0
    for i in range(n):
        s += f(i, c=1) + f(1, b=i)
    return s


def unpack(n):
    a, b, c = 1, 2, 3
    for _ in range(n):
        a, b, c = b, c, a
    return a, b, c


for f in (loop, for_range, fib_calls, method, attribute, list_items, dict_int, dict_str, string, floats, instances, exceptions, generator, closures,
          comprehension, try_block, with_block, keywords, unpack):
    print(f.__name__, f(10), f(1000))
