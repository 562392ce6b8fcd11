"""Compares pairs of marshal data: a Go test writes to standard input, each answer is one line."""
import marshal
import struct
import sys
import types

FIELDS = [
    "co_name", "co_qualname", "co_filename", "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals", "co_stacksize",
    "co_flags", "co_firstlineno", "co_code", "co_linetable", "co_exceptiontable", "co_names", "co_varnames", "co_cellvars", "co_freevars",
]
is_interned = getattr(sys, "_is_interned", lambda s: False)  # since 3.13


def difference(a, b, where):
    if type(a) is not type(b):
        return "%s: %s is not %s" % (where, type(b), type(a))
    if isinstance(a, types.CodeType):
        for field in FIELDS:
            x, y = getattr(a, field), getattr(b, field)
            if x != y or type(x) is not type(y):
                return "%s.%s: %.200a is not %.200a" % (where, field, y, x)
        if a.replace(co_consts=()) != b.replace(co_consts=()):
            return "%s: unequal code" % where
        return difference(a.co_consts, b.co_consts, where + ".co_consts")
    if isinstance(a, tuple):
        if len(a) != len(b):
            return "%s: %d items, not %d" % (where, len(b), len(a))
        for i, (x, y) in enumerate(zip(a, b)):
            found = difference(x, y, "%s[%d]" % (where, i))
            if found:
                return found
        return None
    if isinstance(a, (float, complex)):
        return None if marshal.dumps(a, 2) == marshal.dumps(b, 2) else "%s: %a is not %a" % (where, b, a)
    if a != b:
        return "%s: %.200a is not %.200a" % (where, b, a)
    if isinstance(a, str) and is_interned(a) != is_interned(b):
        return "%s: %.200a is interned in one only" % (where, a)
    return None


def read():
    size = sys.stdin.buffer.read(4)
    if not size:
        sys.exit()
    return sys.stdin.buffer.read(struct.unpack("<I", size)[0])


while True:
    original, written = read(), read()
    try:
        answer = difference(marshal.loads(original), marshal.loads(written), "module") or "equal"
    except Exception as e:
        answer = "%s: %s" % (type(e).__name__, ascii(e))
    print(answer, flush=True)
