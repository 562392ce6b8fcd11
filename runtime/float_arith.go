package runtime

import (
	"math"
	"unsafe"

	"github.com/krait-vm/krait/runtime/libm"
	"github.com/krait-vm/krait/runtime/numfmt"
)

// floatOperand returns an operand of float arithmetic: a float or an int, of any subclass.
func floatOperand(t *Thread, v Value) (f float64, ok bool, exc *Exception) {
	switch v.p {
	case unsafe.Pointer(&floatHeader):
		return math.Float64frombits(v.n), true, nil
	case nil, unsafe.Pointer(&boolHeader):
		return float64(int64(v.n)), true, nil
	}
	switch tp := (*Header)(v.p).shape.typ; {
	case tp.flags&TypeFloat != 0:
		return (*FloatObject)(v.p).F, true, nil
	case tp.flags&TypeInt != 0:
		f, exc := bigToFloat(t, &(*BigInt)(v.p).V)
		return f, exc == nil, exc
	}
	return 0, false, nil
}

// FloatOperand returns the value of a float or int (subclasses included) as an operand of float arithmetic; ok is false for other types, and for an int
// that is too large, which raises OverflowError.
func FloatOperand(t *Thread, v Value) (f float64, ok bool, exc *Exception) { return floatOperand(t, v) }

func floatOperands(t *Thread, a, b Value) (x, y float64, ok bool, exc *Exception) {
	if x, ok, exc = floatOperand(t, a); ok {
		y, ok, exc = floatOperand(t, b)
	}
	return x, y, ok, exc
}

func passFloat(exc *Exception) (Value, *Exception) {
	if exc != nil {
		return Null, exc
	}
	return NotImplemented, nil
}

func floatAdd(t *Thread, a, b Value) (Value, *Exception) {
	x, y, ok, exc := floatOperands(t, a, b)
	if !ok {
		return passFloat(exc)
	}
	return Float(x + y), nil
}

func floatSub(t *Thread, a, b Value) (Value, *Exception) {
	x, y, ok, exc := floatOperands(t, a, b)
	if !ok {
		return passFloat(exc)
	}
	return Float(x - y), nil
}

func floatMul(t *Thread, a, b Value) (Value, *Exception) {
	x, y, ok, exc := floatOperands(t, a, b)
	if !ok {
		return passFloat(exc)
	}
	return Float(x * y), nil
}

func floatTrueDiv(t *Thread, a, b Value) (Value, *Exception) {
	x, y, ok, exc := floatOperands(t, a, b)
	if !ok {
		return passFloat(exc)
	}
	if y == 0 {
		return Null, RaiseFloatDivision(t, OpTrueDivide)
	}
	return Float(x / y), nil
}

func floatFloorDiv(t *Thread, a, b Value) (Value, *Exception) {
	x, y, ok, exc := floatOperands(t, a, b)
	if !ok {
		return passFloat(exc)
	}
	if y == 0 {
		return Null, RaiseFloatDivision(t, OpFloorDivide)
	}
	return Float(numfmt.FloatFloorDiv(x, y)), nil
}

func floatMod(t *Thread, a, b Value) (Value, *Exception) {
	x, y, ok, exc := floatOperands(t, a, b)
	if !ok {
		return passFloat(exc)
	}
	if y == 0 {
		return Null, RaiseFloatDivision(t, OpRemainder)
	}
	return Float(numfmt.FloatMod(x, y)), nil
}

func floatDivmod(t *Thread, a, b Value) (Value, *Exception) {
	x, y, ok, exc := floatOperands(t, a, b)
	if !ok {
		return passFloat(exc)
	}
	if y == 0 {
		return Null, RaiseFloatDivision(t, OpDivmod)
	}
	q, r := numfmt.FloatDivMod(x, y)
	return MakeTuple(t, Float(q), Float(r)).Value(), nil
}

// FloatFloorDiv is a // b for b != 0.
func FloatFloorDiv(a, b float64) float64 { return numfmt.FloatFloorDiv(a, b) }

// FloatMod is a % b for b != 0.
func FloatMod(a, b float64) float64 { return numfmt.FloatMod(a, b) }

// RaiseFloatDivision is the ZeroDivisionError of /, //, % and divmod of floats.
func RaiseFloatDivision(t *Thread, op BinaryOp) *Exception {
	msg := "division by zero"
	if !t.interp.Version.At(14) {
		switch op {
		case OpTrueDivide:
			msg = "float division by zero"
		case OpFloorDivide:
			msg = "float floor division by zero"
		case OpDivmod:
			msg = "float divmod()"
		case OpRemainder:
			msg = "float modulo by zero"
			if !t.interp.Version.At(13) {
				msg = "float modulo"
			}
		}
	}
	return Raise(t, ZeroDivisionErrorType, msg)
}

func floatPower(t *Thread, a, b, m Value) (Value, *Exception) {
	if !m.IsNone() {
		return Null, Raise(t, TypeErrorType, "pow() 3rd argument not allowed unless all arguments are integers")
	}
	x, y, ok, exc := floatOperands(t, a, b)
	if !ok {
		return passFloat(exc)
	}
	return FloatPow(t, x, y)
}

// FloatPow is x ** y: complex for a negative x and a y that is not whole.
func FloatPow(t *Thread, x, y float64) (Value, *Exception) {
	switch {
	case x == 0 && y < 0 && !math.IsInf(y, 0):
		if t.interp.Version.At(14) {
			return Null, Raise(t, ZeroDivisionErrorType, "zero to a negative power")
		}
		return Null, Raise(t, ZeroDivisionErrorType, "0.0 cannot be raised to a negative power")
	case x < 0 && y != math.Floor(y) && !math.IsInf(x, 0) && !math.IsNaN(y):
		return complexPow(t, x, 0, y, 0)
	}
	f := libm.Pow(x, y)
	if math.IsInf(f, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0) {
		return Null, RaiseNew(t, OverflowErrorType, Int(34), static("Numerical result out of range").Value())
	}
	return Float(f), nil
}
