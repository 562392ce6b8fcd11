package runtime

// SetType is set.
var SetType = &Type{name: "set"}

var setShape = &Shape{typ: SetType}

// A Set is a set or frozenset.
type Set struct {
	Header
}

var setSpec = TypeSpec{
	Type: SetType, Name: "set", Flags: TypeBase | TypeSet | TypeMatchSelf | typeOwnLayout, Shape: setShape,
}
