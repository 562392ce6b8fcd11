package runtime

import "unsafe"

// ReversedType is reversed.
var ReversedType = &Type{name: "reversed"}

var reversedShape = &Shape{typ: ReversedType}

type reversed struct {
	Header
	seq Value // Null once exhausted
	i   int
}

type reversedSub struct {
	reversed
	Attrs
}

var reversedSpec = TypeSpec{
	Type: ReversedType, Name: "reversed", Shape: reversedShape, Flags: TypeBase | typeOwnLayout,
	Doc: "Return a reverse iterator over the values of the given sequence.", TextSig: "(sequence, /)",
	NewSub: func(t *Thread, _ *Type) *Header {
		x := alloc[reversedSub](t)
		x.seq, x.i = Null, -1
		return &x.Header
	},
	SubAttrsOffset: unsafe.Offsetof(reversedSub{}.Attrs),
	Slots:          Slots{New: reversedNew, Iter: selfIter, Next: reversedNext, Traverse: func(v Value, visit VisitFunc) { visit((*reversed)(v.p).seq) }},
	Methods: []MethodSpec{
		{Sig: "__length_hint__($self, /)", Doc: lengthHintDoc, Fn: reversedLengthHint},
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: reversedReduce},
		{Sig: "__setstate__($self, object, /)", Doc: setStateDoc, Fn: reversedSetState},
	},
}

func reversedNew(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := checkNoKeywords(t, cls, ReversedType, sInit, "reversed", kw); exc != nil {
		return Null, exc
	}
	if n := len(args) - kw.Len(); n != 1 {
		return Null, TypeErrorf(t, "reversed expected 1 argument, got %d", n)
	}
	seq := args[0]
	m, found := t.lookup(TypeOf(seq), sReversed)
	if found && !m.IsNone() {
		return callUnbound(t, m, seq, TypeOf(seq), nil)
	}
	if found || !isSequence(seq) {
		return Null, TypeErrorf(t, "'%s' object is not reversible", TypeOf(seq).fullName())
	}
	n, exc := Len(t, seq)
	if exc != nil {
		return Null, exc
	}
	var r *reversed
	if cls == ReversedType {
		r = alloc[reversed](t)
		r.shape = reversedShape
	} else {
		r = (*reversed)(unsafe.Pointer(newInstanceOf(t, cls)))
	}
	r.seq, r.i = seq, n-1
	return obj(unsafe.Pointer(r)), nil
}

// isSequence reports whether v has the sequence protocol: __getitem__, and is neither a dict nor a native mapping.
func isSequence(v Value) bool {
	tp := TypeOf(v)
	return tp.GetItem != nil && tp.flags&TypeDict == 0 && (tp.flags&TypeMapping == 0 || tp.flags&TypeHeap != 0)
}

func reversedNext(t *Thread, v Value) (Value, bool, *Exception) {
	r := (*reversed)(v.p)
	if r.i >= 0 && !r.seq.IsNull() {
		x, exc := GetItem(t, r.seq, Int(int64(r.i)))
		if exc == nil {
			r.i--
			return x, true, nil
		}
		if !exc.Is(IndexErrorType) && !exc.Is(StopIterationType) {
			return Null, false, exc
		}
	}
	r.i, r.seq = -1, Null
	return Null, false, nil
}

func reversedLengthHint(t *Thread, self Value) (Value, *Exception) {
	r := (*reversed)(self.p)
	if r.seq.IsNull() {
		return Int(0), nil
	}
	n, exc := Len(t, r.seq)
	if exc != nil {
		return Null, exc
	}
	if n < r.i+1 {
		return Int(0), nil
	}
	return Int(int64(r.i) + 1), nil
}

func reversedReduce(t *Thread, self Value) (Value, *Exception) {
	r := (*reversed)(self.p)
	if r.seq.IsNull() {
		return newPair(t, TypeOf(self).Value(), MakeTuple(t, emptyTuple.Value()).Value()), nil
	}
	return MakeTuple(t, TypeOf(self).Value(), MakeTuple(t, r.seq).Value(), Int(int64(r.i))).Value(), nil
}

func reversedSetState(t *Thread, self, state Value) (Value, *Exception) {
	i, exc := AsSsize(t, state)
	if exc != nil {
		return Null, exc
	}
	if r := (*reversed)(self.p); !r.seq.IsNull() {
		n, exc := Len(t, r.seq)
		if exc != nil {
			return Null, exc
		}
		r.i = min(max(i, -1), n-1)
	}
	return None, nil
}
