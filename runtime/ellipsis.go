package runtime

// EllipsisType is ellipsis.
var EllipsisType = &Type{name: "ellipsis"}

var ellipsisShape = &Shape{typ: EllipsisType}

var ellipsisText = static("Ellipsis")

var ellipsisSpec = TypeSpec{
	Type: EllipsisType, Name: "ellipsis", Shape: ellipsisShape, Doc: "The type of the Ellipsis singleton.", TextSig: "()",
	Slots: Slots{
		New: func(t *Thread, _ *Type, args []Value, _ *Tuple) (Value, *Exception) {
			return singletonNew(t, Ellipsis, "EllipsisType", args)
		},
		Repr: func(*Thread, Value) (Value, *Exception) { return ellipsisText.Value(), nil },
	},
	Methods: []MethodSpec{{Sig: "__reduce__($self, /)", Fn: func(*Thread, Value) (Value, *Exception) { return ellipsisText.Value(), nil }}},
}
