# try/except/else/finally in all nestings, with return, break and continue inside.
log = []


def run(f, *args):
    log.clear()
    try:
        r = f(*args)
    except BaseException as e:
        r = f'{type(e).__name__}({e})'
    print(f.__name__, args, '->', r, log)


def basic(kind):
    try:
        log.append('try')
        if kind == 'value':
            raise ValueError('v')
        if kind == 'key':
            raise KeyError('k')
        if kind == 'exit':
            raise SystemExit(3)
        if kind == 'return':
            return 'returned'
    except ValueError as e:
        log.append(f'value {e}')
    except (KeyError, IndexError) as e:
        log.append(f'key {e}')
        raise
    else:
        log.append('else')
    finally:
        log.append('finally')
    return 'end'


for k in ('none', 'value', 'key', 'exit', 'return'):
    run(basic, k)


def finally_return():
    try:
        return 'try'
    finally:
        log.append('fin')


def finally_overrides():
    x = 'before'
    try:
        return x
    finally:
        x = 'after'
        log.append(x)


def nested(n):
    try:
        try:
            try:
                if n == 1:
                    raise TypeError(1)
                if n == 2:
                    raise OSError(2)
            except TypeError:
                log.append('inner')
                raise RuntimeError('from inner')
            finally:
                log.append('f1')
        except RuntimeError as e:
            log.append(str(e))
        finally:
            log.append('f2')
    except OSError:
        log.append('outer')
        return 'outer return'
    finally:
        log.append('f3')
    return 'done'


run(finally_return)
run(finally_overrides)
for i in range(3):
    run(nested, i)


def loops():
    out = []
    for i in range(6):
        try:
            if i == 1:
                continue
            if i == 4:
                break
            out.append(i)
        finally:
            out.append(f'f{i}')
    else:
        out.append('no break')
    while True:
        try:
            try:
                break
            finally:
                out.append('inner fin')
        finally:
            out.append('outer fin')
    for i in range(2):
        for j in range(3):
            try:
                if j == 1:
                    break
            finally:
                out.append((i, j))
        else:
            out.append('never')
    return out


run(loops)


def reraise():
    try:
        try:
            raise ValueError('first')
        except ValueError:
            try:
                raise KeyError('second')
            except KeyError:
                log.append('handled second')
            raise
    except ValueError as e:
        return repr(e), repr(e.__context__)


def raise_in_finally():
    try:
        raise ValueError('lost')
    finally:
        raise KeyError('wins')


def raise_in_else():
    try:
        pass
    except ValueError:
        log.append('not here')
    else:
        raise ValueError('from else')
    finally:
        log.append('finally')


def return_in_else():
    for i in range(3):
        try:
            x = 10 / i
        except ZeroDivisionError:
            log.append('zero')
            continue
        else:
            return x
        finally:
            log.append(f'fin {i}')


def no_match():
    try:
        raise ValueError('x')
    except (TypeError, KeyError):
        return 'wrong'
    except ():
        return 'empty'


def name_deleted():
    try:
        raise ValueError('x')
    except ValueError as e:
        pass
    return 'e' in locals()


def bad_match():
    try:
        raise ValueError('x')
    except 5:
        pass


def bad_match_tuple():
    try:
        raise ValueError('x')
    except (KeyError, 'str'):
        pass


def computed():
    def which(n):
        log.append(f'evaluated {n}')
        return (TypeError, KeyError)[n]
    try:
        raise KeyError('k')
    except which(0):
        return 0
    except which(1):
        return 1


def bare():
    try:
        raise GeneratorExit
    except:
        return 'bare'


def deep_return():
    for i in (1, 2):
        with_list = [i]
        try:
            for j in (10, 20):
                try:
                    return i, j, with_list
                finally:
                    log.append('inner')
        finally:
            log.append('outer')


def gen_finally():
    def g():
        try:
            yield 1
            yield 2
        finally:
            log.append('gen closed')
    it = g()
    try:
        for x in it:
            return x
    finally:
        it.close()


def raise_nothing():
    raise


def assertion(n):
    assert n, f'n was {n!r}'
    assert n > 1
    return n


for f in (reraise, raise_in_finally, raise_in_else, return_in_else, no_match, name_deleted, bad_match, bad_match_tuple, computed, bare, deep_return, gen_finally, raise_nothing):
    run(f)
for n in (0, 1, 2):
    run(assertion, n)
