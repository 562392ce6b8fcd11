# versions: 3.14+
# t-strings: Template and Interpolation, conversions, specs, concatenation, iteration, matching.
name, n = 'World', 42
t = t'Hello {name}!'
print(type(t), t.strings, t.values, t.interpolations)
i = t.interpolations[0]
print(type(i), i.value, i.expression, i.conversion, i.format_spec, repr(i), repr(t))
t2 = t'{n:>5} {name!r} {n=} {n!s:^{n}} {1 + 1} {name.upper()!a:>9}{{braces}}'
print(t2.strings, t2.values)
for part in t2.interpolations:
    print(repr(part.expression), part.conversion, repr(part.format_spec), part.value)
print(list(t), list(t''), list(t'plain'), list(t'{n}{name}'), t''.strings, t'{n}'.strings, t'{n}{n}'.strings)
print((t'a{n}' + t'b{name}c').strings, (t'x' + t'y').strings, (t'{n}' + t'{n}').values, (t'a' t'b{n}' t'c').strings)


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


attempt(lambda: t'a' + 'b')
attempt(lambda: 'a' + t'b')
attempt(lambda: t'a' * 2)
attempt(lambda: t'{undefined}')
attempt(lambda: t'{1 / 0}')
attempt(lambda: t'{n:d}'.interpolations[0].format_spec)
attempt(lambda: str(t'a{n}') == repr(t'a{n}'))
attempt(lambda: f'{t"x{n}"}' == str(t'x{n}'))
attempt(lambda: t'a' == t'a')
attempt(lambda: len(t'a'))
attempt(lambda: t'a'[0])
attempt(lambda: hash(t'a') is not None)
attempt(lambda: setattr(t, 'strings', ()))
attempt(lambda: setattr(i, 'value', 1))
attempt(lambda: t.nope)
attempt(lambda: type(t)())
attempt(lambda: type(t)('a', 'b').strings)
attempt(lambda: type(t)('a', i, 'b').strings)
attempt(lambda: type(t)(i, i).strings)
attempt(lambda: type(t)(5))
attempt(lambda: type(i)(1))
attempt(lambda: type(i)(1, 'expr', 'r', 'spec'))
attempt(lambda: type(i)(1, 'e', 'q'))
attempt(lambda: type(i)(1, 2))
attempt(lambda: type(i)())
attempt(lambda: type('Sub', (type(t),), {}))
attempt(lambda: list(iter(t)))
attempt(lambda: type(iter(t)).__name__)


def render(template):
    out = []
    for part in template:
        match part:
            case str(s):
                out.append(s)
            case _:
                v = part.value
                if part.conversion == 'r':
                    v = repr(v)
                elif part.conversion == 's':
                    v = str(v)
                elif part.conversion == 'a':
                    v = ascii(v)
                out.append(format(v, part.format_spec))
    return ''.join(out)


print(render(t2), render(t'{name!r:>10}|{n:05}|{3.14159:.2f}') == f'{name!r:>10}|{n:05}|{3.14159:.2f}')


def html(template):
    return ''.join(p if isinstance(p, str) else str(p.value).replace('<', '&lt;') for p in template)


evil = '<script>'
print(html(t'<p>{evil}</p>'), html(t'<{"b"}>{1 < 2}</{"b"}>'))


def sql(template):
    return '?'.join(template.strings), list(template.values)


print(sql(t'select * from t where a = {n} and b = {name}'))


def effects(tag):
    print('eval', tag, end=' ')
    return tag


t3 = t'{effects(1)}-{effects(2):{effects("spec")}}'
print(t3.values, t3.interpolations[1].format_spec)
nested = t'outer {t"inner {n}"} {f"f {n}"}'
print([type(v).__name__ for v in nested.values], nested.values[0].values, nested.values[1])
print(t'''multi
{n}
line'''.strings, rt'\d{n}\n'.strings, t'\t{n}\x41'.strings, t'{
    n
    + 1
}'.interpolations[0])
match i:
    case type() | int():
        print('no')
    case _ if i.__match_args__:
        print(i.__match_args__)
lazy = [t'{k}' for k in range(3)]
print([x.values for x in lazy], (lambda v: t'{v}')(9).values, t'{(y := 5)}'.values, y)
