# Combinatorics: permutations in order, partitions, Catalan structures, Gray codes, necklaces, De Bruijn, hanoi.
def next_permutation(a):
    i = len(a) - 2
    while i >= 0 and a[i] >= a[i + 1]:
        i -= 1
    if i < 0:
        a.reverse()
        return False
    j = len(a) - 1
    while a[j] <= a[i]:
        j -= 1
    a[i], a[j] = a[j], a[i]
    a[i + 1:] = reversed(a[i + 1:])
    return True


a = list('aabc')
out = [''.join(a)]
while next_permutation(a):
    out.append(''.join(a))
print(out, len(out), a)


def heap_permutations(xs):
    xs = list(xs)
    c = [0] * len(xs)
    yield tuple(xs)
    i = 0
    while i < len(xs):
        if c[i] < i:
            j = 0 if i % 2 == 0 else c[i]
            xs[i], xs[j] = xs[j], xs[i]
            yield tuple(xs)
            c[i] += 1
            i = 0
        else:
            c[i] = 0
            i += 1


print(list(heap_permutations([1, 2, 3])), len(set(heap_permutations('abcde'))))


def nth_permutation(xs, n):
    xs, out, f = list(xs), [], 1
    for i in range(1, len(xs)):
        f *= i
    for i in range(len(xs) - 1, -1, -1):
        k, n = divmod(n, f)
        out.append(xs.pop(k))
        f //= i or 1
    return ''.join(out)


print([nth_permutation('abcd', i) for i in (0, 1, 5, 23)], nth_permutation('0123456789', 999999))


def combinations(xs, k):
    if k == 0:
        yield []
    elif xs:
        for c in combinations(xs[1:], k - 1):
            yield [xs[0]] + c
        yield from combinations(xs[1:], k)


def powerset(xs):
    for mask in range(1 << len(xs)):
        yield [x for i, x in enumerate(xs) if mask >> i & 1]


def product(*pools):
    out = [()]
    for p in pools:
        out = [t + (x,) for t in out for x in p]
    return out


print([''.join(c) for c in combinations('abcde', 3)], list(powerset([1, 2, 3])), product('ab', [0, 1], (True,)), list(combinations([], 0)))


def partitions(n, most=None):
    most = n if most is None else most
    if n == 0:
        yield ()
    for first in range(min(n, most), 0, -1):
        for rest in partitions(n - first, first):
            yield (first,) + rest


print(list(partitions(5)), [sum(1 for _ in partitions(n)) for n in range(13)])


def set_partitions(xs):
    if not xs:
        yield []
        return
    first, *rest = xs
    for p in set_partitions(rest):
        yield [[first]] + p
        for i in range(len(p)):
            yield p[:i] + [[first] + p[i]] + p[i + 1:]


print(list(set_partitions([1, 2, 3])), [sum(1 for _ in set_partitions(list(range(n)))) for n in range(7)])


def parens(n, opened=0, closed=0, s=''):
    if closed == n:
        yield s
    if opened < n:
        yield from parens(n, opened + 1, closed, s + '(')
    if closed < opened:
        yield from parens(n, opened, closed + 1, s + ')')


def catalan(n):
    c = 1
    for i in range(n):
        c = c * 2 * (2 * i + 1) // (i + 2)
    return c


def trees(lo, hi):
    if lo > hi:
        return ['.']
    return [f'({l}{k}{r})' for k in range(lo, hi + 1) for l in trees(lo, k - 1) for r in trees(k + 1, hi)]


print(list(parens(3)), [catalan(n) for n in range(12)], trees(1, 3), len(trees(1, 6)) == catalan(6))


def gray(n):
    return ['']if n == 0 else [b + g for b, gs in (('0', gray(n - 1)), ('1', gray(n - 1)[::-1])) for g in gs]


def de_bruijn(k, n):
    a, seq = [0] * k * n, []

    def db(t, p):
        if t > n:
            if n % p == 0:
                seq.extend(a[1:p + 1])
        else:
            a[t] = a[t - p]
            db(t + 1, p)
            for j in range(a[t - p] + 1, k):
                a[t] = j
                db(t + 1, t)
    db(1, 1)
    return ''.join(map(str, seq))


s = de_bruijn(2, 4)
print(gray(3), s, len({(s + s)[i:i + 4] for i in range(16)}), de_bruijn(3, 2))


def hanoi(n, a='A', b='B', c='C'):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield n, a, c
        yield from hanoi(n - 1, b, a, c)


pegs = {'A': [4, 3, 2, 1], 'B': [], 'C': []}
for disk, src, dst in hanoi(4):
    assert pegs[src][-1] == disk and (not pegs[dst] or pegs[dst][-1] > disk)
    pegs[dst].append(pegs[src].pop())
print(pegs, sum(1 for _ in hanoi(10)), ' '.join(f'{d}{a}{b}' for d, a, b in hanoi(3)))


def josephus(n, k):
    people, i, out = list(range(1, n + 1)), 0, []
    while people:
        i = (i + k - 1) % len(people)
        out.append(people.pop(i))
    return out


print(josephus(7, 3), josephus(41, 3)[-2:], josephus(1, 5))


def binomial(n, k):
    out = 1
    for i in range(min(k, n - k)):
        out = out * (n - i) // (i + 1)
    return out


print([[binomial(n, k) for k in range(n + 1)] for n in range(7)], binomial(100, 50), sum(binomial(20, k) for k in range(21)))
derangements = [1, 0]
for n in range(2, 12):
    derangements.append((n - 1) * (derangements[-1] + derangements[-2]))
print(derangements, round(derangements[-1] / 39916800, 8))


def look_and_say(n):
    s = '1'
    for _ in range(n):
        yield s
        out, i = '', 0
        while i < len(s):
            j = i
            while j < len(s) and s[j] == s[i]:
                j += 1
            out += str(j - i) + s[i]
            i = j
        s = out


print(list(look_and_say(8)), len(list(look_and_say(20))[-1]))
thue = [bin(i).count('1') % 2 for i in range(32)]
kolakoski = [1, 2, 2]
for i in range(2, 20):
    kolakoski += [1 + len(kolakoski) and 3 - kolakoski[-1]] * kolakoski[i]
golomb = [0, 1]
for n in range(2, 21):
    golomb.append(1 + golomb[n - golomb[golomb[n - 1]]])
print(thue, kolakoski[:20], golomb[1:])


def latin(n):
    return [[(i + j) % n + 1 for j in range(n)] for i in range(n)]


def stable_marriage(men, women):
    free, engaged, proposals = list(men), {}, {m: iter(p) for m, p in men.items()}
    while free:
        m = free.pop(0)
        w = next(proposals[m])
        if w not in engaged:
            engaged[w] = m
        elif women[w].index(m) < women[w].index(engaged[w]):
            free.append(engaged[w])
            engaged[w] = m
        else:
            free.append(m)
    return dict(sorted(engaged.items()))


print(latin(4), stable_marriage({'A': 'xyz', 'B': 'yxz', 'C': 'xyz'}, {'x': 'BAC', 'y': 'ACB', 'z': 'ABC'}))
