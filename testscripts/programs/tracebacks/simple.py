# exit: 1
# stderr: whole
# An uncaught exception through several frames; repeated calls on one line; carets of many kinds of expression.
def inner(a, b):
    return a + b


def middle(x):
    values = [x, 'text']
    return inner(values[0], values[1])


class Thing:
    def method(self, n):
        return middle(n) * 2


def outer():
    print('about to fail')
    return [Thing().method(i) for i in range(1, 3)]


outer()
