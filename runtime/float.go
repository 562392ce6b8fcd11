package runtime

import (
	"math"
	"unsafe"

	"github.com/krait-vm/krait/runtime/numfmt"
)

// FloatType is float.
var FloatType = &Type{name: "float"}

var floatShape = &Shape{typ: FloatType}

// A subFloat is an instance of a heap subclass of float.
type subFloat struct {
	FloatObject
	Attrs
}

func newSubFloat(t *Thread, _ *Type) *Header { return &alloc[subFloat](t).Header }

var floatSpec = TypeSpec{
	Type: FloatType, Name: "float", Flags: TypeBase | TypeFloat | TypeMatchSelf | typeOwnLayout, Shape: floatShape,
	NewSub: newSubFloat, SubAttrsOffset: unsafe.Offsetof(subFloat{}.Attrs),
	Doc: "Convert a string or number to a floating-point number, if possible.", TextSig: "(x=0, /)",
	Slots: Slots{
		New: floatNew, Repr: floatRepr, Hash: floatHash, RichCompare: floatCompare, Bool: floatBool,
		Neg: floatNeg, Pos: floatPos, Abs: floatAbs, ToInt: floatToInt, ToFloat: floatPos,
		Binary: [numBinary + 1]BinaryFunc{
			OpAdd: floatAdd, OpSubtract: floatSub, OpMultiply: floatMul, OpTrueDivide: floatTrueDiv, OpFloorDivide: floatFloorDiv, OpRemainder: floatMod,
			OpDivmod: floatDivmod,
		},
		Power: floatPower,
	},
	Methods: []MethodSpec{
		{Sig: "from_number($type, number, /)", Doc: "Convert real number to a floating-point number.", Fn: floatFromNumber, Flavor: ClassMethod, Since: 14},
		{Sig: "conjugate($self, /)", Doc: "Return self, the complex conjugate of any float.", Fn: floatPos},
		{Sig: "__trunc__($self, /)", Doc: "Return the Integral closest to x between 0 and x.", Fn: floatToInt},
		{Sig: "__floor__($self, /)", Doc: "Return the floor as an Integral.", Fn: floatFloor},
		{Sig: "__ceil__($self, /)", Doc: "Return the ceiling as an Integral.", Fn: floatCeil},
		{Sig: "__round__($self, ndigits=None, /)", Doc: "Return the Integral closest to x, rounding half toward even.\n\nWhen an argument is passed, work like built-in round(x, ndigits).", Fn: floatRound},
		{Sig: "as_integer_ratio($self, /)", Doc: "Return a pair of integers, whose ratio is exactly equal to the original float.\n\n" +
			"The ratio is in lowest terms and has a positive denominator.  Raise\nOverflowError on infinities and a ValueError on NaNs.\n\n" +
			">>> (10.0).as_integer_ratio()\n(10, 1)\n>>> (0.0).as_integer_ratio()\n(0, 1)\n>>> (-.25).as_integer_ratio()\n(-1, 4)", Fn: floatRatio},
		{
			Sig: "fromhex($type, string, /)", Doc: "Create a floating-point number from a hexadecimal string.\n\n>>> float.fromhex('0x1.ffffp10')\n2047.984375\n>>> float.fromhex('-0x1p-1074')\n-5e-324",
			Fn: floatFromHex, Flavor: ClassMethod,
		},
		{
			Sig: "hex($self, /)", Doc: "Return a hexadecimal representation of a floating-point number.\n\n>>> (-0.1).hex()\n'-0x1.999999999999ap-4'\n>>> 3.14159.hex()\n'0x1.921f9f01b866ep+1'",
			Fn: floatHex,
		},
		{Sig: "is_integer($self, /)", Doc: "Return True if the float is an integer.", Fn: floatIsInteger},
		{Sig: "__getnewargs__($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			f, _ := floatOf(self)
			return MakeTuple(t, Float(f)).Value(), nil
		}},
		{Sig: "__getformat__($type, typestr, /)", Doc: "You probably don't want to use this function.\n\n  typestr\n    Must be 'double' or 'float'.\n\n" +
			"It exists mainly to be used in Python's test suite.\n\nThis function returns whichever of 'unknown', 'IEEE, big-endian' or 'IEEE,\n" +
			"little-endian' best describes the format of floating-point numbers used by the\nC type named by typestr.", Fn: floatGetFormat, Flavor: ClassMethod},
		{Sig: "__format__($self, format_spec, /)", Doc: "Formats the float according to format_spec.", Fn: numberFormat},
	},
	GetSets: []GetSetSpec{
		{Name: "real", Doc: "the real part of a complex number", Get: floatPos},
		{Name: "imag", Doc: "the imaginary part of a complex number", Get: func(*Thread, Value) (Value, *Exception) { return Float(0), nil }},
	},
}

// floatOf returns the value of a float or an instance of a subclass.
func floatOf(v Value) (float64, bool) {
	if v.p == unsafe.Pointer(&floatHeader) {
		return math.Float64frombits(v.n), true
	}
	if v.p != nil && (*Header)(v.p).shape.typ.flags&TypeFloat != 0 {
		return (*FloatObject)(v.p).F, true
	}
	return 0, false
}

// FloatOf returns the value of a float or an instance of a subclass of float.
func FloatOf(v Value) (float64, bool) { return floatOf(v) }

// newFloatOf makes an instance of cls, which is float or a subclass.
func newFloatOf(t *Thread, cls *Type, f float64) Value {
	if cls == FloatType {
		return Float(f)
	}
	h := newInstanceOf(t, cls)
	(*FloatObject)(unsafe.Pointer(h)).F = f
	return ObjectOf(h)
}

// NaNs have an identity: float('nan') is not float('nan'), and a list or a dict finds only the very NaN it holds. A NaN that conversions make
// therefore carries a serial number in its payload, below a tag that tells such payloads from those that come from outside.
//
// DIVERGES: NaNs that arithmetic makes have none, so that inf-inf is inf-inf (TestNaNIdentity).
const (
	nanTag  = 0x7ffa_6 << 44
	nanMask = 0x7fff_f << 44
)

// NewNaN returns a NaN with an identity of its own.
func NewNaN(t *Thread, negative bool) float64 {
	t.interp.nanSerial++
	n := nanTag | t.interp.nanSerial&(1<<44-1)
	if negative {
		n |= 1 << 63
	}
	return math.Float64frombits(n)
}

// FloatBits returns the IEEE 754 form that a program may see, with the serial numbers of NewNaN left out.
func FloatBits(f float64) uint64 {
	n := math.Float64bits(f)
	if n&nanMask == nanTag {
		return n&(1<<63) | 0x7ff8<<48
	}
	return n
}

// PlainFloat is f as FloatBits has it.
func PlainFloat(f float64) float64 {
	if f == f {
		return f
	}
	return math.Float64frombits(FloatBits(f))
}

func floatPos(_ *Thread, v Value) (Value, *Exception) {
	f, _ := floatOf(v)
	return Float(f), nil
}

func floatNeg(_ *Thread, v Value) (Value, *Exception) {
	f, _ := floatOf(v)
	return Float(-f), nil
}

func floatAbs(_ *Thread, v Value) (Value, *Exception) {
	f, _ := floatOf(v)
	return Float(math.Abs(f)), nil
}

func floatBool(_ *Thread, v Value) (bool, *Exception) {
	f, _ := floatOf(v)
	return f != 0, nil
}

func floatRepr(t *Thread, v Value) (Value, *Exception) {
	f, _ := floatOf(v)
	var buf [32]byte
	return NewStrBytes(t, numfmt.AppendFloatRepr(buf[:0], f)).Value(), nil
}

// floatHash is hash(f); that of a NaN follows from its identity.
func floatHash(_ *Thread, v Value) (int64, *Exception) {
	f, _ := floatOf(v)
	return hashFloat(f, v), nil
}

// floatToInt truncates.
func floatToInt(t *Thread, v Value) (Value, *Exception) {
	f, _ := floatOf(v)
	return IntFromFloat(t, f)
}

// IntFromFloat is int(f).
func IntFromFloat(t *Thread, f float64) (Value, *Exception) {
	n, b, err := numfmt.FloatToInt(f)
	switch {
	case err != nil:
		return Null, raiseNumfmt(t, err)
	case b != nil:
		return BigFrom(t, b), nil
	}
	return Int(n), nil
}

func floatFloor(t *Thread, v Value) (Value, *Exception) {
	f, _ := floatOf(v)
	return IntFromFloat(t, math.Floor(f))
}

func floatCeil(t *Thread, v Value) (Value, *Exception) {
	f, _ := floatOf(v)
	return IntFromFloat(t, math.Ceil(f))
}

func floatRound(t *Thread, v, digits Value) (Value, *Exception) {
	f, _ := floatOf(v)
	if digits.IsNone() || digits.IsNull() {
		return IntFromFloat(t, math.RoundToEven(f))
	}
	d, exc := Index(t, digits)
	if exc != nil {
		return Null, exc
	}
	n, b, _ := intParts(d)
	if b != nil {
		n = int64(b.Sign()) * (1<<63 - 1)
	}
	r, err := numfmt.RoundFloat(f, n)
	if err != nil {
		return Null, raiseNumfmt(t, err)
	}
	return Float(r), nil
}

func floatRatio(t *Thread, v Value) (Value, *Exception) {
	f, _ := floatOf(v)
	num, den, err := numfmt.AsIntegerRatio(f)
	if err != nil {
		return Null, raiseNumfmt(t, err)
	}
	return MakeTuple(t, BigFrom(t, num), BigFrom(t, den)).Value(), nil
}

func floatIsInteger(_ *Thread, v Value) (Value, *Exception) {
	f, _ := floatOf(v)
	return Bool(f == math.Trunc(f) && !math.IsInf(f, 0)), nil
}

func floatHex(t *Thread, v Value) (Value, *Exception) {
	f, _ := floatOf(v)
	return newASCII(t, numfmt.FloatHex(f)).Value(), nil
}

// floatOfClass makes f an instance of the class that a class method was called on.
func floatOfClass(t *Thread, cls Value, f float64) (Value, *Exception) {
	if cls.p == unsafe.Pointer(FloatType) {
		return Float(f), nil
	}
	return Call(t, cls, Float(f))
}

func floatFromHex(t *Thread, cls, v Value) (Value, *Exception) {
	s := asStr(v)
	if s == nil {
		return Null, Raise(t, TypeErrorType, "bad argument type for built-in operation")
	}
	f, err := numfmt.FloatFromHex(s.GoString())
	if err != nil {
		return Null, raiseNumfmt(t, err)
	}
	if math.IsNaN(f) {
		f = NewNaN(t, math.Signbit(f))
	}
	return floatOfClass(t, cls, f)
}

func floatFromNumber(t *Thread, cls, v Value) (Value, *Exception) {
	if v.IsFloat() && cls.p == unsafe.Pointer(FloatType) {
		return v, nil
	}
	f, exc := AsFloat64(t, v)
	if exc != nil {
		return Null, exc
	}
	return floatOfClass(t, cls, f)
}

func floatGetFormat(t *Thread, _, v Value) (Value, *Exception) {
	s := asStr(v)
	if s == nil {
		return Null, TypeErrorf(t, "__getformat__() argument must be str, not %s", TypeOf(v).fullName())
	}
	if x := s.GoString(); x != "double" && x != "float" {
		return Null, Raise(t, ValueErrorType, "__getformat__() argument 1 must be 'double' or 'float'")
	}
	return newASCII(t, "IEEE, little-endian").Value(), nil
}
