package runtime

// SuperType is super.
var SuperType = &Type{name: "super"}

var superShape = &Shape{typ: SuperType}

// A Super is a super object.
type Super struct {
	Header
	typ  *Type
	obj  Value
	objt *Type
}

var superSpec = TypeSpec{
	Type: SuperType, Name: "super", Flags: TypeBase | typeOwnLayout, Shape: superShape,
}
