package runtime

import "math/big"

// Equal is Python's a == b as a truth value; identical objects are equal, as containers see it.
func Equal(t *Thread, a, b Value) (bool, *Exception) {
	if Is(a, b) {
		return true, nil
	}
	if a.p == nil && b.p == nil {
		return false, nil
	}
	if x := exactStr(a); x != nil {
		if y := exactStr(b); y != nil {
			return x.equal(y), nil
		}
	}
	if a.IsFloat() && b.IsFloat() {
		return a.AsFloat() == b.AsFloat(), nil
	}
	r, exc := RichCompare(t, a, b, EQ)
	if exc != nil {
		return false, exc
	}
	return Truth(t, r)
}

// RichCompare is Python's a op b.
func RichCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	ta, tb := TypeOf(a), TypeOf(b)
	if exc := t.Enter(" in comparison"); exc != nil {
		return Null, exc
	}
	defer t.Leave()
	tried := false
	if ta != tb && tb.RichCompare != nil && tb.IsSubtype(ta) {
		tried = true
		r, exc := tb.RichCompare(t, b, a, op.Swapped())
		if exc != nil || !r.IsNotImplemented() {
			return r, exc
		}
	}
	if ta.RichCompare != nil {
		r, exc := ta.RichCompare(t, a, b, op)
		if exc != nil || !r.IsNotImplemented() {
			return r, exc
		}
	}
	if !tried && tb.RichCompare != nil {
		r, exc := tb.RichCompare(t, b, a, op.Swapped())
		if exc != nil || !r.IsNotImplemented() {
			return r, exc
		}
	}
	switch op {
	case EQ:
		return Bool(Is(a, b)), nil
	case NE:
		return Bool(!Is(a, b)), nil
	}
	return Null, TypeErrorf(t, "'%s' not supported between instances of '%s' and '%s'", op.Symbol(), ta.fullName(), tb.fullName())
}

// CompareBool is RichCompare as a truth value, with identity deciding == and != as containers want it.
func CompareBool(t *Thread, a, b Value, op CompareOp) (bool, *Exception) {
	if Is(a, b) {
		switch op {
		case EQ:
			return true, nil
		case NE:
			return false, nil
		}
	}
	r, exc := RichCompare(t, a, b, op)
	if exc != nil {
		return false, exc
	}
	return Truth(t, r)
}

// Truth is Python's bool(v).
func Truth(t *Thread, v Value) (bool, *Exception) {
	switch {
	case v.p == nil:
		return v.n != 0, nil
	case v.IsBool():
		return v.n != 0, nil
	case v.IsNone():
		return false, nil
	}
	tp := TypeOf(v)
	if tp.Bool != nil {
		return tp.Bool(t, v)
	}
	if tp.Len != nil {
		n, exc := tp.Len(t, v)
		return n != 0, exc
	}
	return true, nil
}

// Hash is Python's hash(v).
func Hash(t *Thread, v Value) (int64, *Exception) {
	if v.p == nil {
		return hashInt(int64(v.n)), nil
	}
	if s := exactStr(v); s != nil {
		return s.Hash(), nil
	}
	h := TypeOf(v).Hash
	if h == nil {
		return 0, TypeErrorf(t, "unhashable type: '%s'", TypeOf(v).fullName())
	}
	return h(t, v)
}

// Repr is Python's repr(v).
func Repr(t *Thread, v Value) (*Str, *Exception) {
	if exc := t.Enter(" while getting the repr of an object"); exc != nil {
		return nil, exc
	}
	defer t.Leave()
	r, exc := TypeOf(v).Repr(t, v)
	if exc != nil {
		return nil, exc
	}
	s := asStr(r)
	if s == nil {
		return nil, TypeErrorf(t, "__repr__ returned non-string (type %s)", TypeOf(r).fullName())
	}
	return s, nil
}

// ToStr is Python's str(v).
func ToStr(t *Thread, v Value) (*Str, *Exception) {
	if s := exactStr(v); s != nil {
		return s, nil
	}
	if v.p == nil {
		return NewStrInt(t, int64(v.n)), nil
	}
	if exc := t.Enter(" while getting the str of an object"); exc != nil {
		return nil, exc
	}
	defer t.Leave()
	r, exc := TypeOf(v).Str(t, v)
	if exc != nil {
		return nil, exc
	}
	s := asStr(r)
	if s == nil {
		return nil, TypeErrorf(t, "__str__ returned non-string (type %s)", TypeOf(r).fullName())
	}
	return s, nil
}

// Len is Python's len(v).
func Len(t *Thread, v Value) (int, *Exception) {
	f := TypeOf(v).Len
	if f == nil {
		return 0, TypeErrorf(t, "object of type '%s' has no len()", TypeOf(v).fullName())
	}
	return f(t, v)
}

// GetItem is Python's o[key].
func GetItem(t *Thread, o, key Value) (Value, *Exception) {
	tp := TypeOf(o)
	if tp.GetItem != nil {
		return tp.GetItem(t, o, key)
	}
	if cls := asType(o); cls != nil {
		if cls == TypeType {
			return newGenericAlias(t, o, key)
		}
		fn, ok, exc := FindAttr(t, o, sClassGetitem)
		if exc != nil {
			return Null, exc
		}
		if ok && !fn.IsNone() {
			return Call(t, fn, key)
		}
		return Null, TypeErrorf(t, "type '%s' is not subscriptable", cls.name)
	}
	return Null, TypeErrorf(t, "'%s' object is not subscriptable", tp.fullName())
}

// SetItem is Python's o[key] = x, and del o[key] for x Null.
func SetItem(t *Thread, o, key, x Value) *Exception {
	tp := TypeOf(o)
	if tp.SetItem != nil {
		return tp.SetItem(t, o, key, x)
	}
	if x.IsNull() {
		if isSequenceType(tp) && TypeOf(key).Index != nil {
			return TypeErrorf(t, "'%s' object doesn't support item deletion", tp.fullName())
		}
		return TypeErrorf(t, "'%s' object does not support item deletion", tp.fullName())
	}
	return TypeErrorf(t, "'%s' object does not support item assignment", tp.fullName())
}

// Contains is Python's x in o.
func Contains(t *Thread, o, x Value) (bool, *Exception) {
	if f := TypeOf(o).Contains; f != nil {
		return f(t, o, x)
	}
	return iterContains(t, o, x)
}

func iterContains(t *Thread, o, x Value) (bool, *Exception) {
	it, exc := Iter(t, o)
	if exc != nil {
		if !exc.Is(TypeErrorType) {
			return false, exc
		}
		if t.interp.Version.At(14) {
			return false, TypeErrorf(t, "argument of type '%s' is not a container or iterable", TypeOf(o).fullName())
		}
		return false, TypeErrorf(t, "argument of type '%s' is not iterable", TypeOf(o).fullName())
	}
	for {
		v, ok, exc := Next(t, it)
		if exc != nil || !ok {
			return false, exc
		}
		eq, exc := Equal(t, v, x)
		if exc != nil || eq {
			return eq, exc
		}
		if exc := t.Poll(); exc != nil {
			return false, exc
		}
	}
}

// Iter is Python's iter(o).
func Iter(t *Thread, o Value) (Value, *Exception) {
	tp := TypeOf(o)
	if tp.Iter == nil {
		if tp.GetItem != nil && tp.flags&TypeDict == 0 && tp.flags&TypeMapping == 0 {
			return newSeqIter(t, o), nil
		}
		return Null, TypeErrorf(t, "'%s' object is not iterable", tp.fullName())
	}
	it, exc := tp.Iter(t, o)
	if exc != nil {
		return Null, exc
	}
	if TypeOf(it).Next == nil {
		return Null, TypeErrorf(t, "iter() returned non-iterator of type '%s'", TypeOf(it).fullName())
	}
	return it, nil
}

// Next steps an iterator.
func Next(t *Thread, it Value) (Value, bool, *Exception) {
	f := TypeOf(it).Next
	if f == nil {
		return Null, false, TypeErrorf(t, "'%s' object is not an iterator", TypeOf(it).fullName())
	}
	return f(t, it)
}

// Iterate calls f for every item of o until it raises or returns false. o and its iterator stay in the handle window.
func Iterate(t *Thread, o Value, f func(v Value) (bool, *Exception)) *Exception {
	it, exc := Iter(t, o)
	if exc != nil {
		return exc
	}
	return iterateOn(t, it, f)
}

// iterateOn calls f with what the iterator it still gives.
func iterateOn(t *Thread, it Value, f func(v Value) (bool, *Exception)) *Exception {
	mark := t.HandleMark()
	t.Handle(it)
	defer t.Release(mark)
	next := TypeOf(it).Next
	for n := 0; ; n++ {
		v, ok, exc := next(t, it)
		if exc != nil || !ok {
			return exc
		}
		more, exc := f(v)
		if exc != nil || !more {
			return exc
		}
		if n&1023 == 1023 {
			if exc := t.Poll(); exc != nil {
				return exc
			}
		}
	}
}

// Collect returns the items of any iterable in a new slice.
func Collect(t *Thread, o Value) ([]Value, *Exception) {
	if l := ExactList(o); l != nil {
		return append([]Value(nil), l.Items...), nil
	}
	if x := ExactTuple(o); x != nil {
		return append([]Value(nil), x.Items...), nil
	}
	it, exc := Iter(t, o)
	if exc != nil {
		return nil, exc
	}
	l := NewList(t, nil)
	mark := t.HandleMark()
	t.Handle(it)
	t.Handle(l.Value())
	defer t.Release(mark)
	if n, exc := LengthHint(t, o, 0); exc != nil {
		return nil, exc
	} else if n > 0 && n < 1<<16 {
		l.Items = make([]Value, 0, n)
	}
	exc = iterateOn(t, it, func(v Value) (bool, *Exception) { return true, l.Append(t, v) })
	return l.Items, exc
}

// LengthHint is operator.length_hint(o, missing).
func LengthHint(t *Thread, o Value, missing int) (int, *Exception) {
	tp := TypeOf(o)
	if tp.Len != nil {
		n, exc := tp.Len(t, o)
		if exc == nil {
			return n, nil
		}
		if !exc.Is(TypeErrorType) {
			return 0, exc
		}
	}
	r, ok, exc := CallSpecial(t, o, sLengthHint)
	if exc != nil {
		if exc.Is(TypeErrorType) {
			return missing, nil
		}
		return 0, exc
	}
	if !ok || r.IsNotImplemented() {
		return missing, nil
	}
	if !TypeOf(r).Is(TypeInt) {
		return 0, TypeErrorf(t, "__length_hint__ must be an integer, not %s", TypeOf(r).fullName())
	}
	n, exc := AsSsize(t, r)
	if exc == nil && n < 0 {
		return 0, Raise(t, ValueErrorType, "__length_hint__() should return >= 0")
	}
	return n, exc
}

// Binary is Python's a op b.
func Binary(t *Thread, op BinaryOp, a, b Value) (Value, *Exception) {
	if op == OpPower {
		return Power(t, a, b, None)
	}
	r, exc := binarySlots(t, op, a, b)
	if exc != nil || !r.IsNotImplemented() {
		return r, exc
	}
	return sequenceBinary(t, op, a, b, op.Symbol())
}

func binarySlots(t *Thread, op BinaryOp, a, b Value) (Value, *Exception) {
	ta, tb := TypeOf(a), TypeOf(b)
	fa := ta.Binary[op]
	var fb BinaryFunc
	if tb != ta {
		fb = tb.Binary[op]
		if ta.userOps&tb.userOps&(1<<op) != 0 {
			fb = nil
		}
	}
	if fa != nil {
		if fb != nil && tb.IsSubtype(ta) {
			r, exc := fb(t, a, b)
			if exc != nil || !r.IsNotImplemented() {
				return r, exc
			}
			fb = nil
		}
		r, exc := fa(t, a, b)
		if exc != nil || !r.IsNotImplemented() {
			return r, exc
		}
	}
	if fb != nil {
		return fb(t, a, b)
	}
	return NotImplemented, nil
}

// sequenceBinary tries the sequence forms of + and *, and raises the TypeError of an unsupported operand.
func sequenceBinary(t *Thread, op BinaryOp, a, b Value, symbol string) (Value, *Exception) {
	ta, tb := TypeOf(a), TypeOf(b)
	switch op {
	case OpAdd:
		if ta.Concat != nil {
			return ta.Concat(t, a, b)
		}
	case OpMultiply:
		if ta.Repeat != nil {
			return sequenceRepeat(t, ta.Repeat, a, b)
		}
		if tb.Repeat != nil {
			return sequenceRepeat(t, tb.Repeat, b, a)
		}
	}
	if op == OpRshift && symbol == ">>" {
		if f := AsBuiltin(a); f != nil && f.Fn.name == "print" {
			return Null, TypeErrorf(t, "unsupported operand type(s) for %s: '%s' and '%s'. Did you mean \"print(<message>, file=<output_stream>)\"?", symbol, ta.fullName(), tb.fullName())
		}
	}
	return Null, TypeErrorf(t, "unsupported operand type(s) for %s: '%s' and '%s'", symbol, ta.fullName(), tb.fullName())
}

func sequenceRepeat(t *Thread, f func(t *Thread, a Value, n int) (Value, *Exception), seq, n Value) (Value, *Exception) {
	if TypeOf(n).Index == nil {
		return Null, TypeErrorf(t, "can't multiply sequence by non-int of type '%s'", TypeOf(n).fullName())
	}
	k, exc := AsSsize(t, n)
	if exc != nil {
		return Null, exc
	}
	return f(t, seq, k)
}

// InPlaceOp is Python's a op= b.
func InPlaceOp(t *Thread, op BinaryOp, a, b Value) (Value, *Exception) {
	ta := TypeOf(a)
	if f := ta.InPlaceOps[op]; f != nil {
		r, exc := f(t, a, b)
		if exc != nil || !r.IsNotImplemented() {
			return r, exc
		}
	}
	if op == OpPower {
		return powerWith(t, a, b, None, "**=")
	}
	r, exc := binarySlots(t, op, a, b)
	if exc != nil || !r.IsNotImplemented() {
		return r, exc
	}
	if op == OpAdd && ta.ConcatInPlace != nil {
		return ta.ConcatInPlace(t, a, b)
	}
	if op == OpMultiply && ta.RepeatInPlace != nil {
		return sequenceRepeat(t, ta.RepeatInPlace, a, b)
	}
	if op == OpMultiply && ta.Repeat == nil && isSequenceType(ta) {
		// a *= b does not ask b to repeat itself when a is a container of its own.
		return Null, TypeErrorf(t, "unsupported operand type(s) for *=: '%s' and '%s'", ta.fullName(), TypeOf(b).fullName())
	}
	return sequenceBinary(t, op, a, b, op.Symbol()+"=")
}

// isSequenceType reports whether CPython gives the type sequence methods, be it only for len() or in.
func isSequenceType(tp *Type) bool {
	return tp.flags&TypeHeap != 0 || tp.Len != nil || tp.Contains != nil || tp.Concat != nil
}

// Power is Python's pow(a, b, c); c None is a ** b.
func Power(t *Thread, a, b, c Value) (Value, *Exception) { return powerWith(t, a, b, c, "** or pow()") }

func powerWith(t *Thread, a, b, c Value, symbol string) (Value, *Exception) {
	ta, tb := TypeOf(a), TypeOf(b)
	fa := ta.Power
	var fb TernaryFunc
	if tb != ta {
		fb = tb.Power
		if ta.userOps&tb.userOps&(1<<OpPower) != 0 {
			fb = nil
		}
	}
	if fa != nil {
		if fb != nil && tb.IsSubtype(ta) {
			r, exc := fb(t, a, b, c)
			if exc != nil || !r.IsNotImplemented() {
				return r, exc
			}
			fb = nil
		}
		r, exc := fa(t, a, b, c)
		if exc != nil || !r.IsNotImplemented() {
			return r, exc
		}
	}
	if fb != nil {
		r, exc := fb(t, a, b, c)
		if exc != nil || !r.IsNotImplemented() {
			return r, exc
		}
	}
	if !c.IsNone() {
		tc := TypeOf(c)
		if tc.Power != nil && tc != ta && tc != tb {
			r, exc := tc.Power(t, a, b, c)
			if exc != nil || !r.IsNotImplemented() {
				return r, exc
			}
		}
		return Null, TypeErrorf(t, "unsupported operand type(s) for %s: '%s', '%s', '%s'", symbol, ta.fullName(), tb.fullName(), tc.fullName())
	}
	return Null, TypeErrorf(t, "unsupported operand type(s) for %s: '%s' and '%s'", symbol, ta.fullName(), tb.fullName())
}

// Unary applies neg, pos or invert; symbol names it in the TypeError.
func Unary(t *Thread, v Value, f UnaryFunc, symbol string) (Value, *Exception) {
	if f == nil {
		return Null, TypeErrorf(t, "bad operand type for %s: '%s'", symbol, TypeOf(v).fullName())
	}
	return f(t, v)
}

// Neg is Python's -v.
func Neg(t *Thread, v Value) (Value, *Exception) { return Unary(t, v, TypeOf(v).Neg, "unary -") }

// Pos is Python's +v.
func Pos(t *Thread, v Value) (Value, *Exception) { return Unary(t, v, TypeOf(v).Pos, "unary +") }

// Invert is Python's ~v.
func Invert(t *Thread, v Value) (Value, *Exception) { return Unary(t, v, TypeOf(v).Invert, "unary ~") }

// Abs is Python's abs(v).
func Abs(t *Thread, v Value) (Value, *Exception) { return Unary(t, v, TypeOf(v).Abs, "abs()") }

// Index is operator.index(v): the result is an exact int.
func Index(t *Thread, v Value) (Value, *Exception) {
	if v.p == nil {
		return v, nil
	}
	tp := TypeOf(v)
	if tp.flags&TypeInt != 0 {
		return exactInt(v), nil
	}
	if tp.Index == nil {
		return Null, TypeErrorf(t, "'%s' object cannot be interpreted as an integer", tp.fullName())
	}
	r, exc := tp.Index(t, v)
	if exc != nil {
		return Null, exc
	}
	return intResult(t, r, "__index__")
}

// exactInt strips the subclass (bool included) from an int.
func exactInt(v Value) Value {
	if v.p == nil {
		return v
	}
	if v.IsBool() {
		return Int(int64(v.n))
	}
	b := (*BigInt)(v.p)
	if b.shape == intShape {
		return v
	}
	if b.V.IsInt64() {
		return Int(b.V.Int64())
	}
	x := &BigInt{V: b.V}
	x.shape = intShape
	return ObjectOf(&x.Header)
}

// AsInt64 returns an int (or subclass) that fits 64 bits.
func AsInt64(v Value) (int64, bool) {
	if v.p == nil {
		return int64(v.n), true
	}
	if v.IsBool() {
		return int64(v.n), true
	}
	if TypeOf(v).flags&TypeInt != 0 {
		if b := &(*BigInt)(v.p).V; b.IsInt64() {
			return b.Int64(), true
		}
	}
	return 0, false
}

// AsBig returns the value of any int (or subclass) as a big.Int that must not be changed.
func AsBig(v Value) *big.Int {
	if v.p == nil || v.IsBool() {
		return big.NewInt(int64(v.n))
	}
	return &(*BigInt)(v.p).V
}

// AsSsize converts through __index__ to a Go int, as Py_ssize_t arguments are; too large raises OverflowError.
func AsSsize(t *Thread, v Value) (int, *Exception) {
	i, exc := Index(t, v)
	if exc != nil {
		return 0, exc
	}
	if !i.IsInt() {
		return 0, TypeErrorOverflow(t, v)
	}
	return int(i.AsInt()), nil
}

// TypeErrorOverflow is the OverflowError of an int that is no index.
func TypeErrorOverflow(t *Thread, v Value) *Exception {
	return Raisef(t, OverflowErrorType, "cannot fit '%s' into an index-sized integer", TypeOf(v).fullName())
}

// AsSliceIndex converts a slice bound or search limit: None stays def, and what does not fit is clipped.
func AsSliceIndex(t *Thread, v Value, def int) (int, *Exception) {
	if v.IsNone() || v.IsNull() {
		return def, nil
	}
	if v.p == nil {
		return int(v.n), nil
	}
	if TypeOf(v).Index == nil {
		return 0, Raise(t, TypeErrorType, "slice indices must be integers or None or have an __index__ method")
	}
	i, exc := Index(t, v)
	if exc != nil {
		return 0, exc
	}
	if i.IsInt() {
		return int(i.AsInt()), nil
	}
	if AsBig(i).Sign() < 0 {
		return -1 << 63, nil
	}
	return 1<<63 - 1, nil
}

// SendTo sends v into an iterator, generator or coroutine, as SEND does.
func SendTo(t *Thread, it, v Value) (Value, SendResult, *Exception) {
	tp := TypeOf(it)
	if tp.Send != nil {
		return tp.Send(t, it, v)
	}
	var r Value
	var exc *Exception
	if v.IsNone() && tp.Next != nil {
		if tp.flags&TypeHeap == 0 {
			x, ok, exc := tp.Next(t, it)
			if exc == nil && !ok {
				return None, SendReturn, nil
			}
			return x, SendYield, exc
		}
		r, _, exc = CallSpecial(t, it, sNext)
	} else {
		r, exc = CallMethod(t, it, sSend, v)
	}
	if exc != nil {
		if exc.Is(StopIterationType) {
			return exc.StopIterationValue(), SendReturn, nil
		}
		return Null, SendYield, exc
	}
	return r, SendYield, nil
}

func attrName(t *Thread, v Value) (*Str, *Exception) {
	if s := asStr(v); s != nil {
		return t.InternStr(s), nil
	}
	return nil, TypeErrorf(t, "attribute name must be string, not '%s'", TypeOf(v).fullName())
}

// AttrName returns the interned str of an attribute name that a program computed, or the TypeError.
func AttrName(t *Thread, v Value) (*Str, *Exception) { return attrName(t, v) }
