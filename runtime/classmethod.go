package runtime

import "unsafe"

// ClassMethodType is classmethod.
var ClassMethodType = &Type{name: "classmethod"}

var classMethodShape = &Shape{typ: ClassMethodType}

// A ClassMethodObject is a classmethod.
type ClassMethodObject struct {
	Header
	Attrs
	Func Value // Null before __init__ ran
}

// NewClassMethod makes a classmethod of a Python function.
func NewClassMethod(t *Thread, fn Value) Value {
	c := alloc[ClassMethodObject](t)
	c.shape, c.Func = classMethodShape, fn
	return obj(unsafe.Pointer(c))
}

var classMethodSpec = TypeSpec{
	Type: ClassMethodType, Name: "classmethod", Flags: TypeBase | TypeHasDict | typeOwnLayout, Shape: classMethodShape, AttrsOffset: unsafe.Offsetof(ClassMethodObject{}.Attrs),
	Doc: "Convert a function to be a class method.\n\nA class method receives the class as implicit first argument,\njust like an instance method receives the instance.\n" +
		"To declare a class method, use this idiom:\n\n  class C:\n      @classmethod\n      def f(cls, arg1, arg2, argN):\n          ...\n\n" +
		"It can be called either on the class (e.g. C.f()) or on an instance\n(e.g. C().f()).  The instance is ignored except for its class.\n" +
		"If a class method is called for a derived class, the derived class\nobject is passed as the implied first argument.\n\n" +
		"Class methods are different than C++ or Java static methods.\nIf you want those, see the staticmethod builtin.",
	TextSig: "(function, /)",
	NewSub: func(t *Thread, tp *Type) *Header {
		c := alloc[ClassMethodObject](t)
		c.Func = Null
		return &c.Header
	},
	Slots: Slots{
		New: func(t *Thread, cls *Type, _ []Value, _ *Tuple) (Value, *Exception) {
			if cls == ClassMethodType {
				return NewClassMethod(t, Null), nil
			}
			return ObjectOf(newInstanceOf(t, cls)), nil
		},
		Init: func(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
			return wrapperInit(t, self, &(*ClassMethodObject)(self.p).Func, "classmethod", args, kw)
		},
		DescrGet: classMethodGet,
		Repr: func(t *Thread, v Value) (Value, *Exception) {
			return wrapperRepr(t, "classmethod", (*ClassMethodObject)(v.p).Func)
		},
		Traverse: func(v Value, visit VisitFunc) { visit((*ClassMethodObject)(v.p).Func) },
	},
	Methods: []MethodSpec{{Sig: "__class_getitem__($type, object, /)", Fn: newGenericAlias, Flavor: ClassMethod, Since: 14}},
	GetSets: wrapperGetSets(func(self Value) *Value { return &(*ClassMethodObject)(self.p).Func }),
}

// wrapperGetSets are the attributes of classmethod and staticmethod.
func wrapperGetSets(at func(self Value) *Value) []GetSetSpec {
	get := func(_ *Thread, self Value) (Value, *Exception) { return orNone(*at(self)), nil }
	return []GetSetSpec{
		{Name: "__func__", Member: true, Get: get},
		{Name: "__wrapped__", Member: true, Get: get},
		{Name: "__isabstractmethod__", Get: func(t *Thread, self Value) (Value, *Exception) { return anyAbstract(t, *at(self)) }},
		{Name: "__dict__", Get: dictGetSet.Get, Set: setInstanceDict},
		{
			Name: "__annotations__", Since: 14,
			Get: func(t *Thread, self Value) (Value, *Exception) { return wrappedAttr(t, self, *at(self), sAnnotations) },
			Set: func(t *Thread, self, x Value) *Exception { return setWrappedAttr(t, self, sAnnotations, x) },
		},
		{
			Name: "__annotate__", Since: 14,
			Get: func(t *Thread, self Value) (Value, *Exception) { return wrappedAttr(t, self, *at(self), sAnnotate) },
			Set: func(t *Thread, self, x Value) *Exception { return setWrappedAttr(t, self, sAnnotate, x) },
		},
	}
}

// wrappedAttr is an attribute that is taken from the wrapped function at first sight and kept in the wrapper's __dict__.
func wrappedAttr(t *Thread, self, fn Value, name *Str) (Value, *Exception) {
	d := InstanceDict(t, self)
	if v, ok := d.GetStr(name); ok {
		return v, nil
	}
	v, exc := GetAttr(t, orNone(fn), name)
	if exc != nil {
		return Null, exc
	}
	return v, d.SetStr(t, name, v)
}

func setWrappedAttr(t *Thread, self Value, name *Str, x Value) *Exception {
	d := InstanceDict(t, self)
	if !x.IsNull() {
		return d.SetStr(t, name, x)
	}
	if !d.DeleteStr(t, name) {
		return RaiseAttribute(t, "'"+TypeOf(self).fullName()+"' object has no attribute '"+name.GoString()+"'", self, name)
	}
	return nil
}

// wrapperInit stores the function of a classmethod or staticmethod and copies what functools.wraps copies.
func wrapperInit(t *Thread, self Value, fn *Value, name string, args []Value, kw *Tuple) *Exception {
	if exc := noKeywords(t, name, kw); exc != nil {
		return exc
	}
	if exc := checkArity(t, name, len(args), 1, 1); exc != nil {
		return exc
	}
	*fn = args[0]
	f := args[0]
	d := InstanceDict(t, self)
	names := []*Str{sModule, sName, sQualname, sDoc}
	if !t.interp.Version.At(14) {
		names = append(names, sAnnotations)
	}
	for _, n := range names {
		v, ok, exc := FindAttr(t, f, n)
		if exc != nil {
			return exc
		}
		if ok {
			if exc := d.SetStr(t, n, v); exc != nil {
				return exc
			}
		}
	}
	return nil
}

func wrapperRepr(t *Thread, name string, fn Value) (Value, *Exception) {
	s, exc := Repr(t, orNone(fn))
	if exc != nil {
		return Null, exc
	}
	return NewStr(t, "<"+name+"("+s.GoString()+")>").Value(), nil
}

func classMethodGet(t *Thread, d, o Value, owner *Type) (Value, *Exception) {
	c := (*ClassMethodObject)(d.p)
	if c.Func.IsNull() {
		return Null, Raise(t, RuntimeErrorType, "uninitialized classmethod object")
	}
	if owner == nil {
		owner = TypeOf(o)
	}
	if !t.interp.Version.At(13) {
		// Until 3.12 a classmethod chains to the descriptor it wraps.
		if get := TypeOf(c.Func).DescrGet; get != nil {
			return get(t, c.Func, owner.Value(), TypeOf(owner.Value()))
		}
	}
	return NewMethod(t, c.Func, owner.Value()), nil
}
