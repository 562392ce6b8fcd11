package runtime

// NotImplementedType is NotImplementedType.
var NotImplementedType = &Type{name: "NotImplementedType"}

var notImplementedShape = &Shape{typ: NotImplementedType}

var notImplementedSpec = TypeSpec{
	Type: NotImplementedType, Name: "NotImplementedType", Flags: 0, Shape: notImplementedShape,
}
