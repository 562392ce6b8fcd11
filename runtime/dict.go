package runtime

import "unsafe"

// A Dict is an insertion-ordered hash table: entries in order, and above 8 of them an index of open addressing into them. Deleted entries stay as
// holes with a Null key until the next growth. KeysVersion changes whenever a key comes, goes or moves, so that a cache may remember an entry's
// position; overwriting a value does not change it.
type Dict struct {
	Header
	entries     []dictEntry
	index       []int32 // nil while there are at most dictLinear entries; dictFree, dictHole or an entry's number + 1
	used        int
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

// findStr returns the number of the entry for a str key, or -1; keys of other types are not asked.
func (d *Dict) findStr(k *Str) int {
	i, _ := d.lookupStr(k)
	return i
}

// lookupStr returns the number of the entry for a str key, or -1 when there is none or other keys must be asked: then slow is set.
func (d *Dict) lookupStr(k *Str) (at int, slow bool) {
	h := k.Hash()
	if d.index == nil {
		for i := range d.entries {
			e := &d.entries[i]
			if e.hash != h {
				continue
			}
			if e.key.p == unsafe.Pointer(k) {
				return i, false
			}
			if s := exactStr(e.key); s != nil {
				if s.equal(k) {
					return i, false
				}
			} else if !e.key.IsNull() {
				slow = true
			}
		}
		return -1, slow
	}
	mask := uint64(len(d.index) - 1)
	perturb := uint64(h)
	for p := perturb & mask; ; {
		ix := d.index[p]
		if ix > 0 {
			e := &d.entries[ix-1]
			if e.hash == h {
				if e.key.p == unsafe.Pointer(k) {
					return int(ix - 1), false
				}
				if s := exactStr(e.key); s == nil {
					slow = true
				} else if s.equal(k) {
					return int(ix - 1), false
				}
			}
		} else if ix == dictFree {
			return -1, slow
		}
		perturb >>= 5
		p = (p*5 + perturb + 1) & mask
	}
}

// findInt returns the number of the entry for an int key, or -1 when there is none or other keys must be asked: then slow is set.
func (d *Dict) findInt(n int64) (at int, slow bool) {
	h := hashInt(n)
	if d.index == nil {
		for i := range d.entries {
			e := &d.entries[i]
			if e.hash == h && !e.key.IsNull() {
				if e.key.p == nil {
					if int64(e.key.n) == n {
						return i, false
					}
					continue
				}
				return -1, true
			}
		}
		return -1, false
	}
	mask := uint64(len(d.index) - 1)
	perturb := uint64(h)
	for p := perturb & mask; ; {
		ix := d.index[p]
		if ix > 0 {
			e := &d.entries[ix-1]
			if e.hash == h {
				if e.key.p == nil {
					if int64(e.key.n) == n {
						return int(ix - 1), false
					}
				} else {
					return -1, true
				}
			}
		} else if ix == dictFree {
			return -1, false
		}
		perturb >>= 5
		p = (p*5 + perturb + 1) & mask
	}
}

// find returns the number of the entry for key, or -1. Comparing keys may run Python code, which may change the dict: the search then starts again.
func (d *Dict) find(t *Thread, key Value, h int64) (int, *Exception) {
restart:
	version := d.KeysVersion
	if d.index == nil {
		for i := 0; i < len(d.entries); i++ {
			e := &d.entries[i]
			if e.hash != h || e.key.IsNull() {
				continue
			}
			if Is(e.key, key) {
				return i, nil
			}
			eq, exc := Equal(t, e.key, key)
			if exc != nil {
				return -1, exc
			}
			if d.KeysVersion != version {
				goto restart
			}
			if eq {
				return i, nil
			}
		}
		return -1, nil
	}
	mask := uint64(len(d.index) - 1)
	perturb := uint64(h)
	for p := perturb & mask; ; {
		ix := d.index[p]
		if ix > 0 {
			e := &d.entries[ix-1]
			if e.hash == h {
				if Is(e.key, key) {
					return int(ix - 1), nil
				}
				eq, exc := Equal(t, e.key, key)
				if exc != nil {
					return -1, exc
				}
				if d.KeysVersion != version {
					goto restart
				}
				if eq {
					return int(ix - 1), nil
				}
			}
		} else if ix == dictFree {
			return -1, nil
		}
		perturb >>= 5
		p = (p*5 + perturb + 1) & mask
	}
}

// insert appends an entry whose key is known to be absent.
func (d *Dict) insert(t *Thread, h int64, k, v Value) *Exception {
	if len(d.entries) == cap(d.entries) || d.index != nil && d.filled*3 >= len(d.index)*2 {
		if exc := d.grow(t); exc != nil {
			return exc
		}
	}
	d.entries = append(d.entries, dictEntry{h, k, v})
	n := len(d.entries) - 1
	if d.index != nil {
		d.place(h, int32(n))
	} else if n >= dictLinear {
		d.reindex(dictRoom(max(cap(d.entries), 2*dictLinear)))
	}
	d.used++
	d.KeysVersion++
	return nil
}

// grow makes room for more entries, in few and wide steps while the dict is small, and drops the holes.
func (d *Dict) grow(t *Thread) *Exception {
	n := d.used * 3
	if d.used < 4 {
		n = 4
	} else if d.used < dictLinear {
		n = dictLinear
	} else if d.used > 1<<15 {
		n = d.used + d.used/2
	}
	return d.rebuild(t, n)
}

// reserve makes room for n entries in an empty dict.
func (d *Dict) reserve(t *Thread, n int) *Exception {
	if n == 0 {
		return nil
	}
	return d.rebuild(t, n)
}

// rebuild makes room for n entries and drops the holes.
func (d *Dict) rebuild(t *Thread, n int) *Exception {
	room := 0
	if n > dictLinear {
		room = dictRoom(n)
		n = room * 2 / 3
	}
	size := n*int(unsafe.Sizeof(dictEntry{})) + room*4
	if size > 1<<16 {
		if exc := t.Reserve(size); exc != nil {
			return exc
		}
	} else {
		t.charge(uintptr(size))
	}
	entries := make([]dictEntry, 0, n)
	for i := range d.entries {
		if !d.entries[i].key.IsNull() {
			entries = append(entries, d.entries[i])
		}
	}
	d.entries = entries
	d.index, d.first = nil, 0
	if room > 0 {
		d.reindex(room)
	}
	return nil
}

// dictRoom returns the size of an index for n entries.
func dictRoom(n int) int {
	room := 16
	for room*2/3 < n {
		room *= 2
	}
	return room
}

func (d *Dict) reindex(room int) {
	d.index, d.filled = make([]int32, room), 0
	for i := range d.entries {
		if !d.entries[i].key.IsNull() {
			d.place(d.entries[i].hash, int32(i))
		}
	}
}

func (d *Dict) place(h int64, n int32) {
	mask := uint64(len(d.index) - 1)
	perturb := uint64(h)
	p := perturb & mask
	for d.index[p] > 0 {
		perturb >>= 5
		p = (p*5 + perturb + 1) & mask
	}
	if d.index[p] == dictFree {
		d.filled++
	}
	d.index[p] = n + 1
}

// removeAt makes entry n a hole.
func (d *Dict) removeAt(n int) {
	e := &d.entries[n]
	if d.index != nil {
		mask := uint64(len(d.index) - 1)
		perturb := uint64(e.hash)
		p := perturb & mask
		for d.index[p] != int32(n)+1 {
			perturb >>= 5
			p = (p*5 + perturb + 1) & mask
		}
		d.index[p] = dictHole
	}
	e.hash, e.key, e.val = 0, Null, Null
	d.used--
	d.KeysVersion++
	if d.used == 0 {
		d.empty()
		return
	}
	if n == d.first {
		for d.first++; d.entries[d.first].key.IsNull(); d.first++ {
		}
	}
}

// empty forgets the holes of a dict without keys; it keeps a small table.
func (d *Dict) empty() {
	d.index, d.first = nil, 0
	if cap(d.entries) > dictLinear {
		d.entries = nil
	} else {
		d.entries = d.entries[:0]
	}
}

// popLast removes and returns the last entry of a dict that has one.
func (d *Dict) popLast() (k, v Value) {
	n := len(d.entries) - 1
	for d.entries[n].key.IsNull() {
		n--
	}
	k, v = d.entries[n].key, d.entries[n].val
	d.removeAt(n)
	if d.used > 0 {
		d.entries = d.entries[:n]
	}
	return k, v
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
	d.entries, d.index, d.used, d.first = nil, nil, 0, 0
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

// Copy returns a new dict with the same entries.
func (d *Dict) Copy(t *Thread) *Dict {
	n := NewDict(t)
	t.charge(uintptr(len(d.entries)) * EntrySize)
	n.entries = make([]dictEntry, 0, d.used)
	for i := range d.entries {
		if !d.entries[i].key.IsNull() {
			n.entries = append(n.entries, d.entries[i])
		}
	}
	n.used = d.used
	if d.used > dictLinear {
		n.reindex(dictRoom(d.used))
	}
	return n
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
