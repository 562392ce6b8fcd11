# complex: construction, operators and methods, and what each raises.


class Idx:
    def __index__(self):
        return 7


class F:
    def __float__(self):
        return 1.5


class BF:
    def __float__(self):
        return 'x'


class C:
    def __complex__(self):
        return 1+2j


class BC:
    def __complex__(self):
        return 'x'


class CS(complex):
    pass


inf = float('inf')
nan = float('nan')


def show(text, f):
    try:
        r = repr(f())
    except Exception as e:
        r = type(e).__name__ + ': ' + str(e)
    print(text, '=>', r if len(r) < 300 else r[:300] + '...')


show('1j//1', lambda: 1j//1)
show('1j%1', lambda: 1j%1)
show('divmod(1j,1)', lambda: divmod(1j,1))
show('pow(1j,2,3)', lambda: pow(1j,2,3))
show('int(1j)', lambda: int(1j))
show('float(1j)', lambda: float(1j))
show('1j<2', lambda: 1j<2)
show('1<1j', lambda: 1<1j)
show('1j==1', lambda: 1j==1)
show('0j**-1', lambda: 0j**-1)
show('0j**1j', lambda: 0j**1j)
show('(1+2j)/0', lambda: (1+2j)/0)
show('(1+2j)**400000', lambda: (1+2j)**400000)
show("complex('1+2j')", lambda: complex('1+2j'))
show("complex('x')", lambda: complex('x'))
show("complex('1_0')", lambda: complex('1_0'))
show("complex('1__0')", lambda: complex('1__0'))
show("complex('1',2)", lambda: complex('1',2))
show("complex(1,'2')", lambda: complex(1,'2'))
show("complex('1',imag=2)", lambda: complex('1',imag=2))
show('complex([])', lambda: complex([]))
show('complex(1,[])', lambda: complex(1,[]))
show('complex(C())', lambda: complex(C()))
show('complex(BC())', lambda: complex(BC()))
show('complex(F())', lambda: complex(F()))
show('complex(1,C())', lambda: complex(1,C()))
show('complex(10**400)', lambda: complex(10**400))
show('complex(1,10**400)', lambda: complex(1,10**400))
show('complex(Idx())', lambda: complex(Idx()))
show('complex(BF())', lambda: complex(BF()))
show('complex(x=1)', lambda: complex(x=1))
show('complex(1,2,3)', lambda: complex(1,2,3))
show('complex()', lambda: complex())
show('complex(imag=2)', lambda: complex(imag=2))
show("complex(real='1')", lambda: complex(real='1'))
show('complex(None)', lambda: complex(None))
show('CS(CS(1))', lambda: CS(CS(1)))
show('type(complex(CS(1)))', lambda: type(complex(CS(1))))
show('(1+2j).__getnewargs__()', lambda: (1+2j).__getnewargs__())
show('complex.from_number(5)', lambda: complex.from_number(5))
show("complex.from_number('5')", lambda: complex.from_number('5'))
show('complex.from_number(C())', lambda: complex.from_number(C()))
show('complex.from_number([])', lambda: complex.from_number([]))
show('type(CS.from_number(1))', lambda: type(CS.from_number(1)))
show('complex.__lt__(1j,2)', lambda: complex.__lt__(1j,2))
show('complex.__eq__(1j,2)', lambda: complex.__eq__(1j,2))
show("complex.__eq__(1j,'a')", lambda: complex.__eq__(1j,'a'))
show('(1j).__sizeof__()', lambda: (1j).__sizeof__())
show('hash(1j)', lambda: hash(1j))
show('complex(1,-0.0)', lambda: complex(1,-0.0))
show('complex(-0.0,nan)', lambda: complex(-0.0,nan))
show('complex(inf,-inf)', lambda: complex(inf,-inf))
show('abs(complex(inf,nan))', lambda: abs(complex(inf,nan)))
show('abs(complex(nan,1))', lambda: abs(complex(nan,1)))
show('abs(complex(1e308,1e308))', lambda: abs(complex(1e308,1e308)))
show('(1+2j)*(3-1j)', lambda: (1+2j)*(3-1j))
show('(1+2j)/(3-1j)', lambda: (1+2j)/(3-1j))
show('1/(3-1j)', lambda: 1/(3-1j))
show('2.0*(1+2j)', lambda: 2.0*(1+2j))
show('complex(0,-0.0)*2.0', lambda: complex(0,-0.0)*2.0)
show('2-1j', lambda: 2-1j)
show('2-complex(1,-0.0)', lambda: 2-complex(1,-0.0))
show('complex(1,-0.0)-2', lambda: complex(1,-0.0)-2)
show('complex(1,-0.0)+2', lambda: complex(1,-0.0)+2)
show('2+complex(1,-0.0)', lambda: 2+complex(1,-0.0))
show('complex(inf,1)*complex(inf,1)', lambda: complex(inf,1)*complex(inf,1))
show('complex(inf,1)/complex(1,1)', lambda: complex(inf,1)/complex(1,1))
show('complex(inf,inf)*complex(0,1)', lambda: complex(inf,inf)*complex(0,1))
show('complex(1,1)/complex(inf,inf)', lambda: complex(1,1)/complex(inf,inf))
show('1.0/complex(0,2)', lambda: 1.0/complex(0,2))
show('complex(2,4)/2', lambda: complex(2,4)/2)
show('complex(2,4)/0.0', lambda: complex(2,4)/0.0)
show('(1+2j)**2', lambda: (1+2j)**2)
show('(1+2j)**-2', lambda: (1+2j)**-2)
show('(1+2j)**0.5', lambda: (1+2j)**0.5)
show('(1+2j)**(2+1j)', lambda: (1+2j)**(2+1j))
show('(1+2j)**100', lambda: (1+2j)**100)
show('(1+2j)**101', lambda: (1+2j)**101)
show('(0j)**2', lambda: (0j)**2)
show('(0j)**0', lambda: (0j)**0)
show('0j**(1+0j)', lambda: 0j**(1+0j))
show('0j**(-1+0j)', lambda: 0j**(-1+0j))
show('2**1j', lambda: 2**1j)
show('-(1+2j)', lambda: -(1+2j))
show('+(1+2j)', lambda: +(1+2j))
show('(1+2j).conjugate()', lambda: (1+2j).conjugate())
show('bool(0j)', lambda: bool(0j))
show('repr(-0j)', lambda: repr(-0j))
show('repr(complex(-0.0,-0.0))', lambda: repr(complex(-0.0,-0.0)))
show('str(1e22+1j)', lambda: str(1e22+1j))
show("format(1+2j,'.2f')", lambda: format(1+2j,'.2f'))
show("format(1+2j,'10')", lambda: format(1+2j,'10'))
show("format(1+2j,'>20.3')", lambda: format(1+2j,'>20.3'))
show("format(1+2j,'d')", lambda: format(1+2j,'d'))
show("CS('1')", lambda: CS('1'))
show('CS(1,2)', lambda: CS(1,2))
show('1==1+0j', lambda: 1==1+0j)
show('2**53+1==complex(2**53)', lambda: 2**53+1==complex(2**53))
show('1.5==1.5+0j', lambda: 1.5==1.5+0j)
show('complex.__bool__(0j)', lambda: complex.__bool__(0j))
show('complex.__hash__(1+0j)==1', lambda: complex.__hash__(1+0j)==1)
