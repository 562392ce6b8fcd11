"""Compile fixture sources, or compare compiled files with what their sources compile to now.

Runs inside each CPython. Standard input: a JSON object {"write": bool, "jobs": [[source, co_filename, pyc], ...]}. Standard output:
one line per job, "same", "new" or "differs: WHERE". A file that decodes to the same code is left as it is, because the bytes of a
marshalled code object depend on reference counts.
"""
import __future__
import importlib.util
import json
import marshal
import os
import struct
import sys
import warnings

HEADER = importlib.util.MAGIC_NUMBER + struct.pack("<I", 1)  # unchecked hash


def difference(a, b, where):
    """Return where two decoded constants differ, or None."""
    if type(a) is not type(b):
        return f"{where}: {type(a).__name__} and {type(b).__name__}"
    if hasattr(a, "co_code"):
        for name in sorted(dir(a)):
            if not name.startswith("co_") or name in ("co_lines", "co_positions", "co_branches", "co_lnotab"):
                continue
            found = difference(getattr(a, name), getattr(b, name), f"{where}.{name}")
            if found:
                return found
        return None
    if isinstance(a, tuple):
        if len(a) != len(b):
            return f"{where}: length {len(a)} and {len(b)}"
        for i, (x, y) in enumerate(zip(a, b)):
            found = difference(x, y, f"{where}[{i}]")
            if found:
                return found
        return None
    if isinstance(a, frozenset):
        return difference(tuple(sorted(a, key=repr)), tuple(sorted(b, key=repr)), where)
    if isinstance(a, slice):
        return difference((a.start, a.stop, a.step), (b.start, b.stop, b.step), where)
    # repr tells 0.0 from -0.0 and is equal for equal NaNs
    return None if repr(a) == repr(b) else f"{where}: {a!r} and {b!r}"


def future_flags(text):
    """Compiler flags of a "# future: NAME" directive: the effect of a future statement, without its import at run time."""
    flags = 0
    for line in text.decode().splitlines():
        if not line.startswith("#"):
            break
        if line.startswith("# future:"):
            flags |= getattr(__future__, line.removeprefix("# future:").strip()).compiler_flag
    return flags


def load(path):
    with open(path, "rb") as f:
        data = f.read()
    return data[:16], marshal.loads(data[16:])


def do(write, source, filename, pyc):
    with open(source, "rb") as f:
        text = f.read()
    code = compile(text, filename, "exec", flags=future_flags(text), dont_inherit=True, optimize=0)
    header = HEADER + importlib.util.source_hash(text)
    if os.path.exists(pyc):
        old_header, old = load(pyc)
        where = difference(old, code, "code")
        if where is None and old_header != header:
            where = "header"
        if where is None:
            return "same"
        if not write:
            return "differs: " + where
    elif not write:
        return "differs: no such file"
    with open(pyc, "wb") as f:
        f.write(header + marshal.dumps(code))
    return "new"


def main():
    warnings.simplefilter("ignore")
    request = json.load(sys.stdin)
    for job in request["jobs"]:
        try:
            print(do(request["write"], *job))
        except (SyntaxError, EOFError, ValueError) as e:
            print(f"differs: {type(e).__name__}: {e}")


main()
