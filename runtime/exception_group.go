package runtime

import "strconv"

// The members of exception groups in Ext.
const (
	groupMessage = iota
	groupExceptions
)

func groupSpec() *TypeSpec {
	s := memberSpec(Slots{New: groupNew, Init: exceptionInit, Str: groupStr, Repr: groupRepr},
		member{"message", "exception message"}, member{"exceptions", "nested exceptions"})
	for i := range s.GetSets {
		s.GetSets[i].Set = nil
	}
	s.Methods = []MethodSpec{
		{Sig: "__class_getitem__($type, object, /)", Doc: "See PEP 585", Fn: newGenericAlias, Flavor: ClassMethod},
		{Sig: "derive($self, excs, /)", Fn: groupDerive},
		{Sig: "split($self, matcher_value, /)", Fn: groupSplit},
		{Sig: "subgroup($self, matcher_value, /)", Fn: groupSubgroup},
	}
	return s
}

// groupMembers returns the nested exceptions.
func (e *Exception) groupMembers() *Tuple { return asTuple(e.Ext[groupExceptions]) }

// isGroup reports whether e is an exception group.
func (e *Exception) isGroup() bool { return e.Is(BaseExceptionGroupType) }

// groupNew is BaseExceptionGroup.__new__(cls, message, exceptions): the base class makes an ExceptionGroup when no member forbids it.
func groupNew(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception) {
	npos := len(args) - kw.Len()
	if npos != 2 {
		return Null, TypeErrorf(t, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", npos)
	}
	if asStr(args[0]) == nil {
		return Null, badArgument(t, "BaseExceptionGroup.__new__", "argument 1", "str", args[0])
	}
	if asTuple(args[1]) == nil && !isSequence(args[1]) {
		return Null, Raise(t, TypeErrorType, "second argument (exceptions) must be a sequence")
	}
	items, exc := Collect(t, args[1])
	if exc != nil {
		return Null, exc
	}
	if len(items) == 0 {
		return Null, Raise(t, ValueErrorType, "second argument (exceptions) must be a non-empty sequence")
	}
	nested := false
	for i, v := range items {
		e := AsException(v)
		if e == nil {
			return Null, ValueErrorf(t, "Item %d of second argument (exceptions) is not an exception", i)
		}
		nested = nested || !e.Is(ExceptionType)
	}
	switch {
	case cls == BaseExceptionGroupType && !nested:
		cls = ExceptionGroupType
	case cls == ExceptionGroupType && nested:
		return Null, Raise(t, TypeErrorType, "Cannot nest BaseExceptions in an ExceptionGroup")
	case nested && cls.IsSubtype(ExceptionType):
		return Null, TypeErrorf(t, "Cannot nest BaseExceptions in '%s'", cls.fullName())
	}
	e := newException(t, cls, CopyTuple(t, args[:npos]))
	e.Ext[groupMessage], e.Ext[groupExceptions] = args[0], NewTuple(t, items).Value()
	return e.Value(), nil
}

// newGroup makes a group as native code needs it.
func newGroup(t *Thread, cls *Type, msg string, excs []Value) (*Exception, *Exception) {
	v, exc := groupNew(t, cls, []Value{NewStr(t, msg).Value(), NewList(t, excs).Value()}, nil)
	if exc != nil {
		return nil, exc
	}
	return (*Exception)(v.p), nil
}

func groupStr(t *Thread, v Value) (Value, *Exception) {
	e := (*Exception)(v.p)
	msg, exc := ToStr(t, orNone(e.Ext[groupMessage]))
	if exc != nil {
		return Null, exc
	}
	n := e.groupMembers().Len()
	return NewStr(t, msg.GoString()+" ("+strconv.Itoa(n)+" sub-exception"+plural(n)+")").Value(), nil
}

// groupRepr shows the message and the members; from 3.14 on a list that was given and changed since is shown as it was.
func groupRepr(t *Thread, v Value) (Value, *Exception) {
	e := (*Exception)(v.p)
	if !t.interp.Version.At(14) || e.Args.Len() < 2 {
		return exceptionRepr(t, v)
	}
	msg, exc := Repr(t, orNone(e.Ext[groupMessage]))
	if exc != nil {
		return Null, exc
	}
	var excs *Str
	members := e.groupMembers()
	if asList(e.Args.Items[1]) != nil {
		excs, exc = Repr(t, NewList(t, append([]Value(nil), members.Items...)).Value())
	} else if asTuple(e.Args.Items[1]) != nil {
		excs, exc = Repr(t, members.Value())
	} else {
		excs, exc = Repr(t, e.Args.Items[1])
	}
	if exc != nil {
		return Null, exc
	}
	return NewStr(t, e.Type().name+"("+msg.GoString()+", "+excs.GoString()+")").Value(), nil
}

func groupDerive(t *Thread, self, excs Value) (Value, *Exception) {
	e := (*Exception)(self.p)
	return groupNew(t, BaseExceptionGroupType, []Value{orNone(e.Ext[groupMessage]), excs}, nil)
}

// A groupMatcher decides which exceptions of a group belong to the matching part.
type groupMatcher struct {
	types Value               // an exception class or a tuple of them, or Null
	pred  Value               // a callable, or Null
	among map[*Exception]bool // leaves, or nil
}

func newGroupMatcher(t *Thread, v Value) (*groupMatcher, *Exception) {
	if TypeOf(v).Call != nil && asType(v) == nil {
		return &groupMatcher{types: Null, pred: v}, nil
	}
	if isExceptionClass(v) {
		return &groupMatcher{types: v, pred: Null}, nil
	}
	if x := ExactTuple(v); x != nil {
		ok := true
		for _, c := range x.Items {
			ok = ok && isExceptionClass(c)
		}
		if ok {
			return &groupMatcher{types: v, pred: Null}, nil
		}
	}
	return nil, Raise(t, TypeErrorType, "expected an exception type, a tuple of exception types, or a callable (other than a class)")
}

func isExceptionClass(v Value) bool {
	tp := asType(v)
	return tp != nil && tp.flags&TypeException != 0
}

func (m *groupMatcher) match(t *Thread, e *Exception) (bool, *Exception) {
	switch {
	case m.among != nil:
		return !e.isGroup() && m.among[e], nil
	case !m.types.IsNull():
		return exceptionIs(e, m.types), nil
	}
	r, exc := Call(t, m.pred, e.Value())
	if exc != nil {
		return false, exc
	}
	return Truth(t, r)
}

// split divides e into what matches and, when wantRest, the rest; each is nil when empty.
func (m *groupMatcher) split(t *Thread, e *Exception, wantRest bool) (match, rest *Exception, exc *Exception) {
	ok, exc := m.match(t, e)
	if exc != nil {
		return nil, nil, exc
	}
	if ok {
		return e, nil, nil
	}
	if !e.isGroup() {
		return nil, e, nil
	}
	if exc := t.Enter(" in exceptiongroup_split_recursive"); exc != nil {
		return nil, nil, exc
	}
	defer t.Leave()
	var in, out []Value
	for _, x := range e.groupMembers().Items {
		a, b, exc := m.split(t, (*Exception)(x.p), wantRest)
		if exc != nil {
			return nil, nil, exc
		}
		if a != nil {
			in = append(in, a.Value())
		}
		if b != nil {
			out = append(out, b.Value())
		}
	}
	if match, exc = groupSubset(t, e, in); exc != nil || !wantRest {
		return match, nil, exc
	}
	rest, exc = groupSubset(t, e, out)
	return match, rest, exc
}

// groupSubset derives a group with some of e's members and e's metadata; nil for none.
func groupSubset(t *Thread, e *Exception, excs []Value) (*Exception, *Exception) {
	if len(excs) == 0 {
		return nil, nil
	}
	v, exc := CallMethod(t, e.Value(), sDerive, NewList(t, excs).Value())
	if exc != nil {
		return nil, exc
	}
	g := AsException(v)
	if g == nil || !g.isGroup() {
		return nil, Raise(t, TypeErrorType, "derive must return an instance of BaseExceptionGroup")
	}
	if e.TB != nil {
		g.TB = e.TB
	}
	g.Context, g.Cause, g.SuppressContext = e.Context, e.Cause, g.SuppressContext || e.Cause != nil
	notes, ok, exc := FindAttr(t, e.Value(), sNotes)
	if exc != nil || !ok {
		return g, exc
	}
	if isSequence(notes) {
		// A list of its own: adding a note to a part must not add it to the whole.
		items, exc := Collect(t, notes)
		if exc != nil {
			return nil, exc
		}
		return g, SetAttr(t, g.Value(), sNotes, NewList(t, items).Value())
	}
	return g, nil
}

var (
	sDerive = static("derive")
	sSplit  = static("split")
)

func groupSplit(t *Thread, self, cond Value) (Value, *Exception) {
	m, exc := newGroupMatcher(t, cond)
	if exc != nil {
		return Null, exc
	}
	match, rest, exc := m.split(t, (*Exception)(self.p), true)
	if exc != nil {
		return Null, exc
	}
	return MakeTuple(t, exceptionOrNone(match), exceptionOrNone(rest)).Value(), nil
}

func groupSubgroup(t *Thread, self, cond Value) (Value, *Exception) {
	m, exc := newGroupMatcher(t, cond)
	if exc != nil {
		return Null, exc
	}
	match, _, exc := m.split(t, (*Exception)(self.p), false)
	if exc != nil {
		return Null, exc
	}
	return exceptionOrNone(match), nil
}

// ExceptionGroupMatch is CHECK_EG_MATCH: it divides the exception that reached an except* clause into what the clause takes and what remains, None
// for nothing. A naked exception that matches is wrapped into a group.
func ExceptionGroupMatch(t *Thread, exc, typ Value) (match, rest Value, e *Exception) {
	if e := checkGroupTypes(t, typ); e != nil {
		return Null, Null, e
	}
	if exc.IsNone() {
		return None, None, nil
	}
	x := AsException(exc)
	if x == nil {
		return Null, Null, Raise(t, SystemErrorType, "except* on what is no exception")
	}
	if exceptionIs(x, typ) {
		if x.isGroup() {
			return exc, None, nil
		}
		v, e := groupNew(t, BaseExceptionGroupType, []Value{emptyStr.Value(), MakeTuple(t, exc).Value()}, nil)
		if e != nil {
			return Null, Null, e
		}
		if f := t.interp.engine.Frame(t, 0); f != nil && t.interp.Version.At(14) {
			(*Exception)(v.p).TB = NewTraceback(t, nil, f, f.Lasti())
		}
		return v, None, nil
	}
	if !x.isGroup() {
		return None, exc, nil
	}
	v, e := CallMethod(t, exc, sSplit, typ)
	if e != nil {
		return Null, Null, e
	}
	pair := asTuple(v)
	if pair == nil {
		return Null, Null, TypeErrorf(t, "%s.split must return a tuple, not %s", x.Type().fullName(), TypeOf(v).fullName())
	}
	if pair.Len() < 2 {
		return Null, Null, TypeErrorf(t, "%s.split must return a 2-tuple, got tuple of size %d", x.Type().fullName(), pair.Len())
	}
	return pair.Items[0], pair.Items[1], nil
}

// checkGroupTypes raises for classes that except* cannot catch.
func checkGroupTypes(t *Thread, typ Value) *Exception {
	if exc := CheckExceptTypes(t, typ); exc != nil {
		return exc
	}
	types := []Value{typ}
	if x := asTuple(typ); x != nil {
		types = x.Items
	}
	for _, v := range types {
		if asType(v).IsSubtype(BaseExceptionGroupType) {
			return Raise(t, TypeErrorType, "catching ExceptionGroup with except* is not allowed. Use except instead.")
		}
	}
	return nil
}

// PrepReraiseStar is what is raised at the end of a try with except* clauses: orig is the exception that was caught, list what each clause left or
// raised. None means that all was handled. What was re-raised unchanged takes its old places in orig; what is new stands beside it.
func PrepReraiseStar(t *Thread, orig Value, list *List) (Value, *Exception) {
	if len(list.Items) == 0 {
		return None, nil
	}
	o := AsException(orig)
	if o == nil || !o.isGroup() {
		return list.Items[0], nil // a naked exception has one clause at most
	}
	var raised []Value
	again := map[*Exception]bool{}
	for _, v := range list.Items {
		e := AsException(v)
		if e == nil {
			continue
		}
		if sameMetadata(t, e, o) {
			e.leaves(again)
		} else {
			raised = append(raised, v)
		}
	}
	var back *Exception
	if len(again) > 0 {
		var exc *Exception
		m := &groupMatcher{types: Null, pred: Null, among: again}
		if back, _, exc = m.split(t, o, false); exc != nil {
			return Null, exc
		}
	}
	if len(raised) == 0 {
		return exceptionOrNone(back), nil
	}
	if back != nil {
		raised = append(raised, back.Value())
	}
	if len(raised) == 1 {
		return raised[0], nil
	}
	g, exc := newGroup(t, BaseExceptionGroupType, "", raised)
	if exc != nil {
		return Null, exc
	}
	return g.Value(), nil
}

// leaves adds all exceptions below e that are no groups.
func (e *Exception) leaves(to map[*Exception]bool) {
	if !e.isGroup() {
		to[e] = true
		return
	}
	for _, v := range e.groupMembers().Items {
		(*Exception)(v.p).leaves(to)
	}
}

// sameMetadata reports whether two groups stem from one: they share notes, traceback, cause and context.
func sameMetadata(t *Thread, a, b *Exception) bool {
	if !a.isGroup() || a.TB != b.TB || a.Cause != b.Cause || a.Context != b.Context {
		return false
	}
	return true
}
