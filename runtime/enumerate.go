package runtime

import (
	"math/big"
	"unsafe"
)

// EnumerateType is enumerate.
var EnumerateType = &Type{name: "enumerate"}

var enumerateShape = &Shape{typ: EnumerateType}

// An Enumerate is an enumerate object.
type Enumerate struct {
	Header
	It    Value
	Count Value // the next number: an int of any size
}

type enumerateSub struct {
	Enumerate
	Attrs
}

var enumerateSpec = TypeSpec{
	Type: EnumerateType, Name: "enumerate", Shape: enumerateShape, Flags: TypeBase | typeOwnLayout,
	Doc: "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\n" +
		"The enumerate object yields pairs containing a count (from start, which\ndefaults to zero) and a value yielded by the iterable argument.\n\n" +
		"enumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...",
	TextSig: "(iterable, start=0)",
	NewSub: func(t *Thread, _ *Type) *Header {
		x := alloc[enumerateSub](t)
		x.It, x.Count = Null, Int(0)
		return &x.Header
	},
	SubAttrsOffset: unsafe.Offsetof(enumerateSub{}.Attrs),
	Slots: Slots{New: enumerateNew, Iter: selfIter, Next: enumerateNext, Traverse: func(v Value, visit VisitFunc) {
		visit((*Enumerate)(v.p).It)
		visit((*Enumerate)(v.p).Count)
	}},
	Methods: []MethodSpec{
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: enumerateReduce},
		{Sig: "__class_getitem__($type, object, /)", Doc: "See PEP 585", Fn: newGenericAlias, Flavor: ClassMethod},
	},
}

var enumerateSig = newNative(&MethodSpec{Sig: "enumerate(iterable, start=0)", Fn: func(*Thread, Value, []Value) (Value, *Exception) { return Null, nil }})

func enumerateNew(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	if cls == EnumerateType {
		if exc := checkEnumerate(t, len(args)-kw.Len(), kw); exc != nil {
			return Null, exc
		}
	}
	a, exc := enumerateSig.bind(t, args, kw)
	if exc != nil {
		return Null, exc
	}
	start, exc := Index(t, a[1])
	if exc != nil {
		return Null, exc
	}
	it, exc := Iter(t, a[0])
	if exc != nil {
		return Null, exc
	}
	if cls == EnumerateType {
		x := alloc[Enumerate](t)
		x.shape, x.It, x.Count = enumerateShape, it, start
		return obj(unsafe.Pointer(x)), nil
	}
	t.Handle(it)
	h := newInstanceOf(t, cls)
	x := (*Enumerate)(unsafe.Pointer(h))
	x.It, x.Count = it, start
	return ObjectOf(h), nil
}

// checkEnumerate raises the errors of enumerate's own argument parsing, which CPython has for speed.
func checkEnumerate(t *Thread, npos int, kw *Tuple) *Exception {
	switch n := npos + kw.Len(); {
	case n == 0:
		return Raise(t, TypeErrorType, "enumerate() missing required argument 'iterable'")
	case n > 2:
		return TypeErrorf(t, "enumerate() takes at most 2 arguments (%d given)", n)
	}
	want := []string{"iterable", "start"}[npos:]
	if kw.Len() == 2 && asStr(kw.Items[0]).GoString() == "start" {
		want = []string{"start", "iterable"}
	}
	for i := 0; i < kw.Len(); i++ {
		if key := asStr(kw.Items[i]); key.GoString() != want[i] {
			return TypeErrorf(t, "'%s' is an invalid keyword argument for enumerate()", key)
		}
	}
	return nil
}

// AsEnumerate returns the enumerate object that v is when its type is enumerate itself, or nil.
func AsEnumerate(v Value) *Enumerate {
	if v.p != nil && (*Header)(v.p).shape == enumerateShape {
		return (*Enumerate)(v.p)
	}
	return nil
}

// NextPair steps the enumeration without making the tuple.
func (x *Enumerate) NextPair(t *Thread) (i, v Value, ok bool, exc *Exception) {
	if exc := t.Enter(""); exc != nil {
		return Null, Null, false, exc
	}
	v, ok, exc = TypeOf(x.It).Next(t, x.It)
	t.Leave()
	if exc != nil || !ok {
		return Null, Null, false, exc
	}
	i = x.Count
	if i.p == nil && int64(i.n) < 1<<63-1 {
		x.Count = Int(int64(i.n) + 1)
	} else {
		x.Count = BigFrom(t, new(big.Int).Add(AsBig(i), big.NewInt(1)))
	}
	return i, v, true, nil
}

func enumerateNext(t *Thread, v Value) (Value, bool, *Exception) {
	i, x, ok, exc := (*Enumerate)(v.p).NextPair(t)
	if exc != nil || !ok {
		return Null, false, exc
	}
	return newPair(t, i, x), true, nil
}

// newPair makes a tuple of two.
func newPair(t *Thread, a, b Value) Value {
	y := alloc[tuple2](t)
	y.room[0], y.room[1] = a, b
	y.Items = y.room[:]
	y.shape = tupleShape
	return obj(unsafe.Pointer(y))
}

func enumerateReduce(t *Thread, self Value) (Value, *Exception) {
	x := (*Enumerate)(self.p)
	return newPair(t, TypeOf(self).Value(), newPair(t, x.It, x.Count)), nil
}
