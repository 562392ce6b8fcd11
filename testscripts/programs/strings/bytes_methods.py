# bytes and bytearray: construction, methods, mutation, repr, errors.

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


b = b'Hello, World'
print(b, b[0], b[-1], b[1:4], b[::-1], len(b), list(b[:3]), b + b'!', b * 2, 0 * b, b == b'Hello, World', b < b'Help', 72 in b, b'World' in b, hash(b) == hash(bytes(b)))
print(bytes(3), bytes([65, 66]), bytes(b'x'), bytes(range(5)), bytes(), bytes('é', 'utf-8'), bytes(bytearray(b'q')), bytes.fromhex('00 ff 7F'), b.hex(), b.hex(' '), b.hex(':', 4), b.hex('-', -5))
print(repr(b'\x00\t\n\r\\\'"\x7f\x80\xffA'), repr(b"it's"), repr(b'"'), str(b'x'), f'{b!r}', '%s' % b)
print(b.upper(), b.lower(), b.title(), b.swapcase(), b.capitalize(), b.split(), b.split(b','), b.partition(b', '), b.rpartition(b'x'), b.replace(b'o', b'00'), b.replace(b'', b'.', 3))
print(b.find(b'o'), b.find(111), b.rfind(b'o'), b.index(b'W'), b.count(b'l'), b.count(108), b.startswith(b'Hell'), b.endswith((b'x', b'ld')), b.strip(b'Hd'), b'  x '.strip(), b.center(16, b'*'), b'7'.zfill(3), b'a\tb'.expandtabs(3), b.ljust(14) + b'|', b.rjust(14))
print(b','.join([b'a', bytearray(b'b'), b'c']), b'a\nb\r\nc'.splitlines(), b'abc'.translate(bytes(range(255, -1, -1))), b'hello'.translate(None, b'l'), bytes.maketrans(b'ab', b'xy')[95:100], b'xax'.removeprefix(b'x'), b'xax'.removesuffix(b'x'))
print(b'abc'.isalpha(), b'12'.isdigit(), b'a1'.isalnum(), b' \t'.isspace(), b'AB'.isupper(), b'ab'.islower(), b'Ab Cd'.istitle(), b'\x80'.isascii(), b''.isascii(), b''.isalpha())

for f in (lambda: bytes(-1), lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes(['a']), lambda: bytes('x'), lambda: bytes(1.5), lambda: bytes(None), lambda: bytes(1, 2), lambda: bytes(b'x', 'ascii'), lambda: b'a' + 'b', lambda: 'b' + b'a', lambda: b'a' * 1.5, lambda: b'x'.join(['a']), lambda: b'a'.index(b'z'), lambda: b'a'.find('a'), lambda: b'abc'.find(256), lambda: 'a' in b'a', lambda: 300 in b'a', lambda: b'a'.startswith('a'), lambda: b'a'.split(''), lambda: b'a'.split(b''), lambda: b'a'.replace('a', b''), lambda: b'a'.center(5, b'xx'), lambda: bytes.fromhex('abc'), lambda: bytes.fromhex('zz'), lambda: bytes.fromhex(5), lambda: bytes.maketrans(b'a', b''), lambda: b'a'.translate(b'x'), lambda: b'a'.hex(''), lambda: b'a'.hex('é'), lambda: b'a'[5], lambda: b'a'['x'], lambda: b'a'.foo, lambda: ord(b'ab'), lambda: b'a' < 'a', lambda: bytes(10 ** 30), lambda: b'a' % 5, lambda: int(b'x')):
    attempt(f)
try:
    b[0] = 1
except TypeError as e:
    print(e)

print('-- bytearray')
a = bytearray(b'abc')
print(a, repr(a), str(a), len(a), a[0], a[1:], a == b'abc', a + b'd', b'd' + a, type(a + b''), type(b'' + a), bytearray(3), bytearray([1, 2]), bytearray('é', 'latin-1'))
a[0] = 65
a[1:2] = b'XYZ'
a.append(33)
a.extend([46, 47])
a.extend(b'end')
a += b'!'
print(a)
a.insert(1, 0x2d)
print(a, a.pop(), a.pop(0), a)
a.remove(ord('X'))
del a[0]
del a[::2]
print(a)
a.reverse()
print(a, a.copy() == a, a.copy() is a)
a[::2] = b'....'[:len(a[::2])]
print(a)
a *= 2
print(a, a.find(b'.'), a.upper(), a.replace(b'.', b'-'), a.split(b'.'), a.hex())
a.clear()
print(a, bool(a))
a = bytearray(b'hello')
for f in (lambda: a.append(256), lambda: a.append('x'), lambda: a.append(b'x'), lambda: a.remove(1), lambda: a.pop(99), lambda: a.insert(0, -1), lambda: a.extend('x'), lambda: a.extend([300]), lambda: a.extend(5), lambda: a.__setitem__(9, 1), lambda: a.__setitem__(0, 256), lambda: a.__setitem__(0, 'x'), lambda: a.__setitem__(slice(0, 2), 5), lambda: a.__setitem__(slice(0, 4, 2), b'x'), lambda: a.__delitem__(7), lambda: hash(a), lambda: bytearray(b'').pop(), lambda: {a: 1}, lambda: a + 'x', lambda: a.foo):
    attempt(f)
print(a)
m = memoryview(a)
m[0] = 74
print(a, m[1], m[1:3].tobytes(), m.tolist(), len(m), m.readonly, m.format, m.itemsize, m.nbytes, m == b'Jello', memoryview(b'ab').readonly)
for f in (lambda: a.append(1), lambda: memoryview(b'x').__setitem__(0, 1), lambda: memoryview('x'), lambda: m[9], lambda: m.__setitem__(0, 999)):
    attempt(f)
m.release()
a.append(33)
print(a)
attempt(lambda: m[0])
