package runtime

import "unsafe"

// SetType is set.
var SetType = &Type{name: "set"}

var setShape = &Shape{typ: SetType}

// A setSub is an instance of a subclass of set or frozenset.
type setSub struct {
	Set
	Attrs
}

func newSetSub(t *Thread, _ *Type) *Header {
	x := alloc[setSub](t)
	x.init()
	return &x.Header
}

// The operators that set and frozenset share.
var setBinary = [numBinary + 1]BinaryFunc{OpSubtract: setSub2, OpAnd: setAnd, OpOr: setOr, OpXor: setXor}

var setSpec = TypeSpec{
	Type: SetType, Name: "set", Flags: TypeBase | TypeSet | TypeMatchSelf | TypeHasWeakref | typeOwnLayout, Shape: setShape,
	Doc: "Build an unordered collection of unique elements.", TextSig: "(iterable=(), /)",
	NewSub: newSetSub, SubAttrsOffset: unsafe.Offsetof(setSub{}.Attrs),
	Slots: Slots{
		New: setNew, Init: setInit, Repr: setRepr, RichCompare: setCompare, Iter: setIter, Len: setLen, Contains: setContains, Traverse: setTraverse,
		Binary:     setBinary,
		InPlaceOps: [numBinary]BinaryFunc{OpSubtract: setSubInPlace, OpAnd: setAndInPlace, OpOr: setOrInPlace, OpXor: setXorInPlace},
	},
	Methods: []MethodSpec{
		{Sig: "__contains__($self, object, /)", Doc: "x.__contains__(y) <==> y in x.", Fn: setHas},
		{Sig: "add($self, object, /)", Doc: "Add an element to a set.\n\nThis has no effect if the element is already present.", Fn: setAdd},
		{Sig: "clear($self, /)", Doc: "Remove all elements from this set.", Fn: setClear},
		{Sig: "copy($self, /)", Doc: "Return a shallow copy of a set.", Fn: setCopy},
		{Sig: "discard($self, object, /)", Doc: "Remove an element from a set if it is a member.\n\n" +
			"Unlike set.remove(), the discard() method does not raise\nan exception when an element is missing from the set.", Fn: setDiscard},
		{Sig: "difference($self, /, *others)", Doc: "Return a new set with elements in the set that are not in the others.", Fn: setDifferenceAll},
		{Sig: "difference_update($self, /, *others)", Doc: "Update the set, removing elements found in others.", Fn: setDifferenceUpdate},
		{Sig: "intersection($self, /, *others)", Doc: "Return a new set with elements common to the set and all others.", Fn: setIntersectionAll},
		{Sig: "intersection_update($self, /, *others)", Doc: "Update the set, keeping only elements found in it and all others.", Fn: setIntersectionUpdate},
		{Sig: "isdisjoint($self, other, /)", Doc: "Return True if two sets have a null intersection.", Fn: setIsDisjoint},
		{Sig: "issubset($self, other, /)", Doc: "Report whether another set contains this set.", Fn: setIsSubset},
		{Sig: "issuperset($self, other, /)", Doc: "Report whether this set contains another set.", Fn: setIsSuperset},
		{Sig: "pop($self, /)", Doc: "Remove and return an arbitrary set element.\n\nRaises KeyError if the set is empty.", Fn: setPop},
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: setReduce},
		{Sig: "remove($self, object, /)", Doc: "Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError.", Fn: setRemove},
		{Sig: "__sizeof__($self, /)", Doc: "S.__sizeof__() -> size of S in memory, in bytes.", Fn: setSizeof},
		{Sig: "symmetric_difference($self, other, /)", Doc: "Return a new set with elements in either the set or other but not both.", Fn: setSymmetricDifference},
		{Sig: "symmetric_difference_update($self, other, /)", Doc: "Update the set, keeping only elements found in either set, but not in both.", Fn: setSymmetricUpdate},
		{Sig: "union($self, /, *others)", Doc: "Return a new set with elements from the set and all others.", Fn: setUnion},
		{Sig: "update($self, /, *others)", Doc: "Update the set, adding elements from all others.", Fn: setUpdate},
		{Sig: "__class_getitem__($type, object, /)", Doc: "See PEP 585", Fn: newGenericAlias, Flavor: ClassMethod},
	},
}

func setNew(t *Thread, cls *Type, _ []Value, _ *Tuple) (Value, *Exception) {
	if cls == SetType {
		return NewSet(t).Value(), nil
	}
	return ObjectOf(newInstanceOf(t, cls)), nil
}

func setInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	if kw.Len() > 0 {
		return Raise(t, TypeErrorType, "set() takes no keyword arguments")
	}
	if len(args) > 1 {
		return TypeErrorf(t, "%s expected at most 1 argument, got %d", TypeOf(self).fullName(), len(args))
	}
	s := (*Set)(self.p)
	s.Clear()
	if len(args) == 1 {
		return s.Update(t, args[0])
	}
	return nil
}

func setTraverse(v Value, visit VisitFunc) {
	s := (*Set)(v.p)
	for i := range s.table {
		if s.table[i].isUsed() {
			visit(s.table[i].key)
		}
	}
}

func setLen(_ *Thread, v Value) (int, *Exception) { return (*Set)(v.p).used, nil }

func setRepr(t *Thread, v Value) (Value, *Exception) {
	s := (*Set)(v.p)
	name := TypeOf(v).name
	if t.enterRepr(v) {
		return NewStr(t, name+"(...)").Value(), nil
	}
	defer t.leaveRepr()
	if s.used == 0 {
		return NewStr(t, name+"()").Value(), nil
	}
	items := NewTuple(t, s.items())
	mark := t.HandleMark()
	t.Handle(items.Value())
	defer t.Release(mark)
	b := make([]byte, 0, 16+4*s.used)
	if s.shape != setShape {
		b = append(append(b, name...), '(')
	}
	b = append(b, '{')
	for i, x := range items.Items {
		if i > 0 {
			b = append(b, ", "...)
		}
		var exc *Exception
		if b, exc = appendRepr(t, b, x); exc != nil {
			return Null, exc
		}
	}
	b = append(b, '}')
	if s.shape != setShape {
		b = append(b, ')')
	}
	return bytesStr(t, b), nil
}

// setContains looks for an unhashable set by the hash of the equal frozenset.
func setContains(t *Thread, self, key Value) (bool, *Exception) {
	s := (*Set)(self.p)
	ok, exc := s.Contains(t, key)
	if exc != nil {
		h, isSet, exc := setAsKey(key, exc)
		if !isSet {
			return false, exc
		}
		e, exc := s.find(t, key, h)
		return e != nil, exc
	}
	return ok, nil
}

// setAsKey gives the hash by which a set, which is unhashable, is looked for in sets.
func setAsKey(key Value, exc *Exception) (int64, bool, *Exception) {
	if x := asSet(key); x != nil && TypeOf(key).IsSubtype(SetType) && exc.Is(TypeErrorType) {
		return x.hashFrozen(), true, nil
	}
	return 0, false, exc
}

func setHas(t *Thread, self, key Value) (Value, *Exception) {
	return boolean(setContains(t, self, key))
}

func setAdd(t *Thread, self, key Value) (Value, *Exception) {
	return done((*Set)(self.p).Add(t, key))
}

func setClear(_ *Thread, self Value) (Value, *Exception) {
	(*Set)(self.p).Clear()
	return None, nil
}

func setDiscard(t *Thread, self, key Value) (Value, *Exception) {
	_, exc := (*Set)(self.p).discardAny(t, key)
	return done(exc)
}

// discardAny is Discard for keys that may be sets.
func (s *Set) discardAny(t *Thread, key Value) (bool, *Exception) {
	ok, exc := s.Discard(t, key)
	if exc != nil {
		h, isSet, exc := setAsKey(key, exc)
		if !isSet {
			return false, exc
		}
		return s.discard(t, key, h)
	}
	return ok, nil
}

func setRemove(t *Thread, self, key Value) (Value, *Exception) {
	ok, exc := (*Set)(self.p).discardAny(t, key)
	if exc == nil && !ok {
		exc = RaiseNew(t, KeyErrorType, key)
	}
	return done(exc)
}

func setPop(t *Thread, self Value) (Value, *Exception) {
	s := (*Set)(self.p)
	if s.used == 0 {
		return Null, Raise(t, KeyErrorType, "pop from an empty set")
	}
	i := s.finger & (len(s.table) - 1)
	for !s.table[i].isUsed() {
		i = (i + 1) & (len(s.table) - 1)
	}
	key := s.table[i].key
	s.drop(&s.table[i])
	s.finger = i + 1
	return key, nil
}

func setReduce(t *Thread, self Value) (Value, *Exception) {
	items := NewList(t, (*Set)(self.p).items()).Value()
	state, ok, exc := CallSpecial(t, self, sGetState)
	if exc != nil {
		return Null, exc
	}
	if !ok {
		state = None
	}
	return MakeTuple(t, TypeOf(self).Value(), MakeTuple(t, items).Value(), state).Value(), nil
}

func setSizeof(_ *Thread, self Value) (Value, *Exception) {
	n := len((*Set)(self.p).table)
	if n == setMinSize {
		n = 0
	}
	return Int(200 + 16*int64(n)), nil
}

// setCompare is subset and superset order; == asks for equal elements.
func setCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	x, y := asSet(a), asSet(b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	ok := false
	var exc *Exception
	switch op {
	case EQ, NE:
		if x.used == y.used && (x.hash == -1 || y.hash == -1 || x.hash == y.hash) {
			ok, exc = x.subsetOf(t, y)
		}
		ok = ok == (op == EQ)
	case LE:
		ok, exc = x.subsetOf(t, y)
	case GE:
		ok, exc = y.subsetOf(t, x)
	case LT:
		if x.used < y.used {
			ok, exc = x.subsetOf(t, y)
		}
	case GT:
		if x.used > y.used {
			ok, exc = y.subsetOf(t, x)
		}
	}
	return Bool(ok), exc
}

// subsetOf reports whether all elements are in o.
func (s *Set) subsetOf(t *Thread, o *Set) (bool, *Exception) {
	if s.used > o.used {
		return false, nil
	}
	for pos := 0; ; {
		e := s.next(&pos)
		if e == nil {
			return true, nil
		}
		if f, exc := o.find(t, e.key, e.hash()); exc != nil || f == nil {
			return false, exc
		}
	}
}
