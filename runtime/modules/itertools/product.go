package itertools

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var productType = &runtime.Type{}

var productShape = runtime.NewShape(productType)

// A product gives the tuples with one item of each pool; row is the next one, and indices are where its items stand.
type product struct {
	runtime.Header
	pools   []*runtime.Tuple
	indices []int
	row     []Value
	started bool
	stopped bool
}

type productSub struct {
	product
	runtime.Attrs
}

var productSpec = runtime.TypeSpec{
	Type: productType, Name: "itertools.product", Shape: productShape, Flags: flagsOpen,
	Doc: "Cartesian product of input iterables.  Equivalent to nested for-loops.\n\nFor example, product(A, B) returns the same as:  ((x,y) for x in A for y in B).\n" +
		"The leftmost iterators are in the outermost for-loop, so the output tuples\ncycle in a manner similar to an odometer (with the rightmost element changing\n" +
		"on every iteration).\n\nTo compute the product of an iterable with itself, specify the number\nof repetitions with the optional repeat keyword argument. For example,\n" +
		"product(A, repeat=4) means the same as product(A, A, A, A).\n\nproduct('ab', range(3)) --> ('a',0) ('a',1) ('a',2) ('b',0) ('b',1) ('b',2)\n" +
		"product((0,1), (0,1), (0,1)) --> (0,0,0) (0,0,1) (0,1,0) (0,1,1) (1,0,0) ...",
	TextSig: "(*iterables, repeat=1)", NewSub: newSub[productSub], SubAttrsOffset: unsafe.Offsetof(productSub{}.Attrs),
	Slots: runtime.Slots{New: productNew, Iter: runtime.SelfIter, Next: productNext, Traverse: func(v Value, visit runtime.VisitFunc) {
		for _, p := range (*product)(v.Ptr()).pools {
			visit(p.Value())
		}
	}},
	Methods: []runtime.MethodSpec{
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: productReduce, Until: 13},
		{Sig: "__setstate__($self, state, /)", Doc: setStateDoc, Fn: productSetState, Until: 13},
		{Sig: "__sizeof__($self, /)", Doc: "Returns size in memory, in bytes.", Fn: func(_ *Thread, self Value) (Value, *Exception) {
			return runtime.Int(48 + 8*int64(len((*product)(self.Ptr()).pools))), nil
		}},
	},
}

var productArgs = runtime.NewSignature("product(*, repeat=1)")

func productNew(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	repeat := 1
	n := len(args) - kw.Len()
	if kw.Len() > 0 {
		mark := t.HandleMark()
		a, exc := productArgs.Bind(t, args[n:], kw)
		if exc == nil {
			repeat, exc = runtime.AsSsize(t, a[0])
		}
		t.Release(mark)
		if exc != nil {
			return null, exc
		}
		if repeat < 0 {
			return null, runtime.Raise(t, runtime.ValueErrorType, "repeat argument cannot be negative")
		}
	}
	if repeat == 0 {
		n = 0
	} else if n > 1<<59/repeat {
		return null, runtime.Raise(t, runtime.OverflowErrorType, "repeat argument too large")
	}
	total := n * repeat
	if exc := t.Reserve(total * (8 + 8 + int(runtime.ValueSize))); exc != nil {
		return null, exc
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	pools := make([]*runtime.Tuple, total)
	for i := range n {
		p, exc := runtime.ToTuple(t, args[i])
		if exc != nil {
			return null, exc
		}
		t.Handle(p)
		pools[i], _ = runtime.AsTuple(p)
	}
	for i := n; i < total; i++ {
		pools[i] = pools[i-n]
	}
	x := newObject[product](t, cls, productType, productShape)
	x.pools, x.indices, x.row = pools, make([]int, total), make([]Value, total)
	return value(x), nil
}

func productNext(t *Thread, v Value) (Value, bool, *Exception) {
	x := (*product)(v.Ptr())
	if x.stopped {
		return null, false, nil
	}
	if !x.started {
		x.started = true
		for i, p := range x.pools {
			if p.Len() == 0 {
				x.stopped = true
				return null, false, nil
			}
			x.row[i] = p.Items[0]
		}
		return runtime.CopyTuple(t, x.row).Value(), true, nil
	}
	i := len(x.pools) - 1
	for ; i >= 0; i-- {
		p := x.pools[i].Items
		x.indices[i]++
		if k := x.indices[i]; k < len(p) {
			x.row[i] = p[k]
			break
		}
		x.indices[i] = 0
		x.row[i] = p[0]
	}
	if i < 0 {
		x.stopped = true
		return null, false, nil
	}
	return runtime.CopyTuple(t, x.row).Value(), true, nil
}

func productReduce(t *Thread, self Value) (Value, *Exception) {
	x := (*product)(self.Ptr())
	if x.stopped {
		return reduce(t, typeOf(self), tuple(t, tuple(t)))
	}
	pools := make([]Value, len(x.pools))
	for i, p := range x.pools {
		pools[i] = p.Value()
	}
	args := runtime.NewTuple(t, pools).Value()
	if !x.started {
		return reduce(t, typeOf(self), args)
	}
	return reduce(t, typeOf(self), args, indexTuple(t, x.indices))
}

// indexTuple makes a tuple of indices.
func indexTuple(t *Thread, indices []int) Value {
	items := make([]Value, len(indices))
	for i, k := range indices {
		items[i] = runtime.Int(int64(k))
	}
	return runtime.NewTuple(t, items).Value()
}

func productSetState(t *Thread, self, state Value) (Value, *Exception) {
	x := (*product)(self.Ptr())
	s, ok := runtime.AsTuple(state)
	if !ok || s.Len() != len(x.pools) {
		return null, invalidArguments(t)
	}
	for i, p := range x.pools {
		k, exc := runtime.AsSsize(t, s.Items[i])
		if exc != nil {
			return null, exc
		}
		if p.Len() == 0 {
			x.stopped = true
			return runtime.None, nil
		}
		x.indices[i] = max(0, min(k, p.Len()-1))
	}
	for i, p := range x.pools {
		x.row[i] = p.Items[x.indices[i]]
	}
	x.started = true
	return runtime.None, nil
}
