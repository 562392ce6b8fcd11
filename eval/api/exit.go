package api

import (
	"errors"
	"io"

	"github.com/krait-vm/krait/runtime"
)

// The exit statuses of CPython.
const (
	ExitUncaught = 1   // an exception that nothing caught
	ExitFlush    = 120 // the standard streams could not be flushed
	ExitKeyboard = 130 // KeyboardInterrupt that nothing caught
)

var (
	sExcepthook = runtime.Static("excepthook")
	sStdout     = runtime.Static("stdout")
	sStderr     = runtime.Static("stderr")
	sClosed     = runtime.Static("closed")
	sFlush      = runtime.Static("flush")
	sWrite      = runtime.Static("write")
	sCode       = runtime.Static("code")
)

// ExitStatus returns the exit status for what Run returned, as CPython has it: an uncaught exception is printed by sys.excepthook, SystemExit decides
// for itself.
func (in *Interpreter) ExitStatus(err error) int {
	if err == nil {
		return 0
	}
	var e *Error
	if !errors.As(err, &e) {
		_, _ = io.WriteString(in.py.Host().Stderr(), err.Error()+"\n")
		return ExitUncaught
	}
	in.py.AcquireGIL()
	defer in.py.ReleaseGIL()
	return in.uncaught(in.py.Main, e.Exception)
}

// uncaught prints an exception and returns the status it ends the process with.
func (in *Interpreter) uncaught(t *runtime.Thread, exc *runtime.Exception) int {
	if exc.Is(runtime.SystemExitType) {
		return in.systemExit(t, exc)
	}
	in.setLast(t, exc)
	if status, exits := in.callHook(t, exc); exits {
		return status
	}
	if exc.Is(runtime.KeyboardInterruptType) {
		return ExitKeyboard
	}
	return ExitUncaught
}

// callHook calls sys.excepthook; exits tells that it ended the process itself.
func (in *Interpreter) callHook(t *runtime.Thread, exc *runtime.Exception) (status int, exits bool) {
	hook, ok := in.sysAttr(t, sExcepthook)
	if !ok {
		in.complain(t, "sys.excepthook is missing\n"+runtime.FormatException(t, exc))
		return 0, false
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	t.Handle(hook)
	t.Handle(exc.Value())
	_, failed := runtime.Call(t, hook, exc.Type().Value(), exc.Value(), exc.TB.Value())
	if failed == nil {
		return 0, false
	}
	if failed.Is(runtime.SystemExitType) {
		return in.systemExit(t, failed), true
	}
	in.complain(t, "Error in sys.excepthook:\n"+runtime.FormatException(t, failed)+"\nOriginal exception was:\n"+runtime.FormatException(t, exc))
	return 0, false
}

// setLast sets sys.last_exc and its older parts.
func (in *Interpreter) setLast(t *runtime.Thread, exc *runtime.Exception) {
	sys := in.sys()
	if sys == nil {
		return
	}
	for _, a := range []struct {
		name string
		v    runtime.Value
	}{{"last_exc", exc.Value()}, {"last_type", exc.Type().Value()}, {"last_value", exc.Value()}, {"last_traceback", exc.TB.Value()}} {
		_ = sys.Dict.SetStr(t, t.Intern(a.name), a.v) // a str key cannot raise
	}
}

// systemExit is the status that a SystemExit asks for. A code that is no int is printed.
func (in *Interpreter) systemExit(t *runtime.Thread, exc *runtime.Exception) int {
	code, ok, failed := runtime.FindAttr(t, exc.Value(), sCode)
	if failed != nil || !ok {
		code = exc.Value()
	}
	if code.IsNone() {
		return 0
	}
	if runtime.IsInstance(code, runtime.IntType) {
		n, fits := runtime.AsInt64(code)
		if !fits {
			n = -1
		}
		return int(n & 0xff)
	}
	if s, failed := runtime.ToStr(t, code); failed == nil {
		in.complain(t, s.GoString()+"\n")
	}
	return ExitUncaught
}

// sys returns the sys module, nil when there is none.
func (in *Interpreter) sys() *runtime.Module {
	if v, ok := in.py.Modules.GetStr(sSys); ok {
		return runtime.AsModule(v)
	}
	return nil
}

// sysAttr returns an attribute of sys that is there and not None.
func (in *Interpreter) sysAttr(_ *runtime.Thread, name *runtime.Str) (runtime.Value, bool) {
	sys := in.sys()
	if sys == nil {
		return runtime.Null, false
	}
	v, ok := sys.Dict.GetStr(name)
	return v, ok && !v.IsNone()
}

// complain writes text to sys.stderr, or where that fails to the process's own.
func (in *Interpreter) complain(t *runtime.Thread, text string) {
	if f, ok := in.sysAttr(t, sStderr); ok {
		if _, exc := runtime.CallMethod(t, f, sWrite, runtime.NewStr(t, text).Value()); exc == nil {
			return
		}
	}
	_, _ = io.WriteString(in.py.Host().Stderr(), text)
}

// shutDown ends the program as Py_Finalize does and returns what went wrong with the standard streams. What finalizers print is flushed too, but nobody
// is left to hear of a failure.
func (in *Interpreter) shutDown(t *runtime.Thread) *runtime.Exception {
	in.py.Exit(t)
	exc := in.flushStream(t, sStdout)
	if exc != nil {
		where := "Exception ignored while flushing sys.stdout"
		if !in.py.Version.At(14) {
			where = "Exception ignored on flushing sys.stdout"
		}
		t.Unraisable(exc, where, runtime.Null)
	}
	if failed := in.flushStream(t, sStderr); exc == nil {
		exc = failed
	}
	in.py.FinalizeModules(t)
	_ = in.flushStream(t, sStdout)
	_ = in.flushStream(t, sStderr)
	return exc
}

// flushStream flushes a standard stream that is there and open.
func (in *Interpreter) flushStream(t *runtime.Thread, name *runtime.Str) *runtime.Exception {
	f, ok := in.sysAttr(t, name)
	if !ok {
		return nil
	}
	closed, found, exc := runtime.FindAttr(t, f, sClosed)
	if exc == nil && found {
		if shut, exc := runtime.Truth(t, closed); exc == nil && shut {
			return nil
		}
	}
	_, exc = runtime.CallMethod(t, f, sFlush)
	return exc
}
