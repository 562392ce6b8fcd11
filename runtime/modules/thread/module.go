// Package thread is the _thread module: threads, locks and thread-local data. A Python thread is a goroutine that runs while it holds the
// interpreter's lock.
package thread

import (
	"math"
	"time"

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
	Tuple  = runtime.Tuple
	row    = runtime.MethodSpec
	getset = runtime.GetSetSpec
)

// Null is the missing value.
var Null = runtime.Null

func newType() (*runtime.Type, *runtime.Shape) {
	tp := &runtime.Type{}
	return tp, runtime.NewShape(tp)
}

// timeoutMax is the longest wait in seconds.
const timeoutMax = 9223372036.0

// Spec is the _thread module.
var Spec = &runtime.ModuleSpec{
	Name: "_thread",
	Doc:  "This module provides primitive operations to write multi-threaded programs.\nThe 'threading' module provides a more convenient interface.",
	Functions: []row{
		{Sig: "_count($module, /)", Doc: "Return the number of currently running Python threads, excluding\nthe main thread.", Fn: func(t *Thread, _ Value) (Value, *Exception) {
			return runtime.Int(int64(stateOf(t.Interp()).running)), nil
		}},
		{Sig: "_excepthook($module, args, /)", Doc: "Handle uncaught Thread.run() exception.", Fn: exceptHook},
		{
			Sig: "_get_main_thread_ident($module, /)", Doc: "Internal only. Return a non-zero integer that uniquely identifies the main thread\nof the main interpreter.", Since: 13,
			Fn: func(t *Thread, _ Value) (Value, *Exception) { return runtime.Int(t.Interp().Main.ID), nil },
		},
		{
			Sig: "_is_main_interpreter($module, /)", Doc: "Return True if the current interpreter is the main Python interpreter.", Since: 12,
			Fn: func(*Thread, Value) (Value, *Exception) { return runtime.True, nil },
		},
		{Sig: "_make_thread_handle($module, ident, /)", Doc: "Internal only. Make a thread handle for threads not spawned\nby the _thread or threading module.", Fn: makeHandle, Since: 13},
		{Sig: "_set_sentinel($module, /)", Doc: "Set a sentinel lock that will be released when the current thread\nstate is finalized (after it is untied from the interpreter).", Fn: setSentinel, Until: 12},
		{Sig: "_shutdown($module, /)", Doc: "Wait for all non-daemon threads (other than the calling thread) to stop.", Fn: shutdown, Since: 13},
		{Sig: "allocate($module, /)", Doc: "An obsolete synonym of allocate_lock().", Fn: allocateLock},
		{Sig: "allocate_lock($module, /)", Doc: "Create a new lock object. See help(type(threading.Lock())) for\ninformation about locks.", Fn: allocateLock},
		{
			Sig: "daemon_threads_allowed($module, /)", Doc: "Return True if daemon threads are allowed in the current interpreter,\nand False otherwise.", Since: 12,
			Fn: func(*Thread, Value) (Value, *Exception) { return runtime.True, nil },
		},
		{Sig: "exit($module, /)", Doc: "This is synonymous to ``raise SystemExit''.", Fn: exit},
		{Sig: "exit_thread($module, /)", Doc: "An obsolete synonym of exit().", Fn: exit},
		{Sig: "get_ident($module, /)", Doc: "Return a non-zero integer that uniquely identifies the current thread\namongst other threads that exist simultaneously.", Fn: ident},
		{Sig: "get_native_id($module, /)", Doc: "Return a non-negative integer identifying the thread as reported\nby the OS (kernel).", Fn: func(t *Thread, _ Value) (Value, *Exception) {
			return runtime.Int(int64(t.Interp().Host().Pid()) + t.ID - 1), nil
		}},
		{Sig: "interrupt_main($module, signum=signal.SIGINT, /)", Doc: "Simulate the arrival of the given signal in the main thread.", Fn: interruptMain},
		{Sig: "stack_size($module, size=0, /)", Doc: "Return the thread stack size used when creating new threads.", Fn: func(t *Thread, _, size Value) (Value, *Exception) {
			n, exc := runtime.AsSsize(t, size)
			if exc == nil && n < 0 {
				exc = runtime.Raise(t, runtime.ValueErrorType, "size must be 0 or a positive value")
			}
			return runtime.Int(0), exc
		}},
		{Sig: "set_name($module, /, name)", Doc: "Set the name of the current thread.", Since: 14, Fn: func(*Thread, Value, Value) (Value, *Exception) { return runtime.None, nil }},
		{Sig: "start_joinable_thread($module, /, function, handle=None, daemon=True)", Doc: "*For internal use only*: start a new thread.", Fn: startJoinable, Since: 13},
		{Sig: "start_new($module, function, args, kwargs={}, /)", Doc: "An obsolete synonym of start_new_thread().", Fn: startNew},
		{Sig: "start_new_thread($module, function, args, kwargs={}, /)", Doc: "Start a new thread and return its identifier.", Fn: startNew},
	},
	TypeSpecs: []*runtime.TypeSpec{&lockSpec, &rlockSpec, &localSpec, &handleSpec, hookArgsSpec},
	Init: func(t *Thread, m *runtime.Module) *Exception {
		m.Set(t, "error", runtime.RuntimeErrorType.Value())
		m.Set(t, "LockType", lockType.Value())
		m.Set(t, "TIMEOUT_MAX", runtime.Float(timeoutMax))
		if !t.Interp().Version.At(13) {
			m.Dict.DeleteStr(t, t.Intern("lock"))
			m.Dict.DeleteStr(t, t.Intern("_ThreadHandle"))
		}
		t.Interp().OnExitFirst(waitForThreads)
		return nil
	},
}

// A state is what the module keeps for an interpreter.
type state struct {
	running  int              // threads that were started and have not ended
	waitFor  map[*handle]bool // of the threads that the interpreter waits for at its end
	sentinel map[*Thread]*lock
}

type stateKey struct{}

func stateOf(in *runtime.Interp) *state {
	return runtime.State(in, stateKey{}, func() *state { return &state{waitFor: map[*handle]bool{}, sentinel: map[*Thread]*lock{}} })
}

func ident(t *Thread, _ Value) (Value, *Exception) { return runtime.Int(t.ID), nil }

func exit(t *Thread, _ Value) (Value, *Exception) {
	return Null, runtime.RaiseNew(t, runtime.SystemExitType)
}

func interruptMain(t *Thread, _ Value, args []Value) (Value, *Exception) {
	if !args[0].IsNull() {
		n, exc := runtime.AsSsize(t, args[0])
		if exc != nil {
			return Null, exc
		}
		if n < 1 || n > 64 {
			return Null, runtime.Raise(t, runtime.ValueErrorType, "signal number out of range")
		}
		if n != 2 {
			return Null, runtime.Unsupported(t, "_thread.interrupt_main with another signal than SIGINT")
		}
	}
	t.Interp().Interrupt()
	return runtime.None, nil
}

// start runs fn in a new thread; done is called with the lock held when it has ended.
func start(t *Thread, fn Value, args []Value, kw *Tuple, done func(nt *Thread)) *Thread {
	in := t.Interp()
	nt := in.NewThread()
	// What the goroutine needs stands in the new thread's handle window, where a census sees it.
	mark := nt.HandleMark()
	nt.Handle(fn)
	for _, a := range args {
		nt.Handle(a)
	}
	args = append([]Value(nil), args...)
	stateOf(in).running++
	go func() {
		nt.Acquire()
		_, exc := runtime.CallKw(nt, fn, args, kw)
		if exc != nil && !exc.Is(runtime.SystemExitType) {
			nt.Unraisable(exc, "Exception ignored in thread started by", fn)
		}
		nt.Release(mark)
		s := stateOf(in)
		s.running--
		if l := s.sentinel[nt]; l != nil {
			delete(s.sentinel, nt)
			l.free()
		}
		if done != nil {
			done(nt)
		}
		in.EndThread(nt)
		in.ReleaseGIL()
	}()
	return nt
}

func startNew(t *Thread, _ Value, args []Value) (Value, *Exception) {
	if runtime.TypeOf(args[0]).Call == nil {
		return Null, runtime.Raise(t, runtime.TypeErrorType, "first arg must be callable")
	}
	x, ok := runtime.AsTuple(args[1])
	if !ok {
		return Null, runtime.Raise(t, runtime.TypeErrorType, "2nd arg must be a tuple")
	}
	vals := x.Items
	var kw *Tuple
	if !args[2].IsNull() {
		d, ok := runtime.AsDict(args[2])
		if !ok {
			return Null, runtime.Raise(t, runtime.TypeErrorType, "optional 3rd arg must be a dictionary")
		}
		var exc *Exception
		if vals, kw, exc = runtime.FlattenKwargs(t, args[0], vals, d.Value()); exc != nil {
			return Null, exc
		}
	}
	return runtime.Int(start(t, args[0], vals, kw, nil).ID), nil
}

// wait waits for a channel with the interpreter's lock dropped, until a deadline (0 for none). It looks up now and then, so that the main thread sees
// signals.
func wait(t *Thread, ch <-chan struct{}, timeout time.Duration, forever bool) (bool, *Exception) {
	select {
	case <-ch:
		return true, nil
	default:
	}
	end := time.Now().Add(timeout)
	for {
		step := 20 * time.Millisecond
		if !forever {
			step = min(step, time.Until(end))
		}
		got := false
		t.Blocking(func() {
			timer := time.NewTimer(max(step, 0))
			select {
			case <-ch:
				got = true
			case <-timer.C:
			}
			timer.Stop()
		})
		if got {
			return true, nil
		}
		if exc := t.Poll(); exc != nil {
			return false, exc
		}
		if !forever && !time.Now().Before(end) {
			return false, nil
		}
	}
}

// waitForThreads is what the end of the program does first: the threading module waits for its threads.
func waitForThreads(t *Thread) {
	m, ok := t.Interp().Modules.GetStr(t.Intern("threading"))
	if !ok {
		return
	}
	if _, exc := runtime.CallMethod(t, m, t.Intern("_shutdown")); exc != nil {
		t.Unraisable(exc, "Exception ignored on threading shutdown", m)
	}
}

// timeoutArg converts a timeout in seconds; forever is set for -1.
func timeoutArg(t *Thread, v Value, blocking bool) (d time.Duration, forever bool, exc *Exception) {
	var f float64
	if runtime.TypeOf(v).Is(runtime.TypeFloat) {
		f, exc = runtime.AsFloat64(t, v)
	} else if runtime.TypeOf(v).Index == nil && t.Interp().Version.At(14) {
		exc = runtime.TypeErrorf(t, "'%s' object cannot be interpreted as an integer or float", runtime.TypeOf(v).FullName())
	} else {
		var i Value
		if i, exc = runtime.Index(t, v); exc == nil {
			f, exc = runtime.AsFloat64(t, i)
		}
	}
	if exc != nil {
		return 0, false, exc
	}
	switch {
	case math.IsNaN(f):
		return 0, false, runtime.Raise(t, runtime.ValueErrorType, "Invalid value NaN (not a number)")
	case !blocking && f != -1:
		return 0, false, runtime.Raise(t, runtime.ValueErrorType, "can't specify a timeout for a non-blocking call")
	case f == -1:
		return 0, blocking, nil
	case f < 0:
		return 0, false, runtime.Raise(t, runtime.ValueErrorType, "timeout value must be a non-negative number")
	case f > timeoutMax:
		return 0, false, runtime.Raise(t, runtime.OverflowErrorType, "timeout value is too large")
	}
	return time.Duration(f * 1e9), false, nil
}

var (
	hookArgsType, hookArgsShape = newType()
	hookArgsSpec                = runtime.StructSpec(hookArgsType, hookArgsShape, "_thread._ExceptHookArgs", "ExceptHookArgs\n\nType used to pass arguments to threading.excepthook.", 4, false,
		runtime.StructField{Name: "exc_type", Doc: "Exception type"}, runtime.StructField{Name: "exc_value", Doc: "Exception value"},
		runtime.StructField{Name: "exc_traceback", Doc: "Exception traceback"}, runtime.StructField{Name: "thread", Doc: "Thread"})
)

// exceptHook prints the exception that ended a thread.
func exceptHook(t *Thread, _, args Value) (Value, *Exception) {
	if runtime.TypeOf(args) != hookArgsType {
		return Null, runtime.Raise(t, runtime.TypeErrorType, "_thread._excepthook argument type must be ExceptHookArgs")
	}
	x, _ := runtime.AsTuple(args)
	e := runtime.AsException(x.Items[1])
	if e == nil || e.Is(runtime.SystemExitType) {
		return runtime.None, nil
	}
	name := runtime.NewStrInt(t, t.ID)
	if th := x.Items[3]; !th.IsNone() {
		v, ok, exc := runtime.FindAttr(t, th, t.Intern("_name"))
		if exc != nil {
			return Null, exc
		}
		if ok {
			if name, exc = runtime.ToStr(t, v); exc != nil {
				return Null, exc
			}
		}
	}
	file, ok := t.Interp().Sys.Get(t, "stderr")
	if !ok || file.IsNone() {
		return runtime.None, nil
	}
	text := "Exception in thread " + name.GoString() + ":\n" + runtime.FormatException(t, e)
	if _, exc := runtime.CallMethod(t, file, t.Intern("write"), runtime.NewStr(t, text).Value()); exc != nil {
		return Null, exc
	}
	return runtime.CallMethod(t, file, t.Intern("flush"))
}
