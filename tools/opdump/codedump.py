"""Print code objects, and what one CPython decodes of them, as the text that opcodes/testdata holds.

A record begins with

    code NAME FIRSTLINE CODE LINETABLE EXCEPTIONTABLE

(the byte strings in hex, "-" if empty) and goes on with lines that begin with a space:

    instrs OFFSET:PREFIX:NUMBER:ARG:TARGET  decoded instructions; PREFIX is the length of the EXTENDED_ARGs before it
    handlers START:END:TARGET:DEPTH:LASTI   the exception table
    positions REPEAT*LINE:ENDLINE:COL:ENDCOL
    lines START:END:LINE
    starts OFFSET:LINE                      dis.findlinestarts
    branches FROM:LEFT:RIGHT                since 3.14

with "-" for None or nothing. The code objects are the functions below, compiled by the interpreter itself, and plain() with other
tables and other code.
"""
import dis
import random
import types

SOURCE = '''
def plain(a, b=1, *args, c, **kw):
    "doc"
    x = a + b
    x -= 1
    return [x, *args, c, kw, a < b, a is not b, a not in args, -x, not x, f"{a!r:>{b}}"]

def loops(n):
    for i in range(n):
        if i % 2 and n or i > 5:
            continue
        while n:
            n -= 1
            if n is None:
                break
    else:
        return {k: v for k, v in enumerate([j
                                            for j in range(n)])}

def handlers(f):
    try:
        with f() as g, open(
                f) as h:
            g()
    except (ValueError, OSError) as e:
        raise TypeError from e
    except* () if 0 else None:
        pass
    finally:
        del f

def groups(f):
    try:
        f()
    except* ValueError as e:
        print(e)

async def asynchronous(it):
    async with it as cm:
        async for x in it:
            await x
            yield x
    return

def generator(x):
    y = yield from x
    def inner():
        nonlocal y
        y = x
        return lambda: (x, y)
    return inner

class Class(Base, metaclass=Meta):
    attr: int = 1
    def method(self):
        return super().method(*self.a, **self.b, k=1)

def matching(x):
    match x:
        case [1, *rest] if rest: return rest
        case {"k": v, **rest}: return v
        case Class(a, b=2): return a
        case _: return x[1:2], x[::3]
'''.replace("    except* () if 0 else None:\n        pass\n", "")
LONG = "def long(x):\n" + "".join(f"    x.attr{i} = v{i}\n    if x: y{i} = {i}000\n" for i in range(90)) + "    return x\n"
LONG_LOOP = "def longloop(xs):\n    for x in xs:\n" + "".join(f"        f(x, {i}.5, g({i}))\n" for i in range(60))


def joined(items):
    return " ".join(items) or "-"


def hexed(data):
    return data.hex() or "-"


def number(value):
    return "-" if value is None else value


def instructions(code):
    start = None
    for row in dis._unpack_opargs(code.co_code):
        offset, op, arg = row[0], row[-2], row[-1]
        if start is None:
            start = offset
        name = dis._all_opname[op]
        if name == "EXTENDED_ARG":
            continue
        target = None
        if op in dis.hasjrel:
            caches = dis._inline_cache_entries
            caches = caches.get(name, 0) if isinstance(caches, dict) else caches[op]
            target = offset + 2 + 2 * caches + 2 * (-arg if dis._is_backward_jump(op) else arg)
        yield f"{offset}:{offset - start}:{op}:{number(arg)}:{number(target)}"
        start = None


def dump(code, only=None):
    print("code", code.co_name, code.co_firstlineno, hexed(code.co_code), hexed(code.co_linetable),
          hexed(code.co_exceptiontable))
    if only in (None, "code"):
        print(" instrs", joined(instructions(code)))
        if hasattr(code, "co_branches"):
            print(" branches", joined("%d:%d:%d" % b for b in code.co_branches()))
    if only in (None, "handlers"):
        print(" handlers", joined("%d:%d:%d:%d:%d" % (e.start, e.end, e.target, e.depth, e.lasti)
                                  for e in dis._parse_exception_table(code)))
    if only in (None, "lines"):
        runs = []
        for position in code.co_positions():
            text = ":".join(str(number(x)) for x in position)
            if runs and runs[-1][1] == text:
                runs[-1][0] += 1
            else:
                runs.append([1, text])
        print(" positions", joined("%d*%s" % tuple(run) for run in runs))
        print(" lines", joined("%d:%d:%s" % (a, b, number(line)) for a, b, line in code.co_lines()))
        print(" starts", joined("%d:%s" % (a, number(line)) for a, line in dis.findlinestarts(code)))


def functions(code):
    for const in code.co_consts:
        if isinstance(const, types.CodeType):
            yield const
            yield from functions(const)


def main():
    module = compile(SOURCE, "sample.py", "exec")
    dump(module)
    plain = None
    for code in functions(module):
        dump(code)
        plain = plain or code
    for source in (LONG, LONG_LOOP):
        dump(next(functions(compile(source, "sample.py", "exec"))), "code")
    rng = random.Random(7)
    for size in (1, 2, 3, 5, 8, 13, 21, 34, 55):
        for marked in (0.2, 0.5):
            # The zeros stand for the memory that CPython reads behind a truncated table.
            table = bytes(rng.randrange(128) | (128 if rng.random() < marked else 0) for _ in range(size)) + bytes(8)
            dump(plain.replace(co_linetable=table), "lines")
        table = bytes(rng.choice((rng.randrange(64), rng.randrange(128, 192), rng.randrange(256))) for _ in range(size))
        dump(plain.replace(co_exceptiontable=table), "handlers")
    for operands in ([0x80], [1, 2], [0xff, 0xff, 0xff], [0x7f, 0xff, 0xff, 0xff], [0x12, 0x34, 0x56]):
        prefix = b"".join(bytes((dis.opmap["EXTENDED_ARG"], x)) for x in operands[:-1])
        for name in ("LOAD_CONST", "NOP", "JUMP_FORWARD", "JUMP_BACKWARD", "LOAD_GLOBAL", "STORE_ATTR"):
            tail = prefix + bytes((dis.opmap[name], operands[-1])) + prefix[:2] + bytes((dis.opmap["RETURN_VALUE"], 9))
            # CPython writes into the cache of the last instruction, so there must be room for it.
            dump(plain.replace(co_code=tail + bytes(20)), "code")


main()
