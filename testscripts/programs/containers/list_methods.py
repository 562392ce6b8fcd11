# list: every method, slice assignment, deletion, repetition, errors.

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


a = [3, 1, 2]
a.append(5); print(a)
a.extend([7, 8]); print(a)
a.extend('xy'); print(a)
a.insert(0, 'first'); a.insert(100, 'last'); a.insert(-1, 'before last'); print(a)
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove('x'); print(a)
a.reverse(); print(a)
print(a.index(3), a.index(5), a.count(3), a.copy(), a.copy() is a, 7 in a, 'q' in a)
a.clear(); print(a)
a += (1, 2); a += 'ab'; a += {5: 6}; a *= 2; print(a)
a = [1, 2, 3, 4, 5, 6]
print(a.index(3, 1), a.index(4, -4), a.index(2, 0, 3))
print(a + [7], a * 0, [0] * 3, 2 * [1, 2], [] + [], [[]] * 2)

print('-- slice assignment')
a[1:3] = ['x']; print(a)
a[1:1] = [10, 20]; print(a)
a[::2] = 'wxyz'[:len(a[::2])]; print(a)
a[10:] = [9]; print(a)
a[:0] = range(2); print(a)
a[-2:] = []; print(a)
a[:] = a; print(a)
a[1:3] = a; print(a)
a[5:2] = ['mid']; print(a)
del a[1:4]; print(a)
del a[::2]; print(a)
del a[-1]; print(a)
del a[:]; print(a)
a = list(range(10))
a[::3] = [100] * 4; print(a)
a[8:1:-3] = 'xyz'; print(a)
del a[8:1:-3]; print(a)
a[2:2] = (i * i for i in range(3)); print(a)

print('-- errors')
a = [1, 2, 3]
attempt(lambda: a[3])
attempt(lambda: a[-4])
attempt(lambda: a['0'])
attempt(lambda: a[1.0])
attempt(lambda: a[None])
attempt(lambda: a[1, 2])
attempt(lambda: a.__setitem__(5, 0))
attempt(lambda: a.__setitem__('x', 0))
attempt(lambda: a.__delitem__(5))
attempt(lambda: a.pop(5))
attempt(lambda: [].pop())
attempt(lambda: a.pop('x'))
attempt(lambda: a.remove(9))
attempt(lambda: a.index(9))
attempt(lambda: a.index(1, 2))
attempt(lambda: a.insert(1))
attempt(lambda: a.insert('x', 1))
attempt(lambda: a.append())
attempt(lambda: a.append(1, 2))
attempt(lambda: a.extend(5))
attempt(lambda: a.extend(None))
attempt(lambda: a + (1,))
attempt(lambda: a + 'x')
attempt(lambda: a * 'x')
attempt(lambda: a * 1.5)
attempt(lambda: a * [1])
attempt(lambda: a.__iadd__(5))
attempt(lambda: a.__setitem__(slice(0, 1), 5))
attempt(lambda: a.__setitem__(slice(0, 3, 2), [1]))
attempt(lambda: a.__setitem__(slice(None, None, 0), [1]))
attempt(lambda: hash(a))
attempt(lambda: list(5))
attempt(lambda: list(1, 2))
attempt(lambda: list(x=1))
attempt(lambda: a.nope)
attempt(lambda: a.sort(1))
attempt(lambda: a.sort(key=1))
attempt(lambda: a.sort(foo=1))
attempt(lambda: [3, 'a'].sort())
attempt(lambda: a.push(1))
attempt(lambda: a.copy(1))
attempt(lambda: a.count())
attempt(lambda: a.reverse(1))
attempt(lambda: a < 5)
attempt(lambda: a[0:1:0])
attempt(lambda: list.append(5, 1))
attempt(lambda: list.append())
attempt(lambda: setattr(a, 'x', 1))
try:
    a += 5
except TypeError as e:
    print(e, a)
try:
    del a[9]
except IndexError as e:
    print(e)

print('-- aliasing')
grid = [[0] * 3] * 2
grid[0][1] = 5
print(grid, grid[0] is grid[1])
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
print(grid)
b = a
b += [4]
b = b + [5]
print(a, b, a is b)
r = [1]
r.append(r)
print(r, r[1] is r, len(r), repr([r, (r,)]))
n = [1, [2, [3, [4]]]]
c = n.copy()
c[1][0] = 'changed'
print(n, c, n == c)
for x in (a := [1, 2, 3, 4]):
    if x == 2:
        a.remove(x)
    print(x, a, end='; ')
print()
for x in (a := [1, 2]):
    if len(a) < 6:
        a.append(x * 10)
print(a, [x for x in a if x > 5], [i for i, x in enumerate(a) if x % 20 == 0])
