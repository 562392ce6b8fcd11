package runtime

import (
	"sort"
	"unsafe"
)

// computeMRO is the C3 linearisation of a class with the given bases.
func computeMRO(t *Thread, tp *Type, bases []*Type) ([]*Type, *Exception) {
	seqs := make([][]*Type, 0, len(bases)+1)
	for _, b := range bases {
		seqs = append(seqs, b.mro)
	}
	seqs = append(seqs, bases)
	out := []*Type{tp}
	for {
		var next *Type
		empty := true
		for _, s := range seqs {
			if len(s) == 0 {
				continue
			}
			empty = false
			if !inTails(seqs, s[0]) {
				next = s[0]
				break
			}
		}
		if empty {
			return out, nil
		}
		if next == nil {
			return nil, raiseMRO(t, seqs)
		}
		out = append(out, next)
		for i, s := range seqs {
			if len(s) > 0 && s[0] == next {
				seqs[i] = s[1:]
			}
		}
	}
}

func inTails(seqs [][]*Type, tp *Type) bool {
	for _, s := range seqs {
		for i := 1; i < len(s); i++ {
			if s[i] == tp {
				return true
			}
		}
	}
	return false
}

func raiseMRO(t *Thread, seqs [][]*Type) *Exception {
	msg := "Cannot create a consistent method resolution order (MRO) for bases "
	seen := map[*Type]bool{}
	for _, s := range seqs {
		if len(s) > 0 && !seen[s[0]] {
			if len(seen) > 0 {
				msg += ", "
			}
			seen[s[0]] = true
			msg += s[0].name
		}
	}
	return Raise(t, TypeErrorType, msg)
}

// bestBase picks the base whose builtin layout the class gets.
func bestBase(t *Thread, bases []*Type) (*Type, *Exception) {
	var winner *Type
	for _, b := range bases {
		if b.flags&TypeBase == 0 {
			return nil, TypeErrorf(t, "type '%s' is not an acceptable base type", b.fullName())
		}
		switch {
		case winner == nil:
			winner = b
		case solid(winner) == solid(b):
			if b.IsSubtype(winner) && b != winner && b.nslots > winner.nslots {
				winner = b
			}
		case solid(winner).IsSubtype(solid(b)):
		case solid(b).IsSubtype(solid(winner)):
			winner = b
		default:
			return nil, Raise(t, TypeErrorType, "multiple bases have instance lay-out conflict")
		}
	}
	return winner, nil
}

// solid returns the class that decides the layout of tp's instances: the last on the way to object that added slots, or the builtin one.
func solid(tp *Type) *Type {
	for b := tp; b.flags&TypeHeap != 0; b = b.base {
		if len(b.slotNames) > 0 {
			return b
		}
		if b.base == nil {
			break
		}
		if b.base.flags&TypeHeap == 0 {
			return b.base.layout
		}
	}
	if tp.flags&TypeHeap == 0 {
		return tp.layout
	}
	b := tp
	for b.flags&TypeHeap != 0 && len(b.slotNames) == 0 {
		b = b.base
	}
	if b.flags&TypeHeap == 0 {
		return b.layout
	}
	return b
}

// typeNew is type.__new__(meta, name, bases, namespace, **kwargs).
func typeNew(t *Thread, meta *Type, args []Value, kw *Tuple) (Value, *Exception) {
	npos := len(args) - kw.Len()
	if npos != 3 {
		return Null, TypeErrorf(t, "type.__new__() takes exactly 3 arguments (%d given)", npos)
	}
	name := asStr(args[0])
	if name == nil {
		return Null, TypeErrorf(t, "type.__new__() argument 1 must be str, not %s", TypeOf(args[0]).fullName())
	}
	baseTuple := asTuple(args[1])
	if baseTuple == nil {
		return Null, TypeErrorf(t, "type.__new__() argument 2 must be tuple, not %s", TypeOf(args[1]).fullName())
	}
	ns := asDict(args[2])
	if ns == nil {
		return Null, TypeErrorf(t, "type.__new__() argument 3 must be dict, not %s", TypeOf(args[2]).fullName())
	}
	bases := make([]*Type, 0, len(baseTuple.Items))
	for _, v := range baseTuple.Items {
		if b := asType(v); b != nil {
			bases = append(bases, b)
		} else if _, ok, exc := FindAttr(t, v, sMroEntries); exc != nil {
			return Null, exc
		} else if ok {
			return Null, Raise(t, TypeErrorType, "type() doesn't support MRO entry resolution; use types.new_class()")
		}
	}
	winner, exc := calculateMeta(t, meta, baseTuple)
	if exc == nil && len(bases) < baseTuple.Len() {
		exc = Raise(t, TypeErrorType, "bases must be types")
	}
	if len(bases) == 0 {
		bases = append(bases, ObjectType)
	}
	if exc != nil {
		return Null, exc
	}
	if winner != meta {
		if v, ok := t.lookup(winner, sNew); ok && AsBuiltin(v) == nil {
			return winner.New(t, winner, args, kw)
		}
		meta = winner
	}
	tp, exc := makeType(t, meta, name, bases, ns)
	if exc != nil {
		return Null, exc
	}
	if exc := tp.setNames(t); exc != nil {
		return Null, exc
	}
	return tp.Value(), tp.initSubclass(t, args[npos:], kw)
}

func makeType(t *Thread, meta *Type, name *Str, bases []*Type, ns *Dict) (*Type, *Exception) {
	seen := map[*Type]bool{}
	for _, b := range bases {
		if seen[b] {
			return nil, TypeErrorf(t, "duplicate base class %s", b.name)
		}
		seen[b] = true
	}
	base, exc := bestBase(t, bases)
	if exc != nil {
		return nil, exc
	}
	text := name.GoString()
	for i := 0; i < len(text); i++ {
		if text[i] == 0 {
			return nil, Raise(t, ValueErrorType, "type name must not contain null characters")
		}
	}
	tp := alloc[Type](t)
	tp.shape = meta.rootShape
	tp.name, tp.qualname = text, name
	tp.bases, tp.base = bases, base
	tp.layout, tp.newSub, tp.attrsOffset = base.layout, base.newSub, base.attrsOffset
	tp.slotHint = base.slotHint
	tp.flags = TypeHeap | TypeBase
	tp.nslots = base.nslots
	tp.names.Store(ns.Copy(t))
	if meta.nslots > 0 {
		tp.grow(t, meta.nslots-1)
		for i := 0; i < meta.nslots; i++ {
			*tp.slot(i) = Null
		}
	}
	for _, b := range bases {
		tp.flags |= b.flags & inheritedFlags
	}
	tp.initShapes()
	tp.setModule(t)
	if exc := tp.setSlotNames(t); exc != nil {
		return nil, exc
	}
	if tp.attrsOffset == 0 && tp.flags&TypeHasDict != 0 || tp.nslots > base.nslots || tp.flags&TypeHasDict != 0 {
		if tp.attrsOffset == 0 {
			if tp.layout == ObjectType {
				tp.attrsOffset = instanceAttrsOffset
			} else {
				tp.attrsOffset = base.subAttrsOffset()
			}
		}
	}
	if exc := tp.prepareNamespace(t, name); exc != nil {
		return nil, exc
	}
	if tp.mro, exc = tp.findMRO(t, meta); exc != nil {
		return nil, exc
	}
	tp.updateSlots(t)
	for _, b := range bases {
		b.addSubclass(t, tp)
	}
	if v, ok := tp.attrs().GetStr(sClasscell); ok {
		c := AsCell(v)
		if c == nil {
			return nil, TypeErrorf(t, "__classcell__ must be a nonlocal cell, not <class '%s'>", TypeOf(v).fullName())
		}
		c.V = tp.Value()
		tp.attrs().DeleteStr(t, sClasscell)
	}
	if v, ok := tp.attrs().GetStr(sClassdictcell); ok {
		if c := AsCell(v); c != nil {
			c.V = tp.attrs().Value()
		}
		tp.attrs().DeleteStr(t, sClassdictcell)
	}
	return tp, nil
}

// subAttrsOffset is where instances of a heap subclass have their Attrs when the builtin type's own instances have none.
func (tp *Type) subAttrsOffset() uintptr {
	for b := tp; b != nil; b = b.base {
		if b.spec != nil && b.spec.SubAttrsOffset != 0 {
			return b.spec.SubAttrsOffset
		}
	}
	return instanceAttrsOffset
}

// findMRO computes the MRO, through the metatype's mro() where a program overrides it.
func (tp *Type) findMRO(t *Thread, meta *Type) ([]*Type, *Exception) {
	mro, exc := computeMRO(t, tp, tp.bases)
	if exc != nil {
		return nil, exc
	}
	m, ok := t.lookup(meta, sMro)
	if !ok || AsDescriptor(m) != nil {
		return mro, nil
	}
	old := tp.mro
	tp.mro = mro
	r, exc := callUnbound(t, m, tp.Value(), meta, nil)
	tp.mro = old
	if exc != nil {
		return nil, exc
	}
	items, exc := Collect(t, r)
	if exc != nil {
		return nil, exc
	}
	mro = mro[:0:0]
	for _, v := range items {
		b := asType(v)
		if b == nil {
			return nil, TypeErrorf(t, "mro() returned a non-class ('%s')", TypeOf(v).fullName())
		}
		if !solid(tp).IsSubtype(solid(b)) {
			return nil, TypeErrorf(t, "mro() returned base with unsuitable layout ('%s')", b.fullName())
		}
		mro = append(mro, b)
	}
	return mro, nil
}

// setModule gives the namespace the name of the module that runs, unless the class body did.
func (tp *Type) setModule(t *Thread) {
	if _, ok := tp.attrs().GetStr(sModule); ok {
		return
	}
	if g := t.interp.engine.FrameGlobals(t); g != nil {
		if m, ok := g.GetStr(sName); ok {
			_ = tp.attrs().SetStr(t, sModule, m) // a str key cannot raise
		}
	}
}

// prepareNamespace gives the namespace what every class has.
func (tp *Type) prepareNamespace(t *Thread, name *Str) *Exception {
	d := tp.attrs()
	if q, ok := d.GetStr(sQualname); ok {
		s := asStr(q)
		if s == nil {
			return TypeErrorf(t, "type __qualname__ must be a str, not %s", TypeOf(q).fullName())
		}
		tp.qualname = s
		d.DeleteStr(t, sQualname)
	}
	if _, ok := d.GetStr(sDoc); !ok {
		_ = d.SetStr(t, sDoc, None)
	}
	if f, ok := d.GetStr(sNew); ok && AsFunction(f) != nil {
		_ = d.SetStr(t, sNew, NewStaticMethod(t, f))
	}
	for _, n := range [...]*Str{sInitSub, sClassGetitem} {
		if f, ok := d.GetStr(n); ok && AsFunction(f) != nil {
			_ = d.SetStr(t, n, NewClassMethod(t, f))
		}
	}
	if h, ok := d.GetStr(sEq); ok && !h.IsNull() {
		if _, ok := d.GetStr(sHash); !ok {
			_ = d.SetStr(t, sHash, None)
		}
	}
	return nil
}

// setSlotNames reads __slots__ and makes its member descriptors.
func (tp *Type) setSlotNames(t *Thread) *Exception {
	v, ok := tp.attrs().GetStr(sSlots)
	if !ok {
		if tp.base.flags&TypeHasDict == 0 || tp.attrsOffset == 0 {
			tp.flags |= TypeHasDict
		}
		tp.flags |= TypeHasDict | TypeHasWeakref
		return tp.addDictDescriptors(t, tp.base.flags&TypeHasDict == 0, tp.base.flags&TypeHasWeakref == 0)
	}
	var items []Value
	if s := asStr(v); s != nil {
		items = []Value{v}
	} else {
		var exc *Exception
		if items, exc = Collect(t, v); exc != nil {
			return exc
		}
	}
	wantDict, wantWeak := false, false
	hadDict := tp.base.flags&TypeHasDict != 0
	hadWeak := tp.base.flags&TypeHasWeakref != 0
	var names []*Str
	for _, it := range items {
		s := asStr(it)
		if s == nil {
			return TypeErrorf(t, "__slots__ items must be strings, not '%s'", TypeOf(it).fullName())
		}
		if !isIdentifier(t, s) {
			return Raise(t, TypeErrorType, "__slots__ must be identifiers")
		}
		switch {
		case s.equal(sDict):
			if hadDict || wantDict {
				return Raise(t, TypeErrorType, "__dict__ slot disallowed: we already got one")
			}
			wantDict = true
		case s.equal(sWeakref):
			if hadWeak || wantWeak {
				return Raise(t, TypeErrorType, "__weakref__ slot disallowed: we already got one")
			}
			wantWeak = true
		default:
			names = append(names, t.InternStr(mangle(t, tp.name, s)))
		}
	}
	if len(names) > 0 && tp.base.fixedSize() {
		return TypeErrorf(t, "nonempty __slots__ not supported for subtype of '%s'", tp.base.name)
	}
	if wantDict {
		tp.flags |= TypeHasDict
	}
	if wantWeak {
		tp.flags |= TypeHasWeakref
	}
	for _, n := range names {
		if _, clash := tp.attrs().GetStr(n); clash && !n.equal(sQualname) && !n.equal(sClasscell) {
			return Raisef(t, ValueErrorType, "'%s' in __slots__ conflicts with class variable", n)
		}
	}
	sortStrs(names)
	for _, n := range names {
		m := alloc[Member](t)
		m.shape, m.name, m.owner, m.index = memberSlotShape, n, tp, tp.nslots
		tp.nslots++
		_ = tp.attrs().SetStr(t, n, obj(unsafe.Pointer(m))) // a str key cannot raise
	}
	tp.slotNames = names
	return tp.addDictDescriptors(t, wantDict, wantWeak)
}

// fixedSize reports whether instances cannot get slots: int, bytes and tuple are variable-sized in CPython.
func (tp *Type) fixedSize() bool {
	return tp.flags&(TypeInt|TypeBytes|TypeTuple) != 0
}

func (tp *Type) addDictDescriptors(t *Thread, dict, weakref bool) *Exception {
	if dict {
		if _, ok := tp.attrs().GetStr(sDict); !ok {
			g := alloc[GetSet](t)
			g.shape, g.spec, g.owner = getsetShape, &dictGetSet, tp
			_ = tp.attrs().SetStr(t, sDict, obj(unsafe.Pointer(g)))
		}
	}
	if weakref {
		if _, ok := tp.attrs().GetStr(sWeakref); !ok {
			g := alloc[GetSet](t)
			g.shape, g.spec, g.owner = getsetShape, &weakrefGetSet, tp
			_ = tp.attrs().SetStr(t, sWeakref, obj(unsafe.Pointer(g)))
		}
	}
	return nil
}

// mangle applies private name mangling to a __slots__ entry.
func mangle(t *Thread, class string, s *Str) *Str {
	n := s.GoString()
	if len(n) < 3 || n[:2] != "__" || n[len(n)-2:] == "__" {
		return s
	}
	for len(class) > 0 && class[0] == '_' {
		class = class[1:]
	}
	if class == "" {
		return s
	}
	return NewStr(t, "_"+class+n)
}

// setNames calls __set_name__ of every attribute that has it.
func (tp *Type) setNames(t *Thread) *Exception {
	d := tp.attrs().Copy(t)
	for pos := 0; ; {
		k, v, ok := d.Next(&pos)
		if !ok {
			return nil
		}
		_, found := t.lookup(TypeOf(v), sSetName)
		if !found {
			continue
		}
		if _, _, exc := CallSpecial(t, v, sSetName, tp.Value(), k); exc != nil {
			AddNote(t, exc, "Error calling __set_name__ on '"+TypeOf(v).name+"' instance "+reprOrType(t, k)+" in '"+tp.name+"'")
			return exc
		}
	}
}

// initSubclass calls super(tp, tp).__init_subclass__(**kwargs).
func (tp *Type) initSubclass(t *Thread, kwvals []Value, kw *Tuple) *Exception {
	for _, b := range tp.mro[1:] {
		v, ok := b.attrs().GetStr(sInitSub)
		if !ok {
			continue
		}
		if get := TypeOf(v).DescrGet; get != nil {
			var exc *Exception
			if v, exc = get(t, v, Null, tp); exc != nil {
				return exc
			}
		}
		_, exc := CallKw(t, v, kwvals, kw)
		return exc
	}
	return nil
}

func sortStrs(names []*Str) {
	sort.Slice(names, func(i, j int) bool { return names[i].GoString() < names[j].GoString() })
}

// reprOrType is the repr for a message that must not fail.
func reprOrType(t *Thread, v Value) string {
	s, exc := Repr(t, v)
	if exc != nil {
		return "<unprintable " + TypeOf(v).name + " object>"
	}
	return s.GoString()
}
