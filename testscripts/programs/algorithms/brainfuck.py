# Interpreters: Brainfuck, a stack machine with an assembler, a Turing machine, cellular automata.
def brainfuck(src, data=''):
    code = [c for c in src if c in '<>+-.,[]']
    jumps, stack = {}, []
    for i, c in enumerate(code):
        if c == '[':
            stack.append(i)
        elif c == ']':
            if not stack:
                raise SyntaxError(f'unmatched ] at {i}')
            j = stack.pop()
            jumps[i], jumps[j] = j, i
    if stack:
        raise SyntaxError(f'unmatched [ at {stack[-1]}')
    tape, p, i, out, inp, steps = [0], 0, 0, [], iter(data), 0
    while i < len(code):
        c = code[i]
        if c == '>':
            p += 1
            if p == len(tape):
                tape.append(0)
        elif c == '<':
            p -= 1
        elif c == '+':
            tape[p] = (tape[p] + 1) % 256
        elif c == '-':
            tape[p] = (tape[p] - 1) % 256
        elif c == '.':
            out.append(chr(tape[p]))
        elif c == ',':
            tape[p] = ord(next(inp, '\0'))
        elif c == '[' and not tape[p] or c == ']' and tape[p]:
            i = jumps[i]
        i += 1
        steps += 1
    return ''.join(out), steps, len(tape)


HELLO = '++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++.'
print(brainfuck(HELLO), brainfuck(',[.,]', 'echo'), brainfuck('>,[>,]<[.<]', 'reverse')[0])
print(brainfuck('++++[>+++++<-]>[<+++++>-]+<+[>[>+>+<<-]++>>[<<+>>-]>>>[-]++>[-]+>>>+[[-]++++++>>>]<<<[[<++++++++<++>>-]+<.<[>----<-]<]<<[>>>>>[>>>[-]+++++++++<[>-<-]+++++++++>[-[<->-]+[<<<]]<[>+<-]>]<<-]<<-]')[0].split('\n')[:8])
for bad in ('[', ']', '[[]', '+]'):
    try:
        brainfuck(bad)
    except SyntaxError as e:
        print(e)


class VM:
    def __init__(self, source):
        self.labels, self.code = {}, []
        for line in source.strip().splitlines():
            line = line.split(';')[0].strip()
            if line.endswith(':'):
                self.labels[line[:-1]] = len(self.code)
            elif line:
                self.code.append(line.split())
        self.stack, self.calls, self.vars, self.out, self.pc, self.steps = [], [], {}, [], 0, 0

    def run(self):
        while self.pc < len(self.code):
            op, *args = self.code[self.pc]
            self.pc += 1
            self.steps += 1
            try:
                getattr(self, 'op_' + op)(*args)
            except IndexError:
                raise RuntimeError(f'stack underflow in {op!r} at {self.pc - 1}') from None
            except AttributeError:
                raise RuntimeError(f'unknown op {op!r}') from None
        return self.out

    def op_push(self, v): self.stack.append(int(v))
    def op_load(self, n): self.stack.append(self.vars[n])
    def op_store(self, n): self.vars[n] = self.stack.pop()
    def op_add(self): self.stack.append(self.stack.pop() + self.stack.pop())
    def op_mul(self): self.stack.append(self.stack.pop() * self.stack.pop())
    def op_sub(self): b, a = self.stack.pop(), self.stack.pop(); self.stack.append(a - b)
    def op_dup(self): self.stack.append(self.stack[-1])
    def op_print(self): self.out.append(self.stack.pop())
    def op_jmp(self, l): self.pc = self.labels[l]
    def op_jz(self, l): self.pc = self.pc if self.stack.pop() else self.labels[l]
    def op_call(self, l): self.calls.append(self.pc); self.pc = self.labels[l]
    def op_ret(self): self.pc = self.calls.pop()
    def op_halt(self): self.pc = len(self.code)


FACT = """
push 1
store r
push 10
store n
loop:
load n
jz done
load r
load n
mul
store r
load n
push 1
sub
store n
jmp loop
done:
load r      ; the result
print
push 7
call square
print
halt
square:
dup
mul
ret
"""
vm = VM(FACT)
print(vm.run(), vm.steps, vm.vars, vm.labels)
for src in ('add', 'push 1\nfly', 'jmp nowhere', 'load x', 'push z'):
    try:
        VM(src).run()
    except Exception as e:
        print(type(e).__name__, e)


def turing(rules, tape, state='start', blank='_', limit=10000):
    cells, pos, steps = dict(enumerate(tape)), 0, 0
    while state != 'halt' and steps < limit:
        write, move, state = rules[state, cells.get(pos, blank)]
        cells[pos] = write
        pos += {'R': 1, 'L': -1, 'N': 0}[move]
        steps += 1
    lo, hi = min(cells), max(cells)
    return ''.join(cells.get(i, blank) for i in range(lo, hi + 1)).strip(blank), steps


INC = {('start', '0'): ('0', 'R', 'start'), ('start', '1'): ('1', 'R', 'start'), ('start', '_'): ('_', 'L', 'carry'), ('carry', '1'): ('0', 'L', 'carry'), ('carry', '0'): ('1', 'N', 'halt'), ('carry', '_'): ('1', 'N', 'halt')}
t = '0'
for _ in range(9):
    t, n = turing(INC, t)
    print(t, n, end=' ')
print()
BEAVER = {('start', '_'): ('1', 'R', 'b'), ('start', '1'): ('1', 'L', 'c'), ('b', '_'): ('1', 'L', 'start'), ('b', '1'): ('1', 'R', 'b'), ('c', '_'): ('1', 'L', 'b'), ('c', '1'): ('1', 'N', 'halt')}
print(turing(BEAVER, ''))


def automaton(rule, width, steps):
    row = [0] * width
    row[width // 2] = 1
    for _ in range(steps):
        yield ''.join('.#'[c] for c in row)
        row = [rule >> (row[i - 1] << 2 | row[i] << 1 | row[(i + 1) % width]) & 1 for i in range(width)]


for r in (30, 90, 110):
    print(*automaton(r, 31, 8), sep='\n')
