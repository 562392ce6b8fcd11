package runtime

import (
	"encoding/binary"
	"slices"

	"github.com/krait-vm/krait/marshal"
)

// A keyTable finds which of the objects that are to be set elements and dict keys are equal, and their hashes. Asking Equal and Hash would do for
// honest data, but takes exponential time for tuples of references to tuples of references; here each object is looked at once.
type keyTable struct {
	known map[marshal.Object]keyInfo // containers
	byID  map[string]int             // the numbers of containers by those of their items
	atoms *Dict                      // the numbers of everything else
	next  int
}

// A keyInfo is the hash of a key and a number that equal keys share.
type keyInfo struct {
	id   int
	hash int64
	open bool // its items are being looked at
}

// fillTables puts the elements into all sets and dicts.
func (l *loader) fillTables() *Exception {
	for _, o := range l.tables {
		if exc := l.fillTable(o); exc != nil {
			return exc
		}
	}
	return nil
}

func (l *loader) fillTable(o marshal.Object) *Exception {
	switch o := o.(type) {
	case *marshal.Set:
		s := (*Set)(l.made[o].p)
		if s.used > 0 {
			return nil // a frozenset that was a key before its turn came
		}
		if hasContainers(o.Items) {
			if o.Frozen {
				_, exc := l.key(o)
				return exc
			}
			return l.fillSet(o)
		}
		for _, e := range o.Items {
			if exc := l.addAtom(s, e); exc != nil {
				return exc
			}
		}
	case *marshal.Dict:
		return l.fillDict(o)
	}
	return nil
}

func (l *loader) addAtom(s *Set, o marshal.Object) *Exception {
	v, exc := l.value(o, false)
	if exc != nil {
		return exc
	}
	return s.Add(l.t, v)
}

func isKeyContainer(o marshal.Object) bool {
	switch o.(type) {
	case *marshal.Tuple, *marshal.Set:
		return true
	}
	return false
}

func hasContainers(items []marshal.Object) bool {
	return slices.ContainsFunc(items, isKeyContainer)
}

// fillSet adds the elements whose numbers differ, unless it has been done.
func (l *loader) fillSet(o *marshal.Set) *Exception {
	s := (*Set)(l.made[o].p)
	if s.used > 0 {
		return nil
	}
	seen := make(map[int]bool, len(o.Items))
	for _, e := range o.Items {
		k, exc := l.key(e)
		if exc != nil {
			return exc
		}
		if seen[k.id] {
			continue
		}
		seen[k.id] = true
		v, exc := l.value(e, false)
		if exc != nil {
			return exc
		}
		if exc := s.addNew(l.t, v, k.hash); exc != nil {
			return exc
		}
	}
	return nil
}

// addNew inserts a key that is known to be absent into a set without dummies.
func (s *Set) addNew(t *Thread, key Value, h int64) *Exception {
	perturb := uint64(h)
	mask := uint64(len(s.table) - 1)
	i := perturb & mask
	for {
		last := i
		if i+linearProbes <= mask {
			last += linearProbes
		}
		for j := i; j <= last; j++ {
			if e := &s.table[j]; e.mark == 0 {
				return s.place(t, e, nil, key, ^uint64(h))
			}
		}
		perturb >>= 5
		i = (i*5 + 1 + perturb) & mask
	}
}

func (l *loader) fillDict(o *marshal.Dict) *Exception {
	d := (*Dict)(l.made[o].p)
	at := make(map[int]int, len(o.Pairs))
	for _, p := range o.Pairs {
		k, exc := l.key(p.Key)
		if exc != nil {
			return exc
		}
		v, exc := l.value(p.Value, false)
		if exc != nil {
			return exc
		}
		if i, ok := at[k.id]; ok {
			d.entries[i].val = v
			continue
		}
		key, exc := l.value(p.Key, false)
		if exc != nil {
			return exc
		}
		at[k.id] = len(d.entries)
		if exc := d.insert(l.t, k.hash, key, v); exc != nil {
			return exc
		}
	}
	return nil
}

// key returns what is known of a key, after looking at all below it and filling the frozensets there.
func (l *loader) key(o marshal.Object) (keyInfo, *Exception) {
	if !isKeyContainer(o) {
		return l.atomKey(o)
	}
	ks := &l.keys
	if k, seen := ks.known[o]; seen && !k.open {
		return k, nil
	}
	if ks.known == nil {
		ks.known, ks.byID = map[marshal.Object]keyInfo{}, map[string]int{}
	}
	stack := []marshal.Object{o}
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		k, seen := ks.known[top]
		if seen && !k.open {
			stack = stack[:len(stack)-1]
			continue
		}
		if !seen {
			ks.known[top] = keyInfo{open: true}
			for _, e := range keyItems(top) {
				if !isKeyContainer(e) {
					continue
				}
				if k, seen := ks.known[e]; seen && k.open {
					return keyInfo{}, ValueErrorf(l.t, "bad marshal data (key contains itself)")
				} else if !seen {
					stack = append(stack, e)
				}
			}
			continue
		}
		k, exc := l.containerKey(top)
		if exc != nil {
			return keyInfo{}, exc
		}
		ks.known[top] = k
	}
	return ks.known[o], nil
}

func keyItems(o marshal.Object) []marshal.Object {
	switch o := o.(type) {
	case *marshal.Tuple:
		return o.Items
	case *marshal.Set:
		return o.Items
	}
	return nil
}

// containerKey numbers a tuple or frozenset whose items have their numbers.
func (l *loader) containerKey(o marshal.Object) (keyInfo, *Exception) {
	items := keyItems(o)
	ids := make([]int, len(items))
	hashes := make([]int64, len(items))
	for i, e := range items {
		k, exc := l.key(e)
		if exc != nil {
			return keyInfo{}, exc
		}
		ids[i], hashes[i] = k.id, k.hash
	}
	if set, ok := o.(*marshal.Set); ok {
		if exc := l.fillSet(set); exc != nil {
			return keyInfo{}, exc
		}
		slices.Sort(ids)
		return keyInfo{id: l.keys.number('s', slices.Compact(ids)), hash: (*Set)(l.made[o].p).hashFrozen()}, nil
	}
	return keyInfo{id: l.keys.number('t', ids), hash: combineTuple(hashes)}, nil
}

// number returns the number of the container that has items of these numbers.
func (ks *keyTable) number(kind byte, ids []int) int {
	b := append(make([]byte, 0, 1+4*len(ids)), kind)
	for _, id := range ids {
		b = binary.AppendUvarint(b, uint64(id))
	}
	if id, ok := ks.byID[string(b)]; ok {
		return id
	}
	ks.next++
	ks.byID[string(b)] = ks.next
	return ks.next
}

// atomKey numbers a key that holds no others, or a code object or slice, by Python's own equality.
func (l *loader) atomKey(o marshal.Object) (keyInfo, *Exception) {
	v, exc := l.value(o, false)
	if exc != nil {
		return keyInfo{}, exc
	}
	h, exc := Hash(l.t, v)
	if exc != nil {
		return keyInfo{}, exc
	}
	ks := &l.keys
	if ks.atoms == nil {
		ks.atoms = NewDict(l.t)
	}
	id, ok, exc := ks.atoms.Get(l.t, v)
	if exc != nil {
		return keyInfo{}, exc
	}
	if ok {
		return keyInfo{id: int(id.AsInt()), hash: h}, nil
	}
	ks.next++
	return keyInfo{id: ks.next, hash: h}, ks.atoms.Set(l.t, v, Int(int64(ks.next)))
}

// combineTuple is the hash of a tuple whose items have these hashes.
func combineTuple(hashes []int64) int64 {
	acc := uint64(xxPrime5)
	for _, h := range hashes {
		acc = tupleLane(acc, h)
	}
	return tupleHashEnd(acc, len(hashes))
}
