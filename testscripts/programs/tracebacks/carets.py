# exit: 1
# stderr: whole
# The marked part of a line: operators, subscripts, calls, attributes; each printed by the last of a chain of errors.
def binary(d):
    return d['a'] + (d['b'] / d['c']) * 2


def subscript(d):
    return d['list'][0]['key'][5]


def call(d):
    return d['f'](1, 2)(3)


def attribute(d):
    return (d['a']).real.missing.other


def long_line(d):
    return (d['a'] + 1 +
            d['none'] * 2 +
            d['a'])


def unicode_line(d):
    s = 'é中😀'; return s + d['a'] + 'ü'


def run():
    d = {'a': 1, 'b': 2, 'c': 0, 'list': [{'key': [1]}], 'f': lambda *a: a, 'none': None}
    pending = None
    for f in (binary, subscript, call, attribute, long_line, unicode_line):
        try:
            f(d)
        except Exception as e:
            e.__context__ = pending
            pending = e
    raise pending


run()
