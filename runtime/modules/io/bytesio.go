package io

import (
	"bytes"
	goio "io"
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var bytesIOType, bytesIOShape = newType()

// A bytesIO is a file in memory.
type bytesIO struct {
	runtime.Header
	runtime.Attrs
	buf     []byte
	pos     int
	closed  bool
	shared  bool // buf is that of a bytes object: copied before the first change
	exports runtime.Exports
}

func asBytesIO(v Value) *bytesIO { return (*bytesIO)(v.Ptr()) }

var bytesIOSpec = runtime.TypeSpec{
	Type: bytesIOType, Name: "_io.BytesIO", Base: bufferedBaseType, Shape: bytesIOShape, TextSig: "(initial_bytes=b'')",
	Doc:         "Buffered I/O implementation using an in-memory bytes buffer.",
	Flags:       runtime.TypeBase | runtime.TypeHasDict | runtime.TypeHasWeakref | runtime.TypeOwnLayout,
	AttrsOffset: unsafe.Offsetof(bytesIO{}.Attrs),
	NewSub:      func(t *Thread, _ *runtime.Type) *runtime.Header { return &runtime.AllocSub[bytesIO](t).Header },
	Slots: runtime.Slots{
		New: func(t *Thread, cls *runtime.Type, _ []Value, _ *Tuple) (Value, *Exception) {
			if cls == bytesIOType {
				return runtime.ObjectOf(&runtime.Alloc[bytesIO](t, bytesIOShape).Header), nil
			}
			return runtime.ObjectOf(runtime.NewInstanceOf(t, cls)), nil
		},
		Init: bytesIOInit, Iter: func(t *Thread, self Value) (Value, *Exception) { return self, asBytesIO(self).check(t) },
		Next: func(t *Thread, self Value) (Value, bool, *Exception) {
			b := asBytesIO(self)
			if exc := b.check(t); exc != nil {
				return Null, false, exc
			}
			line := b.line(-1)
			if len(line) == 0 {
				return Null, false, nil
			}
			return runtime.CopyBytes(t, line).Value(), true, nil
		},
		Traverse: func(Value, runtime.VisitFunc) {},
	},
	Methods: []row{
		{Sig: "readable($self, /)", Doc: "Returns True if the IO object can be read.", Fn: bytesIOAble},
		{Sig: "seekable($self, /)", Doc: "Returns True if the IO object can be seeked.", Fn: bytesIOAble},
		{Sig: "writable($self, /)", Doc: "Returns True if the IO object can be written.", Fn: bytesIOAble},
		{Sig: "close($self, /)", Doc: "Disable all I/O operations.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			b := asBytesIO(self)
			if exc := b.fixed(t); exc != nil {
				return Null, exc
			}
			b.closed, b.buf = true, nil
			return runtime.None, nil
		}},
		{Sig: "flush($self, /)", Doc: "Does nothing.", Fn: func(t *Thread, self Value) (Value, *Exception) { return runtime.None, asBytesIO(self).check(t) }},
		{Sig: "isatty($self, /)", Doc: "Always returns False.", Fn: func(t *Thread, self Value) (Value, *Exception) { return runtime.False, asBytesIO(self).check(t) }},
		{Sig: "tell($self, /)", Doc: "Current file position, an integer.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			b := asBytesIO(self)
			return runtime.Int(int64(b.pos)), b.check(t)
		}},
		{Sig: "write($self, b, /)", Doc: "Write bytes to file.", Fn: bytesIOWrite},
		{Sig: "writelines($self, lines, /)", Doc: "Write lines to the file.", Fn: func(t *Thread, self, lines Value) (Value, *Exception) {
			if exc := asBytesIO(self).check(t); exc != nil {
				return Null, exc
			}
			return runtime.None, runtime.Iterate(t, lines, func(v Value) (bool, *Exception) {
				_, exc := bytesIOWrite(t, self, v)
				return true, exc
			})
		}},
		{Sig: "read($self, size=-1, /)", Doc: "Read at most size bytes, returned as a bytes object.", Fn: bytesIORead},
		{Sig: "read1($self, size=-1, /)", Doc: "Read at most size bytes, returned as a bytes object.", Fn: bytesIORead},
		{Sig: "readinto($self, buffer, /)", Doc: "Read bytes into buffer.", Fn: func(t *Thread, self, buf Value) (Value, *Exception) {
			w, exc := writableBuffer(t, sReadinto, buf)
			if exc != nil {
				return Null, exc
			}
			defer w.Free()
			b := asBytesIO(self)
			if exc := b.check(t); exc != nil {
				return Null, exc
			}
			n := copy(w.Bytes, b.rest())
			b.pos += n
			return runtime.Int(int64(n)), nil
		}},
		{Sig: "readline($self, size=-1, /)", Doc: "Next line from the file, as a bytes object.", Fn: func(t *Thread, self, size Value) (Value, *Exception) {
			b := asBytesIO(self)
			if exc := b.check(t); exc != nil {
				return Null, exc
			}
			n, exc := sizeArg(t, size)
			if exc != nil {
				return Null, exc
			}
			return runtime.CopyBytes(t, b.line(n)).Value(), nil
		}},
		{Sig: "readlines($self, size=None, /)", Doc: "List of bytes objects, each a line from the file.", Fn: func(t *Thread, self, size Value) (Value, *Exception) {
			b := asBytesIO(self)
			if exc := b.check(t); exc != nil {
				return Null, exc
			}
			n, exc := sizeArg(t, size)
			if exc != nil {
				return Null, exc
			}
			l := runtime.NewList(t, nil)
			for total := 0; n <= 0 || total < n; {
				line := b.line(-1)
				if len(line) == 0 {
					break
				}
				total += len(line)
				if exc := l.Append(t, runtime.CopyBytes(t, line).Value()); exc != nil {
					return Null, exc
				}
			}
			return l.Value(), nil
		}},
		{Sig: "getbuffer($self, /)", Doc: "Get a read-write view over the contents of the BytesIO object.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			b := asBytesIO(self)
			if exc := b.check(t); exc != nil {
				return Null, exc
			}
			b.own()
			x := runtime.Alloc[ioBuffer](t, ioBufferShape)
			x.source = self
			m, exc := runtime.NewMemoryView(t, runtime.ObjectOf(&x.Header))
			if exc != nil {
				return Null, exc
			}
			return m.Value(), nil
		}},
		{Sig: "getvalue($self, /)", Doc: "Retrieve the entire contents of the BytesIO object.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			b := asBytesIO(self)
			if exc := b.check(t); exc != nil {
				return Null, exc
			}
			return runtime.CopyBytes(t, b.buf).Value(), nil
		}},
		{Sig: "seek($self, pos, whence=0, /)", Doc: "Change stream position.", Fn: bytesIOSeek},
		{Sig: "truncate($self, size=None, /)", Doc: "Truncate the file to at most size bytes.", Fn: func(t *Thread, self, size Value) (Value, *Exception) {
			b := asBytesIO(self)
			if exc := b.check(t); exc != nil {
				return Null, exc
			}
			if exc := b.fixed(t); exc != nil {
				return Null, exc
			}
			n := b.pos
			if !size.IsNone() {
				var exc *Exception
				if n, exc = sizeArg(t, size); exc != nil {
					return Null, exc
				}
			}
			if n < 0 {
				return Null, runtime.ValueErrorf(t, "negative size value %d", n)
			}
			if n < len(b.buf) {
				b.own()
				b.buf = b.buf[:n]
			}
			return runtime.Int(int64(n)), nil
		}},
		{Sig: "__getstate__($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			b := asBytesIO(self)
			if exc := b.check(t); exc != nil {
				return Null, exc
			}
			return runtime.MakeTuple(t, runtime.CopyBytes(t, b.buf).Value(), runtime.Int(int64(b.pos)), instanceState(t, self)).Value(), nil
		}},
		{Sig: "__setstate__($self, object, /)", Fn: bytesIOSetState},
		{Sig: "__sizeof__($self, /)", Fn: func(_ *Thread, self Value) (Value, *Exception) {
			return runtime.Int(int64(88 + cap(asBytesIO(self).buf))), nil
		}},
	},
	GetSets: []getset{runtime.DictGetSet, {Name: "closed", Doc: "True if the file is closed.", Get: func(_ *Thread, self Value) (Value, *Exception) {
		return runtime.Bool(asBytesIO(self).closed), nil
	}}},
}

// instanceState is a copy of the instance's dict, None when it is empty.
func instanceState(t *Thread, self Value) Value {
	if d := runtime.InstanceDict(t, self); d != nil && d.Len() > 0 {
		return d.Copy(t).Value()
	}
	return runtime.None
}

var bytesIOArgs = runtime.NewSignature("BytesIO(initial_bytes=b'')")

func bytesIOInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := bytesIOArgs.Bind(t, args, kw)
	if exc != nil {
		return exc
	}
	b := asBytesIO(self)
	if exc := b.fixed(t); exc != nil {
		return exc
	}
	b.buf, b.pos, b.shared = nil, 0, false
	if a[0].IsNull() || a[0].IsNone() {
		return nil
	}
	if x, ok := runtime.AsBytes(a[0]); ok {
		b.buf, b.shared = x.B, true
		return nil
	}
	_, exc = bytesIOWrite(t, self, a[0])
	b.pos = 0
	return exc
}

func (b *bytesIO) check(t *Thread) *Exception {
	if b.closed {
		return valueError(t, "I/O operation on closed file.")
	}
	return nil
}

// fixed raises while views of the buffer exist.
func (b *bytesIO) fixed(t *Thread) *Exception {
	if b.exports.Busy(t) {
		return runtime.Raise(t, runtime.BufferErrorType, "Existing exports of data: object cannot be re-sized")
	}
	return nil
}

// own makes the buffer the object's own.
func (b *bytesIO) own() {
	if b.shared {
		b.buf, b.shared = append([]byte(nil), b.buf...), false
	}
}

func bytesIOAble(t *Thread, self Value) (Value, *Exception) {
	return runtime.True, asBytesIO(self).check(t)
}

func (b *bytesIO) rest() []byte {
	if b.pos >= len(b.buf) {
		return nil
	}
	return b.buf[b.pos:]
}

// line takes the next line, of at most limit bytes.
func (b *bytesIO) line(limit int) []byte {
	r := b.rest()
	if i := bytes.IndexByte(r, '\n'); i >= 0 {
		r = r[:i+1]
	}
	if limit >= 0 && len(r) > limit {
		r = r[:limit]
	}
	b.pos += len(r)
	return r
}

func bytesIORead(t *Thread, self, size Value) (Value, *Exception) {
	b := asBytesIO(self)
	if exc := b.check(t); exc != nil {
		return Null, exc
	}
	n, exc := sizeArg(t, size)
	if exc != nil {
		return Null, exc
	}
	r := b.rest()
	if n >= 0 && n < len(r) {
		r = r[:n]
	}
	b.pos += len(r)
	return runtime.CopyBytes(t, r).Value(), nil
}

func bytesIOWrite(t *Thread, self, data Value) (Value, *Exception) {
	b := asBytesIO(self)
	if exc := b.check(t); exc != nil {
		return Null, exc
	}
	if exc := b.fixed(t); exc != nil {
		return Null, exc
	}
	buf, exc := runtime.GetBuffer(t, data, false)
	if exc != nil {
		return Null, exc
	}
	defer buf.Free()
	if len(buf.Bytes) == 0 {
		return runtime.Int(0), nil
	}
	b.own()
	end := b.pos + len(buf.Bytes)
	if end > cap(b.buf) {
		if exc := t.Reserve(end + end/8); exc != nil {
			return Null, exc
		}
		b.buf = append(make([]byte, 0, end+end/8), b.buf...)
	}
	if end > len(b.buf) {
		old := len(b.buf)
		b.buf = b.buf[:end]
		if b.pos > old {
			clear(b.buf[old:b.pos])
		}
	}
	copy(b.buf[b.pos:], buf.Bytes)
	b.pos = end
	return runtime.Int(int64(len(buf.Bytes))), nil
}

func bytesIOSeek(t *Thread, self, pos, whence Value) (Value, *Exception) {
	b := asBytesIO(self)
	p, w, exc := seekArgs(t, pos, whence)
	if exc != nil {
		return Null, exc
	}
	if exc := b.check(t); exc != nil {
		return Null, exc
	}
	n := int(p)
	switch w {
	case goio.SeekStart:
		if n < 0 {
			return Null, runtime.ValueErrorf(t, "negative seek value %d", n)
		}
	case goio.SeekCurrent:
		n += b.pos
	case goio.SeekEnd:
		n += len(b.buf)
	default:
		return Null, runtime.ValueErrorf(t, "invalid whence (%d, should be 0, 1 or 2)", w)
	}
	b.pos = max(n, 0)
	return runtime.Int(int64(b.pos)), nil
}

func bytesIOSetState(t *Thread, self, state Value) (Value, *Exception) {
	b := asBytesIO(self)
	x, ok := runtime.AsTuple(state)
	if !ok || x.Len() < 3 {
		return Null, runtime.TypeErrorf(t, "%s.__setstate__ argument should be 3-tuple, got %s", runtime.TypeOf(self).Name(), runtime.TypeOf(state).Name())
	}
	if exc := b.fixed(t); exc != nil {
		return Null, exc
	}
	pos, exc := runtime.AsSsize(t, x.Items[1])
	if exc != nil {
		return Null, exc
	}
	if pos < 0 {
		return Null, valueError(t, "position value cannot be negative")
	}
	b.buf, b.pos, b.shared, b.closed = nil, 0, false, false
	if _, exc := bytesIOWrite(t, self, x.Items[0]); exc != nil {
		return Null, exc
	}
	b.pos = pos
	return runtime.None, restoreDict(t, self, x.Items[2])
}

// restoreDict updates the instance's dict from a pickled state.
func restoreDict(t *Thread, self, state Value) *Exception {
	if state.IsNone() {
		return nil
	}
	d, ok := runtime.AsDict(state)
	if !ok {
		return runtime.TypeErrorf(t, "third item of state should be a dict, got a %s", runtime.TypeOf(state).Name())
	}
	return runtime.InstanceDict(t, self).Update(t, d.Value())
}

var ioBufferType, ioBufferShape = newType()

// An ioBuffer is what a view made by getbuffer holds: it keeps the BytesIO from being resized.
type ioBuffer struct {
	runtime.Header
	source Value
}

var ioBufferSpec = runtime.TypeSpec{
	Type: ioBufferType, Name: "_io._BytesIOBuffer", Shape: ioBufferShape, Flags: runtime.TypeOwnLayout | runtime.TypeNoInstantiation,
	Slots: runtime.Slots{
		Buffer: func(t *Thread, v Value, _ bool) (*runtime.Buffer, *Exception) {
			b := asBytesIO((*ioBuffer)(v.Ptr()).source)
			b.exports.Add()
			return &runtime.Buffer{Bytes: b.buf, Owner: v, ItemSize: 1, Exports: &b.exports}, nil
		},
		Traverse: func(v Value, visit runtime.VisitFunc) { visit((*ioBuffer)(v.Ptr()).source) },
	},
}
