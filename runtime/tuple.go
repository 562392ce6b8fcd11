package runtime

// TupleType is tuple.
var TupleType = &Type{name: "tuple"}

var tupleShape = &Shape{typ: TupleType}

var tupleSpec = TypeSpec{
	Type: TupleType, Name: "tuple", Flags: TypeBase | TypeTuple | TypeSequence | TypeMatchSelf | typeOwnLayout, Shape: tupleShape,
}
