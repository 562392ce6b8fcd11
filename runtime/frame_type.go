package runtime

import (
	"strconv"
	"unsafe"
)

// FrameType is frame.
var FrameType = &Type{name: "frame"}

var frameShape = &Shape{typ: FrameType}

var frameSpec = TypeSpec{
	Type: FrameType, Name: "frame", Flags: TypeNoInstantiation | typeOwnLayout, Shape: frameShape, NoNew: true,
	Slots: Slots{Repr: frameRepr, Traverse: frameTraverse},
	Methods: []MethodSpec{
		{Sig: "clear($self, /)", Doc: "Clear all references held by the frame.", Fn: frameClear},
		{Sig: "__sizeof__($self, /)", Doc: "Return the size of the frame in memory, in bytes.", Fn: func(_ *Thread, self Value) (Value, *Exception) {
			c := (*Frame)(self.p).Code
			return Int(int64(152 + 8*(len(c.LocalsPlus)+c.StackSize))), nil
		}},
	},
	GetSets: []GetSetSpec{
		{
			Name: "f_trace_lines", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return Bool((*Frame)(self.p).TraceLines), nil },
			Set: func(t *Thread, self, x Value) *Exception { return setBoolMember(t, &(*Frame)(self.p).TraceLines, x) },
		},
		{Name: "f_back", Get: func(t *Thread, self Value) (Value, *Exception) { return (*Frame)(self.p).Back(t).Value(), nil }},
		{
			Name: "f_locals", Doc: "Return the mapping used by the frame to look up local variables.",
			Get: func(t *Thread, self Value) (Value, *Exception) { return (*Frame)(self.p).LocalsMapping(t), nil },
		},
		{Name: "f_lineno", Doc: "Return the current line number in the frame.", Get: func(_ *Thread, self Value) (Value, *Exception) {
			return lineOrNone(int32((*Frame)(self.p).Line())), nil
		}, Set: frameSetLine},
		{
			Name: "f_trace", Doc: "Return the trace function for this frame, or None if no trace function is set.",
			Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Frame)(self.p).Trace, nil },
			Set: func(_ *Thread, self, x Value) *Exception { (*Frame)(self.p).Trace = orNone(x); return nil },
		},
		{
			Name: "f_lasti", Doc: "Return the index of the last attempted instruction in the frame.",
			Get: func(_ *Thread, self Value) (Value, *Exception) { return Int(int64((*Frame)(self.p).Lasti())), nil },
		},
		{
			Name: "f_globals", Doc: "Return the global variables in the frame.",
			Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Frame)(self.p).Globals.Value(), nil },
		},
		{
			Name: "f_builtins", Doc: "Return the built-in variables in the frame.",
			Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Frame)(self.p).Builtins.Value(), nil },
		},
		{
			Name: "f_code", Doc: "Return the code object being executed in this frame.",
			Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Frame)(self.p).Code.Value(), nil },
		},
		{
			Name: "f_trace_opcodes", Doc: "Return True if opcode tracing is enabled, False otherwise.",
			Get: func(_ *Thread, self Value) (Value, *Exception) { return Bool((*Frame)(self.p).TraceOpcodes), nil },
			Set: func(t *Thread, self, x Value) *Exception { return setBoolMember(t, &(*Frame)(self.p).TraceOpcodes, x) },
		},
		{
			Name: "f_generator", Doc: "Return the generator or coroutine associated with this frame, or None.", Since: 14,
			Get: func(_ *Thread, self Value) (Value, *Exception) {
				if g := (*Frame)(self.p).Gen; g != nil {
					return g.Value(), nil
				}
				return None, nil
			},
		},
	},
}

// setBoolMember assigns a field that takes nothing but a bool.
func setBoolMember(t *Thread, field *bool, x Value) *Exception {
	if x.IsNull() {
		return Raise(t, TypeErrorType, "can't delete numeric/char attribute")
	}
	if !x.IsBool() {
		return Raise(t, TypeErrorType, "attribute value type must be bool")
	}
	*field = x.IsTrue()
	return nil
}

// AsFrame returns the frame that v is, or nil.
func AsFrame(v Value) *Frame {
	if v.p != nil && (*Header)(v.p).shape == frameShape {
		return (*Frame)(v.p)
	}
	return nil
}

// Line returns f_lineno, -1 for none.
func (f *Frame) Line() int { return f.Code.LineAt(f.Lasti()) }

func frameRepr(t *Thread, v Value) (Value, *Exception) {
	f := (*Frame)(v.p)
	file, exc := Repr(t, f.Code.Filename.Value())
	if exc != nil {
		return Null, exc
	}
	return NewStr(t, "<frame at "+Address(v)+", file "+file.GoString()+", line "+strconv.Itoa(f.Line())+", code "+f.Code.Name.GoString()+">").Value(), nil
}

// frameTraverse visits what the frame object itself refers to; the engine visits windows that are in use.
func frameTraverse(v Value, visit VisitFunc) {
	f := (*Frame)(v.p)
	visit(f.Code.Value())
	if f.Func != nil {
		visit(obj(unsafe.Pointer(f.Func)))
	}
	if f.Globals != nil {
		visit(f.Globals.Value())
	}
	if f.Builtins != nil {
		visit(f.Builtins.Value())
	}
	visit(f.Locals)
	visit(f.Trace)
	if f.extra != nil {
		visit(f.extra.Value())
	}
	if f.BackTo != nil {
		visit(f.BackTo.Value())
	}
	if f.Gen != nil {
		visit(f.Gen.Value())
	}
	if f.Live == nil && f.Slots != nil {
		for i := range f.Code.LocalsPlus {
			visit(*f.Slot(i))
		}
	}
}

func frameSetLine(t *Thread, self, x Value) *Exception {
	if x.IsNull() {
		return Raise(t, AttributeErrorType, "cannot delete attribute")
	}
	if !x.IsInt() {
		return Raise(t, ValueErrorType, "lineno must be an integer")
	}
	if (*Frame)(self.p).Trace.IsNone() || (*Frame)(self.p).Live == nil {
		return Raise(t, ValueErrorType, "f_lineno can only be set in a trace function")
	}
	return Unsupported(t, "setting f_lineno")
}

func frameClear(t *Thread, self Value) (Value, *Exception) {
	f := (*Frame)(self.p)
	if g := f.Gen; g != nil && f.Live != nil && g.Status != GenRunning {
		switch {
		case g.Status == GenSuspended && t.interp.Version.At(13):
			return Null, Raise(t, RuntimeErrorType, "cannot clear a suspended frame")
		case g.Status == GenSuspended:
			if _, exc := g.close(t); exc != nil {
				return Null, exc
			}
		case g.Status == GenCreated:
			t.interp.engine.DropGenerator(g)
			g.Status = GenClosed
		}
	} else if f.Live != nil {
		return Null, Raise(t, RuntimeErrorType, "cannot clear an executing frame")
	}
	if f.Live == nil && f.Slots != nil {
		for i := range f.Code.LocalsPlus {
			*f.Slot(i) = Null
		}
	}
	f.extra = nil
	return None, nil
}

// LocalsMapping returns f_locals: a proxy that writes through for functions, the namespace itself for modules and classes.
func (f *Frame) LocalsMapping(t *Thread) Value {
	if !f.Code.Is(CodeOptimized) {
		if !f.Locals.IsNull() {
			return f.Locals
		}
		return f.Globals.Value()
	}
	return newLocalsProxy(t, f)
}

// local returns the value of local i, Null while unbound; cells are looked into.
func (f *Frame) local(i int) Value {
	if f.Slots == nil || f.Code.Kinds[i]&KindHidden != 0 && f.Code.Is(CodeOptimized) && f.Live == nil {
		return Null
	}
	v := *f.Slot(i)
	if f.Code.Kinds[i]&(KindCell|KindFree) != 0 {
		if c := AsCell(v); c != nil {
			return c.V
		}
	}
	return v
}

func (f *Frame) setLocal(i int, v Value) {
	slot := f.Slot(i)
	if f.Code.Kinds[i]&(KindCell|KindFree) != 0 {
		if c := AsCell(*slot); c != nil {
			c.V = v
			return
		}
	}
	*slot = v
}

// findLocal returns the number of the local of that name, -1 for none; reading wants it bound.
func (f *Frame) findLocal(name *Str, read bool) int {
	if f.Slots == nil {
		return -1
	}
	for i, n := range f.Code.LocalsPlus {
		if n != name && !n.equal(name) {
			continue
		}
		if read && !f.local(i).IsNull() || !read && f.Code.Kinds[i]&KindHidden == 0 {
			return i
		}
	}
	return -1
}

// LocalsSnapshot is locals() of optimized code: a new dict of what is bound.
func LocalsSnapshot(t *Thread, f *Frame) (Value, *Exception) {
	d, exc := f.snapshotLocals(t)
	if exc != nil {
		return Null, exc
	}
	return d.Value(), nil
}

func (f *Frame) snapshotLocals(t *Thread) (*Dict, *Exception) {
	d := NewDict(t)
	for i, n := range f.Code.LocalsPlus {
		if v := f.local(i); !v.IsNull() {
			if exc := d.SetStr(t, n, v); exc != nil {
				return nil, exc
			}
		}
	}
	if f.extra != nil {
		for pos := 0; ; {
			k, v, ok := f.extra.Next(&pos)
			if !ok {
				break
			}
			if exc := d.Set(t, k, v); exc != nil {
				return nil, exc
			}
		}
	}
	return d, nil
}
