package runtime

// NotImplementedType is NotImplementedType.
var NotImplementedType = &Type{name: "NotImplementedType"}

var notImplementedShape = &Shape{typ: NotImplementedType}

var notImplementedText = static("NotImplemented")

var notImplementedSpec = TypeSpec{
	Type: NotImplementedType, Name: "NotImplementedType", Shape: notImplementedShape, Doc: "The type of the NotImplemented singleton.", TextSig: "()",
	Slots: Slots{
		New: func(t *Thread, _ *Type, args []Value, _ *Tuple) (Value, *Exception) {
			return singletonNew(t, NotImplemented, "NotImplementedType", args)
		},
		Repr: func(*Thread, Value) (Value, *Exception) { return notImplementedText.Value(), nil },
		Bool: notImplementedBool,
	},
	Methods: []MethodSpec{{Sig: "__reduce__($self, /)", Fn: func(*Thread, Value) (Value, *Exception) { return notImplementedText.Value(), nil }}},
}

// notImplementedBool is deprecated until 3.13 and an error from 3.14 on.
func notImplementedBool(t *Thread, _ Value) (bool, *Exception) {
	const msg = "NotImplemented should not be used in a boolean context"
	if t.interp.Version.At(14) {
		return false, Raise(t, TypeErrorType, msg)
	}
	return true, Warn(t, DeprecationWarningType, msg, 1)
}
