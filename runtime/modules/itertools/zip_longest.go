package itertools

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var zipLongestType = &runtime.Type{}

var zipLongestShape = runtime.NewShape(zipLongestType)

// A zipLongest reads its iterators in turn; those that ended are Null.
type zipLongest struct {
	runtime.Header
	its    []Value
	active int
	fill   Value
}

type zipLongestSub struct {
	zipLongest
	runtime.Attrs
}

var zipLongestSpec = runtime.TypeSpec{
	Type: zipLongestType, Name: "itertools.zip_longest", Shape: zipLongestShape, Flags: flagsOpen,
	Doc: "Return a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th iterable argument.  The .__next__()\n" +
		"method continues until the longest iterable in the argument sequence\nis exhausted and then it raises StopIteration.  When the shorter iterables\n" +
		"are exhausted, the fillvalue is substituted in their place.  The fillvalue\ndefaults to None or can be specified by a keyword argument.\n",
	TextSig: "(*iterables, fillvalue=None)", NewSub: newSub[zipLongestSub], SubAttrsOffset: unsafe.Offsetof(zipLongestSub{}.Attrs),
	Slots: runtime.Slots{New: zipLongestNew, Iter: runtime.SelfIter, Next: zipLongestNext, Traverse: func(v Value, visit runtime.VisitFunc) {
		x := (*zipLongest)(v.Ptr())
		for _, it := range x.its {
			visit(it)
		}
		visit(x.fill)
	}},
	Methods: []runtime.MethodSpec{
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: zipLongestReduce, Until: 13},
		{Sig: "__setstate__($self, state, /)", Doc: setStateDoc, Fn: zipLongestSetState, Until: 13},
	},
}

var sFillValue = runtime.Static("fillvalue")

func zipLongestNew(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	fill := runtime.None
	if kw.Len() > 0 {
		if s, _ := runtime.AsStr(kw.Items[0]); kw.Len() != 1 || !s.Equal(sFillValue) {
			return null, runtime.Raise(t, runtime.TypeErrorType, "zip_longest() got an unexpected keyword argument")
		}
		fill = args[len(args)-1]
		args = args[:len(args)-1]
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	its := make([]Value, len(args))
	for i := range args {
		it, exc := runtime.Iter(t, args[i])
		if exc != nil {
			return null, exc
		}
		t.Handle(it)
		its[i] = it
	}
	t.Charge(len(its) * int(runtime.ValueSize))
	x := newObject[zipLongest](t, cls, zipLongestType, zipLongestShape)
	x.its, x.active, x.fill = its, len(its), fill
	return value(x), nil
}

func zipLongestNext(t *Thread, v Value) (Value, bool, *Exception) {
	x := (*zipLongest)(v.Ptr())
	if x.active == 0 {
		return null, false, nil
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	for i := range x.its {
		item := x.fill
		if it := x.its[i]; !it.IsNull() {
			got, ok, exc := next(t, it)
			if exc != nil {
				x.active = 0
				return null, false, exc
			}
			if ok {
				item = got
			} else {
				x.active--
				if x.active <= 0 {
					x.active = 0
					return null, false, nil
				}
				x.its[i] = null
			}
		}
		t.Handle(item)
	}
	return runtime.CopyTuple(t, t.Window(mark)).Value(), true, nil
}

func zipLongestReduce(t *Thread, self Value) (Value, *Exception) {
	x := (*zipLongest)(self.Ptr())
	its := make([]Value, len(x.its))
	for i, it := range x.its {
		if it.IsNull() {
			it = tuple(t)
		}
		its[i] = it
	}
	return reduce(t, typeOf(self), runtime.NewTuple(t, its).Value(), x.fill)
}

func zipLongestSetState(_ *Thread, self, state Value) (Value, *Exception) {
	(*zipLongest)(self.Ptr()).fill = state
	return runtime.None, nil
}
