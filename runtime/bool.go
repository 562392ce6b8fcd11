package runtime

// BoolType is bool.
var BoolType = &Type{name: "bool"}

var boolShape = &Shape{typ: BoolType}

var boolSpec = TypeSpec{
	Type: BoolType, Name: "bool", Base: IntType, Flags: TypeMatchSelf | typeOwnLayout, Shape: boolShape,
	Doc: "Returns True when the argument is true, False otherwise.\nThe builtins True and False are the only two instances of the class bool.\n" +
		"The class bool is a subclass of the class int, and cannot be subclassed.",
	TextSig: "(object=False, /)",
	Slots: Slots{
		New: boolNew, Repr: boolRepr, Invert: boolInvert,
		Binary: [numBinary + 1]BinaryFunc{OpAnd: boolAnd, OpOr: boolOr, OpXor: boolXor},
	},
}

var boolNewArgs = &Native{name: "bool", sig: "($cls, object=False, /)"}

// boolNew is bool.__new__.
func boolNew(t *Thread, _ *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if len(args) != 1 || kw != nil {
		mark := t.HandleMark()
		defer t.Release(mark)
		bound, exc := boolNewArgs.bind(t, args, kw)
		if exc != nil {
			return Null, exc
		}
		args = bound
	}
	return boolean(Truth(t, args[0]))
}

var (
	sTrue  = static("True")
	sFalse = static("False")
)

func boolRepr(_ *Thread, v Value) (Value, *Exception) {
	if v.n != 0 {
		return sTrue.Value(), nil
	}
	return sFalse.Value(), nil
}

// boolInvert is ~ of a bool: that of the int, which is hardly ever meant.
func boolInvert(t *Thread, v Value) (Value, *Exception) {
	if t.interp.Version.At(12) {
		exc := warnDeprecated(t, "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying int object "+
			"and is usually not what you expect from the negation of a bool. Use the 'not' operator for boolean negation or ~int(x) for the bitwise inversion of the underlying int.")
		if exc != nil {
			return Null, exc
		}
	}
	return Value{n: ^v.n}, nil
}

func boolAnd(t *Thread, a, b Value) (Value, *Exception) {
	if a.IsBool() && b.IsBool() {
		return Bool(a.n&b.n != 0), nil
	}
	return intAnd(t, a, b)
}

func boolOr(t *Thread, a, b Value) (Value, *Exception) {
	if a.IsBool() && b.IsBool() {
		return Bool(a.n|b.n != 0), nil
	}
	return intOr(t, a, b)
}

func boolXor(t *Thread, a, b Value) (Value, *Exception) {
	if a.IsBool() && b.IsBool() {
		return Bool(a.n^b.n != 0), nil
	}
	return intXor(t, a, b)
}
