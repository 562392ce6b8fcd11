package runtime

import (
	"strings"
	"sync"
	"unsafe"
)

// A TypeSpec is the one description of a builtin type. Dunder methods come from its slots; a method is one row.
type TypeSpec struct {
	Type    *Type
	Name    string  // "list", or "collections.deque" with the module before the last dot
	Base    *Type   // nil means object
	Bases   []*Type // all bases where there are more than Base
	Doc     string
	TextSig string // __text_signature__
	Flags   TypeFlags
	Slots   Slots
	Methods []MethodSpec
	GetSets []GetSetSpec
	// NewSub allocates an instance of a subclass, with tp's root shape; AttrsOffset says where it has its Attrs. Both are needed when Flags has
	// TypeBase and the layout is not Instance's.
	NewSub      func(t *Thread, tp *Type) *Header
	AttrsOffset uintptr
	// SubAttrsOffset is where instances of heap subclasses have their Attrs when the type's own instances have none.
	SubAttrsOffset uintptr
	// Attrs are further entries of the namespace.
	Attrs map[string]Value
	// Shape is the package variable that the type's root shape goes to, for exact type tests.
	Shape *Shape
	// Metatype is type when nil.
	Metatype *Type
	// Hidden keeps a native module from listing the type in its namespace.
	Hidden bool
	// NoNew leaves __new__ out of the namespace although Slots.New is set or inherited.
	NoNew bool

	fields  []StructField // of named tuple types
	visible int
	// Members is how many members instances of an exception class have in Ext, those of its bases included; such a class has a layout of its own.
	Members int
}

// A MethodSpec is a row of a method table. Sig is the name with the text signature, self included: "append(self, object, /)"; it decides arity,
// keywords, defaults, __text_signature__ and error wording. Fn is one of
//
//	func(t *Thread, self Value) (Value, *Exception)
//	func(t *Thread, self, a Value) (Value, *Exception)
//	func(t *Thread, self, a, b Value) (Value, *Exception)
//	func(t *Thread, self Value, args []Value) (Value, *Exception)             // one entry for each parameter, Null where left out without default
//	func(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception)  // unbound, checks for itself
//
// args is a view that must not be kept. The self of a module function is the module.
type MethodSpec struct {
	Sig    string
	Doc    string
	Fn     any
	Flavor MethodFlavor
	Since  int // first Python 3.x that has it, 0 for all
	Until  int // last Python 3.x that has it, 0 for all
}

// A MethodFlavor tells how a method binds.
type MethodFlavor uint8

// The flavors.
const (
	InstanceMethod MethodFlavor = iota
	ClassMethod
	StaticMethod
)

// A GetSetSpec is a computed attribute, or with Member a plain field of the Go struct as T_OBJECT members are.
type GetSetSpec struct {
	Name   string
	Doc    string
	Get    func(t *Thread, self Value) (Value, *Exception)
	Set    func(t *Thread, self, x Value) *Exception // nil for read-only; x Null deletes
	Member bool
	Since  int
	Until  int
}

// A ModuleSpec describes a native module.
type ModuleSpec struct {
	Name      string
	Doc       string
	Functions []MethodSpec
	Types     []*Type     // types of the core, added under their names
	TypeSpecs []*TypeSpec // the module's own types, bases first: readied at the first import and added under their names
	Init      func(t *Thread, m *Module) *Exception
	Traverse  func(in *Interp, visit VisitFunc) // the module's state in the interpreter
	Since     int                               // first Python 3.x that has the module, 0 for all
	Until     int                               // last Python 3.x that has the module, 0 for all

	readied   bool
	functions []*Native
}

// ready fills a builtin type from its spec.
func (s *TypeSpec) ready() {
	tp := s.Type
	tp.spec = s
	tp.name, tp.module = s.Name, "builtins"
	for i := len(s.Name) - 1; i >= 0; i-- {
		if s.Name[i] == '.' {
			tp.module, tp.name = s.Name[:i], s.Name[i+1:]
			break
		}
	}
	tp.qualname = static(tp.name)
	tp.doc, tp.textSig = s.Doc, s.TextSig
	tp.base = s.Base
	if tp.base == nil && tp != ObjectType {
		tp.base = ObjectType
	}
	meta := s.Metatype
	if meta == nil {
		meta = TypeType
	}
	tp.shape = meta.rootShapeEarly()
	if tp.base != nil {
		tp.bases = []*Type{tp.base}
		tp.mro = append([]*Type{tp}, tp.base.mro...)
		tp.flags = s.Flags | tp.base.flags&inheritedFlags
		if s.Bases != nil {
			tp.bases = s.Bases
			tp.mro, _ = computeMRO(nil, tp, s.Bases) // the bases are known to be consistent
		}
		tp.Slots = tp.base.Slots
		tp.attrsOffset = tp.base.attrsOffset
		tp.newSub = tp.base.newSub
		tp.layout = tp.base.layout
	} else {
		tp.mro = []*Type{tp}
		tp.flags = s.Flags
	}
	if s.NewSub != nil || s.AttrsOffset != 0 || tp.layout == nil || s.Flags&typeOwnLayout != 0 {
		tp.layout = tp
	}
	if s.NewSub != nil {
		tp.newSub = s.NewSub
	}
	tp.members = s.Members
	if s.AttrsOffset != 0 {
		tp.attrsOffset = s.AttrsOffset
	}
	tp.readyShapes(s.Shape)
	mergeSlots(&tp.Slots, &s.Slots)
	if tp.base == ObjectType && s.Slots.New == nil {
		tp.Slots.New = nil // builtin types do not inherit object.__new__
	}
	if s.unhashable() {
		tp.Slots.Hash = nil
	}
	s.fixDerived()
}

// unhashable reports a type that defines comparison without a hash.
func (s *TypeSpec) unhashable() bool { return s.Slots.RichCompare != nil && s.Slots.Hash == nil }

// fixDerived is Type.fixDerived for a builtin type, decided by the specs alone: looking into namespaces would fill them.
func (s *TypeSpec) fixDerived() {
	tp := s.Type
	tp.usesGenericGetAttr, tp.usesGenericSetAttr, tp.noInit, tp.plainNew = true, true, tp != ObjectType, false
	for _, b := range tp.mro {
		if b == ObjectType {
			continue
		}
		if b.spec.Slots.GetAttr != nil || b.spec.names(sGetattribute) || b.spec.names(sGetattr) {
			tp.usesGenericGetAttr = false
		}
		if b.spec.Slots.SetAttr != nil || b.spec.names(sSetattr) || b.spec.names(sDelattr) {
			tp.usesGenericSetAttr = false
		}
		if b.spec.Slots.Init != nil || b.spec.names(sInit) {
			tp.noInit = false
		}
	}
}

// names reports whether a method row or a further entry has this name.
func (s *TypeSpec) names(name *Str) bool {
	for i := range s.Methods {
		if sig := s.Methods[i].Sig; strings.HasPrefix(sig, name.s) && (len(sig) == len(name.s) || sig[len(name.s)] == '(') {
			return true
		}
	}
	_, ok := s.Attrs[name.s]
	return ok
}

// fillMu guards the filling of namespaces; nothing that may run Python code happens under it.
var fillMu sync.Mutex

// fillNamespace makes the namespace: the descriptors of slots, methods and attributes. It is called when the namespace is first looked into, as most
// programs do not look into most builtin types, and start-up time is felt; for the same reason objects of a kind are allocated together.
func (s *TypeSpec) fillNamespace() *Dict {
	tp := s.Type
	fillMu.Lock()
	defer fillMu.Unlock()
	if d := tp.names.Load(); d != nil {
		return d // another interpreter was faster
	}
	names := &Dict{Header: Header{shape: dictShape}}
	var buf [128]*slotDef
	defs := s.Slots.appendDefs(buf[:0])
	names.reserveStatic(len(defs) + len(s.Methods) + len(s.GetSets) + len(s.Attrs) + 3) // __new__, __doc__ and __hash__ follow
	tp.addSlotWrappers(names, defs)
	natives := make([]Native, len(s.Methods))
	descriptors := make([]Descriptor, len(s.Methods))
	for i := range s.Methods {
		natives[i].fill(&s.Methods[i])
		tp.addMethod(names, &natives[i], &descriptors[i])
	}
	getsets := make([]GetSet, len(s.GetSets))
	for i := range s.GetSets {
		spec, g := &s.GetSets[i], &getsets[i]
		g.shape, g.spec, g.owner = getsetShape, spec, tp
		if spec.Member {
			g.shape = memberShape
		}
		names.setStatic(static(spec.Name), obj(unsafe.Pointer(g)))
	}
	for k, v := range s.Attrs {
		names.setStatic(static(k), v)
	}
	if s.Slots.New != nil && !s.NoNew {
		names.setStatic(sNew, newWrapper(tp))
	}
	if _, ok := names.GetStr(sDoc); !ok {
		if s.Doc != "" {
			names.setStatic(sDoc, docStr(s.Doc))
		} else {
			names.setStatic(sDoc, None)
		}
	}
	if s.unhashable() {
		names.setStatic(sHash, None)
	}
	tp.names.Store(names)
	return names
}

// docStr makes the str of a docstring, which is seldom looked at: it is neither copied nor hashed.
func docStr(s string) Value {
	if !isASCII(s) {
		return static(s).Value()
	}
	return (&Str{Header: Header{shape: strShape, flags: flagASCII}, s: s}).Value()
}

// typeOwnLayout marks a spec whose instances have a Go struct of their own although nothing subclasses them.
const typeOwnLayout TypeFlags = 1 << 31

// rootShapeEarly returns the root shape even while the type is not ready yet: type and object depend on each other.
func (tp *Type) rootShapeEarly() *Shape {
	if tp.rootShape == nil {
		tp.rootShape = &Shape{typ: tp}
	}
	return tp.rootShape
}

func (tp *Type) readyShapes(own *Shape) {
	if own != nil {
		tp.rootShape = own
	}
	r := tp.rootShapeEarly()
	r.typ = tp
	// Builtin types are shared between interpreters, so their shapes must not grow: attributes go to a dict at once.
	r.dict = true
	tp.dictShape = r
	tp.version = nextTypeVersion()
}

// setStatic stores into the namespace of a builtin type while it is made.
func (d *Dict) setStatic(name *Str, v Value) {
	if i := d.findStr(name); i >= 0 {
		d.entries[i].val = v
		return
	}
	if len(d.entries) == cap(d.entries) {
		d.growStatic()
	}
	d.entries = append(d.entries, dictEntry{name.Hash(), name.Value(), v})
	if d.index != nil {
		d.place(name.Hash(), int32(len(d.entries)-1))
	}
	d.used++
	d.KeysVersion++
}

func (d *Dict) growStatic() { d.reserveStatic(max(8, 2*cap(d.entries))) }

// reserveStatic makes room for n entries.
func (d *Dict) reserveStatic(n int) {
	d.entries = append(make([]dictEntry, 0, n), d.entries...)
	if n > dictLinear {
		d.reindex(dictRoom(n))
	}
}

// addMethod puts a method into the namespace; d is room for its descriptor.
func (tp *Type) addMethod(names *Dict, n *Native, d *Descriptor) {
	n.owner = tp
	var v Value
	switch n.flavor {
	case ClassMethod:
		d.shape, d.Fn = classMethodDescriptorShape, n
		v = obj(unsafe.Pointer(d))
	case StaticMethod:
		b := &Builtin{Header: Header{shape: builtinShape}, Fn: n, Self: tp.Value(), Module: None}
		v = obj(unsafe.Pointer(&StaticMethodObject{Header: Header{shape: staticMethodShape}, Func: obj(unsafe.Pointer(b))}))
	default:
		d.shape, d.Fn = methodDescriptorShape, n
		v = obj(unsafe.Pointer(d))
	}
	names.setStatic(static(n.name), v)
}

// newWrapper makes the builtin function that is a type's __new__.
func newWrapper(tp *Type) Value {
	n := &Native{
		name: "__new__", sig: "($type, *args, **kwargs)", doc: "Create and return a new object.  See help(type) for accurate signature.",
		kind: nativeRaw, owner: tp, raw: callNew,
	}
	return obj(unsafe.Pointer(&Builtin{Header: Header{shape: builtinShape}, Fn: n, Self: tp.Value(), Module: None}))
}

// callNew is T.__new__(S, ...): it checks that S may be made by T's slot.
func callNew(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
	tp := (*Type)(self.p)
	if len(args)-kw.Len() < 1 {
		return Null, TypeErrorf(t, "%s.__new__(): not enough arguments", tp.name)
	}
	sub := asType(args[0])
	if sub == nil {
		return Null, TypeErrorf(t, "%s.__new__(X): X is not a type object (%s)", tp.name, TypeOf(args[0]).fullName())
	}
	if !sub.IsSubtype(tp) {
		return Null, TypeErrorf(t, "%s.__new__(%s): %s is not a subtype of %s", tp.name, sub.name, sub.name, tp.name)
	}
	base := sub
	for base != nil && base.flags&TypeHeap != 0 {
		base = base.base
	}
	if base != nil && base != tp && (base.layout != tp.layout && base.newSub == nil || !sameNew(base, tp)) {
		return Null, TypeErrorf(t, "%s.__new__(%s) is not safe, use %s.__new__()", tp.name, sub.name, base.name)
	}
	return tp.spec.Slots.New(t, sub, args[1:], kw)
}

// sameNew reports whether two builtin types make their instances by the same slot.
func sameNew(a, b *Type) bool {
	return *(*unsafe.Pointer)(unsafe.Pointer(&a.New)) == *(*unsafe.Pointer)(unsafe.Pointer(&b.New))
}

// newInstance allocates an instance of tp whose builtin layout is base's: base itself gives nil, so that the caller makes its own struct.
func newInstanceOf(t *Thread, tp *Type) *Header {
	if tp.layout == ObjectType {
		return &NewInstance(t, tp).Header
	}
	h := tp.newSub(t, tp)
	h.shape = tp.rootShape
	if tp.nslots > 0 {
		a := (*Attrs)(unsafe.Add(unsafe.Pointer(h), tp.attrsOffset))
		a.grow(t, tp.nslots-1)
		for i := 0; i < tp.nslots; i++ {
			*a.slot(i) = Null
		}
	}
	if tp.flags&TypeHasFinalizer != 0 {
		t.interp.registerFinalizer(h)
	}
	return h
}
