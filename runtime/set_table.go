package runtime

import "unsafe"

// A Set is a set or frozenset. Its table is CPython's to the entry, because programs see its order: the same probing, the same growth, and deleted
// entries that stay until a rebuild.
type Set struct {
	Header
	table  []setEntry // a power of two
	fill   int        // entries that are not free: used ones and dummies
	used   int
	finger int   // where pop goes on looking
	hash   int64 // of a frozenset, -1 until computed
	small  [setMinSize]setEntry
}

// A setEntry is free while mark is 0, so that a zeroed table is empty. A used entry has the complement of the key's hash there, which is never 0 as no
// hash is -1; a dummy has a Null key and setDummy.
type setEntry struct {
	mark uint64
	key  Value
}

const (
	setMinSize   = 8
	linearProbes = 9
	setDummy     = 1 // the mark of a dummy: a used entry may have it too, its key tells them apart
)

func (e *setEntry) isDummy() bool { return e.key.p == unsafe.Pointer(&nullHeader) }

func (e *setEntry) isUsed() bool { return e.mark != 0 && e.key.p != unsafe.Pointer(&nullHeader) }

func (e *setEntry) hash() int64 { return int64(^e.mark) }

func (s *Set) init() {
	s.table, s.hash = s.small[:], -1
}

// NewSet makes an empty set.
func NewSet(t *Thread) *Set {
	s := alloc[Set](t)
	s.shape = setShape
	s.init()
	return s
}

// NewFrozenSet makes a frozenset of items.
func NewFrozenSet(t *Thread, items []Value) (*Set, *Exception) {
	s := NewSet(t)
	s.shape = frozenSetShape
	return s, s.addAll(t, items)
}

// newSetLike makes an empty set or frozenset, whichever s is or derives from.
func newSetLike(t *Thread, s *Set) *Set {
	n := NewSet(t)
	if s.shape == frozenSetShape || s.shape != setShape && s.shape.typ.IsSubtype(FrozenSetType) {
		n.shape = frozenSetShape
	}
	return n
}

// Value returns the set as a Value.
func (s *Set) Value() Value { return obj(unsafe.Pointer(s)) }

// Len returns the number of elements.
func (s *Set) Len() int { return s.used }

// asSet returns the set or frozenset that v is (or a subclass's instance), or nil.
func asSet(v Value) *Set {
	if v.p != nil {
		if s := (*Header)(v.p).shape; s == setShape || s == frozenSetShape || s.typ.flags&TypeSet != 0 {
			return (*Set)(v.p)
		}
	}
	return nil
}

// AsSet returns the set or frozenset that v is, of the types themselves or a subclass.
func AsSet(v Value) (*Set, bool) {
	s := asSet(v)
	return s, s != nil
}

// exactAnySet returns the set that v is when its type is set or frozenset itself, or nil.
func exactAnySet(v Value) *Set {
	if v.p != nil {
		if s := (*Header)(v.p).shape; s == setShape || s == frozenSetShape {
			return (*Set)(v.p)
		}
	}
	return nil
}

// ExactSet returns the set that v is when its type is set itself, or nil.
func ExactSet(v Value) *Set {
	if v.p != nil && (*Header)(v.p).shape == setShape {
		return (*Set)(v.p)
	}
	return nil
}

// items returns the elements in a new slice.
func (s *Set) items() []Value {
	out := make([]Value, 0, s.used)
	for i := range s.table {
		if s.table[i].isUsed() {
			out = append(out, s.table[i].key)
		}
	}
	return out
}

// Next steps through the set: pos starts at 0.
func (s *Set) Next(pos *int) (Value, bool) {
	e := s.next(pos)
	if e == nil {
		return Null, false
	}
	return e.key, true
}

func (s *Set) next(pos *int) *setEntry {
	for *pos < len(s.table) {
		e := &s.table[*pos]
		*pos++
		if e.isUsed() {
			return e
		}
	}
	return nil
}

// sameKey compares an entry that has the hash searched for. again means that comparing changed the set, so the search must start anew.
func (s *Set) sameKey(t *Thread, e *setEntry, key Value) (same, again bool, exc *Exception) {
	k := e.key
	if Is(k, key) {
		return true, false, nil
	}
	if k.p == nil && key.p == nil || e.isDummy() {
		return false, false, nil
	}
	if x := exactStr(k); x != nil {
		if y := exactStr(key); y != nil {
			return x.equal(y), false, nil
		}
	}
	table := unsafe.SliceData(s.table)
	same, exc = Equal(t, k, key)
	if exc != nil {
		return false, false, exc
	}
	return same, table != unsafe.SliceData(s.table) || !Is(e.key, k), nil
}

// find returns the entry of a key, nil when there is none.
func (s *Set) find(t *Thread, key Value, h int64) (*setEntry, *Exception) {
restart:
	want, perturb := ^uint64(h), uint64(h)
	table := s.table
	mask := uint64(len(table) - 1)
	i := perturb & mask
	for {
		last := i
		if i+linearProbes <= mask {
			last += linearProbes
		}
		for j := i; j <= last; j++ {
			e := &table[j]
			if e.mark == 0 {
				return nil, nil
			}
			if e.mark == want {
				same, again, exc := s.sameKey(t, e, key)
				if exc != nil {
					return nil, exc
				}
				if again {
					goto restart
				}
				if same {
					return e, nil
				}
			}
		}
		perturb >>= 5
		i = (i*5 + 1 + perturb) & mask
	}
}

// add inserts a key unless it is there. The last dummy passed on the way is used again, as in CPython.
func (s *Set) add(t *Thread, key Value, h int64) *Exception {
restart:
	want, perturb := ^uint64(h), uint64(h)
	table := s.table
	mask := uint64(len(table) - 1)
	i := perturb & mask
	var dummy *setEntry
	for {
		last := i
		if i+linearProbes <= mask {
			last += linearProbes
		}
		for j := i; j <= last; j++ {
			e := &table[j]
			if e.mark == 0 {
				return s.place(t, e, dummy, key, want)
			}
			if e.mark == setDummy && e.isDummy() {
				dummy = e
			} else if e.mark == want {
				same, again, exc := s.sameKey(t, e, key)
				if exc != nil {
					return exc
				}
				if same {
					return nil
				}
				if again {
					goto restart
				}
			}
		}
		perturb >>= 5
		i = (i*5 + 1 + perturb) & mask
	}
}

// place stores a new key in a dummy that was passed, or else in the free entry, growing the table when it gets full.
func (s *Set) place(t *Thread, free, dummy *setEntry, key Value, mark uint64) *Exception {
	s.used++
	if dummy != nil {
		dummy.key, dummy.mark = key, mark
		return nil
	}
	s.fill++
	free.key, free.mark = key, mark
	if s.fill*5 < (len(s.table)-1)*3 {
		return nil
	}
	return s.resize(t, s.growth())
}

// growth is the size that a table full of used elements is rebuilt for.
func (s *Set) growth() int {
	if s.used > 50000 {
		return s.used * 2
	}
	return s.used * 4
}

// resize rebuilds the table with more than minUsed entries, without the dummies.
func (s *Set) resize(t *Thread, minUsed int) *Exception {
	size := setMinSize
	for size <= minUsed {
		size *= 2
	}
	old := s.table
	if size == setMinSize {
		if unsafe.SliceData(old) == &s.small[0] {
			if s.fill == s.used {
				return nil
			}
			old = append([]setEntry(nil), old...)
		}
		s.small = [setMinSize]setEntry{}
		s.table = s.small[:]
	} else {
		if exc := t.Reserve(size * int(unsafe.Sizeof(setEntry{}))); exc != nil {
			return exc
		}
		s.table = make([]setEntry, size)
	}
	s.fill = s.used
	for i := range old {
		if old[i].isUsed() {
			placeClean(s.table, old[i])
		}
	}
	return nil
}

// placeClean stores an entry known to be absent in a table without dummies.
func placeClean(table []setEntry, e setEntry) {
	perturb := ^e.mark
	mask := uint64(len(table) - 1)
	i := perturb & mask
	for {
		last := i
		if i+linearProbes <= mask {
			last += linearProbes
		}
		for j := i; j <= last; j++ {
			if table[j].mark == 0 {
				table[j] = e
				return
			}
		}
		perturb >>= 5
		i = (i*5 + 1 + perturb) & mask
	}
}

// Add adds an element.
func (s *Set) Add(t *Thread, key Value) *Exception {
	h, exc := hashElement(t, key)
	if exc != nil {
		return exc
	}
	return s.add(t, key, h)
}

// hashElement is the hash of a set element; from 3.14 on the TypeError of an unhashable one tells its use.
func hashElement(t *Thread, key Value) (int64, *Exception) {
	h, exc := Hash(t, key)
	if exc != nil {
		return 0, unhashable(t, key, exc, "a set element")
	}
	return h, nil
}

// Contains reports whether key is an element.
func (s *Set) Contains(t *Thread, key Value) (bool, *Exception) {
	h, exc := hashElement(t, key)
	if exc != nil {
		return false, exc
	}
	e, exc := s.find(t, key, h)
	return e != nil, exc
}

// Discard removes an element and reports whether it was there.
func (s *Set) Discard(t *Thread, key Value) (bool, *Exception) {
	h, exc := hashElement(t, key)
	if exc != nil {
		return false, exc
	}
	return s.discard(t, key, h)
}

func (s *Set) discard(t *Thread, key Value, h int64) (bool, *Exception) {
	e, exc := s.find(t, key, h)
	if exc != nil || e == nil {
		return false, exc
	}
	s.drop(e)
	return true, nil
}

// drop makes a used entry a dummy.
func (s *Set) drop(e *setEntry) {
	e.key, e.mark = Null, setDummy
	s.used--
}

// Clear removes all elements.
func (s *Set) Clear() {
	s.small = [setMinSize]setEntry{}
	s.table = s.small[:]
	s.fill, s.used, s.hash = 0, 0, -1
}

// addAll adds the items of a slice that nobody changes meanwhile.
func (s *Set) addAll(t *Thread, items []Value) *Exception {
	for i, v := range items {
		if exc := s.Add(t, v); exc != nil {
			return exc
		}
		if i&4095 == 4095 {
			if exc := t.Poll(); exc != nil {
				return exc
			}
		}
	}
	return nil
}

// Update adds the items of any iterable.
func (s *Set) Update(t *Thread, o Value) *Exception {
	if x := asSet(o); x != nil {
		return s.merge(t, x)
	}
	if d := ExactDict(o); d != nil {
		return s.addKeys(t, d)
	}
	if items, ok := plainItems(t, o); ok {
		return s.addAll(t, items)
	}
	it, exc := Iter(t, o)
	if exc != nil {
		return exc
	}
	mark := t.HandleMark()
	t.Handle(it)
	defer t.Release(mark)
	next := TypeOf(it).Next
	for i := 1; ; i++ {
		v, ok, exc := next(t, it)
		if exc != nil || !ok {
			return exc
		}
		if exc := s.Add(t, v); exc != nil {
			return exc
		}
		if i&4095 == 0 {
			if exc := t.Poll(); exc != nil {
				return exc
			}
		}
	}
}

// reserveFor makes room for n more elements at once.
func (s *Set) reserveFor(t *Thread, n int) *Exception {
	if (s.fill+n)*5 >= (len(s.table)-1)*3 {
		return s.resize(t, (s.used+n)*2)
	}
	return nil
}

// merge adds the elements of another set.
func (s *Set) merge(t *Thread, o *Set) *Exception {
	if s == o || o.used == 0 {
		return nil
	}
	if exc := s.reserveFor(t, o.used); exc != nil {
		return exc
	}
	if s.fill == 0 {
		if len(s.table) == len(o.table) && o.fill == o.used {
			copy(s.table, o.table)
		} else {
			for i := range o.table {
				if o.table[i].isUsed() {
					placeClean(s.table, o.table[i])
				}
			}
		}
		s.fill, s.used = o.used, o.used
		return nil
	}
	for i := 0; i < len(o.table); i++ {
		if e := &o.table[i]; e.isUsed() {
			if exc := s.add(t, e.key, e.hash()); exc != nil {
				return exc
			}
		}
	}
	return nil
}

// addKeys adds the keys of a dict.
func (s *Set) addKeys(t *Thread, d *Dict) *Exception {
	if exc := s.reserveFor(t, d.used); exc != nil {
		return exc
	}
	for i := 0; i < len(d.entries); i++ {
		if e := d.entries[i]; !e.key.IsNull() {
			if exc := s.add(t, e.key, e.hash); exc != nil {
				return exc
			}
		}
	}
	return nil
}

// swapBodies exchanges the elements of two sets.
func (s *Set) swapBodies(o *Set) {
	smallS, smallO := unsafe.SliceData(s.table) == &s.small[0], unsafe.SliceData(o.table) == &o.small[0]
	s.fill, o.fill = o.fill, s.fill
	s.used, o.used = o.used, s.used
	s.table, o.table = o.table, s.table
	s.small, o.small = o.small, s.small
	if smallO {
		s.table = s.small[:]
	}
	if smallS {
		o.table = o.small[:]
	}
	s.hash, o.hash = -1, -1
}

// hashFrozen is the hash of the elements whatever their order, as CPython's frozenset_hash.
func (s *Set) hashFrozen() int64 {
	if s.hash != -1 && s.shape != setShape {
		return s.hash
	}
	h := uint64(0)
	for i := range s.table {
		if e := &s.table[i]; e.isUsed() {
			x := ^e.mark
			h ^= (x ^ 89869747 ^ x<<16) * 3644798167
		}
	}
	h ^= (uint64(s.used) + 1) * 1927868237
	h ^= h>>11 ^ h>>25
	h = h*69069 + 907133923
	if h == 1<<64-1 {
		h = 590923713
	}
	if s.shape.typ.IsSubtype(FrozenSetType) {
		s.hash = int64(h)
	}
	return int64(h)
}
