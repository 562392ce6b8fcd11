package runtime

// TypeType is type.
var TypeType = &Type{name: "type"}

var typeShape = &Shape{typ: TypeType}

var typeSpec = TypeSpec{
	Type: TypeType, Name: "type", Flags: TypeBase | TypeTypeFlag | typeOwnLayout | TypeHasDict | TypeHasWeakref, Shape: typeShape,
	Doc:   "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
	Slots: Slots{New: typeNew, Init: typeInit, Call: typeCall, GetAttr: typeGetAttr, FindAttr: typeFind, SetAttr: typeSetAttr, Repr: typeRepr},
}

// typeInit is type.__init__: it checks only the number of arguments.
func typeInit(t *Thread, _ Value, args []Value, kw *Tuple) *Exception {
	n := len(args) - kw.Len()
	if n == 1 && kw.Len() > 0 {
		return Raise(t, TypeErrorType, "type.__init__() takes no keyword arguments")
	}
	if n != 1 && n != 3 {
		return Raise(t, TypeErrorType, "type.__init__() takes 1 or 3 arguments")
	}
	return nil
}

func typeRepr(t *Thread, v Value) (Value, *Exception) {
	return NewStr(t, "<class '"+(*Type)(v.p).reprName()+"'>").Value(), nil
}
