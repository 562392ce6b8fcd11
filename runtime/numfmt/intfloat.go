package numfmt

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"
)

// BigToFloat rounds v to the nearest float, half to even; ok is false when it is too large.
func BigToFloat(v *big.Int) (f float64, ok bool) {
	n := v.BitLen()
	if n > 1024 {
		return 0, false
	}
	if n <= 64 {
		f = float64(asInt(v.Bits()).Uint64())
	} else {
		shift := uint(n - 64)
		top := new(big.Int).Rsh(asInt(v.Bits()), shift).Uint64()
		if v.TrailingZeroBits() < shift {
			top |= 1 // what was cut off is between two values, never on a tie
		}
		f = math.Ldexp(float64(top), int(shift))
	}
	if v.Sign() < 0 {
		f = -f
	}
	return f, !math.IsInf(f, 0)
}

// TrueDivInt is x / y for y != 0, correctly rounded.
func TrueDivInt(x, y int64) float64 {
	const exact = 1 << 53
	if -exact <= x && x <= exact && -exact <= y && y <= exact {
		return float64(x) / float64(y)
	}
	f, _ := TrueDiv(big.NewInt(x), big.NewInt(y), nil) // neither too large nor stoppable
	return f
}

// TrueDiv is x / y for y != 0, correctly rounded.
func TrueDiv(x, y *big.Int, b *Budget) (float64, *Error) {
	const tooLarge = "integer division result too large for a float"
	neg := (x.Sign() < 0) != (y.Sign() < 0)
	if x.Sign() == 0 {
		return math.Copysign(0, sign(neg)), nil
	}
	diff := x.BitLen() - y.BitLen() // 2**(diff-1) < |x/y| < 2**(diff+1)
	if diff > 1024 {
		return 0, overflowError(tooLarge)
	}
	if diff < -1075 {
		return math.Copysign(0, sign(neg)), nil
	}
	// The quotient gets two bits more than a float holds; below the normal range, two more than the fixed last place.
	shift := max(diff, -1021) - 55
	xs, ys := asInt(x.Bits()), asInt(y.Bits())
	if shift <= 0 {
		xs = new(big.Int).Lsh(xs, uint(-shift))
	} else {
		ys = new(big.Int).Lsh(ys, uint(shift))
	}
	quo, rem, err := QuoRem(xs, ys, b)
	if err != nil {
		return 0, err
	}
	q := quo.Uint64()
	if rem.Sign() != 0 {
		q |= 1
	}
	extra := max(uint(bits.Len64(q)), 53+2) - 53
	if diff < -1021 {
		extra = 2
	}
	f := math.Ldexp(float64(roundShift(q, extra)), shift+int(extra))
	if math.IsInf(f, 0) {
		return 0, overflowError(tooLarge)
	}
	return math.Copysign(f, sign(neg)), nil
}

// sign is -1 or 1.
func sign(neg bool) float64 {
	if neg {
		return -1
	}
	return 1
}

// roundShift is q / 2**n rounded half to even, 0 < n < 64.
func roundShift(q uint64, n uint) uint64 {
	half := uint64(1) << (n - 1)
	rest := q & (half<<1 - 1)
	q >>= n
	if rest > half || rest == half && q&1 == 1 {
		q++
	}
	return q
}

// FloatToInt truncates f; the result is v if that is not nil, else n.
func FloatToInt(f float64) (n int64, v *big.Int, err *Error) {
	if f >= -1<<63 && f < 1<<63 {
		return int64(f), nil, nil
	}
	if math.IsNaN(f) {
		return 0, nil, valueError("cannot convert float NaN to integer")
	}
	if math.IsInf(f, 0) {
		return 0, nil, overflowError("cannot convert float infinity to integer")
	}
	mant, exp := splitFloat(math.Abs(f))
	v = new(big.Int).SetUint64(mant)
	v.Lsh(v, uint(exp)) // f is large, so exp is positive
	if f < 0 {
		v.Neg(v)
	}
	return 0, v, nil
}

// AsIntegerRatio is f.as_integer_ratio().
func AsIntegerRatio(f float64) (num, den *big.Int, err *Error) {
	switch {
	case math.IsNaN(f):
		return nil, nil, valueError("cannot convert NaN to integer ratio")
	case math.IsInf(f, 0):
		return nil, nil, overflowError("cannot convert Infinity to integer ratio")
	case f == 0:
		return new(big.Int), big.NewInt(1), nil
	}
	mant, exp := splitFloat(math.Abs(f))
	zeros := bits.TrailingZeros64(mant)
	mant >>= zeros
	exp += zeros
	num, den = new(big.Int).SetUint64(mant), big.NewInt(1)
	if exp > 0 {
		num.Lsh(num, uint(exp))
	} else {
		den.Lsh(den, uint(-exp))
	}
	if f < 0 {
		num.Neg(num)
	}
	return num, den, nil
}

// CompareIntFloat compares exactly; f is not NaN.
func CompareIntFloat(n int64, f float64) int {
	switch {
	case f >= 1<<63:
		return -1
	case f < -1<<63:
		return 1
	}
	whole := math.Trunc(f)
	if c := cmp.Compare(n, int64(whole)); c != 0 {
		return c
	}
	return cmp.Compare(whole, f)
}

// CompareBigFloat compares exactly an int outside 64 bits; f is not NaN.
func CompareBigFloat(v *big.Int, f float64) int {
	switch {
	case math.IsInf(f, 0):
		return -int(math.Copysign(1, f))
	case math.Abs(f) < 1<<63:
		return v.Sign()
	}
	mant, exp := splitFloat(math.Abs(f)) // whole, as exp > 0
	whole := new(big.Int).SetUint64(mant)
	whole.Lsh(whole, uint(exp))
	if f < 0 {
		whole.Neg(whole)
	}
	return v.Cmp(whole)
}
