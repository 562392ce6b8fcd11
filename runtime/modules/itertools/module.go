// Package itertools is Python's itertools module. Every iterator is a Go struct with a Next slot; a subclass made by a program has the same struct with
// attributes behind it.
//
// Start reading at Spec, then any of the types: they all have the same form.
package itertools

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

type (
	// Value is a Python value.
	Value = runtime.Value
	// Exception is a Python exception.
	Exception = runtime.Exception
	// Thread is a Python thread.
	Thread = runtime.Thread
)

// null is the missing value.
var null = runtime.Null

// Spec describes the module.
var Spec = &runtime.ModuleSpec{
	Name: "itertools",
	Doc: "Functional tools for creating and using iterators.\n\nInfinite iterators:\ncount(start=0, step=1) --> start, start+step, start+2*step, ...\n" +
		"cycle(p) --> p0, p1, ... plast, p0, p1, ...\nrepeat(elem [,n]) --> elem, elem, elem, ... endlessly or up to n times\n\n" +
		"Iterators terminating on the shortest input sequence:\naccumulate(p[, func]) --> p0, p0+p1, p0+p1+p2\n" +
		"batched(p, n) --> [p0, p1, ..., p_n-1], [p_n, p_n+1, ..., p_2n-1], ...\n" +
		"chain(p, q, ...) --> p0, p1, ... plast, q0, q1, ...\nchain.from_iterable([p, q, ...]) --> p0, p1, ... plast, q0, q1, ...\n" +
		"compress(data, selectors) --> (d[0] if s[0]), (d[1] if s[1]), ...\ndropwhile(predicate, seq) --> seq[n], seq[n+1], starting when predicate fails\n" +
		"groupby(iterable[, keyfunc]) --> sub-iterators grouped by value of keyfunc(v)\n" +
		"filterfalse(predicate, seq) --> elements of seq where pred(elem) is False\nislice(seq, [start,] stop [, step]) --> elements from\n" +
		"       seq[start:stop:step]\npairwise(s) --> (s[0],s[1]), (s[1],s[2]), (s[2], s[3]), ...\n" +
		"starmap(fun, seq) --> fun(*seq[0]), fun(*seq[1]), ...\ntee(it, n=2) --> (it1, it2 , ... itn) splits one iterator into n\n" +
		"takewhile(predicate, seq) --> seq[0], seq[1], until predicate fails\nzip_longest(p, q, ...) --> (p[0], q[0]), (p[1], q[1]), ...\n\n" +
		"Combinatoric generators:\nproduct(p, q, ... [repeat=1]) --> cartesian product\npermutations(p[, r])\ncombinations(p, r)\n" +
		"combinations_with_replacement(p, r)\n",
	Functions: []runtime.MethodSpec{
		{Sig: "tee($module, iterable, n=2, /)", Doc: "Returns a tuple of n independent iterators.", Fn: tee},
	},
	TypeSpecs: []*runtime.TypeSpec{
		&accumulateSpec, &batchedSpec, &chainSpec, &combinationsSpec, &cwrSpec, &compressSpec, &countSpec, &cycleSpec, &dropWhileSpec,
		&filterFalseSpec, &groupBySpec, &grouperSpec, &isliceSpec, &pairwiseSpec, &permutationsSpec, &productSpec, &repeatSpec, &starMapSpec,
		&takeWhileSpec, &teeSpec, &teeDataSpec, &zipLongestSpec,
	},
	Init: func(t *Thread, m *runtime.Module) *Exception {
		if t.Interp().Version.At(12) {
			m.Set(t, "batched", batchedType.Value())
		}
		return nil
	},
}

const (
	flagsOpen   = runtime.TypeBase | runtime.TypeOwnLayout
	flagsClosed = runtime.TypeOwnLayout

	reduceDoc   = "Return state information for pickling."
	setStateDoc = "Set state information for unpickling."
)

// newObject allocates an instance of cls, whose builtin type is exact.
func newObject[T any](t *Thread, cls, exact *runtime.Type, shape *runtime.Shape) *T {
	if cls == exact {
		return runtime.Alloc[T](t, shape)
	}
	return (*T)(unsafe.Pointer(runtime.NewInstanceOf(t, cls)))
}

// newSub is the NewSub of a type whose subclasses are laid out as T; the New slot fills the Values.
func newSub[T any](t *Thread, _ *runtime.Type) *runtime.Header {
	return (*runtime.Header)(unsafe.Pointer(runtime.AllocSub[T](t)))
}

// value wraps an object of this package.
func value[T any](x *T) Value { return runtime.ObjectOf((*runtime.Header)(unsafe.Pointer(x))) }

// noKeywords raises for keywords given to a type that takes none; a subclass may take them in an __init__ of its own.
func noKeywords(t *Thread, cls, exact *runtime.Type, kw *runtime.Tuple) *Exception {
	if kw.Len() == 0 || cls != exact {
		return nil
	}
	return runtime.NoKeywords(t, exact.Name(), kw)
}

// next steps an iterator that Iter checked.
func next(t *Thread, it Value) (Value, bool, *Exception) { return runtime.TypeOf(it).Next(t, it) }

// ended turns the StopIteration that a function called by a Next slot raised into the end of the iteration.
func ended(exc *Exception) *Exception {
	if exc != nil && exc.Is(runtime.StopIterationType) {
		return nil
	}
	return exc
}

// removedIn14 warns of the pickling support that Python 3.14 removed.
func removedIn14(t *Thread) *Exception {
	if !t.Interp().Version.At(12) {
		return nil
	}
	return runtime.Warn(t, runtime.DeprecationWarningType, "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.", 1)
}

// reduce is removedIn14 and then the tuple of items.
func reduce(t *Thread, items ...Value) (Value, *Exception) {
	if exc := removedIn14(t); exc != nil {
		return null, exc
	}
	return runtime.CopyTuple(t, items).Value(), nil
}

// tuple makes a tuple.
func tuple(t *Thread, items ...Value) Value { return runtime.CopyTuple(t, items).Value() }

func typeOf(v Value) Value { return runtime.TypeOf(v).Value() }

// orNone is v, or None for a value that is not there.
func orNone(v Value) Value {
	if v.IsNull() {
		return runtime.None
	}
	return v
}

func invalidArguments(t *Thread) *Exception {
	return runtime.Raise(t, runtime.ValueErrorType, "invalid arguments")
}
