# Slices of str, list, tuple, bytes, range; code points of every width; repr escapes.
seqs = ['abcdefgh', [0, 1, 2, 3, 4], (5, 6, 7), b'bytes', range(10), 'é中😀z', '']
slices = [slice(None), slice(2), slice(1, 4), slice(None, None, 2), slice(None, None, -1), slice(-3, None), slice(None, -2), slice(4, 1, -1), slice(10, 20), slice(-100, 100), slice(5, 2), slice(-1, -4, -1), slice(None, None, 100), slice(True, None)]
for q in seqs:
    print([q[s] for s in slices])
print(*(s.indices(5) for s in slices))
print(slice(1, 2, 3), slice(5).start, slice(5).stop, slice(5).step, slice(1, 2) == slice(1, 2, None), repr(slice('a', [], None)))
for f in (lambda: 'abc'[::0], lambda: [1, 2]['a':], lambda: (1,)[1.5:], lambda: 'a'[1:2, 3], lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: slice(1).indices(-1), lambda: slice(1).indices('x'), lambda: slice(None, None, 0).indices(3), lambda: {}[1:2], lambda: None[0], lambda: (5)[0], lambda: len('abc')[0], lambda: [][0], lambda: ()[0], lambda: range(3)[3], lambda: b''[0], lambda: [1][10 ** 30], lambda: 'a'[10 ** 30]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)
print('abc'[-10 ** 30:10 ** 30], [1, 2, 3][10 ** 25:], 'abc'[::10 ** 20], list(range(10))[-10 ** 20::3])

print('-- widths')
for s in ('ascii', 'caf\xe9', 'Łódź', '日本語', 'a😀b', '\U0010ffff', 'e\u0301', '\x00\x01', '🇩🇪👨‍👩‍👧'):
    print(s, len(s), [hex(ord(c)) for c in s], s[::-1], s.upper(), s == s[:], s + 'x', s * 2, len(s.encode()), repr(s), ascii(s))
print('😀' in 'a😀b', 'a😀b'.find('b'), 'a😀b'.index('😀'), 'a😀b'.split('😀'), 'a😀b'.replace('😀', '-'), 'x'.join('😀é'), max('aé中😀'), min('é中a'), sorted('中éa😀'))
print(chr(0), repr(chr(127)), chr(0xe9), chr(0x4e2d), chr(0x1f600), [ord(c) for c in 'Aé中😀'], 'é' == '\xe9' == '\u00e9' == '\N{LATIN SMALL LETTER E WITH ACUTE}', 'é' != 'e\u0301')

print('-- repr')
for s in ("it's", 'say "hi"', 'both \' and "', 'tab\t nl\n cr\r bs\\', '\a\b\f\v\x1b\x7f', '\xa0\xad\u200b\u2028\ufeff', '\ud800', 'é\udfff', '\u0378', '\U000e0001', '\x85', '~\x80', 'ÿĀ'):
    print(repr(s), ascii(s), len(s))
try:
    '\ud800'.encode()
except UnicodeEncodeError as e:
    print(e, e.start, e.end, e.reason, e.encoding, ascii(e.object))

print('-- immutability and identity of contents')
s = 'hello'
t = s
s += ' world'
print(s, t, s[:5] == t, hash(s[:5]) == hash(t), 'a' 'b' == 'ab', 'ab' * 0 == '', -1 * 'x' == '', 'ab' * True)
print('-'.join(s[i:i + 3] for i in range(0, len(s), 3)), s[s.index('w'):], ''.join(sorted(set(s))), [*'xyz'], dict.fromkeys('aab', 0), list(enumerate('ab', 1)), list(zip('abc', '123')), tuple('ab'), {c: s.count(c) for c in s})


def caesar(text, k):
    out = []
    for c in text:
        if 'a' <= c <= 'z':
            c = chr((ord(c) - 97 + k) % 26 + 97)
        elif 'A' <= c <= 'Z':
            c = chr((ord(c) - 65 + k) % 26 + 65)
        out.append(c)
    return ''.join(out)


print(caesar('Hello, World!', 3), caesar(caesar('Hello, World!', 3), -3))
print([w for w in ('level', 'Noon', 'abc', '') if w.lower() == w.lower()[::-1]])


def rle(text):
    out, i = '', 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out += f'{j - i}{text[i]}'
        i = j
    return out


print(rle('aaabbc'), rle('😀😀é'), rle(''))
