package runtime

// NoneType is NoneType.
var NoneType = &Type{name: "NoneType"}

var noneShape = &Shape{typ: NoneType}

var noneSpec = TypeSpec{
	Type: NoneType, Name: "NoneType", Flags: 0, Shape: noneShape,
}
