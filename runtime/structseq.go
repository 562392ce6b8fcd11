package runtime

import "unsafe"

// A StructSeq is an instance of a named tuple type of the native modules (time.struct_time, sys.flags): a tuple whose items have names too, and
// perhaps further fields that have only names.
type StructSeq struct {
	Tuple
	Extra []Value
}

// A StructField is a field of such a type.
type StructField struct {
	Name, Doc    string
	Since, Until int
}

// StructSpec describes a named tuple type: the first visible fields are the items. Programs can make instances unless fixed is set.
func StructSpec(tp *Type, shape *Shape, name, doc string, visible int, fixed bool, fields ...StructField) *TypeSpec {
	s := &TypeSpec{Type: tp, Name: name, Base: TupleType, Doc: doc, Flags: typeOwnLayout, Shape: shape, Attrs: map[string]Value{}}
	s.Slots = Slots{Repr: structRepr, Traverse: structTraverse}
	if fixed {
		s.Flags |= TypeNoInstantiation
		s.NoNew = true
	} else {
		s.Slots.New = structNew
	}
	var match []Value
	unnamed := 0
	for i, f := range fields {
		if f.Name == "" {
			unnamed++
			continue
		}
		if i < visible && unnamed == 0 {
			match = append(match, static(f.Name).Value())
		}
		s.GetSets = append(s.GetSets, GetSetSpec{Name: f.Name, Doc: f.Doc, Member: true, Since: f.Since, Until: f.Until, Get: structField(i, visible)})
	}
	s.Attrs["n_fields"], s.Attrs["n_sequence_fields"], s.Attrs["n_unnamed_fields"] = Int(int64(len(fields))), Int(int64(visible)), Int(int64(unnamed))
	s.Attrs["__match_args__"] = obj(unsafe.Pointer(&Tuple{Header: Header{shape: tupleShape}, Items: match}))
	s.Methods = []MethodSpec{
		{Sig: "__reduce__", Fn: func(t *Thread, self Value, _ []Value, _ *Tuple) (Value, *Exception) { return structReduce(t, self) }},
		{Sig: "__replace__", Doc: "__replace__($self, /, **changes)\n--\n\nReturn a copy of the structure with new values for the specified fields.", Fn: structReplace, Since: 13},
	}
	s.fields, s.visible = fields, visible
	return s
}

func structField(i, visible int) func(t *Thread, self Value) (Value, *Exception) {
	if i < visible {
		return func(_ *Thread, self Value) (Value, *Exception) { return (*Tuple)(self.p).Items[i], nil }
	}
	return func(_ *Thread, self Value) (Value, *Exception) { return (*StructSeq)(self.p).Extra[i-visible], nil }
}

// NewStructSeq makes an instance of a type that StructSpec described; missing further fields are None.
func NewStructSeq(t *Thread, tp *Type, values ...Value) Value {
	x := alloc[StructSeq](t)
	x.shape = tp.rootShape
	n := tp.spec.visible
	x.Items = append([]Value(nil), values[:n]...)
	x.Extra = make([]Value, len(tp.spec.fields)-n)
	for i := range x.Extra {
		x.Extra[i] = None
		if n+i < len(values) {
			x.Extra[i] = values[n+i]
		}
	}
	return obj(unsafe.Pointer(x))
}

func structTraverse(v Value, visit VisitFunc) {
	x := (*StructSeq)(v.p)
	for _, i := range x.Items {
		visit(i)
	}
	for _, i := range x.Extra {
		visit(i)
	}
}

func structRepr(t *Thread, v Value) (Value, *Exception) {
	x, tp := (*StructSeq)(v.p), TypeOf(v)
	b := append([]byte(tp.module), '.')
	b = append(append(b, tp.name...), '(')
	var names []string // CPython passes over fields without a name, so that later names move up
	for _, f := range tp.spec.fields {
		if f.Name != "" {
			names = append(names, f.Name)
		}
	}
	for i, item := range x.Items {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = append(append(b, names[i]...), '=')
		var exc *Exception
		if b, exc = appendRepr(t, b, item); exc != nil {
			return Null, exc
		}
	}
	return bytesStr(t, append(b, ')')), nil
}

var sUnnamedFields = static("n_unnamed_fields")

var structArgs = signature("structseq(sequence, dict=None)")

func structNew(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := structArgs.bind(t, args, kw)
	if exc != nil {
		return Null, exc
	}
	if TypeOf(a[0]).GetItem == nil || TypeOf(a[0]).flags&TypeDict != 0 {
		if TypeOf(a[0]).Iter == nil {
			return Null, Raise(t, TypeErrorType, "constructor requires a sequence")
		}
	}
	items, exc := Collect(t, a[0])
	if exc != nil {
		return Null, exc
	}
	var d *Dict
	name := cls.fullName()
	if !a[1].IsNone() {
		if d = asDict(a[1]); d == nil {
			return Null, TypeErrorf(t, "%s() takes a dict as second arg, if any", name)
		}
	}
	least, most := cls.spec.visible, len(cls.spec.fields)
	switch n := len(items); {
	case least == most && n != most:
		return Null, TypeErrorf(t, "%s() takes a %d-sequence (%d-sequence given)", name, most, n)
	case n < least:
		return Null, TypeErrorf(t, "%s() takes an at least %d-sequence (%d-sequence given)", name, least, n)
	case n > most:
		return Null, TypeErrorf(t, "%s() takes an at most %d-sequence (%d-sequence given)", name, most, n)
	}
	used := 0
	for i := len(items); i < most; i++ {
		v, ok := Null, false
		if d != nil {
			if v, ok = d.GetStr(t.Intern(cls.spec.fields[i].Name)); ok {
				used++
			}
		}
		if !ok {
			v = None
		}
		items = append(items, v)
	}
	if d != nil && used < d.Len() && t.interp.Version.At(13) {
		return Null, TypeErrorf(t, "%s() got duplicate or unexpected field name(s)", name)
	}
	return NewStructSeq(t, cls, items...), nil
}

func structReduce(t *Thread, self Value) (Value, *Exception) {
	x, tp := (*StructSeq)(self.p), TypeOf(self)
	d := NewDict(t)
	for i, v := range x.Extra {
		if n := tp.spec.fields[tp.spec.visible+i].Name; n != "" {
			_ = d.SetStr(t, t.Intern(n), v) // a str key cannot raise
		}
	}
	return newPair(t, tp.Value(), newPair(t, CopyTuple(t, x.Items).Value(), d.Value())), nil
}

func structReplace(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
	if len(args) > kw.Len() {
		return Null, Raise(t, TypeErrorType, "__replace__() takes no positional arguments")
	}
	x, tp := (*StructSeq)(self.p), TypeOf(self)
	if n, _ := tp.attrs().GetStr(sUnnamedFields); n.IsInt() && n.AsInt() > 0 {
		return Null, TypeErrorf(t, "__replace__() is not supported for %s because it has unnamed field(s)", tp.fullName())
	}
	values := append(append([]Value(nil), x.Items...), x.Extra...)
	var unknown []Value
	for i := 0; i < kw.Len(); i++ {
		k := asStr(kw.Items[i])
		at := -1
		for j, f := range tp.spec.fields {
			if f.Name == k.GoString() {
				at = j
			}
		}
		if at < 0 {
			unknown = append(unknown, kw.Items[i])
			continue
		}
		values[at] = args[i]
	}
	if len(unknown) > 0 {
		s, exc := Repr(t, NewList(t, unknown).Value())
		if exc != nil {
			return Null, exc
		}
		return Null, TypeErrorf(t, "Got unexpected field name(s): %s", s)
	}
	return NewStructSeq(t, tp, values...), nil
}
