# __str__/__repr__ fallback, __format__, __hash__, __call__, __getitem__ on classes, wrong return types.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)


class OnlyStr:
    def __str__(self): return 'str'


class OnlyRepr:
    def __repr__(self): return 'repr'


class BadRepr:
    def __repr__(self): return 5
    def __str__(self): return None
    def __hash__(self): return 'x'
    def __bool__(self): return 'x'
    def __len__(self): return 'x'
    def __index__(self): return 'x'
    def __int__(self): return 1.5
    def __float__(self): return 1
    def __complex__(self): return 1
    def __bytes__(self): return 'x'
    def __format__(self, spec): return 5
    def __iter__(self): return 5
    def __dir__(self): return 5
    def __contains__(self, x): return [x]
    def __length_hint__(self): return 'x'
    def __divmod__(self, o): return 'any'
    def __round__(self): return 'any'


class Raises:
    def __repr__(self): raise ValueError('in repr')
    def __str__(self): raise KeyError('in str')


o, r, b = OnlyStr(), OnlyRepr(), BadRepr()
print(o, f'{o}', '%s' % o, repr(o).startswith('<__main__.OnlyStr object at'), [r], r, f'{r!s} {r!r}', '%r' % r, (r,), {r: r}, ascii(r))
attempt(lambda: repr(b))
attempt(lambda: str(b))
attempt(lambda: [b].__repr__())
attempt(lambda: f'{b!s}')
attempt(lambda: print(b))
attempt(lambda: hash(b))
attempt(lambda: bool(b))
attempt(lambda: len(b))
attempt(lambda: [1][b])
attempt(lambda: range(b))
attempt(lambda: int(b))
attempt(lambda: float(b))
attempt(lambda: complex(b))
attempt(lambda: bytes(b))
attempt(lambda: format(b))
attempt(lambda: f'{b}')
attempt(lambda: iter(b))
attempt(lambda: dir(b))
attempt(lambda: 5 in b)
attempt(lambda: [] in b)
attempt(lambda: divmod(b, 1))
attempt(lambda: round(b))
attempt(lambda: repr(Raises()))
attempt(lambda: str(Raises()))
attempt(lambda: [Raises()].__repr__())
attempt(lambda: '%s' % Raises())
attempt(lambda: {1: Raises()}.__str__())


class Callable:
    def __call__(self, *a, **k): return a, k


class ClassItem:
    def __class_getitem__(cls, item): return f'{cls.__name__}<{item}>'


c = Callable()
print(c(1, x=2), callable(c), callable(5), callable(Callable), callable(len), callable(lambda: 0), c.__call__(3), Callable.__call__(c, 4), list(map(c, [1, 2])), ClassItem[int], ClassItem[1, 'a'])
c.__call__ = lambda: 'instance call is ignored'
print(c())
attempt(lambda: ClassItem()[0])
attempt(lambda: int[5])
attempt(lambda: OnlyStr[int])
print(list[int], dict[str, int], tuple[int, ...], list[int].__origin__, dict[str, int].__args__, list[int]([1]), list[list[int]], type[int], set['x'], list[int] == list[int], hash(list[int]) == hash(list[int]), int | str, (int | None), int | None | str, isinstance(None, int | None))
attempt(lambda: int | 5)
attempt(lambda: 5 | int)
attempt(lambda: isinstance([], list[int]))
attempt(lambda: list[int].nope)


class Bytes:
    def __bytes__(self): return b'made'


class Index:
    def __index__(self): return 2


class Trunc:
    def __trunc__(self): return 5


print(bytes(Bytes()), [1, 2, 3][Index()], 'abc'[Index():], hex(Index()), bin(Index()), int(Index()), float(Index()), complex(Index()), bytes(Index()), [0] * Index(), range(5)[Index()], divmod(7, 2), 'x'.center(Index() + 3 if False else 5), round(3.14159, Index()), chr(Index()) == '\x02', sum([1], Index()) if False else '', slice(Index()).indices(5), max(1, 2))


class Matrix:
    def __init__(self, rows): self.rows = rows
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __getitem__(self, ij): return self.rows[ij[0]][ij[1]] if isinstance(ij, tuple) else self.rows[ij]
    def __setitem__(self, ij, v): self.rows[ij[0]][ij[1]] = v
    def __eq__(self, o): return self.rows == o.rows
    def __neg__(self): return Matrix([[-x for x in r] for r in self.rows])
    def __pow__(self, n): return self if n == 1 else (self ** (n // 2)) @ (self ** (n // 2)) @ (self if n % 2 else Matrix([[1, 0], [0, 1]])) if n > 1 else Matrix([[1, 0], [0, 1]])
    def __repr__(self): return 'M' + repr(self.rows)
    def __bool__(self): return any(any(r) for r in self.rows)
    def __abs__(self): return self[0, 0] * self[1, 1] - self[0, 1] * self[1, 0]
    def __iter__(self): return (x for r in self.rows for x in r)
    def __contains__(self, v): return any(v == x for x in self)
    def __len__(self): return len(self.rows)
    def __format__(self, spec): return '\n'.join(' '.join(format(x, spec) for x in r) for r in self.rows)
    __hash__ = None


m = Matrix([[1, 1], [1, 0]])
print(m @ m, m ** 10, m[0], m[0, 1], -m, bool(Matrix([[0]])), abs(m), list(m), 1 in m, 9 in m, len(m), m == Matrix([[1, 1], [1, 0]]))
m[1, 1] = 5
m[0, 0] += 10
print(m, f'{m:>4}', sep='\n')
attempt(lambda: {m})
