# The first program of the README: a little of everything.
import sys

print('Hello from Python %d.%d!' % sys.version_info[:2])
words = 'compiled once runs wherever the engine runs'.split()
print({w: len(w) for w in sorted(set(words), key=lambda w: (-len(w), w))})


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


for i, p in zip(range(10), primes()):
    print(p, end=' ' if i < 9 else '\n')
print(f'{2 ** 100:,}', 10 / 4, 7 // -2, [1, 2.5, 'three', None, (4,)])
