package itertools

import (
	"strconv"
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var countType = &runtime.Type{}

var countShape = runtime.NewShape(countType)

// A count counts in 64 bits as long as start and step are such ints; then cur is Null.
type count struct {
	runtime.Header
	n, by     int64
	cur, step Value
}

type countSub struct {
	count
	runtime.Attrs
}

var countSpec = runtime.TypeSpec{
	Type: countType, Name: "itertools.count", Shape: countShape, Flags: flagsOpen,
	Doc: "Return a count object whose .__next__() method returns consecutive values.\n\nEquivalent to:\n    def count(firstval=0, step=1):\n" +
		"        x = firstval\n        while 1:\n            yield x\n            x += step",
	TextSig: "(start=0, step=1)", NewSub: newSub[countSub], SubAttrsOffset: unsafe.Offsetof(countSub{}.Attrs),
	Slots: runtime.Slots{New: countNew, Iter: runtime.SelfIter, Next: countNext, Repr: countRepr, Traverse: func(v Value, visit runtime.VisitFunc) {
		x := (*count)(v.Ptr())
		visit(x.cur)
		visit(x.step)
	}},
	Methods: []runtime.MethodSpec{{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: countReduce, Until: 13}},
}

var countArgs = runtime.NewSignature("count(start=0, step=1)")

func countNew(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := countArgs.Bind(t, args, kw)
	if exc != nil {
		return null, exc
	}
	start, step := a[0], a[1]
	if !isNumber(start) || !isNumber(step) {
		return null, runtime.Raise(t, runtime.TypeErrorType, "a number is required")
	}
	x := newObject[count](t, cls, countType, countShape)
	if start.IsInt() && step.IsInt() {
		x.n, x.by = start.AsInt(), step.AsInt()
		x.cur, x.step = null, null
	} else {
		x.cur, x.step = start, step
	}
	return value(x), nil
}

// isNumber is PyNumber_Check.
func isNumber(v Value) bool {
	tp := runtime.TypeOf(v)
	return tp.Index != nil || tp.ToInt != nil || tp.ToFloat != nil || tp.IsSubtype(runtime.ComplexType)
}

func countNext(t *Thread, v Value) (Value, bool, *Exception) {
	x := (*count)(v.Ptr())
	if x.cur.IsNull() {
		n := x.n
		sum, ok := runtime.AddInt64(n, x.by)
		if ok {
			x.n = sum
		} else {
			x.step = runtime.Int(x.by)
			x.cur = runtime.IntAdd(t, runtime.Int(n), x.step)
		}
		return runtime.Int(n), true, nil
	}
	cur := x.cur
	sum, exc := runtime.Binary(t, runtime.OpAdd, cur, x.step)
	if exc != nil {
		return null, false, exc
	}
	x.cur = sum
	return cur, true, nil
}

func countRepr(t *Thread, v Value) (Value, *Exception) {
	x := (*count)(v.Ptr())
	text := runtime.TypeOf(v).Name() + "("
	if x.cur.IsNull() {
		text += strconv.FormatInt(x.n, 10)
		if x.by != 1 {
			text += ", " + strconv.FormatInt(x.by, 10)
		}
		return runtime.NewStr(t, text+")").Value(), nil
	}
	s, exc := runtime.Repr(t, x.cur)
	if exc != nil {
		return null, exc
	}
	text += s.GoString()
	if n, ok := runtime.AsInt64(x.step); !ok || n != 1 {
		if s, exc = runtime.Repr(t, x.step); exc != nil {
			return null, exc
		}
		text += ", " + s.GoString()
	}
	return runtime.NewStr(t, text+")").Value(), nil
}

func countReduce(t *Thread, self Value) (Value, *Exception) {
	x := (*count)(self.Ptr())
	switch {
	case !x.cur.IsNull():
		return reduce(t, typeOf(self), tuple(t, x.cur, x.step))
	case x.by == 1:
		return reduce(t, typeOf(self), tuple(t, runtime.Int(x.n)))
	}
	return reduce(t, typeOf(self), tuple(t, runtime.Int(x.n), runtime.Int(x.by)))
}
