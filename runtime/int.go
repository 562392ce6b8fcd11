package runtime

// IntType is int.
var IntType = &Type{name: "int"}

var intShape = &Shape{typ: IntType}

var intSpec = TypeSpec{
	Type: IntType, Name: "int", Flags: TypeBase | TypeInt | TypeMatchSelf | typeOwnLayout, Shape: intShape,
}
