package runtime

import "unsafe"

// The iterators of list and tuple.
var (
	ListIterType        = &Type{name: "list_iterator"}
	ListReverseIterType = &Type{name: "list_reverseiterator"}
	TupleIterType       = &Type{name: "tuple_iterator"}

	listIterShape        = &Shape{typ: ListIterType}
	listReverseIterShape = &Shape{typ: ListReverseIterType}
	tupleIterShape       = &Shape{typ: TupleIterType}
)

// A ListIter is a list_iterator: I is the index of the next item, List is nil once it is exhausted.
type ListIter struct {
	Header
	List *List
	I    int
}

// A listReverseIter is a list_reverseiterator: list is nil once it is exhausted.
type listReverseIter struct {
	Header
	list *List
	i    int
}

// A TupleIter is a tuple_iterator: I is the index of the next item, Tuple is nil once it is exhausted.
type TupleIter struct {
	Header
	Tuple *Tuple
	I     int
}

var listIterSpec = TypeSpec{
	Type: ListIterType, Name: "list_iterator", Shape: listIterShape, Flags: typeOwnLayout,
	Slots: Slots{Iter: selfIter, Next: listIterNext, Traverse: func(v Value, visit VisitFunc) {
		if l := (*ListIter)(v.p).List; l != nil {
			visit(l.Value())
		}
	}},
	Methods: []MethodSpec{
		{Sig: "__length_hint__($self, /)", Doc: lengthHintDoc, Fn: listIterLengthHint},
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: listIterReduce},
		{Sig: "__setstate__($self, object, /)", Doc: setStateDoc, Fn: listIterSetState},
	},
}

var listReverseIterSpec = TypeSpec{
	Type: ListReverseIterType, Name: "list_reverseiterator", Shape: listReverseIterShape, Flags: typeOwnLayout,
	Slots: Slots{Iter: selfIter, Next: listReverseIterNext, Traverse: func(v Value, visit VisitFunc) {
		if l := (*listReverseIter)(v.p).list; l != nil {
			visit(l.Value())
		}
	}},
	Methods: []MethodSpec{
		{Sig: "__length_hint__($self, /)", Doc: lengthHintDoc, Fn: listReverseIterLengthHint},
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: listReverseIterReduce},
		{Sig: "__setstate__($self, object, /)", Doc: setStateDoc, Fn: listReverseIterSetState},
	},
}

var tupleIterSpec = TypeSpec{
	Type: TupleIterType, Name: "tuple_iterator", Shape: tupleIterShape, Flags: typeOwnLayout,
	Slots: Slots{Iter: selfIter, Next: tupleIterNext, Traverse: func(v Value, visit VisitFunc) {
		if x := (*TupleIter)(v.p).Tuple; x != nil {
			visit(x.Value())
		}
	}},
	Methods: []MethodSpec{
		{Sig: "__length_hint__($self, /)", Doc: lengthHintDoc, Fn: tupleIterLengthHint},
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: tupleIterReduce},
		{Sig: "__setstate__($self, object, /)", Doc: setStateDoc, Fn: tupleIterSetState},
	},
}

// AsListIter returns the list iterator that v is, or nil.
func AsListIter(v Value) *ListIter {
	if v.p != nil && (*Header)(v.p).shape == listIterShape {
		return (*ListIter)(v.p)
	}
	return nil
}

// AsTupleIter returns the tuple iterator that v is, or nil.
func AsTupleIter(v Value) *TupleIter {
	if v.p != nil && (*Header)(v.p).shape == tupleIterShape {
		return (*TupleIter)(v.p)
	}
	return nil
}

// NewListIter makes an iterator over a list.
func NewListIter(t *Thread, x *List) Value {
	it := alloc[ListIter](t)
	it.shape, it.List = listIterShape, x
	return obj(unsafe.Pointer(it))
}

// NewTupleIter makes an iterator over a tuple.
func NewTupleIter(t *Thread, x *Tuple) Value {
	it := alloc[TupleIter](t)
	it.shape, it.Tuple = tupleIterShape, x
	return obj(unsafe.Pointer(it))
}

func listIter(t *Thread, v Value) (Value, *Exception)  { return NewListIter(t, (*List)(v.p)), nil }
func tupleIter(t *Thread, v Value) (Value, *Exception) { return NewTupleIter(t, (*Tuple)(v.p)), nil }

func listReversed(t *Thread, v Value) (Value, *Exception) {
	it := alloc[listReverseIter](t)
	it.shape, it.list = listReverseIterShape, (*List)(v.p)
	it.i = len(it.list.Items) - 1
	return obj(unsafe.Pointer(it)), nil
}

func listIterNext(_ *Thread, v Value) (Value, bool, *Exception) {
	it := (*ListIter)(v.p)
	if it.List == nil {
		return Null, false, nil
	}
	if it.I < len(it.List.Items) {
		x := it.List.Items[it.I]
		it.I++
		return x, true, nil
	}
	it.List = nil
	return Null, false, nil
}

func listReverseIterNext(_ *Thread, v Value) (Value, bool, *Exception) {
	it := (*listReverseIter)(v.p)
	if it.list == nil {
		return Null, false, nil
	}
	if uint(it.i) < uint(len(it.list.Items)) {
		x := it.list.Items[it.i]
		it.i--
		return x, true, nil
	}
	it.list, it.i = nil, -1
	return Null, false, nil
}

func tupleIterNext(_ *Thread, v Value) (Value, bool, *Exception) {
	it := (*TupleIter)(v.p)
	if it.Tuple == nil {
		return Null, false, nil
	}
	if it.I < len(it.Tuple.Items) {
		x := it.Tuple.Items[it.I]
		it.I++
		return x, true, nil
	}
	it.Tuple = nil
	return Null, false, nil
}

func listIterLengthHint(_ *Thread, self Value) (Value, *Exception) {
	it := (*ListIter)(self.p)
	if it.List == nil {
		return Int(0), nil
	}
	return Int(int64(max(len(it.List.Items)-it.I, 0))), nil
}

func listReverseIterLengthHint(_ *Thread, self Value) (Value, *Exception) {
	it := (*listReverseIter)(self.p)
	if it.list == nil || len(it.list.Items) < it.i+1 {
		return Int(0), nil
	}
	return Int(int64(it.i + 1)), nil
}

func tupleIterLengthHint(_ *Thread, self Value) (Value, *Exception) {
	it := (*TupleIter)(self.p)
	if it.Tuple == nil {
		return Int(0), nil
	}
	return Int(int64(len(it.Tuple.Items) - it.I)), nil
}

func listIterReduce(t *Thread, self Value) (Value, *Exception) {
	it := (*ListIter)(self.p)
	if it.List == nil {
		return reduceIter(t, "iter", NewList(t, nil).Value(), -1)
	}
	return reduceIter(t, "iter", it.List.Value(), int64(it.I))
}

func listReverseIterReduce(t *Thread, self Value) (Value, *Exception) {
	it := (*listReverseIter)(self.p)
	if it.list == nil {
		return reduceIter(t, "iter", NewList(t, nil).Value(), -1)
	}
	if it.i < 0 {
		f, exc := builtinNamed(t, "reversed")
		if exc != nil {
			return Null, exc
		}
		return MakeTuple(t, f, MakeTuple(t, it.list.Value()).Value(), Int(int64(it.i))).Value(), nil
	}
	return reduceIter(t, "reversed", it.list.Value(), int64(it.i))
}

func tupleIterReduce(t *Thread, self Value) (Value, *Exception) {
	it := (*TupleIter)(self.p)
	if it.Tuple == nil {
		return emptyReduce(t)
	}
	return reduceIter(t, "iter", it.Tuple.Value(), int64(it.I))
}

func listIterSetState(t *Thread, self, state Value) (Value, *Exception) {
	n, exc := AsSsize(t, state)
	if it := (*ListIter)(self.p); exc == nil && it.List != nil {
		it.I = min(max(n, 0), len(it.List.Items))
	}
	return done(exc)
}

func listReverseIterSetState(t *Thread, self, state Value) (Value, *Exception) {
	n, exc := AsSsize(t, state)
	if it := (*listReverseIter)(self.p); exc == nil && it.list != nil {
		it.i = min(max(n, -1), len(it.list.Items)-1)
	}
	return done(exc)
}

func tupleIterSetState(t *Thread, self, state Value) (Value, *Exception) {
	n, exc := AsSsize(t, state)
	if it := (*TupleIter)(self.p); exc == nil && it.Tuple != nil {
		it.I = min(max(n, 0), len(it.Tuple.Items))
	}
	return done(exc)
}
