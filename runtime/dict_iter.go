package runtime

import "unsafe"

// The iterators of dict and its views.
var (
	DictKeyIterType          = &Type{name: "dict_keyiterator"}
	DictValueIterType        = &Type{name: "dict_valueiterator"}
	DictItemIterType         = &Type{name: "dict_itemiterator"}
	DictReverseKeyIterType   = &Type{name: "dict_reversekeyiterator"}
	DictReverseValueIterType = &Type{name: "dict_reversevalueiterator"}
	DictReverseItemIterType  = &Type{name: "dict_reverseitemiterator"}

	dictKeyIterShape          = &Shape{typ: DictKeyIterType}
	dictValueIterShape        = &Shape{typ: DictValueIterType}
	dictItemIterShape         = &Shape{typ: DictItemIterType}
	dictReverseKeyIterShape   = &Shape{typ: DictReverseKeyIterType}
	dictReverseValueIterShape = &Shape{typ: DictReverseValueIterType}
	dictReverseItemIterShape  = &Shape{typ: DictReverseItemIterType}
)

// A DictIter is an iterator over a dict's keys, values or items, by its shape; forwards, or backwards for the reversed ones.
type DictIter struct {
	Header
	Dict *Dict // nil once exhausted
	Used int   // the dict's length at the start, -1 after an error
	Pos  int   // the entry to look at next
	Left int   // items still to come
}

func dictIterSpecOf(tp *Type, name string, shape *Shape, next NextFunc) TypeSpec {
	return TypeSpec{
		Type: tp, Name: name, Shape: shape, Flags: typeOwnLayout,
		Slots: Slots{Iter: selfIter, Next: next, Traverse: func(v Value, visit VisitFunc) {
			if d := (*DictIter)(v.p).Dict; d != nil {
				visit(d.Value())
			}
		}},
		Methods: []MethodSpec{
			{Sig: "__length_hint__($self, /)", Doc: lengthHintDoc, Fn: dictIterLengthHint},
			{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: dictIterReduce},
		},
	}
}

var (
	dictKeyIterSpec          = dictIterSpecOf(DictKeyIterType, "dict_keyiterator", dictKeyIterShape, dictKeyIterNext)
	dictValueIterSpec        = dictIterSpecOf(DictValueIterType, "dict_valueiterator", dictValueIterShape, dictValueIterNext)
	dictItemIterSpec         = dictIterSpecOf(DictItemIterType, "dict_itemiterator", dictItemIterShape, dictItemIterNext)
	dictReverseKeyIterSpec   = dictIterSpecOf(DictReverseKeyIterType, "dict_reversekeyiterator", dictReverseKeyIterShape, dictReverseIterNext)
	dictReverseValueIterSpec = dictIterSpecOf(DictReverseValueIterType, "dict_reversevalueiterator", dictReverseValueIterShape, dictReverseIterNext)
	dictReverseItemIterSpec  = dictIterSpecOf(DictReverseItemIterType, "dict_reverseitemiterator", dictReverseItemIterShape, dictReverseIterNext)
)

func newDictIter(t *Thread, d *Dict, shape *Shape) Value {
	it := alloc[DictIter](t)
	it.shape, it.Dict, it.Used, it.Pos, it.Left = shape, d, d.used, d.first, d.used
	return obj(unsafe.Pointer(it))
}

func newDictReverseIter(t *Thread, d *Dict, shape *Shape) Value {
	v := newDictIter(t, d, shape)
	(*DictIter)(v.p).Pos = len(d.entries) - 1
	return v
}

// NewDictKeyIter makes an iterator over a dict's keys.
func NewDictKeyIter(t *Thread, d *Dict) Value { return newDictIter(t, d, dictKeyIterShape) }

func dictIter(t *Thread, v Value) (Value, *Exception) { return NewDictKeyIter(t, (*Dict)(v.p)), nil }

func dictReversed(t *Thread, v Value) (Value, *Exception) {
	return newDictReverseIter(t, (*Dict)(v.p), dictReverseKeyIterShape), nil
}

// AsDictKeyIter returns the iterator over a dict's keys that v is, or nil.
func AsDictKeyIter(v Value) *DictIter { return asDictIter(v, dictKeyIterShape) }

// AsDictValueIter returns the iterator over a dict's values that v is, or nil.
func AsDictValueIter(v Value) *DictIter { return asDictIter(v, dictValueIterShape) }

// AsDictItemIter returns the iterator over a dict's items that v is, or nil.
func AsDictItemIter(v Value) *DictIter { return asDictIter(v, dictItemIterShape) }

func asDictIter(v Value, shape *Shape) *DictIter {
	if v.p != nil && (*Header)(v.p).shape == shape {
		return (*DictIter)(v.p)
	}
	return nil
}

// NextEntry steps a forward iterator of any kind and returns both key and value.
func (it *DictIter) NextEntry(t *Thread) (k, v Value, ok bool, exc *Exception) {
	d := it.Dict
	if d == nil {
		return Null, Null, false, nil
	}
	if it.Used != d.used {
		return Null, Null, false, it.changed(t, "dictionary changed size during iteration")
	}
	for i := it.Pos; i < len(d.entries); i++ {
		e := &d.entries[i]
		if e.key.p == unsafe.Pointer(&nullHeader) {
			continue
		}
		if it.Left == 0 {
			it.Dict = nil
			return Null, Null, false, it.changed(t, "dictionary keys changed during iteration")
		}
		it.Pos = i + 1
		it.Left--
		return e.key, e.val, true, nil
	}
	it.Dict = nil
	return Null, Null, false, nil
}

// changed is the RuntimeError of a dict that changed under its iterator; it comes again at every further step.
func (it *DictIter) changed(t *Thread, msg string) *Exception {
	it.Used = -1
	return Raise(t, RuntimeErrorType, msg)
}

func dictKeyIterNext(t *Thread, v Value) (Value, bool, *Exception) {
	k, _, ok, exc := (*DictIter)(v.p).NextEntry(t)
	return k, ok, exc
}

func dictValueIterNext(t *Thread, v Value) (Value, bool, *Exception) {
	_, x, ok, exc := (*DictIter)(v.p).NextEntry(t)
	return x, ok, exc
}

func dictItemIterNext(t *Thread, v Value) (Value, bool, *Exception) {
	k, x, ok, exc := (*DictIter)(v.p).NextEntry(t)
	if !ok {
		return Null, false, exc
	}
	return newPair(t, k, x), true, nil
}

func dictReverseIterNext(t *Thread, v Value) (Value, bool, *Exception) {
	it := (*DictIter)(v.p)
	d := it.Dict
	if d == nil {
		return Null, false, nil
	}
	if it.Used != d.used {
		return Null, false, it.changed(t, "dictionary changed size during iteration")
	}
	for i := min(it.Pos, len(d.entries)-1); i >= 0; i-- {
		e := &d.entries[i]
		if e.key.IsNull() {
			continue
		}
		it.Pos = i - 1
		it.Left--
		switch it.shape {
		case dictReverseKeyIterShape:
			return e.key, true, nil
		case dictReverseValueIterShape:
			return e.val, true, nil
		}
		return newPair(t, e.key, e.val), true, nil
	}
	it.Dict = nil
	return Null, false, nil
}

func dictIterLengthHint(_ *Thread, self Value) (Value, *Exception) {
	it := (*DictIter)(self.p)
	if it.Dict == nil || it.Used != it.Dict.used {
		return Int(0), nil
	}
	return Int(int64(it.Left)), nil
}

// dictIterReduce makes (iter, ([remaining items],)); the iterator itself is not consumed.
func dictIterReduce(t *Thread, self Value) (Value, *Exception) {
	c := alloc[DictIter](t)
	*c = *(*DictIter)(self.p)
	l := NewList(t, nil)
	if exc := l.Extend(t, obj(unsafe.Pointer(c))); exc != nil {
		return Null, exc
	}
	return reduceIter(t, "iter", l.Value(), -1)
}
