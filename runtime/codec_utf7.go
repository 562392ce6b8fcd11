package runtime

import "strings"

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

func base64Value(c byte) int { return strings.IndexByte(base64Digits, c) }

// utf7Direct reports whether UTF-7 writes a character as it is: all of ASCII but the controls, backslash, tilde and plus.
func utf7Direct(r rune) bool {
	return r >= ' ' && r < '~' && r != '\\' && r != '+' || r == '\t' || r == '\n' || r == '\r'
}

// EncodeUTF7 encodes to UTF-7. Lone surrogates are units as others.
func EncodeUTF7(t *Thread, s *Str) ([]byte, *Exception) {
	n := s.Len()
	if exc := reserveText(t, n*3); exc != nil {
		return nil, exc
	}
	out := make([]byte, 0, n)
	shifted := false
	bits, buf := 0, uint32(0)
	put := func(unit rune) {
		buf = buf<<16 | uint32(unit)
		for bits += 16; bits >= 6; {
			bits -= 6
			out = append(out, base64Digits[buf>>bits&0x3f])
		}
	}
	leave := func() {
		if bits > 0 {
			out = append(out, base64Digits[buf<<(6-bits)&0x3f])
		}
		shifted, bits, buf = false, 0, 0
	}
	for i := 0; i < n; i++ {
		r := s.At(i)
		if utf7Direct(r) {
			if shifted {
				leave()
				if r == '-' || base64Value(byte(r)) >= 0 {
					out = append(out, '-')
				}
			}
			out = append(out, byte(r))
			continue
		}
		if !shifted {
			if r == '+' {
				out = append(out, '+', '-')
				continue
			}
			out = append(out, '+')
			shifted = true
		}
		if r >= 0x10000 {
			put(0xd800 + (r-0x10000)>>10)
			r = 0xdc00 + (r-0x10000)&0x3ff
		}
		put(r)
	}
	if shifted {
		leave()
		out = append(out, '-')
	}
	return out, nil
}

// A utf7Decoder is the state of decoding UTF-7.
type utf7Decoder struct {
	out     strBuilder
	shifted bool
	start   int // of the shift sequence
	kept    int // characters before the shift sequence
	bits    int
	buf     uint32
	high    rune // a high surrogate that waits for its partner, 0 for none
}

// unit takes 16 bits of a shift sequence.
func (d *utf7Decoder) unit(u rune) {
	if d.high != 0 {
		if u >= 0xdc00 && u <= 0xdfff {
			d.out.rune(0x10000 + (d.high-0xd800)<<10 + u - 0xdc00)
			d.high = 0
			return
		}
		d.out.rune(d.high)
		d.high = 0
	}
	if u >= 0xd800 && u <= 0xdbff {
		d.high = u
	} else {
		d.out.rune(u)
	}
}

// leave ends a shift sequence before c and tells what is wrong with it.
func (d *utf7Decoder) leave(c byte) (reason string) {
	d.shifted = false
	if d.bits >= 6 {
		return "partial character in base64 sequence"
	}
	if d.bits > 0 && d.buf&(1<<d.bits-1) != 0 {
		return "non-zero padding bits in shift sequence"
	}
	if d.high != 0 && c < 0x80 && c != '+' {
		d.out.rune(d.high)
	}
	d.high = 0
	return ""
}

// DecodeUTF7 decodes UTF-7. When b is not the final part, an open shift sequence at its end is left; used tells how many bytes were taken.
func DecodeUTF7(t *Thread, b []byte, errors string, final bool) (s *Str, used int, exc *Exception) {
	var d utf7Decoder
	d.out.start(t)
	e := decodeErrors{t: t, b: b, encoding: "utf7", name: errors, handler: Null}
	i := 0
	for {
		for i < len(b) {
			start, reason := i, ""
			c := b[i]
			switch {
			case d.shifted && base64Value(c) >= 0:
				d.buf = d.buf<<6 | uint32(base64Value(c))
				if d.bits += 6; d.bits >= 16 {
					d.bits -= 16
					d.unit(rune(d.buf >> d.bits & 0xffff))
				}
				i++
			case d.shifted:
				start = d.start
				if reason = d.leave(c); reason != "" || c == '-' {
					i++
				}
			case c == '+':
				i++
				switch {
				case i < len(b) && b[i] == '-':
					d.out.byte('+')
					i++
				case i < len(b) && base64Value(b[i]) < 0:
					reason = "ill-formed sequence"
					i++
				default:
					d.shifted, d.start, d.kept = true, start, len(d.out.buf)>>d.out.shift
					d.bits, d.buf, d.high = 0, 0, 0
				}
			case c < 0x80:
				d.out.byte(c)
				i++
			default:
				reason = "unexpected special character"
				i++
			}
			if reason != "" {
				if i, exc = e.handle(&d.out, start, i, reason); exc != nil {
					d.out.drop()
					return nil, 0, exc
				}
			}
		}
		if !d.shifted || !final || d.high == 0 && d.bits < 6 && d.buf&(1<<d.bits-1) == 0 {
			break
		}
		d.shifted = false
		if i, exc = e.handle(&d.out, d.start, len(b), "unterminated shift sequence"); exc != nil {
			d.out.drop()
			return nil, 0, exc
		}
	}
	if d.shifted && !final {
		i = d.start
		d.out.buf = d.out.buf[:d.kept<<d.out.shift]
		d.out.or = orUnits(bytesString(d.out.buf), d.out.shift)
		if s, exc = d.out.narrowed(); exc != nil {
			return nil, 0, exc
		}
		return s, i, nil
	}
	s, exc = d.out.finish()
	return s, i, exc
}

// narrowed is finish for a builder whose text may have lost what made it wide.
func (b *strBuilder) narrowed() (*Str, *Exception) {
	if kindShift(kindOf(b.or)) == b.shift {
		return b.finish()
	}
	text, shift := string(b.buf), b.shift
	b.buf, b.shift, b.or = b.buf[:0], 0, 0
	for i, n := 0, len(text)>>shift; i < n; i++ {
		b.rune(unitAt(text, shift, i))
	}
	return b.finish()
}
