package runtime

import (
	"strings"
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
	return NewStrRunes(t, decodeText(s))
}

func decodeText(s string) []rune {
	rs := make([]rune, 0, len(s))
	for len(s) > 0 {
		r, n := decodeWTF8(s)
		rs = append(rs, r)
		s = s[n:]
	}
	return rs
}

func newASCII(t *Thread, s string) *Str {
	x := alloc[Str](t)
	t.charged += uintptr(len(s))
	x.shape, x.flags, x.s = strShape, flagASCII, s
	return x
}

// NewStrRunes makes a str of code points.
func NewStrRunes(t *Thread, rs []rune) *Str {
	x := alloc[Str](t)
	t.charged += uintptr(len(rs))
	x.fill(rs)
	return x
}

// fill sets the units from code points, in the narrowest kind.
func (s *Str) fill(rs []rune) {
	s.shape = strShape
	var or rune
	for _, r := range rs {
		or |= r
	}
	switch {
	case or < 256:
		b := make([]byte, len(rs))
		for i, r := range rs {
			b[i] = byte(r)
		}
		s.s = unsafe.String(unsafe.SliceData(b), len(b))
		if or < 128 {
			s.flags |= flagASCII
		}
	case or < 0x10000:
		b := make([]uint16, len(rs))
		for i, r := range rs {
			b[i] = uint16(r)
		}
		s.s = unsafe.String((*byte)(unsafe.Pointer(unsafe.SliceData(b))), len(b)*2)
		s.flags |= flagKind2
	default:
		b := make([]rune, len(rs))
		copy(b, rs)
		s.s = unsafe.String((*byte)(unsafe.Pointer(unsafe.SliceData(b))), len(b)*4)
		s.flags |= flagKind4
	}
}

// newRaw makes a str of units that are known to need this kind.
func newRaw(t *Thread, units string, kindFlags uint32) *Str {
	x := alloc[Str](t)
	t.charged += uintptr(len(units))
	x.shape, x.flags, x.s = strShape, kindFlags, units
	return x
}

// Slice returns s[i:j] for 0 <= i <= j <= Len.
func (s *Str) Slice(t *Thread, i, j int) *Str {
	if i == 0 && j == s.Len() {
		return s.exact(t)
	}
	if s.IsASCII() {
		return newASCII(t, s.s[i:j])
	}
	if s.shift() == 0 {
		sub := s.s[i:j]
		x := newRaw(t, sub, 0)
		if isASCII(sub) {
			x.flags = flagASCII
		}
		return x
	}
	rs := make([]rune, 0, j-i)
	for ; i < j; i++ {
		rs = append(rs, s.At(i))
	}
	return NewStrRunes(t, rs)
}

// exact returns s when its type is str itself, else a plain copy.
func (s *Str) exact(t *Thread) *Str {
	if s.shape == strShape {
		return s
	}
	x := newRaw(t, s.s, s.flags&(flagASCII|flagKind2|flagKind4))
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
	if n := len(a.s) + len(b.s); n > 1<<16 {
		if exc := t.Reserve(n); exc != nil {
			return nil, exc
		}
	}
	if ka == kb {
		flags := a.flags & b.flags & (flagASCII | flagKind2 | flagKind4)
		if len(a.s) < 32 {
			return newRaw(t, a.s+b.s, flags), nil
		}
		return appendTail(t, a, b, flags), nil
	}
	rs := make([]rune, 0, a.Len()+b.Len())
	return NewStrRunes(t, b.Runes(a.Runes(rs))), nil
}

// appendTail makes a + b in a's buffer when a owns its tail.
func appendTail(t *Thread, a, b *Str, flags uint32) *Str {
	buf := a.buf
	if buf == nil || len(buf.b) != len(a.s) || unsafe.SliceData(buf.b) != unsafe.StringData(a.s) {
		buf = &strBuf{b: append(make([]byte, 0, (len(a.s)+len(b.s))*3/2), a.s...)}
	}
	buf.b = append(buf.b, b.s...)
	x := alloc[Str](t)
	t.charged += uintptr(len(b.s))
	x.shape, x.flags, x.buf = strShape, flags, buf
	x.s = unsafe.String(unsafe.SliceData(buf.b), len(buf.b))
	return x
}

// Concat returns a + b.
func Concat(t *Thread, a, b *Str) (*Str, *Exception) { return concatStr(t, a, b) }

var staticStrs = map[string]*Str{}

// static returns the process-wide interned str for an ASCII name. It may only be used to initialise package variables and from bootstrap.
func static(s string) *Str {
	if x := staticStrs[s]; x != nil {
		return x
	}
	x := &Str{Header: Header{shape: strShape, flags: flagInterned | flagASCII}, s: strings.Clone(s)}
	staticStrs[s] = x
	return x
}

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
