package numfmt

import (
	"math"
	"math/bits"
	"strconv"
)

// FloatHex is f.hex().
func FloatHex(f float64) string {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return FloatRepr(f)
	}
	var buf [32]byte
	b := buf[:0]
	if math.Signbit(f) {
		b = append(b, '-')
	}
	if f == 0 {
		return string(append(b, "0x0.0p+0"...))
	}
	mant, exp := splitFloat(math.Abs(f))
	exp += 52
	lead := byte('0' + mant>>52)
	b = append(b, '0', 'x', lead, '.')
	for shift := 48; shift >= 0; shift -= 4 {
		b = append(b, "0123456789abcdef"[mant>>shift&15])
	}
	b = append(b, 'p')
	if exp >= 0 {
		b = append(b, '+')
	}
	return string(strconv.AppendInt(b, int64(exp), 10))
}

var (
	errHexInvalid = valueError("invalid hexadecimal floating-point string")
	errHexLarge   = overflowError("hexadecimal value too large to represent as a float")
)

// FloatFromHex is float.fromhex(s).
func FloatFromHex(s string) (float64, *Error) {
	s = trimSpace(s)
	neg := false
	if len(s) > 0 && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	var f float64
	if n := scanNonFinite(s); n > 0 {
		if n != len(s) {
			return 0, errHexInvalid
		}
		f = math.Inf(1)
		if s[0]|0x20 == 'n' {
			f = math.NaN()
		}
	} else {
		var err *Error
		if f, err = parseHex(s); err != nil {
			return 0, err
		}
	}
	return math.Copysign(f, sign(neg)), nil
}

// parseHex parses [0x]h[.h][p[+-]d].
func parseHex(s string) (float64, *Error) {
	if len(s) >= 2 && s[0] == '0' && s[1]|0x20 == 'x' {
		s = s[2:]
	}
	var mant uint64
	sticky := false
	exp := int64(0) // of the last digit taken into mant
	digits, point := 0, false
	i := 0
	for ; i < len(s); i++ {
		c := s[i]
		if c == '.' && !point {
			point = true
			continue
		}
		d := digitValue(c)
		if d >= 16 {
			break
		}
		digits++
		if mant>>60 == 0 {
			mant = mant<<4 | uint64(d)
		} else {
			sticky = sticky || d != 0
			exp += 4
		}
		if point {
			exp -= 4
		}
	}
	if digits == 0 {
		return 0, errHexInvalid
	}
	if i < len(s) && s[i]|0x20 == 'p' {
		e, n := hexExponent(s[i+1:])
		if n == 0 {
			return 0, errHexInvalid
		}
		exp += e
		i += 1 + n
	}
	if sticky {
		mant |= 1
	}
	f, err := scaleHex(mant, exp)
	if err == nil && i != len(s) {
		err = errHexInvalid // an overflow is found first
	}
	return f, err
}

// hexExponent parses a signed decimal exponent, capped far outside the range of floats, and returns its length.
func hexExponent(s string) (exp int64, n int) {
	neg := false
	if n < len(s) && (s[n] == '-' || s[n] == '+') {
		neg = s[n] == '-'
		n++
	}
	start := n
	for ; n < len(s) && isDigit(s[n]); n++ {
		exp = min(exp*10+int64(s[n]-'0'), math.MaxInt64/20)
	}
	if n == start {
		return 0, 0
	}
	if neg {
		exp = -exp
	}
	return exp, n
}

// scaleHex is mant * 2**exp rounded half to even; mant's lowest bit is sticky if it has 61 bits or more.
func scaleHex(mant uint64, exp int64) (float64, *Error) {
	if mant == 0 {
		return 0, nil
	}
	width := int64(bits.Len64(mant))
	top := exp + width // 2**(top-1) <= value < 2**top
	switch {
	case top > 1024:
		return 0, errHexLarge
	case top < -1074:
		return 0, nil
	}
	// The last place of the result is 2**last.
	last := max(top-53, -1074)
	switch drop := last - exp; {
	case drop >= 64:
		// All 64 bits of mant are below the last place, and at least half of it.
		mant = roundShift(mant>>1|mant&1, 63)
		exp = last
	case drop > 0:
		mant = roundShift(mant, uint(drop))
		exp = last
	}
	f := math.Ldexp(float64(mant), int(exp))
	if math.IsInf(f, 0) {
		return 0, errHexLarge
	}
	return f, nil
}
