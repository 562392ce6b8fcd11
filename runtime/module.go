package runtime

// ModuleType is module.
var ModuleType = &Type{name: "module"}

var moduleShape = &Shape{typ: ModuleType}

var moduleSpec = TypeSpec{
	Type: ModuleType, Name: "module", Flags: TypeBase | TypeHasWeakref | TypeHasDict | typeOwnLayout, Shape: moduleShape,
}
