package runtime

// ListType is list.
var ListType = &Type{name: "list"}

var listShape = &Shape{typ: ListType}

var listSpec = TypeSpec{
	Type: ListType, Name: "list", Flags: TypeBase | TypeList | TypeSequence | TypeMatchSelf | typeOwnLayout, Shape: listShape,
}
