package runtime

// The methods of bytes and bytearray that look at ASCII characters or lay out text.

func mapBytes(t *Thread, self Value, f func(dst []byte, src string)) (Value, *Exception) {
	s := rawBytes(self)
	if exc := reserveText(t, len(s)); exc != nil {
		return Null, exc
	}
	out := make([]byte, len(s))
	f(out, s)
	return likeBytes(t, self, out), nil
}

func bytesLower(t *Thread, self Value) (Value, *Exception) { return mapBytes(t, self, lowerASCII) }
func bytesUpper(t *Thread, self Value) (Value, *Exception) { return mapBytes(t, self, upperASCII) }
func bytesTitle(t *Thread, self Value) (Value, *Exception) { return mapBytes(t, self, titleASCII) }

func bytesSwapCase(t *Thread, self Value) (Value, *Exception) {
	return mapBytes(t, self, swapCaseASCII)
}

func bytesCapitalize(t *Thread, self Value) (Value, *Exception) {
	return mapBytes(t, self, capitalizeASCII)
}

func bytesIsAlnum(_ *Thread, self Value) (Value, *Exception) {
	return Bool(allBytes(rawBytes(self), isAlnumASCII)), nil
}

func bytesIsAlpha(_ *Thread, self Value) (Value, *Exception) {
	return Bool(allBytes(rawBytes(self), isAlphaASCII)), nil
}

func bytesIsDigit(_ *Thread, self Value) (Value, *Exception) {
	return Bool(allBytes(rawBytes(self), isDigitASCII)), nil
}

func bytesIsSpace(_ *Thread, self Value) (Value, *Exception) {
	return Bool(allBytes(rawBytes(self), isByteSpace)), nil
}

func bytesIsASCII(_ *Thread, self Value) (Value, *Exception) {
	return Bool(isASCII(rawBytes(self))), nil
}

func bytesIsLower(_ *Thread, self Value) (Value, *Exception) {
	return Bool(oneCase(rawBytes(self), isLowerASCII, isUpperASCII)), nil
}

func bytesIsUpper(_ *Thread, self Value) (Value, *Exception) {
	return Bool(oneCase(rawBytes(self), isUpperASCII, isLowerASCII)), nil
}

// oneCase reports whether s has letters of one case and none of the other.
func oneCase(s string, want, other func(byte) bool) bool {
	cased := false
	for i := 0; i < len(s); i++ {
		if other(s[i]) {
			return false
		}
		cased = cased || want(s[i])
	}
	return cased
}

func bytesIsTitle(_ *Thread, self Value) (Value, *Exception) {
	cased, inWord := false, false
	s := rawBytes(self)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case isUpperASCII(c):
			if inWord {
				return False, nil
			}
			inWord, cased = true, true
		case isLowerASCII(c):
			if !inWord {
				return False, nil
			}
		default:
			inWord = false
		}
	}
	return Bool(cased), nil
}

// bytesPadArgs converts the arguments of center, ljust and rjust.
func bytesPadArgs(t *Thread, fn string, args []Value) (width int, fill byte, exc *Exception) {
	if width, exc = AsSsize(t, args[0]); exc != nil {
		return 0, 0, exc
	}
	if args[1].IsNull() {
		return width, ' ', nil
	}
	var b []byte
	if x := asBytes(args[1]); x != nil {
		b = x.B
	} else if x := asByteArray(args[1]); x != nil {
		b = x.B
	} else {
		return 0, 0, TypeErrorf(t, "%s() argument 2 must be a byte string of length 1, not %s", fn, argTypeName(args[1]))
	}
	if len(b) != 1 {
		if t.interp.Version.At(14) {
			kind := "bytes"
			if asBytes(args[1]) == nil {
				kind = "bytearray"
			}
			return 0, 0, TypeErrorf(t, "%s(): argument 2 must be a byte string of length 1, not a %s object of length %d", fn, kind, len(b))
		}
		return 0, 0, TypeErrorf(t, "%s() argument 2 must be a byte string of length 1, not %s", fn, argTypeName(args[1]))
	}
	return width, b[0], nil
}

func padBytes(t *Thread, self Value, left, right int, fill byte) (Value, *Exception) {
	if left <= 0 && right <= 0 {
		return wholeOf(t, self), nil
	}
	s := rawBytes(self)
	n := left + len(s) + right
	if n > maxInt-33 && asBytes(self) != nil {
		return Null, Raise(t, OverflowErrorType, "byte string is too large")
	}
	if n < 0 {
		return Null, RaiseNew(t, MemoryErrorType)
	}
	if exc := reserveText(t, n); exc != nil {
		return Null, exc
	}
	out := make([]byte, n)
	for i := 0; i < left; i++ {
		out[i] = fill
	}
	copy(out[left:], s)
	for i := left + len(s); i < n; i++ {
		out[i] = fill
	}
	return likeBytes(t, self, out), nil
}

func bytesCenter(t *Thread, self Value, args []Value) (Value, *Exception) {
	width, fill, exc := bytesPadArgs(t, "center", args)
	if exc != nil {
		return Null, exc
	}
	left, right := centerPad(len(rawBytes(self)), width)
	return padBytes(t, self, left, right, fill)
}

func bytesLJust(t *Thread, self Value, args []Value) (Value, *Exception) {
	width, fill, exc := bytesPadArgs(t, "ljust", args)
	if exc != nil {
		return Null, exc
	}
	n := len(rawBytes(self))
	return padBytes(t, self, 0, max(width, n)-n, fill)
}

func bytesRJust(t *Thread, self Value, args []Value) (Value, *Exception) {
	width, fill, exc := bytesPadArgs(t, "rjust", args)
	if exc != nil {
		return Null, exc
	}
	n := len(rawBytes(self))
	return padBytes(t, self, max(width, n)-n, 0, fill)
}

func bytesZFill(t *Thread, self, arg Value) (Value, *Exception) {
	width, exc := AsSsize(t, arg)
	if exc != nil {
		return Null, exc
	}
	n := len(rawBytes(self))
	if width <= n {
		return wholeOf(t, self), nil
	}
	v, exc := padBytes(t, self, width-n, 0, '0')
	if exc != nil {
		return Null, exc
	}
	b := stringBytes(rawBytes(v)) // nobody else has seen them yet
	if n > 0 && (b[width-n] == '+' || b[width-n] == '-') {
		b[0], b[width-n] = b[width-n], '0'
	}
	return v, nil
}

func bytesExpandTabs(t *Thread, self, arg Value) (Value, *Exception) {
	size, exc := asInt32(t, arg)
	if exc != nil {
		return Null, exc
	}
	s := rawBytes(self)
	var out []byte
	column := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '\t':
			if size > 0 {
				pad := size - column%size
				column += pad
				if exc := reserveText(t, len(out)+pad); exc != nil {
					return Null, exc
				}
				for ; pad > 0; pad-- {
					out = append(out, ' ')
				}
			}
			continue
		case '\n', '\r':
			column = 0
		default:
			column++
		}
		out = append(out, s[i])
	}
	return likeBytes(t, self, out), nil
}

// bytesTranslate is b.translate(table, delete).
func bytesTranslate(t *Thread, self Value, args []Value) (Value, *Exception) {
	var table, del bytesLike
	if !args[0].IsNone() {
		if exc := table.borrow(t, args[0]); exc != nil {
			return Null, exc
		}
		defer table.done()
		if len(table.b) != 256 {
			return Null, Raise(t, ValueErrorType, "translation table must be 256 characters long")
		}
	}
	if !args[1].IsNull() {
		if exc := del.borrow(t, args[1]); exc != nil {
			return Null, exc
		}
		defer del.done()
	}
	var drop [256]bool
	for _, c := range del.b {
		drop[c] = true
	}
	s := rawBytes(self)
	if exc := reserveText(t, len(s)); exc != nil {
		return Null, exc
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if drop[c] {
			continue
		}
		if table.b != nil {
			c = table.b[c]
		}
		out = append(out, c)
	}
	if string(out) == s {
		return wholeOf(t, self), nil
	}
	return likeBytes(t, self, out), nil
}

func bytesMakeTrans(t *Thread, _ Value, args []Value) (Value, *Exception) {
	var from, to bytesLike
	if exc := from.borrow(t, args[0]); exc != nil {
		return Null, exc
	}
	defer from.done()
	if exc := to.borrow(t, args[1]); exc != nil {
		return Null, exc
	}
	defer to.done()
	if len(from.b) != len(to.b) {
		return Null, Raise(t, ValueErrorType, "maketrans arguments must have same length")
	}
	out := make([]byte, 256)
	for i := range out {
		out[i] = byte(i)
	}
	for i, c := range from.b {
		out[c] = to.b[i]
	}
	return NewBytes(t, out).Value(), nil
}

func hexValue(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= 'a' && r <= 'f':
		return int(r-'a') + 10
	case r >= 'A' && r <= 'F':
		return int(r-'A') + 10
	}
	return -1
}

// bytesFromHex is T.fromhex(string).
func bytesFromHex(t *Thread, self, arg Value) (Value, *Exception) {
	cls := asType(self)
	s := asStr(arg)
	if s == nil {
		if !t.interp.Version.At(14) || TypeOf(arg).Buffer == nil {
			if t.interp.Version.At(14) {
				return Null, TypeErrorf(t, "fromhex() argument must be str or bytes-like, not %s", TypeOf(arg).fullName())
			}
			return Null, TypeErrorf(t, "fromhex() argument must be str, not %s", argTypeName(arg))
		}
		var l bytesLike
		if exc := l.borrow(t, arg); exc != nil {
			return Null, exc
		}
		s, _ = decodeLatin1(t, append([]byte{0}, l.b...))
		s = newRaw(t, s.s[1:], 0)
		l.done()
	}
	n := s.Len()
	if exc := reserveText(t, n/2); exc != nil {
		return Null, exc
	}
	out := make([]byte, 0, n/2)
	for i := 0; i < n; {
		if r := s.At(i); r < 0x80 && isByteSpace(byte(r)) {
			i++
			continue
		}
		high := hexValue(s.At(i))
		if high < 0 {
			return Null, Raisef(t, ValueErrorType, "non-hexadecimal number found in fromhex() arg at position %d", i)
		}
		if i+1 == n {
			if t.interp.Version.At(14) {
				return Null, Raise(t, ValueErrorType, "fromhex() arg must contain an even number of hexadecimal digits")
			}
			return Null, Raisef(t, ValueErrorType, "non-hexadecimal number found in fromhex() arg at position %d", i+1)
		}
		low := hexValue(s.At(i + 1))
		if low < 0 {
			return Null, Raisef(t, ValueErrorType, "non-hexadecimal number found in fromhex() arg at position %d", i+1)
		}
		out = append(out, byte(high<<4|low))
		i += 2
	}
	v := NewBytes(t, out).Value()
	if cls == BytesType {
		return v, nil
	}
	if cls == ByteArrayType {
		return NewByteArray(t, out).Value(), nil
	}
	if cls.IsSubtype(ByteArrayType) {
		v = NewByteArray(t, out).Value()
	}
	return Call(t, self, v)
}

// bytesHex is b.hex(sep, bytes_per_sep).
func bytesHex(t *Thread, self Value, args []Value) (Value, *Exception) {
	group, exc := asInt32(t, args[1])
	if exc != nil {
		return Null, exc
	}
	return hexText(t, rawBytes(self), args[0], group)
}

// hexText is the text of hex(); sep is Null when there is none.
func hexText(t *Thread, s string, sep Value, group int) (Value, *Exception) {
	var c byte
	if !sep.IsNull() {
		var text string
		if x := asStr(sep); x != nil {
			if x.Len() == 1 && !x.IsASCII() {
				return Null, Raise(t, ValueErrorType, "sep must be ASCII.")
			}
			text = x.s[:min(x.Len(), len(x.s))]
		} else if x := asBytes(sep); x != nil {
			text = bytesString(x.B)
		} else {
			n, exc := Len(t, sep)
			if exc != nil {
				return Null, exc
			}
			if n != 1 {
				return Null, Raise(t, ValueErrorType, "sep must be length 1.")
			}
			return Null, Raise(t, TypeErrorType, "sep must be str or bytes.")
		}
		if len(text) != 1 {
			return Null, Raise(t, ValueErrorType, "sep must be length 1.")
		}
		if c = text[0]; c >= 0x80 {
			return Null, Raise(t, ValueErrorType, "sep must be ASCII.")
		}
	}
	seps := 0
	if sep.IsNull() || len(s) == 0 {
		group = 0
	}
	fromLeft := group < 0
	if fromLeft {
		group = -group
	}
	if group > 0 {
		seps = (len(s) - 1) / group
	}
	n := len(s)*2 + seps
	if n == 0 {
		return emptyStr.Value(), nil
	}
	if exc := reserveText(t, n); exc != nil {
		return Null, exc
	}
	x, out := allocStr(t, n, flagASCII)
	at := 0
	for i := 0; i < len(s); i++ {
		if group > 0 && i > 0 && (fromLeft && i%group == 0 || !fromLeft && (len(s)-i)%group == 0) {
			out[at] = c
			at++
		}
		out[at], out[at+1] = hexDigits[s[i]>>4], hexDigits[s[i]&0xf]
		at += 2
	}
	return x.Value(), nil
}
