package io

import (
	"bytes"
	goio "io"
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var (
	readerType, readerShape = newType()
	writerType, writerShape = newType()
	randomType, randomShape = newType()
)

// A buffered is a BufferedReader, BufferedWriter or BufferedRandom. At any time it holds either bytes read ahead or bytes not yet written, never both.
type buffered struct {
	runtime.Header
	runtime.Attrs
	raw      Value // Null before __init__ and after detach
	detached bool
	f        *file // raw, when its type is FileIO itself
	readable bool
	writable bool
	std      bool // a standard stream: flushed by the command
	size     int
	ahead    []byte // read, not yet handed out
	rbuf     []byte // the room that ahead lies in
	pending  []byte // not yet written
	text     *text  // the text stream on top, whose own death flushes both
}

func bufferedSpec(tp *runtime.Type, shape *runtime.Shape, name, doc string, slots runtime.Slots, methods ...[]row) runtime.TypeSpec {
	slots.Repr = bufferedRepr
	slots.Traverse = func(v Value, visit runtime.VisitFunc) { visit(asBuffered(v).raw) }
	slots.New = func(t *Thread, cls *runtime.Type, _ []Value, _ *Tuple) (Value, *Exception) {
		if cls == tp {
			b := runtime.Alloc[buffered](t, shape)
			b.raw = Null
			return runtime.ObjectOf(&b.Header), nil
		}
		return runtime.ObjectOf(runtime.NewInstanceOf(t, cls)), nil
	}
	slots.Del = bufferedDel
	s := runtime.TypeSpec{
		Type: tp, Name: "_io." + name, Base: bufferedBaseType, Shape: shape, Doc: doc, TextSig: "(raw, buffer_size=DEFAULT_BUFFER_SIZE)",
		Flags:       runtime.TypeBase | runtime.TypeHasDict | runtime.TypeHasWeakref | runtime.TypeOwnLayout,
		AttrsOffset: unsafe.Offsetof(buffered{}.Attrs),
		NewSub: func(t *Thread, _ *runtime.Type) *runtime.Header {
			b := runtime.AllocSub[buffered](t)
			b.raw = Null
			return &b.Header
		},
		Slots: slots,
		GetSets: []getset{
			runtime.DictGetSet,
			{Name: "raw", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) {
				if r := asBuffered(self).raw; !r.IsNull() {
					return r, nil
				}
				return runtime.None, nil
			}},
			{Name: "closed", Get: func(t *Thread, self Value) (Value, *Exception) {
				b := asBuffered(self)
				if exc := b.check(t); exc != nil {
					return Null, exc
				}
				c, exc := b.closed(t)
				return runtime.Bool(c), exc
			}},
			{Name: "name", Get: rawAttr(sName)},
			{Name: "mode", Get: rawAttr(sMode)},
		},
	}
	for _, m := range methods {
		s.Methods = append(s.Methods, m...)
	}
	return s
}

func rawAttr(name *runtime.Str) func(t *Thread, self Value) (Value, *Exception) {
	return func(t *Thread, self Value) (Value, *Exception) {
		b := asBuffered(self)
		if exc := b.check(t); exc != nil {
			return Null, exc
		}
		return runtime.GetAttr(t, b.raw, name)
	}
}

// bySelf makes a method that takes nothing and gives what the stream's method gives.
func bySelf(f func(b *buffered, t *Thread) *Exception) func(t *Thread, self Value) (Value, *Exception) {
	return func(t *Thread, self Value) (Value, *Exception) {
		b := asBuffered(self)
		if exc := b.check(t); exc != nil {
			return Null, exc
		}
		return runtime.None, f(b, t)
	}
}

func rawCall(name *runtime.Str) func(t *Thread, self Value) (Value, *Exception) {
	return func(t *Thread, self Value) (Value, *Exception) {
		b := asBuffered(self)
		if exc := b.check(t); exc != nil {
			return Null, exc
		}
		return runtime.CallMethod(t, b.raw, name)
	}
}

var commonRows = []row{
	{Sig: "detach($self, /)", Doc: "Disconnect this buffer from its underlying raw stream and return it.", Fn: bufferedDetach},
	{Sig: "flush($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
		b := asBuffered(self)
		if exc := b.open(t, "flush of closed file"); exc != nil {
			return Null, exc
		}
		return runtime.None, b.flush(t)
	}},
	{Sig: "close($self, /)", Fn: bySelf((*buffered).close)},
	{Sig: "seekable($self, /)", Fn: rawCall(sSeekable)},
	{Sig: "fileno($self, /)", Fn: rawCall(sFileno)},
	{Sig: "isatty($self, /)", Fn: rawCall(sIsatty)},
	{Sig: "_dealloc_warn($self, source, /)", Fn: func(*Thread, Value, Value) (Value, *Exception) { return runtime.None, nil }},
	{Sig: "seek($self, target, whence=0, /)", Fn: func(t *Thread, self, target, whence Value) (Value, *Exception) {
		b := asBuffered(self)
		if exc := b.open(t, "seek of closed file"); exc != nil {
			return Null, exc
		}
		w, exc := runtime.AsSsize(t, whence)
		if exc != nil {
			return Null, exc
		}
		if w < 0 || w > 2 {
			return Null, runtime.ValueErrorf(t, "whence value %d unsupported", w)
		}
		pos, _, exc := seekArgs(t, target, whence)
		if exc != nil {
			return Null, exc
		}
		if b.f != nil && !b.f.canSeek() {
			return Null, unsupported(t, "File or stream is not seekable.")
		}
		n, exc := b.seek(t, pos, w)
		return runtime.Int(n), exc
	}},
	{Sig: "tell($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
		b := asBuffered(self)
		if exc := b.check(t); exc != nil {
			return Null, exc
		}
		n, exc := b.tell(t)
		return runtime.Int(n), exc
	}},
	{Sig: "truncate($self, pos=None, /)", Fn: bufferedTruncate},
	{Sig: "__sizeof__($self, /)", Fn: func(_ *Thread, self Value) (Value, *Exception) {
		return runtime.Int(int64(160 + asBuffered(self).size)), nil
	}},
	{Sig: "__reduce__($self, /)", Fn: noPickle},
	{Sig: "__reduce_ex__($self, object, /)", Fn: noPickleEx},
}

var readRows = []row{
	{Sig: "readable($self, /)", Fn: rawCall(sReadable)},
	{Sig: "read($self, size=-1, /)", Doc: "Read and return up to n bytes.", Fn: bufferedRead},
	{Sig: "peek($self, size=0, /)", Fn: bufferedPeek},
	{Sig: "read1($self, size=-1, /)", Doc: "Read and return up to size bytes, with at most one read() call to the underlying raw stream.", Fn: bufferedRead1},
	{Sig: "readinto($self, buffer, /)", Fn: func(t *Thread, self, buf Value) (Value, *Exception) {
		return bufferedReadInto(t, self, buf, sReadinto, false)
	}},
	{Sig: "readinto1($self, buffer, /)", Fn: func(t *Thread, self, buf Value) (Value, *Exception) {
		return bufferedReadInto(t, self, buf, sRead1, true)
	}},
	{Sig: "readline($self, size=-1, /)", Fn: func(t *Thread, self, size Value) (Value, *Exception) {
		b := asBuffered(self)
		if exc := b.check(t); exc != nil {
			return Null, exc
		}
		n, exc := sizeArg(t, size)
		if exc != nil {
			return Null, exc
		}
		if exc := b.open(t, "readline of closed file"); exc != nil {
			return Null, exc
		}
		line, exc := b.readline(t, n)
		return bytesValue(t, line, exc)
	}},
}

var writeRows = []row{
	{Sig: "writable($self, /)", Fn: rawCall(sWritable)},
	{Sig: "write($self, buffer, /)", Doc: "Write buffer b to the IO stream.", Fn: func(t *Thread, self, data Value) (Value, *Exception) {
		b := asBuffered(self)
		if exc := b.check(t); exc != nil {
			return Null, exc
		}
		buf, exc := runtime.GetBuffer(t, data, false)
		if exc != nil {
			return Null, exc
		}
		defer buf.Free()
		if exc := b.open(t, "write to closed file"); exc != nil {
			return Null, exc
		}
		return runtime.Int(int64(len(buf.Bytes))), b.write(t, buf.Bytes)
	}},
}

// exactNext is the Next slot of exact readers and of subclasses that keep readline.
func bufferedNext(t *Thread, self Value) (Value, bool, *Exception) {
	b := asBuffered(self)
	if exc := b.check(t); exc != nil {
		return Null, false, exc
	}
	if !runtime.HasShape(self, readerShape) && !runtime.HasShape(self, randomShape) {
		line, exc := runtime.CallMethod(t, self, sReadline)
		if exc != nil {
			return Null, false, exc
		}
		n, exc := runtime.Len(t, line)
		return line, n > 0, exc
	}
	if exc := b.open(t, "readline of closed file"); exc != nil {
		return Null, false, exc
	}
	line, exc := b.readline(t, -1)
	if exc != nil || len(line) == 0 {
		return Null, false, exc
	}
	return runtime.NewBytes(t, line).Value(), true, nil
}

var readerSpec = bufferedSpec(readerType, readerShape, "BufferedReader", "Create a new buffered reader using the given readable raw IO object.",
	runtime.Slots{Init: bufferedInit(true, false), Next: bufferedNext}, commonRows, readRows)

var writerSpec = bufferedSpec(writerType, writerShape, "BufferedWriter", "A buffer for a writeable sequential RawIO object.",
	runtime.Slots{Init: bufferedInit(false, true)}, commonRows, writeRows)

var randomSpec = bufferedSpec(randomType, randomShape, "BufferedRandom", "A buffered interface to random access streams.",
	runtime.Slots{Init: bufferedInit(true, true), Next: bufferedNext}, commonRows, readRows, writeRows)

func asBuffered(v Value) *buffered { return (*buffered)(v.Ptr()) }

// exactBuffered returns the buffer that v is when its type is one of ours itself, or nil.
func exactBuffered(v Value) *buffered {
	if runtime.HasShape(v, readerShape) || runtime.HasShape(v, writerShape) || runtime.HasShape(v, randomShape) {
		return asBuffered(v)
	}
	return nil
}

var bufferedArgs = runtime.NewSignature("__init__(raw, buffer_size=DEFAULT_BUFFER_SIZE)")

func bufferedInit(readable, writable bool) func(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	return func(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
		mark := t.HandleMark()
		defer t.Release(mark)
		a, exc := bufferedArgs.Bind(t, args, kw)
		if exc != nil {
			return exc
		}
		size := bufferSize(t)
		if !a[1].IsNull() {
			if size, exc = runtime.AsSsize(t, a[1]); exc != nil {
				return exc
			}
		}
		b := asBuffered(self)
		b.raw = Null
		if readable && writable {
			if exc := require(t, a[0], sSeekable, "File or stream is not seekable."); exc != nil {
				return exc
			}
		}
		if readable {
			if exc := require(t, a[0], sReadable, "File or stream is not readable."); exc != nil {
				return exc
			}
		}
		if writable {
			if exc := require(t, a[0], sWritable, "File or stream is not writable."); exc != nil {
				return exc
			}
		}
		return b.start(t, a[0], size, readable, writable)
	}
}

// start puts the buffer on a raw stream.
func (b *buffered) start(t *Thread, raw Value, size int, readable, writable bool) *Exception {
	if size <= 0 {
		return valueError(t, "buffer size must be strictly positive")
	}
	if exc := t.Reserve(size); exc != nil {
		return exc
	}
	b.raw, b.f, b.size, b.readable, b.writable = raw, exactFile(raw), size, readable, writable
	b.detached, b.ahead, b.pending = false, nil, nil
	if writable {
		stateOf(t.Interp()).writers[b] = true
	}
	return nil
}

// newBuffered makes an exact BufferedReader, BufferedWriter or BufferedRandom.
func newBuffered(t *Thread, shape *runtime.Shape, raw Value, size int) (Value, *Exception) {
	b := runtime.Alloc[buffered](t, shape)
	b.raw = Null
	return runtime.ObjectOf(&b.Header), b.start(t, raw, size, shape != writerShape, shape != readerShape)
}

// bufferedDel closes a buffer that died open.
func bufferedDel(t *Thread, self Value) *Exception {
	b := asBuffered(self)
	if b.raw.IsNull() {
		return nil
	}
	if b.text != nil && b.text.buffer.Ptr() == unsafe.Pointer(b) {
		return b.text.close(t)
	}
	if runtime.TypeOf(self).Is(runtime.TypeHeap) {
		_, exc := runtime.CallMethod(t, self, sClose)
		return exc
	}
	return b.close(t)
}

func (b *buffered) check(t *Thread) *Exception {
	if b.raw.IsNull() {
		if b.detached {
			return valueError(t, "raw stream has been detached")
		}
		return valueError(t, "I/O operation on uninitialized object")
	}
	return nil
}

func (b *buffered) closed(t *Thread) (bool, *Exception) {
	if b.f != nil {
		return !b.f.open, nil
	}
	return isClosed(t, b.raw)
}

// open raises msg when the stream is closed.
func (b *buffered) open(t *Thread, msg string) *Exception {
	if exc := b.check(t); exc != nil {
		return exc
	}
	closed, exc := b.closed(t)
	if exc == nil && closed && len(b.ahead) == 0 {
		return valueError(t, msg)
	}
	return exc
}

func bufferedRepr(t *Thread, v Value) (Value, *Exception) {
	name := runtime.TypeOf(v).FullName()
	n, ok, exc := runtime.FindAttr(t, v, sName)
	if exc != nil && !exc.Is(runtime.ValueErrorType) {
		return Null, exc
	}
	if !ok || exc != nil {
		return str(t, "<"+name+">"), nil
	}
	if t.EnterRepr(v) {
		return Null, runtime.Raisef(t, runtime.RuntimeErrorType, "reentrant call inside %s.__repr__", name)
	}
	defer t.LeaveRepr()
	q, exc := runtime.Repr(t, n)
	if exc != nil {
		return Null, exc
	}
	return str(t, "<"+name+" name="+q.GoString()+">"), nil
}

// rawRead reads once from the raw stream into p; ok is false when it would block.
func (b *buffered) rawRead(t *Thread, p []byte) (n int, ok bool, exc *Exception) {
	if b.f != nil {
		if exc := b.f.check(t, b.f.readable, "reading"); exc != nil {
			return 0, false, exc
		}
		n, exc = b.f.read(t, p)
		return n, true, exc
	}
	room := runtime.NewByteArray(t, make([]byte, len(p)))
	view, exc := runtime.NewMemoryView(t, room.Value())
	if exc != nil {
		return 0, false, exc
	}
	mark := t.HandleMark()
	t.Handle(room.Value())
	defer t.Release(mark)
	v, exc := runtime.CallMethod(t, b.raw, sReadinto, view.Value())
	if exc != nil || v.IsNone() {
		return 0, false, exc
	}
	n, exc = runtime.AsSsize(t, v)
	if exc != nil {
		return 0, false, exc
	}
	if n < 0 || n > len(p) {
		return 0, false, runtime.Raisef(t, runtime.OSErrorType, "raw readinto() returned invalid length %d (should have been between 0 and %d)", n, len(p))
	}
	return copy(p, room.B[:n]), true, nil
}

// rawWrite writes once to the raw stream.
func (b *buffered) rawWrite(t *Thread, p []byte) (int, *Exception) {
	if b.f != nil {
		if exc := b.f.check(t, b.f.writable, "writing"); exc != nil {
			return 0, exc
		}
		return b.f.write(t, p)
	}
	v, exc := runtime.CallMethod(t, b.raw, sWrite, runtime.CopyBytes(t, p).Value())
	if exc != nil {
		return 0, exc
	}
	if v.IsNone() {
		return 0, runtime.RaiseNew(t, runtime.BlockingIOErrorType, runtime.Int(11), str(t, "write could not complete without blocking"), runtime.Int(0))
	}
	n, exc := runtime.AsSsize(t, v)
	if exc != nil {
		return 0, exc
	}
	if n < 0 || n > len(p) {
		return 0, runtime.Raisef(t, runtime.OSErrorType, "raw write() returned invalid length %d (should have been between 0 and %d)", n, len(p))
	}
	return n, nil
}

func (b *buffered) rawSeek(t *Thread, pos int64, whence int) (int64, *Exception) {
	if b.f != nil {
		return b.f.seek(t, pos, whence)
	}
	v, exc := runtime.CallMethod(t, b.raw, sSeek, runtime.Int(pos), runtime.Int(int64(whence)))
	if exc != nil {
		return 0, exc
	}
	return b.position(t, v)
}

func (b *buffered) position(t *Thread, v Value) (int64, *Exception) {
	n, exc := runtime.AsSsize(t, v)
	if exc == nil && n < 0 {
		return 0, runtime.Raisef(t, runtime.OSErrorType, "Raw stream returned invalid position %d", n)
	}
	return int64(n), exc
}

func (b *buffered) rawTell(t *Thread) (int64, *Exception) {
	if b.f != nil {
		return b.f.seek(t, 0, goio.SeekCurrent)
	}
	v, exc := runtime.CallMethod(t, b.raw, sTell)
	if exc != nil {
		return 0, exc
	}
	return b.position(t, v)
}

// fill reads once into the empty buffer.
func (b *buffered) fill(t *Thread) (ok bool, exc *Exception) {
	if cap(b.rbuf) < b.size {
		b.rbuf = make([]byte, b.size)
	}
	n, ok, exc := b.rawRead(t, b.rbuf[:b.size])
	b.ahead = b.rbuf[:n]
	return ok, exc
}

// take hands out up to n bytes of what was read ahead, as a copy.
func (b *buffered) take(n int) []byte {
	n = min(n, len(b.ahead))
	out := append([]byte(nil), b.ahead[:n]...)
	b.ahead = b.ahead[n:]
	return out
}

// beforeRead writes out what is pending.
func (b *buffered) beforeRead(t *Thread) *Exception {
	if len(b.pending) > 0 {
		return b.flushPending(t)
	}
	return nil
}

func bufferedRead(t *Thread, self, size Value) (Value, *Exception) {
	b := asBuffered(self)
	if exc := b.check(t); exc != nil {
		return Null, exc
	}
	n, exc := sizeArg(t, size)
	if exc != nil {
		return Null, exc
	}
	if n < -1 {
		return Null, valueError(t, "read length must be non-negative or -1")
	}
	if exc := b.open(t, "read of closed file"); exc != nil {
		return Null, exc
	}
	data, ok, exc := b.read(t, n)
	if exc != nil {
		return Null, exc
	}
	if !ok && len(data) == 0 {
		return runtime.None, nil
	}
	return runtime.NewBytes(t, data).Value(), nil
}

// read reads n bytes, or up to the end for -1; ok is false when the raw stream would block.
func (b *buffered) read(t *Thread, n int) (data []byte, ok bool, exc *Exception) {
	if n < 0 {
		return b.readAll(t)
	}
	if n <= len(b.ahead) {
		return b.take(n), true, nil
	}
	if exc := t.Reserve(n); exc != nil {
		return nil, false, exc
	}
	data = append(make([]byte, 0, min(n, 1<<20)), b.ahead...)
	b.ahead = nil
	if exc := b.beforeRead(t); exc != nil {
		return nil, false, exc
	}
	for len(data) < n {
		if want := n - len(data); want >= b.size {
			// Whole buffers are read past the buffer.
			room := want - want%b.size
			data = growBytes(data, room)
			k, ok, exc := b.rawRead(t, data[len(data):len(data)+room])
			if exc != nil {
				return nil, false, exc
			}
			data = data[:len(data)+k]
			if !ok || k == 0 {
				return data, ok, nil
			}
			continue
		}
		ok, exc := b.fill(t)
		if exc != nil {
			return nil, false, exc
		}
		if len(b.ahead) == 0 {
			return data, ok, nil
		}
		k := min(n-len(data), len(b.ahead))
		data = append(data, b.ahead[:k]...)
		b.ahead = b.ahead[k:]
	}
	return data, true, nil
}

func growBytes(b []byte, room int) []byte {
	if cap(b)-len(b) >= room {
		return b
	}
	return append(make([]byte, 0, len(b)+room), b...)
}

func (b *buffered) readAll(t *Thread) ([]byte, bool, *Exception) {
	data := b.take(len(b.ahead))
	if exc := b.beforeRead(t); exc != nil {
		return nil, false, exc
	}
	if b.f != nil {
		rest, exc := b.f.readAll(t)
		if len(data) == 0 {
			return rest, true, exc
		}
		return append(data, rest...), true, exc
	}
	if fn, found, exc := runtime.FindAttr(t, b.raw, sReadall); exc != nil {
		return nil, false, exc
	} else if found {
		v, exc := runtime.Call(t, fn)
		if exc != nil {
			return nil, false, exc
		}
		if v.IsNone() {
			return data, false, nil
		}
		rest, ok := runtime.AsBytes(v)
		if !ok {
			return nil, false, runtime.Raise(t, runtime.TypeErrorType, "readall() should return bytes")
		}
		return append(data, rest.B...), true, nil
	}
	for {
		v, exc := runtime.CallMethod(t, b.raw, sRead)
		if exc != nil {
			return nil, false, exc
		}
		if v.IsNone() {
			return data, false, nil
		}
		rest, ok := runtime.AsBytes(v)
		if !ok {
			return nil, false, runtime.Raise(t, runtime.TypeErrorType, "read() should return bytes")
		}
		if len(rest.B) == 0 {
			return data, true, nil
		}
		if exc := t.Reserve(len(rest.B)); exc != nil {
			return nil, false, exc
		}
		data = append(data, rest.B...)
	}
}

func bufferedPeek(t *Thread, self, _ Value) (Value, *Exception) {
	b := asBuffered(self)
	if exc := b.open(t, "peek of closed file"); exc != nil {
		return Null, exc
	}
	if len(b.ahead) == 0 {
		if exc := b.beforeRead(t); exc != nil {
			return Null, exc
		}
		if _, exc := b.fill(t); exc != nil {
			return Null, exc
		}
	}
	return runtime.CopyBytes(t, b.ahead).Value(), nil
}

func bufferedRead1(t *Thread, self, size Value) (Value, *Exception) {
	b := asBuffered(self)
	if exc := b.check(t); exc != nil {
		return Null, exc
	}
	n, exc := runtime.AsSsize(t, size)
	if exc != nil {
		return Null, exc
	}
	if exc := b.open(t, "read of closed file"); exc != nil {
		return Null, exc
	}
	data, exc := b.read1(t, n)
	return bytesValue(t, data, exc)
}

// read1 reads up to n bytes with one read of the raw stream at most.
func (b *buffered) read1(t *Thread, n int) ([]byte, *Exception) {
	if n < 0 {
		n = b.size
	}
	if n == 0 {
		return nil, nil
	}
	if len(b.ahead) == 0 {
		if exc := b.beforeRead(t); exc != nil {
			return nil, exc
		}
		if n > b.size {
			if exc := t.Reserve(n); exc != nil {
				return nil, exc
			}
			data := make([]byte, n)
			k, _, exc := b.rawRead(t, data)
			return data[:k], exc
		}
		if _, exc := b.fill(t); exc != nil {
			return nil, exc
		}
	}
	return b.take(n), nil
}

func bufferedReadInto(t *Thread, self, buf Value, method *runtime.Str, once bool) (Value, *Exception) {
	b := asBuffered(self)
	if exc := b.check(t); exc != nil {
		return Null, exc
	}
	w, exc := writableBuffer(t, method, buf)
	if exc != nil {
		return Null, exc
	}
	defer w.Free()
	if exc := b.open(t, "readinto of closed file"); exc != nil {
		return Null, exc
	}
	var data []byte
	ok := true
	if once {
		data, exc = b.read1(t, len(w.Bytes))
	} else {
		data, ok, exc = b.read(t, len(w.Bytes))
	}
	if exc != nil {
		return Null, exc
	}
	if !ok && len(data) == 0 {
		return runtime.None, nil
	}
	return runtime.Int(int64(copy(w.Bytes, data))), nil
}

// readline reads a line of up to limit bytes, -1 for any length.
func (b *buffered) readline(t *Thread, limit int) ([]byte, *Exception) {
	var line []byte
	for {
		part := b.ahead
		if limit >= 0 && len(part) > limit-len(line) {
			part = part[:limit-len(line)]
		}
		if i := bytes.IndexByte(part, '\n'); i >= 0 {
			part = part[:i+1]
			line = append(line, part...)
			b.ahead = b.ahead[len(part):]
			return line, nil
		}
		line = append(line, part...)
		b.ahead = b.ahead[len(part):]
		if limit >= 0 && len(line) >= limit {
			return line, nil
		}
		if exc := t.Reserve(len(part)); exc != nil {
			return nil, exc
		}
		if exc := b.beforeRead(t); exc != nil {
			return nil, exc
		}
		if _, exc := b.fill(t); exc != nil {
			return nil, exc
		}
		if len(b.ahead) == 0 {
			return line, nil
		}
	}
}

// write puts data into the buffer, or to the raw stream what does not fit.
func (b *buffered) write(t *Thread, data []byte) *Exception {
	if len(b.ahead) > 0 {
		if exc := b.dropAhead(t); exc != nil {
			return exc
		}
	}
	if b.pending == nil {
		b.pending = make([]byte, 0, b.size)
	}
	if len(b.pending)+len(data) <= b.size {
		b.pending = append(b.pending, data...)
		return nil
	}
	if exc := b.flushPending(t); exc != nil {
		return exc
	}
	for len(data) > b.size {
		n, exc := b.rawWrite(t, data)
		if exc != nil {
			return exc
		}
		data = data[n:]
	}
	b.pending = append(b.pending, data...)
	return nil
}

// dropAhead gives back what was read ahead: the raw position becomes the stream's.
func (b *buffered) dropAhead(t *Thread) *Exception {
	n := len(b.ahead)
	b.ahead = nil
	if n == 0 {
		return nil
	}
	_, exc := b.rawSeek(t, -int64(n), goio.SeekCurrent)
	return exc
}

func (b *buffered) flushPending(t *Thread) *Exception {
	done := 0
	for done < len(b.pending) {
		n, exc := b.rawWrite(t, b.pending[done:])
		done += n
		if exc != nil {
			b.pending = append(b.pending[:0], b.pending[done:]...)
			return exc
		}
	}
	b.pending = b.pending[:0]
	return nil
}

// flush writes out what is pending, or gives back what was read ahead.
func (b *buffered) flush(t *Thread) *Exception {
	if b.raw.IsNull() {
		return nil
	}
	if len(b.pending) > 0 {
		return b.flushPending(t)
	}
	if b.writable && b.readable && len(b.ahead) > 0 {
		return b.dropAhead(t)
	}
	return nil
}

func (b *buffered) seek(t *Thread, pos int64, whence int) (int64, *Exception) {
	if whence == goio.SeekCurrent {
		pos -= int64(len(b.ahead))
	}
	if whence != goio.SeekEnd && b.readable && len(b.ahead) > 0 {
		// Within what was read ahead nothing needs to be read again.
		cur, exc := b.rawTell(t)
		if exc != nil {
			return 0, exc
		}
		target := pos
		if whence == goio.SeekCurrent {
			target += cur
		}
		if skip := target - (cur - int64(len(b.ahead))); skip >= 0 && skip <= int64(len(b.ahead)) {
			b.ahead = b.ahead[skip:]
			return target, nil
		}
	}
	if len(b.pending) > 0 {
		if exc := b.flushPending(t); exc != nil {
			return 0, exc
		}
	}
	n, exc := b.rawSeek(t, pos, whence)
	b.ahead = nil
	return n, exc
}

func (b *buffered) tell(t *Thread) (int64, *Exception) {
	n, exc := b.rawTell(t)
	if exc != nil {
		return 0, exc
	}
	return max(n-int64(len(b.ahead))+int64(len(b.pending)), 0), nil
}

func bufferedTruncate(t *Thread, self, pos Value) (Value, *Exception) {
	b := asBuffered(self)
	if exc := b.open(t, "truncate of closed file"); exc != nil {
		return Null, exc
	}
	if !b.writable {
		return Null, unsupported(t, "truncate")
	}
	if exc := b.flush(t); exc != nil {
		return Null, exc
	}
	if exc := b.dropAhead(t); exc != nil {
		return Null, exc
	}
	return runtime.CallMethod(t, b.raw, sTruncate, pos)
}

func bufferedDetach(t *Thread, self Value) (Value, *Exception) {
	b := asBuffered(self)
	if exc := b.check(t); exc != nil {
		return Null, exc
	}
	if _, exc := runtime.CallMethod(t, self, sFlush); exc != nil {
		return Null, exc
	}
	raw := b.raw
	b.raw, b.f, b.detached = Null, nil, true
	delete(stateOf(t.Interp()).writers, b)
	return raw, nil
}

func (b *buffered) close(t *Thread) *Exception {
	closed, exc := b.closed(t)
	if exc != nil || closed {
		return exc
	}
	var failed *Exception
	if self := runtime.ObjectOf(&b.Header); runtime.TypeOf(self).Is(runtime.TypeHeap) {
		_, failed = runtime.CallMethod(t, self, sFlush)
	} else {
		failed = b.flush(t)
	}
	delete(stateOf(t.Interp()).writers, b)
	if b.f != nil {
		exc = b.f.close(t)
	} else {
		_, exc = runtime.CallMethod(t, b.raw, sClose)
	}
	b.ahead, b.pending = nil, nil
	return chain(failed, exc)
}
