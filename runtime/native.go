package runtime

import (
	"sync"
	"unsafe"
)

// A Native describes a function written in Go. It is immutable and shared by all interpreters.
type Native struct {
	name   string
	sig    string // text signature: "(self, object, /)"
	doc    string
	kind   nativeKind
	flavor MethodFlavor
	owner  *Type  // nil for module functions
	module string // of module functions
	f0     func(t *Thread, self Value) (Value, *Exception)
	f1     func(t *Thread, self, a Value) (Value, *Exception)
	f2     func(t *Thread, self, a, b Value) (Value, *Exception)
	fn     func(t *Thread, self Value, args []Value) (Value, *Exception)
	raw    CallFunc

	parse      sync.Once
	params     []param
	positional bool // all parameters may be given by position, the optional ones last
	since      int  // first and last minor version that has it; 0 for no bound
	until      int
}

type nativeKind uint8

const (
	native0 nativeKind = iota
	native1
	native2
	nativeN
	nativeRaw
)

// newNative makes the description of one row.
func newNative(m *MethodSpec) *Native {
	n := new(Native)
	n.fill(m)
	return n
}

func (n *Native) fill(m *MethodSpec) {
	n.doc, n.flavor, n.since, n.until = m.Doc, m.Flavor, m.Since, m.Until
	for i := 0; i < len(m.Sig); i++ {
		if m.Sig[i] == '(' {
			n.name, n.sig = m.Sig[:i], m.Sig[i:]
			break
		}
	}
	if n.name == "" {
		n.name = m.Sig
	}
	switch f := m.Fn.(type) {
	case func(t *Thread, self Value) (Value, *Exception):
		n.kind, n.f0 = native0, f
	case func(t *Thread, self, a Value) (Value, *Exception):
		n.kind, n.f1 = native1, f
	case func(t *Thread, self, a, b Value) (Value, *Exception):
		n.kind, n.f2 = native2, f
	case func(t *Thread, self Value, args []Value) (Value, *Exception):
		n.kind, n.fn = nativeN, f
	case func(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception):
		n.kind, n.raw = nativeRaw, f
	default:
		panic("runtime: method " + m.Sig + " has a function of an unknown form")
	}
}

// call runs the function with self bound. args is a view that stays valid during the call only.
func (n *Native) call(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
	switch n.kind {
	case native0:
		if len(args) == 0 {
			return n.f0(t, self)
		}
	case native1:
		if len(args) == 1 && kw == nil {
			return n.f1(t, self, args[0])
		}
	case native2:
		if len(args) == 2 && kw == nil {
			return n.f2(t, self, args[0], args[1])
		}
	case nativeRaw:
		return n.raw(t, self, args, kw)
	}
	mark := len(t.handles)
	bound, exc := n.bind(t, args, kw)
	if exc != nil {
		t.Release(mark)
		return Null, exc
	}
	var v Value
	switch n.kind {
	case native0:
		v, exc = n.f0(t, self)
	case native1:
		v, exc = n.f1(t, self, bound[0])
	case native2:
		v, exc = n.f2(t, self, bound[0], bound[1])
	default:
		v, exc = n.fn(t, self, bound)
	}
	t.Release(mark)
	return v, exc
}

// A Builtin is a builtin_function_or_method: a native function with its self.
type Builtin struct {
	Header
	Fn     *Native
	Self   Value // Null for module functions without a module
	Module Value
}

// A Descriptor is a method_descriptor or classmethod_descriptor: a native method in its type's namespace.
type Descriptor struct {
	Header
	Fn *Native
}

// A SlotWrapper is a wrapper_descriptor: the dunder method that a slot of a builtin type makes.
type SlotWrapper struct {
	Header
	def   *slotDef
	owner *Type
}

// A MethodWrapper is a slot wrapper bound to an instance.
type MethodWrapper struct {
	Header
	w    *SlotWrapper
	self Value
}

// A GetSet is a getset_descriptor or member_descriptor of a builtin type.
type GetSet struct {
	Header
	spec  *GetSetSpec
	owner *Type
}

// A Member is the member_descriptor of a __slots__ entry.
type Member struct {
	Header
	name  *Str
	owner *Type
	index int
}

// NewBuiltin binds a native function.
func NewBuiltin(t *Thread, fn *Native, self, module Value) Value {
	b := alloc[Builtin](t)
	b.shape, b.Fn, b.Self, b.Module = builtinShape, fn, self, module
	return obj(unsafe.Pointer(b))
}

// AsBuiltin returns the builtin function that v is, or nil.
func AsBuiltin(v Value) *Builtin {
	if v.p != nil && (*Header)(v.p).shape == builtinShape {
		return (*Builtin)(v.p)
	}
	return nil
}

// AsDescriptor returns the native method descriptor that v is (not a classmethod's), or nil.
func AsDescriptor(v Value) *Descriptor {
	if v.p != nil && (*Header)(v.p).shape == methodDescriptorShape {
		return (*Descriptor)(v.p)
	}
	return nil
}

func asSlotWrapper(v Value) *SlotWrapper {
	if v.p != nil && (*Header)(v.p).shape == slotWrapperShape {
		return (*SlotWrapper)(v.p)
	}
	return nil
}

// Call0, Call1 and Call2 run a method whose self is checked already, for inline caches. They report false when the function has another form.
func (n *Native) Call1() func(t *Thread, self, a Value) (Value, *Exception) {
	if n.kind == native1 {
		return n.f1
	}
	return nil
}

// Call0 returns the function when it takes nothing but self.
func (n *Native) Call0() func(t *Thread, self Value) (Value, *Exception) {
	if n.kind == native0 {
		return n.f0
	}
	return nil
}

// Call2 returns the function when it takes two arguments.
func (n *Native) Call2() func(t *Thread, self, a, b Value) (Value, *Exception) {
	if n.kind == native2 {
		return n.f2
	}
	return nil
}

// Owner returns the type whose method the function is, nil for module functions.
func (n *Native) Owner() *Type { return n.owner }

// Name returns the function's name.
func (n *Native) Name() string { return n.name }

// Invoke runs the function with self bound and already checked; args and kw as in CallFunc.
func (n *Native) Invoke(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
	return n.call(t, self, args, kw)
}

func builtinCall(t *Thread, v Value, args []Value, kw *Tuple) (Value, *Exception) {
	b := (*Builtin)(v.p)
	return b.Fn.call(t, b.Self, args, kw)
}

// descriptorCall calls list.append(l, x) and the like.
func descriptorCall(t *Thread, v Value, args []Value, kw *Tuple) (Value, *Exception) {
	d := (*Descriptor)(v.p)
	n := d.Fn
	if len(args)-kw.Len() < 1 {
		return Null, TypeErrorf(t, "unbound method %s.%s() needs an argument", n.owner.name, n.name)
	}
	if exc := n.checkSelf(t, args[0]); exc != nil {
		return Null, exc
	}
	return n.call(t, args[0], args[1:], kw)
}

func (n *Native) checkSelf(t *Thread, self Value) *Exception {
	if !IsInstance(self, n.owner) {
		return TypeErrorf(t, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", n.name, n.owner.fullName(), TypeOf(self).fullName())
	}
	return nil
}

func descriptorGet(t *Thread, d, o Value, _ *Type) (Value, *Exception) {
	if o.IsNull() {
		return d, nil
	}
	n := (*Descriptor)(d.p).Fn
	if exc := n.checkSelf(t, o); exc != nil {
		return Null, exc
	}
	return NewBuiltin(t, n, o, None), nil
}

// classDescriptorGet binds dict.fromkeys and the like to the class.
func classDescriptorGet(t *Thread, d, o Value, owner *Type) (Value, *Exception) {
	n := (*Descriptor)(d.p).Fn
	if owner == nil {
		owner = TypeOf(o)
	}
	if !owner.IsSubtype(n.owner) {
		return Null, TypeErrorf(t, "descriptor '%s' requires a subtype of '%s' but received '%s'", n.name, n.owner.name, owner.name)
	}
	return NewBuiltin(t, n, owner.Value(), None), nil
}

func slotWrapperCall(t *Thread, v Value, args []Value, kw *Tuple) (Value, *Exception) {
	w := (*SlotWrapper)(v.p)
	if len(args)-kw.Len() < 1 {
		return Null, TypeErrorf(t, "descriptor '%s' of '%s' object needs an argument", w.def.name, w.owner.name)
	}
	if !IsInstance(args[0], w.owner) {
		return Null, TypeErrorf(t, "descriptor '%s' requires a '%s' object but received a '%s'", w.def.name, w.owner.name, TypeOf(args[0]).fullName())
	}
	return w.invoke(t, args[0], args[1:], kw)
}

func (w *SlotWrapper) invoke(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
	d := w.def
	if d.callKw != nil {
		return d.callKw(t, &w.owner.Slots, self, args, kw)
	}
	if kw != nil && kw.Len() > 0 {
		return Null, TypeErrorf(t, "wrapper %s() takes no keyword arguments", d.name)
	}
	if n := len(args); n < d.min || n > d.max {
		return Null, w.raiseArity(t, n)
	}
	return d.call(t, &w.owner.Slots, self, args)
}

// raiseArity words the TypeError as the several kinds of wrappers do: those that unpack a tuple name the method since 3.14 and left the place of
// the name empty before.
func (w *SlotWrapper) raiseArity(t *Thread, n int) *Exception {
	d := w.def
	name := ""
	if t.interp.Version.At(14) {
		name = d.name.s
	}
	switch {
	case d.min < d.max && t.interp.Version.At(14) && d.has(&Slots{Power: w.owner.Power}):
		return TypeErrorf(t, "expected 1 or 2 arguments, got %d", n)
	case n < d.min && d.min < d.max:
		return TypeErrorf(t, "%s expected at least %d argument%s, got %d", name, d.min, plural(d.min), n)
	case d.min < d.max:
		return TypeErrorf(t, "%s expected at most %d argument%s, got %d", name, d.max, plural(d.max), n)
	case d.min == 2:
		return TypeErrorf(t, "%s expected 2 arguments, got %d", name, n)
	case !t.interp.Version.At(14) && d.has(&Slots{Repeat: w.owner.Repeat, RepeatInPlace: w.owner.RepeatInPlace}):
		return TypeErrorf(t, " expected 1 argument, got %d", n)
	}
	return TypeErrorf(t, "expected %d argument%s, got %d", d.min, plural(d.min), n)
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

func slotWrapperGet(t *Thread, d, o Value, _ *Type) (Value, *Exception) {
	if o.IsNull() {
		return d, nil
	}
	w := (*SlotWrapper)(d.p)
	if !IsInstance(o, w.owner) {
		return Null, TypeErrorf(t, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", w.def.name, w.owner.name, TypeOf(o).fullName())
	}
	m := alloc[MethodWrapper](t)
	m.shape, m.w, m.self = methodWrapperShape, w, o
	return obj(unsafe.Pointer(m)), nil
}

func methodWrapperCall(t *Thread, v Value, args []Value, kw *Tuple) (Value, *Exception) {
	m := (*MethodWrapper)(v.p)
	return m.w.invoke(t, m.self, args, kw)
}

func getsetGet(t *Thread, d, o Value, _ *Type) (Value, *Exception) {
	if o.IsNull() {
		return d, nil
	}
	g := (*GetSet)(d.p)
	if !IsInstance(o, g.owner) {
		return Null, TypeErrorf(t, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", g.spec.Name, g.owner.fullName(), TypeOf(o).fullName())
	}
	return g.spec.Get(t, o)
}

func getsetSet(t *Thread, d, o, x Value) *Exception {
	g := (*GetSet)(d.p)
	if !IsInstance(o, g.owner) {
		return TypeErrorf(t, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", g.spec.Name, g.owner.fullName(), TypeOf(o).fullName())
	}
	if g.spec.Set == nil {
		if g.spec.Member {
			return Raise(t, AttributeErrorType, "readonly attribute")
		}
		return RaiseAttribute(t, "attribute '"+g.spec.Name+"' of '"+g.owner.fullName()+"' objects is not writable", o, t.Intern(g.spec.Name))
	}
	return g.spec.Set(t, o, x)
}

func memberGet(t *Thread, d, o Value, _ *Type) (Value, *Exception) {
	if o.IsNull() {
		return d, nil
	}
	m := (*Member)(d.p)
	if !IsInstance(o, m.owner) {
		return Null, TypeErrorf(t, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", m.name, m.owner.name, TypeOf(o).fullName())
	}
	v := *attrsOf(o).slot(m.index)
	if v.IsNull() {
		return Null, raiseNoAttr(t, o, m.name)
	}
	return v, nil
}

func memberSet(t *Thread, d, o, x Value) *Exception {
	m := (*Member)(d.p)
	if !IsInstance(o, m.owner) {
		return TypeErrorf(t, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", m.name, m.owner.name, TypeOf(o).fullName())
	}
	s := attrsOf(o).slot(m.index)
	if x.IsNull() && s.IsNull() {
		return RaiseAttribute(t, m.name.GoString(), o, m.name)
	}
	*s = x
	return nil
}
