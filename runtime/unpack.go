package runtime

// What the engine's instructions for unpacking, building and pattern matching need of the containers.

// UnpackIterable fills out with the items of v, which must be n, for UNPACK_SEQUENCE.
func UnpackIterable(t *Thread, v Value, n int, out []Value) *Exception {
	out = out[:n]
	if v.p != nil {
		switch (*Header)(v.p).shape {
		case tupleShape:
			if items := (*Tuple)(v.p).Items; len(items) == len(out) {
				copy(out, items)
				return nil
			}
		case listShape:
			if items := (*List)(v.p).Items; len(items) == len(out) {
				copy(out, items)
				return nil
			}
		}
	}
	it, exc := unpackIter(t, v)
	if exc != nil {
		return exc
	}
	mark := t.HandleMark()
	t.Handle(it)
	defer t.Release(mark)
	got, exc := unpackItems(t, it, out)
	if exc != nil {
		return exc
	}
	if got < n {
		return ValueErrorf(t, "not enough values to unpack (expected %d, got %d)", n, got)
	}
	_, more, exc := TypeOf(it).Next(t, it)
	if exc != nil || !more {
		return exc
	}
	if t.interp.Version.At(14) {
		if ExactList(v) != nil || ExactTuple(v) != nil || ExactDict(v) != nil {
			if got, _ = Len(t, v); got > n { // the length of a builtin container cannot raise
				return ValueErrorf(t, "too many values to unpack (expected %d, got %d)", n, got)
			}
		}
	}
	return ValueErrorf(t, "too many values to unpack (expected %d)", n)
}

func unpackIter(t *Thread, v Value) (Value, *Exception) {
	it, exc := Iter(t, v)
	if exc != nil && exc.Is(TypeErrorType) {
		if tp := TypeOf(v); tp.Iter == nil && tp.GetItem == nil {
			return Null, TypeErrorf(t, "cannot unpack non-iterable %s object", tp.fullName())
		}
	}
	return it, exc
}

// unpackItems takes items of an iterator until out is full and returns how many there were. They stand in the handle window meanwhile.
func unpackItems(t *Thread, it Value, out []Value) (int, *Exception) {
	for i := range out {
		x, ok, exc := TypeOf(it).Next(t, it)
		if exc != nil || !ok {
			return i, exc
		}
		t.Handle(x)
		out[i] = x
	}
	return len(out), nil
}

// UnpackEx fills out with the items of v for UNPACK_EX: first before ones, then a list of those in the middle, then the last after ones.
func UnpackEx(t *Thread, v Value, before, after int, out []Value) *Exception {
	it, exc := unpackIter(t, v)
	if exc != nil {
		return exc
	}
	mark := t.HandleMark()
	t.Handle(it)
	defer t.Release(mark)
	n, exc := unpackItems(t, it, out[:before])
	if exc != nil {
		return exc
	}
	if n < before {
		return ValueErrorf(t, "not enough values to unpack (expected at least %d, got %d)", before+after, n)
	}
	l := NewList(t, nil)
	if exc := l.Extend(t, it); exc != nil {
		return exc
	}
	rest := len(l.Items) - after
	if rest < 0 {
		return ValueErrorf(t, "not enough values to unpack (expected at least %d, got %d)", before+after, before+len(l.Items))
	}
	copy(out[before+1:], l.Items[rest:])
	for i := rest; i < len(l.Items); i++ {
		l.Items[i] = Null
	}
	l.Items = l.Items[:rest]
	out[before] = l.Value()
	return nil
}

// BuildMap makes a dict of keys and values that take turns, for BUILD_MAP.
func BuildMap(t *Thread, pairs []Value) (Value, *Exception) {
	d := NewDict(t)
	if exc := d.reserve(t, len(pairs)/2); exc != nil {
		return Null, exc
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		if exc := d.Set(t, pairs[i], pairs[i+1]); exc != nil {
			return Null, exc
		}
	}
	return d.Value(), nil
}

// BuildConstKeyMap makes a dict of a tuple of keys and their values, for BUILD_CONST_KEY_MAP.
func BuildConstKeyMap(t *Thread, keys *Tuple, values []Value) (Value, *Exception) {
	d := NewDict(t)
	if exc := d.reserve(t, len(values)); exc != nil {
		return Null, exc
	}
	for i, v := range values {
		if exc := d.Set(t, keys.Items[i], v); exc != nil {
			return Null, exc
		}
	}
	return d.Value(), nil
}

// BuildSet makes a set, for BUILD_SET.
func BuildSet(t *Thread, items []Value) (Value, *Exception) {
	s := NewSet(t)
	for _, v := range items {
		if exc := s.Add(t, v); exc != nil {
			return Null, exc
		}
	}
	return s.Value(), nil
}

// SetUpdate adds the items of any iterable, for SET_UPDATE.
func SetUpdate(t *Thread, s *Set, o Value) *Exception { return s.Update(t, o) }

// BuildSlice makes a slice object, for BUILD_SLICE.
func BuildSlice(t *Thread, start, stop, step Value) Value {
	return NewSlice(t, start, stop, step).Value()
}

// GetSlice is v[start:stop], for BINARY_SLICE: lists, tuples and strs are cut without making the slice object.
func GetSlice(t *Thread, v, start, stop Value) (Value, *Exception) {
	if v.p != nil && (start.p == nil || start.IsNone()) && (stop.p == nil || stop.IsNone()) {
		b := sliceBounds{start: 0, stop: 1<<63 - 1, step: 1}
		if start.p == nil {
			b.start = int(start.n)
		}
		if stop.p == nil {
			b.stop = int(stop.n)
		}
		switch (*Header)(v.p).shape {
		case listShape:
			items := (*List)(v.p).Items
			b.adjust(len(items))
			return copyItems(t, items[b.start:b.start+b.count])
		case tupleShape:
			items := (*Tuple)(v.p).Items
			if b.adjust(len(items)); b.count == len(items) {
				return v, nil
			}
			return CopyTuple(t, items[b.start:b.start+b.count]).Value(), nil
		case strShape:
			s := (*Str)(v.p)
			b.adjust(s.Len())
			return s.Slice(t, b.start, b.start+b.count).Value(), nil
		}
	}
	return GetItem(t, v, BuildSlice(t, start, stop, None))
}
