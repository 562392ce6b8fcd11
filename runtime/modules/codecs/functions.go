package codecs

import "github.com/krait-vm/krait/runtime"

// The codecs as functions: X_encode gives bytes with the length of the str, X_decode a str with the number of bytes used.

// functions are the rows of the codecs.
var functions = codecRows()

type (
	encodeFunc func(t *Thread, s *runtime.Str, errors string) ([]byte, *Exception)
	decodeFunc func(t *Thread, b []byte, errors string, final bool) (s *runtime.Str, used int, exc *Exception)
)

// core is the encoder of a codec of the core.
func core(c runtime.Codec) encodeFunc {
	return func(t *Thread, s *runtime.Str, errors string) ([]byte, *Exception) {
		return runtime.EncodeText(t, c, s, errors)
	}
}

// narrow is the decoder of a codec in which every byte is a character.
func narrow(c runtime.Codec) decodeFunc {
	return func(t *Thread, b []byte, errors string, _ bool) (*runtime.Str, int, *Exception) {
		s, exc := runtime.DecodeText(t, c, null, b, errors)
		return s, len(b), exc
	}
}

// wide is the decoder of a codec of units of several bytes.
func wide(c runtime.Codec) decodeFunc {
	return func(t *Thread, b []byte, errors string, final bool) (*runtime.Str, int, *Exception) {
		s, used, _, exc := runtime.DecodeWide(t, c, b, errors, final)
		return s, used, exc
	}
}

// plain is an encoder that never fails.
func plain(f func(t *Thread, s *runtime.Str) ([]byte, *Exception)) encodeFunc {
	return func(t *Thread, s *runtime.Str, _ string) ([]byte, *Exception) { return f(t, s) }
}

func codecRows() []runtime.MethodSpec {
	rows := []runtime.MethodSpec{
		encoder("ascii", core(runtime.CodecASCII)), encoder("latin_1", core(runtime.CodecLatin1)), encoder("utf_8", core(runtime.CodecUTF8)),
		encoder("utf_16_le", core(runtime.CodecUTF16LE)), encoder("utf_16_be", core(runtime.CodecUTF16BE)),
		encoder("utf_32_le", core(runtime.CodecUTF32LE)), encoder("utf_32_be", core(runtime.CodecUTF32BE)),
		encoder("utf_7", plain(runtime.EncodeUTF7)),
		encoder("unicode_escape", plain(runtime.EncodeUnicodeEscape)), encoder("raw_unicode_escape", plain(runtime.EncodeRawUnicodeEscape)),
		wholeDecoder("ascii", narrow(runtime.CodecASCII)), wholeDecoder("latin_1", narrow(runtime.CodecLatin1)),
		decoder("utf_8", "False", false, runtime.DecodeUTF8), decoder("utf_7", "False", false, runtime.DecodeUTF7),
		decoder("utf_16", "False", false, wide(runtime.CodecUTF16)), decoder("utf_16_le", "False", false, wide(runtime.CodecUTF16LE)),
		decoder("utf_16_be", "False", false, wide(runtime.CodecUTF16BE)),
		decoder("utf_32", "False", false, wide(runtime.CodecUTF32)), decoder("utf_32_le", "False", false, wide(runtime.CodecUTF32LE)),
		decoder("utf_32_be", "False", false, wide(runtime.CodecUTF32BE)),
		decoder("unicode_escape", "True", true, runtime.DecodeUnicodeEscape), decoder("raw_unicode_escape", "True", true, runtime.DecodeRawUnicodeEscape),
		{Sig: "charmap_build($module, map, /)", Fn: charmapBuild},
		{Sig: "charmap_encode($module, str, errors=None, mapping=None, /)", Fn: charmapEncode},
		{Sig: "charmap_decode($module, data, errors=None, mapping=None, /)", Fn: charmapDecode},
		{Sig: "escape_encode($module, data, errors=None, /)", Fn: escapeEncode},
		{Sig: "escape_decode($module, data, errors=None, /)", Fn: escapeDecode},
		{Sig: "readbuffer_encode($module, data, errors=None, /)", Fn: readBufferEncode},
	}
	rows = append(rows, ordered("utf_16", runtime.CodecUTF16)...)
	return append(rows, ordered("utf_32", runtime.CodecUTF32)...)
}

// errorsArg converts the errors argument, where None means strict.
func errorsArg(t *Thread, function string, v Value) (string, *Exception) {
	if v.IsNone() {
		return "strict", nil
	}
	if _, ok := runtime.AsStr(v); !ok {
		return "", runtime.TypeErrorf(t, "%s() argument 2 must be str or None, not %s", function, typeName(v))
	}
	return nameArg(t, function, " 2", v)
}

// encodeArgs converts the first two arguments of an encoder.
func encodeArgs(t *Thread, function string, args []Value) (*runtime.Str, string, *Exception) {
	s, ok := runtime.AsStr(args[0])
	if !ok {
		return nil, "", runtime.TypeErrorf(t, "%s() argument 1 must be str, not %s", function, typeName(args[0]))
	}
	errors, exc := errorsArg(t, function, args[1])
	return s, errors, exc
}

// pair is the result of a codec.
func pair(t *Thread, v Value, n int, exc *Exception) (Value, *Exception) {
	if exc != nil {
		return null, exc
	}
	return runtime.MakeTuple(t, v, runtime.Int(int64(n))).Value(), nil
}

func encoder(name string, f encodeFunc) runtime.MethodSpec {
	name += "_encode"
	return runtime.MethodSpec{Sig: name + "($module, str, errors=None, /)", Fn: func(t *Thread, _ Value, args []Value) (Value, *Exception) {
		s, errors, exc := encodeArgs(t, name, args)
		if exc != nil {
			return null, exc
		}
		b, exc := f(t, s, errors)
		return pair(t, runtime.NewBytes(t, b).Value(), s.Len(), exc)
	}}
}

// ordered makes the functions of a codec with a byte order mark.
func ordered(name string, c runtime.Codec) []runtime.MethodSpec {
	at := func(order Value) (runtime.Codec, *Exception) { // the codecs of the two orders follow the one that has a mark
		n, ok := runtime.AsInt64(order)
		switch {
		case ok && n < 0:
			return c + 1, nil
		case ok && n > 0:
			return c + 2, nil
		}
		return c, nil
	}
	encode, decode := name+"_encode", name+"_ex_decode"
	return []runtime.MethodSpec{
		{Sig: encode + "($module, str, errors=None, byteorder=0, /)", Fn: func(t *Thread, _ Value, args []Value) (Value, *Exception) {
			s, errors, exc := encodeArgs(t, encode, args)
			if exc != nil {
				return null, exc
			}
			order, exc := runtime.Index(t, args[2])
			if exc != nil {
				return null, exc
			}
			codec, exc := at(order)
			if exc != nil {
				return null, exc
			}
			b, exc := runtime.EncodeText(t, codec, s, errors)
			return pair(t, runtime.NewBytes(t, b).Value(), s.Len(), exc)
		}},
		{Sig: decode + "($module, data, errors=None, byteorder=0, final=False, /)", Fn: func(t *Thread, _ Value, args []Value) (Value, *Exception) {
			errors, exc := errorsArg(t, decode, args[1])
			if exc != nil {
				return null, exc
			}
			order, exc := runtime.Index(t, args[2])
			if exc != nil {
				return null, exc
			}
			final, exc := runtime.Truth(t, args[3])
			if exc != nil {
				return null, exc
			}
			codec, exc := at(order)
			if exc != nil {
				return null, exc
			}
			b, exc := runtime.GetBuffer(t, args[0], false)
			if exc != nil {
				return null, exc
			}
			defer b.Free()
			s, used, found, exc := runtime.DecodeWide(t, codec, b.Bytes, errors, final)
			if exc != nil {
				return null, exc
			}
			return runtime.MakeTuple(t, s.Value(), runtime.Int(int64(used)), runtime.Int(int64(found))).Value(), nil
		}},
	}
}

// data returns the bytes of an argument, of a str (where allowed) its UTF-8 form; free gives them back.
func data(t *Thread, v Value, text bool) (b []byte, free func(), exc *Exception) {
	if s, ok := runtime.AsStr(v); ok && text {
		b, exc := runtime.EncodeText(t, runtime.CodecUTF8, s, "strict")
		return b, func() {}, exc
	}
	buf, exc := runtime.GetBuffer(t, v, false)
	if exc != nil {
		return nil, nil, exc
	}
	return buf.Bytes, buf.Free, nil
}

// runDecoder runs a decoder on an argument.
func runDecoder(t *Thread, f decodeFunc, v Value, text bool, errors string, final bool) (Value, *Exception) {
	b, free, exc := data(t, v, text)
	if exc != nil {
		return null, exc
	}
	defer free()
	s, used, exc := f(t, b, errors, final)
	if exc != nil {
		return null, exc
	}
	return pair(t, s.Value(), used, nil)
}

func decoder(name, final string, text bool, f decodeFunc) runtime.MethodSpec {
	name += "_decode"
	return runtime.MethodSpec{Sig: name + "($module, data, errors=None, final=" + final + ", /)", Fn: func(t *Thread, _ Value, args []Value) (Value, *Exception) {
		errors, exc := errorsArg(t, name, args[1])
		if exc != nil {
			return null, exc
		}
		final, exc := runtime.Truth(t, args[2])
		if exc != nil {
			return null, exc
		}
		return runDecoder(t, f, args[0], text, errors, final)
	}}
}

// wholeDecoder is a decoder without the notion of a final part.
func wholeDecoder(name string, f decodeFunc) runtime.MethodSpec {
	name += "_decode"
	return runtime.MethodSpec{Sig: name + "($module, data, errors=None, /)", Fn: func(t *Thread, _ Value, args []Value) (Value, *Exception) {
		errors, exc := errorsArg(t, name, args[1])
		if exc != nil {
			return null, exc
		}
		return runDecoder(t, f, args[0], false, errors, true)
	}}
}

func charmapBuild(t *Thread, _, table Value) (Value, *Exception) {
	s, ok := runtime.AsStr(table)
	if !ok {
		return null, runtime.TypeErrorf(t, "charmap_build() argument must be str, not %s", typeName(table))
	}
	return runtime.BuildCharmap(t, s)
}

func charmapEncode(t *Thread, _ Value, args []Value) (Value, *Exception) {
	s, errors, exc := encodeArgs(t, "charmap_encode", args)
	if exc != nil {
		return null, exc
	}
	b, exc := runtime.EncodeCharmap(t, s, errors, args[2])
	return pair(t, runtime.NewBytes(t, b).Value(), s.Len(), exc)
}

func charmapDecode(t *Thread, _ Value, args []Value) (Value, *Exception) {
	errors, exc := errorsArg(t, "charmap_decode", args[1])
	if exc != nil {
		return null, exc
	}
	mapping := args[2]
	return runDecoder(t, func(t *Thread, b []byte, errors string, _ bool) (*runtime.Str, int, *Exception) {
		s, exc := runtime.DecodeCharmap(t, b, errors, mapping)
		return s, len(b), exc
	}, args[0], false, errors, true)
}

func escapeEncode(t *Thread, _ Value, args []Value) (Value, *Exception) {
	b, ok := runtime.AsBytes(args[0])
	if !ok {
		return null, runtime.TypeErrorf(t, "escape_encode() argument 1 must be bytes, not %s", typeName(args[0]))
	}
	out, exc := runtime.EscapeBytes(t, b.B)
	return pair(t, runtime.NewBytes(t, out).Value(), len(b.B), exc)
}

func escapeDecode(t *Thread, _ Value, args []Value) (Value, *Exception) {
	errors, exc := errorsArg(t, "escape_decode", args[1])
	if exc != nil {
		return null, exc
	}
	b, free, exc := data(t, args[0], true)
	if exc != nil {
		return null, exc
	}
	defer free()
	out, exc := runtime.UnescapeBytes(t, b, errors)
	return pair(t, runtime.NewBytes(t, out).Value(), len(b), exc)
}

func readBufferEncode(t *Thread, _ Value, args []Value) (Value, *Exception) {
	b, free, exc := data(t, args[0], true)
	if exc != nil {
		return null, exc
	}
	defer free()
	return pair(t, runtime.CopyBytes(t, b).Value(), len(b), nil)
}
