package math

import (
	gomath "math"

	"github.com/krait-vm/krait/runtime"
)

// The functions on the parts of a float.

func isfinite(t *Thread, _, v Value) (Value, *Exception) {
	x, exc := arg(t, v)
	return runtime.Bool(x-x == 0), exc
}

func isinf(t *Thread, _, v Value) (Value, *Exception) {
	x, exc := arg(t, v)
	return runtime.Bool(gomath.IsInf(x, 0)), exc
}

func isnan(t *Thread, _, v Value) (Value, *Exception) {
	x, exc := arg(t, v)
	return runtime.Bool(x != x), exc
}

func frexp(t *Thread, _, v Value) (Value, *Exception) {
	x, exc := arg(t, v)
	if exc != nil {
		return runtime.Null, exc
	}
	m, e := gomath.Frexp(x)
	return runtime.NewPair(t, runtime.Float(m), runtime.Int(int64(e))), nil
}

func modf(t *Thread, _, v Value) (Value, *Exception) {
	x, exc := arg(t, v)
	switch {
	case exc != nil:
		return runtime.Null, exc
	case gomath.IsInf(x, 0):
		return runtime.NewPair(t, runtime.Float(gomath.Copysign(0, x)), runtime.Float(x)), nil
	case x != x:
		return runtime.NewPair(t, runtime.Float(x), runtime.Float(x)), nil
	}
	whole := gomath.Trunc(x)
	return runtime.NewPair(t, runtime.Float(gomath.Copysign(x-whole, x)), runtime.Float(whole)), nil
}

func ldexp(t *Thread, _, a, b Value) (Value, *Exception) {
	x, exc := arg(t, a)
	if exc != nil {
		return runtime.Null, exc
	}
	if !runtime.TypeOf(b).Is(runtime.TypeInt) {
		return runtime.Null, runtime.Raise(t, runtime.TypeErrorType, "Expected an int as second argument to ldexp.")
	}
	const most = 1 << 20 // beyond what any float can be shifted by
	e, ok := runtime.AsInt64(b)
	if !ok {
		e = most * int64(runtime.AsBig(b).Sign())
	}
	if x == 0 || x-x != 0 {
		return result(t, x)
	}
	r := gomath.Ldexp(x, int(max(-most, min(most, e))))
	if gomath.IsInf(r, 0) {
		return runtime.Null, rangeError(t)
	}
	return runtime.Float(r), nil
}

func ulp(t *Thread, _, v Value) (Value, *Exception) {
	x, exc := arg(t, v)
	if exc != nil {
		return runtime.Null, exc
	}
	x = gomath.Abs(x)
	if x-x != 0 {
		return result(t, x)
	}
	up := gomath.Nextafter(x, gomath.Inf(1))
	if gomath.IsInf(up, 0) {
		return runtime.Float(x - gomath.Nextafter(x, 0)), nil
	}
	return runtime.Float(up - x), nil
}

func nextafter(t *Thread, _, a, b Value) (Value, *Exception) {
	x, y, exc := binaryArgs(t, a, b)
	if exc != nil {
		return runtime.Null, exc
	}
	return result(t, step(x, y))
}

// step is the next float after x towards y; where they are equal it is y, signed zeros included.
func step(x, y float64) float64 {
	if x == y {
		return y
	}
	return gomath.Nextafter(x, y)
}

func nextafterSteps(t *Thread, _ Value, args []Value) (Value, *Exception) {
	x, y, exc := binaryArgs(t, args[0], args[1])
	if exc != nil {
		return runtime.Null, exc
	}
	if args[2].IsNone() {
		return result(t, step(x, y))
	}
	v, exc := runtime.Index(t, args[2])
	if exc != nil {
		return runtime.Null, exc
	}
	n := uint64(gomath.MaxUint64)
	if negative(v) {
		return runtime.Null, runtime.Raise(t, runtime.ValueErrorType, "steps must be a non-negative integer")
	} else if v.IsInt() {
		n = uint64(v.AsInt())
	} else if b := runtime.AsBig(v); b.IsUint64() {
		n = b.Uint64()
	}
	switch {
	case n == 0 || x != x:
		return result(t, x)
	case y != y:
		return result(t, y)
	case x == y:
		return result(t, y)
	}
	return runtime.Float(stepBy(x, y, n)), nil
}

// stepBy goes n floats from x towards y, at most to y.
func stepBy(x, y float64, n uint64) float64 {
	const sign = 1 << 63
	// Floats in order are numbered by their bits, negative ones downwards from zero.
	bx, by := gomath.Float64bits(x), gomath.Float64bits(y)
	ax, ay := bx&^sign, by&^sign
	if bx&sign != by&sign {
		switch {
		case ax+ay <= n:
			return y
		case n < ax:
			return gomath.Float64frombits(bx&sign | (ax - n))
		}
		return gomath.Float64frombits(by&sign | (n - ax))
	}
	if ax > ay {
		if ax-ay >= n {
			return gomath.Float64frombits(bx - n)
		}
		return y
	}
	if ay-ax >= n {
		return gomath.Float64frombits(bx + n)
	}
	return y
}

func isclose(t *Thread, _ Value, args []Value) (Value, *Exception) {
	var f [4]float64
	for i := range f {
		var exc *Exception
		if f[i], exc = arg(t, args[i]); exc != nil {
			return runtime.Null, exc
		}
	}
	a, b, rel, abs := f[0], f[1], f[2], f[3]
	if rel < 0 || abs < 0 {
		return runtime.Null, runtime.Raise(t, runtime.ValueErrorType, "tolerances must be non-negative")
	}
	switch {
	case a == b:
		return runtime.True, nil
	case gomath.IsInf(a, 0) || gomath.IsInf(b, 0):
		return runtime.False, nil
	}
	diff := gomath.Abs(b - a)
	return runtime.Bool(diff <= gomath.Abs(rel*b) || diff <= gomath.Abs(rel*a) || diff <= abs), nil
}
