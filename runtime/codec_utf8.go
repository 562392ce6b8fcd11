package runtime

import "unicode/utf8"

// encodeUTF8 encodes; lone surrogates are errors.
func encodeUTF8(t *Thread, s *Str, errors string) ([]byte, *Exception) {
	n := s.Len()
	if s.IsASCII() {
		return stringBytes(s.s), nil
	}
	size := n * 2
	if s.shift() == 1 {
		size = n * 3
	} else if s.shift() == 2 {
		size = n * 4
	}
	if exc := reserveText(t, size); exc != nil {
		return nil, exc
	}
	out := make([]byte, 0, utf8Size(s))
	e := encodeErrors{t: t, s: s, encoding: "utf-8", name: errors, handler: Null}
	for i := 0; i < n; {
		r := s.At(i)
		if r < 0xd800 || r > 0xdfff {
			out = utf8.AppendRune(out, r)
			i++
			continue
		}
		end := i + 1
		for end < n && s.At(end) >= 0xd800 && s.At(end) <= 0xdfff {
			end++
		}
		text, raw, next, exc := e.handle(i, end, "surrogates not allowed")
		if exc != nil {
			return nil, exc
		}
		if text != nil {
			for k, m := 0, text.Len(); k < m; k++ {
				r := text.At(k)
				if r >= 0xd800 && r <= 0xdfff {
					return nil, e.raise(i, end, "surrogates not allowed")
				}
				out = utf8.AppendRune(out, r)
			}
		} else {
			out = append(out, raw...)
		}
		i = next
	}
	return out, nil
}

// utf8Size is the size of s in UTF-8.
func utf8Size(s *Str) int {
	size := 0
	switch s.shift() {
	case 0:
		for i := 0; i < len(s.s); i++ {
			size += 1 + int(s.s[i]>>7)
		}
	case 1:
		for _, u := range units16(s.s) {
			switch {
			case u < 0x80:
				size++
			case u < 0x800:
				size += 2
			default:
				size += 3
			}
		}
	default:
		for _, u := range units32(s.s) {
			switch {
			case u < 0x80:
				size++
			case u < 0x800:
				size += 2
			case u < 0x10000:
				size += 3
			default:
				size += 4
			}
		}
	}
	return size
}

// DecodeUTF8 decodes b. When it is not the final part of a stream, an incomplete character at its end is left; the second result is how many bytes
// were used.
func DecodeUTF8(t *Thread, b []byte, errors string, final bool) (*Str, int, *Exception) {
	if exc := reserveText(t, len(b)); exc != nil {
		return nil, 0, exc
	}
	if utf8.Valid(b) {
		return NewStr(t, string(b)), len(b), nil
	}
	var out strBuilder
	out.start(t)
	e := decodeErrors{t: t, b: b, encoding: "utf-8", name: errors, handler: Null}
	i := 0
	for i < len(b) {
		from := i
		for i < len(b) && b[i] < 0x80 {
			i++
		}
		if i > from {
			out.ascii(bytesString(b[from:i]))
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r != utf8.RuneError || n > 1 {
			out.rune(r)
			i += n
			continue
		}
		end, reason, incomplete := badUTF8(b, i)
		if incomplete && !final {
			break
		}
		next, exc := e.handle(&out, i, end, reason)
		if exc != nil {
			out.drop()
			return nil, 0, exc
		}
		i = next
	}
	s, exc := out.finish()
	return s, i, exc
}

// badUTF8 tells what is wrong with the character at i: where the bad bytes end, why, and whether more bytes could complete it.
func badUTF8(b []byte, i int) (end int, reason string, incomplete bool) {
	c := b[i]
	if c < 0xc2 || c > 0xf4 {
		return i + 1, "invalid start byte", false
	}
	need := 1
	if c >= 0xf0 {
		need = 3
	} else if c >= 0xe0 {
		need = 2
	}
	low, high := byte(0x80), byte(0xbf)
	switch c {
	case 0xe0:
		low = 0xa0
	case 0xed:
		high = 0x9f
	case 0xf0:
		low = 0x90
	case 0xf4:
		high = 0x8f
	}
	for k := 1; k <= need; k++ {
		if i+k >= len(b) {
			return len(b), "unexpected end of data", true
		}
		if x := b[i+k]; x < low || x > high {
			return i + k, "invalid continuation byte", false
		}
		low, high = 0x80, 0xbf
	}
	return i + 1, "invalid start byte", false
}
