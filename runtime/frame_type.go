package runtime

// FrameType is frame.
var FrameType = &Type{name: "frame"}

var frameShape = &Shape{typ: FrameType}

var frameSpec = TypeSpec{
	Type: FrameType, Name: "frame", Flags: typeOwnLayout, Shape: frameShape,
}
