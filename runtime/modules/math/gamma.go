package math

import (
	gomath "math"

	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/runtime/libm"
)

// The gamma function by Lanczos' approximation with 13 terms and g = 6.024680040776729583740234375: the sum is a rational function whose numerator
// follows from n and g, and whose denominator is x(x+1)...(x+11).
const (
	lanczosG       = 6.024680040776729583740234375
	lanczosGMinus  = lanczosG - 0.5
	lanczosTerms   = 13
	logPi          = 1.144729885849400174143427351353058711647
	gammaExactArgs = 23 // gamma of whole numbers up to here is exact
)

var lanczosNum = [lanczosTerms]float64{
	23531376880.410759688572007674451636754734846804940,
	42919803642.649098768957899047001988850926355848959,
	35711959237.355668049440185451547166705960488635843,
	17921034426.037209699919755754458931112671403265390,
	6039542586.3520280050642916443072979210699388420708,
	1439720407.3117216736632230727949123939715485786372,
	248874557.86205415651146038641322942321632125127801,
	31426415.585400194380614231628318205362874684987640,
	2876370.6289353724412254090516208496135991145378768,
	186056.26539522349504029498971604569928220784236328,
	8071.6720023658162106380029022722506138218516325024,
	210.82427775157934587250973392071336271166969580291,
	2.5066282746310002701649081771338373386264310793408,
}

var lanczosDen = [lanczosTerms]float64{
	0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
}

// lanczosSum is the rational function at x > 0. From 5 on it is evaluated in 1/x, where it does not overflow.
func lanczosSum(x float64) float64 {
	num, den := 0.0, 0.0
	if x < 5 {
		for i := lanczosTerms - 1; i >= 0; i-- {
			num = float64(num*x) + lanczosNum[i]
			den = float64(den*x) + lanczosDen[i]
		}
	} else {
		for i := range lanczosTerms {
			num = num/x + lanczosNum[i]
			den = den/x + lanczosDen[i]
		}
	}
	return num / den
}

// sinPi is sin(pi*x), exact where that is 0, 1 or -1.
func sinPi(x float64) float64 {
	y := gomath.Mod(gomath.Abs(x), 2)
	var r float64
	switch int(gomath.Round(2 * y)) {
	case 0:
		r = libm.Sin(gomath.Pi * y)
	case 1:
		r = libm.Cos(gomath.Pi * (y - 0.5))
	case 2:
		r = libm.Sin(gomath.Pi * (1 - y))
	case 3:
		r = -libm.Cos(gomath.Pi * (y - 1.5))
	default:
		r = libm.Sin(gomath.Pi * (y - 2))
	}
	return gomath.Copysign(1, x) * r
}

// A mathErr is what C's errno tells.
type mathErr uint8

const (
	mathOK mathErr = iota
	mathDomain
	mathRange
)

func gammaOf(x float64) (float64, mathErr) {
	switch {
	case x != x || gomath.IsInf(x, 1):
		return x, mathOK
	case gomath.IsInf(x, -1):
		return gomath.NaN(), mathDomain
	case x == 0:
		return gomath.Copysign(gomath.Inf(1), x), mathDomain
	}
	if x == gomath.Floor(x) {
		if x < 0 {
			return gomath.NaN(), mathDomain
		}
		if x <= gammaExactArgs {
			r := 1.0
			for i := 2.0; i < x; i++ {
				r *= i
			}
			return r, mathOK
		}
	}
	absx := gomath.Abs(x)
	if absx < 1e-20 {
		return orRange(1 / x)
	}
	if absx > 200 {
		if x < 0 {
			return 0 / sinPi(x), mathOK
		}
		return gomath.Inf(1), mathRange
	}
	// y = absx + g - 0.5, and z makes up for its rounding.
	y := absx + lanczosGMinus
	var z float64
	if absx > lanczosGMinus {
		z = (y - absx) - lanczosGMinus
	} else {
		z = (y - lanczosGMinus) - absx
	}
	z = z * lanczosG / y
	var r float64
	if x < 0 {
		r = -gomath.Pi / sinPi(absx) / absx * libm.Exp(y) / lanczosSum(absx)
		r -= float64(z * r)
		if absx < 140 {
			r /= libm.Pow(y, absx-0.5)
		} else {
			p := libm.Pow(y, absx/2-0.25)
			r /= p
			r /= p
		}
	} else {
		r = lanczosSum(absx) / libm.Exp(y)
		r += float64(z * r)
		if absx < 140 {
			r *= libm.Pow(y, absx-0.5)
		} else {
			p := libm.Pow(y, absx/2-0.25)
			r *= p
			r *= p
		}
	}
	return orRange(r)
}

func orRange(r float64) (float64, mathErr) {
	if gomath.IsInf(r, 0) {
		return r, mathRange
	}
	return r, mathOK
}

func lgammaOf(x float64) (float64, mathErr) {
	switch {
	case x != x:
		return x, mathOK
	case gomath.IsInf(x, 0):
		return gomath.Inf(1), mathOK
	}
	if x == gomath.Floor(x) && x <= 2 {
		if x <= 0 {
			return gomath.Inf(1), mathDomain
		}
		return 0, mathOK
	}
	absx := gomath.Abs(x)
	if absx < 1e-20 {
		return -libm.Log(absx), mathOK
	}
	r := libm.Log(lanczosSum(absx)) - lanczosG
	r += float64((absx - 0.5) * (libm.Log(absx+lanczosG-0.5) - 1))
	if x < 0 {
		r = logPi - libm.Log(gomath.Abs(sinPi(absx))) - libm.Log(absx) - r
	}
	return orRange(r)
}

func gamma(t *Thread, _, v Value) (Value, *Exception)  { return gammaCall(t, v, gammaOf) }
func lgamma(t *Thread, _, v Value) (Value, *Exception) { return gammaCall(t, v, lgammaOf) }

func gammaCall(t *Thread, v Value, f func(float64) (float64, mathErr)) (Value, *Exception) {
	x, exc := arg(t, v)
	if exc != nil {
		return runtime.Null, exc
	}
	r, err := f(x)
	switch err {
	case mathDomain:
		return runtime.Null, domainError(t, wantGamma, x)
	case mathRange:
		return runtime.Null, rangeError(t)
	}
	return result(t, r)
}
