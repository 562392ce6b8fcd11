package runtime

import (
	"unsafe"
	"weak"
)

// MemoryViewType is memoryview.
var MemoryViewType = &Type{name: "memoryview"}

var memoryViewShape = &Shape{typ: MemoryViewType}

// A MemoryView is a view of another object's memory: items of a format at Offset + i*Strides[0] + ... of the exporter's bytes. Views of a view ask
// the exporter for a buffer of their own.
type MemoryView struct {
	Header
	buf      *Buffer // nil once released
	format   string
	itemSize int
	shape    []int
	strides  []int
	offset   int
	readOnly bool
	exports  int // buffers given out by the view itself
	hash     int64
	hashed   bool
}

var memoryViewSpec = TypeSpec{
	Type: MemoryViewType, Name: "memoryview", Flags: typeOwnLayout | TypeSequence, Shape: memoryViewShape,
	Doc: "Create a new memoryview object which references the given object.", TextSig: "(object)",
	Slots: Slots{
		New: memoryViewNew, Repr: memoryViewRepr, Hash: memoryViewHash, RichCompare: memoryViewCompare, Iter: memoryViewIter,
		Len: memoryViewLen, GetItem: memoryViewGetItem, SetItem: memoryViewSetItem, Buffer: memoryViewBuffer, Traverse: memoryViewTraverse,
	},
	Methods: []MethodSpec{
		{Sig: "release($self, /)", Doc: "Release the underlying buffer exposed by the memoryview object.", Fn: memoryViewRelease},
		{Sig: "tobytes($self, /, order='C')", Doc: "Return the data in the buffer as a byte string.", Fn: memoryViewToBytes},
		{Sig: "hex($self, /, sep=<unrepresentable>, bytes_per_sep=1)", Doc: "Return the data in the buffer as a str of hexadecimal numbers.", Fn: memoryViewHex},
		{Sig: "tolist($self, /)", Doc: "Return the data in the buffer as a list of elements.", Fn: memoryViewToList},
		{Sig: "cast($self, /, format, shape=<unrepresentable>)", Doc: "Cast a memoryview to a new format or shape.", Fn: memoryViewCast},
		{Sig: "toreadonly($self, /)", Doc: "Return a readonly version of the memoryview.", Fn: memoryViewToReadOnly},
		{Sig: "count($self, value, /)", Doc: "Count the number of occurrences of a value.", Fn: memoryViewCount, Since: 14},
		{Sig: "index($self, value, start=0, stop=sys.maxsize, /)", Doc: "Return the index of the first occurrence of a value.", Fn: memoryViewIndex, Since: 14},
		{Sig: "_from_flags($type, /, object, flags)", Doc: "Create a new memoryview object which references the given object.", Fn: memoryViewFromFlags, Flavor: ClassMethod, Since: 12},
		{Sig: "__class_getitem__($type, object, /)", Doc: "memoryviews are generic over the type of their underlying data", Fn: newGenericAlias, Flavor: ClassMethod, Since: 14},
		{Sig: "__enter__($self, /)", Fn: memoryViewEnter},
		{Sig: "__exit__($self, /, *exc_info)", Doc: "Release the underlying buffer exposed by the memoryview object.", Fn: memoryViewExit},
	},
	GetSets: []GetSetSpec{
		{Name: "obj", Doc: "The underlying object of the memoryview.", Get: viewGetter(func(_ *Thread, m *MemoryView) Value { return m.buf.Owner })},
		{Name: "nbytes", Doc: "The amount of space in bytes that the array would use in\n a contiguous representation.", Get: viewGetter(func(_ *Thread, m *MemoryView) Value { return Int(int64(m.size())) })},
		{Name: "readonly", Doc: "A bool indicating whether the memory is read only.", Get: viewGetter(func(_ *Thread, m *MemoryView) Value { return Bool(m.readOnly) })},
		{Name: "itemsize", Doc: "The size in bytes of each element of the memoryview.", Get: viewGetter(func(_ *Thread, m *MemoryView) Value { return Int(int64(m.itemSize)) })},
		{Name: "format", Doc: "A string containing the format (in struct module style)\n for each element in the view.", Get: viewGetter(func(t *Thread, m *MemoryView) Value { return NewStr(t, m.format).Value() })},
		{Name: "ndim", Doc: "An integer indicating how many dimensions of a multi-dimensional\n array the memory represents.", Get: viewGetter(func(_ *Thread, m *MemoryView) Value { return Int(int64(len(m.shape))) })},
		{Name: "shape", Doc: "A tuple of ndim integers giving the shape of the memory\n as an N-dimensional array.", Get: viewGetter(func(t *Thread, m *MemoryView) Value { return intsTuple(t, m.shape) })},
		{Name: "strides", Doc: "A tuple of ndim integers giving the size in bytes to access\n each element for each dimension of the array.", Get: viewGetter(func(t *Thread, m *MemoryView) Value { return intsTuple(t, m.strides) })},
		{Name: "suboffsets", Doc: "A tuple of integers used internally for PIL-style arrays.", Get: viewGetter(func(*Thread, *MemoryView) Value { return emptyTuple.Value() })},
		{Name: "c_contiguous", Doc: "A bool indicating whether the memory is C contiguous.", Get: viewGetter(func(_ *Thread, m *MemoryView) Value { return Bool(m.contiguous()) })},
		{Name: "f_contiguous", Doc: "A bool indicating whether the memory is Fortran contiguous.", Get: viewGetter(func(_ *Thread, m *MemoryView) Value { return Bool(isContiguous(m.shape, m.strides, m.itemSize, true)) })},
		{Name: "contiguous", Doc: "A bool indicating whether the memory is contiguous.", Get: viewGetter(func(_ *Thread, m *MemoryView) Value {
			return Bool(m.contiguous() || isContiguous(m.shape, m.strides, m.itemSize, true))
		})},
	},
}

// viewGetter makes the getter of an attribute, which a released view refuses.
func viewGetter(f func(t *Thread, m *MemoryView) Value) func(t *Thread, self Value) (Value, *Exception) {
	return func(t *Thread, self Value) (Value, *Exception) {
		m, exc := liveView(t, self)
		if exc != nil {
			return Null, exc
		}
		return f(t, m), nil
	}
}

func intsTuple(t *Thread, ns []int) Value {
	items := make([]Value, len(ns))
	for i, n := range ns {
		items[i] = Int(int64(n))
	}
	return NewTuple(t, items).Value()
}

// Value returns the view as a Value.
func (m *MemoryView) Value() Value { return obj(unsafe.Pointer(m)) }

// AsMemoryView returns the memoryview that v is, or nil.
func AsMemoryView(v Value) *MemoryView {
	if v.p != nil && (*Header)(v.p).shape == memoryViewShape {
		return (*MemoryView)(v.p)
	}
	return nil
}

// liveView returns the view unless it was released.
func liveView(t *Thread, v Value) (*MemoryView, *Exception) {
	m := (*MemoryView)(v.p)
	if m.buf == nil {
		return nil, Raise(t, ValueErrorType, "operation forbidden on released memoryview object")
	}
	return m, nil
}

// newView makes a view that owns buf.
func newView(t *Thread, buf *Buffer) *MemoryView {
	m := alloc[MemoryView](t)
	m.layOut(buf)
	if e := buf.Exports; e != nil {
		e.views = append(e.views, weak.Make(m))
	}
	return m
}

// layOut takes the layout from a buffer.
func (m *MemoryView) layOut(buf *Buffer) {
	m.Header.shape = memoryViewShape
	m.buf, m.format, m.itemSize = buf, buf.Format, buf.itemSize()
	m.offset, m.readOnly = buf.Offset, buf.ReadOnly
	if m.format == "" {
		m.format = "B"
	}
	m.shape, m.strides = buf.Shape, buf.Strides
	if m.shape == nil {
		m.shape = []int{len(buf.Bytes) / m.itemSize}
	}
	if m.strides == nil {
		m.strides = cStrides(m.shape, m.itemSize)
	}
}

// cStrides are the strides of a shape without gaps.
func cStrides(shape []int, size int) []int {
	strides := make([]int, len(shape))
	for i := len(shape) - 1; i >= 0; i-- {
		strides[i] = size
		size *= shape[i]
	}
	return strides
}

// NewMemoryView is memoryview(v).
func NewMemoryView(t *Thread, v Value) (*MemoryView, *Exception) {
	if m := AsMemoryView(v); m != nil {
		if _, exc := liveView(t, v); exc != nil {
			return nil, exc
		}
		return m.derive(t), nil
	}
	if TypeOf(v).Buffer == nil {
		return nil, TypeErrorf(t, "memoryview: a bytes-like object is required, not '%s'", TypeOf(v).fullName())
	}
	buf, exc := getFullBuffer(t, v, false)
	if exc != nil {
		return nil, exc
	}
	return newView(t, buf), nil
}

// derive makes another view of the same memory.
func (m *MemoryView) derive(t *Thread) *MemoryView {
	n := alloc[MemoryView](t)
	*n = *m
	n.exports, n.hashed, n.Header = 0, false, Header{shape: memoryViewShape}
	b := *m.buf
	n.buf = &b
	if root := m.buf.shared; root != nil {
		root.refs++
	} else if m.buf.Release != nil {
		root = &sharedRelease{release: m.buf.Release, refs: 2}
		m.buf.shared, b.shared = root, root
		m.buf.Release, b.Release = root.drop, root.drop
	}
	if e := b.Exports; e != nil {
		e.n++
		e.views = append(e.views, weak.Make(n))
	}
	return n
}

// A sharedRelease runs an exporter's release when the last of several views is released.
type sharedRelease struct {
	release func()
	refs    int
}

func (s *sharedRelease) drop() {
	if s.refs--; s.refs == 0 {
		s.release()
	}
}

// memoryviewOf is the __buffer__ method of builtin types.
func memoryviewOf(t *Thread, v Value) (Value, *Exception) {
	m, exc := NewMemoryView(t, v)
	if exc != nil {
		return Null, exc
	}
	return m.Value(), nil
}

// userBuffer is the Buffer slot of classes with a __buffer__ method.
func userBuffer(t *Thread, v Value, writable bool) (*Buffer, *Exception) {
	const fullReadOnly, full = 0x11c, 0x11d // PyBUF_FULL_RO and PyBUF_FULL
	flags := Int(fullReadOnly)
	if writable {
		flags = Int(full)
	}
	r, ok, exc := CallSpecial(t, v, sBuffer, flags)
	if exc != nil {
		return nil, exc
	}
	if !ok {
		return nil, raiseNoAttr(t, v, sBuffer)
	}
	m := AsMemoryView(r)
	if m == nil {
		return nil, Raise(t, TypeErrorType, "__buffer__ returned non-memoryview object")
	}
	buf, exc := memoryViewBuffer(t, r, writable)
	if exc != nil {
		return nil, exc
	}
	inner := buf.Release
	buf.Owner = v
	buf.Release = func() {
		inner()
		if _, _, exc := CallSpecial(t, v, sReleaseBuffer, r); exc != nil {
			t.Unraisable(exc, "Exception ignored in __release_buffer__ of", v)
		}
		if m.exports == 0 {
			m.release()
		}
	}
	return buf, nil
}

var memoryViewNewArgs = signature("memoryview(object)")

func memoryViewNew(t *Thread, _ *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if len(args) == 1 && kw.Len() == 0 {
		return memoryviewOf(t, args[0])
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	bound, exc := memoryViewNewArgs.bind(t, args, kw)
	if exc != nil {
		return Null, exc
	}
	return memoryviewOf(t, bound[0])
}

func memoryViewFromFlags(t *Thread, _ Value, args []Value) (Value, *Exception) {
	flags, exc := asInt32(t, args[1])
	if exc != nil {
		return Null, exc
	}
	if TypeOf(args[0]).Buffer == nil {
		return Null, TypeErrorf(t, "memoryview: a bytes-like object is required, not '%s'", TypeOf(args[0]).fullName())
	}
	buf, exc := getFullBuffer(t, args[0], flags&1 != 0)
	if exc != nil {
		return Null, exc
	}
	return newView(t, buf).Value(), nil
}

// release gives the buffer back.
func (m *MemoryView) release() {
	if m.buf != nil {
		m.buf.Free()
		m.buf = nil
	}
}

func memoryViewRelease(t *Thread, self Value) (Value, *Exception) {
	m := (*MemoryView)(self.p)
	if m.exports > 0 {
		return Null, Raisef(t, BufferErrorType, "memoryview has %d exported buffer%s", m.exports, plural(m.exports))
	}
	m.release()
	return None, nil
}

func memoryViewEnter(t *Thread, self Value) (Value, *Exception) {
	_, exc := liveView(t, self)
	return self, exc
}

func memoryViewExit(t *Thread, self Value, _ []Value) (Value, *Exception) {
	return memoryViewRelease(t, self)
}

func memoryViewRepr(t *Thread, v Value) (Value, *Exception) {
	if (*MemoryView)(v.p).buf == nil {
		return NewStr(t, "<released memory at "+Address(v)+">").Value(), nil
	}
	return NewStr(t, "<memory at "+Address(v)+">").Value(), nil
}

func memoryViewTraverse(v Value, visit VisitFunc) {
	if m := (*MemoryView)(v.p); m.buf != nil {
		visit(m.buf.Owner)
	}
}

// count returns the number of items.
func (m *MemoryView) count() int {
	n := 1
	for _, d := range m.shape {
		n *= d
	}
	return n
}

// size returns the number of bytes of all items.
func (m *MemoryView) size() int { return m.count() * m.itemSize }

func (m *MemoryView) contiguous() bool {
	return isContiguous(m.shape, m.strides, m.itemSize, false)
}

// bytes returns the items' bytes in C order, a view of the memory where it is contiguous.
func (m *MemoryView) bytes() []byte {
	if m.contiguous() {
		n := m.size()
		return m.buf.Bytes[m.offset : m.offset+n : m.offset+n]
	}
	return appendItems(nil, m.buf.Bytes, m.shape, m.strides, m.offset, m.itemSize)
}

func memoryViewBuffer(t *Thread, v Value, writable bool) (*Buffer, *Exception) {
	m, exc := liveView(t, v)
	if exc != nil {
		return nil, exc
	}
	if writable && m.readOnly {
		return nil, Raise(t, BufferErrorType, "memoryview: underlying buffer is not writable")
	}
	m.exports++
	return &Buffer{
		Bytes: m.buf.Bytes, Owner: v, ReadOnly: m.readOnly, Format: m.format, ItemSize: m.itemSize, Shape: m.shape, Strides: m.strides,
		Offset: m.offset, Release: func() { m.exports-- },
	}, nil
}

func memoryViewLen(t *Thread, v Value) (int, *Exception) {
	m, exc := liveView(t, v)
	if exc != nil {
		return 0, exc
	}
	if len(m.shape) == 0 {
		return 0, Raise(t, TypeErrorType, "0-dim memory has no length")
	}
	return m.shape[0], nil
}

func memoryViewHash(t *Thread, v Value) (int64, *Exception) {
	m := (*MemoryView)(v.p)
	if m.hashed {
		return m.hash, nil
	}
	if _, exc := liveView(t, v); exc != nil {
		return 0, exc
	}
	if !m.readOnly {
		return 0, Raise(t, ValueErrorType, "cannot hash writable memoryview object")
	}
	if code := nativeCode(m.format); code != 'B' && code != 'b' && code != 'c' {
		return 0, Raise(t, ValueErrorType, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
	}
	if _, exc := Hash(t, m.buf.Owner); exc != nil {
		return 0, exc
	}
	m.hash, m.hashed = hashBytes(bytesString(m.bytes())), true
	return m.hash, nil
}

func memoryViewToReadOnly(t *Thread, self Value) (Value, *Exception) {
	m, exc := liveView(t, self)
	if exc != nil {
		return Null, exc
	}
	n := m.derive(t)
	n.readOnly = true
	return n.Value(), nil
}

func memoryViewToBytes(t *Thread, self, order Value) (Value, *Exception) {
	m, exc := liveView(t, self)
	if exc != nil {
		return Null, exc
	}
	text := "C"
	if !order.IsNone() {
		s := asStr(order)
		if s == nil {
			return Null, TypeErrorf(t, "tobytes() argument 'order' must be str or None, not %s", argTypeName(order))
		}
		text = s.GoString()
	}
	if exc := reserveText(t, m.size()); exc != nil {
		return Null, exc
	}
	switch text {
	case "F":
		return NewBytes(t, m.fortranBytes()).Value(), nil
	case "A":
		if !m.contiguous() && isContiguous(m.shape, m.strides, m.itemSize, true) {
			return NewBytes(t, m.fortranBytes()).Value(), nil
		}
	case "C":
	default:
		return Null, Raise(t, ValueErrorType, "order must be 'C', 'F' or 'A'")
	}
	return CopyBytes(t, m.bytes()).Value(), nil
}

// fortranBytes returns the items with the first dimension varying fastest.
func (m *MemoryView) fortranBytes() []byte {
	n := len(m.shape)
	shape, strides := make([]int, n), make([]int, n)
	for i := range shape {
		shape[i], strides[i] = m.shape[n-1-i], m.strides[n-1-i]
	}
	return appendItems(make([]byte, 0, m.size()), m.buf.Bytes, shape, strides, m.offset, m.itemSize)
}

func memoryViewHex(t *Thread, self Value, args []Value) (Value, *Exception) {
	group, exc := asInt32(t, args[1])
	if exc != nil {
		return Null, exc
	}
	m, exc := liveView(t, self)
	if exc != nil {
		return Null, exc
	}
	return hexText(t, bytesString(m.bytes()), args[0], group)
}
