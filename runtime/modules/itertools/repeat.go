package itertools

import (
	"strconv"
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var repeatType = &runtime.Type{}

var repeatShape = runtime.NewShape(repeatType)

// A repeat gives item left times, for ever when left is negative.
type repeat struct {
	runtime.Header
	item Value
	left int
}

type repeatSub struct {
	repeat
	runtime.Attrs
}

var repeatSpec = runtime.TypeSpec{
	Type: repeatType, Name: "itertools.repeat", Shape: repeatShape, Flags: flagsOpen,
	Doc:    "repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If not specified, returns the object\nendlessly.",
	NewSub: newSub[repeatSub], SubAttrsOffset: unsafe.Offsetof(repeatSub{}.Attrs),
	Slots: runtime.Slots{New: repeatNew, Iter: runtime.SelfIter, Next: repeatNext, Repr: repeatRepr, Traverse: func(v Value, visit runtime.VisitFunc) {
		visit((*repeat)(v.Ptr()).item)
	}},
	Methods: []runtime.MethodSpec{
		{Sig: "__length_hint__($self, /)", Doc: "Private method returning an estimate of len(list(it)).", Fn: repeatLengthHint},
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: repeatReduce, Until: 13},
	},
}

var repeatArgs = runtime.NewSignature("repeat(object, times=<unrepresentable>)")

func repeatNew(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := repeatArgs.Bind(t, args, kw)
	if exc != nil {
		return null, exc
	}
	left := -1
	if !a[1].IsNull() {
		if left, exc = runtime.AsSsize(t, a[1]); exc != nil {
			return null, exc
		}
		left = max(left, 0)
	}
	x := newObject[repeat](t, cls, repeatType, repeatShape)
	x.item, x.left = a[0], left
	return value(x), nil
}

func repeatNext(_ *Thread, v Value) (Value, bool, *Exception) {
	x := (*repeat)(v.Ptr())
	if x.left == 0 {
		return null, false, nil
	}
	if x.left > 0 {
		x.left--
	}
	return x.item, true, nil
}

func repeatRepr(t *Thread, v Value) (Value, *Exception) {
	x := (*repeat)(v.Ptr())
	s, exc := runtime.Repr(t, x.item)
	if exc != nil {
		return null, exc
	}
	text := runtime.TypeOf(v).Name() + "(" + s.GoString()
	if x.left >= 0 {
		text += ", " + strconv.Itoa(x.left)
	}
	return runtime.NewStr(t, text+")").Value(), nil
}

func repeatLengthHint(t *Thread, self Value) (Value, *Exception) {
	x := (*repeat)(self.Ptr())
	if x.left < 0 {
		return null, runtime.Raise(t, runtime.TypeErrorType, "len() of unsized object")
	}
	return runtime.Int(int64(x.left)), nil
}

func repeatReduce(t *Thread, self Value) (Value, *Exception) {
	x := (*repeat)(self.Ptr())
	if x.left < 0 {
		return reduce(t, typeOf(self), tuple(t, x.item))
	}
	return reduce(t, typeOf(self), tuple(t, x.item, runtime.Int(int64(x.left))))
}
