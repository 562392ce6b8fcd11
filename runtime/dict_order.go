package runtime

// Moving entries of a Dict to its ends, for OrderedDict.

// moveToEnd makes entry i the last one.
func (d *Dict) moveToEnd(t *Thread, i int) *Exception {
	if i == d.last() {
		return nil
	}
	e := d.entries[i]
	d.removeAt(i)
	return d.insert(t, e.hash, e.key, e.val)
}

// moveToFront makes entry i the first one. It goes to a hole before the others; when there is none, the entries move to a table with a gap in front,
// half as long as they are many.
func (d *Dict) moveToFront(t *Thread, i int) *Exception {
	if i == d.first {
		return nil
	}
	e := d.entries[i]
	d.removeAt(i)
	if d.first == 0 || d.usable == 0 {
		if exc := d.openFront(t); exc != nil {
			return exc
		}
	}
	d.first--
	d.entries[d.first] = e
	if d.index != nil {
		d.place(e.hash, int32(d.first))
	}
	d.used++
	d.usable--
	d.KeysVersion++
	return nil
}

// openFront rebuilds the table with holes before the first entry.
func (d *Dict) openFront(t *Thread) *Exception {
	gap := d.used/2 + 4
	d.size = dictSize(t, (d.used+2*gap)*2)
	d.usable = dictUsable(d.size) - d.used
	n := gap + d.used + gap
	if exc := t.Reserve(n*int(EntrySize) + dictRoom(dictUsable(d.size))*4); exc != nil {
		return exc
	}
	entries := make([]dictEntry, gap, n)
	for j := range entries {
		entries[j].key, entries[j].val = Null, Null
	}
	for j := range d.entries {
		if !d.entries[j].key.IsNull() {
			entries = append(entries, d.entries[j])
		}
	}
	d.entries, d.index, d.first = entries, nil, gap
	if len(entries) > dictLinear {
		d.reindex(dictRoom(max(n, dictUsable(d.size))))
	}
	return nil
}

// last returns the number of the last entry, -1 when there is none.
func (d *Dict) last() int {
	n := len(d.entries) - 1
	for n >= 0 && d.entries[n].key.IsNull() {
		n--
	}
	return n
}

// CountElements is the loop of collections.Counter: it adds one to the value of every item of an iterable, from zero on.
func (d *Dict) CountElements(t *Thread, iterable Value) *Exception {
	return Iterate(t, iterable, func(key Value) (bool, *Exception) {
		h, exc := Hash(t, key)
		if exc != nil {
			return false, exc
		}
		i, exc := d.findKnown(t, key, h)
		if exc != nil {
			return false, exc
		}
		if i < 0 {
			return true, d.insert(t, h, key, Int(1))
		}
		v := &d.entries[i].val
		if v.p == nil && int64(v.n) < 1<<63-1 {
			v.n++
			return true, nil
		}
		mark := t.HandleMark()
		t.Handle(key)
		n, exc := Binary(t, OpAdd, *v, Int(1))
		t.Release(mark)
		if exc != nil {
			return false, exc
		}
		return true, d.Set(t, key, n)
	})
}

// The parts of a lookup, for caches that know the hash of a key and want to act on its entry.

// FindHashed returns the number of the entry for a key with a known hash, -1 for none. It is good until the dict changes.
func (d *Dict) FindHashed(t *Thread, key Value, h int64) (int, *Exception) {
	return d.findKnown(t, key, h)
}

// InsertHashed adds a key that FindHashed did not find.
func (d *Dict) InsertHashed(t *Thread, key Value, h int64, v Value) *Exception {
	return d.insert(t, h, key, v)
}

// MoveToEnd makes an entry the last one.
func (d *Dict) MoveToEnd(t *Thread, i int) *Exception { return d.moveToEnd(t, i) }

// RemoveFirst removes the first entry of a dict that has one.
func (d *Dict) RemoveFirst() { d.removeAt(d.first) }

// HasInstanceDict reports whether an object has attributes of its own or was asked for its __dict__.
func HasInstanceDict(v Value) bool {
	a := attrsOf(v)
	return a != nil && (a.dict != nil || len(v.Header().shape.keys) > 0)
}

// InstanceDictGetSet is the __dict__ attribute of a native module's type whose instances have one.
func InstanceDictGetSet() GetSetSpec { return instanceDictGetSet }
