"""Print lines of marshal data in hex and, after a blank, the repr of the object loaded from it."""
import marshal
import random
import sys

CASES = [
    [], [1, [2, []]], {}, {1: 2, 'a': [None]}, {1, 2}, set(), frozenset(), frozenset({frozenset({1, 2}), frozenset()}),
    {True: 0, 1: 1, 1.0: 2, 'x': 3}, [b'', (), ((),)], 1e22, 1e21, 123456789012345680.0, float('inf'), -float('inf'),
    complex(float('inf'), -0.0), complex(-0.0, 1), complex(0, -1), complex(1e300, 1e-300), 10**4299, ['\x1b', '\u3000', '\u0378', '\u2ffc', '\U00014000', '\U0001fadc'],
    StopIteration, 'a\ud800b\udfff', '\U0010ffff\U00010000', -2**100, 2**62, {2**61 - 1, 0, 2**61, 1},
]
RECURSIVE = [bytes.fromhex("db01000000" + "7200000000"), bytes.fromhex("a901" + "7200000000"), bytes.fromhex("fb" + "4e" + "7200000000" + "30")]


def element(rng, depth):
    kind = rng.randrange(9 if depth else 8)
    return (
        lambda: rng.randrange(-50, 300),
        lambda: rng.choice((1, -1)) * rng.getrandbits(rng.choice((31, 60, 64, 130))),
        lambda: rng.randrange(-2000, 2000) / rng.choice((1, 4, 7)),
        lambda: complex(rng.randrange(3), rng.randrange(-2, 3)),
        lambda: ''.join(rng.choice('abcdefgh') for _ in range(rng.randrange(12))),
        lambda: ''.join(rng.choice('aé€😀\ud800') for _ in range(rng.randrange(9))),
        lambda: bytes(rng.randrange(256) for _ in range(rng.randrange(20))),
        lambda: rng.choice((True, False)),
        lambda: rng.choice((tuple, frozenset))(element(rng, depth - 1) for _ in range(rng.randrange(4))),
    )[kind]()


def main():
    rng = random.Random(3)
    objects = list(CASES)
    for size in [*range(1, 14)] * 3 + [20, 40, 80]:
        objects.append(frozenset(element(rng, 2) for _ in range(size)))
    objects.append({rng.randrange(100) * 64 for _ in range(60)})
    datas = [marshal.dumps(o, 4) for o in objects] + RECURSIVE
    if marshal.version >= 5:
        datas += [marshal.dumps(o) for o in (slice(1, None, 'a'), {slice(1), slice(2), slice(None, 3)}, [slice((1, 2), 3, 4)])]
    for data in datas:
        sys.stdout.buffer.write(f"{data.hex()} {marshal.loads(data)!r}\n".encode())


main()
