package libm

import "math"

// logOf returns the logarithm of a finite x > 0 to some 75 bits.
func logOf(x float64) dd {
	bits := math.Float64bits(x)
	k := 0
	if bits < 1<<52 {
		bits = math.Float64bits(x * (1 << 52))
		k = -52
	}
	// x = 2**k * m with m in [logLow, 2*logLow).
	offset := bits - math.Float64bits(logLow)
	k += int(int64(offset) >> 52)
	i := offset >> 45 & 127
	m := math.Float64frombits(bits - uint64(int64(offset)>>52)<<52)
	// m = (1+r) / c
	p := twoMul(m, logInverse[i])
	r := twoSum(p.hi-1, p.lo)
	s := log1p(r)
	if c := &logTable[i]; c.hi != 0 {
		s = c.add(s)
	}
	if k != 0 {
		n := float64(k)
		s = dd{n * ln2Part1, 0}.add(s.addFloat(n * ln2Part2))
	}
	return s
}

// log1p is log(1+r) for |r| < 1/100.
func log1p(r dd) dd {
	h := r.hi
	square := r.mul(r)
	cube := square.mul(r).mul(ddThird)
	rest := square.hi * square.hi * (-1./4 + h*(1./5+h*(-1./6+h*(1./7+h*(-1./8+h*(1./9+h*(-1./10+h*(1./11))))))))
	s := quickSum(r.hi, -square.hi/2)
	t := quickSum(cube.hi, rest)
	u := twoSum(s.lo, t.hi)
	v := quickSum(s.hi, u.hi)
	return quickSum(v.hi, v.lo+(u.lo+(t.lo+(r.lo-square.lo/2+cube.lo))))
}

// logSpecial handles what has no logarithm or a simple one.
func logSpecial(x float64) (f float64, ok bool) {
	switch {
	case math.IsNaN(x) || math.IsInf(x, 1):
		return x, true
	case x < 0:
		return math.NaN(), true
	case x == 0:
		return math.Inf(-1), true
	}
	return 0, false
}

// Log is the natural logarithm.
func Log(x float64) float64 {
	if f, ok := logSpecial(x); ok {
		return f
	}
	return logOf(x).float()
}

// Log2 is the logarithm to base 2.
func Log2(x float64) float64 {
	if f, ok := logSpecial(x); ok {
		return f
	}
	if frac, exp := math.Frexp(x); frac == 0.5 {
		return float64(exp - 1)
	}
	return logOf(x).mul(ddInvLn2).float()
}

// Log10 is the logarithm to base 10, as the classic C libraries compute it: from the logarithm of x scaled by a power of two.
func Log10(x float64) float64 {
	if f, ok := logSpecial(x); ok {
		return f
	}
	frac, exp := math.Frexp(x)
	if exp > 0 {
		frac, exp = frac*2, exp-1
	}
	n := float64(exp)
	z := float64(n*log10Of2Part2) + float64(invLn10*Log(frac))
	return z + float64(n*log10Of2Part1)
}
