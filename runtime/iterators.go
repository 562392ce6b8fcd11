package runtime

import "unsafe"

// iteratorSpecs are the iterator types and views, most of them without a name in builtins.
var iteratorSpecs = []*TypeSpec{
	&seqIterSpec, &callableIterSpec, &listIterSpec, &listReverseIterSpec, &tupleIterSpec,
	&dictKeyIterSpec, &dictValueIterSpec, &dictItemIterSpec, &dictReverseKeyIterSpec, &dictReverseValueIterSpec, &dictReverseItemIterSpec,
	&dictKeysSpec, &dictValuesSpec, &dictItemsSpec, &setIterSpec, &mappingProxySpec,
	&enumerateSpec, &zipSpec, &mapSpec, &filterSpec, &reversedSpec,
}

const (
	lengthHintDoc = "Private method returning an estimate of len(list(it))."
	reduceDoc     = "Return state information for pickling."
	setStateDoc   = "Set state information for unpickling."
)

// selfIter is the __iter__ of iterators.
func selfIter(_ *Thread, v Value) (Value, *Exception) { return v, nil }

// builtinNamed returns a function of the builtins module, for the __reduce__ of iterators.
func builtinNamed(t *Thread, name string) (Value, *Exception) {
	d := t.interp.engine.FrameBuiltins(t)
	if d == nil {
		d = t.interp.Builtins
	}
	s := t.Intern(name)
	if v, ok := d.GetStr(s); ok {
		return v, nil
	}
	return Null, RaiseNew(t, AttributeErrorType, s.Value())
}

// reduceIter makes (iter, (seq,), i), which rebuilds an iterator over seq; i is left out when negative.
func reduceIter(t *Thread, fn string, seq Value, i int64) (Value, *Exception) {
	f, exc := builtinNamed(t, fn)
	if exc != nil {
		return Null, exc
	}
	args := MakeTuple(t, seq).Value()
	if i < 0 {
		return MakeTuple(t, f, args).Value(), nil
	}
	return MakeTuple(t, f, args, Int(i)).Value(), nil
}

// emptyReduce makes the __reduce__ of an exhausted iterator.
func emptyReduce(t *Thread) (Value, *Exception) {
	return reduceIter(t, "iter", emptyTuple.Value(), -1)
}

// SeqIterType is iterator: iteration over __getitem__.
var SeqIterType = &Type{name: "iterator"}

var seqIterShape = &Shape{typ: SeqIterType}

var seqIterSpec = TypeSpec{
	Type: SeqIterType, Name: "iterator", Shape: seqIterShape, Flags: typeOwnLayout,
	Slots: Slots{Iter: selfIter, Next: seqIterNext, Traverse: func(v Value, visit VisitFunc) { visit((*seqIter)(v.p).seq) }},
	Methods: []MethodSpec{
		{Sig: "__length_hint__($self, /)", Doc: lengthHintDoc, Fn: seqIterLengthHint},
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: seqIterReduce},
		{Sig: "__setstate__($self, object, /)", Doc: setStateDoc, Fn: seqIterSetState},
	},
}

type seqIter struct {
	Header
	seq Value // Null once exhausted
	i   int64
}

func newSeqIter(t *Thread, o Value) Value {
	it := alloc[seqIter](t)
	it.shape, it.seq = seqIterShape, o
	return obj(unsafe.Pointer(it))
}

func seqIterNext(t *Thread, v Value) (Value, bool, *Exception) {
	it := (*seqIter)(v.p)
	if it.seq.IsNull() {
		return Null, false, nil
	}
	if it.i == 1<<63-1 {
		return Null, false, Raise(t, OverflowErrorType, "iter index too large")
	}
	x, exc := GetItem(t, it.seq, Int(it.i))
	if exc != nil {
		if exc.Is(IndexErrorType) || exc.Is(StopIterationType) {
			it.seq = Null
			return Null, false, nil
		}
		return Null, false, exc
	}
	it.i++
	return x, true, nil
}

func seqIterLengthHint(t *Thread, self Value) (Value, *Exception) {
	it := (*seqIter)(self.p)
	if it.seq.IsNull() {
		return Int(0), nil
	}
	if TypeOf(it.seq).Len == nil {
		return NotImplemented, nil
	}
	n, exc := Len(t, it.seq)
	return Int(max(int64(n)-it.i, 0)), exc
}

func seqIterReduce(t *Thread, self Value) (Value, *Exception) {
	it := (*seqIter)(self.p)
	if it.seq.IsNull() {
		return emptyReduce(t)
	}
	return reduceIter(t, "iter", it.seq, it.i)
}

func seqIterSetState(t *Thread, self, state Value) (Value, *Exception) {
	n, exc := AsSsize(t, state)
	if exc != nil {
		return Null, exc
	}
	(*seqIter)(self.p).i = int64(max(n, 0))
	return None, nil
}

// CallableIterType is callable_iterator: iter(callable, sentinel).
var CallableIterType = &Type{name: "callable_iterator"}

var callableIterShape = &Shape{typ: CallableIterType}

var callableIterSpec = TypeSpec{
	Type: CallableIterType, Name: "callable_iterator", Shape: callableIterShape, Flags: typeOwnLayout,
	Slots: Slots{Iter: selfIter, Next: callableIterNext, Traverse: func(v Value, visit VisitFunc) {
		it := (*callableIter)(v.p)
		visit(it.fn)
		visit(it.sentinel)
	}},
	Methods: []MethodSpec{{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: callableIterReduce}},
}

type callableIter struct {
	Header
	fn, sentinel Value // Null once exhausted
}

// NewCallableIter is iter(fn, sentinel).
func NewCallableIter(t *Thread, fn, sentinel Value) (Value, *Exception) {
	if AsFunction(fn) == nil && TypeOf(fn).Call == nil {
		return Null, Raise(t, TypeErrorType, "iter(v, w): v must be callable")
	}
	it := alloc[callableIter](t)
	it.shape, it.fn, it.sentinel = callableIterShape, fn, sentinel
	return obj(unsafe.Pointer(it)), nil
}

func callableIterNext(t *Thread, v Value) (Value, bool, *Exception) {
	it := (*callableIter)(v.p)
	if it.fn.IsNull() {
		return Null, false, nil
	}
	if exc := t.Enter(""); exc != nil {
		return Null, false, exc
	}
	defer t.Leave()
	x, exc := Call(t, it.fn)
	if exc != nil {
		if exc.Is(StopIterationType) {
			it.fn, it.sentinel = Null, Null
			return Null, false, nil
		}
		return Null, false, exc
	}
	if it.sentinel.IsNull() {
		return Null, false, nil
	}
	eq, exc := Equal(t, it.sentinel, x)
	if exc != nil {
		return Null, false, exc
	}
	if eq {
		it.fn, it.sentinel = Null, Null
		return Null, false, nil
	}
	return x, true, nil
}

func callableIterReduce(t *Thread, self Value) (Value, *Exception) {
	it := (*callableIter)(self.p)
	if it.fn.IsNull() {
		return emptyReduce(t)
	}
	f, exc := builtinNamed(t, "iter")
	if exc != nil {
		return Null, exc
	}
	return MakeTuple(t, f, MakeTuple(t, it.fn, it.sentinel).Value()).Value(), nil
}

// endOfItems turns the StopIteration that a function called by a Next slot raised into the end of the iteration.
func endOfItems(exc *Exception) *Exception {
	if exc != nil && exc.Is(StopIterationType) {
		return nil
	}
	return exc
}
