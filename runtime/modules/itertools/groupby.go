package itertools

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var (
	groupByType  = &runtime.Type{}
	grouperType  = &runtime.Type{}
	groupByShape = runtime.NewShape(groupByType)
	grouperShape = runtime.NewShape(grouperType)
)

// A groupBy has read up to curValue with curKey, Null before the first; target is the key of the current group, which alone may read on.
type groupBy struct {
	runtime.Header
	it, fn                  Value // fn is None for the items themselves
	target, curKey, curItem Value
	current                 *grouper
}

type groupBySub struct {
	groupBy
	runtime.Attrs
}

// A grouper gives the items of one group.
type grouper struct {
	runtime.Header
	parent *groupBy
	target Value
}

var groupBySpec = runtime.TypeSpec{
	Type: groupByType, Name: "itertools.groupby", Shape: groupByShape, Flags: flagsOpen,
	Doc: "make an iterator that returns consecutive keys and groups from the iterable\n\n  iterable\n    Elements to divide into groups according to the key function.\n" +
		"  key\n    A function for computing the group category for each element.\n    If the key function is not specified or is None, the element itself\n    is used for grouping.",
	TextSig: "(iterable, key=None)", NewSub: newSub[groupBySub], SubAttrsOffset: unsafe.Offsetof(groupBySub{}.Attrs),
	Slots: runtime.Slots{New: groupByNew, Iter: runtime.SelfIter, Next: groupByNext, Traverse: func(v Value, visit runtime.VisitFunc) {
		x := (*groupBy)(v.Ptr())
		visit(x.it)
		visit(x.fn)
		visit(x.target)
		visit(x.curKey)
		visit(x.curItem)
	}},
	Methods: []runtime.MethodSpec{
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: groupByReduce, Until: 13},
		{Sig: "__setstate__($self, state, /)", Doc: setStateDoc, Fn: groupBySetState, Until: 13},
	},
}

var grouperSpec = runtime.TypeSpec{
	Type: grouperType, Name: "itertools._grouper", Shape: grouperShape, Flags: flagsClosed,
	Slots: runtime.Slots{New: grouperNew, Iter: runtime.SelfIter, Next: grouperNext, Traverse: func(v Value, visit runtime.VisitFunc) {
		x := (*grouper)(v.Ptr())
		visit(value(x.parent))
		visit(x.target)
	}},
	Methods: []runtime.MethodSpec{{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: grouperReduce, Until: 13}},
}

var groupByArgs = runtime.NewSignature("groupby(iterable, key=None)")

func groupByNew(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := groupByArgs.Bind(t, args, kw)
	if exc != nil {
		return null, exc
	}
	it, exc := runtime.Iter(t, a[0])
	if exc != nil {
		return null, exc
	}
	x := newObject[groupBy](t, cls, groupByType, groupByShape)
	x.it, x.fn = it, a[1]
	x.target, x.curKey, x.curItem = null, null, null
	return value(x), nil
}

// step reads one more item.
func (x *groupBy) step(t *Thread) (bool, *Exception) {
	item, ok, exc := next(t, x.it)
	if exc != nil || !ok {
		return false, exc
	}
	key := item
	if !x.fn.IsNone() {
		mark := t.HandleMark()
		t.Handle(item)
		key, exc = runtime.CallKw(t, x.fn, t.Window(mark), nil)
		t.Release(mark)
		if exc != nil {
			return false, ended(exc)
		}
	}
	x.curItem, x.curKey = item, key
	return true, nil
}

func groupByNext(t *Thread, v Value) (Value, bool, *Exception) {
	x := (*groupBy)(v.Ptr())
	x.current = nil
	for n := 1; ; n++ {
		if !x.curKey.IsNull() {
			if x.target.IsNull() {
				break
			}
			same, exc := runtime.Equal(t, x.target, x.curKey)
			if exc != nil {
				return null, false, exc
			}
			if !same {
				break
			}
		}
		if ok, exc := x.step(t); exc != nil || !ok {
			return null, false, exc
		}
		if n&4095 == 0 {
			if exc := t.Poll(); exc != nil {
				return null, false, exc
			}
		}
	}
	x.target = x.curKey
	g := newGrouper(t, x, x.target)
	return runtime.NewPair(t, x.curKey, value(g)), true, nil
}

func newGrouper(t *Thread, x *groupBy, target Value) *grouper {
	g := runtime.Alloc[grouper](t, grouperShape)
	g.parent, g.target = x, target
	x.current = g
	return g
}

func grouperNext(t *Thread, v Value) (Value, bool, *Exception) {
	g := (*grouper)(v.Ptr())
	x := g.parent
	if x.current != g {
		return null, false, nil
	}
	if x.curItem.IsNull() {
		if ok, exc := x.step(t); exc != nil || !ok {
			return null, false, exc
		}
	}
	same, exc := runtime.Equal(t, g.target, x.curKey)
	if exc != nil || !same {
		return null, false, exc
	}
	item := x.curItem
	x.curItem = null
	return item, !item.IsNull(), nil
}

// grouperNew is for unpickling.
func grouperNew(t *Thread, _ *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	if exc := runtime.NoKeywords(t, "_grouper", kw); exc != nil {
		return null, exc
	}
	if exc := runtime.CheckArity(t, "_grouper", len(args), 2, 2); exc != nil {
		return null, exc
	}
	if !runtime.IsInstance(args[0], groupByType) {
		return null, runtime.BadArgument(t, "_grouper", "argument 1", "itertools.groupby", args[0])
	}
	return value(newGrouper(t, (*groupBy)(args[0].Ptr()), args[1])), nil
}

func groupByReduce(t *Thread, self Value) (Value, *Exception) {
	x := (*groupBy)(self.Ptr())
	args := tuple(t, x.it, x.fn)
	if x.target.IsNull() || x.curKey.IsNull() || x.curItem.IsNull() {
		return reduce(t, typeOf(self), args)
	}
	return reduce(t, typeOf(self), args, tuple(t, x.curItem, x.target, x.curKey))
}

func groupBySetState(t *Thread, self, state Value) (Value, *Exception) {
	s, ok := runtime.AsTuple(state)
	if !ok {
		return null, runtime.Raise(t, runtime.TypeErrorType, "state is not a tuple")
	}
	if s.Len() != 3 {
		return null, runtime.TypeErrorf(t, "function takes exactly 3 arguments (%d given)", s.Len())
	}
	x := (*groupBy)(self.Ptr())
	x.curItem, x.target, x.curKey = s.Items[0], s.Items[1], s.Items[2]
	return runtime.None, nil
}

func grouperReduce(t *Thread, self Value) (Value, *Exception) {
	g := (*grouper)(self.Ptr())
	if g.parent.current != g {
		iter, ok := t.Interp().Builtins.GetStr(t.Intern("iter"))
		if !ok {
			return null, runtime.RaiseAttribute(t, "iter", self, t.Intern("iter"))
		}
		return reduce(t, iter, tuple(t, tuple(t)))
	}
	return reduce(t, typeOf(self), tuple(t, value(g.parent), g.target))
}
