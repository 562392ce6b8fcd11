"""Writes hashes.txt beside this file: SEED FIRST LENGTH HASH, as CPython hashes str and bytes under PYTHONHASHSEED.

The text has LENGTH characters, the i-th being FIRST + (7*i + LENGTH) % 60. FIRST -1 is a bytes object of the values -1 modulo 256 and on.
"""
import os
import subprocess
import sys

CODE = """
for first in (-1, 0x30, 0xA1, 0x3B1, 0x1F600):
    for n in [*range(18), 31, 32, 33, 255, 256, 1000]:
        codes = [first + (7 * i + n) % 60 for i in range(n)]
        value = bytes(c % 256 for c in codes) if first < 0 else "".join(map(chr, codes))
        print(SEED, first, n, hash(value))
"""

here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "hashes.txt"), "w") as out:
    for seed in ("0", "1", "42", "4294967295"):
        env = dict(os.environ, PYTHONHASHSEED=seed)
        out.write(subprocess.run([sys.executable, "-c", "SEED=%s%s" % (seed, CODE)], env=env, check=True, capture_output=True, text=True).stdout)
