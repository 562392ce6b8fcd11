package runtime

// MatchKeys returns a tuple of the values that the subject, a mapping, has for all keys, or None when one is missing, for MATCH_KEYS.
func MatchKeys(t *Thread, subject, names Value) (Value, *Exception) {
	keys := asTuple(names)
	if keys == nil {
		return Null, Raise(t, SystemErrorType, "the keys of a mapping pattern are no tuple")
	}
	if len(keys.Items) == 0 {
		return emptyTuple.Value(), nil
	}
	values := make([]Value, len(keys.Items))
	for i := range values {
		values[i] = Null
	}
	held := NewTuple(t, values)
	seen := NewSet(t)
	mark := t.HandleMark()
	t.Handle(held.Value())
	t.Handle(seen.Value())
	defer t.Release(mark)
	d := ExactDict(subject)
	get, missing := Null, Null
	if d == nil {
		var exc *Exception
		if get, exc = GetAttr(t, subject, sGetMethod); exc != nil {
			return Null, exc
		}
		t.Handle(get)
		missing = ObjectOf(&NewInstance(t, ObjectType).Header)
	}
	for i, k := range keys.Items {
		dup, exc := seen.Contains(t, k)
		if exc != nil {
			return Null, exc
		}
		if dup {
			r, exc := Repr(t, k)
			if exc != nil {
				return Null, exc
			}
			return Null, Raise(t, ValueErrorType, "mapping pattern checks duplicate key ("+r.GoString()+")")
		}
		if exc := seen.Add(t, k); exc != nil {
			return Null, exc
		}
		ok := false
		if d != nil {
			values[i], ok, exc = d.Get(t, k)
		} else {
			values[i], exc = Call(t, get, k, missing)
			ok = !Is(values[i], missing)
		}
		if exc != nil {
			return Null, exc
		}
		if !ok {
			return None, nil
		}
	}
	return held.Value(), nil
}

// MatchClass returns a tuple of the attributes that a class pattern with nargs positional sub-patterns and the given keyword names asks for, or None
// when the subject does not match, for MATCH_CLASS.
func MatchClass(t *Thread, subject, cls Value, nargs int, kwnames Value) (Value, *Exception) {
	names := asTuple(kwnames)
	if names == nil || !AllStrs(names) {
		return Null, Raise(t, SystemErrorType, "the attribute names of a class pattern are no tuple of strs")
	}
	tp := asType(cls)
	if tp == nil {
		return Null, Raise(t, TypeErrorType, "called match pattern must be a class")
	}
	ok, exc := IsInstanceOf(t, subject, cls)
	if exc != nil || !ok {
		return None, exc
	}
	m := classMatch{t: t, subject: subject, tp: tp, attrs: NewList(t, nil)}
	mark := t.HandleMark()
	t.Handle(m.attrs.Value())
	defer t.Release(mark)
	if nargs > 0 {
		if ok, exc := m.positional(nargs); exc != nil || !ok {
			return None, exc
		}
	}
	for _, name := range names.Items {
		if ok, exc := m.attr(name); exc != nil || !ok {
			return None, exc
		}
	}
	return NewTuple(t, m.attrs.Items).Value(), nil
}

type classMatch struct {
	t       *Thread
	subject Value
	tp      *Type
	attrs   *List
	seen    []*Str
}

// positional resolves positional sub-patterns through __match_args__.
func (m *classMatch) positional(nargs int) (bool, *Exception) {
	args, found, exc := FindAttr(m.t, m.tp.Value(), sMatchArgs)
	if exc != nil {
		return false, exc
	}
	self, allowed := false, 0
	var names *Tuple
	if found {
		if names = ExactTuple(args); names == nil {
			return false, TypeErrorf(m.t, "%s.__match_args__ must be a tuple (got %s)", m.tp.name, TypeOf(args).fullName())
		}
		allowed = len(names.Items)
	} else if m.tp.flags&TypeMatchSelf != 0 {
		self, allowed = true, 1
	}
	if allowed < nargs {
		return false, TypeErrorf(m.t, "%s() accepts %d positional sub-pattern%s (%d given)", m.tp.name, allowed, plural(allowed), nargs)
	}
	if self {
		return true, m.attrs.Append(m.t, m.subject)
	}
	for _, name := range names.Items[:nargs] {
		if exactStr(name) == nil {
			return false, TypeErrorf(m.t, "__match_args__ elements must be strings (got %s)", TypeOf(name).fullName())
		}
		if ok, exc := m.attr(name); exc != nil || !ok {
			return false, exc
		}
	}
	return true, nil
}

// attr fetches one attribute of the subject.
func (m *classMatch) attr(v Value) (bool, *Exception) {
	name := m.t.InternStr(asStr(v))
	for _, s := range m.seen {
		if s == name {
			r, exc := Repr(m.t, v)
			if exc != nil {
				return false, exc
			}
			return false, TypeErrorf(m.t, "%s() got multiple sub-patterns for attribute %s", m.tp.name, r)
		}
	}
	m.seen = append(m.seen, name)
	x, ok, exc := FindAttr(m.t, m.subject, name)
	if exc != nil || !ok {
		return false, exc
	}
	return true, m.attrs.Append(m.t, x)
}
