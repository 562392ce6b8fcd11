package sys

import (
	"strings"

	"github.com/krait-vm/krait/runtime"
)

var (
	sStdout     = runtime.Static("stdout")
	sStderr     = runtime.Static("stderr")
	sWrite      = runtime.Static("write")
	sFlush      = runtime.Static("flush")
	sUnderscore = runtime.Static("_")
	sUnraisable = runtime.Static("unraisablehook")
	newline     = runtime.Static("\n")

	unraisableArgsType, unraisableArgsShape = newType()
)

var unraisableArgsSpec = func() *runtime.TypeSpec {
	s := runtime.StructSpec(unraisableArgsType, unraisableArgsShape, "sys.UnraisableHookArgs", "UnraisableHookArgs\n\nType used to pass arguments to sys.unraisablehook.", 5, false,
		names("exc_type exc_value exc_traceback err_msg object")...)
	return s
}()

func breakpointHook(t *Thread, _ Value, _ []Value, _ *Tuple) (Value, *Exception) {
	return Null, runtime.Unsupported(t, "sys.breakpointhook (the debugger)")
}

// displayHook prints the repr of a value that is not None and keeps it in builtins._.
func displayHook(t *Thread, _, x Value) (Value, *Exception) {
	if x.IsNone() {
		return runtime.None, nil
	}
	b := t.Interp().Builtins
	if exc := b.SetStr(t, sUnderscore, runtime.None); exc != nil {
		return Null, exc
	}
	out, ok := t.Interp().Sys.Dict.GetStr(sStdout)
	if !ok || out.IsNone() {
		return Null, runtime.Raise(t, runtime.RuntimeErrorType, "lost sys.stdout")
	}
	s, exc := runtime.Repr(t, x)
	if exc != nil {
		return Null, exc
	}
	for _, part := range [...]*runtime.Str{s, newline} {
		if _, exc := runtime.CallMethod(t, out, sWrite, part.Value()); exc != nil {
			return Null, exc
		}
	}
	return runtime.None, b.SetStr(t, sUnderscore, x)
}

// stderr returns sys.stderr, ok false when there is none.
func stderr(in *runtime.Interp) (Value, bool) {
	if in.Sys == nil {
		return Null, false
	}
	v, ok := in.Sys.Dict.GetStr(sStderr)
	return v, ok && !v.IsNone()
}

// report writes text to sys.stderr; what goes wrong there cannot be told to anybody.
func report(t *Thread, text string) {
	file, ok := stderr(t.Interp())
	if !ok {
		return
	}
	if _, exc := runtime.CallMethod(t, file, sWrite, runtime.NewStr(t, text).Value()); exc != nil {
		return
	}
	_, _ = runtime.CallMethod(t, file, sFlush) // likewise
}

// exceptHook prints an exception with its traceback.
func exceptHook(t *Thread, _ Value, args []Value) (Value, *Exception) {
	e := runtime.AsException(args[1])
	if e == nil {
		report(t, "TypeError: print_exception(): Exception expected for value, "+runtime.TypeOf(args[1]).Name()+" found\n")
		return runtime.None, nil
	}
	if tb := runtime.AsTraceback(args[2]); tb != nil && e.TB == nil {
		e.TB = tb
	}
	report(t, runtime.FormatException(t, e))
	return runtime.None, nil
}

// reportUnraisable calls sys.unraisablehook.
func reportUnraisable(t *Thread, e *Exception, where string, about Value) {
	in := t.Interp()
	if in.Sys == nil {
		return
	}
	msg := runtime.None
	if about.IsNull() {
		about = runtime.None
	}
	if in.Version.At(14) && strings.HasPrefix(where, "Exception ignored ") && !about.IsNone() {
		msg = runtime.NewStr(t, where+" "+safeRepr(t, about)).Value()
		about = runtime.None
	} else if about.IsNone() && where != "" {
		msg = runtime.NewStr(t, where).Value()
	}
	args := runtime.NewStructSeq(t, unraisableArgsType, e.Type().Value(), e.Value(), e.TB.Value(), msg, about)
	mark := t.HandleMark()
	defer t.Release(mark)
	t.Handle(args)
	hook, ok := in.Sys.Dict.GetStr(sUnraisable)
	if !ok || hook.IsNone() {
		showUnraisable(t, args)
		return
	}
	if _, exc := runtime.Call(t, hook, args); exc != nil {
		// CPython reports the failure of the hook itself in the default way.
		showUnraisable(t, runtime.NewStructSeq(t, unraisableArgsType, exc.Type().Value(), exc.Value(), exc.TB.Value(),
			runtime.NewStr(t, "Exception ignored in sys.unraisablehook").Value(), hook))
	}
}

func safeRepr(t *Thread, v Value) string {
	s, exc := runtime.Repr(t, v)
	if exc != nil {
		return "<object repr() failed>"
	}
	return s.GoString()
}

// unraisableHook is the default hook.
func unraisableHook(t *Thread, _, args Value) (Value, *Exception) {
	if runtime.TypeOf(args) != unraisableArgsType {
		return Null, runtime.Raise(t, runtime.TypeErrorType, "sys.unraisablehook argument type must be UnraisableHookArgs")
	}
	showUnraisable(t, args)
	return runtime.None, nil
}

func showUnraisable(t *Thread, args Value) {
	x, _ := runtime.AsTuple(args)
	msg, about := x.Items[3], x.Items[4]
	head := ""
	if s, ok := runtime.AsStr(msg); ok {
		head = s.GoString() + ":"
		if !about.IsNone() {
			head += " " + safeRepr(t, about)
		}
		head += "\n"
	} else if !about.IsNone() {
		head = "Exception ignored in: " + safeRepr(t, about) + "\n"
	}
	body := ""
	if e := runtime.AsException(x.Items[1]); e != nil {
		// Only the exception itself is shown, not its chain.
		cause, context := e.Cause, e.Context
		e.Cause, e.Context = nil, nil
		body = runtime.FormatException(t, e)
		e.Cause, e.Context = cause, context
	} else if tp, ok := runtime.AsType(x.Items[0]); ok {
		body = tp.Name() + "\n"
	}
	report(t, head+body)
}

// audit calls the audit hooks.
func audit(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := runtime.NoKeywords(t, "sys.audit", kw); exc != nil {
		return Null, exc
	}
	if len(args) == 0 {
		if t.Interp().Version.At(14) {
			return Null, runtime.Raise(t, runtime.TypeErrorType, "audit expected at least 1 argument, got 0")
		}
		return Null, runtime.Raise(t, runtime.TypeErrorType, "audit() missing 1 required positional argument: 'event'")
	}
	hooks := stateOf(t.Interp()).auditHooks
	if _, ok := runtime.AsStr(args[0]); !ok && (len(hooks) > 0 || t.Interp().Version.At(14)) {
		return Null, runtime.BadArgument(t, "audit", "argument 1", "str", args[0])
	}
	if len(hooks) == 0 {
		return runtime.None, nil
	}
	rest := runtime.CopyTuple(t, args[1:]).Value()
	for _, h := range hooks {
		if _, exc := runtime.Call(t, h, args[0], rest); exc != nil {
			return Null, exc
		}
	}
	return runtime.None, nil
}

// addAuditHook announces itself to the hooks that are there; one that raises an Exception keeps the new one out silently.
func addAuditHook(t *Thread, _ Value, args []Value) (Value, *Exception) {
	s := stateOf(t.Interp())
	for _, h := range s.auditHooks {
		if _, exc := runtime.Call(t, h, t.Intern("sys.addaudithook").Value(), runtime.MakeTuple(t).Value()); exc != nil {
			if exc.Is(runtime.ExceptionType) {
				return runtime.None, nil
			}
			return Null, exc
		}
	}
	s.auditHooks = append(s.auditHooks, args[0])
	return runtime.None, nil
}
