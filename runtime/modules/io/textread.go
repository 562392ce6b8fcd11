package io

import (
	goio "io"

	"github.com/krait-vm/krait/runtime"
)

// Reading from text streams, and their positions.

// startRead checks that the stream can be read, and writes out what is pending.
func (x *text) startRead(t *Thread) *Exception {
	if exc := x.open(t); exc != nil {
		return exc
	}
	if !x.readable {
		return unsupported(t, "not readable")
	}
	return x.flushPending(t)
}

// left is how many decoded characters have not been handed out.
func (x *text) left() int {
	if x.decoded == nil {
		return 0
	}
	return x.decoded.Len() - x.used
}

// take hands out up to n decoded characters, all for a negative n.
func (x *text) take(t *Thread, n int) *runtime.Str {
	if have := x.left(); n < 0 || n > have {
		n = have
	}
	if n == 0 {
		return runtime.NewStr(t, "")
	}
	s := x.decoded.Slice(t, x.used, x.used+n)
	x.used += n
	return s
}

// decode runs both decoders over bytes.
func (x *text) decode(t *Thread, data []byte, final bool) (*runtime.Str, *Exception) {
	s, exc := x.codec.decode(t, data, final)
	if exc != nil || !x.universal {
		return s, exc
	}
	return x.newlineState.decode(t, s, final)
}

// more reads and decodes another chunk, which replaces what was decoded; false at the end of the file.
func (x *text) more(t *Thread) (bool, *Exception) {
	state := decoderState{x.codec.tail, x.pendingCR, x.codec.begun, x.codec.order}
	data, exc := x.readBytes(t)
	if exc != nil {
		return false, exc
	}
	s, exc := x.decode(t, data, len(data) == 0)
	if exc != nil {
		return false, exc
	}
	x.decoded, x.used = s, 0
	if x.telling {
		x.snap, x.snapAt = data, state
		if x.snap == nil {
			x.snap = []byte{}
		}
	}
	return len(data) > 0 || s.Len() > 0, nil
}

func (x *text) readBytes(t *Thread) ([]byte, *Exception) {
	if x.buf != nil {
		if !x.buf.readable {
			return nil, unsupported(t, "read")
		}
		return x.buf.read1(t, x.chunk)
	}
	method := sRead
	if x.hasRead1 {
		method = sRead1
	}
	v, exc := runtime.CallMethod(t, x.buffer, method, runtime.Int(int64(x.chunk)))
	if exc != nil {
		return nil, exc
	}
	b, exc := runtime.GetBuffer(t, v, false)
	if exc != nil {
		if exc.Is(runtime.TypeErrorType) {
			return nil, runtime.TypeErrorf(t, "underlying %s() should have returned a bytes-like object, not '%s'", method, runtime.TypeOf(v).FullName())
		}
		return nil, exc
	}
	defer b.Free()
	return append([]byte(nil), b.Bytes...), nil
}

func textRead(t *Thread, self, size Value) (Value, *Exception) {
	x := asText(self)
	if exc := x.check(t); exc != nil {
		return Null, exc
	}
	n, exc := sizeArg(t, size)
	if exc != nil {
		return Null, exc
	}
	if exc := x.startRead(t); exc != nil {
		return Null, exc
	}
	if n < 0 {
		return runtime.StrValue(x.readAll(t))
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	for got := 0; got < n; {
		s := x.take(t, n-got)
		if s.Len() > 0 {
			t.Handle(s.Value())
			got += s.Len()
		}
		if got < n {
			more, exc := x.more(t)
			if exc != nil {
				return Null, exc
			}
			if !more {
				break
			}
		}
	}
	return runtime.StrValue(joinParts(t, t.Window(mark)))
}

func joinParts(t *Thread, parts []Value) (*runtime.Str, *Exception) {
	if len(parts) == 1 {
		s, _ := runtime.AsStr(parts[0])
		return s, nil
	}
	return runtime.JoinStrs(t, parts)
}

func (x *text) readAll(t *Thread) (*runtime.Str, *Exception) {
	var data []byte
	if x.buf != nil {
		if !x.buf.readable {
			return nil, unsupported(t, "read")
		}
		var exc *Exception
		if data, _, exc = x.buf.read(t, -1); exc != nil {
			return nil, exc
		}
	} else {
		v, exc := runtime.CallMethod(t, x.buffer, sRead)
		if exc != nil {
			return nil, exc
		}
		b, ok := runtime.AsBytes(v)
		if !ok {
			if v.IsNone() {
				b = runtime.NewBytes(t, nil)
			} else {
				return nil, runtime.TypeErrorf(t, "underlying read() should have returned a bytes-like object, not '%s'", runtime.TypeOf(v).FullName())
			}
		}
		data = b.B
	}
	s, exc := x.decode(t, data, true)
	if exc != nil {
		return nil, exc
	}
	if x.left() > 0 {
		s, exc = runtime.Concat(t, x.take(t, -1), s)
	}
	x.decoded, x.used, x.snap = runtime.NewStr(t, ""), 0, nil
	return s, exc
}

// readline reads a line of up to limit characters, -1 for any length.
func (x *text) readline(t *Thread, limit int) (*runtime.Str, *Exception) {
	if exc := x.startRead(t); exc != nil {
		return nil, exc
	}
	nl := x.readNL
	universal := x.universal
	if x.translate {
		nl, universal = "\n", false
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	got := 0
	for {
		if x.left() == 0 {
			more, exc := x.more(t)
			if exc != nil {
				return nil, exc
			}
			if !more {
				x.decoded, x.used, x.snap = nil, 0, nil
				break
			}
			if x.left() == 0 {
				continue
			}
		}
		end := lineEnd(x.decoded, x.used, universal, nl)
		n := x.left()
		found := end >= 0
		if found {
			n = end - x.used
		} else if d := x.decoded; !x.translate && (universal || len(nl) == 2) && d.At(d.Len()-1) == '\r' {
			// The line feed of this line end may be in the next chunk.
			if exc := x.extend(t); exc != nil {
				return nil, exc
			}
			if x.decoded.Len() > d.Len() {
				continue
			}
			n = x.left()
		}
		if limit >= 0 && got+n >= limit {
			n, found = limit-got, true
		}
		s := x.take(t, n)
		got += s.Len()
		t.Handle(s.Value())
		if found {
			break
		}
	}
	return joinParts(t, t.Window(mark))
}

// extend reads another chunk behind what is decoded and not handed out.
func (x *text) extend(t *Thread) *Exception {
	rest := x.take(t, -1)
	if _, exc := x.more(t); exc != nil {
		return exc
	}
	s, exc := runtime.Concat(t, rest, x.decoded)
	x.decoded, x.used, x.snap = s, 0, nil
	return exc
}

func textNext(t *Thread, self Value) (Value, bool, *Exception) {
	x := asText(self)
	if exc := x.check(t); exc != nil {
		return Null, false, exc
	}
	x.telling = false
	var v Value
	var n int
	if runtime.HasShape(self, textShape) {
		s, exc := x.readline(t, -1)
		if exc != nil {
			return Null, false, exc
		}
		v, n = s.Value(), s.Len()
	} else {
		var exc *Exception
		if v, exc = runtime.CallMethod(t, self, sReadline); exc != nil {
			return Null, false, exc
		}
		s, ok := runtime.AsStr(v)
		if !ok {
			return Null, false, runtime.Raisef(t, runtime.OSErrorType, "readline() should have returned a str object, not '%s'", runtime.TypeOf(v).FullName())
		}
		n = s.Len()
	}
	if n == 0 {
		x.snap = nil
		x.telling = x.canSeek
		return Null, false, nil
	}
	return v, true, nil
}

// textTell tells the position in bytes. Where the decoder is in the middle of a character that no byte position has, seek could not come back, so that
// position is refused.
func textTell(t *Thread, self Value) (Value, *Exception) {
	x := asText(self)
	if exc := x.open(t); exc != nil {
		return Null, exc
	}
	if !x.canSeek {
		return Null, unsupported(t, "underlying stream is not seekable")
	}
	if !x.telling {
		return Null, runtime.Raise(t, runtime.OSErrorType, "telling position disabled by next() call")
	}
	if exc := x.flushPending(t); exc != nil {
		return Null, exc
	}
	if _, exc := runtime.CallMethod(t, self, sFlush); exc != nil {
		return Null, exc
	}
	v, exc := runtime.CallMethod(t, x.buffer, sTell)
	if exc != nil {
		return Null, exc
	}
	if !x.readable || x.snap == nil {
		return v, nil
	}
	pos, exc := runtime.AsSsize(t, v)
	if exc != nil {
		return Null, exc
	}
	n, exc := x.bytesUsed(t)
	if exc != nil {
		return Null, exc
	}
	return runtime.Int(int64(pos - len(x.snap) - len(x.snapAt.tail) + n)), nil
}

// bytesUsed returns how many bytes, those that the decoder had kept included, gave the characters handed out: it decodes them once more in ever
// smaller steps.
func (x *text) bytesUsed(t *Thread) (int, *Exception) {
	all := append(append([]byte(nil), x.snapAt.tail...), x.snap...)
	if x.used == 0 && !x.snapAt.pendingCR {
		return 0, nil
	}
	if x.codec.codec == runtime.CodecNone {
		if x.left() == 0 {
			return len(all), nil
		}
		return 0, runtime.Unsupported(t, "tell() in the middle of a chunk of this encoding")
	}
	// count tells how many characters the first n bytes give.
	count := func(n int) (int, *Exception) {
		c := x.codec
		c.tail, c.begun, c.order = nil, x.snapAt.begun, x.snapAt.order
		d := newlineState{translate: x.translate, pendingCR: x.snapAt.pendingCR}
		s, exc := c.decode(t, all[:n], false)
		if exc != nil {
			return 0, exc
		}
		if x.universal {
			if s, exc = d.decode(t, s, false); exc != nil {
				return 0, exc
			}
		}
		return s.Len(), nil
	}
	lo, hi := 0, len(all)
	for lo < hi {
		mid := (lo + hi) / 2
		k, exc := count(mid)
		if exc != nil {
			return 0, exc
		}
		if k < x.used {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, nil
}

func textSeek(t *Thread, self, cookie, whence Value) (Value, *Exception) {
	x := asText(self)
	if exc := x.open(t); exc != nil {
		return Null, exc
	}
	w, exc := runtime.AsSsize(t, whence)
	if exc != nil {
		return Null, exc
	}
	if !x.canSeek {
		return Null, unsupported(t, "underlying stream is not seekable")
	}
	nonzero, exc := runtime.Truth(t, cookie)
	if exc != nil {
		return Null, exc
	}
	switch w {
	case goio.SeekCurrent:
		if nonzero {
			return Null, unsupported(t, "can't do nonzero cur-relative seeks")
		}
		if cookie, exc = runtime.CallMethod(t, self, sTell); exc != nil {
			return Null, exc
		}
	case goio.SeekEnd:
		if nonzero {
			return Null, unsupported(t, "can't do nonzero end-relative seeks")
		}
	case goio.SeekStart:
	default:
		return Null, runtime.ValueErrorf(t, "invalid whence (%d, should be 0, 1 or 2)", w)
	}
	if w != goio.SeekEnd {
		n, exc := runtime.AsSsize(t, cookie)
		if exc != nil {
			return Null, exc
		}
		if n < 0 {
			return Null, runtime.ValueErrorf(t, "negative seek position %d", n)
		}
	}
	if _, exc := runtime.CallMethod(t, self, sFlush); exc != nil {
		return Null, exc
	}
	x.decoded, x.used, x.snap, x.pendingCR = nil, 0, nil, false
	how := int64(goio.SeekStart)
	if w == goio.SeekEnd {
		how = goio.SeekEnd
	}
	pos, exc := runtime.CallMethod(t, x.buffer, sSeek, cookie, runtime.Int(how))
	if exc != nil {
		return Null, exc
	}
	n, exc := runtime.AsSsize(t, pos)
	if exc != nil {
		return Null, exc
	}
	if exc := x.codec.restartDecoder(t, n == 0); exc != nil {
		return Null, exc
	}
	if x.writable {
		if exc := x.codec.restartEncoder(t, n == 0); exc != nil {
			return Null, exc
		}
	}
	return pos, nil
}
