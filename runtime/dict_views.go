package runtime

import "unsafe"

// The views of a dict.
var (
	DictKeysType   = &Type{name: "dict_keys"}
	DictValuesType = &Type{name: "dict_values"}
	DictItemsType  = &Type{name: "dict_items"}

	dictKeysShape   = &Shape{typ: DictKeysType}
	dictValuesShape = &Shape{typ: DictValuesType}
	dictItemsShape  = &Shape{typ: DictItemsType}
)

// A DictView is a dict_keys, dict_values or dict_items, by its shape.
type DictView struct {
	Header
	Dict *Dict
}

// The operators of the set-like views.
var viewBinary = [numBinary + 1]BinaryFunc{OpSubtract: viewSub, OpAnd: viewAnd, OpOr: viewOr, OpXor: viewXor}

var dictKeysSpec = TypeSpec{
	Type: DictKeysType, Name: "dict_keys", Shape: dictKeysShape, Flags: typeOwnLayout,
	Slots: Slots{Repr: viewRepr, RichCompare: viewCompare, Iter: viewIter, Len: viewLen, Contains: keysContains, Binary: viewBinary, Traverse: viewTraverse},
	Methods: []MethodSpec{
		{Sig: "isdisjoint($self, other, /)", Doc: "Return True if the view and the given iterable have a null intersection.", Fn: viewIsDisjoint},
		{Sig: "__reversed__($self, /)", Doc: "Return a reverse iterator over the dict keys.", Fn: viewReversed},
	},
	GetSets: []GetSetSpec{viewMapping},
}

var dictValuesSpec = TypeSpec{
	Type: DictValuesType, Name: "dict_values", Shape: dictValuesShape, Flags: typeOwnLayout,
	Slots: Slots{Repr: viewRepr, Iter: viewIter, Len: viewLen, Traverse: viewTraverse},
	Methods: []MethodSpec{
		{Sig: "__reversed__($self, /)", Doc: "Return a reverse iterator over the dict values.", Fn: viewReversed},
	},
	GetSets: []GetSetSpec{viewMapping},
}

var dictItemsSpec = TypeSpec{
	Type: DictItemsType, Name: "dict_items", Shape: dictItemsShape, Flags: typeOwnLayout,
	Slots: Slots{Repr: viewRepr, RichCompare: viewCompare, Iter: viewIter, Len: viewLen, Contains: itemsContains, Binary: viewBinary, Traverse: viewTraverse},
	Methods: []MethodSpec{
		{Sig: "isdisjoint($self, other, /)", Doc: "Return True if the view and the given iterable have a null intersection.", Fn: viewIsDisjoint},
		{Sig: "__reversed__($self, /)", Doc: "Return a reverse iterator over the dict items.", Fn: viewReversed},
	},
	GetSets: []GetSetSpec{viewMapping},
}

var viewMapping = GetSetSpec{
	Name: "mapping", Doc: "dictionary that this view refers to",
	Get: func(t *Thread, self Value) (Value, *Exception) {
		return NewMappingProxy(t, (*DictView)(self.p).Dict.Value()), nil
	},
}

func newDictView(t *Thread, d *Dict, shape *Shape) Value {
	v := alloc[DictView](t)
	v.shape, v.Dict = shape, d
	return obj(unsafe.Pointer(v))
}

func dictKeys(t *Thread, self Value) (Value, *Exception) {
	return newDictView(t, (*Dict)(self.p), dictKeysShape), nil
}

func dictValues(t *Thread, self Value) (Value, *Exception) {
	return newDictView(t, (*Dict)(self.p), dictValuesShape), nil
}

func dictItems(t *Thread, self Value) (Value, *Exception) {
	return newDictView(t, (*Dict)(self.p), dictItemsShape), nil
}

// asSetView returns the keys or items view that v is, or nil.
func asSetView(v Value) *DictView {
	if v.p != nil {
		if s := (*Header)(v.p).shape; s == dictKeysShape || s == dictItemsShape || s == odictKeysShape || s == odictItemsShape {
			return (*DictView)(v.p)
		}
	}
	return nil
}

func viewTraverse(v Value, visit VisitFunc) { visit((*DictView)(v.p).Dict.Value()) }

func viewLen(_ *Thread, v Value) (int, *Exception) { return (*DictView)(v.p).Dict.used, nil }

func viewIter(t *Thread, v Value) (Value, *Exception) {
	x := (*DictView)(v.p)
	switch x.shape {
	case dictKeysShape:
		return newDictIter(t, x.Dict, dictKeyIterShape), nil
	case dictValuesShape:
		return newDictIter(t, x.Dict, dictValueIterShape), nil
	}
	return newDictIter(t, x.Dict, dictItemIterShape), nil
}

func viewReversed(t *Thread, v Value) (Value, *Exception) {
	x := (*DictView)(v.p)
	switch x.shape {
	case dictKeysShape:
		return newDictReverseIter(t, x.Dict, dictReverseKeyIterShape), nil
	case dictValuesShape:
		return newDictReverseIter(t, x.Dict, dictReverseValueIterShape), nil
	}
	return newDictReverseIter(t, x.Dict, dictReverseItemIterShape), nil
}

func viewRepr(t *Thread, v Value) (Value, *Exception) {
	if t.enterRepr(v) {
		return NewStr(t, "...").Value(), nil
	}
	defer t.leaveRepr()
	l := NewList(t, nil)
	if exc := l.Extend(t, v); exc != nil {
		return Null, exc
	}
	b := append([]byte(TypeOf(v).name), '(')
	b, exc := appendRepr(t, b, l.Value())
	if exc != nil {
		return Null, exc
	}
	return bytesStr(t, append(b, ')')), nil
}

func keysContains(t *Thread, v, key Value) (bool, *Exception) {
	i, _, exc := (*DictView)(v.p).Dict.locate(t, key)
	return i >= 0, exc
}

func itemsContains(t *Thread, v, item Value) (bool, *Exception) {
	pair := asTuple(item)
	if pair == nil || len(pair.Items) != 2 {
		return false, nil
	}
	x, ok, exc := (*DictView)(v.p).Dict.Get(t, pair.Items[0])
	if exc != nil || !ok {
		return false, exc
	}
	return Equal(t, x, pair.Items[1])
}

// containsAll reports whether every item of a is in b.
func containsAll(t *Thread, a, b Value) (bool, *Exception) {
	all := true
	exc := Iterate(t, a, func(x Value) (bool, *Exception) {
		var exc *Exception
		all, exc = Contains(t, b, x)
		return all, exc
	})
	return all, exc
}

func viewCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	if asSet(b) == nil && asSetView(b) == nil {
		return NotImplemented, nil
	}
	n, exc := Len(t, a)
	if exc != nil {
		return Null, exc
	}
	m, exc := Len(t, b)
	if exc != nil {
		return Null, exc
	}
	ok := false
	switch op {
	case EQ, NE:
		if ok = n == m; ok {
			ok, exc = containsAll(t, a, b)
		}
		ok = ok == (op == EQ)
	case LT, LE:
		if ok = n < m || op == LE && n == m; ok {
			ok, exc = containsAll(t, a, b)
		}
	default:
		if ok = n > m || op == GE && n == m; ok {
			ok, exc = containsAll(t, b, a)
		}
	}
	return Bool(ok), exc
}

func viewSub(t *Thread, a, b Value) (Value, *Exception) {
	s, exc := setFrom(t, a)
	if exc != nil {
		return Null, exc
	}
	return s.Value(), s.differenceUpdate(t, b)
}

func viewOr(t *Thread, a, b Value) (Value, *Exception) {
	s, exc := setFrom(t, a)
	if exc != nil {
		return Null, exc
	}
	return s.Value(), s.Update(t, b)
}

// setFrom is set(o).
func setFrom(t *Thread, o Value) (*Set, *Exception) {
	s := NewSet(t)
	mark := t.HandleMark()
	t.Handle(s.Value())
	defer t.Release(mark)
	return s, s.Update(t, o)
}

// viewAnd asks the larger side for the items of the smaller one, in the order that CPython's _PyDictView_Intersect has.
func viewAnd(t *Thread, a, b Value) (Value, *Exception) {
	if asSetView(a) == nil {
		a, b = b, a
	}
	n := asSetView(a).Dict.used
	if s := ExactSet(b); s != nil && n <= s.used {
		return setIntersection(t, s, a)
	}
	if o := asSetView(b); o != nil && o.Dict.used > n {
		a, b = b, a
	}
	s := NewSet(t)
	mark := t.HandleMark()
	t.Handle(s.Value())
	defer t.Release(mark)
	contains := TypeOf(a).Contains
	exc := Iterate(t, b, func(x Value) (bool, *Exception) {
		ok, exc := contains(t, a, x)
		if exc == nil && ok {
			exc = s.Add(t, x)
		}
		return true, exc
	})
	return s.Value(), exc
}

func viewXor(t *Thread, a, b Value) (Value, *Exception) {
	if TypeOf(a) == DictItemsType && TypeOf(b) == DictItemsType {
		return itemsXor(t, (*DictView)(a.p).Dict, (*DictView)(b.p).Dict)
	}
	s, exc := setFrom(t, a)
	if exc != nil {
		return Null, exc
	}
	return s.Value(), s.symmetricUpdate(t, b)
}

// itemsXor is items() ^ items(): the pairs of the larger dict that the smaller one lacks, then what the smaller one has left.
func itemsXor(t *Thread, a, b *Dict) (Value, *Exception) {
	if a.used > b.used {
		a, b = b, a
	}
	rest, s := a.Copy(t), NewSet(t)
	mark := t.HandleMark()
	t.Handle(rest.Value())
	t.Handle(s.Value())
	defer t.Release(mark)
	for i := 0; i < len(b.entries); i++ {
		e := b.entries[i]
		if e.key.IsNull() {
			continue
		}
		at, exc := rest.findKnown(t, e.key, e.hash)
		if exc != nil {
			return Null, exc
		}
		same := false
		if at >= 0 {
			if same, exc = Equal(t, rest.entries[at].val, e.val); exc != nil {
				return Null, exc
			}
		}
		if same {
			_, exc = rest.Delete(t, e.key)
		} else {
			exc = s.Add(t, newPair(t, e.key, e.val))
		}
		if exc != nil {
			return Null, exc
		}
	}
	return s.Value(), s.Update(t, newDictView(t, rest, dictItemsShape))
}

func viewIsDisjoint(t *Thread, a, b Value) (Value, *Exception) {
	n := (*DictView)(a.p).Dict.used
	if Is(a, b) {
		return Bool(n == 0), nil
	}
	if exactAnySet(b) != nil || asSetView(b) != nil {
		if m, _ := Len(t, b); m > n { // the length of a set or view cannot raise
			a, b = b, a
		}
	}
	disjoint := true
	exc := Iterate(t, b, func(x Value) (bool, *Exception) {
		ok, exc := Contains(t, a, x)
		disjoint = !ok
		return disjoint, exc
	})
	return Bool(disjoint), exc
}
