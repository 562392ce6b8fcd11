# Text: wrapping, justification, tables, columns, trees, boxes, roman numerals, numbers in words.
TEXT = ('It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness, '
        'it was the epoch of belief, it was the epoch of incredulity, it was the season of Light.')


def wrap(text, width):
    line = ''
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f'{line} {word}' if line else word
    if line:
        yield line


def justify(text, width):
    lines = list(wrap(text, width))
    for line in lines[:-1]:
        words = line.split()
        gaps = len(words) - 1
        spaces = width - sum(map(len, words))
        if gaps == 0:
            yield line
            continue
        q, r = divmod(spaces, gaps)
        yield ''.join(w + ' ' * (q + (i < r) if i < gaps else 0) for i, w in enumerate(words))
    yield lines[-1]


for line in wrap(TEXT, 30):
    print(f'|{line:<30}|')
for line in justify(TEXT, 34):
    print(f'|{line:34}|')
for line in wrap(TEXT[:60], 24):
    print(f'|{line:^24}|{line:>24}|')


def table(rows, header=True):
    cells = [[f'{c:.2f}' if isinstance(c, float) else str(c) for c in r] for r in rows]
    widths = [max(map(len, col)) for col in zip(*cells)]
    rule = '+' + '+'.join('-' * (w + 2) for w in widths) + '+'
    yield rule
    for i, (raw, r) in enumerate(zip(rows, cells)):
        yield '|' + '|'.join(f' {c:>{w}} ' if isinstance(v, (int, float)) else f' {c:<{w}} ' for v, c, w in zip(raw, r, widths)) + '|'
        if i == 0 and header:
            yield rule.replace('-', '=')
    yield rule


print(*table([('item', 'count', 'price'), ('apple', 3, 1.5), ('banana split', 12, 0.25), ('kiwi', 100, 99.999)]), sep='\n')


def columns(words, width):
    n = max(map(len, words)) + 2
    per = max(1, width // n)
    rows = -(-len(words) // per)
    for r in range(rows):
        yield ''.join(w.ljust(n) for w in words[r::rows]).rstrip()


print(*columns('alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu'.split(), 40), sep='\n')


def box(text, style='┌─┐│└┘'):
    lines = text.split('\n')
    w = max(map(len, lines))
    tl, h, tr, v, bl, br = style
    return '\n'.join([tl + h * (w + 2) + tr, *(f'{v} {l:<{w}} {v}' for l in lines), bl + h * (w + 2) + br])


print(box('a box\nwith two lines'), box('x', '+-+|++'), sep='\n')


def tree(name, node, prefix=''):
    yield name
    items = list(node.items())
    for i, (k, v) in enumerate(items):
        last = i == len(items) - 1
        first, *rest = tree(k, v)
        yield ('└── ' if last else '├── ') + first
        for r in rest:
            yield ('    ' if last else '│   ') + r


print(*tree('root', {'bin': {}, 'lib': {'python': {'site': {}}, 'go': {}}, 'etc': {'hosts': {}}}), sep='\n')
ROMAN = [(1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')]


def roman(n):
    if not 0 < n < 4000:
        raise ValueError(f'{n} cannot be written')
    out = ''
    for v, s in ROMAN:
        k, n = divmod(n, v)
        out += s * k
    return out


def unroman(s):
    vals = {s: v for v, s in ROMAN}
    total = 0
    for a, b in zip(s, s[1:] + ' '):
        total += -vals[a] if vals.get(b, 0) > vals[a] else vals[a]
    return total


print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)], all(unroman(roman(n)) == n for n in range(1, 4000)))
for bad in (0, 4000, -1):
    try:
        roman(bad)
    except ValueError as e:
        print(e)
ONES = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split()
TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split()


def words(n):
    if n < 0:
        return 'minus ' + words(-n)
    if n < 20:
        return ONES[n]
    if n < 100:
        t, o = divmod(n, 10)
        return TENS[t] + ('-' + ONES[o] if o else '')
    for scale, name in ((10 ** 12, 'trillion'), (10 ** 9, 'billion'), (10 ** 6, 'million'), (1000, 'thousand'), (100, 'hundred')):
        if n >= scale:
            q, r = divmod(n, scale)
            return f'{words(q)} {name}' + (f' {words(r)}' if r else '')


for n in (0, 13, 21, 100, 342, 1001, 12345, 1000000, -987654321, 10 ** 13 + 7):
    print(n, words(n))
print(sum(len(words(n).replace(' ', '').replace('-', '')) for n in range(1, 1001)))


def histogram(data):
    top = max(data.values())
    for k, v in data.items():
        print(f'{k:>6} {"#" * round(v / top * 20):<20} {v:>3} {v / sum(data.values()):6.1%}')


counts = {}
for w in TEXT.lower().replace(',', '').replace('.', '').split():
    counts[w] = counts.get(w, 0) + 1
histogram(dict(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:7]))


def ordinal(n):
    return f"{n}{'th' if 10 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def human(n):
    for unit in ('B', 'KiB', 'MiB', 'GiB'):
        if abs(n) < 1024:
            return f'{n:.1f}{unit}' if isinstance(n, float) else f'{n}{unit}'
        n = n / 1024
    return f'{n:.1f}TiB'


print([ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 102, 111, 113)], [human(n) for n in (0, 1023, 1024, 123456, 10 ** 7, 10 ** 13)])
