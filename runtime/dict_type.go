package runtime

import "unsafe"

// DictType is dict.
var DictType = &Type{name: "dict"}

var dictShape = &Shape{typ: DictType}

// A dictSub is an instance of a subclass of dict.
type dictSub struct {
	Dict
	Attrs
}

var dictSpec = TypeSpec{
	Type: DictType, Name: "dict", Flags: TypeBase | TypeDict | TypeMapping | TypeMatchSelf | typeOwnLayout, Shape: dictShape,
	Doc: "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\n" +
		"dict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\n" +
		"dict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)",
	NewSub: func(t *Thread, _ *Type) *Header {
		return &alloc[dictSub](t).Header
	},
	SubAttrsOffset: unsafe.Offsetof(dictSub{}.Attrs),
	Slots: Slots{
		New: dictNew, Init: dictInit, Repr: dictRepr, RichCompare: dictCompare, Iter: dictIter, Len: dictLen, GetItem: dictGetItem, SetItem: dictSetItem,
		Contains: dictContains, Traverse: dictTraverse,
		Binary:     [numBinary + 1]BinaryFunc{OpOr: dictOr},
		InPlaceOps: [numBinary]BinaryFunc{OpOr: dictOrInPlace},
	},
	Methods: []MethodSpec{
		{Sig: "__getitem__($self, key, /)", Doc: "Return self[key].", Fn: dictGetItem},
		{Sig: "__contains__($self, key, /)", Doc: "True if the dictionary has the specified key, else False.", Fn: dictHas},
		{Sig: "__sizeof__($self, /)", Doc: "Return the size of the dict in memory, in bytes.", Fn: dictSizeof},
		{Sig: "get($self, key, default=None, /)", Doc: "Return the value for key if key is in the dictionary, else default.", Fn: dictGet},
		{Sig: "setdefault($self, key, default=None, /)", Doc: "Insert key with a value of default if key is not in the dictionary.\n\n" +
			"Return the value for key if key is in the dictionary, else default.", Fn: dictSetDefault},
		{Sig: "pop($self, key, default=<unrepresentable>, /)", Doc: "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\n" +
			"If the key is not found, return the default if given; otherwise,\nraise a KeyError.", Fn: dictPop},
		{Sig: "popitem($self, /)", Doc: "Remove and return a (key, value) pair as a 2-tuple.\n\n" +
			"Pairs are returned in LIFO (last-in, first-out) order.\nRaises KeyError if the dict is empty.", Fn: dictPopItem},
		{Sig: "keys($self, /)", Doc: "Return a set-like object providing a view on the dict's keys.", Fn: dictKeys},
		{Sig: "items($self, /)", Doc: "Return a set-like object providing a view on the dict's items.", Fn: dictItems},
		{Sig: "values($self, /)", Doc: "Return an object providing a view on the dict's values.", Fn: dictValues},
		{Sig: "update", Doc: "D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.\n" +
			"If E is present and has a .keys() method, then does:  for k in E.keys(): D[k] = E[k]\n" +
			"If E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v\n" +
			"In either case, this is followed by: for k in F:  D[k] = F[k]", Fn: dictUpdateMethod},
		{Sig: "fromkeys($type, iterable, value=None, /)", Doc: "Create a new dictionary with keys from iterable and values set to value.", Fn: dictFromKeys, Flavor: ClassMethod},
		{Sig: "clear($self, /)", Doc: "Remove all items from the dict.", Fn: dictClear},
		{Sig: "copy($self, /)", Doc: "Return a shallow copy of the dict.", Fn: dictCopy},
		{Sig: "__reversed__($self, /)", Doc: "Return a reverse iterator over the dict keys.", Fn: dictReversed},
		{Sig: "__class_getitem__($type, object, /)", Doc: "See PEP 585", Fn: newGenericAlias, Flavor: ClassMethod},
	},
}

func dictNew(t *Thread, cls *Type, _ []Value, _ *Tuple) (Value, *Exception) {
	if cls == DictType {
		return NewDict(t).Value(), nil
	}
	return ObjectOf(newInstanceOf(t, cls)), nil
}

func dictInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	return (*Dict)(self.p).updateArgs(t, "dict", args, kw)
}

func dictUpdateMethod(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
	return done((*Dict)(self.p).updateArgs(t, "update", args, kw))
}

func dictTraverse(v Value, visit VisitFunc) {
	d := (*Dict)(v.p)
	for i := range d.entries {
		visit(d.entries[i].key)
		visit(d.entries[i].val)
	}
}

func dictLen(_ *Thread, v Value) (int, *Exception) { return (*Dict)(v.p).used, nil }

func dictGetItem(t *Thread, self, key Value) (Value, *Exception) {
	d := (*Dict)(self.p)
	v, ok, exc := d.Get(t, key)
	if ok || exc != nil {
		return v, exc
	}
	if d.shape != dictShape {
		if m, found := t.lookup(TypeOf(self), sMissing); found {
			return callUnbound(t, m, self, TypeOf(self), []Value{key})
		}
	}
	return Null, RaiseNew(t, KeyErrorType, key)
}

func dictSetItem(t *Thread, self, key, v Value) *Exception {
	d := (*Dict)(self.p)
	if !v.IsNull() {
		return d.Set(t, key, v)
	}
	ok, exc := d.Delete(t, key)
	if exc == nil && !ok {
		exc = RaiseNew(t, KeyErrorType, key)
	}
	return exc
}

func dictContains(t *Thread, self, key Value) (bool, *Exception) {
	i, _, exc := (*Dict)(self.p).locate(t, key)
	return i >= 0, exc
}

func dictHas(t *Thread, self, key Value) (Value, *Exception) {
	return boolean(dictContains(t, self, key))
}

func dictRepr(t *Thread, v Value) (Value, *Exception) {
	d := (*Dict)(v.p)
	if d.used == 0 {
		return NewStr(t, "{}").Value(), nil
	}
	if t.enterRepr(v) {
		return NewStr(t, "{...}").Value(), nil
	}
	defer t.leaveRepr()
	b := append(make([]byte, 0, 8+8*d.used), '{')
	first := true
	for pos := 0; ; {
		k, x, ok := d.Next(&pos)
		if !ok {
			return bytesStr(t, append(b, '}')), nil
		}
		if !first {
			b = append(b, ", "...)
		}
		first = false
		mark := t.HandleMark()
		t.Handle(x)
		var exc *Exception
		if b, exc = appendRepr(t, b, k); exc == nil {
			b, exc = appendRepr(t, append(b, ": "...), x)
		}
		t.Release(mark)
		if exc != nil {
			return Null, exc
		}
	}
}

func dictSizeof(_ *Thread, self Value) (Value, *Exception) {
	d := (*Dict)(self.p)
	if d.size == 0 {
		return Int(48), nil
	}
	indexBytes := 1
	for _, limit := range [...]int{1 << 7, 1 << 15, 1 << 31} {
		if d.size > limit {
			indexBytes *= 2
		}
	}
	entry := 16
	for i := range d.entries {
		if exactStr(d.entries[i].key) == nil && !d.entries[i].key.IsNull() {
			entry = 24
			break
		}
	}
	return Int(int64(48 + 32 + d.size*indexBytes + dictUsable(d.size)*entry)), nil
}

func dictGet(t *Thread, self, key, def Value) (Value, *Exception) {
	v, ok, exc := (*Dict)(self.p).Get(t, key)
	if !ok && exc == nil {
		return def, nil
	}
	return v, exc
}

func dictSetDefault(t *Thread, self, key, def Value) (Value, *Exception) {
	d := (*Dict)(self.p)
	i, h, exc := d.locate(t, key)
	if exc != nil {
		return Null, exc
	}
	if i >= 0 {
		return d.entries[i].val, nil
	}
	return def, d.insert(t, h, key, def)
}

func dictPop(t *Thread, self, key, def Value) (Value, *Exception) {
	d := (*Dict)(self.p)
	i := -1
	if d.used > 0 {
		var exc *Exception
		if i, _, exc = d.locate(t, key); exc != nil {
			return Null, exc
		}
	}
	if i >= 0 {
		v := d.entries[i].val
		d.removeAt(i)
		return v, nil
	}
	if def.IsNull() {
		return Null, RaiseNew(t, KeyErrorType, key)
	}
	return def, nil
}

func dictPopItem(t *Thread, self Value) (Value, *Exception) {
	d := (*Dict)(self.p)
	if d.used == 0 {
		return Null, Raise(t, KeyErrorType, "popitem(): dictionary is empty")
	}
	k, v := d.popLast()
	return newPair(t, k, v), nil
}

func dictClear(_ *Thread, self Value) (Value, *Exception) {
	(*Dict)(self.p).Clear()
	return None, nil
}

func dictCopy(t *Thread, self Value) (Value, *Exception) {
	return (*Dict)(self.p).Copy(t).Value(), nil
}

// dictFromKeys is dict.fromkeys; subclasses are filled through their __setitem__.
func dictFromKeys(t *Thread, self, iterable, value Value) (Value, *Exception) {
	o, exc := Call(t, self)
	if exc != nil {
		return Null, exc
	}
	mark := t.HandleMark()
	t.Handle(o)
	defer t.Release(mark)
	d := ExactDict(o)
	if d != nil {
		if src := ExactDict(iterable); src != nil {
			return o, d.addDictKeys(t, src, value)
		}
		if src := exactAnySet(iterable); src != nil {
			return o, d.addElements(t, src, value)
		}
	}
	exc = Iterate(t, iterable, func(k Value) (bool, *Exception) {
		if d != nil {
			return true, d.Set(t, k, value)
		}
		return true, SetItem(t, o, k, value)
	})
	return o, exc
}

// addDictKeys stores value under the keys of another dict, which are not hashed again.
func (d *Dict) addDictKeys(t *Thread, o *Dict, value Value) *Exception {
	if exc := d.widen(t, o.used); exc != nil {
		return exc
	}
	for i := 0; i < len(o.entries); i++ {
		if e := o.entries[i]; !e.key.IsNull() {
			if exc := d.setKnown(t, e.key, e.hash, value); exc != nil {
				return exc
			}
		}
	}
	return nil
}

// addElements stores value under the elements of a set, which are not hashed again.
func (d *Dict) addElements(t *Thread, o *Set, value Value) *Exception {
	if exc := d.widen(t, o.used); exc != nil {
		return exc
	}
	for pos := 0; ; {
		e := o.next(&pos)
		if e == nil {
			return nil
		}
		if exc := d.setKnown(t, e.key, e.hash(), value); exc != nil {
			return exc
		}
	}
}

// setKnown is Set for a key whose hash is known.
func (d *Dict) setKnown(t *Thread, key Value, h int64, v Value) *Exception {
	i, exc := d.findKnown(t, key, h)
	if exc != nil {
		return exc
	}
	if i >= 0 {
		d.entries[i].val = v
		return nil
	}
	return d.insert(t, h, key, v)
}

func dictCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	x, y := asDict(a), asDict(b)
	if x == nil || y == nil || op != EQ && op != NE {
		return NotImplemented, nil
	}
	eq, exc := x.equal(t, y)
	return Bool(eq == (op == EQ)), exc
}

// equal compares two dicts by keys and values.
func (d *Dict) equal(t *Thread, o *Dict) (bool, *Exception) {
	if d.used != o.used {
		return false, nil
	}
	for i := 0; i < len(d.entries); i++ {
		e := d.entries[i]
		if e.key.IsNull() {
			continue
		}
		at, exc := o.findKnown(t, e.key, e.hash)
		if exc != nil || at < 0 {
			return false, exc
		}
		eq, exc := Equal(t, o.entries[at].val, e.val)
		if exc != nil || !eq {
			return false, exc
		}
		if i&4095 == 4095 {
			if exc := t.Poll(); exc != nil {
				return false, exc
			}
		}
	}
	return true, nil
}

// findKnown is find for a key whose hash is known.
func (d *Dict) findKnown(t *Thread, key Value, h int64) (int, *Exception) {
	if s := exactStr(key); s != nil {
		if i, slow := d.lookupStr(s); !slow {
			return i, nil
		}
	} else if key.p == nil {
		if i, slow := d.findInt(int64(key.n)); !slow {
			return i, nil
		}
	}
	return d.find(t, key, h)
}

func dictOr(t *Thread, a, b Value) (Value, *Exception) {
	x, y := asDict(a), asDict(b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	d := x.Copy(t)
	mark := t.HandleMark()
	t.Handle(d.Value())
	defer t.Release(mark)
	return d.Value(), d.Update(t, b)
}

func dictOrInPlace(t *Thread, a, b Value) (Value, *Exception) {
	return a, (*Dict)(a.p).Update(t, b)
}
