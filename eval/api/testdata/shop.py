"""The program of this package's tests and examples."""

counter = 0
names = [__name__, __package__, __spec__]


def double(x):
    return x * 2


def total(prices, rate=1):
    return {"sum": sum(prices.values()) * rate, "most": max(prices)}


def count():
    global counter
    counter += 1
    return counter


def echo(*args):
    return args


def fail(what):
    raise ValueError(what)


def spin():
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass


def nested():
    row = [1]
    row.append(row)
    return row
