package runtime

var typeGetSets = []GetSetSpec{
	{Name: "__basicsize__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return Int((*Type)(self.p).sizes().basic), nil }},
	{Name: "__itemsize__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return Int((*Type)(self.p).sizes().item), nil }},
	{Name: "__flags__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return Int((*Type)(self.p).publicFlags()), nil }},
	{Name: "__weakrefoffset__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return Int((*Type)(self.p).sizes().weakref), nil }},
	{Name: "__base__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return typeOrNone((*Type)(self.p).base), nil }},
	{Name: "__dictoffset__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return Int((*Type)(self.p).sizes().dict), nil }},
	{Name: "__name__", Get: func(t *Thread, self Value) (Value, *Exception) { return t.Intern((*Type)(self.p).name).Value(), nil }, Set: typeSetName},
	{Name: "__qualname__", Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Type)(self.p).qualname.Value(), nil }, Set: typeSetQualname},
	{Name: "__bases__", Get: func(t *Thread, self Value) (Value, *Exception) { return typeTuple(t, (*Type)(self.p).bases), nil }, Set: typeSetBases},
	{Name: "__mro__", Get: func(t *Thread, self Value) (Value, *Exception) { return typeTuple(t, (*Type)(self.p).mro), nil }},
	{Name: "__module__", Get: typeModule, Set: typeSetModule},
	{Name: "__abstractmethods__", Get: typeAbstractMethods, Set: typeSetAbstractMethods},
	{Name: "__dict__", Get: func(t *Thread, self Value) (Value, *Exception) {
		return NewMappingProxy(t, (*Type)(self.p).namespaceFor(t).Value()), nil
	}},
	{Name: "__doc__", Get: typeDoc, Set: func(t *Thread, self, x Value) *Exception { return setSpecialAttr(t, self, sDoc, x) }},
	{Name: "__text_signature__", Get: func(t *Thread, self Value) (Value, *Exception) { return textOrNone(t, (*Type)(self.p).textSig), nil }},
	{Name: "__annotations__", Get: typeAnnotations, Set: typeSetAnnotations},
	{Name: "__annotate__", Get: typeAnnotate, Set: typeSetAnnotate, Since: 14},
	{Name: "__type_params__", Get: typeTypeParams, Set: func(t *Thread, self, x Value) *Exception { return setSpecialAttr(t, self, sTypeParams, x) }, Since: 12},
}

// namespaceFor is the namespace as programs see it: of a builtin type without what the Python version lacks.
func (tp *Type) namespaceFor(t *Thread) *Dict {
	if tp.flags&TypeHeap != 0 {
		return tp.attrs()
	}
	var shown *Dict
	for i := range tp.attrs().entries {
		e := &tp.attrs().entries[i]
		if e.key.IsNull() || t.interp.hasMember(e.val) {
			continue
		}
		if shown == nil {
			shown = tp.attrs().Copy(t)
		}
		shown.DeleteStr(t, asStr(e.key))
	}
	if shown == nil {
		return tp.attrs()
	}
	return shown
}

// canSet checks that an attribute which every class has may be changed on this one; nothing deletes them.
func (tp *Type) canSet(t *Thread, name string, x Value) *Exception {
	if tp.flags&TypeHeap == 0 {
		return TypeErrorf(t, "cannot set '%s' attribute of immutable type '%s'", name, tp.fullName())
	}
	if x.IsNull() {
		return TypeErrorf(t, "cannot delete '%s' attribute of immutable type '%s'", name, tp.fullName())
	}
	return nil
}

// setSpecialAttr stores one of them in the class namespace.
func setSpecialAttr(t *Thread, self Value, name *Str, x Value) *Exception {
	tp := (*Type)(self.p)
	if exc := tp.canSet(t, name.s, x); exc != nil {
		return exc
	}
	return tp.setOwn(t, name, x)
}

func typeSetName(t *Thread, self, x Value) *Exception {
	tp := (*Type)(self.p)
	if exc := tp.canSet(t, "__name__", x); exc != nil {
		return exc
	}
	s := asStr(x)
	if s == nil {
		return TypeErrorf(t, "can only assign string to %s.__name__, not '%s'", tp.name, TypeOf(x).fullName())
	}
	name := s.GoString()
	for i := 0; i < len(name); i++ {
		if name[i] == 0 {
			return Raise(t, ValueErrorType, "type name must not contain null characters")
		}
	}
	tp.name = name
	tp.modified()
	return nil
}

func typeSetQualname(t *Thread, self, x Value) *Exception {
	tp := (*Type)(self.p)
	if exc := tp.canSet(t, "__qualname__", x); exc != nil {
		return exc
	}
	s := asStr(x)
	if s == nil {
		return TypeErrorf(t, "can only assign string to %s.__qualname__, not '%s'", tp.name, TypeOf(x).fullName())
	}
	tp.qualname = s
	return nil
}

func typeModule(t *Thread, self Value) (Value, *Exception) {
	tp := (*Type)(self.p)
	if tp.flags&TypeHeap == 0 {
		return t.Intern(tp.module).Value(), nil
	}
	if v, ok := tp.attrs().GetStr(sModule); ok {
		return v, nil
	}
	return Null, RaiseAttribute(t, "__module__", self, sModule)
}

func typeSetModule(t *Thread, self, x Value) *Exception {
	if exc := setSpecialAttr(t, self, sModule, x); exc != nil {
		return exc
	}
	if t.interp.Version.At(13) {
		(*Type)(self.p).attrs().DeleteStr(t, sFirstlineno)
	}
	return nil
}

// typeAbstractMethods is __abstractmethods__ of the class itself, not of its bases.
func typeAbstractMethods(t *Thread, self Value) (Value, *Exception) {
	tp := (*Type)(self.p)
	if tp != TypeType {
		if v, ok := tp.attrs().GetStr(sAbstract); ok {
			return v, nil
		}
	}
	return Null, RaiseAttribute(t, "__abstractmethods__", self, sAbstract)
}

func typeSetAbstractMethods(t *Thread, self, x Value) *Exception {
	tp := (*Type)(self.p)
	abstract := false
	if x.IsNull() {
		if _, ok := tp.attrs().GetStr(sAbstract); !ok {
			return RaiseAttribute(t, "__abstractmethods__", self, sAbstract)
		}
	} else {
		var exc *Exception
		if abstract, exc = Truth(t, x); exc != nil {
			return exc
		}
	}
	if exc := tp.setOwn(t, sAbstract, x); exc != nil {
		return exc
	}
	tp.abstract = abstract
	return nil
}

// typeDoc is __doc__: a builtin type's text, or what the namespace has, bound.
func typeDoc(t *Thread, self Value) (Value, *Exception) {
	tp := (*Type)(self.p)
	if tp.flags&TypeHeap == 0 {
		return textOrNone(t, tp.doc), nil
	}
	v, ok := tp.attrs().GetStr(sDoc)
	if !ok {
		return None, nil
	}
	if get := TypeOf(v).DescrGet; get != nil {
		return get(t, v, Null, tp)
	}
	return v, nil
}

var (
	sAnnotateFunc     = static("__annotate_func__")
	sAnnotationsCache = static("__annotations_cache__")
)

// typeAnnotations is __annotations__ of a class. Until 3.13 the class body makes the dict, from 3.14 on __annotate__ does, at first sight.
func typeAnnotations(t *Thread, self Value) (Value, *Exception) {
	tp := (*Type)(self.p)
	if tp.flags&TypeHeap == 0 {
		return Null, RaiseAttribute(t, "type object '"+tp.name+"' has no attribute '__annotations__'", self, sAnnotations)
	}
	v, ok := tp.attrs().GetStr(sAnnotations)
	if !ok && t.interp.Version.At(14) {
		v, ok = tp.attrs().GetStr(sAnnotationsCache)
	}
	if ok {
		if get := TypeOf(v).DescrGet; get != nil {
			return get(t, v, Null, tp)
		}
		return v, nil
	}
	if !t.interp.Version.At(14) {
		d := NewDict(t).Value()
		return d, tp.setOwn(t, sAnnotations, d)
	}
	fn, exc := typeAnnotate(t, self)
	if exc != nil {
		return Null, exc
	}
	result := NewDict(t).Value()
	if TypeOf(fn).Call != nil {
		if result, exc = Call(t, fn, Int(1)); exc != nil {
			return Null, exc
		}
		if asDict(result) == nil {
			return Null, TypeErrorf(t, "__annotate__ returned non-dict of type '%s'", TypeOf(result).fullName())
		}
	}
	return result, tp.setOwn(t, sAnnotationsCache, result)
}

func typeSetAnnotations(t *Thread, self, x Value) *Exception {
	tp := (*Type)(self.p)
	if tp.flags&TypeHeap == 0 {
		return TypeErrorf(t, "cannot set '__annotations__' attribute of immutable type '%s'", tp.fullName())
	}
	name := sAnnotations
	if t.interp.Version.At(14) {
		if _, ok := tp.attrs().GetStr(sAnnotations); !ok {
			name = sAnnotationsCache
		}
	}
	if _, ok := tp.attrs().GetStr(name); x.IsNull() && !ok {
		return RaiseAttribute(t, "__annotations__", self, sAnnotations)
	}
	if exc := tp.setOwn(t, name, x); exc != nil {
		return exc
	}
	if t.interp.Version.At(14) {
		tp.attrs().DeleteStr(t, sAnnotateFunc)
		tp.attrs().DeleteStr(t, sAnnotate)
	}
	return nil
}

func typeAnnotate(t *Thread, self Value) (Value, *Exception) {
	tp := (*Type)(self.p)
	if tp.flags&TypeHeap == 0 {
		return Null, RaiseAttribute(t, "type object '"+tp.name+"' has no attribute '__annotate__'", self, sAnnotate)
	}
	v, ok := tp.attrs().GetStr(sAnnotateFunc)
	if !ok {
		v, ok = tp.attrs().GetStr(sAnnotate)
	}
	if !ok {
		return None, tp.setOwn(t, sAnnotateFunc, None)
	}
	if get := TypeOf(v).DescrGet; get != nil {
		return get(t, v, Null, tp)
	}
	return v, nil
}

func typeSetAnnotate(t *Thread, self, x Value) *Exception {
	tp := (*Type)(self.p)
	switch {
	case x.IsNull():
		return Raise(t, TypeErrorType, "cannot delete __annotate__ attribute")
	case tp.flags&TypeHeap == 0:
		return TypeErrorf(t, "cannot set '__annotate__' attribute of immutable type '%s'", tp.fullName())
	case !x.IsNone() && TypeOf(x).Call == nil:
		return Raise(t, TypeErrorType, "__annotate__ must be callable or None")
	}
	if exc := tp.setOwn(t, sAnnotateFunc, x); exc != nil {
		return exc
	}
	if !x.IsNone() {
		tp.attrs().DeleteStr(t, sAnnotationsCache)
	}
	return nil
}

func typeTypeParams(_ *Thread, self Value) (Value, *Exception) {
	tp := (*Type)(self.p)
	if tp != TypeType {
		if v, ok := tp.attrs().GetStr(sTypeParams); ok {
			return v, nil
		}
	}
	return emptyTuple.Value(), nil
}
