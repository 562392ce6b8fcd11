package runtime

import "unsafe"

// A Shape is the hidden class of an object: its type, and for instances the attribute names in the order of their slots. Shapes form a tree
// below a type's root shape; a type owns its shapes. Ver changes whenever a lookup on the type may come out differently, so an inline cache
// guards both the pointer and Ver.
type Shape struct {
	typ    *Type
	Ver    uint32
	dict   bool   // attributes live in Attrs.dict, not in slots
	keys   []*Str // names of slots typ.nslots, typ.nslots+1, ...
	index  map[*Str]int32
	parent *Shape
	trans  map[*Str]*Shape
}

// maxShapeKeys is the number of attributes beyond which an instance turns to a dict.
const maxShapeKeys = 96

// Type returns the shape's type.
func (s *Shape) Type() *Type { return s.typ }

// IsDict reports whether instances of this shape keep their attributes in a dict.
func (s *Shape) IsDict() bool { return s.dict }

// Lookup returns the slot index of name, or -1.
func (s *Shape) Lookup(name *Str) int {
	if s.index != nil {
		if i, ok := s.index[name]; ok {
			return int(i)
		}
		return -1
	}
	for i, k := range s.keys {
		if k == name {
			return i + s.typ.nslots
		}
	}
	return -1
}

// Len returns the number of named attributes.
func (s *Shape) Len() int { return len(s.keys) }

// add returns the shape with one more attribute, or nil when the instance should turn to a dict.
func (s *Shape) add(name *Str) *Shape {
	if n := s.trans[name]; n != nil {
		return n
	}
	if len(s.keys) >= maxShapeKeys {
		return nil
	}
	n := &Shape{typ: s.typ, Ver: s.Ver, parent: s}
	n.shapeKeys(append(s.keys[:len(s.keys):len(s.keys)], name))
	if s.trans == nil {
		s.trans = map[*Str]*Shape{}
	}
	s.trans[name] = n
	if len(n.keys) > s.typ.slotHint {
		s.typ.slotHint = len(n.keys)
	}
	return n
}

func (s *Shape) shapeKeys(keys []*Str) {
	s.keys = keys
	if len(keys) > 8 {
		s.index = make(map[*Str]int32, len(keys))
		for i, k := range keys {
			s.index[k] = int32(i + s.typ.nslots)
		}
	}
}

// invalidate gives the shape and all below it a new version.
func (s *Shape) invalidate() {
	s.Ver++
	for _, n := range s.trans {
		n.invalidate()
	}
}

// Attrs is the attribute storage of an instance: slots first for __slots__, then for the shape's names. An object that has it tells where by its
// type's attrsOffset.
type Attrs struct {
	Slots unsafe.Pointer // *[cap]Value, nil while cap is 0
	dict  *Dict          // the attributes once __dict__ was asked for or the shape gave up; shape.dict is then set
	cap   uint32
	weak  bool // unused bits of the word
}

// An Instance is an object of a class whose builtin base is object.
type Instance struct {
	Header
	Attrs
}

type instance2 struct {
	Instance
	room [2]Value
}
type instance4 struct {
	Instance
	room [4]Value
}
type instance8 struct {
	Instance
	room [8]Value
}

// instanceAttrsOffset is where an Instance has its Attrs; inline caches for plain instances rely on it.
const instanceAttrsOffset = unsafe.Offsetof(Instance{}.Attrs)

// NewInstance makes an instance of a class laid out as Instance, with room for as many attributes as its siblings got.
func NewInstance(t *Thread, tp *Type) *Instance {
	n := tp.nslots + tp.slotHint
	var o *Instance
	switch {
	case n == 0:
		o = alloc[Instance](t)
	case n <= 2:
		x := alloc[instance2](t)
		o = &x.Instance
		o.Slots, o.cap = unsafe.Pointer(&x.room), 2
	case n <= 4:
		x := alloc[instance4](t)
		o = &x.Instance
		o.Slots, o.cap = unsafe.Pointer(&x.room), 4
	case n <= 8:
		x := alloc[instance8](t)
		o = &x.Instance
		o.Slots, o.cap = unsafe.Pointer(&x.room), 8
	default:
		o = alloc[Instance](t)
		o.Slots, o.cap = unsafe.Pointer(unsafe.SliceData(make([]Value, n))), uint32(n)
		t.charge(uintptr(n) * ValueSize)
	}
	o.shape = tp.rootShape
	for i := 0; i < tp.nslots; i++ {
		*o.slot(i) = Null
	}
	if tp.flags&TypeHasFinalizer != 0 {
		t.interp.registerFinalizer(&o.Header)
	}
	return o
}

func (a *Attrs) slot(i int) *Value {
	return (*Value)(unsafe.Add(a.Slots, uintptr(i)*ValueSize))
}

// Cap returns the number of slots there is room for.
func (a *Attrs) Cap() uint32 { return a.cap }

// grow makes room for slot i.
func (a *Attrs) grow(t *Thread, i int) {
	n := int(a.cap)*2 + 2
	if n <= i {
		n = i + 1
	}
	s := make([]Value, n)
	t.charge(uintptr(n) * ValueSize)
	if a.cap > 0 {
		copy(s, unsafe.Slice((*Value)(a.Slots), a.cap))
	}
	a.Slots, a.cap = unsafe.Pointer(unsafe.SliceData(s)), uint32(n)
}

// attrsOf returns the attribute storage of v, or nil when its type has none.
func attrsOf(v Value) *Attrs {
	if v.p == nil {
		return nil
	}
	off := (*Header)(v.p).shape.typ.attrsOffset
	if off == 0 {
		return nil
	}
	return (*Attrs)(unsafe.Add(v.p, off))
}

// StoreAttr stores an attribute of an instance that has no data descriptor for it.
func storeAttr(t *Thread, v Value, name *Str, x Value) *Exception {
	a, h := attrsOf(v), v.Header()
	if h.shape.dict {
		return a.toDict(t, h).SetStr(t, name, x)
	}
	i := h.shape.Lookup(name)
	if i >= 0 {
		*a.slot(i) = x
		return nil
	}
	n := h.shape.add(name)
	if n == nil {
		return a.toDict(t, h).SetStr(t, name, x)
	}
	i = n.typ.nslots + len(n.keys) - 1
	if i >= int(a.cap) {
		a.grow(t, i)
	}
	*a.slot(i) = x
	h.shape = n
	return nil
}

// loadAttr returns an instance's own attribute.
func loadAttr(v Value, name *Str) (Value, bool) {
	a, h := attrsOf(v), v.Header()
	if h.shape.dict {
		if a.dict == nil {
			return Null, false
		}
		return a.dict.GetStr(name)
	}
	if i := h.shape.Lookup(name); i >= 0 {
		return *a.slot(i), true
	}
	return Null, false
}

// deleteAttr removes an instance's own attribute and reports whether it was there.
func deleteAttr(t *Thread, v Value, name *Str) bool {
	a, h := attrsOf(v), v.Header()
	if !h.shape.dict {
		i := h.shape.Lookup(name)
		if i < 0 {
			return false
		}
		if i == h.shape.typ.nslots+len(h.shape.keys)-1 && h.shape.parent != nil {
			h.shape = h.shape.parent
			*a.slot(i) = Null
			return true
		}
		a.toDict(t, h)
	}
	return a.dict != nil && a.dict.DeleteStr(t, name)
}

// toDict moves the attributes to a dict, which from then on is the object's __dict__.
func (a *Attrs) toDict(t *Thread, h *Header) *Dict {
	if h.shape.dict {
		if a.dict == nil {
			a.dict = NewDict(t)
		}
		return a.dict
	}
	d := NewDict(t)
	for i, k := range h.shape.keys {
		s := a.slot(h.shape.typ.nslots + i)
		_ = d.SetStr(t, k, *s) // a str key cannot raise
		*s = Null
	}
	a.dict = d
	h.shape = h.shape.typ.dictShape
	return d
}

// InstanceDict returns the object's __dict__, or nil when its type gives it none.
func InstanceDict(t *Thread, v Value) *Dict {
	a := attrsOf(v)
	if a == nil || v.Header().shape.typ.flags&TypeHasDict == 0 {
		return nil
	}
	return a.toDict(t, v.Header())
}

// SetInstanceDict replaces the object's __dict__.
func SetInstanceDict(t *Thread, v Value, d *Dict) {
	a := attrsOf(v)
	a.toDict(t, v.Header())
	a.dict = d
}
