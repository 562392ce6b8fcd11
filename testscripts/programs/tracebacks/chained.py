# exit: 1
# stderr: whole
# Chained exceptions: a cause, and a context, three deep.
def parse(text):
    try:
        return int(text)
    except ValueError as e:
        raise TypeError('cannot parse') from e


def load(key):
    try:
        return {}[key]
    except KeyError:
        return parse('not a number')


try:
    load('k')
except TypeError:
    raise RuntimeError('loading failed', 5)
