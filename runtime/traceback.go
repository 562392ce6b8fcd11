package runtime

// TracebackType is traceback.
var TracebackType = &Type{name: "traceback"}

var tracebackShape = &Shape{typ: TracebackType}

var tracebackSpec = TypeSpec{
	Type: TracebackType, Name: "traceback", Flags: typeOwnLayout, Shape: tracebackShape,
}

// AsTraceback returns the traceback that v is, or nil.
func AsTraceback(v Value) *Traceback {
	if v.p != nil && (*Header)(v.p).shape == tracebackShape {
		return (*Traceback)(v.p)
	}
	return nil
}
