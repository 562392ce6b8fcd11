# Functions as values: lambdas, partial application, reduce, dispatch tables, operator-like helpers.
from _functools import partial, reduce
import _operator as op

print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(op.mul, range(1, 6)), reduce(lambda a, b: b + a, 'abc'), reduce(max, [3, 9, 2]), reduce(op.add, [], 'init'), reduce(op.add, [[1], [2]], []))
p = partial(int, base=2)
print(p('101'), partial(print, 'a', sep='-').args, partial(pow, 2)(5), partial(partial(max, 1), 5)(3), p.func is int, p.keywords, partial(dict, a=1)(b=2), partial(dict, a=1)(a=9))
print(repr(partial(max, 1, 2)).replace(repr(max), 'MAX'), partial(lambda *a, **k: (a, k), 1, x=2)(3, y=4))


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


attempt(lambda: reduce(op.add, []))
attempt(lambda: reduce(op.add))
attempt(lambda: reduce(op.add, 5))
attempt(lambda: reduce(5, [1, 2]))
attempt(lambda: partial())
attempt(lambda: partial(5))
attempt(lambda: partial(max)())
attempt(lambda: p(1))
print([f(7, 2) for f in (op.add, op.sub, op.mul, op.truediv, op.floordiv, op.mod, op.pow, op.lshift, op.rshift, op.and_, op.or_, op.xor)])
print([f(1, 2) for f in (op.lt, op.le, op.eq, op.ne, op.ge, op.gt, op.is_, op.is_not)], op.not_(0), op.truth([]), op.neg(5), op.pos(-5), op.abs(-3), op.inv(5), op.index(4))
print(op.itemgetter(1)('abc'), op.itemgetter(0, 2)('abc'), op.itemgetter('k')({'k': 5}), op.attrgetter('real')(5), op.attrgetter('real', 'imag')(5), op.methodcaller('upper')('x'), op.methodcaller('split', ',', maxsplit=1)('a,b,c'), op.attrgetter('__class__.__name__')(5))
print(op.contains([1, 2], 2), op.concat('a', 'b'), op.countOf('hello', 'l'), op.indexOf('hello', 'l'), op.getitem([1, 2], 0), op.length_hint([1, 2]), sorted([(1, 'b'), (0, 'c'), (2, 'a')], key=op.itemgetter(1)))
d = {'a': 1}
op.setitem(d, 'b', 2)
op.delitem(d, 'a')
x = [1]
print(d, op.iadd(x, [2]), x, op.iconcat([1], [2]), op.imul(3, 4), repr(op.itemgetter(1, 'a')), repr(op.attrgetter('a.b')), repr(op.methodcaller('m', 1, k=2)))
attempt(lambda: op.add(1))
attempt(lambda: op.add(1, 'a'))
attempt(lambda: op.itemgetter())
attempt(lambda: op.attrgetter(1))
attempt(lambda: op.itemgetter(5)([1]))
attempt(lambda: op.attrgetter('x.y')(5))
attempt(lambda: op.methodcaller(5))
attempt(lambda: op.methodcaller('nope')(5))
attempt(lambda: op.indexOf([1], 2))
attempt(lambda: op.concat(1, 2))
attempt(lambda: op.index(1.5))
calc = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b if b else float('nan')}


def rpn(text):
    stack = []
    for tok in text.split():
        if tok in calc:
            b, a = stack.pop(), stack.pop()
            stack.append(calc[tok](a, b))
        else:
            stack.append(float(tok) if '.' in tok else int(tok))
    return stack


print(rpn('3 4 + 2 *'), rpn('5 1 2 + 4 * + 3 -'), rpn('1 0 /'), rpn('1.5 2'))
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, z=3), (lambda: (yield))().send(None), (lambda a, /, b, *, c: (a, b, c))(1, b=2, c=3), (lambda x=(1, 2): x)(), [(lambda n: n * k)(2) for k in range(3)])
Y = lambda f: (lambda x: f(lambda *a: x(x)(*a)))(lambda x: f(lambda *a: x(x)(*a)))
print(Y(lambda self: lambda n: 1 if n == 0 else n * self(n - 1))(10))
zero = lambda f: lambda x: x
succ = lambda n: lambda f: lambda x: f(n(f)(x))
plus = lambda a: lambda b: lambda f: lambda x: a(f)(b(f)(x))
times = lambda a: lambda b: lambda f: a(b(f))
church = lambda n: zero if n == 0 else succ(church(n - 1))
number = lambda c: c(lambda n: n + 1)(0)
print(number(plus(church(3))(church(4))), number(times(church(6))(church(7))))
pipeline = [str.strip, str.lower, lambda s: s.replace(' ', '_'), lambda s: s + '!']
print(reduce(lambda v, f: f(v), pipeline, '  Hello There World '), list(map(lambda f: f(-3), [abs, str, bool, lambda v: v ** 2])))
