package runtime

// CoroutineType is coroutine.
var CoroutineType = &Type{name: "coroutine"}

var coroutineShape = &Shape{typ: CoroutineType}

var coroutineSpec = TypeSpec{
	Type: CoroutineType, Name: "coroutine", Flags: TypeHasWeakref | typeOwnLayout, Shape: coroutineShape,
}
