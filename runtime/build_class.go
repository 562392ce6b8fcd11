package runtime

import "unsafe"

// BuildClassMethod is the row of builtins.__build_class__.
var BuildClassMethod = MethodSpec{Sig: "__build_class__", Doc: "__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class\n\nInternal helper function used by the class statement.", Fn: BuildClass}

var sOrigBases = static("__orig_bases__")

// BuildClass is builtins.__build_class__(func, name, *bases, metaclass=None, **kwds): what a class statement calls.
func BuildClass(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
	npos := len(args) - kw.Len()
	if npos < 2 {
		return Null, Raise(t, TypeErrorType, "__build_class__: not enough arguments")
	}
	fn, name := AsFunction(args[0]), asStr(args[1])
	if fn == nil {
		return Null, Raise(t, TypeErrorType, "__build_class__: func must be a function")
	}
	if name == nil {
		return Null, Raise(t, TypeErrorType, "__build_class__: name is not a string")
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	orig := CopyTuple(t, args[2:npos])
	t.Handle(orig.Value())
	bases, exc := updateBases(t, orig)
	if exc != nil {
		return Null, exc
	}
	t.Handle(bases.Value())
	meta, vals, names := splitMetaclass(t, args[npos:], kw)
	for _, v := range vals {
		t.Handle(v)
	}
	if meta.IsNull() {
		meta = TypeType.Value()
		if bases.Len() > 0 {
			meta = TypeOf(bases.Items[0]).Value()
		}
	}
	metaType := asType(meta)
	if metaType != nil {
		if metaType, exc = calculateMeta(t, metaType, bases); exc != nil {
			return Null, exc
		}
		meta = metaType.Value()
	}
	t.Handle(meta)
	ns, exc := prepareClass(t, meta, metaType != nil, args[1], bases, vals, names)
	if exc != nil {
		return Null, exc
	}
	t.Handle(ns)
	cell, exc := t.interp.engine.RunCode(t, fn.Code, fn.Globals, ns, fn.Closure)
	if exc != nil {
		return Null, exc
	}
	t.Handle(cell)
	if bases != orig {
		if exc := SetItem(t, ns, sOrigBases.Value(), orig.Value()); exc != nil {
			return Null, exc
		}
	}
	cls, exc := CallKw(t, meta, append([]Value{args[1], bases.Value(), ns}, vals...), names)
	if exc != nil {
		return Null, exc
	}
	return cls, checkClassCell(t, cls, cell, args[1])
}

// updateBases replaces bases that are no classes by what their __mro_entries__ gives; it returns the same tuple when there are none.
func updateBases(t *Thread, bases *Tuple) (*Tuple, *Exception) {
	var out []Value
	for i, b := range bases.Items {
		if asType(b) != nil {
			if out != nil {
				out = append(out, b)
			}
			continue
		}
		fn, ok, exc := FindAttr(t, b, sMroEntries)
		if exc != nil {
			return nil, exc
		}
		if !ok {
			if out != nil {
				out = append(out, b)
			}
			continue
		}
		r, exc := Call(t, fn, bases.Value())
		if exc != nil {
			return nil, exc
		}
		more := asTuple(r)
		if more == nil {
			return nil, Raise(t, TypeErrorType, "__mro_entries__ must return a tuple")
		}
		if out == nil {
			out = append(make([]Value, 0, len(bases.Items)), bases.Items[:i]...)
		}
		out = append(out, more.Items...)
	}
	if out == nil {
		return bases, nil
	}
	return NewTuple(t, out), nil
}

// splitMetaclass takes the metaclass keyword out of the others.
func splitMetaclass(t *Thread, vals []Value, kw *Tuple) (Value, []Value, *Tuple) {
	for i := 0; i < kw.Len(); i++ {
		if asStr(kw.Items[i]).equal(sMetaclass) {
			rest := append(append(make([]Value, 0, len(vals)), vals[:i]...), vals[i+1:]...)
			if len(rest) == 0 {
				return vals[i], nil, nil
			}
			return vals[i], rest, NewTuple(t, append(append(make([]Value, 0, len(rest)), kw.Items[:i]...), kw.Items[i+1:]...))
		}
	}
	return Null, append([]Value(nil), vals...), kw
}

// calculateMeta returns the most derived metaclass of meta and the bases' types.
func calculateMeta(t *Thread, meta *Type, bases *Tuple) (*Type, *Exception) {
	for _, b := range bases.Items {
		bm := TypeOf(b)
		switch {
		case meta.IsSubtype(bm):
		case bm.IsSubtype(meta):
			meta = bm
		default:
			return nil, Raise(t, TypeErrorType,
				"metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
		}
	}
	return meta, nil
}

// prepareClass makes the namespace for the class body.
func prepareClass(t *Thread, meta Value, isClass bool, name Value, bases *Tuple, vals []Value, names *Tuple) (Value, *Exception) {
	if meta.p == unsafe.Pointer(TypeType) {
		return NewDict(t).Value(), nil
	}
	prep, ok, exc := FindAttr(t, meta, sPrepare)
	if exc != nil {
		return Null, exc
	}
	if !ok {
		return NewDict(t).Value(), nil
	}
	ns, exc := CallKw(t, prep, append([]Value{name, bases.Value()}, vals...), names)
	if exc != nil {
		return Null, exc
	}
	if TypeOf(ns).GetItem == nil {
		who := "<metaclass>"
		if isClass {
			who = asType(meta).fullName()
		}
		return Null, TypeErrorf(t, "%s.__prepare__() must return a mapping, not %s", who, TypeOf(ns).fullName())
	}
	return ns, nil
}

// checkClassCell raises unless type.__new__ filled the class body's __class__ cell with the class.
func checkClassCell(t *Thread, cls, cell, name Value) *Exception {
	c := AsCell(cell)
	if c == nil || asType(cls) == nil || Is(c.V, cls) {
		return nil
	}
	n, exc := Repr(t, name)
	if exc != nil {
		return exc
	}
	want, exc := Repr(t, cls)
	if exc != nil {
		return exc
	}
	if c.V.IsNull() {
		return Raisef(t, RuntimeErrorType, "__class__ not set defining %s as %s. Was __classcell__ propagated to type.__new__?", n, want)
	}
	got, exc := Repr(t, c.V)
	if exc != nil {
		return exc
	}
	return TypeErrorf(t, "__class__ set to %s defining %s as %s", got, n, want)
}
