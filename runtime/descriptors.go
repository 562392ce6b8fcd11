package runtime

// The types of what stands in builtin types' namespaces.
var (
	MethodDescriptorType      = &Type{name: "method_descriptor"}
	ClassMethodDescriptorType = &Type{name: "classmethod_descriptor"}
	SlotWrapperType           = &Type{name: "wrapper_descriptor"}
	MethodWrapperType         = &Type{name: "method-wrapper"}
	GetSetType                = &Type{name: "getset_descriptor"}
	MemberType                = &Type{name: "member_descriptor"}

	methodDescriptorShape      = &Shape{typ: MethodDescriptorType}
	classMethodDescriptorShape = &Shape{typ: ClassMethodDescriptorType}
	slotWrapperShape           = &Shape{typ: SlotWrapperType}
	methodWrapperShape         = &Shape{typ: MethodWrapperType}
	getsetShape                = &Shape{typ: GetSetType}
	memberShape                = &Shape{typ: MemberType}             // GetSet with Member set
	memberSlotShape            = &Shape{typ: MemberType, dict: true} // Member: a __slots__ entry
)

var descriptorSpecs = []*TypeSpec{
	{
		Type: MethodDescriptorType, Name: "method_descriptor", Shape: methodDescriptorShape, Flags: TypeNoInstantiation | typeOwnLayout,
		Slots:   Slots{Call: descriptorCall, DescrGet: descriptorGet, Repr: nativeDescriptorRepr},
		Methods: []MethodSpec{{Sig: "__reduce__($self, /)", Fn: descriptorReduce}}, GetSets: nativeDescriptorGetSets,
	},
	{
		Type: ClassMethodDescriptorType, Name: "classmethod_descriptor", Shape: classMethodDescriptorShape, Flags: TypeNoInstantiation | typeOwnLayout,
		Slots: Slots{Call: classDescriptorCall, DescrGet: classDescriptorGet, Repr: nativeDescriptorRepr}, GetSets: nativeDescriptorGetSets,
	},
	{
		Type: SlotWrapperType, Name: "wrapper_descriptor", Shape: slotWrapperShape, Flags: TypeNoInstantiation | typeOwnLayout,
		Slots:   Slots{Call: slotWrapperCall, DescrGet: slotWrapperGet, Repr: slotWrapperRepr},
		Methods: []MethodSpec{{Sig: "__reduce__($self, /)", Fn: descriptorReduce}}, GetSets: slotWrapperGetSets,
	},
	{
		Type: MethodWrapperType, Name: "method-wrapper", Shape: methodWrapperShape, Flags: TypeNoInstantiation | typeOwnLayout,
		Slots: Slots{
			Call: methodWrapperCall, Repr: methodWrapperRepr, Hash: methodWrapperHash, RichCompare: methodWrapperCompare,
			Traverse: func(v Value, visit VisitFunc) { visit((*MethodWrapper)(v.p).self) },
		},
		Methods: []MethodSpec{{Sig: "__reduce__($self, /)", Fn: methodWrapperReduce}}, GetSets: methodWrapperGetSets,
	},
	{
		Type: GetSetType, Name: "getset_descriptor", Shape: getsetShape, Flags: TypeNoInstantiation | typeOwnLayout,
		Slots: Slots{DescrGet: getsetGet, DescrSet: getsetSet, Repr: getsetRepr}, GetSets: getsetGetSets,
	},
	{
		Type: MemberType, Name: "member_descriptor", Shape: memberShape, Flags: TypeNoInstantiation | typeOwnLayout,
		Slots:   Slots{DescrGet: memberDescriptorGet, DescrSet: memberDescriptorSet, Repr: getsetRepr},
		Methods: []MethodSpec{{Sig: "__reduce__($self, /)", Fn: descriptorReduce}}, GetSets: getsetGetSets,
	},
}

// descriptorAttrs makes the attributes that every descriptor has; what returns owner, name, docstring and text signature.
func descriptorAttrs(signature, member bool, what func(self Value) (owner *Type, name, doc, sig string)) []GetSetSpec {
	rows := []GetSetSpec{
		{Name: "__objclass__", Member: member, Get: func(_ *Thread, self Value) (Value, *Exception) {
			owner, _, _, _ := what(self)
			return owner.Value(), nil
		}},
		{Name: "__name__", Member: member, Get: func(t *Thread, self Value) (Value, *Exception) {
			_, name, _, _ := what(self)
			return t.Intern(name).Value(), nil
		}},
		{Name: "__qualname__", Get: func(t *Thread, self Value) (Value, *Exception) {
			owner, name, _, _ := what(self)
			return NewStr(t, owner.qualname.GoString()+"."+name).Value(), nil
		}},
		{Name: "__doc__", Get: func(t *Thread, self Value) (Value, *Exception) {
			_, _, doc, _ := what(self)
			return textOrNone(t, doc), nil
		}},
	}
	if signature {
		rows = append(rows, GetSetSpec{Name: "__text_signature__", Get: func(t *Thread, self Value) (Value, *Exception) {
			_, _, _, sig := what(self)
			return textOrNone(t, sig), nil
		}})
	}
	return rows
}

var (
	nativeDescriptorGetSets = descriptorAttrs(true, true, func(self Value) (*Type, string, string, string) {
		n := (*Descriptor)(self.p).Fn
		return n.owner, n.name, n.doc, n.textSignature()
	})
	slotWrapperGetSets = descriptorAttrs(true, true, func(self Value) (*Type, string, string, string) {
		w := (*SlotWrapper)(self.p)
		return w.owner, w.def.name.s, w.def.doc, w.def.sig
	})
	getsetGetSets = descriptorAttrs(false, true, func(self Value) (*Type, string, string, string) {
		if m := asMember(self); m != nil {
			return m.owner, m.name.GoString(), "", ""
		}
		g := (*GetSet)(self.p)
		return g.owner, g.spec.Name, g.spec.Doc, ""
	})
	methodWrapperGetSets = append(descriptorAttrs(true, false, func(self Value) (*Type, string, string, string) {
		w := (*MethodWrapper)(self.p).w
		return w.owner, w.def.name.s, w.def.doc, w.def.sig
	}), GetSetSpec{Name: "__self__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*MethodWrapper)(self.p).self, nil }})
)

// asMember returns the member descriptor of a __slots__ entry that v is, or nil.
func asMember(v Value) *Member {
	if v.p != nil && (*Header)(v.p).shape == memberSlotShape {
		return (*Member)(v.p)
	}
	return nil
}

// AsMember returns the member descriptor of a __slots__ entry that v is and the slot it stands for, for inline caches.
func AsMember(v Value) (owner *Type, index int, ok bool) {
	if m := asMember(v); m != nil {
		return m.owner, m.index, true
	}
	return nil, 0, false
}

func memberDescriptorGet(t *Thread, d, o Value, owner *Type) (Value, *Exception) {
	if asMember(d) != nil {
		return memberGet(t, d, o, owner)
	}
	return getsetGet(t, d, o, owner)
}

func memberDescriptorSet(t *Thread, d, o, x Value) *Exception {
	if asMember(d) != nil {
		return memberSet(t, d, o, x)
	}
	return getsetSet(t, d, o, x)
}

func nativeDescriptorRepr(t *Thread, v Value) (Value, *Exception) {
	n := (*Descriptor)(v.p).Fn
	return NewStr(t, "<method '"+n.name+"' of '"+n.owner.fullName()+"' objects>").Value(), nil
}

func slotWrapperRepr(t *Thread, v Value) (Value, *Exception) {
	w := (*SlotWrapper)(v.p)
	return NewStr(t, "<slot wrapper '"+w.def.name.s+"' of '"+w.owner.fullName()+"' objects>").Value(), nil
}

func getsetRepr(t *Thread, v Value) (Value, *Exception) {
	if m := asMember(v); m != nil {
		return NewStr(t, "<member '"+m.name.GoString()+"' of '"+m.owner.fullName()+"' objects>").Value(), nil
	}
	g := (*GetSet)(v.p)
	kind := "attribute"
	if g.spec.Member {
		kind = "member"
	}
	return NewStr(t, "<"+kind+" '"+g.spec.Name+"' of '"+g.owner.fullName()+"' objects>").Value(), nil
}

func methodWrapperRepr(t *Thread, v Value) (Value, *Exception) {
	m := (*MethodWrapper)(v.p)
	return NewStr(t, "<method-wrapper '"+m.w.def.name.s+"' of "+TypeOf(m.self).fullName()+" object at "+Address(m.self)+">").Value(), nil
}

func methodWrapperHash(_ *Thread, v Value) (int64, *Exception) {
	m := (*MethodWrapper)(v.p)
	h := addressHash(m.self) ^ m.w.def.name.Hash()
	if h == -1 {
		h = -2
	}
	return h, nil
}

func methodWrapperCompare(_ *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	if op != EQ && op != NE || TypeOf(b) != MethodWrapperType {
		return NotImplemented, nil
	}
	x, y := (*MethodWrapper)(a.p), (*MethodWrapper)(b.p)
	return Bool((x.w == y.w && Is(x.self, y.self)) == (op == EQ)), nil
}

// descriptorReduce is (getattr, (class, name)).
func descriptorReduce(t *Thread, self Value) (Value, *Exception) {
	owner, exc := GetAttr(t, self, sObjclass)
	if exc != nil {
		return Null, exc
	}
	name, exc := GetAttr(t, self, sName)
	if exc != nil {
		return Null, exc
	}
	return reduceAttribute(t, owner, name)
}

var sObjclass = static("__objclass__")

func methodWrapperReduce(t *Thread, self Value) (Value, *Exception) {
	m := (*MethodWrapper)(self.p)
	return reduceAttribute(t, m.self, m.w.def.name.Value())
}

// classDescriptorCall calls dict.__dict__['fromkeys'](dict, ...).
func classDescriptorCall(t *Thread, v Value, args []Value, kw *Tuple) (Value, *Exception) {
	n := (*Descriptor)(v.p).Fn
	if len(args)-kw.Len() < 1 {
		return Null, TypeErrorf(t, "descriptor '%s' of '%s' object needs an argument", n.name, n.owner.fullName())
	}
	cls := asType(args[0])
	if cls == nil {
		return Null, TypeErrorf(t, "descriptor '%s' for type '%s' needs a type, not a '%s' as arg 2", n.name, n.owner.fullName(), TypeOf(args[0]).fullName())
	}
	if !cls.IsSubtype(n.owner) {
		return Null, TypeErrorf(t, "descriptor '%s' requires a subtype of '%s' but received '%s'", n.name, n.owner.fullName(), cls.fullName())
	}
	return n.call(t, args[0], args[1:], kw)
}

var dictGetSet = GetSetSpec{
	Name: "__dict__", Doc: "dictionary for instance variables",
	Get: func(t *Thread, self Value) (Value, *Exception) { return InstanceDict(t, self).Value(), nil },
	Set: func(t *Thread, self, x Value) *Exception {
		if x.IsNull() {
			x = NewDict(t).Value()
		}
		d := asDict(x)
		if d == nil {
			return TypeErrorf(t, "__dict__ must be set to a dictionary, not a '%s'", TypeOf(x).fullName())
		}
		SetInstanceDict(t, self, d)
		return nil
	},
}

var weakrefGetSet = GetSetSpec{
	Name: "__weakref__", Doc: "list of weak references to the object",
	Get: func(t *Thread, self Value) (Value, *Exception) { return t.interp.weakrefs.first(self), nil },
}

// instanceDictGetSet is the __dict__ row of builtin types whose instances have one.
var instanceDictGetSet = GetSetSpec{Name: "__dict__", Get: dictGetSet.Get, Set: dictGetSet.Set}
