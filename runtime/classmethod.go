package runtime

import "unsafe"

// ClassMethodType is classmethod.
var ClassMethodType = &Type{name: "classmethod"}

var classMethodShape = &Shape{typ: ClassMethodType}

var classMethodSpec = TypeSpec{
	Type: ClassMethodType, Name: "classmethod", Flags: TypeBase | TypeHasDict | typeOwnLayout, Shape: classMethodShape, AttrsOffset: unsafe.Offsetof(ClassMethodObject{}.Attrs),
	Slots: Slots{DescrGet: classMethodGet},
}

func classMethodGet(t *Thread, d, o Value, owner *Type) (Value, *Exception) {
	if owner == nil {
		owner = TypeOf(o)
	}
	return NewMethod(t, (*ClassMethodObject)(d.p).Func, owner.Value()), nil
}
