package runtime

import "unsafe"

// SuperType is super.
var SuperType = &Type{name: "super"}

var superShape = &Shape{typ: SuperType}

// A Super is a super object.
type Super struct {
	Header
	typ  *Type // nil before __init__ ran
	obj  Value // Null while unbound
	objt *Type // where in obj's MRO to look; nil while unbound
}

// A subSuper is an instance of a subclass of super.
type subSuper struct {
	Super
	Attrs
}

var superSpec = TypeSpec{
	Type: SuperType, Name: "super", Flags: TypeBase | typeOwnLayout, Shape: superShape,
	Doc: "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\nsuper(type, obj) -> bound super object; requires isinstance(obj, type)\n" +
		"super(type, type2) -> bound super object; requires issubclass(type2, type)\nTypical use to call a cooperative superclass method:\nclass C(B):\n" +
		"    def meth(self, arg):\n        super().meth(arg)\nThis works for class methods too:\nclass C(B):\n    @classmethod\n    def cmeth(cls, arg):\n        super().cmeth(arg)\n",
	NewSub: func(t *Thread, tp *Type) *Header {
		s := alloc[subSuper](t)
		s.obj = Null
		return &s.Header
	},
	SubAttrsOffset: unsafe.Offsetof(subSuper{}.Attrs),
	Slots: Slots{
		New: superNew, Init: superInit, Repr: superRepr, GetAttr: superGetAttr, FindAttr: superFind, DescrGet: superDescrGet,
		Traverse: func(v Value, visit VisitFunc) {
			s := (*Super)(v.p)
			visit(s.obj)
			if s.typ != nil {
				visit(s.typ.Value())
			}
			if s.objt != nil {
				visit(s.objt.Value())
			}
		},
	},
	GetSets: []GetSetSpec{
		{
			Name: "__thisclass__", Doc: "the class invoking super()", Member: true,
			Get: func(_ *Thread, self Value) (Value, *Exception) { return typeOrNone((*Super)(self.p).typ), nil },
		},
		{
			Name: "__self__", Doc: "the instance invoking super(); may be None", Member: true,
			Get: func(_ *Thread, self Value) (Value, *Exception) { return orNone((*Super)(self.p).obj), nil },
		},
		{
			Name: "__self_class__", Doc: "the type of the instance invoking super(); may be None", Member: true,
			Get: func(_ *Thread, self Value) (Value, *Exception) { return typeOrNone((*Super)(self.p).objt), nil },
		},
	},
}

func typeOrNone(tp *Type) Value {
	if tp == nil {
		return None
	}
	return tp.Value()
}

func superNew(t *Thread, cls *Type, _ []Value, _ *Tuple) (Value, *Exception) {
	if cls != SuperType {
		return ObjectOf(newInstanceOf(t, cls)), nil
	}
	s := alloc[Super](t)
	s.shape, s.obj = superShape, Null
	return obj(unsafe.Pointer(s)), nil
}

func superInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	if exc := noKeywords(t, "super", kw); exc != nil {
		return exc
	}
	if exc := checkArity(t, "super()", len(args), 0, 2); exc != nil {
		return exc
	}
	s := (*Super)(self.p)
	var tp *Type
	o := Null
	if len(args) == 0 {
		var exc *Exception
		if tp, o, exc = superFromFrame(t); exc != nil {
			return exc
		}
	} else {
		if tp = asType(args[0]); tp == nil {
			return badArgument(t, "super", "argument 1", "a type", args[0])
		}
		if len(args) == 2 && !args[1].IsNone() {
			o = args[1]
		}
	}
	var objt *Type
	if !o.IsNull() {
		var exc *Exception
		if objt, exc = superCheck(t, tp, o); exc != nil {
			return exc
		}
	}
	s.typ, s.obj, s.objt = tp, o, objt
	return nil
}

// superFromFrame finds the class and the first argument that super() without arguments means.
func superFromFrame(t *Thread) (*Type, Value, *Exception) {
	f := t.interp.engine.Frame(t, 0)
	if f == nil {
		return nil, Null, Raise(t, RuntimeErrorType, "super(): no current frame")
	}
	code := f.Code
	if code.ArgCount == 0 {
		return nil, Null, Raise(t, RuntimeErrorType, "super(): no arguments")
	}
	first := *f.Slot(0)
	if code.Kinds[0]&KindCell != 0 {
		if c := AsCell(first); c != nil {
			first = c.V
		}
	}
	if first.IsNull() {
		return nil, Null, Raise(t, RuntimeErrorType, "super(): arg[0] deleted")
	}
	for i, name := range code.LocalsPlus {
		if code.Kinds[i]&KindFree == 0 || !name.equal(sClass) {
			continue
		}
		c := AsCell(*f.Slot(i))
		if c == nil {
			return nil, Null, Raise(t, RuntimeErrorType, "super(): bad __class__ cell")
		}
		if c.V.IsNull() {
			return nil, Null, Raise(t, RuntimeErrorType, "super(): empty __class__ cell")
		}
		tp := asType(c.V)
		if tp == nil {
			return nil, Null, Raisef(t, RuntimeErrorType, "super(): __class__ is not a type (%s)", TypeOf(c.V).fullName())
		}
		return tp, first, nil
	}
	return nil, Null, Raise(t, RuntimeErrorType, "super(): __class__ cell not found")
}

// superCheck returns the class whose MRO a super object searches: obj itself for a class below tp, else its type, else its __class__.
func superCheck(t *Thread, tp *Type, o Value) (*Type, *Exception) {
	if c := asType(o); c != nil && c.IsSubtype(tp) {
		return c, nil
	}
	if ot := TypeOf(o); ot.IsSubtype(tp) {
		return ot, nil
	}
	v, ok, exc := FindAttr(t, o, sClass)
	if exc != nil {
		return nil, exc
	}
	if ok {
		if c := asType(v); c != nil && c != TypeOf(o) && c.IsSubtype(tp) {
			return c, nil
		}
	}
	if !t.interp.Version.At(13) {
		return nil, Raise(t, TypeErrorType, "super(type, obj): obj must be an instance or subtype of type")
	}
	kind, of := "instance of", TypeOf(o)
	if c := asType(o); c != nil {
		kind, of = "type", c
	}
	return nil, TypeErrorf(t, "super(type, obj): obj (%s %s) is not an instance or subtype of type (%s).", kind, of.fullName(), tp.fullName())
}

func superRepr(t *Thread, v Value) (Value, *Exception) {
	s := (*Super)(v.p)
	cls := "NULL"
	if s.typ != nil {
		cls = s.typ.name
	}
	if s.objt != nil {
		return NewStr(t, "<super: <class '"+cls+"'>, <"+s.objt.name+" object>>").Value(), nil
	}
	return NewStr(t, "<super: <class '"+cls+"'>, NULL>").Value(), nil
}

func superGetAttr(t *Thread, v Value, name *Str) (Value, *Exception) {
	x, ok, exc := superFind(t, v, name)
	if exc == nil && !ok {
		return Null, raiseNoAttr(t, v, name)
	}
	return x, exc
}

func superFind(t *Thread, v Value, name *Str) (Value, bool, *Exception) {
	s := (*Super)(v.p)
	if s.objt != nil && !name.equal(sClass) {
		if x, ok := superLookup(s.typ, s.objt, name); ok {
			return superBind(t, x, s.obj, s.objt)
		}
	}
	return genericFind(t, v, name)
}

// superLookup finds name in the classes behind tp in start's MRO.
func superLookup(tp, start *Type, name *Str) (Value, bool) {
	mro := start.mro
	i := 0
	for i < len(mro) && mro[i] != tp {
		i++
	}
	for i++; i < len(mro); i++ {
		if v, ok := mro[i].attrs().GetStr(name); ok {
			return v, true
		}
	}
	return Null, false
}

func superBind(t *Thread, x, o Value, start *Type) (Value, bool, *Exception) {
	get := TypeOf(x).DescrGet
	if get == nil {
		return x, true, nil
	}
	if c := asType(o); c == start && c != nil {
		o = Null
	}
	return orMissing(get(t, x, o, start))
}

// SuperAttr is super(tp, o).name as LOAD_SUPER_ATTR needs it, without making the super object.
func SuperAttr(t *Thread, tp *Type, o Value, name *Str) (Value, *Exception) {
	fn, self, exc := SuperMethod(t, tp, o, name)
	if exc != nil || self.IsNull() {
		return fn, exc
	}
	return NewMethod(t, fn, self), nil
}

// SuperMethod is SuperAttr in its method form: it returns an unbound function and self, or the attribute and Null.
func SuperMethod(t *Thread, tp *Type, o Value, name *Str) (fn, self Value, exc *Exception) {
	start, exc := superCheck(t, tp, o)
	if exc != nil {
		return Null, Null, exc
	}
	if !name.equal(sClass) {
		if x, ok := superLookup(tp, start, name); ok {
			if AsFunction(x) != nil {
				if c := asType(o); c == start && c != nil {
					return x, Null, nil
				}
				return x, o, nil
			}
			x, _, exc := superBind(t, x, o, start)
			return x, Null, exc
		}
	}
	s := &Super{typ: tp, obj: o, objt: start}
	s.shape = superShape
	x, exc := GenericGetAttr(t, obj(unsafe.Pointer(s)), name)
	return x, Null, exc
}

// superDescrGet binds an unbound super object.
func superDescrGet(t *Thread, d, o Value, _ *Type) (Value, *Exception) {
	s := (*Super)(d.p)
	if o.IsNull() || o.IsNone() || !s.obj.IsNull() {
		return d, nil
	}
	if s.shape != superShape {
		return Call(t, TypeOf(d).Value(), typeOrNone(s.typ), o)
	}
	objt, exc := superCheck(t, s.typ, o)
	if exc != nil {
		return Null, exc
	}
	n := alloc[Super](t)
	n.shape, n.typ, n.obj, n.objt = superShape, s.typ, o, objt
	return obj(unsafe.Pointer(n)), nil
}
