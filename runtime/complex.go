package runtime

// ComplexType is complex.
var ComplexType = &Type{name: "complex"}

var complexShape = &Shape{typ: ComplexType}

// A Complex is a complex number.
type Complex struct {
	Header
	Re, Im float64
}

var complexSpec = TypeSpec{
	Type: ComplexType, Name: "complex", Flags: TypeBase | typeOwnLayout, Shape: complexShape,
}
