# exit: 1
# stderr: whole
# except* leaves the unhandled part of a group, and raises from a handler.
def check(value):
    errors = []
    if value < 0:
        errors.append(ValueError(f'{value} is negative'))
    if value % 2:
        errors.append(TypeError(f'{value} is odd'))
    errors.append(KeyError('always'))
    raise ExceptionGroup('checks', errors)


try:
    check(-3)
except* ValueError as g:
    print('handled', g.exceptions)
except* TypeError:
    raise RuntimeError('while handling types')
