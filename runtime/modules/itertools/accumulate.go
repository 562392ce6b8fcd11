package itertools

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var accumulateType = &runtime.Type{}

var accumulateShape = runtime.NewShape(accumulateType)

// An accumulate folds the items of it with fn, which is None for +. Total is Null before the first item.
type accumulate struct {
	runtime.Header
	it, fn, total, initial Value // initial is None once it was given out
}

type accumulateSub struct {
	accumulate
	runtime.Attrs
}

var accumulateSpec = runtime.TypeSpec{
	Type: accumulateType, Name: "itertools.accumulate", Shape: accumulateShape, Flags: flagsOpen,
	Doc:     "Return series of accumulated sums (or other binary function results).",
	TextSig: "(iterable, func=None, *, initial=None)", NewSub: newSub[accumulateSub], SubAttrsOffset: unsafe.Offsetof(accumulateSub{}.Attrs),
	Slots: runtime.Slots{New: accumulateNew, Iter: runtime.SelfIter, Next: accumulateNext, Traverse: func(v Value, visit runtime.VisitFunc) {
		x := (*accumulate)(v.Ptr())
		visit(x.it)
		visit(x.fn)
		visit(x.total)
		visit(x.initial)
	}},
	Methods: []runtime.MethodSpec{
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: accumulateReduce, Until: 13},
		{Sig: "__setstate__($self, state, /)", Doc: setStateDoc, Fn: accumulateSetState, Until: 13},
	},
}

var accumulateArgs = runtime.NewSignature("accumulate(iterable, func=None, *, initial=None)")

func accumulateNew(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := accumulateArgs.Bind(t, args, kw)
	if exc != nil {
		return null, exc
	}
	it, exc := runtime.Iter(t, a[0])
	if exc != nil {
		return null, exc
	}
	x := newObject[accumulate](t, cls, accumulateType, accumulateShape)
	x.it, x.fn, x.total, x.initial = it, a[1], null, a[2]
	return value(x), nil
}

func accumulateNext(t *Thread, v Value) (Value, bool, *Exception) {
	x := (*accumulate)(v.Ptr())
	if !x.initial.IsNone() {
		x.total, x.initial = x.initial, runtime.None
		return x.total, true, nil
	}
	item, ok, exc := next(t, x.it)
	if exc != nil || !ok {
		return null, false, exc
	}
	if x.total.IsNull() {
		x.total = item
		return item, true, nil
	}
	if x.fn.IsNone() {
		if x.total.IsInt() && item.IsInt() {
			if sum, ok := runtime.AddInt64(x.total.AsInt(), item.AsInt()); ok {
				x.total = runtime.Int(sum)
				return x.total, true, nil
			}
		}
		mark := t.HandleMark()
		t.Handle(item)
		sum, exc := runtime.Binary(t, runtime.OpAdd, x.total, item)
		t.Release(mark)
		if exc != nil {
			return null, false, exc
		}
		x.total = sum
		return sum, true, nil
	}
	mark := t.HandleMark()
	t.Handle(x.total)
	t.Handle(item)
	sum, exc := runtime.CallKw(t, x.fn, t.Window(mark), nil)
	t.Release(mark)
	if exc != nil {
		return null, false, ended(exc)
	}
	x.total = sum
	return sum, true, nil
}

func accumulateReduce(t *Thread, self Value) (Value, *Exception) {
	x := (*accumulate)(self.Ptr())
	before := func(first Value) (Value, *Exception) {
		return chainNew(t, chainType, []Value{tuple(t, first), x.it}, nil)
	}
	if !x.initial.IsNone() {
		it, exc := before(x.initial)
		if exc != nil {
			return null, exc
		}
		return reduce(t, typeOf(self), tuple(t, it, x.fn), runtime.None)
	}
	if x.total.IsNone() {
		it, exc := before(x.total)
		if exc != nil {
			return null, exc
		}
		if it, exc = runtime.Call(t, typeOf(self), it, x.fn); exc != nil {
			return null, exc
		}
		return reduce(t, isliceType.Value(), tuple(t, it, runtime.Int(1), runtime.None))
	}
	return reduce(t, typeOf(self), tuple(t, x.it, x.fn), orNone(x.total))
}

func accumulateSetState(_ *Thread, self, state Value) (Value, *Exception) {
	(*accumulate)(self.Ptr()).total = state
	return runtime.None, nil
}
