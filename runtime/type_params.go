package runtime

// Type parameters in the arguments of generic aliases and unions: which there are, and their replacement.

// identityIndex returns the position of the identical value, -1 for none.
func identityIndex(items []Value, v Value) int {
	for i, x := range items {
		if Is(x, v) {
			return i
		}
	}
	return -1
}

// makeParameters collects the type parameters of arguments, each once.
func makeParameters(t *Thread, args []Value) (*Tuple, *Exception) {
	var out []Value
	add := func(v Value) {
		if identityIndex(out, v) < 0 {
			out = append(out, v)
		}
	}
	for _, x := range args {
		if asType(x) != nil {
			continue // a class's own __parameters__ is not meant
		}
		if nested := typeArgs(t, x); nested != nil {
			sub, exc := makeParameters(t, nested)
			if exc != nil {
				return nil, exc
			}
			for _, p := range sub.Items {
				add(p)
			}
			continue
		}
		_, ok, exc := FindAttr(t, x, sTypingSubst)
		if exc != nil {
			return nil, exc
		}
		if ok {
			add(x)
			continue
		}
		sub, ok, exc := FindAttr(t, x, sParameters)
		if exc != nil {
			return nil, exc
		}
		if params := asTuple(sub); ok && params != nil {
			for _, p := range params.Items {
				add(p)
			}
		}
	}
	return NewTuple(t, out), nil
}

// typeArgs returns the items of a list or tuple among type arguments, which from 3.14 on may hold type parameters.
func typeArgs(t *Thread, v Value) []Value {
	if !t.interp.Version.At(14) {
		return nil
	}
	if x := asTuple(v); x != nil {
		return append([]Value{}, x.Items...)
	}
	if x := asList(v); x != nil {
		return append([]Value{}, x.Items...)
	}
	return nil
}

// substituteParameters replaces the type parameters in args by the items of key; self is shown in errors.
func substituteParameters(t *Thread, self Value, args []Value, params *Tuple, key Value) ([]Value, *Exception) {
	if params.Len() == 0 {
		s, exc := Repr(t, self)
		if exc != nil {
			return nil, exc
		}
		return nil, TypeErrorf(t, "%s is not a generic class", s)
	}
	item, exc := unpackTypeArgs(t, key)
	if exc != nil {
		return nil, exc
	}
	for _, p := range params.Items {
		prepare, ok, exc := FindAttr(t, p, sTypingPrepare)
		if exc != nil {
			return nil, exc
		}
		if !ok || prepare.IsNone() {
			continue
		}
		if asTuple(item) == nil {
			item = MakeTuple(t, item).Value()
		}
		if item, exc = Call(t, prepare, self, item); exc != nil {
			return nil, exc
		}
	}
	items := []Value{item}
	if x := asTuple(item); x != nil {
		items = x.Items
	}
	if len(items) != params.Len() {
		many := "few"
		if len(items) > params.Len() {
			many = "many"
		}
		s, exc := Repr(t, self)
		if exc != nil {
			return nil, exc
		}
		return nil, TypeErrorf(t, "Too %s arguments for %s; actual %d, expected %d", many, s, len(items), params.Len())
	}
	return replaceParameters(t, args, params.Items, items)
}

func replaceParameters(t *Thread, args, params, items []Value) ([]Value, *Exception) {
	out := make([]Value, 0, len(args))
	for _, x := range args {
		if asType(x) != nil {
			out = append(out, x)
			continue
		}
		if nested := typeArgs(t, x); nested != nil {
			sub, exc := replaceParameters(t, nested, params, items)
			if exc != nil {
				return nil, exc
			}
			if asList(x) != nil {
				out = append(out, NewList(t, sub).Value())
			} else {
				out = append(out, NewTuple(t, sub).Value())
			}
			continue
		}
		unpack, exc := isUnpackedTypeVarTuple(t, x)
		if exc != nil {
			return nil, exc
		}
		subst, ok, exc := FindAttr(t, x, sTypingSubst)
		if exc != nil {
			return nil, exc
		}
		var r Value
		if ok {
			i := identityIndex(params, x)
			if i < 0 {
				return nil, Raise(t, SystemErrorType, "a type parameter is not among those of its alias")
			}
			r, exc = Call(t, subst, items[i])
		} else {
			r, exc = replaceInside(t, x, params, items)
		}
		if exc != nil {
			return nil, exc
		}
		if !unpack {
			out = append(out, r)
			continue
		}
		many := asTuple(r)
		if many == nil {
			return nil, TypeErrorf(t, "expected __typing_subst__ of %s objects to return a tuple, not %s", TypeOf(x).qualifiedName(), TypeOf(r).qualifiedName())
		}
		out = append(out, many.Items...)
	}
	return out, nil
}

// replaceInside replaces the parameters of a generic that is an argument itself: list[T] in dict[str, list[T]].
func replaceInside(t *Thread, x Value, params, items []Value) (Value, *Exception) {
	v, ok, exc := FindAttr(t, x, sParameters)
	if exc != nil {
		return Null, exc
	}
	sub := asTuple(v)
	if !ok || sub.Len() == 0 {
		return x, nil
	}
	args := make([]Value, 0, sub.Len())
	for _, p := range sub.Items {
		i := identityIndex(params, p)
		if i < 0 {
			args = append(args, p)
			continue
		}
		// A TypeVarTuple's replacement is a tuple of types.
		if many := asTuple(items[i]); many != nil && TypeOf(params[i]).Iter != nil {
			args = append(args, many.Items...)
		} else {
			args = append(args, items[i])
		}
	}
	return GetItem(t, x, NewTuple(t, args).Value())
}

func isUnpackedTypeVarTuple(t *Thread, v Value) (bool, *Exception) {
	x, ok, exc := FindAttr(t, v, sIsUnpacked)
	if exc != nil || !ok {
		return false, exc
	}
	return Truth(t, x)
}

// unpackTypeArgs puts the items of *tuple[int, str] in the place of it.
func unpackTypeArgs(t *Thread, key Value) (Value, *Exception) {
	items := []Value{key}
	if x := asTuple(key); x != nil {
		items = x.Items
	}
	out := make([]Value, 0, len(items))
	for _, x := range items {
		if asType(x) == nil {
			v, ok, exc := FindAttr(t, x, sUnpackedArgs)
			if exc != nil {
				return Null, exc
			}
			if sub := asTuple(v); ok && sub != nil && !(sub.Len() > 0 && sub.Items[sub.Len()-1].IsEllipsis()) {
				out = append(out, sub.Items...)
				continue
			}
		}
		out = append(out, x)
	}
	return NewTuple(t, out).Value(), nil
}
