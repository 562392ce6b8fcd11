package runtime

import "unsafe"

// MapType is map.
var MapType = &Type{name: "map"}

var mapShape = &Shape{typ: MapType}

// A Map is a map object.
type Map struct {
	Header
	fn     Value
	its    []Value
	strict bool // from 3.14 on
}

type mapSub struct {
	Map
	Attrs
}

var mapSpec = TypeSpec{
	Type: MapType, Name: "map", Shape: mapShape, Flags: TypeBase | typeOwnLayout,
	Doc:     "Make an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest iterable is exhausted.",
	TextSig: "(function, iterable, /, *iterables)",
	NewSub: func(t *Thread, _ *Type) *Header {
		x := alloc[mapSub](t)
		x.fn = Null
		return &x.Header
	},
	SubAttrsOffset: unsafe.Offsetof(mapSub{}.Attrs),
	Slots: Slots{New: mapNew, Iter: selfIter, Next: mapNext, Traverse: func(v Value, visit VisitFunc) {
		visit((*Map)(v.p).fn)
		for _, it := range (*Map)(v.p).its {
			visit(it)
		}
	}},
	Methods: []MethodSpec{
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: mapReduce},
		{Sig: "__setstate__($self, object, /)", Doc: setStateDoc, Fn: mapSetState, Since: 14},
	},
}

func mapNew(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception) {
	strict := false
	if t.interp.Version.At(14) {
		var exc *Exception
		if strict, exc = strictKeyword(t, "map", args, kw); exc != nil {
			return Null, exc
		}
	} else if exc := checkNoKeywords(t, cls, MapType, sInit, "map", kw); exc != nil {
		return Null, exc
	}
	args = args[:len(args)-kw.Len()]
	if len(args) < 2 {
		return Null, Raise(t, TypeErrorType, "map() must have at least two arguments.")
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	its, exc := iterators(t, args[1:])
	if exc != nil {
		return Null, exc
	}
	var m *Map
	if cls == MapType {
		m = alloc[Map](t)
		m.shape = mapShape
	} else {
		m = (*Map)(unsafe.Pointer(newInstanceOf(t, cls)))
	}
	m.fn, m.its, m.strict = args[0], its, strict
	return obj(unsafe.Pointer(m)), nil
}

func mapNext(t *Thread, v Value) (Value, bool, *Exception) {
	m := (*Map)(v.p)
	if exc := t.Enter(""); exc != nil {
		return Null, false, exc
	}
	defer t.Leave()
	mark := len(t.handles)
	for i, it := range m.its {
		x, ok, exc := TypeOf(it).Next(t, it)
		if exc == nil && !ok && m.strict {
			exc = checkStrict(t, "map", m.its, i)
		}
		if exc != nil || !ok {
			t.Release(mark)
			return Null, false, exc
		}
		t.handles = append(t.handles, x)
	}
	r, exc := CallKw(t, m.fn, t.handles[mark:len(t.handles):len(t.handles)], nil)
	t.Release(mark)
	return r, exc == nil, endOfItems(exc)
}

func mapReduce(t *Thread, self Value) (Value, *Exception) {
	m := (*Map)(self.p)
	args := NewTuple(t, append([]Value{m.fn}, m.its...)).Value()
	if m.strict {
		return MakeTuple(t, TypeOf(self).Value(), args, True).Value(), nil
	}
	return MakeTuple(t, TypeOf(self).Value(), args).Value(), nil
}

func mapSetState(t *Thread, self, state Value) (Value, *Exception) {
	strict, exc := Truth(t, state)
	if exc != nil {
		return Null, exc
	}
	(*Map)(self.p).strict = strict
	return None, nil
}
