package runtime

// MethodType is method.
var MethodType = &Type{name: "method"}

var methodShape = &Shape{typ: MethodType}

var methodSpec = TypeSpec{
	Type: MethodType, Name: "method", Flags: TypeHasWeakref | typeOwnLayout, Shape: methodShape, Slots: Slots{Call: methodCall},
}
