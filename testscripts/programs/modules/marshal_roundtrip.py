# marshal: dumps and loads of every kind of value, code objects, errors.
import marshal

values = [None, True, False, 0, 1, -1, 2 ** 31 - 1, 2 ** 31, -2 ** 31, 2 ** 64, -10 ** 40, 0.0, -0.0, 1.5, 1e300, float('inf'), 1 + 2j, '', 'ascii', 'é中😀', 'a' * 300, b'', b'bytes\x00\xff', (), (1,), (1, (2, 'x')), [], [1, [2]], {}, {'a': 1, 2: None}, {1, 2}, frozenset([1]), ..., StopIteration, 'x' * 5]
for v in values:
    data = marshal.dumps(v)
    back = marshal.loads(data)
    assert repr(back) == repr(v) and type(back) is type(v), v
    print(type(v).__name__, len(data) if len(data) < 1000 else '', back if len(repr(back)) < 50 else len(back), end='; ')
print()
nan = marshal.loads(marshal.dumps(float('nan')))
print(nan, nan == nan, marshal.version)
shared = [1]
pair = marshal.loads(marshal.dumps((shared, shared)))
print(pair, pair[0] is pair[1])
loop = []
loop.append(loop)
back = marshal.loads(marshal.dumps(loop))
print(back, back[0] is back)


def f(a, b=2, *, c=3):
    x = [i * a for i in range(b)]
    return x, c, (lambda: a)()


code = marshal.loads(marshal.dumps(f.__code__))
print(code == f.__code__, code.co_name, code.co_varnames, code.co_firstlineno)
g = type(f)(code, globals(), 'g', (5,), None)
g.__kwdefaults__ = {'c': 'kw'}
print(g(3), g(2, 1, c=0))


def attempt(fn):
    try:
        print(repr(fn()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


class C:
    pass


attempt(lambda: marshal.dumps(C()))
attempt(lambda: marshal.dumps(C))
attempt(lambda: marshal.dumps([1, C()]))
attempt(lambda: marshal.dumps(len))
attempt(lambda: marshal.dumps(range(3)))
attempt(lambda: marshal.loads(b''))
attempt(lambda: marshal.loads(b'i\x01'))
attempt(lambda: marshal.loads(b'Z'))
attempt(lambda: marshal.loads(b'i\x05\x00\x00\x00extra'))
attempt(lambda: marshal.loads('text'))
attempt(lambda: marshal.loads(5))
attempt(lambda: marshal.loads(b'r\x05\x00\x00\x00'))
attempt(lambda: marshal.loads(b'('))
attempt(lambda: marshal.loads(b')\x02N'))
attempt(lambda: marshal.loads(b's\xff\xff\xff\xff'))
attempt(lambda: marshal.loads(b'N'))
attempt(lambda: marshal.loads(b'T'), )
attempt(lambda: marshal.loads(b'0'))
attempt(lambda: marshal.loads(b'[\x01\x00\x00\x000'))
attempt(lambda: marshal.loads(b'\xa9\x01r\x00\x00\x00\x00'))
attempt(lambda: marshal.loads(b'i\xff\xff\xff\xff'))
attempt(lambda: marshal.loads(b'l\x03\x00\x00\x00\x01\x00\x02\x00\x03\x00'))
attempt(lambda: marshal.loads(b'l\x01\x00\x00\x00\x00\x00'))
attempt(lambda: marshal.loads(b'l\x01\x00\x00\x00\xff\xff'))
attempt(lambda: marshal.loads(b'z\x03abc'))
attempt(lambda: marshal.loads(b'u\x02\x00\x00\x00\xc3\xa9'))
attempt(lambda: marshal.loads(b'u\x01\x00\x00\x00\xff'))
attempt(lambda: marshal.loads(b'g\x00\x00\x00\x00\x00\x00\xf8?'))
attempt(lambda: marshal.loads(b'f\x031.5'))
attempt(lambda: marshal.loads(b'{N0'))
attempt(lambda: marshal.loads(b'{NNTF0'))
attempt(lambda: marshal.loads(b'<\x02\x00\x00\x00NT'))
attempt(lambda: marshal.loads(memoryview(marshal.dumps([1, 2]))))
attempt(lambda: marshal.loads(bytearray(marshal.dumps('ba'))))
attempt(lambda: marshal.dumps(1, 2))
attempt(lambda: marshal.dumps('x', 0))
attempt(lambda: marshal.dumps(1.5, 1))
attempt(lambda: marshal.dumps())
attempt(lambda: marshal.loads())
nested = 1
for _ in range(100):
    nested = (nested,)
print(marshal.loads(marshal.dumps(nested)) == nested)
deep = []
for _ in range(5000):
    deep = [deep]
attempt(lambda: marshal.dumps(deep))
