# Reading files with open(): modes, iteration, seeking, errors. The file read is the one beside this program.
NAME = 'files_reading.in'

with open(NAME, encoding='utf-8') as f:
    print(f.readable(), f.writable(), f.seekable(), f.mode, f.encoding, f.name, f.closed)
    print(repr(f.readline()), repr(f.read(5)), repr(f.readline()), f.tell() > 0)
    rest = f.read()
    print(len(rest), repr(rest[-12:]), repr(f.read()), repr(f.readline()))
    print(f.seek(0), [line.rstrip('\n') for line in f])
print(f.closed)


def attempt(fn):
    try:
        print(repr(fn()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


attempt(f.read)
attempt(f.readline)
attempt(lambda: f.closed)
attempt(lambda: open('no such file'))
attempt(lambda: open('no/such/dir/file', 'w'))
attempt(lambda: open('.'))
attempt(lambda: open(NAME, 'q'))
attempt(lambda: open(NAME, 'rw'))
attempt(lambda: open(NAME, 'rb', encoding='utf-8'))
attempt(lambda: open(NAME, ''))
attempt(lambda: open(NAME, encoding='no-such'))
attempt(lambda: open(5.5))
attempt(lambda: open(None))
attempt(lambda: open('a\0b'))
attempt(lambda: open(NAME, mode=5))
attempt(lambda: open(-1))
with open(NAME, 'rb') as b:
    data = b.read()
    print(type(data).__name__, len(data), data[:10], b.seek(3), b.read(4), b.tell(), b.seek(-4, 2), b.read(), b.readline(), b.mode, b.name)
    b.seek(0)
    print([len(line) for line in b], b.tell() == len(data))
    b.seek(0)
    print(b.readlines(20), b.readline(2))
    buf = bytearray(4)
    b.seek(0)
    print(b.readinto(buf), buf)
    attempt(lambda: b.write(b'x'))
    attempt(lambda: b.seek(-1))
    attempt(lambda: b.read('x'))
with open(NAME, encoding='ascii', errors='replace') as f:
    print(f.readlines()[1])
try:
    with open(NAME, encoding='ascii') as f:
        f.read()
except UnicodeDecodeError as e:
    print(e.encoding, e.reason, e.start)
with open(NAME, newline='') as f:
    print([line for line in f][-2:])
with open(NAME, newline='\n') as f:
    print(len(f.readlines()))
with open(NAME) as f:
    it = iter(f)
    print(it is f, next(it), next(f, 'end'))
    attempt(lambda: f.write('x'))
    attempt(lambda: f.read('x'))
    attempt(lambda: f.nope)
    print(sum(1 for _ in f), list(f), next(f, 'exhausted'))
with open(NAME) as one, open(NAME) as two:
    print(one.readline() == two.readline(), one is two, one.fileno() != two.fileno())
f = open(NAME)
f.close()
f.close()
attempt(lambda: f.__enter__())
attempt(lambda: next(f))
with open(NAME) as f:
    words = {}
    for number, line in enumerate(f, 1):
        for w in line.split():
            words.setdefault(w.lower(), []).append(number)
print(words)
print(max(open(NAME), key=len).strip(), [len(line) for line in open(NAME)], open(NAME).read().count('\n'))
