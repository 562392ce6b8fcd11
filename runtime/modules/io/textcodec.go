package io

import "github.com/krait-vm/krait/runtime"

// A textCodec encodes and decodes a stream part by part: a codec of the core, or the incremental coders that the codecs module gives for a name.
type textCodec struct {
	codec    runtime.Codec
	sig      bool // utf-8-sig
	errors   string
	started  bool // the encoder has written its byte order mark
	tail     []byte
	begun    bool // the decoder is past the byte order mark
	order    int  // of UTF-16 and UTF-32, once the mark told
	pyEncode Value
	pyDecode Value
}

var (
	sCodecs      = "codecs"
	sLookup      = runtime.Static("lookup")
	sIncEncoder  = runtime.Static("incrementalencoder")
	sIncDecoder  = runtime.Static("incrementaldecoder")
	sEncode      = runtime.Static("encode")
	sDecode      = runtime.Static("decode")
	sGetstate    = runtime.Static("getstate")
	sSetstate    = runtime.Static("setstate")
	sReset       = runtime.Static("reset")
	sIsText      = runtime.Static("_is_text_encoding")
	byteOrder8   = "\ufeff"
	nativeUTF16  = runtime.CodecUTF16LE
	nativeUTF32  = runtime.CodecUTF32LE
	swappedUTF16 = runtime.CodecUTF16BE
	swappedUTF32 = runtime.CodecUTF32BE
)

// init chooses the codec; reading and writing tell which coders are needed.
func (c *textCodec) init(t *Thread, encoding, errors string, reading, writing bool) *Exception {
	*c = textCodec{errors: errors, pyEncode: Null, pyDecode: Null}
	switch encoding {
	case "utf-8-sig", "utf_8_sig", "UTF-8-SIG", "utf8-sig":
		c.codec, c.sig = runtime.CodecUTF8, true
		return nil
	}
	if k, ok := runtime.EncodeBuiltin(encoding); ok {
		c.codec = k
		return nil
	}
	codecs, exc := runtime.ImportModule(t, sCodecs)
	if exc != nil {
		if exc.Is(runtime.ImportErrorType) {
			return runtime.Raise(t, runtime.LookupErrorType, "unknown encoding: "+encoding)
		}
		return exc
	}
	info, exc := runtime.CallMethod(t, codecs, sLookup, str(t, encoding))
	if exc != nil {
		return exc
	}
	if v, ok, exc := runtime.FindAttr(t, info, sIsText); exc != nil {
		return exc
	} else if ok {
		if yes, exc := runtime.Truth(t, v); exc != nil {
			return exc
		} else if !yes {
			return runtime.Raisef(t, runtime.LookupErrorType, "'%s' is not a text encoding; use codecs.open() to handle arbitrary codecs", encoding)
		}
	}
	if writing {
		if c.pyEncode, exc = runtime.CallMethod(t, info, sIncEncoder, str(t, errors)); exc != nil {
			return exc
		}
	}
	if reading {
		if c.pyDecode, exc = runtime.CallMethod(t, info, sIncDecoder, str(t, errors)); exc != nil {
			return exc
		}
	}
	return nil
}

func (c *textCodec) traverse(visit runtime.VisitFunc) {
	visit(c.pyEncode)
	visit(c.pyDecode)
}

// plain reports that ASCII text is encoded as it is, without a mark.
func (c *textCodec) plain() bool {
	return c.codec != runtime.CodecNone && c.codec <= runtime.CodecLatin1 && (!c.sig || c.started)
}

// encode appends the encoded text to dst.
func (c *textCodec) encode(t *Thread, dst []byte, s *runtime.Str) ([]byte, *Exception) {
	if c.codec == runtime.CodecNone {
		v, exc := runtime.CallMethod(t, c.pyEncode, sEncode, s.Value())
		if exc != nil {
			return dst, exc
		}
		b, ok := runtime.AsBytes(v)
		if !ok {
			return dst, runtime.TypeErrorf(t, "encoder should return a bytes object, not '%s'", runtime.TypeOf(v).FullName())
		}
		return append(dst, b.B...), nil
	}
	k := c.codec
	if c.sig && !c.started {
		dst = append(dst, byteOrder8...)
	}
	if c.started {
		switch k {
		case runtime.CodecUTF16:
			k = nativeUTF16
		case runtime.CodecUTF32:
			k = nativeUTF32
		}
	}
	c.started = true
	if s.IsASCII() && k <= runtime.CodecLatin1 {
		return append(dst, s.Raw()...), nil
	}
	b, exc := runtime.EncodeText(t, k, s, c.errors)
	return append(dst, b...), exc
}

// restartEncoder tells the encoder where the stream stands: at its start a byte order mark is due.
func (c *textCodec) restartEncoder(t *Thread, atStart bool) *Exception {
	c.started = !atStart
	if c.pyEncode.IsNull() {
		return nil
	}
	var exc *Exception
	if atStart {
		_, exc = runtime.CallMethod(t, c.pyEncode, sReset)
	} else {
		_, exc = runtime.CallMethod(t, c.pyEncode, sSetstate, runtime.Int(0))
	}
	return exc
}

// restartDecoder forgets what the decoder has kept.
func (c *textCodec) restartDecoder(t *Thread, atStart bool) *Exception {
	c.tail = nil
	if atStart {
		c.begun, c.order = false, 0
	}
	if c.pyDecode.IsNull() {
		return nil
	}
	_, exc := runtime.CallMethod(t, c.pyDecode, sReset)
	return exc
}

// decode decodes a part; final says that no other follows.
func (c *textCodec) decode(t *Thread, data []byte, final bool) (*runtime.Str, *Exception) {
	if c.codec == runtime.CodecNone {
		v, exc := runtime.CallMethod(t, c.pyDecode, sDecode, runtime.CopyBytes(t, data).Value(), runtime.Bool(final))
		if exc != nil {
			return nil, exc
		}
		s, ok := runtime.AsStr(v)
		if !ok {
			return nil, runtime.TypeErrorf(t, "decoder should return a string result, not '%s'", runtime.TypeOf(v).FullName())
		}
		return s, nil
	}
	if len(c.tail) > 0 {
		data = append(c.tail, data...)
		c.tail = nil
	}
	if c.sig && !c.begun {
		if len(data) < 3 && !final && byteOrder8[:len(data)] == string(data) {
			c.tail = append([]byte(nil), data...)
			return runtime.NewStr(t, ""), nil
		}
		c.begun = true
		if len(data) >= 3 && string(data[:3]) == byteOrder8 {
			data = data[3:]
		}
	}
	var s *runtime.Str
	used := len(data)
	var exc *Exception
	switch c.codec {
	case runtime.CodecUTF8:
		s, used, exc = runtime.DecodeUTF8(t, data, c.errors, final)
	case runtime.CodecASCII, runtime.CodecLatin1:
		s, exc = runtime.DecodeText(t, c.codec, runtime.NewBytes(t, data).Value(), data, c.errors)
	default:
		s, used, exc = c.decodeWide(t, data, final)
	}
	if exc != nil {
		return nil, exc
	}
	if used < len(data) {
		c.tail = append([]byte(nil), data[used:]...)
	}
	return s, nil
}

// decodeWide decodes UTF-16 and UTF-32, whose byte order the first part tells.
func (c *textCodec) decodeWide(t *Thread, data []byte, final bool) (*runtime.Str, int, *Exception) {
	k := c.codec
	switch {
	case c.order < 0 && k == runtime.CodecUTF16:
		k = nativeUTF16
	case c.order < 0 && k == runtime.CodecUTF32:
		k = nativeUTF32
	case c.order > 0 && k == runtime.CodecUTF16:
		k = swappedUTF16
	case c.order > 0 && k == runtime.CodecUTF32:
		k = swappedUTF32
	}
	s, used, order, exc := runtime.DecodeWide(t, k, data, c.errors, final)
	if c.order == 0 {
		c.order = order
	}
	return s, used, exc
}
