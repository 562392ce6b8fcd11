package runtime

import "unsafe"

// PropertyType is property.
var PropertyType = &Type{name: "property"}

var propertyShape = &Shape{typ: PropertyType}

// A Property is a property.
type Property struct {
	Header
	Get, Set, Del, Doc Value // Null where there is none
	name               Value
	getterDoc          bool // Doc came from the getter
}

// A subProperty is an instance of a subclass of property.
type subProperty struct {
	Property
	Attrs
}

var propertySpec = TypeSpec{
	Type: PropertyType, Name: "property", Flags: TypeBase | typeOwnLayout, Shape: propertyShape,
	Doc: "Property attribute.\n\n  fget\n    function to be used for getting an attribute value\n  fset\n    function to be used for setting an attribute value\n" +
		"  fdel\n    function to be used for del'ing an attribute\n  doc\n    docstring\n\nTypical use is to define a managed attribute x:\n\n" +
		"class C(object):\n    def getx(self): return self._x\n    def setx(self, value): self._x = value\n    def delx(self): del self._x\n" +
		"    x = property(getx, setx, delx, \"I'm the 'x' property.\")\n\nDecorators make defining new properties or modifying existing ones easy:\n\n" +
		"class C(object):\n    @property\n    def x(self):\n        \"I am the 'x' property.\"\n        return self._x\n    @x.setter\n    def x(self, value):\n" +
		"        self._x = value\n    @x.deleter\n    def x(self):\n        del self._x",
	TextSig: "(fget=None, fset=None, fdel=None, doc=None)",
	NewSub: func(t *Thread, tp *Type) *Header {
		p := alloc[subProperty](t)
		p.clear()
		return &p.Header
	},
	SubAttrsOffset: unsafe.Offsetof(subProperty{}.Attrs),
	Slots: Slots{
		New: propertyNew, Init: propertyInit, DescrGet: propertyGet, DescrSet: propertySet,
		Traverse: func(v Value, visit VisitFunc) {
			p := (*Property)(v.p)
			visit(p.Get)
			visit(p.Set)
			visit(p.Del)
			visit(p.Doc)
			visit(p.name)
		},
	},
	Methods: []MethodSpec{
		{
			Sig: "getter($self, object, /)", Doc: "Descriptor to obtain a copy of the property with a different getter.",
			Fn: func(t *Thread, self, f Value) (Value, *Exception) { return propertyCopy(t, self, f, Null, Null) },
		},
		{
			Sig: "setter($self, object, /)", Doc: "Descriptor to obtain a copy of the property with a different setter.",
			Fn: func(t *Thread, self, f Value) (Value, *Exception) { return propertyCopy(t, self, Null, f, Null) },
		},
		{
			Sig: "deleter($self, object, /)", Doc: "Descriptor to obtain a copy of the property with a different deleter.",
			Fn: func(t *Thread, self, f Value) (Value, *Exception) { return propertyCopy(t, self, Null, Null, f) },
		},
		{Sig: "__set_name__($self, owner, name, /)", Doc: "Method to set name of a property.", Fn: propertySetName},
	},
	GetSets: []GetSetSpec{
		{Name: "fget", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return orNone((*Property)(self.p).Get), nil }},
		{Name: "fset", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return orNone((*Property)(self.p).Set), nil }},
		{Name: "fdel", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return orNone((*Property)(self.p).Del), nil }},
		{
			Name: "__doc__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return orNone((*Property)(self.p).Doc), nil },
			Set: func(_ *Thread, self, x Value) *Exception { (*Property)(self.p).Doc = x; return nil },
		},
		{Name: "__name__", Get: propertyName, Set: func(_ *Thread, self, x Value) *Exception { (*Property)(self.p).name = x; return nil }, Since: 13},
		{Name: "__isabstractmethod__", Get: func(t *Thread, self Value) (Value, *Exception) {
			p := (*Property)(self.p)
			return anyAbstract(t, p.Get, p.Set, p.Del)
		}},
	},
}

// AsProperty returns the property that v is (exactly), or nil.
func AsProperty(v Value) *Property {
	if v.p != nil && (*Header)(v.p).shape == propertyShape {
		return (*Property)(v.p)
	}
	return nil
}

func (p *Property) clear() {
	p.Get, p.Set, p.Del, p.Doc, p.name = Null, Null, Null, Null, Null
}

func propertyNew(t *Thread, cls *Type, _ []Value, _ *Tuple) (Value, *Exception) {
	if cls != PropertyType {
		return ObjectOf(newInstanceOf(t, cls)), nil
	}
	p := alloc[Property](t)
	p.clear()
	p.shape = propertyShape
	return obj(unsafe.Pointer(p)), nil
}

var propertyArgs = signature("property(fget=None, fset=None, fdel=None, doc=None)")

func propertyInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	p := (*Property)(self.p)
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := propertyArgs.bind(t, args, kw)
	if exc != nil {
		return exc
	}
	p.Get, p.Set, p.Del, p.name, p.getterDoc = orNull(a[0]), orNull(a[1]), orNull(a[2]), Null, false
	doc := a[3]
	if doc.IsNone() && !p.Get.IsNull() {
		d, ok, exc := FindAttr(t, p.Get, sDoc)
		if exc != nil {
			return exc
		}
		if ok && !d.IsNone() {
			doc, p.getterDoc = d, true
		}
	}
	if p.shape == propertyShape {
		p.Doc = doc
		return nil
	}
	return p.setSubclassDoc(t, self, doc)
}

// setSubclassDoc stores the docstring of a subclass's instance as an attribute of it, for the class has a __doc__ of its own.
func (p *Property) setSubclassDoc(t *Thread, self, doc Value) *Exception {
	if exc := SetAttr(t, self, sDoc, doc); exc != nil {
		if exc.Is(AttributeErrorType) && (p.getterDoc || doc.IsNone()) {
			return nil // a class with __slots__ has no room for the getter's docstring
		}
		return exc
	}
	return nil
}

func orNull(v Value) Value {
	if v.IsNone() {
		return Null
	}
	return v
}

func propertyGet(t *Thread, d, o Value, _ *Type) (Value, *Exception) {
	if o.IsNull() || o.IsNone() {
		return d, nil
	}
	p := (*Property)(d.p)
	if p.Get.IsNull() {
		return Null, p.missing(t, d, o, "getter")
	}
	return Call(t, p.Get, o)
}

func propertySet(t *Thread, d, o, x Value) *Exception {
	p := (*Property)(d.p)
	var exc *Exception
	switch {
	case x.IsNull() && p.Del.IsNull():
		return p.missing(t, d, o, "deleter")
	case x.IsNull():
		_, exc = Call(t, p.Del, o)
	case p.Set.IsNull():
		return p.missing(t, d, o, "setter")
	default:
		_, exc = Call(t, p.Set, o, x)
	}
	return exc
}

// missing is the AttributeError of a property without the function wanted.
func (p *Property) missing(t *Thread, self, o Value, what string) *Exception {
	name, _, exc := p.findName(t)
	if exc != nil {
		return exc
	}
	of := NewStr(t, TypeOf(o).qualname.GoString())
	q, exc := Repr(t, of.Value())
	if exc != nil {
		return exc
	}
	if name.IsNull() {
		return Raise(t, AttributeErrorType, "property of "+q.GoString()+" object has no "+what)
	}
	n, exc := Repr(t, name)
	if exc != nil {
		return exc
	}
	return Raise(t, AttributeErrorType, "property "+n.GoString()+" of "+q.GoString()+" object has no "+what)
}

// findName returns the name that __set_name__ gave, else the getter's.
func (p *Property) findName(t *Thread) (Value, bool, *Exception) {
	if !p.name.IsNull() {
		return p.name, true, nil
	}
	if p.Get.IsNull() || !t.interp.Version.At(13) {
		return Null, false, nil
	}
	return FindAttr(t, p.Get, sName)
}

func propertyName(t *Thread, self Value) (Value, *Exception) {
	v, ok, exc := (*Property)(self.p).findName(t)
	if exc == nil && !ok {
		return Null, RaiseAttribute(t, "'"+TypeOf(self).fullName()+"' object has no attribute '__name__'", self, sName)
	}
	return v, exc
}

func propertyCopy(t *Thread, self, get, set, del Value) (Value, *Exception) {
	p := (*Property)(self.p)
	if get.IsNull() || get.IsNone() {
		get = orNone(p.Get)
	}
	if set.IsNull() || set.IsNone() {
		set = orNone(p.Set)
	}
	if del.IsNull() || del.IsNone() {
		del = orNone(p.Del)
	}
	doc := orNone(p.Doc)
	if p.getterDoc && !get.IsNone() {
		doc = None
	}
	n, exc := Call(t, TypeOf(self).Value(), get, set, del, doc)
	if exc != nil {
		return Null, exc
	}
	if IsInstance(n, PropertyType) {
		(*Property)(n.p).name = p.name
	}
	return n, nil
}

func propertySetName(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
	if len(args) != 2 {
		return Null, TypeErrorf(t, "__set_name__() takes 2 positional arguments but %d were given", len(args))
	}
	(*Property)(self.p).name = args[1]
	return None, nil
}

var sIsAbstract = static("__isabstractmethod__")

// anyAbstract reports whether one of the functions is marked as abstract.
func anyAbstract(t *Thread, fns ...Value) (Value, *Exception) {
	for _, f := range fns {
		if f.IsNull() {
			continue
		}
		v, ok, exc := FindAttr(t, f, sIsAbstract)
		if exc != nil {
			return Null, exc
		}
		if ok {
			if b, exc := Truth(t, v); exc != nil || b {
				return Bool(b), exc
			}
		}
	}
	return False, nil
}
