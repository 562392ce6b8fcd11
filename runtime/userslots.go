package runtime

// The slot functions of classes that define the dunder method in Python.

func userHash(t *Thread, v Value) (int64, *Exception) {
	r, ok, exc := CallSpecial(t, v, sHash)
	if exc != nil {
		return 0, exc
	}
	if !ok {
		return 0, TypeErrorf(t, "unhashable type: '%s'", TypeOf(v).fullName())
	}
	if !TypeOf(r).Is(TypeInt) {
		return 0, Raise(t, TypeErrorType, "__hash__ method should return an integer")
	}
	return hashOfInt(r), nil
}

func userCall(t *Thread, v Value, args []Value, kw *Tuple) (Value, *Exception) {
	fn, ok, exc := LookupSpecialUnbound(t, v, sCall)
	if exc != nil {
		return Null, exc
	}
	if !ok.found {
		return Null, TypeErrorf(t, "'%s' object is not callable", TypeOf(v).fullName())
	}
	if ok.unbound {
		return callPrepended(t, fn, v, args, kw)
	}
	return CallKw(t, fn, args, kw)
}

type specialKind struct{ found, unbound bool }

// LookupSpecialUnbound finds a dunder method; a Python function comes back unbound, to be called with o in front.
func LookupSpecialUnbound(t *Thread, o Value, name *Str) (Value, specialKind, *Exception) {
	tp := TypeOf(o)
	d, ok := t.lookup(tp, name)
	if !ok {
		return Null, specialKind{}, nil
	}
	if AsFunction(d) != nil || AsDescriptor(d) != nil {
		return d, specialKind{true, true}, nil
	}
	if get := TypeOf(d).DescrGet; get != nil {
		v, exc := get(t, d, o, tp)
		return v, specialKind{true, false}, exc
	}
	return d, specialKind{true, false}, nil
}

func userInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	fn, ok, exc := LookupSpecialUnbound(t, self, sInit)
	if exc != nil {
		return exc
	}
	if !ok.found {
		return nil
	}
	var r Value
	if ok.unbound {
		r, exc = callPrepended(t, fn, self, args, kw)
	} else {
		r, exc = CallKw(t, fn, args, kw)
	}
	if exc != nil {
		return exc
	}
	if !r.IsNone() {
		return TypeErrorf(t, "__init__() should return None, not '%s'", TypeOf(r).fullName())
	}
	return nil
}

func userNew(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception) {
	fn, exc := GetAttr(t, cls.Value(), sNew)
	if exc != nil {
		return Null, exc
	}
	return callPrepended(t, fn, cls.Value(), args, kw)
}

func userDel(t *Thread, self Value) *Exception {
	_, _, exc := CallSpecial(t, self, sDel)
	return exc
}

func userGetAttr(t *Thread, v Value, name *Str) (Value, *Exception) {
	tp := TypeOf(v)
	ga, _ := t.lookup(tp, sGetattribute)
	var r Value
	var exc *Exception
	if w := asSlotWrapper(ga); w != nil {
		if w.owner.FindAttr != nil {
			var ok bool
			r, ok, exc = w.owner.FindAttr(t, v, name)
			if exc == nil && !ok {
				if hook, found := t.lookup(tp, sGetattr); found {
					return callUnbound(t, hook, v, tp, []Value{name.Value()})
				}
				return Null, raiseNoAttr(t, v, name)
			}
		} else {
			r, exc = w.owner.GetAttr(t, v, name)
		}
	} else {
		r, exc = callUnbound(t, ga, v, tp, []Value{name.Value()})
	}
	if exc != nil && exc.Is(AttributeErrorType) {
		if hook, found := t.lookup(tp, sGetattr); found {
			return callUnbound(t, hook, v, tp, []Value{name.Value()})
		}
	}
	return r, exc
}

func userSetAttr(t *Thread, v Value, name *Str, x Value) *Exception {
	var exc *Exception
	if x.IsNull() {
		_, _, exc = CallSpecial(t, v, sDelattr, name.Value())
	} else {
		_, _, exc = CallSpecial(t, v, sSetattr, name.Value(), x)
	}
	return exc
}

func userDescrGet(t *Thread, d, o Value, owner *Type) (Value, *Exception) {
	if o.IsNull() {
		o = None
	}
	ow := None
	if owner != nil {
		ow = owner.Value()
	}
	v, ok, exc := CallSpecial(t, d, sGet, o, ow)
	if !ok && exc == nil {
		return d, nil
	}
	return v, exc
}

func userDescrSet(t *Thread, d, o, x Value) *Exception {
	var ok bool
	var exc *Exception
	name := sSet
	if x.IsNull() {
		name = sDelete
		_, ok, exc = CallSpecial(t, d, name, o)
	} else {
		_, ok, exc = CallSpecial(t, d, name, o, x)
	}
	if exc == nil && !ok {
		return RaiseAttribute(t, name.GoString(), d, name)
	}
	return exc
}

func userNext(t *Thread, v Value) (Value, bool, *Exception) {
	r, ok, exc := CallSpecial(t, v, sNext)
	if exc != nil {
		if exc.shape.typ == StopIterationType || exc.Is(StopIterationType) {
			return Null, false, nil
		}
		return Null, false, exc
	}
	if !ok {
		return Null, false, raiseNoAttr(t, v, sNext)
	}
	return r, true, nil
}

func userLen(t *Thread, v Value) (int, *Exception) {
	r, ok, exc := CallSpecial(t, v, sLen)
	if exc != nil {
		return 0, exc
	}
	if !ok {
		return 0, TypeErrorf(t, "object of type '%s' has no len()", TypeOf(v).fullName())
	}
	i, exc := Index(t, r)
	if exc != nil {
		return 0, exc
	}
	if i.IsInt() && i.AsInt() < 0 || !i.IsInt() && AsBig(i).Sign() < 0 {
		return 0, Raise(t, ValueErrorType, "__len__() should return >= 0")
	}
	if !i.IsInt() {
		return 0, Raise(t, OverflowErrorType, "cannot fit 'int' into an index-sized integer")
	}
	return int(i.AsInt()), nil
}

func userSetItem(t *Thread, v, k, x Value) *Exception {
	var ok bool
	var exc *Exception
	name := sSetitem
	if x.IsNull() {
		name = sDelitem
		_, ok, exc = CallSpecial(t, v, name, k)
	} else {
		_, ok, exc = CallSpecial(t, v, name, k, x)
	}
	if exc == nil && !ok {
		return RaiseAttribute(t, name.GoString(), v, name)
	}
	return exc
}

func userContains(t *Thread, v, x Value) (bool, *Exception) {
	d, ok := t.lookup(TypeOf(v), sContains)
	if ok && d.IsNone() {
		return false, TypeErrorf(t, "'%s' object is not a container", TypeOf(v).fullName())
	}
	if !ok {
		return iterContains(t, v, x)
	}
	r, exc := callUnbound(t, d, v, TypeOf(v), []Value{x})
	if exc != nil {
		return false, exc
	}
	return Truth(t, r)
}

func userBool(t *Thread, v Value) (bool, *Exception) {
	r, _, exc := CallSpecial(t, v, sBool)
	if exc != nil {
		return false, exc
	}
	if !r.IsBool() {
		return false, TypeErrorf(t, "__bool__ should return bool, returned %s", TypeOf(r).fullName())
	}
	return r.IsTrue(), nil
}

func userCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	r, ok, exc := CallSpecial(t, a, compareNames[op], b)
	if !ok {
		return NotImplemented, exc
	}
	return r, exc
}

func userPower(t *Thread, a, b, c Value) (Value, *Exception) {
	if c.IsNone() {
		return userBinary(t, OpPower, a, b)
	}
	ta, tb := TypeOf(a), TypeOf(b)
	names := binaryNames[OpPower]
	// Python 3.14 began to ask __rpow__ as well.
	other := t.interp.Version.At(14) && ta != tb && tb.userOps&(1<<OpPower) != 0
	if ta.userOps&(1<<OpPower) != 0 {
		if other && tb.IsSubtype(ta) && overloads(t, ta, tb, names.rname) {
			r, ok, exc := CallSpecial(t, b, names.rname, a, c)
			if exc != nil || ok && !r.IsNotImplemented() {
				return r, exc
			}
			other = false
		}
		r, ok, exc := CallSpecial(t, a, names.name, b, c)
		if exc != nil || ok && !r.IsNotImplemented() {
			return r, exc
		}
	}
	if other {
		r, ok, exc := CallSpecial(t, b, names.rname, a, c)
		if exc != nil || ok {
			return r, exc
		}
	}
	return NotImplemented, nil
}

// userBinary is the binary slot of classes with dunder methods: it asks a's method and b's reflected one in Python's order.
func userBinary(t *Thread, op BinaryOp, a, b Value) (Value, *Exception) {
	ta, tb := TypeOf(a), TypeOf(b)
	names := binaryNames[op]
	other := ta != tb && tb.userOps&(1<<op) != 0
	if ta.userOps&(1<<op) != 0 {
		if other && tb.IsSubtype(ta) && overloads(t, ta, tb, names.rname) {
			r, ok, exc := CallSpecial(t, b, names.rname, a)
			if exc != nil || ok && !r.IsNotImplemented() {
				return r, exc
			}
			other = false
		}
		r, ok, exc := CallSpecial(t, a, names.name, b)
		if exc != nil || ok && !r.IsNotImplemented() {
			return r, exc
		}
	}
	if other {
		r, ok, exc := CallSpecial(t, b, names.rname, a)
		if exc != nil || ok {
			return r, exc
		}
	}
	return NotImplemented, nil
}

// overloads reports whether sub has another method of that name than super.
func overloads(t *Thread, super, sub *Type, name *Str) bool {
	a, ok := t.lookup(sub, name)
	if !ok {
		return false
	}
	b, ok := t.lookup(super, name)
	return !ok || !Is(a, b)
}
