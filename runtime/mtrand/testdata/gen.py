"""Writes digests.txt beside this file: SEED DIGEST, of what CPython's random draws after random.seed(SEED).

Each line of what is digested holds a random(), a getrandbits(i) and, every hundred lines, a digest of getstate().
"""
import hashlib
import os
import random

SEEDS = [0, 1, -1, 42, 2**32 - 1, 2**32, 2**63 - 1, -2**63, 2**64, 10**30, -(10**100), 3**13000]

here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "digests.txt"), "w") as out:
    for seed in SEEDS:
        r = random.Random()
        r.seed(seed)
        h = hashlib.sha256()
        for i in range(2000):
            h.update(b"%s %x\n" % (r.random().hex().encode(), r.getrandbits(i % 300)))
            if i % 100 == 0:
                h.update(repr(r.getstate()[1]).encode())
        out.write("%x %s\n" % (seed, h.hexdigest()[:16]))
