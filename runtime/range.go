package runtime

// RangeType is range.
var RangeType = &Type{name: "range"}

var rangeShape = &Shape{typ: RangeType}

// A Range is a range object. Bounds that do not fit 64 bits are in the Big fields.
type Range struct {
	Header
	Start, Stop, Step Value
	Len               Value
}

var rangeSpec = TypeSpec{
	Type: RangeType, Name: "range", Flags: TypeSequence | typeOwnLayout, Shape: rangeShape,
}
