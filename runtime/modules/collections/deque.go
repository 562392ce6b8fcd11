package collections

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var dequeType = &runtime.Type{}

var dequeShape = runtime.NewShape(dequeType)

// A deque is a ring buffer: item i is buf[(head+i) & (len(buf)-1)]. The length of buf is a power of two or zero. state changes whenever an item comes,
// goes or moves.
type deque struct {
	runtime.Header
	buf    []Value
	head   int
	n      int
	maxlen int // -1 for none
	state  uint
}

type dequeSub struct {
	deque
	runtime.Attrs
}

var dequeSpec = runtime.TypeSpec{
	Type: dequeType, Name: "collections.deque", Shape: dequeShape,
	Flags: runtime.TypeBase | runtime.TypeSequence | runtime.TypeHasWeakref | runtime.TypeOwnLayout,
	Doc:   "A list-like sequence optimized for data accesses near its endpoints.", TextSig: "([iterable[, maxlen]])",
	NewSub: newSub[dequeSub], SubAttrsOffset: unsafe.Offsetof(dequeSub{}.Attrs),
	Slots: runtime.Slots{
		New: dequeNew, Init: dequeInit, Repr: dequeRepr, RichCompare: dequeCompare, Iter: dequeIter, Len: dequeLen,
		GetItem: dequeGetItem, SetItem: dequeSetItem, Contains: dequeContains,
		Concat: dequeConcat, ConcatInPlace: dequeConcatInPlace, Repeat: dequeRepeat, RepeatInPlace: dequeRepeatInPlace,
		Traverse: func(v Value, visit runtime.VisitFunc) {
			d := (*deque)(v.Ptr())
			for i := range d.n {
				visit(*d.at(i))
			}
		},
	},
	Methods: []runtime.MethodSpec{
		{Sig: "append($self, item, /)", Doc: "Add an element to the right side of the deque.", Fn: dequeAppend},
		{Sig: "appendleft($self, item, /)", Doc: "Add an element to the left side of the deque.", Fn: dequeAppendLeft},
		{Sig: "clear($self, /)", Doc: "Remove all elements from the deque.", Fn: dequeClear},
		{Sig: "__copy__($self, /)", Doc: "Return a shallow copy of a deque.", Fn: dequeCopy},
		{Sig: "copy($self, /)", Doc: "Return a shallow copy of a deque.", Fn: dequeCopy},
		{Sig: "count($self, value, /)", Doc: "Return number of occurrences of value.", Fn: dequeCount},
		{Sig: "extend($self, iterable, /)", Doc: "Extend the right side of the deque with elements from the iterable.", Fn: dequeExtend},
		{Sig: "extendleft($self, iterable, /)", Doc: "Extend the left side of the deque with elements from the iterable.", Fn: dequeExtendLeft},
		{Sig: "index($self, value, [start, [stop]])", Doc: "Return first index of value.\n\nRaises ValueError if the value is not present.", Fn: dequeIndex},
		{Sig: "insert($self, index, value, /)", Doc: "Insert value before index.", Fn: dequeInsert},
		{Sig: "pop($self, /)", Doc: "Remove and return the rightmost element.", Fn: dequePop},
		{Sig: "popleft($self, /)", Doc: "Remove and return the leftmost element.", Fn: dequePopLeft},
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: dequeReduce},
		{Sig: "remove($self, value, /)", Doc: "Remove first occurrence of value.", Fn: dequeRemove},
		{Sig: "__reversed__($self, /)", Doc: "Return a reverse iterator over the deque.", Fn: dequeReversed},
		{Sig: "reverse($self, /)", Doc: "Reverse *IN PLACE*.", Fn: dequeReverse},
		{Sig: "rotate($self, n=1, /)", Doc: "Rotate the deque n steps to the right.  If n is negative, rotates left.", Fn: dequeRotate},
		{Sig: "__sizeof__($self, /)", Doc: "Return the size of the deque in memory, in bytes.", Fn: dequeSizeof},
		{Sig: "__class_getitem__($type, object, /)", Doc: "See PEP 585", Fn: runtime.NewGenericAlias, Flavor: runtime.ClassMethod},
	},
	GetSets: []runtime.GetSetSpec{
		{Name: "maxlen", Doc: "maximum size of a deque or None if unbounded", Get: func(_ *Thread, self Value) (Value, *Exception) {
			if d := (*deque)(self.Ptr()); d.maxlen >= 0 {
				return runtime.Int(int64(d.maxlen)), nil
			}
			return runtime.None, nil
		}},
	},
}

func newDeque(t *Thread, cls *runtime.Type) *deque {
	d := newObject[deque](t, cls, dequeType, dequeShape)
	d.maxlen = -1
	return d
}

func dequeNew(t *Thread, cls *runtime.Type, _ []Value, _ *runtime.Tuple) (Value, *Exception) {
	return value(newDeque(t, cls)), nil
}

var dequeArgs = runtime.NewSignature("deque(iterable=<unrepresentable>, maxlen=None)")

func dequeInit(t *Thread, self Value, args []Value, kw *runtime.Tuple) *Exception {
	d := (*deque)(self.Ptr())
	if len(args) == 0 {
		d.maxlen = -1
		d.clear()
		return nil
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := dequeArgs.Bind(t, args, kw)
	if exc != nil {
		return exc
	}
	maxlen := -1
	if !a[1].IsNone() {
		if !runtime.TypeOf(a[1]).Is(runtime.TypeInt) {
			return runtime.Raise(t, runtime.TypeErrorType, "an integer is required")
		}
		n, ok := runtime.AsInt64(a[1])
		if !ok {
			return runtime.Raise(t, runtime.OverflowErrorType, "Python int too large to convert to C ssize_t")
		}
		if n < 0 {
			return runtime.Raise(t, runtime.ValueErrorType, "maxlen must be non-negative")
		}
		maxlen = int(n)
	}
	d.maxlen = maxlen
	d.clear()
	if a[0].IsNull() {
		return nil
	}
	return d.extend(t, a[0])
}

func asDeque(v Value) *deque {
	if runtime.HasShape(v, dequeShape) || runtime.IsInstance(v, dequeType) {
		return (*deque)(v.Ptr())
	}
	return nil
}

// at returns the place of item i.
func (d *deque) at(i int) *Value { return &d.buf[(d.head+i)&(len(d.buf)-1)] }

func (d *deque) clear() {
	d.buf, d.head, d.n = nil, 0, 0
	d.state++
}

// grow doubles the buffer.
func (d *deque) grow(t *Thread) *Exception {
	return d.resize(t, max(8, 2*len(d.buf)))
}

func (d *deque) resize(t *Thread, size int) *Exception {
	if size > 1<<12 {
		if exc := t.Reserve(size * int(runtime.ValueSize)); exc != nil {
			return exc
		}
	} else {
		t.Charge(size * int(runtime.ValueSize))
	}
	buf := make([]Value, size)
	for i := range d.n {
		buf[i] = *d.at(i)
	}
	d.buf, d.head = buf, 0
	return nil
}

// room makes room for more items to come.
func (d *deque) room(t *Thread, more int) *Exception {
	if d.n+more <= len(d.buf) {
		return nil
	}
	size := max(8, len(d.buf))
	for size < d.n+more {
		if size > 1<<58 {
			return runtime.RaiseNew(t, runtime.MemoryErrorType)
		}
		size *= 2
	}
	return d.resize(t, size)
}

func (d *deque) pushBack(t *Thread, v Value) *Exception {
	if d.n == len(d.buf) {
		if exc := d.grow(t); exc != nil {
			return exc
		}
	}
	d.buf[(d.head+d.n)&(len(d.buf)-1)] = v
	d.n++
	d.state++
	if d.n > d.maxlen && d.maxlen >= 0 {
		d.popFront()
	}
	return nil
}

func (d *deque) pushFront(t *Thread, v Value) *Exception {
	if d.n == len(d.buf) {
		if exc := d.grow(t); exc != nil {
			return exc
		}
	}
	d.head = (d.head - 1) & (len(d.buf) - 1)
	d.buf[d.head] = v
	d.n++
	d.state++
	if d.n > d.maxlen && d.maxlen >= 0 {
		d.popBack()
	}
	return nil
}

// popFront removes the first item of a deque that has one.
func (d *deque) popFront() Value {
	p := &d.buf[d.head]
	v := *p
	*p = Value{}
	d.head = (d.head + 1) & (len(d.buf) - 1)
	d.n--
	d.state++
	return v
}

// popBack removes the last item of a deque that has one.
func (d *deque) popBack() Value {
	p := d.at(d.n - 1)
	v := *p
	*p = Value{}
	d.n--
	d.state++
	return v
}

// items returns the items in a new slice.
func (d *deque) items() []Value {
	out := make([]Value, d.n)
	for i := range out {
		out[i] = *d.at(i)
	}
	return out
}

// extend adds the items of an iterable on the right.
func (d *deque) extend(t *Thread, o Value) *Exception {
	if runtime.Is(o, value(d)) {
		l := runtime.NewList(t, d.items())
		return d.extend(t, l.Value())
	}
	if d.maxlen < 0 {
		if l := runtime.ExactList(o); l != nil {
			return d.extendSlice(t, l.Items)
		}
		if x := runtime.ExactTuple(o); x != nil {
			return d.extendSlice(t, x.Items)
		}
	}
	return runtime.Iterate(t, o, func(v Value) (bool, *Exception) {
		return true, d.pushBack(t, v)
	})
}

func (d *deque) extendSlice(t *Thread, items []Value) *Exception {
	if len(items) == 0 {
		return nil
	}
	if exc := d.room(t, len(items)); exc != nil {
		return exc
	}
	for _, v := range items {
		d.buf[(d.head+d.n)&(len(d.buf)-1)] = v
		d.n++
	}
	d.state++
	return nil
}

func dequeAppend(t *Thread, self, v Value) (Value, *Exception) {
	return runtime.None, (*deque)(self.Ptr()).pushBack(t, v)
}

func dequeAppendLeft(t *Thread, self, v Value) (Value, *Exception) {
	return runtime.None, (*deque)(self.Ptr()).pushFront(t, v)
}

func dequePop(t *Thread, self Value) (Value, *Exception) {
	d := (*deque)(self.Ptr())
	if d.n == 0 {
		return null, runtime.Raise(t, runtime.IndexErrorType, "pop from an empty deque")
	}
	return d.popBack(), nil
}

func dequePopLeft(t *Thread, self Value) (Value, *Exception) {
	d := (*deque)(self.Ptr())
	if d.n == 0 {
		return null, runtime.Raise(t, runtime.IndexErrorType, "pop from an empty deque")
	}
	return d.popFront(), nil
}

func dequeExtend(t *Thread, self, o Value) (Value, *Exception) {
	return runtime.None, (*deque)(self.Ptr()).extend(t, o)
}

func dequeExtendLeft(t *Thread, self, o Value) (Value, *Exception) {
	d := (*deque)(self.Ptr())
	if runtime.Is(o, self) {
		o = runtime.NewList(t, d.items()).Value()
	}
	return runtime.None, runtime.Iterate(t, o, func(v Value) (bool, *Exception) {
		return true, d.pushFront(t, v)
	})
}

func dequeClear(_ *Thread, self Value) (Value, *Exception) {
	(*deque)(self.Ptr()).clear()
	return runtime.None, nil
}

// dequeCopy calls the class of a subclass.
func dequeCopy(t *Thread, self Value) (Value, *Exception) {
	d := (*deque)(self.Ptr())
	if runtime.HasShape(self, dequeShape) {
		c := newDeque(t, dequeType)
		c.maxlen = d.maxlen
		return value(c), c.extendSlice(t, d.items())
	}
	args := []Value{self}
	if d.maxlen >= 0 {
		args = append(args, runtime.Int(int64(d.maxlen)))
	}
	r, exc := runtime.Call(t, typeOf(self), args...)
	if exc == nil && asDeque(r) == nil {
		return null, runtime.TypeErrorf(t, "%s() must return a deque, not %s", runtime.TypeOf(self).FullName(), runtime.TypeOf(r).FullName())
	}
	return r, exc
}

func mutated(t *Thread, tp *runtime.Type) *Exception {
	return runtime.Raise(t, tp, "deque mutated during iteration")
}

// find returns the index of the first item at or after i and below stop that equals v, -1 for none; change is the class of the exception when the
// comparison changes the deque.
func (d *deque) find(t *Thread, v Value, i, stop int, change *runtime.Type) (int, *Exception) {
	state := d.state
	for ; i < stop; i++ {
		eq, exc := runtime.Equal(t, *d.at(i), v)
		if exc != nil {
			return -1, exc
		}
		if eq {
			return i, nil
		}
		if d.state != state {
			return -1, mutated(t, change)
		}
		if i&4095 == 4095 {
			if exc := t.Poll(); exc != nil {
				return -1, exc
			}
		}
	}
	return -1, nil
}

func dequeContains(t *Thread, self, v Value) (bool, *Exception) {
	d := (*deque)(self.Ptr())
	i, exc := d.find(t, v, 0, d.n, runtime.RuntimeErrorType)
	return i >= 0, exc
}

func dequeCount(t *Thread, self, v Value) (Value, *Exception) {
	d := (*deque)(self.Ptr())
	state, n := d.state, int64(0)
	for i := 0; i < d.n; i++ {
		eq, exc := runtime.Equal(t, *d.at(i), v)
		if exc != nil {
			return null, exc
		}
		if eq {
			n++
		}
		if d.state != state {
			return null, mutated(t, runtime.RuntimeErrorType)
		}
		if i&4095 == 4095 {
			if exc := t.Poll(); exc != nil {
				return null, exc
			}
		}
	}
	return runtime.Int(n), nil
}

// bound converts a limit of index.
func bound(t *Thread, v Value, def int) (int, *Exception) {
	if v.IsNull() {
		return def, nil
	}
	if runtime.TypeOf(v).Index == nil {
		return 0, runtime.Raise(t, runtime.TypeErrorType, "slice indices must be integers or have an __index__ method")
	}
	return runtime.AsSliceIndex(t, v, def)
}

func dequeIndex(t *Thread, self Value, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	if kw.Len() > 0 {
		return null, runtime.Raise(t, runtime.TypeErrorType, "deque.index() takes no keyword arguments")
	}
	if exc := runtime.CheckArity(t, "index", len(args), 1, 3); exc != nil {
		return null, exc
	}
	d := (*deque)(self.Ptr())
	limits := [2]int{0, int(^uint(0) >> 1)}
	for i, a := range args[1:] {
		var exc *Exception
		if limits[i], exc = bound(t, a, 0); exc != nil {
			return null, exc
		}
	}
	start, stop := limits[0], limits[1]
	if start < 0 {
		start = max(0, start+d.n)
	}
	if stop < 0 {
		stop = max(0, stop+d.n)
	}
	i, exc := d.find(t, args[0], start, min(stop, d.n), runtime.RuntimeErrorType)
	if exc != nil {
		return null, exc
	}
	if i < 0 {
		return null, notFound(t, args[0], "index")
	}
	return runtime.Int(int64(i)), nil
}

// notFound is the ValueError of index and remove.
func notFound(t *Thread, v Value, method string) *Exception {
	if t.Interp().Version.At(14) {
		return runtime.Raise(t, runtime.ValueErrorType, "deque."+method+"(x): x not in deque")
	}
	s, exc := runtime.Repr(t, v)
	if exc != nil {
		return exc
	}
	return runtime.Raise(t, runtime.ValueErrorType, s.GoString()+" is not in deque")
}

func dequeInsert(t *Thread, self, index, v Value) (Value, *Exception) {
	i, exc := runtime.AsSsize(t, index)
	if exc != nil {
		return null, exc
	}
	d := (*deque)(self.Ptr())
	if d.n == d.maxlen {
		return null, runtime.Raise(t, runtime.IndexErrorType, "deque already at its maximum size")
	}
	if i < 0 {
		i = max(0, i+d.n)
	}
	if i >= d.n {
		return runtime.None, d.pushBack(t, v)
	}
	if i <= d.n/2 {
		if exc := d.pushFront(t, v); exc != nil {
			return null, exc
		}
		for k := 0; k < i; k++ {
			*d.at(k) = *d.at(k + 1)
		}
	} else {
		if exc := d.pushBack(t, v); exc != nil {
			return null, exc
		}
		for k := d.n - 1; k > i; k-- {
			*d.at(k) = *d.at(k - 1)
		}
	}
	*d.at(i) = v
	return runtime.None, nil
}

// removeAt removes item i, moving the shorter side.
func (d *deque) removeAt(i int) {
	if i < d.n/2 {
		for k := i; k > 0; k-- {
			*d.at(k) = *d.at(k - 1)
		}
		d.popFront()
		return
	}
	for k := i; k < d.n-1; k++ {
		*d.at(k) = *d.at(k + 1)
	}
	d.popBack()
}

func dequeRemove(t *Thread, self, v Value) (Value, *Exception) {
	d := (*deque)(self.Ptr())
	i, exc := d.find(t, v, 0, d.n, runtime.IndexErrorType)
	switch {
	case exc != nil:
		return null, exc
	case i < 0:
		return null, notFound(t, v, "remove")
	case i >= d.n:
		return null, mutated(t, runtime.IndexErrorType)
	}
	d.removeAt(i)
	return runtime.None, nil
}

func dequeReverse(_ *Thread, self Value) (Value, *Exception) {
	d := (*deque)(self.Ptr())
	for i, j := 0, d.n-1; i < j; i, j = i+1, j-1 {
		a, b := d.at(i), d.at(j)
		*a, *b = *b, *a
	}
	d.state++
	return runtime.None, nil
}

func dequeRotate(t *Thread, self, by Value) (Value, *Exception) {
	n, exc := runtime.AsSsize(t, by)
	if exc != nil {
		return null, exc
	}
	(*deque)(self.Ptr()).rotate(n)
	return runtime.None, nil
}

func (d *deque) rotate(n int) {
	if d.n <= 1 {
		return
	}
	if n %= d.n; n > d.n/2 {
		n -= d.n
	} else if n < -d.n/2 {
		n += d.n
	}
	d.state++
	if d.n == len(d.buf) {
		d.head = (d.head - n) & (len(d.buf) - 1) // a full ring just turns
		return
	}
	for ; n > 0; n-- {
		v := d.popBack()
		d.head = (d.head - 1) & (len(d.buf) - 1)
		d.buf[d.head] = v
		d.n++
	}
	for ; n < 0; n++ {
		v := d.popFront()
		d.n++
		*d.at(d.n - 1) = v
	}
}

func dequeLen(_ *Thread, v Value) (int, *Exception) { return (*deque)(v.Ptr()).n, nil }

// index converts a subscript.
func (d *deque) index(t *Thread, key Value) (int, *Exception) {
	i, exc := 0, (*Exception)(nil)
	if key.IsInt() {
		i = int(key.AsInt())
	} else if tp := runtime.TypeOf(key); tp.Index == nil {
		return 0, runtime.TypeErrorf(t, "sequence index must be integer, not '%s'", tp.FullName())
	} else if v, e := runtime.Index(t, key); e != nil {
		return 0, e
	} else if i, exc = runtime.AsSsize(t, v); exc != nil {
		return 0, runtime.Raisef(t, runtime.IndexErrorType, "cannot fit '%s' into an index-sized integer", runtime.TypeOf(key).FullName())
	}
	if i < 0 {
		i += d.n
	}
	if uint(i) >= uint(d.n) {
		return 0, runtime.Raise(t, runtime.IndexErrorType, "deque index out of range")
	}
	return i, nil
}

func dequeGetItem(t *Thread, self, key Value) (Value, *Exception) {
	d := (*deque)(self.Ptr())
	i, exc := d.index(t, key)
	if exc != nil {
		return null, exc
	}
	return *d.at(i), nil
}

func dequeSetItem(t *Thread, self, key, v Value) *Exception {
	d := (*deque)(self.Ptr())
	i, exc := d.index(t, key)
	switch {
	case exc != nil:
		return exc
	case v.IsNull():
		d.removeAt(i)
	default:
		*d.at(i) = v
	}
	return nil
}

func dequeRepr(t *Thread, v Value) (Value, *Exception) {
	if t.EnterRepr(v) {
		return runtime.NewStr(t, "[...]").Value(), nil
	}
	defer t.LeaveRepr()
	d := (*deque)(v.Ptr())
	l := runtime.NewList(t, d.items())
	mark := t.HandleMark()
	t.Handle(l.Value())
	defer t.Release(mark)
	s, exc := runtime.Repr(t, l.Value())
	if exc != nil {
		return null, exc
	}
	text := runtime.TypeOf(v).Name() + "(" + s.GoString()
	if d.maxlen >= 0 {
		text += ", maxlen=" + runtime.NewStrInt(t, int64(d.maxlen)).GoString()
	}
	return runtime.NewStr(t, text+")").Value(), nil
}

func dequeCompare(t *Thread, a, b Value, op runtime.CompareOp) (Value, *Exception) {
	x, y := asDeque(a), asDeque(b)
	if x == nil || y == nil {
		return runtime.NotImplemented, nil
	}
	if op == runtime.EQ || op == runtime.NE {
		if x == y {
			return runtime.Bool(op == runtime.EQ), nil
		}
		if x.n != y.n {
			return runtime.Bool(op == runtime.NE), nil
		}
	}
	sx, sy := x.state, y.state
	for i := 0; ; i++ {
		if x.state != sx || y.state != sy {
			return null, mutated(t, runtime.RuntimeErrorType)
		}
		if i >= x.n || i >= y.n {
			break
		}
		p, q := *x.at(i), *y.at(i)
		eq, exc := runtime.Equal(t, p, q)
		if exc != nil {
			return null, exc
		}
		if !eq {
			switch op {
			case runtime.EQ:
				return runtime.False, nil
			case runtime.NE:
				return runtime.True, nil
			}
			return runtime.RichCompare(t, p, q, op)
		}
		if i&4095 == 4095 {
			if exc := t.Poll(); exc != nil {
				return null, exc
			}
		}
	}
	var r bool
	switch op {
	case runtime.LT:
		r = x.n < y.n
	case runtime.LE:
		r = x.n <= y.n
	case runtime.EQ:
		r = x.n == y.n
	case runtime.NE:
		r = x.n != y.n
	case runtime.GT:
		r = x.n > y.n
	default:
		r = x.n >= y.n
	}
	return runtime.Bool(r), nil
}

func dequeConcat(t *Thread, a, b Value) (Value, *Exception) {
	if asDeque(b) == nil {
		return null, runtime.TypeErrorf(t, "can only concatenate deque (not \"%s\") to deque", runtime.TypeOf(b).FullName())
	}
	r, exc := dequeCopy(t, a)
	if exc != nil {
		return null, exc
	}
	mark := t.HandleMark()
	t.Handle(r)
	defer t.Release(mark)
	return r, (*deque)(r.Ptr()).extend(t, b)
}

func dequeConcatInPlace(t *Thread, a, b Value) (Value, *Exception) {
	return a, (*deque)(a.Ptr()).extend(t, b)
}

func dequeRepeat(t *Thread, a Value, n int) (Value, *Exception) {
	r, exc := dequeCopy(t, a)
	if exc != nil {
		return null, exc
	}
	mark := t.HandleMark()
	t.Handle(r)
	defer t.Release(mark)
	return dequeRepeatInPlace(t, r, n)
}

func dequeRepeatInPlace(t *Thread, a Value, n int) (Value, *Exception) {
	d := (*deque)(a.Ptr())
	if d.n == 0 || n == 1 {
		return a, nil
	}
	if n <= 0 {
		d.clear()
		return a, nil
	}
	items := d.items()
	if d.maxlen >= 0 {
		// What falls off on the left need not be there at first.
		n = min(n, (d.maxlen+len(items)-1)/len(items)+1)
	} else if n > 1<<58/len(items) {
		return null, runtime.RaiseNew(t, runtime.MemoryErrorType)
	} else if exc := d.room(t, len(items)*(n-1)); exc != nil {
		return null, exc
	}
	for k := 1; k < n; k++ {
		for _, v := range items {
			if exc := d.pushBack(t, v); exc != nil {
				return null, exc
			}
		}
		if exc := t.Poll(); exc != nil {
			return null, exc
		}
	}
	return a, nil
}

func dequeReduce(t *Thread, self Value) (Value, *Exception) {
	d := (*deque)(self.Ptr())
	state, exc := runtime.CallMethod(t, self, sGetState)
	if exc != nil {
		return null, exc
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	t.Handle(state)
	it, exc := runtime.Iter(t, self)
	if exc != nil {
		return null, exc
	}
	args := tuple(t)
	if d.maxlen >= 0 {
		args = tuple(t, args, runtime.Int(int64(d.maxlen)))
	}
	return tuple(t, typeOf(self), args, state, it), nil
}

// dequeSizeof counts CPython's blocks of 64 items.
func dequeSizeof(_ *Thread, self Value) (Value, *Exception) {
	const object, block, perBlock = 216, 528, 64
	d := (*deque)(self.Ptr())
	return runtime.Int(int64(object + block*((perBlock/2+d.n+perBlock-1)/perBlock))), nil
}
