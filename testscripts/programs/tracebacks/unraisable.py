# Exceptions in __del__ cannot be raised: they are reported on standard error and the program goes on.
import gc


class Bad:
    def __del__(self):
        raise ValueError('from __del__')


b = Bad()
b.me = b
del b
gc.collect()
print('still running')


def gen():
    try:
        yield 1
    finally:
        raise KeyError('from finally')


class Holder:
    pass


h = Holder()
h.me = h
h.gen = gen()
next(h.gen)
del h
gc.collect()
print('and to the end')
