package numfmt

import (
	"math"
	"math/bits"
	"strconv"
)

// FloatMod is x % y for y != 0: the sign is that of y.
func FloatMod(x, y float64) float64 {
	_, mod := floatRem(x, y)
	return mod
}

// floatRem returns C's fmod and Python's remainder.
func floatRem(x, y float64) (rem, mod float64) {
	rem = fmod(x, y)
	switch {
	case rem == 0:
		return rem, math.Copysign(0, y)
	case (y < 0) != (rem < 0):
		return rem, rem + y
	}
	return rem, rem
}

// FloatDivMod is divmod(x, y) for y != 0. It mirrors _float_div_mod of CPython's floatobject.c.
func FloatDivMod(x, y float64) (quo, mod float64) {
	rem, mod := floatRem(x, y)
	div := (x - rem) / y
	if rem != 0 && (y < 0) != (rem < 0) {
		div--
	}
	if div == 0 {
		return math.Copysign(0, x/y), mod
	}
	quo = math.Floor(div)
	if div-quo > 0.5 {
		quo++
	}
	return quo, mod
}

// FloatFloorDiv is x // y for y != 0.
func FloatFloorDiv(x, y float64) float64 {
	quo, _ := FloatDivMod(x, y)
	return quo
}

// fmod is C's fmod: exact, with the sign of x.
func fmod(x, y float64) float64 {
	if math.IsNaN(x) || math.IsNaN(y) || math.IsInf(x, 0) || y == 0 {
		return math.NaN()
	}
	ax, ay := math.Abs(x), math.Abs(y)
	if ax < ay { // also when y is infinite
		return x
	}
	if ax < 1<<63 && ay < 1<<63 {
		// Whole numbers, the common case.
		if ix, iy := uint64(ax), uint64(ay); float64(ix) == ax && float64(iy) == ay {
			return math.Copysign(float64(ix%iy), x)
		}
	}
	mx, ex := splitFloat(ax)
	my, ey := splitFloat(ay)
	// ex >= ey, as ax >= ay. Reduce mx * 2**(ex-ey) modulo my, 64 bits of the power at a time.
	mx %= my
	for shift := ex - ey; shift > 0 && mx != 0; {
		n := min(shift, 64)
		if n == 64 {
			_, mx = bits.Div64(mx, 0, my)
		} else {
			_, mx = bits.Div64(mx>>(64-n), mx<<n, my)
		}
		shift -= n
	}
	return math.Copysign(math.Ldexp(float64(mx), ey), x)
}

// RoundFloat is round(x, n): the nearest number with n digits after the point, read back. Halves are decided by the exact value of x.
func RoundFloat(x float64, n int64) (float64, *Error) {
	const maxDigits, minDigits = 323, -308
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0) || n > maxDigits:
		return x, nil
	case n < minDigits:
		return math.Copysign(0, x), nil
	}
	if 0 <= n && n <= maxFixedFast {
		if f, ok := roundScaled(x, int(n)); ok {
			return f, nil
		}
	}
	f := roundText(x, int(n))
	if math.IsInf(f, 0) {
		return 0, overflowError("rounded value too large to represent")
	}
	return math.Copysign(f, x), nil
}

// roundScaled rounds with one division of two exact numbers, which is correctly rounded.
func roundScaled(x float64, n int) (float64, bool) {
	scaled, ok := scaledDecimal(math.Abs(x), n)
	if !ok || scaled > 1<<53 {
		return 0, false
	}
	return math.Copysign(float64(scaled)/float64(pow10[n]), x), true
}

// roundText rounds by way of decimal digits.
func roundText(x float64, n int) float64 {
	var buf [400]byte
	text := buf[:0]
	if n >= 0 {
		text = strconv.AppendFloat(text, x, 'f', n, 64)
	} else {
		text = roundBefore(append(text, '0'), x, -n)
	}
	f, _ := strconv.ParseFloat(string(text), 64) // out of range is infinite
	return f
}

// roundBefore appends x rounded to a multiple of 10**n, after a zero that takes the carry. The digits dropped are those of the whole
// part; a fraction only decides ties.
func roundBefore(text []byte, x float64, n int) []byte {
	whole, frac := math.Modf(math.Abs(x))
	text = strconv.AppendFloat(text, whole, 'f', 0, 64)
	cut := len(text) - n
	if cut < 1 {
		return append(text[:0], '0')
	}
	up := roundsUp(text, cut, frac != 0)
	text = text[:cut]
	for i := cut - 1; up; i-- {
		up = text[i] == '9'
		text[i]++
		if up {
			text[i] = '0'
		}
	}
	text = append(text, 'e')
	return strconv.AppendInt(text, int64(n), 10)
}

// roundsUp tells whether the number with these whole digits, and a fraction if sticky, rounds up at cut.
func roundsUp(digits []byte, cut int, sticky bool) bool {
	rest := digits[cut:]
	if len(rest) == 0 || rest[0] != '5' {
		return len(rest) > 0 && rest[0] > '5'
	}
	for _, c := range rest[1:] {
		sticky = sticky || c != '0'
	}
	return sticky || (digits[cut-1]-'0')&1 == 1
}
