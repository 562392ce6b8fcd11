# split, rsplit, splitlines, partition, join, strip, padding.

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


for s in ('', ' ', 'a', ' a  b c ', 'a,b,,c', ',', 'one\ttwo\nthree', '\u2003x\u00a0y'):
    print(repr(s), s.split(), s.split(','), s.split(None, 1), s.rsplit(None, 1), s.split(' '), s.split(',', 1), s.rsplit(',', 1))
print('a--b--c'.split('--'), 'a--b--c'.split('--', 1), 'a--b--c'.rsplit('--', 1), 'aaa'.split('a'), 'aaa'.split('aa'), 'aaa'.rsplit('aa'), 'abc'.split('abc'), 'a b c'.split(maxsplit=1), 'a b c'.split(sep=' ', maxsplit=-1), 'a b c'.split(None, 0), '  a b '.split(None, 0), '  a b '.rsplit(None, 0))
print('a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i'.splitlines(), 'a\nb\n'.splitlines(), 'a\n\nb'.splitlines(True), ''.splitlines(), '\n'.splitlines(keepends=True), 'x\r\n'.splitlines(True))
print('key=value=x'.partition('='), 'key=value=x'.rpartition('='), 'none'.partition('='), 'none'.rpartition('='), ''.partition('x'), 'aXXb'.partition('XX'))
print(','.join(['a', 'b']), ''.join('xyz'), '-'.join([]), '-'.join(['one']), '--'.join(('a', 'b', 'c')), ','.join(str(i) for i in range(5)), ', '.join({'k': 1, 'j': 2}), 'é'.join(['x', '中', 'y']))
attempt(lambda: ','.join([1, 2]))
attempt(lambda: ','.join(['a', None]))
attempt(lambda: ','.join(['a', b'b']))
attempt(lambda: ','.join(5))
attempt(lambda: ','.join())
attempt(lambda: ','.join('a', 'b'))
attempt(lambda: 'a b'.split(''))
attempt(lambda: 'a b'.split(1))
attempt(lambda: 'a b'.split(' ', 'x'))
attempt(lambda: 'a b'.split(' ', 1, 2))
attempt(lambda: 'a b'.split(sap=1))
attempt(lambda: 'a'.partition(''))
attempt(lambda: 'a'.partition(1))
attempt(lambda: 'a'.splitlines(1, 2))

print('-- strip')
for s in ('  x  ', '\t\nx y\r\n', 'xxabcxx', 'abc', '', '    ', '\u3000x\u2009'):
    print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()), repr(s.strip('x')), repr(s.lstrip('xa')), repr(s.rstrip('cx')), repr(s.strip(None)), repr(s.strip('')))
print('www.example.com'.strip('cmowz.'), '#....... Section 3.2.1 Issue #32 .......'.strip('.#! '), 'mississippi'.rstrip('ipz'), 'éaé'.strip('é'))
attempt(lambda: 'x'.strip(1))
attempt(lambda: 'x'.strip('a', 'b'))

print('-- padding')
for s in ('', 'ab', 'abcdef', 'é中'):
    print('|'.join([s.center(5), s.center(6, '*'), s.ljust(5), s.ljust(5, '.'), s.rjust(5), s.rjust(5, '-'), s.zfill(5), s.center(-1), s.center(0)]))
print('+5'.zfill(5), '-5'.zfill(5), '--5'.zfill(5), '+'.zfill(3), '5'.zfill(1), 'abc'.center(8), 'abc'.center(7), 'abcd'.center(7), 'abcd'.center(8), sep='|')
attempt(lambda: 'x'.center())
attempt(lambda: 'x'.center('5'))
attempt(lambda: 'x'.center(5, ''))
attempt(lambda: 'x'.center(5, 'ab'))
attempt(lambda: 'x'.ljust(5, 1))
attempt(lambda: 'x'.zfill(None))
print(repr('a\tb\tc'.expandtabs()), repr('a\tb'.expandtabs(4)), repr('ab\tc\n\td'.expandtabs(3)), repr('a\tb'.expandtabs(0)), repr('\t'.expandtabs(tabsize=2)), repr('abcdefgh\tx'.expandtabs()))

print('-- a small csv reader')
text = '''name, age , city
"O'Neil", 42, Paris
Ann,7,  "New York"
,,
Bob,x1,Rome'''
rows = [[cell.strip().strip('"') for cell in line.split(',')] for line in text.splitlines()]
header, *body = rows
widths = [max(len(r[i]) for r in rows) for i in range(len(header))]
for r in rows:
    print(' | '.join(c.ljust(w) for c, w in zip(r, widths)).rstrip())
print([dict(zip(header, r)) for r in body])
words = 'the quick brown fox jumps over the lazy dog the end'.split()
freq = {}
for w in words:
    freq[w] = freq.get(w, 0) + 1
print(sorted(freq.items(), key=lambda kv: (-kv[1], kv[0])))
print(' '.join(w[::-1] for w in words), ' '.join(reversed(words)), '_'.join(w.capitalize() for w in words))
