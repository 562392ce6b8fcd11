package runtime

import "unsafe"

// StaticMethodType is staticmethod.
var StaticMethodType = &Type{name: "staticmethod"}

var staticMethodShape = &Shape{typ: StaticMethodType}

var staticMethodSpec = TypeSpec{
	Type: StaticMethodType, Name: "staticmethod", Flags: TypeBase | TypeHasDict | typeOwnLayout, Shape: staticMethodShape, AttrsOffset: unsafe.Offsetof(StaticMethodObject{}.Attrs),
	Slots: Slots{DescrGet: func(_ *Thread, d, _ Value, _ *Type) (Value, *Exception) { return (*StaticMethodObject)(d.p).Func, nil }},
}
