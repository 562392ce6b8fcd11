# tuple and range: construction, methods, comparison, hashing, errors.

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


t = (1, 2, 3)
print(t, (), (1,), 1, (1, 2), t[0], t[-1], t[1:], t + (4,), t * 2, 0 * t, len(t), 2 in t, t.count(2), t.index(3), tuple('abc'), tuple([1, [2]]), tuple(range(3)), tuple(t) is t, t[:] is t, () is (), tuple() == ())
print((1, 2) < (1, 3), (1, 2) < (1, 2, 0), (2,) > (1, 9), t == (1.0, 2.0, 3.0), t != [1, 2, 3], hash(t) == hash((1, 2, 3)), hash((1, (2, 3))) == hash((1.0, (2, 3))), max((1, 2), (1, 3)), sorted([(2, 'a'), (1, 'b')]))
print((1, 'a', None, 2.5, [1], {'k': ()}, (), ((),)), repr((1,)), str((1, 'x')), (lambda: (yield))().__class__.__name__, bool(()), bool((0,)))
u = ([], 1)
try:
    u[0] += [5]
except TypeError as e:
    print(e, u)
u[0].append(6)
print(u)
t2 = t
t2 += (4,)
print(t, t2)
attempt(lambda: t[3])
attempt(lambda: t[-4])
attempt(lambda: t['a'])
attempt(lambda: t.index(9))
attempt(lambda: t.index(1, 1))
attempt(lambda: t + [1])
attempt(lambda: t + 1)
attempt(lambda: t * 'a')
attempt(lambda: t.append(1))
attempt(lambda: hash((1, [])))
attempt(lambda: tuple(5))
attempt(lambda: tuple(1, 2))
attempt(lambda: tuple(iterable=[1]))
attempt(lambda: t.__setitem__)
attempt(lambda: t.count())
attempt(lambda: t())
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)

print('-- range')
for r in (range(5), range(2, 8), range(0, 10, 3), range(10, 0, -3), range(0), range(5, 5), range(3, 1), range(-5, -1), range(10 ** 20, 10 ** 20 + 3), range(0, 2 ** 64, 2 ** 62)):
    print(r, list(r), len(r), r[::-1], bool(r), r.start, r.stop, r.step, list(reversed(r)))
r = range(0, 100, 7)
print(r[0], r[-1], r[3], r[2:5], r[::2], r[5:2:-1], r[-3:], 14 in r, 15 in r, 14.0 in r, '14' in r, r.index(21), r.count(21), r.count(22), max(r), min(r), sum(r))
print(range(3) == range(0, 3, 1), range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3)), range(3) == [0, 1, 2], {range(3): 1}[range(0, 3)], range(True, 5), range(2)[True])
print(10 ** 30 in range(10 ** 31), len(range(10 ** 10)), range(10 ** 18)[10 ** 17], range(10 ** 30)[-1], range(-1, -10 ** 20, -10 ** 19)[3])
attempt(lambda: range())
attempt(lambda: range(1.0))
attempt(lambda: range('a'))
attempt(lambda: range(1, 2, 0))
attempt(lambda: range(1, 2, 3, 4))
attempt(lambda: range(5)[5])
attempt(lambda: range(5)['a'])
attempt(lambda: range(5).index(9))
attempt(lambda: range(5).index('x'))
attempt(lambda: len(range(10 ** 30)))
attempt(lambda: range(5) + range(3))
attempt(lambda: range(3) < range(4))
attempt(lambda: setattr(range(3), 'start', 1))
attempt(lambda: range(stop=3))
attempt(lambda: range(None))
attempt(lambda: range(3).append)
try:
    range(3)[0] = 1
except TypeError as e:
    print(e)
it = iter(range(3))
print(next(it), it.__length_hint__(), next(it), next(it), next(it, 'done'), iter(it) is it)
for i in range(3):
    i += 10
    print(i, end=' ')
for i in range(0):
    pass
print(i, [i for i in range(4, -1, -2)], [*range(3), *range(2)], [(i, j) for i in range(3) for j in range(i)])
total = 0
for i in range(10 ** 19, 10 ** 19 + 5):
    total += i
print(total, sum(range(10 ** 19, 10 ** 19 + 5)) == total, range(10 ** 19, 10 ** 19 + 5)[2])


class I:
    def __index__(self):
        return 4


print(range(I()), range(I(), 10, I()), [10, 20, 30, 40, 50][I()], 'abcdef'[I()], list(range(10))[I():], [0] * I(), 'ab' * I(), (1,) * I())
