# Code objects made and changed by programs, and f_locals of functions: reading, writing, names beyond the code's own.
import sys


def f(a, /, b, *args, c=1, **kw):
    "doc"
    x = 1
    y = [i for i in range(3)]
    def g(): return x
    return a


co = f.__code__
CT = type(co)


def mk(**k):
    d = dict(argcount=co.co_argcount, posonlyargcount=co.co_posonlyargcount, kwonlyargcount=co.co_kwonlyargcount, nlocals=co.co_nlocals, stacksize=co.co_stacksize,
             flags=co.co_flags, codestring=co.co_code, constants=co.co_consts, names=co.co_names, varnames=co.co_varnames, filename=co.co_filename, name=co.co_name,
             qualname=co.co_qualname, firstlineno=co.co_firstlineno, linetable=co.co_linetable, exceptiontable=co.co_exceptiontable, freevars=co.co_freevars, cellvars=co.co_cellvars)
    d.update(k)
    return CT(*d.values())


fr = None


def h(p):
    global fr
    q = 2
    (lambda: p)
    fr = sys._getframe()
    return fr.f_locals


lp = h(5)
tb = None
try:
    1 / 0
except Exception as e:
    tb = e.__traceback__
try:
    print(mk()==co, hash(mk())==hash(co), mk(name="q")==co)
except BaseException as e:
    print('print(mk()==co, hash(mk())==hash(co), mk(name="q")==co)', '=>', type(e).__name__, e)
try:
    CT()
except BaseException as e:
    print('CT()', '=>', type(e).__name__, e)
try:
    CT(1)
except BaseException as e:
    print('CT(1)', '=>', type(e).__name__, e)
try:
    mk(argcount=-1)
except BaseException as e:
    print('mk(argcount=-1)', '=>', type(e).__name__, e)
try:
    mk(argcount="a")
except BaseException as e:
    print('mk(argcount="a")', '=>', type(e).__name__, e)
try:
    mk(codestring=1)
except BaseException as e:
    print('mk(codestring=1)', '=>', type(e).__name__, e)
try:
    mk(codestring=b"a")
except BaseException as e:
    print('mk(codestring=b"a")', '=>', type(e).__name__, e)
try:
    mk(constants=1)
except BaseException as e:
    print('mk(constants=1)', '=>', type(e).__name__, e)
try:
    mk(names=1)
except BaseException as e:
    print('mk(names=1)', '=>', type(e).__name__, e)
try:
    mk(names=(1,))
except BaseException as e:
    print('mk(names=(1,))', '=>', type(e).__name__, e)
try:
    mk(varnames=1)
except BaseException as e:
    print('mk(varnames=1)', '=>', type(e).__name__, e)
try:
    mk(varnames=())
except BaseException as e:
    print('mk(varnames=())', '=>', type(e).__name__, e)
try:
    mk(nlocals=1)
except BaseException as e:
    print('mk(nlocals=1)', '=>', type(e).__name__, e)
try:
    mk(filename=1)
except BaseException as e:
    print('mk(filename=1)', '=>', type(e).__name__, e)
try:
    mk(name=1)
except BaseException as e:
    print('mk(name=1)', '=>', type(e).__name__, e)
try:
    mk(qualname=1)
except BaseException as e:
    print('mk(qualname=1)', '=>', type(e).__name__, e)
try:
    mk(firstlineno="a")
except BaseException as e:
    print('mk(firstlineno="a")', '=>', type(e).__name__, e)
try:
    mk(linetable=1)
except BaseException as e:
    print('mk(linetable=1)', '=>', type(e).__name__, e)
try:
    mk(exceptiontable=1)
except BaseException as e:
    print('mk(exceptiontable=1)', '=>', type(e).__name__, e)
try:
    mk(freevars=1)
except BaseException as e:
    print('mk(freevars=1)', '=>', type(e).__name__, e)
try:
    mk(cellvars=(1,))
except BaseException as e:
    print('mk(cellvars=(1,))', '=>', type(e).__name__, e)
try:
    mk(posonlyargcount=-5)
except BaseException as e:
    print('mk(posonlyargcount=-5)', '=>', type(e).__name__, e)
try:
    mk(kwonlyargcount=-5)
except BaseException as e:
    print('mk(kwonlyargcount=-5)', '=>', type(e).__name__, e)
try:
    mk(kwonlyargcount=15)
except BaseException as e:
    print('mk(kwonlyargcount=15)', '=>', type(e).__name__, e)
try:
    co.replace(1)
except BaseException as e:
    print('co.replace(1)', '=>', type(e).__name__, e)
try:
    co.replace(foo=1)
except BaseException as e:
    print('co.replace(foo=1)', '=>', type(e).__name__, e)
try:
    co.replace(co_name=1)
except BaseException as e:
    print('co.replace(co_name=1)', '=>', type(e).__name__, e)
try:
    co.replace(co_code=b"a")
except BaseException as e:
    print('co.replace(co_code=b"a")', '=>', type(e).__name__, e)
try:
    co.replace(co_consts=1)
except BaseException as e:
    print('co.replace(co_consts=1)', '=>', type(e).__name__, e)
try:
    co.replace(co_varnames=())
except BaseException as e:
    print('co.replace(co_varnames=())', '=>', type(e).__name__, e)
try:
    co.replace(co_nlocals=1)
except BaseException as e:
    print('co.replace(co_nlocals=1)', '=>', type(e).__name__, e)
try:
    co.replace(co_argcount=99)
except BaseException as e:
    print('co.replace(co_argcount=99)', '=>', type(e).__name__, e)
try:
    co.replace(co_filename=1)
except BaseException as e:
    print('co.replace(co_filename=1)', '=>', type(e).__name__, e)
try:
    co<co
except BaseException as e:
    print('co<co', '=>', type(e).__name__, e)
try:
    co.co_name=1
except BaseException as e:
    print('co.co_name=1', '=>', type(e).__name__, e)
try:
    co.foo
except BaseException as e:
    print('co.foo', '=>', type(e).__name__, e)
try:
    print(list(co.co_lines()))
except BaseException as e:
    print('print(list(co.co_lines()))', '=>', type(e).__name__, e)
try:
    print(list(co.co_positions())[:3])
except BaseException as e:
    print('print(list(co.co_positions())[:3])', '=>', type(e).__name__, e)
try:
    print(type(co.co_lines()),type(co.co_positions()))
except BaseException as e:
    print('print(type(co.co_lines()),type(co.co_positions()))', '=>', type(e).__name__, e)
try:
    print(co._varname_from_oparg(0))
except BaseException as e:
    print('print(co._varname_from_oparg(0))', '=>', type(e).__name__, e)
try:
    co._varname_from_oparg(99)
except BaseException as e:
    print('co._varname_from_oparg(99)', '=>', type(e).__name__, e)
try:
    co._varname_from_oparg("a")
except BaseException as e:
    print('co._varname_from_oparg("a")', '=>', type(e).__name__, e)
try:
    co()
except BaseException as e:
    print('co()', '=>', type(e).__name__, e)
try:
    CT(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19)
except BaseException as e:
    print('CT(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19)', '=>', type(e).__name__, e)
try:
    print(co.co_freevars, f.__code__.co_consts[-1] if 0 else 0)
except BaseException as e:
    print('print(co.co_freevars, f.__code__.co_consts[-1] if 0 else 0)', '=>', type(e).__name__, e)
try:
    class C: co=co
except BaseException as e:
    print('class C: co=co', '=>', type(e).__name__, e)
try:
    print(co==1)
except BaseException as e:
    print('print(co==1)', '=>', type(e).__name__, e)
try:
    mk(firstlineno=-5)
except BaseException as e:
    print('mk(firstlineno=-5)', '=>', type(e).__name__, e)
try:
    mk(argcount=1<<40)
except BaseException as e:
    print('mk(argcount=1<<40)', '=>', type(e).__name__, e)
try:
    CT(a=1)
except BaseException as e:
    print('CT(a=1)', '=>', type(e).__name__, e)
try:
    print(lp,type(lp),len(lp),list(lp),list(lp.items()),list(lp.values()),list(reversed(lp)),"p" in lp, 1 in lp)
except BaseException as e:
    print('print(lp,type(lp),len(lp),list(lp),list(lp.items()),list(lp.values()),list(reversed(lp)),"', '=>', type(e).__name__, e)
try:
    print(lp["p"])
except BaseException as e:
    print('print(lp["p"])', '=>', type(e).__name__, e)
try:
    lp["zz"]
except BaseException as e:
    print('lp["zz"]', '=>', type(e).__name__, e)
try:
    lp[1]
except BaseException as e:
    print('lp[1]', '=>', type(e).__name__, e)
try:
    lp["p"]=6;print(lp["p"], lp)
except BaseException as e:
    print('lp["p"]=6;print(lp["p"], lp)', '=>', type(e).__name__, e)
try:
    lp["new"]=1;print(lp["new"],lp,len(lp),list(lp))
except BaseException as e:
    print('lp["new"]=1;print(lp["new"],lp,len(lp),list(lp))', '=>', type(e).__name__, e)
try:
    lp[1]=2
except BaseException as e:
    print('lp[1]=2', '=>', type(e).__name__, e)
try:
    print(lp,lp[1])
except BaseException as e:
    print('print(lp,lp[1])', '=>', type(e).__name__, e)
try:
    del lp["new"]
except BaseException as e:
    print('del lp["new"]', '=>', type(e).__name__, e)
try:
    del lp["p"]
except BaseException as e:
    print('del lp["p"]', '=>', type(e).__name__, e)
try:
    lp.pop("p")
except BaseException as e:
    print('lp.pop("p")', '=>', type(e).__name__, e)
try:
    lp.popitem()
except BaseException as e:
    print('lp.popitem()', '=>', type(e).__name__, e)
try:
    lp.clear()
except BaseException as e:
    print('lp.clear()', '=>', type(e).__name__, e)
try:
    print(lp.get("p"),lp.get("nope"),lp.get("nope",3))
except BaseException as e:
    print('print(lp.get("p"),lp.get("nope"),lp.get("nope",3))', '=>', type(e).__name__, e)
try:
    lp.get()
except BaseException as e:
    print('lp.get()', '=>', type(e).__name__, e)
try:
    print(lp.setdefault("p",9),lp.setdefault("s",9))
except BaseException as e:
    print('print(lp.setdefault("p",9),lp.setdefault("s",9))', '=>', type(e).__name__, e)
try:
    lp.update({"p":7});print(lp["p"])
except BaseException as e:
    print('lp.update({"p":7});print(lp["p"])', '=>', type(e).__name__, e)
try:
    lp.update(1)
except BaseException as e:
    print('lp.update(1)', '=>', type(e).__name__, e)
try:
    lp.update(p=1)
except BaseException as e:
    print('lp.update(p=1)', '=>', type(e).__name__, e)
try:
    print(lp.copy(),type(lp.copy()))
except BaseException as e:
    print('print(lp.copy(),type(lp.copy()))', '=>', type(e).__name__, e)
try:
    lp<1
except BaseException as e:
    print('lp<1', '=>', type(e).__name__, e)
try:
    hash(lp)
except BaseException as e:
    print('hash(lp)', '=>', type(e).__name__, e)
try:
    print(type(lp|{"a":1}), {"a":1}|lp)
except BaseException as e:
    print('print(type(lp|{"a":1}), {"a":1}|lp)', '=>', type(e).__name__, e)
try:
    lp|1
except BaseException as e:
    print('lp|1', '=>', type(e).__name__, e)
try:
    lp|=  {"p":8};print(lp["p"])
except BaseException as e:
    print('lp|=  {"p":8};print(lp["p"])', '=>', type(e).__name__, e)
try:
    print(type(lp)(fr))
except BaseException as e:
    print('print(type(lp)(fr))', '=>', type(e).__name__, e)
try:
    type(lp)()
except BaseException as e:
    print('type(lp)()', '=>', type(e).__name__, e)
try:
    type(lp)(1)
except BaseException as e:
    print('type(lp)(1)', '=>', type(e).__name__, e)
try:
    lp.foo
except BaseException as e:
    print('lp.foo', '=>', type(e).__name__, e)
try:
    lp.keys()
except BaseException as e:
    print('lp.keys()', '=>', type(e).__name__, e)
try:
    print(lp.keys())
except BaseException as e:
    print('print(lp.keys())', '=>', type(e).__name__, e)
try:
    fr.f_lineno=3
except BaseException as e:
    print('fr.f_lineno=3', '=>', type(e).__name__, e)
try:
    fr.f_lineno="a"
except BaseException as e:
    print('fr.f_lineno="a"', '=>', type(e).__name__, e)
try:
    del fr.f_lineno
except BaseException as e:
    print('del fr.f_lineno', '=>', type(e).__name__, e)
try:
    fr.f_trace_lines=1
except BaseException as e:
    print('fr.f_trace_lines=1', '=>', type(e).__name__, e)
try:
    fr.f_trace_opcodes=1
except BaseException as e:
    print('fr.f_trace_opcodes=1', '=>', type(e).__name__, e)
try:
    fr.f_trace_opcodes=True
except BaseException as e:
    print('fr.f_trace_opcodes=True', '=>', type(e).__name__, e)
try:
    fr.f_lasti=1
except BaseException as e:
    print('fr.f_lasti=1', '=>', type(e).__name__, e)
try:
    fr.f_code=1
except BaseException as e:
    print('fr.f_code=1', '=>', type(e).__name__, e)
try:
    sys._getframe().clear()
except BaseException as e:
    print('sys._getframe().clear()', '=>', type(e).__name__, e)
try:
    type(fr)()
except BaseException as e:
    print('type(fr)()', '=>', type(e).__name__, e)
try:
    fr.foo
except BaseException as e:
    print('fr.foo', '=>', type(e).__name__, e)
try:
    sys._getframe(1000)
except BaseException as e:
    print('sys._getframe(1000)', '=>', type(e).__name__, e)
try:
    print(sys._getframe().f_locals is globals())
except BaseException as e:
    print('print(sys._getframe().f_locals is globals())', '=>', type(e).__name__, e)
try:
    lp["self"]=1; print(lp.__reversed__())
except BaseException as e:
    print('lp["self"]=1; print(lp.__reversed__())', '=>', type(e).__name__, e)
try:
    for k in lp: print(k)
except BaseException as e:
    print('for k in lp: print(k)', '=>', type(e).__name__, e)
try:
    match lp:
      case {"q":x}: print("matched",x)
      case _: print("no match")
except BaseException as e:
    print('match lp:;   case {"q":x}: print("matched",x);   case _: print("no match")', '=>', type(e).__name__, e)
try:
    print({**lp})
except BaseException as e:
    print('print({**lp})', '=>', type(e).__name__, e)
try:
    print(dict(lp))
except BaseException as e:
    print('print(dict(lp))', '=>', type(e).__name__, e)
try:
    print(type(tb),tb.tb_lineno>0,tb.tb_next,tb.tb_lasti>0)
except BaseException as e:
    print('print(type(tb),tb.tb_lineno>0,tb.tb_next,tb.tb_lasti>0)', '=>', type(e).__name__, e)
try:
    tb.tb_next=1
except BaseException as e:
    print('tb.tb_next=1', '=>', type(e).__name__, e)
try:
    tb.tb_next=tb
except BaseException as e:
    print('tb.tb_next=tb', '=>', type(e).__name__, e)
try:
    del tb.tb_next
except BaseException as e:
    print('del tb.tb_next', '=>', type(e).__name__, e)
try:
    tb.tb_lineno=1
except BaseException as e:
    print('tb.tb_lineno=1', '=>', type(e).__name__, e)
try:
    tb.tb_frame=1
except BaseException as e:
    print('tb.tb_frame=1', '=>', type(e).__name__, e)
try:
    print(dir(tb)[:3],tb.__dir__())
except BaseException as e:
    print('print(dir(tb)[:3],tb.__dir__())', '=>', type(e).__name__, e)
try:
    type(tb)()
except BaseException as e:
    print('type(tb)()', '=>', type(e).__name__, e)
try:
    type(tb)(1,2,3,4)
except BaseException as e:
    print('type(tb)(1,2,3,4)', '=>', type(e).__name__, e)
try:
    type(tb)(None,2,3,4)
except BaseException as e:
    print('type(tb)(None,2,3,4)', '=>', type(e).__name__, e)
try:
    type(tb)(tb,tb.tb_frame,"a",4)
except BaseException as e:
    print('type(tb)(tb,tb.tb_frame,"a",4)', '=>', type(e).__name__, e)
try:
    t2=type(tb)(None,tb.tb_frame,1,4);print(t2.tb_lineno,t2.tb_lasti);t2.tb_next=tb;tb.tb_next=t2
except BaseException as e:
    print('t2=type(tb)(None,tb.tb_frame,1,4);print(t2.tb_lineno,t2.tb_lasti);t2.tb_next=tb;tb.tb_next', '=>', type(e).__name__, e)
try:
    print(repr(tb)[:10])
except BaseException as e:
    print('print(repr(tb)[:10])', '=>', type(e).__name__, e)
try:
    tb.foo
except BaseException as e:
    print('tb.foo', '=>', type(e).__name__, e)
try:
    tb.tb_lasti=1
except BaseException as e:
    print('tb.tb_lasti=1', '=>', type(e).__name__, e)
try:
    t2=type(tb)(None,tb.tb_frame,2,-1);print(t2.tb_lineno)
except BaseException as e:
    print('t2=type(tb)(None,tb.tb_frame,2,-1);print(t2.tb_lineno)', '=>', type(e).__name__, e)
try:
    type(tb)(tb_next=None,tb_frame=tb.tb_frame,tb_lasti=1,tb_lineno=2)
except BaseException as e:
    print('type(tb)(tb_next=None,tb_frame=tb.tb_frame,tb_lasti=1,tb_lineno=2)', '=>', type(e).__name__, e)
try:
    type(tb)(None,tb.tb_frame,1,4,5)
except BaseException as e:
    print('type(tb)(None,tb.tb_frame,1,4,5)', '=>', type(e).__name__, e)
