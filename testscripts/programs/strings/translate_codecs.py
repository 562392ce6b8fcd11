# translate, maketrans, encode and decode with their error handlers.

def attempt(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__ + ':', ascii(str(e)))


t = str.maketrans('abc', 'xyz')
print(t, 'aabbcc-d'.translate(t), str.maketrans('a', 'b', 'cd'), 'abcd'.translate(str.maketrans('a', 'b', 'cd')))
print(str.maketrans({'a': 'AAA', 98: None, 'c': 0x4e2d}), 'abcabc'.translate({97: 'AAA', 98: None, 99: 0x4e2d}))
print('hello'.translate({}), ''.translate({1: 2}), 'été'.translate({233: 'e'}), 'x'.translate({120: ''}), 'ab'.translate(['q'] * 98))


class Upper:
    def __getitem__(self, n):
        if n == 32:
            raise LookupError
        return chr(n).upper()


print('a b c'.translate(Upper()))
attempt(lambda: str.maketrans('ab', 'x'))
attempt(lambda: str.maketrans('a'))
attempt(lambda: str.maketrans({'ab': 1}))
attempt(lambda: str.maketrans({1.5: 1}))
attempt(lambda: str.maketrans(1, 2))
attempt(lambda: 'a'.translate({97: 1.5}))
attempt(lambda: 'a'.translate({97: 0x110000}))
attempt(lambda: 'a'.translate(5))
attempt(lambda: 'a'.translate())

print('-- encode')
text = 'a\xe9\u4e2d\U0001f600'
for enc in ('utf-8', 'utf8', 'UTF_8', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'latin-1', 'ascii', 'cp1252', 'unicode_escape'):
    for errors in ('strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'namereplace'):
        if errors != 'strict' and enc not in ('ascii', 'latin-1'):
            continue
        if enc in ('cp1252',) or errors == 'namereplace':
            continue
        attempt(lambda: (enc, errors, text.encode(enc, errors)))
attempt(lambda: text.encode())
attempt(lambda: 'abc'.encode('ascii'))
attempt(lambda: 'x'.encode('no-such-codec'))
attempt(lambda: 'x\xff'.encode('ascii', 'no-such-handler'))
attempt(lambda: 'x'.encode(1))
attempt(lambda: 'x'.encode(errors='strict', encoding='latin-1'))
attempt(lambda: '\ud83d\ude00'.encode('utf-8'))
attempt(lambda: '\ud83d\ude00'.encode('utf-8', 'surrogatepass'))
attempt(lambda: '\udc80'.encode('utf-8', 'surrogateescape'))
attempt(lambda: 'ab\udcff'.encode('utf-8', 'replace'))

print('-- decode')
for data in (b'abc', b'\xc3\xa9', b'\xe4\xb8\xad', b'\xf0\x9f\x98\x80', b'', b'a\xff', b'\xc3', b'\xe4\xb8', b'\xf0\x9f\x98', b'\x80', b'\xc0\x80', b'\xed\xa0\x80', b'\xf4\x90\x80\x80', b'\xe4\xb8x', b'ok\xfe\xfftail'):
    for errors in ('strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape'):
        attempt(lambda: data.decode('utf-8', errors))
attempt(lambda: b'\xe9\x80'.decode('latin-1'))
attempt(lambda: b'\xe9'.decode('ascii'))
attempt(lambda: b'\xe9'.decode('ascii', 'replace'))
attempt(lambda: b'\xff\xfea\x00\xe9\x00'.decode('utf-16'))
attempt(lambda: b'a\x00\xe9'.decode('utf-16-le'))
attempt(lambda: b'\x00\xd8'.decode('utf-16-le'))
attempt(lambda: str(b'abc', 'ascii'))
attempt(lambda: str(b'\xff', 'utf-8', 'replace'))
attempt(lambda: str(b'abc'))
attempt(lambda: str('abc', 'ascii'))
attempt(lambda: str(5, 'ascii'))
attempt(lambda: bytes('abc'))
attempt(lambda: bytes('é', 'utf-8'))
attempt(lambda: bytes('é', 'ascii'))
attempt(lambda: b'a'.decode('zzz'))
attempt(lambda: b'a'.decode(5))
try:
    b'abc\xffdef'.decode()
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, isinstance(e, ValueError), e.args)
try:
    'abc\xffdef'.encode('ascii')
except UnicodeEncodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, e.args)
attempt(lambda: UnicodeDecodeError('a', b'b', 0, 1, 'why'))
attempt(lambda: str(UnicodeDecodeError('a', b'bc', 0, 2, 'why')))
attempt(lambda: UnicodeEncodeError('a'))
