package runtime

import (
	"math/bits"
	"unsafe"
)

// SliceType is slice.
var SliceType = &Type{name: "slice"}

var sliceShape = &Shape{typ: SliceType}

// A Slice is a slice object; its parts may be any values.
type Slice struct {
	Header
	Start, Stop, Step Value
}

var sliceSpec = TypeSpec{
	Type: SliceType, Name: "slice", Flags: typeOwnLayout, Shape: sliceShape,
	Doc: "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. a[0:10:2]).",
	Slots: Slots{
		New: sliceNew, Repr: sliceRepr, Hash: sliceHash, RichCompare: sliceCompare,
		Traverse: func(v Value, visit VisitFunc) {
			s := (*Slice)(v.p)
			visit(s.Start)
			visit(s.Stop)
			visit(s.Step)
		},
	},
	Methods: []MethodSpec{
		{
			Sig: "indices($self, object, /)", Doc: "S.indices(len) -> (start, stop, stride)\n\nAssuming a sequence of length len, calculate the start and stop\n" +
				"indices, and the stride length of the extended slice described by\nS. Out of bounds indices are clipped in a manner consistent with the\nhandling of normal slices.",
			Fn: sliceIndices,
		},
		{Sig: "__reduce__($self, /)", Doc: "Return state information for pickling.", Fn: sliceReduce},
	},
	GetSets: []GetSetSpec{
		{Name: "start", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Slice)(self.p).Start, nil }},
		{Name: "stop", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Slice)(self.p).Stop, nil }},
		{Name: "step", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Slice)(self.p).Step, nil }},
	},
}

// NewSlice makes a slice.
func NewSlice(t *Thread, start, stop, step Value) *Slice {
	s := alloc[Slice](t)
	s.shape, s.Start, s.Stop, s.Step = sliceShape, start, stop, step
	return s
}

// Value returns the slice as a Value.
func (s *Slice) Value() Value { return obj(unsafe.Pointer(s)) }

// sliceNew is slice.__new__.
func sliceNew(t *Thread, _ *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := checkArgs(t, "slice", args, kw, 1, 3); exc != nil {
		return Null, exc
	}
	switch len(args) {
	case 1:
		return BuildSlice(t, None, args[0], None), nil
	case 2:
		return BuildSlice(t, args[0], args[1], None), nil
	}
	return BuildSlice(t, args[0], args[1], args[2]), nil
}

// checkArgs is the check of constructors that take positional arguments only.
func checkArgs(t *Thread, name string, args []Value, kw *Tuple, least, most int) *Exception {
	switch n := len(args); {
	case kw.Len() > 0:
		return TypeErrorf(t, "%s() takes no keyword arguments", name)
	case n < least:
		return TypeErrorf(t, "%s expected at least %d argument%s, got %d", name, least, plural(least), n)
	case n > most:
		return TypeErrorf(t, "%s expected at most %d argument%s, got %d", name, most, plural(most), n)
	}
	return nil
}

func sliceRepr(t *Thread, v Value) (Value, *Exception) {
	s := (*Slice)(v.p)
	text := "slice("
	for i, part := range [...]Value{s.Start, s.Stop, s.Step} {
		if i > 0 {
			text += ", "
		}
		r, exc := Repr(t, part)
		if exc != nil {
			return Null, exc
		}
		text += r.GoString()
	}
	return NewStr(t, text+")").Value(), nil
}

// sliceCompare compares as tuples of start, stop and step do.
func sliceCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	x, y := asSlice(a), asSlice(b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	if x == y {
		return Bool(op == EQ || op == LE || op == GE), nil
	}
	ps, qs := [...]Value{x.Start, x.Stop, x.Step}, [...]Value{y.Start, y.Stop, y.Step}
	for i, p := range ps {
		eq, exc := Equal(t, p, qs[i])
		if exc != nil {
			return Null, exc
		}
		if eq {
			continue
		}
		switch op {
		case EQ:
			return False, nil
		case NE:
			return True, nil
		}
		return RichCompare(t, p, qs[i], op)
	}
	return Bool(op.holds(0)), nil
}

// sliceHash mixes the hashes of the parts as CPython's slicehash does; slices have no hash before Python 3.12.
func sliceHash(t *Thread, v Value) (int64, *Exception) {
	if !t.interp.Version.At(12) {
		return 0, Raise(t, TypeErrorType, "unhashable type: 'slice'")
	}
	const prime1, prime2, prime5 = 11400714785074694791, 14029467366897019727, 2870177450012600261
	s := (*Slice)(v.p)
	acc := uint64(prime5)
	for _, part := range [...]Value{s.Start, s.Stop, s.Step} {
		h, exc := Hash(t, part)
		if exc != nil {
			return 0, exc
		}
		acc = bits.RotateLeft64(acc+uint64(h)*prime2, 31) * prime1
	}
	if int64(acc) == -1 {
		return 1546275796, nil
	}
	return int64(acc), nil
}

func sliceReduce(t *Thread, v Value) (Value, *Exception) {
	s := (*Slice)(v.p)
	return MakeTuple(t, SliceType.Value(), MakeTuple(t, s.Start, s.Stop, s.Step).Value()).Value(), nil
}

// sliceIndices is slice.indices: bounds of any size.
func sliceIndices(t *Thread, self, length Value) (Value, *Exception) {
	n, exc := Index(t, length)
	if exc != nil {
		return Null, exc
	}
	if c, _ := CompareInts(n, Int(0)); c < 0 {
		return Null, Raise(t, ValueErrorType, "length should not be negative")
	}
	start, stop, step, exc := (*Slice)(self.p).indices(t, n)
	if exc != nil {
		return Null, exc
	}
	return MakeTuple(t, start, stop, step).Value(), nil
}

// indices clips the bounds to a length that is an int of any size.
func (s *Slice) indices(t *Thread, length Value) (start, stop, step Value, exc *Exception) {
	step = Int(1)
	if !s.Step.IsNone() {
		if step, exc = sliceBound(t, s.Step); exc != nil {
			return Null, Null, Null, exc
		}
		if step.p == nil && step.n == 0 {
			return Null, Null, Null, Raise(t, ValueErrorType, "slice step cannot be zero")
		}
	}
	lower, upper := Int(0), length
	backward, _ := CompareInts(step, Int(0))
	if backward < 0 {
		lower, upper = Int(-1), IntSub(t, length, Int(1))
	}
	clip := func(v, def Value) (Value, *Exception) {
		if v.IsNone() {
			return def, nil
		}
		v, exc := sliceBound(t, v)
		if exc != nil {
			return Null, exc
		}
		if c, _ := CompareInts(v, Int(0)); c < 0 {
			v = IntAdd(t, v, length)
			if c, _ := CompareInts(v, lower); c < 0 {
				v = lower
			}
		} else if c, _ := CompareInts(v, upper); c > 0 {
			v = upper
		}
		return v, nil
	}
	first, last := lower, upper
	if backward < 0 {
		first, last = upper, lower
	}
	if start, exc = clip(s.Start, first); exc != nil {
		return Null, Null, Null, exc
	}
	if stop, exc = clip(s.Stop, last); exc != nil {
		return Null, Null, Null, exc
	}
	return start, stop, step, nil
}

func sliceBound(t *Thread, v Value) (Value, *Exception) {
	if TypeOf(v).Index == nil {
		return Null, Raise(t, TypeErrorType, "slice indices must be integers or None or have an __index__ method")
	}
	return Index(t, v)
}
