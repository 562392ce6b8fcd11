# Graph algorithms: Dijkstra, BFS, DFS, topological order, components, Kruskal, Floyd-Warshall, SCC, max flow.
EDGES = [('A', 'B', 4), ('A', 'C', 2), ('C', 'B', 1), ('B', 'D', 5), ('C', 'D', 8), ('C', 'E', 10), ('D', 'E', 2), ('E', 'F', 3), ('D', 'F', 6)]


def graph(edges, directed=False):
    g = {}
    for a, b, w in edges:
        g.setdefault(a, {})[b] = w
        g.setdefault(b, {})
        if not directed:
            g[b][a] = w
    return g


class Heap:
    def __init__(self):
        self.a = []

    def push(self, x):
        a = self.a
        a.append(x)
        i = len(a) - 1
        while i and a[(i - 1) // 2] > a[i]:
            a[(i - 1) // 2], a[i] = a[i], a[(i - 1) // 2]
            i = (i - 1) // 2

    def pop(self):
        a = self.a
        top, last = a[0], a.pop()
        if a:
            a[0], i = last, 0
            while True:
                k = 2 * i + 1
                if k + 1 < len(a) and a[k + 1] < a[k]:
                    k += 1
                if k >= len(a) or a[i] <= a[k]:
                    break
                a[i], a[k] = a[k], a[i]
                i = k
        return top

    def __bool__(self):
        return bool(self.a)


def dijkstra(g, start):
    dist, prev, heap = {start: 0}, {}, Heap()
    heap.push((0, start))
    while heap:
        d, u = heap.pop()
        if d > dist[u]:
            continue
        for v, w in g[u].items():
            if d + w < dist.get(v, float('inf')):
                dist[v], prev[v] = d + w, u
                heap.push((d + w, v))
    return dist, prev


def path(prev, end):
    out = [end]
    while out[-1] in prev:
        out.append(prev[out[-1]])
    return out[::-1]


g = graph(EDGES)
dist, prev = dijkstra(g, 'A')
for n in sorted(dist):
    print(n, dist[n], '->'.join(path(prev, n)))


def bfs(g, start):
    order, queue = {start: 0}, [start]
    for u in queue:
        for v in sorted(g[u]):
            if v not in order:
                order[v] = order[u] + 1
                queue.append(v)
    return order


def dfs(g, u, seen=None):
    seen = {u} if seen is None else seen
    yield u
    for v in sorted(g[u]):
        if v not in seen:
            seen.add(v)
            yield from dfs(g, v, seen)


print(bfs(g, 'A'), list(dfs(g, 'A')))
TASKS = {'shirt': ['tie', 'belt'], 'tie': ['jacket'], 'trousers': ['shoes', 'belt'], 'belt': ['jacket'], 'socks': ['shoes'], 'shoes': [], 'jacket': []}


def topological(deps):
    indeg = {n: 0 for n in deps}
    for outs in deps.values():
        for o in outs:
            indeg[o] += 1
    ready, order = sorted(n for n in deps if not indeg[n]), []
    while ready:
        n = ready.pop(0)
        order.append(n)
        for o in deps[n]:
            indeg[o] -= 1
            if not indeg[o]:
                ready.append(o)
        ready.sort()
    if len(order) < len(deps):
        raise ValueError(f'cycle among {sorted(set(deps) - set(order))}')
    return order


print(topological(TASKS))
try:
    topological({'a': ['b'], 'b': ['c'], 'c': ['b'], 'd': ['a']})
except ValueError as e:
    print(e)


class UnionFind:
    def __init__(self, items):
        self.parent = {i: i for i in items}
        self.size = dict.fromkeys(self.parent, 1)

    def find(self, x):
        while self.parent[x] != x:
            self.parent[x] = x = self.parent[self.parent[x]]
        return x

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self.size[a] < self.size[b]:
            a, b = b, a
        self.parent[b] = a
        self.size[a] += self.size[b]
        return True


uf = UnionFind('ABCDEF')
tree = [(a, b, w) for a, b, w in sorted(EDGES, key=lambda e: (e[2], e)) if uf.union(a, b)]
print(tree, sum(w for *_, w in tree))


def floyd(g):
    nodes = sorted(g)
    d = {a: {b: 0 if a == b else g[a].get(b, float('inf')) for b in nodes} for a in nodes}
    for k in nodes:
        for i in nodes:
            for j in nodes:
                if d[i][k] + d[k][j] < d[i][j]:
                    d[i][j] = d[i][k] + d[k][j]
    return d


for a, row in floyd(graph(EDGES, True)).items():
    print(a, *(f'{v:>4}' for v in row.values()))


def scc(g):
    index, low, stack, on, out = {}, {}, [], set(), []

    def visit(v):
        index[v] = low[v] = len(index)
        stack.append(v)
        on.add(v)
        for w in g[v]:
            if w not in index:
                visit(w)
                low[v] = min(low[v], low[w])
            elif w in on:
                low[v] = min(low[v], index[w])
        if low[v] == index[v]:
            comp = []
            while not comp or comp[-1] != v:
                comp.append(stack.pop())
                on.discard(comp[-1])
            out.append(sorted(comp))
    for v in g:
        if v not in index:
            visit(v)
    return out


print(scc({1: [2], 2: [3], 3: [1, 4], 4: [5], 5: [6], 6: [4, 7], 7: [], 8: [7, 8]}))


def max_flow(cap, s, t):
    flow = 0
    while True:
        parent, queue = {s: None}, [s]
        for u in queue:
            for v, c in cap[u].items():
                if c > 0 and v not in parent:
                    parent[v] = u
                    queue.append(v)
        if t not in parent:
            return flow
        v, amount = t, float('inf')
        while parent[v] is not None:
            amount = min(amount, cap[parent[v]][v])
            v = parent[v]
        v = t
        while parent[v] is not None:
            u = parent[v]
            cap[u][v] -= amount
            cap[v][u] = cap[v].get(u, 0) + amount
            v = u
        flow += amount


print(max_flow({'s': {'a': 10, 'b': 5}, 'a': {'b': 15, 't': 5}, 'b': {'t': 10}, 't': {}}, 's', 't'))
