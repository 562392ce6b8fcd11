# Conway's game of life on sets and on grids, with known patterns; Langton's ant; sandpiles.
def parse(text):
    return {(x, y) for y, line in enumerate(text.split('/')) for x, c in enumerate(line) if c == '#'}


def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    counts[x + dx, y + dy] = counts.get((x + dx, y + dy), 0) + 1
    return {p for p, n in counts.items() if n == 3 or n == 2 and p in cells}


def show(cells, pad=0):
    if not cells:
        return '(empty)'
    xs, ys = [x for x, _ in cells], [y for _, y in cells]
    return '/'.join(''.join('.#'[(x, y) in cells] for x in range(min(xs) - pad, max(xs) + 1 + pad)) for y in range(min(ys) - pad, max(ys) + 1 + pad))


PATTERNS = {'blinker': '###', 'block': '##/##', 'glider': '.#./..#/###', 'toad': '.###/###.', 'beacon': '##../##../..##/..##', 'r-pentomino': '.##/##./.#.', 'diehard': '......#./##....../.#...###'}
for name, text in PATTERNS.items():
    cells = parse(text)
    history = [frozenset(cells)]
    for gen in range(1, 60):
        cells = step(cells)
        if frozenset(cells) in history:
            print(f'{name}: repeats generation {history.index(frozenset(cells))} at {gen}', show(cells))
            break
        history.append(frozenset(cells))
        if not cells:
            print(f'{name}: died at {gen}')
            break
    else:
        print(f'{name}: alive with {len(cells)} cells, sizes {[len(h) for h in history[::10]]}')
cells = parse(PATTERNS['glider'])
for gen in range(5):
    print(gen, sorted(cells), show(cells))
    cells = step(cells)


class Grid:
    def __init__(self, w, h, alive=()):
        self.w, self.h = w, h
        self.rows = [[0] * w for _ in range(h)]
        for x, y in alive:
            self.rows[y % h][x % w] = 1

    def __getitem__(self, pos):
        x, y = pos
        return self.rows[y % self.h][x % self.w]

    def neighbours(self, x, y):
        return sum(self[x + dx, y + dy] for dx, dy in ((-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)))

    def step(self):
        new = Grid(self.w, self.h)
        new.rows = [[int(n == 3 or n == 2 and self.rows[y][x]) for x in range(self.w) for n in (self.neighbours(x, y),)] for y in range(self.h)]
        return new

    def __str__(self):
        return '\n'.join(''.join('.O'[c] for c in r) for r in self.rows)

    def __eq__(self, other):
        return self.rows == other.rows


g = start = Grid(6, 6, parse(PATTERNS['glider']))
print(g)
for i in range(1, 25):
    g = g.step()
    if g == start:
        print('back home after', i)
print(g.step())


def ant(steps):
    black, x, y, dx, dy = set(), 0, 0, 0, -1
    for _ in range(steps):
        if (x, y) in black:
            black.remove((x, y))
            dx, dy = dy, -dx
        else:
            black.add((x, y))
            dx, dy = -dy, dx
        x, y = x + dx, y + dy
    return black, (x, y)


for n in (1, 10, 100, 1000):
    cells, pos = ant(n)
    print(n, len(cells), pos, sum(x * 31 + y for x, y in cells))
print(show(ant(120)[0]).replace('/', '\n'))


def sandpile(n, size=7):
    grid = [[0] * size for _ in range(size)]
    grid[size // 2][size // 2] = n
    topples = 0
    while True:
        over = [(x, y) for y in range(size) for x in range(size) if grid[y][x] > 3]
        if not over:
            return grid, topples
        for x, y in over:
            topples += 1
            grid[y][x] -= 4
            for nx, ny in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
                if 0 <= nx < size and 0 <= ny < size:
                    grid[ny][nx] += 1


grid, t = sandpile(64)
print(t, *(''.join(map(str, r)) for r in grid), sep='\n')
