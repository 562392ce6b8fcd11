package runtime

import (
	"bytes"
	"unsafe"
)

// ByteArrayType is bytearray.
var ByteArrayType = &Type{name: "bytearray"}

var byteArrayShape = &Shape{typ: ByteArrayType}

// A ByteArray is a mutable byte string; while exports exist its length cannot change.
type ByteArray struct {
	Header
	B       []byte
	exports Exports
}

// A byteArraySub is an instance of a subclass of bytearray.
type byteArraySub struct {
	ByteArray
	Attrs
}

var byteArraySpec = TypeSpec{
	Type: ByteArrayType, Name: "bytearray", Flags: TypeBase | TypeMatchSelf | typeOwnLayout, Shape: byteArrayShape,
	Doc: "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\n" +
		"bytearray(int) -> bytes array of size given by the parameter initialized with null bytes\nbytearray() -> empty bytes array\n\n" +
		"Construct a mutable bytearray object from:\n  - an iterable yielding integers in range(256)\n" +
		"  - a text string encoded using the specified encoding\n  - a bytes or a buffer object\n  - any object implementing the buffer API.\n  - an integer",
	NewSub: func(t *Thread, tp *Type) *Header {
		x := alloc[byteArraySub](t)
		x.shape = tp.rootShape
		return &x.Header
	},
	SubAttrsOffset: unsafe.Offsetof(byteArraySub{}.Attrs),
	Slots: Slots{
		New: byteArrayNew, Init: byteArrayInit, Repr: byteArrayRepr, Str: byteArrayRepr, RichCompare: byteArrayCompare,
		Iter: byteArrayIter, Len: byteArrayLen, GetItem: byteArrayGetItem, SetItem: byteArraySetItem, Contains: bytesContains,
		Concat: byteArrayConcat, Repeat: byteArrayRepeat, ConcatInPlace: byteArrayIConcat, RepeatInPlace: byteArrayIRepeat,
		Binary: [numBinary + 1]BinaryFunc{OpRemainder: bytesMod}, Buffer: byteArrayBuffer,
	},
	Methods: append(bytesMethods("bytearray"),
		MethodSpec{Sig: "__alloc__($self, /)", Doc: "B.__alloc__() -> int\n\nReturn the number of bytes actually allocated.", Fn: byteArrayAlloc},
		MethodSpec{Sig: "__reduce__($self, /)", Doc: "Return state information for pickling.", Fn: byteArrayReduce},
		MethodSpec{Sig: "__reduce_ex__($self, proto=0, /)", Doc: "Return state information for pickling.", Fn: byteArrayReduceEx},
		MethodSpec{Sig: "__sizeof__($self, /)", Doc: "Returns the size of the bytearray object in memory, in bytes.", Fn: byteArraySizeof},
		MethodSpec{Sig: "append($self, item, /)", Doc: "Append a single item to the end of the bytearray.", Fn: byteArrayAppend},
		MethodSpec{Sig: "clear($self, /)", Doc: "Remove all items from the bytearray.", Fn: byteArrayClear},
		MethodSpec{Sig: "copy($self, /)", Doc: "Return a copy of B.", Fn: byteArrayCopy},
		MethodSpec{Sig: "extend($self, iterable_of_ints, /)", Doc: "Append all the items from the iterator or sequence to the end of the bytearray.", Fn: byteArrayExtend},
		MethodSpec{Sig: "insert($self, index, item, /)", Doc: "Insert a single item into the bytearray before the given index.", Fn: byteArrayInsert},
		MethodSpec{Sig: "pop($self, index=-1, /)", Doc: "Remove and return a single item from B.", Fn: byteArrayPop},
		MethodSpec{Sig: "remove($self, value, /)", Doc: "Remove the first occurrence of a value in the bytearray.", Fn: byteArrayRemove},
		MethodSpec{Sig: "resize($self, size, /)", Doc: "Resize the internal buffer of bytearray to len.", Fn: byteArrayResize, Since: 14},
		MethodSpec{Sig: "reverse($self, /)", Doc: "Reverse the order of the values in B in place.", Fn: byteArrayReverse},
	),
}

// NewByteArray makes a bytearray that owns b.
func NewByteArray(t *Thread, b []byte) *ByteArray {
	x := alloc[ByteArray](t)
	t.chargeText(cap(b))
	x.shape, x.B = byteArrayShape, b
	return x
}

// Value returns the bytearray as a Value.
func (b *ByteArray) Value() Value { return obj(unsafe.Pointer(b)) }

// asByteArray returns the bytearray that v is (of bytearray or a subclass), or nil.
func asByteArray(v Value) *ByteArray {
	if v.p != nil {
		if s := (*Header)(v.p).shape; s == byteArrayShape || s.typ.layout == ByteArrayType {
			return (*ByteArray)(v.p)
		}
	}
	return nil
}

// AsByteArray returns the bytearray that v is, of bytearray or a subclass.
func AsByteArray(v Value) (*ByteArray, bool) {
	b := asByteArray(v)
	return b, b != nil
}

// resizable raises BufferError while exports exist.
func (b *ByteArray) resizable(t *Thread) *Exception {
	if b.exports.n > 0 && b.exports.Busy(t) {
		return Raise(t, BufferErrorType, "Existing exports of data: object cannot be re-sized")
	}
	return nil
}

// grow makes the length n, with room for more.
func (b *ByteArray) grow(t *Thread, n int) *Exception {
	if n > cap(b.B) {
		size := n + n/8 + 8
		if exc := reserveText(t, size); exc != nil {
			return exc
		}
		b.B = append(make([]byte, 0, size), b.B...)
	}
	b.B = b.B[:n]
	return nil
}

func byteArrayNew(t *Thread, cls *Type, _ []Value, _ *Tuple) (Value, *Exception) {
	if cls == ByteArrayType {
		return NewByteArray(t, nil).Value(), nil
	}
	return ObjectOf(newInstanceOf(t, cls)), nil
}

// byteArrayInit is bytearray.__init__.
func byteArrayInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	b := (*ByteArray)(self.p)
	x, encoding, errors, exc := bytesArgs(t, "bytearray", args, kw)
	if exc != nil {
		return exc
	}
	if len(b.B) > 0 {
		if exc := b.resizable(t); exc != nil {
			return exc
		}
		b.B = nil
	}
	if x.IsNull() && encoding == nil && errors == nil {
		return nil
	}
	out, exc := bytesFromSource(t, "bytearray", x, encoding, errors)
	if exc != nil {
		return exc
	}
	if exc := b.resizable(t); exc != nil {
		return exc
	}
	if asStr(x) != nil {
		out = append([]byte(nil), out...) // an encoder may have shared the str's units
	}
	t.chargeText(len(out))
	b.B = out
	return nil
}

func byteArrayRepr(t *Thread, v Value) (Value, *Exception) {
	return reprBytes(t, TypeOf(v).name+"(", (*ByteArray)(v.p).B, ")")
}

func byteArrayLen(_ *Thread, v Value) (int, *Exception) { return len((*ByteArray)(v.p).B), nil }

func byteArrayCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	if TypeOf(b).Buffer == nil {
		return NotImplemented, nil
	}
	var x, y bytesLike
	if exc := x.borrow(t, a); exc != nil {
		return Null, exc
	}
	defer x.done()
	if exc := y.borrow(t, b); exc != nil {
		if exc.Is(BufferErrorType) || exc.Is(TypeErrorType) {
			return NotImplemented, nil // as CPython does with an object that refuses its buffer
		}
		return Null, exc
	}
	defer y.done()
	if op == EQ || op == NE {
		return Bool(bytes.Equal(x.b, y.b) == (op == EQ)), nil
	}
	return Bool(compareHolds(bytes.Compare(x.b, y.b), op)), nil
}

func byteArrayGetItem(t *Thread, v, key Value) (Value, *Exception) {
	b := (*ByteArray)(v.p)
	if sl := asSlice(key); sl != nil {
		r, exc := unpackSlice(t, sl)
		if exc != nil {
			return Null, exc
		}
		r.adjust(len(b.B))
		out, exc := stepBytes(t, b.B, r)
		return NewByteArray(t, out).Value(), exc
	}
	i, exc := b.index(t, key)
	if exc != nil {
		return Null, exc
	}
	if i, exc = b.within(t, i); exc != nil {
		return Null, exc
	}
	return Int(int64(b.B[i])), nil
}

// index converts a subscript.
func (b *ByteArray) index(t *Thread, key Value) (int, *Exception) {
	if TypeOf(key).Index == nil && !TypeOf(key).Is(TypeInt) {
		return 0, TypeErrorf(t, "bytearray indices must be integers or slices, not %s", TypeOf(key).fullName())
	}
	return indexOf(t, key)
}

// within makes an index absolute, which must be in range.
func (b *ByteArray) within(t *Thread, i int) (int, *Exception) {
	if i < 0 {
		i += len(b.B)
	}
	if i < 0 || i >= len(b.B) {
		return 0, Raise(t, IndexErrorType, "bytearray index out of range")
	}
	return i, nil
}

func byteArraySetItem(t *Thread, v, key, x Value) *Exception {
	b := (*ByteArray)(v.p)
	if sl := asSlice(key); sl != nil {
		return b.setSlice(t, sl, x)
	}
	i, exc := b.index(t, key)
	if exc != nil {
		return exc
	}
	var c byte
	if !x.IsNull() {
		if c, exc = asByte(t, x, "byte"); exc != nil {
			return exc
		}
	}
	if i, exc = b.within(t, i); exc != nil {
		return exc
	}
	if x.IsNull() {
		return b.replace(t, i, i+1, nil)
	}
	b.B[i] = c
	return nil
}

// replace puts other bytes in the place of b[i:j].
func (b *ByteArray) replace(t *Thread, i, j int, by []byte) *Exception {
	n := len(b.B)
	if j-i == len(by) {
		copy(b.B[i:], by)
		return nil
	}
	if exc := b.resizable(t); exc != nil {
		return exc
	}
	size := n - (j - i) + len(by)
	if size > n {
		if exc := b.grow(t, size); exc != nil {
			return exc
		}
		copy(b.B[i+len(by):], b.B[j:n])
	} else if i == 0 && len(by) == 0 {
		b.B = b.B[j:]
		return nil
	} else {
		copy(b.B[i+len(by):], b.B[j:])
		b.B = b.B[:size]
	}
	copy(b.B[i:], by)
	return nil
}

func (b *ByteArray) setSlice(t *Thread, sl *Slice, x Value) *Exception {
	r, exc := unpackSlice(t, sl)
	if exc != nil {
		return exc
	}
	var src []byte
	switch {
	case x.IsNull():
	case asBytes(x) != nil:
		src = asBytes(x).B
	case asByteArray(x) != nil:
		src = append([]byte(nil), asByteArray(x).B...)
	default:
		if tp := TypeOf(x); asStr(x) != nil || tp.Index != nil || tp.ToInt != nil || tp.ToFloat != nil || tp.layout == ComplexType {
			return Raise(t, TypeErrorType, "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
		}
		if src, exc = bytesFromSource(t, "bytearray", x, nil, nil); exc != nil {
			return exc
		}
	}
	r.adjust(len(b.B))
	if r.step == 1 {
		return b.replace(t, r.start, max(r.start, r.stop), src)
	}
	if x.IsNull() {
		return b.deleteStep(t, r.start, r.step, r.count)
	}
	if len(src) == 0 {
		return b.deleteStep(t, r.start, r.step, r.count)
	}
	if len(src) != r.count {
		return Raisef(t, ValueErrorType, "attempt to assign bytes of size %d to extended slice of size %d", len(src), r.count)
	}
	for i, at := 0, r.start; i < r.count; i, at = i+1, at+r.step {
		b.B[at] = src[i]
	}
	return nil
}

// deleteStep removes n bytes that are step apart.
func (b *ByteArray) deleteStep(t *Thread, start, step, n int) *Exception {
	if n == 0 {
		return nil
	}
	if exc := b.resizable(t); exc != nil {
		return exc
	}
	if step < 0 {
		start += step * (n - 1)
		step = -step
	}
	out := start
	for i := start; i < len(b.B); i++ {
		if k := i - start; k%step == 0 && k/step < n {
			continue
		}
		b.B[out] = b.B[i]
		out++
	}
	b.B = b.B[:out]
	return nil
}

func byteArrayConcat(t *Thread, a, b Value) (Value, *Exception) {
	out, exc := concatBuffers(t, a, b)
	if exc != nil {
		return Null, exc
	}
	return NewByteArray(t, out).Value(), nil
}

func byteArrayIConcat(t *Thread, v, x Value) (Value, *Exception) {
	if TypeOf(x).Buffer == nil {
		return Null, TypeErrorf(t, "can't concat %s to %s", TypeOf(x).fullName(), TypeOf(v).fullName())
	}
	var l bytesLike
	if exc := l.borrow(t, x); exc != nil {
		return Null, exc
	}
	src := l.b
	if Is(v, x) {
		l.done()
	}
	defer l.done()
	return v, (*ByteArray)(v.p).extend(t, src)
}

// extend appends bytes, which may be its own.
func (b *ByteArray) extend(t *Thread, src []byte) *Exception {
	if len(src) == 0 {
		return nil
	}
	if exc := b.resizable(t); exc != nil {
		return exc
	}
	n := len(b.B)
	if exc := b.grow(t, n+len(src)); exc != nil {
		return exc
	}
	copy(b.B[n:], src)
	return nil
}

func byteArrayRepeat(t *Thread, v Value, n int) (Value, *Exception) {
	out, exc := repeatedByteArray(t, (*ByteArray)(v.p).B, n)
	if exc != nil {
		return Null, exc
	}
	return NewByteArray(t, out).Value(), nil
}

// repeatedByteArray is repeatedBytes with the exception of bytearrays.
func repeatedByteArray(t *Thread, b []byte, n int) ([]byte, *Exception) {
	if n > 0 && mulOverflows(len(b), n) {
		return nil, RaiseNew(t, MemoryErrorType)
	}
	return repeatedBytes(t, b, n)
}

func byteArrayIRepeat(t *Thread, v Value, n int) (Value, *Exception) {
	b := (*ByteArray)(v.p)
	if n == 1 || len(b.B) == 0 {
		return v, nil
	}
	if exc := b.resizable(t); exc != nil {
		return Null, exc
	}
	out, exc := repeatedByteArray(t, b.B, n)
	if exc != nil {
		return Null, exc
	}
	b.B = out
	return v, nil
}

func byteArrayBuffer(_ *Thread, v Value, _ bool) (*Buffer, *Exception) {
	b := (*ByteArray)(v.p)
	b.exports.n++
	return &Buffer{Bytes: b.B, Owner: v, ItemSize: 1, Exports: &b.exports}, nil
}

func byteArrayAlloc(_ *Thread, self Value) (Value, *Exception) {
	b := (*ByteArray)(self.p)
	if cap(b.B) == 0 {
		return Int(0), nil
	}
	return Int(int64(cap(b.B) + 1)), nil
}

func byteArraySizeof(t *Thread, self Value) (Value, *Exception) {
	n, _ := byteArrayAlloc(t, self)
	return Int(56 + n.AsInt()), nil
}

func byteArrayReduce(t *Thread, self Value) (Value, *Exception) {
	return byteArrayReduceEx(t, self, Int(2))
}

// byteArrayReduceEx is B.__reduce_ex__(proto): before protocol 3 pickles have no bytes.
func byteArrayReduceEx(t *Thread, self, proto Value) (Value, *Exception) {
	b := (*ByteArray)(self.p)
	n, exc := asInt32(t, proto)
	if exc != nil {
		return Null, exc
	}
	state, exc := CallMethod(t, self, sGetState)
	if exc != nil {
		return Null, exc
	}
	var args Value
	switch {
	case n >= 3:
		args = MakeTuple(t, CopyBytes(t, b.B).Value()).Value()
	case len(b.B) == 0:
		args = emptyTuple.Value()
	default:
		s, exc := decodeLatin1(t, b.B)
		if exc != nil {
			return Null, exc
		}
		if isASCII(s.s) {
			s = NewStrBytes(t, b.B)
		}
		args = MakeTuple(t, s.Value(), sLatin1.Value()).Value()
	}
	return MakeTuple(t, TypeOf(self).Value(), args, state).Value(), nil
}

func byteArrayAppend(t *Thread, self, x Value) (Value, *Exception) {
	c, exc := asByte(t, x, "byte")
	if exc != nil {
		return Null, exc
	}
	b := (*ByteArray)(self.p)
	if exc := b.resizable(t); exc != nil {
		return Null, exc
	}
	if len(b.B) < cap(b.B) {
		b.B = append(b.B, c)
		return None, nil
	}
	return None, b.extend(t, []byte{c})
}

func byteArrayClear(t *Thread, self Value) (Value, *Exception) {
	b := (*ByteArray)(self.p)
	if exc := b.resizable(t); exc != nil {
		return Null, exc
	}
	b.B = nil
	return None, nil
}

func byteArrayCopy(t *Thread, self Value) (Value, *Exception) {
	b := (*ByteArray)(self.p)
	if exc := reserveText(t, len(b.B)); exc != nil {
		return Null, exc
	}
	return NewByteArray(t, append([]byte(nil), b.B...)).Value(), nil
}

func byteArrayExtend(t *Thread, self, x Value) (Value, *Exception) {
	b := (*ByteArray)(self.p)
	if TypeOf(x).Buffer != nil {
		var l bytesLike
		if exc := l.borrow(t, x); exc != nil {
			return Null, exc
		}
		src := l.b
		if Is(self, x) {
			l.done()
		}
		defer l.done()
		return None, b.extend(t, src)
	}
	if tp := TypeOf(x); tp.Iter == nil && (tp.GetItem == nil || tp.flags&TypeDict != 0) {
		return Null, TypeErrorf(t, "can't extend bytearray with %s", tp.name)
	}
	if asStr(x) != nil && (*Str)(x.p).Len() > 0 {
		return Null, TypeErrorf(t, "expected iterable of integers; got: '%s'", TypeOf(x).fullName())
	}
	src, exc := bytesFromIterable(t, "bytearray", x)
	if exc != nil {
		return Null, exc
	}
	return None, b.extend(t, src)
}

func byteArrayInsert(t *Thread, self, index, x Value) (Value, *Exception) {
	i, exc := AsSsize(t, index)
	if exc != nil {
		return Null, exc
	}
	c, exc := asByte(t, x, "byte")
	if exc != nil {
		return Null, exc
	}
	b := (*ByteArray)(self.p)
	n := len(b.B)
	if i < 0 {
		i = max(i+n, 0)
	}
	i = min(i, n)
	return None, b.replace(t, i, i, []byte{c})
}

func byteArrayPop(t *Thread, self, index Value) (Value, *Exception) {
	i, exc := AsSsize(t, index)
	if exc != nil {
		return Null, exc
	}
	b := (*ByteArray)(self.p)
	if len(b.B) == 0 {
		return Null, Raise(t, IndexErrorType, "pop from empty bytearray")
	}
	if i < 0 {
		i += len(b.B)
	}
	if i < 0 || i >= len(b.B) {
		return Null, Raise(t, IndexErrorType, "pop index out of range")
	}
	c := b.B[i]
	if exc := b.replace(t, i, i+1, nil); exc != nil {
		return Null, exc
	}
	return Int(int64(c)), nil
}

func byteArrayRemove(t *Thread, self, x Value) (Value, *Exception) {
	c, exc := asByte(t, x, "byte")
	if exc != nil {
		return Null, exc
	}
	b := (*ByteArray)(self.p)
	i := bytes.IndexByte(b.B, c)
	if i < 0 {
		return Null, Raise(t, ValueErrorType, "value not found in bytearray")
	}
	return None, b.replace(t, i, i+1, nil)
}

func byteArrayResize(t *Thread, self, size Value) (Value, *Exception) {
	n, exc := AsSsize(t, size)
	if exc != nil {
		return Null, exc
	}
	if n < 0 {
		return Null, Raisef(t, ValueErrorType, "bytearray.resize(): new size must be >= 0, got %d", n)
	}
	b := (*ByteArray)(self.p)
	old := len(b.B)
	if n == old {
		return None, nil
	}
	if exc := b.resizable(t); exc != nil {
		return Null, exc
	}
	if exc := b.grow(t, n); exc != nil {
		return Null, exc
	}
	if n > old {
		clear(b.B[old:])
	}
	return None, nil
}

func byteArrayReverse(_ *Thread, self Value) (Value, *Exception) {
	b := (*ByteArray)(self.p).B
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return None, nil
}
