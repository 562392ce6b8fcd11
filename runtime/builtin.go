package runtime

// BuiltinType is builtin_function_or_method.
var BuiltinType = &Type{name: "builtin_function_or_method"}

var builtinShape = &Shape{typ: BuiltinType}

var builtinSpec = TypeSpec{
	Type: BuiltinType, Name: "builtin_function_or_method", Flags: TypeHasWeakref | typeOwnLayout, Shape: builtinShape, Slots: Slots{Call: builtinCall},
}
