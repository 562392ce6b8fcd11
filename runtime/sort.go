package runtime

// listSort is list.sort.
func listSort(t *Thread, self Value, args []Value) (Value, *Exception) {
	reverse, exc := Truth(t, args[1])
	if exc != nil {
		return Null, exc
	}
	return done((*List)(self.p).Sort(t, args[0], reverse))
}

// Sort sorts the list in place, stably, by the keys that a function gives (None for the items themselves). The list is empty while it sorts; what a
// program adds to it meanwhile is dropped with a ValueError, as in CPython. After an exception the items are in some order.
func (x *List) Sort(t *Thread, key Value, reverse bool) *Exception {
	items := x.Items
	x.Items = nil
	held := NewList(t, items)
	mark := t.HandleMark()
	t.Handle(held.Value())
	exc := sortItems(t, items, key, reverse)
	t.Release(mark)
	if exc == nil && x.Items != nil {
		exc = Raise(t, ValueErrorType, "list modified during sort")
	}
	x.Items = items
	return exc
}

// sortItems sorts a slice that nobody else changes.
func sortItems(t *Thread, items []Value, key Value, reverse bool) *Exception {
	s := sorter{t: t, keys: items, minGallop: minGallop}
	if !key.IsNone() && !key.IsNull() {
		keys := NewList(t, make([]Value, 0, len(items)))
		t.Handle(keys.Value())
		for _, v := range items {
			k, exc := Call(t, key, v)
			if exc != nil {
				return exc
			}
			keys.Items = append(keys.Items, k)
		}
		s.keys, s.vals = keys.Items, items
	}
	if len(items) < 2 {
		return nil
	}
	// Equal items keep their order in a reversed sort too, hence twice reversed.
	if reverse {
		reverseItems(s.keys)
		reverseItems(s.vals)
	}
	var exc *Exception
	if sortUniform(&s) {
		exc = s.exc
	} else {
		exc = s.sort()
	}
	if reverse {
		reverseItems(items)
	}
	return exc
}

const (
	minGallop  = 7
	maxMinRun  = 64
	maxPending = 85
)

// A sorter is one run of the merge sort that CPython calls timsort, merging by the rules of powersort. Which pairs it compares, and in which order, is
// CPython's too: a program with a comparison of its own can tell.
type sorter struct {
	t         *Thread
	keys      []Value
	vals      []Value // moved along with keys, nil for none
	tmpKeys   []Value
	tmpVals   []Value
	pending   [maxPending]sortRun
	n         int // used entries of pending
	minGallop int
	exc       *Exception
	compares  int
}

// A sortRun is a sorted stretch waiting to be merged.
type sortRun struct{ base, len, power int }

// less is a < b; after an exception it is false, and s.exc is set.
func (s *sorter) less(a, b Value) bool {
	if a.p == nil && b.p == nil {
		return int64(a.n) < int64(b.n)
	}
	if a.IsFloat() && b.IsFloat() {
		return a.AsFloat() < b.AsFloat()
	}
	if x := exactStr(a); x != nil {
		if y := exactStr(b); y != nil {
			return compareUnits(x, y) < 0
		}
	}
	if s.exc != nil {
		return false
	}
	if x := ExactTuple(a); x != nil {
		if y := ExactTuple(b); y != nil {
			return s.lessTuple(x.Items, y.Items)
		}
	}
	if s.compares++; s.compares&1023 == 0 {
		if s.exc = s.t.Poll(); s.exc != nil {
			return false
		}
	}
	r, exc := RichCompare(s.t, a, b, LT)
	if exc == nil {
		if r.IsBool() {
			return r.n != 0
		}
		var yes bool
		if yes, exc = Truth(s.t, r); exc == nil {
			return yes
		}
	}
	s.exc = exc
	return false
}

// lessTuple is less of two tuples: the first pair of items that differs decides.
func (s *sorter) lessTuple(x, y []Value) bool {
	for i := 0; i < len(x) && i < len(y); i++ {
		eq, exc := Equal(s.t, x[i], y[i])
		if exc != nil {
			s.exc = exc
			return false
		}
		if !eq {
			return s.less(x[i], y[i])
		}
	}
	return len(x) < len(y)
}

func (s *sorter) sort() *Exception {
	left := len(s.keys)
	minRun := left
	for r := 0; ; {
		if minRun < maxMinRun {
			minRun += r
			break
		}
		r |= minRun & 1
		minRun >>= 1
	}
	for lo := 0; left > 0; {
		n := s.countRun(lo, left)
		if s.exc == nil && n < minRun {
			force := min(left, minRun)
			s.binarySort(lo, force, n)
			n = force
		}
		if s.exc == nil {
			s.pushRun(lo, n)
		}
		if s.exc != nil {
			return s.exc
		}
		lo += n
		left -= n
	}
	for s.n > 1 && s.exc == nil {
		i := s.n - 2
		if i > 0 && s.pending[i-1].len < s.pending[i+1].len {
			i--
		}
		s.mergeAt(i)
	}
	return s.exc
}

func (s *sorter) reverse(lo, hi int) {
	reverseItems(s.keys[lo:hi])
	if s.vals != nil {
		reverseItems(s.vals[lo:hi])
	}
}

// countRun returns the length of the sorted stretch at lo; a descending one is reversed in place.
func (s *sorter) countRun(lo, left int) int {
	if !s.t.interp.Version.At(13) {
		return s.countRunSimple(lo, left)
	}
	a := s.keys[lo : lo+left]
	n := 1
	for n < left && !s.less(a[n], a[n-1]) {
		n++
	}
	if n == left || s.exc != nil {
		return n
	}
	equal := 0
	if n > 1 {
		if s.less(a[0], a[n-1]) || s.exc != nil {
			return n
		}
		s.reverse(lo, lo+n)
	}
	for n++; n < left; n++ {
		if s.less(a[n], a[n-1]) {
			if equal > 0 {
				s.reverse(lo+n-equal-1, lo+n)
				equal = 0
			}
		} else if s.exc != nil || s.less(a[n-1], a[n]) {
			break
		} else {
			equal++
		}
	}
	if s.exc != nil {
		return n
	}
	if equal > 0 {
		s.reverse(lo+n-equal-1, lo+n)
	}
	s.reverse(lo, lo+n)
	for n < left && !s.less(a[n], a[n-1]) {
		n++
	}
	return n
}

// countRunSimple is countRun before 3.13: a descending run has no equal neighbours.
func (s *sorter) countRunSimple(lo, left int) int {
	if left == 1 {
		return 1
	}
	a := s.keys[lo : lo+left]
	down := s.less(a[1], a[0])
	n := 2
	for n < left && s.exc == nil && s.less(a[n], a[n-1]) == down {
		n++
	}
	if down && s.exc == nil {
		s.reverse(lo, lo+n)
	}
	return n
}

// binarySort sorts the n items at lo by insertion, the first ok of which are sorted.
func (s *sorter) binarySort(lo, n, ok int) {
	a := s.keys[lo : lo+n]
	for ; ok < n; ok++ {
		l, r := 0, ok
		pivot := a[ok]
		for l < r {
			m := (l + r) >> 1
			if s.less(pivot, a[m]) {
				r = m
			} else {
				l = m + 1
			}
		}
		if s.exc != nil {
			return
		}
		copy(a[l+1:ok+1], a[l:ok])
		a[l] = pivot
		if s.vals != nil {
			v := s.vals[lo : lo+n]
			x := v[ok]
			copy(v[l+1:ok+1], v[l:ok])
			v[l] = x
		}
	}
}

// pushRun notes a new run after having merged those that powersort's order wants merged before.
func (s *sorter) pushRun(lo, n int) {
	if s.n > 0 {
		last := s.pending[s.n-1]
		power := runPower(last.base, last.len, n, len(s.keys))
		for s.n > 1 && s.pending[s.n-2].power > power {
			if s.mergeAt(s.n - 2); s.exc != nil {
				return
			}
		}
		s.pending[s.n-1].power = power
	}
	s.pending[s.n] = sortRun{base: lo, len: n}
	s.n++
}

// runPower is the depth of the boundary between two runs in the merge tree: the first binary digit in which their midpoints, as fractions of the
// whole length, differ.
func runPower(s1, n1, n2, n int) int {
	a := 2*s1 + n1
	b := a + n1 + n2
	for power := 1; ; power++ {
		if a >= n {
			a -= n
			b -= n
		} else if b >= n {
			return power
		}
		a <<= 1
		b <<= 1
	}
}

// mergeAt merges runs i and i+1.
func (s *sorter) mergeAt(i int) {
	a, na := s.pending[i].base, s.pending[i].len
	b, nb := s.pending[i+1].base, s.pending[i+1].len
	s.pending[i].len = na + nb
	if i == s.n-3 {
		s.pending[i+1] = s.pending[i+2]
	}
	s.n--
	k := s.gallopRight(s.keys[b], s.keys[a:a+na], 0)
	if s.exc != nil {
		return
	}
	a += k
	na -= k
	if na == 0 {
		return
	}
	nb = s.gallopLeft(s.keys[a+na-1], s.keys[b:b+nb], nb-1)
	if nb == 0 || s.exc != nil {
		return
	}
	if na <= nb {
		s.mergeLow(a, na, b, nb)
	} else {
		s.mergeHigh(a, na, b, nb)
	}
}

// gallopLeft returns where key belongs in a sorted slice, before equal ones, searching in growing steps from hint.
func (s *sorter) gallopLeft(key Value, a []Value, hint int) int {
	last, ofs := 0, 1
	if s.less(a[hint], key) {
		limit := len(a) - hint
		for ofs < limit && s.less(a[hint+ofs], key) {
			last, ofs = ofs, ofs<<1+1
		}
		ofs = min(ofs, limit)
		last += hint
		ofs += hint
	} else {
		limit := hint + 1
		for ofs < limit && !s.less(a[hint-ofs], key) {
			last, ofs = ofs, ofs<<1+1
		}
		ofs = min(ofs, limit)
		last, ofs = hint-ofs, hint-last
	}
	for last++; last < ofs; {
		m := last + (ofs-last)>>1
		if s.less(a[m], key) {
			last = m + 1
		} else {
			ofs = m
		}
	}
	return ofs
}

// gallopRight returns where key belongs in a sorted slice, after equal ones.
func (s *sorter) gallopRight(key Value, a []Value, hint int) int {
	last, ofs := 0, 1
	if s.less(key, a[hint]) {
		limit := hint + 1
		for ofs < limit && s.less(key, a[hint-ofs]) {
			last, ofs = ofs, ofs<<1+1
		}
		ofs = min(ofs, limit)
		last, ofs = hint-ofs, hint-last
	} else {
		limit := len(a) - hint
		for ofs < limit && !s.less(key, a[hint+ofs]) {
			last, ofs = ofs, ofs<<1+1
		}
		ofs = min(ofs, limit)
		last += hint
		ofs += hint
	}
	for last++; last < ofs; {
		m := last + (ofs-last)>>1
		if s.less(key, a[m]) {
			ofs = m
		} else {
			last = m + 1
		}
	}
	return ofs
}

// setAside copies n items to the temporary slices.
func (s *sorter) setAside(at, n int) {
	s.tmpKeys = append(s.tmpKeys[:0], s.keys[at:at+n]...)
	if s.vals != nil {
		s.tmpVals = append(s.tmpVals[:0], s.vals[at:at+n]...)
	}
}

// move copies n items within the list, moveTmp n items from the temporary slices.
func (s *sorter) move(to, from, n int) {
	copy(s.keys[to:to+n], s.keys[from:from+n])
	if s.vals != nil {
		copy(s.vals[to:to+n], s.vals[from:from+n])
	}
}

func (s *sorter) moveTmp(to, from, n int) {
	copy(s.keys[to:to+n], s.tmpKeys[from:from+n])
	if s.vals != nil {
		copy(s.vals[to:to+n], s.tmpVals[from:from+n])
	}
}

// mergeLow merges two adjacent runs from the left; the first, shorter one is set aside.
func (s *sorter) mergeLow(a, na, b, nb int) {
	s.setAside(a, na)
	dest, ta := a, 0
	s.move(dest, b, 1)
	dest, b, nb = dest+1, b+1, nb-1
	for nb > 0 && na > 1 {
		acount, bcount := 0, 0
		for {
			if s.less(s.keys[b], s.tmpKeys[ta]) {
				s.move(dest, b, 1)
				dest, b, nb = dest+1, b+1, nb-1
				acount, bcount = 0, bcount+1
				if nb == 0 || bcount >= s.minGallop {
					break
				}
			} else {
				if s.exc != nil {
					break
				}
				s.moveTmp(dest, ta, 1)
				dest, ta, na = dest+1, ta+1, na-1
				acount, bcount = acount+1, 0
				if na == 1 || acount >= s.minGallop {
					break
				}
			}
		}
		if s.exc != nil || nb == 0 || na == 1 {
			break
		}
		if dest, ta, na, b, nb = s.gallopLow(dest, ta, na, b, nb); s.exc != nil {
			break
		}
	}
	switch {
	case s.exc == nil && na == 1 && nb > 0:
		s.move(dest, b, nb)
		s.moveTmp(dest+nb, ta, 1)
	case na > 0:
		s.moveTmp(dest, ta, na)
	}
}

// gallopLow goes on merging stretch by stretch while that pays.
func (s *sorter) gallopLow(dest, ta, na, b, nb int) (int, int, int, int, int) {
	s.minGallop++
	for more := true; more; {
		if s.minGallop > 1 {
			s.minGallop--
		}
		k := s.gallopRight(s.keys[b], s.tmpKeys[ta:ta+na], 0)
		if s.exc != nil {
			break
		}
		acount := k
		s.moveTmp(dest, ta, k)
		dest, ta, na = dest+k, ta+k, na-k
		if k > 0 && na <= 1 {
			return dest, ta, na, b, nb
		}
		s.move(dest, b, 1)
		dest, b, nb = dest+1, b+1, nb-1
		if nb == 0 {
			return dest, ta, na, b, nb
		}
		k = s.gallopLeft(s.tmpKeys[ta], s.keys[b:b+nb], 0)
		if s.exc != nil {
			break
		}
		s.move(dest, b, k)
		dest, b, nb = dest+k, b+k, nb-k
		if nb == 0 {
			return dest, ta, na, b, nb
		}
		s.moveTmp(dest, ta, 1)
		dest, ta, na = dest+1, ta+1, na-1
		if na == 1 {
			return dest, ta, na, b, nb
		}
		more = acount >= minGallop || k >= minGallop
	}
	s.minGallop++
	return dest, ta, na, b, nb
}

// mergeHigh merges two adjacent runs from the right; the second, shorter one is set aside. dest, a and tb are where the next item goes and the last
// items left.
func (s *sorter) mergeHigh(a, na, b, nb int) {
	s.setAside(b, nb)
	dest := b + nb - 1
	s.move(dest, a+na-1, 1)
	dest, na = dest-1, na-1
	for na > 0 && nb > 1 {
		acount, bcount := 0, 0
		for {
			if s.less(s.tmpKeys[nb-1], s.keys[a+na-1]) {
				s.move(dest, a+na-1, 1)
				dest, na = dest-1, na-1
				acount, bcount = acount+1, 0
				if na == 0 || acount >= s.minGallop {
					break
				}
			} else {
				if s.exc != nil {
					break
				}
				s.moveTmp(dest, nb-1, 1)
				dest, nb = dest-1, nb-1
				acount, bcount = 0, bcount+1
				if nb == 1 || bcount >= s.minGallop {
					break
				}
			}
		}
		if s.exc != nil || na == 0 || nb == 1 {
			break
		}
		if dest, na, nb = s.gallopHigh(dest, a, na, nb); s.exc != nil {
			break
		}
	}
	switch {
	case s.exc == nil && nb == 1 && na > 0:
		s.move(dest+1-na, a, na)
		s.moveTmp(dest-na, 0, 1)
	case nb > 0:
		s.moveTmp(dest-(nb-1), 0, nb)
	}
}

// gallopHigh goes on merging stretch by stretch while that pays.
func (s *sorter) gallopHigh(dest, a, na, nb int) (int, int, int) {
	s.minGallop++
	for more := true; more; {
		if s.minGallop > 1 {
			s.minGallop--
		}
		k := na - s.gallopRight(s.tmpKeys[nb-1], s.keys[a:a+na], na-1)
		if s.exc != nil {
			break
		}
		acount := k
		dest, na = dest-k, na-k
		s.move(dest+1, a+na, k)
		if na == 0 {
			return dest, na, nb
		}
		s.moveTmp(dest, nb-1, 1)
		dest, nb = dest-1, nb-1
		if nb == 1 {
			return dest, na, nb
		}
		k = nb - s.gallopLeft(s.keys[a+na-1], s.tmpKeys[:nb], nb-1)
		if s.exc != nil {
			break
		}
		dest, nb = dest-k, nb-k
		s.moveTmp(dest+1, nb, k)
		if k > 0 && nb <= 1 {
			return dest, na, nb
		}
		s.move(dest, a+na-1, 1)
		dest, na = dest-1, na-1
		if na == 0 {
			return dest, na, nb
		}
		more = acount >= minGallop || k >= minGallop
	}
	s.minGallop++
	return dest, na, nb
}
