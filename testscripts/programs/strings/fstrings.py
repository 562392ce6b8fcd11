# f-strings: expressions, conversions, nested specs, =, quotes, multi-line.
name, n, pi = 'World', 42, 3.14159
width, prec = 10, 3
print(f'Hello {name}!', f'{n}', f'{n + 1} {n * 2}', f'{n:5}|{n:<5}|{n:^5}|{n:05}', f'{pi:.2f}', f'{pi:{width}.{prec}f}|')
print(f'{name!r} {name!s} {"é"!a} {name!r:>10}', f'{{}} {{{n}}}', f'{"nested " + f"{n}"}', f'{"a" "b"}', f'{n:#x} {n:b} {n:e}')
print(f'{n=} {n = } {n=:>5} {name=} {name=!s} {n+1=} {pi=:.2f} { n = !r}')
print(f'{[i for i in range(3)]} { {1: 2}[1]} {(lambda x: x * 2)(4)} {n if n > 3 else "no"} {(1, 2)} {not n}')
print(f'{name[0]} {name[1:3]} {name.upper()} {len(name)} {name!r:*^12} {"".join(reversed(name))}')
print(f'{name:>{width}}|{name:^{width + 2}}|{name:{"*"}<{8}}|{n:{"0"}{5}}')
print(f'''multi
{n} line
{name}''')
print(f'a' 'b' f'{n}' "c", 'x' f'{name}' f'' 'y', rf'\d{n}\n', f'\x41\u00e9\N{BULLET}{n}\t|')
print(f'{"quotes 'inside' work"} {name + "x"} {'same' + 'quotes'} {f"{f'{n}'}"}')
print(f'{n!r:^{width}.{prec}}|', f'{name:.2}', f'{"x":>3}{"y":<3}|', f'{True:d} {None} {3 > 2}')
print(f'{(x := 5)} {x}', f'{1,2}', f'{ {"a": 1}!r}', f'{n:,} {1234567:,} {1234567.891:_.2f}', f'{0.1 + 0.2:.20f}')
print(f'{f"{f"{1 + 1}"}" * 2}', f'{"\n".join(["a", "b"])!r}', f'{
    n
    + 1  # a comment
}')


class Spec:
    def __format__(self, spec):
        return '<' + spec + '>'

    def __repr__(self):
        return 'Spec()'

    def __str__(self):
        return 'a spec'


s = Spec()
print(f'{s} {s:} {s:abc} {s:{n}x{n}} {s!r} {s!s:>8} {s!r:>8}| {s=} {s=:q} {s=!s}')
print(f'{s:%H:%M} {s:a{{b}}c}' if False else f'{s:%H:%M} {s: space }')


def effects(tag):
    print('eval', tag, end='; ')
    return tag


print(f'{effects("first")}{effects("second"):>{effects(8)}}')

for f in (lambda: f'{undefined}', lambda: f'{1 / 0}', lambda: f'{"x":d}', lambda: f'{n:{"q"}}', lambda: f'{None:5}', lambda: f'{[]:x}', lambda: f'{name.nope}', lambda: f'{"a":{width}d}', lambda: f'{n:.{-1}f}', lambda: f'{1:{2}{3}{4}}'):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)
rows = [('apple', 3, 1.5), ('kiwi', 12, 0.25), ('banana split', 1, 104.999)]
for item, qty, price in rows:
    print(f'{item:<12.8}|{qty:>4d}|{price:>9.2f}|{qty * price:>10,.3f}')
print(f'{"total":->20}: {sum(q * p for _, q, p in rows):.4f}')
print(type(f''), f'' == '', f'{"":>3}' == '   ', len(f'{n}' * 3), f'{n}' is str(n) if False else '')
