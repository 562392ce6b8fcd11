# The protocol of generators, coroutines and async generators: send, throw, close, their awaitables, and the errors of each.
def gg():
    x = yield 1
    return 3


async def c(): return 1


async def ag():
    x = yield 1
    print("got", x)
    yield 2


def drive(a):
    try:
        while True:
            print("y", a.send(None))
    except StopIteration as e:
        return e.value


g = gg()
try:
    print(g.gi_frame.f_lineno,g.gi_frame.f_lasti,g.gi_suspended,g.gi_running,g.gi_yieldfrom,g.gi_frame.f_back,g.gi_code.co_name)
except BaseException as e:
    print('print(g.gi_frame.f_lineno,g.gi_frame.f_lasti,g.gi_suspended,g.gi_running,g.gi_yieldfrom,g.', '=>', type(e).__name__, e)
try:
    g.send(1)
except BaseException as e:
    print('g.send(1)', '=>', type(e).__name__, e)
try:
    print(next(g),g.gi_suspended)
except BaseException as e:
    print('print(next(g),g.gi_suspended)', '=>', type(e).__name__, e)
try:
    g.send(None)
except BaseException as e:
    print('g.send(None)', '=>', type(e).__name__, e)
try:
    next(g)
except BaseException as e:
    print('next(g)', '=>', type(e).__name__, e)
try:
    print(g.gi_frame)
except BaseException as e:
    print('print(g.gi_frame)', '=>', type(e).__name__, e)
try:
    g.throw(ValueError("x"))
except BaseException as e:
    print('g.throw(ValueError("x"))', '=>', type(e).__name__, e)
try:
    g.throw(1)
except BaseException as e:
    print('g.throw(1)', '=>', type(e).__name__, e)
try:
    g.throw()
except BaseException as e:
    print('g.throw()', '=>', type(e).__name__, e)
try:
    g.throw(1,2,3,4)
except BaseException as e:
    print('g.throw(1,2,3,4)', '=>', type(e).__name__, e)
try:
    g.throw(int)
except BaseException as e:
    print('g.throw(int)', '=>', type(e).__name__, e)
try:
    print(g.close())
except BaseException as e:
    print('print(g.close())', '=>', type(e).__name__, e)
try:
    g=gg();print(g.close())
except BaseException as e:
    print('g=gg();print(g.close())', '=>', type(e).__name__, e)
try:
    g=gg();next(g);print(g.close())
except BaseException as e:
    print('g=gg();next(g);print(g.close())', '=>', type(e).__name__, e)
try:
    g=gg();g.throw(ValueError("y"))
except BaseException as e:
    print('g=gg();g.throw(ValueError("y"))', '=>', type(e).__name__, e)
try:
    g=gg();next(g);g.throw(KeyError)
except BaseException as e:
    print('g=gg();next(g);g.throw(KeyError)', '=>', type(e).__name__, e)
try:
    g.__name__=1
except BaseException as e:
    print('g.__name__=1', '=>', type(e).__name__, e)
try:
    del g.__name__
except BaseException as e:
    print('del g.__name__', '=>', type(e).__name__, e)
try:
    type(g)()
except BaseException as e:
    print('type(g)()', '=>', type(e).__name__, e)
try:
    g.gi_code=1
except BaseException as e:
    print('g.gi_code=1', '=>', type(e).__name__, e)
try:
    g.gi_frame=1
except BaseException as e:
    print('g.gi_frame=1', '=>', type(e).__name__, e)
try:
    print(type(g)[int])
except BaseException as e:
    print('print(type(g)[int])', '=>', type(e).__name__, e)
try:
    def a():
      yield 1
      yield from b()
    def b():
      try:
        yield 2
      except ValueError: yield 3
    g=a();print(next(g),next(g),g.gi_yieldfrom.__name__,g.throw(ValueError),list(g))
except BaseException as e:
    print('def a():;   yield 1;   yield from b(); def b():;   try:;     yield 2;   except ValueError:', '=>', type(e).__name__, e)
try:
    def a():
      try: yield 1
      except GeneratorExit: yield 2
    g=a();next(g);g.close()
except BaseException as e:
    print('def a():;   try: yield 1;   except GeneratorExit: yield 2; g=a();next(g);g.close()', '=>', type(e).__name__, e)
try:
    def a():
      try: yield 1
      except GeneratorExit: return 5
    g=a();next(g);print(g.close())
except BaseException as e:
    print('def a():;   try: yield 1;   except GeneratorExit: return 5; g=a();next(g);print(g.close())', '=>', type(e).__name__, e)
try:
    def a():
      r=yield from b()
      print("r",r)
    def b():
      yield 1
      return 7
    print(list(a()))
except BaseException as e:
    print('def a():;   r=yield from b();   print("r",r); def b():;   yield 1;   return 7; print(list(', '=>', type(e).__name__, e)
try:
    def a():
      raise StopIteration(3)
      yield
    next(a())
except BaseException as e:
    print('def a():;   raise StopIteration(3);   yield; next(a())', '=>', type(e).__name__, e)
try:
    def a():
      next(g2)
      yield
    g2=a()
    next(g2)
except BaseException as e:
    print('def a():;   next(g2);   yield; g2=a(); next(g2)', '=>', type(e).__name__, e)
try:
    def a():
      yield from [1,2]
    g=a();next(g);g.send(3)
except BaseException as e:
    print('def a():;   yield from [1,2]; g=a();next(g);g.send(3)', '=>', type(e).__name__, e)
try:
    def a():
      yield from [1,2]
    g=a();next(g);g.throw(ValueError("zz"))
except BaseException as e:
    print('def a():;   yield from [1,2]; g=a();next(g);g.throw(ValueError("zz"))', '=>', type(e).__name__, e)
try:
    def a():
      yield from 1
    next(a())
except BaseException as e:
    print('def a():;   yield from 1; next(a())', '=>', type(e).__name__, e)
try:
    class It:
      def __iter__(s): return s
      def __next__(s): return 1
      def close(s): raise ValueError("cl")
    def a():
      yield from It()
    g=a();next(g);g.close()
except BaseException as e:
    print('class It:;   def __iter__(s): return s;   def __next__(s): return 1;   def close(s): raise', '=>', type(e).__name__, e)
try:
    def a():
      yield from It()
    g=a();next(g);g.throw(GeneratorExit)
except BaseException as e:
    print('def a():;   yield from It(); g=a();next(g);g.throw(GeneratorExit)', '=>', type(e).__name__, e)
try:
    q=c()
    try:q.send(None)
    except StopIteration as e:print(e.value)
    q.send(None)
except BaseException as e:
    print('q=c(); try:q.send(None); except StopIteration as e:print(e.value); q.send(None)', '=>', type(e).__name__, e)
try:
    q.throw(ValueError)
except BaseException as e:
    print('q.throw(ValueError)', '=>', type(e).__name__, e)
try:
    q.close();print("closed ok")
except BaseException as e:
    print('q.close();print("closed ok")', '=>', type(e).__name__, e)
try:
    drive(A.__anext__())
except BaseException as e:
    print('drive(A.__anext__())', '=>', type(e).__name__, e)
try:
    A=ag();drive(A.asend(1))
except BaseException as e:
    print('A=ag();drive(A.asend(1))', '=>', type(e).__name__, e)
try:
    s.throw(ValueError)
except BaseException as e:
    print('s.throw(ValueError)', '=>', type(e).__name__, e)
try:
    s.close();print("ok")
except BaseException as e:
    print('s.close();print("ok")', '=>', type(e).__name__, e)
try:
    A=ag();drive(A.__anext__());drive(A.athrow(ValueError("q")))
except BaseException as e:
    print('A=ag();drive(A.__anext__());drive(A.athrow(ValueError("q")))', '=>', type(e).__name__, e)
try:
    A=ag();drive(A.__anext__());print(drive(A.aclose()));drive(A.__anext__())
except BaseException as e:
    print('A=ag();drive(A.__anext__());print(drive(A.aclose()));drive(A.__anext__())', '=>', type(e).__name__, e)
try:
    async def ag2():
      try: yield 1
      finally: yield 2
    A=ag2();drive(A.__anext__());drive(A.aclose())
except BaseException as e:
    print('async def ag2():;   try: yield 1;   finally: yield 2; A=ag2();drive(A.__anext__());drive(A', '=>', type(e).__name__, e)
try:
    A=ag();th=A.athrow(ValueError);drive(th)
except BaseException as e:
    print('A=ag();th=A.athrow(ValueError);drive(th)', '=>', type(e).__name__, e)
try:
    th.send(None)
except BaseException as e:
    print('th.send(None)', '=>', type(e).__name__, e)
try:
    A=ag();cl=A.aclose();drive(cl);drive(cl)
except BaseException as e:
    print('A=ag();cl=A.aclose();drive(cl);drive(cl)', '=>', type(e).__name__, e)
try:
    async def ag4():
      raise StopIteration(1)
      yield
    drive(ag4().__anext__())
except BaseException as e:
    print('async def ag4():;   raise StopIteration(1);   yield; drive(ag4().__anext__())', '=>', type(e).__name__, e)
try:
    async def ag4():
      raise StopAsyncIteration(1)
      yield
    drive(ag4().__anext__())
except BaseException as e:
    print('async def ag4():;   raise StopAsyncIteration(1);   yield; drive(ag4().__anext__())', '=>', type(e).__name__, e)
try:
    async def c4(): raise StopIteration
    drive(c4())
except BaseException as e:
    print('async def c4(): raise StopIteration; drive(c4())', '=>', type(e).__name__, e)
try:
    async def m():
      return await anext(ag(),7)
    print(drive(m()))
except BaseException as e:
    print('async def m():;   return await anext(ag(),7); print(drive(m()))', '=>', type(e).__name__, e)
try:
    async def empty():
      return
      yield
    async def m():
      return await anext(empty(),7)
    print(drive(m()))
except BaseException as e:
    print('async def empty():;   return;   yield; async def m():;   return await anext(empty(),7); pr', '=>', type(e).__name__, e)
try:
    async def m():
      async for x in ag(): print("it",x)
      return [y async for y in ag()]
    print(drive(m()))
except BaseException as e:
    print('async def m():;   async for x in ag(): print("it",x);   return [y async for y in ag()]; pr', '=>', type(e).__name__, e)
try:
    async def m():
      q=aw2()
      await q
      await q
    async def aw2(): pass
    drive(m())
except BaseException as e:
    print('async def m():;   q=aw2();   await q;   await q; async def aw2(): pass; drive(m())', '=>', type(e).__name__, e)
try:
    g=gg();g.__del__();print(g.gi_frame)
except BaseException as e:
    print('g=gg();g.__del__();print(g.gi_frame)', '=>', type(e).__name__, e)
try:
    x=gg();x.gi_frame.clear();print(x.gi_frame);next(x)
except BaseException as e:
    print('x=gg();x.gi_frame.clear();print(x.gi_frame);next(x)', '=>', type(e).__name__, e)
