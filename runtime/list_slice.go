package runtime

// listGetItem is list[index] and list[slice].
func listGetItem(t *Thread, v, key Value) (Value, *Exception) {
	x := (*List)(v.p)
	if key.p == nil {
		i := int(key.n)
		if i < 0 {
			i += len(x.Items)
		}
		if uint(i) < uint(len(x.Items)) {
			return x.Items[i], nil
		}
		return Null, Raise(t, IndexErrorType, "list index out of range")
	}
	if s := asSlice(key); s != nil {
		items, exc := sliceItems(t, &x.Items, s)
		if exc != nil {
			return Null, exc
		}
		return NewList(t, items).Value(), nil
	}
	i, exc := sequenceIndex(t, key, "list")
	if exc != nil {
		return Null, exc
	}
	if i < 0 {
		i += len(x.Items)
	}
	if uint(i) < uint(len(x.Items)) {
		return x.Items[i], nil
	}
	return Null, Raise(t, IndexErrorType, "list index out of range")
}

// sequenceIndex converts a subscript that is no slice; name is the container's.
func sequenceIndex(t *Thread, key Value, name string) (int, *Exception) {
	if key.p == nil {
		return int(key.n), nil
	}
	if TypeOf(key).Index == nil {
		return 0, TypeErrorf(t, "%s indices must be integers or slices, not %s", name, TypeOf(key).fullName())
	}
	i, exc := Index(t, key)
	if exc != nil {
		return 0, exc
	}
	if !i.IsInt() {
		return 0, Raisef(t, IndexErrorType, "cannot fit '%s' into an index-sized integer", TypeOf(key).fullName())
	}
	return int(i.AsInt()), nil
}

// asSlice returns the slice object that v is, or nil.
func asSlice(v Value) *Slice {
	if v.p != nil && (*Header)(v.p).shape == sliceShape {
		return (*Slice)(v.p)
	}
	return nil
}

// sliceBounds are the numbers of a slice over a sequence: i = start, start+step, ... for count items.
type sliceBounds struct{ start, stop, step, count int }

// unpackSlice converts the bounds of a slice; it may run Python code, so the length is applied afterwards by adjust.
func unpackSlice(t *Thread, s *Slice) (b sliceBounds, exc *Exception) {
	b.step = 1
	if !s.Step.IsNone() {
		if b.step, exc = AsSliceIndex(t, s.Step, 1); exc != nil {
			return b, exc
		}
		if b.step == 0 {
			return b, Raise(t, ValueErrorType, "slice step cannot be zero")
		}
		if b.step < -(1<<63 - 1) {
			b.step = -(1<<63 - 1)
		}
	}
	start, stop := 0, 1<<63-1
	if b.step < 0 {
		start, stop = 1<<63-1, -1<<63
	}
	if b.start, exc = AsSliceIndex(t, s.Start, start); exc != nil {
		return b, exc
	}
	b.stop, exc = AsSliceIndex(t, s.Stop, stop)
	return b, exc
}

// adjust clips the bounds to a sequence of n items and counts.
func (b *sliceBounds) adjust(n int) {
	b.start = clipBound(b.start, n, b.step)
	b.stop = clipBound(b.stop, n, b.step)
	b.count = 0
	if b.step < 0 {
		if b.stop < b.start {
			b.count = (b.start-b.stop-1)/-b.step + 1
		}
	} else if b.start < b.stop {
		b.count = (b.stop-b.start-1)/b.step + 1
	}
}

func clipBound(i, n, step int) int {
	if i < 0 {
		if i += n; i >= 0 {
			return i
		}
		if step < 0 {
			return -1
		}
		return 0
	}
	if i >= n {
		if step < 0 {
			return n - 1
		}
		return n
	}
	return i
}

// sliceItems returns items[s] in a new slice.
func sliceItems(t *Thread, items *[]Value, s *Slice) ([]Value, *Exception) {
	b, exc := unpackSlice(t, s)
	if exc != nil {
		return nil, exc
	}
	b.adjust(len(*items))
	if b.count == 0 {
		return nil, nil
	}
	if exc := reserveItems(t, b.count); exc != nil {
		return nil, exc
	}
	out := make([]Value, b.count)
	if b.step == 1 {
		copy(out, (*items)[b.start:])
		return out, nil
	}
	for i, at := 0, b.start; i < len(out); i++ {
		out[i] = (*items)[at]
		at += b.step
	}
	return out, nil
}

// listSetItem is list[key] = v and del list[key].
func listSetItem(t *Thread, self, key, v Value) *Exception {
	x := (*List)(self.p)
	if s := asSlice(key); s != nil {
		b, exc := unpackSlice(t, s)
		if exc != nil {
			return exc
		}
		switch {
		case v.IsNull():
			b.adjust(len(x.Items))
			x.deleteSlice(b)
			return nil
		case b.step == 1:
			return x.assignSlice(t, b, v)
		}
		return x.assignExtended(t, b, v)
	}
	i, exc := sequenceIndex(t, key, "list")
	if exc != nil {
		return exc
	}
	if i < 0 {
		i += len(x.Items)
	}
	if uint(i) >= uint(len(x.Items)) {
		return Raise(t, IndexErrorType, "list assignment index out of range")
	}
	if v.IsNull() {
		x.removeAt(i)
	} else {
		x.Items[i] = v
	}
	return nil
}

// deleteSlice removes the items of a slice.
func (x *List) deleteSlice(b sliceBounds) {
	if b.count == 0 {
		return
	}
	if b.step < 0 {
		b.start += b.step * (b.count - 1)
		b.step = -b.step
	}
	items := x.Items
	to := b.start
	if b.step == 1 {
		to += copy(items[b.start:], items[b.start+b.count:])
	} else {
		skip, left := b.start, b.count
		for i := b.start; i < len(items); i++ {
			if i == skip && left > 0 {
				left--
				skip += b.step
				continue
			}
			items[to] = items[i]
			to++
		}
	}
	for i := to; i < len(items); i++ {
		items[i] = Null
	}
	x.Items = items[:to]
	x.shrink()
}

// replacement returns the items of the right side of a slice assignment in a slice that the list's own changes cannot touch.
func (x *List) replacement(t *Thread, v Value) ([]Value, *Exception) {
	items, exc := sequenceFast(t, v, "must assign iterable to extended slice")
	if exc == nil && v.p == x.Value().p {
		items = append([]Value(nil), items...)
	}
	return items, exc
}

// sequenceFast returns the items of any iterable, those of a list or tuple without copying; what cannot be iterated raises TypeError(msg).
func sequenceFast(t *Thread, v Value, msg string) ([]Value, *Exception) {
	if items, ok := plainItems(t, v); ok {
		return items, nil
	}
	it, exc := Iter(t, v)
	if exc != nil {
		if exc.Is(TypeErrorType) {
			exc = Raise(t, TypeErrorType, msg)
		}
		return nil, exc
	}
	return Collect(t, it)
}

// assignSlice is list[start:stop] = v.
func (x *List) assignSlice(t *Thread, b sliceBounds, v Value) *Exception {
	b.adjust(len(x.Items))
	items, exc := x.replacement(t, v)
	if exc != nil {
		return exc
	}
	old, n := len(x.Items), len(items)
	b.start = min(b.start, old)
	b.count = min(b.count, old-b.start)
	tail := old - b.start - b.count
	size := b.start + n + tail
	if size > old {
		if exc := x.resize(t, size); exc != nil {
			return exc
		}
	}
	copy(x.Items[b.start+n:], x.Items[b.start+b.count:old])
	copy(x.Items[b.start:], items)
	for i := size; i < old; i++ {
		x.Items[i] = Null
	}
	x.Items = x.Items[:size]
	x.shrink()
	return nil
}

// assignExtended is list[start:stop:step] = v.
func (x *List) assignExtended(t *Thread, b sliceBounds, v Value) *Exception {
	items, exc := x.replacement(t, v)
	if exc != nil {
		return exc
	}
	b.adjust(len(x.Items))
	if len(items) != b.count {
		return Raisef(t, ValueErrorType, "attempt to assign sequence of size %d to extended slice of size %d", len(items), b.count)
	}
	for i, at := 0, b.start; i < b.count; i++ {
		x.Items[at] = items[i]
		at += b.step
	}
	return nil
}
