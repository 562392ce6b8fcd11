// Package abc is Python's _abc module: what abc.ABCMeta does for its classes.
package abc

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
	Name: "_abc",
	Doc:  "Module contains faster C implementation of abc.ABCMeta",
	Functions: []runtime.MethodSpec{
		{Sig: "get_cache_token($module, /)", Doc: "Returns the current ABC cache token.", Fn: cacheToken},
		{Sig: "_abc_init($module, self, /)", Doc: "Internal ABC helper for class set-up. Should be never used outside abc module.", Fn: abcInit},
		{Sig: "_reset_registry($module, self, /)", Doc: "Internal ABC helper to reset registry of a given class.\n\nShould be only used by refleak.py", Fn: resetRegistry},
		{Sig: "_reset_caches($module, self, /)", Doc: "Internal ABC helper to reset both caches of a given class.\n\nShould be only used by refleak.py", Fn: resetCaches},
		{Sig: "_get_dump($module, self, /)", Doc: "Internal ABC helper for cache and registry debugging.", Fn: getDump},
		{
			Sig: "_abc_register($module, self, subclass, /)", Fn: register,
			Doc: "Internal ABC helper for subclasss registration. Should be never used outside abc module.",
		},
		{
			Sig: "_abc_instancecheck($module, self, instance, /)", Fn: instanceCheck,
			Doc: "Internal ABC helper for instance checks. Should be never used outside abc module.",
		},
		{
			Sig: "_abc_subclasscheck($module, self, subclass, /)", Fn: subclassCheck,
			Doc: "Internal ABC helper for subclasss checks. Should be never used outside abc module.",
		},
	},
	TypeSpecs: []*runtime.TypeSpec{&dataSpec},
}

var dataType = &runtime.Type{}

var dataShape = runtime.NewShape(dataType)

// A data is the _abc_impl of a class. Its classes are not visited by a census: like CPython's weak references they do not keep a class alive for the
// program.
type data struct {
	runtime.Header
	registry []*runtime.Type
	cache    map[*runtime.Type]struct{} // known subclasses
	negative map[*runtime.Type]struct{} // known not to be subclasses, while version is the interpreter's
	version  int64
}

var dataSpec = runtime.TypeSpec{
	Type: dataType, Name: "_abc._abc_data", Shape: dataShape, Flags: runtime.TypeOwnLayout, Hidden: true,
	Doc: "Internal state held by ABC machinery.",
	Slots: runtime.Slots{New: func(t *Thread, _ *runtime.Type, _ []Value, _ *runtime.Tuple) (Value, *Exception) {
		return newData(t), nil
	}},
}

func newData(t *Thread) Value {
	d := runtime.Alloc[data](t, dataShape)
	d.version = counter(t).n
	return runtime.ObjectOf((*runtime.Header)(unsafe.Pointer(d)))
}

type counterKey struct{}

// A tokens counts the registrations in an interpreter.
type tokens struct{ n int64 }

func counter(t *Thread) *tokens {
	return runtime.State(t.Interp(), counterKey{}, func() *tokens { return new(tokens) })
}

var (
	sImpl            = runtime.Static("_abc_impl")
	sAbstractMethods = runtime.Static("__abstractmethods__")
	sIsAbstract      = runtime.Static("__isabstractmethod__")
	sBases           = runtime.Static("__bases__")
	sPatternFlags    = runtime.Static("__abc_tpflags__")
	sSubclassHook    = runtime.Static("__subclasshook__")
	sSubclasses      = runtime.Static("__subclasses__")
	sSubclassCheck   = runtime.Static("__subclasscheck__")
	sClass           = runtime.Static("__class__")
)

func dataOf(t *Thread, self Value) (*data, *Exception) {
	v, exc := runtime.GetAttr(t, self, sImpl)
	if exc != nil {
		return nil, exc
	}
	if !runtime.HasShape(v, dataShape) {
		return nil, runtime.Raise(t, runtime.TypeErrorType, "_abc_impl is set to a wrong type")
	}
	return (*data)(v.Ptr()), nil
}

func cacheToken(t *Thread, _ Value) (Value, *Exception) { return runtime.Int(counter(t).n), nil }

func isAbstract(t *Thread, v Value) (bool, *Exception) {
	flag, ok, exc := runtime.FindAttr(t, v, sIsAbstract)
	if exc != nil || !ok {
		return false, exc
	}
	return runtime.Truth(t, flag)
}

// abcInit computes __abstractmethods__ and gives the class its data.
func abcInit(t *Thread, _, self Value) (Value, *Exception) {
	if exc := findAbstract(t, self); exc != nil {
		return null, exc
	}
	if exc := runtime.SetAttr(t, self, sImpl, newData(t)); exc != nil {
		return null, exc
	}
	cls, ok := runtime.AsType(self)
	if !ok {
		return runtime.None, nil
	}
	v, ok := cls.Namespace().GetStr(sPatternFlags)
	if !ok {
		return runtime.None, nil
	}
	if n, isInt := runtime.AsInt64(v); isInt {
		f := patternFlags(n)
		if f == runtime.TypeSequence|runtime.TypeMapping {
			return null, runtime.Raise(t, runtime.TypeErrorType, "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING")
		}
		cls.AddPatternFlags(f)
	}
	return runtime.None, runtime.SetAttr(t, self, sPatternFlags, null)
}

// patternFlags translates CPython's Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING.
func patternFlags(n int64) (f runtime.TypeFlags) {
	if n&(1<<5) != 0 {
		f |= runtime.TypeSequence
	}
	if n&(1<<6) != 0 {
		f |= runtime.TypeMapping
	}
	return f
}

func findAbstract(t *Thread, self Value) *Exception {
	names := runtime.NewList(t, nil)
	mark := t.HandleMark()
	defer t.Release(mark)
	t.Handle(names.Value())
	if cls, ok := runtime.AsType(self); ok {
		ns := cls.Namespace().Copy(t)
		t.Handle(ns.Value())
		for pos := 0; ; {
			k, v, ok := ns.Next(&pos)
			if !ok {
				break
			}
			yes, exc := isAbstract(t, v)
			if exc == nil && yes {
				exc = names.Append(t, k)
			}
			if exc != nil {
				return exc
			}
		}
	}
	bases, exc := runtime.GetAttr(t, self, sBases)
	if exc != nil {
		return exc
	}
	if _, ok := runtime.AsTuple(bases); !ok {
		return runtime.Raise(t, runtime.TypeErrorType, "__bases__ is not tuple")
	}
	exc = runtime.Iterate(t, bases, func(base Value) (bool, *Exception) {
		inherited, ok, exc := runtime.FindAttr(t, base, sAbstractMethods)
		if exc != nil || !ok {
			return true, exc
		}
		return true, runtime.Iterate(t, inherited, func(name Value) (bool, *Exception) {
			s, ok := runtime.AsStr(name)
			if !ok {
				return true, nil
			}
			v, found, exc := runtime.FindAttr(t, self, t.InternStr(s))
			if exc != nil || !found {
				return true, exc
			}
			yes, exc := isAbstract(t, v)
			if exc == nil && yes {
				exc = names.Append(t, name)
			}
			return true, exc
		})
	})
	if exc != nil {
		return exc
	}
	set, exc := runtime.NewFrozenSet(t, names.Items)
	if exc != nil {
		return exc
	}
	return runtime.SetAttr(t, self, sAbstractMethods, set.Value())
}

func register(t *Thread, _, self, sub Value) (Value, *Exception) {
	tp, ok := runtime.AsType(sub)
	if !ok {
		return null, runtime.Raise(t, runtime.TypeErrorType, "Can only register classes")
	}
	already, exc := runtime.IsSubclassOf(t, sub, self)
	if exc != nil || already {
		return sub, exc
	}
	cycle, exc := runtime.IsSubclassOf(t, self, sub)
	if exc != nil {
		return null, exc
	}
	if cycle {
		return null, runtime.Raise(t, runtime.RuntimeErrorType, "Refusing to create an inheritance cycle")
	}
	d, exc := dataOf(t, self)
	if exc != nil {
		return null, exc
	}
	d.registry = append(d.registry, tp)
	counter(t).n++
	if cls, ok := runtime.AsType(self); ok {
		if f := cls.Flags() & (runtime.TypeSequence | runtime.TypeMapping); f != 0 {
			addPattern(t, tp, f)
		}
	}
	return sub, nil
}

// addPattern gives a class and those below it the pattern of the class it was registered with.
func addPattern(t *Thread, tp *runtime.Type, f runtime.TypeFlags) {
	if tp.Flags()&(runtime.TypeSequence|runtime.TypeMapping) == f || tp.Flags()&runtime.TypeHeap == 0 {
		return
	}
	tp.AddPatternFlags(f)
	for _, sub := range tp.Subclasses(t) {
		addPattern(t, sub, f)
	}
}

func instanceCheck(t *Thread, _, self, instance Value) (Value, *Exception) {
	d, exc := dataOf(t, self)
	if exc != nil {
		return null, exc
	}
	cls, exc := runtime.GetAttr(t, instance, sClass)
	if exc != nil {
		return null, exc
	}
	tp := runtime.TypeOf(instance)
	sub, isType := runtime.AsType(cls)
	if isType {
		if _, ok := d.cache[sub]; ok {
			return runtime.True, nil
		}
	}
	if isType && sub == tp {
		if d.version == counter(t).n {
			if _, ok := d.negative[sub]; ok {
				return runtime.False, nil
			}
		}
		return runtime.CallMethod(t, self, sSubclassCheck, cls)
	}
	r, exc := runtime.CallMethod(t, self, sSubclassCheck, cls)
	if exc != nil {
		return null, exc
	}
	yes, exc := runtime.Truth(t, r)
	if exc != nil || yes {
		return runtime.Bool(yes), exc
	}
	return runtime.CallMethod(t, self, sSubclassCheck, tp.Value())
}

func (d *data) remember(sub *runtime.Type, yes bool) (Value, *Exception) {
	m := &d.negative
	if yes {
		m = &d.cache
	}
	if *m == nil {
		*m = map[*runtime.Type]struct{}{}
	}
	(*m)[sub] = struct{}{}
	return runtime.Bool(yes), nil
}

func subclassCheck(t *Thread, _, self, subclass Value) (Value, *Exception) {
	sub, ok := runtime.AsType(subclass)
	if !ok {
		return null, runtime.Raise(t, runtime.TypeErrorType, "issubclass() arg 1 must be a class")
	}
	d, exc := dataOf(t, self)
	if exc != nil {
		return null, exc
	}
	if _, ok := d.cache[sub]; ok {
		return runtime.True, nil
	}
	if n := counter(t).n; d.version < n {
		d.negative, d.version = nil, n
	} else if _, ok := d.negative[sub]; ok {
		return runtime.False, nil
	}
	r, exc := runtime.CallMethod(t, self, sSubclassHook, subclass)
	switch {
	case exc != nil:
		return null, exc
	case r.IsTrue():
		return d.remember(sub, true)
	case r.IsFalse():
		return d.remember(sub, false)
	case !r.IsNotImplemented():
		return null, runtime.Raise(t, runtime.AssertionErrorType, "__subclasshook__ must return either False, True, or NotImplemented")
	}
	if cls, ok := runtime.AsType(self); ok && sub.IsSubtype(cls) {
		return d.remember(sub, true)
	}
	for i := 0; i < len(d.registry); i++ {
		yes, exc := runtime.IsSubclassOf(t, subclass, d.registry[i].Value())
		if exc != nil {
			return null, exc
		}
		if yes {
			return d.remember(sub, true)
		}
	}
	below, exc := runtime.CallMethod(t, self, sSubclasses)
	if exc != nil {
		return null, exc
	}
	if _, ok := runtime.AsList(below); !ok {
		return null, runtime.Raise(t, runtime.TypeErrorType, "__subclasses__() must return a list")
	}
	found := false
	exc = runtime.Iterate(t, below, func(c Value) (bool, *Exception) {
		var exc *Exception
		found, exc = runtime.IsSubclassOf(t, subclass, c)
		return !found, exc
	})
	if exc != nil {
		return null, exc
	}
	return d.remember(sub, found)
}

func resetRegistry(t *Thread, _, self Value) (Value, *Exception) {
	d, exc := dataOf(t, self)
	if exc != nil {
		return null, exc
	}
	d.registry = nil
	return runtime.None, nil
}

func resetCaches(t *Thread, _, self Value) (Value, *Exception) {
	d, exc := dataOf(t, self)
	if exc != nil {
		return null, exc
	}
	d.cache, d.negative = nil, nil
	return runtime.None, nil
}

// getDump returns the registry and the caches as sets of classes, and the version of the negative cache.
func getDump(t *Thread, _, self Value) (Value, *Exception) {
	d, exc := dataOf(t, self)
	if exc != nil {
		return null, exc
	}
	var sets [3]*runtime.Set
	for i := range sets {
		sets[i] = runtime.NewSet(t)
		t.Handle(sets[i].Value())
	}
	defer t.Release(t.HandleMark() - len(sets))
	add := func(i int, tp *runtime.Type) {
		if exc == nil {
			exc = sets[i].Add(t, tp.Value())
		}
	}
	for _, tp := range d.registry {
		add(0, tp)
	}
	for tp := range d.cache {
		add(1, tp)
	}
	for tp := range d.negative {
		add(2, tp)
	}
	return runtime.MakeTuple(t, sets[0].Value(), sets[1].Value(), sets[2].Value(), runtime.Int(d.version)).Value(), exc
}
