# while, for, else, break, continue, pass, walrus, conditional expressions, del, short circuits.
i = 0
while i < 10:
    i += 1
    if i == 3:
        continue
    if i == 6:
        break
    print(i, end=' ')
else:
    print('never')
print('stopped at', i)
while i:
    i -= 2
else:
    print('ran out', i)
for x in []:
    pass
else:
    print('empty loop else')
for x in range(3):
    for y in range(3):
        if y == 2:
            break
        if x == 1:
            continue
        print((x, y), end=' ')
    else:
        print('no')
    if x == 2:
        break
else:
    print('no')
print()
for n in range(2, 30):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, end=' ')
print()
data = [5, 0, 3, None, 'x', [], [0]]
print([bool(v) and 'T' or 'F' for v in data], [v if v else 'empty' for v in data], 0 or [] or 'last', 1 and 2 and 3, 0 and undefined_name, 1 or undefined_name, not 0, not not [], None or False, '' and 5)
print('yes' if data else 'no', 'a' if 0 else 'b' if 0 else 'c', (lambda v: 'neg' if v < 0 else 'zero' if v == 0 else 'pos')(-1))
while (n := len(data)) > 4:
    data.pop()
print(n, data, (m := 5) + m, [last := k for k in range(4)][-1], last)
if (match := [w for w in ('apple', 'kiwi') if 'w' in w]):
    print('matched', match[0])


def evaluate(name, value):
    print(name, end='>')
    return value


print(evaluate('a', 0) or evaluate('b', 2) or evaluate('c', 3))
print(evaluate('a', 1) and evaluate('b', '') and evaluate('c', 3) or evaluate('d', 4))
print(evaluate('x', 1) if evaluate('cond', False) else evaluate('y', 2))
print(evaluate('l', 1) + evaluate('r', 2) * evaluate('m', 3) ** evaluate('p', 2))
d = {evaluate('k1', 1): evaluate('v1', 1), evaluate('k2', 2): evaluate('v2', 2)}
lst = [0] * 3
lst[evaluate('index', 1)] = evaluate('value', 9)
print(lst, d)
(lambda *a, **k: print(a, k))(evaluate('p1', 1), *evaluate('star', [2]), k=evaluate('kw', 3), **evaluate('dstar', {'z': 4}))
a, b, c = 1, [1, 2, 3], {'k': {'n': 5}}
del a
try:
    a
except NameError as e:
    print(e)
del b[0], c['k']['n']
print(b, c)
del (b), [c]
try:
    print(b)
except NameError as e:
    print(e)
try:
    del never_defined
except NameError as e:
    print(e)
x = 5
del x
x = 6
print(x)
count = 0
for i in range(5):
    count += i
    i = 100
print(i, count)
for i, *rest in [(1, 2, 3), 'ab']:
    print(i, rest, end=' ')
for obj in [lst][0], 'tuple':
    print(obj, end=' ')
for lst[0] in range(4):
    pass
for d['key'] in 'xyz':
    pass
print(lst, d)
total = 0
n = 27
steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
    total += n
print(steps, total)
it = iter(range(10))
for v in it:
    if v == 3:
        break
print(list(it))
outer = []
for i in range(3):
    try:
        for j in range(3):
            if j == i:
                raise StopIteration
            outer.append((i, j))
    except StopIteration:
        outer.append('stop')
        continue
    finally:
        outer.append('f')
print(outer)
pass; pass
if True: print('one line'); print('two statements')
for k in range(2): print(k, end=';')
while True: break
print()
result = [(i, j) for i in range(4) if i % 2 for j in 'ab' if j != 'a' or i > 1]
print(result, ... , Ellipsis is ..., __debug__, __name__)
big = 0
for i in range(0, 1000, 7):
    if i % 3 == 0:
        big += i
    elif i % 5 == 0:
        big -= i
    elif i > 900:
        break
    else:
        big ^= i
print(big, i)
