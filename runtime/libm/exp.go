package libm

import "math"

// expParts returns exp(x) as a pair near 1 and a power of two; |x| is below 1100.
func expParts(x dd) (r dd, k int) {
	shifted := x.hi*stepsPerUnit + shifter
	n := shifted - shifter
	steps := int(int32(math.Float64bits(shifted)))
	// What is left of x is at most ln(2)/256. The first product and the difference are exact.
	left := twoSum(x.hi-n*ln2Step1, x.lo-float64(n*ln2Step2))
	h := left.hi
	// e**left - 1 - h
	tail := left.lo + left.lo*h + h*h*(1./2+h*(1./6+h*(1./24+h*(1./120+h*(1./720)))))
	e := &expTable[steps&127]
	p := twoMul(e.hi, h)
	s := quickSum(e.hi, p.hi)
	return quickSum(s.hi, s.lo+(p.lo+(e.hi*tail+float64(e.lo*(1+h))))), steps >> 7
}

// scaled is r * 2**k rounded once, for r in [0.5, 2].
func (x dd) scaled(k int) float64 {
	if k > -1021 && k < 1023 {
		return x.float() * math.Float64frombits(uint64(k+1023)<<52)
	}
	if k > 0 {
		return x.float() * 2 * math.Float64frombits(uint64(min(k, 2000)-1+1023)&0x7ff<<52)
	}
	if k < -1080 {
		return 0
	}
	// The result may be subnormal: round at its last place before scaling.
	grid := math.Ldexp(0x1.8p52, -1074-k)
	s := quickSum(grid, x.hi)
	return math.Ldexp(s.hi+(s.lo+x.lo)-grid, k)
}

const (
	expOverflow  = 709.782712893384  // the last exponent whose power is finite
	expUnderflow = -745.133219101941 // and the last whose is not 0
)

// expOf rounds exp(x).
func expOf(x dd) float64 {
	switch {
	case x.hi > expOverflow+1:
		return math.Inf(1)
	case x.hi < expUnderflow-1:
		return 0
	}
	r, k := expParts(x)
	if k >= 1023 {
		return math.Ldexp(r.float(), k)
	}
	return r.scaled(k)
}

// Exp is e**x.
func Exp(x float64) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return math.Exp(x)
	}
	return expOf(dd{x, 0})
}

// Exp2 is 2**x.
func Exp2(x float64) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return math.Exp2(x)
	}
	switch {
	case x >= 1024:
		return math.Inf(1)
	case x < -1076:
		return 0
	}
	k := math.RoundToEven(x)
	r, j := expParts(ddLn2.mulFloat(x - k))
	if n := int(k) + j; n < 1023 {
		return r.scaled(n)
	}
	return math.Ldexp(r.float(), int(k)+j)
}
