package runtime

import "unsafe"

// A Tuple is an immutable sequence.
type Tuple struct {
	Header
	Items []Value
}

type tuple1 struct {
	Tuple
	room [1]Value
}
type tuple2 struct {
	Tuple
	room [2]Value
}
type tuple3 struct {
	Tuple
	room [3]Value
}
type tuple4 struct {
	Tuple
	room [4]Value
}

var emptyTuple = &Tuple{Header: Header{shape: tupleShape}}

// NewTuple makes a tuple that owns items.
func NewTuple(t *Thread, items []Value) *Tuple {
	if len(items) == 0 {
		return emptyTuple
	}
	x := alloc[Tuple](t)
	t.charge(uintptr(len(items)) * ValueSize)
	x.shape, x.Items = tupleShape, items
	return x
}

// MakeTuple makes a tuple with a copy of items, small ones in one allocation.
func MakeTuple(t *Thread, items ...Value) *Tuple { return CopyTuple(t, items) }

// CopyTuple makes a tuple with a copy of items, small ones in one allocation.
func CopyTuple(t *Thread, items []Value) *Tuple {
	var x *Tuple
	switch len(items) {
	case 0:
		return emptyTuple
	case 1:
		y := alloc[tuple1](t)
		y.room[0] = items[0]
		x = &y.Tuple
		x.Items = y.room[:]
	case 2:
		y := alloc[tuple2](t)
		y.room = [2]Value(items)
		x = &y.Tuple
		x.Items = y.room[:]
	case 3:
		y := alloc[tuple3](t)
		y.room = [3]Value(items)
		x = &y.Tuple
		x.Items = y.room[:]
	case 4:
		y := alloc[tuple4](t)
		y.room = [4]Value(items)
		x = &y.Tuple
		x.Items = y.room[:]
	default:
		return NewTuple(t, append(make([]Value, 0, len(items)), items...))
	}
	x.shape = tupleShape
	return x
}

// Len returns the number of items; a nil Tuple has none.
func (x *Tuple) Len() int {
	if x == nil {
		return 0
	}
	return len(x.Items)
}

// Value returns the tuple as a Value.
func (x *Tuple) Value() Value { return obj(unsafe.Pointer(x)) }

// asTuple returns the tuple that v is (of tuple or a subclass), or nil.
func asTuple(v Value) *Tuple {
	if v.p != nil {
		if s := (*Header)(v.p).shape; s == tupleShape || s.typ.flags&TypeTuple != 0 {
			return (*Tuple)(v.p)
		}
	}
	return nil
}

// AsTuple returns the tuple that v is, of tuple or a subclass.
func AsTuple(v Value) (*Tuple, bool) {
	x := asTuple(v)
	return x, x != nil
}

// ExactTuple returns the tuple that v is when its type is tuple itself, or nil.
func ExactTuple(v Value) *Tuple {
	if v.p != nil && (*Header)(v.p).shape == tupleShape {
		return (*Tuple)(v.p)
	}
	return nil
}

// A List is a mutable sequence. Code that calls back into Python must re-read Items afterwards.
type List struct {
	Header
	Items []Value
}

// NewList makes a list that owns items.
func NewList(t *Thread, items []Value) *List {
	x := alloc[List](t)
	t.charge(uintptr(cap(items)) * ValueSize)
	x.shape, x.Items = listShape, items
	return x
}

// Value returns the list as a Value.
func (x *List) Value() Value { return obj(unsafe.Pointer(x)) }

// Append adds an item.
func (x *List) Append(t *Thread, v Value) *Exception {
	if len(x.Items) == cap(x.Items) {
		n := len(x.Items) + len(x.Items)/4 + 4
		if n > 1<<12 {
			if exc := t.Reserve(n * int(ValueSize)); exc != nil {
				return exc
			}
		} else {
			n = listRoom(len(x.Items)*2 + 1)
			t.charge(uintptr(n) * ValueSize)
		}
		items := make([]Value, len(x.Items), n)
		copy(items, x.Items)
		x.Items = items
	}
	x.Items = append(x.Items, v)
	return nil
}

// asList returns the list that v is (of list or a subclass), or nil.
func asList(v Value) *List {
	if v.p != nil {
		if s := (*Header)(v.p).shape; s == listShape || s.typ.flags&TypeList != 0 {
			return (*List)(v.p)
		}
	}
	return nil
}

// AsList returns the list that v is, of list or a subclass.
func AsList(v Value) (*List, bool) {
	x := asList(v)
	return x, x != nil
}

// ExactList returns the list that v is when its type is list itself, or nil.
func ExactList(v Value) *List {
	if v.p != nil && (*Header)(v.p).shape == listShape {
		return (*List)(v.p)
	}
	return nil
}
