// Package weakref is the _weakref module: references, proxies and the questions about them. The table of references is the interpreter's; see collect.go
// of package runtime for when a referent counts as dead.
package weakref

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

type (
	// Value is a Python value.
	Value = runtime.Value
	// Thread is the running thread.
	Thread = runtime.Thread
	// Exception is a Python exception on its way.
	Exception = runtime.Exception
	// Tuple is a tuple.
	Tuple = runtime.Tuple
	row   = runtime.MethodSpec
	ref   = runtime.WeakRef
)

// Null is the missing value.
var Null = runtime.Null

// Spec is the _weakref module.
var Spec = &runtime.ModuleSpec{
	Name: "_weakref",
	Doc:  "Weak-reference support module.",
	Functions: []row{
		{Sig: "_remove_dead_weakref($module, dct, key, /)", Doc: "Atomically remove key from dict if it points to a dead weakref.", Fn: removeDead},
		{Sig: "getweakrefcount($module, object, /)", Doc: "Return the number of weak references to 'object'.", Fn: func(t *Thread, _, o Value) (Value, *Exception) {
			return runtime.Int(int64(len(t.Interp().WeakRefs(o)))), nil
		}},
		{Sig: "getweakrefs($module, object, /)", Doc: "Return a list of all weak reference objects pointing to 'object'.", Fn: func(t *Thread, _, o Value) (Value, *Exception) {
			l := runtime.NewList(t, nil)
			for _, w := range t.Interp().WeakRefs(o) {
				l.Items = append(l.Items, w.Value())
			}
			return l.Value(), nil
		}},
		{Sig: "proxy($module, object, callback=None, /)", Doc: "Create a proxy object that weakly references 'object'.", Fn: newProxy},
	},
	TypeSpecs: []*runtime.TypeSpec{&refSpec, &proxySpec, &callableProxySpec},
	Init: func(t *Thread, m *runtime.Module) *Exception {
		m.Set(t, "ref", refType.Value())
		m.Set(t, "ReferenceType", refType.Value())
		m.Set(t, "ProxyType", proxyType.Value())
		m.Set(t, "CallableProxyType", callableProxyType.Value())
		return nil
	},
}

var (
	refType  = &runtime.Type{}
	refShape = runtime.NewShape(refType)
	sName    = runtime.Static("__name__")
)

func traverse(v Value, visit runtime.VisitFunc) { visit(asRef(v).Callback) }

func asRef(v Value) *ref { return (*ref)(v.Ptr()) }

// isRef reports whether v is a weak reference, of ref or a subclass.
func isRef(v Value) bool { return runtime.TypeOf(v).Layout() == refType }

var refSpec = runtime.TypeSpec{
	Type: refType, Name: "weakref.ReferenceType", Shape: refShape, Flags: runtime.TypeBase | runtime.TypeOwnLayout, Hidden: true,
	NewSub: func(t *Thread, _ *runtime.Type) *runtime.Header {
		w := runtime.AllocSub[ref](t)
		w.Callback = Null
		return &w.Header
	},
	SubAttrsOffset: unsafe.Offsetof(ref{}.Attrs),
	Slots: runtime.Slots{
		New: refNew, Init: refInit, Repr: refRepr, Hash: refHash, RichCompare: refCompare, Traverse: traverse,
		Call: func(t *Thread, v Value, args []Value, kw *Tuple) (Value, *Exception) {
			if exc := noArguments(t, args, kw); exc != nil {
				return Null, exc
			}
			return asRef(v).Referent(), nil
		},
	},
	Methods: []row{{Sig: "__class_getitem__($type, object, /)", Doc: "See PEP 585", Fn: runtime.NewGenericAlias, Flavor: runtime.ClassMethod}},
	GetSets: []runtime.GetSetSpec{{Name: "__callback__", Member: true, Get: func(_ *Thread, v Value) (Value, *Exception) {
		if cb := asRef(v).Callback; !cb.IsNull() && asRef(v).Alive() {
			return cb, nil
		}
		return runtime.None, nil
	}}},
}

func noArguments(t *Thread, args []Value, kw *Tuple) *Exception {
	if exc := runtime.NoKeywords(t, "weakref", kw); exc != nil {
		return exc
	}
	return runtime.CheckArity(t, "weakref", len(args), 0, 0)
}

// refArgs checks the positional arguments of a constructor.
func refArgs(t *Thread, where string, args []Value) (o, callback Value, exc *Exception) {
	if exc := runtime.CheckArity(t, where, len(args), 1, 2); exc != nil {
		return Null, Null, exc
	}
	callback = Null
	if len(args) == 2 && !args[1].IsNone() {
		callback = args[1]
	}
	return args[0], callback, nil
}

// check raises unless objects of o's type can be weakly referenced.
func check(t *Thread, o Value) *Exception {
	if o.IsImmediate() || !runtime.TypeOf(o).Is(runtime.TypeHasWeakref) {
		return runtime.TypeErrorf(t, "cannot create weak reference to '%s' object", runtime.TypeOf(o).FullName())
	}
	return nil
}

// existing returns the plain reference of a shape that o has already: those without callback are shared.
func existing(t *Thread, o Value, shape *runtime.Shape) *ref {
	for _, w := range t.Interp().WeakRefs(o) {
		if w.Shape() == shape && w.Callback.IsNull() {
			return w
		}
	}
	return nil
}

func refNew(t *Thread, cls *runtime.Type, args []Value, kw *Tuple) (Value, *Exception) {
	if cls == refType && kw.Len() > 0 {
		return Null, runtime.Raise(t, runtime.TypeErrorType, "ref() takes no keyword arguments")
	}
	o, callback, exc := refArgs(t, "__new__", args[:len(args)-kw.Len()])
	if exc != nil {
		return Null, exc
	}
	if exc := check(t, o); exc != nil {
		return Null, exc
	}
	var w *ref
	if cls == refType {
		if callback.IsNull() {
			if w := existing(t, o, refShape); w != nil {
				return w.Value(), nil
			}
		}
		w = runtime.Alloc[ref](t, refShape)
	} else {
		w = (*ref)(unsafe.Pointer(runtime.NewInstanceOf(t, cls)))
	}
	w.Callback = callback
	t.Interp().AddWeakRef(o, w)
	return w.Value(), nil
}

func refInit(t *Thread, _ Value, args []Value, kw *Tuple) *Exception {
	if kw.Len() > 0 {
		return runtime.Raise(t, runtime.TypeErrorType, "ref() takes no keyword arguments")
	}
	return runtime.CheckArity(t, "__init__", len(args), 1, 2)
}

func refRepr(t *Thread, v Value) (Value, *Exception) {
	w := asRef(v)
	at := "<weakref at " + runtime.Address(v)
	if !w.Alive() {
		return runtime.NewStr(t, at+"; dead>").Value(), nil
	}
	o := w.Referent()
	to := "; to '" + runtime.TypeOf(o).FullName() + "' at " + runtime.Address(o)
	name, ok, exc := runtime.FindAttr(t, o, sName)
	if exc != nil {
		return Null, exc
	}
	if s, isStr := runtime.AsStr(name); ok && isStr {
		to += " (" + s.GoString() + ")"
	}
	return runtime.NewStr(t, at+to+">").Value(), nil
}

func refHash(t *Thread, v Value) (int64, *Exception) {
	w := asRef(v)
	if h, ok := w.CachedHash(); ok {
		return h, nil
	}
	if !w.Alive() {
		return 0, runtime.Raise(t, runtime.TypeErrorType, "weak object has gone away")
	}
	h, exc := runtime.Hash(t, w.Referent())
	if exc == nil {
		w.CacheHash(h)
	}
	return h, exc
}

func refCompare(t *Thread, a, b Value, op runtime.CompareOp) (Value, *Exception) {
	if op != runtime.EQ && op != runtime.NE || !isRef(a) || !isRef(b) {
		return runtime.NotImplemented, nil
	}
	x, y := asRef(a), asRef(b)
	if !x.Alive() || !y.Alive() {
		return runtime.Bool((x == y) == (op == runtime.EQ)), nil
	}
	return runtime.RichCompare(t, x.Referent(), y.Referent(), op)
}

func removeDead(t *Thread, _, dct, key Value) (Value, *Exception) {
	d, ok := runtime.AsDict(dct)
	if !ok {
		return Null, runtime.BadArgument(t, "_remove_dead_weakref", "argument 1", "dict", dct)
	}
	v, found, exc := d.Get(t, key)
	if exc != nil || !found {
		return runtime.None, exc
	}
	if !isRef(v) {
		return Null, runtime.Raise(t, runtime.TypeErrorType, "not a weakref")
	}
	if !asRef(v).Alive() {
		_, exc = d.Delete(t, key)
	}
	return runtime.None, exc
}
