package runtime

// TracebackType is traceback.
var TracebackType = &Type{name: "traceback"}

var tracebackShape = &Shape{typ: TracebackType}

var tracebackSpec = TypeSpec{
	Type: TracebackType, Name: "traceback", Flags: typeOwnLayout, Shape: tracebackShape,
}
