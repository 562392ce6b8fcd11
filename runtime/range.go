package runtime

import (
	"math/big"
	"unsafe"
)

// RangeType is range.
var RangeType = &Type{name: "range"}

var rangeShape = &Shape{typ: RangeType}

// A Range is a range object; its fields are exact ints of any size.
type Range struct {
	Header
	Start, Stop, Step Value
	Len               Value
}

var rangeSpec = TypeSpec{
	Type: RangeType, Name: "range", Flags: TypeSequence | typeOwnLayout, Shape: rangeShape,
	Doc: "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\n" +
		"to stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\n" +
		"These are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement).",
	Slots: Slots{
		New: rangeNew, Repr: rangeRepr, Hash: rangeHash, RichCompare: rangeCompare, Bool: rangeBool, Len: rangeLen,
		Iter: rangeIterOf, GetItem: rangeGetItem, Contains: rangeContains,
		Traverse: func(v Value, visit VisitFunc) {
			r := (*Range)(v.p)
			visit(r.Start)
			visit(r.Stop)
			visit(r.Step)
			visit(r.Len)
		},
	},
	Methods: []MethodSpec{
		{Sig: "__reversed__($self, /)", Doc: "Return a reverse iterator.", Fn: rangeReversed},
		{Sig: "__reduce__($self, /)", Fn: rangeReduce},
		{Sig: "count($self, object, /)", Doc: "rangeobject.count(value) -> integer -- return number of occurrences of value", Fn: rangeCount},
		{Sig: "index($self, object, /)", Doc: "rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not present.", Fn: rangeIndex},
	},
	GetSets: []GetSetSpec{
		{Name: "start", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Range)(self.p).Start, nil }},
		{Name: "stop", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Range)(self.p).Stop, nil }},
		{Name: "step", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Range)(self.p).Step, nil }},
	},
}

// AsRange returns the range that v is, or nil.
func AsRange(v Value) *Range {
	if v.p != nil && (*Header)(v.p).shape == rangeShape {
		return (*Range)(v.p)
	}
	return nil
}

// Value returns the range as a Value.
func (r *Range) Value() Value { return obj(unsafe.Pointer(r)) }

// NewRange makes range(start, stop, step) of exact ints; the step is not 0.
func NewRange(t *Thread, start, stop, step Value) (*Range, *Exception) {
	r := alloc[Range](t)
	r.shape, r.Start, r.Stop, r.Step = rangeShape, start, stop, step
	var exc *Exception
	r.Len, exc = rangeLength(t, start, stop, step)
	return r, exc
}

// rangeLength counts the items of a range.
func rangeLength(t *Thread, start, stop, step Value) (Value, *Exception) {
	if start.p == nil && stop.p == nil && step.p == nil {
		n := rangeLength64(int64(start.n), int64(stop.n), int64(step.n))
		if int64(n) >= 0 {
			return Int(int64(n)), nil
		}
		return BigFrom(t, new(big.Int).SetUint64(n)), nil
	}
	lo, hi := start, stop
	if c, _ := CompareInts(step, Int(0)); c < 0 {
		lo, hi, step = stop, start, IntNeg(t, step)
	}
	if c, _ := CompareInts(lo, hi); c >= 0 {
		return Int(0), nil
	}
	q, exc := IntFloorDiv(t, IntSub(t, IntSub(t, hi, lo), Int(1)), step)
	if exc != nil {
		return Null, exc
	}
	return IntAdd(t, q, Int(1)), nil
}

func rangeLength64(start, stop, step int64) uint64 {
	switch {
	case step > 0 && start < stop:
		return (uint64(stop)-uint64(start)-1)/uint64(step) + 1
	case step < 0 && start > stop:
		return (uint64(start)-uint64(stop)-1)/-uint64(step) + 1
	}
	return 0
}

// rangeNew is range.__new__.
func rangeNew(t *Thread, _ *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := checkArgs(t, "range", args, kw, 1, 3); exc != nil {
		return Null, exc
	}
	var parts [3]Value
	for i, v := range args {
		var exc *Exception
		if parts[i], exc = Index(t, v); exc != nil {
			return Null, exc
		}
	}
	start, stop, step := parts[0], parts[1], Int(1)
	switch len(args) {
	case 1:
		start, stop = Int(0), parts[0]
	case 3:
		step = parts[2]
		if step.p == nil && step.n == 0 {
			return Null, Raise(t, ValueErrorType, "range() arg 3 must not be zero")
		}
	}
	r, exc := NewRange(t, start, stop, step)
	if exc != nil {
		return Null, exc
	}
	return r.Value(), nil
}

func rangeRepr(t *Thread, v Value) (Value, *Exception) {
	r := (*Range)(v.p)
	parts := []Value{r.Start, r.Stop, r.Step}
	if r.Step == Int(1) {
		parts = parts[:2]
	}
	text := "range("
	for i, p := range parts {
		if i > 0 {
			text += ", "
		}
		s, exc := IntStr(t, p)
		if exc != nil {
			return Null, exc
		}
		text += s.s
	}
	return newASCII(t, text+")").Value(), nil
}

func rangeBool(_ *Thread, v Value) (bool, *Exception) { return (*Range)(v.p).Len != Int(0), nil }

func rangeLen(t *Thread, v Value) (int, *Exception) {
	n := (*Range)(v.p).Len
	if n.p != nil {
		return 0, Raise(t, OverflowErrorType, "Python int too large to convert to C ssize_t")
	}
	return int(n.n), nil
}

// at returns start + i*step.
func (r *Range) at(t *Thread, i Value) (Value, *Exception) {
	d, exc := IntMul(t, i, r.Step)
	if exc != nil {
		return Null, exc
	}
	return IntAdd(t, r.Start, d), nil
}

func rangeGetItem(t *Thread, v, key Value) (Value, *Exception) {
	r := (*Range)(v.p)
	if s := asSlice(key); s != nil {
		return r.slice(t, s)
	}
	if TypeOf(key).Index == nil {
		return Null, TypeErrorf(t, "range indices must be integers or slices, not %s", TypeOf(key).fullName())
	}
	i, exc := Index(t, key)
	if exc != nil {
		return Null, exc
	}
	if c, _ := CompareInts(i, Int(0)); c < 0 {
		i = IntAdd(t, i, r.Len)
	}
	below, _ := CompareInts(i, Int(0))
	above, _ := CompareInts(i, r.Len)
	if below < 0 || above >= 0 {
		return Null, Raise(t, IndexErrorType, "range object index out of range")
	}
	return r.at(t, i)
}

func (r *Range) slice(t *Thread, s *Slice) (Value, *Exception) {
	start, stop, step, exc := s.indices(t, r.Len)
	if exc != nil {
		return Null, exc
	}
	if step, exc = IntMul(t, step, r.Step); exc != nil {
		return Null, exc
	}
	if start, exc = r.at(t, start); exc != nil {
		return Null, exc
	}
	if stop, exc = r.at(t, stop); exc != nil {
		return Null, exc
	}
	sub, exc := NewRange(t, start, stop, step)
	if exc != nil {
		return Null, exc
	}
	return sub.Value(), nil
}

// isIndexLike reports whether v is found in a range by arithmetic: exact ints and bools.
func isIndexLike(v Value) bool { return v.IsBool() || IsExactInt(v) }

// find returns the position of an exact int; ok is false when it is not in the range.
func (r *Range) find(t *Thread, v Value) (i Value, ok bool, exc *Exception) {
	lo, hi := r.Start, r.Stop
	step, _ := CompareInts(r.Step, Int(0))
	a, _ := CompareInts(v, lo)
	b, _ := CompareInts(v, hi)
	if step > 0 && (a < 0 || b >= 0) || step < 0 && (a > 0 || b <= 0) {
		return Null, false, nil
	}
	q, rem, exc := IntDivmod(t, IntSub(t, v, r.Start), r.Step)
	return q, exc == nil && rem == Int(0), exc
}

func rangeContains(t *Thread, v, x Value) (bool, *Exception) {
	if !isIndexLike(x) {
		return iterContains(t, v, x)
	}
	_, ok, exc := (*Range)(v.p).find(t, exactInt(x))
	return ok, exc
}

func rangeCount(t *Thread, v, x Value) (Value, *Exception) {
	if isIndexLike(x) {
		_, ok, exc := (*Range)(v.p).find(t, exactInt(x))
		if exc != nil || !ok {
			return Int(0), exc
		}
		return Int(1), nil
	}
	n := int64(0)
	exc := Iterate(t, v, func(y Value) (bool, *Exception) {
		eq, exc := Equal(t, y, x)
		if eq {
			n++
		}
		return true, exc
	})
	return Int(n), exc
}

func rangeIndex(t *Thread, v, x Value) (Value, *Exception) {
	if isIndexLike(x) {
		i, ok, exc := (*Range)(v.p).find(t, exactInt(x))
		if exc != nil || ok {
			return i, exc
		}
		if t.interp.Version.At(14) {
			return Null, Raise(t, ValueErrorType, "range.index(x): x not in range")
		}
		s, exc := Repr(t, x)
		if exc != nil {
			return Null, exc
		}
		return Null, Raise(t, ValueErrorType, s.GoString()+" is not in range")
	}
	at, n := int64(-1), int64(0)
	exc := Iterate(t, v, func(y Value) (bool, *Exception) {
		eq, exc := Equal(t, y, x)
		if eq {
			at = n
		}
		n++
		return !eq, exc
	})
	if exc != nil {
		return Null, exc
	}
	if at < 0 {
		return Null, Raise(t, ValueErrorType, "sequence.index(x): x not in sequence")
	}
	return Int(at), nil
}

// rangeCompare compares ranges as the sequences they are.
func rangeCompare(_ *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	x, y := AsRange(a), AsRange(b)
	if x == nil || y == nil || op != EQ && op != NE {
		return NotImplemented, nil
	}
	same := func(v, w Value) bool {
		c, _ := CompareInts(v, w)
		return c == 0
	}
	equal := same(x.Len, y.Len) && (x.Len == Int(0) || same(x.Start, y.Start) && (x.Len == Int(1) || same(x.Step, y.Step)))
	return Bool(equal == (op == EQ)), nil
}

// rangeHash is the hash of (length, start, step), where equal ranges have None for what does not matter.
func rangeHash(t *Thread, v Value) (int64, *Exception) {
	r := (*Range)(v.p)
	start, step := r.Start, r.Step
	if r.Len == Int(0) {
		start = None
	}
	if r.Len == Int(0) || r.Len == Int(1) {
		step = None
	}
	return Hash(t, MakeTuple(t, r.Len, start, step).Value())
}

func rangeReduce(t *Thread, v Value) (Value, *Exception) {
	r := (*Range)(v.p)
	return MakeTuple(t, RangeType.Value(), MakeTuple(t, r.Start, r.Stop, r.Step).Value()).Value(), nil
}

func rangeIterOf(t *Thread, v Value) (Value, *Exception) {
	r := (*Range)(v.p)
	if it := r.Iter64(t); it != nil {
		return obj(unsafe.Pointer(it)), nil
	}
	return newLongRangeIter(t, r.Start, r.Step, r.Len), nil
}

// Iter64 returns an iterator over a range of 64-bit ints, nil when the range is none.
func (r *Range) Iter64(t *Thread) *RangeIter {
	if r.Start.p != nil || r.Stop.p != nil || r.Step.p != nil || r.Len.p != nil {
		return nil
	}
	stop, step, n := int64(r.Stop.n), int64(r.Step.n), int64(r.Len.n)
	// As in CPython, the item after the last must fit as well.
	if n > 0 && (step > 0 && stop > 1<<63-1-(step-1) || step < 0 && stop < -1<<63+(-1-step)) {
		return nil
	}
	return NewRangeIter(t, int64(r.Start.n), step, n)
}

func rangeReversed(t *Thread, v Value) (Value, *Exception) {
	r := (*Range)(v.p)
	last, exc := r.at(t, IntSub(t, r.Len, Int(1)))
	if exc != nil {
		return Null, exc
	}
	if r.Start.p == nil && r.Stop.p == nil && r.Step.p == nil && r.Len.p == nil && last.p == nil && int64(r.Step.n) != -1<<63 {
		if _, ok := SubInt64(int64(r.Start.n), int64(r.Step.n)); ok {
			return obj(unsafe.Pointer(NewRangeIter(t, int64(last.n), -int64(r.Step.n), int64(r.Len.n)))), nil
		}
	}
	return newLongRangeIter(t, last, IntNeg(t, r.Step), r.Len), nil
}
