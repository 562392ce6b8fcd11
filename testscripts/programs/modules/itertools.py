def clean(s):
    while " at 0x" in s:
        i = s.index(" at 0x")
        s = s[:i] + s[s.index(">", i):]
    return s


import itertools as I
from itertools import *
def t(f,*a,**k):
    try:
        r=f(*a,**k)
        if hasattr(r,'__next__'): r=(type(r).__name__, list(islice(r,12)))
    except BaseException as e: r=f"{type(e).__name__}: {e}"
    print(clean(f"{getattr(f,'__name__',f)} {a} {k} {r}"))
print(count(), count(5), count(5,2), count(1.5), count(1,1.0), count(1,True), count(-3,-2), count(10**20), repeat('x'), repeat(3,4), repeat(times=2,object=7))
t(count,1,2); t(count,2.5,.5); t(count,'a'); t(count,1,2,3); t(count,start=3); t(count,step=5); t(count,9223372036854775805); t(count,x=1); t(count,1j); t(count, 2**63-2, 2**62)
c=count(9223372036854775806); next(c); next(c); print(c); print(next(c))
t(cycle,[1,2,3]); t(cycle,[]); t(cycle); t(cycle,1); t(cycle,'ab',2); t(cycle,x=1)
t(repeat,1,3); t(repeat,1); t(repeat); t(repeat,1,-2); t(repeat,1,'a'); t(repeat,1,2,3); t(repeat,1,1.5)
t(chain); t(chain,[1,2],(3,),'ab'); t(chain,[1],2); t(chain.from_iterable,[[1],[2,3]]); t(chain.from_iterable,1); t(chain.from_iterable); t(chain,a=1)
for a in [(),(1,),([1],),(range(9),3),(range(9),None),(range(9),2,6),(range(9),2,None,3),(range(9),-1),(range(9),-2),(range(9),-1,3),(range(9),1,-3),(range(9),1,-1),(range(9),1,3,0),(range(9),1,3,-1),(range(9),'a'),(range(9),1,'a'),(range(9),'a',3),(range(9),1,2,'a'),(range(9),10**30),(range(9),1.5),(range(9),None,5,None),(range(9),1,2,3,4),(5,3)]:
    t(islice,*a)
t(islice,range(3),stop=2)
print([(k,list(g)) for k,g in groupby('aaabbbcca')])
print([(k,list(g)) for k,g in groupby([1,3,5,2,4,7],key=lambda x:x%2)])
gs=[g for k,g in groupby('aabb')]; print([list(g) for g in gs])
g=groupby('aab'); k,x=next(g); print(k,next(x)); k2,y=next(g); print(k2,list(x),list(y))
t(groupby); t(groupby,1); t(groupby,[1],2); t(groupby,[1],key=1,z=2)
a,b,c=tee(iter(range(130)),3)
print(list(a)==list(range(130)), next(b), list(b)[-1], sum(c)); t(tee,[1],0); t(tee,[1],-1); t(tee,1); t(tee,[1,2],3)
a,b=tee([1,2,3]); next(a); print(type(a), [type(x) for x in tee(a)], list(a.__copy__()), list(a), list(b))
t(accumulate,[1,2,3,4]); t(accumulate,[1,2,3],lambda a,b:a*b); t(accumulate,[1,2],initial=10); t(accumulate,[],initial=1); t(accumulate,[]); t(accumulate,'abc'); t(accumulate,[1,'a']); t(accumulate); t(accumulate,1); t(accumulate,[1],None,3); t(accumulate,[9223372036854775807,1]); t(accumulate,[1,2],func=max)
t(takewhile,lambda x:x<3,range(9)); t(dropwhile,lambda x:x<3,range(9)); t(filterfalse,lambda x:x%2,range(9)); t(filterfalse,None,[0,1,'',2]); t(starmap,pow,[(2,3),[3,2]])
t(starmap,lambda *a:a,[(1,),[2,3],'ab',()]); t(starmap,lambda *a:a,[1]); t(takewhile,1); t(takewhile,1,2); t(takewhile,None,[1]); t(takewhile,a=1)
t(compress,'ABCDEF',[1,0,1,0,1,1]); t(compress,'AB',[1]); t(compress,1,2); t(compress,selectors=[1],data='z'); t(compress,'a')
t(zip_longest,'ab','xyz'); t(zip_longest,'ab','xyz',fillvalue='-'); t(zip_longest); t(zip_longest,[]); t(zip_longest,'a',fill=1); t(zip_longest,1)
t(product,'ab',[1,2]); t(product); t(product,[],'a'); t(product,'ab',repeat=2); t(product,'ab',repeat=0); t(product,'ab',repeat=-1); t(product,1); t(product,'a',rep=2); t(product,'ab',repeat='x'); t(product,'ab','c',repeat=2)
for f in (combinations,combinations_with_replacement,permutations):
    for a in [('abcd',2),('ab',3),('abc',0),('',0),('',1),('abc',-1),('abc',3),('abc','x'),(1,2),('abc',),(),(range(4),4),('abc',2,3)]: t(f,*a)
    t(f,'abc',r=2); t(f,iterable='abc',r=1)
t(permutations,'abc',None); t(permutations,'ab',1.5)
t(pairwise,'abcd'); t(pairwise,'a'); t(pairwise,''); t(pairwise,1); t(pairwise)
t(batched,'abcdefg',3); t(batched,'abc',0); t(batched,'abc','x'); t(batched,'abc',n=2); t(batched,'abcd',2,strict=True); t(batched,'abc',2,strict=True); t(batched,'abc')
class C(count):
    def __init__(self,*a): self.x=1
    foo=3
z=C(4); print(z,z.x,z.foo,next(z),next(z)); z.y=2; print(z.__dict__)
class It(islice): pass
print(list(It(range(10),2,8,3)))
class Ch(chain): pass
print(type(Ch.from_iterable([[1]])).__name__, list(Ch.from_iterable([[1],[2]])))
def stop(x):
    raise StopIteration
print(list(takewhile(stop,[1,2])))
for x in map(stop,[1]): print(x)
print(list(map(stop,[1])))
for n in [x for x in dir(I) if x[:2]!="__"]:
    o=getattr(I,n)
    if isinstance(o,type): print(n,o,o.__module__,o.__text_signature__,o.__name__)
    try:
        o.foo=1
    except BaseException as e: print(type(e).__name__,e)
print(repeat(None,5).__length_hint__())
