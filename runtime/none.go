package runtime

// NoneType is NoneType.
var NoneType = &Type{name: "NoneType"}

var noneShape = &Shape{typ: NoneType}

// noneHash is hash(None) from 3.12 on; before, it is an address.
const noneHash = 0xfca86420

var noneSpec = TypeSpec{
	Type: NoneType, Name: "NoneType", Shape: noneShape, Doc: "The type of the None singleton.", TextSig: "()",
	Slots: Slots{
		New: func(t *Thread, _ *Type, args []Value, _ *Tuple) (Value, *Exception) {
			return singletonNew(t, None, "NoneType", args)
		},
		Repr:        func(*Thread, Value) (Value, *Exception) { return noneText.Value(), nil },
		Hash:        func(*Thread, Value) (int64, *Exception) { return noneHash, nil },
		Bool:        func(*Thread, Value) (bool, *Exception) { return false, nil },
		RichCompare: objectCompare,
	},
}

var noneText = static("None")

// singletonNew is the constructor of a type that has one instance.
func singletonNew(t *Thread, v Value, name string, args []Value) (Value, *Exception) {
	if len(args) > 0 {
		return Null, TypeErrorf(t, "%s takes no arguments", name)
	}
	return v, nil
}
