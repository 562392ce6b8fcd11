package runtime

// PropertyType is property.
var PropertyType = &Type{name: "property"}

var propertyShape = &Shape{typ: PropertyType}

// A Property is a property.
type Property struct {
	Header
	Get, Set, Del, Doc Value
	name               Value
	getterDoc          bool
}

var propertySpec = TypeSpec{
	Type: PropertyType, Name: "property", Flags: TypeBase | typeOwnLayout, Shape: propertyShape,
}
