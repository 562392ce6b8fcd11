package runtime

// The pickling protocol of object: __reduce_ex__, __reduce__ and __getstate__.

var (
	sGetNewArgs   = static("__getnewargs__")
	sGetNewArgsEx = static("__getnewargs_ex__")
)

// ownMethod reports whether a name on a class is still object's own method.
func ownMethod(t *Thread, tp *Type, name *Str) bool {
	v, ok := t.lookup(tp, name)
	d := AsDescriptor(v)
	return ok && d != nil && d.Fn.owner == ObjectType
}

func objectReduceEx(t *Thread, self, proto Value) (Value, *Exception) {
	n, exc := asCInt(t, proto)
	if exc != nil {
		return Null, exc
	}
	if !ownMethod(t, TypeOf(self), sReduce) {
		return CallMethod(t, self, sReduce)
	}
	return commonReduce(t, self, n)
}

func objectReduce(t *Thread, self Value) (Value, *Exception) { return commonReduce(t, self, 0) }

func commonReduce(t *Thread, self Value, proto int) (Value, *Exception) {
	if proto >= 2 {
		return reduceNewobj(t, self)
	}
	fn, exc := copyreg(t, "_reduce_ex")
	if exc != nil {
		return Null, exc
	}
	return Call(t, fn, self, Int(int64(proto)))
}

func copyreg(t *Thread, name string) (Value, *Exception) {
	m, exc := ImportModule(t, "copyreg")
	if exc != nil {
		return Null, exc
	}
	return GetAttr(t, m, t.Intern(name))
}

// reduceNewobj is the reduction of protocol 2 and up: the class's __new__ with its arguments, the state, and the items of lists and dicts.
func reduceNewobj(t *Thread, self Value) (Value, *Exception) {
	tp := TypeOf(self)
	if tp.flags&TypeNoInstantiation != 0 || tp.New == nil {
		return Null, TypeErrorf(t, "cannot pickle '%s' object", tp.fullName())
	}
	args, kwargs, exc := newArguments(t, self)
	if exc != nil {
		return Null, exc
	}
	state, exc := getState(t, self, args == nil && tp.flags&(TypeList|TypeDict) == 0)
	if exc != nil {
		return Null, exc
	}
	name := "__newobj__"
	var newargs Value
	if kwargs == nil || kwargs.Len() == 0 {
		items := []Value{tp.Value()}
		if args != nil {
			items = append(items, args.Items...)
		}
		newargs = NewTuple(t, items).Value()
	} else {
		name = "__newobj_ex__"
		newargs = MakeTuple(t, tp.Value(), args.Value(), kwargs.Value()).Value()
	}
	fn, exc := copyreg(t, name)
	if exc != nil {
		return Null, exc
	}
	listItems, dictItems := None, None
	if tp.flags&TypeList != 0 {
		if listItems, exc = Iter(t, self); exc != nil {
			return Null, exc
		}
	}
	if tp.flags&TypeDict != 0 {
		items, exc := CallMethod(t, self, sItems)
		if exc != nil {
			return Null, exc
		}
		if dictItems, exc = Iter(t, items); exc != nil {
			return Null, exc
		}
	}
	return MakeTuple(t, fn, newargs, state, listItems, dictItems).Value(), nil
}

// newArguments asks for the arguments of __new__; args is nil when the class has none to tell.
func newArguments(t *Thread, self Value) (args *Tuple, kwargs *Dict, exc *Exception) {
	v, ok, exc := CallSpecial(t, self, sGetNewArgsEx)
	if exc != nil {
		return nil, nil, exc
	}
	if ok {
		pair := asTuple(v)
		if pair == nil {
			return nil, nil, TypeErrorf(t, "__getnewargs_ex__ should return a tuple, not '%s'", TypeOf(v).fullName())
		}
		if pair.Len() != 2 {
			return nil, nil, ValueErrorf(t, "__getnewargs_ex__ should return a tuple of length 2, not %d", pair.Len())
		}
		if args = asTuple(pair.Items[0]); args == nil {
			return nil, nil, TypeErrorf(t, "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%s'", TypeOf(pair.Items[0]).fullName())
		}
		if kwargs = asDict(pair.Items[1]); kwargs == nil {
			return nil, nil, TypeErrorf(t, "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%s'", TypeOf(pair.Items[1]).fullName())
		}
		return args, kwargs, nil
	}
	if v, ok, exc = CallSpecial(t, self, sGetNewArgs); exc != nil || !ok {
		return nil, nil, exc
	}
	if args = asTuple(v); args == nil {
		return nil, nil, TypeErrorf(t, "__getnewargs__ should return a tuple, not '%s'", TypeOf(v).fullName())
	}
	return args, nil, nil
}

// getState asks for the state through __getstate__; required tells that state and items must be all there is to the object.
func getState(t *Thread, self Value, required bool) (Value, *Exception) {
	if ownMethod(t, TypeOf(self), sGetState) {
		return defaultState(t, self, required)
	}
	return CallMethod(t, self, sGetState)
}

func objectGetState(t *Thread, self Value) (Value, *Exception) { return defaultState(t, self, false) }

// defaultState is a copy of the instance's dict, None for an empty one; with slots it is the pair of that and a dict of theirs.
func defaultState(t *Thread, self Value, required bool) (Value, *Exception) {
	tp := TypeOf(self)
	if required && tp.layout != ObjectType {
		return Null, TypeErrorf(t, "cannot pickle '%s' object", tp.fullName())
	}
	state := None
	if d, ok, exc := FindAttr(t, self, sDict); exc != nil {
		return Null, exc
	} else if ok && tp.flags&TypeHasDict != 0 {
		if dd := asDict(d); dd != nil && dd.Len() > 0 {
			state = dd.Copy(t).Value()
		}
	}
	names, exc := slotNames(t, tp)
	if exc != nil {
		return Null, exc
	}
	slots := NewDict(t)
	for _, n := range names {
		v, ok, exc := FindAttr(t, self, n)
		if exc != nil {
			return Null, exc
		}
		if ok {
			if exc := slots.SetStr(t, n, v); exc != nil {
				return Null, exc
			}
		}
	}
	if slots.Len() == 0 {
		return state, nil
	}
	return MakeTuple(t, state, slots.Value()).Value(), nil
}

// slotNames are the attributes that __slots__ of the class and its bases declare, mangled, as copyreg._slotnames has them.
func slotNames(t *Thread, tp *Type) ([]*Str, *Exception) {
	var out []*Str
	for _, b := range tp.mro {
		if b.flags&TypeHeap == 0 {
			continue
		}
		v, ok := b.attrs().GetStr(sSlots)
		if !ok {
			continue
		}
		items := []Value{v}
		if asStr(v) == nil {
			var exc *Exception
			if items, exc = Collect(t, v); exc != nil {
				return nil, exc
			}
		}
		for _, it := range items {
			s := asStr(it)
			if s == nil || s.equal(sDict) || s.equal(sWeakref) {
				continue
			}
			out = append(out, t.InternStr(mangle(t, b.name, s)))
		}
	}
	return out, nil
}
