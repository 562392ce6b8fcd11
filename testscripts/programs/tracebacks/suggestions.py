# exit: 1
# stderr: whole
# Suggestions after NameError, AttributeError and ImportError; they are no part of the message itself.
import sys


class Shape:
    def __init__(self):
        self.width = 5
        self.colour = 'red'

    def area(self):
        return width * 2

    def describe(self):
        return self.color


def names():
    counter = 1
    return countr + counter


def builtin():
    return lenn('x')


def module_attr():
    return sys.pathh


def missing_import():
    return math.pi


def imported():
    from sys import maxsiz
    return maxsiz


def nothing_close():
    return zzzzzzzzzzzz


pending = None
for f in (names, builtin, module_attr, missing_import, imported, nothing_close, Shape().area, Shape().describe):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
        e.__context__ = pending
        pending = e
raise pending
