# zip, map, filter, enumerate, reversed, iter with sentinel, next, itertools.
from itertools import accumulate, batched, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile, filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


print(list(zip('abc', [1, 2])), list(zip()), list(zip('ab')), list(zip('ab', range(9), [True, False])), list(zip(*[(1, 'a'), (2, 'b')])), dict(zip('xy', (1, 2))), list(zip([], 'a')))
print(list(map(str.upper, 'ab')), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(int, ['1', '2'])), list(map(max, [1, 5], [3, 2], [2, 9])), list(filter(None, [0, 1, '', 'a', [], None])), list(filter(str.isdigit, 'a1b2')), list(filter(lambda x: x % 2, range(6))))
print(list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate([], 1)), list(enumerate('x', start=10 ** 20)), list(reversed([1, 2, 3])), ''.join(reversed('abc')), list(reversed(range(3))), list(reversed((1, 2))), list(reversed({'a': 1, 'b': 2})))
it = iter([1, 2, 3])
print(next(it), next(it), next(it), next(it, 'default'), next(it, None))
attempt(lambda: next(it))
print(list(iter([1, 2, 3].pop, 1)) if False else list(iter(iter('abcXdef').__next__, 'X')))
state = [0]


def tick():
    state[0] += 1
    return state[0]


print(list(iter(tick, 5)), list(map(tick.__class__, [])) == [], [x for x in iter(lambda: state.pop() if state else 'stop', 'stop')])
z = zip([1, 2, 3], iter([4, 5]))
print(next(z), list(z), list(z))
shared = iter(range(7))
print(list(zip(shared, shared, shared)), list(shared), list(zip(*[iter('abcdef')] * 2)))
attempt(lambda: list(zip([1, 2], [1], strict=True)))
attempt(lambda: list(zip([1], [1, 2], strict=True)))
attempt(lambda: list(zip([1], [1], [1, 2], strict=True)))
attempt(lambda: list(zip([1, 2], [1, 2], strict=True)))
attempt(lambda: zip(1, 2))
attempt(lambda: zip([1], 5))
attempt(lambda: map(str))
attempt(lambda: map())
attempt(lambda: list(map(5, [1])))
attempt(lambda: list(map(len, [1])))
attempt(lambda: map(str, 5))
attempt(lambda: list(map(lambda x: x, 'a', 'b')))
attempt(lambda: filter(None))
attempt(lambda: filter(None, 5))
attempt(lambda: list(filter(5, [1])))
attempt(lambda: enumerate())
attempt(lambda: enumerate(5))
attempt(lambda: enumerate([], 'x'))
attempt(lambda: reversed(5))
attempt(lambda: reversed({1, 2}))
attempt(lambda: reversed(iter([1])))
attempt(lambda: iter(5))
attempt(lambda: iter(5, 6))
attempt(lambda: next([1]))
attempt(lambda: next())
attempt(lambda: iter())
attempt(lambda: next(iter([]), 1, 2))

print('-- itertools')
print(list(chain('ab', [1], ())), list(chain.from_iterable(['ab', 'cd'])), list(islice(count(5, 3), 4)), list(islice('abcdefg', 2, None, 2)), list(islice('abc', 2)), list(islice(cycle('ab'), 5)), list(repeat('x', 3)), list(islice(count(0.5, 0.25), 3)))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate([1, 2, 3], lambda a, b: a * b, initial=10)), list(accumulate([])), list(accumulate('abc')))
print([''.join(p) for p in permutations('abc')], list(permutations([1, 2, 3], 2)), list(combinations('abcd', 2)), list(combinations_with_replacement('ab', 3)), list(product('ab', [1, 2])), list(product([0, 1], repeat=3)), list(product()), list(permutations([], 0)), list(combinations('ab', 3)))
print([(k, list(g)) for k, g in groupby('aabbbca')], [(k, list(g)) for k, g in groupby(range(8), lambda x: x // 3)], [(k, len(list(g))) for k, g in groupby(sorted('mississippi'))])
print(list(takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 5, 1])), list(filterfalse(lambda x: x % 2, range(5))), list(compress('abcdef', [1, 0, 1, 0, 1])), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest('abc', [1], fillvalue='-')), list(pairwise('abcd')), list(batched('abcdefg', 3)), list(zip_longest([1], [])))
a, b = tee(iter('abc'))
print(next(a), next(a), list(b), list(a), count(3), repeat(5, 2), repeat('x'), count(1, 2), count(2.5))
g = groupby('aab')
k1, g1 = next(g)
k2, g2 = next(g)
print(k1, list(g1), k2, list(g2))
attempt(lambda: list(islice('abc', -1)))
attempt(lambda: list(islice('abc', 'x')))
attempt(lambda: batched('abc', 0))
attempt(lambda: list(batched('abcd', 3, strict=True)))
attempt(lambda: combinations('ab', -1))
attempt(lambda: permutations('ab', 'x'))
attempt(lambda: product('ab', repeat=-1))
attempt(lambda: list(starmap(pow, [1])))
attempt(lambda: chain(5).__next__())
attempt(lambda: count('x'))
attempt(lambda: repeat())
attempt(lambda: list(accumulate([1, 'a'])))
attempt(lambda: list(chain.from_iterable(5)))
attempt(lambda: list(cycle([])))
attempt(lambda: tee([1], -1))
print(list(islice(filter(lambda n: all(n % p for p in range(2, int(n ** .5) + 1)), count(2)), 12)), sum(1 for _ in permutations(range(6))), list(map(sum, product([1, 2], [10, 20]))), len(list(combinations(range(10), 4))))
