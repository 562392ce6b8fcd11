package runtime

// Call calls fn with positional arguments.
func Call(t *Thread, fn Value, args ...Value) (Value, *Exception) { return CallKw(t, fn, args, nil) }

// CallKw calls fn as CallFunc describes.
func CallKw(t *Thread, fn Value, args []Value, kw *Tuple) (Value, *Exception) {
	if f := AsFunction(fn); f != nil {
		return t.interp.engine.CallFunction(t, f, args, kw)
	}
	call := TypeOf(fn).Call
	if call == nil {
		return Null, TypeErrorf(t, "'%s' object is not callable", TypeOf(fn).fullName())
	}
	return call(t, fn, args, kw)
}

// CallMethod calls o.name(*args) without making a bound method where it can.
func CallMethod(t *Thread, o Value, name *Str, args ...Value) (Value, *Exception) {
	fn, self, exc := LoadMethod(t, o, name)
	if exc != nil {
		return Null, exc
	}
	if self.IsNull() {
		return CallKw(t, fn, args, nil)
	}
	return callPrepended(t, fn, self, args, nil)
}

// callPrepended calls fn(first, *args): the arguments stand in the handle window, so that nothing is allocated.
func callPrepended(t *Thread, fn, first Value, args []Value, kw *Tuple) (Value, *Exception) {
	mark := len(t.handles)
	t.handles = append(append(t.handles, first), args...)
	v, exc := CallKw(t, fn, t.handles[mark:len(t.handles):len(t.handles)], kw)
	t.Release(mark)
	return v, exc
}

// LoadMethod is LOAD_ATTR in its method form: it returns an unbound method and self, or the attribute and Null.
func LoadMethod(t *Thread, o Value, name *Str) (fn, self Value, exc *Exception) {
	tp := TypeOf(o)
	if !tp.usesGenericGetAttr {
		fn, exc = GetAttr(t, o, name)
		return fn, Null, exc
	}
	d, found := t.lookup(tp, name)
	var get func(t *Thread, d, obj Value, owner *Type) (Value, *Exception)
	unbound := false
	if found {
		dt := TypeOf(d)
		if dt == FunctionType || dt == MethodDescriptorType || dt == SlotWrapperType {
			unbound = true
		} else if get = dt.DescrGet; get != nil && dt.DescrSet != nil {
			fn, exc = get(t, d, o, tp)
			return fn, Null, exc
		}
	}
	if tp.attrsOffset != 0 && tp.flags&TypeHasDict != 0 {
		if v, ok := loadAttr(o, name); ok {
			return v, Null, nil
		}
	}
	switch {
	case unbound:
		return d, o, nil
	case get != nil:
		fn, exc = get(t, d, o, tp)
		return fn, Null, exc
	case found:
		return d, Null, nil
	}
	return Null, Null, raiseNoAttr(t, o, name)
}

// methodCall calls a bound method.
func methodCall(t *Thread, v Value, args []Value, kw *Tuple) (Value, *Exception) {
	m := (*Method)(v.p)
	return callPrepended(t, m.Func, m.Self, args, kw)
}

// typeCall calls a class: type.__call__.
func typeCall(t *Thread, v Value, args []Value, kw *Tuple) (Value, *Exception) {
	tp := (*Type)(v.p)
	if tp == TypeType {
		switch npos := len(args) - kw.Len(); {
		case npos == 1 && kw.Len() == 0:
			return TypeOf(args[0]).Value(), nil
		case npos == 1:
			return Null, Raise(t, TypeErrorType, "type() takes no keyword arguments")
		case npos != 3:
			return Null, Raise(t, TypeErrorType, "type() takes 1 or 3 arguments")
		}
	}
	if tp.New == nil || tp.flags&TypeNoInstantiation != 0 {
		return Null, TypeErrorf(t, "cannot create '%s' instances", tp.fullName())
	}
	o, exc := tp.New(t, tp, args, kw)
	if exc != nil {
		return Null, exc
	}
	ot := TypeOf(o)
	if ot != tp && !ot.IsSubtype(tp) {
		return o, nil
	}
	if ot.Init != nil && !ot.noInit {
		if exc := ot.Init(t, o, args, kw); exc != nil {
			return Null, exc
		}
	}
	return o, nil
}

// qualifiedName is module.qualname, without the module for builtins and the main program: %T of CPython's formats.
func (tp *Type) qualifiedName() string {
	if m := tp.ModuleName(); m != "" && m != "builtins" && m != "__main__" {
		return m + "." + tp.qualname.GoString()
	}
	return tp.qualname.GoString()
}

// fullName is the type's name as error messages about builtin types give it: with its module, but for builtins.
func (tp *Type) fullName() string {
	if tp.flags&TypeHeap == 0 && tp.module != "" && tp.module != "builtins" {
		return tp.module + "." + tp.name
	}
	return tp.name
}

// nextBySend is the __next__ of generators: their return value becomes the StopIteration's.
func nextBySend(t *Thread, s *Slots, it Value) (Value, *Exception) {
	v, how, exc := s.Send(t, it, None)
	if exc != nil {
		return Null, exc
	}
	if how == SendReturn {
		return Null, StopIterationWith(t, v)
	}
	return v, nil
}

// NextOrStop is it.__next__(): at the end it raises StopIteration, with the value that a generator returned.
func NextOrStop(t *Thread, it Value) (Value, *Exception) {
	s := &TypeOf(it).Slots
	switch {
	case s.Next == nil:
		return Null, TypeErrorf(t, "'%s' object is not an iterator", TypeOf(it).fullName())
	case s.Send != nil:
		return nextBySend(t, s, it)
	case TypeOf(it).flags&TypeHeap != 0:
		v, _, exc := CallSpecial(t, it, sNext) // the very exception that a __next__ in Python raises
		return v, exc
	}
	v, ok, exc := s.Next(t, it)
	if exc == nil && !ok {
		return Null, RaiseNew(t, StopIterationType)
	}
	return v, exc
}
