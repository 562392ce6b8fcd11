package runtime

import (
	"github.com/krait-vm/krait/runtime/numfmt"
)

// numberFormat is __format__ of int, float and complex.
func numberFormat(t *Thread, self, spec Value) (Value, *Exception) {
	s := asStr(spec)
	if s == nil {
		return Null, TypeErrorf(t, "__format__() argument must be str, not %s", TypeOf(spec).fullName())
	}
	r, exc := FormatValue(t, self, s)
	if exc != nil {
		return Null, exc
	}
	return r.Value(), nil
}

// FormatValue is format(v, spec) of an int, float or complex, without asking a subclass's __format__.
func FormatValue(t *Thread, v Value, spec *Str) (*Str, *Exception) {
	if spec.Len() == 0 {
		return ToStr(t, v)
	}
	return formatNumber(t, v, spec.GoString())
}

// formatNumber is FormatValue for a spec that is not empty.
func formatNumber(t *Thread, v Value, spec string) (*Str, *Exception) {
	kind := numfmt.KindComplex
	tp := TypeOf(v)
	switch {
	case tp.flags&TypeInt != 0:
		kind = numfmt.KindInt
	case tp.flags&TypeFloat != 0:
		kind = numfmt.KindFloat
	}
	s, err := t.parseSpec(spec, kind, tp.name)
	if err != nil {
		return nil, raiseNumfmt(t, err)
	}
	if n := s.Size(); n > 1<<16 {
		if exc := t.Reserve(n); exc != nil {
			return nil, exc
		}
	}
	var buf [64]byte
	out := buf[:0]
	switch kind {
	case numfmt.KindInt:
		n, b, _ := intParts(v)
		if b == nil {
			out, err = s.AppendInt(out, n, tp.name)
			break
		}
		w := newBigWork(t)
		if out, err = s.AppendBig(out, b, tp.name, &w.Budget); err != nil {
			return nil, w.raise(err)
		}
	case numfmt.KindFloat:
		f, _ := floatOf(v)
		out, err = s.AppendFloat(out, f, tp.name)
	default:
		c := (*Complex)(v.p)
		out, err = s.AppendComplex(out, c.Re, c.Im, tp.name)
	}
	if err != nil {
		return nil, raiseNumfmt(t, err)
	}
	if isASCII(bytesString(out)) {
		return NewStrBytes(t, out), nil
	}
	return NewStr(t, string(out)), nil
}
