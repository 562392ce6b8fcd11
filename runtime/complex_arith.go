package runtime

import (
	"math"

	"github.com/krait-vm/krait/runtime/libm"
)

// A complexOperand is an operand of complex arithmetic. From Python 3.14 a real one is not turned into a complex with a zero imaginary part, so that
// signs of zeros and infinities survive.
type complexOperand struct {
	re, im float64
	real   bool
}

// complexOperands converts both operands; ok is false when one is no number.
func complexOperands(t *Thread, a, b Value) (x, y complexOperand, ok bool, exc *Exception) {
	if x, ok, exc = toComplexOperand(t, a); ok {
		y, ok, exc = toComplexOperand(t, b)
	}
	if !t.interp.Version.At(14) {
		x.real, y.real = false, false
	}
	return x, y, ok, exc
}

func toComplexOperand(t *Thread, v Value) (complexOperand, bool, *Exception) {
	if c := asComplex(v); c != nil {
		return complexOperand{re: c.Re, im: c.Im}, true, nil
	}
	f, ok, exc := floatOperand(t, v)
	return complexOperand{re: f, real: true}, ok, exc
}

func complexAdd(t *Thread, a, b Value) (Value, *Exception) {
	x, y, ok, exc := complexOperands(t, a, b)
	switch {
	case !ok:
		return passFloat(exc)
	case y.real:
		return NewComplex(t, x.re+y.re, x.im), nil
	case x.real:
		return NewComplex(t, x.re+y.re, y.im), nil
	}
	return NewComplex(t, x.re+y.re, x.im+y.im), nil
}

func complexSub(t *Thread, a, b Value) (Value, *Exception) {
	x, y, ok, exc := complexOperands(t, a, b)
	switch {
	case !ok:
		return passFloat(exc)
	case y.real:
		return NewComplex(t, x.re-y.re, x.im), nil
	case x.real:
		return NewComplex(t, x.re-y.re, -y.im), nil
	}
	return NewComplex(t, x.re-y.re, x.im-y.im), nil
}

func complexMul(t *Thread, a, b Value) (Value, *Exception) {
	x, y, ok, exc := complexOperands(t, a, b)
	switch {
	case !ok:
		return passFloat(exc)
	case y.real:
		return NewComplex(t, x.re*y.re, x.im*y.re), nil
	case x.real:
		return NewComplex(t, x.re*y.re, x.re*y.im), nil
	}
	re, im := complexProduct(x.re, x.im, y.re, y.im, t.interp.Version.At(14))
	return NewComplex(t, re, im), nil
}

// complexProduct multiplies. The conversions keep Go from fusing a multiplication with an addition, which would round differently. With annexG
// infinities that came out as NaN are recovered as Annex G of the C standard has it.
func complexProduct(a, b, c, d float64, annexG bool) (re, im float64) {
	ac, bd, ad, bc := float64(a*c), float64(b*d), float64(a*d), float64(b*c)
	re, im = ac-bd, ad+bc
	if !annexG || !math.IsNaN(re) || !math.IsNaN(im) {
		return re, im
	}
	recovered := false
	if isInf(a) || isInf(b) {
		a, b = boxInf(a), boxInf(b)
		c, d = zeroNaN(c), zeroNaN(d)
		recovered = true
	}
	if isInf(c) || isInf(d) {
		c, d = boxInf(c), boxInf(d)
		a, b = zeroNaN(a), zeroNaN(b)
		recovered = true
	}
	if !recovered && (isInf(ac) || isInf(bd) || isInf(ad) || isInf(bc)) {
		a, b, c, d = zeroNaN(a), zeroNaN(b), zeroNaN(c), zeroNaN(d)
		recovered = true
	}
	if !recovered {
		return re, im
	}
	return math.Inf(1) * (float64(a*c) - float64(b*d)), math.Inf(1) * (float64(a*d) + float64(b*c))
}

func isInf(f float64) bool    { return math.IsInf(f, 0) }
func isFinite(f float64) bool { return f-f == 0 }

// boxInf is 1 for an infinity and 0 for anything else, with f's sign.
func boxInf(f float64) float64 {
	if isInf(f) {
		return math.Copysign(1, f)
	}
	return math.Copysign(0, f)
}

func zeroNaN(f float64) float64 {
	if math.IsNaN(f) {
		return math.Copysign(0, f)
	}
	return f
}

func complexDiv(t *Thread, a, b Value) (Value, *Exception) {
	x, y, ok, exc := complexOperands(t, a, b)
	if !ok {
		return passFloat(exc)
	}
	if y.re == 0 && y.im == 0 {
		if t.interp.Version.At(14) {
			return Null, Raise(t, ZeroDivisionErrorType, "division by zero")
		}
		return Null, Raise(t, ZeroDivisionErrorType, "complex division by zero")
	}
	if y.real {
		return NewComplex(t, x.re/y.re, x.im/y.re), nil
	}
	if x.real {
		re, im := realQuotient(x.re, y.re, y.im)
		return NewComplex(t, re, im), nil
	}
	re, im := complexQuotient(x.re, x.im, y.re, y.im, t.interp.Version.At(14))
	return NewComplex(t, re, im), nil
}

// complexQuotient divides by Smith's method; the divisor is not zero.
func complexQuotient(a, b, c, d float64, annexG bool) (re, im float64) {
	switch ac, ad := math.Abs(c), math.Abs(d); {
	case ac >= ad:
		ratio := d / c
		denom := c + float64(d*ratio)
		re, im = (a+float64(b*ratio))/denom, (b-float64(a*ratio))/denom
	case ad >= ac:
		ratio := c / d
		denom := float64(c*ratio) + d
		re, im = (float64(a*ratio)+b)/denom, (float64(b*ratio)-a)/denom
	default:
		re, im = math.NaN(), math.NaN()
	}
	if !annexG || !math.IsNaN(re) || !math.IsNaN(im) {
		return re, im
	}
	switch {
	case (isInf(a) || isInf(b)) && isFinite(c) && isFinite(d):
		x, y := boxInf(a), boxInf(b)
		return math.Inf(1) * (float64(x*c) + float64(y*d)), math.Inf(1) * (float64(y*c) - float64(x*d))
	case (isInf(c) || isInf(d)) && isFinite(a) && isFinite(b):
		x, y := boxInf(c), boxInf(d)
		return 0 * (float64(a*x) + float64(b*y)), 0 * (float64(b*x) - float64(a*y))
	}
	return re, im
}

// realQuotient divides a real number by a complex one that is not zero.
func realQuotient(a, c, d float64) (re, im float64) {
	switch ac, ad := math.Abs(c), math.Abs(d); {
	case ac >= ad:
		ratio := d / c
		denom := c + float64(d*ratio)
		re, im = a/denom, (-a*ratio)/denom
	case ad >= ac:
		ratio := c / d
		denom := float64(c*ratio) + d
		re, im = (a*ratio)/denom, -a/denom
	default:
		re, im = math.NaN(), math.NaN()
	}
	if math.IsNaN(re) && math.IsNaN(im) && isFinite(a) && (isInf(c) || isInf(d)) {
		return 0 * (a * boxInf(c)), 0 * (-a * boxInf(d))
	}
	return re, im
}

func complexPower(t *Thread, a, b, m Value) (Value, *Exception) {
	x, y, ok, exc := complexOperands(t, a, b)
	if !ok {
		return passFloat(exc)
	}
	if !m.IsNone() {
		return Null, Raise(t, ValueErrorType, "complex modulo")
	}
	return complexPow(t, x.re, x.im, y.re, y.im)
}

// complexPow is (a+bj) ** (c+dj): small whole exponents by multiplication, others in polar form.
func complexPow(t *Thread, a, b, c, d float64) (Value, *Exception) {
	zero := a == 0 && b == 0
	var re, im float64
	switch {
	case zero && (d != 0 || c < 0):
		return Null, raiseComplexPower(t)
	case d == 0 && c == math.Floor(c) && math.Abs(c) <= 100:
		var ok bool
		if re, im, ok = complexIntPow(a, b, int(c), t.interp.Version.At(14)); !ok {
			return Null, raiseComplexPower(t)
		}
	case c == 0 && d == 0:
		re = 1
	case zero:
	default:
		size, phase := polarPower(a, b, c, d, t.interp.Version.At(14))
		if isInf(phase) {
			// The sine of an infinity is what C calls a domain error.
			return Null, raiseComplexPower(t)
		}
		re, im = size*libm.Cos(phase), size*libm.Sin(phase)
	}
	if isInf(re) || isInf(im) {
		return Null, Raise(t, OverflowErrorType, "complex exponentiation")
	}
	return NewComplex(t, re, im), nil
}

// raiseComplexPower is the error of a power that does not exist.
func raiseComplexPower(t *Thread) *Exception {
	if t.interp.Version.At(14) {
		return Raise(t, ZeroDivisionErrorType, "zero to a negative or complex power")
	}
	return Raise(t, ZeroDivisionErrorType, "0.0 to a negative or complex power")
}

// complexIntPow is (a+bj) ** n for |n| <= 100; ok is false when it would divide by zero.
func complexIntPow(a, b float64, n int, annexG bool) (re, im float64, ok bool) {
	k := n
	if k < 0 {
		k = -k
	}
	re = 1
	for bit := 1; bit <= k; bit <<= 1 {
		if k&bit != 0 {
			re, im = complexProduct(re, im, a, b, annexG)
		}
		a, b = complexProduct(a, b, a, b, annexG)
	}
	if n > 0 {
		return re, im, true
	}
	if re == 0 && im == 0 {
		return 0, 0, false
	}
	re, im = complexQuotient(1, 0, re, im, annexG)
	return re, im, true
}

// polarPower returns absolute value and angle of (a+bj) ** (c+dj).
func polarPower(a, b, c, d float64, byProduct bool) (size, phase float64) {
	abs := libm.Hypot(a, b)
	angle := libm.Atan2(b, a)
	size, phase = libm.Pow(abs, c), angle*c
	if d != 0 {
		if byProduct { // as of Python 3.14; the two round differently
			size *= libm.Exp(float64(-angle * d))
		} else {
			size /= libm.Exp(float64(angle * d))
		}
		phase = float64(phase) + float64(d*libm.Log(abs))
	}
	return size, phase
}
