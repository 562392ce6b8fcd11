package runtime

// typeSetBases is the assignment of __bases__: it recomputes the MRO of the class and everything below it, all or nothing.
func typeSetBases(t *Thread, self, x Value) *Exception {
	tp := (*Type)(self.p)
	if exc := tp.canSet(t, "__bases__", x); exc != nil {
		return exc
	}
	tup := asTuple(x)
	if tup == nil {
		return TypeErrorf(t, "can only assign tuple to %s.__bases__, not %s", tp.name, TypeOf(x).fullName())
	}
	if tup.Len() == 0 {
		return TypeErrorf(t, "can only assign non-empty tuple to %s.__bases__, not ()", tp.name)
	}
	bases := make([]*Type, tup.Len())
	for i, v := range tup.Items {
		b := asType(v)
		if b == nil {
			return TypeErrorf(t, "%s.__bases__ must be tuple of classes, not '%s'", tp.name, TypeOf(v).fullName())
		}
		if b.IsSubtype(tp) {
			return Raise(t, TypeErrorType, "a __bases__ item causes an inheritance cycle")
		}
		bases[i] = b
	}
	base, exc := bestBase(t, bases)
	if exc != nil {
		return exc
	}
	if exc := tp.compatibleBase(t, base); exc != nil {
		return exc
	}
	oldBases, oldBase := tp.bases, tp.base
	tp.bases, tp.base = bases, base
	undo := map[*Type][]*Type{}
	if exc := tp.remro(t, undo); exc != nil {
		for c, mro := range undo {
			c.mro = mro
		}
		tp.bases, tp.base = oldBases, oldBase
		return exc
	}
	for _, b := range oldBases {
		b.removeSubclass(t, tp)
	}
	for _, b := range bases {
		b.addSubclass(t, tp)
	}
	for c := range undo {
		c.modified()
	}
	tp.updateSlots(t)
	return nil
}

// compatibleBase raises unless instances laid out for the present base suit the new one.
func (tp *Type) compatibleBase(t *Thread, base *Type) *Exception {
	old := tp.base
	if (base.publicFlags()^old.publicFlags())&flagBitGC != 0 {
		return TypeErrorf(t, "__bases__ assignment: '%s' deallocator differs from '%s'", base.fullName(), old.fullName())
	}
	if base.layout != old.layout || !sameStorage(base, old) {
		return TypeErrorf(t, "__bases__ assignment: '%s' object layout differs from '%s'", base.fullName(), old.fullName())
	}
	return nil
}

// remro recomputes the MRO of tp and its subclasses and remembers the old ones.
func (tp *Type) remro(t *Thread, undo map[*Type][]*Type) *Exception {
	mro, exc := tp.findMRO(t, TypeOf(tp.Value()))
	if exc != nil {
		return exc
	}
	if _, seen := undo[tp]; !seen {
		undo[tp] = tp.mro
	}
	tp.mro = mro
	for _, s := range tp.Subclasses(t) {
		if exc := s.remro(t, undo); exc != nil {
			return exc
		}
	}
	return nil
}

// removeSubclass forgets a direct subclass.
func (tp *Type) removeSubclass(t *Thread, sub *Type) {
	list := &tp.subclasses
	if tp.flags&TypeHeap == 0 {
		list = t.interp.builtinSubclasses(tp)
	}
	kept := (*list)[:0]
	for _, w := range *list {
		if s := w.Value(); s != nil && s != sub {
			kept = append(kept, w)
		}
	}
	*list = kept
}
