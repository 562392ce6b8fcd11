package runtime

import "unsafe"

// StaticMethodType is staticmethod.
var StaticMethodType = &Type{name: "staticmethod"}

var staticMethodShape = &Shape{typ: StaticMethodType}

// A StaticMethodObject is a staticmethod.
type StaticMethodObject struct {
	Header
	Attrs
	Func Value // Null before __init__ ran
}

// NewStaticMethod makes a staticmethod of a Python function.
func NewStaticMethod(t *Thread, fn Value) Value {
	s := alloc[StaticMethodObject](t)
	s.shape, s.Func = staticMethodShape, fn
	return obj(unsafe.Pointer(s))
}

var staticMethodSpec = TypeSpec{
	Type: StaticMethodType, Name: "staticmethod", Flags: TypeBase | TypeHasDict | typeOwnLayout, Shape: staticMethodShape, AttrsOffset: unsafe.Offsetof(StaticMethodObject{}.Attrs),
	Doc: "Convert a function to be a static method.\n\nA static method does not receive an implicit first argument.\nTo declare a static method, use this idiom:\n\n" +
		"     class C:\n         @staticmethod\n         def f(arg1, arg2, argN):\n             ...\n\n" +
		"It can be called either on the class (e.g. C.f()) or on an instance\n(e.g. C().f()). Both the class and the instance are ignored, and\n" +
		"neither is passed implicitly as the first argument to the method.\n\nStatic methods in Python are similar to those found in Java or C++.\n" +
		"For a more advanced concept, see the classmethod builtin.",
	TextSig: "(function, /)",
	NewSub: func(t *Thread, tp *Type) *Header {
		s := alloc[StaticMethodObject](t)
		s.Func = Null
		return &s.Header
	},
	Slots: Slots{
		New: func(t *Thread, cls *Type, _ []Value, _ *Tuple) (Value, *Exception) {
			if cls == StaticMethodType {
				return NewStaticMethod(t, Null), nil
			}
			return ObjectOf(newInstanceOf(t, cls)), nil
		},
		Init: func(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
			return wrapperInit(t, self, &(*StaticMethodObject)(self.p).Func, "staticmethod", args, kw)
		},
		Call: func(t *Thread, v Value, args []Value, kw *Tuple) (Value, *Exception) {
			return CallKw(t, orNone((*StaticMethodObject)(v.p).Func), args, kw)
		},
		DescrGet: func(t *Thread, d, _ Value, _ *Type) (Value, *Exception) {
			if f := (*StaticMethodObject)(d.p).Func; !f.IsNull() {
				return f, nil
			}
			return Null, Raise(t, RuntimeErrorType, "uninitialized staticmethod object")
		},
		Repr: func(t *Thread, v Value) (Value, *Exception) {
			return wrapperRepr(t, "staticmethod", (*StaticMethodObject)(v.p).Func)
		},
		Traverse: func(v Value, visit VisitFunc) { visit((*StaticMethodObject)(v.p).Func) },
	},
	Methods: []MethodSpec{{Sig: "__class_getitem__($type, object, /)", Fn: newGenericAlias, Flavor: ClassMethod, Since: 14}},
	GetSets: wrapperGetSets(func(self Value) *Value { return &(*StaticMethodObject)(self.p).Func }),
}
