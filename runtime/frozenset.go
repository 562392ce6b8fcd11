package runtime

import "unsafe"

// FrozenSetType is frozenset.
var FrozenSetType = &Type{name: "frozenset"}

var frozenSetShape = &Shape{typ: FrozenSetType}

var frozenSetSpec = TypeSpec{
	Type: FrozenSetType, Name: "frozenset", Flags: TypeBase | TypeSet | TypeMatchSelf | TypeHasWeakref | typeOwnLayout, Shape: frozenSetShape,
	Doc: "Build an immutable unordered collection of unique elements.", TextSig: "(iterable=(), /)",
	NewSub: newSetSub, SubAttrsOffset: unsafe.Offsetof(setSub{}.Attrs),
	Slots: Slots{
		New: frozenSetNew, Repr: setRepr, Hash: frozenSetHash, RichCompare: setCompare, Iter: setIter, Len: setLen, Contains: setContains, Traverse: setTraverse,
		Binary: setBinary,
	},
	Methods: []MethodSpec{
		{Sig: "__contains__($self, object, /)", Doc: "x.__contains__(y) <==> y in x.", Fn: setHas},
		{Sig: "copy($self, /)", Doc: "Return a shallow copy of a set.", Fn: frozenSetCopy},
		{Sig: "difference($self, /, *others)", Doc: "Return a new set with elements in the set that are not in the others.", Fn: setDifferenceAll},
		{Sig: "intersection($self, /, *others)", Doc: "Return a new set with elements common to the set and all others.", Fn: setIntersectionAll},
		{Sig: "isdisjoint($self, other, /)", Doc: "Return True if two sets have a null intersection.", Fn: setIsDisjoint},
		{Sig: "issubset($self, other, /)", Doc: "Report whether another set contains this set.", Fn: setIsSubset},
		{Sig: "issuperset($self, other, /)", Doc: "Report whether this set contains another set.", Fn: setIsSuperset},
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: setReduce},
		{Sig: "__sizeof__($self, /)", Doc: "S.__sizeof__() -> size of S in memory, in bytes.", Fn: setSizeof},
		{Sig: "symmetric_difference($self, other, /)", Doc: "Return a new set with elements in either the set or other but not both.", Fn: setSymmetricDifference},
		{Sig: "union($self, /, *others)", Doc: "Return a new set with elements from the set and all others.", Fn: setUnion},
		{Sig: "__class_getitem__($type, object, /)", Doc: "See PEP 585", Fn: newGenericAlias, Flavor: ClassMethod},
	},
}

func frozenSetNew(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := checkNoKeywords(t, cls, FrozenSetType, sInit, "frozenset", kw); exc != nil {
		return Null, exc
	}
	if args = args[:len(args)-kw.Len()]; len(args) > 1 {
		return Null, TypeErrorf(t, "%s expected at most 1 argument, got %d", cls.name, len(args))
	}
	var s *Set
	if cls == FrozenSetType {
		if len(args) == 1 && args[0].p != nil && (*Header)(args[0].p).shape == frozenSetShape {
			return args[0], nil
		}
		s = NewSet(t)
		s.shape = frozenSetShape
	} else {
		s = (*Set)(unsafe.Pointer(newInstanceOf(t, cls)))
	}
	if len(args) == 0 {
		return s.Value(), nil
	}
	mark := t.HandleMark()
	t.Handle(s.Value())
	defer t.Release(mark)
	return s.Value(), s.Update(t, args[0])
}

func frozenSetHash(_ *Thread, v Value) (int64, *Exception) { return (*Set)(v.p).hashFrozen(), nil }

func frozenSetCopy(t *Thread, self Value) (Value, *Exception) {
	if (*Header)(self.p).shape == frozenSetShape {
		return self, nil
	}
	return setCopy(t, self)
}
