package runtime

// CellType is cell.
var CellType = &Type{name: "cell"}

var cellShape = &Shape{typ: CellType}

var cellSpec = TypeSpec{
	Type: CellType, Name: "cell", Flags: typeOwnLayout, Shape: cellShape,
}
