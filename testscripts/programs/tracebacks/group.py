# exit: 1
# stderr: whole
# An uncaught exception group, nested, with causes and notes inside.
def fail(kind, *args):
    raise kind(*args)


def collect(*calls):
    errors = []
    for kind, *args in calls:
        try:
            fail(kind, *args)
        except Exception as e:
            errors.append(e)
    return errors


def main():
    inner = ExceptionGroup('inner problems', collect((KeyError, 'k'), (OSError, 2, 'No such thing', 'name')))
    inner.add_note('seen while collecting')
    try:
        raise inner
    except ExceptionGroup as g:
        raise ExceptionGroup('all problems', [*collect((ValueError, 'bad value')), g, TypeError('never raised')]) from KeyError('the cause')


main()
