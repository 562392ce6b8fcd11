package runtime

import "github.com/krait-vm/krait/runtime/numfmt"

// Format is format(v, spec); a nil spec is the empty one.
func Format(t *Thread, v Value, spec *Str) (*Str, *Exception) {
	if spec == nil {
		spec = emptyStr
	}
	if spec.IsASCII() {
		if s, ok, exc := formatExact(t, v, spec.s); ok {
			return s, exc
		}
	}
	d, ok := t.lookup(TypeOf(v), sFormat)
	if !ok {
		return nil, TypeErrorf(t, "Type %s doesn't define __format__", TypeOf(v).fullName())
	}
	if len(spec.s) == 0 {
		if x := AsDescriptor(d); x != nil && x.Fn.owner == ObjectType {
			return ToStr(t, v)
		}
	}
	r, exc := callUnbound(t, d, v, TypeOf(v), []Value{spec.Value()})
	if exc != nil {
		return nil, exc
	}
	s := asStr(r)
	if s == nil {
		return nil, TypeErrorf(t, "__format__ must return a str, not %s", TypeOf(r).fullName())
	}
	return s, nil
}

// FormatSimple is format(v): FORMAT_SIMPLE.
func FormatSimple(t *Thread, v Value) (*Str, *Exception) { return Format(t, v, emptyStr) }

// The operands of CONVERT_VALUE.
const (
	ConvertStr = 1 + iota
	ConvertRepr
	ConvertASCII
)

// ConvertValue applies !s, !r or !a: CONVERT_VALUE.
func ConvertValue(t *Thread, v Value, conversion int) (*Str, *Exception) {
	switch conversion {
	case ConvertStr:
		return ToStr(t, v)
	case ConvertRepr:
		return Repr(t, v)
	case ConvertASCII:
		return ASCII(t, v)
	}
	return nil, Raisef(t, SystemErrorType, "unexpected conversion flag %d", conversion)
}

// raiseNumfmt raises what a formatting kernel reports.
func raiseNumfmt(t *Thread, err *numfmt.Error) *Exception {
	return Raise(t, numfmtClass(err.Class), err.Msg)
}

func numfmtClass(name string) *Type {
	switch name {
	case "OverflowError":
		return OverflowErrorType
	case "TypeError":
		return TypeErrorType
	case "ZeroDivisionError":
		return ZeroDivisionErrorType
	case "MemoryError":
		return MemoryErrorType
	case "KeyboardInterrupt":
		return KeyboardInterruptType
	}
	return ValueErrorType
}

// A specCache remembers parsed format specifiers of up to eight ASCII characters: a program uses the same few again and again.
type specCache [64]struct {
	key    uint64 // the characters
	kind   numfmt.Kind
	parsed numfmt.Spec
}

// parseSpec parses a format specifier that is not empty. The result must not be changed and is good until the next call.
func (t *Thread) parseSpec(spec string, kind numfmt.Kind, typeName string) (*numfmt.Spec, *numfmt.Error) {
	if t.specs == nil {
		t.specs = new(specCache)
	}
	key := uint64(0)
	if len(spec) <= 8 {
		for i := 0; i < len(spec); i++ {
			key = key<<8 | uint64(spec[i])
		}
	}
	e := &t.specs[(key^key>>13^key>>29)%64]
	if key != 0 && e.key == key && e.kind == kind {
		return &e.parsed, nil
	}
	p := numfmt.SpecParser{Minor: t.interp.Version.Minor, Decimal: t.unicode().Decimal}
	parsed, err := p.Parse(spec, kind, typeName)
	if err != nil {
		return nil, err
	}
	e.key, e.kind, e.parsed = key, kind, parsed
	return &e.parsed, nil
}

// format is str.__format__ with a spec that is not empty.
func (s *Str) format(t *Thread, spec, typeName string) (*Str, *Exception) {
	f, err := t.parseSpec(spec, numfmt.KindStr, typeName)
	if err != nil {
		return nil, raiseNumfmt(t, err)
	}
	keep, left, right, err := f.LayoutString(s.Len(), typeName)
	if err != nil {
		return nil, raiseNumfmt(t, err)
	}
	if left == 0 && right == 0 {
		return s.Slice(t, 0, keep), nil
	}
	var b strBuilder
	b.start(t)
	b.fill(f.Fill, left)
	b.slice(s, 0, keep)
	b.fill(f.Fill, right)
	return b.finish()
}

// formatExact formats an exact str, int or float; ok is false for all else.
func formatExact(t *Thread, v Value, spec string) (s *Str, ok bool, exc *Exception) {
	if x := exactStr(v); x != nil {
		if spec == "" {
			return x, true, nil
		}
		s, exc = x.format(t, spec, "str")
		return s, true, exc
	}
	switch {
	case v.p == nil && spec == "":
		return NewStrInt(t, int64(v.n)), true, nil
	case v.p == nil:
		s, exc = formatNumber(t, v, spec)
	case v.IsFloat() && spec == "":
		s, exc = ToStr(t, v)
	case v.IsFloat():
		s, exc = formatNumber(t, v, spec)
	default:
		return nil, false, nil
	}
	return s, true, exc
}

// strFormatSpec is str.__format__.
func strFormatSpec(t *Thread, self, spec Value) (Value, *Exception) {
	f, exc := argStr(t, "__format__", "", spec)
	if exc != nil {
		return Null, exc
	}
	s := (*Str)(self.p)
	if len(f.s) == 0 {
		r, exc := ToStr(t, self)
		if exc != nil {
			return Null, exc
		}
		return r.Value(), nil
	}
	r, exc := s.format(t, f.GoString(), TypeOf(self).name)
	if exc != nil {
		return Null, exc
	}
	return r.Value(), nil
}
