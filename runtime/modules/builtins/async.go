package builtins

import "github.com/krait-vm/krait/runtime"

func aiter(t *Thread, _, x Value) (Value, *Exception) {
	f := runtime.TypeOf(x).AIter
	if f == nil {
		return Null, runtime.TypeErrorf(t, "'%s' object is not an async iterable", runtime.TypeOf(x).FullName())
	}
	it, exc := f(t, x)
	if exc == nil && runtime.TypeOf(it).ANext == nil {
		return Null, runtime.TypeErrorf(t, "aiter() returned not an async iterator of type '%s'", runtime.TypeOf(it).FullName())
	}
	return it, exc
}

func anext(t *Thread, _ Value, args []Value) (Value, *Exception) {
	f := runtime.TypeOf(args[0]).ANext
	if f == nil {
		return Null, runtime.TypeErrorf(t, "'%s' object is not an async iterator", runtime.TypeOf(args[0]).FullName())
	}
	aw, exc := f(t, args[0])
	if exc != nil || args[1].IsNull() {
		return aw, exc
	}
	return runtime.NewAnextAwaitable(t, aw, args[1]), nil
}

var sClose = runtime.Static("close")
