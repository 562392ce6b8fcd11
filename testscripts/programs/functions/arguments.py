# Argument passing in all forms, and the message of every wrong call.
def plain(a, b): return (a, b)
def defaults(a, b=2, c=3): return (a, b, c)
def var(a, *args, **kw): return (a, args, kw)
def kwonly(a, *, b, c=3): return (a, b, c)
def posonly(a, b=2, /): return (a, b)
def mixed(a, b, /, c, d=4, *args, e, f=6, **kw): return (a, b, c, d, args, e, f, kw)
def none(): return 'none'
def only_kw(*, x, y, z): return (x, y, z)
def star(*args): return args
def kws(**kw): return kw
def pos_kw(a, /, **kw): return (a, kw)
def many(a, b, c, d): return (a, b, c, d)


def attempt(text, f):
    try:
        print(text, '=', f())
    except TypeError as e:
        print(text, '->', e)


attempt('plain(1, 2)', lambda: plain(1, 2))
attempt('plain(b=1, a=2)', lambda: plain(b=1, a=2))
attempt('plain(*[1], **{"b": 2})', lambda: plain(*[1], **{'b': 2}))
attempt('plain(*"ab")', lambda: plain(*'ab'))
attempt('defaults(1)', lambda: defaults(1))
attempt('defaults(1, c=9)', lambda: defaults(1, c=9))
attempt('var(1, 2, 3, k=4)', lambda: var(1, 2, 3, k=4))
attempt('var(a=1, b=2)', lambda: var(a=1, b=2))
attempt('kwonly(1, b=2)', lambda: kwonly(1, b=2))
attempt('posonly(1)', lambda: posonly(1))
attempt('mixed(1, 2, 3, e=5)', lambda: mixed(1, 2, 3, e=5))
attempt('mixed(1, 2, c=3, e=5, a=1, z=2)', lambda: mixed(1, 2, c=3, e=5, a=1, z=2))
attempt('mixed(1, 2, 3, 4, 5, 6, e=7, f=8)', lambda: mixed(1, 2, 3, 4, 5, 6, e=7, f=8))
attempt('pos_kw(1, a=2)', lambda: pos_kw(1, a=2))
attempt('kws(self=1, cls=2)', lambda: kws(self=1, cls=2))
attempt('star(*[1], 2, *(3, 4))', lambda: star(*[1], 2, *(3, 4)))
attempt('kws(**{"a": 1}, b=2, **{"c": 3})', lambda: kws(**{'a': 1}, b=2, **{'c': 3}))
attempt('kws(**{"a b": 1})', lambda: kws(**{'a b': 1}))

print('-- missing')
attempt('plain()', lambda: plain())
attempt('plain(1)', lambda: plain(1))
attempt('plain(b=1)', lambda: plain(b=1))
attempt('many()', lambda: many())
attempt('many(1)', lambda: many(1))
attempt('many(d=1)', lambda: many(d=1))
attempt('kwonly(1)', lambda: kwonly(1))
attempt('kwonly()', lambda: kwonly())
attempt('only_kw()', lambda: only_kw())
attempt('only_kw(y=1)', lambda: only_kw(y=1))
attempt('only_kw(x=1, y=1)', lambda: only_kw(x=1, y=1))
attempt('mixed()', lambda: mixed())
attempt('mixed(1, 2, 3)', lambda: mixed(1, 2, 3))
attempt('posonly()', lambda: posonly())
attempt('var()', lambda: var())
attempt('lambda x, y: 0', lambda: (lambda x, y: 0)(1))

print('-- too many')
attempt('none(1)', lambda: none(1))
attempt('none(1, 2)', lambda: none(1, 2))
attempt('plain(1, 2, 3)', lambda: plain(1, 2, 3))
attempt('defaults(1, 2, 3, 4)', lambda: defaults(1, 2, 3, 4))
attempt('posonly(1, 2, 3)', lambda: posonly(1, 2, 3))
attempt('kwonly(1, 2)', lambda: kwonly(1, 2))
attempt('kwonly(1, 2, b=1)', lambda: kwonly(1, 2, b=1))
attempt('kwonly(1, 2, 3, b=1, c=2)', lambda: kwonly(1, 2, 3, b=1, c=2))
attempt('only_kw(1, x=1)', lambda: only_kw(1, x=1))
attempt('kws(1)', lambda: kws(1))

print('-- keywords')
attempt('plain(1, 2, c=3)', lambda: plain(1, 2, c=3))
attempt('plain(1, a=2)', lambda: plain(1, a=2))
attempt('plain(1, 2, a=2)', lambda: plain(1, 2, a=2))
attempt('none(x=1)', lambda: none(x=1))
attempt('star(x=1)', lambda: star(x=1))
attempt('posonly(a=1)', lambda: posonly(a=1))
attempt('posonly(1, b=1)', lambda: posonly(1, b=1))
attempt('posonly(a=1, b=1)', lambda: posonly(a=1, b=1))
attempt('mixed(1, b=2, c=3, e=4)', lambda: mixed(1, b=2, c=3, e=4))
attempt('var(1, a=2)', lambda: var(1, a=2))
attempt('plain(**{"a": 1, 2: 3})', lambda: plain(**{'a': 1, 2: 3}))
attempt('plain(1, **{"a": 1})', lambda: plain(1, **{'a': 1}))
attempt('kws(a=1, **{"a": 2})', lambda: kws(a=1, **{'a': 2}))
attempt('kws(**{"a": 1}, **{"a": 2})', lambda: kws(**{'a': 1}, **{'a': 2}))
attempt('plain(*5)', lambda: plain(*5))
attempt('plain(*None)', lambda: plain(*None))
attempt('plain(1, *5)', lambda: plain(1, *5))
attempt('plain(**5)', lambda: plain(**5))
attempt('plain(**[1])', lambda: plain(**[1]))
attempt('plain(a=1, **None)', lambda: plain(a=1, **None))
attempt('defaults(1, 2, B=3)', lambda: defaults(1, 2, B=3))
attempt('defaults(alpha=3)', lambda: defaults(alpha=3))
attempt('5()', lambda: (5)())
attempt('None()', lambda: None())
attempt('"f"()', lambda: 'f'())


class C:
    def method(self, a, b=2): return (a, b)
    @staticmethod
    def static(a): return a
    @classmethod
    def cls_method(cls, a): return a
    def __call__(self, x): return x
    def noself(): return 1


c = C()
attempt('c.method()', lambda: c.method())
attempt('c.method(1, 2, 3)', lambda: c.method(1, 2, 3))
attempt('c.method(self=1)', lambda: c.method(self=1))
attempt('C.method(1)', lambda: C.method(1))
attempt('C.method()', lambda: C.method())
attempt('c.static()', lambda: c.static())
attempt('c.static(1, 2)', lambda: c.static(1, 2))
attempt('c.cls_method()', lambda: c.cls_method())
attempt('C.cls_method(1, 2)', lambda: C.cls_method(1, 2))
attempt('c()', lambda: c())
attempt('c(1, 2)', lambda: c(1, 2))
attempt('c.noself()', lambda: c.noself())
attempt('C(1)', lambda: C(1))
attempt('C(x=1)', lambda: C(x=1))
attempt('inner', lambda: (lambda: [(lambda a: a)() for _ in 'x'])())
