# exit: 1
# stderr: whole
# A deep recursion: repeated frames are summed up.
def down(n):
    if n == 0:
        raise LookupError('bottom reached')
    down(n - 1)


def a(n):
    return b(n - 1)


def b(n):
    return a(n) if n else down(6)


a(4)
