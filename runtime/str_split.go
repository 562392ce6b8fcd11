package runtime

import "strings"

// splitArgs converts the arguments of split and rsplit.
func splitArgs(t *Thread, args []Value) (sep *Str, limit int, exc *Exception) {
	if limit, exc = AsSsize(t, args[1]); exc != nil {
		return nil, 0, exc
	}
	if limit < 0 {
		limit = maxInt
	}
	if args[0].IsNone() {
		return nil, limit, nil
	}
	if sep = asStr(args[0]); sep == nil {
		return nil, 0, TypeErrorf(t, "must be str or None, not %s", TypeOf(args[0]).fullName())
	}
	if len(sep.s) == 0 {
		return nil, 0, Raise(t, ValueErrorType, "empty separator")
	}
	return sep, limit, nil
}

// strSplit is s.split(sep, maxsplit).
func strSplit(t *Thread, self Value, args []Value) (Value, *Exception) {
	sep, limit, exc := splitArgs(t, args)
	if exc != nil {
		return Null, exc
	}
	s := (*Str)(self.p)
	if sep == nil {
		return s.splitSpace(t, limit)
	}
	return s.Split(t, sep, limit)
}

// Split is s.split(sep, limit) for a separator that is not empty.
func (s *Str) Split(t *Thread, sep *Str, limit int) (Value, *Exception) {
	needle, ok := s.widened(sep)
	if !ok {
		return NewList(t, []Value{s.exact(t).Value()}).Value(), nil
	}
	shift := s.shift()
	n := countUnits(s.s, needle, shift, min(limit, s.Len()))
	if n == 0 {
		return NewList(t, []Value{s.exact(t).Value()}).Value(), nil
	}
	if exc := reserveText(t, n*int(ValueSize)); exc != nil {
		return Null, exc
	}
	items := make([]Value, 0, n+1)
	if s.flags&flagASCII != 0 && len(needle) == 1 {
		items = s.splitASCII(t, items, needle[0], n)
		return NewList(t, items).Value(), nil
	}
	at, step := 0, sep.Len()
	for ; n > 0; n-- {
		i := at + indexUnits(s.s[at<<shift:], needle, shift)>>shift
		items = append(items, s.Slice(t, at, i).Value())
		at = i + step
	}
	return NewList(t, append(items, s.Slice(t, at, s.Len()).Value())).Value(), nil
}

// splitASCII cuts an ASCII text at the first n occurrences of a byte.
func (s *Str) splitASCII(t *Thread, items []Value, sep byte, n int) []Value {
	from := 0
	for ; n > 0; n-- {
		i := from + strings.IndexByte(s.s[from:], sep)
		items = append(items, s.asciiPart(t, from, i))
		from = i + 1
	}
	return append(items, s.asciiPart(t, from, len(s.s)))
}

// asciiPart is s[i:j] of an ASCII text.
func (s *Str) asciiPart(t *Thread, i, j int) Value {
	if j-i > 1 {
		return s.part(t, s.s[i:j], flagASCII).Value()
	}
	return newASCII(t, s.s[i:j]).Value()
}

// splitSpace is s.split(None, limit).
func (s *Str) splitSpace(t *Thread, limit int) (Value, *Exception) {
	var items []Value
	n := s.Len()
	if s.flags&flagASCII != 0 {
		for i := 0; ; {
			for i < n && isASCIISpace(s.s[i]) {
				i++
			}
			if i == n {
				break
			}
			from := i
			if limit == 0 {
				items = append(items, s.asciiPart(t, from, n))
				break
			}
			for i < n && !isASCIISpace(s.s[i]) {
				i++
			}
			items = append(items, s.asciiPart(t, from, i))
			limit--
		}
		return NewList(t, items).Value(), nil
	}
	u := t.unicode()
	for i := 0; ; {
		for i < n && u.IsSpace(s.At(i)) {
			i++
		}
		if i == n {
			break
		}
		from := i
		if limit == 0 {
			items = append(items, s.Slice(t, from, n).Value())
			break
		}
		for i < n && !u.IsSpace(s.At(i)) {
			i++
		}
		items = append(items, s.Slice(t, from, i).Value())
		limit--
	}
	return NewList(t, items).Value(), nil
}

// strRSplit is s.rsplit(sep, maxsplit).
func strRSplit(t *Thread, self Value, args []Value) (Value, *Exception) {
	sep, limit, exc := splitArgs(t, args)
	if exc != nil {
		return Null, exc
	}
	s := (*Str)(self.p)
	if sep == nil {
		return s.rsplitSpace(t, limit)
	}
	var items []Value
	needle, ok := s.widened(sep)
	shift := s.shift()
	j := s.Len()
	if ok {
		for ; limit > 0; limit-- {
			i := lastIndexUnits(s.s[:j<<shift], needle, shift)
			if i < 0 {
				break
			}
			items = append(items, s.Slice(t, i>>shift+sep.Len(), j).Value())
			j = i >> shift
		}
	}
	items = append(items, s.Slice(t, 0, j).Value())
	reverseValues(items)
	return NewList(t, items).Value(), nil
}

func (s *Str) rsplitSpace(t *Thread, limit int) (Value, *Exception) {
	var items []Value
	u := t.unicode()
	for j := s.Len(); ; {
		for j > 0 && u.IsSpace(s.At(j-1)) {
			j--
		}
		if j == 0 {
			break
		}
		end := j
		if limit == 0 {
			items = append(items, s.Slice(t, 0, end).Value())
			break
		}
		for j > 0 && !u.IsSpace(s.At(j-1)) {
			j--
		}
		items = append(items, s.Slice(t, j, end).Value())
		limit--
	}
	reverseValues(items)
	return NewList(t, items).Value(), nil
}

func reverseValues(items []Value) {
	for i, j := 0, len(items)-1; i < j; i, j = i+1, j-1 {
		items[i], items[j] = items[j], items[i]
	}
}

// isLineBreak reports whether str.splitlines breaks at r.
func isLineBreak(r rune) bool {
	switch {
	case r > 0x85:
		return r == 0x2028 || r == 0x2029
	case r < 0x1c:
		return r >= '\n' && r <= '\r'
	}
	return r <= 0x1e || r == 0x85
}

// strSplitLines is s.splitlines(keepends).
func strSplitLines(t *Thread, self Value, args []Value) (Value, *Exception) {
	keep, exc := Truth(t, args[0])
	if exc != nil {
		return Null, exc
	}
	s := (*Str)(self.p)
	var items []Value
	n := s.Len()
	for i := 0; i < n; {
		from := i
		if s.flags&(flagKind2|flagKind4) == 0 {
			for i < n && !isLineBreak(rune(s.s[i])) {
				i++
			}
		} else {
			for i < n && !isLineBreak(s.At(i)) {
				i++
			}
		}
		end := i
		if i < n {
			i++
			if i < n && s.At(i-1) == '\r' && s.At(i) == '\n' {
				i++
			}
			if keep {
				end = i
			}
		}
		items = append(items, s.Slice(t, from, end).Value())
	}
	return NewList(t, items).Value(), nil
}

// strJoin is sep.join(iterable).
func strJoin(t *Thread, self, iterable Value) (Value, *Exception) {
	sep := (*Str)(self.p)
	items, exc := sequenceFast(t, iterable, "can only join an iterable")
	if exc != nil {
		return Null, exc
	}
	return joinValues(t, sep, items)
}

func joinValues(t *Thread, sep *Str, items []Value) (Value, *Exception) {
	if len(items) == 1 && exactStr(items[0]) != nil {
		return items[0], nil
	}
	s, exc := joinStrs(t, sep, items)
	if exc != nil {
		return Null, exc
	}
	return s.Value(), nil
}

// joinStrs joins strs: one pass for size and kind, one that writes.
func joinStrs(t *Thread, sep *Str, items []Value) (*Str, *Exception) {
	n, kind, ascii := 0, uint32(0), flagASCII
	if len(items) > 1 {
		kind, ascii = sep.flags&(flagKind2|flagKind4), sep.flags&flagASCII
		if len(sep.s) == 0 {
			ascii = flagASCII
		}
		if mulOverflows(sep.Len(), len(items)-1) {
			return nil, Raise(t, OverflowErrorType, "join() result is too long for a Python string")
		}
		n = sep.Len() * (len(items) - 1)
	}
	for i, v := range items {
		x := asStr(v)
		if x == nil {
			return nil, TypeErrorf(t, "sequence item %d: expected str instance, %s found", i, TypeOf(v).fullName())
		}
		n += x.Len()
		if n < 0 {
			return nil, Raise(t, OverflowErrorType, "join() result is too long for a Python string")
		}
		kind = max(kind, x.flags&(flagKind2|flagKind4))
		ascii &= x.flags
	}
	if n == 0 {
		return emptyStr, nil
	}
	shift := kindShift(kind)
	if n > 1<<60 {
		return nil, RaiseNew(t, MemoryErrorType)
	}
	if exc := reserveText(t, n<<shift); exc != nil {
		return nil, exc
	}
	if n == 1 {
		for _, v := range items {
			if x := (*Str)(v.p); len(x.s) > 0 {
				return x.exact(t), nil
			}
		}
		return sep.exact(t), nil
	}
	x, units := allocStr(t, n, kind|ascii)
	at := 0
	for i, v := range items {
		if i > 0 && len(sep.s) > 0 {
			if s := sep.shift(); s == shift {
				at += copy(units[at:], sep.s)
			} else {
				widenUnits(units[at:], shift, sep.s, s)
				at += sep.Len() << shift
			}
		}
		y := (*Str)(v.p)
		if s := y.shift(); s == shift {
			at += copy(units[at:], y.s)
		} else {
			widenUnits(units[at:], shift, y.s, s)
			at += y.Len() << shift
		}
	}
	return x, nil
}

// JoinStrs joins the parts of an f-string: BUILD_STRING.
func JoinStrs(t *Thread, parts []Value) (*Str, *Exception) {
	if len(parts) == 1 {
		if s := asStr(parts[0]); s != nil {
			return s, nil
		}
	}
	return joinStrs(t, emptyStr, parts)
}

// strip returns the bounds of s without the characters of chars at its ends; chars nil means white space.
func (s *Str) strip(t *Thread, chars *Str, left, right bool) (int, int) {
	i, j := 0, s.Len()
	if chars == nil {
		if s.flags&flagASCII != 0 {
			for left && i < j && isASCIISpace(s.s[i]) {
				i++
			}
			for right && i < j && isASCIISpace(s.s[j-1]) {
				j--
			}
			return i, j
		}
		u := t.unicode()
		for left && i < j && u.IsSpace(s.At(i)) {
			i++
		}
		for right && i < j && u.IsSpace(s.At(j-1)) {
			j--
		}
		return i, j
	}
	for left && i < j && chars.has(s.At(i)) {
		i++
	}
	for right && i < j && chars.has(s.At(j-1)) {
		j--
	}
	return i, j
}

// has reports whether s contains a code point.
func (s *Str) has(r rune) bool {
	if s.shift() == 0 {
		return r < 256 && strings.IndexByte(s.s, byte(r)) >= 0
	}
	for i, n := 0, s.Len(); i < n; i++ {
		if s.At(i) == r {
			return true
		}
	}
	return false
}

func stripMethod(t *Thread, fn string, self, arg Value, left, right bool) (Value, *Exception) {
	s := (*Str)(self.p)
	var chars *Str
	if !arg.IsNone() {
		if chars = asStr(arg); chars == nil {
			return Null, TypeErrorf(t, "%s arg must be None or str", fn)
		}
	}
	i, j := s.strip(t, chars, left, right)
	return s.Slice(t, i, j).Value(), nil
}

func strStrip(t *Thread, self, chars Value) (Value, *Exception) {
	return stripMethod(t, "strip", self, chars, true, true)
}

func strLStrip(t *Thread, self, chars Value) (Value, *Exception) {
	return stripMethod(t, "lstrip", self, chars, true, false)
}

func strRStrip(t *Thread, self, chars Value) (Value, *Exception) {
	return stripMethod(t, "rstrip", self, chars, false, true)
}
