def clean(s):
    while " at 0x" in s:
        i = s.index(" at 0x")
        s = s[:i] + s[s.index(">", i):]
    return s


from _collections import *
from _collections import _count_elements, _tuplegetter
class LU(OrderedDict):
    def __setitem__(self,k,v):
        super().__setitem__(k,v); self.move_to_end(k)
l=LU([(1,2)],b=3); l[1]=9; print(l, list(l), l.popitem(), len(l)); l.foo=1; print(l.__dict__, l.copy(), type(l.copy()))
class LRU(OrderedDict):
    def __init__(self,maxsize=3,*a,**k):
        self.maxsize=maxsize; super().__init__(*a,**k)
    def __getitem__(self,key):
        v=super().__getitem__(key); self.move_to_end(key); return v
    def __setitem__(self,k,v):
        super().__setitem__(k,v)
        if len(self)>self.maxsize: del self[next(iter(self))]
l=LRU(3)
for i in range(6): l[i]=i*i
l[3]; print(l, list(l.items()), list(reversed(l)), l=={4:16,5:25,3:9}, l==OrderedDict([(4,16),(5,25),(3,9)]), l!=OrderedDict([(3,9),(5,25),(4,16)]))
o=OrderedDict((i,i) for i in range(40))
for i in range(0,40,3): o.move_to_end(i,last=False)
for i in range(1,40,5): o.move_to_end(i)
print(list(o)); 
while len(o)>30: o.popitem(last=False)
for i in range(100,110): o[i]=1; o.move_to_end(i,False); del o[i]
print(list(o), o.keys(), o.values(), list(reversed(o.items()))[:3], o.keys()&{1,2,3}, 5 in o.keys(), len(o.items()))
print(o.keys()=={*o}, o.items()==dict(o).items(), isinstance(o.keys(), type({}.keys())))
a=OrderedDict(a=1); print(a|{'b':2}, {'b':2}|a, type({'b':2}|a)); a|=[('z',1)]; print(a); a['self']=a; print(a)
class S(OrderedDict):
    def __missing__(self,k): return ('miss',k)
print(S()['q']); s=S(a=1); print(s.setdefault('b',4), s)
try: S().pop(1,2)
except Exception as e: print(e)
x=OrderedDict.fromkeys('hello'); print(x, dict(x), {**x}, x.get('h',3), list(x))
class D(deque):
    pass
d=D([1,2,3],2); d.x=1; print(d, d.copy(), type(d.copy()), d+d, d*2, type(d*2)); 
d=deque(range(10)); d.rotate(3); print(d); d.rotate(-5); print(d); d.rotate(27); print(d); d.insert(2,'x'); d.insert(-1,'y'); d.insert(100,'z'); d.insert(-100,'w'); print(d); del d[2]; del d[-3]; d[0]=5; print(d, d[0], d[-1], d[5]); d.remove(7); d.reverse(); print(d, list(reversed(d)))
d=deque(maxlen=3); d.extend(range(5)); print(d); d.extendleft('ab'); print(d, d.maxlen, d.count(2), d.index('a'), 'b' in d, bool(d), bool(deque())); d*=3; print(d); d+=d; print(d); d.extend(d); d.clear(); print(d)
e=deque(); 
for i in range(1000): 
    e.append(i)
    if i%3==0: e.popleft()
print(len(e), e[0], e[-1], sum(e)); print(deque([1,2])<deque([1,3]), deque([1])==deque([1],5), deque([1,2])>=deque([1,2]), deque()!=[] )
d=deque([1]); d.append(d); print(d); 
match deque([1,2]):
    case [a,b]: print('seq',a,b)
dd=defaultdict(list)
for k,v in [('a',1),('b',2),('a',3)]: dd[k].append(v)
print(dd, dict(dd), sorted(dd.items()), dd.get('zz'), 'zz' in dd, len(dd)); 
n=defaultdict(lambda: defaultdict(int)); n['a']['b']+=1; n['a']['c']-=2; print(n['a'], {k:dict(v) for k,v in n.items()})
class DD(defaultdict):
    def __missing__(self,k): self[k]=k*2; return self[k]
q=DD(); print(q[4], q, q==dict(q)); print(defaultdict(int,{'a':1})=={'a':1}, defaultdict(int)!={}); dd.default_factory=None
try: dd['nope']
except KeyError as e: print(repr(e))
class DF(defaultdict):
    def __init__(self): super().__init__(self.mk); 
    def mk(self): return 7
f=DF(); print(f[1]);
c=defaultdict(int); _count_elements(c,[1,2,1,True,1.0,'a']); print(c); del c[1]; c.pop(2); c.setdefault('k',4); c.update(z=1); print(c, list(c), c.popitem())
class T(tuple):
    x=_tuplegetter(0,'X'); y=_tuplegetter(1,'Y')
t=T((3,4)); print(t.x,t.y,T.x,T.x.__doc__)
try: t.x=1
except AttributeError as e: print(e)
class M(dict):
    def get(self,k,d=None): return super().get(k,10)
m=M(); _count_elements(m,'aab'); print(m)
import sys
for key in slice(0, 1), 'a', 1.0:
    try:
        deque([1, 2])[key]
    except TypeError as e:
        print(e)
