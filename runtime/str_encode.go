package runtime

// strEncode is s.encode(encoding, errors).
func strEncode(t *Thread, self Value, args []Value) (Value, *Exception) {
	encoding, errors, exc := codecArgs(t, "encode", args)
	if exc != nil {
		return Null, exc
	}
	return EncodeValue(t, self, encoding, errors)
}

// codecArgs converts the encoding and errors of encode and decode.
func codecArgs(t *Thread, fn string, args []Value) (encoding, errors string, exc *Exception) {
	e, exc := argStr(t, fn, "'encoding'", args[0])
	if exc != nil {
		return "", "", exc
	}
	h, exc := argStr(t, fn, "'errors'", args[1])
	if exc != nil {
		return "", "", exc
	}
	return e.GoString(), h.GoString(), nil
}
