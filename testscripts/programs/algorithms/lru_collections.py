# Data structures by hand: LRU cache, linked list, ring buffer, queue, multiset, default and ordered mappings, bloom filter.
from _collections import OrderedDict, defaultdict, deque


class LRU:
    class Node:
        __slots__ = 'key', 'value', 'prev', 'next'

    def __init__(self, size):
        self.size, self.map, self.hits, self.misses = size, {}, 0, 0
        self.head = self.Node()
        self.head.prev = self.head.next = self.head

    def _unlink(self, n):
        n.prev.next, n.next.prev = n.next, n.prev

    def _front(self, n):
        n.prev, n.next = self.head, self.head.next
        n.next.prev = self.head.next = n

    def get(self, key, default=None):
        n = self.map.get(key)
        if n is None:
            self.misses += 1
            return default
        self.hits += 1
        self._unlink(n)
        self._front(n)
        return n.value

    def put(self, key, value):
        if key in self.map:
            n = self.map[key]
            self._unlink(n)
        else:
            if len(self.map) == self.size:
                old = self.head.prev
                self._unlink(old)
                del self.map[old.key]
            n = self.map[key] = self.Node()
            n.key = key
        n.value = value
        self._front(n)

    def __iter__(self):
        n = self.head.next
        while n is not self.head:
            yield n.key, n.value
            n = n.next


c = LRU(3)
for op in ('a1', 'b2', 'c3', '?a', 'd4', '?b', 'a9', 'e5', '?c', '?d'):
    if op[0] == '?':
        print(op, c.get(op[1]), end=' ')
    else:
        c.put(op[0], int(op[1]))
    print(list(c))
print(c.hits, c.misses)


class LinkedList:
    class Node:
        def __init__(self, v, nxt=None):
            self.v, self.next = v, nxt

    def __init__(self, xs=()):
        self.head = None
        for x in reversed(list(xs)):
            self.head = self.Node(x, self.head)

    def __iter__(self):
        n = self.head
        while n:
            yield n.v
            n = n.next

    def reverse(self):
        prev, n = None, self.head
        while n:
            n.next, prev, n = prev, n, n.next
        self.head = prev
        return self

    def middle(self):
        slow = fast = self.head
        while fast and fast.next:
            slow, fast = slow.next, fast.next.next
        return slow.v if slow else None

    def has_cycle(self):
        slow = fast = self.head
        while fast and fast.next:
            slow, fast = slow.next, fast.next.next
            if slow is fast:
                return True
        return False

    def __repr__(self):
        return ' -> '.join(map(repr, self)) or 'empty'


l = LinkedList([1, 2, 3, 4, 5])
print(l, l.middle(), l.reverse(), l.has_cycle(), LinkedList())
l.head.next.next.next = l.head
print(l.has_cycle())

print('-- deque')
d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0)
print(d, d.maxlen, len(d), d[0], d[-1], list(reversed(d)), 3 in d)
d.rotate(1); print(d)
d.rotate(-2); print(d, d.pop(), d.popleft(), d)
d.extend('ab'); d.extendleft('xy'); print(d, d.count('a'), d.index('x'), d == deque(d), d.copy())
d.insert(1, 'z') if len(d) < 4 else None
d.remove('y'); d[0] = 'first'; del d[1]
print(d, deque(), deque('abc') + deque('d'), deque('ab') * 2, deque('ab', 1), bool(deque()), sorted(deque([3, 1])))
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: d.remove(99), lambda: d[99], lambda: deque(5), lambda: deque([1], -1), lambda: hash(d), lambda: d.index('nope'), lambda: deque([1, 2]) + [3], lambda: deque('ab', 2).insert(0, 'c'), lambda: d.nope, lambda: d['a']):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    for x in (q := deque([1, 2])):
        q.append(3)
except RuntimeError as e:
    print(e)

print('-- defaultdict')
dd = defaultdict(list)
for k, v in [('a', 1), ('b', 2), ('a', 3)]:
    dd[k].append(v)
print(dd, dd['new'], dd.get('other'), 'other' in dd, dict(dd), dd.default_factory, defaultdict(int, x=5), defaultdict(None, {1: 2}))
counts = defaultdict(int)
for ch in 'mississippi':
    counts[ch] += 1
print(dict(counts), defaultdict(lambda: defaultdict(int))['a']['b'])
for f in (lambda: defaultdict()['x'], lambda: defaultdict(5), lambda: defaultdict(lambda: 1 / 0)['k']):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

print('-- OrderedDict')
od = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
od.move_to_end('a')
od.move_to_end('c', last=False)
print(od, list(od), od.popitem(), od.popitem(last=False), od, od == {'b': 2}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {'b': 2, 'a': 1}, list(reversed(OrderedDict(x=1, y=2))), OrderedDict())
for f in (lambda: od.move_to_end('zz'), lambda: OrderedDict().popitem(), lambda: od['q']):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Ring:
    def __init__(self, n):
        self.buf, self.start, self.count = [None] * n, 0, 0

    def push(self, x):
        self.buf[(self.start + self.count) % len(self.buf)] = x
        if self.count == len(self.buf):
            self.start = (self.start + 1) % len(self.buf)
        else:
            self.count += 1

    def __getitem__(self, i):
        if not -self.count <= i < self.count:
            raise IndexError(f'ring index {i} out of range')
        return self.buf[(self.start + i % self.count) % len(self.buf)]


r = Ring(3)
for i in range(5):
    r.push(i)
print(list(r), r[-1], r.buf)


class Bloom:
    def __init__(self, bits):
        self.n, self.bits = bits, 0

    def _hashes(self, s):
        h = 14695981039346656037
        for k in range(3):
            for c in s.encode():
                h = (h ^ c) * 1099511628211 % (1 << 64)
            yield h % self.n

    def add(self, s):
        for h in self._hashes(s):
            self.bits |= 1 << h

    def __contains__(self, s):
        return all(self.bits >> h & 1 for h in self._hashes(s))


b = Bloom(64)
for w in ('cat', 'dog', 'bird'):
    b.add(w)
print([w in b for w in ('cat', 'dog', 'bird', 'fish', 'cow')], hex(b.bits), b.bits.bit_count())
