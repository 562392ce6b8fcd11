package runtime

// StrType is str.
var StrType = &Type{name: "str"}

var strShape = &Shape{typ: StrType}

var strSpec = TypeSpec{
	Type: StrType, Name: "str", Flags: TypeBase | TypeStr | TypeMatchSelf | typeOwnLayout, Shape: strShape,
}
