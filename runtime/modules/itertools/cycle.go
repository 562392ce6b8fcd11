package itertools

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var cycleType = &runtime.Type{}

var cycleShape = runtime.NewShape(cycleType)

// A cycle reads it until that is exhausted and Null, then repeats what it saved.
type cycle struct {
	runtime.Header
	it    Value
	saved []Value
	at    int
	first bool // restored by __setstate__: the saved items are complete although it is still read
}

type cycleSub struct {
	cycle
	runtime.Attrs
}

var cycleSpec = runtime.TypeSpec{
	Type: cycleType, Name: "itertools.cycle", Shape: cycleShape, Flags: flagsOpen,
	Doc:     "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.",
	TextSig: "(iterable, /)", NewSub: newSub[cycleSub], SubAttrsOffset: unsafe.Offsetof(cycleSub{}.Attrs),
	Slots: runtime.Slots{New: cycleNew, Iter: runtime.SelfIter, Next: cycleNext, Traverse: func(v Value, visit runtime.VisitFunc) {
		x := (*cycle)(v.Ptr())
		visit(x.it)
		for _, s := range x.saved {
			visit(s)
		}
	}},
	Methods: []runtime.MethodSpec{
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: cycleReduce, Until: 13},
		{Sig: "__setstate__($self, state, /)", Doc: setStateDoc, Fn: cycleSetState, Until: 13},
	},
}

func cycleNew(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	if exc := noKeywords(t, cls, cycleType, kw); exc != nil {
		return null, exc
	}
	args = args[:len(args)-kw.Len()]
	if exc := runtime.CheckArity(t, "cycle", len(args), 1, 1); exc != nil {
		return null, exc
	}
	it, exc := runtime.Iter(t, args[0])
	if exc != nil {
		return null, exc
	}
	x := newObject[cycle](t, cls, cycleType, cycleShape)
	x.it = it
	return value(x), nil
}

func cycleNext(t *Thread, v Value) (Value, bool, *Exception) {
	x := (*cycle)(v.Ptr())
	if !x.it.IsNull() {
		item, ok, exc := next(t, x.it)
		if exc != nil {
			return null, false, exc
		}
		if ok {
			if !x.first {
				if len(x.saved) == cap(x.saved) {
					if exc := t.Reserve((cap(x.saved) + 4) * int(runtime.ValueSize)); exc != nil {
						return null, false, exc
					}
				}
				x.saved = append(x.saved, item)
			}
			return item, true, nil
		}
		x.it = null
	}
	if len(x.saved) == 0 {
		return null, false, nil
	}
	item := x.saved[x.at]
	if x.at++; x.at >= len(x.saved) {
		x.at = 0
	}
	return item, true, nil
}

func cycleReduce(t *Thread, self Value) (Value, *Exception) {
	x := (*cycle)(self.Ptr())
	saved := runtime.NewList(t, append([]Value(nil), x.saved...))
	if !x.it.IsNull() {
		return reduce(t, typeOf(self), tuple(t, x.it), tuple(t, saved.Value(), runtime.Bool(x.first)))
	}
	it := runtime.NewListIter(t, saved)
	if x.at > 0 {
		runtime.AsListIter(it).I = x.at
	}
	return reduce(t, typeOf(self), tuple(t, it), tuple(t, saved.Value(), runtime.True))
}

func cycleSetState(t *Thread, self, state Value) (Value, *Exception) {
	x := (*cycle)(self.Ptr())
	s, ok := runtime.AsTuple(state)
	if !ok {
		return null, runtime.Raise(t, runtime.TypeErrorType, "state is not a tuple")
	}
	if s.Len() != 2 {
		return null, runtime.TypeErrorf(t, "function takes exactly 2 arguments (%d given)", s.Len())
	}
	l, ok := runtime.AsList(s.Items[0])
	if !ok {
		return null, runtime.TypeErrorf(t, "argument 1 must be list, not %s", runtime.TypeOf(s.Items[0]).Name())
	}
	first, exc := runtime.AsSsize(t, s.Items[1])
	if exc != nil {
		return null, exc
	}
	x.saved, x.first, x.at = append([]Value(nil), l.Items...), first != 0, 0
	return runtime.None, nil
}
