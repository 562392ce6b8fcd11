package runtime

import "weak"

// The consumers' side of the buffer protocol.

// GetBuffer asks v for its bytes as one piece in order; what has none raises TypeError. Every buffer is given back with Free.
func GetBuffer(t *Thread, v Value, writable bool) (*Buffer, *Exception) {
	b, exc := getFullBuffer(t, v, writable)
	if exc != nil {
		return nil, exc
	}
	if !b.contiguous() {
		b.Free()
		return nil, Raise(t, BufferErrorType, "memoryview: underlying buffer is not C-contiguous")
	}
	if n := b.size(); b.Offset != 0 || n != len(b.Bytes) {
		b.Bytes = b.Bytes[b.Offset : b.Offset+n]
		b.Offset = 0
	}
	return b, nil
}

// getFullBuffer asks v for its items wherever they lie.
func getFullBuffer(t *Thread, v Value, writable bool) (*Buffer, *Exception) {
	f := TypeOf(v).Buffer
	if f == nil {
		return nil, TypeErrorf(t, "a bytes-like object is required, not '%s'", TypeOf(v).fullName())
	}
	return f(t, v, writable)
}

// Free gives the buffer back.
func (b *Buffer) Free() {
	if b.Exports != nil {
		b.Exports.n--
		b.Exports = nil
	}
	if b.Release != nil {
		b.Release()
		b.Release = nil
	}
}

// itemSize is the size of an item.
func (b *Buffer) itemSize() int { return max(b.ItemSize, 1) }

// contiguous reports whether the items lie in C order without gaps.
func (b *Buffer) contiguous() bool {
	return b.Strides == nil || isContiguous(b.Shape, b.Strides, b.itemSize(), false)
}

// isContiguous reports whether items of a shape lie without gaps, the last dimension varying fastest or with fortran the first.
func isContiguous(shape, strides []int, size int, fortran bool) bool {
	if len(shape) == 1 {
		return shape[0] == 1 || strides[0] == size // even of no items
	}
	for _, n := range shape {
		if n == 0 {
			return true
		}
	}
	for k := range shape {
		i := k
		if !fortran {
			i = len(shape) - 1 - k
		}
		if shape[i] > 1 && strides[i] != size {
			return false
		}
		size *= shape[i]
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

// appendTo appends the items in C order.
func (b *Buffer) appendTo(dst []byte) []byte {
	if b.contiguous() {
		return append(dst, b.Bytes[b.Offset:b.Offset+b.size()]...)
	}
	return appendItems(dst, b.Bytes, b.Shape, b.Strides, b.Offset, b.itemSize())
}

// appendItems appends items in C order; at is the offset of the first.
func appendItems(dst, src []byte, shape, strides []int, at, size int) []byte {
	if len(shape) == 0 {
		return append(dst, src[at:at+size]...)
	}
	for i := 0; i < shape[0]; i++ {
		dst = appendItems(dst, src, shape[1:], strides[1:], at+i*strides[0], size)
	}
	return dst
}

// A bytesLike borrows the bytes of a bytes-like object for the length of a native method. done must be called.
type bytesLike struct {
	b       []byte
	exports *Exports
	buf     *Buffer
}

func (l *bytesLike) done() {
	if l.exports != nil {
		l.exports.n--
		l.exports = nil
	}
	if l.buf != nil {
		l.buf.Free()
		l.buf = nil
	}
}

// borrow fills l from v. The bytes of a bytearray might move when Python code runs meanwhile, so it counts as exported.
func (l *bytesLike) borrow(t *Thread, v Value) *Exception {
	if b := asBytes(v); b != nil {
		l.b = b.B
		return nil
	}
	if b := asByteArray(v); b != nil {
		b.exports.n++
		l.b, l.exports = b.B, &b.exports
		return nil
	}
	buf, exc := GetBuffer(t, v, false)
	if exc != nil {
		return exc
	}
	l.buf, l.b = buf, buf.Bytes
	return nil
}

// An Exports counts the buffers that an object has given out and that forbid it to resize. A memoryview that nobody refers to any more counts until
// a census shows that it died.
type Exports struct {
	n     int
	views []weak.Pointer[MemoryView]
	alarm int // censuses in a row that found only dead views
}

// maxAlarms is the number of censuses after which an owner's views are taken for dead without looking.
const maxAlarms = 32

// Busy reports whether buffers are out.
func (e *Exports) Busy(t *Thread) bool {
	if e.n == 0 || len(e.views) == 0 {
		return e.n > 0
	}
	// DIVERGES: with reference counting a view dies with its last reference. Here a census decides, and a program that keeps dropping views
	// before it resizes is not made to pay for one each time.
	in := t.interp
	alive := func(*MemoryView) bool { return false }
	if e.alarm < maxAlarms {
		e.alarm++
		in.mark()
		alive = func(m *MemoryView) bool { return m.mark == in.epoch }
	}
	kept := e.views[:0]
	for _, w := range e.views {
		m := w.Value()
		switch {
		case m == nil:
			e.n--
		case m.buf == nil: // released
		case alive(m):
			kept = append(kept, w)
			e.alarm = 0
		default:
			m.release()
		}
	}
	clear(e.views[len(kept):])
	e.views = kept
	return e.n > 0
}

// Add counts a buffer given out; Buffer.Exports makes Free count it back.
func (e *Exports) Add() { e.n++ }
