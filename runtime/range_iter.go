package runtime

import "unsafe"

// RangeIterType is range_iterator, LongRangeIterType longrange_iterator.
var (
	RangeIterType     = &Type{name: "range_iterator"}
	LongRangeIterType = &Type{name: "longrange_iterator"}
)

var (
	rangeIterShape     = &Shape{typ: RangeIterType}
	longRangeIterShape = &Shape{typ: LongRangeIterType}
)

// A RangeIter iterates over a range of 64-bit ints. The engine steps it in place: while Remaining is above 0 the next item is I.
type RangeIter struct {
	Header
	I, Step, Remaining int64
}

// A longRangeIter iterates over ints of any size.
type longRangeIter struct {
	Header
	next, step, remaining Value
}

var rangeIterSpecs = []*TypeSpec{
	{
		Type: RangeIterType, Name: "range_iterator", Shape: rangeIterShape, Flags: typeOwnLayout | TypeNoInstantiation,
		Slots: Slots{Iter: selfIter, Next: rangeIterNext},
		Methods: []MethodSpec{
			{Sig: "__length_hint__($self, /)", Doc: "Private method returning an estimate of len(list(it)).", Fn: rangeIterHint},
			{Sig: "__reduce__($self, /)", Doc: "Return state information for pickling.", Fn: rangeIterReduce},
			{Sig: "__setstate__($self, object, /)", Doc: "Set state information for unpickling.", Fn: rangeIterSetState},
		},
	},
	{
		Type: LongRangeIterType, Name: "longrange_iterator", Shape: longRangeIterShape, Flags: typeOwnLayout | TypeNoInstantiation,
		Slots: Slots{Iter: selfIter, Next: longRangeIterNext, Traverse: func(v Value, visit VisitFunc) {
			it := (*longRangeIter)(v.p)
			visit(it.next)
			visit(it.step)
			visit(it.remaining)
		}},
		Methods: []MethodSpec{
			{Sig: "__length_hint__($self, /)", Doc: "Private method returning an estimate of len(list(it)).", Fn: longRangeIterHint},
			{Sig: "__reduce__($self, /)", Doc: "Return state information for pickling.", Fn: longRangeIterReduce},
			{Sig: "__setstate__($self, object, /)", Doc: "Set state information for unpickling.", Fn: longRangeIterSetState},
		},
	},
}

// NewRangeIter makes an iterator over n ints: start, start+step, ...
func NewRangeIter(t *Thread, start, step, n int64) *RangeIter {
	it := alloc[RangeIter](t)
	it.shape, it.I, it.Step, it.Remaining = rangeIterShape, start, step, n
	return it
}

// AsRangeIter returns the 64-bit range iterator that v is, or nil.
func AsRangeIter(v Value) *RangeIter {
	if v.p != nil && (*Header)(v.p).shape == rangeIterShape {
		return (*RangeIter)(v.p)
	}
	return nil
}

func rangeIterNext(_ *Thread, v Value) (Value, bool, *Exception) {
	it := (*RangeIter)(v.p)
	if it.Remaining <= 0 {
		return Null, false, nil
	}
	i := it.I
	it.I += it.Step
	it.Remaining--
	return Int(i), true, nil
}

func rangeIterHint(_ *Thread, v Value) (Value, *Exception) {
	return Int((*RangeIter)(v.p).Remaining), nil
}

func rangeIterReduce(t *Thread, v Value) (Value, *Exception) {
	it := (*RangeIter)(v.p)
	return reduceRangeIter(t, Int(it.I), Int(it.Step), Int(it.Remaining))
}

// reduceRangeIter is (iter, (range(...),), None) for what is left; the state was 0 before Python 3.12.
func reduceRangeIter(t *Thread, start, step, n Value) (Value, *Exception) {
	d, exc := IntMul(t, n, step)
	if exc != nil {
		return Null, exc
	}
	r, exc := NewRange(t, start, IntAdd(t, start, d), step)
	if exc != nil {
		return Null, exc
	}
	fn, ok := t.interp.Builtins.GetStr(sIterName)
	if !ok {
		return Null, RaiseAttribute(t, "iter", t.interp.Builtins.Value(), sIterName)
	}
	state := None
	if !t.interp.Version.At(12) {
		state = Int(0)
	}
	return MakeTuple(t, fn, MakeTuple(t, r.Value()).Value(), state).Value(), nil
}

var sIterName = static("iter")

func rangeIterSetState(t *Thread, v, state Value) (Value, *Exception) {
	n, exc := Index(t, state)
	if exc != nil {
		return Null, exc
	}
	if !n.IsInt() {
		return Null, Raise(t, OverflowErrorType, "Python int too large to convert to C long")
	}
	it := (*RangeIter)(v.p)
	k := max(0, min(n.AsInt(), it.Remaining))
	it.I += k * it.Step
	it.Remaining -= k
	return None, nil
}

func newLongRangeIter(t *Thread, start, step, n Value) Value {
	it := alloc[longRangeIter](t)
	it.shape, it.next, it.step, it.remaining = longRangeIterShape, start, step, n
	return obj(unsafe.Pointer(it))
}

func longRangeIterNext(t *Thread, v Value) (Value, bool, *Exception) {
	it := (*longRangeIter)(v.p)
	if c, _ := CompareInts(it.remaining, Int(0)); c <= 0 {
		return Null, false, nil
	}
	x := it.next
	it.next = IntAdd(t, x, it.step)
	it.remaining = IntSub(t, it.remaining, Int(1))
	return x, true, nil
}

func longRangeIterHint(_ *Thread, v Value) (Value, *Exception) {
	return (*longRangeIter)(v.p).remaining, nil
}

func longRangeIterReduce(t *Thread, v Value) (Value, *Exception) {
	it := (*longRangeIter)(v.p)
	return reduceRangeIter(t, it.next, it.step, it.remaining)
}

func longRangeIterSetState(t *Thread, v, state Value) (Value, *Exception) {
	if TypeOf(state).flags&TypeInt == 0 {
		return Null, TypeErrorf(t, "'<' not supported between instances of '%s' and 'int'", TypeOf(state).fullName())
	}
	it := (*longRangeIter)(v.p)
	k := exactInt(state)
	if c, _ := CompareInts(k, Int(0)); c < 0 {
		k = Int(0)
	} else if c, _ := CompareInts(k, it.remaining); c > 0 {
		k = it.remaining
	}
	d, exc := IntMul(t, k, it.step)
	if exc != nil {
		return Null, exc
	}
	it.next = IntAdd(t, it.next, d)
	it.remaining = IntSub(t, it.remaining, k)
	return None, nil
}
