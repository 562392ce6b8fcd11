# The handled exception: sys.exc_info across nested handlers, functions, generators, finally and del.
import sys


def cur():
    e = sys.exception()
    return f'{type(e).__name__}({e})' if e else None


print(cur())
try:
    raise ValueError(1)
except ValueError:
    print(cur())
    try:
        raise KeyError(2)
    except KeyError:
        print(cur())
    print(cur())
    try:
        pass
    finally:
        print('finally', cur())
print(cur())


def nested():
    print('in function', cur())
    try:
        raise TypeError('t')
    except TypeError:
        print(cur())
    print(cur())


try:
    raise ValueError('outer')
except ValueError:
    nested()
    print(cur())


def gen():
    print('g1', cur())
    try:
        raise KeyError('in gen')
    except KeyError:
        print('g2', cur())
        yield 1
        print('g3', cur())
        yield 2
    print('g4', cur())
    yield 3


g = gen()
next(g)
print('main', cur())
try:
    raise OSError('main error')
except OSError:
    print('main', cur())
    next(g)
    print('main', cur())
    next(g)
    print('main', cur())
print(cur())
try:
    raise ValueError('a')
except ValueError as e:
    saved = e
    try:
        raise KeyError('b')
    except KeyError:
        print(sys.exc_info()[1].__context__ is saved)
try:
    try:
        raise ValueError('x')
    finally:
        print('in finally', cur())
except ValueError:
    pass
for i in range(3):
    try:
        if i == 1:
            raise ValueError(i)
    except ValueError:
        print('loop', cur())
        continue
    print('after', cur())


def returns():
    try:
        raise ValueError('r')
    except ValueError:
        return cur()


print(returns(), cur())


def yields_in_finally():
    try:
        raise ValueError('yf')
    finally:
        yield cur()


y = yields_in_finally()
print(next(y), cur())
try:
    next(y)
except ValueError as e:
    print('propagated', e, e.__context__)
try:
    raise ValueError('first')
except ValueError as e:
    try:
        raise e
    except ValueError as again:
        print(again is e, again.__context__)


class CM:
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print('exit sees', cur(), t and t.__name__)
        try:
            raise KeyError('in exit')
        except KeyError:
            print(cur())
        print(cur())
        return True


with CM():
    raise ValueError('body')
print(cur())


def reraise_later():
    try:
        raise ValueError('kept')
    except ValueError as e:
        return e


kept = reraise_later()
try:
    raise kept
except ValueError as e:
    n, tb = 0, e.__traceback__
    while tb:
        n, tb = n + 1, tb.tb_next
    print(n, e.__context__)
try:
    raise kept
except ValueError as e:
    n, tb = 0, e.__traceback__
    while tb:
        n, tb = n + 1, tb.tb_next
    print(n)


def thrower():
    try:
        yield 1
    except ValueError as e:
        print('inside', cur(), repr(e.__context__))
        yield 2
        raise KeyError('from gen')


t = thrower()
next(t)
try:
    raise OSError('active')
except OSError:
    t.throw(ValueError('thrown'))
    print(cur())
    try:
        next(t)
    except KeyError as e:
        chain = []
        while e:
            chain.append(repr(e))
            e = e.__context__
        print(chain)


def deep(n):
    if n == 0:
        return cur()
    try:
        raise ValueError(n)
    except ValueError:
        r = deep(n - 1)
        return r, cur()


print(deep(3), cur())
try:
    e = ValueError('shadow')
    raise e
except ValueError as e:
    pass
try:
    e
except NameError as err:
    print(err)
print(sys.exc_info())
