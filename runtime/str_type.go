package runtime

import "unsafe"

// StrType is str.
var StrType = &Type{name: "str"}

var strShape = &Shape{typ: StrType}

// A strSub is an instance of a subclass of str.
type strSub struct {
	Str
	Attrs
}

var strSpec = TypeSpec{
	Type: StrType, Name: "str", Flags: TypeBase | TypeStr | TypeMatchSelf | typeOwnLayout, Shape: strShape,
	Doc: "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\n" +
		"Create a new string object from the given object. If encoding or\nerrors is specified, then the object must expose a data buffer\n" +
		"that will be decoded using the given encoding and error handler.\nOtherwise, returns the result of object.__str__() (if defined)\n" +
		"or repr(object).\nencoding defaults to 'utf-8'.\nerrors defaults to 'strict'.",
	NewSub: func(t *Thread, tp *Type) *Header {
		x := alloc[strSub](t)
		x.shape = tp.rootShape
		return &x.Header
	},
	SubAttrsOffset: unsafe.Offsetof(strSub{}.Attrs),
	Slots: Slots{
		New: strNew, Repr: strRepr, Str: strStr, Hash: strHash, RichCompare: strCompare,
		Iter: strIter, Len: strLen, GetItem: strGetItem, Contains: strContains, Concat: strConcat, Repeat: strRepeat,
		Binary: [numBinary + 1]BinaryFunc{OpRemainder: strMod},
	},
	Methods: []MethodSpec{
		{Sig: "encode($self, /, encoding='utf-8', errors='strict')", Doc: "Encode the string using the codec registered for encoding.", Fn: strEncode},
		{Sig: "replace($self, old, new, /, count=-1)", Doc: "Return a copy with all occurrences of substring old replaced by new.", Fn: strReplace},
		{Sig: "split($self, /, sep=None, maxsplit=-1)", Doc: "Return a list of the substrings in the string, using sep as the separator string.", Fn: strSplit},
		{Sig: "rsplit($self, /, sep=None, maxsplit=-1)", Doc: "Return a list of the substrings in the string, using sep as the separator string.", Fn: strRSplit},
		{Sig: "join($self, iterable, /)", Doc: "Concatenate any number of strings.", Fn: strJoin},
		{Sig: "capitalize($self, /)", Doc: "Return a capitalized version of the string.", Fn: strCapitalize},
		{Sig: "casefold($self, /)", Doc: "Return a version of the string suitable for caseless comparisons.", Fn: strCasefold},
		{Sig: "title($self, /)", Doc: "Return a version of the string where each word is titlecased.", Fn: strTitle},
		{Sig: "center($self, width, fillchar=' ', /)", Doc: "Return a centered string of length width.", Fn: strCenter},
		{Sig: "count($self, sub[, start[, end]], /)", Doc: "Return the number of non-overlapping occurrences of substring sub in string S[start:end].", Fn: strCount},
		{Sig: "expandtabs($self, /, tabsize=8)", Doc: "Return a copy where all tab characters are expanded using spaces.", Fn: strExpandTabs},
		{Sig: "find($self, sub[, start[, end]], /)", Doc: "Return the lowest index in S where substring sub is found, such that sub is contained within S[start:end].", Fn: strFind},
		{Sig: "partition($self, sep, /)", Doc: "Partition the string into three parts using the given separator.", Fn: strPartition},
		{Sig: "index($self, sub[, start[, end]], /)", Doc: "Return the lowest index in S where substring sub is found, such that sub is contained within S[start:end].", Fn: strIndex},
		{Sig: "ljust($self, width, fillchar=' ', /)", Doc: "Return a left-justified string of length width.", Fn: strLJust},
		{Sig: "lower($self, /)", Doc: "Return a copy of the string converted to lowercase.", Fn: strLower},
		{Sig: "lstrip($self, chars=None, /)", Doc: "Return a copy of the string with leading whitespace removed.", Fn: strLStrip},
		{Sig: "rfind($self, sub[, start[, end]], /)", Doc: "Return the highest index in S where substring sub is found, such that sub is contained within S[start:end].", Fn: strRFind},
		{Sig: "rindex($self, sub[, start[, end]], /)", Doc: "Return the highest index in S where substring sub is found, such that sub is contained within S[start:end].", Fn: strRIndex},
		{Sig: "rjust($self, width, fillchar=' ', /)", Doc: "Return a right-justified string of length width.", Fn: strRJust},
		{Sig: "rstrip($self, chars=None, /)", Doc: "Return a copy of the string with trailing whitespace removed.", Fn: strRStrip},
		{Sig: "rpartition($self, sep, /)", Doc: "Partition the string into three parts using the given separator.", Fn: strRPartition},
		{Sig: "splitlines($self, /, keepends=False)", Doc: "Return a list of the lines in the string, breaking at line boundaries.", Fn: strSplitLines},
		{Sig: "strip($self, chars=None, /)", Doc: "Return a copy of the string with leading and trailing whitespace removed.", Fn: strStrip},
		{Sig: "swapcase($self, /)", Doc: "Convert uppercase characters to lowercase and lowercase characters to uppercase.", Fn: strSwapCase},
		{Sig: "translate($self, table, /)", Doc: "Replace each character in the string using the given translation table.", Fn: strTranslate},
		{Sig: "upper($self, /)", Doc: "Return a copy of the string converted to uppercase.", Fn: strUpper},
		{Sig: "startswith($self, prefix[, start[, end]], /)", Doc: "Return True if the string starts with the specified prefix, False otherwise.", Fn: strStartsWith},
		{Sig: "endswith($self, suffix[, start[, end]], /)", Doc: "Return True if the string ends with the specified suffix, False otherwise.", Fn: strEndsWith},
		{Sig: "removeprefix($self, prefix, /)", Doc: "Return a str with the given prefix string removed if present.", Fn: strRemovePrefix},
		{Sig: "removesuffix($self, suffix, /)", Doc: "Return a str with the given suffix string removed if present.", Fn: strRemoveSuffix},
		{Sig: "isascii($self, /)", Doc: "Return True if all characters in the string are ASCII, False otherwise.", Fn: strIsASCII},
		{Sig: "islower($self, /)", Doc: "Return True if the string is a lowercase string, False otherwise.", Fn: strIsLower},
		{Sig: "isupper($self, /)", Doc: "Return True if the string is an uppercase string, False otherwise.", Fn: strIsUpper},
		{Sig: "istitle($self, /)", Doc: "Return True if the string is a title-cased string, False otherwise.", Fn: strIsTitle},
		{Sig: "isspace($self, /)", Doc: "Return True if the string is a whitespace string, False otherwise.", Fn: strIsSpace},
		{Sig: "isdecimal($self, /)", Doc: "Return True if the string is a decimal string, False otherwise.", Fn: strIsDecimal},
		{Sig: "isdigit($self, /)", Doc: "Return True if the string is a digit string, False otherwise.", Fn: strIsDigit},
		{Sig: "isnumeric($self, /)", Doc: "Return True if the string is a numeric string, False otherwise.", Fn: strIsNumeric},
		{Sig: "isalpha($self, /)", Doc: "Return True if the string is an alphabetic string, False otherwise.", Fn: strIsAlpha},
		{Sig: "isalnum($self, /)", Doc: "Return True if the string is an alpha-numeric string, False otherwise.", Fn: strIsAlnum},
		{Sig: "isidentifier($self, /)", Doc: "Return True if the string is a valid Python identifier, False otherwise.", Fn: strIsIdentifier},
		{Sig: "isprintable($self, /)", Doc: "Return True if the string is printable, False otherwise.", Fn: strIsPrintable},
		{Sig: "zfill($self, width, /)", Doc: "Pad a numeric string with zeros on the left, to fill a field of the given width.", Fn: strZFill},
		{Sig: "format($self, /, *args, **kwargs)", Doc: "Return a formatted version of the string, using substitutions from args and kwargs.\nThe substitutions are identified by braces ('{' and '}').", Fn: strFormat},
		{Sig: "format_map($self, mapping, /)", Doc: "Return a formatted version of the string, using substitutions from mapping.\nThe substitutions are identified by braces ('{' and '}').", Fn: strFormatMap},
		{Sig: "__format__($self, format_spec, /)", Doc: "Return a formatted version of the string as described by format_spec.", Fn: strFormatSpec},
		{Sig: "maketrans(x, y=<unrepresentable>, z=<unrepresentable>, /)", Doc: "Return a translation table usable for str.translate().", Fn: strMakeTrans, Flavor: StaticMethod},
		{Sig: "__sizeof__($self, /)", Doc: "Return the size of the string in memory, in bytes.", Fn: strSizeof},
		{Sig: "__getnewargs__($self, /)", Fn: strGetNewArgs},
	},
}

var strNewArgs = signature("str(object=<unrepresentable>, encoding=<unrepresentable>, errors=<unrepresentable>)")

// strNew is str.__new__.
func strNew(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if len(args) == 0 {
		return newStrOf(t, cls, emptyStr), nil
	}
	var x, encoding, errors Value = args[0], Null, Null
	if len(args) > 1 || kw.Len() > 0 {
		if n := len(args) - kw.Len(); n > 3 {
			return Null, TypeErrorf(t, "str expected at most 3 arguments, got %d", n)
		}
		mark := t.HandleMark()
		bound, exc := strNewArgs.bind(t, args, kw)
		if exc != nil {
			t.Release(mark)
			return Null, exc
		}
		x, encoding, errors = bound[0], bound[1], bound[2]
		t.Release(mark)
	}
	if encoding.IsNull() && errors.IsNull() {
		if x.IsNull() {
			return newStrOf(t, cls, emptyStr), nil
		}
		s, exc := ToStr(t, x)
		if exc != nil {
			return Null, exc
		}
		if cls == StrType {
			return s.Value(), nil
		}
		return newStrOf(t, cls, s), nil
	}
	enc, errs := "utf-8", "strict"
	for i, v := range [2]Value{encoding, errors} {
		if v.IsNull() {
			continue
		}
		s := asStr(v)
		if s == nil {
			return Null, TypeErrorf(t, "str() argument '%s' must be str, not %s", [...]string{"encoding", "errors"}[i], argTypeName(v))
		}
		if i == 0 {
			enc = s.GoString()
		} else {
			errs = s.GoString()
		}
	}
	if x.IsNull() {
		return newStrOf(t, cls, emptyStr), nil
	}
	if asStr(x) != nil {
		return Null, Raise(t, TypeErrorType, "decoding str is not supported")
	}
	buf, exc := GetBuffer(t, x, false)
	if exc != nil {
		return Null, TypeErrorf(t, "decoding to str: need a bytes-like object, %s found", TypeOf(x).fullName())
	}
	defer buf.Free()
	v, exc := DecodeValue(t, x, buf.Bytes, enc, errs)
	if exc != nil || cls == StrType {
		return v, exc
	}
	return newStrOf(t, cls, asStr(v)), nil
}

// newStrOf makes an instance of str or of a subclass with the text of s.
func newStrOf(t *Thread, cls *Type, s *Str) Value {
	if cls == StrType {
		return s.exact(t).Value()
	}
	x := (*Str)(unsafe.Pointer(newInstanceOf(t, cls)))
	x.flags |= s.flags & kindFlags
	x.s, x.hash = s.s, s.hash
	return x.Value()
}

func strStr(t *Thread, v Value) (Value, *Exception) { return (*Str)(v.p).exact(t).Value(), nil }

func strHash(_ *Thread, v Value) (int64, *Exception) { return (*Str)(v.p).Hash(), nil }

func strLen(_ *Thread, v Value) (int, *Exception) { return (*Str)(v.p).Len(), nil }

func strCompare(_ *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	x, y := asStr(a), asStr(b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	return Bool(CompareStr(x, y, op)), nil
}

// CompareStr is a op b of two strs.
func CompareStr(a, b *Str, op CompareOp) bool {
	switch op {
	case EQ:
		return a.equal(b)
	case NE:
		return !a.equal(b)
	}
	return compareHolds(compareUnits(a, b), op)
}

// compareHolds turns the sign of a three-way comparison into the result of op.
func compareHolds(c int, op CompareOp) bool {
	switch op {
	case LT:
		return c < 0
	case LE:
		return c <= 0
	case EQ:
		return c == 0
	case NE:
		return c != 0
	case GT:
		return c > 0
	}
	return c >= 0
}

func strGetItem(t *Thread, v, key Value) (Value, *Exception) {
	s := (*Str)(v.p)
	if key.p == nil {
		return s.index(t, int64(key.n))
	}
	if sl := asSlice(key); sl != nil {
		r, exc := unpackSlice(t, sl)
		if exc != nil {
			return Null, exc
		}
		r.adjust(s.Len())
		return s.bySlice(t, r)
	}
	if TypeOf(key).Index == nil {
		return Null, TypeErrorf(t, "string indices must be integers, not '%s'", TypeOf(key).fullName())
	}
	i, exc := indexOf(t, key)
	if exc != nil {
		return Null, exc
	}
	return s.index(t, int64(i))
}

// index is s[i].
func (s *Str) index(t *Thread, i int64) (Value, *Exception) {
	n := int64(s.Len())
	if i < 0 {
		i += n
	}
	if uint64(i) >= uint64(n) {
		return Null, Raise(t, IndexErrorType, "string index out of range")
	}
	if s.flags&(flagKind2|flagKind4) == 0 {
		return latin1[s.s[i]].Value(), nil
	}
	return charStr(t, s.At(int(i))).Value(), nil
}

// bySlice is s[start:stop:step].
func (s *Str) bySlice(t *Thread, r sliceBounds) (Value, *Exception) {
	n := r.count
	if r.step == 1 || n <= 1 {
		return s.Slice(t, r.start, r.start+n).Value(), nil
	}
	shift := s.shift()
	if exc := reserveText(t, n<<shift); exc != nil {
		return Null, exc
	}
	if shift == 0 {
		x, units := allocStr(t, n, s.flags&flagASCII)
		for i, at := 0, r.start; i < n; i, at = i+1, at+r.step {
			units[i] = s.s[at]
		}
		if s.flags&flagASCII == 0 && isASCII(x.s) {
			x.flags |= flagASCII
		}
		return x.Value(), nil
	}
	var b strBuilder
	b.start(t)
	b.expect(n)
	for i, at := 0, r.start; i < n; i, at = i+1, at+r.step {
		b.rune(s.At(at))
	}
	return b.value()
}

func strContains(t *Thread, v, x Value) (bool, *Exception) {
	sub := asStr(x)
	if sub == nil {
		return false, TypeErrorf(t, "'in <string>' requires string as left operand, not %s", TypeOf(x).fullName())
	}
	return (*Str)(v.p).Find(sub, 0, (*Str)(v.p).Len()) >= 0, nil
}

func strConcat(t *Thread, a, b Value) (Value, *Exception) {
	y := asStr(b)
	if y == nil {
		return Null, TypeErrorf(t, "can only concatenate str (not \"%s\") to str", TypeOf(b).fullName())
	}
	s, exc := concatStr(t, asStr(a), y)
	if exc != nil {
		return Null, exc
	}
	return s.Value(), nil
}

func strRepeat(t *Thread, v Value, n int) (Value, *Exception) {
	s := (*Str)(v.p)
	size := len(s.s)
	switch {
	case n <= 0 || size == 0:
		return emptyStr.Value(), nil
	case n == 1:
		return s.exact(t).Value(), nil
	case mulOverflows(s.Len(), n):
		return Null, Raise(t, OverflowErrorType, "repeated string is too long")
	case mulOverflows(size, n):
		return Null, RaiseNew(t, MemoryErrorType)
	}
	if exc := reserveText(t, size*n); exc != nil {
		return Null, exc
	}
	x, units := allocStr(t, s.Len()*n, s.flags&kindFlags)
	repeatBytes(units, copy(units, s.s))
	return x.Value(), nil
}

func strMod(t *Thread, a, b Value) (Value, *Exception) {
	s := asStr(a)
	if s == nil {
		return NotImplemented, nil
	}
	return formatPercent(t, s, b)
}

func strIsASCII(_ *Thread, self Value) (Value, *Exception) {
	return Bool((*Str)(self.p).IsASCII()), nil
}

func strSizeof(_ *Thread, self Value) (Value, *Exception) {
	s := (*Str)(self.p)
	if s.IsASCII() {
		return Int(int64(41 + len(s.s))), nil
	}
	if s.Len() == 1 && s.shift() == 0 {
		return Int(61), nil // one of those that a process has once, which keep their UTF-8 form
	}
	return Int(int64(56 + (s.Len()+1)<<s.shift())), nil
}

func strGetNewArgs(t *Thread, self Value) (Value, *Exception) {
	s := (*Str)(self.p)
	return MakeTuple(t, newRaw(t, s.s, s.flags&kindFlags).exact(t).Value()).Value(), nil
}

// argStr converts an argument that must be a str; place is its number or quoted name, or empty where the function has one only.
func argStr(t *Thread, fn, place string, v Value) (*Str, *Exception) {
	if s := asStr(v); s != nil {
		return s, nil
	}
	if place != "" {
		place = " " + place
	}
	return nil, TypeErrorf(t, "%s() argument%s must be str, not %s", fn, place, argTypeName(v))
}

// indexOf converts a subscript through __index__; what is too large raises IndexError.
func indexOf(t *Thread, v Value) (int, *Exception) {
	i, exc := Index(t, v)
	if exc != nil {
		return 0, exc
	}
	if !i.IsInt() {
		return 0, Raisef(t, IndexErrorType, "cannot fit '%s' into an index-sized integer", TypeOf(v).fullName())
	}
	return int(i.AsInt()), nil
}

// asInt32 converts an argument of C type int.
func asInt32(t *Thread, v Value) (int, *Exception) {
	i, exc := Index(t, v)
	if exc != nil {
		return 0, exc
	}
	if n := int(i.AsInt()); i.IsInt() && int(int32(n)) == n {
		return n, nil
	}
	return 0, Raise(t, OverflowErrorType, "Python int too large to convert to C int")
}
