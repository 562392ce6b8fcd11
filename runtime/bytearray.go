package runtime

// ByteArrayType is bytearray.
var ByteArrayType = &Type{name: "bytearray"}

var byteArrayShape = &Shape{typ: ByteArrayType}

// A ByteArray is a mutable byte string; while exports exist its length cannot change.
type ByteArray struct {
	Header
	B       []byte
	exports int
}

var byteArraySpec = TypeSpec{
	Type: ByteArrayType, Name: "bytearray", Flags: TypeBase | TypeMatchSelf | typeOwnLayout, Shape: byteArrayShape,
}
