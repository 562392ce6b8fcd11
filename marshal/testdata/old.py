"""For the layout of code objects before 3.11."""


def outer(a, b=2, /, *args, c, **kw):
    local = a

    def inner(x):
        return x + local + c

    return inner
