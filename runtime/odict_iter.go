package runtime

import "unsafe"

// The views of OrderedDict and their iterator.
var (
	odictIterType   = &Type{name: "odict_iterator"}
	odictKeysType   = &Type{name: "odict_keys"}
	odictValuesType = &Type{name: "odict_values"}
	odictItemsType  = &Type{name: "odict_items"}

	odictIterShape   = &Shape{typ: odictIterType}
	odictKeysShape   = &Shape{typ: odictKeysType}
	odictValuesShape = &Shape{typ: odictValuesType}
	odictItemsShape  = &Shape{typ: odictItemsType}
)

// An odictIterator gives keys, values or pairs in either direction. It knows the next entry from the moment it gives one, so that a change after the
// last one is not noticed, as in CPython.
type odictIterator struct {
	Header
	dict     *Dict // nil once exhausted
	at       int   // the next entry, -1 for none
	version  uint32
	kind     odictKind
	backward bool
}

type odictKind uint8

const (
	odictKeyKind odictKind = iota
	odictValueKind
	odictItemKind
)

var odictIterSpec = TypeSpec{
	Type: odictIterType, Name: "odict_iterator", Shape: odictIterShape, Flags: typeOwnLayout, Hidden: true,
	Slots: Slots{Iter: selfIter, Next: odictIterNext, Traverse: func(v Value, visit VisitFunc) {
		if d := (*odictIterator)(v.p).dict; d != nil {
			visit(d.Value())
		}
	}},
	Methods: []MethodSpec{{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: odictIterReduce}},
}

var odictKeysSpec = TypeSpec{
	Type: odictKeysType, Name: "odict_keys", Base: DictKeysType, Shape: odictKeysShape, Flags: typeOwnLayout, Hidden: true,
	Slots:   Slots{Iter: odictViewIter},
	Methods: []MethodSpec{{Sig: "__reversed__($self, /)", Fn: odictViewReversed}},
}

var odictValuesSpec = TypeSpec{
	Type: odictValuesType, Name: "odict_values", Base: DictValuesType, Shape: odictValuesShape, Flags: typeOwnLayout, Hidden: true,
	Slots:   Slots{Iter: odictViewIter},
	Methods: []MethodSpec{{Sig: "__reversed__($self, /)", Fn: odictViewReversed}},
}

var odictItemsSpec = TypeSpec{
	Type: odictItemsType, Name: "odict_items", Base: DictItemsType, Shape: odictItemsShape, Flags: typeOwnLayout, Hidden: true,
	Slots:   Slots{Iter: odictViewIter},
	Methods: []MethodSpec{{Sig: "__reversed__($self, /)", Fn: odictViewReversed}},
}

func newOdictIter(t *Thread, d *Dict, kind odictKind, backward bool) Value {
	it := alloc[odictIterator](t)
	it.shape, it.dict, it.version, it.kind, it.backward = odictIterShape, d, d.KeysVersion, kind, backward
	if backward {
		it.at = d.last()
	} else {
		it.at = d.first - 1
		it.advance()
	}
	return obj(unsafe.Pointer(it))
}

// advance goes to the next entry in use.
func (it *odictIterator) advance() {
	d := it.dict
	if it.backward {
		for it.at--; it.at >= 0 && d.entries[it.at].key.IsNull(); it.at-- {
		}
		return
	}
	for it.at++; it.at < len(d.entries) && d.entries[it.at].key.IsNull(); it.at++ {
	}
	if it.at >= len(d.entries) {
		it.at = -1
	}
}

func odictIterNext(t *Thread, v Value) (Value, bool, *Exception) {
	it := (*odictIterator)(v.p)
	d := it.dict
	if d == nil {
		return Null, false, nil
	}
	if it.at < 0 {
		it.dict = nil
		return Null, false, nil
	}
	if it.version != d.KeysVersion {
		it.dict = nil
		return Null, false, Raise(t, RuntimeErrorType, "OrderedDict mutated during iteration")
	}
	e := &d.entries[it.at]
	k, x := e.key, e.val
	it.advance()
	switch it.kind {
	case odictKeyKind:
		return k, true, nil
	case odictValueKind:
		return x, true, nil
	}
	return newPair(t, k, x), true, nil
}

// odictIterReduce makes (iter, ([remaining items],)); the iterator itself is not consumed.
func odictIterReduce(t *Thread, self Value) (Value, *Exception) {
	c := alloc[odictIterator](t)
	*c = *(*odictIterator)(self.p)
	l := NewList(t, nil)
	if exc := l.Extend(t, obj(unsafe.Pointer(c))); exc != nil {
		return Null, exc
	}
	return reduceIter(t, "iter", l.Value(), -1)
}

func odictIter(t *Thread, v Value) (Value, *Exception) {
	return newOdictIter(t, (*Dict)(v.p), odictKeyKind, false), nil
}

func odictReversed(t *Thread, v Value) (Value, *Exception) {
	return newOdictIter(t, (*Dict)(v.p), odictKeyKind, true), nil
}

func odictKeys(t *Thread, self Value) (Value, *Exception) {
	return newDictView(t, (*Dict)(self.p), odictKeysShape), nil
}

func odictValues(t *Thread, self Value) (Value, *Exception) {
	return newDictView(t, (*Dict)(self.p), odictValuesShape), nil
}

func odictItems(t *Thread, self Value) (Value, *Exception) {
	return newDictView(t, (*Dict)(self.p), odictItemsShape), nil
}

func odictViewKind(v Value) odictKind {
	switch v.Header().shape {
	case odictKeysShape:
		return odictKeyKind
	case odictValuesShape:
		return odictValueKind
	}
	return odictItemKind
}

func odictViewIter(t *Thread, v Value) (Value, *Exception) {
	return newOdictIter(t, (*DictView)(v.p).Dict, odictViewKind(v), false), nil
}

func odictViewReversed(t *Thread, v Value) (Value, *Exception) {
	return newOdictIter(t, (*DictView)(v.p).Dict, odictViewKind(v), true), nil
}
