package runtime

// FrozenSetType is frozenset.
var FrozenSetType = &Type{name: "frozenset"}

var frozenSetShape = &Shape{typ: FrozenSetType}

var frozenSetSpec = TypeSpec{
	Type: FrozenSetType, Name: "frozenset", Flags: TypeBase | TypeSet | TypeMatchSelf | typeOwnLayout, Shape: frozenSetShape,
}
