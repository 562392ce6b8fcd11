# Search trees: BST with deletion, AVL, heap, treap-free balanced structures, Fenwick and segment trees.
class BST:
    class Node:
        __slots__ = 'key', 'value', 'left', 'right'

        def __init__(self, key, value):
            self.key, self.value, self.left, self.right = key, value, None, None

    def __init__(self, items=()):
        self.root, self.n = None, 0
        for k, v in items:
            self[k] = v

    def __setitem__(self, key, value):
        def put(node):
            if node is None:
                self.n += 1
                return self.Node(key, value)
            if key < node.key:
                node.left = put(node.left)
            elif key > node.key:
                node.right = put(node.right)
            else:
                node.value = value
            return node
        self.root = put(self.root)

    def __getitem__(self, key):
        node = self.root
        while node:
            if key == node.key:
                return node.value
            node = node.left if key < node.key else node.right
        raise KeyError(key)

    def __delitem__(self, key):
        def remove(node, key):
            if node is None:
                raise KeyError(key)
            if key < node.key:
                node.left = remove(node.left, key)
            elif key > node.key:
                node.right = remove(node.right, key)
            elif node.left and node.right:
                small = node.right
                while small.left:
                    small = small.left
                node.key, node.value = small.key, small.value
                node.right = remove(node.right, small.key)
            else:
                return node.left or node.right
            return node
        self.root = remove(self.root, key)
        self.n -= 1

    def __iter__(self):
        stack, node = [], self.root
        while stack or node:
            while node:
                stack.append(node)
                node = node.left
            node = stack.pop()
            yield node.key, node.value
            node = node.right

    def __len__(self):
        return self.n

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def height(self, node=...):
        node = self.root if node is ... else node
        return 0 if node is None else 1 + max(self.height(node.left), self.height(node.right))

    def levels(self):
        row, out = [self.root], []
        while any(row):
            out.append([n.key if n else '.' for n in row])
            row = [c for n in row for c in ((n.left, n.right) if n else (None, None))]
        return out


t = BST((k, k * k) for k in (50, 30, 70, 20, 40, 60, 80, 35, 45, 65))
print(list(t), len(t), t.height(), t[35], 45 in t, 46 in t)
print(t.levels())
for k in (20, 30, 50, 70):
    del t[k]
    print(k, [key for key, _ in t], t.levels()[0], len(t))
for f in (lambda: t[99], lambda: t.__delitem__(99)):
    try:
        f()
    except KeyError as e:
        print('KeyError', e)


class AVL:
    def __init__(self):
        self.root, self.rotations = None, 0

    def insert(self, key):
        self.root = self._insert(self.root, key)

    def _h(self, n):
        return n[3] if n else 0

    def _make(self, key, l, r):
        return (key, l, r, 1 + max(self._h(l), self._h(r)))

    def _balance(self, key, l, r):
        if self._h(l) > self._h(r) + 1:
            self.rotations += 1
            lk, ll, lr, _ = l
            if self._h(ll) >= self._h(lr):
                return self._make(lk, ll, self._make(key, lr, r))
            k, a, b, _ = lr
            return self._make(k, self._make(lk, ll, a), self._make(key, b, r))
        if self._h(r) > self._h(l) + 1:
            self.rotations += 1
            rk, rl, rr, _ = r
            if self._h(rr) >= self._h(rl):
                return self._make(rk, self._make(key, l, rl), rr)
            k, a, b, _ = rl
            return self._make(k, self._make(key, l, a), self._make(rk, b, rr))
        return self._make(key, l, r)

    def _insert(self, node, key):
        if node is None:
            return (key, None, None, 1)
        k, l, r, _ = node
        if key < k:
            return self._balance(k, self._insert(l, key), r)
        if key > k:
            return self._balance(k, l, self._insert(r, key))
        return node

    def walk(self, node=...):
        node = self.root if node is ... else node
        if node:
            yield from self.walk(node[1])
            yield node[0]
            yield from self.walk(node[2])


avl = AVL()
for k in range(1, 64):
    avl.insert(k)
print(avl.root[0], avl.root[3], avl.rotations, list(avl.walk())[:8])
avl = AVL()
for i in range(200):
    avl.insert(i * 73 % 211)
print(avl.root[0], avl.root[3], avl.rotations, list(avl.walk()) == sorted({i * 73 % 211 for i in range(200)}))


class Fenwick:
    def __init__(self, n):
        self.t = [0] * (n + 1)

    def add(self, i, v):
        i += 1
        while i < len(self.t):
            self.t[i] += v
            i += i & -i

    def sum(self, i):
        s = 0
        while i:
            s += self.t[i]
            i &= i - 1
        return s


f = Fenwick(10)
for i, v in enumerate([3, 2, -1, 6, 5, 4, -3, 3, 7, 2]):
    f.add(i, v)
print([f.sum(i) for i in range(11)], f.sum(8) - f.sum(3), f.t)


class Segment:
    def __init__(self, xs, op, zero):
        self.n, self.op, self.zero = len(xs), op, zero
        self.t = [zero] * self.n + list(xs)
        for i in range(self.n - 1, 0, -1):
            self.t[i] = op(self.t[2 * i], self.t[2 * i + 1])

    def __setitem__(self, i, v):
        i += self.n
        self.t[i] = v
        while i > 1:
            i //= 2
            self.t[i] = self.op(self.t[2 * i], self.t[2 * i + 1])

    def __getitem__(self, s):
        l, r, left, right = s.start + self.n, s.stop + self.n, self.zero, self.zero
        while l < r:
            if l & 1:
                left = self.op(left, self.t[l])
                l += 1
            if r & 1:
                r -= 1
                right = self.op(self.t[r], right)
            l, r = l // 2, r // 2
        return self.op(left, right)


data = [5, 8, 6, 3, 2, 7, 2, 6]
mins, sums, cat = Segment(data, min, float('inf')), Segment(data, lambda a, b: a + b, 0), Segment(list('segments'), lambda a, b: a + b, '')
print(mins[0:8], mins[1:4], mins[3:3], sums[2:6], sums[0:8], cat[1:5])
mins[4], sums[4] = 10, 10
print(mins[0:8], mins[3:6], sums[0:8])


class Heap:
    def __init__(self, items=(), key=lambda x: x):
        self.key, self.a = key, []
        for i in items:
            self.push(i)

    def push(self, item):
        self.a.append(item)
        i = len(self.a) - 1
        while i and self.key(self.a[i]) < self.key(self.a[(i - 1) // 2]):
            self.a[i], self.a[(i - 1) // 2] = self.a[(i - 1) // 2], self.a[i]
            i = (i - 1) // 2

    def pop(self):
        self.a[0], self.a[-1] = self.a[-1], self.a[0]
        out, i = self.a.pop(), 0
        while (c := min((j for j in (2 * i + 1, 2 * i + 2) if j < len(self.a)), key=lambda j: self.key(self.a[j]), default=None)) is not None and self.key(self.a[c]) < self.key(self.a[i]):
            self.a[i], self.a[c] = self.a[c], self.a[i]
            i = c
        return out


h = Heap([5, 3, 8, 1, 9, 2])
print(h.a, [h.pop() for _ in range(6)])
h = Heap('the quick brown fox jumps over a lazy dog'.split(), key=lambda w: (-len(w), w))
print([h.pop() for _ in range(9)])


def build(preorder, inorder):
    if not inorder:
        return None
    i = inorder.index(preorder[0])
    return (preorder[0], build(preorder[1:i + 1], inorder[:i]), build(preorder[i + 1:], inorder[i + 1:]))


def post(t):
    return post(t[1]) + post(t[2]) + t[0] if t else ''


def draw(t, pad='', mark=''):
    if t:
        yield from draw(t[2], pad + '  ', '/')
        yield pad + mark + t[0]
        yield from draw(t[1], pad + '  ', '\\')


tree = build('FBADCEGIH', 'ABCDEFGHI')
print(tree, post(tree), *draw(tree), sep='\n')
