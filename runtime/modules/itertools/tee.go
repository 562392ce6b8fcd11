package itertools

import (
	"github.com/krait-vm/krait/runtime"
)

var (
	teeType      = &runtime.Type{}
	teeDataType  = &runtime.Type{}
	teeShape     = runtime.NewShape(teeType)
	teeDataShape = runtime.NewShape(teeDataType)
)

// teeLinkSize is the number of items in one link of the chain that the iterators share, as in CPython.
const teeLinkSize = 57

// A teeData holds some of the items that were read, and knows the link that follows.
type teeData struct {
	runtime.Header
	it      Value
	n       int
	running bool // reading an item, which must not read again
	next    *teeData
	items   [teeLinkSize]Value
}

// A teeIter is one of the iterators that tee gives.
type teeIter struct {
	runtime.Header
	data *teeData
	at   int
}

var teeSpec = runtime.TypeSpec{
	Type: teeType, Name: "itertools._tee", Shape: teeShape, Flags: flagsClosed | runtime.TypeHasWeakref,
	Doc: "Iterator wrapped to make it copyable.", TextSig: "(iterable, /)",
	Slots: runtime.Slots{New: teeNew, Iter: runtime.SelfIter, Next: teeNext, Traverse: func(v Value, visit runtime.VisitFunc) {
		visit(value((*teeIter)(v.Ptr()).data))
	}},
	Methods: []runtime.MethodSpec{
		{Sig: "__copy__($self, /)", Doc: "Returns an independent iterator.", Fn: teeCopy},
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: teeReduce, Until: 13},
		{Sig: "__setstate__($self, state, /)", Doc: setStateDoc, Fn: teeSetState, Until: 13},
	},
}

var teeDataSpec = runtime.TypeSpec{
	Type: teeDataType, Name: "itertools._tee_dataobject", Shape: teeDataShape, Flags: flagsClosed,
	Doc: "teedataobject(iterable, values, next, /)\n--\n\nData container common to multiple tee objects.",
	Slots: runtime.Slots{New: teeDataNew, Traverse: func(v Value, visit runtime.VisitFunc) {
		x := (*teeData)(v.Ptr())
		visit(x.it)
		for _, item := range x.items[:x.n] {
			visit(item)
		}
		if x.next != nil {
			visit(value(x.next))
		}
	}},
	Methods: []runtime.MethodSpec{{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: teeDataReduce, Until: 13}},
}

var sCopy = runtime.Static("__copy__")

func newTeeData(t *Thread, it Value) *teeData {
	d := runtime.Alloc[teeData](t, teeDataShape)
	d.it = it
	return d
}

func newTee(t *Thread, d *teeData, at int) *teeIter {
	x := runtime.Alloc[teeIter](t, teeShape)
	x.data, x.at = d, at
	return x
}

// item returns item i of the link, reading it when it is the first that is not there yet.
func (d *teeData) item(t *Thread, i int) (Value, bool, *Exception) {
	if i < d.n {
		return d.items[i], true, nil
	}
	if d.running {
		return null, false, runtime.Raise(t, runtime.RuntimeErrorType, "cannot re-enter the tee iterator")
	}
	d.running = true
	v, ok, exc := next(t, d.it)
	d.running = false
	if exc != nil || !ok {
		return null, false, exc
	}
	d.items[i] = v
	d.n++
	return v, true, nil
}

func (d *teeData) follow(t *Thread) *teeData {
	if d.next == nil {
		d.next = newTeeData(t, d.it)
	}
	return d.next
}

func teeNext(t *Thread, v Value) (Value, bool, *Exception) {
	x := (*teeIter)(v.Ptr())
	if x.at >= teeLinkSize {
		x.data, x.at = x.data.follow(t), 0
	}
	item, ok, exc := x.data.item(t, x.at)
	if ok {
		x.at++
	}
	return item, ok, exc
}

func teeCopy(t *Thread, self Value) (Value, *Exception) {
	x := (*teeIter)(self.Ptr())
	return value(newTee(t, x.data, x.at)), nil
}

func tee(t *Thread, _ Value, args []Value) (Value, *Exception) {
	n, exc := 2, (*Exception)(nil)
	if !args[1].IsNull() {
		if n, exc = runtime.AsSsize(t, args[1]); exc != nil {
			return null, exc
		}
	}
	if n < 0 {
		return null, runtime.Raise(t, runtime.ValueErrorType, "n must be >= 0")
	}
	if n == 0 {
		return tuple(t), nil
	}
	if exc := t.Reserve(min(n, 1<<58) * int(runtime.ValueSize)); exc != nil {
		return null, exc
	}
	it, exc := runtime.Iter(t, args[0])
	if exc != nil {
		return null, exc
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	t.Handle(it)
	copier, ok, exc := runtime.FindAttr(t, it, sCopy)
	if exc != nil {
		return null, exc
	}
	items := make([]Value, 0, n)
	if !ok || runtime.HasShape(it, teeShape) {
		var first *teeIter
		if ok {
			first = (*teeIter)(it.Ptr())
		} else {
			first = newTee(t, newTeeData(t, it), 0)
		}
		items = append(items, value(first))
		for len(items) < n {
			items = append(items, value(newTee(t, first.data, first.at)))
		}
		return runtime.NewTuple(t, items).Value(), nil
	}
	t.Handle(copier)
	items = append(items, it)
	for len(items) < n {
		v, exc := runtime.Call(t, copier)
		if exc != nil {
			return null, exc
		}
		t.Handle(v)
		items = append(items, v)
	}
	return runtime.NewTuple(t, items).Value(), nil
}

func teeNew(t *Thread, _ *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	if exc := runtime.NoKeywords(t, "_tee", kw); exc != nil {
		return null, exc
	}
	if exc := runtime.CheckArity(t, "_tee", len(args), 1, 1); exc != nil {
		return null, exc
	}
	it, exc := runtime.Iter(t, args[0])
	if exc != nil {
		return null, exc
	}
	if runtime.HasShape(it, teeShape) {
		return teeCopy(t, it)
	}
	return value(newTee(t, newTeeData(t, it), 0)), nil
}

func teeReduce(t *Thread, self Value) (Value, *Exception) {
	x := (*teeIter)(self.Ptr())
	return reduce(t, typeOf(self), tuple(t, tuple(t)), tuple(t, value(x.data), runtime.Int(int64(x.at))))
}

func teeSetState(t *Thread, self, state Value) (Value, *Exception) {
	s, ok := runtime.AsTuple(state)
	if !ok {
		return null, runtime.Raise(t, runtime.TypeErrorType, "state is not a tuple")
	}
	if s.Len() != 2 {
		return null, runtime.TypeErrorf(t, "function takes exactly 2 arguments (%d given)", s.Len())
	}
	if !runtime.HasShape(s.Items[0], teeDataShape) {
		return null, runtime.TypeErrorf(t, "argument 1 must be itertools._tee_dataobject, not %s", runtime.TypeOf(s.Items[0]).Name())
	}
	at, exc := runtime.AsSsize(t, s.Items[1])
	if exc != nil {
		return null, exc
	}
	d := (*teeData)(s.Items[0].Ptr())
	if at < 0 || at > min(d.n, teeLinkSize) {
		return null, runtime.Raise(t, runtime.ValueErrorType, "Index out of range")
	}
	x := (*teeIter)(self.Ptr())
	x.data, x.at = d, at
	return runtime.None, nil
}

// teeDataNew is for unpickling: teedataobject(iterator, values, next).
func teeDataNew(t *Thread, _ *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	if exc := runtime.NoKeywords(t, "_tee_dataobject", kw); exc != nil {
		return null, exc
	}
	if exc := runtime.CheckArity(t, "teedataobject", len(args), 3, 3); exc != nil {
		return null, exc
	}
	l, ok := runtime.AsList(args[1])
	if !ok {
		return null, runtime.BadArgument(t, "teedataobject", "argument 2", "list", args[1])
	}
	if len(l.Items) > teeLinkSize || runtime.TypeOf(args[0]).Next == nil {
		return null, runtime.Raise(t, runtime.ValueErrorType, "Invalid arguments")
	}
	d := newTeeData(t, args[0])
	d.n = copy(d.items[:], l.Items)
	if !args[2].IsNone() {
		if d.n != teeLinkSize || !runtime.HasShape(args[2], teeDataShape) {
			return null, runtime.Raise(t, runtime.ValueErrorType, "Invalid arguments")
		}
		d.next = (*teeData)(args[2].Ptr())
	}
	return value(d), nil
}

func teeDataReduce(t *Thread, self Value) (Value, *Exception) {
	d := (*teeData)(self.Ptr())
	after := runtime.None
	if d.next != nil {
		after = value(d.next)
	}
	items := runtime.NewList(t, append([]Value(nil), d.items[:d.n]...))
	return reduce(t, typeOf(self), tuple(t, d.it, items.Value(), after))
}
