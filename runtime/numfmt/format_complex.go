package numfmt

import "math"

// AppendComplex appends format(complex(re, im), s).
func (s *Spec) AppendComplex(dst []byte, re, im float64, typeName string) ([]byte, *Error) {
	switch s.Type {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n':
	default:
		return dst, s.UnknownCode(typeName)
	}
	if s.Precision > maxPrecision {
		return dst, valueError("precision too big")
	}
	if s.Fill == '0' {
		return dst, valueError("Zero padding is not allowed in complex format specifier")
	}
	if s.Align == '=' {
		return dst, valueError("'=' alignment flag is not allowed in complex format specifier")
	}
	bare := *s
	bare.Fill, bare.Align, bare.Width = ' ', '<', -1
	parens, realPart := false, true
	if s.Type == 0 {
		realPart = re != 0 || math.Signbit(re)
		parens = realPart
	}
	var buf [128]byte
	body := buf[:0]
	if parens {
		body = append(body, '(')
	}
	if realPart {
		body = bare.appendPart(body, re)
		bare.Sign = '+'
	}
	body = bare.appendPart(body, im)
	body = append(body, 'j')
	if parens {
		body = append(body, ')')
	}
	left, right := s.pad(runeCount(body))
	dst = appendFill(dst, s.Fill, left)
	dst = append(dst, body...)
	return appendFill(dst, s.Fill, right), nil
}

// appendPart appends one part of a complex number; a whole part in the repr form has no ".0".
func (s *Spec) appendPart(dst []byte, f float64) []byte {
	var buf [64]byte
	n := splitNumber(s.appendDigits(buf[:0], f, 0))
	return s.appendNumber(dst, &n)
}

// pad returns the fill on both sides of n characters for the alignments < > ^.
func (s *Spec) pad(n int) (left, right int) {
	total := max(s.Width-n, 0)
	switch s.Align {
	case '>':
		return total, 0
	case '^':
		return total / 2, total - total/2
	}
	return 0, total
}

// ComplexRepr is repr(complex(re, im)).
func ComplexRepr(re, im float64) string {
	var buf [64]byte
	b := buf[:0]
	parens := re != 0 || math.Signbit(re)
	if parens {
		b = append(b, '(')
		b = AppendDouble(b, re, 'r', 0, 0)
		if !math.Signbit(im) || math.IsNaN(im) {
			b = append(b, '+')
		}
	}
	b = AppendDouble(b, im, 'r', 0, 0)
	b = append(b, 'j')
	if parens {
		b = append(b, ')')
	}
	return string(b)
}
