# A tokenizer, recursive-descent parser, tree evaluator, and printer for arithmetic with variables and functions.
class ParseError(Exception):
    def __init__(self, message, pos):
        super().__init__(f'{message} at {pos}')
        self.pos = pos


class Token:
    __slots__ = ('kind', 'value', 'pos')

    def __init__(self, kind, value, pos):
        self.kind, self.value, self.pos = kind, value, pos

    def __repr__(self):
        return f'{self.kind}:{self.value}'


def tokenize(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == '.':
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == '.'):
                j += 1
            literal = text[i:j]
            if literal.count('.') > 1 or literal == '.':
                raise ParseError(f'bad number {literal!r}', i)
            yield Token('num', float(literal) if '.' in literal else int(literal), i)
            i = j
        elif c.isalpha() or c == '_':
            j = i
            while j < len(text) and (text[j].isalnum() or text[j] == '_'):
                j += 1
            yield Token('name', text[i:j], i)
            i = j
        elif text[i:i + 2] in ('**', '//', '<=', '>=', '==', '!='):
            yield Token('op', text[i:i + 2], i)
            i += 2
        elif c in '+-*/%()=,<>!?:':
            yield Token('op', c, i)
            i += 1
        else:
            raise ParseError(f'unexpected {c!r}', i)
    yield Token('end', None, len(text))


class Parser:
    LEVELS = [('==', '!='), ('<', '>', '<=', '>='), ('+', '-'), ('*', '/', '//', '%')]

    def __init__(self, text):
        self.toks = list(tokenize(text))
        self.i = 0

    def peek(self, *values):
        t = self.toks[self.i]
        return t.kind == 'op' and t.value in values

    def next(self):
        self.i += 1
        return self.toks[self.i - 1]

    def expect(self, value):
        t = self.next()
        if t.value != value:
            raise ParseError(f'expected {value!r}, found {t.value!r}', t.pos)

    def statement(self):
        if self.toks[0].kind == 'name' and self.toks[1].value == '=':
            self.i = 2
            node = ('assign', self.toks[0].value, self.ternary())
        else:
            node = self.ternary()
        t = self.toks[self.i]
        if t.kind != 'end':
            raise ParseError(f'unexpected {t.value!r}', t.pos)
        return node

    def ternary(self):
        cond = self.binary(0)
        if self.peek('?'):
            self.next()
            yes = self.ternary()
            self.expect(':')
            return ('if', cond, yes, self.ternary())
        return cond

    def binary(self, level):
        if level == len(self.LEVELS):
            return self.unary()
        left = self.binary(level + 1)
        while self.peek(*self.LEVELS[level]):
            op = self.next().value
            left = (op, left, self.binary(level + 1))
        return left

    def unary(self):
        if self.peek('-', '+', '!'):
            return ('unary' + self.next().value, self.unary())
        return self.power()

    def power(self):
        base = self.atom()
        if self.peek('**'):
            self.next()
            return ('**', base, self.unary())
        return base

    def atom(self):
        t = self.next()
        if t.kind == 'num':
            return t.value
        if t.kind == 'name':
            if self.peek('('):
                self.next()
                args = []
                if not self.peek(')'):
                    args.append(self.ternary())
                    while self.peek(','):
                        self.next()
                        args.append(self.ternary())
                self.expect(')')
                return ('call', t.value, *args)
            return ('name', t.value)
        if t.value == '(':
            node = self.ternary()
            self.expect(')')
            return node
        raise ParseError(f'unexpected {"end" if t.kind == "end" else repr(t.value)}', t.pos)


FUNCS = {'max': max, 'min': min, 'abs': abs, 'sqrt': lambda x: x ** 0.5, 'sum': lambda *a: sum(a)}


def evaluate(node, env):
    match node:
        case int() | float():
            return node
        case ('name', name):
            if name not in env:
                raise NameError(f'unknown variable {name}')
            return env[name]
        case ('assign', name, value):
            env[name] = evaluate(value, env)
            return env[name]
        case ('call', name, *args):
            return FUNCS[name](*(evaluate(a, env) for a in args))
        case ('if', c, y, n):
            return evaluate(y if evaluate(c, env) else n, env)
        case ('unary-', x):
            return -evaluate(x, env)
        case ('unary+', x):
            return +evaluate(x, env)
        case ('unary!', x):
            return not evaluate(x, env)
        case (op, l, r):
            l, r = evaluate(l, env), evaluate(r, env)
            return {'+': lambda: l + r, '-': lambda: l - r, '*': lambda: l * r, '/': lambda: l / r, '//': lambda: l // r, '%': lambda: l % r, '**': lambda: l ** r,
                    '<': lambda: l < r, '>': lambda: l > r, '<=': lambda: l <= r, '>=': lambda: l >= r, '==': lambda: l == r, '!=': lambda: l != r}[op]()


def show(node):
    match node:
        case int() | float():
            return str(node)
        case ('name', n):
            return n
        case ('call', f, *args):
            return f'{f}({", ".join(map(show, args))})'
        case ('if', c, y, n):
            return f'({show(c)} ? {show(y)} : {show(n)})'
        case ('assign', n, v):
            return f'{n} = {show(v)}'
        case (op, x):
            return f'({op[5:]}{show(x)})'
        case (op, l, r):
            return f'({show(l)} {op} {show(r)})'


env = {'pi': 3.14159}
for text in ('1 + 2 * 3', '(1 + 2) * 3', '2 ** 3 ** 2', '-2 ** 2', '2 ** -1', '10 / 4', '10 // 4 % 2', 'x = 5', 'y = x * 2 + 1', 'x - y - 1', 'max(x, y, 3) + min(1, 2)', 'sqrt(16) + abs(-3)', 'x > 3 ? y : 0', '!0 == 1', '1 < 2 == 1', 'sum()', '-(-x)', '.5 + 1.', 'a_b = 1 ? 2 ? 3 : 4 : 5', '2 * pi * x',
             '1 +', '(1', '1 2', '$', '1.2.3', 'foo(1)', 'z + 1', '1 / 0', ')', '', 'max()', 'x = = 1', '1 = 2', 'f(1,)'):
    try:
        tree = Parser(text).statement()
        print(f'{text:28} {show(tree):36} {evaluate(tree, env)!r}')
    except Exception as e:
        print(f'{text:28} {type(e).__name__}: {e}')
print(env, list(tokenize('a+1.5')))
