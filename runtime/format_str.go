package runtime

// A formatter runs str.format and str.format_map.
type formatter struct {
	t       *Thread
	args    []Value // positional arguments; nil for format_map
	kwargs  Value   // mapping of the names, Null for keyword arguments in kwVals
	kwVals  []Value
	kwNames *Tuple
	mapping bool // format_map: there are no positional arguments
	auto    int  // next automatic field number
	state   fieldNumbering
}

// fieldNumbering tells how a format string numbers its fields.
type fieldNumbering uint8

const (
	numberingUnknown fieldNumbering = iota
	numberingAuto
	numberingManual
)

// strFormat is s.format(*args, **kwargs).
func strFormat(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
	n := len(args) - kw.Len()
	f := formatter{t: t, args: args[:n], kwVals: args[n:], kwNames: kw, kwargs: Null}
	return f.run((*Str)(self.p))
}

// strFormatMap is s.format_map(mapping).
func strFormatMap(t *Thread, self, mapping Value) (Value, *Exception) {
	f := formatter{t: t, kwargs: mapping, mapping: true}
	return f.run((*Str)(self.p))
}

func (f *formatter) run(s *Str) (Value, *Exception) {
	r, exc := f.format(s, 0, s.Len(), 2)
	if exc != nil {
		return Null, exc
	}
	return r.Value(), nil
}

// format formats s[i:end]; depth says how many levels of fields may still come.
func (f *formatter) format(s *Str, i, end, depth int) (*Str, *Exception) {
	if depth == 0 {
		return nil, Raise(f.t, ValueErrorType, "Max string recursion exceeded")
	}
	var b strBuilder
	b.start(f.t)
	b.expect(end - i)
	for i < end {
		from := i
		for i < end && s.At(i) != '{' && s.At(i) != '}' {
			i++
		}
		if i == end {
			b.slice(s, from, i)
			break
		}
		c := s.At(i)
		i++
		if i < end && s.At(i) == c {
			b.slice(s, from, i)
			i++
			continue
		}
		b.slice(s, from, i-1)
		var exc *Exception
		switch {
		case c == '}':
			exc = Raise(f.t, ValueErrorType, "Single '}' encountered in format string")
		case i == end:
			exc = Raise(f.t, ValueErrorType, "Single '{' encountered in format string")
		default:
			i, exc = f.field(&b, s, i, end, depth)
		}
		if exc != nil {
			b.drop()
			return nil, exc
		}
	}
	return b.finish()
}

// A formatField is what stands between braces.
type formatField struct {
	nameStart, nameEnd int
	conversion         rune // 0 for none
	specStart, specEnd int
	nested             bool // the spec has fields of its own
}

// field formats the replacement field that starts at i, after its brace, and returns where the text goes on.
func (f *formatter) field(b *strBuilder, s *Str, i, end, depth int) (int, *Exception) {
	t := f.t
	var fd formatField
	next, exc := f.parseField(&fd, s, i, end)
	if exc != nil {
		return 0, exc
	}
	v, exc := f.lookup(s, fd.nameStart, fd.nameEnd)
	if exc != nil {
		return 0, exc
	}
	if v.p == nil && fd.conversion == 0 && fd.specEnd == fd.specStart {
		b.int(int64(v.n))
		return next, nil
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	t.Handle(v)
	if fd.conversion != 0 {
		r, exc := f.convert(v, fd.conversion)
		if exc != nil {
			return 0, exc
		}
		v = r.Value()
		t.Handle(v)
	}
	if !fd.nested && s.IsASCII() {
		r, ok, exc := formatExact(t, v, s.s[fd.specStart:fd.specEnd])
		if ok {
			if exc == nil {
				b.str(r)
			}
			return next, exc
		}
	}
	spec := emptyStr
	if fd.nested {
		if spec, exc = f.format(s, fd.specStart, fd.specEnd, depth-1); exc != nil {
			return 0, exc
		}
	} else if fd.specEnd > fd.specStart {
		spec = s.Slice(t, fd.specStart, fd.specEnd)
	}
	r, exc := Format(t, v, spec)
	if exc != nil {
		return 0, exc
	}
	b.str(r)
	return next, nil
}

// parseField finds the parts of a replacement field.
func (f *formatter) parseField(fd *formatField, s *Str, i, end int) (int, *Exception) {
	t := f.t
	fd.nameStart = i
	var c rune
scan:
	for i < end {
		c = s.At(i)
		i++
		switch c {
		case '{':
			return 0, Raise(t, ValueErrorType, "unexpected '{' in field name")
		case '[':
			for i < end && s.At(i) != ']' {
				i++
			}
		case '}', ':', '!':
			break scan
		}
	}
	fd.nameEnd = i - 1
	if c == '}' {
		return i, nil
	}
	if c != '!' && c != ':' {
		return 0, Raise(t, ValueErrorType, "expected '}' before end of string")
	}
	if c == '!' {
		if i >= end {
			return 0, Raise(t, ValueErrorType, "end of string while looking for conversion specifier")
		}
		fd.conversion = s.At(i)
		i++
		if i < end {
			c = s.At(i)
			i++
			if c == '}' {
				return i, nil
			}
			if c != ':' {
				return 0, Raise(t, ValueErrorType, "expected ':' after conversion specifier")
			}
		}
	}
	fd.specStart = i
	for count := 1; i < end; {
		c = s.At(i)
		i++
		switch c {
		case '{':
			fd.nested = true
			count++
		case '}':
			if count--; count == 0 {
				fd.specEnd = i - 1
				return i, nil
			}
		}
	}
	return 0, Raise(t, ValueErrorType, "unmatched '{' in format spec")
}

func (f *formatter) convert(v Value, c rune) (*Str, *Exception) {
	switch c {
	case 's':
		return ToStr(f.t, v)
	case 'r':
		return Repr(f.t, v)
	case 'a':
		return ASCII(f.t, v)
	}
	if c > 32 && c < 127 {
		return nil, Raisef(f.t, ValueErrorType, "Unknown conversion specifier %c", c)
	}
	return nil, Raisef(f.t, ValueErrorType, "Unknown conversion specifier \\x%x", uint32(c))
}

// integer returns the number that s[i:j] is, -1 when it is none.
func (f *formatter) integer(s *Str, i, j int) (int, *Exception) {
	if i >= j {
		return -1, nil
	}
	n := 0
	for ; i < j; i++ {
		r := s.At(i)
		d := int(r - '0')
		if r >= 0x80 {
			var ok bool
			if d, ok = f.t.unicode().Decimal(r); !ok {
				return -1, nil
			}
		} else if d < 0 || d > 9 {
			return -1, nil
		}
		if n > (maxInt-d)/10 {
			return 0, Raise(f.t, ValueErrorType, "Too many decimal digits in format string")
		}
		n = n*10 + d
	}
	return n, nil
}

// lookup finds the value of a field name: an argument, then attributes and items.
func (f *formatter) lookup(s *Str, i, end int) (Value, *Exception) {
	t := f.t
	from := i
	for i < end && s.At(i) != '.' && s.At(i) != '[' {
		i++
	}
	v, exc := f.argument(s, from, i, end)
	if exc != nil {
		return Null, exc
	}
	for i < end {
		c := s.At(i)
		i++
		from = i
		if c == '.' {
			for i < end && s.At(i) != '.' && s.At(i) != '[' {
				i++
			}
			if i == from {
				return Null, Raise(t, ValueErrorType, "Empty attribute in format string")
			}
			if v, exc = GetAttr(t, v, t.InternStr(s.Slice(t, from, i))); exc != nil {
				return Null, exc
			}
			continue
		}
		if c != '[' {
			return Null, Raise(t, ValueErrorType, "Only '.' or '[' may follow ']' in format field specifier")
		}
		for i < end && s.At(i) != ']' {
			i++
		}
		if i == end {
			return Null, Raise(t, ValueErrorType, "Missing ']' in format string")
		}
		if v, exc = f.item(v, s, from, i); exc != nil {
			return Null, exc
		}
		i++
	}
	return v, nil
}

// item is v[key] for the key s[i:j]: an int when all of it are digits.
func (f *formatter) item(v Value, s *Str, i, j int) (Value, *Exception) {
	n, exc := f.integer(s, i, j)
	if exc != nil {
		return Null, exc
	}
	if i == j {
		return Null, Raise(f.t, ValueErrorType, "Empty attribute in format string")
	}
	if n >= 0 {
		return GetItem(f.t, v, Int(int64(n)))
	}
	return GetItem(f.t, v, s.Slice(f.t, i, j).Value())
}

// argument finds what the first part of a field name, s[i:j] of s[i:end], stands for.
func (f *formatter) argument(s *Str, i, j, end int) (Value, *Exception) {
	t := f.t
	n, exc := f.integer(s, i, j)
	if exc != nil {
		return Null, exc
	}
	empty := i == j
	if empty || n >= 0 {
		kind := numberingManual
		if empty {
			kind = numberingAuto
		}
		if f.state == numberingUnknown {
			f.state = kind
		} else if f.state != kind {
			if empty {
				return Null, Raise(t, ValueErrorType, "cannot switch from manual field specification to automatic field numbering")
			}
			return Null, Raise(t, ValueErrorType, "cannot switch from automatic field numbering to manual field specification")
		}
		if empty {
			n = f.auto
			f.auto++
		}
		if f.mapping {
			return Null, Raise(t, ValueErrorType, "Format string contains positional fields")
		}
		if n >= len(f.args) {
			return Null, Raisef(t, IndexErrorType, "Replacement index %d out of range for positional args tuple", n)
		}
		return f.args[n], nil
	}
	key := s.Slice(t, i, j)
	if f.mapping {
		return GetItem(t, f.kwargs, key.Value())
	}
	for k := 0; k < f.kwNames.Len(); k++ {
		if asStr(f.kwNames.Items[k]).equal(key) {
			return f.kwVals[k], nil
		}
	}
	return Null, RaiseNew(t, KeyErrorType, key.Value())
}
