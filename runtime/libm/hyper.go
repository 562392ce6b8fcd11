package libm

import "math"

// Expm1 is e**x - 1.
func Expm1(x float64) float64 {
	if x > 600 {
		return Exp(x)
	}
	return math.Expm1(x)
}

// Log1p is log(1+x).
func Log1p(x float64) float64 { return math.Log1p(x) }

// expHalf is exp(x)/2 where exp(x) itself may be too large.
func expHalf(x float64) float64 {
	if x > 1000 {
		return math.Inf(1)
	}
	r, k := expParts(dd{x, 0})
	return math.Ldexp(r.float(), k-1)
}

// Sinh is the hyperbolic sine.
func Sinh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0) || a < 0x1p-28:
		return x
	case a < 22:
		e := math.Expm1(a)
		if a < 1 {
			return math.Copysign(0.5*(2*e-e*e/(e+1)), x)
		}
		return math.Copysign(0.5*(e+e/(e+1)), x)
	case a < 709:
		return math.Copysign(0.5*Exp(a), x)
	}
	return math.Copysign(expHalf(a), x)
}

// Cosh is the hyperbolic cosine.
func Cosh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case math.IsNaN(x):
		return x
	case math.IsInf(x, 0):
		return a
	case a < 0.5*math.Ln2:
		e := math.Expm1(a)
		w := 1 + e
		if a < 0x1p-55 {
			return w
		}
		return 1 + e*e/(w+w)
	case a < 22:
		e := Exp(a)
		return 0.5*e + 0.5/e
	case a < 709:
		return 0.5 * Exp(a)
	}
	return expHalf(a)
}

// Tanh is the hyperbolic tangent.
func Tanh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case math.IsNaN(x) || a < 0x1p-55:
		return x
	case a >= 22:
		return math.Copysign(1, x)
	case a >= 1:
		e := math.Expm1(2 * a)
		return math.Copysign(1-2/(e+2), x)
	}
	e := math.Expm1(-2 * a)
	return math.Copysign(-e/(e+2), x)
}

// Asinh is the inverse hyperbolic sine.
func Asinh(x float64) float64 {
	a := math.Abs(x)
	var w float64
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0) || a < 0x1p-28:
		return x
	case a > 0x1p28:
		w = Log(a) + math.Ln2
	case a > 2:
		w = Log(2*a + 1/(math.Sqrt(x*x+1)+a))
	default:
		s := x * x
		w = math.Log1p(a + s/(1+math.Sqrt(1+s)))
	}
	return math.Copysign(w, x)
}

// Acosh is the inverse hyperbolic cosine.
func Acosh(x float64) float64 {
	switch {
	case x < 1 || math.IsNaN(x):
		return math.NaN()
	case x > 0x1p28:
		return Log(x) + math.Ln2
	case x == 1:
		return 0
	case x > 2:
		return Log(2*x - 1/(x+math.Sqrt(x*x-1)))
	}
	t := x - 1
	return math.Log1p(t + math.Sqrt(2*t+t*t))
}

// Atanh is the inverse hyperbolic tangent.
func Atanh(x float64) float64 { return math.Atanh(x) }
