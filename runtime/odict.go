package runtime

import "unsafe"

// OrderedDictType is collections.OrderedDict.
var OrderedDictType = &Type{name: "OrderedDict"}

var orderedDictShape = &Shape{typ: OrderedDictType}

// An OrderedDict is a dict, which keeps its order anyway, with attributes.
type OrderedDict struct {
	Dict
	Attrs
}

// OrderedDictSpecs describe OrderedDict, its views and their iterator; the _collections module readies them.
func OrderedDictSpecs() []*TypeSpec {
	return []*TypeSpec{&orderedDictSpec, &odictIterSpec, &odictKeysSpec, &odictValuesSpec, &odictItemsSpec}
}

var orderedDictSpec = TypeSpec{
	Type: OrderedDictType, Name: "collections.OrderedDict", Base: DictType, Flags: TypeBase | TypeHasDict | TypeHasWeakref | typeOwnLayout, Shape: orderedDictShape,
	Doc: "Dictionary that remembers insertion order", AttrsOffset: unsafe.Offsetof(OrderedDict{}.Attrs),
	NewSub: func(t *Thread, _ *Type) *Header { return &alloc[OrderedDict](t).Header },
	Slots: Slots{
		New: odictNew, Init: odictInit, Repr: odictRepr, RichCompare: odictCompare, Iter: odictIter, SetItem: dictSetItem,
		Binary:     [numBinary + 1]BinaryFunc{OpOr: odictOr},
		InPlaceOps: [numBinary]BinaryFunc{OpOr: odictOrInPlace},
	},
	Methods: []MethodSpec{
		{
			Sig: "fromkeys($type, /, iterable, value=None)", Flavor: ClassMethod, Fn: odictFromKeys,
			Doc: "Create a new ordered dictionary with keys from iterable and values set to value.",
		},
		{Sig: "setdefault($self, /, key, default=None)", Doc: "Insert key with a value of default if key is not in the dictionary.\n\n" +
			"Return the value for key if key is in the dictionary, else default.", Fn: odictSetDefault},
		{Sig: "pop($self, /, key, default=<unrepresentable>)", Doc: "od.pop(key[,default]) -> v, remove specified key and return the corresponding value.\n\n" +
			"If the key is not found, return the default if given; otherwise,\nraise a KeyError.", Fn: odictPop},
		{Sig: "popitem($self, /, last=True)", Doc: "Remove and return a (key, value) pair from the dictionary.\n\n" +
			"Pairs are returned in LIFO order if last is true or FIFO order if false.", Fn: odictPopItem},
		{Sig: "keys($self, /)", Fn: odictKeys},
		{Sig: "values($self, /)", Fn: odictValues},
		{Sig: "items($self, /)", Fn: odictItems},
		{Sig: "update", Fn: odictUpdateMethod},
		{Sig: "clear($self, /)", Doc: "od.clear() -> None.  Remove all items from od.", Fn: dictClear},
		{Sig: "copy($self, /)", Doc: "od.copy() -> a shallow copy of od", Fn: odictCopy},
		{Sig: "__reversed__($self, /)", Doc: "od.__reversed__() <==> reversed(od)", Fn: odictReversed},
		{Sig: "move_to_end($self, /, key, last=True)", Doc: "Move an existing element to the end (or beginning if last is false).\n\n" +
			"Raise KeyError if the element does not exist.", Fn: odictMoveToEnd},
		{Sig: "__reduce__($self, /)", Doc: "Return state information for pickling", Fn: odictReduce},
		{Sig: "__sizeof__($self, /)", Fn: odictSizeof},
	},
	GetSets: []GetSetSpec{instanceDictGetSet},
}

func odictNew(t *Thread, cls *Type, _ []Value, _ *Tuple) (Value, *Exception) {
	if cls == OrderedDictType {
		d := alloc[OrderedDict](t)
		d.shape = orderedDictShape
		return obj(unsafe.Pointer(d)), nil
	}
	return ObjectOf(newInstanceOf(t, cls)), nil
}

func odictInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	if n := len(args) - kw.Len(); n > 1 {
		if t.interp.Version.At(14) {
			return TypeErrorf(t, "expected at most 1 argument, got %d", n)
		}
		return TypeErrorf(t, "expected at most 1 arguments, got %d", n)
	}
	return odictUpdateArgs(t, self, args, kw)
}

func odictUpdateMethod(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
	if n := len(args) - kw.Len(); n > 1 {
		return Null, TypeErrorf(t, "update() takes at most 1 positional argument (%d given)", n)
	}
	return None, odictUpdateArgs(t, self, args, kw)
}

// An odictStore stores into an OrderedDict, by way of __setitem__ where a subclass may have its own.
type odictStore struct {
	self  Value
	plain bool
}

func newOdictStore(self Value) odictStore {
	return odictStore{self, self.Header().shape.typ == OrderedDictType}
}

func (s odictStore) set(t *Thread, k, v Value) *Exception {
	if s.plain {
		return (*Dict)(s.self.p).Set(t, k, v)
	}
	return SetItem(t, s.self, k, v)
}

// odictUpdateArgs is MutableMapping.update: from a mapping, from what has keys() or items(), or from pairs; then keywords.
func odictUpdateArgs(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	s := newOdictStore(self)
	npos := len(args) - kw.Len()
	if npos == 1 {
		if exc := s.update(t, args[0]); exc != nil {
			return exc
		}
	}
	for i := 0; i < kw.Len(); i++ {
		if exc := s.set(t, kw.Items[i], args[npos+i]); exc != nil {
			return exc
		}
	}
	return nil
}

func (s odictStore) update(t *Thread, o Value) *Exception {
	if x := ExactDict(o); x != nil {
		return s.fromDict(t, x)
	}
	if o.p != nil && (*Header)(o.p).shape == orderedDictShape {
		return s.fromDict(t, (*Dict)(o.p))
	}
	keys, ok, exc := FindAttr(t, o, sKeys)
	if exc != nil {
		return exc
	}
	if ok {
		list, exc := Call(t, keys)
		if exc != nil {
			return exc
		}
		return Iterate(t, list, func(k Value) (bool, *Exception) {
			mark := t.HandleMark()
			t.Handle(k)
			defer t.Release(mark)
			v, exc := GetItem(t, o, k)
			if exc != nil {
				return false, exc
			}
			t.Handle(v)
			return true, s.set(t, k, v)
		})
	}
	items, ok, exc := FindAttr(t, o, sItems)
	if exc != nil {
		return exc
	}
	if ok {
		if o, exc = Call(t, items); exc != nil {
			return exc
		}
	}
	return Iterate(t, o, func(pair Value) (bool, *Exception) { return true, s.addPair(t, pair) })
}

func (s odictStore) fromDict(t *Thread, x *Dict) *Exception {
	for pos := 0; ; {
		k, v, ok := x.Next(&pos)
		if !ok {
			return nil
		}
		n := x.used
		if exc := s.set(t, k, v); exc != nil {
			return exc
		}
		if x.used != n && Is(x.Value(), s.self) {
			return Raise(t, RuntimeErrorType, "dictionary changed size during iteration")
		}
		if pos&4095 == 0 {
			if exc := t.Poll(); exc != nil {
				return exc
			}
		}
	}
}

// addPair stores an item that must be an iterable of two.
func (s odictStore) addPair(t *Thread, pair Value) *Exception {
	if x := ExactTuple(pair); x != nil && len(x.Items) == 2 {
		return s.set(t, x.Items[0], x.Items[1])
	}
	it, exc := Iter(t, pair)
	if exc != nil {
		return exc
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	t.Handle(it)
	next := TypeOf(it).Next
	for i := range 3 {
		v, ok, exc := next(t, it)
		if exc != nil {
			return exc
		}
		if ok != (i < 2) {
			if ok {
				return Raise(t, ValueErrorType, "too many values to unpack (expected 2)")
			}
			return ValueErrorf(t, "need more than %d value%s to unpack", i, plural(i))
		}
		t.Handle(v)
	}
	return s.set(t, t.handles[mark+1], t.handles[mark+2])
}

func odictRepr(t *Thread, v Value) (Value, *Exception) {
	d := (*Dict)(v.p)
	name := TypeOf(v).name
	if d.used == 0 {
		return NewStr(t, name+"()").Value(), nil
	}
	if t.enterRepr(v) {
		return NewStr(t, "...").Value(), nil
	}
	defer t.leaveRepr()
	content, exc := odictContent(t, v)
	if exc != nil {
		return Null, exc
	}
	mark := t.HandleMark()
	t.Handle(content)
	defer t.Release(mark)
	b, exc := appendRepr(t, append([]byte(name), '('), content)
	if exc != nil {
		return Null, exc
	}
	return bytesStr(t, append(b, ')')), nil
}

// odictContent is what the repr shows: a dict of the items, before 3.12 a list of them.
func odictContent(t *Thread, v Value) (Value, *Exception) {
	items, exc := CallMethod(t, v, sItems)
	if exc != nil {
		return Null, exc
	}
	mark := t.HandleMark()
	t.Handle(items)
	defer t.Release(mark)
	if t.interp.Version.At(12) {
		x := NewDict(t)
		t.Handle(x.Value())
		return x.Value(), x.updatePairs(t, items)
	}
	l := NewList(t, nil)
	return l.Value(), l.Extend(t, items)
}

func odictCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	r, exc := dictCompare(t, a, b, op)
	if exc != nil || r.IsNotImplemented() || !IsInstance(b, OrderedDictType) || !IsInstance(a, OrderedDictType) || r.IsTrue() != (op == EQ) {
		return r, exc
	}
	// Equal as dicts: the order decides.
	x, y := (*Dict)(a.p), (*Dict)(b.p)
	vx, vy := x.KeysVersion, y.KeysVersion
	for i, j := 0, 0; ; {
		k, _, ok := x.Next(&i)
		l, _, more := y.Next(&j)
		if !ok || !more {
			return Bool((ok == more) == (op == EQ)), nil
		}
		eq, exc := Equal(t, k, l)
		if exc != nil {
			return Null, exc
		}
		if x.KeysVersion != vx || y.KeysVersion != vy {
			return Null, Raise(t, RuntimeErrorType, "OrderedDict mutated during iteration")
		}
		if !eq {
			return Bool(op == NE), nil
		}
	}
}

func odictFromKeys(t *Thread, cls, iterable, value Value) (Value, *Exception) {
	return dictFromKeys(t, cls, iterable, value)
}

func odictSetDefault(t *Thread, self, key, def Value) (Value, *Exception) {
	if TypeOf(self) == OrderedDictType {
		return dictSetDefault(t, self, key, def)
	}
	has, exc := Contains(t, self, key)
	if exc != nil {
		return Null, exc
	}
	if has {
		return GetItem(t, self, key)
	}
	return def, SetItem(t, self, key, def)
}

func odictPop(t *Thread, self, key, def Value) (Value, *Exception) {
	if TypeOf(self) == OrderedDictType {
		return dictPop(t, self, key, def)
	}
	// A subclass may have methods of its own.
	has, exc := Contains(t, self, key)
	if exc != nil {
		return Null, exc
	}
	if has {
		v, exc := GetItem(t, self, key)
		if exc != nil {
			return Null, exc
		}
		mark := t.HandleMark()
		t.Handle(v)
		defer t.Release(mark)
		return v, SetItem(t, self, key, Null)
	}
	if !def.IsNull() {
		return def, nil
	}
	return Null, RaiseNew(t, KeyErrorType, key)
}

func odictPopItem(t *Thread, self, last Value) (Value, *Exception) {
	fromEnd, exc := Truth(t, last)
	if exc != nil {
		return Null, exc
	}
	d := (*Dict)(self.p)
	if d.used == 0 {
		return Null, Raise(t, KeyErrorType, "dictionary is empty")
	}
	if fromEnd {
		k, v := d.popLast()
		return newPair(t, k, v), nil
	}
	e := d.entries[d.first]
	d.removeAt(d.first)
	return newPair(t, e.key, e.val), nil
}

func odictMoveToEnd(t *Thread, self, key, last Value) (Value, *Exception) {
	atEnd, exc := Truth(t, last)
	if exc != nil {
		return Null, exc
	}
	d := (*Dict)(self.p)
	i, _, exc := d.locate(t, key)
	switch {
	case exc != nil:
		return Null, exc
	case i < 0:
		return Null, RaiseNew(t, KeyErrorType, key)
	case atEnd:
		return None, d.moveToEnd(t, i)
	}
	return None, d.moveToFront(t, i)
}

func odictCopy(t *Thread, self Value) (Value, *Exception) {
	d := (*Dict)(self.p)
	if TypeOf(self) == OrderedDictType {
		v, _ := odictNew(t, OrderedDictType, nil, nil) // cannot raise
		c := (*OrderedDict)(v.p)
		c.fill(t, d)
		if a := &(*OrderedDict)(self.p).Attrs; a.dict != nil {
			c.Attrs.dict = a.dict.Copy(t)
		}
		return v, nil
	}
	v, exc := Call(t, TypeOf(self).Value())
	if exc != nil {
		return Null, exc
	}
	mark := t.HandleMark()
	t.Handle(v)
	defer t.Release(mark)
	for pos := 0; ; {
		k, _, ok := d.Next(&pos)
		if !ok {
			return v, nil
		}
		x, exc := GetItem(t, self, k)
		if exc == nil {
			exc = SetItem(t, v, k, x)
		}
		if exc != nil {
			return Null, exc
		}
	}
}

// odictOr makes a new one of the left operand's type, or of the right one's where only that is an OrderedDict.
func odictOr(t *Thread, a, b Value) (Value, *Exception) {
	if asDict(a) == nil || asDict(b) == nil {
		return NotImplemented, nil
	}
	tp := TypeOf(a)
	if !tp.IsSubtype(OrderedDictType) {
		tp = TypeOf(b)
	}
	v, exc := Call(t, tp.Value(), a)
	if exc != nil {
		return Null, exc
	}
	mark := t.HandleMark()
	t.Handle(v)
	defer t.Release(mark)
	return v, odictUpdateArgs(t, v, []Value{b}, nil)
}

func odictOrInPlace(t *Thread, a, b Value) (Value, *Exception) {
	return a, odictUpdateArgs(t, a, []Value{b}, nil)
}

func odictReduce(t *Thread, self Value) (Value, *Exception) {
	state, exc := CallMethod(t, self, sGetState)
	if exc != nil {
		return Null, exc
	}
	mark := t.HandleMark()
	t.Handle(state)
	defer t.Release(mark)
	items, exc := CallMethod(t, self, sItems)
	if exc != nil {
		return Null, exc
	}
	it, exc := Iter(t, items)
	if exc != nil {
		return Null, exc
	}
	return MakeTuple(t, TypeOf(self).Value(), emptyTuple.Value(), state, None, it).Value(), nil
}

// odictSizeof adds to a dict's size the table of nodes and the nodes of CPython's linked list.
func odictSizeof(t *Thread, self Value) (Value, *Exception) {
	v, exc := dictSizeof(t, self)
	if exc != nil {
		return Null, exc
	}
	d := (*Dict)(self.p)
	const head, slot, node = 64, 8, 56
	return Int(v.AsInt() + head + int64(d.size)*slot + int64(d.used)*node), nil
}
