package runtime

// TypeType is type.
var TypeType = &Type{name: "type"}

var typeShape = &Shape{typ: TypeType}

var typeSpec = TypeSpec{
	Type: TypeType, Name: "type", Flags: TypeBase | TypeTypeFlag | typeOwnLayout | TypeHasDict | TypeHasWeakref, Shape: typeShape,
	Doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
	Slots: Slots{
		New: typeNew, Init: typeInit, Call: typeCall, GetAttr: typeGetAttr, FindAttr: typeFind, SetAttr: typeSetAttr, Repr: typeRepr,
		Binary: [numBinary + 1]BinaryFunc{OpOr: typeOr}, Traverse: typeTraverse,
	},
	Methods: []MethodSpec{
		{Sig: "mro($self, /)", Doc: "Return a type's method resolution order.", Fn: typeMRO},
		{Sig: "__subclasses__($self, /)", Doc: "Return a list of immediate subclasses.", Fn: typeSubclasses},
		{
			Sig: "__prepare__($cls, name, bases, /, **kwds)", Doc: "Create the namespace for the class statement", Flavor: ClassMethod,
			Fn: func(t *Thread, _ Value, _ []Value, _ *Tuple) (Value, *Exception) { return NewDict(t).Value(), nil },
		},
		{
			Sig: "__instancecheck__($self, instance, /)", Doc: "Check if an object is an instance.",
			Fn: func(t *Thread, self, o Value) (Value, *Exception) { return boolean(plainIsInstance(t, o, self)) },
		},
		{
			Sig: "__subclasscheck__($self, subclass, /)", Doc: "Check if a class is a subclass.",
			Fn: func(t *Thread, self, o Value) (Value, *Exception) { return boolean(plainIsSubclass(t, o, self)) },
		},
		{Sig: "__dir__($self, /)", Doc: "Specialized __dir__ implementation for types.", Fn: typeDir},
		{Sig: "__sizeof__($self, /)", Doc: "Return memory consumption of the type object.", Fn: func(_ *Thread, self Value) (Value, *Exception) {
			if (*Type)(self.p).flags&TypeHeap != 0 {
				return Int(928), nil
			}
			return Int(416), nil
		}},
	},
	GetSets: typeGetSets,
}

// typeInit is type.__init__: it checks only the number of arguments.
func typeInit(t *Thread, _ Value, args []Value, kw *Tuple) *Exception {
	n := len(args) - kw.Len()
	if n == 1 && kw.Len() > 0 {
		return Raise(t, TypeErrorType, "type.__init__() takes no keyword arguments")
	}
	if n != 1 && n != 3 {
		return Raise(t, TypeErrorType, "type.__init__() takes 1 or 3 arguments")
	}
	return nil
}

func typeRepr(t *Thread, v Value) (Value, *Exception) {
	return NewStr(t, "<class '"+(*Type)(v.p).reprName()+"'>").Value(), nil
}

func typeTraverse(v Value, visit VisitFunc) {
	tp := (*Type)(v.p)
	if d := tp.names.Load(); d != nil {
		visit(d.Value())
	}
	for _, b := range tp.bases {
		visit(b.Value())
	}
	for _, b := range tp.mro {
		if b != tp {
			visit(b.Value())
		}
	}
}

func typeTuple(t *Thread, types []*Type) Value {
	items := make([]Value, len(types))
	for i, b := range types {
		items[i] = b.Value()
	}
	return NewTuple(t, items).Value()
}

func typeMRO(t *Thread, self Value) (Value, *Exception) {
	tp := (*Type)(self.p)
	mro, exc := computeMRO(t, tp, tp.bases)
	if exc != nil {
		return Null, exc
	}
	l := NewList(t, make([]Value, 0, len(mro)))
	for _, b := range mro {
		l.Items = append(l.Items, b.Value())
	}
	return l.Value(), nil
}

func typeSubclasses(t *Thread, self Value) (Value, *Exception) {
	subs := (*Type)(self.p).Subclasses(t)
	l := NewList(t, make([]Value, 0, len(subs)))
	for _, s := range subs {
		l.Items = append(l.Items, s.Value())
	}
	return l.Value(), nil
}

// typeDir lists the names of a class and its bases, not those of its metaclass.
func typeDir(t *Thread, self Value) (Value, *Exception) {
	names := NewDict(t)
	(*Type)(self.p).dirNames(t, names)
	return namesList(t, names), nil
}
