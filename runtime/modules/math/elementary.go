package math

import (
	gomath "math"

	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/runtime/libm"
	"github.com/krait-vm/krait/runtime/numfmt"
)

// arg is the value of an argument that must be a real number.
func arg(t *Thread, v Value) (float64, *Exception) {
	if v.IsFloat() {
		return v.AsFloat(), nil
	}
	if v.IsInt() {
		return float64(v.AsInt()), nil
	}
	return runtime.AsFloat64(t, v)
}

// A unary is one of C's functions with the errors that CPython makes of its results.
type unary struct {
	f        func(float64) float64
	overflow bool   // an infinite result is an overflow, otherwise outside the domain
	expected string // from 3.14 on: what the ValueError says, the argument follows
}

func (u *unary) call(t *Thread, v Value) (Value, *Exception) {
	x, exc := arg(t, v)
	if exc != nil {
		return runtime.Null, exc
	}
	r := u.f(x)
	if r-r == 0 {
		return runtime.Float(r), nil
	}
	return u.special(t, x, r)
}

// special handles results that are not finite.
func (u *unary) special(t *Thread, x, r float64) (Value, *Exception) {
	if gomath.IsNaN(r) {
		if !gomath.IsNaN(x) {
			return runtime.Null, domainError(t, u.expected, x)
		}
		return nan(t, r), nil
	}
	if !gomath.IsInf(x, 0) {
		if u.overflow {
			return runtime.Null, rangeError(t)
		}
		return runtime.Null, domainError(t, u.expected, x)
	}
	return runtime.Float(r), nil
}

// nan returns a NaN that computations give.
func nan(t *Thread, r float64) Value { return runtime.Float(runtime.NewNaN(t, gomath.Signbit(r))) }

// result is a float from a computation that has no errors.
func result(t *Thread, r float64) (Value, *Exception) {
	if r != r {
		return nan(t, r), nil
	}
	return runtime.Float(r), nil
}

// domainError is the ValueError of an argument x outside a function's domain.
func domainError(t *Thread, expected string, x float64) *Exception {
	if expected == "" || !t.Interp().Version.At(14) {
		return runtime.Raise(t, runtime.ValueErrorType, "math domain error")
	}
	return runtime.Raise(t, runtime.ValueErrorType, expected+", got "+numfmt.FloatRepr(x))
}

func rangeError(t *Thread) *Exception {
	return runtime.Raise(t, runtime.OverflowErrorType, "math range error")
}

const (
	wantUnit     = "expected a number in range from -1 up to 1"
	wantInner    = "expected a number between -1 and 1"
	wantFinite   = "expected a finite input"
	wantPositive = "expected a positive input"
	wantNatural  = "expected a nonnegative input"
	wantGamma    = "expected a noninteger or positive integer"
)

var (
	unaryAcos  = unary{f: libm.Acos, expected: wantUnit}
	unaryAcosh = unary{f: libm.Acosh, expected: "expected argument value not less than 1"}
	unaryAsin  = unary{f: libm.Asin, expected: wantUnit}
	unaryAsinh = unary{f: libm.Asinh}
	unaryAtan  = unary{f: libm.Atan}
	unaryAtanh = unary{f: libm.Atanh, expected: wantInner}
	unaryCbrt  = unary{f: libm.Cbrt}
	unaryCos   = unary{f: libm.Cos, expected: wantFinite}
	unaryCosh  = unary{f: libm.Cosh, overflow: true}
	unaryErf   = unary{f: gomath.Erf}
	unaryErfc  = unary{f: gomath.Erfc}
	unaryExp   = unary{f: libm.Exp, overflow: true}
	unaryExp2  = unary{f: libm.Exp2, overflow: true}
	unaryExpm1 = unary{f: libm.Expm1, overflow: true}
	unaryLog1p = unary{f: libm.Log1p, expected: "expected argument value > -1"}
	unarySin   = unary{f: libm.Sin, expected: wantFinite}
	unarySinh  = unary{f: libm.Sinh, overflow: true}
	unarySqrt  = unary{f: gomath.Sqrt, expected: wantNatural}
	unaryTan   = unary{f: libm.Tan, expected: wantFinite}
	unaryTanh  = unary{f: libm.Tanh}
)

func acos(t *Thread, _, x Value) (Value, *Exception)  { return unaryAcos.call(t, x) }
func acosh(t *Thread, _, x Value) (Value, *Exception) { return unaryAcosh.call(t, x) }
func asin(t *Thread, _, x Value) (Value, *Exception)  { return unaryAsin.call(t, x) }
func asinh(t *Thread, _, x Value) (Value, *Exception) { return unaryAsinh.call(t, x) }
func atan(t *Thread, _, x Value) (Value, *Exception)  { return unaryAtan.call(t, x) }
func atanh(t *Thread, _, x Value) (Value, *Exception) { return unaryAtanh.call(t, x) }
func cbrt(t *Thread, _, x Value) (Value, *Exception)  { return unaryCbrt.call(t, x) }
func cos(t *Thread, _, x Value) (Value, *Exception)   { return unaryCos.call(t, x) }
func cosh(t *Thread, _, x Value) (Value, *Exception)  { return unaryCosh.call(t, x) }
func erf(t *Thread, _, x Value) (Value, *Exception)   { return unaryErf.call(t, x) }
func erfc(t *Thread, _, x Value) (Value, *Exception)  { return unaryErfc.call(t, x) }
func exp(t *Thread, _, x Value) (Value, *Exception)   { return unaryExp.call(t, x) }
func exp2(t *Thread, _, x Value) (Value, *Exception)  { return unaryExp2.call(t, x) }
func expm1(t *Thread, _, x Value) (Value, *Exception) { return unaryExpm1.call(t, x) }
func log1p(t *Thread, _, x Value) (Value, *Exception) { return unaryLog1p.call(t, x) }
func sin(t *Thread, _, x Value) (Value, *Exception)   { return unarySin.call(t, x) }
func sinh(t *Thread, _, x Value) (Value, *Exception)  { return unarySinh.call(t, x) }
func tan(t *Thread, _, x Value) (Value, *Exception)   { return unaryTan.call(t, x) }
func tanh(t *Thread, _, x Value) (Value, *Exception)  { return unaryTanh.call(t, x) }

func sqrt(t *Thread, _, v Value) (Value, *Exception) {
	if v.IsFloat() {
		if r := gomath.Sqrt(v.AsFloat()); r-r == 0 {
			return runtime.Float(r), nil
		}
	}
	return unarySqrt.call(t, v)
}

func fabs(t *Thread, _, v Value) (Value, *Exception) {
	x, exc := arg(t, v)
	if exc != nil {
		return runtime.Null, exc
	}
	return result(t, gomath.Abs(x))
}

func degrees(t *Thread, _, v Value) (Value, *Exception) {
	x, exc := arg(t, v)
	if exc != nil {
		return runtime.Null, exc
	}
	return result(t, x*(180/gomath.Pi))
}

func radians(t *Thread, _, v Value) (Value, *Exception) {
	x, exc := arg(t, v)
	if exc != nil {
		return runtime.Null, exc
	}
	return result(t, x*(gomath.Pi/180))
}

// A logarithm is log, log2 or log10.
type logarithm struct {
	f    func(float64) float64
	unit float64 // f(2), for ints outside the range of floats
}

var (
	natural = logarithm{libm.Log, gomath.Ln2}
	binary  = logarithm{libm.Log2, 1}
	decimal = logarithm{libm.Log10, gomath.Ln2 / gomath.Ln10}
)

// of is the logarithm of a number; ints of any size have one.
func (l *logarithm) of(t *Thread, v Value) (float64, *Exception) {
	if runtime.TypeOf(v).Is(runtime.TypeInt) {
		return l.ofInt(t, v)
	}
	x, exc := arg(t, v)
	if exc != nil {
		return 0, exc
	}
	if x > 0 {
		return l.f(x), nil
	}
	if x != x {
		return runtime.NewNaN(t, gomath.Signbit(x)), nil
	}
	return 0, domainError(t, wantPositive, x)
}

func (l *logarithm) ofInt(t *Thread, v Value) (float64, *Exception) {
	if n, ok := runtime.AsInt64(v); ok {
		if n > 0 {
			return l.f(float64(n)), nil
		}
	} else if b := runtime.AsBig(v); b.Sign() > 0 {
		if x, ok := numfmt.BigToFloat(b); ok {
			return l.f(x), nil
		}
		m, e := frexpBig(b)
		return l.f(m) + l.unit*float64(e), nil
	}
	if t.Interp().Version.At(14) {
		return 0, runtime.Raise(t, runtime.ValueErrorType, wantPositive)
	}
	return 0, domainError(t, "", 0)
}

func log2(t *Thread, _, v Value) (Value, *Exception) {
	r, exc := binary.of(t, v)
	return runtime.Float(r), exc
}

func log10(t *Thread, _, v Value) (Value, *Exception) {
	r, exc := decimal.of(t, v)
	return runtime.Float(r), exc
}

func log(t *Thread, _ Value, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	if kw.Len() > 0 {
		return runtime.Null, runtime.Raise(t, runtime.TypeErrorType, "math.log() takes no keyword arguments")
	}
	if exc := runtime.CheckArity(t, "log", len(args), 1, 2); exc != nil {
		return runtime.Null, exc
	}
	num, exc := natural.of(t, args[0])
	if exc != nil || len(args) == 1 {
		return runtime.Float(num), exc
	}
	den, exc := natural.of(t, args[1])
	if exc != nil {
		return runtime.Null, exc
	}
	if den == 0 {
		return runtime.Null, runtime.RaiseFloatDivision(t, runtime.OpTrueDivide)
	}
	return result(t, num/den)
}

// binaryArgs converts both arguments.
func binaryArgs(t *Thread, a, b Value) (x, y float64, exc *Exception) {
	if x, exc = arg(t, a); exc != nil {
		return 0, 0, exc
	}
	y, exc = arg(t, b)
	return x, y, exc
}

func atan2(t *Thread, _, a, b Value) (Value, *Exception) {
	y, x, exc := binaryArgs(t, a, b)
	if exc != nil {
		return runtime.Null, exc
	}
	return result(t, libm.Atan2(y, x))
}

func copysign(t *Thread, _, a, b Value) (Value, *Exception) {
	x, y, exc := binaryArgs(t, a, b)
	if exc != nil {
		return runtime.Null, exc
	}
	if x != x {
		return runtime.Float(runtime.NewNaN(t, gomath.Signbit(y))), nil
	}
	return runtime.Float(gomath.Copysign(x, y)), nil
}

func fmod(t *Thread, _, a, b Value) (Value, *Exception) {
	x, y, exc := binaryArgs(t, a, b)
	if exc != nil {
		return runtime.Null, exc
	}
	if gomath.IsInf(y, 0) && !gomath.IsInf(x, 0) {
		return result(t, x)
	}
	r := gomath.Mod(x, y)
	if r != r && x == x && y == y {
		return runtime.Null, domainError(t, "", 0)
	}
	return result(t, r)
}

func remainder(t *Thread, _, a, b Value) (Value, *Exception) {
	x, y, exc := binaryArgs(t, a, b)
	if exc != nil {
		return runtime.Null, exc
	}
	r := gomath.Remainder(x, y)
	switch {
	case r != r && x == x && y == y:
		return runtime.Null, domainError(t, "", 0)
	case r == 0:
		r = gomath.Copysign(0, x)
	}
	return result(t, r)
}

func pow(t *Thread, _, a, b Value) (Value, *Exception) {
	x, y, exc := binaryArgs(t, a, b)
	if exc != nil {
		return runtime.Null, exc
	}
	r := libm.Pow(x, y)
	finite := x-x == 0 && y-y == 0
	switch {
	case r-r == 0 || !finite:
		return result(t, r)
	case r != r || x == 0:
		return runtime.Null, domainError(t, "", 0)
	}
	return runtime.Null, rangeError(t)
}

func fma(t *Thread, _ Value, args []Value) (Value, *Exception) {
	x, y, exc := binaryArgs(t, args[0], args[1])
	if exc != nil {
		return runtime.Null, exc
	}
	z, exc := arg(t, args[2])
	if exc != nil {
		return runtime.Null, exc
	}
	r := gomath.FMA(x, y, z)
	finite := x-x == 0 && y-y == 0 && z-z == 0
	switch {
	case r-r == 0:
	case r != r && x == x && y == y && z == z:
		return runtime.Null, runtime.Raise(t, runtime.ValueErrorType, "invalid operation in fma")
	case r == r && finite:
		return runtime.Null, runtime.Raise(t, runtime.OverflowErrorType, "overflow in fma")
	}
	return result(t, r)
}
