"""Writes values.txt: what CPython's math module (that is, glibc) computes. Each line is a function, its arguments and its result as hex floats."""
import math
import random

random.seed(3)
rows = []


def put(name, fn, *args):
    try:
        r = fn(*args)
    except OverflowError:
        rows.append(" ".join([name, *(float(a).hex() for a in args), "overflow"]))
        return
    except (ValueError, ZeroDivisionError):
        return
    if isinstance(r, complex):
        return
    rows.append(" ".join([name, *(float(a).hex() for a in args), r.hex()]))


UNARY = {
    "exp": (-50, 50), "exp2": (-50, 50), "expm1": (-5, 5), "log": None, "log2": None, "log10": None, "log1p": None, "sin": (-100, 100), "cos": (-100, 100),
    "tan": (-10, 10), "asin": (-1, 1), "acos": (-1, 1), "atan": (-10, 10), "sinh": (-30, 30), "cosh": (-30, 30), "tanh": (-3, 3), "asinh": (-10, 10),
    "acosh": (1, 20), "atanh": (-0.99, 0.99),
}
SPECIAL = [0.0, -0.0, 1.0, -1.0, math.inf, -math.inf, math.nan, 5e-324, -5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1e-300, 1e-20, 1e-10, 0.5, -0.5, 2.0, 3.0, 10.0,
           100.0, 1e22, 1e300, -1e15, 2.0**70, math.pi, math.pi / 2, math.pi / 4, 3 * math.pi, 0.78, 0.7853981633974484, 709.7, 709.78271289338397, 709.8, -708.5, -740.25, -745.1,
           -745.2, 710.4, 1023.5, 1024.0, -1022.5, -1074.5, -1075.0, 524288.5]
for name, span in UNARY.items():
    fn = getattr(math, name)
    for x in SPECIAL:
        put(name, fn, x)
    for _ in range(60):
        put(name, fn, random.uniform(*span) if span else math.exp(random.uniform(-20, 20)))
for name in ("sin", "cos", "tan"):
    for _ in range(40):
        put(name, getattr(math, name), math.ldexp(random.uniform(0.5, 1), random.randint(15, 1024)))
        n = random.randint(1, 10**9)
        put(name, getattr(math, name), n * math.pi / 2)
for _ in range(400):
    put("pow", math.pow, math.exp(random.uniform(-20, 20)), random.uniform(-20, 20))
    put("pow", math.pow, random.randint(1, 100), random.randint(-40, 40))
    put("atan2", math.atan2, random.gauss(0, 1) * 10 ** random.randint(-9, 9), random.gauss(0, 1) * 10 ** random.randint(-9, 9))
    put("hypot", lambda x, y: abs(complex(x, y)), random.gauss(0, 1) * 10 ** random.randint(-9, 9), random.gauss(0, 1) * 10 ** random.randint(-9, 9))
EDGES = [0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0, 0.5, -0.5, math.inf, -math.inf, math.nan, 5e-324, 1.7976931348623157e308, 1e-310, 1e154, -1074.0, 1023.0, 1.0000000000000002]
for x in EDGES:
    for y in EDGES:
        put("pow", math.pow, x, y)
        put("atan2", math.atan2, x, y)
        put("hypot", lambda x, y: abs(complex(x, y)), x, y)
with open("values.txt", "w") as f:
    f.write("\n".join(rows) + "\n")
