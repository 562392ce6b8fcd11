# exit: 1
# stderr: whole
# How an exception's class and text are shown: qualified names, empty texts, failing __str__.
class Outer:
    class Error(Exception):
        pass


class Empty(Exception):
    def __str__(self):
        return ''


class BadStr(Exception):
    def __str__(self):
        raise ValueError('in __str__')


class Elsewhere(Exception):
    pass


Elsewhere.__module__ = 'some.module'


def local():
    class Local(Exception):
        pass
    return Local('local text')


pending = None
for exc in (Outer.Error('nested'), Empty('hidden'), BadStr(), Elsewhere('e'), local(), KeyError('k'), KeyError(), ValueError(), SystemError('sys', 1), StopIteration(5), UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'bad byte'), OSError(13, 'Denied', 'file.txt'), AssertionError(), AssertionError([1, 2])):
    try:
        raise exc
    except Exception as e:
        e.__context__ = pending
        pending = e
raise pending
