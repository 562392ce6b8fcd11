package runtime

import "unsafe"

// A Dict is an insertion-ordered hash table: entries in order, and above 8 of them an index of open addressing into them. Deleted entries stay as
// holes with a Null key until CPython's dict would be rebuilt. KeysVersion changes whenever a key comes, goes or moves, so that a cache may remember an entry's
// position; overwriting a value does not change it.
type Dict struct {
	Header
	entries     []dictEntry
	index       []int32 // nil while there are at most dictLinear entries; dictFree, dictHole or an entry's number + 1
	used        int
	size        int // of the table that CPython's dict of the same history has
	usable      int // entries to add before CPython would rebuild it
	first       int // no entry before it is in use
	filled      int // slots of index that are not free
	KeysVersion uint32
	watched     bool
}

type dictEntry struct {
	hash int64
	key  Value
	val  Value
}

const (
	dictLinear = 8
	dictFree   = 0
	dictHole   = -1
)

// NewDict makes an empty dict.
func NewDict(t *Thread) *Dict {
	d := alloc[Dict](t)
	d.shape = dictShape
	return d
}

// Value returns the dict as a Value.
func (d *Dict) Value() Value { return obj(unsafe.Pointer(d)) }

// Len returns the number of keys.
func (d *Dict) Len() int { return d.used }

// asDict returns the dict that v is (of dict or a subclass), or nil.
func asDict(v Value) *Dict {
	if v.p != nil {
		if s := (*Header)(v.p).shape; s == dictShape || s.typ.flags&TypeDict != 0 {
			return (*Dict)(v.p)
		}
	}
	return nil
}

// AsDict returns the dict that v is, of dict or a subclass.
func AsDict(v Value) (*Dict, bool) {
	d := asDict(v)
	return d, d != nil
}

// ExactDict returns the dict that v is when its type is dict itself, or nil.
func ExactDict(v Value) *Dict {
	if v.p != nil && (*Header)(v.p).shape == dictShape {
		return (*Dict)(v.p)
	}
	return nil
}

// keys returns the keys in a new slice.
func (d *Dict) keys() []Value {
	out := make([]Value, 0, d.used)
	for i := range d.entries {
		if !d.entries[i].key.IsNull() {
			out = append(out, d.entries[i].key)
		}
	}
	return out
}

// values returns the values in a new slice.
func (d *Dict) values() []Value {
	out := make([]Value, 0, d.used)
	for i := range d.entries {
		if !d.entries[i].key.IsNull() {
			out = append(out, d.entries[i].val)
		}
	}
	return out
}

// GetStr returns the value for a str key. It cannot raise; keys of other types that would compare equal to a str are not asked.
func (d *Dict) GetStr(k *Str) (Value, bool) {
	if i := d.findStr(k); i >= 0 {
		return d.entries[i].val, true
	}
	return Null, false
}

// SetStr stores under a str key.
func (d *Dict) SetStr(t *Thread, k *Str, v Value) *Exception {
	i, slow := d.lookupStr(k)
	if i >= 0 {
		d.entries[i].val = v
		return nil
	}
	if slow {
		return d.Set(t, k.Value(), v)
	}
	return d.insert(t, k.hash, k.Value(), v)
}

// DeleteStr removes a str key and reports whether it was there.
func (d *Dict) DeleteStr(_ *Thread, k *Str) bool {
	i := d.findStr(k)
	if i < 0 {
		return false
	}
	d.removeAt(i)
	return true
}

// Get returns the value for key.
func (d *Dict) Get(t *Thread, key Value) (Value, bool, *Exception) {
	i, _, exc := d.locate(t, key)
	if exc != nil || i < 0 {
		return Null, false, exc
	}
	return d.entries[i].val, true, nil
}

func (d *Dict) locate(t *Thread, key Value) (int, int64, *Exception) {
	if s := exactStr(key); s != nil {
		i, slow := d.lookupStr(s)
		if !slow {
			return i, s.hash, nil
		}
	}
	if key.p == nil {
		if i, slow := d.findInt(int64(key.n)); !slow {
			return i, hashInt(int64(key.n)), nil
		}
	}
	h, exc := hashKey(t, key)
	if exc != nil {
		return -1, 0, exc
	}
	i, exc := d.find(t, key, h)
	return i, h, exc
}

// hashKey is the hash of a dict key; from 3.14 on the TypeError of an unhashable one tells its use.
func hashKey(t *Thread, key Value) (int64, *Exception) {
	h, exc := Hash(t, key)
	if exc != nil {
		return 0, unhashable(t, key, exc, "a dict key")
	}
	return h, nil
}

// unhashable rewords the TypeError that hashing raised, as 3.14 does.
func unhashable(t *Thread, key Value, exc *Exception, use string) *Exception {
	if exc.Type() != TypeErrorType || !t.interp.Version.At(14) {
		return exc
	}
	s, e := ToStr(t, exc.Value())
	if e != nil {
		return e
	}
	return TypeErrorf(t, "cannot use '%s' as %s (%s)", TypeOf(key).fullyQualified(), use, s)
}

// Set stores v under key.
func (d *Dict) Set(t *Thread, key, v Value) *Exception {
	i, h, exc := d.locate(t, key)
	if exc != nil {
		return exc
	}
	if i >= 0 {
		d.entries[i].val = v
		return nil
	}
	return d.insert(t, h, key, v)
}

// Delete removes key and reports whether it was there.
func (d *Dict) Delete(t *Thread, key Value) (bool, *Exception) {
	i, _, exc := d.locate(t, key)
	if exc != nil || i < 0 {
		return false, exc
	}
	d.removeAt(i)
	return true, nil
}

// Clear removes all keys.
func (d *Dict) Clear() {
	d.entries, d.index, d.used, d.first, d.usable = nil, nil, 0, 0, 0
	d.KeysVersion++
}

// Next steps through the dict: pos starts at 0.
func (d *Dict) Next(pos *int) (k, v Value, ok bool) {
	for *pos < len(d.entries) {
		e := &d.entries[*pos]
		*pos++
		if !e.key.IsNull() {
			return e.key, e.val, true
		}
	}
	return Null, Null, false
}

// EntryIndex returns the position of a str key's entry, for a cache that guards KeysVersion; -1 when absent.
func (d *Dict) EntryIndex(k *Str) int { return d.findStr(k) }

// EntryValue returns the value slot of the entry at a position that EntryIndex gave while KeysVersion was the same.
func (d *Dict) EntryValue(i int) *Value { return &d.entries[i].val }

// EntriesPtr returns the address of the first entry; entries are EntrySize bytes apart and have their value at EntryValueOffset.
func (d *Dict) EntriesPtr() unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(d.entries)) }

// The layout of an entry, for inline caches.
const (
	EntrySize        = unsafe.Sizeof(dictEntry{})
	EntryValueOffset = unsafe.Offsetof(dictEntry{}.val)
)

// Copy returns a new dict with the same entries; holes stay when they are few, as in CPython.
func (d *Dict) Copy(t *Thread) *Dict {
	n := NewDict(t)
	if d.used >= len(d.entries)*2/3 {
		n.clone(t, d)
	} else {
		n.fill(t, d)
	}
	return n
}

// clone takes over the table of another dict as it is.
func (d *Dict) clone(t *Thread, o *Dict) {
	t.charge(uintptr(len(o.entries))*EntrySize + uintptr(len(o.index))*4)
	d.entries = append([]dictEntry(nil), o.entries...)
	d.index = append([]int32(nil), o.index...)
	d.used, d.size, d.usable, d.first, d.filled = o.used, o.size, o.usable, o.first, o.filled
	d.KeysVersion++
}

// fill takes over the entries of another dict without its holes; the dict is empty.
func (d *Dict) fill(t *Thread, o *Dict) {
	t.charge(uintptr(o.used) * EntrySize)
	if limit := dictUsable(d.size); limit < o.used {
		d.size = dictSize(t, (o.used*3+1)/2)
	}
	d.used, d.first, d.index = o.used, 0, nil
	d.usable = dictUsable(d.size) - d.used
	d.entries = make([]dictEntry, 0, o.used)
	for i := range o.entries {
		if !o.entries[i].key.IsNull() {
			d.entries = append(d.entries, o.entries[i])
		}
	}
	if d.used > dictLinear {
		d.reindex(d.size)
	}
	d.KeysVersion++
}

// GetHint is GetStr with a memory of the entry's position.
func (d *Dict) GetHint(k *Str, hint *uint32) (Value, bool) {
	if i := int(*hint); i < len(d.entries) && d.entries[i].key.p == unsafe.Pointer(k) {
		return d.entries[i].val, true
	}
	i := d.findStr(k)
	if i < 0 {
		return Null, false
	}
	*hint = uint32(i)
	return d.entries[i].val, true
}

// SetHint is SetStr with a memory of the entry's position.
func (d *Dict) SetHint(t *Thread, k *Str, v Value, hint *uint32) *Exception {
	if i := int(*hint); i < len(d.entries) && d.entries[i].key.p == unsafe.Pointer(k) {
		d.entries[i].val = v
		return nil
	}
	if i := d.findStr(k); i >= 0 {
		*hint = uint32(i)
		d.entries[i].val = v
		return nil
	}
	return d.insert(t, k.Hash(), k.Value(), v)
}
