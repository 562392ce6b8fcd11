# memoryview over bytes and bytearray: slices, writing through, comparison, casting, release.
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


b = b'abcdef'
m = memoryview(b)
print(len(m), m[0], m[-1], bytes(m[1:4]), m[1:4].tobytes(), m.tolist(), m[::-1].tobytes(), m[::2].tolist(), m.readonly, m.format, m.itemsize, m.ndim, m.shape, m.strides, m.nbytes, m.contiguous, m.obj is b)
print(m == b, m == bytearray(b), m == memoryview(b'abcdef'), m == 'abcdef', m[1:3] == b'bc', m != b'x', hash(m) == hash(b), 97 in m, b'a' in m, list(m)[:2], bytes(m), m.hex(), list(reversed(m))[:2], m.hex('-'))
a = bytearray(b'hello world')
w = memoryview(a)
w[0] = ord('J')
w[6:] = b'earth'
w[1:3] = bytearray(b'EL')
print(a, w.readonly)
w[::2] = w[::-2]
print(a)
sub = w[2:5]
sub[0] = 33
print(a, sub.tobytes(), sub.obj is a)
attempt(lambda: w.__setitem__(0, 256))
attempt(lambda: w.__setitem__(0, 'x'))
attempt(lambda: w.__setitem__(99, 1))
attempt(lambda: w.__setitem__(slice(0, 2), b'abc'))
attempt(lambda: w.__delitem__(0))
attempt(lambda: m.__setitem__(0, 1))
attempt(lambda: m[10])
attempt(lambda: m['a'])
attempt(lambda: memoryview('text'))
attempt(lambda: memoryview(5))
attempt(lambda: memoryview([1]))
attempt(lambda: memoryview())
attempt(lambda: hash(w))
attempt(lambda: a.append(1))
attempt(lambda: a.clear())
attempt(lambda: m + m)
attempt(lambda: m < m)
attempt(lambda: m.nope)
attempt(lambda: b'x'.join([m, b'y']))
attempt(lambda: b'x' + m)
attempt(lambda: bytearray(m) + m)
sub.release()
w.release()
attempt(lambda: w[0])
attempt(lambda: len(w))
attempt(lambda: w.tobytes())
a.append(33)
print(a)
with memoryview(a) as v:
    print(v[0], len(v))
attempt(lambda: v[0])
c = memoryview(bytearray(range(16)))
i = c.cast('I')
print(i.tolist(), i.itemsize, i.format, len(i), i.nbytes, i[0], c.cast('B', [4, 4]).tolist(), c.cast('H').tolist()[:3], c.cast('b')[15])
i[0] = 0xdeadbeef
print(c[:4].tolist(), c.cast('Q')[1])
attempt(lambda: c.cast('Z'))
attempt(lambda: c[1:4].cast('I'))
attempt(lambda: c[::2].cast('H'))
attempt(lambda: i.__setitem__(0, -1))
attempt(lambda: i.__setitem__(0, 2 ** 32))
two = c.cast('B', [2, 8])
print(two.shape, two.ndim, two[1, 2], two.tolist())
attempt(lambda: two[0])
attempt(lambda: two[5, 0])
print(repr(m).startswith('<memory at 0x'), m.toreadonly().readonly, memoryview(m) == m, memoryview(m).obj is b, m.c_contiguous, m[::2].c_contiguous, bool(memoryview(b'')), sorted(memoryview(b'cab')), max(m), sum(m), bytes(memoryview(b'abc')[1:]), int.from_bytes(m[:2], 'big'), b'%b' % m[:3], m[1:][1:][0])
f = memoryview(bytearray(16)).cast('d')
f[0], f[1] = 1.5, -2
print(f.tolist(), f.format, f == memoryview(bytearray(16)).cast('d'), f[0] + f[1])


def fill(view, value):
    for k in range(len(view)):
        view[k] = value + k


buf = bytearray(10)
fill(memoryview(buf)[2:6], 10)
fill(memoryview(buf)[::-1][:3], 200)
print(list(buf))
