package runtime

import "unsafe"

// FilterType is filter.
var FilterType = &Type{name: "filter"}

var filterShape = &Shape{typ: FilterType}

type filter struct {
	Header
	fn, it Value
}

type filterSub struct {
	filter
	Attrs
}

var filterSpec = TypeSpec{
	Type: FilterType, Name: "filter", Shape: filterShape, Flags: TypeBase | typeOwnLayout,
	Doc:     "Return an iterator yielding those items of iterable for which function(item)\nis true. If function is None, return the items that are true.",
	TextSig: "(function, iterable, /)",
	NewSub: func(t *Thread, _ *Type) *Header {
		x := alloc[filterSub](t)
		x.fn, x.it = Null, Null
		return &x.Header
	},
	SubAttrsOffset: unsafe.Offsetof(filterSub{}.Attrs),
	Slots: Slots{New: filterNew, Iter: selfIter, Next: filterNext, Traverse: func(v Value, visit VisitFunc) {
		visit((*filter)(v.p).fn)
		visit((*filter)(v.p).it)
	}},
	Methods: []MethodSpec{{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: filterReduce}},
}

func filterNew(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := checkNoKeywords(t, cls, FilterType, sInit, "filter", kw); exc != nil {
		return Null, exc
	}
	if n := len(args) - kw.Len(); n != 2 {
		return Null, TypeErrorf(t, "filter expected 2 arguments, got %d", n)
	}
	it, exc := Iter(t, args[1])
	if exc != nil {
		return Null, exc
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	t.Handle(it)
	var f *filter
	if cls == FilterType {
		f = alloc[filter](t)
		f.shape = filterShape
	} else {
		f = (*filter)(unsafe.Pointer(newInstanceOf(t, cls)))
	}
	f.fn, f.it = args[0], it
	return obj(unsafe.Pointer(f)), nil
}

func filterNext(t *Thread, v Value) (Value, bool, *Exception) {
	f := (*filter)(v.p)
	if exc := t.Enter(""); exc != nil {
		return Null, false, exc
	}
	defer t.Leave()
	next := TypeOf(f.it).Next
	plain := f.fn.IsNone() || f.fn == BoolType.Value()
	for n := 1; ; n++ {
		x, ok, exc := next(t, f.it)
		if exc != nil || !ok {
			return Null, false, exc
		}
		good := x
		if !plain {
			t.Handle(x)
			good, exc = CallKw(t, f.fn, t.handles[len(t.handles)-1:len(t.handles):len(t.handles)], nil)
			t.Release(len(t.handles) - 1)
			if exc != nil {
				return Null, false, endOfItems(exc)
			}
		}
		yes, exc := Truth(t, good)
		if exc != nil || yes {
			return x, yes, exc
		}
		if n&4095 == 0 {
			if exc := t.Poll(); exc != nil {
				return Null, false, exc
			}
		}
	}
}

func filterReduce(t *Thread, self Value) (Value, *Exception) {
	f := (*filter)(self.p)
	return newPair(t, TypeOf(self).Value(), newPair(t, f.fn, f.it)), nil
}
