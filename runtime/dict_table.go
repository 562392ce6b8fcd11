package runtime

import (
	"math/bits"
	"unsafe"
)

// The hash table of a Dict: probing, insertion, growth and removal.

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
	if d.usable == 0 {
		if exc := d.grow(t); exc != nil {
			return exc
		}
	}
	d.usable--
	n := len(d.entries)
	d.entries = append(d.entries, dictEntry{h, k, v})
	if d.index != nil {
		d.place(h, int32(n))
	} else if n >= dictLinear {
		d.reindex(dictRoom(max(cap(d.entries), dictUsable(d.size))))
	}
	d.used++
	d.KeysVersion++
	return nil
}

// dictUsable is how many entries CPython's table of a size takes before it is rebuilt.
func dictUsable(size int) int { return size << 1 / 3 }

// dictSize is the size that CPython gives a table for n; before 3.14 it is larger than needed for some.
func dictSize(t *Thread, n int) int {
	if t.interp.Version.At(14) {
		n = max(n-1, 0)
	} else {
		n = (n | 8) - 1
	}
	return 1 << bits.Len(uint(n|7))
}

// grow makes room for more entries. It drops the holes exactly when CPython rebuilds its table, because a program that changes a dict under
// iteration can tell; without holes there is nothing to rebuild, and memory grows in wider steps.
func (d *Dict) grow(t *Thread) *Exception {
	d.size = dictSize(t, d.used*3)
	limit := dictUsable(d.size)
	d.usable = limit - d.used
	if len(d.entries) == d.used && limit <= cap(d.entries) && (d.index == nil || d.filled+d.usable <= dictUsable(len(d.index))) {
		return nil
	}
	if d.size >= 64 && d.size < 1<<15 {
		limit = dictUsable(2 * d.size)
	}
	return d.rebuild(t, limit)
}

// reserve makes room for n entries in an empty dict, as CPython does for a dict display.
func (d *Dict) reserve(t *Thread, n int) *Exception {
	if n == 0 {
		return nil
	}
	d.size = 8
	if n > 5 {
		d.size = dictSize(t, (n*3+1)/2)
	}
	d.usable = dictUsable(d.size)
	return d.rebuild(t, n)
}

// widen makes room for n more entries at once.
func (d *Dict) widen(t *Thread, n int) *Exception {
	d.size = dictSize(t, ((d.used+n)*3+1)/2)
	limit := dictUsable(d.size)
	d.usable = limit - d.used
	return d.rebuild(t, limit)
}

// rebuild makes room for n entries and drops the holes.
func (d *Dict) rebuild(t *Thread, n int) *Exception {
	room := 0
	if n > dictLinear {
		room = dictRoom(max(n, dictUsable(d.size)))
	}
	size := n*int(EntrySize) + room*4
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
	if len(entries) > dictLinear {
		d.reindex(room)
	}
	return nil
}

// dictRoom returns the size of an index for n entries.
func dictRoom(n int) int {
	room := 16
	for dictUsable(room) < n {
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
	if n == d.first {
		for d.first++; d.first < len(d.entries) && d.entries[d.first].key.IsNull(); d.first++ {
		}
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
	d.entries = d.entries[:n]
	d.first = min(d.first, n)
	return k, v
}
