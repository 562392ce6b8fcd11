package sys

import "github.com/krait-vm/krait/runtime"

func getFrame(t *Thread, _ Value, args []Value) (Value, *Exception) {
	n, exc := asInt32(t, args[0])
	if exc != nil {
		return Null, exc
	}
	f := t.Interp().Engine().Frame(t, max(n, 0))
	if f == nil {
		return Null, runtime.Raise(t, runtime.ValueErrorType, "call stack is not deep enough")
	}
	return f.Value(), nil
}

var sName = runtime.Static("__name__")

// getFrameModuleName gives the __module__ of the frame's function, as far as a frame knows one.
func getFrameModuleName(t *Thread, _ Value, args []Value) (Value, *Exception) {
	n, exc := asInt32(t, args[0])
	if exc != nil {
		return Null, exc
	}
	f := t.Interp().Engine().Frame(t, max(n, 0))
	if f == nil {
		return runtime.None, nil
	}
	if f.Func != nil {
		return f.Func.Module, nil
	}
	if v, ok := f.Globals.GetStr(sName); ok {
		return v, nil
	}
	return runtime.None, nil
}

func currentFrames(t *Thread, _ Value) (Value, *Exception) {
	d := runtime.NewDict(t)
	for _, th := range t.Interp().Threads() {
		if f := t.Interp().Engine().Frame(th, 0); f != nil {
			if exc := d.Set(t, runtime.Int(th.ID), f.Value()); exc != nil {
				return Null, exc
			}
		}
	}
	return d.Value(), nil
}

func currentExceptions(t *Thread, _ Value) (Value, *Exception) {
	d := runtime.NewDict(t)
	for _, th := range t.Interp().Threads() {
		v := runtime.None
		if e := th.HandledException(); e != nil {
			v = e.Value()
			if !t.Interp().Version.At(12) {
				v = excTriple(t, e)
			}
		}
		if exc := d.Set(t, runtime.Int(th.ID), v); exc != nil {
			return Null, exc
		}
	}
	return d.Value(), nil
}

func excTriple(t *Thread, e *Exception) Value {
	return runtime.MakeTuple(t, e.Type().Value(), e.Value(), e.TB.Value()).Value()
}

func excInfo(t *Thread, _ Value) (Value, *Exception) {
	if e := t.HandledException(); e != nil {
		return excTriple(t, e), nil
	}
	return runtime.MakeTuple(t, runtime.None, runtime.None, runtime.None).Value(), nil
}

func currentException(t *Thread, _ Value) (Value, *Exception) {
	if e := t.HandledException(); e != nil {
		return e.Value(), nil
	}
	return runtime.None, nil
}

func callTracing(t *Thread, _, fn, args Value) (Value, *Exception) {
	x, ok := runtime.AsTuple(args)
	if !ok {
		return Null, runtime.BadArgument(t, "call_tracing", "argument 2", "tuple", args)
	}
	return runtime.CallKw(t, fn, x.Items, nil)
}
