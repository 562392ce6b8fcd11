package runtime

import "unsafe"

// SetIterType is set_iterator.
var SetIterType = &Type{name: "set_iterator"}

var setIterShape = &Shape{typ: SetIterType}

// A SetIter is a set_iterator.
type SetIter struct {
	Header
	Set  *Set // nil once exhausted
	Used int  // the set's length at the start, -1 after an error
	Pos  int  // the entry to look at next
	Left int  // items still to come
}

var setIterSpec = TypeSpec{
	Type: SetIterType, Name: "set_iterator", Shape: setIterShape, Flags: typeOwnLayout,
	Slots: Slots{Iter: selfIter, Next: setIterNext, Traverse: func(v Value, visit VisitFunc) {
		if s := (*SetIter)(v.p).Set; s != nil {
			visit(s.Value())
		}
	}},
	Methods: []MethodSpec{
		{Sig: "__length_hint__($self, /)", Doc: lengthHintDoc, Fn: setIterLengthHint},
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: setIterReduce},
	},
}

func setIter(t *Thread, v Value) (Value, *Exception) {
	it := alloc[SetIter](t)
	it.shape, it.Set = setIterShape, (*Set)(v.p)
	it.Used, it.Left = it.Set.used, it.Set.used
	return obj(unsafe.Pointer(it)), nil
}

// AsSetIter returns the set iterator that v is, or nil.
func AsSetIter(v Value) *SetIter {
	if v.p != nil && (*Header)(v.p).shape == setIterShape {
		return (*SetIter)(v.p)
	}
	return nil
}

func setIterNext(t *Thread, v Value) (Value, bool, *Exception) {
	it := (*SetIter)(v.p)
	if it.Set == nil {
		return Null, false, nil
	}
	if it.Used != it.Set.used {
		it.Used = -1
		return Null, false, Raise(t, RuntimeErrorType, "Set changed size during iteration")
	}
	e := it.Set.next(&it.Pos)
	if e == nil {
		it.Set = nil
		return Null, false, nil
	}
	it.Left--
	return e.key, true, nil
}

func setIterLengthHint(_ *Thread, self Value) (Value, *Exception) {
	it := (*SetIter)(self.p)
	if it.Set == nil || it.Used != it.Set.used {
		return Int(0), nil
	}
	return Int(int64(it.Left)), nil
}

func setIterReduce(t *Thread, self Value) (Value, *Exception) {
	c := alloc[SetIter](t)
	*c = *(*SetIter)(self.p)
	l := NewList(t, nil)
	if exc := l.Extend(t, obj(unsafe.Pointer(c))); exc != nil {
		return Null, exc
	}
	return reduceIter(t, "iter", l.Value(), -1)
}
