# bytearray, memoryview and the buffer protocol; error handlers of the built-in codecs.
def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
ba = bytearray(b'hello')
m = memoryview(ba)
show(ba.append, 33); show(ba.clear); show(ba.extend, b'x'); show(ba.pop); show(lambda: ba.__delitem__(0)); show(lambda: ba.__setitem__(slice(0, 2), b'xyz')); ba[0:2] = b'HE'; print(ba, bytes(m))
m[0] = 104; print(ba)
m2 = m[1:]; show(m.release); show(ba.append, 33); m2.release(); show(ba.append, 33); print(ba)
with memoryview(ba) as v: print(v[0], len(v)); v[0] = 72
print(ba); show(lambda: v[0]); ba += b'!!'; print(ba)
def tmp():
    return bytes(memoryview(ba)[1:3])
print(tmp()); ba.append(1); print(ba)
for i in range(50):
    x = memoryview(ba)[0:1]; del x
    ba.append(i)
print(len(ba))
class Sub(bytearray): pass
s = Sub(b'abc'); s.z = 1; print(s, repr(s), s.z, type(s + b'd'), type(s[1:]), s == b'abc', type(s.upper()), s.__class__.__name__, Sub.fromhex('6162'))
s += b'xx'; print(type(s), s); s *= 2; print(type(s), s)
show(hash, s)
class SB(bytes):
    def __new__(cls, *a): return bytes.__new__(cls, *a)
b = SB(b'xyz'); b.q = 2; print(b, b.q, type(b), type(b[:]), hash(b) == hash(b'xyz'), b in {b'xyz'}, type(bytes(b)), type(b + b''), SB(3), SB([1, 2]))
print(bytearray(5), bytearray([1, 2]), bytearray('é', 'utf8'), bytearray(b'x') == b'x', b'x' == bytearray(b'x'), bytearray(b'a') < b'b', b'a' < bytearray(b'b'))
ba = bytearray(range(10)); del ba[::2]; print(list(ba)); ba[::2] = b'abc'; print(ba); ba[1:1] = [1, 2, 3]; print(ba); ba.insert(0, 9); print(ba.pop(), ba.pop(0), ba); ba.remove(97); ba.reverse(); print(ba)
del ba[0]; del ba[-1]; del ba[:2]; print(ba); ba[:] = b''; print(ba); ba.extend(range(3)); ba.extend(ba); print(ba, ba.copy() == ba, ba.copy() is ba)
for x in bytearray(b'ab'): print(x, end=' ')
it = iter(ba)
print(next(it), list(it), list(it)); print(97 in b'abc', b'bc' in b'abc', bytearray(b'') in b'abc', 300 in [1])
show(lambda: 300 in b'abc'); show(lambda: 'a' in b'abc'); show(lambda: b'a' + 'a'); show(lambda: 'a' + b'a'); show(lambda: b'a' % 'x'); show(lambda: b'abc'[3]); show(lambda: b'abc'['a']); show(lambda: bytearray(b'abc')[1.5])
print(b'%s|%r|%a|%5s|%-5b|%d|%x|%c|%c' % (b'x', 'é', 'é', b'y', b'z', 5, 255, 65, b'B'), b'%(k)s' % {b'k': b'v'}, bytearray(b'%d') % 5)
print(b'abc'.hex(), b'abc'.hex('-'), b'abcde'.hex('_', 2), b'abcde'.hex('_', -2), bytes.fromhex('61 62  63'))
print(b'a,b,,c'.split(b','), b' a  b '.split(), b'a\nb\r\nc'.splitlines(), b'abc'.partition(b'b'), b'abc'.translate(None, b'b'), b'abc'.translate(bytes(range(256))), bytes.maketrans(b'ab', b'xy')[97:99])
print('é'.encode('ascii', 'xmlcharrefreplace'), 'é\udc80'.encode('utf-8', 'surrogateescape'), b'\xff\x80'.decode('utf-8', 'surrogateescape').encode('utf-8', 'surrogateescape'), b'\xff'.decode('utf8', 'backslashreplace'), '\ud800'.encode('utf-8', 'surrogatepass'))
try: 'aé\u1234'.encode('ascii')
except UnicodeEncodeError as e: print(e.encoding, e.object, e.start, e.end, e.reason, e.args)
try: b'ab\xff\xfe'.decode('utf-8')
except UnicodeDecodeError as e: print(e.encoding, e.object, e.start, e.end, e.reason, e)
try: b'ab\xff'.decode('ascii')
except UnicodeError as e: print(repr(e))
for enc in 'utf-8 UTF8 Utf_8 utf-16 UTF-16LE utf-16-be utf_32 latin1 ISO-8859-1 l1 us-ascii 646 utf-32-le u8'.split(): print(enc, 'aé'.encode(enc, 'replace'), 'aé'.encode(enc, 'replace').decode(enc))
show(lambda: 'a'.encode('no-such')); show(lambda: b'a'.decode('x' * 30)); show(lambda: '\ud800'.encode('utf-8', 'no-such')); show(lambda: 'é'.encode('ascii', 'no-such')); show(lambda: 'a'.encode('a\0b'))
class Buf:
    def __init__(self): self.released = 0
    def __buffer__(self, flags): return memoryview(b'BUF')
    def __release_buffer__(self, view): print('release', bytes(view)); view.release()
x = Buf()
print(bytes(x)); print(b'aBUFc'.find(x), b'x'.join([x, b'y'])); mv = memoryview(x); print(mv[0], mv.tolist()); mv.release()
class BadBuf:
    def __buffer__(self, flags): return 5
show(lambda: bytes(BadBuf())); show(lambda: memoryview(BadBuf()))
print('abc'.maketrans('ab', 'xy'), 'abc'.translate('abc'.maketrans('ab', 'xy', 'c')), 'aé'.translate({233: 'E', 97: None}), 'abc'.translate({97: 'XYZ', 98: 0x1f600}))
class Tab:
    def __getitem__(self, k):
        if k == 97: return 'A'
        if k == 98: raise LookupError
        if k == 99: return None
        raise ValueError(k)
print('abc'.translate(Tab())); show(lambda: 'abcd'.translate(Tab()))
print('a\tb\tc'.expandtabs(4), 'ab\tc'.expandtabs(), 'x\ty\n\tz'.expandtabs(3))
print('Hello World'.swapcase(), 'hello world'.title(), "they're bill's".title(), 'ǆ'.title(), 'ß'.upper(), 'ﬁ'.upper(), 'İ'.lower(), 'ΑΣ'.lower(), 'ΑΣ Α'.lower(), 'ß'.casefold(), 'ŉ'.title(), 'ΌΣΟΣ'.lower(), 'aΣ'.capitalize(), 'ŉA'.capitalize())
