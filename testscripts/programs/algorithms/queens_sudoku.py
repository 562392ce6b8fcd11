# Backtracking: n queens, sudoku, knight's tour, subset sums, map colouring.
def queens(n):
    solutions = []

    def place(row, cols, diag1, diag2, board):
        if row == n:
            solutions.append(board)
            return
        for c in range(n):
            if c in cols or row + c in diag1 or row - c in diag2:
                continue
            place(row + 1, cols | {c}, diag1 | {row + c}, diag2 | {row - c}, board + [c])
    place(0, frozenset(), frozenset(), frozenset(), [])
    return solutions


for n in range(1, 8):
    print(n, len(queens(n)), end='; ')
print()
for c in queens(6)[0]:
    print(' '.join('Q' if i == c else '.' for i in range(6)))


def queens_bits(n, cols=0, d1=0, d2=0):
    full = (1 << n) - 1
    if cols == full:
        return 1
    count, free = 0, full & ~(cols | d1 | d2)
    while free:
        bit = free & -free
        free ^= bit
        count += queens_bits(n, cols | bit, (d1 | bit) << 1, (d2 | bit) >> 1)
    return count


print([queens_bits(n) for n in range(1, 9)])
PUZZLE = '53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79'


class Sudoku:
    def __init__(self, text):
        self.cells = [0 if c == '.' else int(c) for c in text]
        self.rows = [set() for _ in range(9)]
        self.cols = [set() for _ in range(9)]
        self.boxes = [set() for _ in range(9)]
        self.steps = 0
        for i, v in enumerate(self.cells):
            if v:
                self.put(i, v)

    def groups(self, i):
        r, c = divmod(i, 9)
        return self.rows[r], self.cols[c], self.boxes[r // 3 * 3 + c // 3]

    def put(self, i, v):
        self.cells[i] = v
        for g in self.groups(i):
            g.add(v)

    def clear(self, i):
        for g in self.groups(i):
            g.discard(self.cells[i])
        self.cells[i] = 0

    def solve(self):
        best = None
        for i, v in enumerate(self.cells):
            if v == 0:
                r, c, b = self.groups(i)
                options = [v for v in range(1, 10) if v not in r and v not in c and v not in b]
                if best is None or len(options) < len(best[1]):
                    best = i, options
        if best is None:
            return True
        i, options = best
        for v in options:
            self.steps += 1
            self.put(i, v)
            if self.solve():
                return True
            self.clear(i)
        return False

    def __str__(self):
        return '\n'.join(' '.join(str(v) if v else '.' for v in self.cells[r * 9:r * 9 + 9]) for r in range(9))


s = Sudoku(PUZZLE)
print(s.solve(), s.steps)
print(s)
print(all(sorted(s.cells[r * 9:r * 9 + 9]) == list(range(1, 10)) for r in range(9)))


def knights_tour(n, start=(0, 0)):
    moves = [(1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2)]
    path, seen = [start], {start}

    def degree(p):
        return sum((p[0] + dx, p[1] + dy) not in seen and 0 <= p[0] + dx < n and 0 <= p[1] + dy < n for dx, dy in moves)

    def go():
        if len(path) == n * n:
            return True
        x, y = path[-1]
        nexts = [(x + dx, y + dy) for dx, dy in moves if 0 <= x + dx < n and 0 <= y + dy < n and (x + dx, y + dy) not in seen]
        for p in sorted(nexts, key=lambda p: (degree(p), p)):
            path.append(p)
            seen.add(p)
            if go():
                return True
            path.pop()
            seen.remove(p)
        return False
    return path if go() else None


tour = knights_tour(6)
board = {p: i for i, p in enumerate(tour)}
for x in range(6):
    print(' '.join(f'{board[x, y]:2}' for y in range(6)))


def subset_sums(xs, target):
    def go(i, rest, chosen):
        if rest == 0:
            yield tuple(chosen)
        if i == len(xs) or rest <= 0:
            return
        yield from go(i + 1, rest - xs[i], chosen + [xs[i]])
        yield from go(i + 1, rest, chosen)
    return sorted(set(go(0, target, [])))


print(subset_sums([3, 34, 4, 12, 5, 2, 7], 14))
BORDERS = {'WA': 'NT SA', 'NT': 'WA SA Q', 'SA': 'WA NT Q NSW V', 'Q': 'NT SA NSW', 'NSW': 'Q SA V', 'V': 'SA NSW', 'T': ''}


def color(regions, colors, done={}):
    if not regions:
        return done
    first, *rest = regions
    for c in colors:
        if all(done.get(n) != c for n in BORDERS[first].split()):
            if (r := color(rest, colors, {**done, first: c})) is not None:
                return r
    return None


print(color(list(BORDERS), ('red', 'green', 'blue')), color(list(BORDERS), ('red', 'green')))
