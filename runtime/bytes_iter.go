package runtime

import "unsafe"

// BytesIterType is bytes_iterator, ByteArrayIterType bytearray_iterator.
var (
	BytesIterType     = &Type{name: "bytes_iterator"}
	ByteArrayIterType = &Type{name: "bytearray_iterator"}

	bytesIterShape     = &Shape{typ: BytesIterType}
	byteArrayIterShape = &Shape{typ: ByteArrayIterType}
)

// A BytesIter is an iterator over a bytes or bytearray object.
type BytesIter struct {
	Header
	Seq Value // Null once exhausted
	I   int
}

var bytesIterSpec = TypeSpec{
	Type: BytesIterType, Name: "bytes_iterator", Flags: typeOwnLayout | TypeNoInstantiation, Shape: bytesIterShape,
	Slots: Slots{Iter: selfIter, Next: bytesIterNext, Traverse: bytesIterTraverse}, Methods: bytesIterMethods,
}

var byteArrayIterSpec = TypeSpec{
	Type: ByteArrayIterType, Name: "bytearray_iterator", Flags: typeOwnLayout | TypeNoInstantiation, Shape: byteArrayIterShape,
	Slots: Slots{Iter: selfIter, Next: bytesIterNext, Traverse: bytesIterTraverse}, Methods: bytesIterMethods,
}

var bytesIterMethods = []MethodSpec{
	{Sig: "__length_hint__($self, /)", Doc: "Private method returning an estimate of len(list(it)).", Fn: bytesIterHint},
	{Sig: "__reduce__($self, /)", Doc: "Return state information for pickling.", Fn: bytesIterReduce},
	{Sig: "__setstate__($self, object, /)", Doc: "Set state information for unpickling.", Fn: bytesIterSetState},
}

func newBytesIter(t *Thread, v Value, shape *Shape) (Value, *Exception) {
	it := alloc[BytesIter](t)
	it.shape, it.Seq = shape, v
	return obj(unsafe.Pointer(it)), nil
}

func bytesIter(t *Thread, v Value) (Value, *Exception) { return newBytesIter(t, v, bytesIterShape) }

func byteArrayIter(t *Thread, v Value) (Value, *Exception) {
	return newBytesIter(t, v, byteArrayIterShape)
}

func bytesIterNext(_ *Thread, v Value) (Value, bool, *Exception) {
	it := (*BytesIter)(v.p)
	if it.Seq.IsNull() {
		return Null, false, nil
	}
	s := rawBytes(it.Seq)
	if it.I < len(s) {
		it.I++
		return Int(int64(s[it.I-1])), true, nil
	}
	it.Seq = Null
	return Null, false, nil
}

func bytesIterTraverse(v Value, visit VisitFunc) { visit((*BytesIter)(v.p).Seq) }

func bytesIterHint(_ *Thread, self Value) (Value, *Exception) {
	it := (*BytesIter)(self.p)
	if it.Seq.IsNull() {
		return Int(0), nil
	}
	return Int(int64(max(len(rawBytes(it.Seq))-it.I, 0))), nil
}

func bytesIterReduce(t *Thread, self Value) (Value, *Exception) {
	it := (*BytesIter)(self.p)
	fn, _ := t.interp.Builtins.GetStr(sIterFn)
	if it.Seq.IsNull() {
		return MakeTuple(t, fn, MakeTuple(t, emptyTuple.Value()).Value()).Value(), nil
	}
	return MakeTuple(t, fn, MakeTuple(t, it.Seq).Value(), Int(int64(it.I))).Value(), nil
}

func bytesIterSetState(t *Thread, self, state Value) (Value, *Exception) {
	it := (*BytesIter)(self.p)
	i, exc := AsSsize(t, state)
	if exc != nil {
		return Null, exc
	}
	if !it.Seq.IsNull() {
		it.I = min(max(i, 0), len(rawBytes(it.Seq)))
	}
	return None, nil
}
