package runtime

// GetAttr is Python's o.name.
func GetAttr(t *Thread, o Value, name *Str) (Value, *Exception) {
	return TypeOf(o).GetAttr(t, o, name)
}

// SetAttr is Python's o.name = v, and del o.name for v Null.
func SetAttr(t *Thread, o Value, name *Str, v Value) *Exception {
	return TypeOf(o).SetAttr(t, o, name, v)
}

// FindAttr is GetAttr where a missing attribute is ok == false instead of an AttributeError.
func FindAttr(t *Thread, o Value, name *Str) (Value, bool, *Exception) {
	tp := TypeOf(o)
	var v Value
	var ok bool
	var exc *Exception
	if tp.FindAttr != nil {
		v, ok, exc = tp.FindAttr(t, o, name)
	} else {
		v, exc = tp.GetAttr(t, o, name)
		ok = exc == nil
	}
	if exc != nil && exc.Is(AttributeErrorType) {
		return Null, false, nil
	}
	return v, ok, exc
}

// GenericGetAttr is object.__getattribute__: data descriptors of the type, then the instance, then the type's other attributes.
func GenericGetAttr(t *Thread, o Value, name *Str) (Value, *Exception) {
	v, ok, exc := genericFind(t, o, name)
	if exc == nil && !ok {
		return Null, raiseNoAttr(t, o, name)
	}
	return v, exc
}

func genericFind(t *Thread, o Value, name *Str) (Value, bool, *Exception) {
	tp := TypeOf(o)
	d, found := t.lookup(tp, name)
	var get func(t *Thread, d, obj Value, owner *Type) (Value, *Exception)
	if found {
		dt := TypeOf(d)
		get = dt.DescrGet
		if get != nil && dt.DescrSet != nil {
			v, exc := get(t, d, o, tp)
			return orMissing(v, exc)
		}
	}
	if tp.attrsOffset != 0 && tp.flags&TypeHasDict != 0 {
		if v, ok := loadAttr(o, name); ok {
			return v, true, nil
		}
	}
	if get != nil {
		v, exc := get(t, d, o, tp)
		return orMissing(v, exc)
	}
	return d, found, nil
}

// orMissing turns a Null without exception into a missing attribute: what the descriptor of an unset slot gives on a probing path.
func orMissing(v Value, exc *Exception) (Value, bool, *Exception) {
	if exc != nil {
		return Null, false, exc
	}
	return v, true, nil
}

func raiseNoAttr(t *Thread, o Value, name *Str) *Exception {
	var msg string
	if tp := asType(o); tp != nil {
		msg = "type object '" + tp.name + "' has no attribute '" + name.GoString() + "'"
	} else {
		msg = "'" + TypeOf(o).fullName() + "' object has no attribute '" + name.GoString() + "'"
	}
	return RaiseAttribute(t, msg, o, name)
}

// RaiseAttribute makes an AttributeError with its name and obj attributes.
func RaiseAttribute(t *Thread, msg string, o Value, name *Str) *Exception {
	e := Raise(t, AttributeErrorType, msg)
	if len(e.Ext) >= 2 {
		e.Ext[0], e.Ext[1] = name.Value(), o
	}
	return e
}

// GenericSetAttr is object.__setattr__ and __delattr__.
func GenericSetAttr(t *Thread, o Value, name *Str, x Value) *Exception {
	tp := TypeOf(o)
	d, found := t.lookup(tp, name)
	if found {
		if set := TypeOf(d).DescrSet; set != nil {
			return set(t, d, o, x)
		}
	}
	if tp.attrsOffset != 0 && tp.flags&TypeHasDict != 0 {
		if !x.IsNull() {
			return storeAttr(t, o, name, x)
		}
		if deleteAttr(t, o, name) {
			return nil
		}
		return raiseNoAttr(t, o, name)
	}
	n := name.GoString()
	if !found {
		if !t.interp.Version.At(13) && (x.IsNull() || tp.attrsOffset == 0 && tp.flags&TypeHeap == 0) || !tp.usesGenericSetAttr {
			return RaiseAttribute(t, "'"+tp.fullName()+"' object has no attribute '"+n+"'", o, name)
		}
		return RaiseAttribute(t, "'"+tp.fullName()+"' object has no attribute '"+n+"' and no __dict__ for setting new attributes", o, name)
	}
	return RaiseAttribute(t, "'"+tp.fullName()+"' object attribute '"+n+"' is read-only", o, name)
}

// typeGetAttr is type.__getattribute__: metatype's data descriptors, then the class's own MRO (bound to the class), then the metatype.
func typeGetAttr(t *Thread, o Value, name *Str) (Value, *Exception) {
	v, ok, exc := typeFind(t, o, name)
	if exc == nil && !ok {
		return Null, raiseNoAttr(t, o, name)
	}
	return v, exc
}

func typeFind(t *Thread, o Value, name *Str) (Value, bool, *Exception) {
	tp, meta := (*Type)(o.p), TypeOf(o)
	m, found := t.lookup(meta, name)
	if found {
		mt := TypeOf(m)
		if mt.DescrGet != nil && mt.DescrSet != nil {
			return orMissing(mt.DescrGet(t, m, o, meta))
		}
	}
	if v, ok := t.lookup(tp, name); ok {
		if get := TypeOf(v).DescrGet; get != nil {
			return orMissing(get(t, v, Null, tp))
		}
		return v, true, nil
	}
	if found {
		if get := TypeOf(m).DescrGet; get != nil {
			return orMissing(get(t, m, o, meta))
		}
		return m, true, nil
	}
	return Null, false, nil
}

// typeSetAttr is type.__setattr__ and __delattr__.
func typeSetAttr(t *Thread, o Value, name *Str, x Value) *Exception {
	tp := (*Type)(o.p)
	if tp.flags&TypeHeap == 0 {
		return TypeErrorf(t, "cannot set '%s' attribute of immutable type '%s'", name, tp.fullName())
	}
	if d, ok := t.lookup(TypeOf(o), name); ok {
		if set := TypeOf(d).DescrSet; set != nil {
			return set(t, d, o, x)
		}
	}
	return tp.setOwn(t, name, x)
}

// setOwn changes the class namespace and whatever depends on it.
func (tp *Type) setOwn(t *Thread, name *Str, x Value) *Exception {
	name = t.InternStr(name)
	i := tp.attrs().findStr(name)
	if x.IsNull() {
		if i < 0 {
			return raiseNoAttr(t, tp.Value(), name)
		}
		tp.attrs().removeAt(i)
	} else {
		if i >= 0 && isPlainData(tp.attrs().entries[i].val) && isPlainData(x) {
			// Nobody caches plain data by value, so a counter on a class costs nobody a cache.
			tp.attrs().entries[i].val = x
			return nil
		}
		if exc := tp.attrs().SetStr(t, name, x); exc != nil {
			return exc
		}
	}
	tp.modified()
	if name == sGet || name == sSet || name == sDelete {
		t.interp.descriptorsChanged()
	}
	if isDunder(name) {
		tp.updateSlots(t)
	}
	return nil
}

// isPlainData reports whether a class attribute is no descriptor, and is so for good.
func isPlainData(v Value) bool {
	return v.IsImmediate() || exactStr(v) != nil || ExactList(v) != nil || ExactTuple(v) != nil || ExactDict(v) != nil
}

func isDunder(name *Str) bool {
	s := name.s
	return len(s) > 4 && s[0] == '_' && s[1] == '_' && s[len(s)-1] == '_' && s[len(s)-2] == '_'
}

// LookupSpecial finds a dunder method on o's type and binds it; the instance is not asked.
func LookupSpecial(t *Thread, o Value, name *Str) (Value, bool, *Exception) {
	tp := TypeOf(o)
	d, ok := t.lookup(tp, name)
	if !ok {
		return Null, false, nil
	}
	if get := TypeOf(d).DescrGet; get != nil {
		return orMissing(get(t, d, o, tp))
	}
	return d, true, nil
}

// CallSpecial calls a dunder method of o's type; ok is false when there is none. A Python function is called without making a bound method.
func CallSpecial(t *Thread, o Value, name *Str, args ...Value) (Value, bool, *Exception) {
	tp := TypeOf(o)
	d, ok := t.lookup(tp, name)
	if !ok {
		return Null, false, nil
	}
	v, exc := callUnbound(t, d, o, tp, args)
	return v, true, exc
}

func callUnbound(t *Thread, d, o Value, tp *Type, args []Value) (Value, *Exception) {
	if fn := AsFunction(d); fn != nil {
		return callPrepended(t, d, o, args, nil)
	}
	if get := TypeOf(d).DescrGet; get != nil {
		var exc *Exception
		if d, exc = get(t, d, o, tp); exc != nil {
			return Null, exc
		}
	}
	return Call(t, d, args...)
}
