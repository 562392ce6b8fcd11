# A JSON encoder and decoder in plain Python, with errors and round trips.
ESC = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f'}
UNESC = {'"': '"', '\\': '\\', '/': '/', 'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}


def encode(obj, indent=None, level=0, sort=False):
    if obj is None:
        return 'null'
    if obj is True:
        return 'true'
    if obj is False:
        return 'false'
    if isinstance(obj, int):
        return str(obj)
    if isinstance(obj, float):
        if obj != obj or obj in (float('inf'), float('-inf')):
            raise ValueError(f'out of range: {obj!r}')
        return repr(obj)
    if isinstance(obj, str):
        return '"' + ''.join(ESC.get(c) or (c if ' ' <= c < '\x7f' else f'\\u{ord(c):04x}' if ord(c) < 0x10000 else '\\u{:04x}\\u{:04x}'.format(0xd800 + (ord(c) - 0x10000 >> 10), 0xdc00 + (ord(c) & 0x3ff))) for c in obj) + '"'
    pad = '' if indent is None else '\n' + ' ' * indent * (level + 1)
    end = '' if indent is None else '\n' + ' ' * indent * level
    sep = ',' + (pad or ' ')
    if isinstance(obj, (list, tuple)):
        if not obj:
            return '[]'
        return '[' + pad + sep.join(encode(x, indent, level + 1, sort) for x in obj) + end + ']'
    if isinstance(obj, dict):
        if not obj:
            return '{}'
        items = sorted(obj.items()) if sort else obj.items()
        return '{' + pad + sep.join(f'{encode(k if isinstance(k, str) else encode(k), None)}: {encode(v, indent, level + 1, sort)}' for k, v in items) + end + '}'
    raise TypeError(f'Object of type {type(obj).__name__} is not serializable')


class DecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        line = doc.count('\n', 0, pos) + 1
        col = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {line} column {col} (char {pos})')


class Decoder:
    def __init__(self, text):
        self.s, self.i = text, 0

    def error(self, msg, pos=None):
        raise DecodeError(msg, self.s, self.i if pos is None else pos)

    def ws(self):
        while self.i < len(self.s) and self.s[self.i] in ' \t\n\r':
            self.i += 1

    def decode(self):
        self.ws()
        v = self.value()
        self.ws()
        if self.i < len(self.s):
            self.error('Extra data')
        return v

    def value(self):
        s = self.s
        if self.i >= len(s):
            self.error('Expecting value')
        match s[self.i]:
            case '{':
                return self.object()
            case '[':
                return self.array()
            case '"':
                return self.string()
            case c if c == '-' or c.isdigit():
                return self.number()
        for word, v in (('null', None), ('true', True), ('false', False)):
            if s.startswith(word, self.i):
                self.i += len(word)
                return v
        self.error('Expecting value')

    def number(self):
        s, start = self.s, self.i
        if s[self.i] == '-':
            self.i += 1
        digits = self.digits()
        if not digits:
            self.error('Expecting value', start)
        if digits[0] == '0' and len(digits) > 1:
            self.i -= len(digits) - 1
            return 0
        is_float = False
        if self.i < len(s) and s[self.i] == '.' and s[self.i + 1:self.i + 2].isdigit():
            self.i += 1
            self.digits()
            is_float = True
        if self.i < len(s) and s[self.i] in 'eE':
            self.i += 1 + (s[self.i + 1:self.i + 2] in ('+', '-'))
            self.digits()
            is_float = True
        return (float if is_float else int)(s[start:self.i])

    def digits(self):
        start = self.i
        while self.i < len(self.s) and self.s[self.i].isdigit():
            self.i += 1
        return self.s[start:self.i]

    def string(self):
        start, out = self.i, []
        self.i += 1
        while True:
            if self.i >= len(self.s):
                self.error('Unterminated string starting at', start)
            c = self.s[self.i]
            self.i += 1
            if c == '"':
                return ''.join(out)
            if c == '\\':
                e = self.s[self.i:self.i + 1]
                self.i += 1
                if e == 'u':
                    code = self.hex4()
                    if 0xd800 <= code < 0xdc00 and self.s.startswith('\\u', self.i):
                        self.i += 2
                        code = 0x10000 + (code - 0xd800 << 10) + (self.hex4() - 0xdc00)
                    out.append(chr(code))
                elif e in UNESC and e:
                    out.append(UNESC[e])
                else:
                    self.error('Invalid \\escape', self.i - 2)
            elif c < ' ':
                self.error('Invalid control character at', self.i - 1)
            else:
                out.append(c)

    def hex4(self):
        try:
            code = int(self.s[self.i:self.i + 4], 16)
        except ValueError:
            self.error('Invalid \\uXXXX escape', self.i - 1)
        self.i += 4
        return code

    def array(self):
        out = []
        self.i += 1
        self.ws()
        if self.s.startswith(']', self.i):
            self.i += 1
            return out
        while True:
            self.ws()
            out.append(self.value())
            self.ws()
            c = self.s[self.i:self.i + 1]
            self.i += 1
            if c == ']':
                return out
            if c != ',':
                self.error("Expecting ',' delimiter", self.i - 1)

    def object(self):
        out = {}
        self.i += 1
        self.ws()
        if self.s.startswith('}', self.i):
            self.i += 1
            return out
        while True:
            self.ws()
            if not self.s.startswith('"', self.i):
                self.error('Expecting property name enclosed in double quotes')
            k = self.string()
            self.ws()
            if not self.s.startswith(':', self.i):
                self.error("Expecting ':' delimiter")
            self.i += 1
            self.ws()
            out[k] = self.value()
            self.ws()
            c = self.s[self.i:self.i + 1]
            self.i += 1
            if c == '}':
                return out
            if c != ',':
                self.error("Expecting ',' delimiter", self.i - 1)


doc = {'name': 'Krait "q" \\ é 中 😀\n', 'list': [1, -2.5, 1e100, True, None, [], {}], 'nested': {'b': [{'x': 1}], 'a': ()}, 'empty': '', 5: 'int key', None: 0, 'big': 10 ** 25}
print(encode(doc))
print(encode(doc['nested'], indent=2, sort=True))
print(encode([[1, [2, [3]]], {'k': {'z': {}}}], indent=1))
back = Decoder(encode(doc)).decode()
print(back, back['name'] == doc['name'], Decoder(encode(back, 4)).decode() == back)
for bad in ({1, 2}, object, float('nan'), [float('inf')], {'k': b'x'}, 1j):
    try:
        print(encode(bad))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
for text in ('', '[', '[1', '[1,', '[1,]', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,}', '{a:1}', "{'a':1}", 'nul', 'true false', '"abc', '"a\nb"', '"\\x"', '"\\u12g4"', '01', '-', '1.5e3', '-0', '[1 2]', '\n\n  ?', '{"a":{"b":[1,{"c":tru}]}}', ' [ 1 , 2 ] ', '"\\ud83d\\ude00\\u00e9"', '1.', '+1', '.5', '{"a":1,"a":2}', '[[[[[]]]]]'):
    try:
        print(repr(text), '->', Decoder(text).decode())
    except DecodeError as e:
        print(repr(text), 'ERROR', e)
