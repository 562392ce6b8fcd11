package io

import (
	"bytes"

	"github.com/krait-vm/krait/runtime"
)

var (
	ioBaseType       = &runtime.Type{}
	rawBaseType      = &runtime.Type{}
	bufferedBaseType = &runtime.Type{}
	textBaseType     = &runtime.Type{}
)

// ioBaseSpec is what all streams have. Its instances are plain: a subclass in Python brings its own methods.
var ioBaseSpec = runtime.TypeSpec{
	Type: ioBaseType, Name: "_io._IOBase", Flags: runtime.TypeBase | runtime.TypeHasWeakref,
	Doc: "The abstract base class for all I/O classes.",
	Slots: runtime.Slots{
		Iter: func(t *Thread, self Value) (Value, *Exception) { return self, checkClosed(t, self) },
		Next: func(t *Thread, self Value) (Value, bool, *Exception) {
			line, exc := runtime.CallMethod(t, self, sReadline)
			if exc != nil {
				return Null, false, exc
			}
			n, exc := runtime.Len(t, line)
			return line, n > 0, exc
		},
	},
	Methods: []row{
		{Sig: "seek($self, offset, whence=0, /)", Doc: "Change the stream position to the given byte offset.", Fn: func(t *Thread, _ Value, _ []Value) (Value, *Exception) {
			return Null, unsupported(t, "seek")
		}},
		{Sig: "tell($self, /)", Doc: "Return current stream position.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			return runtime.CallMethod(t, self, sSeek, runtime.Int(0), runtime.Int(1))
		}},
		{Sig: "truncate($self, size=None, /)", Doc: "Truncate file to size bytes.", Fn: func(t *Thread, _, _ Value) (Value, *Exception) {
			return Null, unsupported(t, "truncate")
		}},
		{Sig: "flush($self, /)", Doc: "Flush write buffers, if applicable.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			return runtime.None, checkClosed(t, self)
		}},
		{Sig: "close($self, /)", Doc: "Flush and close the IO object.", Fn: baseClose},
		{Sig: "seekable($self, /)", Doc: "Return whether object supports random access.", Fn: answerFalse},
		{Sig: "readable($self, /)", Doc: "Return whether object was opened for reading.", Fn: answerFalse},
		{Sig: "writable($self, /)", Doc: "Return whether object was opened for writing.", Fn: answerFalse},
		{Sig: "_checkClosed($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) { return runtime.None, checkClosed(t, self) }},
		{Sig: "_checkSeekable($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			return runtime.True, require(t, self, sSeekable, "File or stream is not seekable.")
		}},
		{Sig: "_checkReadable($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			return runtime.True, require(t, self, sReadable, "File or stream is not readable.")
		}},
		{Sig: "_checkWritable($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			return runtime.True, require(t, self, sWritable, "File or stream is not writable.")
		}},
		{Sig: "fileno($self, /)", Doc: "Return underlying file descriptor if one exists.", Fn: func(t *Thread, _ Value) (Value, *Exception) {
			return Null, unsupported(t, "fileno")
		}},
		{Sig: "isatty($self, /)", Doc: "Return whether this is an 'interactive' stream.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			return runtime.False, checkClosed(t, self)
		}},
		{Sig: "__enter__($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) { return self, checkClosed(t, self) }},
		{Sig: "__exit__($self, /, *args)", Fn: func(t *Thread, self Value, _ []Value) (Value, *Exception) {
			return runtime.CallMethod(t, self, sClose)
		}},
		{Sig: "readline($self, size=-1, /)", Doc: "Read and return a line from the stream.", Fn: baseReadline},
		{Sig: "readlines($self, hint=-1, /)", Doc: "Return a list of lines from the stream.", Fn: baseReadlines},
		{Sig: "writelines($self, lines, /)", Doc: "Write a list of lines to stream.", Fn: baseWritelines},
		{Sig: "__del__($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			closed, exc := isClosed(t, self)
			if exc != nil || closed {
				return runtime.None, nil // what is half made is left alone
			}
			return runtime.CallMethod(t, self, sClose)
		}},
	},
	GetSets: []getset{{Name: "closed", Get: func(t *Thread, self Value) (Value, *Exception) {
		_, ok, exc := runtime.FindAttr(t, self, sClosedKey)
		return runtime.Bool(ok), exc
	}}},
}

func answerFalse(*Thread, Value) (Value, *Exception) { return runtime.False, nil }

// isClosed asks the stream's closed attribute.
func isClosed(t *Thread, self Value) (bool, *Exception) {
	v, ok, exc := runtime.FindAttr(t, self, sClosed)
	if exc != nil || !ok {
		return false, exc
	}
	return runtime.Truth(t, v)
}

func checkClosed(t *Thread, self Value) *Exception {
	closed, exc := isClosed(t, self)
	if exc == nil && closed {
		return valueError(t, "I/O operation on closed file.")
	}
	return exc
}

// require raises unless the method answers True itself.
func require(t *Thread, self Value, method *runtime.Str, msg string) *Exception {
	v, exc := runtime.CallMethod(t, self, method)
	if exc == nil && !v.IsTrue() {
		return unsupported(t, msg)
	}
	return exc
}

func baseClose(t *Thread, self Value) (Value, *Exception) {
	_, done, exc := runtime.FindAttr(t, self, sClosedKey)
	if exc != nil || done {
		return runtime.None, exc
	}
	_, fail := runtime.CallMethod(t, self, sFlush)
	if exc := runtime.SetAttr(t, self, sClosedKey, runtime.True); exc != nil {
		return Null, chain(fail, exc)
	}
	return runtime.None, fail
}

// chain makes an earlier failure the context of a later one.
func chain(first, then *Exception) *Exception {
	if then == nil {
		return first
	}
	if first != nil && then.Context == nil && first != then {
		then.Context = first
	}
	return then
}

// sizeArg converts an optional size: None and Null are -1.
func sizeArg(t *Thread, v Value) (int, *Exception) {
	if v.IsNone() || v.IsNull() {
		return -1, nil
	}
	if runtime.TypeOf(v).Index == nil && !runtime.TypeOf(v).Is(runtime.TypeInt) {
		return 0, runtime.TypeErrorf(t, "argument should be integer or None, not '%s'", runtime.TypeOf(v).FullName())
	}
	return runtime.AsSsize(t, v)
}

// baseReadline reads byte by byte, or as far as peek shows.
func baseReadline(t *Thread, self, size Value) (Value, *Exception) {
	limit, exc := sizeArg(t, size)
	if exc != nil {
		return Null, exc
	}
	peek, hasPeek, exc := runtime.FindAttr(t, self, sPeek)
	if exc != nil {
		return Null, exc
	}
	var line []byte
	for limit < 0 || len(line) < limit {
		n := 1
		if hasPeek {
			v, exc := runtime.Call(t, peek, runtime.Int(1))
			if exc != nil {
				return Null, exc
			}
			b, ok := runtime.AsBytes(v)
			if !ok {
				return Null, runtime.Raisef(t, runtime.OSErrorType, "peek() should have returned a bytes object, not '%s'", runtime.TypeOf(v).FullName())
			}
			if len(b.B) > 0 {
				if n = bytes.IndexByte(b.B, '\n') + 1; n == 0 {
					n = len(b.B)
				}
				if limit >= 0 {
					n = min(n, limit-len(line))
				}
			}
		}
		v, exc := runtime.CallMethod(t, self, sRead, runtime.Int(int64(n)))
		if exc != nil {
			return Null, exc
		}
		b, ok := runtime.AsBytes(v)
		if !ok {
			return Null, runtime.Raisef(t, runtime.OSErrorType, "read() should have returned a bytes object, not '%s'", runtime.TypeOf(v).FullName())
		}
		if len(b.B) == 0 {
			break
		}
		line = append(line, b.B...)
		if line[len(line)-1] == '\n' {
			break
		}
	}
	return runtime.NewBytes(t, line).Value(), nil
}

func baseReadlines(t *Thread, self, hint Value) (Value, *Exception) {
	limit, exc := sizeArg(t, hint)
	if exc != nil {
		return Null, exc
	}
	l := runtime.NewList(t, nil)
	mark := t.HandleMark()
	t.Handle(l.Value())
	defer t.Release(mark)
	total := 0
	exc = runtime.Iterate(t, self, func(v Value) (bool, *Exception) {
		if exc := l.Append(t, v); exc != nil {
			return false, exc
		}
		if limit <= 0 {
			return true, nil
		}
		n, exc := runtime.Len(t, v)
		total += n
		return total <= limit, exc
	})
	return l.Value(), exc
}

func baseWritelines(t *Thread, self, lines Value) (Value, *Exception) {
	if exc := checkClosed(t, self); exc != nil {
		return Null, exc
	}
	return runtime.None, runtime.Iterate(t, lines, func(v Value) (bool, *Exception) {
		_, exc := runtime.CallMethod(t, self, sWrite, v)
		return true, exc
	})
}

var rawBaseSpec = runtime.TypeSpec{
	Type: rawBaseType, Name: "_io._RawIOBase", Base: ioBaseType, Flags: runtime.TypeBase, Doc: "Base class for raw binary I/O.",
	Methods: []row{
		{Sig: "read($self, size=-1, /)", Fn: rawBaseRead},
		{Sig: "readall($self, /)", Doc: "Read until EOF, using multiple read() call.", Fn: rawBaseReadall},
	},
}

// rawBaseRead is read by way of readinto.
func rawBaseRead(t *Thread, self, size Value) (Value, *Exception) {
	n, exc := sizeArg(t, size)
	if exc != nil {
		return Null, exc
	}
	if n < 0 {
		return runtime.CallMethod(t, self, sReadall)
	}
	if exc := t.Reserve(n); exc != nil {
		return Null, exc
	}
	b := runtime.NewByteArray(t, make([]byte, n))
	mark := t.HandleMark()
	t.Handle(b.Value())
	defer t.Release(mark)
	v, exc := runtime.CallMethod(t, self, sReadinto, b.Value())
	if exc != nil || v.IsNone() {
		return v, exc
	}
	got, exc := runtime.AsSsize(t, v)
	if exc != nil {
		return Null, exc
	}
	if got < 0 || got > len(b.B) {
		return Null, runtime.ValueErrorf(t, "readinto returned %d outside buffer size %d", got, len(b.B))
	}
	return runtime.CopyBytes(t, b.B[:got]).Value(), nil
}

func rawBaseReadall(t *Thread, self Value) (Value, *Exception) {
	var all []byte
	for {
		v, exc := runtime.CallMethod(t, self, sRead, runtime.Int(int64(bufferSize(t))))
		if exc != nil {
			return Null, exc
		}
		if v.IsNone() {
			if len(all) == 0 {
				return v, nil
			}
			break
		}
		b, ok := runtime.AsBytes(v)
		if !ok {
			return Null, runtime.Raise(t, runtime.TypeErrorType, "read() should return bytes")
		}
		if len(b.B) == 0 {
			break
		}
		if exc := t.Reserve(len(b.B)); exc != nil {
			return Null, exc
		}
		all = append(all, b.B...)
	}
	return runtime.NewBytes(t, all).Value(), nil
}

func refuse(what string) func(t *Thread, _ Value, _ []Value, _ *Tuple) (Value, *Exception) {
	return func(t *Thread, _ Value, _ []Value, _ *Tuple) (Value, *Exception) { return Null, unsupported(t, what) }
}

var bufferedBaseSpec = runtime.TypeSpec{
	Type: bufferedBaseType, Name: "_io._BufferedIOBase", Base: ioBaseType, Flags: runtime.TypeBase, Doc: "Base class for buffered IO objects.",
	Methods: []row{
		{Sig: "detach", Doc: "Disconnect this buffer from its underlying raw stream and return it.", Fn: refuse("detach")},
		{Sig: "read", Doc: "Read and return up to n bytes.", Fn: refuse("read")},
		{Sig: "read1", Doc: "Read and return up to size bytes, with at most one read() call to the underlying raw stream.", Fn: refuse("read1")},
		{Sig: "write", Doc: "Write buffer b to the IO stream.", Fn: refuse("write")},
		{Sig: "readinto($self, buffer, /)", Fn: func(t *Thread, self, b Value) (Value, *Exception) { return readIntoBy(t, self, b, sRead) }},
		{Sig: "readinto1($self, buffer, /)", Fn: func(t *Thread, self, b Value) (Value, *Exception) { return readIntoBy(t, self, b, sRead1) }},
	},
}

// readIntoBy fills a buffer by calling read or read1.
func readIntoBy(t *Thread, self, buf Value, method *runtime.Str) (Value, *Exception) {
	b, exc := writableBuffer(t, method, buf)
	if exc != nil {
		return Null, exc
	}
	defer b.Free()
	v, exc := runtime.CallMethod(t, self, method, runtime.Int(int64(len(b.Bytes))))
	if exc != nil {
		return Null, exc
	}
	data, ok := runtime.AsBytes(v)
	if !ok {
		return Null, runtime.Raise(t, runtime.TypeErrorType, "read() should return bytes")
	}
	if len(data.B) > len(b.Bytes) {
		return Null, runtime.ValueErrorf(t, "read() returned too much data: %d bytes requested, %d returned", len(b.Bytes), len(data.B))
	}
	return runtime.Int(int64(copy(b.Bytes, data.B))), nil
}

// writableBuffer gets the bytes that readinto fills.
func writableBuffer(t *Thread, method *runtime.Str, v Value) (*runtime.Buffer, *Exception) {
	name := "readinto"
	if method == sRead1 {
		name = "readinto1"
	}
	if runtime.TypeOf(v).Buffer == nil {
		return nil, runtime.BadArgument(t, name, "argument", "read-write bytes-like object", v)
	}
	b, exc := runtime.GetBuffer(t, v, true)
	if exc != nil {
		if exc.Is(runtime.BufferErrorType) || exc.Is(runtime.TypeErrorType) {
			return nil, runtime.BadArgument(t, name, "argument", "read-write bytes-like object", v)
		}
		return nil, exc
	}
	return b, nil
}

func noneAttr(name string) getset {
	return getset{Name: name, Get: func(*Thread, Value) (Value, *Exception) { return runtime.None, nil }}
}

var textBaseSpec = runtime.TypeSpec{
	Type: textBaseType, Name: "_io._TextIOBase", Base: ioBaseType, Flags: runtime.TypeBase, Doc: "Base class for text I/O.",
	Methods: []row{
		{Sig: "detach", Doc: "Separate the underlying buffer from the TextIOBase and return it.", Fn: refuse("detach")},
		{Sig: "read", Doc: "Read at most size characters from stream.", Fn: refuse("read")},
		{Sig: "readline", Doc: "Read until newline or EOF.", Fn: refuse("readline")},
		{Sig: "write", Doc: "Write string s to stream.", Fn: refuse("write")},
	},
	GetSets: []getset{noneAttr("encoding"), noneAttr("newlines"), noneAttr("errors")},
}
