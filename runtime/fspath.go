package runtime

import "strings"

var sFspath = static("__fspath__")

// FSPath returns what a path argument names: a str or bytes, or what __fspath__ gives. accepted words the TypeError ("str, bytes or os.PathLike
// object").
func FSPath(t *Thread, v Value, accepted string) (Value, *Exception) {
	if asStr(v) != nil || asBytes(v) != nil {
		return v, nil
	}
	r, ok, exc := CallSpecial(t, v, sFspath)
	if exc != nil {
		return Null, exc
	}
	if !ok {
		return Null, TypeErrorf(t, "expected %s, not %s", accepted, TypeOf(v).fullName())
	}
	if asStr(r) == nil && asBytes(r) == nil {
		return Null, TypeErrorf(t, "expected %s.__fspath__() to return str or bytes, not %s", TypeOf(v).fullName(), TypeOf(r).fullName())
	}
	return r, nil
}

// FSEncode is os.fsencode as a Go string, for the host: UTF-8, undecodable bytes restored from their surrogates.
func FSEncode(t *Thread, v Value) (string, *Exception) {
	p, exc := FSPath(t, v, "str, bytes or os.PathLike object")
	if exc != nil {
		return "", exc
	}
	var s string
	if b := asBytes(p); b != nil {
		s = string(b.B)
	} else if x := asStr(p); x.IsASCII() {
		s = x.s
	} else {
		b, exc := EncodeText(t, CodecUTF8, x, "surrogateescape")
		if exc != nil {
			return "", exc
		}
		s = string(b)
	}
	if strings.IndexByte(s, 0) >= 0 {
		if asBytes(p) != nil {
			return "", Raise(t, ValueErrorType, "embedded null byte")
		}
		return "", Raise(t, ValueErrorType, "embedded null character")
	}
	return s, nil
}

// FSDecode is os.fsdecode of what the host gave.
func FSDecode(t *Thread, s string) Value {
	if isASCII(s) {
		return newASCII(t, s).Value()
	}
	x, exc := DecodeText(t, CodecUTF8, Null, []byte(s), "surrogateescape")
	if exc != nil {
		return NewStr(t, strings.ToValidUTF8(s, "\ufffd")).Value() // surrogateescape takes any byte
	}
	return x.Value()
}
