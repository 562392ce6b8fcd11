package runtime

import "unsafe"

// The types of what stands in builtin types' namespaces.
var (
	MethodDescriptorType      = &Type{name: "method_descriptor"}
	ClassMethodDescriptorType = &Type{name: "classmethod_descriptor"}
	SlotWrapperType           = &Type{name: "wrapper_descriptor"}
	MethodWrapperType         = &Type{name: "method-wrapper"}
	GetSetType                = &Type{name: "getset_descriptor"}
	MemberType                = &Type{name: "member_descriptor"}

	methodDescriptorShape      = &Shape{typ: MethodDescriptorType}
	classMethodDescriptorShape = &Shape{typ: ClassMethodDescriptorType}
	slotWrapperShape           = &Shape{typ: SlotWrapperType}
	methodWrapperShape         = &Shape{typ: MethodWrapperType}
	getsetShape                = &Shape{typ: GetSetType}
	memberShape                = &Shape{typ: MemberType} // GetSet with Member set
	memberSlotShape            = &Shape{typ: SlotMemberType}
	// SlotMemberType is the Go-side type of __slots__ entries; programs see it as member_descriptor.
	SlotMemberType = &Type{name: "member_descriptor"}
)

var descriptorSpecs = []*TypeSpec{
	{Type: MethodDescriptorType, Name: "method_descriptor", Shape: methodDescriptorShape, Flags: typeOwnLayout, Slots: Slots{Call: descriptorCall, DescrGet: descriptorGet}},
	{Type: ClassMethodDescriptorType, Name: "classmethod_descriptor", Shape: classMethodDescriptorShape, Flags: typeOwnLayout, Slots: Slots{DescrGet: classDescriptorGet}},
	{Type: SlotWrapperType, Name: "wrapper_descriptor", Shape: slotWrapperShape, Flags: typeOwnLayout, Slots: Slots{Call: slotWrapperCall, DescrGet: slotWrapperGet}},
	{Type: MethodWrapperType, Name: "method-wrapper", Shape: methodWrapperShape, Flags: typeOwnLayout, Slots: Slots{Call: methodWrapperCall}},
	{Type: GetSetType, Name: "getset_descriptor", Shape: getsetShape, Flags: typeOwnLayout, Slots: Slots{DescrGet: getsetGet, DescrSet: getsetSet}},
	{Type: MemberType, Name: "member_descriptor", Shape: memberShape, Flags: typeOwnLayout, Slots: Slots{DescrGet: getsetGet, DescrSet: getsetSet}},
	{Type: SlotMemberType, Name: "member_descriptor", Shape: memberSlotShape, Flags: typeOwnLayout, Slots: Slots{DescrGet: memberGet, DescrSet: memberSet}},
}

// A StaticMethodObject is a staticmethod.
type StaticMethodObject struct {
	Header
	Attrs
	Func Value
}

// A ClassMethodObject is a classmethod.
type ClassMethodObject struct {
	Header
	Attrs
	Func Value
}

// NewStaticMethod makes a staticmethod.
func NewStaticMethod(t *Thread, fn Value) Value {
	s := alloc[StaticMethodObject](t)
	s.shape, s.Func = staticMethodShape, fn
	return obj(unsafe.Pointer(s))
}

// NewClassMethod makes a classmethod.
func NewClassMethod(t *Thread, fn Value) Value {
	c := alloc[ClassMethodObject](t)
	c.shape, c.Func = classMethodShape, fn
	return obj(unsafe.Pointer(c))
}

var dictGetSet = GetSetSpec{Name: "__dict__", Doc: "dictionary for instance variables",
	Get: func(t *Thread, self Value) (Value, *Exception) { return InstanceDict(t, self).Value(), nil },
	Set: func(t *Thread, self, x Value) *Exception {
		if x.IsNull() {
			x = NewDict(t).Value()
		}
		d := asDict(x)
		if d == nil {
			return TypeErrorf(t, "__dict__ must be set to a dictionary, not a '%s'", TypeOf(x).name)
		}
		SetInstanceDict(t, self, d)
		return nil
	}}

var weakrefGetSet = GetSetSpec{Name: "__weakref__", Doc: "list of weak references to the object",
	Get: func(t *Thread, self Value) (Value, *Exception) { return t.interp.weakrefs.first(self), nil }}

// InstanceDictGetSet is the __dict__ row of builtin types whose instances have one.
var instanceDictGetSet = GetSetSpec{Name: "__dict__", Get: dictGetSet.Get, Set: dictGetSet.Set}
