package runtime

// CodeType is code.
var CodeType = &Type{name: "code"}

var codeShape = &Shape{typ: CodeType}

var codeSpec = TypeSpec{
	Type: CodeType, Name: "code", Flags: TypeHasWeakref | typeOwnLayout, Shape: codeShape,
}
