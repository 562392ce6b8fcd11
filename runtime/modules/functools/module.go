// Package functools is Python's _functools module: reduce, partial, cmp_to_key and the wrapper of lru_cache.
package functools

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
	Name: "_functools",
	Doc:  "Tools that operate on functions.",
	Functions: []runtime.MethodSpec{
		{Sig: "cmp_to_key($module, /, mycmp)", Doc: "Convert a cmp= function into a key= function.\n\n  mycmp\n    Function that compares two objects.", Fn: cmpToKey},
		{
			Sig: "reduce", Until: 13, Fn: reduceRaw,
			Doc: "reduce(function, iterable[, initial], /) -> value\n\nApply a function of two arguments cumulatively to the items of a sequence\n" +
				"or iterable, from left to right, so as to reduce the iterable to a single\nvalue.",
		},
		{
			Sig: "reduce($module, function, iterable, /, initial=<unrepresentable>)", Since: 14, Fn: reduce,
			Doc: "Apply a function of two arguments cumulatively to the items of an iterable, from left to right.",
		},
	},
	TypeSpecs: []*runtime.TypeSpec{&partialSpec, &placeholderSpec, &keyWrapperSpec, &lruCacheSpec},
	Init: func(t *Thread, m *runtime.Module) *Exception {
		if t.Interp().Version.At(14) {
			m.Set(t, "_PlaceholderType", placeholderType.Value())
			m.Set(t, "Placeholder", placeholderOf(t))
		}
		return nil
	},
}

// newObject allocates an instance of cls, whose builtin type is exact.
func newObject[T any](t *Thread, cls, exact *runtime.Type, shape *runtime.Shape) *T {
	if cls == exact {
		return runtime.Alloc[T](t, shape)
	}
	return (*T)(unsafe.Pointer(runtime.NewInstanceOf(t, cls)))
}

// value wraps an object of this package.
func value[T any](x *T) Value { return runtime.ObjectOf((*runtime.Header)(unsafe.Pointer(x))) }

func typeOf(v Value) Value { return runtime.TypeOf(v).Value() }

// tuple makes a tuple.
func tuple(t *Thread, items ...Value) Value { return runtime.CopyTuple(t, items).Value() }

var sQualname = runtime.Static("__qualname__")

func reduceRaw(t *Thread, self Value, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	if kw.Len() > 0 {
		return null, runtime.Raise(t, runtime.TypeErrorType, "reduce() takes no keyword arguments")
	}
	if exc := runtime.CheckArity(t, "reduce", len(args), 2, 3); exc != nil {
		return null, exc
	}
	return reduce(t, self, args)
}

// reduce folds an iterable. A third argument that is Null or missing is no initial value.
func reduce(t *Thread, _ Value, args []Value) (Value, *Exception) {
	fn, total := args[0], null
	if len(args) > 2 {
		total = args[2]
	}
	it, exc := runtime.Iter(t, args[1])
	if exc != nil {
		if exc.Is(runtime.TypeErrorType) {
			return null, runtime.Raise(t, runtime.TypeErrorType, "reduce() arg 2 must support iteration")
		}
		return null, exc
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	t.Handle(it)
	next := runtime.TypeOf(it).Next
	top := t.HandleMark()
	for n := 1; ; n++ {
		item, ok, exc := next(t, it)
		if exc != nil {
			return null, exc
		}
		if !ok {
			break
		}
		if total.IsNull() {
			total = item
			t.Handle(total)
			continue
		}
		t.Release(top)
		t.Handle(total)
		t.Handle(item)
		if total, exc = runtime.CallKw(t, fn, t.Window(top), nil); exc != nil {
			return null, exc
		}
		t.Release(top)
		t.Handle(total)
		if n&4095 == 0 {
			if exc := t.Poll(); exc != nil {
				return null, exc
			}
		}
	}
	if total.IsNull() {
		return null, runtime.Raise(t, runtime.TypeErrorType, "reduce() of empty iterable with no initial value")
	}
	return total, nil
}
