# Dynamic programming: knapsack, longest increasing subsequence, coins, matrix chains, partitions, edit scripts.
def knapsack(items, cap):
    best = [(0, ())] * (cap + 1)
    for name, w, v in items:
        for c in range(cap, w - 1, -1):
            cand = best[c - w][0] + v
            if cand > best[c][0]:
                best[c] = cand, best[c - w][1] + (name,)
    return best[cap]


ITEMS = [('map', 9, 150), ('compass', 13, 35), ('water', 153, 200), ('sandwich', 50, 160), ('glucose', 15, 60), ('tin', 68, 45), ('banana', 27, 60), ('apple', 39, 40), ('cheese', 23, 30), ('camera', 32, 30)]
for cap in (50, 100, 200, 400):
    print(cap, knapsack(ITEMS, cap))


def lis(xs):
    tails, prev, idx = [], [-1] * len(xs), []
    for i, x in enumerate(xs):
        lo, hi = 0, len(tails)
        while lo < hi:
            m = (lo + hi) // 2
            if tails[m] < x:
                lo = m + 1
            else:
                hi = m
        if lo == len(tails):
            tails.append(x)
            idx.append(i)
        else:
            tails[lo], idx[lo] = x, i
        prev[i] = idx[lo - 1] if lo else -1
    out, k = [], idx[-1] if idx else -1
    while k >= 0:
        out.append(xs[k])
        k = prev[k]
    return out[::-1]


print(lis([10, 9, 2, 5, 3, 7, 101, 18]), lis([]), lis([3, 3, 3]), lis(list(range(5, 0, -1))), lis([(i * 37) % 101 for i in range(40)]))


def coins(amount, denominations):
    ways = [1] + [0] * amount
    fewest = [0] + [None] * amount
    for d in denominations:
        for a in range(d, amount + 1):
            ways[a] += ways[a - d]
    for a in range(1, amount + 1):
        options = [fewest[a - d] for d in denominations if d <= a and fewest[a - d] is not None]
        fewest[a] = min(options) + 1 if options else None
    return ways[amount], fewest[amount]


print(coins(100, [1, 5, 10, 25, 50]), coins(11, [5, 7]), coins(13, [5, 7]), coins(200, [1, 2, 5, 10, 20, 50, 100, 200]), coins(1000, [3, 7, 11]))


def matrix_chain(dims):
    n = len(dims) - 1
    cost = [[0] * n for _ in range(n)]
    split = [[0] * n for _ in range(n)]
    for length in range(2, n + 1):
        for i in range(n - length + 1):
            j = i + length - 1
            cost[i][j], split[i][j] = min((cost[i][k] + cost[k + 1][j] + dims[i] * dims[k + 1] * dims[j + 1], k) for k in range(i, j))

    def show(i, j):
        return chr(65 + i) if i == j else f'({show(i, split[i][j])}{show(split[i][j] + 1, j)})'
    return cost[0][n - 1], show(0, n - 1)


print(matrix_chain([40, 20, 30, 10, 30]), matrix_chain([30, 35, 15, 5, 10, 20, 25]))


def edit_script(a, b):
    n, m = len(a), len(b)
    d = [[i + j if not i * j else 0 for j in range(m + 1)] for i in range(n + 1)]
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            d[i][j] = min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1]))
    ops, i, j = [], n, m
    while i or j:
        if i and j and d[i][j] == d[i - 1][j - 1] + (a[i - 1] != b[j - 1]):
            ops.append(a[i - 1] if a[i - 1] == b[j - 1] else f'{a[i - 1]}>{b[j - 1]}')
            i, j = i - 1, j - 1
        elif i and d[i][j] == d[i - 1][j] + 1:
            ops.append('-' + a[i - 1])
            i -= 1
        else:
            ops.append('+' + b[j - 1])
            j -= 1
    return d[n][m], ops[::-1]


print(edit_script('sunday', 'saturday'), edit_script('', 'ab'), edit_script('abc', 'abc'))
memo = {}


def partitions(n, k=None):
    k = n if k is None else k
    if n == 0:
        return 1
    if n < 0 or k == 0:
        return 0
    if (n, k) not in memo:
        memo[n, k] = partitions(n - k, k) + partitions(n, k - 1)
    return memo[n, k]


print([partitions(n) for n in range(21)], partitions(100), len(memo))


def paths(grid):
    h, w = len(grid), len(grid[0])
    n = [[0] * (w + 1) for _ in range(h + 1)]
    n[0][1] = 1
    for y in range(h):
        for x in range(w):
            n[y + 1][x + 1] = 0 if grid[y][x] == '#' else n[y][x + 1] + n[y + 1][x]
    return n[h][w]


print(paths(['....', '.#..', '...#', '....']), paths(['.' * 16] * 16), paths(['.#', '#.']))


def max_subarray(xs):
    best = cur = xs[0]
    lo = hi = start = 0
    for i, x in enumerate(xs[1:], 1):
        if cur < 0:
            cur, start = x, i
        else:
            cur += x
        if cur > best:
            best, lo, hi = cur, start, i
    return best, xs[lo:hi + 1]


print(max_subarray([-2, 1, -3, 4, -1, 2, 1, -5, 4]), max_subarray([-3, -1, -2]), max_subarray([5]))


def word_break(s, words):
    ways = {0: [[]]}
    for end in range(1, len(s) + 1):
        found = [p + [w] for w in words if s[:end].endswith(w) and end - len(w) in ways for p in ways[end - len(w)]]
        if found:
            ways[end] = found
    return [' '.join(w) for w in ways.get(len(s), [])]


print(word_break('pineapplepenapple', ['apple', 'pen', 'applepen', 'pine', 'pineapple']), word_break('catsandog', ['cats', 'dog', 'sand', 'and', 'cat']))


def rod(prices, n):
    best = [(0, [])]
    for i in range(1, n + 1):
        best.append(max((p + best[i - l][0], [l] + best[i - l][1]) for l, p in prices.items() if l <= i))
    return best[n]


print([rod({1: 1, 2: 5, 3: 8, 4: 9, 5: 10, 6: 17, 7: 17, 8: 20}, n) for n in (4, 8, 11)])


def egg(k, n, cache={}):
    if n == 0 or k == 1:
        return n
    if (k, n) not in cache:
        cache[k, n] = 1 + min(max(egg(k - 1, i - 1), egg(k, n - i)) for i in range(1, n + 1))
    return cache[k, n]


print([egg(2, n) for n in (1, 6, 10, 36)], egg(3, 25))
stirling = [[1]]
for n in range(1, 8):
    stirling.append([(stirling[-1][k - 1] if k else 0) + k * (stirling[-1][k] if k < n else 0) for k in range(n + 1)])
print(stirling[7], [sum(r) for r in stirling], [[1 if k in (0, n) else 0 for k in range(n + 1)] for n in range(3)])
