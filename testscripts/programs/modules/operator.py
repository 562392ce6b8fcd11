def clean(s):
    while " at 0x" in s:
        i = s.index(" at 0x")
        s = s[:i] + s[s.index(">", i):]
    return s


import _operator as O
from _operator import *
def t(f,*a,**k):
    try: r=f(*a,**k)
    except BaseException as e: r=f"{type(e).__name__}: {e}"
    print(clean(f"{getattr(f,'__name__',f)} {a} {k} {r}"))
class V:
    def __init__(s,**k): s.__dict__.update(k)
    def __repr__(s): return 'V'
    def m(s,*a,**k): return (a,k)
    def __index__(s): return 3
    def __matmul__(s,o): return 'mm'
    def __imatmul__(s,o): return 'imm'
    def __length_hint__(s): return 7
for n in dir(O):
    f=getattr(O,n)
    if not callable(f) or n[0]=='_' or n in('itemgetter','attrgetter','methodcaller','call'): continue
    for a in [(),(1,),(2.5,),('ab',),(None,),([1,2],),(V(),),(7,2),(7,0),([1,2],[3]),([1,2],0),({'a':1},'a'),('abc','b'),(2,'x'),(V(),1),([1,2,2],2),(1,2,3),([5,6],0,9),({1,2},{2}),(-7,2),('%s!',3),(7,None),(7,-1),((1,2),(3,)),([1],5)]:
        t(f,*a)
    t(f,a=1)
for f in (itemgetter(1),itemgetter(1,0),itemgetter('a'),itemgetter(slice(0,2)),itemgetter(-1),attrgetter('x'),attrgetter('x','y'),attrgetter('x.y'),attrgetter('x.z','y'),methodcaller('m'),methodcaller('m',1,k=2),methodcaller('upper'),methodcaller('nope')):
    print(f, type(f))
    for o in ([1,2,3],(4,),'abc',{'a':1,1:2},V(x=V(y=5),y=2),None): t(f,o)
    t(f); t(f,1,2); t(f,o=1)
t(itemgetter); t(attrgetter); t(methodcaller); t(attrgetter,1); t(attrgetter,'a',2); t(methodcaller,1); t(itemgetter,x=1); t(attrgetter,x=1); t(methodcaller,x=1); t(attrgetter,''); t(attrgetter('a..b'),V())
t(call,lambda *a,**k:(a,k),1,2,x=3); t(call); t(call,1)
t(O._compare_digest,'a','a'); t(O._compare_digest,'a','b'); t(O._compare_digest,b'a',bytearray(b'a')); t(O._compare_digest,'a',b'a'); t(O._compare_digest,'é','é'); t(O._compare_digest,1,2); t(O._compare_digest,'abc','ab'); t(O._compare_digest,'a')
t(length_hint,[1,2]); t(length_hint,V()); t(length_hint,1); t(length_hint,1,5); t(length_hint,1,'x'); t(length_hint,iter([1,2,3])); t(length_hint)
class T(tuple): 
    def __getitem__(s,i): return 'T'
t(itemgetter(0),T((1,2))); t(itemgetter(True),(1,2)); t(itemgetter(5),(1,2)); t(itemgetter(-1),(1,2)); t(itemgetter(0),[]); 
print(itemgetter.__text_signature__, sorted([(2,'b'),(1,'a')],key=itemgetter(0)), list(map(attrgetter('real'),[1,2.5])))
l=[1]; print(iadd(l,[2]) is l, l, iconcat(l,(3,)), l); t(iconcat,1,2); t(concat,[1],2); t(concat,1,2); t(concat,1,[2]); t(delitem,l,0); print(l); t(setitem,l,0,5); print(l); t(setitem,(1,),0,1); t(indexOf,[1,2],3); t(indexOf,1,2); t(countOf,'aab','a'); t(countOf,1,1); t(contains,1,1)
