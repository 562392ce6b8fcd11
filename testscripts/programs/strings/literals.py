# String and bytes literals, escapes, implicit joining, identifiers beyond ASCII, docstrings, constants folded.
print('a\tb', 'a\\tb', r'a\tb', 'nl\\n', '\x41\u0042\U00000043', '\101\60\0'.replace('\0', '0'), '\N{GREEK SMALL LETTER ALPHA}\N{SNOWMAN}', '\'"', "\"'", '''it's "quoted"''', """triple 'single' "double" """)
print(b'\x41\101\n\t\\', rb'\x41', br'\n', b"it's", b'\'"', 'con' 'cat' "ena" '''ted''', b'by' b'tes', 'line \
joined', """line \
joined""", 'a' + 'b' * 3)
print(len('\n'), len(r'\n'), len('\\'), len(''), len('\u00e9'), len('e\u0301'), len('😀'), len('\ud83d\ude00'), ord('\x7f'), ord('\uffff'), '\U0010ffff' > '\uffff')
text = """first
    second
  third\tTab

last"""
print(repr(text), text.count('\n'), [line.strip() for line in text.splitlines()])
été = 'summer'
ΑΒΓ, 变量, _x1, ª = 1, 2, 3, 4
print(été, ΑΒΓ, 变量, _x1, ª, sorted(k for k in globals() if not k.isascii()))
ﬁ = 'ligature'
print(fi, 'fi' in globals(), 'ﬁ' in globals())


def documented():
    """One line.

    Indented   text.
    	tabbed
    """
    'another string'
    return documented.__doc__


print(repr(documented()))


def not_doc():
    f'not a doc {1}'


class Raw:
    r"""raw \n doc"""


print(not_doc.__doc__, Raw.__doc__, (lambda: 'x').__doc__)
print(0b1010, 0o17, 0xFF, 1_000_000, 0x_F, 1e5, 1E-5, .5, 5., 1_0.0_1, 1j, 1.5J, 0, 00, 0_0, 0xDEADBEEF, 10 ** 20, 1e400, -1e400, 1e-400)
print(True + True, None, ..., __debug__, (), [], {}, (1,), {1}, {1: 2}, [[]], ((),), ('a',), ((1, 2), [3]))
print(60 * 60 * 24, 2 ** 10, 'ab' * 3, (1, 2) + (3,), 'a' 'b' in 'cab', 1 < 2 < 3, -5, +5, ~5, not 5, 5 if 1 else 6, 'x' or 'y', [1, 2, 3][1], 'abc'[1], (1, 2, 3)[-1], {'k': 'v'}['k'], 1.0 / 3, 7 // 2, 2 ** -1, 10 % 3, 1 << 10, 'é' + 'ü')
print(1 if 'a' 'b' else 2, ('implicit '
       'across '
       'lines'), 'semi;colon', '#not comment', 'percent %', '{braces}', f'{{}}', '\\N{not}', '\
')
s = 'same'
print('same' == s, 'sa' 'me' == s, f's{"a"}me' == s, ''.join(['s', 'ame']) == s, 'SAME'.lower() == s, str(s) == s, b'same'.decode() == s)
print([c for c in '\x00\x1f\x20\x7e\x7f\x80\xa0\xad\xff\u0100\u2028\ud7ff\ue000\ufffd\U0001f600'.encode('utf-8', 'surrogatepass').decode()].__repr__())
print(ascii('\x00\x1f\x20\x7e\x7f\x80\xa0\xad\xff\u0100\u2028\ud7ff\ue000\ufffd\U0001f600\U000e0001'))
lst = ['a',
       'b'
       'c',
       'd']
print(lst, len(lst))
x = 5; y = 6; print(x, y); del x, y
if 1: print('one'); print('line')
for i in 'ab': print(i, end=' '); print(i.upper(), end=' ')
print()
print(*map(repr, ['\a', '\b', '\f', '\v', '\r', '\x1b', '\u200b', '\u00ad', '\u3000', '\ufeff', '\u202e']))
print('{!r:>8}|{!a}|{!s:^5}'.format('é', 'é', 'é'), '%r %a' % ('é\n', 'é\n'), f"{'nested'!r:*^12}", 'tab\there'.expandtabs(4), 'é'.encode().hex(), bytes('ñ', 'latin-1'))
