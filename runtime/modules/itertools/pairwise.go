package itertools

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var (
	pairwiseType  = &runtime.Type{}
	batchedType   = &runtime.Type{}
	pairwiseShape = runtime.NewShape(pairwiseType)
	batchedShape  = runtime.NewShape(batchedType)
)

// A pairwise has read old from it; both are Null at the end, old before the start.
type pairwise struct {
	runtime.Header
	it, old Value
}

type pairwiseSub struct {
	pairwise
	runtime.Attrs
}

// A batched gives tuples of size items of it, which is Null at the end.
type batched struct {
	runtime.Header
	it     Value
	size   int
	strict bool
}

type batchedSub struct {
	batched
	runtime.Attrs
}

var pairwiseSpec = runtime.TypeSpec{
	Type: pairwiseType, Name: "itertools.pairwise", Shape: pairwiseShape, Flags: flagsOpen,
	Doc:     "Return an iterator of overlapping pairs taken from the input iterator.\n\n    s -> (s0,s1), (s1,s2), (s2, s3), ...",
	TextSig: "(iterable, /)", NewSub: newSub[pairwiseSub], SubAttrsOffset: unsafe.Offsetof(pairwiseSub{}.Attrs),
	Slots: runtime.Slots{New: pairwiseNew, Iter: runtime.SelfIter, Next: pairwiseNext, Traverse: func(v Value, visit runtime.VisitFunc) {
		x := (*pairwise)(v.Ptr())
		visit(x.it)
		visit(x.old)
	}},
}

var batchedSpec = runtime.TypeSpec{
	Type: batchedType, Name: "itertools.batched", Shape: batchedShape, Flags: flagsOpen,
	Doc: "Batch data into tuples of length n. The last batch may be shorter than n.\n\nLoops over the input iterable and accumulates data into tuples\n" +
		"up to size n.  The input is consumed lazily, just enough to\nfill a batch.  The result is yielded as soon as a batch is full\n" +
		"or when the input iterable is exhausted.",
	TextSig: "(iterable, n, *, strict=False)", NewSub: newSub[batchedSub], SubAttrsOffset: unsafe.Offsetof(batchedSub{}.Attrs),
	Slots: runtime.Slots{New: batchedNew, Iter: runtime.SelfIter, Next: batchedNext, Traverse: func(v Value, visit runtime.VisitFunc) {
		visit((*batched)(v.Ptr()).it)
	}},
	Hidden: true, // Init lists it from 3.12 on
}

func pairwiseNew(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	if exc := noKeywords(t, cls, pairwiseType, kw); exc != nil {
		return null, exc
	}
	args = args[:len(args)-kw.Len()]
	if exc := runtime.CheckArity(t, "pairwise", len(args), 1, 1); exc != nil {
		return null, exc
	}
	it, exc := runtime.Iter(t, args[0])
	if exc != nil {
		return null, exc
	}
	x := newObject[pairwise](t, cls, pairwiseType, pairwiseShape)
	x.it, x.old = it, null
	return value(x), nil
}

func pairwiseNext(t *Thread, v Value) (Value, bool, *Exception) {
	x := (*pairwise)(v.Ptr())
	if x.it.IsNull() {
		return null, false, nil
	}
	if x.old.IsNull() {
		item, ok, exc := next(t, x.it)
		if exc != nil || !ok {
			x.it = null
			return null, false, exc
		}
		x.old = item
		if x.it.IsNull() { // reading it ended this iterator
			x.old = null
			return null, false, nil
		}
	}
	old := x.old
	mark := t.HandleMark()
	t.Handle(old)
	item, ok, exc := next(t, x.it)
	t.Release(mark)
	if exc != nil || !ok {
		x.it, x.old = null, null
		return null, false, exc
	}
	x.old = item
	return runtime.NewPair(t, old, item), true, nil
}

var (
	batchedArgs   = runtime.NewSignature("batched(iterable, n, *, strict=False)")
	batchedArgs12 = runtime.NewSignature("batched(iterable, n)")
)

func batchedNew(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	sig := batchedArgs
	if !t.Interp().Version.At(13) {
		sig = batchedArgs12
	}
	a, exc := sig.Bind(t, args, kw)
	if exc != nil {
		return null, exc
	}
	n, exc := runtime.AsSsize(t, a[1])
	if exc != nil {
		return null, exc
	}
	strict := false
	if len(a) > 2 {
		if strict, exc = runtime.Truth(t, a[2]); exc != nil {
			return null, exc
		}
	}
	if n < 1 {
		return null, runtime.Raise(t, runtime.ValueErrorType, "n must be at least one")
	}
	it, exc := runtime.Iter(t, a[0])
	if exc != nil {
		return null, exc
	}
	x := newObject[batched](t, cls, batchedType, batchedShape)
	x.it, x.size, x.strict = it, n, strict
	return value(x), nil
}

func batchedNext(t *Thread, v Value) (Value, bool, *Exception) {
	x := (*batched)(v.Ptr())
	it := x.it
	if it.IsNull() {
		return null, false, nil
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	step := runtime.TypeOf(it).Next
	for n := 1; n <= x.size; n++ {
		item, ok, exc := step(t, it)
		if exc != nil {
			return null, false, exc
		}
		if !ok {
			x.it = null
			if n == 1 {
				return null, false, nil
			}
			if x.strict {
				return null, false, runtime.Raise(t, runtime.ValueErrorType, "batched(): incomplete batch")
			}
			break
		}
		t.Handle(item)
		if n&4095 == 0 {
			if exc := t.Poll(); exc != nil {
				return null, false, exc
			}
		}
	}
	return runtime.CopyTuple(t, t.Window(mark)).Value(), true, nil
}
