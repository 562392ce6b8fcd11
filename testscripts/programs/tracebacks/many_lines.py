# exit: 1
# stderr: whole
# Carets, operators and suggestions of many failing lines: the members of groups in one group.
class Obj:
    def __init__(self): self.attr=1; self._priv=2; self.blech=3
    def meth(self): return self.atr
    def meth2(self): return blech
    def meth3(self): return self.priv
    def meth4(self): return blec
def a1(): 1/0
def a2():
    x = 1
    y = 0
    return x / y
def a3():
    return (1 +
        2 / 0)
def a4():
    d={}
    d['a']['b']['c']
def a5():
    x=[1,2]
    return x[0][1][2]
def a6():
    foo(1,
        2,
        3)
def a7():
    def foo(*a): raise ValueError("multi\nline\nmessage")
    foo(1,
        2,
        3)
def a8():
    def foo(*a): raise ValueError("x")
    x = foo(1,
        2,
        (lambda: 3)(),
        [i for i in range(3)],
        5)
def a9(): undefined_name
def b1(): Obj().meth()
def b2(): Obj().meth2()
def b3(): Obj().meth3()
def b4(): Obj().meth4()
def b5(): Obj().attrr
def b6(): prnt("x")
def b7(): [].appendd
def b8(): "x".uper()
def e1(): assert 1 == 2
def e2(): assert (1 ==
   2), "msg"
def e3(): raise KeyError("a b")
def e4(): x: int = 1/0
def e6():
    for i in 5: pass
def e7():
    a, b = 1, 2, 3
def e8():
    return [x/0 for x in range(3)]
def e9():
    return {k: v/0 for k,v in {1:2}.items()}
def e10():
    x = lambda: 1/0
    return x()
def e11():
    f"{1/0}"
def e12():
    print(f"{undefined!r:>{width}}")
def e13():
    "abc" + 1
def e14(): -"a"
def e15(): not Obj().x.y
def e16(): 1 < "a" < 2
def e17(): Obj().attr.foo.bar
def e18(): Obj().attr()
def e19(): Obj()[0]
def e20():
    o=Obj(); o[0]=1
def e21():
    o=Obj(); del o[0]
def e22():
    o=Obj(); o.x.y=1
def e23():
    o=Obj(); del o.x
def e24():
    x = 5; x += "a"
def e25():
    return max(
        1, "a"
    )
def e26():
    raise ValueError(
        "long "
        "message"
    )
def e28():
    @undefined_deco
    def f(): pass
def e29(): (yield_ + 1) * 2
def e30():
    é = 1; return é / 0 + "日本"
def e31():
    x = "日本語"; return x.foo("日本") + 1/0
def e32(): return "日本" + 1
def e33():
    if 1/0: pass
def e34():
    while 1/0: pass
def e35(): return 1/0 if True else 2
def e36(): return (1/0)
def e37(): return ((1)/(0))
def e38(): return sum([1,
  2,
  "x"
  ])
def e41(): raise
def e42(): raise 5
def e43(): raise ValueError from 5
def e44(): int("x")
def e45(): return int("x") + \
   2
def e46():
    try: return 1/0
    finally: undefined_in_finally
def e47():
    def g():
        yield 1
        1/0
    list(g())
def e48():
    def g():
        yield 1/0
    yield_from = g()
    next(yield_from)
def e49(): {}[1]; 2
def e50():
    match 1/0:
        case 1: pass
def e51(): lambda: 1; x = (lambda q: q/0)(1)
def e52(): exec_ = 1; exec_()
def e53(): foo = print; foo(1, sep=5)
def e54(): Obj(1,2,3)
def e55(): Obj.meth()
def e56(): return Obj().meth(*[1,2],**{})
def e57(): return None.foo
def e58():
    x = 1
    def inner():
        return y
        y = 1
    inner()
def e59():
    del undefined_thing
def e60(): print(1, 2, undefined, 3)
def e61(): 1 + 2 * 3 / 0 - 1
def e62(): a = b = c = 1/0
def e63(): a.b.c = 1
def e64(): (1,2,3)[5]
def e65(): "abc"[10]
def e66(): x = [1,2,3][
   10
   ]
def e67(): [1,2,3][1:2:0]
def e68(): int(
 "5"
 "x"
 )
def e69(): 1 if undefined else 2
def e70(): undefined and 1
def e71(): 1 in 5
def e72(): 5 @ 3
def e73(): x = 1; x @= 3
def e74(): 1 << -1
def e75(): 2 ** "a"
def e76(): divmod(1, 0)
def e77(): ~"a"


def group(name, functions):
    caught = []
    for f in functions:
        try:
            f()
        except Exception as e:
            caught.append(e)
    return ExceptionGroup(name, caught)


raise ExceptionGroup("all", [
    group("part 1", [a1, a2, a3, a4, a5, a6, a7, a8, a9, b1, b2, b3]),
    group("part 2", [b4, b5, b6, b7, b8, e1, e2, e3, e4, e6, e7, e8]),
    group("part 3", [e9, e10, e11, e12, e13, e14, e15, e16, e17, e18, e19, e20]),
    group("part 4", [e21, e22, e23, e24, e25, e26, e28, e29, e30, e31, e32, e33]),
    group("part 5", [e34, e35, e36, e37, e38, e41, e42, e43, e44, e45, e46, e47]),
    group("part 6", [e48, e49, e50, e51, e52, e53, e54, e55, e56, e57, e58, e59]),
    group("part 7", [e60, e61, e62, e63, e64, e65, e66, e67, e68, e69, e70, e71]),
    group("part 8", [e72, e73, e74, e75, e76, e77]),
])
