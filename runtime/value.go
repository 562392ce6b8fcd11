package runtime

import (
	"math"
	"math/big"
	"unsafe"
)

// A Value is a Python value in two words. The zero Value is the int 0, so empty slots must be filled with Null explicitly.
type Value struct {
	p unsafe.Pointer
	n uint64
}

// ValueSize is the size of a Value in bytes; frame slots are addressed in these units.
const ValueSize = unsafe.Sizeof(Value{})

// A Header is the first field of every heap object. The shape gives its type; mark and flags belong to collection.
type Header struct {
	shape *Shape
	mark  uint32 // epoch of the last census that reached the object
	flags uint32 // flagXxx
}

const (
	flagFinalized   uint32 = 1 << iota // __del__ ran
	flagWeakref                        // weak references may exist
	flagRegistered                     // in the interpreter's finalizer registry
	flagInterned                       // Str: the canonical object for its text
	flagASCII                          // Str: all units are below 128
	flagKind2                          // Str: two-byte units
	flagKind4                          // Str: four-byte units
	flagUncatchable                    // Exception: no handler stops it
)

// Shape returns the object's shape.
func (h *Header) Shape() *Shape { return h.shape }

// SetShape installs a shape, e.g. when __class__ is assigned.
func (h *Header) SetShape(s *Shape) { h.shape = s }

var (
	floatHeader    Header
	boolHeader     Header
	noneHeader     Header
	ellipsisHeader Header
	notImplHeader  Header
	nullHeader     Header
)

var (
	// None is Python's None.
	None = Value{p: unsafe.Pointer(&noneHeader)}
	// Ellipsis is Python's Ellipsis.
	Ellipsis = Value{p: unsafe.Pointer(&ellipsisHeader)}
	// NotImplemented is Python's NotImplemented.
	NotImplemented = Value{p: unsafe.Pointer(&notImplHeader)}
	// True and False are Python's bools.
	True  = Value{p: unsafe.Pointer(&boolHeader), n: 1}
	False = Value{p: unsafe.Pointer(&boolHeader), n: 0}
	// Null marks an unbound local, an empty cell, a missing argument or the NULL of the value stack. No program sees it.
	Null = Value{p: unsafe.Pointer(&nullHeader)}
)

// Int returns the int i.
func Int(i int64) Value { return Value{n: uint64(i)} }

// Float returns the float f.
func Float(f float64) Value { return Value{unsafe.Pointer(&floatHeader), math.Float64bits(f)} }

// Bool returns True or False.
func Bool(b bool) Value {
	v := Value{p: unsafe.Pointer(&boolHeader)}
	if b {
		v.n = 1
	}
	return v
}

// Obj wraps a pointer to a heap object; p must point to a struct that begins with a Header.
func obj(p unsafe.Pointer) Value { return Value{p: p} }

// ObjectOf wraps a heap object known by its header.
func ObjectOf(h *Header) Value { return Value{p: unsafe.Pointer(h)} }

// IsInt reports whether v is exactly an int of 64 bits.
func (v Value) IsInt() bool { return v.p == nil }

// AsInt returns the int of a Value for which IsInt holds.
func (v Value) AsInt() int64 { return int64(v.n) }

// IsFloat reports whether v is exactly a float.
func (v Value) IsFloat() bool { return v.p == unsafe.Pointer(&floatHeader) }

// AsFloat returns the float of a Value for which IsFloat holds.
func (v Value) AsFloat() float64 { return math.Float64frombits(v.n) }

// IsBool reports whether v is True or False.
func (v Value) IsBool() bool { return v.p == unsafe.Pointer(&boolHeader) }

// IsTrue reports whether v is True itself.
func (v Value) IsTrue() bool { return v.p == unsafe.Pointer(&boolHeader) && v.n != 0 }

// IsFalse reports whether v is False itself.
func (v Value) IsFalse() bool { return v.p == unsafe.Pointer(&boolHeader) && v.n == 0 }

// IsNone reports whether v is None.
func (v Value) IsNone() bool { return v.p == unsafe.Pointer(&noneHeader) }

// IsNull reports whether v is the null sentinel.
func (v Value) IsNull() bool { return v.p == unsafe.Pointer(&nullHeader) }

// IsNotImplemented reports whether v is NotImplemented.
func (v Value) IsNotImplemented() bool { return v.p == unsafe.Pointer(&notImplHeader) }

// IsEllipsis reports whether v is Ellipsis.
func (v Value) IsEllipsis() bool { return v.p == unsafe.Pointer(&ellipsisHeader) }

// IsImmediate reports whether v holds no pointer into the heap.
func (v Value) IsImmediate() bool {
	return v.p == nil || v.p == unsafe.Pointer(&floatHeader) || v.p == unsafe.Pointer(&boolHeader) ||
		v.p == unsafe.Pointer(&noneHeader) || v.p == unsafe.Pointer(&nullHeader) ||
		v.p == unsafe.Pointer(&notImplHeader) || v.p == unsafe.Pointer(&ellipsisHeader)
}

// Ptr returns the raw pointer: the heap object, a static header, or nil for an int.
func (v Value) Ptr() unsafe.Pointer { return v.p }

// Bits returns the payload word.
func (v Value) Bits() uint64 { return v.n }

// Header returns the header; it must not be called for an int.
func (v Value) Header() *Header { return (*Header)(v.p) }

// Is is Python's `is`.
func Is(a, b Value) bool {
	return a.p == b.p && a.n == b.n
}

// ShapeOf returns the shape of any value.
func ShapeOf(v Value) *Shape {
	if v.p == nil {
		return intShape
	}
	return (*Header)(v.p).shape
}

// HeapShape returns the shape of what a slot holds, nil for an int.
func (v *Value) HeapShape() *Shape {
	if v.p == nil {
		return nil
	}
	return (*Header)(v.p).shape
}

// TypeOf returns the type of any value.
func TypeOf(v Value) *Type {
	if v.p == nil {
		return IntType
	}
	return (*Header)(v.p).shape.typ
}

// SetInt stores an int, leaving out the pointer write (and its barrier check) where the slot holds an int already.
func SetInt(d *Value, i int64) {
	if d.p != nil {
		d.p = nil
	}
	d.n = uint64(i)
}

// SetFloat stores a float, leaving out the pointer write where the slot holds a float already.
func SetFloat(d *Value, f float64) {
	if d.p != unsafe.Pointer(&floatHeader) {
		d.p = unsafe.Pointer(&floatHeader)
	}
	d.n = math.Float64bits(f)
}

// SetBool stores a bool, leaving out the pointer write where the slot holds a bool already.
func SetBool(d *Value, b bool) {
	if d.p != unsafe.Pointer(&boolHeader) {
		d.p = unsafe.Pointer(&boolHeader)
	}
	if b {
		d.n = 1
	} else {
		d.n = 0
	}
}

// BothInt reports whether two slots hold 64-bit ints.
func BothInt(a, b *Value) bool { return a.p == nil && b.p == nil }

// A BigInt is an int outside 64 bits, or an instance of a subclass of int of any size. Never changed after construction.
type BigInt struct {
	Header
	V big.Int
}

// A FloatObject is an instance of a subclass of float.
type FloatObject struct {
	Header
	F float64
}

// BigFrom returns the int with b's value, normalised. It takes ownership of b.
func BigFrom(t *Thread, b *big.Int) Value {
	if b.IsInt64() {
		return Int(b.Int64())
	}
	x := alloc[BigInt](t)
	t.charge(uintptr(len(b.Bits())) * 8)
	x.shape = intShape
	x.V = *b
	return obj(unsafe.Pointer(x))
}
