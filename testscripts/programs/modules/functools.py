def clean(s):
    while " at 0x" in s:
        i = s.index(" at 0x")
        s = s[:i] + s[s.index(">", i):]
    return s


import _functools as F
from _functools import *
def t(f,*a,**k):
    try: r=f(*a,**k)
    except BaseException as e: r=f"{type(e).__name__}: {e}"
    print(clean(f"{getattr(f,'__name__',f)} {a} {k} {r}"))
def f(*a,**k): return (a,k)
t(reduce,lambda a,b:a+b,[1,2,3]); t(reduce,lambda a,b:a+b,[]); t(reduce,lambda a,b:a+b,[],5); t(reduce,lambda a,b:a+b,1); t(reduce,1); t(reduce); t(reduce,1,[1]); t(reduce,1,[1,2]); t(reduce,lambda a,b:a*b,range(1,6),2); t(reduce,1,[],initial=3); t(reduce,1,[],3,4); t(reduce,f,[1,2],x=1)
p=partial(f,1,2,x=3); print(p(), p(4,y=5), p(x=9), p.func is f, p.args, p.keywords); 
t(partial); t(partial,1); t(partial,x=1); t(p.__setstate__,1); t(p.__setstate__,(f,1,2,3)); t(setattr,p,'func',1); t(setattr,p,'args',1); t(delattr,p,'keywords')
p.foo=1; print(p.__dict__, p.foo); q=partial(p,7); print(q.func is p, q.args, q()); del p.foo; q=partial(p,7,z=1); print(q.func is f,q.func is p, q.args,q.keywords,q(8))
print(repr(partial(len)),repr(partial(len,1,a=2)), repr(partial(f)).replace(repr(f),'F'))
class P(partial): pass
z=P(f,1); print(repr(z).replace(repr(f),'F'), z(2)); z.u=3; print(z.__reduce__()[2][1:], p.__reduce__()[2][1:]); z.__setstate__((len,(),{},None)); print(z([1,2]), z)
r=partial(f); r.__setstate__((r,(1,),{},{})); print(r); r.__setstate__((f,(),{},{}))
t(p.__class_getitem__,int) if 0 else 0
class C:
    m=partial(f,1)

def cmp(a,b): return (a>b)-(a<b)
K=cmp_to_key(cmp); print(K(1)<K(2), K(1)==K(1), K(3)>=K(4), K(obj=3).obj, type(K(1)))
t(cmp_to_key); t(cmp_to_key,1,2); t(cmp_to_key,mycmp=cmp); t(K); t(K,1,2); t(lambda: K(1)<3); t(hash,K(1)); t(lambda: K<K(1)); t(lambda: cmp_to_key(1)(1)<cmp_to_key(1)(2)); print(sorted([3,1,2],key=cmp_to_key(lambda a,b:b-a))); k=K(1); k.obj=5; print(k.obj,k>K(4)); del k.obj; t(getattr,k,'obj'); t(setattr,k,'foo',1)
class CI(tuple): 
    def __new__(c,*a): return tuple.__new__(c,a)
def ff(*a,**k): print('call',a,k); return (a,k)
L=F._lru_cache_wrapper
c=L(ff,2,False,CI); c(1);c(2);c(1);c(3);c(2);c(1.0);c(x=1);c(x=1);print(c.cache_info()); c.cache_clear(); print(c.cache_info()); c.zz=3; print(c.__dict__)
c=L(ff,None,True,CI); c(1);c(1.0);c(1);c('a');c(1,y=2);c(1,y=2.0);c(1,y=2); print(c.cache_info())
c=L(ff,0,False,CI); c(1);c(1); print(c.cache_info()); c=L(ff,-5,False,CI); c(1); print(c.cache_info())
t(L); t(L,1,2,3,4); t(L,ff,'x',0,CI); t(L,ff,1.5,0,CI); t(L,ff,1); c=L(ff,5,False,CI); t(c,[]); t(c,{},1); t(c,x=[])
class M:
    m=L(lambda self,x: print('m',x) or x,10,False,CI)
a=M(); a.m(1);a.m(1);a.m(2); print(M.m.cache_info(), M.m is M.__dict__['m']); print(c.__copy__() is c, c.__deepcopy__({}) is c)
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
fib=L(fib,None,False,CI); print(fib(80), fib.cache_info()); fib=L(fib.__wrapped__,3,False,CI) if hasattr(fib,'__wrapped__') else 0
def g(n): return n if n<2 else g(n-1)+g(n-2)
g=L(g,4,False,CI); print(g(30), g.cache_info())
def boom(x): raise ValueError(x)
b=L(boom,3,False,CI); t(b,1); t(b,1); print(b.cache_info())
if hasattr(F,'Placeholder'):
    _=Placeholder; print(_, type(_), type(_)() is _, _.__reduce__()); t(type(_),1)
    p=partial(f,_,2); print(p(1), p(1,3,k=4), repr(p).replace(repr(f),'F')); t(p); t(partial,f,_); t(partial,f,1,_); t(partial,f,x=_); q=partial(p,_,5) ; print(q.args,q(9)); q=partial(p,1); print(q.args,q()); q=partial(f,_,_,3); print(partial(q,1).args if 0 else q(1,2)); q2=partial(q,_,4); print(q2.args,q2(0)); t(q); t(q,1); t(setattr,_,'x',1); t(p.__setstate__,(f,(_,),{},None)); t(p,x=_)
