package runtime

// IsInstanceOf is isinstance(o, cls): cls is a class, a union or a tuple of such, and may bring its own __instancecheck__.
func IsInstanceOf(t *Thread, o, cls Value) (bool, *Exception) {
	if TypeOf(o).Value() == cls {
		return true, nil
	}
	if tp := asType(cls); tp != nil && tp.shape == typeShape {
		return plainIsInstance(t, o, cls)
	}
	if u := asUnion(cls); u != nil {
		cls = u.Args.Value()
	}
	if x := asTuple(cls); x != nil {
		return anyOf(t, x, " in __instancecheck__", func(c Value) (bool, *Exception) { return IsInstanceOf(t, o, c) })
	}
	if r, ok, exc := checkHook(t, cls, sInstancecheck, o, " in __instancecheck__"); ok || exc != nil {
		return r, exc
	}
	return plainIsInstance(t, o, cls)
}

// IsSubclassOf is issubclass(c, cls).
func IsSubclassOf(t *Thread, c, cls Value) (bool, *Exception) {
	if tp := asType(cls); tp != nil && tp.shape == typeShape {
		if c == cls {
			return true, nil
		}
		return plainIsSubclass(t, c, cls)
	}
	if u := asUnion(cls); u != nil {
		cls = u.Args.Value()
	}
	if x := asTuple(cls); x != nil {
		return anyOf(t, x, " in __subclasscheck__", func(b Value) (bool, *Exception) { return IsSubclassOf(t, c, b) })
	}
	if r, ok, exc := checkHook(t, cls, sSubclasscheck, c, " in __subclasscheck__"); ok || exc != nil {
		return r, exc
	}
	return plainIsSubclass(t, c, cls)
}

func anyOf(t *Thread, x *Tuple, where string, f func(c Value) (bool, *Exception)) (bool, *Exception) {
	if exc := t.Enter(where); exc != nil {
		return false, exc
	}
	defer t.Leave()
	for _, c := range x.Items {
		if r, exc := f(c); exc != nil || r {
			return r, exc
		}
	}
	return false, nil
}

// checkHook asks the class's type for its own check.
func checkHook(t *Thread, cls Value, name *Str, arg Value, where string) (r, ok bool, exc *Exception) {
	if exc := t.Enter(where); exc != nil {
		return false, false, exc
	}
	defer t.Leave()
	v, ok, exc := CallSpecial(t, cls, name, arg)
	if exc != nil || !ok {
		return false, ok, exc
	}
	r, exc = Truth(t, v)
	return r, true, exc
}

// plainIsInstance is isinstance without hooks: by type, else by __class__.
func plainIsInstance(t *Thread, o, cls Value) (bool, *Exception) {
	if tp := asType(cls); tp != nil {
		ot := TypeOf(o)
		if ot.IsSubtype(tp) {
			return true, nil
		}
		if ot.usesGenericGetAttr && ot.plainClass(t) {
			return false, nil
		}
		v, ok, exc := FindAttr(t, o, sClass)
		if exc != nil || !ok {
			return false, exc
		}
		c := asType(v)
		return c != nil && c != ot && c.IsSubtype(tp), nil
	}
	if exc := checkClassLike(t, cls, "isinstance() arg 2 must be a type, a tuple of types, or a union"); exc != nil {
		return false, exc
	}
	v, ok, exc := FindAttr(t, o, sClass)
	if exc != nil || !ok {
		return false, exc
	}
	return abstractSubclass(t, v, cls)
}

// plainClass reports whether instances' __class__ is object's own attribute.
func (tp *Type) plainClass(t *Thread) bool {
	v, ok := t.lookup(tp, sClass)
	if !ok {
		return false
	}
	own, _ := ObjectType.attrs().GetStr(sClass)
	return Is(v, own)
}

// plainIsSubclass is issubclass without hooks.
func plainIsSubclass(t *Thread, c, cls Value) (bool, *Exception) {
	a, b := asType(c), asType(cls)
	if a != nil && b != nil {
		return a.IsSubtype(b), nil
	}
	if exc := checkClassLike(t, c, "issubclass() arg 1 must be a class"); exc != nil {
		return false, exc
	}
	if exc := checkClassLike(t, cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union"); exc != nil {
		return false, exc
	}
	return abstractSubclass(t, c, cls)
}

// classBases returns __bases__ of what poses as a class, nil when it does not.
func classBases(t *Thread, cls Value) (*Tuple, *Exception) {
	v, ok, exc := FindAttr(t, cls, sBases)
	if exc != nil || !ok {
		return nil, exc
	}
	return asTuple(v), nil
}

func checkClassLike(t *Thread, cls Value, msg string) *Exception {
	b, exc := classBases(t, cls)
	if exc == nil && b == nil {
		return Raise(t, TypeErrorType, msg)
	}
	return exc
}

// abstractSubclass walks __bases__.
func abstractSubclass(t *Thread, c, cls Value) (bool, *Exception) {
	if Is(c, cls) {
		return true, nil
	}
	bases, exc := classBases(t, c)
	if exc != nil || bases == nil {
		return false, exc
	}
	return anyOf(t, bases, " in __subclasscheck__", func(b Value) (bool, *Exception) { return abstractSubclass(t, b, cls) })
}
