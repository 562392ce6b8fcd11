package runtime

import "unsafe"

// FunctionType is function.
var FunctionType = &Type{name: "function"}

var functionShape = &Shape{typ: FunctionType}

var functionSpec = TypeSpec{
	Type: FunctionType, Name: "function", Flags: TypeHasDict | TypeHasWeakref | typeOwnLayout, Shape: functionShape, AttrsOffset: unsafe.Offsetof(Function{}.Attrs),
	Slots: Slots{DescrGet: functionGet, Call: CallKw},
}
