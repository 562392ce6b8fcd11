// Package gc is the gc module. There is nothing automatic to switch on or off but the census that finds dead objects with finalizers and weak
// references, which goes on; what programs set is kept and told back.
package gc

import "github.com/krait-vm/krait/runtime"

type (
	// Value is a Python value.
	Value = runtime.Value
	// Thread is the running thread.
	Thread = runtime.Thread
	// Exception is a Python exception on its way.
	Exception = runtime.Exception
)

// Null is the missing value.
var Null = runtime.Null

// Spec is the gc module.
var Spec = &runtime.ModuleSpec{
	Name: "gc",
	Doc:  "This module provides access to the garbage collector for reference cycles.\n",
	Functions: []runtime.MethodSpec{
		{Sig: "collect($module, /, generation=2)", Doc: "Run the garbage collector.", Fn: collect},
		{Sig: "disable($module, /)", Doc: "Disable automatic garbage collection.", Fn: switchTo(true)},
		{Sig: "enable($module, /)", Doc: "Enable automatic garbage collection.", Fn: switchTo(false)},
		{Sig: "isenabled($module, /)", Doc: "Returns true if automatic garbage collection is enabled.", Fn: func(t *Thread, _ Value) (Value, *Exception) {
			return runtime.Bool(!stateOf(t).disabled), nil
		}},
		{Sig: "freeze($module, /)", Doc: "Freeze all current tracked objects and ignore them for future collections.", Fn: nothing},
		{Sig: "unfreeze($module, /)", Doc: "Unfreeze all objects in the permanent generation.", Fn: nothing},
		{Sig: "get_freeze_count($module, /)", Doc: "Return the number of objects in the permanent generation.", Fn: func(*Thread, Value) (Value, *Exception) { return runtime.Int(0), nil }},
		{Sig: "get_count($module, /)", Doc: "Return a three-tuple of the current collection counts.", Fn: func(t *Thread, _ Value) (Value, *Exception) {
			return runtime.MakeTuple(t, runtime.Int(0), runtime.Int(0), runtime.Int(0)).Value(), nil
		}},
		{Sig: "get_debug($module, /)", Doc: "Get the garbage collection debugging flags.", Fn: func(t *Thread, _ Value) (Value, *Exception) { return runtime.Int(stateOf(t).debug), nil }},
		{Sig: "set_debug($module, flags, /)", Doc: "Set the garbage collection debugging flags.", Fn: func(t *Thread, _, flags Value) (Value, *Exception) {
			n, exc := runtime.AsSsize(t, flags)
			if exc != nil {
				return Null, exc
			}
			stateOf(t).debug = int64(n)
			return runtime.None, nil
		}},
		{Sig: "get_threshold($module, /)", Doc: "Return the current collection thresholds.", Fn: func(t *Thread, _ Value) (Value, *Exception) {
			s := stateOf(t)
			return runtime.MakeTuple(t, runtime.Int(s.threshold[0]), runtime.Int(s.threshold[1]), runtime.Int(s.threshold[2])).Value(), nil
		}},
		{Sig: "set_threshold", Doc: "set_threshold(threshold0, [threshold1, [threshold2]])\nSet the collection thresholds (the collection frequency).", Fn: setThreshold},
		{Sig: "get_objects($module, /, generation=None)", Doc: "Return a list of objects tracked by the collector (excluding the list returned).", Fn: func(t *Thread, _, _ Value) (Value, *Exception) {
			var items []Value
			t.Interp().EachObject(func(v Value) { items = append(items, v) })
			return runtime.NewList(t, items).Value(), nil
		}},
		{Sig: "get_referents($module, /, *objs)", Doc: "Return the list of objects that are directly referred to by 'objs'.", Fn: referents},
		{Sig: "get_referrers($module, /, *objs)", Doc: "Return the list of objects that directly refer to any of 'objs'.", Fn: referrers},
		{Sig: "get_stats($module, /)", Doc: "Return a list of dictionaries containing per-generation statistics.", Fn: stats},
		{Sig: "is_finalized($module, obj, /)", Doc: "Returns true if the object has been already finalized by the GC.", Fn: func(_ *Thread, _, o Value) (Value, *Exception) {
			return runtime.Bool(runtime.IsFinalized(o)), nil
		}},
		{Sig: "is_tracked($module, obj, /)", Doc: "Returns true if the object is tracked by the garbage collector.", Fn: func(_ *Thread, _, o Value) (Value, *Exception) {
			return runtime.Bool(tracked(o)), nil
		}},
	},
	Init: func(t *Thread, m *runtime.Module) *Exception {
		for k, v := range map[string]int64{"DEBUG_STATS": 1, "DEBUG_COLLECTABLE": 2, "DEBUG_UNCOLLECTABLE": 4, "DEBUG_SAVEALL": 32, "DEBUG_LEAK": 38} {
			m.Set(t, k, runtime.Int(v))
		}
		m.Set(t, "garbage", runtime.NewList(t, nil).Value())
		m.Set(t, "callbacks", runtime.NewList(t, nil).Value())
		if t.Interp().Version.At(13) {
			stateOf(t).threshold = [3]int64{2000, 10, 10}
		}
		return nil
	},
}

type state struct {
	disabled    bool
	debug       int64
	threshold   [3]int64
	collections int64
	collected   int64
}

type stateKey struct{}

func stateOf(t *Thread) *state {
	return runtime.State(t.Interp(), stateKey{}, func() *state { return &state{threshold: [3]int64{700, 10, 10}} })
}

func nothing(*Thread, Value) (Value, *Exception) { return runtime.None, nil }

func switchTo(disabled bool) func(t *Thread, _ Value) (Value, *Exception) {
	return func(t *Thread, _ Value) (Value, *Exception) {
		stateOf(t).disabled = disabled
		return runtime.None, nil
	}
}

// collect finds what died. The number is that of the objects whose death anybody can notice.
func collect(t *Thread, self, generation Value) (Value, *Exception) {
	g, exc := runtime.AsSsize(t, generation)
	if exc != nil {
		return Null, exc
	}
	if g < 0 || g > 2 {
		return Null, runtime.Raise(t, runtime.ValueErrorType, "invalid generation")
	}
	s := stateOf(t)
	if exc := callbacks(t, self, "start", g, 0); exc != nil {
		return Null, exc
	}
	n := t.Interp().Collect(t, false)
	s.collections++
	s.collected += int64(n)
	return runtime.Int(int64(n)), callbacks(t, self, "stop", g, n)
}

// callbacks tells gc.callbacks of a collection.
func callbacks(t *Thread, self Value, phase string, generation, collected int) *Exception {
	m := runtime.AsModule(self)
	if m == nil {
		return nil
	}
	v, ok := m.Get(t, "callbacks")
	l, isList := runtime.AsList(v)
	if !ok || !isList || len(l.Items) == 0 {
		return nil
	}
	info := runtime.NewDict(t)
	for k, n := range map[string]int{"generation": generation, "collected": collected, "uncollectable": 0} {
		if exc := info.SetStr(t, t.Intern(k), runtime.Int(int64(n))); exc != nil {
			return exc
		}
	}
	for _, f := range append([]Value(nil), l.Items...) {
		if _, exc := runtime.Call(t, f, t.Intern(phase).Value(), info.Value()); exc != nil {
			t.Unraisable(exc, "Exception ignored while calling GC callback", f)
		}
	}
	return nil
}

func setThreshold(t *Thread, _ Value, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	if exc := runtime.NoKeywords(t, "gc.set_threshold", kw); exc != nil {
		return Null, exc
	}
	if exc := runtime.CheckArity(t, "set_threshold", len(args), 1, 3); exc != nil {
		return Null, exc
	}
	s := stateOf(t)
	for i, a := range args {
		n, exc := runtime.AsSsize(t, a)
		if exc != nil {
			return Null, exc
		}
		s.threshold[i] = int64(n)
	}
	return runtime.None, nil
}

func referents(t *Thread, _ Value, args []Value) (Value, *Exception) {
	x, _ := runtime.AsTuple(args[0])
	l := runtime.NewList(t, nil)
	for _, o := range x.Items {
		t.Interp().EachReferent(o, func(v Value) {
			if !v.IsNull() {
				l.Items = append(l.Items, v)
			}
		})
	}
	return l.Value(), nil
}

func referrers(t *Thread, _ Value, args []Value) (Value, *Exception) {
	x, _ := runtime.AsTuple(args[0])
	l := runtime.NewList(t, nil)
	t.Interp().EachObject(func(v Value) {
		if v == x.Value() {
			return
		}
		found := false
		t.Interp().EachReferent(v, func(r Value) {
			for _, o := range x.Items {
				found = found || runtime.Is(o, r)
			}
		})
		if found {
			l.Items = append(l.Items, v)
		}
	})
	return l.Value(), nil
}

func stats(t *Thread, _ Value) (Value, *Exception) {
	s := stateOf(t)
	l := runtime.NewList(t, nil)
	for g := 0; g < 3; g++ {
		d := runtime.NewDict(t)
		n, c := int64(0), int64(0)
		if g == 2 {
			n, c = s.collections, s.collected
		}
		for _, e := range [...]struct {
			k string
			n int64
		}{{"collections", n}, {"collected", c}, {"uncollectable", 0}} {
			if exc := d.SetStr(t, t.Intern(e.k), runtime.Int(e.n)); exc != nil {
				return Null, exc
			}
		}
		if exc := l.Append(t, d.Value()); exc != nil {
			return Null, exc
		}
	}
	return l.Value(), nil
}

// tracked tells whether CPython's collector would know the object.
func tracked(o Value) bool {
	if o.IsImmediate() {
		return false
	}
	tp := runtime.TypeOf(o)
	if tp.Is(runtime.TypeHeap) {
		return true
	}
	switch tp {
	case runtime.IntType, runtime.StrType, runtime.BytesType, runtime.ByteArrayType, runtime.ComplexType, runtime.RangeType, runtime.CodeType, runtime.ObjectType:
		return false
	case runtime.TypeType:
		cls, _ := runtime.AsType(o)
		return cls.Is(runtime.TypeHeap)
	}
	if x := runtime.ExactTuple(o); x != nil {
		for _, i := range x.Items {
			if tracked(i) {
				return true
			}
		}
		return false
	}
	return true
}
