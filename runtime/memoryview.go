package runtime

// MemoryViewType is memoryview.
var MemoryViewType = &Type{name: "memoryview"}

var memoryViewShape = &Shape{typ: MemoryViewType}

// A MemoryView is a view of another object's buffer.
type MemoryView struct {
	Header
	Buf *Buffer // nil once released
}

var memoryViewSpec = TypeSpec{
	Type: MemoryViewType, Name: "memoryview", Flags: typeOwnLayout, Shape: memoryViewShape,
}
