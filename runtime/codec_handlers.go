package runtime

// The built-in error handlers as the functions that codecs.lookup_error returns.

// HandleUnicodeError runs the built-in error handler of a name on an exception, as the codec registry's handlers do: it returns the replacement with
// the position where to go on, or raises.
func HandleUnicodeError(t *Thread, name string, v Value) (Value, *Exception) {
	e := AsException(v)
	if e == nil {
		if name == "strict" {
			return Null, Raise(t, TypeErrorType, "codec must pass exception instance")
		}
		return Null, wrongErrorType(t, v)
	}
	if name == "strict" {
		return Null, e
	}
	h := unicodeHandling{t: t, e: e, name: name}
	switch {
	case e.Is(UnicodeEncodeErrorType):
		return h.encode()
	case e.Is(UnicodeDecodeErrorType):
		return h.decode()
	case e.Is(UnicodeTranslateErrorType):
		return h.translate()
	}
	return Null, wrongErrorType(t, v)
}

func wrongErrorType(t *Thread, v Value) *Exception {
	return TypeErrorf(t, "don't know how to handle %s in error callback", TypeOf(v).fullName())
}

// A unicodeHandling is one call of a handler.
type unicodeHandling struct {
	t    *Thread
	e    *Exception
	name string
}

// span returns the bad range, clipped to an object of length n.
func (h *unicodeHandling) span(n int) (start, end int) {
	if v := h.e.Ext[unicodeStart]; v.IsInt() {
		start = int(v.AsInt())
	}
	if v := h.e.Ext[unicodeEnd]; v.IsInt() {
		end = int(v.AsInt())
	}
	start = max(min(start, n-1), 0)
	return start, max(min(end, n), min(1, n))
}

// texts returns the encoding, by the name that our codecs use, and the reason.
func (h *unicodeHandling) texts() (encoding, reason string, exc *Exception) {
	encoding, reason, _, _, _, exc = h.e.unicodeFields(h.t)
	switch builtinCodec(encoding) {
	case CodecUTF8:
		encoding = "utf-8"
	case CodecUTF16, CodecUTF16LE:
		encoding = "utf-16-le"
	case CodecUTF16BE:
		encoding = "utf-16-be"
	case CodecUTF32, CodecUTF32LE:
		encoding = "utf-32-le"
	case CodecUTF32BE:
		encoding = "utf-32-be"
	}
	return encoding, reason, exc
}

// result makes the tuple that handlers return; what they raised themselves about the same range becomes the exception they were given.
func (h *unicodeHandling) result(v Value, next int, exc *Exception) (Value, *Exception) {
	if exc != nil {
		if exc.Type() == UnicodeEncodeErrorType || exc.Type() == UnicodeDecodeErrorType {
			return Null, h.e
		}
		return Null, exc
	}
	return MakeTuple(h.t, v, Int(int64(next))).Value(), nil
}

func (h *unicodeHandling) encode() (Value, *Exception) {
	s := asStr(h.e.Ext[unicodeObject])
	if s == nil {
		return Null, Raise(h.t, TypeErrorType, "object attribute must be unicode")
	}
	encoding, reason, exc := h.texts()
	if exc != nil {
		return Null, exc
	}
	start, end := h.span(s.Len())
	e := encodeErrors{t: h.t, s: s, encoding: encoding, name: h.name, handler: Null}
	if start >= end && h.name != "ignore" {
		return h.result(emptyStr.Value(), end, nil)
	}
	text, raw, next, exc := e.handle(start, end, reason)
	if exc != nil || text != nil {
		v := Null
		if text != nil {
			v = text.Value()
		}
		return h.result(v, next, exc)
	}
	return h.result(NewBytes(h.t, raw).Value(), next, nil)
}

func (h *unicodeHandling) decode() (Value, *Exception) {
	if h.name == "xmlcharrefreplace" || h.name == "namereplace" {
		return Null, wrongErrorType(h.t, h.e.Value())
	}
	b := asBytes(h.e.Ext[unicodeObject])
	if b == nil {
		return Null, Raise(h.t, TypeErrorType, "object attribute must be bytes")
	}
	encoding, reason, exc := h.texts()
	if exc != nil {
		return Null, exc
	}
	start, end := h.span(len(b.B))
	e := decodeErrors{t: h.t, b: b.B, object: b, encoding: encoding, name: h.name, handler: Null}
	var out strBuilder
	out.start(h.t)
	next, exc := e.handle(&out, start, end, reason)
	if exc != nil {
		out.drop()
		return h.result(Null, 0, exc)
	}
	s, exc := out.finish()
	if exc != nil {
		return Null, exc
	}
	return h.result(s.Value(), next, nil)
}

func (h *unicodeHandling) translate() (Value, *Exception) {
	s := asStr(h.e.Ext[unicodeObject])
	if s == nil {
		return Null, Raise(h.t, TypeErrorType, "object attribute must be unicode")
	}
	start, end := h.span(s.Len())
	var b strBuilder
	b.start(h.t)
	switch h.name {
	case "ignore":
	case "replace":
		b.fill(0xfffd, end-start)
	case "backslashreplace":
		for i := start; i < end; i++ {
			b.hexOnly(s.At(i))
		}
	default:
		b.drop()
		return Null, wrongErrorType(h.t, h.e.Value())
	}
	r, exc := b.finish()
	if exc != nil {
		return Null, exc
	}
	return h.result(r.Value(), end, nil)
}
