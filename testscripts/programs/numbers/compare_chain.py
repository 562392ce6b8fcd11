# Comparisons: chains, mixed types, identity, containers, and what cannot be ordered.

def side(n):
    print('<%d>' % n, end='')
    return n


print(side(1) < side(2) < side(3))
print(side(3) < side(2) < side(1))
print(side(1) < side(5) > side(3) != side(4) <= side(4))
print(1 < 2 == 2, (1 < 2) == 2, 1 < 3 > 2, 1 == 1.0 == True, 'a' < 'b' < 'c', not 1 < 2 < 3, 1 in [1] == True, (1 in [1]) == True)
print(1 < 2 < 3 < 4 < 5, 1 < 2 < 3 < 3 < 5, 3 is 3 if False else None)
x = 5
print(0 <= x < 10, 0 <= x < 5, x == 5 != 6, None is None is not 5, x in (5,) in [(5,)])

print('-- containers')
print([1, 2, 3] < [1, 2, 4], [1, 2] < [1, 2, 0], [] < [0], (1, 'a') < (1, 'b'), (2,) > (1, 99), [1, 2] == (1, 2), 'abc' < 'abd', 'Z' < 'a', '' < 'a')
print({1, 2} < {1, 2, 3}, {1} <= {1}, {1} < {1}, {3} < {1, 2}, {1, 2} > {2}, {1} == frozenset([1]), {1: 2} == {1: 2.0}, {1: 2} != {1: 3})
print(b'a' < b'b', bytearray(b'a') == b'a', 'a' == b'a', range(3) == range(0, 3, 1), range(0) == range(5, 5), [range(2)] == [range(2)], slice(1) == slice(1))
print([[1, 2], [3]] < [[1, 2], [4]], [1, [2, [3]]] == [1, [2, [3]]], (1, 2) != (1, 2), [float('nan')] == [float('nan')])


def attempt(label, f):
    try:
        print(label, f())
    except TypeError as e:
        print(label, 'TypeError:', e)


attempt('int<str', lambda: 1 < 'a')
attempt('str<int', lambda: 'a' < 1)
attempt('None<None', lambda: None < None)
attempt('list<tuple', lambda: [1] < (1,))
attempt('dict<dict', lambda: {} < {})
attempt('dict>=list', lambda: {} >= [])
attempt('set<list', lambda: {1} < [1])
attempt('list of mixed', lambda: [1, 'a'] < [1, 2])
attempt('equal prefix', lambda: [1, 'a'] < [2, 2])
attempt('object>object', lambda: object() > object())
attempt('type<type', lambda: int < str)
attempt('range<range', lambda: range(3) < range(4))
attempt('func<func', lambda: print < len)
attempt('complex', lambda: 1j <= 1)
attempt('bytes<str', lambda: b'a' < 'a')
attempt('max mixed', lambda: max(1, 'a'))
attempt('min mixed', lambda: min([3, None]))
attempt('sorted mixed', lambda: sorted([3, 'a', 1]))
attempt('None in sort', lambda: [2, None].sort())
attempt('not iterable in', lambda: 1 in 5)
attempt('str in int', lambda: 1 in 'abc')
attempt('in type', lambda: 1 in int)

print('-- identity')
a = [1]
b = a
c = [1]
print(a is b, a is c, a is not c, a == c, None is None, True is True, () is (), '' is str(), Ellipsis is ..., NotImplemented is NotImplemented)
print(type(1) is int, type(type) is type, int is int, 256 is int('256'), (lambda: a)() is a, [a][0] is a, {'k': a}['k'] is b)
print(1 == True, 1 is True, 0 == False, '1' == 1, None == 0, None == False, [] == False, 0.0 == False, [] == [], {} == {}, set() == frozenset(), object() == object())


class Odd:
    def __eq__(self, other):
        return 'eq'

    def __lt__(self, other):
        return []

    def __contains__(self, item):
        return 'yes'


o = Odd()
print(o == 1, 1 == o, o != 1, o < 1, 1 > o, o == o != 3, 5 in o, 5 not in o, o < 2 < 3, not (o == 1), [o] == [1])
try:
    print(hash(o))
except TypeError as e:
    print(e)
