package runtime

// padArgs converts the arguments of center, ljust and rjust.
func padArgs(t *Thread, args []Value) (width int, fill rune, exc *Exception) {
	if width, exc = AsSsize(t, args[0]); exc != nil {
		return 0, 0, exc
	}
	f := asStr(args[1])
	if f == nil {
		return 0, 0, TypeErrorf(t, "The fill character must be a unicode character, not %s", TypeOf(args[1]).fullName())
	}
	if f.Len() != 1 {
		return 0, 0, Raise(t, TypeErrorType, "The fill character must be exactly one character long")
	}
	return width, f.At(0), nil
}

// pad returns s between fill characters.
func (s *Str) pad(t *Thread, left, right int, fill rune) (Value, *Exception) {
	if left <= 0 && right <= 0 {
		return s.exact(t).Value(), nil
	}
	if left > maxInt-s.Len() || right > maxInt-(left+s.Len()) {
		return Null, Raise(t, OverflowErrorType, "padded string is too long")
	}
	if n := left + s.Len() + right; s.IsASCII() && fill < 0x80 {
		if exc := reserveText(t, n); exc != nil {
			return Null, exc
		}
		if n == 1 {
			return charStr(t, fill).Value(), nil
		}
		x, units := allocStr(t, n, flagASCII)
		for i := 0; i < left; i++ {
			units[i] = byte(fill)
		}
		copy(units[left:], s.s)
		for i := left + len(s.s); i < n; i++ {
			units[i] = byte(fill)
		}
		return x.Value(), nil
	}
	var b strBuilder
	b.start(t)
	b.fill(fill, left)
	b.str(s)
	b.fill(fill, right)
	return b.value()
}

// centerPad splits the padding of a centred text as CPython does.
func centerPad(n, width int) (left, right int) {
	if width <= n {
		return 0, 0
	}
	total := width - n
	left = total/2 + total&width&1
	return left, total - left
}

func strCenter(t *Thread, self Value, args []Value) (Value, *Exception) {
	s := (*Str)(self.p)
	width, fill, exc := padArgs(t, args)
	if exc != nil {
		return Null, exc
	}
	left, right := centerPad(s.Len(), width)
	return s.pad(t, left, right, fill)
}

func strLJust(t *Thread, self Value, args []Value) (Value, *Exception) {
	s := (*Str)(self.p)
	width, fill, exc := padArgs(t, args)
	if exc != nil {
		return Null, exc
	}
	return s.pad(t, 0, max(width, s.Len())-s.Len(), fill)
}

func strRJust(t *Thread, self Value, args []Value) (Value, *Exception) {
	s := (*Str)(self.p)
	width, fill, exc := padArgs(t, args)
	if exc != nil {
		return Null, exc
	}
	return s.pad(t, max(width, s.Len())-s.Len(), 0, fill)
}

func strZFill(t *Thread, self, arg Value) (Value, *Exception) {
	s := (*Str)(self.p)
	width, exc := AsSsize(t, arg)
	if exc != nil {
		return Null, exc
	}
	n := s.Len()
	if width <= n {
		return s.exact(t).Value(), nil
	}
	if n > 0 && (s.At(0) == '+' || s.At(0) == '-') {
		var b strBuilder
		b.start(t)
		b.rune(s.At(0))
		b.fill('0', width-n)
		b.slice(s, 1, n)
		return b.value()
	}
	return s.pad(t, width-n, 0, '0')
}

func strExpandTabs(t *Thread, self, arg Value) (Value, *Exception) {
	s := (*Str)(self.p)
	size, exc := asInt32(t, arg)
	if exc != nil {
		return Null, exc
	}
	if !s.has('\t') {
		return s.exact(t).Value(), nil
	}
	var b strBuilder
	b.start(t)
	column := 0
	for i, n := 0, s.Len(); i < n && b.exc == nil; i++ {
		r := s.At(i)
		switch r {
		case '\t':
			if size > 0 {
				pad := size - column%size
				column += pad
				b.fill(' ', pad)
			}
			continue
		case '\n', '\r':
			column = 0
		default:
			column++
		}
		b.rune(r)
	}
	return b.value()
}

// strTranslate is s.translate(table): table[ordinal] gives a str, an ordinal, or None to drop the character; a LookupError keeps it.
func strTranslate(t *Thread, self, table Value) (Value, *Exception) {
	s := (*Str)(self.p)
	n := s.Len()
	if n == 0 {
		return s.exact(t).Value(), nil
	}
	var b strBuilder
	var cache [128]Value // what the table gave for ASCII characters
	for i := range cache {
		cache[i] = NotImplemented
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	b.start(t)
	b.expect(n)
	for i := 0; i < n && b.exc == nil; i++ {
		r := s.At(i)
		var x Value
		if r < 128 && !cache[r].IsNotImplemented() {
			x = cache[r]
		} else {
			var exc *Exception
			if x, exc = translateOne(t, table, r); exc != nil {
				b.drop()
				return Null, exc
			}
			if r < 128 {
				cache[r] = x
				t.Handle(x)
			}
		}
		switch {
		case x.IsInt():
			b.rune(rune(x.AsInt()))
		case !x.IsNone():
			b.str(asStr(x))
		}
	}
	return b.value()
}

// translateOne asks a translation table; the result is an int in range, a str, or None.
func translateOne(t *Thread, table Value, r rune) (Value, *Exception) {
	var x Value
	var exc *Exception
	if d := ExactDict(table); d != nil {
		var ok bool
		if x, ok, exc = d.Get(t, Int(int64(r))); exc == nil && !ok {
			return Int(int64(r)), nil
		}
	} else {
		x, exc = GetItem(t, table, Int(int64(r)))
	}
	if exc != nil {
		if exc.Is(LookupErrorType) {
			return Int(int64(r)), nil
		}
		return Null, exc
	}
	switch {
	case x.IsNone() || asStr(x) != nil:
		return x, nil
	case TypeOf(x).Is(TypeInt):
		n, ok := AsInt64(x)
		if !ok || n < 0 || n > 0x10ffff {
			return Null, Raise(t, ValueErrorType, "character mapping must be in range(0x110000)")
		}
		return Int(n), nil
	}
	return Null, Raise(t, TypeErrorType, "character mapping must return integer, None or str")
}

// strMakeTrans is str.maketrans(x, y, z).
func strMakeTrans(t *Thread, _ Value, args []Value) (Value, *Exception) {
	d := NewDict(t)
	mark := t.HandleMark()
	t.Handle(d.Value())
	defer t.Release(mark)
	var exc *Exception
	if args[1].IsNull() {
		exc = makeTransDict(t, d, args[0])
	} else {
		exc = makeTransPairs(t, d, args)
	}
	if exc != nil {
		return Null, exc
	}
	return d.Value(), nil
}

func makeTransDict(t *Thread, d *Dict, x Value) *Exception {
	src := ExactDict(x)
	if src == nil {
		return Raise(t, TypeErrorType, "if you give only one argument to maketrans it must be a dict")
	}
	for pos := 0; ; {
		k, v, ok := src.Next(&pos)
		if !ok {
			return nil
		}
		if s := asStr(k); s != nil {
			if s.Len() != 1 {
				if t.interp.Version.At(14) {
					return Raise(t, ValueErrorType, "string keys in translatetable must be of length 1")
				}
				return Raise(t, ValueErrorType, "string keys in translate table must be of length 1")
			}
			k = Int(int64(s.At(0)))
		} else if !TypeOf(k).Is(TypeInt) {
			if t.interp.Version.At(14) {
				return Raise(t, TypeErrorType, "keys in translate table mustbe strings or integers")
			}
			return Raise(t, TypeErrorType, "keys in translate table must be strings or integers")
		}
		if exc := d.Set(t, k, v); exc != nil {
			return exc
		}
	}
}

func makeTransPairs(t *Thread, d *Dict, args []Value) *Exception {
	y, exc := argStr(t, "maketrans", "2", args[1])
	if exc != nil {
		return exc
	}
	var z *Str
	if !args[2].IsNull() {
		if z, exc = argStr(t, "maketrans", "3", args[2]); exc != nil {
			return exc
		}
	}
	x := asStr(args[0])
	if x == nil {
		return Raise(t, TypeErrorType, "first maketrans argument must be a string if there is a second argument")
	}
	if x.Len() != y.Len() {
		return Raise(t, ValueErrorType, "the first two maketrans arguments must have equal length")
	}
	for i, n := 0, x.Len(); i < n; i++ {
		if exc := d.Set(t, Int(int64(x.At(i))), Int(int64(y.At(i)))); exc != nil {
			return exc
		}
	}
	if z != nil {
		for i, n := 0, z.Len(); i < n; i++ {
			if exc := d.Set(t, Int(int64(z.At(i))), None); exc != nil {
				return exc
			}
		}
	}
	return nil
}
