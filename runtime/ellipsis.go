package runtime

// EllipsisType is ellipsis.
var EllipsisType = &Type{name: "ellipsis"}

var ellipsisShape = &Shape{typ: EllipsisType}

var ellipsisSpec = TypeSpec{
	Type: EllipsisType, Name: "ellipsis", Flags: 0, Shape: ellipsisShape,
}
