package runtime

// SliceType is slice.
var SliceType = &Type{name: "slice"}

var sliceShape = &Shape{typ: SliceType}

// A Slice is a slice object.
type Slice struct {
	Header
	Start, Stop, Step Value
}

var sliceSpec = TypeSpec{
	Type: SliceType, Name: "slice", Flags: typeOwnLayout, Shape: sliceShape,
}
