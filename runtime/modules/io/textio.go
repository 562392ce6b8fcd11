package io

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var textType, textShape = newType()

// A text is a TextIOWrapper: encoded text over a buffer.
type text struct {
	runtime.Header
	runtime.Attrs
	buffer   Value     // Null before __init__ and after detach
	buf      *buffered // buffer, when its type is one of ours itself
	detached bool
	std      bool // a standard stream: flushed by the command
	encoding Value
	codec    textCodec
	errors   Value

	readable, writable, canSeek, telling bool
	hasRead1                             bool
	universal                            bool // reading takes any line end
	newlineState
	readNL        string
	writeNL       *runtime.Str // what "\n" is written as, nil for itself
	lineBuffering bool
	writeThrough  bool
	chunk         int

	pending []byte // encoded, not yet given to the buffer

	decoded *runtime.Str // nil for none
	used    int          // characters of decoded handed out
	snap    []byte       // the bytes that decoded came from, nil when the position cannot be told from them
	snapAt  decoderState // the decoder before them
}

// A decoderState is what the position of a stream needs of the decoder: the bytes it had kept, and the carriage return that waited.
type decoderState struct {
	tail      []byte
	pendingCR bool
	begun     bool
	order     int
}

func initText(x *text) *text {
	x.buffer, x.encoding, x.errors = Null, runtime.None, runtime.None
	x.codec.pyEncode, x.codec.pyDecode = Null, Null
	x.chunk = 8192
	return x
}

func asText(v Value) *text { return (*text)(v.Ptr()) }

// method makes a method that takes nothing and needs an open or closed, but whole stream.
func (x *text) passOn(t *Thread, name *runtime.Str, args ...Value) (Value, *Exception) {
	if exc := x.check(t); exc != nil {
		return Null, exc
	}
	return runtime.CallMethod(t, x.buffer, name, args...)
}

func textPass(name *runtime.Str) func(t *Thread, self Value) (Value, *Exception) {
	return func(t *Thread, self Value) (Value, *Exception) { return asText(self).passOn(t, name) }
}

var textSpec = runtime.TypeSpec{
	Type: textType, Name: "_io.TextIOWrapper", Base: textBaseType, Shape: textShape,
	Doc:         "Character and line based layer over a BufferedIOBase object, buffer.",
	TextSig:     "(buffer, encoding=None, errors=None, newline=None,\n              line_buffering=False, write_through=False)",
	Flags:       runtime.TypeBase | runtime.TypeHasDict | runtime.TypeHasWeakref | runtime.TypeOwnLayout,
	AttrsOffset: unsafe.Offsetof(text{}.Attrs),
	NewSub:      func(t *Thread, _ *runtime.Type) *runtime.Header { return &initText(runtime.AllocSub[text](t)).Header },
	Slots: runtime.Slots{
		New: func(t *Thread, cls *runtime.Type, _ []Value, _ *Tuple) (Value, *Exception) {
			if cls == textType {
				return runtime.ObjectOf(&initText(runtime.Alloc[text](t, textShape)).Header), nil
			}
			return runtime.ObjectOf(runtime.NewInstanceOf(t, cls)), nil
		},
		Init: textInit, Repr: textRepr, Next: textNext, WriteText: textWriteText,
		Del: func(t *Thread, self Value) *Exception {
			if asText(self).buffer.IsNull() {
				return nil
			}
			return asText(self).close(t)
		},
		Traverse: func(v Value, visit runtime.VisitFunc) {
			x := asText(v)
			visit(x.buffer)
			visit(x.encoding)
			visit(x.errors)
			x.codec.traverse(visit)
			if x.decoded != nil {
				visit(x.decoded.Value())
			}
		},
	},
	Methods: []row{
		{Sig: "detach($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			x := asText(self)
			if exc := x.check(t); exc != nil {
				return Null, exc
			}
			if _, exc := runtime.CallMethod(t, self, sFlush); exc != nil {
				return Null, exc
			}
			b := x.buffer
			x.forget(t)
			x.buffer, x.buf, x.detached = Null, nil, true
			return b, nil
		}},
		{
			Sig: "reconfigure($self, /, *, encoding=None, errors=None, newline=<unrepresentable>, line_buffering=None, write_through=None)",
			Doc: "Reconfigure the text stream with new parameters.", Fn: textReconfigure,
		},
		{Sig: "write($self, text, /)", Fn: func(t *Thread, self, s Value) (Value, *Exception) {
			x := asText(self)
			if exc := x.check(t); exc != nil {
				return Null, exc
			}
			v, ok := runtime.AsStr(s)
			if !ok {
				return Null, runtime.BadArgument(t, "write", "argument", "str", s)
			}
			return runtime.Int(int64(v.Len())), x.write(t, v)
		}},
		{Sig: "read($self, size=-1, /)", Fn: textRead},
		{Sig: "readline($self, size=-1, /)", Fn: func(t *Thread, self, size Value) (Value, *Exception) {
			x := asText(self)
			if exc := x.check(t); exc != nil {
				return Null, exc
			}
			n, exc := runtime.AsSsize(t, size)
			if exc != nil {
				return Null, exc
			}
			return runtime.StrValue(x.readline(t, n))
		}},
		{Sig: "flush($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			x := asText(self)
			if exc := x.open(t); exc != nil {
				return Null, exc
			}
			x.telling = x.canSeek
			return runtime.None, x.flush(t)
		}},
		{Sig: "close($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			x := asText(self)
			if exc := x.check(t); exc != nil {
				return Null, exc
			}
			return runtime.None, x.close(t)
		}},
		{Sig: "fileno($self, /)", Fn: textPass(sFileno)},
		{Sig: "seekable($self, /)", Fn: textPass(sSeekable)},
		{Sig: "readable($self, /)", Fn: textPass(sReadable)},
		{Sig: "writable($self, /)", Fn: textPass(sWritable)},
		{Sig: "isatty($self, /)", Fn: textPass(sIsatty)},
		{Sig: "seek($self, cookie, whence=0, /)", Doc: "Set the stream position, and return the new stream position.", Fn: textSeek},
		{Sig: "tell($self, /)", Doc: "Return the stream position as an opaque number.", Fn: textTell},
		{Sig: "truncate($self, pos=None, /)", Fn: func(t *Thread, self, pos Value) (Value, *Exception) {
			x := asText(self)
			if exc := x.check(t); exc != nil {
				return Null, exc
			}
			if exc := x.flush(t); exc != nil {
				return Null, exc
			}
			if pos.IsNone() {
				var exc *Exception
				if pos, exc = runtime.CallMethod(t, self, sTell); exc != nil {
					return Null, exc
				}
			}
			return runtime.CallMethod(t, x.buffer, sTruncate, pos)
		}},
		{Sig: "__reduce__($self, /)", Fn: noPickle},
		{Sig: "__reduce_ex__($self, object, /)", Fn: noPickleEx},
	},
	GetSets: []getset{
		runtime.DictGetSet,
		{Name: "encoding", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return asText(self).encoding, nil }},
		{Name: "buffer", Member: true, Get: func(t *Thread, self Value) (Value, *Exception) {
			if b := asText(self).buffer; !b.IsNull() {
				return b, nil
			}
			return runtime.None, nil
		}},
		{Name: "line_buffering", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return runtime.Bool(asText(self).lineBuffering), nil }},
		{Name: "write_through", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return runtime.Bool(asText(self).writeThrough), nil }},
		{Name: "name", Get: textAttr(sName)},
		{Name: "closed", Get: textAttr(sClosed)},
		{Name: "newlines", Get: func(t *Thread, self Value) (Value, *Exception) {
			x := asText(self)
			if exc := x.check(t); exc != nil {
				return Null, exc
			}
			if !x.readable || !x.universal {
				return runtime.None, nil
			}
			return x.newlines(t), nil
		}},
		{Name: "errors", Get: func(t *Thread, self Value) (Value, *Exception) { return asText(self).errors, asText(self).check(t) }},
		{Name: "_CHUNK_SIZE", Get: func(t *Thread, self Value) (Value, *Exception) {
			return runtime.Int(int64(asText(self).chunk)), asText(self).check(t)
		}, Set: func(t *Thread, self, v Value) *Exception {
			if v.IsNull() {
				return runtime.Raise(t, runtime.AttributeErrorType, "cannot delete attribute")
			}
			n, exc := runtime.AsSsize(t, v)
			if exc != nil {
				return exc
			}
			if n <= 0 {
				return valueError(t, "a strictly positive integer is required")
			}
			asText(self).chunk = n
			return nil
		}},
	},
}

func textAttr(name *runtime.Str) func(t *Thread, self Value) (Value, *Exception) {
	return func(t *Thread, self Value) (Value, *Exception) {
		x := asText(self)
		if exc := x.check(t); exc != nil {
			return Null, exc
		}
		return runtime.GetAttr(t, x.buffer, name)
	}
}

var textArgs = runtime.NewSignature("TextIOWrapper(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)")

func textInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := textArgs.Bind(t, args, kw)
	if exc != nil {
		return exc
	}
	var flags [2]bool
	for i := range flags {
		if flags[i], exc = runtime.Truth(t, a[4+i]); exc != nil {
			return exc
		}
	}
	return asText(self).start(t, a[0], a[1], a[2], a[3], flags[0], flags[1])
}

// newText makes an exact TextIOWrapper.
func newText(t *Thread, buffer, encoding, errors, newline Value, lineBuffering, writeThrough bool) (Value, *Exception) {
	x := initText(runtime.Alloc[text](t, textShape))
	return runtime.ObjectOf(&x.Header), x.start(t, buffer, encoding, errors, newline, lineBuffering, writeThrough)
}

// textArgument checks an argument that is a str or None.
func textArgument(t *Thread, v Value, name string) (string, *Exception) {
	if v.IsNone() {
		return "", nil
	}
	s, ok := runtime.AsStr(v)
	if !ok {
		return "", runtime.BadArgument(t, "TextIOWrapper", "argument '"+name+"'", "str or None", v)
	}
	for i := 0; i < s.Len(); i++ {
		if s.At(i) == 0 {
			return "", valueError(t, "embedded null character")
		}
	}
	return s.GoString(), nil
}

func (x *text) start(t *Thread, buffer, encoding, errors, newline Value, lineBuffering, writeThrough bool) *Exception {
	enc, exc := textArgument(t, encoding, "encoding")
	if exc != nil {
		return exc
	}
	errs, exc := textArgument(t, errors, "errors")
	if exc != nil {
		return exc
	}
	nl, isNone, exc := newlineArg(t, newline, "TextIOWrapper() argument 'newline' must be str or None, not "+runtime.TypeOf(newline).FullName())
	if exc != nil {
		return exc
	}
	if encoding.IsNone() || enc == "locale" {
		enc = localeEncoding(t)
	}
	if errors.IsNone() {
		errs = "strict"
	}
	x.forget(t)
	x.buffer, x.buf, x.detached = Null, nil, false
	x.setNewline(t, nl, isNone)
	x.lineBuffering, x.writeThrough, x.chunk = lineBuffering, writeThrough, 8192
	x.pending, x.decoded, x.used, x.snap = nil, nil, 0, nil
	for _, q := range [...]struct {
		name *runtime.Str
		to   *bool
	}{{sReadable, &x.readable}, {sWritable, &x.writable}, {sSeekable, &x.canSeek}} {
		v, exc := runtime.CallMethod(t, buffer, q.name)
		if exc != nil {
			return exc
		}
		if *q.to, exc = runtime.Truth(t, v); exc != nil {
			return exc
		}
	}
	x.telling = x.canSeek
	if exc := x.codec.init(t, enc, errs, x.readable, x.writable); exc != nil {
		return exc
	}
	x.encoding, x.errors = str(t, enc), str(t, errs)
	if x.buf = exactBuffered(buffer); x.buf != nil {
		x.hasRead1 = true
		if x.writable {
			x.buf.text = x
		}
	} else if _, x.hasRead1, exc = runtime.FindAttr(t, buffer, sRead1); exc != nil {
		return exc
	}
	x.buffer = buffer
	if x.writable {
		stateOf(t.Interp()).texts[x] = true
	}
	return x.fixEncoder(t)
}

// fixEncoder leaves the byte order mark out in a stream that is written to further on.
func (x *text) fixEncoder(t *Thread) *Exception {
	if !x.canSeek || !x.writable || x.codec.codec != runtime.CodecNone && x.codec.codec <= runtime.CodecLatin1 && !x.codec.sig {
		return nil
	}
	v, exc := runtime.CallMethod(t, x.buffer, sTell)
	if exc != nil {
		return exc
	}
	nonzero, exc := runtime.Truth(t, v)
	if exc != nil || !nonzero {
		return exc
	}
	return x.codec.restartEncoder(t, false)
}

func (x *text) setNewline(t *Thread, nl string, isNone bool) {
	x.newlineState = newlineState{translate: isNone}
	x.universal, x.readNL, x.writeNL = nl == "", nl, nil
	if nl == "" && isNone && lineSeparator != "\n" {
		x.writeNL = t.Intern(lineSeparator)
	}
	if len(nl) > 0 && nl[0] == '\r' {
		x.writeNL = t.Intern(nl)
	}
}

// forget takes the stream off the list of those that are flushed at exit.
func (x *text) forget(t *Thread) { delete(stateOf(t.Interp()).texts, x) }

func (x *text) check(t *Thread) *Exception {
	if x.buffer.IsNull() {
		if x.detached {
			return valueError(t, "underlying buffer has been detached")
		}
		return valueError(t, "I/O operation on uninitialized object")
	}
	return nil
}

func (x *text) closed(t *Thread) (bool, *Exception) {
	if x.buf != nil {
		if x.buf.raw.IsNull() {
			return false, x.buf.check(t)
		}
		return x.buf.closed(t)
	}
	return isClosed(t, x.buffer)
}

// open raises when the stream is closed.
func (x *text) open(t *Thread) *Exception {
	if exc := x.check(t); exc != nil {
		return exc
	}
	closed, exc := x.closed(t)
	if exc == nil && closed {
		return valueError(t, "I/O operation on closed file.")
	}
	return exc
}

func textRepr(t *Thread, v Value) (Value, *Exception) {
	x := asText(v)
	if exc := x.check(t); exc != nil {
		return Null, exc
	}
	out := "<" + runtime.TypeOf(v).FullName()
	if t.EnterRepr(v) {
		return Null, runtime.Raisef(t, runtime.RuntimeErrorType, "reentrant call inside %s.__repr__", runtime.TypeOf(v).FullName())
	}
	defer t.LeaveRepr()
	for _, name := range [...]*runtime.Str{sName, sMode} {
		a, ok, exc := runtime.FindAttr(t, v, name)
		if exc != nil && !exc.Is(runtime.ValueErrorType) {
			return Null, exc
		}
		if !ok || exc != nil {
			continue
		}
		q, exc := runtime.Repr(t, a)
		if exc != nil {
			return Null, exc
		}
		out += " " + name.GoString() + "=" + q.GoString()
	}
	q, exc := runtime.Repr(t, x.encoding)
	if exc != nil {
		return Null, exc
	}
	return str(t, out+" encoding="+q.GoString()+">"), nil
}

// textWriteText serves print: it takes the text unless a program put its own write on the stream.
func textWriteText(t *Thread, v Value, s *runtime.Str) (bool, *Exception) {
	if !runtime.HasShape(v, textShape) {
		return false, nil
	}
	if _, replaced := runtime.InstanceDict(t, v).GetStr(sWrite); replaced {
		return false, nil
	}
	return true, asText(v).write(t, s)
}

// write encodes text into pending, and hands that on when it grew to a chunk or a line is complete.
func (x *text) write(t *Thread, s *runtime.Str) *Exception {
	if exc := x.open(t); exc != nil {
		return exc
	}
	if !x.writable {
		return unsupported(t, "not writable")
	}
	newline := false
	if x.writeNL != nil || x.lineBuffering {
		newline = indexRune(s, '\n', 0) >= 0
	}
	flush := x.lineBuffering && (newline || indexRune(s, '\r', 0) >= 0)
	if newline && x.writeNL != nil {
		var exc *Exception
		if s, exc = s.Replace(t, lineFeed, x.writeNL, -1); exc != nil {
			return exc
		}
	}
	if s.IsASCII() && x.codec.plain() {
		if exc := x.put(t, s.Raw()); exc != nil {
			return exc
		}
	} else {
		b, exc := x.codec.encode(t, nil, s)
		if exc != nil {
			return exc
		}
		if exc := x.put(t, unsafe.String(unsafe.SliceData(b), len(b))); exc != nil {
			return exc
		}
	}
	if len(x.pending) >= x.chunk || flush || x.writeThrough {
		if exc := x.flushPending(t); exc != nil {
			return exc
		}
	}
	if flush {
		if exc := x.flushBuffer(t); exc != nil {
			return exc
		}
	}
	if x.decoded != nil || x.snap != nil {
		x.decoded, x.used, x.snap = nil, 0, nil
		return x.codec.restartDecoder(t, false)
	}
	return nil
}

// put appends encoded text to pending.
func (x *text) put(t *Thread, b string) *Exception {
	if len(x.pending)+len(b) > x.chunk && len(x.pending) > 0 {
		if exc := x.flushPending(t); exc != nil {
			return exc
		}
	}
	if cap(x.pending) == 0 && len(b) < x.chunk && !x.writeThrough {
		x.pending = make([]byte, 0, x.chunk)
	}
	x.pending = append(x.pending, b...)
	return nil
}

// flushPending gives what is encoded to the buffer.
func (x *text) flushPending(t *Thread) *Exception {
	if len(x.pending) == 0 {
		return nil
	}
	b := x.pending
	if x.buf != nil {
		closed, exc := x.buf.closed(t)
		if exc != nil {
			return exc
		}
		if closed {
			return valueError(t, "write to closed file")
		}
		x.pending = x.pending[:0]
		return x.buf.write(t, b)
	}
	if f := exactFile(x.buffer); f != nil {
		// Unbuffered: everything goes out at once.
		x.pending = x.pending[:0]
		if exc := f.check(t, f.writable, "writing"); exc != nil {
			return exc
		}
		_, exc := f.write(t, b)
		return exc
	}
	x.pending = nil
	_, exc := runtime.CallMethod(t, x.buffer, sWrite, runtime.NewBytes(t, b).Value())
	return exc
}

func (x *text) flushBuffer(t *Thread) *Exception {
	if x.buf != nil {
		return x.buf.flush(t)
	}
	_, exc := runtime.CallMethod(t, x.buffer, sFlush)
	return exc
}

func (x *text) flush(t *Thread) *Exception {
	if x.buffer.IsNull() {
		return nil
	}
	if exc := x.flushPending(t); exc != nil {
		return exc
	}
	return x.flushBuffer(t)
}

func (x *text) close(t *Thread) *Exception {
	closed, exc := x.closed(t)
	if exc != nil {
		return exc
	}
	x.forget(t)
	if closed {
		return nil
	}
	var failed *Exception
	if self := runtime.ObjectOf(&x.Header); runtime.TypeOf(self).Is(runtime.TypeHeap) {
		_, failed = runtime.CallMethod(t, self, sFlush)
	} else {
		failed = x.flush(t)
	}
	if x.buf != nil {
		exc = x.buf.close(t)
	} else {
		_, exc = runtime.CallMethod(t, x.buffer, sClose)
	}
	return chain(failed, exc)
}

var textReconfigureNames = [...]string{"encoding", "errors"}

func textReconfigure(t *Thread, self Value, args []Value) (Value, *Exception) {
	x := asText(self)
	if exc := x.check(t); exc != nil {
		return Null, exc
	}
	var names [2]string
	for i := range names {
		if _, ok := runtime.AsStr(args[i]); !ok && !args[i].IsNone() {
			return Null, runtime.BadArgument(t, "reconfigure", "argument '"+textReconfigureNames[i]+"'", "str or None", args[i])
		}
		if s, ok := runtime.AsStr(args[i]); ok {
			names[i] = s.GoString()
		}
	}
	newline := args[2]
	if x.decoded != nil && (!args[0].IsNone() || !args[1].IsNone() || !newline.IsNull()) {
		return Null, unsupported(t, "It is not possible to set the encoding or newline of stream after the first read")
	}
	nl, isNone := "", false
	if !newline.IsNull() {
		var exc *Exception
		if nl, isNone, exc = newlineArg(t, newline, "reconfigure() argument 'newline' must be str or None, not "+runtime.TypeOf(newline).FullName()); exc != nil {
			return Null, exc
		}
	}
	var flags [2]bool
	for i, old := range [...]bool{x.lineBuffering, x.writeThrough} {
		flags[i] = old
		if v := args[3+i]; !v.IsNone() {
			n, exc := runtime.AsSsize(t, v)
			if exc != nil {
				return Null, exc
			}
			flags[i] = n != 0
		}
	}
	if _, exc := runtime.CallMethod(t, self, sFlush); exc != nil {
		return Null, exc
	}
	if !args[0].IsNone() || !args[1].IsNone() {
		enc, errs := names[0], names[1]
		if args[0].IsNone() {
			s, _ := runtime.AsStr(x.encoding)
			enc = s.GoString()
			if args[1].IsNone() {
				s, _ = runtime.AsStr(x.errors)
				errs = s.GoString()
			}
		} else if args[1].IsNone() {
			errs = "strict"
		}
		if enc == "locale" {
			enc = localeEncoding(t)
		}
		var c textCodec
		if exc := c.init(t, enc, errs, x.readable, x.writable); exc != nil {
			return Null, exc
		}
		x.codec, x.encoding, x.errors = c, str(t, enc), str(t, errs)
		if exc := x.fixEncoder(t); exc != nil {
			return Null, exc
		}
	}
	if !newline.IsNull() {
		x.setNewline(t, nl, isNone)
	}
	x.lineBuffering, x.writeThrough = flags[0], flags[1]
	return runtime.None, nil
}
