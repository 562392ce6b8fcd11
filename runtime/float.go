package runtime

// FloatType is float.
var FloatType = &Type{name: "float"}

var floatShape = &Shape{typ: FloatType}

var floatSpec = TypeSpec{
	Type: FloatType, Name: "float", Flags: TypeBase | TypeFloat | TypeMatchSelf | typeOwnLayout, Shape: floatShape,
}
