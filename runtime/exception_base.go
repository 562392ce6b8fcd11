package runtime

import "unsafe"

// A member describes a plain field of an exception class, kept in Ext.
type member struct{ name, doc string }

// memberSpec is the part of an exception class's spec that its members make.
func memberSpec(slots Slots, members ...member) *TypeSpec {
	s := &TypeSpec{Slots: slots, Flags: typeOwnLayout, Members: len(members)}
	for i, m := range members {
		s.GetSets = append(s.GetSets, memberGetSet(i, m))
	}
	return s
}

func memberGetSet(i int, m member) GetSetSpec {
	return GetSetSpec{
		Name: m.name, Doc: m.doc, Member: true,
		Get: func(_ *Thread, self Value) (Value, *Exception) { return orNone((*Exception)(self.p).Ext[i]), nil },
		Set: func(_ *Thread, self, x Value) *Exception { (*Exception)(self.p).Ext[i] = x; return nil },
	}
}

func baseExceptionSpec() *TypeSpec {
	return &TypeSpec{
		AttrsOffset: unsafe.Offsetof(Exception{}.Attrs),
		NewSub:      func(t *Thread, tp *Type) *Header { return &newException(t, tp, emptyTuple).Header },
		Slots:       Slots{New: exceptionNew, Init: exceptionInit, Str: exceptionStr, Repr: exceptionRepr, Traverse: exceptionTraverse},
		Methods: []MethodSpec{
			{Sig: "__reduce__($self, /)", Fn: exceptionReduce},
			{Sig: "__setstate__($self, state, /)", Fn: exceptionSetState},
			{Sig: "with_traceback($self, tb, /)", Doc: "Set self.__traceback__ to tb and return self.", Fn: func(t *Thread, self, tb Value) (Value, *Exception) {
				return self, exceptionSetTraceback(t, self, tb)
			}},
			{Sig: "add_note($self, note, /)", Doc: "Add a note to the exception", Fn: exceptionAddNote},
		},
		GetSets: []GetSetSpec{
			{
				Name: "__suppress_context__", Member: true,
				Get: func(_ *Thread, self Value) (Value, *Exception) {
					return Bool((*Exception)(self.p).SuppressContext), nil
				},
				Set: exceptionSetSuppress,
			},
			{Name: "__dict__", Get: dictGetSet.Get, Set: setInstanceDict},
			{Name: "args", Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Exception)(self.p).Args.Value(), nil }, Set: exceptionSetArgs},
			{Name: "__traceback__", Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Exception)(self.p).TB.Value(), nil }, Set: exceptionSetTraceback},
			{
				Name: "__context__", Doc: "exception context",
				Get: func(_ *Thread, self Value) (Value, *Exception) {
					return exceptionOrNone((*Exception)(self.p).Context), nil
				},
				Set: func(t *Thread, self, x Value) *Exception {
					return setExceptionField(t, &(*Exception)(self.p).Context, x, "__context__", "context")
				},
			},
			{
				Name: "__cause__", Doc: "exception cause",
				Get: func(_ *Thread, self Value) (Value, *Exception) {
					return exceptionOrNone((*Exception)(self.p).Cause), nil
				},
				Set: func(t *Thread, self, x Value) *Exception {
					e := (*Exception)(self.p)
					if exc := setExceptionField(t, &e.Cause, x, "__cause__", "cause"); exc != nil {
						return exc
					}
					e.SuppressContext = true
					return nil
				},
			},
		},
	}
}

func exceptionOrNone(e *Exception) Value {
	if e == nil {
		return None
	}
	return e.Value()
}

func exceptionTraverse(v Value, visit VisitFunc) {
	e := (*Exception)(v.p)
	visit(e.Args.Value())
	if e.TB != nil {
		visit(e.TB.Value())
	}
	if e.Cause != nil {
		visit(e.Cause.Value())
	}
	if e.Context != nil {
		visit(e.Context.Value())
	}
	for _, x := range e.Ext {
		visit(x)
	}
}

// exceptionNew is BaseException.__new__.
func exceptionNew(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception) {
	return newException(t, cls, CopyTuple(t, args[:len(args)-kw.Len()])).Value(), nil
}

// exceptionInit is BaseException.__init__.
func exceptionInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	e := (*Exception)(self.p)
	if kw.Len() > 0 {
		return TypeErrorf(t, "%s() takes no keyword arguments", e.Type().name)
	}
	e.setArgs(t, args)
	return nil
}

// setArgs stores args, which __new__ has mostly stored already.
func (e *Exception) setArgs(t *Thread, args []Value) {
	if e.Args.Len() == len(args) {
		same := true
		for i, a := range e.Args.Items {
			same = same && Is(a, args[i])
		}
		if same {
			return
		}
	}
	e.Args = CopyTuple(t, args)
}

func exceptionStr(t *Thread, v Value) (Value, *Exception) {
	e := (*Exception)(v.p)
	switch e.Args.Len() {
	case 0:
		return emptyStr.Value(), nil
	case 1:
		return strValue(ToStr(t, e.Args.Items[0]))
	}
	return strValue(Repr(t, e.Args.Value()))
}

// strValue turns the result of a function that makes a str into a Value.
func strValue(s *Str, exc *Exception) (Value, *Exception) {
	if exc != nil {
		return Null, exc
	}
	return s.Value(), nil
}

func exceptionRepr(t *Thread, v Value) (Value, *Exception) {
	e := (*Exception)(v.p)
	name := e.Type().name
	x := e.Args.Value()
	if e.Args.Len() == 1 {
		s, exc := Repr(t, e.Args.Items[0])
		if exc != nil {
			return Null, exc
		}
		return NewStr(t, name+"("+s.GoString()+")").Value(), nil
	}
	s, exc := Repr(t, x)
	if exc != nil {
		return Null, exc
	}
	return NewStr(t, name+s.GoString()).Value(), nil
}

// keyErrorStr shows the repr of a single key, so that an empty or blank one is seen.
func keyErrorStr(t *Thread, v Value) (Value, *Exception) {
	if e := (*Exception)(v.p); e.Args.Len() == 1 {
		return strValue(Repr(t, e.Args.Items[0]))
	}
	return exceptionStr(t, v)
}

// ownDict returns the instance's __dict__ when it holds anything, else nil.
func ownDict(t *Thread, v Value) *Dict {
	if d := InstanceDict(t, v); d != nil && d.Len() > 0 {
		return d
	}
	return nil
}

func exceptionReduce(t *Thread, self Value) (Value, *Exception) {
	e := (*Exception)(self.p)
	if d := ownDict(t, self); d != nil {
		return MakeTuple(t, e.Type().Value(), e.Args.Value(), d.Value()).Value(), nil
	}
	return MakeTuple(t, e.Type().Value(), e.Args.Value()).Value(), nil
}

func exceptionSetState(t *Thread, self, state Value) (Value, *Exception) {
	if state.IsNone() {
		return None, nil
	}
	d := asDict(state)
	if d == nil {
		return Null, Raise(t, TypeErrorType, "state is not a dictionary")
	}
	for pos := 0; ; {
		k, v, ok := d.Next(&pos)
		if !ok {
			return None, nil
		}
		name, exc := attrName(t, k)
		if exc != nil {
			return Null, exc
		}
		if exc := SetAttr(t, self, name, v); exc != nil {
			return Null, exc
		}
	}
}

func exceptionAddNote(t *Thread, self, note Value) (Value, *Exception) {
	if asStr(note) == nil {
		if t.interp.Version.At(14) {
			return Null, badArgument(t, "add_note", "argument", "str", note)
		}
		return Null, TypeErrorf(t, "note must be a str, not '%s'", TypeOf(note).fullName())
	}
	notes, ok, exc := FindAttr(t, self, sNotes)
	if exc != nil {
		return Null, exc
	}
	if !ok {
		notes = NewList(t, nil).Value()
		if exc := SetAttr(t, self, sNotes, notes); exc != nil {
			return Null, exc
		}
	}
	l := asList(notes)
	if l == nil {
		return Null, Raise(t, TypeErrorType, "Cannot add note: __notes__ is not a list")
	}
	return None, l.Append(t, note)
}

// AddNote appends a note to an exception, as BaseException.add_note does; what goes wrong there is dropped, for the exception matters more.
func AddNote(t *Thread, e *Exception, note string) {
	if _, exc := exceptionAddNote(t, e.Value(), NewStr(t, note).Value()); exc != nil {
		return
	}
}

func exceptionSetArgs(t *Thread, self, x Value) *Exception {
	if x.IsNull() {
		return Raise(t, TypeErrorType, "args may not be deleted")
	}
	if tup := ExactTuple(x); tup != nil {
		(*Exception)(self.p).Args = tup
		return nil
	}
	items, exc := Collect(t, x)
	if exc != nil {
		return exc
	}
	(*Exception)(self.p).Args = NewTuple(t, items)
	return nil
}

func exceptionSetTraceback(t *Thread, self, x Value) *Exception {
	e := (*Exception)(self.p)
	switch {
	case x.IsNull():
		return Raise(t, TypeErrorType, "__traceback__ may not be deleted")
	case x.IsNone():
		e.TB = nil
	case AsTraceback(x) == nil:
		return Raise(t, TypeErrorType, "__traceback__ must be a traceback or None")
	default:
		e.TB = AsTraceback(x)
	}
	return nil
}

func exceptionSetSuppress(t *Thread, self, x Value) *Exception {
	if x.IsNull() {
		return Raise(t, TypeErrorType, "can't delete numeric/char attribute")
	}
	if !x.IsBool() {
		return Raise(t, TypeErrorType, "attribute value type must be bool")
	}
	(*Exception)(self.p).SuppressContext = x.IsTrue()
	return nil
}

func setExceptionField(t *Thread, field **Exception, x Value, attr, what string) *Exception {
	if x.IsNull() {
		return TypeErrorf(t, "%s may not be deleted", attr)
	}
	e := AsException(x)
	if e == nil && !x.IsNone() {
		return TypeErrorf(t, "exception %s must be None or derive from BaseException", what)
	}
	*field = e
	return nil
}

func stopIterationInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	if exc := exceptionInit(t, self, args, kw); exc != nil {
		return exc
	}
	if len(args) > 0 {
		(*Exception)(self.p).Ext[0] = args[0]
	} else {
		(*Exception)(self.p).Ext[0] = None
	}
	return nil
}

func systemExitInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	if exc := exceptionInit(t, self, args, kw); exc != nil {
		return exc
	}
	e := (*Exception)(self.p)
	switch len(args) {
	case 0:
	case 1:
		e.Ext[0] = args[0]
	default:
		e.Ext[0] = e.Args.Value()
	}
	return nil
}

// initWithKeywords stores the positional arguments as args and the keyword-only ones that sig lists in the members from at on.
func initWithKeywords(t *Thread, self Value, sig *Native, at int, args []Value, kw *Tuple) *Exception {
	e := (*Exception)(self.p)
	npos := len(args) - kw.Len()
	e.setArgs(t, args[:npos])
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := sig.bind(t, args[npos:], kw)
	if exc != nil {
		return exc
	}
	for i, v := range a {
		e.Ext[at+i] = v
	}
	return nil
}

var (
	nameErrorArgs      = signature("NameError(*, name=None)")
	attributeErrorArgs = signature("AttributeError(*, name=None, obj=None)")
	importErrorArgs    = signature("ImportError(*, name=None, path=None, name_from=None)")
)

func nameErrorInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	return initWithKeywords(t, self, nameErrorArgs, 0, args, kw)
}

func attributeErrorSpec() *TypeSpec {
	s := memberSpec(Slots{Init: func(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
		return initWithKeywords(t, self, attributeErrorArgs, 0, args, kw)
	}}, member{"name", "attribute name"}, member{"obj", "object"})
	s.Methods = []MethodSpec{
		{Sig: "__getstate__($self, /)", Fn: attributeErrorState, Since: 12},
		{Sig: "__reduce__($self, /)", Since: 12, Fn: func(t *Thread, self Value) (Value, *Exception) {
			state, exc := attributeErrorState(t, self)
			if exc != nil {
				return Null, exc
			}
			e := (*Exception)(self.p)
			return MakeTuple(t, e.Type().Value(), e.Args.Value(), state).Value(), nil
		}},
	}
	return s
}

// attributeErrorState leaves obj out, for it may not be picklable.
func attributeErrorState(t *Thread, self Value) (Value, *Exception) {
	e := (*Exception)(self.p)
	own := ownDict(t, self)
	name := e.Ext[0]
	if name.IsNull() && own == nil {
		return None, nil
	}
	d := NewDict(t)
	if own != nil {
		d = own.Copy(t)
	}
	if !name.IsNull() {
		_ = d.SetStr(t, sNameAttr, name) // a str key cannot raise
	}
	_ = d.SetStr(t, sArgs, e.Args.Value()) // nor here
	return d.Value(), nil
}

var (
	sArgs     = static("args")
	sPathAttr = static("path")
	sNameFrom = static("name_from")
)

func importErrorSpec() *TypeSpec {
	s := memberSpec(Slots{Init: importErrorInit, Str: importErrorStr},
		member{"msg", "exception message"}, member{"name", "module name"}, member{"path", "module path"}, member{"name_from", "name imported from module"})
	s.GetSets[3].Since = 12
	s.Methods = []MethodSpec{{Sig: "__reduce__($self, /)", Fn: importErrorReduce}}
	return s
}

func importErrorInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	if exc := initWithKeywords(t, self, importErrorArgs, 1, args, kw); exc != nil {
		return exc
	}
	e := (*Exception)(self.p)
	e.Ext[0] = None
	if e.Args.Len() == 1 {
		e.Ext[0] = e.Args.Items[0]
	}
	return nil
}

func importErrorStr(t *Thread, v Value) (Value, *Exception) {
	e := (*Exception)(v.p)
	if exactStr(e.Ext[0]) != nil {
		return e.Ext[0], nil
	}
	return exceptionStr(t, v)
}

func importErrorReduce(t *Thread, self Value) (Value, *Exception) {
	e := (*Exception)(self.p)
	state := NewDict(t)
	if own := ownDict(t, self); own != nil {
		state = own.Copy(t)
	}
	for i, k := range [...]*Str{sNameAttr, sPathAttr, sNameFrom} {
		if v := e.Ext[i+1]; !v.IsNull() && !v.IsNone() {
			_ = state.SetStr(t, k, v) // a str key cannot raise
		}
	}
	if state.Len() == 0 {
		return MakeTuple(t, e.Type().Value(), e.Args.Value()).Value(), nil
	}
	return MakeTuple(t, e.Type().Value(), e.Args.Value(), state.Value()).Value(), nil
}
