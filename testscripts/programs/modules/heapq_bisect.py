def clean(s):
    while " at 0x" in s:
        i = s.index(" at 0x")
        s = s[:i] + s[s.index(">", i):]
    return s


import _heapq as H, _bisect as B
def t(f,*a,**k):
    try: r=f(*a,**k)
    except BaseException as e: r=f"{type(e).__name__}: {e}"
    print(clean(f"{f.__name__} {a} {k} {r}"))
x=12345
def rnd():
    global x
    x=(x*1103515245+12345)%2**31
    return x%97
names=[n for n in dir(H) if n[0]!='_' or n.startswith('_heap')]
print(names)
for n in names:
    f=getattr(H,n)
    for a in [(),([],),([],1),(1,),((1,),2),([3,1,2],),([3,1,2],5),([3,1,2],0),([1,'a',2],),([1,'a',2],3),([1],2,3)]: t(f,*[list(y) if isinstance(y,list) else y for y in a])
    t(f,heap=[])
h=[]
for i in range(200): H.heappush(h,rnd())
print(h)
print([H.heappop(h) for i in range(50)],h)
h=[(rnd(),chr(97+i%26)) for i in range(100)]; H.heapify(h); print(h)
for i in range(40): print(H.heapreplace(h,(rnd(),'z')),H.heappushpop(h,(rnd(),'q')),end=' ')
print(h)
h=[rnd()*1.5 for i in range(60)]; hm=getattr(H,'heapify_max',None) or H._heapify_max; hm(h); print(h); pm=getattr(H,'heappop_max',None) or H._heappop_max; print([pm(h) for i in range(20)])
if hasattr(H,'heappush_max'):
    for i in range(20): H.heappush_max(h,rnd()); print(H.heappushpop_max(h,rnd()),H.heapreplace_max(h,rnd()),end=' ')
    print(h)
class Evil:
    def __init__(s,v): s.v=v
    def __lt__(s,o): l.clear(); return True
l=[Evil(i) for i in range(5)]; t(lambda: H.heappop(l)); l=[Evil(i) for i in range(5)]; t(lambda: H.heapify(l)); l=[Evil(1)]; t(lambda: H.heappushpop(l,Evil(2))); l=[Evil(1)]; t(lambda: H.heappush(l,Evil(2)))
a=[1,2,2,2,5,9]
for n in ('bisect_left','bisect_right','insort_left','insort_right'):
    f=getattr(B,n)
    for args in [(a,2),(a,0),(a,99),(a,5),(a,2,3),(a,2,0,2),(a,2,-1),(a,2,0,-1),(a,2,0,100),(a,),(1,2),(a,'x'),(a,2,'y'),(a,2,0,'z'),(tuple(a),2),(a,2,0,None),(a,2,0,None,1)]:
        c=[list(y) if isinstance(y,list) else y for y in args]; t(f,*c); print(c)
    t(f,a[:],x=4,lo=1,hi=3); t(f,a[:],2.5,key=lambda v:v*2); t(f,sorted('hello'),'k'); t(f,a[:],3,key=5)
l=[]
for i in range(100): B.insort(l,rnd()) if hasattr(B,'insort') else B.insort_right(l,rnd())
print(l)
class L(list):
    def insert(s,i,x): print('ins',i,x); super().insert(i,x)
l=L([1,3]); B.insort_left(l,2); print(l)
