package runtime

import (
	"bytes"
	"unsafe"
)

// memoryViewCompare compares the items of two buffers of the same shape; only == and != exist.
func memoryViewCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	if op != EQ && op != NE {
		return NotImplemented, nil
	}
	x := AsMemoryView(a)
	if x == nil {
		return NotImplemented, nil
	}
	if x.buf == nil {
		return Bool(Is(a, b) == (op == EQ)), nil
	}
	y := AsMemoryView(b)
	if y != nil && y.buf == nil {
		return Bool(op == NE), nil
	}
	if y == nil {
		if TypeOf(b).Buffer == nil {
			return NotImplemented, nil
		}
		buf, exc := getFullBuffer(t, b, false)
		if exc != nil {
			return NotImplemented, nil // an exporter that refuses is unequal, as in CPython
		}
		defer buf.Free()
		y = &MemoryView{}
		y.layOut(buf)
	}
	eq, exc := x.equal(t, y)
	if exc != nil {
		return Null, exc
	}
	return Bool(eq == (op == EQ)), nil
}

func (m *MemoryView) equal(t *Thread, o *MemoryView) (bool, *Exception) {
	if len(m.shape) != len(o.shape) {
		return false, nil
	}
	for i, n := range m.shape {
		if o.shape[i] != n {
			return false, nil
		}
	}
	x, y := nativeCode(m.format), nativeCode(o.format)
	if nativeSize(x) == 0 || nativeSize(y) == 0 {
		// DIVERGES: CPython unpacks other formats with module struct; here such memory is unequal.
		return false, nil
	}
	if x == y && x != 'e' && x != 'f' && x != 'd' && x != '?' {
		return bytes.Equal(m.bytes(), o.bytes()), nil
	}
	mb, ob := m.bytes(), o.bytes()
	p := MemoryView{buf: &Buffer{Bytes: mb}, format: m.format}
	q := MemoryView{buf: &Buffer{Bytes: ob}, format: o.format}
	for i, n := 0, m.count(); i < n; i++ {
		a, exc := p.unpackItem(t, i*m.itemSize)
		if exc != nil {
			return false, exc
		}
		b, exc := q.unpackItem(t, i*o.itemSize)
		if exc != nil {
			return false, exc
		}
		r, exc := RichCompare(t, a, b, EQ)
		if exc != nil {
			return false, exc
		}
		if eq, exc := Truth(t, r); exc != nil || !eq {
			return false, exc
		}
	}
	return true, nil
}

func isByteFormat(format string) bool {
	c := nativeCode(format)
	return c == 'B' || c == 'b' || c == 'c'
}

// memoryViewCast is m.cast(format, shape).
func memoryViewCast(t *Thread, self Value, args []Value) (Value, *Exception) {
	m, exc := liveView(t, self)
	if exc != nil {
		return Null, exc
	}
	f, exc := argStr(t, "cast", "'format'", args[0])
	if exc != nil {
		return Null, exc
	}
	format := f.GoString()
	if !m.contiguous() {
		return Null, Raise(t, TypeErrorType, "memoryview: casts are restricted to C-contiguous views")
	}
	hasShape := !args[1].IsNull()
	var dims []Value
	if hasShape || len(m.shape) != 1 {
		for _, n := range m.shape {
			if n == 0 {
				return Null, Raise(t, TypeErrorType, "memoryview: cannot cast view with zeros in shape or strides")
			}
		}
	}
	if hasShape {
		switch l, x := asList(args[1]), asTuple(args[1]); {
		case l != nil:
			dims = append(dims, l.Items...)
		case x != nil:
			dims = append(dims, x.Items...)
		default:
			return Null, Raise(t, TypeErrorType, "shape must be a list or a tuple")
		}
		if len(dims) > 64 {
			return Null, Raise(t, ValueErrorType, "memoryview: number of dimensions must not exceed 64")
		}
		if len(m.shape) != 1 && len(dims) != 1 {
			return Null, Raise(t, TypeErrorType, "memoryview: cast must be 1D -> ND or ND -> 1D")
		}
	}
	size := nativeSize(nativeCode(format))
	switch {
	case size == 0:
		return Null, Raise(t, ValueErrorType, "memoryview: destination format must be a native single character format prefixed with an optional '@'")
	case !isByteFormat(m.format) && !isByteFormat(format):
		return Null, Raise(t, TypeErrorType, "memoryview: cannot cast between two non-byte formats")
	case m.size()%size != 0:
		return Null, Raise(t, TypeErrorType, "memoryview: length is not a multiple of itemsize")
	}
	shape := []int{m.size() / size}
	if hasShape {
		if shape, exc = castShape(t, dims, size, m.size()); exc != nil {
			return Null, exc
		}
	}
	if _, exc := liveView(t, self); exc != nil {
		return Null, exc
	}
	n := m.derive(t)
	n.format, n.itemSize = format, size
	n.shape, n.strides = shape, cStrides(shape, size)
	return n.Value(), nil
}

// castShape converts the shape argument of cast.
func castShape(t *Thread, dims []Value, size, total int) ([]int, *Exception) {
	shape := make([]int, len(dims))
	product := size
	for i, v := range dims {
		if !TypeOf(v).Is(TypeInt) {
			return nil, Raise(t, TypeErrorType, "memoryview.cast(): elements of shape must be integers")
		}
		n, exc := AsSsize(t, v)
		if exc != nil {
			return nil, exc
		}
		if n <= 0 {
			return nil, Raise(t, ValueErrorType, "memoryview.cast(): elements of shape must be integers > 0")
		}
		if mulOverflows(product, n) {
			return nil, Raise(t, ValueErrorType, "memoryview.cast(): product(shape) > SSIZE_MAX")
		}
		product *= n
		shape[i] = n
	}
	if product != total {
		return nil, Raise(t, TypeErrorType, "memoryview: product(shape) * itemsize != buffer size")
	}
	return shape, nil
}

// memoryViewCount is m.count(value).
func memoryViewCount(t *Thread, self, value Value) (Value, *Exception) {
	n := int64(0)
	exc := Iterate(t, self, func(v Value) (bool, *Exception) {
		eq, exc := Equal(t, v, value)
		if eq {
			n++
		}
		return true, exc
	})
	return Int(n), exc
}

// memoryViewIndex is m.index(value, start, stop).
func memoryViewIndex(t *Thread, self Value, args []Value) (Value, *Exception) {
	m, exc := liveView(t, self)
	if exc != nil {
		return Null, exc
	}
	if len(m.shape) == 0 {
		return Null, Raise(t, TypeErrorType, "invalid lookup on 0-dim memory")
	}
	if len(m.shape) > 1 {
		return Null, Raise(t, NotImplementedErrorType, "multi-dimensional lookup is not implemented")
	}
	i, j, exc := findBounds(t, args[1], args[2], m.shape[0])
	if exc != nil {
		return Null, exc
	}
	for ; i < j; i++ {
		if _, exc := liveView(t, self); exc != nil {
			return Null, exc
		}
		v, exc := m.unpackItem(t, m.offset+i*m.strides[0])
		if exc != nil {
			return Null, exc
		}
		if eq, exc := Equal(t, v, args[0]); exc != nil || eq {
			return Int(int64(i)), exc
		}
	}
	return Null, Raise(t, ValueErrorType, "memoryview.index(x): x not found")
}

// MemoryIterType is memory_iterator.
var MemoryIterType = &Type{name: "memory_iterator"}

var memoryIterShape = &Shape{typ: MemoryIterType}

// A memoryIter is an iterator over the items of a memoryview of one dimension.
type memoryIter struct {
	Header
	m    *MemoryView // nil once exhausted
	i, n int
}

var memoryIterSpec = TypeSpec{
	Type: MemoryIterType, Name: "memory_iterator", Flags: typeOwnLayout | TypeNoInstantiation, Shape: memoryIterShape,
	Slots: Slots{Iter: selfIter, Next: memoryIterNext, Traverse: memoryIterTraverse},
}

func memoryViewIter(t *Thread, v Value) (Value, *Exception) {
	m, exc := liveView(t, v)
	if exc != nil {
		return Null, exc
	}
	switch {
	case len(m.shape) == 0:
		return Null, Raise(t, TypeErrorType, "invalid indexing of 0-dim memory")
	case len(m.shape) > 1:
		return Null, Raise(t, NotImplementedErrorType, "multi-dimensional sub-views are not implemented")
	case nativeCode(m.format) == 0:
		return Null, m.raiseFormat(t)
	}
	it := alloc[memoryIter](t)
	it.shape, it.m, it.n = memoryIterShape, m, m.shape[0]
	return obj(unsafe.Pointer(it)), nil
}

func memoryIterNext(t *Thread, v Value) (Value, bool, *Exception) {
	it := (*memoryIter)(v.p)
	m := it.m
	if m == nil {
		return Null, false, nil
	}
	if it.i >= it.n {
		it.m = nil
		return Null, false, nil
	}
	if _, exc := liveView(t, m.Value()); exc != nil {
		return Null, false, exc
	}
	x, exc := m.unpackItem(t, m.offset+it.i*m.strides[0])
	it.i++
	return x, exc == nil, exc
}

func memoryIterTraverse(v Value, visit VisitFunc) {
	if m := (*memoryIter)(v.p).m; m != nil {
		visit(m.Value())
	}
}
