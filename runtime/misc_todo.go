package runtime

import "sort"

func sortStrs(names []*Str) {
	sort.Slice(names, func(i, j int) bool { return names[i].GoString() < names[j].GoString() })
}

func newGenericAlias(t *Thread, origin, key Value) (Value, *Exception) {
	return Null, Unsupported(t, "types.GenericAlias")
}

func reprOrType(t *Thread, v Value) string {
	s, exc := Repr(t, v)
	if exc != nil {
		return "<unprintable>"
	}
	return s.GoString()
}

// hasMember reports whether the interpreter's version has a namespace entry that not all versions have.
func (in *Interp) hasMember(v Value) bool {
	since, until := 0, 0
	if v.p == nil {
		return true
	}
	switch (*Header)(v.p).shape {
	case methodDescriptorShape, classMethodDescriptorShape:
		n := (*Descriptor)(v.p).Fn
		since, until = n.since, n.until
	case getsetShape, memberShape:
		g := (*GetSet)(v.p).spec
		since, until = g.Since, g.Until
	}
	return (since == 0 || in.Version.Minor >= since) && (until == 0 || in.Version.Minor <= until)
}

func typeOr(t *Thread, a, b Value) (Value, *Exception) {
	return Null, Unsupported(t, "types.UnionType")
}
