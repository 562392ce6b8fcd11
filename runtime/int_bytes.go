package runtime

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime/numfmt"
)

// byteOrder reads the byteorder argument.
func byteOrder(t *Thread, v Value, fn string) (little bool, exc *Exception) {
	s := asStr(v)
	if s == nil {
		return false, TypeErrorf(t, "%s() argument 'byteorder' must be str, not %s", fn, TypeOf(v).fullName())
	}
	switch s.GoString() {
	case "little":
		return true, nil
	case "big":
		return false, nil
	}
	return false, Raise(t, ValueErrorType, "byteorder must be either 'little' or 'big'")
}

// intToBytes is int.to_bytes.
func intToBytes(t *Thread, self Value, args []Value) (Value, *Exception) {
	length, exc := AsSsize(t, args[0])
	if exc != nil {
		return Null, exc
	}
	if s := asStr(args[1]); s == nil {
		return Null, TypeErrorf(t, "to_bytes() argument 'byteorder' must be str, not %s", TypeOf(args[1]).fullName())
	}
	signed, exc := Truth(t, args[2])
	if exc != nil {
		return Null, exc
	}
	little, exc := byteOrder(t, args[1], "to_bytes")
	if exc != nil {
		return Null, exc
	}
	if length < 0 {
		return Null, Raise(t, ValueErrorType, "length argument must be non-negative")
	}
	if exc := t.Reserve(length); exc != nil {
		return Null, exc
	}
	out, err := numfmt.AppendIntBytes(nil, t.ints[0].of(exactInt(self)), length, little, signed, t.interp.Version.Minor)
	if err != nil {
		return Null, raiseNumfmt(t, err)
	}
	return NewBytes(t, out).Value(), nil
}

// intFromBytes is int.from_bytes.
func intFromBytes(t *Thread, cls Value, args []Value) (Value, *Exception) {
	if s := asStr(args[1]); s == nil {
		return Null, TypeErrorf(t, "from_bytes() argument 'byteorder' must be str, not %s", TypeOf(args[1]).fullName())
	}
	signed, exc := Truth(t, args[2])
	if exc != nil {
		return Null, exc
	}
	little, exc := byteOrder(t, args[1], "from_bytes")
	if exc != nil {
		return Null, exc
	}
	data, exc := bytesOfObject(t, args[0])
	if exc != nil {
		return Null, exc
	}
	n, b := numfmt.IntFromBytes(data, little, signed)
	v := Int(n)
	if b != nil {
		v = BigFrom(t, b)
	}
	if cls.p == unsafe.Pointer(IntType) {
		return v, nil
	}
	return Call(t, cls, v)
}

// bytesOfObject is PyObject_Bytes: __bytes__, a buffer, or the small ints of an iterable.
func bytesOfObject(t *Thread, v Value) ([]byte, *Exception) {
	tp := TypeOf(v)
	if tp == BytesType {
		return (*Bytes)(v.p).B, nil
	}
	r, ok, exc := CallSpecial(t, v, sBytes)
	if exc != nil {
		return nil, exc
	}
	if ok {
		if TypeOf(r).flags&TypeBytes == 0 {
			return nil, TypeErrorf(t, "__bytes__ returned non-bytes (type %s)", TypeOf(r).fullName())
		}
		return (*Bytes)(r.p).B, nil
	}
	text, ok, exc := bytesText(t, v)
	if exc != nil || ok {
		return []byte(text), exc
	}
	if tp.flags&TypeStr != 0 {
		return nil, TypeErrorf(t, "cannot convert '%s' object to bytes", tp.name)
	}
	return bytesFromIterable(t, "bytes", v)
}
