package itertools

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var (
	combinationsType  = &runtime.Type{}
	cwrType           = &runtime.Type{}
	permutationsType  = &runtime.Type{}
	combinationsShape = runtime.NewShape(combinationsType)
	cwrShape          = runtime.NewShape(cwrType)
	permutationsShape = runtime.NewShape(permutationsType)
)

// A selection is the state of combinations, combinations_with_replacement and permutations: row has the items of pool at the first indices.
type selection struct {
	runtime.Header
	pool    *runtime.Tuple
	indices []int
	cycles  []int // of permutations
	row     []Value
	started bool
	stopped bool
}

type selectionSub struct {
	selection
	runtime.Attrs
}

const selectionAttrs = unsafe.Offsetof(selectionSub{}.Attrs)

func traverseSelection(v Value, visit runtime.VisitFunc) { visit((*selection)(v.Ptr()).pool.Value()) }

func selectionMethods(setState func(t *Thread, self, state Value) (Value, *Exception), size int64) []runtime.MethodSpec {
	return []runtime.MethodSpec{
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: selectionReduce, Until: 13},
		{Sig: "__setstate__($self, state, /)", Doc: setStateDoc, Fn: setState, Until: 13},
		{Sig: "__sizeof__($self, /)", Doc: "Returns size in memory, in bytes.", Fn: func(_ *Thread, self Value) (Value, *Exception) {
			x := (*selection)(self.Ptr())
			return runtime.Int(size + 8*int64(len(x.indices)+len(x.cycles))), nil
		}},
	}
}

var combinationsSpec = runtime.TypeSpec{
	Type: combinationsType, Name: "itertools.combinations", Shape: combinationsShape, Flags: flagsOpen,
	Doc:     "Return successive r-length combinations of elements in the iterable.\n\ncombinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)",
	TextSig: "(iterable, r)", NewSub: newSub[selectionSub], SubAttrsOffset: selectionAttrs,
	Slots: runtime.Slots{
		New: func(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
			return newCombinations(t, cls, combinationsType, combinationsShape, combinationsArgs, args, kw)
		},
		Iter: runtime.SelfIter, Next: combinationsNext, Traverse: traverseSelection,
	},
	Methods: selectionMethods(combinationsSetState, 56),
}

var cwrSpec = runtime.TypeSpec{
	Type: cwrType, Name: "itertools.combinations_with_replacement", Shape: cwrShape, Flags: flagsOpen,
	Doc: "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.\n\n" +
		"combinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ('B','C'), ('C','C')",
	TextSig: "(iterable, r)", NewSub: newSub[selectionSub], SubAttrsOffset: selectionAttrs,
	Slots: runtime.Slots{
		New: func(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
			return newCombinations(t, cls, cwrType, cwrShape, cwrArgs, args, kw)
		},
		Iter: runtime.SelfIter, Next: cwrNext, Traverse: traverseSelection,
	},
	Methods: selectionMethods(cwrSetState, 56),
}

var permutationsSpec = runtime.TypeSpec{
	Type: permutationsType, Name: "itertools.permutations", Shape: permutationsShape, Flags: flagsOpen,
	Doc: "Return successive r-length permutations of elements in the iterable.\n\n" +
		"permutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)",
	TextSig: "(iterable, r=None)", NewSub: newSub[selectionSub], SubAttrsOffset: selectionAttrs,
	Slots:   runtime.Slots{New: permutationsNew, Iter: runtime.SelfIter, Next: permutationsNext, Traverse: traverseSelection},
	Methods: selectionMethods(permutationsSetState, 64),
}

var (
	combinationsArgs = runtime.NewSignature("combinations(iterable, r)")
	cwrArgs          = runtime.NewSignature("combinations_with_replacement(iterable, r)")
	permutationsArgs = runtime.NewSignature("permutations(iterable, r=None)")
)

func newCombinations(t *Thread, cls, exact *runtime.Type, shape *runtime.Shape, sig *runtime.Native, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := sig.Bind(t, args, kw)
	if exc != nil {
		return null, exc
	}
	r, exc := runtime.AsSsize(t, a[1])
	if exc != nil {
		return null, exc
	}
	p, exc := runtime.ToTuple(t, a[0])
	if exc != nil {
		return null, exc
	}
	if r < 0 {
		return null, runtime.Raise(t, runtime.ValueErrorType, "r must be non-negative")
	}
	t.Handle(p)
	pool, _ := runtime.AsTuple(p)
	stopped := r > pool.Len()
	if exact == cwrType {
		stopped = pool.Len() == 0 && r > 0
	}
	return newSelection(t, cls, exact, shape, pool, r, r, 0, stopped)
}

// newSelection makes the object with n indices and m cycles.
func newSelection(t *Thread, cls, exact *runtime.Type, shape *runtime.Shape, pool *runtime.Tuple, r, n, m int, stopped bool) (Value, *Exception) {
	if r > 1<<56 {
		return null, runtime.RaiseNew(t, runtime.MemoryErrorType)
	}
	if exc := t.Reserve((n+m)*8 + r*int(runtime.ValueSize)); exc != nil {
		return null, exc
	}
	x := newObject[selection](t, cls, exact, shape)
	x.pool, x.stopped = pool, stopped
	x.indices, x.row = make([]int, n), make([]Value, r)
	if m > 0 {
		x.cycles = make([]int, m)
	}
	if exact != cwrType {
		for i := range x.indices {
			x.indices[i] = i
		}
	}
	for i := range x.cycles {
		x.cycles[i] = n - i
	}
	return value(x), nil
}

// first fills the row for the first time.
func (x *selection) first(t *Thread) (Value, bool, *Exception) {
	x.started = true
	for i := range x.row {
		x.row[i] = x.pool.Items[x.indices[i]]
	}
	return runtime.CopyTuple(t, x.row).Value(), true, nil
}

func combinationsNext(t *Thread, v Value) (Value, bool, *Exception) {
	x := (*selection)(v.Ptr())
	if x.stopped {
		return null, false, nil
	}
	if !x.started {
		return x.first(t)
	}
	pool := x.pool.Items
	r := len(x.row)
	i := r - 1
	for i >= 0 && x.indices[i] == i+len(pool)-r {
		i--
	}
	if i < 0 {
		x.stopped = true
		return null, false, nil
	}
	k := x.indices[i] + 1
	for ; i < r; i++ {
		x.indices[i] = k
		x.row[i] = pool[k]
		k++
	}
	return runtime.CopyTuple(t, x.row).Value(), true, nil
}

func cwrNext(t *Thread, v Value) (Value, bool, *Exception) {
	x := (*selection)(v.Ptr())
	if x.stopped {
		return null, false, nil
	}
	if !x.started {
		return x.first(t)
	}
	pool := x.pool.Items
	i := len(x.row) - 1
	for i >= 0 && x.indices[i] == len(pool)-1 {
		i--
	}
	if i < 0 {
		x.stopped = true
		return null, false, nil
	}
	k := x.indices[i] + 1
	item := pool[k]
	for ; i < len(x.row); i++ {
		x.indices[i] = k
		x.row[i] = item
	}
	return runtime.CopyTuple(t, x.row).Value(), true, nil
}

func permutationsNew(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := permutationsArgs.Bind(t, args, kw)
	if exc != nil {
		return null, exc
	}
	p, exc := runtime.ToTuple(t, a[0])
	if exc != nil {
		return null, exc
	}
	t.Handle(p)
	pool, _ := runtime.AsTuple(p)
	r := pool.Len()
	if !a[1].IsNone() {
		if !runtime.TypeOf(a[1]).Is(runtime.TypeInt) {
			return null, runtime.Raise(t, runtime.TypeErrorType, "Expected int as r")
		}
		if r, exc = runtime.AsSsize(t, a[1]); exc != nil {
			return null, exc
		}
	}
	if r < 0 {
		return null, runtime.Raise(t, runtime.ValueErrorType, "r must be non-negative")
	}
	return newSelection(t, cls, permutationsType, permutationsShape, pool, r, pool.Len(), r, r > pool.Len())
}

func permutationsNext(t *Thread, v Value) (Value, bool, *Exception) {
	x := (*selection)(v.Ptr())
	if x.stopped {
		return null, false, nil
	}
	if !x.started {
		return x.first(t)
	}
	pool, indices, cycles := x.pool.Items, x.indices, x.cycles
	n := len(indices)
	for i := len(x.row) - 1; i >= 0; i-- {
		cycles[i]--
		if cycles[i] == 0 {
			// Move the index at i to the end.
			k := indices[i]
			copy(indices[i:], indices[i+1:])
			indices[n-1] = k
			cycles[i] = n - i
			continue
		}
		j := n - cycles[i]
		indices[i], indices[j] = indices[j], indices[i]
		for k := i; k < len(x.row); k++ {
			x.row[k] = pool[indices[k]]
		}
		return runtime.CopyTuple(t, x.row).Value(), true, nil
	}
	x.stopped = true
	return null, false, nil
}

func selectionReduce(t *Thread, self Value) (Value, *Exception) {
	x := (*selection)(self.Ptr())
	r := runtime.Int(int64(len(x.row)))
	switch {
	case !x.started:
		return reduce(t, typeOf(self), tuple(t, x.pool.Value(), r))
	case x.stopped:
		return reduce(t, typeOf(self), tuple(t, tuple(t), r))
	}
	state := indexTuple(t, x.indices)
	if x.cycles != nil {
		state = tuple(t, state, indexTuple(t, x.cycles))
	}
	return reduce(t, typeOf(self), tuple(t, x.pool.Value(), r), state)
}

// setIndices takes indices from a tuple of the right length, clipped to what most allows.
func setIndices(t *Thread, dst []int, v Value, most func(i int) int) *Exception {
	s, ok := runtime.AsTuple(v)
	if !ok || s.Len() != len(dst) {
		return invalidArguments(t)
	}
	for i, item := range s.Items {
		k, exc := runtime.AsSsize(t, item)
		if exc != nil {
			return exc
		}
		dst[i] = max(0, min(k, most(i)))
	}
	return nil
}

func combinationsSetState(t *Thread, self, state Value) (Value, *Exception) {
	x := (*selection)(self.Ptr())
	n, r := x.pool.Len(), len(x.row)
	if exc := setIndices(t, x.indices, state, func(i int) int { return i + n - r }); exc != nil {
		return null, exc
	}
	return x.restore()
}

func cwrSetState(t *Thread, self, state Value) (Value, *Exception) {
	x := (*selection)(self.Ptr())
	n := x.pool.Len()
	if exc := setIndices(t, x.indices, state, func(int) int { return n - 1 }); exc != nil {
		return null, exc
	}
	return x.restore()
}

func permutationsSetState(t *Thread, self, state Value) (Value, *Exception) {
	x := (*selection)(self.Ptr())
	s, ok := runtime.AsTuple(state)
	if !ok || s.Len() != 2 {
		return null, invalidArguments(t)
	}
	n := x.pool.Len()
	if exc := setIndices(t, x.indices, s.Items[0], func(int) int { return n - 1 }); exc != nil {
		return null, exc
	}
	if exc := setIndices(t, x.cycles, s.Items[1], func(i int) int { return n - i }); exc != nil {
		return null, exc
	}
	for i := range x.cycles {
		x.cycles[i] = max(x.cycles[i], 1)
	}
	return x.restore()
}

// restore fills the row after the indices were set.
func (x *selection) restore() (Value, *Exception) {
	if x.pool.Len() == 0 && len(x.row) > 0 {
		x.stopped = true
		return runtime.None, nil
	}
	for i := range x.row {
		x.row[i] = x.pool.Items[max(0, x.indices[i])]
	}
	x.started = true
	return runtime.None, nil
}
