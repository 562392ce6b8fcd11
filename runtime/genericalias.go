package runtime

// GenericAliasType is types.GenericAlias.
var GenericAliasType = &Type{name: "GenericAlias"}

var genericAliasShape = &Shape{typ: GenericAliasType}

// A GenericAlias is list[int] and the like.
type GenericAlias struct {
	Header
	Origin, Args, Params Value
	starred              bool
}

var genericAliasSpec = TypeSpec{
	Type: GenericAliasType, Name: "types.GenericAlias", Flags: TypeBase | TypeHasWeakref | typeOwnLayout, Shape: genericAliasShape,
}
