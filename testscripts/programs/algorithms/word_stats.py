# Text statistics: word counts, inverted index, n-grams, Markov chains, tf-idf, templating, a tiny regex matcher.
DOCS = {
    'one': 'The cat sat on the mat. The dog sat on the log!',
    'two': 'A cat and a dog: friends or foes? The cat does not say.',
    'three': 'Logs and mats, mats and logs; nothing else matters to the cat.',
}


def words(text):
    word = ''
    for c in text.lower() + ' ':
        if c.isalpha():
            word += c
        elif word:
            yield word
            word = ''


index = {}
for name, text in DOCS.items():
    for pos, w in enumerate(words(text)):
        index.setdefault(w, {}).setdefault(name, []).append(pos)
for w in sorted(index, key=lambda w: (-sum(map(len, index[w].values())), w))[:6]:
    print(w, index[w])


def search(query):
    terms = query.split()
    docs = set(DOCS)
    for t in terms:
        if t.startswith('-'):
            docs -= index.get(t[1:], {}).keys()
        else:
            docs &= index.get(t, {}).keys()
    return sorted(docs)


print([search(q) for q in ('cat', 'cat dog', 'cat -dog', 'nothing logs', 'zebra', '-cat', '')])


def phrase(*ws):
    hits = []
    for doc, positions in index.get(ws[0], {}).items():
        hits += [(doc, p) for p in positions if all(p + i in index.get(w, {}).get(doc, []) for i, w in enumerate(ws))]
    return hits


print(phrase('sat', 'on', 'the'), phrase('the', 'cat'), phrase('cat', 'the'))


def ngrams(xs, n):
    xs = list(xs)
    return [tuple(xs[i:i + n]) for i in range(len(xs) - n + 1)]


counts = {}
for text in DOCS.values():
    for g in ngrams(words(text), 2):
        counts[g] = counts.get(g, 0) + 1
print([(g, n) for g, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])) if n > 1], ngrams('abcd', 3))
chain = {}
for text in DOCS.values():
    for a, b in ngrams(words(text), 2):
        chain.setdefault(a, []).append(b)


def generate(start, n, seed):
    out = [start]
    for _ in range(n):
        nexts = chain.get(out[-1])
        if not nexts:
            break
        seed = (seed * 75 + 74) % 65537
        out.append(nexts[seed % len(nexts)])
    return ' '.join(out)


for seed in (1, 2, 3):
    print(generate('the', 12, seed))


def distance(a, b):
    fa, fb = [{w: list(words(DOCS[d])).count(w) for w in words(DOCS[d])} for d in (a, b)]
    dot = sum(n * fb.get(w, 0) for w, n in fa.items())
    return dot / (sum(n * n for n in fa.values()) * sum(n * n for n in fb.values())) ** 0.5


for a in DOCS:
    print(a, [f'{distance(a, b):.4f}' for b in DOCS])


class Template:
    def __init__(self, text):
        self.parts, i = [], 0
        while (j := text.find('${', i)) >= 0:
            k = text.find('}', j)
            if k < 0:
                raise ValueError(f'unclosed placeholder at {j}')
            self.parts += [text[i:j], text[j + 2:k].split('|')]
            i = k + 1
        self.parts.append(text[i:])

    FILTERS = {'upper': str.upper, 'title': str.title, 'len': len, 'rev': lambda s: s[::-1], 'join': ', '.join}

    def render(self, **ctx):
        out = []
        for p in self.parts:
            if isinstance(p, list):
                path, *filters = p
                value = ctx
                for key in path.split('.'):
                    value = value[int(key)] if isinstance(value, list) else value[key]
                for f in filters:
                    value = self.FILTERS[f](value)
                p = str(value)
            out.append(p)
        return ''.join(out)


t = Template('Dear ${user.name|title}, you have ${items|len} items: ${items|join} (first: ${items.0|upper|rev}). ${end}')
print(t.render(user={'name': 'ann lee'}, items=['apple', 'kiwi'], end='Bye'))
for f in (lambda: t.render(user={}), lambda: Template('${x'), lambda: Template('${a|nope}').render(a=1), lambda: Template('${l.5}').render(l=[])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def match_here(re, text):
    if not re:
        return 0
    if re == '$':
        return 0 if not text else None
    if len(re) > 1 and re[1] in '*+?':
        lo, hi = {'*': (0, len(text)), '+': (1, len(text)), '?': (0, 1)}[re[1]]
        n = 0
        while n < hi and n < len(text) and (re[0] in ('.', text[n])):
            n += 1
        for k in range(n, lo - 1, -1):
            if (m := match_here(re[2:], text[k:])) is not None:
                return k + m
        return None
    if text and re[0] in ('.', text[0]):
        m = match_here(re[1:], text[1:])
        return None if m is None else m + 1
    return None


def find(re, text):
    if re.startswith('^'):
        m = match_here(re[1:], text)
        return None if m is None else (0, m)
    for i in range(len(text) + 1):
        if (m := match_here(re, text[i:])) is not None:
            return i, i + m
    return None


for re, text in (('a.c', 'xabcx'), ('^ab*', 'abbbc'), ('b+$', 'abb'), ('colou?r', 'my color'), ('x*', 'aaa'), ('^$', ''), ('a+b', 'aac'), ('.*c', 'abcabc'), ('^b', 'ab')):
    span = find(re, text)
    print(re, text, span, repr(text[slice(*span)]) if span else None)


def pig(w):
    for i, c in enumerate(w):
        if c in 'aeiou':
            return (w[i:] + w[:i] + 'ay') if i else w + 'way'
    return w + 'ay'


print(' '.join(pig(w) for w in words(DOCS['one'])), [w for w in sorted(index) if w == w[::-1]], max(index, key=lambda w: (len(w), w)), {len(w): sum(1 for x in index if len(x) == len(w)) for w in sorted(index, key=len)})
vowels = sum(c in 'aeiou' for t in DOCS.values() for c in t.lower())
sentences = [s.strip() for t in DOCS.values() for s in t.replace('!', '.').replace('?', '.').split('.') if s.strip()]
print(vowels, len(sentences), [len(s.split()) for s in sentences], ' | '.join(s[:12].rstrip() + ('...' if len(s) > 12 else '') for s in sentences))
