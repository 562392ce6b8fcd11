package runtime

// DictType is dict.
var DictType = &Type{name: "dict"}

var dictShape = &Shape{typ: DictType}

var dictSpec = TypeSpec{
	Type: DictType, Name: "dict", Flags: TypeBase | TypeDict | TypeMapping | TypeMatchSelf | typeOwnLayout, Shape: dictShape,
}
