package runtime

import (
	"unicode/utf8"
	"unsafe"
)

// A Str is an immutable str: units of 1, 2 or 4 bytes as PEP 393 has them, always the narrowest that fit. One-byte units are Latin-1; when all
// are below 128 the text is a Go string as it is. Lone surrogates are ordinary units.
type Str struct {
	Header
	s    string // the units' bytes, native order
	hash int64  // 0 until computed
	buf  *strBuf
}

// A strBuf is a growing buffer that the Str of its full length owns the tail of: s = s + x in a loop appends instead of copying.
type strBuf struct{ b []byte }

const kindShiftPos = 5 // flagKind2 is shift 1, flagKind4 shift 2

func (s *Str) shift() uint { return uint(s.flags>>kindShiftPos) & 3 }

// Len returns the number of code points.
func (s *Str) Len() int { return len(s.s) >> s.shift() }

// IsASCII reports whether all code points are below 128.
func (s *Str) IsASCII() bool { return s.flags&flagASCII != 0 }

// Kind returns the bytes per unit: 1, 2 or 4.
func (s *Str) Kind() int { return 1 << s.shift() }

// Raw returns the units' bytes.
func (s *Str) Raw() string { return s.s }

// At returns the code point at i, which must be in range.
func (s *Str) At(i int) rune {
	switch s.shift() {
	case 0:
		return rune(s.s[i])
	case 1:
		return rune(*(*uint16)(unsafe.Add(unsafe.Pointer(unsafe.StringData(s.s)), i*2)))
	}
	return *(*rune)(unsafe.Add(unsafe.Pointer(unsafe.StringData(s.s)), i*4))
}

// Runes appends the code points to dst.
func (s *Str) Runes(dst []rune) []rune {
	for i, n := 0, s.Len(); i < n; i++ {
		dst = append(dst, s.At(i))
	}
	return dst
}

// GoString returns the text as UTF-8; lone surrogates become their three-byte form.
func (s *Str) GoString() string {
	if s.IsASCII() {
		return s.s
	}
	b := make([]byte, 0, len(s.s)+8)
	for i, n := 0, s.Len(); i < n; i++ {
		b = appendWTF8(b, s.At(i))
	}
	return unsafe.String(unsafe.SliceData(b), len(b))
}

func (s *Str) String() string { return s.GoString() }

// Value returns the str as a Value.
func (s *Str) Value() Value { return obj(unsafe.Pointer(s)) }

func appendWTF8(b []byte, r rune) []byte {
	if r >= 0xd800 && r < 0xe000 {
		return append(b, 0xe0|byte(r>>12), 0x80|byte(r>>6)&0x3f, 0x80|byte(r)&0x3f)
	}
	return utf8.AppendRune(b, r)
}

// decodeWTF8 decodes one code point; bad bytes give U+FFFD and size 1.
func decodeWTF8(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 && len(s) >= 3 && s[0] == 0xed && s[1]&0xe0 == 0xa0 && s[2]&0xc0 == 0x80 {
		return rune(s[0]&0xf)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return r, n
}

func isASCII(s string) bool {
	for len(s) >= 8 {
		if *(*uint64)(unsafe.Pointer(unsafe.StringData(s)))&0x8080808080808080 != 0 {
			return false
		}
		s = s[8:]
	}
	for i := 0; i < len(s); i++ {
		if s[i] >= 128 {
			return false
		}
	}
	return true
}

// NewStr makes a str of UTF-8 text (surrogates in three-byte form allowed). ASCII text is shared, not copied.
func NewStr(t *Thread, s string) *Str {
	if isASCII(s) {
		return newASCII(t, s)
	}
	n, or := 0, rune(0)
	for rest := s; len(rest) > 0; n++ {
		r, size := decodeWTF8(rest)
		or |= r
		rest = rest[size:]
	}
	x, units := allocStr(t, n, kindOf(or))
	i := 0
	switch x.shift() {
	case 0:
		for ; len(s) > 0; i++ {
			r, size := decodeWTF8(s)
			units[i], s = byte(r), s[size:]
		}
	case 1:
		u := bytes16(units)
		for ; len(s) > 0; i++ {
			r, size := decodeWTF8(s)
			u[i], s = uint16(r), s[size:]
		}
	default:
		u := bytes32(units)
		for ; len(s) > 0; i++ {
			r, size := decodeWTF8(s)
			u[i], s = uint32(r), s[size:]
		}
	}
	return x
}

// newASCII makes a str of ASCII text, which is shared unless it is so short that the object itself has room for it.
func newASCII(t *Thread, s string) *Str {
	if len(s) <= 1 {
		if len(s) == 0 {
			return emptyStr
		}
		return latin1[s[0]]
	}
	x := alloc[Str](t)
	t.chargeText(len(s))
	x.shape, x.flags, x.s = strShape, flagASCII, s
	return x
}

// NewStrRunes makes a str of code points.
func NewStrRunes(t *Thread, rs []rune) *Str {
	var or rune
	for _, r := range rs {
		or |= r
	}
	x, units := allocStr(t, len(rs), kindOf(or))
	switch x.shift() {
	case 0:
		for i, r := range rs {
			units[i] = byte(r)
		}
	case 1:
		u := bytes16(units)
		for i, r := range rs {
			u[i] = uint16(r)
		}
	default:
		u := bytes32(units)
		for i, r := range rs {
			u[i] = uint32(r)
		}
	}
	return x
}

// newRaw makes a str of units that are known to need this kind.
func newRaw(t *Thread, units string, kindFlags uint32) *Str {
	x := alloc[Str](t)
	t.chargeText(len(units))
	x.shape, x.flags, x.s = strShape, kindFlags, units
	return x
}

// Slice returns s[i:j] for 0 <= i <= j <= Len.
func (s *Str) Slice(t *Thread, i, j int) *Str {
	n := j - i
	switch {
	case n == s.Len():
		return s.exact(t)
	case n == 0:
		return emptyStr
	case n == 1:
		return charStr(t, s.At(i))
	}
	shift := s.shift()
	raw := s.s[i<<shift : j<<shift]
	if s.flags&flagASCII != 0 {
		return s.part(t, raw, flagASCII)
	}
	kind := kindOf(orUnits(raw, shift))
	if kindShift(kind) == shift {
		return s.part(t, raw, kind)
	}
	x, units := allocStr(t, n, kind)
	narrowUnits(units, kindShift(kind), raw, shift)
	return x
}

// part makes a str of some of s's units. It shares them when it has at least an eighth of them, so that a small part does not keep a large text
// alive, and copies them otherwise.
func (s *Str) part(t *Thread, raw string, kind uint32) *Str {
	if len(raw) > strRoom && len(raw)*8 >= len(s.s) {
		x := alloc[Str](t)
		x.shape, x.flags, x.s = strShape, kind, raw
		return x
	}
	x, units := allocStr(t, len(raw)>>kindShift(kind), kind)
	copy(units, raw)
	return x
}

// exact returns s when its type is str itself, else a plain copy.
func (s *Str) exact(t *Thread) *Str {
	if s.shape == strShape {
		return s
	}
	switch s.Len() {
	case 0:
		return emptyStr
	case 1:
		return charStr(t, s.At(0))
	}
	x := newRaw(t, s.s, s.flags&kindFlags)
	x.hash = s.hash
	return x
}

// asStr returns the str that v is (of str or a subclass), or nil.
func asStr(v Value) *Str {
	if v.p != nil {
		if s := (*Header)(v.p).shape; s == strShape || s.typ.flags&TypeStr != 0 {
			return (*Str)(v.p)
		}
	}
	return nil
}

// AsStr returns the str that v is, of str or a subclass.
func AsStr(v Value) (*Str, bool) {
	s := asStr(v)
	return s, s != nil
}

// exactStr returns the str that v is when its type is str itself, or nil.
func exactStr(v Value) *Str {
	if v.p != nil && (*Header)(v.p).shape == strShape {
		return (*Str)(v.p)
	}
	return nil
}

// IsExactStr reports whether v's type is str itself.
func IsExactStr(v Value) bool { return exactStr(v) != nil }

// Hash returns hash(s).
func (s *Str) Hash() int64 {
	if s.hash == 0 {
		s.hash = hashBytes(s.s)
	}
	return s.hash
}

func (s *Str) equal(o *Str) bool {
	return s == o || s.s == o.s && s.shift() == o.shift()
}

// Equal reports whether two strs have the same text.
func (s *Str) Equal(o *Str) bool { return s.equal(o) }

// concatStr returns a + b.
func concatStr(t *Thread, a, b *Str) (*Str, *Exception) {
	if len(a.s) == 0 {
		return b.exact(t), nil
	}
	if len(b.s) == 0 {
		return a.exact(t), nil
	}
	ka, kb := a.shift(), b.shift()
	n := a.Len() + b.Len()
	if ka == kb {
		flags := a.flags & b.flags & flagASCII
		if len(a.s)+len(b.s) <= strRoom {
			x, units := allocStr(t, n, flags|a.flags&(flagKind2|flagKind4))
			copy(units[copy(units, a.s):], b.s)
			return x, nil
		}
		return appendTail(t, a, b, flags|a.flags&(flagKind2|flagKind4))
	}
	kind := max(a.flags&(flagKind2|flagKind4), b.flags&(flagKind2|flagKind4))
	shift := kindShift(kind)
	if exc := reserveText(t, n<<shift); exc != nil {
		return nil, exc
	}
	x, units := allocStr(t, n, kind)
	widenUnits(units, shift, a.s, ka)
	widenUnits(units[a.Len()<<shift:], shift, b.s, kb)
	return x, nil
}

// firstConcat marks the result of a concatenation: if it is continued, it gets a buffer with room to grow.
var firstConcat = &strBuf{}

// appendTail makes a + b in a's buffer when a owns its tail.
func appendTail(t *Thread, a, b *Str, flags uint32) (*Str, *Exception) {
	n := len(a.s) + len(b.s)
	buf := a.buf
	if buf == nil {
		if exc := reserveText(t, n); exc != nil {
			return nil, exc
		}
		x, units := allocStr(t, n>>kindShift(flags), flags)
		copy(units[copy(units, a.s):], b.s)
		x.buf = firstConcat
		return x, nil
	}
	if len(buf.b) != len(a.s) || unsafe.SliceData(buf.b) != unsafe.StringData(a.s) || cap(buf.b) < n {
		room := n + n/2
		if exc := reserveText(t, room); exc != nil {
			return nil, exc
		}
		t.chargeText(room)
		buf = &strBuf{b: append(make([]byte, 0, room), a.s...)}
	}
	buf.b = append(buf.b, b.s...)
	x := alloc[Str](t)
	x.shape, x.flags, x.buf = strShape, flags, buf
	x.s = unsafe.String(unsafe.SliceData(buf.b), len(buf.b))
	return x, nil
}

// Concat returns a + b.
func Concat(t *Thread, a, b *Str) (*Str, *Exception) { return concatStr(t, a, b) }

var staticStrs = make(map[string]*Str, 1200)

// emptyStr and latin1 are the strs of no character and of one below 256, of which a process has one each.
var (
	emptyStr = static("")
	latin1   = makeLatin1()
)

func makeLatin1() *[256]*Str {
	var chars [256]*Str
	for i := range chars {
		if i < 128 {
			chars[i] = static(string(rune(i)))
			continue
		}
		x := &Str{Header: Header{shape: strShape, flags: flagInterned}, s: string([]byte{byte(i)})}
		staticStrs[string(rune(i))] = x
		chars[i] = x
	}
	return &chars
}

// charStr returns the str of one code point.
func charStr(t *Thread, r rune) *Str {
	if uint32(r) < 256 {
		return latin1[r]
	}
	x, units := allocStr(t, 1, kindOf(r))
	if r < 0x10000 {
		bytes16(units)[0] = uint16(r)
	} else {
		bytes32(units)[0] = uint32(r)
	}
	return x
}

// CharStr returns the str of one code point.
func CharStr(t *Thread, r rune) *Str { return charStr(t, r) }

// static returns the process-wide interned str for an ASCII name. It may only be used to initialise package variables and from bootstrap.
func static(s string) *Str {
	if x := staticStrs[s]; x != nil {
		return x
	}
	x := &Str{Header: Header{shape: strShape, flags: flagInterned | flagASCII}, s: s}
	if staticsFrozen {
		// A type that is readied late: the table is read without a lock by now, so the name stays out of it.
		x.flags = flagASCII
		x.Hash()
		return x
	}
	staticStrs[s] = x
	return x
}

// staticsFrozen is set by bootstrap: from then on staticStrs never changes.
var staticsFrozen bool

// Static is static for the native modules' package variables: the process-wide interned str of an ASCII name.
func Static(s string) *Str { return static(s) }

// Intern returns the interpreter's canonical str for a text.
func (t *Thread) Intern(s string) *Str {
	if x := staticStrs[s]; x != nil {
		return x
	}
	if x := t.interp.interned[s]; x != nil {
		return x
	}
	x := NewStr(t, s)
	x.flags |= flagInterned
	x.Hash()
	t.interp.interned[s] = x
	return x
}

// InternStr returns the canonical str equal to s, which becomes it when there is none yet.
func (t *Thread) InternStr(s *Str) *Str {
	if s.flags&flagInterned != 0 {
		return s
	}
	key := s.GoString()
	if x := staticStrs[key]; x != nil {
		return x
	}
	if x := t.interp.interned[key]; x != nil {
		return x
	}
	s = s.exact(t)
	s.flags |= flagInterned
	s.Hash()
	t.interp.interned[key] = s
	return s
}
