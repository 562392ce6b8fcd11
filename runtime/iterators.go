package runtime

import "unsafe"

// iteratorSpecs are the iterator types without a name in builtins.
var iteratorSpecs = []*TypeSpec{
	{Type: SeqIterType, Name: "iterator", Shape: seqIterShape, Flags: typeOwnLayout, Slots: Slots{Iter: selfIter, Next: seqIterNext}},
}

// selfIter is the __iter__ of iterators.
func selfIter(_ *Thread, v Value) (Value, *Exception) { return v, nil }

// SeqIterType is iterator: iteration over __getitem__.
var SeqIterType = &Type{name: "iterator"}

var seqIterShape = &Shape{typ: SeqIterType}

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
