package runtime

// bytesFormat is the text of a bytes format, for percentParser.
type bytesFormat []byte

func (b bytesFormat) At(i int) rune { return rune(b[i]) }
func (b bytesFormat) Len() int      { return len(b) }

// bytesMod is b % right.
func bytesMod(t *Thread, a, right Value) (Value, *Exception) {
	if asBytes(a) == nil && asByteArray(a) == nil {
		return NotImplemented, nil
	}
	text := bytesFormat(append([]byte(nil), rawBytes(a)...))
	var p percentParser
	p.n, p.tooPrecise = len(text), "prec too big"
	p.args.init(t, right, func(v Value) bool { return asStr(v) != nil || asBytes(v) != nil || asByteArray(v) != nil })
	mark := t.HandleMark()
	defer t.Release(mark)
	var out []byte
	for p.i < p.n {
		from := p.i
		for p.i < p.n && text[p.i] != '%' {
			p.i++
		}
		out = append(out, text[from:p.i]...)
		if p.i == p.n {
			break
		}
		p.i++
		var exc *Exception
		if out, exc = p.convertBytes(out, text); exc != nil {
			return Null, exc
		}
		if exc := reserveText(t, len(out)); exc != nil {
			return Null, exc
		}
	}
	if p.args.left() && !p.args.dict {
		return Null, Raise(t, TypeErrorType, "not all arguments converted during bytes formatting")
	}
	return likeBytes(t, a, out), nil
}

func (p *percentParser) convertBytes(out []byte, text bytesFormat) ([]byte, *Exception) {
	t := p.args.t
	if p.i < p.n && text[p.i] == '%' {
		p.i++
		return append(out, '%'), nil
	}
	f, exc := p.parse(text, func(i, j int) Value { return CopyBytes(t, text[i:j]).Value() })
	if exc != nil {
		return nil, exc
	}
	v, exc := p.args.take()
	if exc != nil {
		return nil, exc
	}
	switch f.verb {
	case 'r', 'a':
		s, exc := ASCII(t, v)
		if exc != nil {
			return nil, exc
		}
		return f.appendText(t, out, stringBytes(s.s))
	case 's', 'b':
		b, exc := percentBytes(t, v)
		if exc != nil {
			return nil, exc
		}
		return f.appendText(t, out, b)
	case 'c':
		c, exc := percentByte(t, v)
		if exc != nil {
			return nil, exc
		}
		f.Precision = -1
		return f.appendText(t, out, []byte{c})
	case 'e', 'E', 'f', 'F', 'g', 'G':
		x, exc := AsFloat64(t, v)
		if exc != nil {
			return nil, TypeErrorf(t, "float argument required, not %s", TypeOf(v).name)
		}
		v = Float(x)
	}
	if f.verb == 'i' && !t.interp.Version.At(14) {
		f.verb = 'd'
	}
	var room [64]byte
	number, ok, exc := f.appendNumber(t, room[:0], v)
	if exc != nil {
		return nil, exc
	}
	if !ok {
		if f.verb > 127 {
			return nil, Raise(t, OverflowErrorType, "character argument not in range(0x110000)")
		}
		return nil, Raisef(t, ValueErrorType, "unsupported format character '%c' (0x%x) at index %d", f.verb, f.verb, f.at)
	}
	return append(out, number...), nil
}

// appendText appends a text with padding.
func (s *percentSpec) appendText(t *Thread, out, text []byte) ([]byte, *Exception) {
	if exc := s.reserve(t); exc != nil {
		return nil, exc
	}
	keep, left, right := s.LayoutString(len(text))
	for ; left > 0; left-- {
		out = append(out, ' ')
	}
	out = append(out, text[:keep]...)
	for ; right > 0; right-- {
		out = append(out, ' ')
	}
	return out, nil
}

// percentBytes converts the operand of %s and %b.
func percentBytes(t *Thread, v Value) ([]byte, *Exception) {
	if b := asBytes(v); b != nil {
		return b.B, nil
	}
	if TypeOf(v).Buffer != nil {
		buf, exc := GetBuffer(t, v, false)
		if exc != nil {
			return nil, exc
		}
		defer buf.Free()
		return buf.appendTo(nil), nil
	}
	r, ok, exc := CallSpecial(t, v, sBytes)
	if exc != nil {
		return nil, exc
	}
	if !ok {
		return nil, TypeErrorf(t, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", TypeOf(v).fullName())
	}
	b := asBytes(r)
	if b == nil {
		return nil, TypeErrorf(t, "__bytes__ returned non-bytes (type %s)", TypeOf(r).fullName())
	}
	return b.B, nil
}

// percentByte converts the operand of %c.
func percentByte(t *Thread, v Value) (byte, *Exception) {
	var b []byte
	if x := asBytes(v); x != nil {
		b = x.B
	} else if x := asByteArray(v); x != nil {
		b = x.B
	}
	if len(b) == 1 {
		return b[0], nil
	}
	if b == nil && (TypeOf(v).Index != nil || TypeOf(v).Is(TypeInt)) {
		i, exc := Index(t, v)
		if exc != nil {
			return 0, exc
		}
		if !i.IsInt() || i.n >= 256 {
			return 0, Raise(t, OverflowErrorType, "%c arg not in range(256)")
		}
		return byte(i.n), nil
	}
	if t.interp.Version.At(14) {
		if b != nil {
			kind := "bytes"
			if asBytes(v) == nil {
				kind = "bytearray"
			}
			return 0, TypeErrorf(t, "%%c requires an integer in range(256) or a single byte, not a %s object of length %d", kind, len(b))
		}
		return 0, TypeErrorf(t, "%%c requires an integer in range(256) or a single byte, not %s", TypeOf(v).fullName())
	}
	return 0, Raise(t, TypeErrorType, "%c requires an integer in range(256) or a single byte")
}
