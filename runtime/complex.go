package runtime

import (
	"math"
	"unsafe"

	"github.com/krait-vm/krait/runtime/libm"
	"github.com/krait-vm/krait/runtime/numfmt"
)

// ComplexType is complex.
var ComplexType = &Type{name: "complex"}

var complexShape = &Shape{typ: ComplexType}

// A Complex is a complex number.
type Complex struct {
	Header
	Re, Im float64
}

// A subComplex is an instance of a heap subclass of complex.
type subComplex struct {
	Complex
	Attrs
}

func newSubComplex(t *Thread, _ *Type) *Header { return &alloc[subComplex](t).Header }

var complexSpec = TypeSpec{
	Type: ComplexType, Name: "complex", Flags: TypeBase | typeOwnLayout, Shape: complexShape,
	NewSub: newSubComplex, SubAttrsOffset: unsafe.Offsetof(subComplex{}.Attrs),
	Doc: "Create a complex number from a string or numbers.\n\nIf a string is given, parse it as a complex number.\nIf a single number is given, convert it to a complex number.\n" +
		"If the 'real' or 'imag' arguments are given, create a complex number\nwith the specified real and imaginary components.",
	TextSig: "(real=0, imag=0)",
	Slots: Slots{
		New: complexNew, Repr: complexRepr, Hash: complexHash, RichCompare: complexCompare, Bool: complexBool,
		Neg: complexNeg, Pos: complexPos, Abs: complexAbs,
		Binary: [numBinary + 1]BinaryFunc{OpAdd: complexAdd, OpSubtract: complexSub, OpMultiply: complexMul, OpTrueDivide: complexDiv},
		Power:  complexPower,
	},
	Methods: []MethodSpec{
		{Sig: "from_number($type, number, /)", Doc: "Convert number to a complex floating-point number.", Fn: complexFromNumber, Flavor: ClassMethod, Since: 14},
		{Sig: "conjugate($self, /)", Doc: "Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j.", Fn: complexConjugate},
		{Sig: "__complex__($self, /)", Doc: "Convert this value to exact type complex.", Fn: complexPos},
		{Sig: "__getnewargs__($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			c := (*Complex)(self.p)
			return MakeTuple(t, Float(c.Re), Float(c.Im)).Value(), nil
		}},
		{Sig: "__format__($self, format_spec, /)", Doc: "Convert to a string according to format_spec.", Fn: numberFormat},
	},
	GetSets: []GetSetSpec{
		{Name: "real", Doc: "the real part of a complex number", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return Float((*Complex)(self.p).Re), nil }},
		{Name: "imag", Doc: "the imaginary part of a complex number", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return Float((*Complex)(self.p).Im), nil }},
	},
}

// NewComplex makes a complex number.
func NewComplex(t *Thread, re, im float64) Value {
	c := alloc[Complex](t)
	c.shape, c.Re, c.Im = complexShape, re, im
	return obj(unsafe.Pointer(c))
}

// asComplex returns the complex that v is (of complex or a subclass), or nil.
func asComplex(v Value) *Complex {
	if v.p != nil && (*Header)(v.p).shape.typ.layout == ComplexType {
		return (*Complex)(v.p)
	}
	return nil
}

// AsComplex returns the complex number that v is, of complex or a subclass.
func AsComplex(v Value) (*Complex, bool) {
	c := asComplex(v)
	return c, c != nil
}

// newComplexOf makes an instance of cls, which is complex or a subclass.
func newComplexOf(t *Thread, cls *Type, re, im float64) Value {
	if cls == ComplexType {
		return NewComplex(t, re, im)
	}
	h := newInstanceOf(t, cls)
	c := (*Complex)(unsafe.Pointer(h))
	c.Re, c.Im = re, im
	return ObjectOf(h)
}

var complexNewArgs = &Native{name: "complex", sig: "($cls, real=<unrepresentable>, imag=<unrepresentable>)"}

// complexNew is complex.__new__.
func complexNew(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if len(args) == 0 {
		return newComplexOf(t, cls, 0, 0), nil
	}
	if len(args) == 1 && kw == nil {
		if asComplex(args[0]) != nil && TypeOf(args[0]) == ComplexType && cls == ComplexType {
			return args[0], nil
		}
		if t.interp.Version.At(14) {
			re, im, exc := complexOf(t, args[0])
			if exc != nil {
				return Null, exc
			}
			return newComplexOf(t, cls, re, im), nil
		}
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	bound, exc := complexNewArgs.bind(t, args, kw)
	if exc != nil {
		return Null, exc
	}
	re, im, exc := complexOfParts(t, bound[0], bound[1])
	if exc != nil {
		return Null, exc
	}
	return newComplexOf(t, cls, re, im), nil
}

// complexOf is complex(v) with one argument, as Python 3.14 has it.
func complexOf(t *Thread, v Value) (re, im float64, exc *Exception) {
	if asStr(v) != nil {
		return complexFromText(t, v)
	}
	c, exc := complexByMethod(t, v)
	switch {
	case exc != nil:
		return 0, 0, exc
	case c != nil:
		return c.Re, c.Im, nil
	}
	if c := asComplex(v); c != nil {
		return c.Re, c.Im, nil
	}
	if !isReal(v) {
		return 0, 0, TypeErrorf(t, "complex() argument must be a string or a number, not %s", TypeOf(v).qualifiedName())
	}
	re, exc = AsFloat64(t, v)
	return re, 0, exc
}

// isReal reports whether v converts to a float.
func isReal(v Value) bool {
	tp := TypeOf(v)
	return tp.ToFloat != nil || tp.Index != nil
}

// complexOfParts is complex(real, imag); a part may itself be complex. Null stands for an argument that is not given.
func complexOfParts(t *Thread, r, i Value) (re, im float64, exc *Exception) {
	if r.IsNull() {
		r = Int(0)
	}
	new14 := t.interp.Version.At(14)
	if !new14 {
		if asStr(r) != nil {
			if !i.IsNull() {
				return 0, 0, Raise(t, TypeErrorType, "complex() can't take second arg if first is a string")
			}
			return complexFromText(t, r)
		}
		if !i.IsNull() && asStr(i) != nil {
			return 0, 0, Raise(t, TypeErrorType, "complex() second arg can't be a string")
		}
	}
	cr, exc := complexByMethod(t, r)
	if exc != nil {
		return 0, 0, exc
	}
	given := r
	if cr == nil {
		cr = asComplex(r)
	} else {
		r = obj(unsafe.Pointer(cr))
	}
	if cr == nil && !isReal(r) {
		if new14 {
			return 0, 0, TypeErrorf(t, "complex() argument 'real' must be a real number, not %s", TypeOf(r).qualifiedName())
		}
		return 0, 0, TypeErrorf(t, "complex() first argument must be a string or a number, not '%s'", TypeOf(r).fullName())
	}
	var ci *Complex
	if !i.IsNull() {
		if ci = asComplex(i); ci == nil && !isReal(i) {
			if new14 {
				return 0, 0, TypeErrorf(t, "complex() argument 'imag' must be a real number, not %s", TypeOf(i).qualifiedName())
			}
			return 0, 0, TypeErrorf(t, "complex() second argument must be a number, not '%s'", TypeOf(i).fullName())
		}
	}
	if new14 {
		if exc := warnComplexPart(t, "real", cr != nil, given); exc != nil {
			return 0, 0, exc
		}
		if exc := warnComplexPart(t, "imag", ci != nil, i); exc != nil {
			return 0, 0, exc
		}
	}
	if cr != nil {
		re, im = cr.Re, cr.Im
	} else if re, exc = toFloat(t, r); exc != nil {
		return 0, 0, exc
	}
	switch {
	case i.IsNull():
		return re, im, nil
	case ci != nil:
		re -= ci.Im
		if cr == nil {
			return re, ci.Re, nil
		}
		return re, ci.Re + im, nil
	}
	f, exc := toFloat(t, i)
	if exc != nil {
		return 0, 0, exc
	}
	if cr == nil {
		return re, f, nil
	}
	return re, f + im, nil
}

// warnComplexPart deprecates a complex part of a complex number.
func warnComplexPart(t *Thread, part string, isComplex bool, v Value) *Exception {
	if !isComplex {
		return nil
	}
	return warnDeprecated(t, "complex() argument '"+part+"' must be a real number, not "+TypeOf(v).qualifiedName())
}

// complexByMethod converts by __complex__; it returns nil for a type without one. A complex itself is not asked.
func complexByMethod(t *Thread, v Value) (*Complex, *Exception) {
	if v.p == nil || v.IsFloat() {
		return nil, nil
	}
	if (*Header)(v.p).shape == complexShape {
		return (*Complex)(v.p), nil
	}
	r, ok, exc := CallSpecial(t, v, sComplex)
	if exc != nil || !ok {
		return nil, exc
	}
	c := asComplex(r)
	if c == nil {
		return nil, TypeErrorf(t, "__complex__ returned non-complex (type %s)", TypeOf(r).fullName())
	}
	if c.shape != complexShape {
		exc = warnDeprecated(t, "__complex__ returned non-complex (type "+TypeOf(r).name+
			").  The ability to return an instance of a strict subclass of complex is deprecated, and may not be supported in a future version of Python.")
	}
	return c, exc
}

func complexFromText(t *Thread, v Value) (re, im float64, exc *Exception) {
	re, im, err := numfmt.ParseComplex(numericText(t, asStr(v)))
	switch {
	case err == numfmt.Invalid:
		r, exc := Repr(t, v)
		if exc != nil {
			return 0, 0, exc
		}
		return 0, 0, Raise(t, ValueErrorType, "could not convert string to complex: "+r.GoString())
	case err != nil:
		return 0, 0, raiseNumfmt(t, err)
	}
	return re, im, nil
}

// AsComplex128 converts an argument that must be a number, as PyComplex_AsCComplex does.
func AsComplex128(t *Thread, v Value) (re, im float64, exc *Exception) {
	if c := asComplex(v); c != nil {
		return c.Re, c.Im, nil
	}
	c, exc := complexByMethod(t, v)
	switch {
	case exc != nil:
		return 0, 0, exc
	case c != nil:
		return c.Re, c.Im, nil
	}
	re, exc = AsFloat64(t, v)
	return re, 0, exc
}

func complexFromNumber(t *Thread, cls, v Value) (Value, *Exception) {
	exact := cls.p == unsafe.Pointer(ComplexType)
	if exact && v.p != nil && (*Header)(v.p).shape == complexShape {
		return v, nil
	}
	re, im, exc := AsComplex128(t, v)
	if exc != nil {
		return Null, exc
	}
	c := NewComplex(t, re, im)
	if exact {
		return c, nil
	}
	return Call(t, cls, c)
}

func complexRepr(t *Thread, v Value) (Value, *Exception) {
	c := (*Complex)(v.p)
	return newASCII(t, numfmt.ComplexRepr(c.Re, c.Im)).Value(), nil
}

func complexHash(_ *Thread, v Value) (int64, *Exception) {
	c := (*Complex)(v.p)
	return numfmt.HashComplex(hashFloat(c.Re, v), hashFloat(c.Im, v)), nil
}

// complexCompare knows == and != only.
func complexCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	if op != EQ && op != NE {
		return NotImplemented, nil
	}
	c := (*Complex)(a.p)
	equal := false
	if d := asComplex(b); d != nil {
		equal = c.Re == d.Re && c.Im == d.Im
	} else if f, ok := floatOf(b); ok {
		equal = c.Re == f && c.Im == 0
	} else if eq, ok := compareFloatInt(EQ, c.Re, b); ok {
		equal = eq && c.Im == 0
	} else {
		return NotImplemented, nil
	}
	return Bool(equal == (op == EQ)), nil
}

func complexBool(_ *Thread, v Value) (bool, *Exception) {
	c := (*Complex)(v.p)
	return c.Re != 0 || c.Im != 0, nil
}

func complexNeg(t *Thread, v Value) (Value, *Exception) {
	c := (*Complex)(v.p)
	return NewComplex(t, -c.Re, -c.Im), nil
}

// complexPos returns a complex of exact type.
func complexPos(t *Thread, v Value) (Value, *Exception) {
	c := (*Complex)(v.p)
	if c.shape == complexShape {
		return v, nil
	}
	return NewComplex(t, c.Re, c.Im), nil
}

func complexConjugate(t *Thread, v Value) (Value, *Exception) {
	c := (*Complex)(v.p)
	return NewComplex(t, c.Re, -c.Im), nil
}

func complexAbs(t *Thread, v Value) (Value, *Exception) {
	c := (*Complex)(v.p)
	r := libm.Hypot(c.Re, c.Im)
	if math.IsInf(r, 0) && !math.IsInf(c.Re, 0) && !math.IsInf(c.Im, 0) {
		return Null, Raise(t, OverflowErrorType, "absolute value too large")
	}
	return Float(r), nil
}
