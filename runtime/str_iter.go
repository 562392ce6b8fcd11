package runtime

import "unsafe"

// StrIterType is str_iterator, StrASCIIIterType str_ascii_iterator: iterators over the characters of a str, of which the latter knows an ASCII one.
var (
	StrIterType      = &Type{name: "str_iterator"}
	StrASCIIIterType = &Type{name: "str_ascii_iterator"}

	strIterShape      = &Shape{typ: StrIterType}
	strASCIIIterShape = &Shape{typ: StrASCIIIterType}
)

// A StrIter is an iterator over the characters of a str.
type StrIter struct {
	Header
	Str *Str // nil once exhausted
	I   int
}

var strIterSpec = TypeSpec{
	Type: StrIterType, Name: "str_iterator", Flags: typeOwnLayout | TypeNoInstantiation, Shape: strIterShape,
	Slots: Slots{Iter: selfIter, Next: strIterNext, Traverse: strIterTraverse}, Methods: strIterMethods,
}

var strASCIIIterSpec = TypeSpec{
	Type: StrASCIIIterType, Name: "str_ascii_iterator", Flags: typeOwnLayout | TypeNoInstantiation, Shape: strASCIIIterShape,
	Slots: Slots{Iter: selfIter, Next: strIterNext, Traverse: strIterTraverse}, Methods: strIterMethods,
}

var strIterMethods = []MethodSpec{
	{Sig: "__length_hint__($self, /)", Doc: "Private method returning an estimate of len(list(it)).", Fn: strIterHint},
	{Sig: "__reduce__($self, /)", Doc: "Return state information for pickling.", Fn: strIterReduce},
	{Sig: "__setstate__($self, object, /)", Doc: "Set state information for unpickling.", Fn: strIterSetState},
}

// strIter is iter(s).
func strIter(t *Thread, v Value) (Value, *Exception) {
	s := (*Str)(v.p)
	it := alloc[StrIter](t)
	it.shape, it.Str = strIterShape, s
	if s.IsASCII() {
		it.shape = strASCIIIterShape
	}
	return obj(unsafe.Pointer(it)), nil
}

// AsStrIter returns the str iterator that v is, or nil.
func AsStrIter(v Value) *StrIter {
	if v.p != nil {
		if s := (*Header)(v.p).shape; s == strASCIIIterShape || s == strIterShape {
			return (*StrIter)(v.p)
		}
	}
	return nil
}

// Next steps the iterator.
func (it *StrIter) Next(t *Thread) (Value, bool) {
	s := it.Str
	if s == nil {
		return Null, false
	}
	if it.I < s.Len() {
		i := it.I
		it.I++
		if s.flags&(flagKind2|flagKind4) == 0 {
			return latin1[s.s[i]].Value(), true
		}
		return charStr(t, s.At(i)).Value(), true
	}
	it.Str = nil
	return Null, false
}

func strIterNext(t *Thread, v Value) (Value, bool, *Exception) {
	x, ok := (*StrIter)(v.p).Next(t)
	return x, ok, nil
}

func strIterTraverse(v Value, visit VisitFunc) {
	if s := (*StrIter)(v.p).Str; s != nil {
		visit(s.Value())
	}
}

func strIterHint(_ *Thread, self Value) (Value, *Exception) {
	it := (*StrIter)(self.p)
	if it.Str == nil {
		return Int(0), nil
	}
	return Int(int64(it.Str.Len() - it.I)), nil
}

func strIterReduce(t *Thread, self Value) (Value, *Exception) {
	it := (*StrIter)(self.p)
	fn, _ := t.interp.Builtins.GetStr(sIterFn)
	if it.Str == nil {
		return MakeTuple(t, fn, MakeTuple(t, emptyStr.Value()).Value()).Value(), nil
	}
	return MakeTuple(t, fn, MakeTuple(t, it.Str.Value()).Value(), Int(int64(it.I))).Value(), nil
}

func strIterSetState(t *Thread, self, state Value) (Value, *Exception) {
	it := (*StrIter)(self.p)
	i, exc := AsSsize(t, state)
	if exc != nil {
		return Null, exc
	}
	if it.Str != nil {
		it.I = min(max(i, 0), it.Str.Len())
	}
	return None, nil
}
