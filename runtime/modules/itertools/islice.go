package itertools

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var isliceType = &runtime.Type{}

var isliceShape = runtime.NewShape(isliceType)

// An islice gives the items of it at next, next+step, ... below stop, which is negative for none. It has read cnt of them; it is Null at the end.
type islice struct {
	runtime.Header
	it                    Value
	next, stop, step, cnt int
}

type isliceSub struct {
	islice
	runtime.Attrs
}

var isliceSpec = runtime.TypeSpec{
	Type: isliceType, Name: "itertools.islice", Shape: isliceShape, Flags: flagsOpen,
	Doc: "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\n" +
		"Return an iterator whose next() method returns selected values from an\niterable.  If start is specified, will skip all preceding elements;\n" +
		"otherwise, start defaults to zero.  Step defaults to one.  If\nspecified as another value, step determines how many values are\n" +
		"skipped between successive calls.  Works like a slice() on a list\nbut returns an iterator.",
	NewSub: newSub[isliceSub], SubAttrsOffset: unsafe.Offsetof(isliceSub{}.Attrs),
	Slots: runtime.Slots{New: isliceNew, Iter: runtime.SelfIter, Next: isliceNext, Traverse: func(v Value, visit runtime.VisitFunc) {
		visit((*islice)(v.Ptr()).it)
	}},
	Methods: []runtime.MethodSpec{
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: isliceReduce, Until: 13},
		{Sig: "__setstate__($self, state, /)", Doc: setStateDoc, Fn: isliceSetState, Until: 13},
	},
}

const (
	badStop    = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
	badIndices = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
	badStep    = "Step for islice() must be a positive integer or None."
)

// sliceIndex converts an index that is None or an int; what is neither or does not fit is -1.
func sliceIndex(t *Thread, v Value, def int) int {
	if v.IsNone() {
		return def
	}
	i, exc := runtime.AsSsize(t, v)
	if exc != nil {
		return -1 // the error gives way to islice's own
	}
	return i
}

func isliceNew(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	if exc := noKeywords(t, cls, isliceType, kw); exc != nil {
		return null, exc
	}
	args = args[:len(args)-kw.Len()]
	if exc := runtime.CheckArity(t, "islice", len(args), 2, 4); exc != nil {
		return null, exc
	}
	start, last, step := 0, args[1], 1
	if len(args) > 2 {
		start, last = sliceIndex(t, args[1], 0), args[2]
	}
	stop := sliceIndex(t, last, -1)
	if stop == -1 && !last.IsNone() {
		return null, runtime.Raise(t, runtime.ValueErrorType, badStop)
	}
	if start < 0 || stop < -1 {
		return null, runtime.Raise(t, runtime.ValueErrorType, badIndices)
	}
	if len(args) == 4 {
		step = sliceIndex(t, args[3], 1)
	}
	if step < 1 {
		return null, runtime.Raise(t, runtime.ValueErrorType, badStep)
	}
	it, exc := runtime.Iter(t, args[0])
	if exc != nil {
		return null, exc
	}
	x := newObject[islice](t, cls, isliceType, isliceShape)
	x.it, x.next, x.stop, x.step = it, start, stop, step
	return value(x), nil
}

func isliceNext(t *Thread, v Value) (Value, bool, *Exception) {
	x := (*islice)(v.Ptr())
	it := x.it
	if it.IsNull() {
		return null, false, nil
	}
	step := runtime.TypeOf(it).Next
	for x.cnt < x.next {
		_, ok, exc := step(t, it)
		if exc != nil || !ok {
			x.it = null
			return null, false, exc
		}
		x.cnt++
		if x.cnt&4095 == 0 {
			if exc := t.Poll(); exc != nil {
				return null, false, exc
			}
		}
	}
	if x.stop >= 0 && x.cnt >= x.stop {
		x.it = null
		return null, false, nil
	}
	item, ok, exc := step(t, it)
	if exc != nil || !ok {
		x.it = null
		return null, false, exc
	}
	x.cnt++
	old := x.next
	x.next += x.step
	if x.next < old || x.stop >= 0 && x.next > x.stop {
		x.next = x.stop
	}
	return item, true, nil
}

func isliceReduce(t *Thread, self Value) (Value, *Exception) {
	x := (*islice)(self.Ptr())
	if x.it.IsNull() {
		empty := runtime.NewListIter(t, runtime.NewList(t, nil))
		return reduce(t, typeOf(self), tuple(t, empty, runtime.Int(0)), runtime.Int(0))
	}
	stop := runtime.None
	if x.stop >= 0 {
		stop = runtime.Int(int64(x.stop))
	}
	return reduce(t, typeOf(self), tuple(t, x.it, runtime.Int(int64(x.next)), stop, runtime.Int(int64(x.step))), runtime.Int(int64(x.cnt)))
}

func isliceSetState(t *Thread, self, state Value) (Value, *Exception) {
	n, exc := runtime.AsSsize(t, state)
	if exc != nil {
		return null, exc
	}
	(*islice)(self.Ptr()).cnt = n
	return runtime.None, nil
}
