package itertools

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

// The iterators over one iterable with a function or selectors: takewhile, dropwhile, filterfalse, starmap and compress have one layout.

var (
	takeWhileType   = &runtime.Type{}
	dropWhileType   = &runtime.Type{}
	filterFalseType = &runtime.Type{}
	starMapType     = &runtime.Type{}
	compressType    = &runtime.Type{}

	takeWhileShape   = runtime.NewShape(takeWhileType)
	dropWhileShape   = runtime.NewShape(dropWhileType)
	filterFalseShape = runtime.NewShape(filterFalseType)
	starMapShape     = runtime.NewShape(starMapType)
	compressShape    = runtime.NewShape(compressType)
)

// A filter applies fn to the items of it. For compress it holds the data and fn is the iterator of the selectors.
type filter struct {
	runtime.Header
	fn, it Value
	done   bool // takewhile has stopped, dropwhile has started
}

type filterSub struct {
	filter
	runtime.Attrs
}

func traverseFilter(v Value, visit runtime.VisitFunc) {
	x := (*filter)(v.Ptr())
	visit(x.fn)
	visit(x.it)
}

const filterAttrs = unsafe.Offsetof(filterSub{}.Attrs)

var filterState = []runtime.MethodSpec{
	{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: filterReduceState, Until: 13},
	{Sig: "__setstate__($self, state, /)", Doc: setStateDoc, Fn: filterSetState, Until: 13},
}

var takeWhileSpec = runtime.TypeSpec{
	Type: takeWhileType, Name: "itertools.takewhile", Shape: takeWhileShape, Flags: flagsOpen,
	Doc:     "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.",
	TextSig: "(predicate, iterable, /)", NewSub: newSub[filterSub], SubAttrsOffset: filterAttrs,
	Slots: runtime.Slots{
		New: func(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
			return newFilter(t, cls, takeWhileType, takeWhileShape, args, kw)
		},
		Iter: runtime.SelfIter, Next: takeWhileNext, Traverse: traverseFilter,
	},
	Methods: filterState,
}

var dropWhileSpec = runtime.TypeSpec{
	Type: dropWhileType, Name: "itertools.dropwhile", Shape: dropWhileShape, Flags: flagsOpen,
	Doc:     "Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the iterable is exhausted.",
	TextSig: "(predicate, iterable, /)", NewSub: newSub[filterSub], SubAttrsOffset: filterAttrs,
	Slots: runtime.Slots{
		New: func(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
			return newFilter(t, cls, dropWhileType, dropWhileShape, args, kw)
		},
		Iter: runtime.SelfIter, Next: dropWhileNext, Traverse: traverseFilter,
	},
	Methods: filterState,
}

var filterFalseSpec = runtime.TypeSpec{
	Type: filterFalseType, Name: "itertools.filterfalse", Shape: filterFalseShape, Flags: flagsOpen,
	Doc:     "Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items that are false.",
	TextSig: "(function, iterable, /)", NewSub: newSub[filterSub], SubAttrsOffset: filterAttrs,
	Slots: runtime.Slots{
		New: func(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
			return newFilter(t, cls, filterFalseType, filterFalseShape, args, kw)
		},
		Iter: runtime.SelfIter, Next: filterFalseNext, Traverse: traverseFilter,
	},
	Methods: []runtime.MethodSpec{{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: filterReduce, Until: 13}},
}

var starMapSpec = runtime.TypeSpec{
	Type: starMapType, Name: "itertools.starmap", Shape: starMapShape, Flags: flagsOpen,
	Doc:     "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.",
	TextSig: "(function, iterable, /)", NewSub: newSub[filterSub], SubAttrsOffset: filterAttrs,
	Slots: runtime.Slots{
		New: func(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
			return newFilter(t, cls, starMapType, starMapShape, args, kw)
		},
		Iter: runtime.SelfIter, Next: starMapNext, Traverse: traverseFilter,
	},
	Methods: []runtime.MethodSpec{{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: filterReduce, Until: 13}},
}

var compressSpec = runtime.TypeSpec{
	Type: compressType, Name: "itertools.compress", Shape: compressShape, Flags: flagsOpen,
	Doc:     "Return data elements corresponding to true selector elements.\n\nForms a shorter iterator from selected data elements using the selectors to\nchoose the data elements.",
	TextSig: "(data, selectors)", NewSub: newSub[filterSub], SubAttrsOffset: filterAttrs,
	Slots:   runtime.Slots{New: compressNew, Iter: runtime.SelfIter, Next: compressNext, Traverse: traverseFilter},
	Methods: []runtime.MethodSpec{{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: compressReduce, Until: 13}},
}

func newFilter(t *Thread, cls, exact *runtime.Type, shape *runtime.Shape, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	if exc := noKeywords(t, cls, exact, kw); exc != nil {
		return null, exc
	}
	args = args[:len(args)-kw.Len()]
	if exc := runtime.CheckArity(t, exact.Name(), len(args), 2, 2); exc != nil {
		return null, exc
	}
	it, exc := runtime.Iter(t, args[1])
	if exc != nil {
		return null, exc
	}
	x := newObject[filter](t, cls, exact, shape)
	x.fn, x.it = args[0], it
	return value(x), nil
}

// test is the truth of fn(item).
func (x *filter) test(t *Thread, item Value) (bool, *Exception) {
	mark := t.HandleMark()
	t.Handle(item)
	r, exc := runtime.CallKw(t, x.fn, t.Window(mark), nil)
	t.Release(mark)
	if exc != nil {
		return false, exc
	}
	return runtime.Truth(t, r)
}

func takeWhileNext(t *Thread, v Value) (Value, bool, *Exception) {
	x := (*filter)(v.Ptr())
	if x.done {
		return null, false, nil
	}
	item, ok, exc := next(t, x.it)
	if exc != nil || !ok {
		return null, false, exc
	}
	good, exc := x.test(t, item)
	if exc != nil {
		return null, false, ended(exc)
	}
	x.done = !good
	return item, good, nil
}

func dropWhileNext(t *Thread, v Value) (Value, bool, *Exception) {
	x := (*filter)(v.Ptr())
	if x.done {
		return next(t, x.it)
	}
	for n := 1; ; n++ {
		item, ok, exc := next(t, x.it)
		if exc != nil || !ok {
			return null, false, exc
		}
		good, exc := x.test(t, item)
		if exc != nil {
			return null, false, ended(exc)
		}
		if !good {
			x.done = true
			return item, true, nil
		}
		if n&4095 == 0 {
			if exc := t.Poll(); exc != nil {
				return null, false, exc
			}
		}
	}
}

func filterFalseNext(t *Thread, v Value) (Value, bool, *Exception) {
	x := (*filter)(v.Ptr())
	plain := x.fn.IsNone() || runtime.Is(x.fn, runtime.BoolType.Value())
	for n := 1; ; n++ {
		item, ok, exc := next(t, x.it)
		if exc != nil || !ok {
			return null, false, exc
		}
		var good bool
		if plain {
			good, exc = runtime.Truth(t, item)
		} else {
			good, exc = x.test(t, item)
		}
		if exc != nil || !good {
			return item, exc == nil, ended(exc)
		}
		if n&4095 == 0 {
			if exc := t.Poll(); exc != nil {
				return null, false, exc
			}
		}
	}
}

func starMapNext(t *Thread, v Value) (Value, bool, *Exception) {
	x := (*filter)(v.Ptr())
	item, ok, exc := next(t, x.it)
	if exc != nil || !ok {
		return null, false, exc
	}
	mark := t.HandleMark()
	t.Handle(item)
	args := runtime.ExactTuple(item)
	if args == nil {
		if item, exc = runtime.ToTuple(t, item); exc != nil {
			t.Release(mark)
			return null, false, exc
		}
		t.Handle(item)
		args, _ = runtime.AsTuple(item)
	}
	r, exc := runtime.CallKw(t, x.fn, args.Items, nil)
	t.Release(mark)
	return r, exc == nil, ended(exc)
}

var compressArgs = runtime.NewSignature("compress(data, selectors)")

func compressNew(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := compressArgs.Bind(t, args, kw)
	if exc != nil {
		return null, exc
	}
	data, exc := runtime.Iter(t, a[0])
	if exc != nil {
		return null, exc
	}
	t.Handle(data)
	selectors, exc := runtime.Iter(t, a[1])
	if exc != nil {
		return null, exc
	}
	x := newObject[filter](t, cls, compressType, compressShape)
	x.it, x.fn = data, selectors
	return value(x), nil
}

func compressNext(t *Thread, v Value) (Value, bool, *Exception) {
	x := (*filter)(v.Ptr())
	for n := 1; ; n++ {
		item, ok, exc := next(t, x.it)
		if exc != nil || !ok {
			return null, false, exc
		}
		mark := t.HandleMark()
		t.Handle(item)
		sel, ok, exc := next(t, x.fn)
		good := false
		if exc == nil && ok {
			good, exc = runtime.Truth(t, sel)
		}
		t.Release(mark)
		if exc != nil || !ok {
			return null, false, exc
		}
		if good {
			return item, true, nil
		}
		if n&4095 == 0 {
			if exc := t.Poll(); exc != nil {
				return null, false, exc
			}
		}
	}
}

func filterReduce(t *Thread, self Value) (Value, *Exception) {
	x := (*filter)(self.Ptr())
	return reduce(t, typeOf(self), tuple(t, x.fn, x.it))
}

func compressReduce(t *Thread, self Value) (Value, *Exception) {
	x := (*filter)(self.Ptr())
	return reduce(t, typeOf(self), tuple(t, x.it, x.fn))
}

func filterReduceState(t *Thread, self Value) (Value, *Exception) {
	x := (*filter)(self.Ptr())
	n := int64(0)
	if x.done {
		n = 1
	}
	return reduce(t, typeOf(self), tuple(t, x.fn, x.it), runtime.Int(n))
}

func filterSetState(t *Thread, self, state Value) (Value, *Exception) {
	done, exc := runtime.Truth(t, state)
	if exc != nil {
		return null, exc
	}
	(*filter)(self.Ptr()).done = done
	return runtime.None, nil
}
