package runtime

import (
	"math/big"
	"math/bits"
	"unsafe"

	"github.com/krait-vm/krait/runtime/numfmt"
)

// IntType is int.
var IntType = &Type{name: "int"}

var intShape = &Shape{typ: IntType}

// A subInt is an instance of a heap subclass of int.
type subInt struct {
	BigInt
	Attrs
}

func newSubInt(t *Thread, _ *Type) *Header { return &alloc[subInt](t).Header }

var intSpec = TypeSpec{
	Type: IntType, Name: "int", Flags: TypeBase | TypeInt | TypeMatchSelf | typeOwnLayout, Shape: intShape,
	NewSub: newSubInt, SubAttrsOffset: unsafe.Offsetof(subInt{}.Attrs),
	Doc: "int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number or string to an integer, or return 0 if no arguments\nare given.  If x is a number, return x.__int__().  " +
		"For floating-point\nnumbers, this truncates towards zero.\n\nIf x is not a number or if base is given, then x must be a string,\n" +
		"bytes, or bytearray instance representing an integer literal in the\ngiven base.  The literal can be preceded by '+' or '-' and be surrounded\n" +
		"by whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.\nBase 0 means to interpret the base from the string as an integer literal.\n>>> int('0b100', base=0)\n4",
	Slots: Slots{
		New: intNew, Repr: intRepr, Hash: intHash, RichCompare: intCompare, Bool: intBool,
		Neg: intNeg, Pos: intPos, Abs: intAbs, Invert: intInvert, ToInt: intPos, ToFloat: intToFloat, Index: intPos,
		Binary: [numBinary + 1]BinaryFunc{
			OpAdd: intAdd, OpSubtract: intSub, OpMultiply: intMul, OpFloorDivide: intFloorDiv, OpRemainder: intMod, OpDivmod: intDivmod, OpTrueDivide: intTrueDiv,
			OpLshift: intLshift, OpRshift: intRshift, OpAnd: intAnd, OpOr: intOr, OpXor: intXor,
		},
		Power: intPower,
	},
	Methods: []MethodSpec{
		{Sig: "conjugate($self, /)", Doc: "Returns self, the complex conjugate of any int.", Fn: intPos},
		{Sig: "bit_length($self, /)", Doc: "Number of bits necessary to represent self in binary.\n\n>>> bin(37)\n'0b100101'\n>>> (37).bit_length()\n6", Fn: intBitLength},
		{
			Sig: "bit_count($self, /)", Doc: "Number of ones in the binary representation of the absolute value of self.\n\nAlso known as the population count.\n\n>>> bin(13)\n'0b1101'\n>>> (13).bit_count()\n3",
			Fn: intBitCount,
		},
		{Sig: "to_bytes($self, /, length=1, byteorder='big', *, signed=False)", Doc: "Return an array of bytes representing an integer.\n\n  length\n" +
			"    Length of bytes object to use.  An OverflowError is raised if the\n    integer is not representable with the given number of bytes.  Default\n    is length 1.\n" + byteOrderDoc +
			"  signed\n    Determines whether two's complement is used to represent the integer.\n    If signed is False and a negative integer is given, an OverflowError\n    is raised.", Fn: intToBytes},
		{
			Sig: "from_bytes($type, /, bytes, byteorder='big', *, signed=False)", Doc: "Return the integer represented by the given array of bytes.\n\n  bytes\n" +
				"    Holds the array of bytes to convert.  The argument must either\n    support the buffer protocol or be an iterable object producing bytes.\n" +
				"    Bytes and bytearray are examples of built-in objects that support the\n    buffer protocol.\n" + byteOrderDoc +
				"  signed\n    Indicates whether two's complement is used to represent the integer.", Fn: intFromBytes,
			Flavor: ClassMethod,
		},
		{Sig: "as_integer_ratio($self, /)", Doc: "Return a pair of integers, whose ratio is equal to the original int.\n\nThe ratio is in lowest terms and has a positive denominator.\n\n" +
			">>> (10).as_integer_ratio()\n(10, 1)\n>>> (-10).as_integer_ratio()\n(-10, 1)\n>>> (0).as_integer_ratio()\n(0, 1)", Fn: intRatio},
		{
			Sig: "is_integer($self, /)", Doc: "Returns True. Exists for duck type compatibility with float.is_integer.", Since: 12,
			Fn: func(*Thread, Value) (Value, *Exception) { return True, nil },
		},
		{Sig: "__trunc__($self, /)", Doc: "Truncating an Integral returns itself.", Fn: intPos},
		{Sig: "__floor__($self, /)", Doc: "Flooring an Integral returns itself.", Fn: intPos},
		{Sig: "__ceil__($self, /)", Doc: "Ceiling of an Integral returns itself.", Fn: intPos},
		{Sig: "__round__($self, ndigits=<unrepresentable>, /)", Doc: "Rounding an Integral returns itself.\n\nRounding with an ndigits argument also returns an integer.", Fn: intRound},
		{Sig: "__getnewargs__($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) { return MakeTuple(t, exactInt(self)).Value(), nil }},
		{Sig: "__format__($self, format_spec, /)", Doc: "Convert to a string according to format_spec.", Fn: numberFormat},
		{Sig: "__sizeof__($self, /)", Doc: "Returns size in memory, in bytes.", Fn: intSizeof},
	},
	GetSets: []GetSetSpec{
		{Name: "real", Doc: "the real part of a complex number", Get: intPos},
		{Name: "imag", Doc: "the imaginary part of a complex number", Get: func(*Thread, Value) (Value, *Exception) { return Int(0), nil }},
		{Name: "numerator", Doc: "the numerator of a rational number in lowest terms", Get: intPos},
		{Name: "denominator", Doc: "the denominator of a rational number in lowest terms", Get: func(*Thread, Value) (Value, *Exception) { return Int(1), nil }},
	},
}

// byteOrderDoc is what the docs of to_bytes and from_bytes share.
const byteOrderDoc = "  byteorder\n    The byte order used to represent the integer.  If byteorder is 'big',\n    the most significant byte is at the beginning of the byte array.  If\n" +
	"    byteorder is 'little', the most significant byte is at the end of the\n    byte array.  To request the native byte order of the host system, use\n" +
	"    sys.byteorder as the byte order value.  Default is to use 'big'.\n"

// intParts splits an int, bool or instance of a subclass: b is nil when n holds the value. ok is false for other types.
func intParts(v Value) (n int64, b *big.Int, ok bool) {
	if v.p == nil || v.p == unsafe.Pointer(&boolHeader) {
		return int64(v.n), nil, true
	}
	if (*Header)(v.p).shape.typ.flags&TypeInt == 0 {
		return 0, nil, false
	}
	b = &(*BigInt)(v.p).V
	if b.IsInt64() {
		return b.Int64(), nil, true
	}
	return 0, b, true
}

// IsExactInt reports whether v's type is int itself, whatever its size.
func IsExactInt(v Value) bool { return v.p == nil || (*Header)(v.p).shape == intShape }

// newIntOf makes an instance of cls with the value of v, an exact int.
func newIntOf(t *Thread, cls *Type, v Value) Value {
	if cls == IntType {
		return v
	}
	h := newInstanceOf(t, cls)
	x := (*BigInt)(unsafe.Pointer(h))
	if v.p == nil {
		x.V.SetInt64(int64(v.n))
	} else {
		x.V = (*BigInt)(v.p).V
	}
	return ObjectOf(h)
}

func intPos(_ *Thread, v Value) (Value, *Exception) { return exactInt(v), nil }

func intBool(_ *Thread, v Value) (bool, *Exception) {
	n, b, _ := intParts(v)
	return n != 0 || b != nil, nil
}

func intHash(_ *Thread, v Value) (int64, *Exception) {
	n, b, _ := intParts(v)
	if b == nil {
		return hashInt(n), nil
	}
	return numfmt.HashBig(b), nil
}

func intRepr(t *Thread, v Value) (Value, *Exception) {
	n, b, _ := intParts(v)
	if b == nil {
		return NewStrInt(t, n).Value(), nil
	}
	s, exc := bigText(t, b, 10)
	if exc != nil {
		return Null, exc
	}
	return newASCII(t, s).Value(), nil
}

// IntStr returns the decimal text of any int; it raises ValueError beyond the digit limit.
func IntStr(t *Thread, v Value) (*Str, *Exception) {
	if v.p == nil {
		return NewStrInt(t, int64(v.n)), nil
	}
	r, exc := intRepr(t, v)
	return asStr(r), exc
}

func intToFloat(t *Thread, v Value) (Value, *Exception) {
	n, b, _ := intParts(v)
	if b == nil {
		return Float(float64(n)), nil
	}
	f, exc := bigToFloat(t, b)
	return Float(f), exc
}

func bigToFloat(t *Thread, b *big.Int) (float64, *Exception) {
	f, ok := numfmt.BigToFloat(b)
	if !ok {
		return 0, Raise(t, OverflowErrorType, "int too large to convert to float")
	}
	return f, nil
}

func intBitLength(t *Thread, v Value) (Value, *Exception) {
	n, b, _ := intParts(v)
	if b == nil {
		return Int(int64(bits.Len64(absInt64(n)))), nil
	}
	return Int(int64(b.BitLen())), nil
}

func intBitCount(t *Thread, v Value) (Value, *Exception) {
	n, b, _ := intParts(v)
	if b == nil {
		return Int(int64(bits.OnesCount64(absInt64(n)))), nil
	}
	count := 0
	for _, w := range b.Bits() {
		count += bits.OnesCount64(uint64(w))
	}
	return Int(int64(count)), nil
}

// absInt64 is |n|, also of the least int64.
func absInt64(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

func intRatio(t *Thread, v Value) (Value, *Exception) {
	return MakeTuple(t, exactInt(v), Int(1)).Value(), nil
}

// intRound is int.__round__: only a negative number of digits changes anything.
func intRound(t *Thread, v, digits Value) (Value, *Exception) {
	if digits.IsNull() || digits.IsNone() && t.interp.Version.At(14) {
		return exactInt(v), nil
	}
	d, exc := Index(t, digits)
	if exc != nil {
		return Null, exc
	}
	v = exactInt(v)
	dn, db, _ := intParts(d)
	if db != nil {
		dn = int64(db.Sign()) << 62
	}
	if dn >= 0 {
		return v, nil
	}
	w := newBigWork(t)
	r, err := numfmt.RoundInt(AsBig(v), -uint64(dn), &w.Budget)
	if err != nil {
		return Null, w.raise(err)
	}
	return BigFrom(t, r), nil
}

// intSizeof is int.__sizeof__: 24 bytes and four for each digit of 30 bits, as CPython has them.
func intSizeof(_ *Thread, v Value) (Value, *Exception) {
	n, b, _ := intParts(v)
	length := bits.Len64(absInt64(n))
	if b != nil {
		length = b.BitLen()
	}
	return Int(int64(24 + 4*max(1, (length+29)/30))), nil
}
