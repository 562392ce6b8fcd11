// Package atexit is the atexit module: functions that run when the interpreter ends.
package atexit

import "github.com/krait-vm/krait/runtime"

type (
	// Value is a Python value.
	Value = runtime.Value
	// Thread is the running thread.
	Thread = runtime.Thread
	// Exception is a Python exception on its way.
	Exception = runtime.Exception
)

// Spec is the atexit module.
var Spec = &runtime.ModuleSpec{
	Name: "atexit",
	Doc:  "allow programmer to define multiple exit functions to be executed\nupon normal program termination.\n\nTwo public functions, register and unregister, are defined.\n",
	Functions: []runtime.MethodSpec{
		{Sig: "_clear($module, /)", Doc: "Clear the list of previously registered exit functions.", Fn: func(t *Thread, _ Value) (Value, *Exception) {
			stateOf(t.Interp()).callbacks = nil
			return runtime.None, nil
		}},
		{Sig: "_ncallbacks($module, /)", Doc: "Return the number of registered exit functions.", Fn: func(t *Thread, _ Value) (Value, *Exception) {
			return runtime.Int(int64(len(stateOf(t.Interp()).callbacks))), nil
		}},
		{Sig: "_run_exitfuncs($module, /)", Doc: "Run all registered exit functions.", Fn: func(t *Thread, _ Value) (Value, *Exception) {
			run(t)
			return runtime.None, nil
		}},
		{Sig: "register($module, func, /, *args, **kwargs)", Doc: "Register a function to be executed upon normal program termination", Fn: register},
		{Sig: "unregister($module, func, /)", Doc: "Unregister an exit function which was previously registered using\natexit.register", Fn: unregister},
	},
	Init: func(t *Thread, _ *runtime.Module) *Exception {
		t.Interp().OnExit(run)
		return nil
	},
	Traverse: func(in *runtime.Interp, visit runtime.VisitFunc) {
		for _, c := range stateOf(in).callbacks {
			visit(c.fn)
			for _, a := range c.args {
				visit(a)
			}
		}
	},
}

// A callback is a registered function with its arguments.
type callback struct {
	fn   Value
	args []Value
	kw   *runtime.Tuple
}

type state struct{ callbacks []callback }

type stateKey struct{}

func stateOf(in *runtime.Interp) *state {
	return runtime.State(in, stateKey{}, func() *state { return &state{} })
}

func register(t *Thread, _ Value, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	if len(args) == kw.Len() {
		return runtime.Null, runtime.Raise(t, runtime.TypeErrorType, "register() takes at least 1 argument (0 given)")
	}
	if runtime.TypeOf(args[0]).Call == nil {
		return runtime.Null, runtime.Raise(t, runtime.TypeErrorType, "the first argument must be callable")
	}
	s := stateOf(t.Interp())
	s.callbacks = append(s.callbacks, callback{args[0], append([]Value(nil), args[1:]...), kw})
	return args[0], nil
}

func unregister(t *Thread, _, fn Value) (Value, *Exception) {
	s := stateOf(t.Interp())
	for i := 0; i < len(s.callbacks); i++ {
		eq, exc := runtime.Equal(t, s.callbacks[i].fn, fn)
		if exc != nil {
			return runtime.Null, exc
		}
		if eq && i < len(s.callbacks) {
			s.callbacks = append(s.callbacks[:i:i], s.callbacks[i+1:]...)
			i--
		}
	}
	return runtime.None, nil
}

// run calls the functions, the last registered first; their failures are only reported.
func run(t *Thread) {
	s := stateOf(t.Interp())
	for len(s.callbacks) > 0 {
		n := len(s.callbacks) - 1
		c := s.callbacks[n]
		s.callbacks = s.callbacks[:n]
		if _, exc := runtime.CallKw(t, c.fn, c.args, c.kw); exc != nil {
			t.Unraisable(exc, "Exception ignored in atexit callback", c.fn)
		}
	}
}
