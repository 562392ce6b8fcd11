package libm

import (
	"math"
	"math/bits"
)

// reduce returns x modulo pi/2 as a pair within +-pi/4, and the quadrant; x is finite.
func reduce(x float64) (r dd, quadrant int) {
	if math.Abs(x) < 0.78 {
		return dd{x, 0}, 0
	}
	if math.Abs(x) > 1<<19 {
		return reduceLarge(x)
	}
	shifted := x*twoOverPi + shifter
	n := shifted - shifter
	// The first three products are exact, and so is the first difference.
	a := twoSum(x-n*halfPi1, -n*halfPi2)
	b := twoSum(a.hi, -n*halfPi3)
	return quickSum(b.hi, b.lo+(a.lo-float64(n*halfPi4))), int(math.Float64bits(shifted) & 3)
}

// reduceLarge multiplies x with as many digits of 2/pi as matter.
func reduceLarge(x float64) (r dd, quadrant int) {
	u := math.Float64bits(x)
	mant := u&(1<<52-1) | 1<<52
	exp := int(u>>52&0x7ff) - 1023 - 52 // |x| = mant * 2**exp
	// Digits before these contribute whole turns.
	first := max(exp-2, 0)
	var w [4]uint64
	word, shift := first/64, uint(first%64)
	for i := range w {
		w[i] = twoOverPiBits[word+i] << shift
		if shift > 0 {
			w[i] |= twoOverPiBits[word+i+1] >> (64 - shift)
		}
	}
	// The product is a number of 320 bits times 2**(exp-first-256).
	var all [5]uint64
	for i := 3; i >= 0; i-- {
		hi, lo := bits.Mul64(w[i], mant)
		var c uint64
		all[i+1], c = bits.Add64(lo, all[i+1], 0)
		all[i] = hi + c
	}
	// Bring the two binary digits before the point to the top.
	all = shiftLeft(all, uint(62+exp-first))
	quadrant = int(all[0] >> 62)
	all = shiftLeft(all, 2)
	negative := all[0]>>63 == 1 // beyond half: the next quadrant, from below
	if negative {
		quadrant++
		for i := range all {
			all[i] = ^all[i]
		}
	}
	f := fraction(all)
	r = f.mul(ddHalfPi)
	if negative != (x < 0) {
		r = r.neg()
	}
	if x < 0 {
		quadrant = -quadrant
	}
	return r, quadrant & 3
}

// shiftLeft shifts by n < 128 bits.
func shiftLeft(w [5]uint64, n uint) [5]uint64 {
	for ; n >= 64; n -= 64 {
		w = [5]uint64{w[1], w[2], w[3], w[4], 0}
	}
	if n == 0 {
		return w
	}
	for i := range w {
		w[i] <<= n
		if i < 4 {
			w[i] |= w[i+1] >> (64 - n)
		}
	}
	return w
}

// fraction is the number with the given binary digits after the point.
func fraction(w [5]uint64) dd {
	zeros := 0
	for w[0]>>63 == 0 && zeros < 256 {
		n := bits.LeadingZeros64(w[0])
		w = shiftLeft(w, uint(n))
		zeros += n
	}
	hi := float64(w[0]>>11) * 0x1p-53
	lo := float64(w[0]&(1<<11-1))*0x1p-64 + float64(w[1]>>11)*0x1p-117
	r := quickSum(hi, lo)
	return dd{math.Ldexp(r.hi, -zeros), math.Ldexp(r.lo, -zeros)}
}

// sinCos returns sine and cosine of a number within +-pi/4.
func sinCos(r dd) (sin, cos dd) {
	h, l := r.hi, r.lo
	negative := h < 0
	if negative {
		h, l = -h, -l
	}
	i := int(h*128 + 0.5)
	d := h - float64(i)*(1./128)
	square := d * d
	// sin(d+l) - d and cos(d+l) - 1
	sd := l + d*square*(-1./6+square*(1./120+square*(-1./5040)))
	cd := square*(-1./2+square*(1./24+square*(-1./720))) - d*l
	s, c := &sinTable[i], &cosTable[i]
	p, q := twoMul(c.hi, d), twoMul(s.hi, d)
	a := twoSum(s.hi, p.hi)
	sin = quickSum(a.hi, a.lo+(p.lo+(s.lo+float64(c.lo*d))+(float64(c.hi*sd)+float64(s.hi*cd))))
	b := quickSum(c.hi, -q.hi)
	cos = quickSum(b.hi, b.lo+((c.lo-q.lo-float64(s.lo*d))+(float64(c.hi*cd)-float64(s.hi*sd))))
	if negative {
		sin = sin.neg()
	}
	return sin, cos
}

// turned returns sine and cosine after so many quarter turns.
func turned(sin, cos dd, quadrant int) (s, c dd) {
	switch quadrant {
	case 1:
		return cos, sin.neg()
	case 2:
		return sin.neg(), cos.neg()
	case 3:
		return cos.neg(), sin
	}
	return sin, cos
}

// isTiny tells whether sin(x) and tan(x) are x to the last bit, or x is no number to compute with.
func isTiny(x float64) bool { return math.Abs(x) < 0x1p-27 }

func sinCosOf(x float64) (sin, cos dd) {
	r, quadrant := reduce(x)
	s, c := sinCos(r)
	return turned(s, c, quadrant)
}

// Sin is the sine.
func Sin(x float64) float64 {
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0):
		return math.NaN()
	case isTiny(x):
		return x
	}
	s, _ := sinCosOf(x)
	return s.float()
}

// Cos is the cosine.
func Cos(x float64) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return math.NaN()
	}
	_, c := sinCosOf(x)
	return c.float()
}

// Tan is the tangent.
func Tan(x float64) float64 {
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0):
		return math.NaN()
	case isTiny(x):
		return x
	}
	s, c := sinCosOf(x)
	return s.div(c).float()
}
