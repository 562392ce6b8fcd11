package runtime

import "unsafe"

// CellType is cell.
var CellType = &Type{name: "cell"}

var cellShape = &Shape{typ: CellType}

var cellSpec = TypeSpec{
	Type: CellType, Name: "cell", Flags: typeOwnLayout, Shape: cellShape,
	Doc: "Create a new cell object.\n\n  contents\n    the contents of the cell. If not specified, the cell will be empty,\n    and \n further attempts to access its cell_contents attribute will\n" +
		"    raise a ValueError.",
	TextSig: "([contents])",
	Slots: Slots{
		New: cellNew, Repr: cellRepr, RichCompare: cellCompare,
		Traverse: func(v Value, visit VisitFunc) { visit((*Cell)(v.p).V) },
	},
	GetSets: []GetSetSpec{{
		Name: "cell_contents",
		Get: func(t *Thread, self Value) (Value, *Exception) {
			if v := (*Cell)(self.p).V; !v.IsNull() {
				return v, nil
			}
			return Null, Raise(t, ValueErrorType, "Cell is empty")
		},
		Set: func(_ *Thread, self, x Value) *Exception { (*Cell)(self.p).V = x; return nil },
	}},
}

// Value returns the cell as a Value.
func (c *Cell) Value() Value { return obj(unsafe.Pointer(c)) }

func cellNew(t *Thread, _ *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := noKeywords(t, "cell", kw); exc != nil {
		return Null, exc
	}
	if exc := checkArity(t, "cell", len(args), 0, 1); exc != nil {
		return Null, exc
	}
	v := Null
	if len(args) > 0 {
		v = args[0]
	}
	return NewCell(t, v).Value(), nil
}

func cellRepr(t *Thread, v Value) (Value, *Exception) {
	c := (*Cell)(v.p)
	if c.V.IsNull() {
		return NewStr(t, "<cell at "+Address(v)+": empty>").Value(), nil
	}
	return NewStr(t, "<cell at "+Address(v)+": "+TypeOf(c.V).fullName()+" object at "+Address(c.V)+">").Value(), nil
}

// cellCompare compares the contents; an empty cell is less than a full one.
func cellCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	x, y := AsCell(a), AsCell(b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	if !x.V.IsNull() && !y.V.IsNull() {
		return RichCompare(t, x.V, y.V, op)
	}
	full := func(c *Cell) int {
		if c.V.IsNull() {
			return 0
		}
		return 1
	}
	return Bool(orderHolds(full(x)-full(y), op)), nil
}

// orderHolds reports whether a three-way comparison's result satisfies op.
func orderHolds(c int, op CompareOp) bool {
	switch op {
	case LT:
		return c < 0
	case LE:
		return c <= 0
	case EQ:
		return c == 0
	case NE:
		return c != 0
	case GT:
		return c > 0
	}
	return c >= 0
}
