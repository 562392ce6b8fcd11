# future: annotations
# Annotations kept as text, as "from __future__ import annotations" has it.
def f(a: int, b: 'quoted' = 1, *args: list[undefined], k: {'x': 1}['y'] = 2, **kw: lambda: 0) -> Later | None:
    local: never_evaluated = 5
    return local


print(f.__annotations__, f(1))


class C:
    x: int = 1
    y: "already text"
    z: Undefined[1 + 2, 'a', (b for b in c)]
    __private: A

    def m(self, v: C) -> C.D:
        self.attr: T = 1

    class Inner:
        q: x


print(C.__annotations__, C.m.__annotations__, C.Inner.__annotations__)
module_level: dict[str, int] = {}
bare: anything.at_all
print(__annotations__)
if module_level == {}:
    conditional: yes = 1
print(list(__annotations__), conditional)
for i in range(2):
    in_loop: i = i
print(__annotations__['in_loop'], in_loop)


def nested():
    class L:
        a: outer_name
        if True:
            b: f"{x}" = 1
        else:
            c: no
    return L.__annotations__


print(nested())


def generic[T: Bound](x: T) -> list[T]:
    return x


print(generic.__annotations__, f.__annotations__ is f.__annotations__)
exprs = [lambda: 0]


class Texts:
    a: not x and (y or -z)
    b: a.b.c(1, *d, k=2, **e)[1:2, ::3]
    c: [i for i in j if k]
    d: {'k': v, **w}
    e: {1, 2}
    f: lambda p, *q, r=1: p
    g: x if y else z
    h: 'text' 'joined'
    i: 1.50 + 0x10 + 1_000 + 1e3
    j: (1,)
    k: ...
    m: await_ ** -2 // ~3 @ 4
    n: a < b <= c is not d not in e
    o: f'{a!r:>{w}} {b=}'
    p: b'bytes' + r'raw\n' + "it's"
    q: x[()]
    r: (None, True, *y)


for name, text in Texts.__annotations__.items():
    print(name, '|', text)
