package numfmt

import (
	"math/big"
	"strconv"
)

// A Percent holds what stands between % and the conversion letter. Width and Precision are -1 when not given.
type Percent struct {
	Left, Plus, Space, Alternate, Zero bool
	Width, Precision                   int
}

// AppendInt appends v converted by d, i, u, o, x or X.
func (p *Percent) AppendInt(dst []byte, verb byte, v int64) []byte {
	var buf [66]byte
	base, prefix := percentBase(verb)
	digits := strconv.AppendUint(buf[:0], magnitude(v), base)
	return p.appendDigits(dst, verb, v < 0, prefix, digits)
}

// AppendBig is AppendInt for ints outside 64 bits.
func (p *Percent) AppendBig(dst []byte, verb byte, v *big.Int, b *Budget) ([]byte, *Error) {
	base, prefix := percentBase(verb)
	digits, err := appendBigDigits(nil, v, base, b)
	if err != nil {
		return dst, err
	}
	return p.appendDigits(dst, verb, v.Sign() < 0, prefix, digits), nil
}

func percentBase(verb byte) (base int, prefix string) {
	switch verb {
	case 'x':
		return 16, "0x"
	case 'X':
		return 16, "0X"
	case 'o':
		return 8, "0o"
	}
	return 10, ""
}

// appendDigits lays out the digits of an int; a precision is a least number of digits.
func (p *Percent) appendDigits(dst []byte, verb byte, neg bool, prefix string, digits []byte) []byte {
	if verb == 'X' {
		upperASCII(digits)
	}
	if !p.Alternate {
		prefix = ""
	}
	return p.appendPadded(dst, neg, prefix, max(p.Precision-len(digits), 0), digits)
}

// AppendFloat appends f converted by e, E, f, F, g or G.
func (p *Percent) AppendFloat(dst []byte, verb byte, f float64) []byte {
	precision := p.Precision
	if precision < 0 {
		precision = defaultPrecision
	}
	var flags DoubleFlags
	if p.Alternate {
		flags = Alternate
	}
	var buf [64]byte
	text := AppendDouble(buf[:0], f, verb, precision, flags)
	neg := text[0] == '-'
	if neg {
		text = text[1:]
	}
	return p.appendPadded(dst, neg, "", 0, text)
}

// appendPadded appends a number with its sign and padding: zeros go after sign and prefix, blanks before.
func (p *Percent) appendPadded(dst []byte, neg bool, prefix string, zeros int, digits []byte) []byte {
	sign := byte(0)
	switch {
	case neg:
		sign = '-'
	case p.Plus:
		sign = '+'
	case p.Space:
		sign = ' '
	}
	n := len(prefix) + zeros + len(digits)
	if sign != 0 {
		n++
	}
	pad := max(p.Width-n, 0)
	if !p.Left && !p.Zero {
		dst = appendFill(dst, ' ', pad)
	}
	if sign != 0 {
		dst = append(dst, sign)
	}
	dst = append(dst, prefix...)
	if !p.Left && p.Zero {
		zeros += pad
	}
	dst = appendFill(dst, '0', zeros)
	dst = append(dst, digits...)
	if p.Left {
		dst = appendFill(dst, ' ', pad)
	}
	return dst
}

// LayoutString says how a text of n characters is converted by s, r, a or c: left blanks, the first keep
// characters, right blanks. Precision does not count for c; the caller leaves it at -1.
func (p *Percent) LayoutString(n int) (keep, left, right int) {
	keep = n
	if p.Precision >= 0 {
		keep = min(n, p.Precision)
	}
	pad := max(p.Width-keep, 0)
	if p.Left {
		return keep, 0, pad
	}
	return keep, pad, 0
}
