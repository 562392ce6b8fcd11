# Compression: Huffman codes, LZW, run lengths, base64, CRC and hashes in plain Python.
TEXT = 'she sells sea shells by the sea shore; the shells she sells are surely seashells'


def huffman(text):
    freq = {}
    for c in text:
        freq[c] = freq.get(c, 0) + 1
    nodes = sorted((n, i, c) for i, (c, n) in enumerate(sorted(freq.items())))
    serial = len(nodes)
    while len(nodes) > 1:
        a, b, *nodes = nodes
        nodes.append((a[0] + b[0], serial, (a, b)))
        serial += 1
        nodes.sort(key=lambda n: n[:2])
    codes = {}

    def walk(node, prefix):
        if isinstance(node[2], str):
            codes[node[2]] = prefix or '0'
        else:
            walk(node[2][0], prefix + '0')
            walk(node[2][1], prefix + '1')
    walk(nodes[0], '')
    return codes


codes = huffman(TEXT)
for c, code in sorted(codes.items(), key=lambda kv: (len(kv[1]), kv[1])):
    print(repr(c), code, end='  ')
print()
bits = ''.join(codes[c] for c in TEXT)
print(len(bits), len(TEXT) * 8, f'{len(bits) / len(TEXT):.4f}')


def decode(bits, codes):
    back = {v: k for k, v in codes.items()}
    out, cur = [], ''
    for b in bits:
        cur += b
        if cur in back:
            out.append(back[cur])
            cur = ''
    return ''.join(out)


print(decode(bits, codes) == TEXT, huffman('aaaa'), huffman('ab'))


def lzw(text):
    table = {chr(i): i for i in range(128)}
    cur, out = '', []
    for c in text:
        if cur + c in table:
            cur += c
        else:
            out.append(table[cur])
            table[cur + c] = len(table)
            cur = c
    return out + [table[cur]] if cur else out


def unlzw(codes):
    table = {i: chr(i) for i in range(128)}
    prev = out = table[codes[0]]
    for c in codes[1:]:
        entry = table[c] if c in table else prev + prev[0]
        out += entry
        table[len(table)] = prev + entry[0]
        prev = entry
    return out


packed = lzw(TEXT)
print(len(packed), packed[:30], unlzw(packed) == TEXT, unlzw(lzw('aaaaaaaaaa')))
ALPHA = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'


def b64(data):
    out = []
    for i in range(0, len(data), 3):
        chunk = data[i:i + 3]
        n = int.from_bytes(chunk + bytes(3 - len(chunk)), 'big')
        out.append(''.join(ALPHA[n >> s & 63] for s in (18, 12, 6, 0))[:len(chunk) + 1].ljust(4, '='))
    return ''.join(out)


def unb64(s):
    out = bytearray()
    for i in range(0, len(s), 4):
        q = s[i:i + 4]
        n = 0
        for c in q:
            n = n << 6 | (ALPHA.index(c) if c != '=' else 0)
        out += n.to_bytes(3, 'big')[:3 - q.count('=')]
    return bytes(out)


for s in (b'', b'f', b'fo', b'foo', b'foobar', bytes(range(250, 256))):
    print(b64(s), unb64(b64(s)) == s, end='; ')
print()


def crc32(data):
    table = []
    for n in range(256):
        for _ in range(8):
            n = n >> 1 ^ 0xEDB88320 if n & 1 else n >> 1
        table.append(n)
    c = 0xFFFFFFFF
    for b in data:
        c = table[(c ^ b) & 0xFF] ^ c >> 8
    return c ^ 0xFFFFFFFF


def adler32(data):
    a, b = 1, 0
    for x in data:
        a = (a + x) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def sha256(data):
    def primes():
        n = 2
        while True:
            if all(n % p for p in range(2, int(n ** .5) + 1)):
                yield n
            n += 1
    ps = [p for p, _ in zip(primes(), range(64))]

    def root(p, k):
        x = 1 << 40
        target = p << (32 * k)
        lo, hi = 0, x
        while lo < hi:
            mid = lo + hi + 1 >> 1
            if mid ** k <= target:
                lo = mid
            else:
                hi = mid - 1
        return lo & 0xFFFFFFFF
    K = [root(p, 3) for p in ps]
    H = [root(p, 2) for p in ps[:8]]
    length = len(data) * 8
    data += b'\x80'
    data += bytes(-(len(data) + 8) % 64) + length.to_bytes(8, 'big')
    rot = lambda x, n: (x >> n | x << 32 - n) & 0xFFFFFFFF
    for o in range(0, len(data), 64):
        w = [int.from_bytes(data[o + i:o + i + 4], 'big') for i in range(0, 64, 4)]
        for i in range(16, 64):
            s0 = rot(w[i - 15], 7) ^ rot(w[i - 15], 18) ^ w[i - 15] >> 3
            s1 = rot(w[i - 2], 17) ^ rot(w[i - 2], 19) ^ w[i - 2] >> 10
            w.append(w[i - 16] + s0 + w[i - 7] + s1 & 0xFFFFFFFF)
        a, b, c, d, e, f, g, h = H
        for i in range(64):
            t1 = h + (rot(e, 6) ^ rot(e, 11) ^ rot(e, 25)) + (e & f ^ ~e & g) + K[i] + w[i]
            t2 = (rot(a, 2) ^ rot(a, 13) ^ rot(a, 22)) + (a & b ^ a & c ^ b & c)
            a, b, c, d, e, f, g, h = t1 + t2 & 0xFFFFFFFF, a, b, c, d + t1 & 0xFFFFFFFF, e, f, g
        H = [x + y & 0xFFFFFFFF for x, y in zip(H, (a, b, c, d, e, f, g, h))]
    return ''.join(f'{x:08x}' for x in H)


print(hex(crc32(b'123456789')), hex(adler32(b'Wikipedia')), crc32(TEXT.encode()))
for s in (b'', b'abc', TEXT.encode()):
    print(sha256(s))


def rle(data):
    out = bytearray()
    i = 0
    while i < len(data):
        n = 1
        while i + n < len(data) and n < 255 and data[i + n] == data[i]:
            n += 1
        out += bytes([n, data[i]])
        i += n
    return bytes(out)


print(rle(b'aaaabbbcc' + b'x' * 300), sum(rle(b'z' * 1000)[::2]))
