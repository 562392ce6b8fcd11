package collections

import "github.com/krait-vm/krait/runtime"

var (
	dequeIterType         = &runtime.Type{}
	dequeReverseIterType  = &runtime.Type{}
	dequeIterShape        = runtime.NewShape(dequeIterType)
	dequeReverseIterShape = runtime.NewShape(dequeReverseIterType)
)

// A dequeIterator gives left more items, from i on in its direction. It has nothing left after a change of the deque.
type dequeIterator struct {
	runtime.Header
	d     *deque
	i     int
	left  int
	state uint
}

var dequeIterSpec = dequeIterSpecOf(dequeIterType, "collections._deque_iterator", dequeIterShape, dequeIterNew, dequeIterNext)

var dequeReverseIterSpec = dequeIterSpecOf(dequeReverseIterType, "collections._deque_reverse_iterator", dequeReverseIterShape, dequeReverseIterNew, dequeReverseIterNext)

func dequeIterSpecOf(tp *runtime.Type, name string, shape *runtime.Shape, make runtime.NewFunc, next runtime.NextFunc) runtime.TypeSpec {
	return runtime.TypeSpec{
		Type: tp, Name: name, Shape: shape, Flags: runtime.TypeOwnLayout,
		Slots: runtime.Slots{New: make, Iter: runtime.SelfIter, Next: next, Traverse: func(v Value, visit runtime.VisitFunc) {
			visit(value((*dequeIterator)(v.Ptr()).d))
		}},
		Methods: []runtime.MethodSpec{
			{Sig: "__length_hint__($self, /)", Doc: "Private method returning an estimate of len(list(it)).", Fn: func(_ *Thread, self Value) (Value, *Exception) {
				return runtime.Int(int64((*dequeIterator)(self.Ptr()).left)), nil
			}},
			{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: dequeIterReduce},
		},
	}
}

func newDequeIter(t *Thread, d *deque, shape *runtime.Shape) *dequeIterator {
	it := runtime.Alloc[dequeIterator](t, shape)
	it.d, it.left, it.state = d, d.n, d.state
	if shape == dequeReverseIterShape {
		it.i = d.n - 1
	}
	return it
}

func dequeIter(t *Thread, v Value) (Value, *Exception) {
	return value(newDequeIter(t, (*deque)(v.Ptr()), dequeIterShape)), nil
}

func dequeReversed(t *Thread, v Value) (Value, *Exception) {
	return value(newDequeIter(t, (*deque)(v.Ptr()), dequeReverseIterShape)), nil
}

// check raises when the deque changed.
func (it *dequeIterator) check(t *Thread) *Exception {
	if it.state == it.d.state {
		return nil
	}
	it.left = 0
	return mutated(t, runtime.RuntimeErrorType)
}

func dequeIterNext(t *Thread, v Value) (Value, bool, *Exception) {
	it := (*dequeIterator)(v.Ptr())
	if exc := it.check(t); exc != nil {
		return null, false, exc
	}
	if it.left == 0 {
		return null, false, nil
	}
	item := *it.d.at(it.i)
	it.i++
	it.left--
	return item, true, nil
}

func dequeReverseIterNext(t *Thread, v Value) (Value, bool, *Exception) {
	it := (*dequeIterator)(v.Ptr())
	if it.left == 0 {
		return null, false, nil
	}
	if exc := it.check(t); exc != nil {
		return null, false, exc
	}
	item := *it.d.at(it.i)
	it.i--
	it.left--
	return item, true, nil
}

func dequeIterNew(t *Thread, _ *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	return dequeIterFrom(t, dequeIterShape, args, kw)
}

func dequeReverseIterNew(t *Thread, _ *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	return dequeIterFrom(t, dequeReverseIterShape, args, kw)
}

// dequeIterFrom makes the iterator of a deque that has given some items already.
func dequeIterFrom(t *Thread, shape *runtime.Shape, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	args = args[:len(args)-kw.Len()]
	switch {
	case len(args) < 1:
		return null, runtime.Raise(t, runtime.TypeErrorType, "function takes at least 1 argument (0 given)")
	case len(args) > 2:
		return null, runtime.TypeErrorf(t, "function takes at most 2 arguments (%d given)", len(args))
	}
	d := asDeque(args[0])
	if d == nil {
		return null, runtime.TypeErrorf(t, "argument 1 must be collections.deque, not %s", runtime.TypeOf(args[0]).Name())
	}
	skip, exc := 0, (*Exception)(nil)
	if len(args) == 2 {
		if skip, exc = runtime.AsSsize(t, args[1]); exc != nil {
			return null, exc
		}
	}
	it := newDequeIter(t, d, shape)
	skip = max(0, min(skip, d.n))
	it.left -= skip
	if shape == dequeIterShape {
		it.i += skip
	} else {
		it.i -= skip
	}
	return value(it), nil
}

func dequeIterReduce(t *Thread, self Value) (Value, *Exception) {
	it := (*dequeIterator)(self.Ptr())
	return tuple(t, typeOf(self), tuple(t, value(it.d), runtime.Int(int64(it.d.n-it.left)))), nil
}
