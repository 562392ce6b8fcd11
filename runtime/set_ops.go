package runtime

// The methods and operators that make one set out of several. What they iterate, and into which set, is CPython's: the order of the result depends
// on it.

// copy returns a set or frozenset of the same elements, never of a subclass.
func (s *Set) copy(t *Thread) (*Set, *Exception) {
	n := newSetLike(t, s)
	return n, n.merge(t, s)
}

func setCopy(t *Thread, self Value) (Value, *Exception) {
	n, exc := (*Set)(self.p).copy(t)
	if exc != nil {
		return Null, exc
	}
	return n.Value(), nil
}

func setUnion(t *Thread, self Value, args []Value) (Value, *Exception) {
	s := (*Set)(self.p)
	n, exc := s.copy(t)
	if exc != nil {
		return Null, exc
	}
	mark := t.HandleMark()
	t.Handle(n.Value())
	defer t.Release(mark)
	for _, o := range asTuple(args[0]).Items {
		if Is(o, self) {
			continue
		}
		if exc := n.Update(t, o); exc != nil {
			return Null, exc
		}
	}
	return n.Value(), nil
}

func setOr(t *Thread, a, b Value) (Value, *Exception) {
	x, y := asSet(a), asSet(b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	n, exc := x.copy(t)
	if exc != nil || x == y {
		return n.Value(), exc
	}
	return n.Value(), n.merge(t, y)
}

func setUpdate(t *Thread, self Value, args []Value) (Value, *Exception) {
	for _, o := range asTuple(args[0]).Items {
		if exc := (*Set)(self.p).Update(t, o); exc != nil {
			return Null, exc
		}
	}
	return None, nil
}

func setOrInPlace(t *Thread, a, b Value) (Value, *Exception) {
	if asSet(b) == nil {
		return NotImplemented, nil
	}
	return a, (*Set)(a.p).Update(t, b)
}

// setIntersection is s & o for any iterable o: the smaller set is iterated, the larger one asked.
func setIntersection(t *Thread, s *Set, o Value) (Value, *Exception) {
	if y := asSet(o); y == s {
		return setCopy(t, o)
	}
	n := newSetLike(t, s)
	mark := t.HandleMark()
	t.Handle(n.Value())
	defer t.Release(mark)
	if y := asSet(o); y != nil {
		if y.used > s.used {
			s, y = y, s
		}
		for pos := 0; ; {
			e := y.next(&pos)
			if e == nil {
				return n.Value(), nil
			}
			key, h := e.key, e.hash()
			f, exc := s.find(t, key, h)
			if exc == nil && f != nil {
				exc = n.add(t, key, h)
			}
			if exc != nil {
				return Null, exc
			}
		}
	}
	exc := Iterate(t, o, func(key Value) (bool, *Exception) {
		h, exc := Hash(t, key)
		if exc != nil {
			return false, exc
		}
		f, exc := s.find(t, key, h)
		if exc != nil || f == nil {
			return true, exc
		}
		exc = n.add(t, key, h)
		return !t.interp.Version.At(14) || n.used < s.used, exc
	})
	return n.Value(), exc
}

func setIntersectionAll(t *Thread, self Value, args []Value) (Value, *Exception) {
	others := asTuple(args[0]).Items
	if len(others) == 0 {
		return setCopy(t, self)
	}
	r := self
	mark := t.HandleMark()
	defer t.Release(mark)
	for _, o := range others {
		var exc *Exception
		if r, exc = setIntersection(t, (*Set)(r.p), o); exc != nil {
			return Null, exc
		}
		t.Handle(r)
	}
	return r, nil
}

func setAnd(t *Thread, a, b Value) (Value, *Exception) {
	x := asSet(a)
	if x == nil || asSet(b) == nil {
		return NotImplemented, nil
	}
	return setIntersection(t, x, b)
}

func setIntersectionUpdate(t *Thread, self Value, args []Value) (Value, *Exception) {
	r, exc := setIntersectionAll(t, self, args)
	if exc != nil {
		return Null, exc
	}
	(*Set)(self.p).swapBodies((*Set)(r.p))
	return None, nil
}

func setAndInPlace(t *Thread, a, b Value) (Value, *Exception) {
	if asSet(b) == nil {
		return NotImplemented, nil
	}
	r, exc := setIntersection(t, (*Set)(a.p), b)
	if exc != nil {
		return Null, exc
	}
	(*Set)(a.p).swapBodies((*Set)(r.p))
	return a, nil
}

// differenceUpdate removes the items of any iterable.
func (s *Set) differenceUpdate(t *Thread, o Value) *Exception {
	y := asSet(o)
	if y == s {
		s.Clear()
		return nil
	}
	if y == nil {
		exc := Iterate(t, o, func(key Value) (bool, *Exception) {
			_, exc := s.Discard(t, key)
			return true, exc
		})
		if exc != nil {
			return exc
		}
		return s.sweep(t)
	}
	if y.used>>3 > s.used {
		r, exc := setIntersection(t, s, o)
		if exc != nil {
			return exc
		}
		y = (*Set)(r.p)
	}
	mark := t.HandleMark()
	t.Handle(y.Value())
	defer t.Release(mark)
	for pos := 0; ; {
		e := y.next(&pos)
		if e == nil {
			return s.sweep(t)
		}
		if _, exc := s.discard(t, e.key, e.hash()); exc != nil {
			return exc
		}
	}
}

// sweep rebuilds the table when more than a quarter of it are dummies.
func (s *Set) sweep(t *Thread) *Exception {
	if s.fill-s.used <= (len(s.table)-1)/4 {
		return nil
	}
	return s.resize(t, s.growth())
}

// difference is s - o: it copies s and removes, or when o is not much smaller adds what o lacks to an empty set.
func (s *Set) difference(t *Thread, o Value) (*Set, *Exception) {
	y, d := asSet(o), ExactDict(o)
	size := 0
	if y != nil {
		size = y.used
	} else if d != nil {
		size = d.used
	}
	n := newSetLike(t, s)
	mark := t.HandleMark()
	t.Handle(n.Value())
	defer t.Release(mark)
	if y == nil && d == nil || s.used>>2 > size {
		if exc := n.merge(t, s); exc != nil {
			return nil, exc
		}
		return n, n.differenceUpdate(t, o)
	}
	for pos := 0; ; {
		e := s.next(&pos)
		if e == nil {
			return n, nil
		}
		key, h := e.key, e.hash()
		found := false
		if y != nil {
			f, exc := y.find(t, key, h)
			if exc != nil {
				return nil, exc
			}
			found = f != nil
		} else {
			at, exc := d.findKnown(t, key, h)
			if exc != nil {
				return nil, exc
			}
			found = at >= 0
		}
		if !found {
			if exc := n.add(t, key, h); exc != nil {
				return nil, exc
			}
		}
	}
}

func setDifferenceAll(t *Thread, self Value, args []Value) (Value, *Exception) {
	others := asTuple(args[0]).Items
	if len(others) == 0 {
		return setCopy(t, self)
	}
	n, exc := (*Set)(self.p).difference(t, others[0])
	if exc != nil {
		return Null, exc
	}
	mark := t.HandleMark()
	t.Handle(n.Value())
	defer t.Release(mark)
	for _, o := range others[1:] {
		if exc := n.differenceUpdate(t, o); exc != nil {
			return Null, exc
		}
	}
	return n.Value(), nil
}

func setSub2(t *Thread, a, b Value) (Value, *Exception) {
	x := asSet(a)
	if x == nil || asSet(b) == nil {
		return NotImplemented, nil
	}
	n, exc := x.difference(t, b)
	if exc != nil {
		return Null, exc
	}
	return n.Value(), nil
}

func setDifferenceUpdate(t *Thread, self Value, args []Value) (Value, *Exception) {
	for _, o := range asTuple(args[0]).Items {
		if exc := (*Set)(self.p).differenceUpdate(t, o); exc != nil {
			return Null, exc
		}
	}
	return None, nil
}

func setSubInPlace(t *Thread, a, b Value) (Value, *Exception) {
	if asSet(b) == nil {
		return NotImplemented, nil
	}
	return a, (*Set)(a.p).differenceUpdate(t, b)
}

// symmetricUpdate is s ^= o for any iterable.
func (s *Set) symmetricUpdate(t *Thread, o Value) *Exception {
	y := asSet(o)
	if y == s {
		s.Clear()
		return nil
	}
	if d := ExactDict(o); d != nil {
		for i := 0; i < len(d.entries); i++ {
			if e := d.entries[i]; !e.key.IsNull() {
				if exc := s.toggle(t, e.key, e.hash); exc != nil {
					return exc
				}
			}
		}
		return nil
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	if y == nil {
		y = newSetLike(t, s)
		t.Handle(y.Value())
		if exc := y.Update(t, o); exc != nil {
			return exc
		}
	}
	return s.toggleAll(t, y)
}

// toggleAll removes the elements that o shares and adds the others.
func (s *Set) toggleAll(t *Thread, o *Set) *Exception {
	for pos := 0; ; {
		e := o.next(&pos)
		if e == nil {
			return nil
		}
		if exc := s.toggle(t, e.key, e.hash()); exc != nil {
			return exc
		}
	}
}

func (s *Set) toggle(t *Thread, key Value, h int64) *Exception {
	found, exc := s.discard(t, key, h)
	if exc == nil && !found {
		exc = s.add(t, key, h)
	}
	return exc
}

// setSymmetricDifference makes a set of the other operand and toggles the elements of self in it.
func setSymmetricDifference(t *Thread, self, o Value) (Value, *Exception) {
	s := (*Set)(self.p)
	n := newSetLike(t, s)
	mark := t.HandleMark()
	t.Handle(n.Value())
	defer t.Release(mark)
	if exc := n.Update(t, o); exc != nil {
		return Null, exc
	}
	return n.Value(), n.toggleAll(t, s)
}

func setXor(t *Thread, a, b Value) (Value, *Exception) {
	if asSet(a) == nil || asSet(b) == nil {
		return NotImplemented, nil
	}
	return setSymmetricDifference(t, a, b)
}

func setSymmetricUpdate(t *Thread, self, o Value) (Value, *Exception) {
	return done((*Set)(self.p).symmetricUpdate(t, o))
}

func setXorInPlace(t *Thread, a, b Value) (Value, *Exception) {
	if asSet(b) == nil {
		return NotImplemented, nil
	}
	return a, (*Set)(a.p).symmetricUpdate(t, b)
}

func setIsDisjoint(t *Thread, self, o Value) (Value, *Exception) {
	s := (*Set)(self.p)
	y := exactAnySet(o)
	if y == s {
		return Bool(s.used == 0), nil
	}
	if y == nil {
		disjoint := true
		exc := Iterate(t, o, func(key Value) (bool, *Exception) {
			ok, exc := s.Contains(t, key)
			disjoint = !ok
			return disjoint, exc
		})
		return Bool(disjoint), exc
	}
	if y.used > s.used {
		s, y = y, s
	}
	for pos := 0; ; {
		e := y.next(&pos)
		if e == nil {
			return True, nil
		}
		if f, exc := s.find(t, e.key, e.hash()); exc != nil || f != nil {
			return False, exc
		}
	}
}

func setIsSubset(t *Thread, self, o Value) (Value, *Exception) {
	s := (*Set)(self.p)
	if y := asSet(o); y != nil {
		return boolean(s.subsetOf(t, y))
	}
	r, exc := setIntersection(t, s, o)
	if exc != nil {
		return Null, exc
	}
	return Bool((*Set)(r.p).used == s.used), nil
}

func setIsSuperset(t *Thread, self, o Value) (Value, *Exception) {
	s := (*Set)(self.p)
	if y := asSet(o); y != nil {
		return boolean(y.subsetOf(t, s))
	}
	all := true
	exc := Iterate(t, o, func(key Value) (bool, *Exception) {
		var exc *Exception
		all, exc = s.Contains(t, key)
		return all, exc
	})
	return Bool(all), exc
}
