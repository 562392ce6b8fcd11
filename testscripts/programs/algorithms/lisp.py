# A small Lisp: reader, environment, closures, macros, tail calls, printer.
class Symbol(str):
    __slots__ = ()

    def __repr__(self):
        return str(self)


class LispError(Exception):
    pass


def read_all(text):
    tokens = text.replace('(', ' ( ').replace(')', ' ) ').replace("'", " ' ").split()

    def read(i):
        if i >= len(tokens):
            raise LispError('unexpected end')
        t = tokens[i]
        if t == '(':
            out, i = [], i + 1
            while i < len(tokens) and tokens[i] != ')':
                x, i = read(i)
                out.append(x)
            if i >= len(tokens):
                raise LispError('missing )')
            return out, i + 1
        if t == ')':
            raise LispError('unexpected )')
        if t == "'":
            x, i = read(i + 1)
            return [Symbol('quote'), x], i
        for kind in (int, float):
            try:
                return kind(t), i + 1
            except ValueError:
                pass
        return {'#t': True, '#f': False}.get(t, Symbol(t)), i + 1
    i, out = 0, []
    while i < len(tokens):
        x, i = read(i)
        out.append(x)
    return out


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        env = self
        while env is not None:
            if name in env:
                return env
            env = env.outer
        raise LispError(f'unbound {name}')


class Closure:
    def __init__(self, params, body, env):
        self.params, self.body, self.env = params, body, env

    def bind(self, args):
        params = self.params
        if '.' in params:
            k = params.index('.')
            if len(args) < k:
                raise LispError(f'want at least {k} arguments, got {len(args)}')
            return Env(params[:k] + [params[k + 1]], args[:k] + [args[k:]], self.env)
        if len(params) != len(args):
            raise LispError(f'want {len(params)} arguments, got {len(args)}')
        return Env(params, args, self.env)

    def __call__(self, *args):
        return evaluate([Symbol('begin'), *self.body], self.bind(list(args)))


def prod(*xs):
    out = 1
    for x in xs:
        out *= x
    return out


GLOBAL = Env()
GLOBAL.update({'+': lambda *a: sum(a), '*': prod, '-': lambda a, *b: a - sum(b) if b else -a, '/': lambda a, b: a // b if isinstance(a, int) and a % b == 0 else a / b, '<': lambda a, b: a < b, '>': lambda a, b: a > b, '=': lambda a, b: a == b, 'mod': lambda a, b: a % b, 'car': lambda l: l[0], 'cdr': lambda l: l[1:], 'cons': lambda a, l: [a] + l, 'list': lambda *a: list(a), 'null?': lambda l: l == [], 'not': lambda x: x is False, 'length': len, 'append': lambda *ls: sum(ls, []), 'map': lambda f, l: [f(x) for x in l], 'apply': lambda f, l: f(*l), 'number?': lambda x: isinstance(x, (int, float)) and not isinstance(x, bool), 'symbol?': lambda x: isinstance(x, Symbol)})
MACROS = {}


def evaluate(x, env):
    while True:
        if isinstance(x, Symbol):
            return env.find(x)[x]
        if not isinstance(x, list):
            return x
        if not x:
            return []
        head, *rest = x
        match head:
            case 'quote':
                return rest[0]
            case 'if':
                test = evaluate(rest[0], env) is not False
                x = rest[1] if test else rest[2] if len(rest) > 2 else []
            case 'define':
                if isinstance(rest[0], list):
                    (name, *params), *body = rest
                    env[name] = Closure(params, body, env)
                else:
                    name = rest[0]
                    env[name] = evaluate(rest[1], env)
                return name
            case 'set!':
                env.find(rest[0])[rest[0]] = evaluate(rest[1], env)
                return rest[0]
            case 'lambda':
                return Closure(rest[0], rest[1:], env)
            case 'begin':
                for e in rest[:-1]:
                    evaluate(e, env)
                x = rest[-1]
            case 'let':
                names, values = zip(*((n, evaluate(v, env)) for n, v in rest[0]))
                env = Env(names, values, env)
                x = [Symbol('begin'), *rest[1:]]
            case 'defmacro':
                MACROS[rest[0]] = Closure(rest[1], rest[2:], env)
                return rest[0]
            case _ if isinstance(head, Symbol) and head in MACROS:
                x = MACROS[head](*rest)
            case _:
                f, *args = [evaluate(e, env) for e in x]
                if isinstance(f, Closure):
                    env = f.bind(args)
                    x = [Symbol('begin'), *f.body]
                elif callable(f):
                    return f(*args)
                else:
                    raise LispError(f'not callable: {show(f)}')


def show(x):
    if x is True:
        return '#t'
    if x is False:
        return '#f'
    if isinstance(x, list):
        return '(' + ' '.join(map(show, x)) + ')'
    return '<closure>' if isinstance(x, Closure) else '<builtin>' if callable(x) else str(x)


PROGRAM = """
(+ 1 2 (* 3 4)) (define x 10) (set! x (+ x 1)) x
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1))))) (fact 5) (fact 30)
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n)))) (loop 5000 0)
(define (compose f g) (lambda (x) (f (g x)))) ((compose fact (lambda (x) (+ x 1))) 4)
(define (make-counter) (let ((n 0)) (lambda () (begin (set! n (+ n 1)) n)))) (define c (make-counter)) (c) (c) (c)
(map (lambda (x) (* x x)) '(1 2 3)) (apply + '(1 2 3)) '(a (b c) 1.5) (car '(1 2)) (cdr '(1 2)) (cons 1 '(2))
(define (filter p l) (if (null? l) '() (if (p (car l)) (cons (car l) (filter p (cdr l))) (filter p (cdr l)))))
(filter (lambda (n) (= (mod n 2) 0)) '(1 2 3 4 5 6))
(defmacro unless (c body) (list 'if c #f body)) (unless #f 'ran) (unless #t 'never)
(define (sum . xs) (apply + xs)) (sum) (sum 1 2 3) (let ((a 1) (b 2)) (+ a b)) (if '() 'true 'false) (not 5) (/ 7 2) (/ 6 2) (- 5) (append '(1) '(2 3) '())
(define (queens n) (begin (define (ok q d qs) (if (null? qs) #t (if (= (car qs) q) #f (if (= (car qs) (+ q d)) #f (if (= (car qs) (- q d)) #f (ok q (+ d 1) (cdr qs))))))) (define (try q k qs) (if (= k 0) 1 (if (> q n) 0 (+ (if (ok q 1 qs) (try 1 (- k 1) (cons q qs)) 0) (try (+ q 1) k qs))))) (try 1 n '()))) (queens 5)
"""
for expr in read_all(PROGRAM):
    print(show(evaluate(expr, GLOBAL)), end=' | ')
print()
for text in ('(foo)', '(1 2)', '(fact)', '(car 5)', '(', ')', "(sum 'a 1)", '(cdr)', '((lambda (a . b) b))', "'"):
    try:
        print(show(evaluate(read_all(text)[0], GLOBAL)))
    except Exception as e:
        print(text, type(e).__name__, e)
