# A small imperative language: lexer, parser, bytecode compiler, stack machine; functions, loops, errors with line numbers.
KEYWORDS = {'let', 'while', 'if', 'else', 'print', 'func', 'return', 'and', 'or', 'not', 'true', 'false', 'nil'}


class LangError(Exception):
    def __init__(self, line, msg):
        super().__init__(f'line {line}: {msg}')


def lex(src):
    toks = []
    for n, line in enumerate(src.split('\n'), 1):
        i = 0
        while i < len(line):
            c = line[i]
            if c == '#':
                break
            if c == ' ':
                i += 1
                continue
            j = i + 1
            if c.isdigit():
                while j < len(line) and (line[j].isdigit() or line[j] == '.'):
                    j += 1
                toks.append(('num', (float if '.' in line[i:j] else int)(line[i:j]), n))
            elif c.isalpha() or c == '_':
                while j < len(line) and (line[j].isalnum() or line[j] == '_'):
                    j += 1
                w = line[i:j]
                toks.append((w if w in KEYWORDS else 'id', w, n))
            elif c == '"':
                while j < len(line) and line[j] != '"':
                    j += 1
                if j == len(line):
                    raise LangError(n, 'unterminated string')
                toks.append(('str', line[i + 1:j], n))
                j += 1
            elif line[i:i + 2] in ('==', '!=', '<=', '>='):
                j = i + 2
                toks.append((line[i:j], line[i:j], n))
            elif c in '+-*/%()<>=,;{}[]':
                toks.append((c, c, n))
            else:
                raise LangError(n, f'stray {c!r}')
            i = j
    toks.append(('eof', '', n))
    return toks


class Compiler:
    PREC = [['or'], ['and'], ['==', '!='], ['<', '>', '<=', '>='], ['+', '-'], ['*', '/', '%']]

    def __init__(self, src):
        self.toks, self.i, self.code, self.funcs = lex(src), 0, [], {}

    def peek(self): return self.toks[self.i][0]

    def take(self, kind=None):
        t = self.toks[self.i]
        if kind and t[0] != kind:
            raise LangError(t[2], f'expected {kind}, found {t[1]!r}')
        self.i += 1
        return t

    def emit(self, *ins):
        self.code.append([*ins, self.toks[max(self.i - 1, 0)][2]])
        return len(self.code) - 1

    def program(self):
        while self.peek() != 'eof':
            self.statement()
        self.emit('halt')
        return self.code, self.funcs

    def block(self):
        self.take('{')
        while self.peek() != '}':
            if self.peek() == 'eof':
                raise LangError(self.toks[self.i][2], 'missing }')
            self.statement()
        self.take('}')

    def statement(self):
        match self.peek():
            case 'let':
                self.take()
                name = self.take('id')[1]
                self.take('=')
                self.expr()
                self.take(';')
                self.emit('define', name)
            case 'print':
                self.take()
                self.expr()
                n = 1
                while self.peek() == ',':
                    self.take()
                    self.expr()
                    n += 1
                self.take(';')
                self.emit('print', n)
            case 'while':
                self.take()
                start = len(self.code)
                self.expr()
                out = self.emit('jump_false', None)
                self.block()
                self.emit('jump', start)
                self.code[out][1] = len(self.code)
            case 'if':
                self.take()
                self.expr()
                other = self.emit('jump_false', None)
                self.block()
                end = self.emit('jump', None)
                self.code[other][1] = len(self.code)
                if self.peek() == 'else':
                    self.take()
                    if self.peek() == 'if':
                        self.statement()
                    else:
                        self.block()
                self.code[end][1] = len(self.code)
            case 'func':
                self.take()
                name = self.take('id')[1]
                self.take('(')
                params = []
                while self.peek() != ')':
                    params.append(self.take('id')[1])
                    if self.peek() == ',':
                        self.take()
                self.take(')')
                skip = self.emit('jump', None)
                self.funcs[name] = (len(self.code), params)
                self.block()
                self.emit('const', None)
                self.emit('return')
                self.code[skip][1] = len(self.code)
            case 'return':
                self.take()
                self.expr() if self.peek() != ';' else self.emit('const', None)
                self.take(';')
                self.emit('return')
            case 'id' if self.toks[self.i + 1][0] == '=':
                name = self.take()[1]
                self.take()
                self.expr()
                self.take(';')
                self.emit('assign', name)
            case _:
                self.expr()
                self.take(';')
                self.emit('pop')

    def expr(self, level=0):
        if level == len(self.PREC):
            return self.unary()
        self.expr(level + 1)
        while self.peek() in self.PREC[level]:
            op = self.take()[0]
            if op in ('and', 'or'):
                j = self.emit('keep_false' if op == 'and' else 'keep_true', None)
                self.expr(level + 1)
                self.code[j][1] = len(self.code)
            else:
                self.expr(level + 1)
                self.emit('binary', op)

    def unary(self):
        if self.peek() in ('-', 'not'):
            op = self.take()[0]
            self.unary()
            self.emit('unary', op)
        else:
            self.atom()

    def atom(self):
        kind, value, line = self.take()
        match kind:
            case 'num' | 'str':
                self.emit('const', value)
            case 'true' | 'false' | 'nil':
                self.emit('const', {'true': True, 'false': False, 'nil': None}[kind])
            case '(':
                self.expr()
                self.take(')')
            case '[':
                n = 0
                while self.peek() != ']':
                    self.expr()
                    n += 1
                    if self.peek() == ',':
                        self.take()
                self.take(']')
                self.emit('list', n)
            case 'id' if self.peek() == '(':
                self.take()
                n = 0
                while self.peek() != ')':
                    self.expr()
                    n += 1
                    if self.peek() == ',':
                        self.take()
                self.take(')')
                self.emit('call', value, n)
            case 'id':
                self.emit('load', value)
            case _:
                raise LangError(line, f'unexpected {value!r}')
        while self.peek() == '[':
            self.take()
            self.expr()
            self.take(']')
            self.emit('index')


BUILTINS = {'len': len, 'str': str, 'push': lambda l, x: l + [x], 'range': lambda n: list(range(n))}
BINARY = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b if isinstance(a, float) or a % b else a // b, '%': lambda a, b: a % b, '==': lambda a, b: a == b, '!=': lambda a, b: a != b, '<': lambda a, b: a < b, '>': lambda a, b: a > b, '<=': lambda a, b: a <= b, '>=': lambda a, b: a >= b}


def show(v):
    return {None: 'nil', True: 'true', False: 'false'}.get(v, str(v)) if v is None or isinstance(v, bool) else '[' + ', '.join(map(show, v)) + ']' if isinstance(v, list) else str(v)


def run(src, limit=50000):
    out = []
    try:
        code, funcs = Compiler(src).program()
        stack, frames, scope, pc, steps = [], [], {}, 0, 0
        globals_ = scope
        while True:
            steps += 1
            if steps > limit:
                raise LangError(code[pc][-1], 'step limit')
            op, *args, line = code[pc]
            pc += 1
            try:
                match op:
                    case 'halt':
                        break
                    case 'const':
                        stack.append(args[0])
                    case 'load':
                        env = scope if args[0] in scope else globals_
                        if args[0] not in env:
                            raise LangError(line, f'undefined {args[0]}')
                        stack.append(env[args[0]])
                    case 'define':
                        scope[args[0]] = stack.pop()
                    case 'assign':
                        env = scope if args[0] in scope else globals_
                        if args[0] not in env:
                            raise LangError(line, f'assignment to undefined {args[0]}')
                        env[args[0]] = stack.pop()
                    case 'binary':
                        b, a = stack.pop(), stack.pop()
                        stack.append(BINARY[args[0]](a, b))
                    case 'unary':
                        stack.append(-stack.pop() if args[0] == '-' else not stack.pop())
                    case 'jump':
                        pc = args[0]
                    case 'jump_false':
                        if not stack.pop():
                            pc = args[0]
                    case 'keep_false' | 'keep_true':
                        if bool(stack[-1]) == (op == 'keep_true'):
                            pc = args[0]
                        else:
                            stack.pop()
                    case 'print':
                        out.append(' '.join(map(show, stack[-args[0]:])))
                        del stack[-args[0]:]
                    case 'pop':
                        stack.pop()
                    case 'list':
                        n = args[0]
                        items = stack[len(stack) - n:]
                        del stack[len(stack) - n:]
                        stack.append(items)
                    case 'index':
                        i, l = stack.pop(), stack.pop()
                        stack.append(l[i])
                    case 'call':
                        name, n = args
                        values = stack[len(stack) - n:]
                        del stack[len(stack) - n:]
                        if name in funcs:
                            start, params = funcs[name]
                            if len(params) != n:
                                raise LangError(line, f'{name} wants {len(params)} arguments, got {n}')
                            frames.append((pc, scope))
                            if len(frames) > 200:
                                raise LangError(line, 'call depth')
                            scope, pc = dict(zip(params, values)), start
                        elif name in BUILTINS:
                            stack.append(BUILTINS[name](*values))
                        else:
                            raise LangError(line, f'no function {name}')
                    case 'return':
                        pc, scope = frames.pop()
            except (TypeError, ZeroDivisionError, IndexError) as e:
                raise LangError(line, f'{type(e).__name__}: {e}') from e
        out.append(f'({steps} steps)')
    except LangError as e:
        out.append(f'error: {e}')
    return out


PROGRAMS = ['''
func fact(n) { if n < 2 { return 1; } return n * fact(n - 1); }
let i = 0;
while i < 6 { print i, fact(i); i = i + 1; }
print fact(25);
''', '''
let primes = [];
let n = 2;
while len(primes) < 10 {
  let k = 0; let ok = true;
  while k < len(primes) and ok { if n % primes[k] == 0 { ok = false; } k = k + 1; }
  if ok { primes = push(primes, n); }
  n = n + 1;
}
print primes, len(primes), primes[2] + 0.5, "text" + str(1);
''', '''
func fib(n) { if n < 2 { return n; } else { return fib(n - 1) + fib(n - 2); } }
func hello(name) { print "hello", name; }
print fib(12), hello("x");
if false { print 1; } else if 1 > 2 { print 2; } else { print 3, nil or "dflt", 0 and 1, not true, -5 + 2 * 3, 7 / 2, 8 / 2; }
''', 'print 1 +;', 'let x = "abc', 'print y;', 'print 1 / 0;', 'func f(a) { return a; }\nprint f(1, 2);', 'while true { }', 'func r() { return r(); } print r();', 'print [1, 2][5];', 'print "a" - 1;', 'if true { print 1;', 'x = 5;', 'g();', 'let a = 3 $ 4;', '', 'print 1 < 2 == true, [] == [], [1, [2, nil]], 1 2;']
for src in PROGRAMS:
    print(*run(src), sep='\n')
    print('--')
