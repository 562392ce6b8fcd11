# Game trees and mazes: tic-tac-toe minimax, nim, connect four, maze carving and solving, A*, 8-puzzle.
LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(b):
    for i, j, k in LINES:
        if b[i] != ' ' and b[i] == b[j] == b[k]:
            return b[i]
    return None


cache = {}


def minimax(board, player):
    key = board, player
    if key in cache:
        return cache[key]
    if w := winner(board):
        return (1 if w == 'X' else -1), None
    moves = [i for i, c in enumerate(board) if c == ' ']
    if not moves:
        return 0, None
    results = [(minimax(board[:m] + player + board[m + 1:], 'XO'[player == 'X'])[0], m) for m in moves]
    best = (max if player == 'X' else min)(results, key=lambda r: r[0])
    cache[key] = best
    return best


board, player, moves = ' ' * 9, 'X', []
while not winner(board) and ' ' in board:
    _, m = minimax(board, player)
    moves.append(m)
    board = board[:m] + player + board[m + 1:]
    player = 'XO'[player == 'X']
print(moves, winner(board), len(cache), minimax('X   O   X', 'O'), minimax('XX OO    ', 'X'), minimax('XX OO    ', 'O'))
print('\n-+-+-\n'.join('|'.join(board[i:i + 3]) for i in (0, 3, 6)))


def nim(piles):
    x = 0
    for p in piles:
        x ^= p
    if not x:
        return None
    for i, p in enumerate(piles):
        if p ^ x < p:
            return i, p - (p ^ x)


print([nim(p) for p in ([3, 4, 5], [1, 1], [7], [1, 3, 5, 7], [2, 4, 8])])


class Random:
    def __init__(self, seed):
        self.s = seed

    def below(self, n):
        self.s = (self.s * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.s >> 8) % n

    def shuffle(self, xs):
        for i in range(len(xs) - 1, 0, -1):
            j = self.below(i + 1)
            xs[i], xs[j] = xs[j], xs[i]
        return xs


def maze(w, h, rnd):
    grid = [['#'] * (2 * w + 1) for _ in range(2 * h + 1)]
    stack = [(0, 0)]
    grid[1][1] = ' '
    while stack:
        x, y = stack[-1]
        for dx, dy in rnd.shuffle([(1, 0), (-1, 0), (0, 1), (0, -1)]):
            nx, ny = x + dx, y + dy
            if 0 <= nx < w and 0 <= ny < h and grid[2 * ny + 1][2 * nx + 1] == '#':
                grid[2 * y + 1 + dy][2 * x + 1 + dx] = grid[2 * ny + 1][2 * nx + 1] = ' '
                stack.append((nx, ny))
                break
        else:
            stack.pop()
    return grid


def solve(grid):
    start, end = (1, 1), (len(grid[0]) - 2, len(grid) - 2)
    prev, queue = {start: None}, [start]
    for x, y in queue:
        for p in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if grid[p[1]][p[0]] == ' ' and p not in prev:
                prev[p] = x, y
                queue.append(p)
    p, n = end, 0
    while p:
        grid[p[1]][p[0]] = '.'
        p, n = prev[p], n + 1
    return n


grid = maze(12, 5, Random(42))
print(solve(grid))
print('\n'.join(map(''.join, grid)))


def astar(start, goal, neighbours, estimate):
    best, prev, frontier, seen = {start: 0}, {}, [(estimate(start), 0, start)], 0
    while frontier:
        frontier.sort(reverse=True)
        _, cost, node = frontier.pop()
        seen += 1
        if node == goal:
            path = [node]
            while node in prev:
                node = prev[node]
                path.append(node)
            return path[::-1], seen
        if cost > best[node]:
            continue
        for n, w in neighbours(node):
            c = cost + w
            if c < best.get(n, 10 ** 9):
                best[n], prev[n] = c, node
                frontier.append((c + estimate(n), c, n))
    return None, seen


def puzzle_moves(s):
    i = s.index(0)
    y, x = divmod(i, 3)
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        if 0 <= x + dx < 3 and 0 <= y + dy < 3:
            j = (y + dy) * 3 + x + dx
            t = list(s)
            t[i], t[j] = t[j], t[i]
            yield tuple(t), 1


GOAL = (1, 2, 3, 4, 5, 6, 7, 8, 0)


def manhattan(s):
    return sum(abs(i // 3 - (v - 1) // 3) + abs(i % 3 - (v - 1) % 3) for i, v in enumerate(s) if v)


for start in ((1, 2, 3, 4, 5, 6, 7, 0, 8), (1, 2, 3, 0, 4, 6, 7, 5, 8), (4, 1, 3, 7, 2, 6, 5, 8, 0), (1, 3, 6, 5, 2, 8, 4, 7, 0)):
    path, seen = astar(start, GOAL, puzzle_moves, manhattan)
    print(len(path) - 1, seen, [s.index(0) for s in path])


class Connect4:
    def __init__(self):
        self.cols = [''] * 7

    def drop(self, c, p):
        if len(self.cols[c]) == 6:
            raise ValueError(f'column {c} is full')
        self.cols[c] += p
        return self.wins(c, len(self.cols[c]) - 1, p)

    def at(self, c, r):
        return self.cols[c][r] if 0 <= c < 7 and 0 <= r < len(self.cols[c]) else '.'

    def wins(self, c, r, p):
        for dc, dr in ((1, 0), (0, 1), (1, 1), (1, -1)):
            n = 1
            for s in (1, -1):
                k = 1
                while self.at(c + s * k * dc, r + s * k * dr) == p:
                    n, k = n + 1, k + 1
            if n >= 4:
                return True
        return False

    def __str__(self):
        return '\n'.join(''.join(self.at(c, r) for c in range(7)) for r in range(5, -1, -1))


g, rnd, turn = Connect4(), Random(7), 0
while True:
    try:
        if g.drop(c := rnd.below(7), 'RY'[turn % 2]):
            break
    except ValueError as e:
        print(e)
        continue
    turn += 1
print('RY'[turn % 2], 'wins in column', c, 'after', turn + 1)
print(g)


def hangman(word, guesses):
    seen, misses = set(), 0
    for ch in guesses:
        seen.add(ch)
        misses += ch not in word
        yield ''.join(c if c in seen else '_' for c in word), misses
        if set(word) <= seen or misses == 6:
            return


print(list(hangman('python', 'etaonipyxh')))
