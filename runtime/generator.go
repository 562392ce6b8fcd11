package runtime

// GeneratorType is generator.
var GeneratorType = &Type{name: "generator"}

var generatorShape = &Shape{typ: GeneratorType}

var generatorSpec = TypeSpec{
	Type: GeneratorType, Name: "generator", Flags: TypeHasWeakref | typeOwnLayout, Shape: generatorShape,
}
