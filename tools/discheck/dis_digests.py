"""Read lines "MODES PATH" and print, for each, a line of digests of what dis prints for the .pyc file in every mode.

A mode is letters: C shows caches, O offsets, P positions, S specialized code, D nothing of them. With an argument, print the
text itself instead of the digest.
"""
import dis
import hashlib
import io
import marshal
import re
import sys

ADDRESS = re.compile(r" at 0x[0-9a-f]+, file ")
OPTIONS = {"C": "show_caches", "O": "show_offsets", "P": "show_positions", "S": "adaptive"}


def text(code, mode):
    out = io.StringIO()
    options = {OPTIONS[letter]: True for letter in mode if letter in OPTIONS}
    try:
        dis.dis(code, file=out, **options)
    except Exception as e:
        out.write(f"{type(e).__name__}: {e}\n")
    return ADDRESS.sub(" at 0x0, file ", out.getvalue()).encode("utf-8", "surrogatepass")


def main():
    for line in sys.stdin:
        modes, path = line.rstrip("\n").split(" ", 1)
        with open(path, "rb") as f:
            code = marshal.loads(f.read()[16:])
        texts = [text(code, mode) for mode in modes.split(",")]
        if len(sys.argv) > 1:
            sys.stdout.buffer.write(b"".join(texts))
        else:
            print(*(hashlib.sha256(t).hexdigest() for t in texts), flush=True)


main()
