# repr of recursive structures, copying, deep structures, equality of cycles.
a = []
a.append(a)
d = {}
d['me'] = d
t = ([],)
t[0].append(t)
s = [1, {'k': [2]}]
s[1]['up'] = s
print(a, d, t, s)
print(str(a), f'{d}', '%s' % (t,), [a, a], {'x': d, 'l': a})
print(len(a), a[0][0][0] is a, a == a, d == d, a in a)
b = [a]
try:
    c = []
    c.append(c)
    print(a == c)
except RecursionError as e:
    print('RecursionError', 'comparison' in str(e))
deep = None
for i in range(50):
    deep = [i, deep]
print(deep)
n, depth = deep, 0
while n is not None:
    n = n[1]
    depth += 1
print(depth)


class Node:
    def __init__(self, name, *children):
        self.name, self.children = name, list(children)

    def __repr__(self):
        return f'Node({self.name!r}, {self.children!r})' if self.children else f'Node({self.name!r})'


tree = Node('root', Node('a', Node('a1'), Node('a2')), Node('b'))
print(tree)


def walk(node, depth=0):
    yield depth, node.name
    for c in node.children:
        yield from walk(c, depth + 1)


for depth, name in walk(tree):
    print('  ' * depth + name)


def deepcopy(x, memo=None):
    memo = {} if memo is None else memo
    if id(x) in memo:
        return memo[id(x)]
    if isinstance(x, list):
        memo[id(x)] = out = []
        out.extend(deepcopy(i, memo) for i in x)
        return out
    if isinstance(x, dict):
        memo[id(x)] = out = {}
        for k, v in x.items():
            out[k] = deepcopy(v, memo)
        return out
    return x


orig = {'list': [1, 2, [3]], 'self': None}
orig['self'] = orig
copy = deepcopy(orig)
copy['list'][2].append(4)
print(orig, copy, copy['self'] is copy, orig['self'] is orig)


def flatten(x):
    for i in x:
        if isinstance(i, (list, tuple)):
            yield from flatten(i)
        else:
            yield i


print(list(flatten([1, [2, (3, [4, [5]], 6)], [], 7])))
inventory = {'fruits': {'apple': {'qty': 3, 'price': 1.2}, 'kiwi': {'qty': 0, 'price': 0.3}}, 'tools': {}}
inventory['tools'].setdefault('hammer', {}).setdefault('qty', 0)
inventory['tools']['hammer']['qty'] += 2
for kind, things in inventory.items():
    for thing, info in sorted(things.items()):
        print(kind, thing, {k: info[k] for k in sorted(info)}, info.get('price', 'n/a'))
matrix = [[i * 3 + j for j in range(3)] for i in range(3)]
print(matrix, [list(r) for r in zip(*matrix)], [row[::-1] for row in matrix], sum(matrix, []), [matrix[i][i] for i in range(3)], [max(r) for r in matrix])
print([[1, 2], [3]] + [[4]], [[1, 2], [3]] == [[1, 2], [3]], {'a': [1, {'b': (2, {3})}]} == {'a': [1, {'b': (2, {3})}]}, [(1, [2])].index((1, [2])), [[1], [2]].count([1]))
groups = {}
for w in 'apple avocado banana blueberry cherry'.split():
    groups.setdefault(w[0], []).append(w)
print(groups, {k: len(v) for k, v in groups.items()}, max(groups, key=lambda k: len(groups[k])))


class Recursive(list):
    def __repr__(self):
        return 'R' + super().__repr__()


r = Recursive([1])
r.append(r)
print(r)
