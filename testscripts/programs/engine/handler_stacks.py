# Handlers see the stack below them as it was, whatever the engine had folded away: with, finally, loops, break, continue, return.
class Manager:
    def __init__(self, name, swallow=False, log=None):
        self.name, self.swallow, self.log = name, swallow, log

    def __enter__(self):
        self.log.append('+' + self.name)
        return self.name

    def __exit__(self, kind, value, tb):
        self.log.append('-%s%s' % (self.name, '' if kind is None else ':' + kind.__name__))
        return self.swallow


def fail(kind=ValueError, *args):
    raise kind(*args)


def operands(n):
    out = []
    for i in range(n):
        for j in (1, 2):
            try:
                x = (i, j, [i, j, {i: (j, fail() if (i + j) % 2 else 5, i)}])
            except ValueError:
                x = -i, j
            out.append(x)
    return out


def in_expressions(a, b):
    try:
        return a + b * (a - fail(KeyError, a))
    except KeyError as e:
        return a, b, e.args[0], [a, b, *[c for c in (a, b)]]
    finally:
        a = b = None


def loop(how):
    log = []
    for i in range(4):
        try:
            log.append(i)
            if how == 'break' and i == 1:
                break
            if how == 'continue' and i % 2:
                continue
            if how == 'return' and i == 2:
                return log
            if how == 'raise' and i == 2:
                fail(IndexError, i)
            log.append('end')
        except IndexError as e:
            log.append(e.args)
            continue
        else:
            log.append('else')
        finally:
            log.append('finally')
            if how == 'finally break' and i == 2:
                log.append('stop')
    else:
        log.append('loop else')
    log.append('after')
    return log


def withs(how):
    log = []
    for i in range(3):
        with Manager('a', how == 'swallow', log) as a, Manager('b', False, log) as b:
            for j in range(3):
                with Manager('c', how == 'inner', log):
                    if how == 'break' and j:
                        break
                    if how == 'continue' and i:
                        continue
                    if how == 'return' and i:
                        return log
                    if how in ('swallow', 'inner', 'raise') and i == 1:
                        log.append(a + b + str(i) + str(j) + str(fail(KeyError)))
                    log.append(i * 10 + j)
    return log


def returns(n):
    try:
        try:
            if n == 0:
                return 'try'
            if n == 1:
                fail()
            if n == 2:
                return fail(KeyError)
            return n, fail(IndexError) if n > 3 else 'late'
        except ValueError:
            return 'except', n
        finally:
            if n == 2:
                return 'finally'
            n += 10
    except IndexError:
        return 'outer', n
    finally:
        n += 100


def nested_handlers():
    out = []
    try:
        try:
            fail(ValueError, 1)
        except ValueError as e:
            out.append(e.args)
            try:
                fail(KeyError, 2)
            except KeyError as e2:
                out.append((e2.args, e2.__context__ is e))
                try:
                    raise
                except KeyError as e3:
                    out.append(e3 is e2)
            try:
                e2
            except UnboundLocalError as u:
                out.append(str(u))
            raise IndexError(3) from e
    except IndexError as e:
        out.append((e.args, e.__cause__.args, e.__context__ is e.__cause__))
    return out


def stack_through_yield():
    got = [0, 1, (yield 'first'), 3]
    try:
        got += [got[2], (yield 'second'), fail(ValueError) if got[2] else 0]
    except ValueError:
        got = got, (yield 'caught')
    finally:
        (yield 'finally')
    return got


def drive(g, *values):
    out = [next(g)]
    try:
        for v in values:
            out.append(g.throw(v) if isinstance(v, Exception) else g.send(v))
    except StopIteration as e:
        out.append(('returned', e.value))
    except Exception as e:
        out.append((type(e).__name__, e.args))
    return out


def groups():
    out = []
    for i in range(3):
        try:
            raise ExceptionGroup('g', [ValueError(i), KeyError(i), ExceptionGroup('h', [ValueError(-i)])])
        except* ValueError as g:
            out.append((i, [len(g.exceptions), i]))
            if i == 1:
                out.append((i, 'more'))
        except* KeyError as g:
            out.append((i, g.exceptions))
        finally:
            out.append('f')
    return out


print(operands(3))
print(in_expressions(1, 2))
for how in 'none', 'break', 'continue', 'return', 'raise', 'finally break':
    print(how, loop(how))
for how in 'none', 'break', 'continue', 'return', 'swallow', 'inner', 'raise':
    try:
        print(how, withs(how))
    except KeyError as e:
        print(how, 'raised', e.args)
print([returns(n) for n in range(5)])
print(nested_handlers())
print(drive(stack_through_yield(), 'a', 'b', 'c', 'd'))
print(drive(stack_through_yield(), 0, 'b', 'c'))
print(drive(stack_through_yield(), 'a', ValueError('in'), 'x', 'y'))
print(drive(stack_through_yield(), KeyError('early')))
print(groups())
