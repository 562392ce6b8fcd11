package codecs

import (
	"strings"

	"github.com/krait-vm/krait/runtime"
)

// Codecs for programs that run without a standard library: there nobody registers a search function, and the encodings that are written in Go are found
// under the names that package encodings has for them.

// nativeCodec returns the codec tuple of an encoding written in Go, nil when it is none. key is its normalized name.
func nativeCodec(t *Thread, encoding, key string) *runtime.Tuple {
	name, enc, dec := nativeFuncs(encoding, key)
	if enc == nil {
		return nil
	}
	row := encoder(name, enc)
	encode := runtime.NewNative(&row)
	decode := runtime.NewNative(&runtime.MethodSpec{Sig: "decode(input, errors='strict')", Fn: func(t *Thread, _ Value, args []Value) (Value, *Exception) {
		errors, exc := errorsArg(t, "decode", args[1])
		if exc != nil {
			return null, exc
		}
		return runDecoder(t, dec, args[0], false, errors, true)
	}})
	return runtime.MakeTuple(t, runtime.NewBuiltin(t, encode, null, null), runtime.NewBuiltin(t, decode, null, null), runtime.None, runtime.None)
}

func nativeFuncs(encoding, key string) (name string, _ encodeFunc, _ decodeFunc) {
	switch key {
	case "unicode_escape", "unicodeescape":
		return "unicode_escape", plain(runtime.EncodeUnicodeEscape), runtime.DecodeUnicodeEscape
	case "raw_unicode_escape", "rawunicodeescape":
		return "raw_unicode_escape", plain(runtime.EncodeRawUnicodeEscape), runtime.DecodeRawUnicodeEscape
	case "utf_7", "utf7", "u7", "unicode_1_1_utf_7":
		return "utf_7", plain(runtime.EncodeUTF7), runtime.DecodeUTF7
	case "utf_8_sig":
		return "utf_8", encodeSignature, decodeSignature
	}
	c := runtime.LookupCodec(encoding)
	switch c {
	case runtime.CodecNone:
		return "", nil, nil
	case runtime.CodecUTF8:
		return "utf_8", core(c), runtime.DecodeUTF8
	case runtime.CodecASCII:
		return "ascii", core(c), narrow(c)
	case runtime.CodecLatin1:
		return "latin_1", core(c), narrow(c)
	}
	return key, core(c), wide(c)
}

const signature = "\ufeff"

func encodeSignature(t *Thread, s *runtime.Str, errors string) ([]byte, *Exception) {
	b, exc := runtime.EncodeText(t, runtime.CodecUTF8, s, errors)
	return append([]byte(signature), b...), exc
}

func decodeSignature(t *Thread, b []byte, errors string, final bool) (*runtime.Str, int, *Exception) {
	n := 0
	if strings.HasPrefix(string(b[:min(len(b), len(signature))]), signature) {
		n = len(signature)
	}
	s, used, exc := runtime.DecodeUTF8(t, b[n:], errors, final)
	return s, used + n, exc
}
