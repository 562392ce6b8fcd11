package runtime

// Find returns the index of the first sub within s[i:j], or -1.
func (s *Str) Find(sub *Str, i, j int) int {
	if j-i < sub.Len() || i > j {
		return -1
	}
	needle, ok := s.widened(sub)
	if !ok {
		if len(sub.s) == 0 {
			return i
		}
		return -1
	}
	shift := s.shift()
	at := indexUnits(s.s[i<<shift:j<<shift], needle, shift)
	if at < 0 {
		return -1
	}
	return i + at>>shift
}

// RFind returns the index of the last sub within s[i:j], or -1.
func (s *Str) RFind(sub *Str, i, j int) int {
	if j-i < sub.Len() || i > j {
		return -1
	}
	needle, ok := s.widened(sub)
	if !ok {
		if len(sub.s) == 0 {
			return j
		}
		return -1
	}
	shift := s.shift()
	at := lastIndexUnits(s.s[i<<shift:j<<shift], needle, shift)
	if at < 0 {
		return -1
	}
	return i + at>>shift
}

// findBounds converts the start and end arguments of a search in a sequence of length n; start may stay beyond n.
func findBounds(t *Thread, start, end Value, n int) (int, int, *Exception) {
	i, exc := AsSliceIndex(t, start, 0)
	if exc != nil {
		return 0, 0, exc
	}
	j, exc := AsSliceIndex(t, end, n)
	if exc != nil {
		return 0, 0, exc
	}
	i, j = clipBounds(i, j, n)
	return i, j, nil
}

// clipBounds makes search limits absolute; start may stay beyond n.
func clipBounds(i, j, n int) (int, int) {
	if j > n {
		j = n
	} else if j < 0 {
		j = max(j+n, 0)
	}
	if i < 0 {
		i = max(i+n, 0)
	}
	return i, j
}

// searchArgs converts the arguments of find and its kin.
func searchArgs(t *Thread, fn string, self Value, args []Value) (s, sub *Str, i, j int, exc *Exception) {
	s = (*Str)(self.p)
	if sub, exc = argStr(t, fn, "1", args[0]); exc != nil {
		return nil, nil, 0, 0, exc
	}
	if args[1].IsNull() && args[2].IsNull() {
		return s, sub, 0, s.Len(), nil
	}
	i, j, exc = findBounds(t, args[1], args[2], s.Len())
	return s, sub, i, j, exc
}

func strFind(t *Thread, self Value, args []Value) (Value, *Exception) {
	s, sub, i, j, exc := searchArgs(t, "find", self, args)
	if exc != nil {
		return Null, exc
	}
	return Int(int64(s.Find(sub, i, j))), nil
}

func strRFind(t *Thread, self Value, args []Value) (Value, *Exception) {
	s, sub, i, j, exc := searchArgs(t, "rfind", self, args)
	if exc != nil {
		return Null, exc
	}
	return Int(int64(s.RFind(sub, i, j))), nil
}

func strIndex(t *Thread, self Value, args []Value) (Value, *Exception) {
	s, sub, i, j, exc := searchArgs(t, "index", self, args)
	if exc != nil {
		return Null, exc
	}
	return foundOrRaise(t, s.Find(sub, i, j))
}

func strRIndex(t *Thread, self Value, args []Value) (Value, *Exception) {
	s, sub, i, j, exc := searchArgs(t, "rindex", self, args)
	if exc != nil {
		return Null, exc
	}
	return foundOrRaise(t, s.RFind(sub, i, j))
}

func foundOrRaise(t *Thread, at int) (Value, *Exception) {
	if at < 0 {
		return Null, Raise(t, ValueErrorType, "substring not found")
	}
	return Int(int64(at)), nil
}

func strCount(t *Thread, self Value, args []Value) (Value, *Exception) {
	s, sub, i, j, exc := searchArgs(t, "count", self, args)
	if exc != nil {
		return Null, exc
	}
	if i > j {
		return Int(0), nil
	}
	if len(sub.s) == 0 {
		return Int(int64(j - i + 1)), nil
	}
	needle, ok := s.widened(sub)
	if !ok {
		return Int(0), nil
	}
	shift := s.shift()
	return Int(int64(countUnits(s.s[i<<shift:j<<shift], needle, shift, maxInt))), nil
}

const maxInt = 1<<63 - 1

// strReplace is s.replace(old, new, count).
func strReplace(t *Thread, self Value, args []Value) (Value, *Exception) {
	s := (*Str)(self.p)
	old, exc := argStr(t, "replace", "1", args[0])
	if exc != nil {
		return Null, exc
	}
	by, exc := argStr(t, "replace", "2", args[1])
	if exc != nil {
		return Null, exc
	}
	limit, exc := AsSsize(t, args[2])
	if exc != nil {
		return Null, exc
	}
	if limit < 0 {
		limit = maxInt
	}
	r, exc := s.Replace(t, old, by, limit)
	if exc != nil {
		return Null, exc
	}
	return r.Value(), nil
}

// Replace returns s with the first limit occurrences of old replaced.
func (s *Str) Replace(t *Thread, old, by *Str, limit int) (*Str, *Exception) {
	if limit == 0 || s.Len() < old.Len() {
		return s.exact(t), nil
	}
	if len(old.s) == 0 {
		return s.interleave(t, by, limit)
	}
	needle, ok := s.widened(old)
	if !ok {
		return s.exact(t), nil
	}
	shift := s.shift()
	n := countUnits(s.s, needle, shift, min(limit, s.Len()))
	if n == 0 {
		return s.exact(t), nil
	}
	if shift == 0 && by.shift() == 0 {
		return s.replaceBytes(t, needle, by, n)
	}
	var b strBuilder
	b.start(t)
	b.expect(s.Len() + n*(by.Len()-old.Len()))
	rest := s.s
	for ; n > 0; n-- {
		i := indexUnits(rest, needle, shift)
		b.raw(rest[:i], shift, false)
		b.str(by)
		rest = rest[i+len(needle):]
	}
	b.raw(rest, shift, false)
	return b.finish()
}

// replaceBytes replaces the first n occurrences in a text of one-byte units, in one allocation.
func (s *Str) replaceBytes(t *Thread, old string, by *Str, n int) (*Str, *Exception) {
	size, exc := replacedSize(t, len(s.s), len(old), len(by.s), n)
	if exc != nil {
		return nil, exc
	}
	if size == 0 {
		return emptyStr, nil
	}
	x, units := allocStr(t, size, s.flags&by.flags&flagASCII)
	replaceInto(units, s.s, old, by.s, n)
	if x.flags&flagASCII == 0 && isASCII(x.s) {
		x.flags |= flagASCII
	}
	return x, nil
}

// replacedSize is the size of a text after n replacements, reserved.
func replacedSize(t *Thread, size, old, by, n int) (int, *Exception) {
	if by > old && mulOverflows(by-old, n) || by > old && (by-old)*n > maxInt-size {
		return 0, Raise(t, OverflowErrorType, "replace string is too long")
	}
	size += (by - old) * n
	return size, reserveText(t, size)
}

// replaceInto writes s with its first n occurrences of old replaced.
func replaceInto(dst []byte, s, old, by string, n int) {
	if len(old) == len(by) {
		copy(dst, s)
		for at := 0; n > 0; n-- {
			at += indexUnits(s[at:], old, 0)
			at += copy(dst[at:], by)
		}
		return
	}
	for ; n > 0; n-- {
		i := indexUnits(s, old, 0)
		dst = dst[copy(dst, s[:i]):]
		dst = dst[copy(dst, by):]
		s = s[i+len(old):]
	}
	copy(dst, s)
}

// interleave is replacing the empty string: by comes before each of the first limit characters, and at the end when there are fewer.
func (s *Str) interleave(t *Thread, by *Str, limit int) (*Str, *Exception) {
	if len(by.s) == 0 {
		return s.exact(t), nil
	}
	n := s.Len()
	count := n + 1
	if limit < count {
		count = limit
	}
	if mulOverflows(by.Len(), count) || by.Len()*count > maxInt-n {
		return nil, Raise(t, OverflowErrorType, "replace string is too long")
	}
	var b strBuilder
	b.start(t)
	b.expect(n + by.Len()*count)
	for i := 0; i < count && b.exc == nil; i++ {
		b.str(by)
		if i < n {
			b.rune(s.At(i))
		}
	}
	if count < n {
		b.slice(s, count, n)
	}
	return b.finish()
}

// strStartsWith is s.startswith(prefix, start, end).
func strStartsWith(t *Thread, self Value, args []Value) (Value, *Exception) {
	return affixTest(t, "startswith", self, args, false)
}

func strEndsWith(t *Thread, self Value, args []Value) (Value, *Exception) {
	return affixTest(t, "endswith", self, args, true)
}

func affixTest(t *Thread, fn string, self Value, args []Value, end bool) (Value, *Exception) {
	s := (*Str)(self.p)
	i, j := 0, s.Len()
	if !args[1].IsNull() || !args[2].IsNull() {
		var exc *Exception
		if i, j, exc = findBounds(t, args[1], args[2], s.Len()); exc != nil {
			return Null, exc
		}
	}
	if p := asStr(args[0]); p != nil {
		return Bool(s.hasAffix(p, i, j, end)), nil
	}
	tuple := asTuple(args[0])
	if tuple == nil {
		return Null, TypeErrorf(t, "%s first arg must be str or a tuple of str, not %s", fn, TypeOf(args[0]).fullName())
	}
	for _, v := range tuple.Items {
		p := asStr(v)
		if p == nil {
			return Null, TypeErrorf(t, "tuple for %s must only contain str, not %s", fn, TypeOf(v).fullName())
		}
		if s.hasAffix(p, i, j, end) {
			return True, nil
		}
	}
	return False, nil
}

// hasAffix reports whether s[i:j] begins or ends with p.
func (s *Str) hasAffix(p *Str, i, j int, end bool) bool {
	n := p.Len()
	if j-i < n {
		return false
	}
	if end {
		i = j - n
	}
	ks, kp := s.shift(), p.shift()
	if ks == kp {
		return s.s[i<<ks:(i+n)<<ks] == p.s
	}
	for k := 0; k < n; k++ {
		if s.At(i+k) != p.At(k) {
			return false
		}
	}
	return true
}

func strRemovePrefix(t *Thread, self, prefix Value) (Value, *Exception) {
	s := (*Str)(self.p)
	p, exc := argStr(t, "removeprefix", "", prefix)
	if exc != nil {
		return Null, exc
	}
	if s.hasAffix(p, 0, s.Len(), false) {
		return s.Slice(t, p.Len(), s.Len()).Value(), nil
	}
	return s.exact(t).Value(), nil
}

func strRemoveSuffix(t *Thread, self, suffix Value) (Value, *Exception) {
	s := (*Str)(self.p)
	p, exc := argStr(t, "removesuffix", "", suffix)
	if exc != nil {
		return Null, exc
	}
	if s.hasAffix(p, 0, s.Len(), true) {
		return s.Slice(t, 0, s.Len()-p.Len()).Value(), nil
	}
	return s.exact(t).Value(), nil
}

// argSep converts the separator of partition and rpartition.
func argSep(t *Thread, v Value) (*Str, *Exception) {
	sep := asStr(v)
	if sep == nil {
		return nil, TypeErrorf(t, "must be str, not %s", TypeOf(v).fullName())
	}
	if len(sep.s) == 0 {
		return nil, Raise(t, ValueErrorType, "empty separator")
	}
	return sep, nil
}

func strPartition(t *Thread, self, arg Value) (Value, *Exception) {
	s := (*Str)(self.p)
	sep, exc := argSep(t, arg)
	if exc != nil {
		return Null, exc
	}
	i := s.Find(sep, 0, s.Len())
	if i < 0 {
		return MakeTuple(t, s.exact(t).Value(), emptyStr.Value(), emptyStr.Value()).Value(), nil
	}
	return MakeTuple(t, s.Slice(t, 0, i).Value(), sep.Value(), s.Slice(t, i+sep.Len(), s.Len()).Value()).Value(), nil
}

func strRPartition(t *Thread, self, arg Value) (Value, *Exception) {
	s := (*Str)(self.p)
	sep, exc := argSep(t, arg)
	if exc != nil {
		return Null, exc
	}
	i := s.RFind(sep, 0, s.Len())
	if i < 0 {
		return MakeTuple(t, emptyStr.Value(), emptyStr.Value(), s.exact(t).Value()).Value(), nil
	}
	return MakeTuple(t, s.Slice(t, 0, i).Value(), sep.Value(), s.Slice(t, i+sep.Len(), s.Len()).Value()).Value(), nil
}
