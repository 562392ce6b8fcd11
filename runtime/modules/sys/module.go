// Package sys is the sys module.
//
// Constants and the named tuples are in info.go, what a program can set in settings.go, frames and exceptions in frames.go, the hooks in hooks.go.
package sys

import "github.com/krait-vm/krait/runtime"

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
)

// Null is the missing value.
var Null = runtime.Null

const breakpointDoc = "This hook function is called by built-in breakpoint()."

// Spec is the sys module.
var Spec = &runtime.ModuleSpec{
	Name: "sys",
	Doc:  "This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.\n",
	Functions: []row{
		{Sig: "__breakpointhook__($module, /, *args, **kwargs)", Doc: breakpointDoc, Fn: breakpointHook},
		{Sig: "__displayhook__($module, object, /)", Doc: "Print an object to sys.stdout and also save it in builtins._", Fn: displayHook},
		{Sig: "__excepthook__($module, exctype, value, traceback, /)", Doc: "Handle an exception by displaying it with a traceback on sys.stderr.", Fn: exceptHook},
		{Sig: "__unraisablehook__($module, unraisable, /)", Doc: "Handle an unraisable exception.", Fn: unraisableHook},
		{Sig: "_clear_internal_caches($module, /)", Doc: "Clear all internal performance-related caches.", Fn: nothing, Since: 13},
		{Sig: "_clear_type_cache($module, /)", Doc: "Clear the internal type lookup cache.", Fn: nothing},
		{Sig: "_current_exceptions($module, /)", Doc: "Return a dict mapping each thread's identifier to its current raised exception.", Fn: currentExceptions},
		{Sig: "_current_frames($module, /)", Doc: "Return a dict mapping each thread's thread id to its current stack frame.", Fn: currentFrames},
		{Sig: "_getframe($module, depth=0, /)", Doc: "Return a frame object from the call stack.", Fn: getFrame},
		{Sig: "_getframemodulename($module, /, depth=0)", Doc: "Return the name of the module for a calling frame.", Fn: getFrameModuleName, Since: 12},
		{
			Sig: "_is_gil_enabled($module, /)", Doc: "Return True if the GIL is currently enabled and False otherwise.", Since: 13,
			Fn: func(*Thread, Value) (Value, *Exception) { return runtime.True, nil },
		},
		{Sig: "_is_interned($module, string, /)", Doc: "Return True if the given string is \"interned\".", Fn: isInterned, Since: 13},
		{Sig: "addaudithook($module, /, hook)", Doc: "Adds a new audit hook callback.", Fn: addAuditHook},
		{Sig: "audit($module, event, /, *args)", Doc: "Passes the event to any audit hooks that are attached.", Fn: audit},
		{Sig: "breakpointhook($module, /, *args, **kwargs)", Doc: breakpointDoc, Fn: breakpointHook},
		{Sig: "call_tracing($module, func, args, /)", Doc: "Call func(*args), while tracing is enabled.", Fn: callTracing},
		{Sig: "displayhook($module, object, /)", Doc: "Print an object to sys.stdout and also save it in builtins._", Fn: displayHook},
		{Sig: "exc_info($module, /)", Doc: "Return current exception information: (type, value, traceback).", Fn: excInfo},
		{Sig: "excepthook($module, exctype, value, traceback, /)", Doc: "Handle an exception by displaying it with a traceback on sys.stderr.", Fn: exceptHook},
		{Sig: "exception($module, /)", Doc: "Return the current exception.", Fn: currentException},
		{Sig: "exit($module, status=None, /)", Doc: "Exit the interpreter by raising SystemExit(status).", Fn: exit},
		{Sig: "get_asyncgen_hooks($module, /)", Doc: "Return the installed asynchronous generators hooks.", Fn: getAsyncgenHooks},
		{
			Sig: "get_coroutine_origin_tracking_depth($module, /)", Doc: "Check status of origin tracking for coroutine objects in this thread.",
			Fn: func(*Thread, Value) (Value, *Exception) { return runtime.Int(0), nil },
		},
		{
			Sig: "get_int_max_str_digits($module, /)", Doc: "Return the maximum string digits limit for non-binary int<->str conversions.",
			Fn: func(t *Thread, _ Value) (Value, *Exception) {
				return runtime.Int(int64(t.Interp().MaxStrDigits())), nil
			},
		},
		{Sig: "getdefaultencoding($module, /)", Doc: "Return the current default encoding used by the Unicode implementation.", Fn: utf8},
		{
			Sig: "getfilesystemencodeerrors($module, /)", Doc: "Return the error mode used Unicode to OS filename conversion.",
			Fn: func(t *Thread, _ Value) (Value, *Exception) { return t.Intern("surrogateescape").Value(), nil },
		},
		{Sig: "getfilesystemencoding($module, /)", Doc: "Return the encoding used to convert Unicode filenames to OS filenames.", Fn: utf8},
		{Sig: "getprofile($module, /)", Doc: "Return the profiling function set with sys.setprofile.", Fn: nothing},
		{
			Sig: "getrecursionlimit($module, /)", Doc: "Return the current value of the recursion limit.",
			Fn: func(t *Thread, _ Value) (Value, *Exception) {
				return runtime.Int(int64(t.Interp().RecursionLimit())), nil
			},
		},
		{Sig: "getrefcount($module, object, /)", Doc: "Return the reference count of object.", Fn: getRefCount},
		{Sig: "getsizeof($module, /, object, default=<unrepresentable>)", Doc: "getsizeof(object [, default]) -> int\n\nReturn the size of object in bytes.", Fn: getSizeOf},
		{Sig: "getswitchinterval($module, /)", Doc: "Return the current thread switch interval; see sys.setswitchinterval().", Fn: getSwitchInterval},
		{Sig: "gettrace($module, /)", Doc: "Return the global debug tracing function set with sys.settrace.", Fn: nothing},
		{Sig: "intern($module, string, /)", Doc: "``Intern'' the given string.", Fn: intern},
		{Sig: "is_finalizing($module, /)", Doc: "Return True if Python is exiting.", Fn: isFinalizing},
		{
			Sig: "is_remote_debug_enabled($module, /)", Doc: "Return True if remote debugging is enabled, False otherwise.", Since: 14,
			Fn: func(*Thread, Value) (Value, *Exception) { return runtime.False, nil },
		},
		{
			Sig: "set_asyncgen_hooks($module, /, firstiter=<unrepresentable>, finalizer=<unrepresentable>)", Doc: "set_asyncgen_hooks([firstiter] [, finalizer])\n\nSet a finalizer for async generators objects.",
			Fn: setAsyncgenHooks,
		},
		{Sig: "set_coroutine_origin_tracking_depth($module, /, depth)", Doc: "Enable or disable origin tracking for coroutine objects in this thread.", Fn: setOriginDepth},
		{Sig: "set_int_max_str_digits($module, /, maxdigits)", Doc: "Set the maximum string digits limit for non-binary int<->str conversions.", Fn: setMaxStrDigits},
		{Sig: "setprofile($module, function, /)", Doc: "Set the profiling function.", Fn: func(t *Thread, _, fn Value) (Value, *Exception) {
			return unlessNone(t, fn, "sys.setprofile")
		}},
		{Sig: "setrecursionlimit($module, limit, /)", Doc: "Set the maximum depth of the Python interpreter stack to n.", Fn: setRecursionLimit},
		{Sig: "setswitchinterval($module, interval, /)", Doc: "Set the ideal thread switching delay inside the Python interpreter.", Fn: setSwitchInterval},
		{Sig: "settrace($module, function, /)", Doc: "Set the global debug tracing function.", Fn: func(t *Thread, _, fn Value) (Value, *Exception) {
			return unlessNone(t, fn, "sys.settrace")
		}},
		{Sig: "unraisablehook($module, unraisable, /)", Doc: "Handle an unraisable exception.", Fn: unraisableHook},
	},
	TypeSpecs: []*runtime.TypeSpec{flagsSpec, versionInfoSpec, floatInfoSpec, intInfoSpec, hashInfoSpec, threadInfoSpec, asyncgenHooksSpec, unraisableArgsSpec},
	Init:      fill,
	Traverse: func(in *runtime.Interp, visit runtime.VisitFunc) {
		for _, h := range stateOf(in).auditHooks {
			visit(h)
		}
	},
}

// A state is what sys keeps for an interpreter.
type state struct {
	auditHooks     []Value
	switchInterval float64
	finalizing     bool
}

type stateKey struct{}

func stateOf(in *runtime.Interp) *state {
	return runtime.State(in, stateKey{}, func() *state { return &state{switchInterval: 0.005} })
}

// Finalizing says that the interpreter is shutting down: sys.is_finalizing.
func Finalizing(in *runtime.Interp) { stateOf(in).finalizing = true }

func nothing(*Thread, Value) (Value, *Exception) { return runtime.None, nil }

func utf8(t *Thread, _ Value) (Value, *Exception) { return t.Intern("utf-8").Value(), nil }
