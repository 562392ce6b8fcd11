"""Prints what this CPython knows of every code point, for the generator beside it.

Lines are "TAG FIRST LAST FIELDS...": runs of code points that share a record. What most unassigned code points have is left out.

  core  str methods, numeric values and case mappings; simple mappings and the case folding are differences to the code point
  ucd   the properties of unicodedata
  case  CODE LOWER UPPER TITLE FOLD: full mappings where one of them is not the single code point that the core record tells
  decomp CODE STRING: unicodedata.decomposition
  comp   FIRST SECOND RESULT: canonical compositions
  digest PROPERTY SHA256: of the values of all code points, for the tests
"""
import hashlib
import sys
import unicodedata

import _sre

LAST = 0x10FFFF
FLAGS = ["alpha", "decimal", "digit", "numeric", "space", "printable", "start", "continue", "lower", "upper", "title", "cased", "ignorable", "linebreak"]


def flags(c):
    sigma_after = (c + "\u03a3").lower().endswith("\u03c2")
    return [
        c.isalpha(),
        c.isdecimal(),
        c.isdigit(),
        c.isnumeric(),
        c.isspace(),
        c.isprintable(),
        c.isidentifier(),
        ("a" + c).isidentifier(),
        c.islower(),
        c.isupper(),
        unicodedata.category(c) == "Lt",
        (c + "a").title()[-1] == "a",
        not sigma_after and ("a" + c + "\u03a3").lower().endswith("\u03c2"),
        len(("a" + c + "b").splitlines()) == 2,
    ]


def hexes(s):
    return ",".join("%x" % ord(c) for c in s)


def single(c, mapped, code):
    """The difference to the one code point of a mapping, or None."""
    return ord(mapped) - code if len(mapped) == 1 else None


def scan_case(c, code):
    """The simple mappings as differences, and the full ones if they tell more."""
    lower, upper, title, fold = c.lower(), c.upper(), c.title(), c.casefold()
    simple_lower = _sre.unicode_tolower(code) - code
    simple_upper, simple_title = single(c, upper, code), single(c, title, code)
    expected = (simple_lower, simple_upper, simple_title, simple_lower)
    plain = tuple(single(c, m, code) for m in (lower, upper, title, fold)) == expected
    full = None if plain else (lower, upper, title, fold)
    # "?" is for the generator to fill in.
    return [simple_lower, "?" if simple_upper is None else simple_upper, "?" if simple_title is None else simple_title], full


def core(c, code):
    case, full = scan_case(c, code)
    if full:
        print("case", "%x" % code, *map(hexes, full))
    bits = "".join("1" if f else "0" for f in flags(c))
    numeric = unicodedata.numeric(c, None)
    return [unicodedata.category(c), bits, unicodedata.digit(c, -1), "-" if numeric is None else numeric.hex(), *case]


def ucd(c):
    return [unicodedata.bidirectional(c) or "-", unicodedata.combining(c), unicodedata.east_asian_width(c), unicodedata.mirrored(c)]


def runs(tag, record, skip):
    """Prints the runs of equal records."""
    start, current = 0, record(0)
    for code in range(1, LAST + 2):
        fields = record(code) if code <= LAST else None
        if fields != current:
            if current != skip:
                print(tag, "%x" % start, "%x" % (code - 1), *current)
            start, current = code, fields


def decompositions():
    for code in range(LAST + 1):
        d = unicodedata.decomposition(chr(code))
        if not d:
            continue
        print("decomp", "%x" % code, d)
        parts = d.split()
        if len(parts) == 2 and d[0] != "<":
            pair = "".join(chr(int(p, 16)) for p in parts)
            if unicodedata.normalize("NFC", pair) == chr(code):
                print("comp", *parts, "%x" % code)


PROPERTIES = {
    "category": unicodedata.category,
    "alpha": str.isalpha,
    "decimal": str.isdecimal,
    "digit": str.isdigit,
    "numeric": str.isnumeric,
    "alnum": str.isalnum,
    "space": str.isspace,
    "printable": str.isprintable,
    "start": str.isidentifier,
    "continue": lambda c: ("a" + c).isidentifier(),
    "islower": str.islower,
    "isupper": str.isupper,
    "istitle": str.istitle,
    "cased": lambda c: (c + "a").title()[-1] == "a",
    "sigma": lambda c: hexes((c + "\u03a3").lower()[-1] + ("a" + c + "\u03a3").lower()[-1]),
    "linebreak": lambda c: len(("a" + c + "b").splitlines()) == 2,
    "decimal_value": lambda c: unicodedata.decimal(c, -1),
    "digit_value": lambda c: unicodedata.digit(c, -1),
    "numeric_value": lambda c: float(unicodedata.numeric(c, -1)).hex(),
    "lower": lambda c: hexes(c.lower()),
    "upper": lambda c: hexes(c.upper()),
    "title": lambda c: hexes(c.title()),
    "fold": lambda c: hexes(c.casefold()),
    "simple_lower": lambda c: _sre.unicode_tolower(ord(c)),
    "simple_cased": lambda c: _sre.unicode_iscased(ord(c)),
    "bidirectional": unicodedata.bidirectional,
    "combining": unicodedata.combining,
    "width": unicodedata.east_asian_width,
    "mirrored": unicodedata.mirrored,
    "decomposition": unicodedata.decomposition,
    "nfc": lambda c: hexes(unicodedata.normalize("NFC", c)),
    "nfd": lambda c: hexes(unicodedata.normalize("NFD", c)),
    "nfkc": lambda c: hexes(unicodedata.normalize("NFKC", c)),
    "nfkd": lambda c: hexes(unicodedata.normalize("NFKD", c)),
}
def show(v):
    return "01"[v] if v is True or v is False else str(v)


def digests():
    for name, prop in PROPERTIES.items():
        h = hashlib.sha256()
        for base in range(0, LAST + 1, 4096):
            h.update("".join(show(prop(chr(c))) + "\n" for c in range(base, base + 4096)).encode("ascii"))
        print("digest", name, h.hexdigest()[:16])


def sequences():
    """Random sequences of what normalization changes, for every form; splitmix64 chooses."""
    pool = [c for c in range(LAST + 1) if not 0xAC00 <= c <= 0xD7A3 and (unicodedata.combining(chr(c)) or unicodedata.decomposition(chr(c)))]
    pool += [*range(0x1100, 0x1113), *range(0x1161, 0x1176), *range(0x11A8, 0x11C3), 0xAC00, 0xAC01, 0xAC1C, 0x41, 0x65, 0x6F]
    state = 0

    def below(n):
        nonlocal state
        state = (state + 0x9E3779B97F4A7C15) & (2**64 - 1)
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & (2**64 - 1)
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & (2**64 - 1)
        return (z ^ (z >> 31)) % n

    h = hashlib.sha256()
    for _ in range(30000):
        s = "".join(chr(pool[below(len(pool))]) for _ in range(1 + below(8)))
        for form in ("NFC", "NFD", "NFKC", "NFKD"):
            line = "%s %d\n" % (hexes(unicodedata.normalize(form, s)), unicodedata.is_normalized(form, s))
            h.update(line.encode("ascii"))
    print("digest sequences", h.hexdigest()[:16])


def main():
    sys.stdout.reconfigure(encoding="ascii")
    print("version 3.%d %s" % (sys.version_info[1], unicodedata.unidata_version))
    unassigned = core("\U000e0fff", 0xE0FFF)
    runs("core", lambda code: core(chr(code), code), unassigned)
    runs("ucd", lambda code: ucd(chr(code)), ucd("\U000e0fff"))
    print("unassigned core", *unassigned)
    print("unassigned ucd", *ucd("\U000e0fff"))
    decompositions()
    digests()
    sequences()


if __name__ == "__main__":
    main()
