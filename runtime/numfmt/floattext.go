package numfmt

import (
	"math"
	"math/bits"
	"strconv"
)

// AppendFloatRepr appends repr(f): the shortest digits that read back as f.
func AppendFloatRepr(dst []byte, f float64) []byte {
	return AppendDouble(dst, f, 'r', 0, AddDotZero)
}

// FloatRepr is repr(f).
func FloatRepr(f float64) string {
	var buf [32]byte
	return string(AppendFloatRepr(buf[:0], f))
}

// DoubleFlags modify AppendDouble.
type DoubleFlags uint8

// The flags, as PyOS_double_to_string has them.
const (
	AddDotZero DoubleFlags = 1 << iota // "1" becomes "1.0"
	Alternate                          // always a point; g keeps trailing zeros
	NoNegZero                          // a negative result that rounds to zero loses its sign
)

// AppendDouble appends f in format e, f, g, their upper-case forms, or r (repr; precision is ignored). Digits are correctly
// rounded, half to even, at any precision. It is PyOS_double_to_string.
func AppendDouble(dst []byte, f float64, format byte, precision int, flags DoubleFlags) []byte {
	upper := 'A' <= format && format <= 'Z'
	if upper {
		format += 'a' - 'A'
	}
	start := len(dst)
	switch {
	case math.IsNaN(f):
		dst = append(dst, "nan"...)
	case math.IsInf(f, 1):
		dst = append(dst, "inf"...)
	case math.IsInf(f, -1):
		dst = append(dst, "-inf"...)
	case format == 'f':
		dst = appendFixed(dst, f, precision, flags)
	case format == 'e':
		dst = strconv.AppendFloat(dst, f, 'e', precision, 64)
		if flags&Alternate != 0 && precision == 0 {
			dst = insertPoint(dst, start)
		}
	case format == 'r':
		dst = appendShortest(dst, f, flags)
	default:
		dst = appendGeneral(dst, f, precision, flags)
	}
	if flags&NoNegZero != 0 && dst[start] == '-' && isZeroText(dst[start+1:]) {
		dst = append(dst[:start], dst[start+1:]...)
	}
	if upper {
		for i := start; i < len(dst); i++ {
			if 'a' <= dst[i] && dst[i] <= 'z' {
				dst[i] -= 'a' - 'A'
			}
		}
	}
	return dst
}

// isZeroText tells whether text, without its exponent, has no digit but 0.
func isZeroText(text []byte) bool {
	for _, c := range text {
		switch c {
		case '0', '.':
		case 'e':
			return true
		default:
			return false
		}
	}
	return true
}

// insertPoint puts a point after the first digit of the e form at dst[start:].
func insertPoint(dst []byte, start int) []byte {
	for i := start; i < len(dst); i++ {
		if dst[i] == 'e' {
			dst = append(dst, 0)
			copy(dst[i+1:], dst[i:])
			dst[i] = '.'
			return dst
		}
	}
	return dst
}

// maxFixedFast is the largest precision of the fast path of appendFixed: 10**19 fits a word.
const maxFixedFast = 19

// appendFixed appends f with precision digits after the point.
func appendFixed(dst []byte, f float64, precision int, flags DoubleFlags) []byte {
	if precision <= maxFixedFast {
		if n, ok := scaledDecimal(math.Abs(f), precision); ok {
			if math.Signbit(f) {
				dst = append(dst, '-')
			}
			dst = appendScaled(dst, n, precision)
			if precision == 0 {
				dst = appendPoint(dst, flags)
			}
			return dst
		}
	}
	dst = strconv.AppendFloat(dst, f, 'f', precision, 64)
	if precision == 0 {
		dst = appendPoint(dst, flags)
	}
	return dst
}

// scaledDecimal returns f*10**p rounded half to even, if that fits a word. f is finite and not negative. The product of the mantissa
// and the power of ten fits two words, so that the rounding is exact; strconv's fixed formats take the slow way for f.
func scaledDecimal(f float64, p int) (uint64, bool) {
	mant, exp := splitFloat(f)
	if exp >= 0 {
		if exp > 10 {
			return 0, false
		}
		hi, lo := bits.Mul64(mant<<exp, pow10[p])
		return lo, hi == 0
	}
	hi, lo := bits.Mul64(mant, pow10[p])
	shift := uint(-exp)
	if shift >= 128 {
		return 0, true // the product is below 2**117, less than half of 2**shift
	}
	var n, fracHi, fracLo, halfHi, halfLo uint64
	if shift < 64 {
		if hi>>shift != 0 {
			return 0, false
		}
		n = hi<<(64-shift) | lo>>shift
		fracLo = lo & (1<<shift - 1)
		halfLo = 1 << (shift - 1)
	} else {
		s := shift - 64
		n = hi >> s
		fracHi, fracLo = hi&(1<<s-1), lo
		if s == 0 {
			halfLo = 1 << 63
		} else {
			halfHi = 1 << (s - 1)
		}
	}
	if fracHi > halfHi || fracHi == halfHi && (fracLo > halfLo || fracLo == halfLo && n&1 == 1) {
		n++
		return n, n != 0
	}
	return n, true
}

// splitFloat returns f = mant * 2**exp for a finite f >= 0.
func splitFloat(f float64) (mant uint64, exp int) {
	b := math.Float64bits(f)
	mant = b & (1<<52 - 1)
	exp = int(b >> 52 & 0x7FF)
	if exp == 0 {
		return mant, -1074
	}
	return mant | 1<<52, exp - 1075
}

var pow10 = [maxFixedFast + 1]uint64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
}

// appendScaled appends n / 10**p with p digits after the point.
func appendScaled(dst []byte, n uint64, p int) []byte {
	if p == 0 {
		return strconv.AppendUint(dst, n, 10)
	}
	dst = strconv.AppendUint(dst, n/pow10[p], 10)
	dst = append(dst, '.')
	frac := n % pow10[p]
	end := len(dst) + p
	for range p {
		dst = append(dst, '0')
	}
	for i := end - 1; frac > 0; i-- {
		dst[i] = byte('0' + frac%10)
		frac /= 10
	}
	return dst
}

// A decimalDigits is a decimal number 0.d1d2d3... * 10**point with its sign.
type decimalDigits struct {
	digits []byte
	point  int
	neg    bool
}

// parseExpForm takes apart what strconv made with format e.
func parseExpForm(text []byte) decimalDigits {
	var d decimalDigits
	if text[0] == '-' {
		d.neg = true
		text = text[1:]
	}
	e := len(text) - 1
	for text[e] != 'e' {
		e--
	}
	exp := 0
	for _, c := range text[e+2:] {
		exp = exp*10 + int(c-'0')
	}
	if text[e+1] == '-' {
		exp = -exp
	}
	d.point = exp + 1
	if e > 1 {
		text[1] = text[0] // over the point
		d.digits = text[1:e]
	} else {
		d.digits = text[:1]
	}
	return d
}

// appendShortest appends the repr digits: positional for exponents -4 to 15.
func appendShortest(dst []byte, f float64, flags DoubleFlags) []byte {
	if n := math.Abs(f); n < 1<<53 && n == math.Trunc(n) {
		dst = appendSignedWhole(dst, f)
		return appendPoint(dst, flags)
	}
	var buf [32]byte
	d := parseExpForm(strconv.AppendFloat(buf[:0], f, 'e', -1, 64))
	return d.append(dst, d.point <= -4 || d.point > 16, flags, 0)
}

// appendSignedWhole appends a whole number below 2**53, keeping the sign of zero.
func appendSignedWhole(dst []byte, f float64) []byte {
	if math.Signbit(f) {
		dst = append(dst, '-')
	}
	return strconv.AppendUint(dst, uint64(math.Abs(f)), 10)
}

// appendPoint appends what follows a number without a fraction.
func appendPoint(dst []byte, flags DoubleFlags) []byte {
	if flags&AddDotZero != 0 {
		return append(dst, ".0"...)
	}
	if flags&Alternate != 0 {
		return append(dst, '.')
	}
	return dst
}

// appendGeneral appends f in format g.
func appendGeneral(dst []byte, f float64, precision int, flags DoubleFlags) []byte {
	precision = max(precision, 1)
	var buf [64]byte
	d := parseExpForm(strconv.AppendFloat(buf[:0], f, 'e', precision-1, 64))
	limit := precision
	if flags&AddDotZero != 0 {
		limit--
	}
	useExp := d.point <= -4 || d.point > limit
	keep := 0
	if flags&Alternate != 0 {
		keep = precision
	} else {
		n := len(d.digits)
		for n > 1 && d.digits[n-1] == '0' {
			n--
		}
		d.digits = d.digits[:n]
	}
	return d.append(dst, useExp, flags, keep)
}

// append writes d, with zeros after the digits up to keep digits in all.
func (d *decimalDigits) append(dst []byte, useExp bool, flags DoubleFlags, keep int) []byte {
	if d.neg {
		dst = append(dst, '-')
	}
	if useExp {
		dst = append(dst, d.digits[0])
		if len(d.digits) > 1 {
			dst = append(dst, '.')
			dst = append(dst, d.digits[1:]...)
		} else if flags&Alternate != 0 {
			dst = append(dst, '.')
		}
		return appendExponent(dst, d.point-1)
	}
	switch {
	case d.point <= 0:
		dst = append(dst, "0."...)
		dst = appendFill(dst, '0', -d.point)
		return append(dst, d.digits...)
	case d.point >= len(d.digits):
		dst = append(dst, d.digits...)
		dst = appendFill(dst, '0', d.point-len(d.digits))
		return appendPoint(dst, flags)
	}
	dst = append(dst, d.digits[:d.point]...)
	dst = append(dst, '.')
	return append(dst, d.digits[d.point:]...)
}

// appendExponent appends e and at least two digits.
func appendExponent(dst []byte, exp int) []byte {
	if exp < 0 {
		dst = append(dst, 'e', '-')
		exp = -exp
	} else {
		dst = append(dst, 'e', '+')
	}
	if exp < 10 {
		dst = append(dst, '0')
	}
	return strconv.AppendInt(dst, int64(exp), 10)
}
