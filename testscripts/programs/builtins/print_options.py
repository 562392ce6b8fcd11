# print: sep, end, file, flush; writing to objects; str conversion order; errors.
import sys

print()
print('a', 'b', 'c', sep='-', end='!\n')
print('a', 'b', sep='')
print('a', 'b', sep=None, end=None)
print(*range(5), sep=', ')
print('no newline', end='')
print(' continued')
print(sep='x', end='only end\n')
print('tab\tx', 'nl\nx', repr('nl\nx'))
print(1, 2.5, None, True, [1, 'a'], (1,), {'k': 'v'}, {1}, b'x', 1j, int, ..., print is print)


class W:
    def __init__(self):
        self.parts = []

    def write(self, s):
        self.parts.append(s)


class Flush(W):
    flushed = 0

    def flush(self):
        self.flushed += 1


w = W()
print('x', 1, file=w)
print('y', end='', file=w)
print('a', 'b', sep='--', file=w)
print(file=w)
print(w.parts)
f = Flush()
print('q', file=f, flush=True)
print('r', file=f, flush=0)
print(f.parts, f.flushed)


def attempt(fn):
    try:
        print(repr(fn()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


attempt(lambda: print('x', file=w, flush=True))
attempt(lambda: print('x', file=5))
attempt(lambda: print('x', file=object()))
attempt(lambda: print('x', sep=1))
attempt(lambda: print('x', end=1))
attempt(lambda: print('x', nope=1))
attempt(lambda: print('x', file=None))


class S:
    def __init__(self, s): self.s = s
    def __str__(self):
        print(f'<str {self.s}>', end='')
        return self.s


print(S('one'), S('two'), sep='+')


class BadStr:
    def __str__(self): raise ValueError('no str')


attempt(lambda: print('before', BadStr(), 'after'))


class BadWrite:
    def write(self, s): raise OSError('disk full')


attempt(lambda: print('x', file=BadWrite()))
old = sys.stdout
sys.stdout = w2 = W()
print('captured', 5)
sys.stdout = old
print(w2.parts)
sys.stdout = None
print('goes nowhere')
sys.stdout = old
del sys.stdout
try:
    print('lost')
except RuntimeError as e:
    sys.stdout = old
    print(e)
print(sys.stdout.write('written\n'), sys.stdout.name, sys.stdout.encoding, sys.stdout.writable(), sys.stdout.readable(), sys.stdin.readable(), sys.stdout.fileno(), sys.stdout.closed)
attempt(lambda: sys.stdout.write(5))
attempt(lambda: sys.stdout.write(b'x'))
sys.stdout.writelines(['l1\n', 'l2\n'])
attempt(lambda: sys.stdout.writelines(5))
attempt(lambda: sys.stdout.nope)
print('é 中 😀 \x00 end'.replace('\x00', '?'))
print('%s and %r' % ('é', 'é'), ascii('é'), flush=True)
try:
    print('\ud800')
except UnicodeEncodeError as e:
    print(e)
for row in ('ab', 'cd'):
    for c in row:
        print(c, end=' | ')
    print()
print('a\rb', 'x\x0by', sep='\x1c'[:0])
print('last line without newline', end='')
print()
print(*[], sep='never')
print(*['only'], sep='never')
print('' , '', sep='|')
print([print('inner')], print(None))
e = print
e('alias')
lines = []
append = lines.append
for i in range(3):
    append('%d:%s' % (i, '*' * i))
print(*lines, sep='\n')
print(sys.stderr is not None, sys.__stdout__ is old, sys.stdout is old)
