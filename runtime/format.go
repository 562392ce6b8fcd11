package runtime

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime/numfmt"
)

// Format is format(v, spec); a nil spec is the empty one.
func Format(t *Thread, v Value, spec *Str) (*Str, *Exception) {
	if spec == nil {
		spec = emptyStr
	}
	if len(spec.s) == 0 {
		if s := exactStr(v); s != nil {
			return s, nil
		}
		if v.p == nil {
			return NewStrInt(t, int64(v.n)), nil
		}
		if v.IsFloat() {
			return ToStr(t, v)
		}
	} else if s := exactStr(v); s != nil {
		return s.format(t, spec, "str")
	} else if v.p == nil || v.IsFloat() {
		return FormatValue(t, v, spec)
	}
	d, ok := t.lookup(TypeOf(v), sFormat)
	if !ok {
		return nil, TypeErrorf(t, "Type %s doesn't define __format__", TypeOf(v).name)
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
		return nil, TypeErrorf(t, "__format__ must return a str, not %s", TypeOf(r).name)
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

// A specCache remembers parsed format specifiers by the str object and the kind of value: those of f-strings come again and again.
type specCache [32]struct {
	spec   *Str
	kind   numfmt.Kind
	parsed numfmt.Spec
}

// parseSpec parses a format specifier that is not empty. The result must not be changed.
func (t *Thread) parseSpec(spec *Str, kind numfmt.Kind, typeName string) (*numfmt.Spec, *numfmt.Error) {
	if t.specs == nil {
		t.specs = new(specCache)
	}
	e := &t.specs[(uintptr(unsafe.Pointer(spec))>>4^uintptr(kind))%uintptr(len(t.specs))]
	if e.spec == spec && e.kind == kind {
		return &e.parsed, nil
	}
	p := numfmt.SpecParser{Minor: t.interp.Version.Minor, Decimal: t.unicode().Decimal}
	parsed, err := p.Parse(spec.GoString(), kind, typeName)
	if err != nil {
		return nil, err
	}
	e.spec, e.kind, e.parsed = spec, kind, parsed
	return &e.parsed, nil
}

// format is str.__format__ with a spec that is not empty.
func (s *Str) format(t *Thread, spec *Str, typeName string) (*Str, *Exception) {
	f, err := t.parseSpec(spec, numfmt.KindStr, typeName)
	if err != nil {
		return nil, raiseNumfmt(t, err)
	}
	n := s.Len()
	keep, left, right, err := f.LayoutString(n, typeName)
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
	r, exc := s.format(t, f, TypeOf(self).name)
	if exc != nil {
		return Null, exc
	}
	return r.Value(), nil
}
