"""Records what CPython answers to the cases of numfmt's tests.

    python3.X gen.py           write digests_3X.txt beside this file
    python3.X gen.py GROUP N   print chunk N of a group, to compare with a failing test

Both sides draw the same cases from the same generator (splitmix64); a group is cut into chunks of CHUNK lines, and the file holds
the SHA-256 of each chunk. A case is one line of ASCII.
"""
import hashlib
import json
import math
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


def rand_text(r, parts, longest):
    return "".join(r.pick(parts) for _ in range(r.below(longest)))


INT_PARTS = ["0", "1", "7", "9", "12", "a", "f", "z", "_", "_", "-", "+", " ", "0x", "0B", "0o", "00", "1234567890", "\n"]


def parse_int(r):
    s, base = rand_text(r, INT_PARTS, 7), r.pick([0, 2, 3, 8, 10, 10, 16, 36])
    if r.below(3) == 0:
        s = r.pick(["", "-", "+"]) + str(r.next())[: 1 + r.below(20)]
    try:
        return hex(int(s, base))
    except ValueError:
        return "invalid"


def rand_digits(r, base, n):
    return "".join("0123456789abcdefghijklmnopqrstuvwxyz"[r.below(base)] for _ in range(n))


def digest(n):
    """A short line that depends on all of an int."""
    return "%d:%d:%x" % (n.bit_length(), n % (2**89 - 1), n & 0xFFFFFFFF)


def parse_big(r):
    base = 2 + r.below(35)
    return digest(int(rand_digits(r, base, r.below(6000)), base))


FLOAT_PARTS = ["0", "1", "9", "25", ".", ".", "e", "E-", "e+", "_", "-", "+", " ", "inf", "nan", "inity", "1234567890", "000000", "e99999"]


def parse_float(r):
    kind = r.below(3)
    if kind == 0:
        s = rand_text(r, FLOAT_PARTS, 7)
    elif kind == 1:
        s = repr(rand_float(r))
    else:
        s = rand_digits(r, 10, r.below(40)) + "." + rand_digits(r, 10, 1 + r.below(40)) + "e" + str(r.below(700) - 350)
    try:
        return float(s).hex()
    except ValueError:
        return "invalid"


COMPLEX_PARTS = ["1", "25", ".5", "e2", "j", "j", "J", "+", "-", "+", "(", ")", " ", "_", "inf", "nan"]


def parse_complex(r):
    s = rand_text(r, COMPLEX_PARTS, 7)
    if r.below(3) == 0:
        re = rand_float(r)
        s = repr(complex(re, rand_float(r)))
    try:
        c = complex(s)
    except ValueError as e:
        return "malformed" if "malformed" in str(e) else "invalid"
    return c.real.hex() + " " + c.imag.hex()


HEX_PARTS = ["0x", "1", "f", "A", "8", ".", "p", "P-", "+", "-", " ", "000", "123456789abcdef", "p-1074", "p1023", "inf", "nan"]


def float_hex(r):
    kind = r.below(3)
    if kind == 0:
        return rand_float(r).hex()
    if kind == 1:
        s = rand_text(r, HEX_PARTS, 7)
    else:
        s = "0x" + rand_digits(r, 16, 1 + r.below(20)) + "." + rand_digits(r, 16, r.below(20)) + "p" + str(r.below(2300) - 1150)
    f = attempt(float.fromhex, s)
    return f if isinstance(f, str) else f.hex()


def float_ops(r):
    x = rand_float(r)
    y = rand_float(r)
    if y == 0:
        y = 3.0
    if r.below(4) == 0:
        x = y * float(r.below(1000))
    q, m = divmod(x, y)
    return " ".join(f.hex() for f in (x % y, x // y, q, m))


def round_float(r):
    x, n = rand_float(r), r.below(40) - 15
    if r.below(8) == 0:
        n = r.below(700) - 350
    if n == 0:
        n = 1
    f = attempt(round, x, n)
    return f if isinstance(f, str) else f.hex()


def float_int(r):
    """int(), as_integer_ratio and comparisons of floats with ints."""
    x, n = rand_float(r), rand_int(r)
    if r.below(3) == 0 and abs(x) < math.inf:
        n = int(x) + r.below(3) - 1
    i = attempt(int, x)
    ratio = attempt(float.as_integer_ratio, x)
    if not isinstance(i, str):
        i, ratio = hex(i), "%x/%x" % ratio
    return "%s %s %d %d %d" % (i, ratio, n < x, n == x, n > x)


def hashes(r):
    n, x = rand_int(r), rand_float(r)
    y = rand_float(r)
    if x != x:
        x = 1.0
    if y != y:
        y = 2.0
    return "%d %d %d" % (hash(x), hash(n), hash(complex(x, y)))


def int_bytes(r):
    n, length, little, signed = rand_int(r), r.below(12), r.below(2), r.below(2)
    order = "little" if little else "big"
    b = attempt(n.to_bytes, length, order) if not signed else attempt(lambda: n.to_bytes(length, order, signed=True))
    data = bytes(r.below(256) for _ in range(r.below(20)))
    back = int.from_bytes(data, order, signed=bool(signed))
    return "%s %x" % (b if isinstance(b, str) else b.hex(), back)


def rand_wide(r, words):
    n = 0
    for _ in range(r.below(words)):
        n = n << 64 | (r.next() if r.below(4) else r.pick([0, 2**64 - 1, 2**63, 1]))
    return -n if r.below(2) else n


def int_muldiv(r):
    x = rand_wide(r, 300)
    y = rand_wide(r, 300 if r.below(2) else 40)
    if y == 0:
        y = 7
    q, m = divmod(x, y)
    return digest(x * y) + " " + digest(x * x) + " " + digest(q) + " " + digest(m)


def int_text_long(r):
    s = str(rand_wide(r, 250))
    return hashlib.sha256(s.encode()).hexdigest()[:16]


def int_pow(r):
    return digest((rand_int(r) >> r.below(40)) ** r.below(40))


def int_powmod(r):
    a = rand_wide(r, 6)
    e = rand_wide(r, 3)
    m = rand_wide(r, 6)
    if r.below(3) == 0:
        a, e, m = a >> 300, e >> 100, m >> 300
    v = attempt(pow, a, e, m)
    return v if isinstance(v, str) else hex(v)


def int_gcd(r):
    k = rand_wide(r, 20)
    x = k * rand_wide(r, 60)
    y = k * rand_wide(r, 60)
    return digest(math.gcd(x, y))


def int_isqrt(r):
    n = abs(rand_wide(r, 120))
    if r.below(3) == 0:
        n = n * n - r.below(2)
    return digest(math.isqrt(abs(n)))


def int_comb(r):
    n = r.below(2000)
    k = r.below(n + 1)
    big = abs(rand_wide(r, 4)) + 50
    return " ".join(map(digest, (math.comb(n, k), math.perm(n, k), math.factorial(n), math.comb(big, 40), math.perm(big, 40))))


def int_truediv(r):
    x = rand_wide(r, 19) >> r.below(200)
    y = rand_wide(r, 19) >> r.below(200)
    kind = r.below(4)
    if kind == 0:
        x, y = r.next() - 2**63, r.next() - 2**63
    elif kind == 1:
        y = rand_int(r)
    elif kind == 2:
        y = 2 ** r.below(1100) * (1 + r.below(3))
    if y == 0:
        y = 3
    f, g = attempt(int.__truediv__, x, y), attempt(float, x)
    return " ".join(v if isinstance(v, str) else v.hex() for v in (f, g))


def int_round(r):
    return digest(round(rand_int(r) * 5, -r.below(30)))


GROUPS = {
    "parse_int": (parse_int, 10000),
    "parse_big": (parse_big, 500),
    "parse_float": (parse_float, 15000),
    "parse_complex": (parse_complex, 10000),
    "float_hex": (float_hex, 10000),
    "float_ops": (float_ops, 15000),
    "round_float": (round_float, 20000),
    "float_int": (float_int, 10000),
    "hashes": (hashes, 10000),
    "int_bytes": (int_bytes, 10000),
    "int_muldiv": (int_muldiv, 1500),
    "int_text_long": (int_text_long, 500),
    "int_pow": (int_pow, 2000),
    "int_powmod": (int_powmod, 2000),
    "int_gcd": (int_gcd, 1000),
    "int_isqrt": (int_isqrt, 1500),
    "int_comb": (int_comb, 500),
    "int_truediv": (int_truediv, 10000),
    "int_round": (int_round, 5000),
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
    sys.set_int_max_str_digits(0)
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
