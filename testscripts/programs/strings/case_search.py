# String methods that change case, search and test.
samples = ['', 'hello world', 'HELLO', 'Hello There', "they're bill's", 'ǆ ß ŉ', 'straße', 'ÀÉÎ', '123abc', 'İstanbul', 'ΑΣ ΑΣΑ', 'ﬁne']
for s in samples:
    print(repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), sep='|')

tests = ['', 'abc', 'ABC', 'Abc', 'abc1', '123', '１２', '²', '½', 'a b', ' \t\n', 'Abc Def', 'a_b', '1a', 'class', 'é', '\x00', 'Ⅷ', '٣', 'ª', '中文']
for s in tests:
    flags = [name for name in ('isalnum', 'isalpha', 'isascii', 'isdecimal', 'isdigit', 'isidentifier', 'islower', 'isnumeric', 'isprintable', 'isspace', 'istitle', 'isupper') if getattr(s, name)()]
    print(repr(s), *flags)

s = 'abracadabra'
print(s.find('abra'), s.find('abra', 1), s.find('x'), s.find(''), s.find('', 5), s.find('', 20), s.find('a', -3), s.find('a', 1, 3), s.rfind('abra'), s.rfind('a', 0, -1), s.rfind(''), s.rfind('z'))
print(s.index('cad'), s.rindex('a'), s.count('a'), s.count('abra'), s.count(''), s.count('a', 3), s.count('a', 3, 6), 'aaaa'.count('aa'), ''.count(''), ''.count('a'))
print(s.startswith('abr'), s.startswith('bra', 1), s.startswith(('x', 'ab')), s.endswith('bra'), s.endswith(('a', 'b')), s.endswith('abra', 5), s.startswith(''), s.startswith('', 20), s.endswith('bra', 0, -1), s.startswith(()))
print('cad' in s, 'x' in s, '' in s, '' in '', s in s, 'abra' not in s)
print(s.replace('a', 'A'), s.replace('a', 'A', 2), s.replace('abra', ''), s.replace('', '-'), s.replace('', '-', 3), ''.replace('', 'x'), s.replace('a', 'A', 0), s.replace('a', 'A', -1), s.replace('x', 'y') is s, s.replace('a', 'b', count=1))
print(s.removeprefix('abra'), s.removeprefix('x'), s.removesuffix('bra'), s.removesuffix(''), ''.removeprefix('a'))


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


attempt(lambda: s.index('z'))
attempt(lambda: s.rindex('a', 50))
attempt(lambda: s.find(1))
attempt(lambda: s.find())
attempt(lambda: s.find('a', 'b'))
attempt(lambda: s.find('a', None, None))
attempt(lambda: s.count(None))
attempt(lambda: s.startswith(1))
attempt(lambda: s.startswith((1,)))
attempt(lambda: s.endswith(['a']))
attempt(lambda: s.replace('a'))
attempt(lambda: s.replace(1, 2))
attempt(lambda: s.replace('a', None))
attempt(lambda: s.replace('a', 'b', 'c'))
attempt(lambda: s.upper(1))
attempt(lambda: s.title(x=1))
attempt(lambda: 1 in s)
attempt(lambda: None in s)
attempt(lambda: s.nothing())
attempt(lambda: s.uper())
attempt(lambda: s.removeprefix(1))
attempt(lambda: s.removeprefix())
attempt(lambda: str.upper(1))
attempt(lambda: str.upper())
attempt(lambda: s + 1)
attempt(lambda: s * 'x')
attempt(lambda: s % 1)
attempt(lambda: s[1.5])
attempt(lambda: s['a'])
attempt(lambda: s[100])
attempt(lambda: s[-12])
attempt(lambda: s.__getitem__(None))
attempt(lambda: setattr(s, 'x', 1))
attempt(lambda: s.__setitem__)
attempt(lambda: ord('ab'))
attempt(lambda: ord(''))
attempt(lambda: ord(5))
attempt(lambda: chr(-1))
attempt(lambda: chr(0x110000))
attempt(lambda: chr('a'))
try:
    s[0] = 'x'
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
