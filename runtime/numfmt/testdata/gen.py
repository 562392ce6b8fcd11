"""Records what CPython answers to the cases of numfmt's tests.

    python3.X gen.py           write digests_3X.txt beside this file
    python3.X gen.py GROUP N   print chunk N of a group, to compare with a failing test

Both sides draw the same cases from the same generator (splitmix64); a group is cut into chunks of CHUNK lines, and the file holds
the SHA-256 of each chunk. A case is one line of ASCII.
"""
import hashlib
import json
import os
import struct
import sys

CHUNK = 500
HERE = os.path.dirname(os.path.abspath(__file__))


class Rng:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & (2**64 - 1)
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & (2**64 - 1)
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & (2**64 - 1)
        return z ^ (z >> 31)

    def below(self, n):
        return self.next() % n

    def pick(self, seq):
        return seq[self.next() % len(seq)]


def rand_float(r):
    kind = r.below(8)
    if kind == 0:
        return struct.unpack("<d", struct.pack("<Q", r.next()))[0]
    if kind == 1:
        return float(r.below(2000)) - 1000.0
    if kind == 2:
        return float(r.below(10**9)) / 10.0 ** r.below(12)
    if kind == 3:
        return (float(r.below(10**6)) + 0.5) / 2.0 ** r.below(20)
    if kind == 4:
        return -float(r.below(2**53)) * 2.0 ** (r.below(120) - 60.0)
    if kind == 5:
        return r.pick(SPECIAL)
    if kind == 6:
        return float(r.below(2**53)) / 10.0 ** r.below(23)
    return float(r.below(10**6)) * 10.0 ** r.below(20)


SPECIAL = [
    0.0, -0.0, 1.0, -1.0, 0.1, 0.5, 1.5, 2.5, 1e16, 1e15, 9999999999999998.0, 1e-4, 1e-5, 9.5e-5, 0.00099999, 1e22, 1e23,
    5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, float("inf"), float("-inf"), float("nan"), 123456.789, 0.3,
    1e100, 999999.5, 9.9995, 0.05, 0.25, 0.125, 1e300, -2.5, 1234567.891,
]

SPECIAL_INTS = [0, 1, -1, 10, -10, 99, 255, 256, 1000, -999, 9999, 65536, 2**31, -2**31, 2**63 - 1, -2**63]


def rand_int(r):
    kind = r.below(5)
    if kind == 0:
        return r.below(2000) - 1000
    if kind == 1:
        return r.pick(SPECIAL_INTS)
    if kind == 2:
        return r.next() - 2**63
    if kind == 3:
        return rand_big(r)
    return r.below(10 ** (1 + r.below(15)))


def rand_big(r):
    n = r.next()
    for _ in range(r.below(6)):
        n = n << 64 | r.next()
    n >>= r.below(64)
    return -n if r.below(2) else n


FILLS = ["", "", "", "", "", "*", "0", " ", "<", "\u20ac", "\U0001f600", "\ud800", "\xe9", "z"]
ALIGNS = ["", "", "", "", "<", ">", "^", "="]
SIGNS = ["", "", "", "+", "-", " "]
FRACS = ["", "", "", "", "_", ","]


def rand_spec(r, types):
    s = ""
    fill, align = r.pick(FILLS), r.pick(ALIGNS)
    if align:
        s += fill + align
    s += r.pick(SIGNS)
    s += "z" if r.below(8) == 0 else ""
    s += "#" if r.below(5) == 0 else ""
    s += "0" if r.below(4) == 0 else ""
    s += str(r.below(40)) if r.below(2) else ""
    s += r.pick(["", "", "", ",", "_"])
    s += "." + str(r.below(25)) + r.pick(FRACS) if r.below(2) else ""
    s += r.pick(types)
    if r.below(40) == 0:
        s += r.pick(["x", ",", "_", "\u20ac", "\x07", " ", "."])
    return s


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


def text(s):
    """Code points outside ASCII print become {hex}."""
    return "".join(c if " " <= c < "\x7f" else "{%x}" % ord(c) for c in s)


INT_TYPES = ["", "d", "d", "b", "o", "x", "X", "n", "c", "e", "f", "g", "G", "%", "s", "q"]
FLOAT_TYPES = ["", "", "e", "E", "f", "F", "g", "G", "n", "%", "d", "s"]
COMPLEX_TYPES = ["", "", "e", "E", "f", "F", "g", "G", "n", "%"]
STR_TYPES = ["", "", "s", "s", "d", "c"]


def format_int(r):
    v, spec = rand_int(r), rand_spec(r, INT_TYPES)
    if spec == "":
        spec = "d"
    return text(attempt(format, v, spec))


def format_float(r):
    v, spec = rand_float(r), rand_spec(r, FLOAT_TYPES)
    if spec == "":
        spec = "g"
    return text(attempt(format, v, spec))


def format_complex(r):
    re = rand_float(r)
    v, spec = complex(re, rand_float(r)), rand_spec(r, COMPLEX_TYPES)
    if spec == "":
        spec = "g"
    return text(attempt(format, v, spec))


def format_str(r):
    v, spec = "abcdefghijklmnopqrst"[: r.below(20)], rand_spec(r, STR_TYPES)
    if spec == "":
        spec = "s"
    return text(attempt(format, v, spec))


with open(os.path.join(HERE, "specs.json"), encoding="ascii") as f:
    SPECS = json.load(f)
PROBES = [5, 2.5, 123456.789, 1e22, float("inf"), float("nan"), 1234567.5 + 2j, "abc"]


def format_probe(r):
    return text(attempt(format, r.pick(PROBES), r.pick(SPECS)))


def rand_flags(r):
    s = "%"
    for c in "-+ #0":
        if r.below(3) == 0:
            s += c
    s += str(1 + r.below(40)) if r.below(2) else ""
    s += "." + str(r.below(25)) if r.below(2) else ""
    return s


def percent_int(r):
    v = rand_int(r)
    return (rand_flags(r) + r.pick("dxXo")) % v


def percent_float(r):
    v = rand_float(r)
    return (rand_flags(r) + r.pick("eEfFgG")) % v


def float_repr(r):
    return repr(rand_float(r))


def complex_repr(r):
    re = rand_float(r)
    return repr(complex(re, rand_float(r)))


def int_text(r):
    v = rand_big(r)
    return "%d %s %s %s" % (v, bin(v), oct(v), hex(v))


GROUPS = {
    "format_int": (format_int, 20000),
    "format_float": (format_float, 20000),
    "format_complex": (format_complex, 8000),
    "format_str": (format_str, 5000),
    "format_probe": (format_probe, 5000),
    "percent_int": (percent_int, 6000),
    "percent_float": (percent_float, 10000),
    "float_repr": (float_repr, 20000),
    "complex_repr": (complex_repr, 5000),
    "int_text": (int_text, 2000),
}


def chunk_lines(name, index):
    func, _ = GROUPS[name]
    r = Rng(int.from_bytes(hashlib.sha256(b"%s %d" % (name.encode(), index)).digest()[:8], "little"))
    return [func(r) for _ in range(CHUNK)]


def main():
    if len(sys.argv) == 3:
        print("\n".join(chunk_lines(sys.argv[1], int(sys.argv[2]))))
        return
    with open(os.path.join(HERE, "digests_3%d.txt" % sys.version_info[1]), "w") as out:
        for name, (_, count) in GROUPS.items():
            for i in range(count // CHUNK):
                data = "\n".join(chunk_lines(name, i)).encode("ascii")
                out.write("%s %d %s\n" % (name, i, hashlib.sha256(data).hexdigest()[:16]))


if __name__ == "__main__":
    main()
