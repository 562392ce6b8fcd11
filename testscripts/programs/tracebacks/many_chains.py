# exit: 1
# stderr: whole
# Chains, notes, nested and wide groups, SyntaxErrors: each is a member of a group.
def c1():
    try: 1/0
    except Exception as e: raise ValueError("second") from e
def c2():
    try: 1/0
    except Exception: raise ValueError("second")
def c3():
    try: 1/0
    except Exception: raise ValueError("second") from None
def c4():
    try:
        try: 1/0
        except Exception as e: {}['x']
    except Exception as e:
        raise TypeError from e
def c5():
    e=ValueError(1); e.add_note("note one"); e.add_note("note\ntwo"); raise e
def c6():
    e=ValueError(1); e.__notes__="abc"; raise e
def c7():
    e=ValueError(1); e.__notes__=[1,2]; raise e
def c8():
    class E(Exception):
        def __str__(self): raise ValueError
    raise E
def c9():
    class E(Exception): pass
    raise E("")
def c11():
    def rec(n):
        if n==0: raise ValueError("deep")
        rec(n-1)
    rec(10)
def c12():
    def ping(n):
        if n==0: raise ValueError("deep")
        pong(n-1)
    def pong(n): ping(n)
    ping(5)
def d1():
    raise ExceptionGroup("eg",[ValueError(1),TypeError("t"),ExceptionGroup("nested",[KeyError("k"),OSError(2,"no","f")])])
def d3():
    try: 1/0
    except Exception as e:
        raise ExceptionGroup("x",[ValueError(1)]) from e
def d4():
    g=ValueError("leaf")
    for i in range(13): g=ExceptionGroup("l%d"%i,[g])
    raise g
def d5():
    try:
        try: raise ExceptionGroup("x",[ValueError(1),KeyError(2)])
        except* ValueError as e: raise TypeError("in handler")
    except BaseException as e: raise
def d6():
    e=ExceptionGroup("x",[ValueError(1)]); e.add_note("gnote"); e.exceptions[0].add_note("inner note\nline2"); raise e
def s1(): raise SyntaxError("bad",("f.py",3,5,"x = = 1\n",3,6))
def s2(): raise SyntaxError("bad",("f.py",3,None,"x = = 1\n"))
def s3(): raise SyntaxError("bad")
def s4(): raise SyntaxError("bad",("f.py",None,5,"x = = 1\n"))
def s5(): raise IndentationError("unexpected indent",("f.py",2,4,"    x\n",2,8))
def s6(): raise SyntaxError("bad",(None,3,1,"\tx\n",3,2))
def s7(): raise SyntaxError("bad",("f.py",3,50,"x = = 1\n",3,60))
def s8(): raise SyntaxError(None,("f.py",3,0,"x = = 1\n",3,0))
def s9(): raise SyntaxError("bad",("f.py",3,5,None))
def s10(): raise SyntaxError("bad",("f.py",3,5,"  x = = 1\n",4,2))
def d2():
    excs=[]
    for i in range(20):
        try: raise ValueError(i)
        except Exception as e: excs.append(e)
    raise ExceptionGroup("many",excs)


def group(name, functions):
    caught = []
    for f in functions:
        try:
            f()
        except Exception as e:
            caught.append(e)
    return ExceptionGroup(name, caught)


raise ExceptionGroup("all", [
    group("part 1", [c1, c2, c3, c4, c5, c6, c7, c8, c9, c11]),
    group("part 2", [c12, d1, d3, d4, d5, d6, s1, s2, s3, s4]),
    group("part 3", [s5, s6, s7, s8, s9, s10, d2]),
])
