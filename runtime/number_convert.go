package runtime

import (
	"math"
	"unsafe"

	"github.com/krait-vm/krait/runtime/numfmt"
)

// numericText returns a str as the number parsers want it: decimal digits and blanks of all scripts replaced by ASCII ones, other non-ASCII
// characters by '?'.
func numericText(t *Thread, s *Str) string {
	if s.IsASCII() {
		return s.s
	}
	u := t.unicode()
	b := make([]byte, s.Len())
	for i := range b {
		b[i] = u.NumberByte(s.At(i))
	}
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// bytesText returns the content of a bytes-like object.
func bytesText(t *Thread, v Value) (text string, ok bool, exc *Exception) {
	switch tp := TypeOf(v); {
	case tp.flags&TypeBytes != 0:
		b := (*Bytes)(v.p).B
		return unsafe.String(unsafe.SliceData(b), len(b)), true, nil
	case tp.IsSubtype(ByteArrayType):
		return string((*ByteArray)(v.p).B), true, nil
	case tp.Buffer != nil:
		buf, exc := GetBuffer(t, v, false)
		if exc != nil {
			return "", false, exc
		}
		defer buf.Free()
		return string(buf.appendTo(nil)), true, nil
	}
	return "", false, nil
}

var intNewArgs = &Native{name: "int", sig: "($cls, x=<unrepresentable>, /, base=<unrepresentable>)"}

// intNew is int.__new__.
func intNew(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception) {
	var v Value
	var exc *Exception
	if len(args) == 1 && kw == nil {
		v, exc = ToInt(t, args[0])
	} else {
		v, exc = intFromArgs(t, cls, args, kw)
	}
	if exc != nil || cls == IntType {
		return v, exc
	}
	return newIntOf(t, cls, v), nil
}

func intFromArgs(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if len(args) == 0 {
		return Int(0), nil
	}
	if kw == nil && len(args) > 2 && cls == IntType && t.interp.Version.At(13) {
		return Null, TypeErrorf(t, "int expected at most 2 arguments, got %d", len(args))
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	bound, exc := intNewArgs.bind(t, args, kw)
	if exc != nil {
		return Null, exc
	}
	x, base := bound[0], bound[1]
	switch {
	case x.IsNull():
		return Null, Raise(t, TypeErrorType, "int() missing string argument")
	case base.IsNull():
		return ToInt(t, x)
	}
	bv, exc := Index(t, base)
	if exc != nil {
		return Null, exc
	}
	n := int64(-1)
	if bv.IsInt() {
		n = bv.AsInt()
	}
	if n != 0 && n < 2 || n > 36 {
		return Null, Raise(t, ValueErrorType, "int() base must be >= 2 and <= 36, or 0")
	}
	tp := TypeOf(x)
	if tp.flags&(TypeStr|TypeBytes) == 0 && !tp.IsSubtype(ByteArrayType) {
		return Null, Raise(t, TypeErrorType, "int() can't convert non-string with explicit base")
	}
	return intFromText(t, x, int(n))
}

// intFromText parses a str, bytes or other bytes-like object.
func intFromText(t *Thread, x Value, base int) (Value, *Exception) {
	var text string
	shown := x
	if s := asStr(x); s != nil {
		text = numericText(t, s)
	} else {
		var exc *Exception
		if text, _, exc = bytesText(t, x); exc != nil {
			return Null, exc
		}
		shown = NewBytes(t, []byte(text[:min(len(text), 200)])).Value()
	}
	v, ok, exc := parseIntText(t, text, base)
	if exc != nil || ok {
		return v, exc
	}
	r, exc := Repr(t, shown)
	if exc != nil {
		return Null, exc
	}
	if r.Len() > 200 {
		r = r.Slice(t, 0, 200)
	}
	return Null, ValueErrorf(t, "invalid literal for int() with base %d: %s", base, r)
}

// ToInt is int(v).
func ToInt(t *Thread, v Value) (Value, *Exception) {
	if v.p == nil || (*Header)(v.p).shape == intShape {
		return v, nil
	}
	if v.IsFloat() {
		return IntFromFloat(t, v.AsFloat())
	}
	if s := exactStr(v); s != nil {
		return intFromText(t, v, 10)
	}
	tp := TypeOf(v)
	if tp.ToInt != nil {
		r, exc := tp.ToInt(t, v)
		if exc != nil {
			return Null, exc
		}
		return intResult(t, r, "__int__")
	}
	if tp.Index != nil {
		return Index(t, v)
	}
	if !t.interp.Version.At(14) {
		if r, ok, exc := intByTrunc(t, v); ok || exc != nil {
			return r, exc
		}
	}
	if tp.flags&(TypeStr|TypeBytes) != 0 || tp.IsSubtype(ByteArrayType) || tp.Buffer != nil {
		return intFromText(t, v, 10)
	}
	return Null, TypeErrorf(t, "int() argument must be a string, a bytes-like object or a real number, not '%s'", tp.name)
}

// intResult checks what a conversion method returned.
func intResult(t *Thread, r Value, method string) (Value, *Exception) {
	if r.p == nil || (*Header)(r.p).shape == intShape {
		return r, nil
	}
	tp := TypeOf(r)
	if tp.flags&TypeInt == 0 {
		return Null, TypeErrorf(t, "%s returned non-int (type %s)", method, tp.name)
	}
	exc := warnDeprecated(t, method+" returned non-int (type "+tp.name+
		").  The ability to return an instance of a strict subclass of int is deprecated, and may not be supported in a future version of Python.")
	return exactInt(r), exc
}

// intByTrunc is int() by way of __trunc__, which ended with Python 3.14.
func intByTrunc(t *Thread, v Value) (r Value, ok bool, exc *Exception) {
	fn, ok, exc := LookupSpecial(t, v, sTrunc)
	if exc != nil || !ok {
		return Null, false, exc
	}
	if exc := warnDeprecated(t, "The delegation of int() to __trunc__ is deprecated."); exc != nil {
		return Null, true, exc
	}
	if r, exc = Call(t, fn); exc != nil {
		return Null, true, exc
	}
	if TypeOf(r).flags&TypeInt != 0 {
		return exactInt(r), true, nil
	}
	if TypeOf(r).Index == nil {
		return Null, true, TypeErrorf(t, "__trunc__ returned non-Integral (type %s)", TypeOf(r).fullName())
	}
	r, exc = Index(t, r)
	return r, true, exc
}

// warnDeprecated issues a DeprecationWarning on behalf of the running Python function.
func warnDeprecated(t *Thread, msg string) *Exception { return Warn(t, DeprecationWarningType, msg, 1) }

var floatNewArgs = &Native{name: "float", sig: "($cls, x=0, /)"}

// floatNew is float.__new__.
func floatNew(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if len(args) != 1 || kw != nil {
		if kw.Len() > 0 && cls != FloatType {
			// A subclass with an __init__ of its own may take keywords.
			if v, _ := t.lookup(cls, sInit); !isSlotOf(v, ObjectType) {
				args, kw = args[:len(args)-kw.Len()], nil
			}
		}
		mark := t.HandleMark()
		defer t.Release(mark)
		bound, exc := floatNewArgs.bind(t, args, kw)
		if exc != nil {
			return Null, exc
		}
		args = bound
	}
	f, exc := toFloat(t, args[0])
	if exc != nil {
		return Null, exc
	}
	return newFloatOf(t, cls, f), nil
}

// toFloat is float(v).
func toFloat(t *Thread, v Value) (float64, *Exception) {
	if s := exactStr(v); s != nil {
		return floatFromText(t, v, numericText(t, s))
	}
	f, ok, exc := floatByMethods(t, v)
	if ok || exc != nil {
		return f, exc
	}
	if s := asStr(v); s != nil {
		return floatFromText(t, v, numericText(t, s))
	}
	text, ok, exc := bytesText(t, v)
	if exc != nil {
		return 0, exc
	}
	if ok {
		return floatFromText(t, v, text)
	}
	return 0, TypeErrorf(t, "float() argument must be a string or a real number, not '%s'", TypeOf(v).fullName())
}

func floatFromText(t *Thread, v Value, text string) (float64, *Exception) {
	f, ok := numfmt.ParseFloat(text)
	if !ok {
		r, exc := Repr(t, v)
		if exc != nil {
			return 0, exc
		}
		return 0, Raise(t, ValueErrorType, "could not convert string to float: "+r.GoString())
	}
	if math.IsNaN(f) {
		f = NewNaN(t, math.Signbit(f))
	}
	return f, nil
}

// floatByMethods converts a real number, by __float__ or __index__ if need be; ok is false when it is none.
func floatByMethods(t *Thread, v Value) (f float64, ok bool, exc *Exception) {
	if f, ok = floatOf(v); ok && TypeOf(v) == FloatType {
		return f, true, nil
	}
	tp := TypeOf(v)
	if tp.ToFloat != nil {
		r, exc := tp.ToFloat(t, v)
		if exc != nil {
			return 0, false, exc
		}
		f, ok = floatOf(r)
		if !ok {
			return 0, false, TypeErrorf(t, "%s.__float__ returned non-float (type %s)", tp.name, TypeOf(r).fullName())
		}
		if TypeOf(r) != FloatType {
			exc = warnDeprecated(t, tp.name+".__float__ returned non-float (type "+TypeOf(r).name+
				").  The ability to return an instance of a strict subclass of float is deprecated, and may not be supported in a future version of Python.")
		}
		return f, exc == nil, exc
	}
	if tp.Index == nil {
		return 0, false, nil
	}
	i, exc := Index(t, v)
	if exc != nil {
		return 0, false, exc
	}
	return floatOperand(t, i)
}

// AsFloat64 converts an argument that must be a real number, as PyFloat_AsDouble does.
func AsFloat64(t *Thread, v Value) (float64, *Exception) {
	if v.IsFloat() {
		return v.AsFloat(), nil
	}
	if v.p == nil {
		return float64(int64(v.n)), nil
	}
	if f, ok := floatOf(v); ok {
		return f, nil
	}
	f, ok, exc := floatByMethods(t, v)
	if exc == nil && !ok {
		return 0, TypeErrorf(t, "must be real number, not %s", TypeOf(v).fullName())
	}
	return f, exc
}
