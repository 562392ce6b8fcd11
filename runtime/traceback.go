package runtime

import "unsafe"

// TracebackType is traceback.
var TracebackType = &Type{name: "traceback"}

var tracebackShape = &Shape{typ: TracebackType}

var tracebackSpec = TypeSpec{
	Type: TracebackType, Name: "traceback", Flags: typeOwnLayout, Shape: tracebackShape,
	Doc: "Create a new traceback object.", TextSig: "(tb_next, tb_frame, tb_lasti, tb_lineno)",
	Slots: Slots{New: tracebackNew, Traverse: func(v Value, visit VisitFunc) {
		tb := (*Traceback)(v.p)
		visit(tb.Frame.Value())
		if tb.Next != nil {
			visit(tb.Next.Value())
		}
	}},
	Methods: []MethodSpec{{Sig: "__dir__($self, /)", Fn: func(t *Thread, _ Value) (Value, *Exception) {
		l := NewList(t, nil)
		for _, n := range [...]string{"tb_frame", "tb_next", "tb_lasti", "tb_lineno"} {
			l.Items = append(l.Items, t.Intern(n).Value())
		}
		return l.Value(), nil
	}}},
	GetSets: []GetSetSpec{
		{Name: "tb_frame", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Traceback)(self.p).Frame.Value(), nil }},
		{Name: "tb_lasti", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return Int(int64((*Traceback)(self.p).Lasti)), nil }},
		{Name: "tb_next", Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Traceback)(self.p).Next.Value(), nil }, Set: tracebackSetNext},
		{Name: "tb_lineno", Get: func(_ *Thread, self Value) (Value, *Exception) {
			return lineOrNone(int32((*Traceback)(self.p).LineNumber())), nil
		}},
	},
}

// AsTraceback returns the traceback that v is, or nil.
func AsTraceback(v Value) *Traceback {
	if v.p != nil && (*Header)(v.p).shape == tracebackShape {
		return (*Traceback)(v.p)
	}
	return nil
}

// LineNumber returns tb_lineno, -1 for none.
func (tb *Traceback) LineNumber() int {
	if tb.Line > 0 {
		return tb.Line
	}
	return tb.Frame.Code.LineAt(tb.Lasti)
}

var tracebackArgs = signature("traceback(tb_next, tb_frame, tb_lasti, tb_lineno)")

func tracebackNew(t *Thread, _ *Type, args []Value, kw *Tuple) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := tracebackArgs.bind(t, args, kw)
	if exc != nil {
		return Null, exc
	}
	f := AsFrame(a[1])
	if f == nil {
		return Null, badArgument(t, "traceback", "argument 'tb_frame'", "frame", a[1])
	}
	lasti, exc := asCInt(t, a[2])
	if exc != nil {
		return Null, exc
	}
	line, exc := asCInt(t, a[3])
	if exc != nil {
		return Null, exc
	}
	next := AsTraceback(a[0])
	if next == nil && !a[0].IsNone() {
		return Null, TypeErrorf(t, "expected traceback object or None, got '%s'", TypeOf(a[0]).fullName())
	}
	tb := alloc[Traceback](t)
	tb.shape, tb.Next, tb.Frame, tb.Lasti, tb.Line = tracebackShape, next, f, lasti, line
	return obj(unsafe.Pointer(tb)), nil
}

func tracebackSetNext(t *Thread, self, x Value) *Exception {
	if x.IsNull() {
		return Raise(t, TypeErrorType, "can't delete tb_next attribute")
	}
	tb, next := (*Traceback)(self.p), AsTraceback(x)
	if next == nil && !x.IsNone() {
		return TypeErrorf(t, "expected traceback object, got '%s'", TypeOf(x).fullName())
	}
	for n := next; n != nil; n = n.Next {
		if n == tb {
			return Raise(t, ValueErrorType, "traceback loop detected")
		}
	}
	tb.Next = next
	return nil
}
