package runtime

import (
	"bytes"
	"strings"
)

// The methods that bytes and bytearray share. Their self is either; results are of self's type, never of a subclass.

// bytesMethods lists the shared methods, with the docs of the type named.
func bytesMethods(name string) []MethodSpec {
	find, article := "B[start,end]", "a bytes object"
	if name == "bytearray" {
		find, article = "B[start:end]", "a bytearray"
	}
	return []MethodSpec{
		{Sig: "capitalize($self, /)", Doc: "B.capitalize() -> copy of B\n\nReturn a copy of B with only its first character capitalized (ASCII)\nand the rest lower-cased.", Fn: bytesCapitalize},
		{Sig: "center($self, width, fillchar=b' ', /)", Doc: "Return a centered string of length width.", Fn: bytesCenter},
		{Sig: "count($self, sub[, start[, end]], /)", Doc: "Return the number of non-overlapping occurrences of subsection 'sub' in bytes B[start:end].", Fn: bytesCount},
		{Sig: "decode($self, /, encoding='utf-8', errors='strict')", Doc: "Decode the " + name + " using the codec registered for encoding.", Fn: bytesDecode},
		{Sig: "endswith($self, suffix[, start[, end]], /)", Doc: "Return True if the " + name + " ends with the specified suffix, False otherwise.", Fn: bytesEndsWith},
		{Sig: "expandtabs($self, /, tabsize=8)", Doc: "Return a copy where all tab characters are expanded using spaces.", Fn: bytesExpandTabs},
		{Sig: "find($self, sub[, start[, end]], /)", Doc: "Return the lowest index in B where subsection 'sub' is found, such that 'sub' is contained within " + find + ".", Fn: bytesFind},
		{Sig: "fromhex($type, string, /)", Doc: "Create " + article + " from a string of hexadecimal numbers.", Fn: bytesFromHex, Flavor: ClassMethod},
		{Sig: "hex($self, /, sep=<unrepresentable>, bytes_per_sep=1)", Doc: "Create a string of hexadecimal numbers from a " + name + " object.", Fn: bytesHex},
		{Sig: "index($self, sub[, start[, end]], /)", Doc: "Return the lowest index in B where subsection 'sub' is found, such that 'sub' is contained within " + find + ".", Fn: bytesIndex},
		{Sig: "isalnum($self, /)", Doc: "B.isalnum() -> bool", Fn: bytesIsAlnum},
		{Sig: "isalpha($self, /)", Doc: "B.isalpha() -> bool", Fn: bytesIsAlpha},
		{Sig: "isascii($self, /)", Doc: "B.isascii() -> bool", Fn: bytesIsASCII},
		{Sig: "isdigit($self, /)", Doc: "B.isdigit() -> bool", Fn: bytesIsDigit},
		{Sig: "islower($self, /)", Doc: "B.islower() -> bool", Fn: bytesIsLower},
		{Sig: "isspace($self, /)", Doc: "B.isspace() -> bool", Fn: bytesIsSpace},
		{Sig: "istitle($self, /)", Doc: "B.istitle() -> bool", Fn: bytesIsTitle},
		{Sig: "isupper($self, /)", Doc: "B.isupper() -> bool", Fn: bytesIsUpper},
		{Sig: "join($self, iterable_of_bytes, /)", Doc: "Concatenate any number of bytes objects.", Fn: bytesJoin},
		{Sig: "ljust($self, width, fillchar=b' ', /)", Doc: "Return a left-justified string of length width.", Fn: bytesLJust},
		{Sig: "lower($self, /)", Doc: "B.lower() -> copy of B", Fn: bytesLower},
		{Sig: "lstrip($self, bytes=None, /)", Doc: "Strip leading bytes contained in the argument.", Fn: bytesLStrip},
		{Sig: "maketrans(frm, to, /)", Doc: "Return a translation table usable for the bytes or bytearray translate method.", Fn: bytesMakeTrans, Flavor: StaticMethod},
		{Sig: "partition($self, sep, /)", Doc: "Partition the " + name + " into three parts using the given separator.", Fn: bytesPartition},
		{Sig: "replace($self, old, new, count=-1, /)", Doc: "Return a copy with all occurrences of substring old replaced by new.", Fn: bytesReplace},
		{Sig: "removeprefix($self, prefix, /)", Doc: "Return " + article + " with the given prefix string removed if present.", Fn: bytesRemovePrefix},
		{Sig: "removesuffix($self, suffix, /)", Doc: "Return " + article + " with the given suffix string removed if present.", Fn: bytesRemoveSuffix},
		{Sig: "rfind($self, sub[, start[, end]], /)", Doc: "Return the highest index in B where subsection 'sub' is found, such that 'sub' is contained within " + find + ".", Fn: bytesRFind},
		{Sig: "rindex($self, sub[, start[, end]], /)", Doc: "Return the highest index in B where subsection 'sub' is found, such that 'sub' is contained within " + find + ".", Fn: bytesRIndex},
		{Sig: "rjust($self, width, fillchar=b' ', /)", Doc: "Return a right-justified string of length width.", Fn: bytesRJust},
		{Sig: "rpartition($self, sep, /)", Doc: "Partition the " + name + " into three parts using the given separator.", Fn: bytesRPartition},
		{Sig: "rsplit($self, /, sep=None, maxsplit=-1)", Doc: "Return a list of the sections in the " + name + ", using sep as the delimiter.", Fn: bytesRSplit},
		{Sig: "rstrip($self, bytes=None, /)", Doc: "Strip trailing bytes contained in the argument.", Fn: bytesRStrip},
		{Sig: "split($self, /, sep=None, maxsplit=-1)", Doc: "Return a list of the sections in the " + name + ", using sep as the delimiter.", Fn: bytesSplit},
		{Sig: "splitlines($self, /, keepends=False)", Doc: "Return a list of the lines in the " + name + ", breaking at line boundaries.", Fn: bytesSplitLines},
		{Sig: "startswith($self, prefix[, start[, end]], /)", Doc: "Return True if the " + name + " starts with the specified prefix, False otherwise.", Fn: bytesStartsWith},
		{Sig: "strip($self, bytes=None, /)", Doc: "Strip leading and trailing bytes contained in the argument.", Fn: bytesStrip},
		{Sig: "swapcase($self, /)", Doc: "B.swapcase() -> copy of B", Fn: bytesSwapCase},
		{Sig: "title($self, /)", Doc: "B.title() -> copy of B", Fn: bytesTitle},
		{Sig: "translate($self, table, /, delete=b'')", Doc: "Return a copy with each character mapped by the given translation table.", Fn: bytesTranslate},
		{Sig: "upper($self, /)", Doc: "B.upper() -> copy of B", Fn: bytesUpper},
		{Sig: "zfill($self, width, /)", Doc: "Pad a numeric string with zeros on the left, to fill a field of the given width.", Fn: bytesZFill},
	}
}

// rawBytes returns the bytes of a bytes or bytearray, as a string that is good until Python code runs.
func rawBytes(v Value) string {
	if (*Header)(v.p).shape.typ.flags&TypeBytes != 0 {
		return bytesString((*Bytes)(v.p).B)
	}
	return bytesString((*ByteArray)(v.p).B)
}

// likeBytes makes an object of self's builtin type that owns b.
func likeBytes(t *Thread, self Value, b []byte) Value {
	if (*Header)(self.p).shape.typ.flags&TypeBytes != 0 {
		return NewBytes(t, b).Value()
	}
	return NewByteArray(t, b).Value()
}

// partOf makes an object of self's builtin type from self[i:j].
func partOf(t *Thread, self Value, i, j int) Value {
	if (*Header)(self.p).shape.typ.flags&TypeBytes != 0 {
		b := (*Bytes)(self.p)
		if i == 0 && j == len(b.B) {
			return b.exact(t).Value()
		}
		return b.slice(t, i, j).Value()
	}
	t.chargeText(j - i)
	return NewByteArray(t, append([]byte(nil), (*ByteArray)(self.p).B[i:j]...)).Value()
}

// wholeOf is partOf for all of self.
func wholeOf(t *Thread, self Value) Value { return partOf(t, self, 0, len(rawBytes(self))) }

// bytesSubArg converts what find and its kin look for: a bytes-like object or one byte.
func bytesSubArg(t *Thread, v Value, l *bytesLike) *Exception {
	if b := asBytes(v); b != nil {
		l.b = b.B
		return nil
	}
	if TypeOf(v).Buffer == nil {
		if TypeOf(v).Index == nil && !TypeOf(v).Is(TypeInt) {
			return TypeErrorf(t, "argument should be integer or bytes-like object, not '%s'", TypeOf(v).fullName())
		}
		i, exc := Index(t, v)
		if exc != nil {
			return exc
		}
		if !i.IsInt() || i.n >= 256 {
			return Raise(t, ValueErrorType, "byte must be in range(0, 256)")
		}
		l.b = byteChars[i.n].B
		return nil
	}
	return l.borrow(t, v)
}

// bytesSearch runs f over self's bytes between the bounds; it reports an impossible range itself.
func bytesSearch(t *Thread, self Value, args []Value, f func(s, sub string) int) (int, *Exception) {
	i, j, exc := findBounds(t, args[1], args[2], len(rawBytes(self)))
	if exc != nil {
		return 0, exc
	}
	var sub bytesLike
	if exc := bytesSubArg(t, args[0], &sub); exc != nil {
		return 0, exc
	}
	defer sub.done()
	s := rawBytes(self)
	j = min(j, len(s))
	if i > j {
		return -1, nil
	}
	at := f(s[i:j], bytesString(sub.b))
	if at < 0 {
		return -1, nil
	}
	return i + at, nil
}

func bytesFind(t *Thread, self Value, args []Value) (Value, *Exception) {
	at, exc := bytesSearch(t, self, args, strings.Index)
	return Int(int64(at)), exc
}

func bytesRFind(t *Thread, self Value, args []Value) (Value, *Exception) {
	at, exc := bytesSearch(t, self, args, strings.LastIndex)
	return Int(int64(at)), exc
}

func bytesIndex(t *Thread, self Value, args []Value) (Value, *Exception) {
	return subsectionAt(bytesSearch(t, self, args, strings.Index))(t)
}

func bytesRIndex(t *Thread, self Value, args []Value) (Value, *Exception) {
	return subsectionAt(bytesSearch(t, self, args, strings.LastIndex))(t)
}

// subsectionAt turns the result of a search into that of index.
func subsectionAt(at int, exc *Exception) func(t *Thread) (Value, *Exception) {
	return func(t *Thread) (Value, *Exception) {
		if exc == nil && at < 0 {
			return Null, Raise(t, ValueErrorType, "subsection not found")
		}
		return Int(int64(at)), exc
	}
}

func bytesCount(t *Thread, self Value, args []Value) (Value, *Exception) {
	n := 0
	_, exc := bytesSearch(t, self, args, func(s, sub string) int {
		if len(sub) == 0 {
			n = len(s) + 1
		} else {
			n = strings.Count(s, sub)
		}
		return 0
	})
	return Int(int64(n)), exc
}

func bytesContains(t *Thread, v, x Value) (bool, *Exception) {
	if TypeOf(x).Index != nil || TypeOf(x).Is(TypeInt) {
		c, exc := asByte(t, x, "byte")
		if exc != nil {
			return false, exc
		}
		return strings.IndexByte(rawBytes(v), c) >= 0, nil
	}
	var sub bytesLike
	if exc := sub.borrow(t, x); exc != nil {
		return false, exc
	}
	defer sub.done()
	return strings.Contains(rawBytes(v), bytesString(sub.b)), nil
}

func bytesStartsWith(t *Thread, self Value, args []Value) (Value, *Exception) {
	return bytesAffix(t, "startswith", self, args, strings.HasPrefix)
}

func bytesEndsWith(t *Thread, self Value, args []Value) (Value, *Exception) {
	return bytesAffix(t, "endswith", self, args, strings.HasSuffix)
}

func bytesAffix(t *Thread, fn string, self Value, args []Value, has func(s, x string) bool) (Value, *Exception) {
	i, j, exc := findBounds(t, args[1], args[2], len(rawBytes(self)))
	if exc != nil {
		return Null, exc
	}
	test := func(v Value) (bool, *Exception) {
		var x bytesLike
		if exc := x.borrow(t, v); exc != nil {
			return false, exc
		}
		defer x.done()
		s := rawBytes(self)
		if j := min(j, len(s)); i <= j {
			return has(s[i:j], bytesString(x.b)), nil
		}
		return false, nil
	}
	if tuple := asTuple(args[0]); tuple != nil {
		for _, v := range tuple.Items {
			if ok, exc := test(v); exc != nil || ok {
				return Bool(ok), exc
			}
		}
		return False, nil
	}
	if TypeOf(args[0]).Buffer == nil {
		return Null, TypeErrorf(t, "%s first arg must be bytes or a tuple of bytes, not %s", fn, TypeOf(args[0]).fullName())
	}
	return boolean(test(args[0]))
}

func bytesRemovePrefix(t *Thread, self, prefix Value) (Value, *Exception) {
	var x bytesLike
	if exc := x.borrow(t, prefix); exc != nil {
		return Null, exc
	}
	defer x.done()
	s := rawBytes(self)
	if len(x.b) > 0 && strings.HasPrefix(s, bytesString(x.b)) {
		return partOf(t, self, len(x.b), len(s)), nil
	}
	return wholeOf(t, self), nil
}

func bytesRemoveSuffix(t *Thread, self, suffix Value) (Value, *Exception) {
	var x bytesLike
	if exc := x.borrow(t, suffix); exc != nil {
		return Null, exc
	}
	defer x.done()
	s := rawBytes(self)
	if len(x.b) > 0 && strings.HasSuffix(s, bytesString(x.b)) {
		return partOf(t, self, 0, len(s)-len(x.b)), nil
	}
	return wholeOf(t, self), nil
}

// bytesReplace is b.replace(old, new, count).
func bytesReplace(t *Thread, self Value, args []Value) (Value, *Exception) {
	var old, by bytesLike
	if exc := old.borrow(t, args[0]); exc != nil {
		return Null, exc
	}
	defer old.done()
	if exc := by.borrow(t, args[1]); exc != nil {
		return Null, exc
	}
	defer by.done()
	limit, exc := AsSsize(t, args[2])
	if exc != nil {
		return Null, exc
	}
	if limit < 0 {
		limit = maxInt
	}
	s, o, n := rawBytes(self), bytesString(old.b), bytesString(by.b)
	if len(o) == 0 {
		return interleaveBytes(t, self, s, n, limit)
	}
	count := countUnits(s, o, 0, min(limit, len(s)))
	if count == 0 {
		return wholeOf(t, self), nil
	}
	if len(n) > len(o) && (mulOverflows(len(n)-len(o), count) || (len(n)-len(o))*count > maxInt-len(s)) {
		return Null, Raise(t, OverflowErrorType, "replace bytes is too long")
	}
	size := len(s) + count*(len(n)-len(o))
	if exc := reserveText(t, size); exc != nil {
		return Null, exc
	}
	out := make([]byte, size)
	replaceInto(out, s, o, n, count)
	return likeBytes(t, self, out), nil
}

func interleaveBytes(t *Thread, self Value, s, by string, limit int) (Value, *Exception) {
	count := min(limit, len(s)+1)
	if count == 0 || len(by) == 0 {
		return wholeOf(t, self), nil
	}
	if mulOverflows(len(by), count) || len(by)*count > maxInt-len(s) {
		return Null, Raise(t, OverflowErrorType, "replace bytes is too long")
	}
	if exc := reserveText(t, len(s)+len(by)*count); exc != nil {
		return Null, exc
	}
	out := make([]byte, 0, len(s)+len(by)*count)
	for i := 0; i < count; i++ {
		out = append(out, by...)
		if i < len(s) {
			out = append(out, s[i])
		}
	}
	if count < len(s) {
		out = append(out, s[count:]...)
	}
	return likeBytes(t, self, out), nil
}

func bytesPartition(t *Thread, self, arg Value) (Value, *Exception) {
	return bytesCut(t, self, arg, false)
}

func bytesRPartition(t *Thread, self, arg Value) (Value, *Exception) {
	return bytesCut(t, self, arg, true)
}

func bytesCut(t *Thread, self, arg Value, last bool) (Value, *Exception) {
	var sep bytesLike
	if exc := sep.borrow(t, arg); exc != nil {
		return Null, exc
	}
	defer sep.done()
	if len(sep.b) == 0 {
		return Null, Raise(t, ValueErrorType, "empty separator")
	}
	s, x := rawBytes(self), bytesString(sep.b)
	var i int
	if last {
		i = strings.LastIndex(s, x)
	} else {
		i = strings.Index(s, x)
	}
	empty := func() Value { return likeBytes(t, self, nil) }
	switch {
	case i < 0 && last:
		return MakeTuple(t, empty(), empty(), wholeOf(t, self)).Value(), nil
	case i < 0:
		return MakeTuple(t, wholeOf(t, self), empty(), empty()).Value(), nil
	}
	middle := arg
	if asBytes(self) == nil {
		middle = likeBytes(t, self, append([]byte(nil), sep.b...))
	}
	return MakeTuple(t, partOf(t, self, 0, i), middle, partOf(t, self, i+len(x), len(s))).Value(), nil
}

// bytesJoin is sep.join(iterable).
func bytesJoin(t *Thread, self, iterable Value) (Value, *Exception) {
	items, exc := sequenceFast(t, iterable, "can only join an iterable")
	if exc != nil {
		return Null, exc
	}
	if len(items) == 1 && asBytes(self) != nil {
		if b := asBytes(items[0]); b != nil && b.shape == bytesShape {
			return items[0], nil
		}
	}
	parts := make([]bytesLike, len(items))
	defer func() {
		for i := range parts {
			parts[i].done()
		}
	}()
	sep := rawBytes(self)
	size := 0
	for i, v := range items {
		if TypeOf(v).Buffer == nil {
			return Null, TypeErrorf(t, "sequence item %d: expected a bytes-like object, %s found", i, TypeOf(v).fullName())
		}
		if exc := parts[i].borrow(t, v); exc != nil {
			return Null, exc
		}
		size += len(parts[i].b)
		if i > 0 {
			size += len(sep)
		}
		if size < 0 {
			return Null, Raise(t, OverflowErrorType, "join() result is too long")
		}
	}
	if exc := reserveText(t, size); exc != nil {
		return Null, exc
	}
	out := make([]byte, 0, size)
	sep = rawBytes(self)
	for i := range parts {
		if i > 0 {
			out = append(out, sep...)
		}
		out = append(out, parts[i].b...)
	}
	return likeBytes(t, self, out), nil
}

// bytesSplitArgs converts the arguments of split and rsplit.
func bytesSplitArgs(t *Thread, args []Value, sep *bytesLike) (limit int, exc *Exception) {
	if limit, exc = AsSsize(t, args[1]); exc != nil {
		return 0, exc
	}
	if limit < 0 {
		limit = maxInt
	}
	if args[0].IsNone() {
		return limit, nil
	}
	if exc := sep.borrow(t, args[0]); exc != nil {
		return 0, exc
	}
	if len(sep.b) == 0 {
		sep.done()
		return 0, Raise(t, ValueErrorType, "empty separator")
	}
	return limit, nil
}

// isByteSpace reports whether a byte is white space to bytes: fewer of the control characters are than in a str.
func isByteSpace(c byte) bool { return c == ' ' || c-'\t' < 5 }

func bytesSplit(t *Thread, self Value, args []Value) (Value, *Exception) {
	var sep bytesLike
	limit, exc := bytesSplitArgs(t, args, &sep)
	if exc != nil {
		return Null, exc
	}
	defer sep.done()
	s := rawBytes(self)
	l := NewList(t, nil)
	from := 0
	if sep.b == nil {
		for limit > 0 {
			for from < len(s) && isByteSpace(s[from]) {
				from++
			}
			if from == len(s) {
				break
			}
			i := from
			for i < len(s) && !isByteSpace(s[i]) {
				i++
			}
			if exc := l.Append(t, partOf(t, self, from, i)); exc != nil {
				return Null, exc
			}
			from = i
			limit--
		}
		for from < len(s) && isByteSpace(s[from]) {
			from++
		}
		if from < len(s) {
			return l.Value(), l.Append(t, partOf(t, self, from, len(s)))
		}
		return l.Value(), nil
	}
	x := bytesString(sep.b)
	for ; limit > 0; limit-- {
		i := strings.Index(s[from:], x)
		if i < 0 {
			break
		}
		if exc := l.Append(t, partOf(t, self, from, from+i)); exc != nil {
			return Null, exc
		}
		from += i + len(x)
	}
	return l.Value(), l.Append(t, partOf(t, self, from, len(s)))
}

func bytesRSplit(t *Thread, self Value, args []Value) (Value, *Exception) {
	var sep bytesLike
	limit, exc := bytesSplitArgs(t, args, &sep)
	if exc != nil {
		return Null, exc
	}
	defer sep.done()
	s := rawBytes(self)
	l := NewList(t, nil)
	j := len(s)
	if sep.b == nil {
		for limit > 0 {
			for j > 0 && isByteSpace(s[j-1]) {
				j--
			}
			if j == 0 {
				break
			}
			i := j
			for i > 0 && !isByteSpace(s[i-1]) {
				i--
			}
			if exc := l.Append(t, partOf(t, self, i, j)); exc != nil {
				return Null, exc
			}
			j = i
			limit--
		}
		for j > 0 && isByteSpace(s[j-1]) {
			j--
		}
		if j > 0 {
			exc = l.Append(t, partOf(t, self, 0, j))
		}
		reverseValues(l.Items)
		return l.Value(), exc
	}
	x := bytesString(sep.b)
	for ; limit > 0; limit-- {
		i := strings.LastIndex(s[:j], x)
		if i < 0 {
			break
		}
		if exc := l.Append(t, partOf(t, self, i+len(x), j)); exc != nil {
			return Null, exc
		}
		j = i
	}
	exc = l.Append(t, partOf(t, self, 0, j))
	reverseValues(l.Items)
	return l.Value(), exc
}

func bytesSplitLines(t *Thread, self Value, args []Value) (Value, *Exception) {
	keep, exc := Truth(t, args[0])
	if exc != nil {
		return Null, exc
	}
	s := rawBytes(self)
	l := NewList(t, nil)
	for i := 0; i < len(s); {
		from := i
		for i < len(s) && s[i] != '\n' && s[i] != '\r' {
			i++
		}
		end := i
		if i < len(s) {
			i++
			if i < len(s) && s[i-1] == '\r' && s[i] == '\n' {
				i++
			}
			if keep {
				end = i
			}
		}
		if exc := l.Append(t, partOf(t, self, from, end)); exc != nil {
			return Null, exc
		}
	}
	return l.Value(), nil
}

func bytesStripArg(t *Thread, self, arg Value, left, right bool) (Value, *Exception) {
	var set bytesLike
	if !arg.IsNone() {
		if exc := set.borrow(t, arg); exc != nil {
			return Null, exc
		}
		defer set.done()
	}
	in := func(c byte) bool {
		if arg.IsNone() {
			return isByteSpace(c)
		}
		return bytes.IndexByte(set.b, c) >= 0
	}
	s := rawBytes(self)
	i, j := 0, len(s)
	for left && i < j && in(s[i]) {
		i++
	}
	for right && i < j && in(s[j-1]) {
		j--
	}
	return partOf(t, self, i, j), nil
}

func bytesStrip(t *Thread, self, arg Value) (Value, *Exception) {
	return bytesStripArg(t, self, arg, true, true)
}

func bytesLStrip(t *Thread, self, arg Value) (Value, *Exception) {
	return bytesStripArg(t, self, arg, true, false)
}

func bytesRStrip(t *Thread, self, arg Value) (Value, *Exception) {
	return bytesStripArg(t, self, arg, false, true)
}

// bytesDecode is b.decode(encoding, errors).
func bytesDecode(t *Thread, self Value, args []Value) (Value, *Exception) {
	encoding, errors, exc := codecArgs(t, "decode", args)
	if exc != nil {
		return Null, exc
	}
	return DecodeValue(t, self, stringBytes(rawBytes(self)), encoding, errors)
}
