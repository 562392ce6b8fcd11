# Ciphers and codes: Caesar, Vigenere, Playfair, rail fence, Morse, Enigma-like rotors, RC4, Hamming, Luhn, ISBN.
A = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'


def caesar(text, k):
    return text.translate(str.maketrans(A + A.lower(), A[k % 26:] + A[:k % 26] + A[k % 26:].lower() + A[:k % 26].lower()))


def vigenere(text, key, sign=1):
    out, i = [], 0
    for c in text:
        if c.isalpha():
            k = sign * (ord(key[i % len(key)].upper()) - 65)
            base = 65 if c.isupper() else 97
            c = chr((ord(c) - base + k) % 26 + base)
            i += 1
        out.append(c)
    return ''.join(out)


msg = 'Attack at Dawn, bring 3 Friends!'
for k in (0, 3, 13, 25, -3, 29):
    print(k, caesar(msg, k), caesar(caesar(msg, k), -k) == msg)
print(vigenere(msg, 'Lemon'), vigenere(vigenere(msg, 'Lemon'), 'Lemon', -1))


def crack(text):
    freq = 'ETAOINSHRDLU'
    return max((sum(caesar(text, -k).upper().count(c) * (12 - i) for i, c in enumerate(freq)), k) for k in range(26))


print(crack(caesar('the quick brown fox jumps over the lazy dog and then returns to eat', 7)))


def rail(text, n):
    rows = [[] for _ in range(n)]
    for i, c in enumerate(text):
        k = i % (2 * n - 2)
        rows[min(k, 2 * n - 2 - k)].append(c)
    return ''.join(map(''.join, rows))


def unrail(text, n):
    order = sorted(range(len(text)), key=lambda i: (min(i % (2 * n - 2), 2 * n - 2 - i % (2 * n - 2)), i))
    out = [''] * len(text)
    for c, i in zip(text, order):
        out[i] = c
    return ''.join(out)


print(rail('WEAREDISCOVEREDFLEEATONCE', 3), unrail(rail('WEAREDISCOVEREDFLEEATONCE', 4), 4))


def playfair(text, key, d=1):
    square = list(dict.fromkeys((key + A).upper().replace('J', 'I')))
    text = [c for c in text.upper().replace('J', 'I') if c.isalpha()]
    pairs, i = [], 0
    while i < len(text):
        a = text[i]
        b = text[i + 1] if i + 1 < len(text) and text[i + 1] != a else 'X'
        pairs.append((a, b))
        i += 2 if b != 'X' or text[i + 1:i + 2] == ['X'] else 1
    out = []
    for a, b in pairs:
        (ra, ca), (rb, cb) = divmod(square.index(a), 5), divmod(square.index(b), 5)
        if ra == rb:
            out += square[ra * 5 + (ca + d) % 5], square[rb * 5 + (cb + d) % 5]
        elif ca == cb:
            out += square[(ra + d) % 5 * 5 + ca], square[(rb + d) % 5 * 5 + cb]
        else:
            out += square[ra * 5 + cb], square[rb * 5 + ca]
    return ''.join(out)


enc = playfair('hide the gold in the tree stump', 'playfair example')
print(enc, playfair(enc, 'playfair example', -1))
MORSE = dict(zip(A + '0123456789', '.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --.. ----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----.'.split()))
code = ' / '.join(' '.join(MORSE[c] for c in w) for w in 'SOS ABC 42'.split())
back = {v: k for k, v in MORSE.items()}
print(code, ' '.join(''.join(back[c] for c in w.split()) for w in code.split(' / ')))


class Rotor:
    def __init__(self, wiring, notch, pos='A'):
        self.fwd = [A.index(c) for c in wiring]
        self.back = [wiring.index(c) for c in A]
        self.notch, self.pos = A.index(notch), A.index(pos)

    def step(self):
        self.pos = (self.pos + 1) % 26
        return self.pos == (self.notch + 1) % 26

    def through(self, c, table):
        return (table[(c + self.pos) % 26] - self.pos) % 26


class Enigma:
    def __init__(self, start='AAA'):
        wirings = [('EKMFLGDQVZNTOWYHXUSPAIBRCJ', 'Q'), ('AJDKSIRUXBLHWTMCQGZNPYFVOE', 'E'), ('BDFHJLCPRTXVZNYEIWGAKMUSQO', 'V')]
        self.rotors = [Rotor(w, n, p) for (w, n), p in zip(wirings, start)]
        self.reflector = [A.index(c) for c in 'YRUHQSLDPXNGOKMIEBFZCWVJAT']

    def key(self, c):
        for r in reversed(self.rotors):
            if not r.step():
                break
        x = A.index(c)
        for r in reversed(self.rotors):
            x = r.through(x, r.fwd)
        x = self.reflector[x]
        for r in self.rotors:
            x = r.through(x, r.back)
        return A[x]

    def run(self, text):
        return ''.join(map(self.key, text))


print(Enigma().run('AAAAAAAAAA'), Enigma('KEY').run(Enigma('KEY').run('WEATHERREPORT')), ''.join(A[r.pos] for r in Enigma('AAZ').rotors))


def rc4(key, data):
    s, j = list(range(256)), 0
    for i in range(256):
        j = (j + s[i] + key[i % len(key)]) % 256
        s[i], s[j] = s[j], s[i]
    i = j = 0
    for b in data:
        i = (i + 1) % 256
        j = (j + s[i]) % 256
        s[i], s[j] = s[j], s[i]
        yield b ^ s[(s[i] + s[j]) % 256]


print(bytes(rc4(b'Key', b'Plaintext')).hex(), bytes(rc4(b'Key', rc4(b'Key', b'round trip'))), bytes(rc4(b'Wiki', b'pedia')).hex())


def hamming(data):
    bits = {}
    it = iter(data)
    for i in range(1, 16):
        if i & (i - 1):
            bits[i] = int(next(it))
    for p in (1, 2, 4, 8):
        bits[p] = sum(v for i, v in bits.items() if i & p and i != p) % 2
    return ''.join(str(bits[i]) for i in range(1, 16))


def correct(code):
    bad = 0
    for i, b in enumerate(code, 1):
        if b == '1':
            bad ^= i
    if bad:
        code = code[:bad - 1] + '10'[int(code[bad - 1])] + code[bad:]
    return bad, ''.join(b for i, b in enumerate(code, 1) if i & (i - 1))


code = hamming('10110100110')
print(code, correct(code), [correct(code[:i] + '10'[int(code[i])] + code[i + 1:]) == (i + 1, '10110100110') for i in (0, 5, 14)])


def luhn(n):
    return sum(d if i % 2 == 0 else sum(divmod(2 * d, 10)) for i, d in enumerate(map(int, reversed(n)))) % 10 == 0


def isbn(s):
    digits = [10 if c == 'X' else int(c) for c in s if c.isalnum()]
    return sum((10 - i) * d for i, d in enumerate(digits)) % 11 == 0 if len(digits) == 10 else sum(d * (1, 3)[i % 2] for i, d in enumerate(digits)) % 10 == 0


print([luhn(n) for n in ('4539578763621486', '4539578763621487', '79927398713', '0')], [isbn(s) for s in ('0-306-40615-2', '978-3-16-148410-0', '0-8044-2957-X', '0-306-40615-3')])


def gray(n):
    return n ^ n >> 1


def ungray(g):
    n = 0
    while g:
        n, g = n ^ g, g >> 1
    return n


print([f'{gray(i):04b}' for i in range(16)], all(ungray(gray(i)) == i for i in range(256)))
def xor(data, key): return bytes(b ^ key[i % len(key)] for i, b in enumerate(data))


print(xor(b'secret message', b'key'), xor(xor(b'secret message', b'key'), b'key'), [f'{b:08b}' for b in xor(b'\xff\x00\x55', b'\x0f')])
def to_base(n, b, digits='0123456789abcdefghijklmnopqrstuvwxyz'): return (to_base(n // b, b) if n >= b else '') + digits[n % b]


print([to_base(2 ** 40 + 12345, b) for b in (2, 3, 7, 16, 36)], [int(to_base(987654321, b), b) for b in (2, 5, 17, 35)])
