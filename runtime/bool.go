package runtime

// BoolType is bool.
var BoolType = &Type{name: "bool"}

var boolShape = &Shape{typ: BoolType}

var boolSpec = TypeSpec{
	Type: BoolType, Name: "bool", Base: IntType, Flags: TypeMatchSelf, Shape: boolShape,
}
