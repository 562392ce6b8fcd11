package libm

import "math"

// atanOf is the arc tangent of z in [0, 1].
func atanOf(z dd) dd {
	i := int(z.hi*128 + 0.5)
	d := z
	if i > 0 {
		c := float64(i) * (1. / 128)
		p := twoMul(c, z.hi)
		den := quickSum(1, p.hi)
		den.lo += p.lo + c*z.lo
		d = dd{z.hi - c, z.lo}.div(den)
	}
	h := d.hi
	square := h * h
	tail := d.lo + h*square*(-1./3+square*(1./5+square*(-1./7+square*(1./9))))
	if i == 0 {
		return quickSum(h, tail)
	}
	t := &atanTable[i]
	s := quickSum(t.hi, h)
	return quickSum(s.hi, s.lo+(t.lo+tail))
}

// quotient is the angle of the point (x, y) with x, y >= 0, not both 0 and within a moderate range.
func angle(y, x dd) dd {
	if y.hi <= x.hi {
		return atanOf(y.div(x))
	}
	return ddHalfPi.add(atanOf(x.div(y)).neg())
}

// Atan is the arc tangent.
func Atan(x float64) float64 {
	a := math.Abs(x)
	switch {
	case math.IsNaN(x) || a < 0x1p-27:
		return x
	case a > 0x1p60:
		return math.Copysign(math.Pi/2, x)
	}
	return math.Copysign(angle(dd{a, 0}, dd{1, 0}).float(), x)
}

// Atan2 is the angle of the point (x, y).
func Atan2(y, x float64) float64 {
	ax, ay := math.Abs(x), math.Abs(y)
	switch {
	case math.IsNaN(x) || math.IsNaN(y) || ax == 0 || ay == 0 || math.IsInf(x, 0) || math.IsInf(y, 0):
		return math.Atan2(y, x)
	}
	ex, ey := math.Ilogb(ax), math.Ilogb(ay)
	switch d := ey - ex; {
	case d > 60:
		return math.Copysign(math.Pi/2, y)
	case d < -60 && x > 0:
		return y / x
	case d < -60:
		return math.Copysign(math.Pi, y)
	}
	// Near the ends of the range the quotient's error terms would be lost.
	ax, ay = math.Ldexp(ax, -ex), math.Ldexp(ay, -ex)
	r := angle(dd{ay, 0}, dd{ax, 0})
	if x < 0 {
		r = ddPi.add(r.neg())
	}
	return math.Copysign(r.float(), y)
}

// coordinate returns sqrt(1 - x*x).
func coordinate(x float64) dd {
	p := twoMul(x, x)
	s := twoSum(1, -p.hi)
	return quickSum(s.hi, s.lo-p.lo).sqrt()
}

// Asin is the arc sine.
func Asin(x float64) float64 {
	a := math.Abs(x)
	switch {
	case !(a <= 1):
		return math.NaN()
	case a == 1:
		return math.Copysign(math.Pi/2, x)
	case a < 0x1p-27:
		return x
	}
	return math.Copysign(angle(dd{a, 0}, coordinate(a)).float(), x)
}

// Acos is the arc cosine.
func Acos(x float64) float64 {
	a := math.Abs(x)
	switch {
	case !(a <= 1):
		return math.NaN()
	case x == 1:
		return 0
	case x == -1:
		return math.Pi
	}
	r := angle(coordinate(a), dd{a, 0})
	if x < 0 {
		r = ddPi.add(r.neg())
	}
	return r.float()
}
