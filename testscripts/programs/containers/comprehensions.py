# Comprehensions of every kind: scopes, conditions, nesting, errors, evaluation order.
print([x * x for x in range(5)], {x % 3 for x in range(9)}, {x: x ** 2 for x in range(4)}, tuple(x for x in 'abc'), [x for x in range(20) if x % 2 if x % 3], [(x, y) for x in range(3) for y in range(x, 3)], [[y for y in range(x)] for x in range(4)])
print([x if x > 2 else -x for x in range(5)], [x for xs in [[1, 2], [3], []] for x in xs], {k: v for k, v in zip('ab', (1, 2))}, {v: k for k, v in {'a': 1, 'b': 2}.items()}, [a + b for a, b in [(1, 2), (3, 4)]], [a for a, *b in ['xyz', 'pq']], [i for i, in [(1,), (2,)]])
print(sum(x for x in range(10)), max((len(w), w) for w in ['a', 'bbb', 'cc']), ','.join(str(x) for x in [1, 2]), any(x > 3 for x in range(5)), all(x > 3 for x in range(5)), sorted((x for x in 'cab'), reverse=True), dict((c, ord(c)) for c in 'ab'), set(c for c in 'aab') == {'a', 'b'}, list(map(lambda x: [x for _ in range(x)], range(3))))

x = 'outer'
r = [x for x in range(3)]
print(x, r)
y = 10
print([y + i for i in range(3)], [y := y + i for i in range(3)], y)


def scopes():
    n = 2
    fs = [lambda: n for _ in range(2)]
    gs = [lambda: i for i in range(3)]
    hs = [lambda i=i: i for i in range(3)]
    n = 5
    return [f() for f in fs], [g() for g in gs], [h() for h in hs], 'i' in locals(), sorted(locals())


print(scopes())


class C:
    a = [1, 2, 3]
    b = [v * 2 for v in a]
    factor = 3
    d = list(v for v in a)
    try:
        e = [v * factor for v in a]
    except NameError as err:
        e = str(err)
    f = {k: k for k in [v for v in a]}


print(C.b, C.d, C.e, C.f, hasattr(C, 'v'))


def locals_in_comp(p):
    q = 3
    return [sorted(locals()) for z in range(1)], [sorted(locals().items()) for z in 'k']


print(locals_in_comp(1))
z = 'global z'


def shadow():
    z = 'local z'
    a = [z for z in range(2)]
    b = [z for _ in range(2)]
    return a, b, z, [[z for z in range(z)] for z in range(3)], (lambda: [z for z in 'ab'] + [z])()


print(shadow(), z)


def restores():
    try:
        w
    except UnboundLocalError as e:
        print(e)
    try:
        print([w for w in range(3)])
        w
    except UnboundLocalError as e:
        print(e)
    w = 1
    try:
        [1 / w for w in (1, 0)]
    except ZeroDivisionError:
        print('w after error', w)
    del w
    [w for w in range(2)]
    try:
        w
    except UnboundLocalError as e:
        print(e)


restores()


def log(tag, value):
    print(tag, end=' ')
    return value


print([log('elt', (a, b)) for a in log('outer', [1, 2]) if log('if', True) for b in log('inner', 'x')])
print({log('key', i): log('val', i) for i in log('it', [1, 2])})
g = (log('lazy', i) for i in log('eager', [1, 2]))
print('made')
print(next(g), next(g), next(g, 'end'))
for f in (lambda: [i for i in 5], lambda: (i for i in 5), lambda: [undefined for i in [1]], lambda: [i for i in range(3) if undefined2], lambda: [[] for [] in [[1]]], lambda: [a for a, b in [(1, 2, 3)]], lambda: {[]: 1 for i in [1]}, lambda: [i.foo for i in [1]], lambda: {[] for i in [1]}):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print([(a, b) for a in range(4) if (b := a * 2) > 2], b, [last := c for c in 'xyz'], last)
print([[row[i] for row in [[1, 2, 3], [4, 5, 6]]] for i in range(3)], [n for n in range(2, 40) if all(n % d for d in range(2, int(n ** .5) + 1))], [(a, b, c) for c in range(1, 26) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c])
fib = [0, 1]
print([fib.append(fib[-1] + fib[-2]) or fib[-1] for _ in range(10)], len(fib))
print([i for i in range(3)] + [i for i in range(2)], [*(i for i in 'ab'), *[i for i in 'cd']], {**{i: 1 for i in 'a'}, **{i: 2 for i in 'b'}}, [lambda: 1 for _ in ()], [... for _ in range(2)], [(yield_ := i) for i in range(2)], not [i for i in ()])
