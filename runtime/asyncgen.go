package runtime

// AsyncGenType is async_generator.
var AsyncGenType = &Type{name: "async_generator"}

var asyncGenShape = &Shape{typ: AsyncGenType}

var asyncGenSpec = TypeSpec{
	Type: AsyncGenType, Name: "async_generator", Flags: TypeHasWeakref | typeOwnLayout, Shape: asyncGenShape,
}
