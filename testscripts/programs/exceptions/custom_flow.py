# Exceptions as control flow: retry, validation, cleanup stacks, translation of errors.
class RetryLimit(Exception):
    def __init__(self, attempts, last):
        super().__init__(f'gave up after {attempts} attempts')
        self.attempts, self.last = attempts, last


def retry(times, *kinds):
    def deco(f):
        def wrapper(*args):
            last = None
            for attempt in range(1, times + 1):
                try:
                    return f(*args, attempt)
                except kinds as e:
                    print(f'  attempt {attempt} failed: {e!r}')
                    last = e
            raise RetryLimit(times, last) from last
        return wrapper
    return deco


@retry(3, ValueError, KeyError)
def flaky(until, attempt):
    if attempt < until:
        raise (ValueError if attempt % 2 else KeyError)(f'no {attempt}')
    if until == 0:
        raise TypeError('not retried')
    return f'ok at {attempt}'


for n in (1, 3, 9, 0):
    try:
        print(flaky(n))
    except RetryLimit as e:
        print(e, e.attempts, repr(e.last), e.__cause__ is e.last)
    except TypeError as e:
        print('TypeError', e)


class ValidationError(ValueError):
    def __init__(self):
        super().__init__()
        self.problems = []

    def add(self, field, text):
        self.problems.append((field, text))
        return self

    def __str__(self):
        return '; '.join(f'{f}: {t}' for f, t in self.problems)

    def __bool__(self):
        return bool(self.problems)


def validate(record):
    err = ValidationError()
    if not record.get('name'):
        err.add('name', 'missing')
    try:
        age = int(record.get('age', ''))
    except ValueError as e:
        err.add('age', str(e))
    else:
        if not 0 <= age < 150:
            err.add('age', f'{age} out of range')
    if err:
        raise err
    return record['name'], age


for rec in ({'name': 'Ann', 'age': '41'}, {'age': 'x'}, {'name': 'Bob', 'age': -5}, {'name': '', 'age': '200'}):
    try:
        print(validate(rec))
    except ValidationError as e:
        print('invalid:', e, len(e.problems))


class ExitStack:
    def __init__(self):
        self.callbacks = []

    def push(self, f, *args):
        self.callbacks.append((f, args))

    def __enter__(self):
        return self

    def __exit__(self, typ, exc, tb):
        pending = exc
        while self.callbacks:
            f, args = self.callbacks.pop()
            try:
                f(*args)
            except Exception as e:
                e.__context__ = pending
                pending = e
        if pending is not exc:
            raise pending
        return False


def fail(text):
    raise RuntimeError(text)


try:
    with ExitStack() as stack:
        stack.push(print, 'callback 1')
        stack.push(fail, 'callback 2 failed')
        stack.push(print, 'callback 3')
        raise KeyError('body')
except RuntimeError as e:
    print(repr(e), repr(e.__context__))


class Found(Exception):
    pass


def search(grid, target):
    try:
        for y, row in enumerate(grid):
            for x, v in enumerate(row):
                if v == target:
                    raise Found(x, y)
    except Found as f:
        return f.args
    return None


print(search([[1, 2], [3, 4]], 3), search([[1]], 9))


def parse_config(lines):
    out = {}
    for number, line in enumerate(lines, 1):
        try:
            key, value = line.split('=')
            out[key.strip()] = int(value)
        except ValueError as e:
            new = ValueError(f'line {number}: {line!r}')
            new.add_note(f'original: {e}')
            raise new from e
    return out


for lines in (['a=1', 'b = 2'], ['a=1', 'b=x'], ['nothing']):
    try:
        print(parse_config(lines))
    except ValueError as e:
        print(e, e.__notes__, type(e.__cause__).__name__)


def depth_error(n):
    if n == 0:
        raise LookupError('bottom')
    try:
        depth_error(n - 1)
    except LookupError as e:
        e.args = (e.args[0] + f'<{n}',)
        raise


try:
    depth_error(5)
except LookupError as e:
    frames = []
    tb = e.__traceback__
    while tb:
        frames.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    print(e, len(frames), frames[0], frames[-1])


def safe_div(a, b, default=...):
    try:
        return a / b
    except ZeroDivisionError:
        if default is ...:
            raise
        return default
    except TypeError as e:
        return str(e)


print(safe_div(1, 2), safe_div(1, 0, None), safe_div('a', 1))
try:
    safe_div(1, 0)
except ZeroDivisionError as e:
    print(e)
errors = []
for op in (lambda: [][0], lambda: {}['k'], lambda: int('q'), lambda: None + 1, lambda: open('/nonexistent/x')):
    try:
        op()
    except (IndexError, KeyError) as e:
        errors.append(('lookup', e.args))
    except (ValueError, TypeError) as e:
        errors.append(('bad', str(e)))
    except OSError as e:
        errors.append(('os', e.errno, e.filename))
print(errors)
try:
    try:
        raise ValueError('inner')
    except TypeError:
        print('wrong')
    finally:
        print('inner finally')
except ValueError as e:
    print('outer', e)
