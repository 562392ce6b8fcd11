# Conversions and operators of numbers that Python deprecates: the last warning is on stderr.


class Tr:
    def __trunc__(self):
        return 3


class BI:
    def __int__(self):
        return True


class BX:
    def __index__(self):
        return True


class FS(float):
    pass


class BFS:
    def __float__(self):
        return FS(2.5)


class CS(complex):
    pass


class BCS:
    def __complex__(self):
        return CS(1)


class IS(int):
    pass


class BIS:
    def __int__(self):
        return IS(4)


def show(text, f):
    try:
        r = repr(f())
    except Exception as e:
        r = type(e).__name__ + ': ' + str(e)
    print(text, '=>', r if len(r) < 300 else r[:300] + '...')


show('int(Tr())', lambda: int(Tr()))
show('int(BI())', lambda: int(BI()))
show('int(BX())', lambda: int(BX()))
show('int(BIS())', lambda: int(BIS()))
show('type(int(BIS()))', lambda: type(int(BIS())))
show('complex(BCS())', lambda: complex(BCS()))
show('type(complex(BCS()))', lambda: type(complex(BCS())))
show('complex(1,1j)', lambda: complex(1,1j))
show('complex(1j,1)', lambda: complex(1j,1))
show('complex(real=1j)', lambda: complex(real=1j))
show('float(BFS())', lambda: float(BFS()))
show('type(float(BFS()))', lambda: type(float(BFS())))
show('~True', lambda: ~True)
