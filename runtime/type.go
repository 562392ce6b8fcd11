package runtime

import (
	"sync/atomic"
	"unsafe"
	"weak"
)

// A Type is a Python class. Builtin ones are package variables shared by all interpreters and never change after bootstrap; the others belong to
// one interpreter and are changed under its GIL.
type Type struct {
	Header
	Attrs // the class's own attributes live in dict; Attrs serves metaclasses with __slots__
	Slots

	name     string // __name__
	qualname *Str   // __qualname__ of heap types
	module   string // __module__ of builtin types
	doc      string
	textSig  string // __text_signature__ of builtin types

	base  *Type
	bases []*Type
	mro   []*Type
	names atomic.Pointer[Dict] // the class namespace; nil for a builtin type whose namespace nobody has asked for yet

	flags              TypeFlags
	version            uint32  // changes whenever a lookup may come out differently
	attrsOffset        uintptr // where instances keep their Attrs, 0 for none
	nslots             int     // __slots__ entries, inherited ones included
	slotHint           int     // most attributes an instance got so far
	rootShape          *Shape
	dictShape          *Shape
	layout             *Type                             // the builtin type that decides the Go struct of instances
	newSub             func(t *Thread, tp *Type) *Header // allocates an instance of a subclass of this builtin type
	subclasses         []weak.Pointer[Type]              // direct ones of a heap type
	spec               *TypeSpec                         // builtin types
	slotNames          []*Str                            // own __slots__
	members            int                               // exception classes with a layout of their own: how many members instances have in Ext
	abstract           bool                              // has abstract methods
	userOps            uint32                            // bits of the BinaryOps whose slot is the one that calls dunder methods
	usesGenericGetAttr bool                              // GetAttr is GenericGetAttr
	noInit             bool                              // a builtin type whose New does everything: object.__init__ would only check what New checked
	plainNew           bool                              // instances are made by object.__new__ and laid out as Instance
	initFn             *Function                         // PlainInit's answer at initVersion
	initVersion        uint32
	usesGenericSetAttr bool // SetAttr is GenericSetAttr
}

// TypeFlags tell what a type and its instances are.
type TypeFlags uint32

const (
	// TypeHeap marks a class made by a program; it can be changed.
	TypeHeap TypeFlags = 1 << iota
	// TypeBase marks a type that can be subclassed.
	TypeBase
	// TypeHasDict marks types whose instances have a __dict__.
	TypeHasDict
	// TypeHasWeakref marks types whose instances can be weakly referenced.
	TypeHasWeakref
	// TypeHasFinalizer marks types with a __del__.
	TypeHasFinalizer
	// TypeSequence and TypeMapping decide pattern matching.
	TypeSequence
	TypeMapping
	// TypeInt and the following mark a type and all its subclasses, as CPython's Py_TPFLAGS_..._SUBCLASS do.
	TypeInt
	TypeFloat
	TypeStr
	TypeBytes
	TypeList
	TypeTuple
	TypeDict
	TypeSet
	TypeException
	TypeTypeFlag
	// TypeNoInstantiation marks types that cannot be called to make instances.
	TypeNoInstantiation
	// TypeMatchSelf marks types whose class pattern with one positional matches the subject itself.
	TypeMatchSelf
)

const inheritedFlags = TypeHasDict | TypeHasWeakref | TypeHasFinalizer | TypeSequence | TypeMapping | TypeInt | TypeFloat | TypeStr | TypeBytes | TypeList |
	TypeTuple | TypeDict | TypeSet | TypeException | TypeTypeFlag | TypeMatchSelf

var typeVersions atomic.Uint32

func nextTypeVersion() uint32 { return typeVersions.Add(1) }

// Name returns __name__.
func (tp *Type) Name() string { return tp.name }

// Flags returns the type's flags.
func (tp *Type) Flags() TypeFlags { return tp.flags }

// Is reports whether the type has all the flags in f.
func (tp *Type) Is(f TypeFlags) bool { return tp.flags&f == f }

// Base returns __base__, nil for object.
func (tp *Type) Base() *Type { return tp.base }

// MRO returns the method resolution order; callers must not change it.
func (tp *Type) MRO() []*Type { return tp.mro }

// Version changes whenever a lookup on the type may come out differently.
func (tp *Type) Version() uint32 { return tp.version }

// RootShape is the shape of an instance without attributes.
func (tp *Type) RootShape() *Shape { return tp.rootShape }

// PlainInstances reports whether instances are laid out as Instance.
func (tp *Type) PlainInstances() bool {
	return tp.attrsOffset == instanceAttrsOffset && tp.layout == ObjectType
}

// Namespace returns the class's own namespace.
func (tp *Type) Namespace() *Dict { return tp.attrs() }

// attrs returns the class namespace.
func (tp *Type) attrs() *Dict {
	if d := tp.names.Load(); d != nil {
		return d
	}
	return tp.spec.fillNamespace()
}

// Value returns the type as a Value.
func (tp *Type) Value() Value { return obj(unsafe.Pointer(tp)) }

// IsSubtype reports whether tp is super or derives from it.
func (tp *Type) IsSubtype(super *Type) bool {
	if tp == super {
		return true
	}
	for _, b := range tp.mro {
		if b == super {
			return true
		}
	}
	return false
}

// asType returns the type v is, or nil when v is no type.
func asType(v Value) *Type {
	if v.p != nil && (*Header)(v.p).shape.typ.flags&TypeTypeFlag != 0 {
		return (*Type)(v.p)
	}
	return nil
}

// AsType returns the type v is, if it is one.
func AsType(v Value) (*Type, bool) {
	tp := asType(v)
	return tp, tp != nil
}

// IsInstance reports whether v's type derives from tp; it does not ask __instancecheck__.
func IsInstance(v Value, tp *Type) bool { return TypeOf(v).IsSubtype(tp) }

// Lookup finds name along the MRO, without binding.
func (tp *Type) Lookup(name *Str) (Value, bool) {
	v, _, ok := tp.lookupWhere(name)
	return v, ok
}

func (tp *Type) lookupWhere(name *Str) (Value, *Type, bool) {
	for _, b := range tp.mro {
		if v, ok := b.attrs().GetStr(name); ok {
			return v, b, true
		}
	}
	return Null, nil, false
}

// lookupIn is Lookup without what the interpreter's Python version lacks.
func (tp *Type) lookupIn(in *Interp, name *Str) (Value, bool) {
	for _, b := range tp.mro {
		if v, ok := b.attrs().GetStr(name); ok && (b.flags&TypeHeap != 0 || in.hasMember(v)) {
			return v, true
		}
	}
	return Null, false
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

// A methodCache remembers lookups along MROs, as CPython's type cache does.
type methodCache [1024]struct {
	tp      *Type
	name    *Str
	version uint32
	found   bool
	v       Value
}

// lookup is Lookup through the interpreter's method cache.
func (t *Thread) lookup(tp *Type, name *Str) (Value, bool) {
	h := (uintptr(unsafe.Pointer(tp))>>6 ^ uintptr(unsafe.Pointer(name))>>4) % uintptr(len(t.interp.methods))
	e := &t.interp.methods[h]
	if e.tp == tp && e.name == name && e.version == tp.version {
		return e.v, e.found
	}
	v, ok := tp.lookupIn(t.interp, name)
	if name.flags&flagInterned != 0 && !(ok && isPlainData(v)) {
		e.tp, e.name, e.version, e.v, e.found = tp, name, tp.version, v, ok
	}
	return v, ok
}

// LookupType finds name along tp's MRO, without binding, through the interpreter's method cache.
func (t *Thread) LookupType(tp *Type, name *Str) (Value, bool) { return t.lookup(tp, name) }

// modified must be called after any change of the namespace or the bases.
func (tp *Type) modified() {
	tp.version = nextTypeVersion()
	tp.rootShape.invalidate()
	tp.dictShape.Ver++
	for _, w := range tp.subclasses {
		if s := w.Value(); s != nil {
			s.modified()
		}
	}
}

// descriptorsChanged is called when a class becomes a descriptor's, or ceases to be one: what any class holds may bind in another way.
func (in *Interp) descriptorsChanged() {
	for _, subs := range in.subs {
		for _, w := range *subs {
			if s := w.Value(); s != nil {
				s.modified()
			}
		}
	}
}

// addSubclass records a direct subclass.
func (tp *Type) addSubclass(t *Thread, sub *Type) {
	list := &tp.subclasses
	if tp.flags&TypeHeap == 0 {
		list = t.interp.builtinSubclasses(tp)
	}
	kept := (*list)[:0]
	for _, w := range *list {
		if w.Value() != nil {
			kept = append(kept, w)
		}
	}
	*list = append(kept, weak.Make(sub))
}

// Subclasses returns the live direct subclasses made in t's interpreter, after the builtin ones.
func (tp *Type) Subclasses(t *Thread) []*Type {
	var out []*Type
	if tp.flags&TypeHeap == 0 {
		for _, b := range readiedTypes() {
			for _, x := range b.bases {
				if x == tp {
					out = append(out, b)
				}
			}
		}
	}
	list := tp.subclasses
	if tp.flags&TypeHeap == 0 {
		list = *t.interp.builtinSubclasses(tp)
	}
	for _, w := range list {
		if s := w.Value(); s != nil {
			out = append(out, s)
		}
	}
	return out
}

// initShapes gives the type its root and dict shapes.
func (tp *Type) initShapes() {
	tp.rootShape = &Shape{typ: tp}
	tp.dictShape = &Shape{typ: tp, dict: true}
	tp.version = nextTypeVersion()
}
