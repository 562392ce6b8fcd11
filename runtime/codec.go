package runtime

import "strings"

// The codecs that str.encode, bytes.decode and the standard streams use without asking the codec registry, and the error handlers.

// A Codec is one of the built-in encodings.
type Codec uint8

// The built-in encodings.
const (
	CodecNone Codec = iota
	CodecUTF8
	CodecASCII
	CodecLatin1
	CodecUTF16
	CodecUTF16LE
	CodecUTF16BE
	CodecUTF32
	CodecUTF32LE
	CodecUTF32BE
)

// builtinCodec finds the built-in encoding of a name, with the aliases of package encodings.
func builtinCodec(name string) Codec {
	switch name {
	case "utf-8", "utf8":
		return CodecUTF8
	case "ascii":
		return CodecASCII
	case "latin-1", "latin1":
		return CodecLatin1
	}
	var room [24]byte
	switch string(normalizeEncoding(room[:0], name)) {
	case "utf_8", "utf8", "u8", "utf", "utf8_ucs2", "utf8_ucs4", "cp65001":
		return CodecUTF8
	case "ascii", "us_ascii", "646", "ansi_x3.4_1968", "ansi_x3_4_1968", "ansi_x3.4_1986", "cp367", "csascii", "ibm367", "iso646_us", "iso_646.irv_1991", "iso_ir_6", "us":
		return CodecASCII
	case "latin_1", "latin1", "iso_8859_1", "iso8859_1", "8859", "cp819", "csisolatin1", "ibm819", "iso8859", "iso_8859_1_1987", "iso_ir_100", "l1", "latin":
		return CodecLatin1
	case "utf_16", "utf16", "u16":
		return CodecUTF16
	case "utf_16_le", "utf_16le", "unicodelittleunmarked":
		return CodecUTF16LE
	case "utf_16_be", "utf_16be", "unicodebigunmarked":
		return CodecUTF16BE
	case "utf_32", "utf32", "u32":
		return CodecUTF32
	case "utf_32_le", "utf_32le":
		return CodecUTF32LE
	case "utf_32_be", "utf_32be":
		return CodecUTF32BE
	}
	return CodecNone
}

// LookupCodec finds the built-in encoding of a name, CodecNone when there is none.
func LookupCodec(name string) Codec { return builtinCodec(name) }

// codecFailed adds the note that the codec registry leaves on exceptions, unless CPython would not have asked the registry.
func codecFailed(t *Thread, exc *Exception, operation, encoding string) *Exception {
	var room [24]byte
	switch string(normalizeEncoding(room[:0], encoding)) {
	case "utf_8", "utf8", "utf_16", "utf16", "utf_32", "utf32", "ascii", "us_ascii", "latin1", "latin_1", "iso_8859_1", "iso8859_1":
	default:
		if t.interp.Version.At(12) {
			AddNote(t, exc, operation+" with '"+encoding+"' codec failed")
		}
	}
	return exc
}

// normalizeEncoding appends an encoding's name in lower case with runs of other characters than letters, digits and dots as one underscore; a name
// that is too long to be one of ours gives nothing.
func normalizeEncoding(dst []byte, name string) []byte {
	if len(name) > cap(dst) {
		return nil
	}
	gap := false
	for i := 0; i < len(name); i++ {
		c := name[i]
		if !isAlnumASCII(c) && c != '.' {
			gap = true
			continue
		}
		if gap && len(dst) > 0 {
			dst = append(dst, '_')
		}
		gap = false
		if isUpperASCII(c) {
			c += asciiCase
		}
		dst = append(dst, c)
	}
	return dst
}

// A CodecRegistry is what the _codecs module gives the core: lookups of encodings and error handlers that programs register.
type CodecRegistry interface {
	// Encode runs the encoder registered for an encoding.
	Encode(t *Thread, v Value, encoding, errors string) (Value, *Exception)
	// Decode runs the decoder registered for an encoding.
	Decode(t *Thread, v Value, encoding, errors string) (Value, *Exception)
	// LookupError returns the callable registered for an error handler's name, or raises LookupError.
	LookupError(t *Thread, name string) (Value, *Exception)
}

// SetCodecRegistry installs the registry of the interpreter.
func (in *Interp) SetCodecRegistry(r CodecRegistry) { in.codecs = r }

// checkCodecName refuses what C strings cannot hold.
func checkCodecName(t *Thread, names ...string) *Exception {
	for _, n := range names {
		if strings.IndexByte(n, 0) >= 0 {
			return Raise(t, ValueErrorType, "embedded null character")
		}
	}
	return nil
}

// EncodeValue is v.encode(encoding, errors) for a str; the result is bytes.
func EncodeValue(t *Thread, v Value, encoding, errors string) (Value, *Exception) {
	if exc := checkCodecName(t, encoding, errors); exc != nil {
		return Null, exc
	}
	s := asStr(v)
	if c := builtinCodec(encoding); c != CodecNone {
		if s.IsASCII() && c <= CodecLatin1 {
			return newBytesSharing(t, s.s).Value(), nil
		}
		b, exc := EncodeText(t, c, s, errors)
		if exc != nil {
			return Null, codecFailed(t, exc, "encoding", encoding)
		}
		return NewBytes(t, b).Value(), nil
	}
	if t.interp.codecs == nil {
		return Null, Raise(t, LookupErrorType, "unknown encoding: "+encoding)
	}
	r, exc := t.interp.codecs.Encode(t, v, encoding, errors)
	if exc != nil {
		return Null, exc
	}
	if asBytes(r) == nil {
		if b := asByteArray(r); b != nil {
			return NewBytes(t, append([]byte(nil), b.B...)).Value(), nil
		}
		return Null, TypeErrorf(t, "'%s' encoder returned '%s' instead of 'bytes'; use codecs.encode() to encode to arbitrary types", encoding, TypeOf(r).fullName())
	}
	return r, nil
}

// EncodeText encodes with a built-in codec.
func EncodeText(t *Thread, c Codec, s *Str, errors string) ([]byte, *Exception) {
	switch c {
	case CodecUTF8:
		return encodeUTF8(t, s, errors)
	case CodecASCII:
		return encodeLatin(t, s, errors, "ascii", 0x7f)
	case CodecLatin1:
		return encodeLatin(t, s, errors, "latin-1", 0xff)
	}
	return encodeWide(t, c, s, errors)
}

// DecodeValue is v.decode(encoding, errors), b being the bytes of v; the result is a str.
func DecodeValue(t *Thread, v Value, b []byte, encoding, errors string) (Value, *Exception) {
	if exc := checkCodecName(t, encoding, errors); exc != nil {
		return Null, exc
	}
	if c := builtinCodec(encoding); c != CodecNone {
		s, exc := DecodeText(t, c, v, b, errors)
		if exc != nil {
			return Null, codecFailed(t, exc, "decoding", encoding)
		}
		return s.Value(), nil
	}
	if t.interp.codecs == nil {
		return Null, Raise(t, LookupErrorType, "unknown encoding: "+encoding)
	}
	if asBytes(v) == nil && asByteArray(v) == nil {
		v = NewBytes(t, append([]byte(nil), b...)).Value()
	}
	r, exc := t.interp.codecs.Decode(t, v, encoding, errors)
	if exc != nil {
		return Null, exc
	}
	if asStr(r) == nil {
		return Null, TypeErrorf(t, "'%s' decoder returned '%s' instead of 'str'; use codecs.decode() to decode to arbitrary types", encoding, TypeOf(r).fullName())
	}
	return r, nil
}

// DecodeText decodes all of b, the bytes of v, with a built-in codec.
func DecodeText(t *Thread, c Codec, v Value, b []byte, errors string) (*Str, *Exception) {
	if len(b) == 0 {
		return emptyStr, nil
	}
	switch c {
	case CodecUTF8, CodecASCII, CodecLatin1:
		if s := bytesString(b); isASCII(s) {
			if asBytes(v) != nil && len(b) > strRoom {
				return newASCII(t, s), nil // the bytes never change, so that the str can share them
			}
			return copyASCII(t, b)
		}
		switch c {
		case CodecLatin1:
			return decodeLatin1(t, b)
		case CodecASCII:
			return decodeASCII(t, b, errors)
		}
		s, _, exc := DecodeUTF8(t, b, errors, true)
		return s, exc
	}
	s, _, _, exc := DecodeWide(t, c, b, errors, true)
	return s, exc
}

// copyASCII makes a str of ASCII bytes.
func copyASCII(t *Thread, b []byte) (*Str, *Exception) {
	if exc := reserveText(t, len(b)); exc != nil {
		return nil, exc
	}
	return NewStrBytes(t, b), nil
}

// An encodeErrors serves the errors of one call of an encoder.
type encodeErrors struct {
	t        *Thread
	s        *Str
	encoding string
	name     string // of the handler
	handler  Value  // registered by a program; Null until looked up
}

func (e *encodeErrors) raise(start, end int, reason string) *Exception {
	return RaiseNew(e.t, UnicodeEncodeErrorType, NewStr(e.t, e.encoding).Value(), e.s.Value(), Int(int64(start)), Int(int64(end)), NewStr(e.t, reason).Value())
}

// handle serves the characters s[start:end] that cannot be encoded. It returns what to encode in their place, or bytes to write, and where to go on.
func (e *encodeErrors) handle(start, end int, reason string) (text *Str, raw []byte, next int, exc *Exception) {
	t := e.t
	var b strBuilder
	switch e.name {
	case "strict":
		return nil, nil, 0, e.raise(start, end, reason)
	case "ignore":
		return emptyStr, nil, end, nil
	case "replace":
		b.start(t)
		b.fill('?', end-start)
	case "xmlcharrefreplace":
		b.start(t)
		for i := start; i < end; i++ {
			b.ascii("&#")
			b.int(int64(e.s.At(i)))
			b.byte(';')
		}
	case "backslashreplace":
		b.start(t)
		for i := start; i < end; i++ {
			b.hexOnly(e.s.At(i))
		}
	case "surrogateescape":
		i := start
		for ; i < end; i++ {
			r := e.s.At(i)
			if r < 0xdc80 || r > 0xdcff {
				break
			}
			raw = append(raw, byte(r))
		}
		if i == start {
			return nil, nil, 0, e.raise(start, end, reason)
		}
		return nil, raw, i, nil
	case "surrogatepass":
		return e.passSurrogates(start, end, reason)
	case "namereplace":
		return nil, nil, 0, Unsupported(t, "the error handler namereplace")
	default:
		return e.custom(start, end, reason)
	}
	text, exc = b.finish()
	return text, nil, end, exc
}

// hexOnly appends the numeric escape of a code point.
func (b *strBuilder) hexOnly(r rune) {
	switch {
	case r < 0x100:
		b.hexEscape('x', r, 2)
	case r < 0x10000:
		b.hexEscape('u', r, 4)
	default:
		b.hexEscape('U', r, 8)
	}
}

func (e *encodeErrors) passSurrogates(start, end int, reason string) (*Str, []byte, int, *Exception) {
	var raw []byte
	for i := start; i < end; i++ {
		r := e.s.At(i)
		if r < 0xd800 || r > 0xdfff {
			return nil, nil, 0, e.raise(start, end, reason)
		}
		switch e.encoding {
		case "utf-8":
			raw = appendWTF8(raw, r)
		case "utf-16-le", "utf-16":
			raw = append(raw, byte(r), byte(r>>8))
		case "utf-16-be":
			raw = append(raw, byte(r>>8), byte(r))
		case "utf-32-le", "utf-32":
			raw = append(raw, byte(r), byte(r>>8), 0, 0)
		case "utf-32-be":
			raw = append(raw, 0, 0, byte(r>>8), byte(r))
		default:
			return nil, nil, 0, e.raise(start, end, reason)
		}
	}
	return nil, raw, end, nil
}

// custom calls the handler that a program registered.
func (e *encodeErrors) custom(start, end int, reason string) (*Str, []byte, int, *Exception) {
	t := e.t
	exc := lookupErrorHandler(t, e.name, &e.handler)
	if exc != nil {
		return nil, nil, 0, exc
	}
	r, exc := Call(t, e.handler, e.raise(start, end, reason).Value())
	if exc != nil {
		return nil, nil, 0, exc
	}
	const want = "encoding error handler must return (str/bytes, int) tuple"
	pair := asTuple(r)
	if pair == nil || len(pair.Items) != 2 {
		return nil, nil, 0, Raise(t, TypeErrorType, want)
	}
	next, exc := handlerPosition(t, pair.Items[1], e.s.Len(), want)
	if exc != nil {
		return nil, nil, 0, exc
	}
	if b := asBytes(pair.Items[0]); b != nil {
		return nil, b.B, next, nil
	}
	s := asStr(pair.Items[0])
	if s == nil {
		return nil, nil, 0, Raise(t, TypeErrorType, want)
	}
	return s, nil, next, nil
}

func lookupErrorHandler(t *Thread, name string, handler *Value) *Exception {
	if !handler.IsNull() {
		return nil
	}
	if t.interp.codecs == nil {
		return Raise(t, LookupErrorType, "unknown error handler name '"+name+"'")
	}
	h, exc := t.interp.codecs.LookupError(t, name)
	*handler = h
	return exc
}

// handlerPosition checks the position that an error handler returned.
func handlerPosition(t *Thread, v Value, n int, want string) (int, *Exception) {
	if !TypeOf(v).Is(TypeInt) {
		return 0, Raise(t, TypeErrorType, want)
	}
	i, exc := AsSsize(t, v)
	if exc != nil {
		return 0, exc
	}
	at := i
	if at < 0 {
		at += n
	}
	if at < 0 || at > n {
		return 0, Raisef(t, IndexErrorType, "position %d from error handler out of bounds", i)
	}
	return at, nil
}

// A decodeErrors serves the errors of one call of a decoder.
type decodeErrors struct {
	t        *Thread
	b        []byte
	object   *Bytes // the bytes as an object, once an exception needed them
	encoding string
	name     string
	handler  Value
}

func (e *decodeErrors) raise(start, end int, reason string) *Exception {
	if e.object == nil {
		e.object = NewBytes(e.t, append([]byte(nil), e.b...))
	}
	return RaiseNew(e.t, UnicodeDecodeErrorType, NewStr(e.t, e.encoding).Value(), e.object.Value(), Int(int64(start)), Int(int64(end)), NewStr(e.t, reason).Value())
}

// handle serves the bytes b[start:end] that cannot be decoded: it appends what stands in their place to out and returns where to go on.
func (e *decodeErrors) handle(out *strBuilder, start, end int, reason string) (int, *Exception) {
	switch e.name {
	case "strict":
		return 0, e.raise(start, end, reason)
	case "ignore":
		return end, nil
	case "replace":
		out.rune(0xfffd)
		return end, nil
	case "backslashreplace":
		for _, c := range e.b[start:end] {
			out.hexEscape('x', rune(c), 2)
		}
		return end, nil
	case "surrogateescape":
		i := start
		for ; i < end && i < start+4 && e.b[i] >= 0x80; i++ {
			out.rune(0xdc00 + rune(e.b[i]))
		}
		if i == start {
			return 0, e.raise(start, end, reason)
		}
		return i, nil
	case "surrogatepass":
		r, n := e.surrogateAt(start)
		if n == 0 {
			return 0, e.raise(start, end, reason)
		}
		out.rune(r)
		return start + n, nil
	}
	return e.custom(out, start, end, reason)
}

// surrogateAt decodes the surrogate at i; its size is 0 when there is none.
func (e *decodeErrors) surrogateAt(i int) (rune, int) {
	b := e.b[i:]
	var r rune
	n := 0
	switch e.encoding {
	case "utf-8":
		if len(b) >= 3 && b[0]&0xf0 == 0xe0 && b[1]&0xc0 == 0x80 && b[2]&0xc0 == 0x80 {
			r, n = rune(b[0]&0xf)<<12|rune(b[1]&0x3f)<<6|rune(b[2]&0x3f), 3
		}
	case "utf-16-le", "utf-16":
		if len(b) >= 2 {
			r, n = rune(b[1])<<8|rune(b[0]), 2
		}
	case "utf-16-be":
		if len(b) >= 2 {
			r, n = rune(b[0])<<8|rune(b[1]), 2
		}
	case "utf-32-le", "utf-32":
		if len(b) >= 4 {
			r, n = rune(b[3])<<24|rune(b[2])<<16|rune(b[1])<<8|rune(b[0]), 4
		}
	case "utf-32-be":
		if len(b) >= 4 {
			r, n = rune(b[0])<<24|rune(b[1])<<16|rune(b[2])<<8|rune(b[3]), 4
		}
	}
	if r < 0xd800 || r > 0xdfff {
		return 0, 0
	}
	return r, n
}

func (e *decodeErrors) custom(out *strBuilder, start, end int, reason string) (int, *Exception) {
	t := e.t
	if exc := lookupErrorHandler(t, e.name, &e.handler); exc != nil {
		return 0, exc
	}
	r, exc := Call(t, e.handler, e.raise(start, end, reason).Value())
	if exc != nil {
		return 0, exc
	}
	const want = "decoding error handler must return (str, int) tuple"
	pair := asTuple(r)
	if pair == nil || len(pair.Items) != 2 || asStr(pair.Items[0]) == nil {
		return 0, Raise(t, TypeErrorType, want)
	}
	next, exc := handlerPosition(t, pair.Items[1], len(e.b), want)
	if exc != nil {
		return 0, exc
	}
	out.str(asStr(pair.Items[0]))
	return next, nil
}
