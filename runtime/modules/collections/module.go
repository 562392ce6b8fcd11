// Package collections is Python's _collections module: deque, defaultdict, the helpers of Counter and namedtuple, and OrderedDict, which lives with dict
// in package runtime.
package collections

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
	Name: "_collections",
	Doc: "High performance data structures.\n- deque:        ordered collection accessible from endpoints only\n" +
		"- defaultdict:  dict subclass with a default value factory\n",
	Functions: []runtime.MethodSpec{
		{Sig: "_count_elements($module, mapping, iterable, /)", Doc: "Count elements in the iterable, updating the mapping", Fn: countElements},
	},
	TypeSpecs: append([]*runtime.TypeSpec{&dequeSpec, &dequeIterSpec, &dequeReverseIterSpec, &defaultDictSpec, &tupleGetterSpec}, runtime.OrderedDictSpecs()...),
}

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

func typeOf(v Value) Value { return runtime.TypeOf(v).Value() }

// tuple makes a tuple.
func tuple(t *Thread, items ...Value) Value { return runtime.CopyTuple(t, items).Value() }

const reduceDoc = "Return state information for pickling."

var (
	sGet      = runtime.Static("get")
	sGetState = runtime.Static("__getstate__")
	sItems    = runtime.Static("items")
	sSetItem  = runtime.Static("__setitem__")
)

// countElements works on the table of a dict whose class keeps dict's get and __setitem__, otherwise with these methods.
func countElements(t *Thread, _, mapping, iterable Value) (Value, *Exception) {
	if d, ok := runtime.AsDict(mapping); ok && inherits(t, mapping, sGet) && inherits(t, mapping, sSetItem) {
		return runtime.None, d.CountElements(t, iterable)
	}
	get, exc := runtime.GetAttr(t, mapping, sGet)
	if exc != nil {
		return null, exc
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	t.Handle(get)
	return runtime.None, runtime.Iterate(t, iterable, func(key Value) (bool, *Exception) {
		mark := t.HandleMark()
		defer t.Release(mark)
		t.Handle(key)
		n, exc := runtime.Call(t, get, key, runtime.Int(0))
		if exc != nil {
			return false, exc
		}
		if n, exc = runtime.Binary(t, runtime.OpAdd, n, runtime.Int(1)); exc != nil {
			return false, exc
		}
		t.Handle(n)
		return true, runtime.SetItem(t, mapping, key, n)
	})
}

// inherits reports whether a dict's class has the method of dict itself.
func inherits(t *Thread, v Value, name *runtime.Str) bool {
	own, _ := t.LookupType(runtime.TypeOf(v), name)
	base, _ := t.LookupType(runtime.DictType, name)
	return runtime.Is(own, base)
}
