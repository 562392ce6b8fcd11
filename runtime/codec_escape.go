package runtime

// The codecs unicode_escape and raw_unicode_escape, and the escapes of bytes literals.

// EncodeUnicodeEscape encodes to ASCII as unicode_escape does.
func EncodeUnicodeEscape(t *Thread, s *Str) ([]byte, *Exception) {
	n := s.Len()
	if exc := reserveText(t, n); exc != nil {
		return nil, exc
	}
	out := make([]byte, 0, n)
	for i := 0; i < n; i++ {
		switch r := s.At(i); {
		case r == '\\':
			out = append(out, '\\', '\\')
		case r >= ' ' && r < 0x7f:
			out = append(out, byte(r))
		case r == '\t':
			out = append(out, '\\', 't')
		case r == '\n':
			out = append(out, '\\', 'n')
		case r == '\r':
			out = append(out, '\\', 'r')
		default:
			out = appendHexEscape(out, r)
		}
	}
	return out, nil
}

// appendHexEscape appends the shortest of \x, \u and \U.
func appendHexEscape(b []byte, r rune) []byte {
	kind, digits := byte('x'), 2
	if r > 0xffff {
		kind, digits = 'U', 8
	} else if r > 0xff {
		kind, digits = 'u', 4
	}
	b = append(b, '\\', kind)
	for digits--; digits >= 0; digits-- {
		b = append(b, hexDigits[r>>(4*digits)&0xf])
	}
	return b
}

// EncodeRawUnicodeEscape encodes to Latin-1 with \u and \U for what it lacks.
func EncodeRawUnicodeEscape(t *Thread, s *Str) ([]byte, *Exception) {
	n := s.Len()
	if exc := reserveText(t, n); exc != nil {
		return nil, exc
	}
	out := make([]byte, 0, n)
	for i := 0; i < n; i++ {
		if r := s.At(i); r <= 0xff {
			out = append(out, byte(r))
		} else {
			out = appendHexEscape(out, r)
		}
	}
	return out, nil
}

// scanHex reads up to n hexadecimal digits at i; it returns the value and where they end.
func scanHex(b []byte, i, n int) (v rune, end int) {
	for end = i; end < len(b) && end < i+n; end++ {
		d := hexValue(rune(b[end]))
		if d < 0 {
			break
		}
		v = v<<4 | rune(d)
	}
	return v, end
}

// DecodeUnicodeEscape decodes Latin-1 with the escapes of str literals. When b is not the final part, an escape that is cut off at its end is left; used
// tells how many bytes were taken.
func DecodeUnicodeEscape(t *Thread, b []byte, errors string, final bool) (s *Str, used int, exc *Exception) {
	var out strBuilder
	out.start(t)
	out.expect(len(b))
	e := decodeErrors{t: t, b: b, encoding: "unicodeescape", name: errors, handler: Null}
	invalid := -1
	i := 0
	for i < len(b) {
		if b[i] != '\\' {
			out.rune(rune(b[i]))
			i++
			continue
		}
		end, reason := out.unescape(b, i, &invalid)
		if reason == "" {
			i = end
			continue
		}
		if end == len(b) && !final {
			break
		}
		if reason == reasonNoNames {
			out.drop()
			return nil, 0, Unsupported(t, `the escape \N{...} of unicode_escape`)
		}
		if i, exc = e.handle(&out, i, end, reason); exc != nil {
			out.drop()
			return nil, 0, exc
		}
	}
	s, exc = out.finish()
	if exc == nil && invalid >= 0 {
		exc = warnInvalidEscape(t, b, invalid)
	}
	return s, i, exc
}

// warnInvalidEscape warns of the first escape that means nothing.
func warnInvalidEscape(t *Thread, b []byte, i int) *Exception {
	c := b[i+1]
	if c >= '4' && c <= '7' {
		return warnDeprecated(t, `invalid octal escape sequence '\`+string(b[i+1:i+4])+"'")
	}
	return warnDeprecated(t, `invalid escape sequence '\`+string(rune(c))+"'")
}

// reasonNoNames is the reason of an escape that only the names of characters could resolve.
const reasonNoNames = "names"

// unescape appends what the escape at b[i] stands for and returns where it ends, or why it is bad. The first that means nothing is noted in invalid.
func (b *strBuilder) unescape(src []byte, i int, invalid *int) (end int, reason string) {
	if i+1 >= len(src) {
		return len(src), `\ at end of string`
	}
	c := src[i+1]
	i += 2
	digits := 0
	switch c {
	case '\n':
		return i, ""
	case '\\', '\'', '"':
		b.byte(c)
		return i, ""
	case 'b', 'f', 't', 'n', 'r', 'v', 'a':
		b.byte(simpleEscape(c))
		return i, ""
	case 'x':
		digits, reason = 2, `truncated \xXX escape`
	case 'u':
		digits, reason = 4, `truncated \uXXXX escape`
	case 'U':
		digits, reason = 8, `truncated \UXXXXXXXX escape`
	case 'N':
		return charName(src, i)
	case '0', '1', '2', '3', '4', '5', '6', '7':
		v := rune(c - '0')
		for k := 0; k < 2 && i < len(src) && src[i]-'0' < 8; k++ {
			v = v<<3 | rune(src[i]-'0')
			i++
		}
		if v > 0xff && *invalid < 0 {
			*invalid = i - 4
		}
		b.rune(v)
		return i, ""
	default:
		if *invalid < 0 {
			*invalid = i - 2
		}
		b.byte('\\')
		b.rune(rune(c))
		return i, ""
	}
	v, end := scanHex(src, i, digits)
	if end < i+digits {
		return end, reason
	}
	if v < 0 || v > 0x10ffff {
		return end, "illegal Unicode character"
	}
	b.rune(v)
	return end, ""
}

// charName finds the end of the name of \N{name}; i is behind the N.
func charName(src []byte, i int) (end int, reason string) {
	if i >= len(src) || src[i] != '{' {
		return i, `malformed \N character escape`
	}
	for end = i + 1; end < len(src) && src[end] != '}'; end++ {
	}
	if end == len(src) || end == i+1 {
		return min(end, len(src)), `malformed \N character escape`
	}
	return end + 1, reasonNoNames
}

func simpleEscape(c byte) byte {
	switch c {
	case 'a':
		return '\a'
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	}
	return '\v'
}

// DecodeRawUnicodeEscape decodes Latin-1 in which only \u and \U are escapes; used as for DecodeUnicodeEscape.
func DecodeRawUnicodeEscape(t *Thread, b []byte, errors string, final bool) (s *Str, used int, exc *Exception) {
	var out strBuilder
	out.start(t)
	out.expect(len(b))
	e := decodeErrors{t: t, b: b, encoding: "rawunicodeescape", name: errors, handler: Null}
	i := 0
	for i < len(b) {
		c := b[i]
		if c != '\\' || i+1 == len(b) && final {
			out.rune(rune(c))
			i++
			continue
		}
		if i+1 == len(b) {
			break
		}
		digits, reason := 4, `truncated \uXXXX escape`
		switch b[i+1] {
		case 'u':
		case 'U':
			digits, reason = 8, `truncated \UXXXXXXXX escape`
		default:
			out.byte('\\')
			out.rune(rune(b[i+1]))
			i += 2
			continue
		}
		v, end := scanHex(b, i+2, digits)
		if end == i+2+digits {
			if v >= 0 && v <= 0x10ffff {
				out.rune(v)
				i = end
				continue
			}
			reason = `\Uxxxxxxxx out of range`
		} else if end == len(b) && !final {
			break
		}
		if i, exc = e.handle(&out, i, end, reason); exc != nil {
			out.drop()
			return nil, 0, exc
		}
	}
	s, exc = out.finish()
	return s, i, exc
}

// EscapeBytes makes the text that a bytes literal in single quotes has.
func EscapeBytes(t *Thread, b []byte) ([]byte, *Exception) {
	if exc := reserveText(t, len(b)*4); exc != nil {
		return nil, exc
	}
	out := make([]byte, 0, len(b))
	for _, c := range b {
		switch {
		case c == '\\' || c == '\'':
			out = append(out, '\\', c)
		case c == '\t':
			out = append(out, '\\', 't')
		case c == '\n':
			out = append(out, '\\', 'n')
		case c == '\r':
			out = append(out, '\\', 'r')
		case c < ' ' || c >= 0x7f:
			out = appendHexEscape(out, rune(c))
		default:
			out = append(out, c)
		}
	}
	return out, nil
}

// UnescapeBytes resolves the escapes of bytes literals.
func UnescapeBytes(t *Thread, b []byte, errors string) ([]byte, *Exception) {
	out := make([]byte, 0, len(b))
	invalid := -1
	for i := 0; i < len(b); {
		if b[i] != '\\' {
			out = append(out, b[i])
			i++
			continue
		}
		if i+1 == len(b) {
			return nil, Raise(t, ValueErrorType, `Trailing \ in string`)
		}
		at, c := i, b[i+1]
		i += 2
		switch c {
		case '\n':
		case '\\', '\'', '"':
			out = append(out, c)
		case 'b', 'f', 't', 'n', 'r', 'v', 'a':
			out = append(out, simpleEscape(c))
		case '0', '1', '2', '3', '4', '5', '6', '7':
			v := int(c - '0')
			for k := 0; k < 2 && i < len(b) && b[i]-'0' < 8; k++ {
				v = v<<3 | int(b[i]-'0')
				i++
			}
			if v > 0xff && invalid < 0 {
				invalid = at
			}
			out = append(out, byte(v))
		case 'x':
			v, end := scanHex(b, i, 2)
			if end == i+2 {
				out = append(out, byte(v))
				i = end
				break
			}
			switch errors {
			case "strict":
				return nil, Raisef(t, ValueErrorType, `invalid \x escape at position %d`, at)
			case "replace":
				out = append(out, '?')
			case "ignore":
			default:
				return nil, Raise(t, ValueErrorType, "decoding error; unknown error handling code: "+errors)
			}
			i = end
		default:
			if invalid < 0 {
				invalid = at
			}
			out = append(out, '\\', c)
		}
	}
	if invalid >= 0 {
		if exc := warnInvalidEscape(t, b, invalid); exc != nil {
			return nil, exc
		}
	}
	return out, nil
}
