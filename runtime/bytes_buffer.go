package runtime

// GetBuffer asks v for its bytes; what has none raises TypeError. Every buffer is given back with release.
func GetBuffer(t *Thread, v Value, writable bool) (*Buffer, *Exception) {
	f := TypeOf(v).Buffer
	if f == nil {
		return nil, TypeErrorf(t, "a bytes-like object is required, not '%s'", TypeOf(v).name)
	}
	return f(t, v, writable)
}

// release gives the buffer back.
func (b *Buffer) release() {
	if b.Release != nil {
		b.Release()
		b.Release = nil
	}
}

// Free gives the buffer back.
func (b *Buffer) Free() { b.release() }

// itemSize is the size of an item.
func (b *Buffer) itemSize() int { return max(b.ItemSize, 1) }

// contiguous reports whether the items lie in C order without gaps.
func (b *Buffer) contiguous() bool {
	if b.Strides == nil {
		return true
	}
	want := b.itemSize()
	for i := len(b.Shape) - 1; i >= 0; i-- {
		if b.Shape[i] > 1 && b.Strides[i] != want {
			return false
		}
		want *= b.Shape[i]
	}
	return true
}

// size is the number of bytes of all items.
func (b *Buffer) size() int {
	if b.Shape == nil {
		return len(b.Bytes)
	}
	n := b.itemSize()
	for _, d := range b.Shape {
		n *= d
	}
	return n
}

// bytesLike borrows the bytes of a bytes-like object for the length of a native method, without a Buffer for the common types. done must be called.
type bytesLike struct {
	b   []byte
	buf *Buffer
}

func (l *bytesLike) done() {
	if l.buf != nil {
		l.buf.release()
		l.buf = nil
	}
}

// borrow fills l from v. The bytes of a bytearray may change when Python code runs meanwhile, so its export is counted.
func (l *bytesLike) borrow(t *Thread, v Value) *Exception {
	if b := asBytes(v); b != nil {
		l.b = b.B
		return nil
	}
	buf, exc := GetBuffer(t, v, false)
	if exc != nil {
		return exc
	}
	l.buf = buf
	if buf.contiguous() {
		l.b = buf.Bytes
	} else {
		l.b = buf.appendTo(nil)
	}
	return nil
}

// appendTo appends the items in C order.
func (b *Buffer) appendTo(dst []byte) []byte {
	if b.contiguous() {
		return append(dst, b.Bytes[:b.size()]...)
	}
	return b.appendDim(dst, 0, 0)
}

// appendDim appends the items of dimension d that start at an offset.
func (b *Buffer) appendDim(dst []byte, d, at int) []byte {
	if d == len(b.Shape) {
		return append(dst, b.Bytes[at:at+b.itemSize()]...)
	}
	for i := 0; i < b.Shape[d]; i++ {
		dst = b.appendDim(dst, d+1, at+i*b.Strides[d])
	}
	return dst
}
