"""Records what this CPython does with marshal data, for the Go tests.

Run by cpython_test.go with the name of a file to which program.py is compiled. Prints the cases as JSON.
"""
import binascii
import importlib.util
import json
import marshal
import os
import py_compile
import struct
import sys
import types

PYC = sys.argv[1]
HERE = os.path.dirname(os.path.abspath(__file__))


def hexed(data):
    return binascii.hexlify(data).decode()


def long(n):
    return struct.pack("<i", n)


def show(x):
    """ascii() with sets in order, as far as the cases need it."""
    if isinstance(x, (set, frozenset)) and x:
        inside = "{" + ", ".join(sorted(map(show, x))) + "}"
        return inside if isinstance(x, set) else "frozenset(" + inside + ")"
    if isinstance(x, tuple) and x and isinstance(x[0], types.CodeType):
        return "(" + ", ".join(map(show, x)) + (",)" if len(x) == 1 else ")")
    if isinstance(x, types.CodeType):
        return "<code object %s, line %d>" % (x.co_name, x.co_firstlineno if x.co_firstlineno > 0 else 1)
    return ascii(x)


def load(data, show=show, **options):
    try:
        return {"value": show(marshal.loads(data, **options))}
    except Exception as e:
        return {"class": type(e).__name__, "message": str(e)}


def code(argcount=0, posonly=0, kwonly=0, stacksize=1, flags=0, code=b"s\4\0\0\0\x97\0d\0", consts=b")\1N", names=b")\0",
         locals=b")\0", kinds=b"s\0\0\0\0", filename=b"z\1f", name=b"z\1n", qualname=b"z\1q", line=1,
         linetable=b"s\0\0\0\0", exceptiontable=b"s\0\0\0\0"):
    return (b"c" + long(argcount) + long(posonly) + long(kwonly) + long(stacksize) + long(flags) + code + consts + names
            + locals + kinds + filename + name + qualname + long(line) + linetable + exceptiontable)


LOADS = [
    # Singletons; the reference flag does nothing for them.
    b"N", b"F", b"T", b"S", b".", b"\xce", b"\xae", b")\2\xcer\0\0\0\0", b"0", b"\xb0", b"", b"?", b"R\0\0\0\0", b"}0",
    # Integers.
    b"i\1\0\0\0", b"i\xff\xff\xff\xff", b"i\0\0\0\x80", b"i\0\0\0", b"i",
    b"I\0\0\0\0\1\0\0\0", b"I" + b"\xff" * 8, b"I" + b"\0" * 7 + b"\x80", b"I\0",
    b"l\0\0\0\0", b"l\1\0\0\0\5\0", b"l\xff\xff\xff\xff\5\0", b"l\2\0\0\0\0\0\1\0", b"l\4\0\0\0" + b"\xff\x7f" * 4,
    b"l\xfc\xff\xff\xff" + b"\xff\x7f" * 4, b"l\5\0\0\0" + b"\xff\x7f" * 5, b"l\5\0\0\0" + b"\0\0" * 4 + b"\7\0",
    b"l\5\0\0\0" + b"\0\0" * 4 + b"\x08\0", b"l\xfb\xff\xff\xff" + b"\0\0" * 4 + b"\x08\0", b"l\xfb\xff\xff\xff\1\0" + b"\0\0" * 3 + b"\x08\0",
    b"l\x09\0\0\0" + b"\x34\x12" * 9, b"l\xf7\xff\xff\xff" + b"\x34\x12" * 9,
    b"l\1\0\0\0\0\0", b"l\2\0\0\0\1\0\0\0", b"l\6\0\0\0" + b"\1\0" * 5 + b"\0\0", b"l\1\0\0\0\0\x80", b"l\1\0\0\0\xff\xff",
    b"l\6\0\0\0\1\0\0\x80\1", b"l\0\0\0\x80", b"l\xff\xff\x0f\0\1\0", b"l\2\0\0\0\1\0\1", b"l\3\0\0\0\1\0", b"l",
    # Floats as text.
    b"f\3inf", b"f\4-inf", b"f\3NaN", b"f\4+nan", b"f\10infinity", b"f\4 1.0", b"f\0021.", b"f\2.5", b"f\1.", b"f\0", b"f\1-",
    b"f\3abc", b"f\0051e999", b"f\0051_0.0", b"f\0060x1p3", b"f\5Infin", b"f\0051\0abc", b"f\0031e5", b"f\0021e", b"f\3+1.",
    b"f\3--1", b"f\4+-1.", b"f\0041e+5", b"f\0200.10000000000001", b"f\0061e-400", b"f\2\xff1", b"f\4\xe9\xe9\xc3\xa9", b"f\xff1", b"f",
    b"f\xd2" + b"x" * 210, b"f\xd2" + b"\xc3\xa9" * 105, b"f\xd2x" + b"\xc3\xa9" * 104 + b"x",
    b"x\0011\0012", b"x\0011\1x", b"x\0011", b"x\1", b"x",
    # Floats as bits.
    b"g" + struct.pack("<d", 1.5), b"g" + struct.pack("<d", -0.0), b"g" + b"\0" * 6 + b"\xf8\x7f", b"g\0\0", b"g" + struct.pack("<d", 1e22),
    b"g" + struct.pack("<d", 1e16), b"g" + struct.pack("<d", 123456789.125), b"g" + struct.pack("<d", 1e-5), b"g" + struct.pack("<d", 5e-324),
    b"y" + struct.pack("<dd", 1.5, -2), b"y" + struct.pack("<dd", 0, 1e20), b"y" + struct.pack("<dd", -0.0, 3), b"y" + struct.pack("<d", 1),
    # Bytes.
    b"s\3\0\0\0a\0\xff", b"s\0\0\0\0", b"s\xff\xff\xff\xff", b"s\xff\xff\x0f\0abc", b"s\4\0\0\0abc", b"s\1\0",
    # Strings.
    b"z\3abc", b"Z\3abc", b"z\0", b"z\4abc", b"z", b"Z", b"a\3\0\0\0abc", b"A\3\0\0\0abc", b"a\xff\xff\xff\xff", b"A\xff\xff\x0f\0",
    b"a\1\0\0\0\xe9", b"z\2\x80\xff", b"u\3\0\0\0abc", b"t\3\0\0\0abc", b"u\0\0\0\0", b"u\2\0\0\0\xc3\xa9", b"t\2\0\0\0\xc3\xa9",
    b"u\4\0\0\0\xf0\x9f\x98\x80", b"u\3\0\0\0\xed\xa0\x80", b"u\6\0\0\0\xed\xa0\x80\xed\xb0\x80", b"u\xff\xff\xff\xff", b"u\2\0\0\0a", b"u\0",
    # Tuples, lists, dicts, sets.
    b"(\2\0\0\0NT", b")\2NT", b")\0", b"(\0\0\0\0", b")", b")\1", b"(\1\0\0\0", b")\0010", b"(\xff\xff\xff\xff", b"(\xff\xff\x0f\0N", b"(\1",
    b"[\2\0\0\0NT", b"[\0\0\0\0", b"[\1\0\0\0000", b"[\xff\xff\xff\xff", b"[\xff\xff\x0f\0N", b"[",
    b"{0", b"{NT0", b"{N0", b"{", b"{N", b"{NT", b"{[\0\0\0\0N0", b"{)\1[\0\0\0\0N0", b"{[\0\0\0\0",
    b"<\2\0\0\0NT", b">\2\0\0\0NT", b"<\0\0\0\0", b">\0\0\0\0", b"<\1\0\0\0000", b">\xff\xff\xff\xff", b"<\xff\xff\x0f\0N", b"<\1",
    b"<\1\0\0\0[\0\0\0\0", b">\1\0\0\0{0", b"<\1\0\0\0<\0\0\0\0", b"<\1\0\0\0>\0\0\0\0", b"<\1\0\0\0)\2N)\1[\0\0\0\0",
    # Slices.
    b":NTN", b":N", b":0TN", b":NN0", b"\xbaNNN", b")\2\xbaNTNr\0\0\0\0", b"\xbar\0\0\0\0NN", b"<\1\0\0\0:NNN", b"<\1\0\0\0:N[\0\0\0\0N", b"(\1\0\0\0:0NN",
    # References.
    b"r\0\0\0\0", b"r\xff\xff\xff\xff", b"r\0", b")\2\xe9\5\0\0\0r\0\0\0\0", b")\2\xe9\5\0\0\0r\1\0\0\0", b"\xa9\1r\0\0\0\0", b"\xa8\1\0\0\0r\0\0\0\0",
    b"\xdb\1\0\0\0r\0\0\0\0", b"\xdb\2\0\0\0\xdb\1\0\0\0r\0\0\0\0r\1\0\0\0", b"\xfbTr\0\0\0\0000", b"\xbe\1\0\0\0r\0\0\0\0", b"\xbc\1\0\0\0r\0\0\0\0",
    b")\2\xbe\0\0\0\0r\0\0\0\0", b")\2\xbe\1\0\0\0Nr\0\0\0\0", b")\3\xe1\1\0\0\0aZ\1br\0\0\0\0", b")\2\xf3\1\0\0\0ar\0\0\0\0",
    b")\2\xfb[\1\0\0\0", b")\3\xecl\0\0\0\0", b")\3\xecl", b")\2\xe7" + b"\0" * 8 + b"r\0\0\0\0", b")\2\xf9" + b"\0" * 16 + b"r\0\0\0\0",
    b")\2\xe6\0011r\0\0\0\0", b")\2\xc9" + b"\1" * 8 + b"r\0\0\0\0", b")\2\xf5\1\0\0\0ar\0\0\0\0", b")\2\xf4\1\0\0\0ar\0\0\0\0",
    # Code objects.
    code(), b")\2" + bytes([code()[0] | 0x80]) + code()[1:] + b"r\0\0\0\0", code(line=7), code(stacksize=0x7fffffff),
    code(argcount=-1), code(argcount=1), code(argcount=3000000), code(kwonly=-1), code(kwonly=1), code(posonly=1), code(posonly=-1),
    code(stacksize=-1), code(flags=-1), code(flags=4), code(flags=8),
    code(argcount=1, locals=b")\1z\1a", kinds=b"s\1\0\0\0 "), code(argcount=1, flags=12, kwonly=1, locals=b")\4z\1az\1bz\1cz\1d", kinds=b"s\4\0\0\0    "),
    code(argcount=1, locals=b")\1z\1a", kinds=b"s\1\0\0\0@"),
    code(code=b"N"), code(code=b"s\3\0\0\0abc"), code(code=b"0"), code(consts=b"N"), code(consts=b"0"), code(names=b"N"), code(names=b")\1N"), code(names=b"0"),
    code(locals=b")\1z\1a"), code(locals=b"N"), code(locals=b")\1N", kinds=b"s\1\0\0\0 "), code(kinds=b"N"), code(filename=b"N"), code(name=b"N"),
    code(qualname=b"N"), code(linetable=b"N"), code(exceptiontable=b"N"), code(exceptiontable=b"0"), code(consts=b"?"), code()[:-1], code()[:10],
    b"<\1\0\0\0" + code(consts=b")\1[\0\0\0\0"), b")\1" + code(name=b"0"),
]
# Every start of a sequence that may or may not be UTF-8.
for tail in (b"", b"\x41", b"\x7f\x80", b"\x80", b"\x8f\x80", b"\x90\x80", b"\x9f\x80", b"\xa0", b"\xa0\x80", b"\xa0\x80\x41", b"\xbf\xbf",
             b"\xbf\xbf\xbf", b"\xc0\x80", b"\x80\x80\x41", b"\x90\x80\x80", b"\xa0\x80\x80\x80"):
    for first in (0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff):
        text = b"x" + bytes([first]) + tail
        LOADS.append(b"u" + long(len(text)) + text)


def deep(n, opening, inside, closing=b""):
    return opening * n + inside + closing * n


DEPTHS = [(repr(opening), n) for opening in (b"[\1\0\0\0", b")\1", b"(\1\0\0\0", b">\1\0\0\0", b"{N") for n in (1998, 1999, 2000, 2001)]


class Unmarshallable:
    def __repr__(self):
        return "Unmarshallable()"


SHARED = ["shared", 2.5]
LOOP = [1]
LOOP.append(LOOP)
DUMPS = [
    None, True, False, ..., StopIteration, 0, 5, -5, 256, 257, 100000, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 2**60, 2**63 - 1, -2**63, 2**64, 10**50, -10**50,
    2**15, 2**30, 2**45, 2**75 - 1, 2**150, 2**149,
    0.0, -0.0, 1.5, 0.1, 100.0, 1e16, 1e17, 1e-4, 1e-5, 1.0 / 3, 123456.0, 5e-324, 1.7976931348623157e308, float("inf"), float("-inf"), float("nan"),
    1j, complex(-0.0, 2.5), complex(float("nan"), float("-inf")),
    "", "a", "abc", sys.intern("interned_name"), sys.intern("not a name") + "!", "x" * 255, "x" * 256, "\xe9", "\xe9" * 200, "\u20ac", "\U0001f600", "\ud800", "\ud83d\ude00",
    b"", b"a", b"ab", b"\0\xff" * 200, bytearray(b"array"),
    (), (1,), (1, 2, "x"), tuple(range(255)), tuple(range(256)), ((), ((),)), [], [1, 2], [[1], [2]], {}, {1: 2}, {"a": [1], (1, 2): {}},
    set(), {1}, {3, 1, 2}, frozenset(), frozenset({"b", "a", "c"}), frozenset({1.5, "x", None, (1, 2), b"y", frozenset({7, 8})}),
    [SHARED, SHARED], LOOP, Unmarshallable(), [Unmarshallable()], slice(1, 2, 3), [slice(None, "a", slice(1))],
]

# Objects that nothing refers to but what contains them.
FRESH = [
    lambda: float("2.5"), lambda: int("300"), lambda: "%dx" % 10, lambda: b"%dx" % 10, lambda: [], lambda: [float("2.5"), int("7")],
    lambda: tuple([float("2.5")]), lambda: tuple([]), lambda: "%s" % chr(97), lambda: chr(233), lambda: chr(400), lambda: bytes([97]), lambda: bytes([]),
    lambda: {float("2.5"): [int("300")]}, lambda: [[float("1.5")] * 2, [float("1.5")]], lambda: [sys.intern("%d_interned" % 1)] * 2,
    lambda: set(map(float, range(5))), lambda: frozenset(map(float, range(5))), lambda: set(["%dx" % i for i in range(12)]),
    lambda: {float("2.5")}, lambda: {tuple([float("2.5")]), tuple([float("2.5"), float("3.5")]), float("2.5"), int("300")},
    lambda: frozenset([frozenset(["%dx" % 1, "%dx" % 2]), tuple([float("1.5")]), None, "%dx" % 3, frozenset([])]),
    lambda: [set([tuple(map(float, range(3))), frozenset(map(float, range(3)))])],
    lambda: complex("1+2j"), lambda: [int("10" * 20), -int("10" * 20)],
]


def dump(x, version):
    try:
        return {"data": hexed(marshal.dumps(x, version))}
    except Exception as e:
        return {"class": type(e).__name__, "message": str(e)}


def tree(co):
    """A code object in JSON, for a comparison with what the Go reader found."""
    return {
        "name": ascii(co.co_name), "qualname": ascii(co.co_qualname), "filename": ascii(co.co_filename),
        "argcount": co.co_argcount, "posonlyargcount": co.co_posonlyargcount, "kwonlyargcount": co.co_kwonlyargcount,
        "nlocals": co.co_nlocals, "stacksize": co.co_stacksize, "flags": co.co_flags, "firstlineno": co.co_firstlineno,
        "code": hexed(co.co_code), "linetable": hexed(co.co_linetable), "exceptiontable": hexed(co.co_exceptiontable),
        "names": list(map(ascii, co.co_names)), "varnames": list(map(ascii, co.co_varnames)),
        "cellvars": list(map(ascii, co.co_cellvars)), "freevars": list(map(ascii, co.co_freevars)),
        "consts": [tree(c) if isinstance(c, types.CodeType) else show(c) for c in co.co_consts],
    }


def main():
    py_compile.compile(os.path.join(HERE, "program.py"), PYC, dfile="program.py", doraise=True,
                       invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
    with open(PYC, "rb") as f:
        module = marshal.loads(f.read()[16:])
    depths = []
    for opening, n in DEPTHS:
        result = load(deep(n, eval(opening), b"N", b"0" if opening == repr(b"{N") else b""), lambda x: "")
        depths.append({"opening": hexed(eval(opening)), "count": n, "load": result})
    nested = []
    for kind in ("list", "tuple", "dict"):
        for n in (1998, 1999, 2000, 2001):
            x = {} if kind == "dict" else None
            for _ in range(n):
                x = [x] if kind == "list" else (x,) if kind == "tuple" else {None: x}
            result = dump(x, 4)
            result.pop("data", None)
            nested.append({"kind": kind, "count": n, "dump": result})
    cases = {
        "magic": [{"magic": hexed(importlib.util.MAGIC_NUMBER)}],
        "loads": [{"data": hexed(data), "load": load(data)} for data in LOADS],
        "depths": depths,
        "nested": nested,
        "dumps": [{"expression": show(x)[:60], "dumps": [dump(x, v) for v in range(6)]} for x in DUMPS],
        "fresh": [{"version": v, "number": i, "dump": {"data": hexed(marshal.dumps(make(), v))}} for i, make in enumerate(FRESH) for v in (3, 4)],
        "source_hash": [{"source": hexed(s), "hash": hexed(importlib.util.source_hash(s))}
                        for s in (b"", b"a", b"1234567", b"12345678", b"123456789", bytes(range(256)))],
        "program": [tree(module)],
    }
    if sys.version_info >= (3, 13):
        cases["no_code"] = [
            {"data": hexed(data), "load": load(data, allow_code=False)} for data in (code(), b")\2N" + code(), b"N", b")\2N")
        ]
    json.dump(cases, sys.stdout, sort_keys=True)


main()
