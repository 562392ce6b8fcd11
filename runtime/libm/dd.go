package libm

import "math"

// A dd is a number of about 106 bits: the sum of hi and lo, which is at most half a unit in hi's last place.
type dd struct{ hi, lo float64 }

// twoSum is a + b without error.
func twoSum(a, b float64) dd {
	s := a + b
	v := s - a
	return dd{s, (a - (s - v)) + (b - v)}
}

// quickSum is a + b without error for |a| >= |b|.
func quickSum(a, b float64) dd {
	s := a + b
	return dd{s, b - (s - a)}
}

// twoMul is a * b without error.
func twoMul(a, b float64) dd {
	p := a * b
	return dd{p, math.FMA(a, b, -p)}
}

// addFloat is x + f.
func (x dd) addFloat(f float64) dd {
	s := twoSum(x.hi, f)
	return quickSum(s.hi, s.lo+x.lo)
}

// add is x + y.
func (x dd) add(y dd) dd {
	s, t := twoSum(x.hi, y.hi), twoSum(x.lo, y.lo)
	s = quickSum(s.hi, s.lo+t.hi)
	return quickSum(s.hi, s.lo+t.lo)
}

func (x dd) neg() dd { return dd{-x.hi, -x.lo} }

// mulFloat is x * f.
func (x dd) mulFloat(f float64) dd {
	p := twoMul(x.hi, f)
	return quickSum(p.hi, math.FMA(x.lo, f, p.lo))
}

// mul is x * y.
func (x dd) mul(y dd) dd {
	p := twoMul(x.hi, y.hi)
	return quickSum(p.hi, p.lo+math.FMA(x.hi, y.lo, x.lo*y.hi))
}

// div is x / y.
func (x dd) div(y dd) dd {
	q := x.hi / y.hi
	r := math.FMA(-q, y.hi, x.hi) + math.FMA(-q, y.lo, x.lo)
	return quickSum(q, r/y.hi)
}

// sqrt is the root of x > 0.
func (x dd) sqrt() dd {
	s := math.Sqrt(x.hi)
	return quickSum(s, (math.FMA(-s, s, x.hi)+x.lo)/(2*s))
}

// float rounds to a float.
func (x dd) float() float64 { return x.hi + x.lo }

// shifter rounds to a whole number when it is added and taken away again.
const shifter = 0x1.8p52
