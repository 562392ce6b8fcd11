package math

import (
	gomath "math"
	"math/big"
	"math/bits"

	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/runtime/numfmt"
)

var (
	sFloor = runtime.Static("__floor__")
	sCeil  = runtime.Static("__ceil__")
	sTrunc = runtime.Static("__trunc__")
)

func floor(t *Thread, _, v Value) (Value, *Exception) {
	if v.IsFloat() {
		return runtime.IntFromFloat(t, gomath.Floor(v.AsFloat()))
	}
	if v.IsInt() {
		return v, nil
	}
	r, ok, exc := runtime.CallSpecial(t, v, sFloor)
	if exc != nil || ok {
		return r, exc
	}
	x, exc := arg(t, v)
	if exc != nil {
		return runtime.Null, exc
	}
	return runtime.IntFromFloat(t, gomath.Floor(x))
}

func ceil(t *Thread, _, v Value) (Value, *Exception) {
	if v.IsFloat() {
		return runtime.IntFromFloat(t, gomath.Ceil(v.AsFloat()))
	}
	if v.IsInt() {
		return v, nil
	}
	r, ok, exc := runtime.CallSpecial(t, v, sCeil)
	if exc != nil || ok {
		return r, exc
	}
	x, exc := arg(t, v)
	if exc != nil {
		return runtime.Null, exc
	}
	return runtime.IntFromFloat(t, gomath.Ceil(x))
}

func trunc(t *Thread, _, v Value) (Value, *Exception) {
	if v.IsFloat() {
		return runtime.IntFromFloat(t, v.AsFloat())
	}
	if v.IsInt() {
		return v, nil
	}
	r, ok, exc := runtime.CallSpecial(t, v, sTrunc)
	if exc == nil && !ok {
		return runtime.Null, runtime.TypeErrorf(t, "type %s doesn't define __trunc__ method", runtime.TypeOf(v).Name())
	}
	return r, exc
}

// fromUint is the int u.
func fromUint(t *Thread, u uint64) Value {
	if int64(u) >= 0 {
		return runtime.Int(int64(u))
	}
	return runtime.BigFrom(t, new(big.Int).SetUint64(u))
}

// abs is the absolute value of an exact int.
func abs(t *Thread, v Value) Value {
	if v.IsInt() {
		if n := v.AsInt(); n >= 0 {
			return v
		}
		return runtime.IntNeg(t, v)
	}
	if runtime.AsBig(v).Sign() < 0 {
		return runtime.IntNeg(t, v)
	}
	return v
}

// gcdOf is the greatest common divisor of two exact ints.
func gcdOf(t *Thread, a, b Value) (Value, *Exception) {
	if a.IsInt() && b.IsInt() {
		return fromUint(t, numfmt.GCDInt(a.AsInt(), b.AsInt())), nil
	}
	x, y := runtime.AsBig(a), runtime.AsBig(b)
	return runtime.BigResult(t, func(w *numfmt.Budget) (*big.Int, *numfmt.Error) { return numfmt.GCD(x, y, w) })
}

func gcd(t *Thread, _ Value, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	return foldInts(t, "math.gcd", args, kw, runtime.Int(0), gcdOf)
}

func lcm(t *Thread, _ Value, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	return foldInts(t, "math.lcm", args, kw, runtime.Int(1), func(t *Thread, a, b Value) (Value, *Exception) {
		g, exc := gcdOf(t, a, b)
		if exc != nil || g == runtime.Int(0) {
			return g, exc
		}
		q, exc := runtime.IntFloorDiv(t, a, g)
		if exc != nil {
			return runtime.Null, exc
		}
		p, exc := runtime.IntMul(t, q, b)
		if exc != nil {
			return runtime.Null, exc
		}
		return abs(t, p), nil
	})
}

// foldInts folds the arguments, which must be ints, with f.
func foldInts(t *Thread, name string, args []Value, kw *runtime.Tuple, empty Value, f func(t *Thread, a, b Value) (Value, *Exception)) (Value, *Exception) {
	if kw.Len() > 0 {
		return runtime.Null, runtime.TypeErrorf(t, "%s() takes no keyword arguments", name)
	}
	if len(args) == 0 {
		return empty, nil
	}
	r, exc := runtime.Index(t, args[0])
	if exc != nil {
		return runtime.Null, exc
	}
	r = abs(t, r)
	for _, a := range args[1:] {
		x, exc := runtime.Index(t, a)
		if exc != nil {
			return runtime.Null, exc
		}
		if r, exc = f(t, r, x); exc != nil {
			return runtime.Null, exc
		}
	}
	return r, nil
}

func isqrt(t *Thread, _, v Value) (Value, *Exception) {
	n, exc := runtime.Index(t, v)
	if exc != nil {
		return runtime.Null, exc
	}
	if n.IsInt() && n.AsInt() >= 0 {
		return runtime.Int(numfmt.IsqrtInt(n.AsInt())), nil
	}
	b := runtime.AsBig(n)
	if b.Sign() < 0 {
		return runtime.Null, runtime.Raise(t, runtime.ValueErrorType, "isqrt() argument must be nonnegative")
	}
	return runtime.BigResult(t, func(w *numfmt.Budget) (*big.Int, *numfmt.Error) { return numfmt.Isqrt(b, w) })
}

// smallFactorials are the factorials that fit 64 bits.
var smallFactorials = func() (f [21]int64) {
	f[0] = 1
	for i := 1; i < len(f); i++ {
		f[i] = f[i-1] * int64(i)
	}
	return f
}()

func factorial(t *Thread, _, v Value) (Value, *Exception) {
	n, exc := runtime.Index(t, v)
	if exc != nil {
		return runtime.Null, exc
	}
	if !n.IsInt() {
		if runtime.AsBig(n).Sign() > 0 {
			return runtime.Null, runtime.Raisef(t, runtime.OverflowErrorType, "factorial() argument should not exceed %d", int64(gomath.MaxInt64))
		}
		return runtime.Null, negativeFactorial(t)
	}
	if n.AsInt() < 0 {
		return runtime.Null, negativeFactorial(t)
	}
	return factorialOf(t, uint64(n.AsInt()))
}

func negativeFactorial(t *Thread) *Exception {
	return runtime.Raise(t, runtime.ValueErrorType, "factorial() not defined for negative values")
}

func factorialOf(t *Thread, n uint64) (Value, *Exception) {
	if n < uint64(len(smallFactorials)) {
		return runtime.Int(smallFactorials[n]), nil
	}
	if exc := reserveProduct(t, n, bits.Len64(n)); exc != nil {
		return runtime.Null, exc
	}
	return runtime.BigResult(t, func(w *numfmt.Budget) (*big.Int, *numfmt.Error) { return numfmt.Factorial(n, w) })
}

// reserveProduct asks for the memory of a product of n factors of so many bits.
func reserveProduct(t *Thread, n uint64, each int) *Exception {
	hi, size := bits.Mul64(n, uint64(each))
	if hi != 0 || size > 1<<50 {
		return runtime.RaiseNew(t, runtime.MemoryErrorType)
	}
	if size < 1<<16 {
		return nil
	}
	return t.Reserve(int(size / 8))
}

// chooseArgs converts n and k of comb and perm; k is -1 when it does not fit 64 bits and so exceeds every n that does.
func chooseArgs(t *Thread, a, b Value) (n, k Value, exc *Exception) {
	if n, exc = runtime.Index(t, a); exc != nil {
		return n, k, exc
	}
	if k, exc = runtime.Index(t, b); exc != nil {
		return n, k, exc
	}
	if negative(n) {
		return n, k, runtime.Raise(t, runtime.ValueErrorType, "n must be a non-negative integer")
	}
	if negative(k) {
		return n, k, runtime.Raise(t, runtime.ValueErrorType, "k must be a non-negative integer")
	}
	return n, k, nil
}

func negative(v Value) bool {
	if v.IsInt() {
		return v.AsInt() < 0
	}
	return runtime.AsBig(v).Sign() < 0
}

func comb(t *Thread, _, a, b Value) (Value, *Exception) {
	n, k, exc := chooseArgs(t, a, b)
	if exc != nil {
		return runtime.Null, exc
	}
	if c, ok := runtime.CompareInts(n, k); ok && c < 0 {
		return runtime.Int(0), nil
	}
	rest := runtime.IntSub(t, n, k)
	if c, ok := runtime.CompareInts(rest, k); ok && c < 0 {
		k = rest
	}
	if !k.IsInt() {
		return runtime.Null, runtime.Raisef(t, runtime.OverflowErrorType, "min(n - k, k) must not exceed %d", int64(gomath.MaxInt64))
	}
	count := uint64(k.AsInt())
	if n.IsInt() {
		if c, ok := smallComb(uint64(n.AsInt()), count); ok {
			return fromUint(t, c), nil
		}
	}
	big1 := runtime.AsBig(n)
	if exc := reserveProduct(t, count, big1.BitLen()); exc != nil {
		return runtime.Null, exc
	}
	return runtime.BigResult(t, func(w *numfmt.Budget) (*big.Int, *numfmt.Error) { return numfmt.Comb(big1, count, w) })
}

// smallComb is the binomial coefficient where all partial products fit 64 bits.
func smallComb(n, k uint64) (uint64, bool) {
	c := uint64(1)
	for i := uint64(1); i <= k; i++ {
		hi, lo := bits.Mul64(c, n-k+i)
		if hi != 0 {
			return 0, false
		}
		c = lo / i
	}
	return c, true
}

func perm(t *Thread, _ Value, args []Value) (Value, *Exception) {
	if args[1].IsNone() {
		return factorial(t, runtime.None, args[0])
	}
	n, k, exc := chooseArgs(t, args[0], args[1])
	if exc != nil {
		return runtime.Null, exc
	}
	if c, ok := runtime.CompareInts(n, k); ok && c < 0 {
		return runtime.Int(0), nil
	}
	if !k.IsInt() {
		return runtime.Null, runtime.Raisef(t, runtime.OverflowErrorType, "k must not exceed %d", int64(gomath.MaxInt64))
	}
	count := uint64(k.AsInt())
	b := runtime.AsBig(n)
	if exc := reserveProduct(t, count, b.BitLen()); exc != nil {
		return runtime.Null, exc
	}
	return runtime.BigResult(t, func(w *numfmt.Budget) (*big.Int, *numfmt.Error) { return numfmt.Perm(b, count, w) })
}

// frexpBig splits an int beyond floats into a mantissa in [0.5, 1) and an exponent.
func frexpBig(b *big.Int) (float64, int) {
	var f, m big.Float
	e := f.SetPrec(53).SetMode(big.ToNearestEven).SetInt(b).MantExp(&m)
	x, _ := m.Float64()
	return x, e
}
