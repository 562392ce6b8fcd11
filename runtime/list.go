package runtime

import "unsafe"

// ListType is list.
var ListType = &Type{name: "list"}

var listShape = &Shape{typ: ListType}

// A listSub is an instance of a subclass of list.
type listSub struct {
	List
	Attrs
}

var listSpec = TypeSpec{
	Type: ListType, Name: "list", Flags: TypeBase | TypeList | TypeSequence | TypeMatchSelf | typeOwnLayout, Shape: listShape,
	Doc: "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\n" +
		"The argument must be an iterable if specified.",
	TextSig: "(iterable=(), /)",
	NewSub: func(t *Thread, _ *Type) *Header {
		return &alloc[listSub](t).Header
	},
	SubAttrsOffset: unsafe.Offsetof(listSub{}.Attrs),
	Slots: Slots{
		New: listNew, Init: listInit, Repr: listRepr, RichCompare: listCompare, Iter: listIter, Len: listLen, GetItem: listGetItem, SetItem: listSetItem,
		Contains: listContains, Concat: listConcat, ConcatInPlace: listConcatInPlace, Repeat: listRepeat, RepeatInPlace: listRepeatInPlace, Traverse: listTraverse,
	},
	Methods: []MethodSpec{
		{Sig: "__getitem__($self, index, /)", Doc: "Return self[index].", Fn: listGetItem},
		{Sig: "__reversed__($self, /)", Doc: "Return a reverse iterator over the list.", Fn: listReversed},
		{Sig: "__sizeof__($self, /)", Doc: "Return the size of the list in memory, in bytes.", Fn: listSizeof},
		{Sig: "clear($self, /)", Doc: "Remove all items from list.", Fn: listClear},
		{Sig: "copy($self, /)", Doc: "Return a shallow copy of the list.", Fn: listCopy},
		{Sig: "append($self, object, /)", Doc: "Append object to the end of the list.", Fn: listAppend},
		{Sig: "insert($self, index, object, /)", Doc: "Insert object before index.", Fn: listInsert},
		{Sig: "extend($self, iterable, /)", Doc: "Extend list by appending elements from the iterable.", Fn: listExtend},
		{Sig: "pop($self, index=-1, /)", Doc: "Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range.", Fn: listPop},
		{Sig: "remove($self, value, /)", Doc: "Remove first occurrence of value.\n\nRaises ValueError if the value is not present.", Fn: listRemove},
		{Sig: "index($self, value, start=0, stop=sys.maxsize, /)", Doc: "Return first index of value.\n\nRaises ValueError if the value is not present.", Fn: listIndex},
		{Sig: "count($self, value, /)", Doc: "Return number of occurrences of value.", Fn: listCount},
		{Sig: "reverse($self, /)", Doc: "Reverse *IN PLACE*.", Fn: listReverse},
		{Sig: "sort($self, /, *, key=None, reverse=False)", Doc: listSortDoc, Fn: listSort},
		{Sig: "__class_getitem__($type, object, /)", Doc: "See PEP 585", Fn: newGenericAlias, Flavor: ClassMethod},
	},
}

const listSortDoc = "Sort the list in ascending order and return None.\n\n" +
	"The sort is in-place (i.e. the list itself is modified) and stable (i.e. the\norder of two equal elements is maintained).\n\n" +
	"If a key function is given, apply it once to each list item and sort them,\nascending or descending, according to their function values.\n\n" +
	"The reverse flag can be set to sort in descending order."

func listNew(t *Thread, cls *Type, _ []Value, _ *Tuple) (Value, *Exception) {
	if cls == ListType {
		return NewList(t, nil).Value(), nil
	}
	return ObjectOf(newInstanceOf(t, cls)), nil
}

func listInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	if exc := checkOneIterable(t, TypeOf(self), ListType, sNew, "list", args, kw); exc != nil {
		return exc
	}
	x := (*List)(self.p)
	x.Items = nil
	if len(args)-kw.Len() == 1 {
		return x.Extend(t, args[0])
	}
	return nil
}

// checkOneIterable checks the arguments of list(), tuple(), set() and frozenset(): at most one, and no keywords unless a subclass brings the
// other half of its construction, the method named partner.
func checkOneIterable(t *Thread, cls, base *Type, partner *Str, name string, args []Value, kw *Tuple) *Exception {
	if exc := checkNoKeywords(t, cls, base, partner, name, kw); exc != nil {
		return exc
	}
	if n := len(args) - kw.Len(); n > 1 {
		return TypeErrorf(t, "%s expected at most 1 argument, got %d", name, n)
	}
	return nil
}

func checkNoKeywords(t *Thread, cls, base *Type, partner *Str, name string, kw *Tuple) *Exception {
	if kw.Len() == 0 {
		return nil
	}
	own, _ := t.lookup(cls, partner)
	inherited, _ := t.lookup(base, partner)
	if cls == base || Is(own, inherited) {
		return TypeErrorf(t, "%s() takes no keyword arguments", name)
	}
	return nil
}

func listTraverse(v Value, visit VisitFunc) {
	for _, x := range (*List)(v.p).Items {
		visit(x)
	}
}

func listLen(_ *Thread, v Value) (int, *Exception) { return len((*List)(v.p).Items), nil }

func listRepr(t *Thread, v Value) (Value, *Exception) {
	x := (*List)(v.p)
	if len(x.Items) == 0 {
		return NewStr(t, "[]").Value(), nil
	}
	if t.enterRepr(v) {
		return NewStr(t, "[...]").Value(), nil
	}
	defer t.leaveRepr()
	b := append(make([]byte, 0, 8+4*len(x.Items)), '[')
	for i := 0; i < len(x.Items); i++ {
		if i > 0 {
			b = append(b, ", "...)
		}
		var exc *Exception
		if b, exc = appendRepr(t, b, x.Items[i]); exc != nil {
			return Null, exc
		}
	}
	return bytesStr(t, append(b, ']')), nil
}

// listSizeof gives the size that CPython's list of the same history most likely has: exact after a copy or literal, else grown by appending.
func listSizeof(_ *Thread, self Value) (Value, *Exception) {
	items := (*List)(self.p).Items
	room := listRoom(len(items))
	if len(items) == cap(items) {
		room = len(items) + len(items)&1
	}
	return Int(40 + 8*int64(room)), nil
}

// listRoom is the room that CPython's list has after n appends. Ours grows faster, but stops at the same numbers.
func listRoom(n int) int {
	room := 0
	for room < n {
		room = (room + 1 + (room+1)>>3 + 6) &^ 3
	}
	return room
}

// resize sets the length, reserving memory for what is added; new slots hold Null.
func (x *List) resize(t *Thread, n int) *Exception {
	old := len(x.Items)
	if n <= cap(x.Items) {
		x.Items = x.Items[:n]
	} else {
		room := n + n/8
		if exc := reserveItems(t, room); exc != nil {
			return exc
		}
		items := make([]Value, n, room)
		copy(items, x.Items)
		x.Items = items
	}
	for i := old; i < n; i++ {
		x.Items[i] = Null
	}
	return nil
}

// reserveItems reserves memory for n Values.
func reserveItems(t *Thread, n int) *Exception {
	if uint(n) > (1<<63-1)/uint(ValueSize) {
		return RaiseNew(t, MemoryErrorType)
	}
	return t.Reserve(n * int(ValueSize))
}

// Extend appends the items of any iterable, as list.extend does.
func (x *List) Extend(t *Thread, o Value) *Exception {
	if items, ok := plainItems(t, o); ok {
		return x.appendAll(t, items)
	}
	it, exc := Iter(t, o)
	if exc != nil {
		return exc
	}
	mark := t.HandleMark()
	t.Handle(it)
	t.Handle(x.Value())
	defer t.Release(mark)
	n, exc := LengthHint(t, o, 8)
	if exc != nil {
		return exc
	}
	if n > 0 && n <= 1<<20 && cap(x.Items)-len(x.Items) < n {
		if exc := reserveItems(t, n); exc != nil {
			return exc
		}
		x.Items = append(make([]Value, 0, len(x.Items)+n), x.Items...)
	}
	next := TypeOf(it).Next
	for i := 1; ; i++ {
		v, ok, exc := next(t, it)
		if exc != nil || !ok {
			return exc
		}
		if exc := x.Append(t, v); exc != nil {
			return exc
		}
		if i&4095 == 0 {
			if exc := t.Poll(); exc != nil {
				return exc
			}
		}
	}
}

// ListExtend appends the items of any iterable, for LIST_EXTEND.
func ListExtend(t *Thread, x *List, o Value) *Exception {
	exc := x.Extend(t, o)
	if exc != nil && exc.Is(TypeErrorType) {
		if tp := TypeOf(o); tp.Iter == nil && tp.GetItem == nil {
			return TypeErrorf(t, "Value after * must be an iterable, not %s", tp.name)
		}
	}
	return exc
}

// appendAll appends a slice, which may be the list's own.
func (x *List) appendAll(t *Thread, items []Value) *Exception {
	n := len(x.Items) + len(items)
	if n > cap(x.Items) {
		if exc := reserveItems(t, n); exc != nil {
			return exc
		}
		room := n
		if len(x.Items) > 0 {
			room += n / 8
		}
		x.Items = append(make([]Value, 0, room), x.Items...)
	}
	x.Items = append(x.Items, items...)
	return nil
}

// plainItems returns the items of an exact list or tuple without copying, and of a dict, dict view or set in a new slice: those whose
// iteration runs no Python code.
func plainItems(t *Thread, o Value) ([]Value, bool) {
	if o.p == nil {
		return nil, false
	}
	switch (*Header)(o.p).shape {
	case listShape:
		return (*List)(o.p).Items, true
	case tupleShape:
		return (*Tuple)(o.p).Items, true
	case dictShape:
		return (*Dict)(o.p).keys(), true
	case dictKeysShape:
		return (*DictView)(o.p).Dict.keys(), true
	case dictValuesShape:
		return (*DictView)(o.p).Dict.values(), true
	case setShape, frozenSetShape:
		return (*Set)(o.p).items(), true
	}
	return nil, false
}

func listAppend(t *Thread, self, v Value) (Value, *Exception) {
	return done((*List)(self.p).Append(t, v))
}

func listExtend(t *Thread, self, o Value) (Value, *Exception) {
	return done((*List)(self.p).Extend(t, o))
}

func listClear(_ *Thread, self Value) (Value, *Exception) {
	(*List)(self.p).Items = nil
	return None, nil
}

func listCopy(t *Thread, self Value) (Value, *Exception) {
	return copyItems(t, (*List)(self.p).Items)
}

// copyItems makes a list of a copy of items.
func copyItems(t *Thread, items []Value) (Value, *Exception) {
	if exc := reserveItems(t, len(items)); exc != nil {
		return Null, exc
	}
	return NewList(t, append([]Value(nil), items...)).Value(), nil
}

func listInsert(t *Thread, self, index, v Value) (Value, *Exception) {
	i, exc := sizeArg(t, index)
	if exc != nil {
		return Null, exc
	}
	x := (*List)(self.p)
	n := len(x.Items)
	if i < 0 {
		i = max(i+n, 0)
	}
	i = min(i, n)
	if exc := x.Append(t, v); exc != nil {
		return Null, exc
	}
	if i < n {
		copy(x.Items[i+1:], x.Items[i:n])
		x.Items[i] = v
	}
	return None, nil
}

func listPop(t *Thread, self Value, args []Value) (Value, *Exception) {
	i, exc := sizeArg(t, args[0])
	if exc != nil {
		return Null, exc
	}
	return (*List)(self.p).Pop(t, i)
}

// sizeArg converts an argument that CPython declares Py_ssize_t.
func sizeArg(t *Thread, v Value) (int, *Exception) {
	i, exc := Index(t, v)
	if exc != nil {
		return 0, exc
	}
	if !i.IsInt() {
		return 0, Raise(t, OverflowErrorType, "Python int too large to convert to C ssize_t")
	}
	return int(i.AsInt()), nil
}

// Pop removes and returns the item at an index that may be negative.
func (x *List) Pop(t *Thread, i int) (Value, *Exception) {
	n := len(x.Items)
	if n == 0 {
		return Null, Raise(t, IndexErrorType, "pop from empty list")
	}
	if i < 0 {
		i += n
	}
	if uint(i) >= uint(n) {
		return Null, Raise(t, IndexErrorType, "pop index out of range")
	}
	v := x.Items[i]
	x.removeAt(i)
	return v, nil
}

func (x *List) removeAt(i int) {
	n := len(x.Items) - 1
	if i < n {
		copy(x.Items[i:], x.Items[i+1:])
	}
	x.Items[n] = Null
	x.Items = x.Items[:n]
	x.shrink()
}

// shrink gives memory back once most of it is unused.
func (x *List) shrink() {
	if n := len(x.Items); cap(x.Items) > 256 && n < cap(x.Items)/4 {
		x.Items = append(make([]Value, 0, n+n/2), x.Items...)
	}
}

func listRemove(t *Thread, self, v Value) (Value, *Exception) {
	x := (*List)(self.p)
	i, exc := findItem(t, &x.Items, v, 0, 1<<63-1)
	if exc != nil {
		return Null, exc
	}
	if i < 0 {
		return Null, Raise(t, ValueErrorType, "list.remove(x): x not in list")
	}
	if i < len(x.Items) {
		x.removeAt(i)
	}
	return None, nil
}

func listIndex(t *Thread, self Value, args []Value) (Value, *Exception) {
	x := (*List)(self.p)
	start, stop, exc := searchBounds(t, args[1], args[2], len(x.Items))
	if exc != nil {
		return Null, exc
	}
	i, exc := findItem(t, &x.Items, args[0], start, stop)
	if exc != nil {
		return Null, exc
	}
	if i >= 0 {
		return Int(int64(i)), nil
	}
	if t.interp.Version.At(14) {
		return Null, Raise(t, ValueErrorType, "list.index(x): x not in list")
	}
	s, exc := Repr(t, args[0])
	if exc != nil {
		return Null, exc
	}
	return Null, Raise(t, ValueErrorType, s.GoString()+" is not in list")
}

// searchBounds converts the start and stop of index(), counting negative ones from the end.
func searchBounds(t *Thread, a, b Value, n int) (start, stop int, exc *Exception) {
	if start, exc = indexBound(t, a); exc != nil {
		return 0, 0, exc
	}
	if stop, exc = indexBound(t, b); exc != nil {
		return 0, 0, exc
	}
	if start < 0 {
		start = max(start+n, 0)
	}
	if stop < 0 {
		stop = max(stop+n, 0)
	}
	return start, stop, nil
}

// indexBound converts a bound of index(): unlike a slice's it must not be None.
func indexBound(t *Thread, v Value) (int, *Exception) {
	if TypeOf(v).Index == nil {
		return 0, Raise(t, TypeErrorType, "slice indices must be integers or have an __index__ method")
	}
	return AsSliceIndex(t, v, 0)
}

// findItem returns the first position from start to stop whose item equals v, or -1. Comparing may change the items.
func findItem(t *Thread, items *[]Value, v Value, start, stop int) (int, *Exception) {
	for i := start; i < stop && i < len(*items); i++ {
		x := (*items)[i]
		if Is(x, v) {
			return i, nil
		}
		if x.p == nil && v.p == nil {
			continue
		}
		eq, exc := Equal(t, x, v)
		if exc != nil {
			return -1, exc
		}
		if eq {
			return i, nil
		}
		if i&4095 == 4095 {
			if exc := t.Poll(); exc != nil {
				return -1, exc
			}
		}
	}
	return -1, nil
}

// countItem counts the items equal to v.
func countItem(t *Thread, items *[]Value, v Value) (int, *Exception) {
	n := 0
	for i := 0; ; i++ {
		at, exc := findItem(t, items, v, i, 1<<63-1)
		if exc != nil || at < 0 {
			return n, exc
		}
		n++
		i = at
	}
}

func listCount(t *Thread, self, v Value) (Value, *Exception) {
	n, exc := countItem(t, &(*List)(self.p).Items, v)
	return Int(int64(n)), exc
}

func listContains(t *Thread, self, v Value) (bool, *Exception) {
	i, exc := findItem(t, &(*List)(self.p).Items, v, 0, 1<<63-1)
	return i >= 0, exc
}

func listReverse(_ *Thread, self Value) (Value, *Exception) {
	reverseItems((*List)(self.p).Items)
	return None, nil
}

func reverseItems(items []Value) {
	for i, j := 0, len(items)-1; i < j; i, j = i+1, j-1 {
		items[i], items[j] = items[j], items[i]
	}
}

func listConcat(t *Thread, a, b Value) (Value, *Exception) {
	y := asList(b)
	if y == nil {
		return Null, TypeErrorf(t, "can only concatenate list (not \"%s\") to list", TypeOf(b).fullName())
	}
	items, exc := concatItems(t, (*List)(a.p).Items, y.Items)
	if exc != nil {
		return Null, exc
	}
	return NewList(t, items).Value(), nil
}

func concatItems(t *Thread, a, b []Value) ([]Value, *Exception) {
	if exc := reserveItems(t, len(a)+len(b)); exc != nil {
		return nil, exc
	}
	return append(append(make([]Value, 0, len(a)+len(b)), a...), b...), nil
}

func listConcatInPlace(t *Thread, a, b Value) (Value, *Exception) {
	return a, (*List)(a.p).Extend(t, b)
}

func listRepeat(t *Thread, a Value, n int) (Value, *Exception) {
	items, exc := repeatItems(t, (*List)(a.p).Items, n)
	if exc != nil {
		return Null, exc
	}
	return NewList(t, items).Value(), nil
}

func listRepeatInPlace(t *Thread, a Value, n int) (Value, *Exception) {
	x := (*List)(a.p)
	if n == 1 || len(x.Items) == 0 {
		return a, nil
	}
	items, exc := repeatItems(t, x.Items, n)
	if exc != nil {
		return Null, exc
	}
	x.Items = items
	return a, nil
}

// repeatItems returns items n times over in a new slice.
func repeatItems(t *Thread, items []Value, n int) ([]Value, *Exception) {
	if n <= 0 || len(items) == 0 {
		return nil, nil
	}
	if n > (1<<63-1)/len(items) {
		return nil, RaiseNew(t, MemoryErrorType)
	}
	total := n * len(items)
	if exc := reserveItems(t, total); exc != nil {
		return nil, exc
	}
	out := make([]Value, total)
	if len(items) == 1 {
		v := items[0]
		for i := range out {
			out[i] = v
		}
		return out, nil
	}
	for done := copy(out, items); done < total; done *= 2 {
		copy(out[done:], out[:done])
	}
	return out, nil
}

// listCompare compares two lists; the items may change meanwhile.
func listCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	if asList(a) == nil || asList(b) == nil {
		return NotImplemented, nil
	}
	return compareItems(t, &(*List)(a.p).Items, &(*List)(b.p).Items, op)
}

// compareItems is the comparison of lists and tuples: the first pair that differs decides, else the lengths do.
func compareItems(t *Thread, a, b *[]Value, op CompareOp) (Value, *Exception) {
	if len(*a) != len(*b) && (op == EQ || op == NE) {
		return Bool(op == NE), nil
	}
	i := 0
	for ; i < len(*a) && i < len(*b); i++ {
		x, y := (*a)[i], (*b)[i]
		if Is(x, y) {
			continue
		}
		eq, exc := Equal(t, x, y)
		if exc != nil {
			return Null, exc
		}
		if !eq {
			break
		}
		if i&4095 == 4095 {
			if exc := t.Poll(); exc != nil {
				return Null, exc
			}
		}
	}
	switch {
	case i >= len(*a) || i >= len(*b):
		return Bool(compareInts(len(*a), len(*b), op)), nil
	case op == EQ:
		return False, nil
	case op == NE:
		return True, nil
	}
	return RichCompare(t, (*a)[i], (*b)[i], op)
}

func compareInts(a, b int, op CompareOp) bool {
	switch op {
	case LT:
		return a < b
	case LE:
		return a <= b
	case EQ:
		return a == b
	case NE:
		return a != b
	case GT:
		return a > b
	}
	return a >= b
}
