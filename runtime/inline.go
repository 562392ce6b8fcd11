package runtime

import "unsafe"

// An AttrKind tells where an attribute site found its attribute, and so what an inline cache has to guard.
type AttrKind uint8

// The kinds of attribute sites.
const (
	AttrNone     AttrKind = iota // not cacheable
	AttrSlot                     // in a slot of the instance: guard shape and version; the slot may be Null
	AttrClassVar                 // in a class namespace, bound to nothing: guard shape and version
	AttrMethod                   // a function or native method of the class: guard shape and version
	AttrModule                   // in a module's namespace: guard the module and the dict's keys
	AttrType                     // an attribute of a class object: guard the class and its version
)

// An AttrInfo is what an inline cache needs to know of an attribute.
type AttrInfo struct {
	Kind   AttrKind
	Shape  *Shape
	Slots  uintptr // AttrSlot: offset of the pointer to the slots in the object
	Offset uintptr // of the slot from there, or of the value in Dict's entries
	Dict   *Dict
	Method Value
}

// ResolveAttr finds out how x.name is loaded.
func ResolveAttr(t *Thread, x Value, name *Str) AttrInfo {
	if x.p == nil {
		return resolveClass(t, IntType, intShape, name)
	}
	tp, shape := TypeOf(x), x.Header().shape
	if m := AsModule(x); m != nil && tp == ModuleType {
		return resolveModule(t, m, name)
	}
	if cls := asType(x); cls != nil {
		return resolveType(t, cls, name)
	}
	if !tp.usesGenericGetAttr {
		return AttrInfo{}
	}
	d, found := t.lookup(tp, name)
	if found {
		if m := asMember(d); m != nil && tp.IsSubtype(m.owner) {
			return AttrInfo{Kind: AttrSlot, Shape: shape, Slots: tp.attrsOffset, Offset: uintptr(m.index) * ValueSize}
		}
		if TypeOf(d).DescrSet != nil {
			return AttrInfo{}
		}
	}
	if tp.attrsOffset != 0 && tp.flags&TypeHasDict != 0 {
		if shape.dict {
			return AttrInfo{}
		}
		if i := shape.Lookup(name); i >= 0 {
			return AttrInfo{Kind: AttrSlot, Shape: shape, Slots: tp.attrsOffset, Offset: uintptr(i) * ValueSize}
		}
	}
	return resolveClass(t, tp, shape, name)
}

// resolveClass finds an attribute that the instance has not.
func resolveClass(t *Thread, tp *Type, shape *Shape, name *Str) AttrInfo {
	v, where, ok := tp.lookupWhere(name)
	if !ok || !t.interp.hasMember(v) {
		return AttrInfo{}
	}
	if AsFunction(v) != nil || AsDescriptor(v) != nil {
		return AttrInfo{Kind: AttrMethod, Shape: shape, Method: v}
	}
	if TypeOf(v).DescrGet != nil {
		return AttrInfo{}
	}
	i := where.attrs().findStr(name)
	return AttrInfo{Kind: AttrClassVar, Shape: shape, Dict: where.attrs(), Offset: uintptr(i)*EntrySize + EntryValueOffset}
}

func resolveModule(t *Thread, m *Module, name *Str) AttrInfo {
	if d, ok := t.lookup(ModuleType, name); ok && TypeOf(d).DescrSet != nil {
		return AttrInfo{}
	}
	i := m.Dict.findStr(name)
	if i < 0 {
		return AttrInfo{}
	}
	return AttrInfo{Kind: AttrModule, Dict: m.Dict, Offset: uintptr(i)*EntrySize + EntryValueOffset}
}

func resolveType(t *Thread, cls *Type, name *Str) AttrInfo {
	meta := TypeOf(cls.Value())
	if v, _ := t.lookup(meta, sGetattribute); !isSlotOf(v, TypeType) {
		return AttrInfo{}
	}
	if _, ok := t.lookup(meta, name); ok {
		return AttrInfo{}
	}
	v, where, ok := cls.lookupWhere(name)
	if !ok || !t.interp.hasMember(v) || AsFunction(v) == nil && TypeOf(v).DescrGet != nil {
		return AttrInfo{}
	}
	i := where.attrs().findStr(name)
	return AttrInfo{Kind: AttrType, Dict: where.attrs(), Offset: uintptr(i)*EntrySize + EntryValueOffset}
}

// A StoreInfo is what an inline cache needs to know to store an attribute into a slot: with New set, the instance changes its shape from Shape to New,
// if it has room for the slot.
type StoreInfo struct {
	Shape  *Shape
	New    *Shape
	Slots  uintptr
	Index  uint32
	Offset uintptr
}

// ResolveStore finds out how x.name = v is done; ok is false where it is not cacheable.
func ResolveStore(t *Thread, x Value, name *Str) (StoreInfo, bool) {
	if x.p == nil {
		return StoreInfo{}, false
	}
	tp, shape := TypeOf(x), x.Header().shape
	if !tp.usesGenericSetAttr || tp.attrsOffset == 0 {
		return StoreInfo{}, false
	}
	if d, found := t.lookup(tp, name); found {
		if m := asMember(d); m != nil && tp.IsSubtype(m.owner) {
			return StoreInfo{Shape: shape, Slots: tp.attrsOffset, Index: uint32(m.index), Offset: uintptr(m.index) * ValueSize}, true
		}
		if TypeOf(d).DescrSet != nil {
			return StoreInfo{}, false
		}
	}
	if shape.dict || tp.flags&TypeHasDict == 0 {
		return StoreInfo{}, false
	}
	info := StoreInfo{Shape: shape, Slots: tp.attrsOffset}
	i := shape.Lookup(name)
	if i < 0 {
		if info.New = shape.add(name); info.New == nil {
			return StoreInfo{}, false
		}
		i = tp.nslots + len(info.New.keys) - 1
	}
	info.Index, info.Offset = uint32(i), uintptr(i)*ValueSize
	return info, true
}

// AttrsAt returns the attribute storage at an offset that ResolveAttr or ResolveStore gave for the object's shape.
func AttrsAt(x Value, off uintptr) *Attrs { return (*Attrs)(unsafe.Add(x.p, off)) }
