package runtime

import "unsafe"

// TupleType is tuple.
var TupleType = &Type{name: "tuple"}

var tupleShape = &Shape{typ: TupleType}

// A tupleSub is an instance of a subclass of tuple.
type tupleSub struct {
	Tuple
	Attrs
}

var tupleSpec = TypeSpec{
	Type: TupleType, Name: "tuple", Flags: TypeBase | TypeTuple | TypeSequence | TypeMatchSelf | typeOwnLayout, Shape: tupleShape,
	Doc: "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\n" +
		"If iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object.",
	TextSig: "(iterable=(), /)",
	NewSub: func(t *Thread, _ *Type) *Header {
		return &alloc[tupleSub](t).Header
	},
	SubAttrsOffset: unsafe.Offsetof(tupleSub{}.Attrs),
	Slots: Slots{
		New: tupleNew, Repr: tupleRepr, Hash: tupleHash, RichCompare: tupleCompare, Iter: tupleIter, Len: tupleLen, GetItem: tupleGetItem,
		Contains: tupleContains, Concat: tupleConcat, Repeat: tupleRepeat, Traverse: tupleTraverse,
	},
	Methods: []MethodSpec{
		{Sig: "__getnewargs__($self, /)", Fn: tupleGetNewArgs},
		{Sig: "index($self, value, start=0, stop=sys.maxsize, /)", Doc: "Return first index of value.\n\nRaises ValueError if the value is not present.", Fn: tupleIndex},
		{Sig: "count($self, value, /)", Doc: "Return number of occurrences of value.", Fn: tupleCount},
		{Sig: "__class_getitem__($type, object, /)", Doc: "See PEP 585", Fn: newGenericAlias, Flavor: ClassMethod},
	},
}

func tupleNew(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := checkOneIterable(t, cls, TupleType, sInit, "tuple", args, kw); exc != nil {
		return Null, exc
	}
	if cls == TupleType {
		if len(args) == 0 {
			return emptyTuple.Value(), nil
		}
		return ToTuple(t, args[0])
	}
	var items []Value
	if len(args) > 0 {
		var exc *Exception
		if items, exc = Collect(t, args[0]); exc != nil {
			return Null, exc
		}
	}
	mark := t.HandleMark()
	t.Handle(NewTuple(t, items).Value())
	h := newInstanceOf(t, cls)
	t.Release(mark)
	(*Tuple)(unsafe.Pointer(h)).Items = items
	return ObjectOf(h), nil
}

// ToTuple is tuple(o).
func ToTuple(t *Thread, o Value) (Value, *Exception) {
	if ExactTuple(o) != nil {
		return o, nil
	}
	if l := ExactList(o); l != nil {
		return CopyTuple(t, l.Items).Value(), nil
	}
	l := NewList(t, nil)
	var exc *Exception
	if t.interp.Version.At(14) && TypeOf(o).flags&TypeHeap != 0 {
		mark := t.HandleMark()
		t.Handle(l.Value())
		exc = Iterate(t, o, func(v Value) (bool, *Exception) { return true, l.Append(t, v) }) // 3.14 asks for no length hint
		t.Release(mark)
	} else {
		exc = l.Extend(t, o)
	}
	if exc != nil {
		return Null, exc
	}
	if n := len(l.Items); n <= 4 || n < cap(l.Items)*3/4 {
		return CopyTuple(t, l.Items).Value(), nil
	}
	return NewTuple(t, l.Items).Value(), nil
}

func tupleTraverse(v Value, visit VisitFunc) {
	for _, x := range (*Tuple)(v.p).Items {
		visit(x)
	}
}

func tupleLen(_ *Thread, v Value) (int, *Exception) { return len((*Tuple)(v.p).Items), nil }

func tupleRepr(t *Thread, v Value) (Value, *Exception) {
	x := (*Tuple)(v.p)
	if len(x.Items) == 0 {
		return NewStr(t, "()").Value(), nil
	}
	if t.enterRepr(v) {
		return NewStr(t, "(...)").Value(), nil
	}
	defer t.leaveRepr()
	b := append(make([]byte, 0, 8+4*len(x.Items)), '(')
	for i, it := range x.Items {
		if i > 0 {
			b = append(b, ", "...)
		}
		var exc *Exception
		if b, exc = appendRepr(t, b, it); exc != nil {
			return Null, exc
		}
	}
	if len(x.Items) == 1 {
		b = append(b, ',')
	}
	return bytesStr(t, append(b, ')')), nil
}

// The primes of xxHash, by which CPython combines the hashes of a tuple's items.
const (
	xxPrime1 = 11400714785074694791
	xxPrime2 = 14029467366897019727
	xxPrime5 = 2870177450012600261
)

// tupleHash combines the items' hashes as CPython's tuplehash does.
func tupleHash(t *Thread, v Value) (int64, *Exception) {
	if exc := t.Enter(""); exc != nil {
		return 0, exc
	}
	defer t.Leave()
	x := (*Tuple)(v.p)
	acc := uint64(xxPrime5)
	for _, it := range x.Items {
		h, exc := Hash(t, it)
		if exc != nil {
			return 0, exc
		}
		acc = tupleLane(acc, h)
	}
	return tupleHashEnd(acc, len(x.Items)), nil
}

// tupleLane adds an item's hash to that of a tuple.
func tupleLane(acc uint64, h int64) uint64 {
	acc += uint64(h) * xxPrime2
	return (acc<<31 | acc>>33) * xxPrime1
}

// tupleHashEnd ends the hash of a tuple of n items.
func tupleHashEnd(acc uint64, n int) int64 {
	acc += uint64(n) ^ (xxPrime5 ^ 3527539)
	if acc == 1<<64-1 {
		return 1546275796
	}
	return int64(acc)
}

func tupleCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	if asTuple(a) == nil || asTuple(b) == nil {
		return NotImplemented, nil
	}
	x, y := (*Tuple)(a.p), (*Tuple)(b.p)
	if len(x.Items) == len(y.Items) || op != EQ && op != NE {
		return compareItems(t, &x.Items, &y.Items, op)
	}
	return compareUnequal(t, x, y, op)
}

// compareUnequal is == and != of tuples of different lengths: unlike those of lists, the items they share are compared nonetheless.
func compareUnequal(t *Thread, x, y *Tuple, op CompareOp) (Value, *Exception) {
	for i := 0; i < len(x.Items) && i < len(y.Items); i++ {
		eq, exc := Equal(t, x.Items[i], y.Items[i])
		if exc != nil {
			return Null, exc
		}
		if !eq {
			break
		}
	}
	return Bool(op == NE), nil
}

func tupleGetItem(t *Thread, v, key Value) (Value, *Exception) {
	x := (*Tuple)(v.p)
	i := 0
	if key.p == nil {
		i = int(key.n)
	} else if s := asSlice(key); s != nil {
		b, exc := unpackSlice(t, s)
		if exc != nil {
			return Null, exc
		}
		if b.adjust(len(x.Items)); b.step == 1 && b.count == len(x.Items) && x.shape == tupleShape {
			return v, nil
		}
		if b.step == 1 {
			return CopyTuple(t, x.Items[b.start:b.start+b.count]).Value(), nil
		}
		items, exc := sliceItems(t, &x.Items, s)
		if exc != nil {
			return Null, exc
		}
		return NewTuple(t, items).Value(), nil
	} else {
		var exc *Exception
		if i, exc = sequenceIndex(t, key, "tuple"); exc != nil {
			return Null, exc
		}
	}
	if i < 0 {
		i += len(x.Items)
	}
	if uint(i) < uint(len(x.Items)) {
		return x.Items[i], nil
	}
	return Null, Raise(t, IndexErrorType, "tuple index out of range")
}

func tupleContains(t *Thread, self, v Value) (bool, *Exception) {
	i, exc := findItem(t, &(*Tuple)(self.p).Items, v, 0, 1<<63-1)
	return i >= 0, exc
}

func tupleIndex(t *Thread, self Value, args []Value) (Value, *Exception) {
	x := (*Tuple)(self.p)
	start, stop, exc := searchBounds(t, args[1], args[2], len(x.Items))
	if exc != nil {
		return Null, exc
	}
	i, exc := findItem(t, &x.Items, args[0], start, stop)
	if exc == nil && i < 0 {
		exc = Raise(t, ValueErrorType, "tuple.index(x): x not in tuple")
	}
	return Int(int64(i)), exc
}

func tupleCount(t *Thread, self, v Value) (Value, *Exception) {
	n, exc := countItem(t, &(*Tuple)(self.p).Items, v)
	return Int(int64(n)), exc
}

func tupleConcat(t *Thread, a, b Value) (Value, *Exception) {
	y := asTuple(b)
	if y == nil {
		return Null, TypeErrorf(t, "can only concatenate tuple (not \"%s\") to tuple", TypeOf(b).fullName())
	}
	x := (*Tuple)(a.p)
	if len(x.Items) == 0 && y.shape == tupleShape {
		return b, nil
	}
	if len(y.Items) == 0 && x.shape == tupleShape {
		return a, nil
	}
	items, exc := concatItems(t, x.Items, y.Items)
	if exc != nil {
		return Null, exc
	}
	return NewTuple(t, items).Value(), nil
}

func tupleRepeat(t *Thread, a Value, n int) (Value, *Exception) {
	x := (*Tuple)(a.p)
	if (len(x.Items) == 0 || n == 1) && x.shape == tupleShape {
		return a, nil
	}
	items, exc := repeatItems(t, x.Items, n)
	if exc != nil {
		return Null, exc
	}
	return NewTuple(t, items).Value(), nil
}

func tupleGetNewArgs(t *Thread, self Value) (Value, *Exception) {
	return MakeTuple(t, CopyTuple(t, (*Tuple)(self.p).Items).Value()).Value(), nil
}
