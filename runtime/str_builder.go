package runtime

import "strconv"

// A strBuilder makes a str piece by piece. Its units start with one byte and widen when a piece needs it. It borrows the thread's scratch buffer, so
// every builder that was started ends with finish or drop. The first failure to get memory sticks, later pieces are ignored.
type strBuilder struct {
	t     *Thread
	buf   []byte
	shift uint
	or    rune // bits of the units appended; above the kind's width only what decides the kind
	exc   *Exception
}

// scratchKeep is the size up to which a buffer stays with the thread for the next builder.
const scratchKeep = 1 << 12

// start takes the scratch buffer.
func (b *strBuilder) start(t *Thread) {
	b.t = t
	b.buf, t.scratch = t.scratch[:0], nil
}

// drop gives up the text.
func (b *strBuilder) drop() {
	if cap(b.buf) <= scratchKeep {
		b.t.scratch = b.buf
	}
	b.buf = nil
}

// finish returns the text.
func (b *strBuilder) finish() (*Str, *Exception) {
	t := b.t
	if b.exc != nil {
		b.drop()
		return nil, b.exc
	}
	n := len(b.buf) >> b.shift
	if n <= 1 {
		if n == 0 {
			b.drop()
			return emptyStr, nil
		}
		r := unitAt(bytesString(b.buf), b.shift, 0)
		b.drop()
		return charStr(t, r), nil
	}
	kind := kindOf(b.or)
	if len(b.buf) > scratchKeep && cap(b.buf)-len(b.buf) <= len(b.buf)>>3 {
		x := alloc[Str](t)
		x.shape, x.flags, x.s = strShape, kind, bytesString(b.buf)
		b.buf = nil
		return x, nil
	}
	x, units := allocStr(t, n, kind)
	copy(units, b.buf)
	b.drop()
	return x, nil
}

// value is finish as a Value.
func (b *strBuilder) value() (Value, *Exception) {
	s, exc := b.finish()
	if exc != nil {
		return Null, exc
	}
	return s.Value(), nil
}

// room makes room for n more bytes and reports whether there is.
func (b *strBuilder) room(n int) bool {
	if n <= cap(b.buf)-len(b.buf) {
		return b.exc == nil
	}
	return b.grow(n)
}

func (b *strBuilder) grow(n int) bool {
	if b.exc != nil {
		return false
	}
	need := len(b.buf) + n
	size := max(need, len(b.buf)*3/2, 64)
	if need < 0 || size > 1<<16 {
		if b.exc = b.t.Reserve(max(size, need)); b.exc != nil {
			return false
		}
	} else {
		b.t.charged += uintptr(size)
	}
	b.buf = append(make([]byte, 0, size), b.buf...)
	return true
}

// expect makes room for n more code points of the present kind.
func (b *strBuilder) expect(n int) { b.room(n << b.shift) }

// widen changes to wider units.
func (b *strBuilder) widen(shift uint) bool {
	if b.exc != nil {
		return false
	}
	n := len(b.buf) >> b.shift
	size := max(64, (n+n/4)<<shift)
	if b.exc = reserveText(b.t, size); b.exc != nil {
		return false
	}
	wide := make([]byte, n<<shift, size)
	widenUnits(wide, shift, bytesString(b.buf), b.shift)
	b.buf, b.shift = wide, shift
	return true
}

// ascii appends ASCII text.
func (b *strBuilder) ascii(s string) {
	if b.shift == 0 {
		if b.room(len(s)) {
			b.buf = append(b.buf, s...)
		}
		return
	}
	b.units(s, 0, 0x7f)
}

// units appends units; or has the bits that occur in them, or more as long as these do not change the kind.
func (b *strBuilder) units(s string, shift uint, or rune) {
	if shift > b.shift && !b.widen(shift) {
		return
	}
	n := len(s) >> shift << b.shift
	if !b.room(n) {
		return
	}
	b.or |= or
	if shift == b.shift {
		b.buf = append(b.buf, s...)
		return
	}
	at := len(b.buf)
	b.buf = b.buf[:at+n]
	widenUnits(b.buf[at:], b.shift, s, shift)
}

// kindBits are bits that stand for the kind of a Str: those of a code point that needs it.
func (s *Str) kindBits() rune {
	switch {
	case s.flags&flagASCII != 0:
		return 0
	case s.flags&flagKind2 != 0:
		return 0x100
	case s.flags&flagKind4 != 0:
		return 0x10000
	}
	return 0x80
}

// str appends a str.
func (b *strBuilder) str(s *Str) { b.units(s.s, s.shift(), s.kindBits()) }

// slice appends s[i:j].
func (b *strBuilder) slice(s *Str, i, j int) {
	shift := s.shift()
	b.raw(s.s[i<<shift:j<<shift], shift, s.flags&flagASCII != 0)
}

// raw appends units of a part of a str, which may fit a narrower kind than the whole.
func (b *strBuilder) raw(s string, shift uint, ascii bool) {
	if ascii {
		b.units(s, 0, 0)
		return
	}
	or := orUnits(s, shift)
	if shift <= b.shift || kindShift(kindOf(or)) == shift {
		b.units(s, shift, or)
		return
	}
	for i, n := 0, len(s)>>shift; i < n; i++ {
		b.rune(unitAt(s, shift, i))
	}
}

// byte appends an ASCII character.
func (b *strBuilder) byte(c byte) {
	if b.shift == 0 && len(b.buf) < cap(b.buf) {
		b.buf = append(b.buf, c)
		return
	}
	b.rune(rune(c))
}

// rune appends a code point.
func (b *strBuilder) rune(r rune) {
	if shift := kindShift(kindOf(r)); shift > b.shift && !b.widen(shift) {
		return
	}
	if !b.room(1 << b.shift) {
		return
	}
	b.or |= r
	switch b.shift {
	case 0:
		b.buf = append(b.buf, byte(r))
	case 1:
		n := len(b.buf)
		b.buf = b.buf[:n+2]
		bytes16(b.buf[n:])[0] = uint16(r)
	default:
		n := len(b.buf)
		b.buf = b.buf[:n+4]
		bytes32(b.buf[n:])[0] = uint32(r)
	}
}

// fill appends n copies of a code point.
func (b *strBuilder) fill(r rune, n int) {
	if n <= 0 {
		return
	}
	if shift := kindShift(kindOf(r)); shift > b.shift && !b.widen(shift) {
		return
	}
	if n > 1<<60 || !b.room(n<<b.shift) {
		if b.exc == nil {
			b.exc = RaiseNew(b.t, MemoryErrorType)
		}
		return
	}
	at := len(b.buf)
	b.rune(r)
	b.buf = b.buf[:at+n<<b.shift]
	repeatBytes(b.buf[at:], 1<<b.shift)
}

// int appends a decimal number.
func (b *strBuilder) int(i int64) {
	var digits [20]byte
	b.ascii(bytesString(strconv.AppendInt(digits[:0], i, 10)))
}

// NewStrInt returns the decimal text of i.
func NewStrInt(t *Thread, i int64) *Str {
	if uint64(i) < 10 {
		return latin1['0'+i]
	}
	var digits [20]byte
	text := strconv.AppendInt(digits[:0], i, 10)
	x, units := allocStr(t, len(text), flagASCII)
	copy(units, text)
	return x
}

// NewStrBytes makes a str of ASCII text that the caller goes on to change.
func NewStrBytes(t *Thread, text []byte) *Str {
	if len(text) <= 1 {
		return newASCII(t, string(text))
	}
	x, units := allocStr(t, len(text), flagASCII)
	copy(units, text)
	return x
}
