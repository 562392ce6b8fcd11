# Assignment expressions in every position, and their scopes in comprehensions, lambdas, classes and conditions.
if (n := len('hello')) > 3:
    print(n)
while (n := n - 1) > 2:
    print(n, end=' ')
print(n)
print([y := 1, y ** 2, y + 1], (z := 5, z), {(k := 'key'): (v := 'value')}, k, v, f'{(w := 3)}', w, f'{w:=5}', (lambda: (q := 4) + q)())
print([last := x for x in range(4)], last, [x for x in range(10) if (h := x * 2) > 14], h, any((hit := c) in 'xyz' for c in 'abxq'), hit, {(m := i) for i in range(3)} == {0, 1, 2}, m, {i: (t := i * i) for i in range(3)}, t)
total = 0
print([total := total + i for i in range(5)], total, max(b := [3, 1, 2]), b, print(p := 'printed'), p)


def scopes():
    a = [inner := i for i in range(3)]
    b = [[deep := (i, j) for j in range(2)] for i in range(2)]
    c = list(gen := i for i in range(3))
    f = lambda: (lam := 1)
    f()
    return inner, deep, gen, 'lam' in locals(), sorted(locals())


print(scopes())


def nonlocal_scope():
    x = 0

    def inner():
        nonlocal x
        return [x := x + i for i in range(4)]
    return inner(), x


g = 0


def global_scope():
    global g
    return [g := g + i for i in range(4)]


print(nonlocal_scope(), global_scope(), g)


class C:
    a = (b := 5) + 1
    if (c := a):
        pass


print(C.a, C.b, C.c)


def chunks(data, size):
    it = iter(data)
    while chunk := [x for _, x in zip(range(size), it)]:
        yield chunk


print(list(chunks(range(7), 3)))


def read_all(lines):
    it = iter(lines)
    out = []
    while (line := next(it, None)) is not None and not (done := line == 'stop'):
        out.append(line)
    return out, line, done


print(read_all(['a', 'b', 'stop', 'c']))


def parse(s):
    if (m := s.find('=')) >= 0:
        return s[:m], s[m + 1:]
    elif (m := s.find(':')) >= 0:
        return s[:m], int(s[m + 1:])
    return None, m


print(parse('a=b'), parse('n:5'), parse('none'))
x = 1
print(x, (x := x + 1), x, (x := 10) + x, x + (x := 20), (x := 3) if (x := 0) else x, x)
print((a := 1, b := 2), a, b, (c := (1, 2)), c, (d := 1,), d)
y = (lambda v=(dflt := 5): v)()
print(y, dflt, [(lambda: i)() for i in range(2)], (e := lambda: 'called')(), [i for i in range(5) if (even := i % 2 == 0)], even)
print({**(opts := {'a': 1}), 'b': 2}, opts, *(items := [1, 2]), items, (s := slice(1, 3)), 'abcdef'[s], 'abcdef'[(lo := 1):(hi := 4)], lo, hi)
assert (ok := True), 'never'
with (ctx := type('CM', (), {'__enter__': lambda self: 'entered', '__exit__': lambda self, *a: False})()) as cm:
    print(cm, type(ctx).__name__)
try:
    raise (err := ValueError('made here'))
except ValueError as caught:
    print(caught is err)
for i in (seq := [1, 2]):
    seq.append(i) if len(seq) < 4 else None
print(seq, ok)
match (point := (1, 2)):
    case (px, py) if (dist := px + py) > 2:
        print(point, dist)
del (n)
try:
    n
except NameError as e:
    print(e)
fib = [0, 1]
while (nxt := fib[-1] + fib[-2]) < 60:
    fib.append(nxt)
print(fib, nxt)
print(sum((k := j) * 2 for j in range(4)), k, [row for row in [[1, -1], [2, 3]] if (s := sum(row))], s, not (neg := -5) > 0, neg, ~(bits := 6), -(num := 2) ** 2, num, (num := num + 1) * (num := num + 1), num)
