package runtime

// CodeType is code.
var CodeType = &Type{name: "code"}

var codeShape = &Shape{typ: CodeType}

var codeSpec = TypeSpec{
	Type: CodeType, Name: "code", Flags: TypeHasWeakref | typeOwnLayout, Shape: codeShape,
}

// NumFree returns the number of free variables.
func (c *Code) NumFree() int {
	n := 0
	for i := len(c.Kinds) - 1; i >= 0 && c.Kinds[i]&KindFree != 0; i-- {
		n++
	}
	return n
}
