package libm

import (
	"math"
	"math/bits"
)

// Pow is x**y with the special cases of C99: NaN for a finite negative x and a y that is not whole.
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case math.IsNaN(x) || math.IsNaN(y):
		return math.NaN()
	case math.IsInf(y, 0):
		return powInf(math.Abs(x), y > 0)
	}
	negative := false
	if x < 0 || x == 0 && math.Signbit(x) {
		whole, odd := parity(y)
		if !whole && x != 0 && !math.IsInf(x, 0) {
			return math.NaN()
		}
		negative = whole && odd
		x = -x
	}
	f := powPositive(x, y)
	if negative {
		return -f
	}
	return f
}

// powInf is |x| to an infinite power.
func powInf(x float64, up bool) float64 {
	switch {
	case x == 1:
		return 1
	case x > 1 == up:
		return math.Inf(1)
	}
	return 0
}

// parity tells whether y is a whole number, and odd.
func parity(y float64) (whole, odd bool) {
	if y != math.Trunc(y) {
		return false, false
	}
	return true, math.Abs(y) < 1<<53 && int64(y)&1 == 1
}

// powPositive is x**y for x >= 0 and finite y.
func powPositive(x, y float64) float64 {
	switch {
	case x == 0 || math.IsInf(x, 0):
		if x == 0 == (y > 0) {
			return 0
		}
		return math.Inf(1)
	case y == 2:
		return x * x
	case y == 1:
		return x
	case y == 0.5:
		return math.Sqrt(x)
	case y == -1:
		return 1 / x
	}
	if y > 2 && y <= 64 && y == math.Trunc(y) {
		if f, ok := exactPow(x, int(y)); ok {
			return f
		}
	}
	l := logOf(x)
	if p := l.hi * y; p > expOverflow+1 {
		return math.Inf(1)
	} else if p < expUnderflow-1 {
		return 0
	}
	p := twoMul(l.hi, y)
	return expOf(quickSum(p.hi, math.FMA(l.lo, y, p.lo)))
}

// exactPow is x**n where 64 bits hold the power of x's digits: the result may lie in the middle between two floats.
func exactPow(x float64, n int) (float64, bool) {
	frac, exp := math.Frexp(x)
	mant := uint64(frac * (1 << 53))
	zeros := bits.TrailingZeros64(mant)
	mant >>= zeros
	exp += zeros - 53
	if bits.Len64(mant)*n > 64 {
		return 0, false
	}
	power := uint64(1)
	for range n {
		power *= mant
	}
	exp *= n
	if exp < -1074 || exp > 1000 {
		return 0, false
	}
	return math.Ldexp(float64(power), exp), true
}

// Hypot is sqrt(x*x + y*y) without undue overflow.
func Hypot(x, y float64) float64 {
	x, y = math.Abs(x), math.Abs(y)
	switch {
	case math.IsInf(x, 0) || math.IsInf(y, 0):
		return math.Inf(1)
	case math.IsNaN(x) || math.IsNaN(y):
		return math.NaN()
	}
	if x < y {
		x, y = y, x
	}
	if y == 0 {
		return x
	}
	scale := 0
	if x > 0x1p500 {
		scale = 600
	} else if y < 0x1p-459 {
		scale = -600
	}
	if x*0x1p-54 > y {
		return x + y
	}
	x, y = math.Ldexp(x, -scale), math.Ldexp(y, -scale)
	a, b := twoMul(x, x), twoMul(y, y)
	r := a.add(b).sqrt()
	if scale < 0 {
		frac, exp := math.Frexp(r.hi)
		k := exp - 1
		r = dd{frac * 2, math.Ldexp(r.lo, -k)}
		return r.scaled(k + scale)
	}
	return math.Ldexp(r.float(), scale)
}

// Cbrt is the cube root.
func Cbrt(x float64) float64 {
	if x == 0 || math.IsNaN(x) || math.IsInf(x, 0) {
		return x
	}
	frac, exp := math.Frexp(x)
	for exp%3 != 0 {
		frac, exp = frac/2, exp+1
	}
	c := math.Cbrt(frac)
	// One step of Newton's method beyond the float.
	square := twoMul(c, c)
	cube := square.mulFloat(c)
	rest := (frac - cube.hi) - cube.lo
	return math.Ldexp(c+rest/(3*square.hi), exp/3)
}
