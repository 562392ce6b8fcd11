package runtime

import (
	"encoding/binary"
	"math"
	"math/big"
)

// Reading and writing items of a memoryview: the formats are the native single characters of module struct.

// nativeCode returns the character of a native format, 0 when it is none.
func nativeCode(format string) byte {
	if len(format) == 2 && format[0] == '@' {
		format = format[1:]
	}
	if len(format) == 1 {
		return format[0]
	}
	return 0
}

// nativeSize returns the size of an item, 0 for what is no native format.
func nativeSize(code byte) int {
	switch code {
	case 'c', 'b', 'B', '?':
		return 1
	case 'h', 'H', 'e':
		return 2
	case 'i', 'I', 'f':
		return 4
	case 'l', 'L', 'q', 'Q', 'n', 'N', 'd', 'P':
		return 8
	}
	return 0
}

// unpackItem reads the item at an offset.
func (m *MemoryView) unpackItem(t *Thread, at int) (Value, *Exception) {
	code := nativeCode(m.format)
	size := nativeSize(code)
	if size == 0 {
		return Null, m.raiseFormat(t)
	}
	b := m.buf.Bytes[at : at+size]
	switch code {
	case 'B':
		return Int(int64(b[0])), nil
	case 'b':
		return Int(int64(int8(b[0]))), nil
	case 'c':
		return byteChars[b[0]].Value(), nil
	case '?':
		return Bool(b[0] != 0), nil
	case 'h':
		return Int(int64(int16(binary.NativeEndian.Uint16(b)))), nil
	case 'H':
		return Int(int64(binary.NativeEndian.Uint16(b))), nil
	case 'e':
		return Float(halfToFloat(binary.NativeEndian.Uint16(b))), nil
	case 'i':
		return Int(int64(int32(binary.NativeEndian.Uint32(b)))), nil
	case 'I':
		return Int(int64(binary.NativeEndian.Uint32(b))), nil
	case 'f':
		return Float(float64(math.Float32frombits(binary.NativeEndian.Uint32(b)))), nil
	case 'd':
		return Float(math.Float64frombits(binary.NativeEndian.Uint64(b))), nil
	case 'l', 'q', 'n':
		return Int(int64(binary.NativeEndian.Uint64(b))), nil
	}
	u := binary.NativeEndian.Uint64(b)
	if u < 1<<63 {
		return Int(int64(u)), nil
	}
	return BigFrom(t, new(big.Int).SetUint64(u)), nil
}

// raiseFormat is the error of a format that is not a native single character.
func (m *MemoryView) raiseFormat(t *Thread) *Exception {
	if nativeCode(m.format) == 0 {
		return Raise(t, NotImplementedErrorType, "memoryview: unsupported format "+m.format)
	}
	return Raise(t, NotImplementedErrorType, "memoryview: format "+m.format+" not supported")
}

// packItem writes x as the item at an offset.
func (m *MemoryView) packItem(t *Thread, at int, x Value) *Exception {
	code := nativeCode(m.format)
	size := nativeSize(code)
	if size == 0 {
		return m.raiseFormat(t)
	}
	var u uint64
	switch code {
	case 'c':
		b := asBytes(x)
		if b == nil {
			return m.badType(t)
		}
		if len(b.B) != 1 {
			return m.badValue(t)
		}
		u = uint64(b.B[0])
	case '?':
		truth, exc := Truth(t, x)
		if exc != nil {
			return exc
		}
		if truth {
			u = 1
		}
	case 'e', 'f', 'd':
		f, exc := AsFloat64(t, x)
		if exc != nil {
			if exc.Is(TypeErrorType) {
				return m.badType(t)
			}
			return exc
		}
		f = PlainFloat(f)
		switch code {
		case 'e':
			h, ok := floatToHalf(f)
			if !ok {
				return Raise(t, OverflowErrorType, "float too large to pack with e format")
			}
			u = uint64(h)
		case 'f':
			u = uint64(math.Float32bits(float32(f)))
		default:
			u = math.Float64bits(f)
		}
	default:
		var exc *Exception
		if u, exc = m.packInt(t, code, size, x); exc != nil {
			return exc
		}
	}
	if m.buf == nil { // converting x may have released the view
		return Raise(t, ValueErrorType, "operation forbidden on released memoryview object")
	}
	b := m.buf.Bytes[at : at+size]
	switch size {
	case 1:
		b[0] = byte(u)
	case 2:
		binary.NativeEndian.PutUint16(b, uint16(u))
	case 4:
		binary.NativeEndian.PutUint32(b, uint32(u))
	default:
		binary.NativeEndian.PutUint64(b, u)
	}
	return nil
}

// packInt converts x to the bits of an integer format.
func (m *MemoryView) packInt(t *Thread, code byte, size int, x Value) (uint64, *Exception) {
	if TypeOf(x).Index == nil && !TypeOf(x).Is(TypeInt) {
		return 0, m.badType(t)
	}
	i, exc := Index(t, x)
	if exc != nil {
		if exc.Is(TypeErrorType) {
			return 0, m.badType(t)
		}
		return 0, exc
	}
	if code == 'P' { // any integer that is an address, signed or not
		v := AsBig(i)
		if !v.IsInt64() && !v.IsUint64() {
			return 0, m.badValue(t)
		}
		if v.Sign() < 0 {
			return uint64(v.Int64()), nil
		}
		return v.Uint64(), nil
	}
	unsigned := code >= 'A' && code <= 'Z'
	if unsigned {
		v := AsBig(i)
		if !v.IsUint64() || size < 8 && v.Uint64() >= 1<<(8*size) {
			return 0, m.badValue(t)
		}
		return v.Uint64(), nil
	}
	if !i.IsInt() {
		return 0, m.badValue(t)
	}
	if n, shift := i.AsInt(), 64-8*size; n<<shift>>shift != n {
		return 0, m.badValue(t)
	}
	return i.n, nil
}

func (m *MemoryView) badType(t *Thread) *Exception {
	return Raise(t, TypeErrorType, "memoryview: invalid type for format '"+m.format+"'")
}

func (m *MemoryView) badValue(t *Thread) *Exception {
	return Raise(t, ValueErrorType, "memoryview: invalid value for format '"+m.format+"'")
}

// halfToFloat converts IEEE 754 half precision.
func halfToFloat(h uint16) float64 {
	exp, frac := int(h>>10&0x1f), float64(h&0x3ff)
	var f float64
	switch exp {
	case 0:
		f = math.Ldexp(frac, -24)
	case 31:
		f = math.Inf(1)
		if frac != 0 {
			f = math.NaN()
		}
	default:
		f = math.Ldexp(1024+frac, exp-25)
	}
	if h&0x8000 != 0 {
		f = math.Copysign(f, -1)
	}
	return f
}

// floatToHalf rounds to half precision, half to even; false when f is too large.
func floatToHalf(f float64) (uint16, bool) {
	var sign uint16
	if math.Signbit(f) {
		sign, f = 0x8000, -f
	}
	switch {
	case math.IsNaN(f):
		return sign | 0x7e00, true
	case math.IsInf(f, 0):
		return sign | 0x7c00, true
	case f == 0:
		return sign, true
	}
	_, exp := math.Frexp(f)
	exp = max(exp-1, -14)
	if exp > 15 {
		return 0, false
	}
	// The value in units of the last place of this exponent.
	units := uint16(math.RoundToEven(math.Ldexp(f, 10-exp)))
	bits := uint16(exp+14)<<10 + units // the implicit bit of units carries into the exponent
	if bits >= 0x7c00 {
		return 0, false
	}
	return sign | bits, true
}

// toList returns the items of dimensions d and on as nested lists.
func (m *MemoryView) toList(t *Thread, d, at int) (Value, *Exception) {
	if d == len(m.shape) {
		return m.unpackItem(t, at)
	}
	n := m.shape[d]
	if exc := reserveText(t, n*int(ValueSize)); exc != nil {
		return Null, exc
	}
	items := make([]Value, n)
	for i := range items {
		v, exc := m.toList(t, d+1, at+i*m.strides[d])
		if exc != nil {
			return Null, exc
		}
		items[i] = v
	}
	return NewList(t, items).Value(), nil
}

func memoryViewToList(t *Thread, self Value) (Value, *Exception) {
	m, exc := liveView(t, self)
	if exc != nil {
		return Null, exc
	}
	return m.toList(t, 0, m.offset)
}

// itemAt returns the offset of the item that keys select, one for each dimension.
func (m *MemoryView) itemAt(t *Thread, keys ...Value) (int, *Exception) {
	at := m.offset
	for d, k := range keys {
		i, exc := indexOf(t, k)
		if exc != nil {
			return 0, exc
		}
		if i < 0 {
			i += m.shape[d]
		}
		if i < 0 || i >= m.shape[d] {
			return 0, Raisef(t, IndexErrorType, "index out of bounds on dimension %d", d+1)
		}
		at += i * m.strides[d]
	}
	return at, nil
}

func isIndex(v Value) bool { return TypeOf(v).Index != nil || TypeOf(v).Is(TypeInt) }

// multiIndex checks a tuple key: whether it consists of indices, or of slices.
func multiIndex(x *Tuple) (indices, slices bool) {
	indices, slices = true, len(x.Items) > 0
	for _, k := range x.Items {
		indices = indices && isIndex(k)
		slices = slices && asSlice(k) != nil
	}
	return indices, slices
}

// tupleAt returns the offset of the item that a tuple of indices selects.
func (m *MemoryView) tupleAt(t *Thread, x *Tuple) (int, *Exception) {
	switch n := len(x.Items); {
	case n < len(m.shape):
		return 0, Raise(t, NotImplementedErrorType, "sub-views are not implemented")
	case n > len(m.shape):
		return 0, TypeErrorf(t, "cannot index %d-dimension view with %d-element tuple", len(m.shape), n)
	}
	at, exc := m.itemAt(t, x.Items...)
	if exc == nil && m.buf == nil {
		exc = Raise(t, ValueErrorType, "operation forbidden on released memoryview object")
	}
	return at, exc
}

func memoryViewGetItem(t *Thread, v, key Value) (Value, *Exception) {
	m, exc := liveView(t, v)
	if exc != nil {
		return Null, exc
	}
	tuple := asTuple(key)
	if len(m.shape) == 0 {
		if tuple != nil && len(tuple.Items) == 0 {
			return m.unpackItem(t, m.offset)
		}
		if key.IsEllipsis() {
			return v, nil
		}
		return Null, Raise(t, TypeErrorType, "invalid indexing of 0-dim memory")
	}
	if isIndex(key) {
		if len(m.shape) > 1 {
			return Null, Raise(t, NotImplementedErrorType, "multi-dimensional sub-views are not implemented")
		}
		at, exc := m.itemAt(t, key)
		if exc != nil {
			return Null, exc
		}
		if _, exc := liveView(t, v); exc != nil {
			return Null, exc
		}
		return m.unpackItem(t, at)
	}
	if s := asSlice(key); s != nil {
		r, exc := unpackSlice(t, s)
		if exc != nil {
			return Null, exc
		}
		if _, exc := liveView(t, v); exc != nil {
			return Null, exc
		}
		return m.bySlice(t, r).Value(), nil
	}
	if tuple != nil {
		indices, slices := multiIndex(tuple)
		if indices {
			at, exc := m.tupleAt(t, tuple)
			if exc != nil {
				return Null, exc
			}
			return m.unpackItem(t, at)
		}
		if slices {
			return Null, Raise(t, NotImplementedErrorType, "multi-dimensional slicing is not implemented")
		}
	}
	return Null, Raise(t, TypeErrorType, "memoryview: invalid slice key")
}

// bySlice is the view m[start:stop:step] of the first dimension.
func (m *MemoryView) bySlice(t *Thread, r sliceBounds) *MemoryView {
	r.adjust(m.shape[0])
	n := m.derive(t)
	n.shape = append([]int{r.count}, m.shape[1:]...)
	n.strides = append([]int{m.strides[0] * r.step}, m.strides[1:]...)
	if r.count > 0 || r.start < m.shape[0] {
		n.offset = m.offset + max(r.start, 0)*m.strides[0]
	}
	if r.count == 0 {
		n.offset = m.offset
	}
	return n
}

func memoryViewSetItem(t *Thread, v, key, x Value) *Exception {
	m, exc := liveView(t, v)
	if exc != nil {
		return exc
	}
	if m.readOnly {
		return Raise(t, TypeErrorType, "cannot modify read-only memory")
	}
	if x.IsNull() {
		return Raise(t, TypeErrorType, "cannot delete memory")
	}
	tuple := asTuple(key)
	if len(m.shape) == 0 {
		if key.IsEllipsis() || tuple != nil && len(tuple.Items) == 0 {
			return m.packItem(t, m.offset, x)
		}
		return Raise(t, TypeErrorType, "invalid indexing of 0-dim memory")
	}
	if isIndex(key) {
		if len(m.shape) > 1 {
			return Raise(t, NotImplementedErrorType, "sub-views are not implemented")
		}
		at, exc := m.itemAt(t, key)
		if exc != nil {
			return exc
		}
		if _, exc := liveView(t, v); exc != nil {
			return exc
		}
		return m.packItem(t, at, x)
	}
	s := asSlice(key)
	if s != nil && len(m.shape) == 1 {
		return m.setSlice(t, s, x)
	}
	indices, slices := false, false
	if tuple != nil {
		indices, slices = multiIndex(tuple)
	}
	switch {
	case indices:
		at, exc := m.tupleAt(t, tuple)
		if exc != nil {
			return exc
		}
		return m.packItem(t, at, x)
	case s != nil || slices:
		return Raise(t, NotImplementedErrorType, "memoryview slice assignments are currently restricted to ndim = 1")
	}
	return Raise(t, TypeErrorType, "memoryview: invalid slice key")
}

// setSlice is m[s] = x for one dimension.
func (m *MemoryView) setSlice(t *Thread, s *Slice, x Value) *Exception {
	src, exc := getFullBuffer(t, x, false)
	if exc != nil {
		return exc
	}
	defer src.Free()
	r, exc := unpackSlice(t, s)
	if exc != nil {
		return exc
	}
	if m.buf == nil {
		return Raise(t, ValueErrorType, "operation forbidden on released memoryview object")
	}
	r.adjust(m.shape[0])
	var o MemoryView
	o.layOut(src)
	if trimAt(o.format) != trimAt(m.format) || o.itemSize != m.itemSize || len(o.shape) != 1 || o.shape[0] != r.count {
		return Raise(t, ValueErrorType, "memoryview assignment: lvalue and rvalue have different structures")
	}
	from := append([]byte(nil), o.bytes()...) // the two may overlap
	for i := 0; i < r.count; i++ {
		at := m.offset + (r.start+i*r.step)*m.strides[0]
		copy(m.buf.Bytes[at:at+m.itemSize], from[i*m.itemSize:])
	}
	return nil
}

func trimAt(format string) string {
	if len(format) > 1 && format[0] == '@' {
		return format[1:]
	}
	return format
}
