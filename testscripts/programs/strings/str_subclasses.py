# Subclasses of str, conversion methods of other classes, and f-strings.
def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)

class S(str):
    def __repr__(self): return 'S(' + str.__repr__(self) + ')'
    def __str__(self): return 'strS'
    def __format__(self, spec): return 'fmt<' + spec + '>'
class T(str): pass
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
class F:
    def __float__(self): return 2.5
class N:
    def __int__(self): return 7
    def __repr__(self): return '<N>'
class B:
    def __bytes__(self): return b'BB'
class BadB:
    def __bytes__(self): return 'no'
class BadStr:
    def __str__(self): return 5
    def __repr__(self): return None
    def __format__(self, s): return 3
class Fmt:
    def __format__(self, s): return 'F:' + s
s = S('abc')
print(s, repr(s), f'{s}', f'{s!r}', f'{s!s}', f'{s:>5}', '%s' % s, '%r' % s, '{}'.format(s), '{!r:>10}'.format(s))
print(str(s), type(str(s)), str.__str__(s), type(s + ''), type(s.upper()), type(s[:]), type(s * 1), type(s.strip()), type(s.replace('z', 'y')), type(''.join([s])), type(T('q')[0:1]))
t = T('hello')
t.x = 5
print(t.x, t.__dict__, t == 'hello', hash(t) == hash('hello'), {t: 1}['hello'], t is str(t), type(str(t)), t + t, len(t), t[1], t[1:3], 'ell' in t, t.find('l'))
print(T(), T(5), T(b'x', 'ascii'), T('a') < 'b', sorted([T('b'), 'a', T('c')]))
show(lambda: 'abc'[I(1)]); show(lambda: 'abc'[I(5)]); show(lambda: 'abc' * I(2)); show(lambda: 'abc'[I(0):I(2)]); show(lambda: 'x'.center(I(5)))
show(lambda: '%d' % I(3)); show(lambda: '%x' % I(30)); show(lambda: '%d' % N()); show(lambda: '%f' % F()); show(lambda: '%c' % I(65)); show(lambda: '%d' % F()); show(lambda: '%x' % N()); show(lambda: '%s %r' % (N(), N()))
show(lambda: '%d' % 3.99); show(lambda: '%d' % -3.99); show(lambda: '%i' % 1e20); show(lambda: '%d' % float('nan')); show(lambda: '%d' % float('inf')); show(lambda: '%x' % 3.0); show(lambda: '%5.2f|%-8.3e|%g|%G' % (3.14159, 31415.9, 1e-10, 1e20))
show(lambda: bytes(B())); show(lambda: bytes(BadB())); show(lambda: b'%s' % B()); show(lambda: b'%b' % 5); show(lambda: bytes(I(3))); show(lambda: bytes([I(65), 66])); show(lambda: bytes((1, 2, 300))); show(lambda: bytes(range(5))); show(lambda: bytes({65: 1})); show(lambda: bytes('é', 'latin-1'))
show(lambda: str(BadStr())); show(lambda: repr(BadStr())); show(lambda: format(BadStr())); show(lambda: f'{BadStr()}'); show(lambda: f'{BadStr()!r}'); show(lambda: '%s' % BadStr()); show(lambda: '{}'.format(BadStr())); show(lambda: f'{Fmt():abc}'); show(lambda: format(Fmt())); show(lambda: format(Fmt(), 'x'))
show(lambda: format(object(), 'x')); show(lambda: format([], '5')); show(lambda: format(None, '>5')); show(lambda: format(None)); show(lambda: '{:>10}'.format([1])); show(lambda: format(True, 'd')); show(lambda: format(True)); show(lambda: f'{True:5}'); show(lambda: f'{3:{5}.{1}f}'); show(lambda: f'{"x":{"*^"}{7}}')
x = 42; y = 3.14159; name = 'wörld'
print(f'{x:5d}|{x:<5}|{x:^5}|{x:05}|{x:+}|{x:x}|{x:#x}|{x:b}|{x:,}|{x:_}|{x:e}|{x!r:>5}|{x=}|{x = !s}|{y=:.2f}|{name!a}|{name:>10}|{name[0]}|{name.upper()}')
print(f'{y:.3f} {y:10.2e} {y:%} {y:g} {1e100:g} {1234567.891:,.2f} {0.1+0.2} {1e16} {1e-5} {-0.0} {float("inf")} {float("nan")}')
print('{0.real} {0.imag} {1[k]} {2[0]} {2[1]}'.format(3, {'k': 'v'}, [7, 8]))
class A: pass
a = A(); a.b = A(); a.b.c = [1, {'z': 'deep'}]
print('{a.b.c[1][z]}'.format(a=a))
class M(dict):
    def __missing__(self, k): return '<' + k + '>'
print('{x} {y}'.format_map(M(x=1)))
show(lambda: '{x.y}'.format(x=1)); show(lambda: '{x[y]}'.format(x={})); show(lambda: '{x[1]}'.format(x=[])); show(lambda: '{x[y]}'.format(x=[]))
print(ascii('é\u1234\U0001f600\n'), ascii(['é']), repr('\U0001f600\ud800\x00'), repr('\u200b\u00a0\u00ad\ue000'), repr("'"), repr('"'), repr("'\""), repr('\\'))
s = ''
for i in range(1000): s += chr(97 + i % 26)
print(len(s), s[:30], s[-5:], hash(s) == hash(s[:]), s.count('a'))
s2 = s; s += 'X'; s2 += 'Y'; print(s[-1], s2[-1], len(s), len(s2))
u = 'é' * 60; u2 = u + 'a'; u3 = u + 'b'; u4 = u2 + '日'; print(u2[-1], u3[-1], u4[-2:], len(u4), u2 == 'é' * 60 + 'a')
for c in 'aé日😀': print(c, ord(c), len(c.encode()), end=' ')
print()
it = iter('abc'); print(next(it), it.__length_hint__(), list(it), list(it), it.__length_hint__())
print(sorted('hello wörld'), max('hello'), min('hello'), ''.join(reversed('héllo')), list(enumerate('ab')), list(zip('ab', 'cd')), set('aaa'), dict(zip('ab', 'cd')), tuple('héy'))
print([*'ab'], 'ab' + 'cd' * 2, 'a' < 'b' <= 'b', 'a' 'b', not '', bool('0'), 'z' if '' else 'y')
a, b, *c = 'héllo'; print(a, b, c)
