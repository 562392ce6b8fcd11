package runtime

// BytesType is bytes.
var BytesType = &Type{name: "bytes"}

var bytesShape = &Shape{typ: BytesType}

// A Bytes is an immutable byte string; B must never change.
type Bytes struct {
	Header
	B    []byte
	hash int64 // 0 until computed
}

var bytesSpec = TypeSpec{
	Type: BytesType, Name: "bytes", Flags: TypeBase | TypeBytes | TypeMatchSelf | typeOwnLayout, Shape: bytesShape,
}
