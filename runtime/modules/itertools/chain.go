package itertools

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var chainType = &runtime.Type{}

var chainShape = runtime.NewShape(chainType)

// A chain reads active, an iterator of an iterable that came from source; both are Null when there is none.
type chain struct {
	runtime.Header
	source, active Value
}

type chainSub struct {
	chain
	runtime.Attrs
}

var chainSpec = runtime.TypeSpec{
	Type: chainType, Name: "itertools.chain", Shape: chainShape, Flags: flagsOpen,
	Doc: "Return a chain object whose .__next__() method returns elements from the\nfirst iterable until it is exhausted, then elements from the next\n" +
		"iterable, until all of the iterables are exhausted.",
	TextSig: "(*iterables)", NewSub: newSub[chainSub], SubAttrsOffset: unsafe.Offsetof(chainSub{}.Attrs),
	Slots: runtime.Slots{New: chainNew, Iter: runtime.SelfIter, Next: chainNext, Traverse: func(v Value, visit runtime.VisitFunc) {
		x := (*chain)(v.Ptr())
		visit(x.source)
		visit(x.active)
	}},
	Methods: []runtime.MethodSpec{
		{
			Sig: "from_iterable($type, iterable, /)", Flavor: runtime.ClassMethod, Fn: chainFromIterable,
			Doc: "Alternative chain() constructor taking a single iterable argument that evaluates lazily.",
		},
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: chainReduce, Until: 13},
		{Sig: "__setstate__($self, state, /)", Doc: setStateDoc, Fn: chainSetState, Until: 13},
		{Sig: "__class_getitem__($type, object, /)", Doc: "See PEP 585", Fn: runtime.NewGenericAlias, Flavor: runtime.ClassMethod},
	},
}

func chainNew(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	if exc := noKeywords(t, cls, chainType, kw); exc != nil {
		return null, exc
	}
	x := newObject[chain](t, cls, chainType, chainShape)
	x.source = runtime.NewTupleIter(t, runtime.CopyTuple(t, args[:len(args)-kw.Len()]))
	x.active = null
	return value(x), nil
}

func chainFromIterable(t *Thread, cls, iterable Value) (Value, *Exception) {
	it, exc := runtime.Iter(t, iterable)
	if exc != nil {
		return null, exc
	}
	tp, _ := runtime.AsType(cls)
	x := newObject[chain](t, tp, chainType, chainShape)
	x.source, x.active = it, null
	return value(x), nil
}

func chainNext(t *Thread, v Value) (Value, bool, *Exception) {
	x := (*chain)(v.Ptr())
	for n := 1; !x.source.IsNull(); n++ {
		if x.active.IsNull() {
			src, ok, exc := next(t, x.source)
			if exc != nil || !ok {
				x.source = null
				return null, false, exc
			}
			if x.active, exc = runtime.Iter(t, src); exc != nil {
				x.source, x.active = null, null
				return null, false, exc
			}
		}
		item, ok, exc := next(t, x.active)
		if exc != nil || ok {
			return item, ok, exc
		}
		x.active = null
		if n&4095 == 0 {
			if exc := t.Poll(); exc != nil {
				return null, false, exc
			}
		}
	}
	return null, false, nil
}

func chainReduce(t *Thread, self Value) (Value, *Exception) {
	x := (*chain)(self.Ptr())
	switch {
	case x.source.IsNull():
		return reduce(t, typeOf(self), tuple(t))
	case x.active.IsNull():
		return reduce(t, typeOf(self), tuple(t), tuple(t, x.source))
	}
	return reduce(t, typeOf(self), tuple(t), tuple(t, x.source, x.active))
}

func chainSetState(t *Thread, self, state Value) (Value, *Exception) {
	s, ok := runtime.AsTuple(state)
	if !ok {
		return null, runtime.Raise(t, runtime.TypeErrorType, "state is not a tuple")
	}
	switch {
	case s.Len() < 1:
		return null, runtime.Raise(t, runtime.TypeErrorType, "function takes at least 1 argument (0 given)")
	case s.Len() > 2:
		return null, runtime.TypeErrorf(t, "function takes at most 2 arguments (%d given)", s.Len())
	}
	for _, v := range s.Items {
		if runtime.TypeOf(v).Next == nil {
			return null, runtime.Raise(t, runtime.TypeErrorType, "Arguments must be iterators.")
		}
	}
	x := (*chain)(self.Ptr())
	x.source, x.active = s.Items[0], null
	if s.Len() == 2 {
		x.active = s.Items[1]
	}
	return runtime.None, nil
}
