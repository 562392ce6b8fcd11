package runtime

import "fmt"

// The members of the Unicode errors in Ext.
const (
	unicodeEncoding = iota
	unicodeObject
	unicodeStart
	unicodeEnd
	unicodeReason
	unicodeMembers
)

func unicodeErrorSpec(init func(t *Thread, self Value, args []Value, kw *Tuple) *Exception, str UnaryFunc) *TypeSpec {
	s := memberSpec(Slots{Init: init, Str: str}, member{"encoding", "exception encoding"}, member{"object", "exception object"},
		member{"start", "exception start"}, member{"end", "exception end"}, member{"reason", "exception reason"})
	for _, i := range [...]int{unicodeStart, unicodeEnd} {
		s.GetSets[i].Get = func(_ *Thread, self Value) (Value, *Exception) {
			if v := (*Exception)(self.p).Ext[i]; !v.IsNull() {
				return v, nil
			}
			return Int(0), nil
		}
		s.GetSets[i].Set = func(t *Thread, self, x Value) *Exception {
			switch {
			case x.IsNull():
				return Raise(t, TypeErrorType, "can't delete numeric/char attribute")
			case !TypeOf(x).Is(TypeInt):
				return Raise(t, TypeErrorType, "an integer is required")
			}
			n, exc := AsSsize(t, x)
			if exc == nil {
				(*Exception)(self.p).Ext[i] = Int(int64(n))
			}
			return exc
		}
	}
	return s
}

// unicodeInit checks the arguments of the three constructors: kinds has a letter for each, s for str, n for an index, b for bytes.
func unicodeInit(t *Thread, self Value, args []Value, kw *Tuple, kinds string, members ...int) *Exception {
	if exc := exceptionInit(t, self, args, kw); exc != nil {
		return exc
	}
	if len(args) != len(kinds) {
		return TypeErrorf(t, "function takes exactly %d arguments (%d given)", len(kinds), len(args))
	}
	e := (*Exception)(self.p)
	for i, v := range args {
		switch kinds[i] {
		case 's':
			if asStr(v) == nil {
				return TypeErrorf(t, "argument %d must be str, not %s", i+1, argTypeName(v))
			}
		case 'n':
			n, exc := AsSsize(t, v)
			if exc != nil {
				return exc
			}
			v = Int(int64(n))
		case 'b':
			if !TypeOf(v).Is(TypeBytes) {
				var exc *Exception
				if v, exc = bytesOfBuffer(t, v); exc != nil {
					return exc
				}
			}
		}
		e.Ext[members[i]] = v
	}
	return nil
}

// bytesOfBuffer copies any bytes-like object to a bytes.
func bytesOfBuffer(t *Thread, v Value) (Value, *Exception) {
	if TypeOf(v).Buffer == nil {
		return Null, TypeErrorf(t, "a bytes-like object is required, not '%s'", TypeOf(v).fullName())
	}
	return Call(t, BytesType.Value(), v)
}

func unicodeEncodeInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	return unicodeInit(t, self, args, kw, "ssnns", unicodeEncoding, unicodeObject, unicodeStart, unicodeEnd, unicodeReason)
}

func unicodeDecodeInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	return unicodeInit(t, self, args, kw, "sbnns", unicodeEncoding, unicodeObject, unicodeStart, unicodeEnd, unicodeReason)
}

func unicodeTranslateInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	return unicodeInit(t, self, args, kw, "snns", unicodeObject, unicodeStart, unicodeEnd, unicodeReason)
}

// unicodeFields returns the texts and bounds that the messages show; ok is false when __init__ never ran.
func (e *Exception) unicodeFields(t *Thread) (encoding, reason string, start, end int64, ok bool, exc *Exception) {
	if e.Ext[unicodeObject].IsNull() {
		return "", "", 0, 0, false, nil
	}
	r, exc := ToStr(t, orNone(e.Ext[unicodeReason]))
	if exc != nil {
		return "", "", 0, 0, false, exc
	}
	c, exc := ToStr(t, orNone(e.Ext[unicodeEncoding]))
	if exc != nil {
		return "", "", 0, 0, false, exc
	}
	return c.GoString(), r.GoString(), e.Ext[unicodeStart].AsInt(), e.Ext[unicodeEnd].AsInt(), true, nil
}

// unicodeText is the object attribute, which must be a str from 3.14 on; before, nil stands for anything else.
func (e *Exception) unicodeText(t *Thread) (*Str, *Exception) {
	s := asStr(e.Ext[unicodeObject])
	if s == nil && t.interp.Version.At(14) {
		return nil, Raise(t, TypeErrorType, "UnicodeError 'object' attribute must be a string")
	}
	return s, nil
}

// oneUnit reports whether a range is a single item of an object of length n.
func oneUnit(start, end int64, n int) bool { return start >= 0 && start < int64(n) && end == start+1 }

// escapedChar is a character as these messages show it.
func escapedChar(r rune) string {
	switch {
	case r <= 0xff:
		return fmt.Sprintf(`\x%02x`, r)
	case r <= 0xffff:
		return fmt.Sprintf(`\u%04x`, r)
	}
	return fmt.Sprintf(`\U%08x`, r)
}

func unicodeEncodeStr(t *Thread, v Value) (Value, *Exception) {
	e := (*Exception)(v.p)
	encoding, reason, start, end, ok, exc := e.unicodeFields(t)
	if exc != nil {
		return Null, exc
	}
	if !ok {
		return emptyStr.Value(), nil
	}
	s, exc := e.unicodeText(t)
	if exc != nil {
		return Null, exc
	}
	if s != nil && oneUnit(start, end, s.Len()) {
		return NewStr(t, fmt.Sprintf("'%s' codec can't encode character '%s' in position %d: %s", encoding, escapedChar(s.At(int(start))), start, reason)).Value(), nil
	}
	return NewStr(t, fmt.Sprintf("'%s' codec can't encode characters in position %d-%d: %s", encoding, start, end-1, reason)).Value(), nil
}

func unicodeDecodeStr(t *Thread, v Value) (Value, *Exception) {
	e := (*Exception)(v.p)
	encoding, reason, start, end, ok, exc := e.unicodeFields(t)
	if exc != nil {
		return Null, exc
	}
	if !ok {
		return emptyStr.Value(), nil
	}
	n, exc := Len(t, e.Ext[unicodeObject])
	if exc != nil {
		return Null, exc
	}
	if oneUnit(start, end, n) {
		b, exc := GetItem(t, e.Ext[unicodeObject], Int(start))
		if exc != nil {
			return Null, exc
		}
		return NewStr(t, fmt.Sprintf("'%s' codec can't decode byte 0x%02x in position %d: %s", encoding, b.AsInt(), start, reason)).Value(), nil
	}
	return NewStr(t, fmt.Sprintf("'%s' codec can't decode bytes in position %d-%d: %s", encoding, start, end-1, reason)).Value(), nil
}

func unicodeTranslateStr(t *Thread, v Value) (Value, *Exception) {
	e := (*Exception)(v.p)
	_, reason, start, end, ok, exc := e.unicodeFields(t)
	if exc != nil {
		return Null, exc
	}
	if !ok {
		return emptyStr.Value(), nil
	}
	s, exc := e.unicodeText(t)
	if exc != nil {
		return Null, exc
	}
	if s != nil && oneUnit(start, end, s.Len()) {
		return NewStr(t, fmt.Sprintf("can't translate character '%s' in position %d: %s", escapedChar(s.At(int(start))), start, reason)).Value(), nil
	}
	return NewStr(t, fmt.Sprintf("can't translate characters in position %d-%d: %s", start, end-1, reason)).Value(), nil
}
