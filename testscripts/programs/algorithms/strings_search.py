# String algorithms: edit distance, LCS, KMP, palindromes, Rabin-Karp, tries, anagrams, suffix arrays.
def levenshtein(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        prev, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            prev, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, prev + (x != y))
    return row[-1]


for a, b in (('kitten', 'sitting'), ('', 'abc'), ('flaw', 'lawn'), ('same', 'same'), ('intention', 'execution'), ('é中', 'e中x')):
    print(a, b, levenshtein(a, b), end='; ')
print()


def lcs(a, b):
    t = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            t[i + 1][j + 1] = t[i][j] + 1 if x == y else max(t[i][j + 1], t[i + 1][j])
    out, i, j = [], len(a), len(b)
    while i and j:
        if a[i - 1] == b[j - 1]:
            out.append(a[i - 1])
            i, j = i - 1, j - 1
        elif t[i - 1][j] >= t[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return ''.join(reversed(out))


print(lcs('AGGTAB', 'GXTXAYB'), lcs('programming', 'gaming'), repr(lcs('abc', 'xyz')))


def diff(a, b):
    common, i, j = lcs(a, b), 0, 0
    for c in common + '\0':
        while i < len(a) and a[i] != c:
            yield '-' + a[i]
            i += 1
        while j < len(b) and b[j] != c:
            yield '+' + b[j]
            j += 1
        if c != '\0':
            yield ' ' + c
            i, j = i + 1, j + 1


print(list(diff('abcdef', 'acxdfg')))


def kmp(text, pat):
    fail, k = [0] * len(pat), 0
    for i in range(1, len(pat)):
        while k and pat[k] != pat[i]:
            k = fail[k - 1]
        k += pat[k] == pat[i]
        fail[i] = k
    hits, k = [], 0
    for i, c in enumerate(text):
        while k and pat[k] != c:
            k = fail[k - 1]
        k += pat[k] == c
        if k == len(pat):
            hits.append(i - k + 1)
            k = fail[k - 1]
    return hits, fail


print(kmp('abababcababab', 'abab'), kmp('aaaa', 'aa')[0], kmp('abc', 'x'))


def rabin_karp(text, pat, base=257, mod=10 ** 9 + 7):
    n = len(pat)
    h, high, t = 0, pow(base, n - 1, mod), 0
    for c in pat:
        h = (h * base + ord(c)) % mod
    for i, c in enumerate(text):
        if i >= n:
            t = (t - ord(text[i - n]) * high) % mod
        t = (t * base + ord(c)) % mod
        if i >= n - 1 and t == h and text[i - n + 1:i + 1] == pat:
            yield i - n + 1


print(list(rabin_karp('the cat sat on the mat, the end', 'the')), list(rabin_karp('mississippi', 'issi')))


def longest_palindrome(s):
    best = ''
    for c in range(len(s)):
        for l, r in ((c, c), (c, c + 1)):
            while l >= 0 and r < len(s) and s[l] == s[r]:
                l, r = l - 1, r + 1
            if r - l - 1 > len(best):
                best = s[l + 1:r]
    return best


print([longest_palindrome(s) for s in ('babad', 'forgeeksskeegfor', 'x', '', 'A man a plan'.lower().replace(' ', ''))])


class Trie:
    def __init__(self, words=()):
        self.root = {}
        for w in words:
            self.insert(w)

    def insert(self, word):
        node = self.root
        for c in word:
            node = node.setdefault(c, {})
        node['$'] = word

    def __contains__(self, word):
        node = self.root
        for c in word:
            if c not in node:
                return False
            node = node[c]
        return '$' in node

    def starting(self, prefix):
        node = self.root
        for c in prefix:
            if c not in node:
                return
            node = node[c]
        stack = [node]
        while stack:
            node = stack.pop()
            if '$' in node:
                yield node['$']
            stack.extend(node[c] for c in sorted(node, reverse=True) if c != '$')


t = Trie('car card care cat dog do done cartoon'.split())
print(list(t.starting('car')), list(t.starting('do')), list(t.starting('x')), 'card' in t, 'ca' in t, list(t.starting(''))[:3])
groups = {}
for w in 'listen silent enlist google elgoog abc cab tinsel inlets'.split():
    groups.setdefault(''.join(sorted(w)), []).append(w)
print([g for g in groups.values() if len(g) > 1])


def suffix_array(s):
    return sorted(range(len(s)), key=lambda i: s[i:])


sa = suffix_array('banana')
print(sa, ['banana'[i:] for i in sa])


def bwt(s):
    s += '\x03'
    return ''.join(s[i - 1] for i in suffix_array(s))


def ibwt(r):
    table = [''] * len(r)
    for _ in r:
        table = sorted(c + t for c, t in zip(r, table))
    return next(t for t in table if t.endswith('\x03'))[:-1]


print(repr(bwt('banana bandana')), ibwt(bwt('banana bandana')))


def longest_unique(s):
    start, best, last = 0, (0, 0), {}
    for i, c in enumerate(s):
        if last.get(c, -1) >= start:
            start = last[c] + 1
        last[c] = i
        if i + 1 - start > best[1] - best[0]:
            best = start, i + 1
    return s[slice(*best)]


def compress(s):
    out, prev, n = [], None, 0
    for c in s + '\0':
        if c == prev:
            n += 1
        else:
            if prev:
                out.append(prev + (str(n) if n > 1 else ''))
            prev, n = c, 1
    return ''.join(out)


def soundex(name):
    codes = {c: d for d, cs in zip('123456', ('bfpv', 'cgjkqsxz', 'dt', 'l', 'mn', 'r')) for c in cs}
    out, prev = name[0].upper(), codes.get(name[0].lower())
    for c in name[1:].lower():
        d = codes.get(c)
        if d and d != prev:
            out += d
        if c not in 'hw':
            prev = d
    return (out + '000')[:4]


print(longest_unique('abcabcbb'), longest_unique('pwwkew'), compress('aaabbbccd'), [soundex(n) for n in ('Robert', 'Rupert', 'Rubin', 'Ashcraft', 'Tymczak', 'Pfister', 'Honeyman')])


def wild(p, s):
    if not p:
        return not s
    if p[0] == '*':
        return wild(p[1:], s) or bool(s) and wild(p, s[1:])
    return bool(s) and p[0] in (s[0], '?') and wild(p[1:], s[1:])


print([wild(p, s) for p, s in (('*.py', 'a.py'), ('a?c', 'abc'), ('a*b*c', 'axxbyyc'), ('*', ''), ('?', ''), ('a*', 'b'), ('*a*a*', 'banana'))])
