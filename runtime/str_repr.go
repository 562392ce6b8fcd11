package runtime

import "strings"

const hexDigits = "0123456789abcdef"

// strRepr is repr(s).
func strRepr(t *Thread, v Value) (Value, *Exception) {
	s, exc := (*Str)(v.p).repr(t)
	if exc != nil {
		return Null, exc
	}
	return s.Value(), nil
}

// reprQuote returns the quote that repr uses for a text.
func reprQuote(s string) byte {
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		return '"'
	}
	return '\''
}

// quote returns the quote that repr uses.
func (s *Str) quote() byte {
	if s.shift() == 0 {
		return reprQuote(s.s)
	}
	single := false
	for i, n := 0, s.Len(); i < n; i++ {
		switch s.At(i) {
		case '"':
			return '\''
		case '\'':
			single = true
		}
	}
	if single {
		return '"'
	}
	return '\''
}

// plainRepr reports whether ASCII text stands in its repr as it is.
func plainRepr(s string, quote byte) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == '\\' || c == quote || c >= 0x7f {
			return false
		}
	}
	return true
}

// repr is repr(s).
func (s *Str) repr(t *Thread) (*Str, *Exception) {
	quote := s.quote()
	if s.flags&flagASCII != 0 && plainRepr(s.s, quote) {
		n := len(s.s) + 2
		if exc := reserveText(t, n); exc != nil {
			return nil, exc
		}
		x, units := allocStr(t, n, flagASCII)
		units[0], units[n-1] = quote, quote
		copy(units[1:], s.s)
		return x, nil
	}
	var b strBuilder
	b.start(t)
	b.expect(s.Len() + 2)
	b.byte(quote)
	u := t.unicode()
	for i, n := 0, s.Len(); i < n; i++ {
		r := s.At(i)
		switch {
		case r == rune(quote) || r == '\\':
			b.byte('\\')
			b.byte(byte(r))
		case r >= ' ' && r < 0x7f || r >= 0x80 && u.IsPrintable(r):
			b.rune(r)
		default:
			b.escape(r)
		}
	}
	b.byte(quote)
	return b.finish()
}

// escape appends the backslash escape of a code point.
func (b *strBuilder) escape(r rune) {
	switch {
	case r == '\t':
		b.ascii(`\t`)
	case r == '\n':
		b.ascii(`\n`)
	case r == '\r':
		b.ascii(`\r`)
	case r < 0x100:
		b.hexEscape('x', r, 2)
	case r < 0x10000:
		b.hexEscape('u', r, 4)
	default:
		b.hexEscape('U', r, 8)
	}
}

func (b *strBuilder) hexEscape(kind byte, r rune, digits int) {
	b.byte('\\')
	b.byte(kind)
	for digits--; digits >= 0; digits-- {
		b.byte(hexDigits[r>>(4*digits)&0xf])
	}
}

// ASCII is Python's ascii(v).
func ASCII(t *Thread, v Value) (*Str, *Exception) {
	s, exc := Repr(t, v)
	if exc != nil || s.IsASCII() {
		return s, exc
	}
	var b strBuilder
	b.start(t)
	for i, n := 0, s.Len(); i < n; i++ {
		if r := s.At(i); r < 0x80 {
			b.byte(byte(r))
		} else {
			b.escape(r)
		}
	}
	return b.finish()
}
