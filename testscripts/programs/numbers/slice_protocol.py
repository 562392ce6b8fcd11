# slice objects: construction, comparison, hash and indices.


class Idx:
    def __index__(self):
        return 7


inf = float('inf')
nan = float('nan')


def show(text, f):
    try:
        r = repr(f())
    except Exception as e:
        r = type(e).__name__ + ': ' + str(e)
    print(text, '=>', r if len(r) < 300 else r[:300] + '...')


show('slice(5).__sizeof__()', lambda: slice(5).__sizeof__())
show('slice()', lambda: slice())
show('slice(1,2,3,4)', lambda: slice(1,2,3,4))
show('slice(1,2)', lambda: slice(1,2))
show('slice(5)', lambda: slice(5))
show('slice(x=1)', lambda: slice(x=1))
show('slice(1,2)==slice(1,2)', lambda: slice(1,2)==slice(1,2))
show('slice(1,2)<slice(1,3)', lambda: slice(1,2)<slice(1,3))
show('slice(1,2)<5', lambda: slice(1,2)<5)
show('hash(slice(1,2))==hash((1,2,None))', lambda: hash(slice(1,2))==hash((1,2,None)))
show('hash(slice([]))', lambda: hash(slice([])))
show('slice(1,2).indices(5)', lambda: slice(1,2).indices(5))
show('slice(None,None,-1).indices(5)', lambda: slice(None,None,-1).indices(5))
show('slice(None,None,0).indices(5)', lambda: slice(None,None,0).indices(5))
show('slice(1,2).indices(-1)', lambda: slice(1,2).indices(-1))
show("slice(1,2).indices('a')", lambda: slice(1,2).indices('a'))
show("slice('a').indices(5)", lambda: slice('a').indices(5))
show('slice(2**70).indices(2**80)', lambda: slice(2**70).indices(2**80))
show('slice(1.5).indices(5)', lambda: slice(1.5).indices(5))
show('slice(1,2).__reduce__()', lambda: slice(1,2).__reduce__())
show('slice(1,2).start', lambda: slice(1,2).start)
show('slice(1,2,3).indices(10)', lambda: slice(1,2,3).indices(10))
show('slice(-1,None,-2).indices(10)', lambda: slice(-1,None,-2).indices(10))
show('slice(None,-11,-1).indices(10)', lambda: slice(None,-11,-1).indices(10))
show('slice(20,None).indices(10)', lambda: slice(20,None).indices(10))
show('slice(1,None,2**70).indices(10)', lambda: slice(1,None,2**70).indices(10))
show('slice(Idx()).indices(10)', lambda: slice(Idx()).indices(10))
show('slice(1,2).indices(Idx())', lambda: slice(1,2).indices(Idx()))
show('slice(1,2).indices(2**70)', lambda: slice(1,2).indices(2**70))
show('slice(None,None,None)', lambda: slice(None,None,None))
show("slice('a',[1],{})", lambda: slice('a',[1],{}))
show('slice(1)!=slice(1)', lambda: slice(1)!=slice(1))
show('slice(1).__eq__(5)', lambda: slice(1).__eq__(5))
show('slice(nan)==slice(nan)', lambda: slice(nan)==slice(nan))
