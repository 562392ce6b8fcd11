"""Statements whose bytecode differs between versions, with jumps, handlers, closures and long operands."""
import os.path as p, sys
from os import *

x: int = 1
def plain(a, b=1, /, *args, c: int = 2, **kw):
    x = a + b
    x -= a @ b
    del b
    return [x, *args, c, kw, a < x, a is not x, a not in args, -x, ~x, +x, not x, f"{a!r:>{c}} {x}", {**kw, 'k': a}]

def loops(n, cells):
    for i in range(n):
        if i % 2 and n or i > 5:
            continue
        while n is not None:
            n -= 1
            if n is None:
                break
    else:
        return {k: v for k, v in enumerate([j for j in cells if j])}, {s for s in n}, lambda: (i, x)
    assert cells, "message"
    cells[1:2] = cells[n], cells[::2]

def handlers(f):
    try:
        with f() as g, open(f) as h:
            g()
    except (ValueError, OSError) as e:
        raise TypeError from e
    finally:
        del f
    try:
        f()
    except* ValueError as e:
        print(e)

async def asynchronous(it):
    async with it as cm:
        async for x in it:
            await x
            yield x
    [y async for y in it if await y]

def generator(x):
    y = yield from x
    class Inner(Base, metaclass=Meta):
        attr = y
        def method(self, *a, **k):
            nonlocal y
            y = super().method(*a, **k, z=1)
            global g
            g = __class__
    return Inner

def matching(x):
    match x:
        case [1, *rest] if rest: return rest
        case {"k": v, **rest}: return v
        case Class(a, b=2): return a
        case None | 3.5: return
        case _: raise

def long(x):
    """A label and operands beyond 255."""
    for i in x:
        x.a0.a1.a2.a3.a4.a5.a6.a7.a8.a9.a10.a11.a12.a13.a14.a15.a16.a17.a18.a19.a20.a21.a22.a23.a24.a25.a26.a27.a28.a29.a30
        x.b0.b1.b2.b3.b4.b5.b6.b7.b8.b9.b10.b11.b12.b13.b14.b15.b16.b17.b18.b19.b20.b21.b22.b23.b24.b25.b26.b27.b28.b29.b30
        x.c0.c1.c2.c3.c4.c5.c6.c7.c8.c9.c10.c11.c12.c13.c14.c15.c16.c17.c18.c19.c20.c21.c22.c23.c24.c25.c26.c27.c28.c29.c30
        x.d0.d1.d2.d3.d4.d5.d6.d7.d8.d9.d10.d11.d12.d13.d14.d15.d16.d17.d18.d19.d20.d21.d22.d23.d24.d25.d26.d27.d28.d29.d30
        x.e0.e1.e2.e3.e4.e5.e6.e7.e8.e9.e10.e11.e12.e13.e14.e15.e16.e17.e18.e19.e20.e21.e22.e23.e24.e25.e26.e27.e28.e29.e30.e31
