package sys

import "github.com/krait-vm/krait/runtime"

func intern(t *Thread, _, x Value) (Value, *Exception) {
	s, ok := runtime.AsStr(x)
	if !ok {
		return Null, runtime.BadArgument(t, "intern", "argument", "str", x)
	}
	if !runtime.IsExactStr(x) {
		return Null, runtime.TypeErrorf(t, "can't intern %s", runtime.TypeOf(x).Name())
	}
	return t.InternStr(s).Value(), nil
}

func isInterned(t *Thread, _, x Value) (Value, *Exception) {
	s, ok := runtime.AsStr(x)
	if !ok {
		return Null, runtime.BadArgument(t, "_is_interned", "argument", "str", x)
	}
	return runtime.Bool(s.IsInterned()), nil
}

func setRecursionLimit(t *Thread, _, limit Value) (Value, *Exception) {
	n, exc := asInt32(t, limit)
	if exc != nil {
		return Null, exc
	}
	if n < 1 {
		return Null, runtime.Raise(t, runtime.ValueErrorType, "recursion limit must be greater or equal than 1")
	}
	depth := 0
	for f := t.Interp().Engine().Frame(t, 0); f != nil && depth <= n; f = f.Back(t) {
		depth++
	}
	if depth >= n {
		return Null, runtime.Raisef(t, runtime.RecursionErrorType, "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", n, depth)
	}
	t.Interp().SetRecursionLimit(n)
	return runtime.None, nil
}

// asInt32 converts an argument that is a C int.
func asInt32(t *Thread, v Value) (int, *Exception) {
	i, exc := runtime.Index(t, v)
	if exc != nil {
		return 0, exc
	}
	n, ok := runtime.AsInt64(i)
	switch {
	case !ok:
		return 0, runtime.Raise(t, runtime.OverflowErrorType, "Python int too large to convert to C int")
	case n > 1<<31-1:
		return 0, runtime.Raise(t, runtime.OverflowErrorType, "signed integer is greater than maximum")
	case n < -1<<31:
		return 0, runtime.Raise(t, runtime.OverflowErrorType, "signed integer is less than minimum")
	}
	return int(n), nil
}

func getSwitchInterval(t *Thread, _ Value) (Value, *Exception) {
	return runtime.Float(stateOf(t.Interp()).switchInterval), nil
}

func setSwitchInterval(t *Thread, _, x Value) (Value, *Exception) {
	f, exc := runtime.AsFloat64(t, x)
	if exc != nil {
		return Null, exc
	}
	if f <= 0 {
		return Null, runtime.Raise(t, runtime.ValueErrorType, "switch interval must be strictly positive")
	}
	stateOf(t.Interp()).switchInterval = f
	return runtime.None, nil
}

func setMaxStrDigits(t *Thread, _, x Value) (Value, *Exception) {
	n, exc := asInt32(t, x)
	if exc != nil {
		return Null, exc
	}
	if n != 0 && n < 640 {
		if t.Interp().Version.At(14) {
			return Null, runtime.Raise(t, runtime.ValueErrorType, "maxdigits must be >= 640 or 0 for unlimited")
		}
		return Null, runtime.Raise(t, runtime.ValueErrorType, "maxdigits must be 0 or larger than 640")
	}
	t.Interp().SetMaxStrDigits(n)
	return runtime.None, nil
}

// getRefCount answers as for an object with one owner: there are no reference counts here.
// DIVERGES: CPython counts; see RATIONALE on collection.
func getRefCount(t *Thread, _, x Value) (Value, *Exception) {
	if x.IsImmediate() && t.Interp().Version.At(12) {
		return runtime.Int(1<<32 - 1), nil // what immortal objects have
	}
	return runtime.Int(2), nil
}

var sSizeof = runtime.Static("__sizeof__")

// getSizeOf is what the object says of itself, and the collector's header where CPython has one.
func getSizeOf(t *Thread, _ Value, args []Value) (Value, *Exception) {
	n, exc := sizeOf(t, args[0])
	if exc != nil {
		if !args[1].IsNull() && exc.Is(runtime.TypeErrorType) {
			return args[1], nil
		}
		return Null, exc
	}
	return runtime.Int(n), nil
}

func sizeOf(t *Thread, o Value) (int64, *Exception) {
	v, ok, exc := runtime.CallSpecial(t, o, sSizeof)
	if exc != nil {
		return 0, exc
	}
	if !ok {
		return 0, runtime.TypeErrorf(t, "Type %s doesn't define __sizeof__", runtime.TypeOf(o).Name())
	}
	if !runtime.TypeOf(v).Is(runtime.TypeInt) {
		return 0, runtime.Raise(t, runtime.TypeErrorType, "an integer is required")
	}
	n, exc := runtime.AsSsize(t, v)
	if exc != nil {
		return 0, exc
	}
	if n < 0 {
		return 0, runtime.Raise(t, runtime.ValueErrorType, "__sizeof__() should return >= 0")
	}
	return int64(n) + headerSize(o), nil
}

// headerSize is what CPython allocates in front of an object: the collector's links, and the pointers to dict and weak references of instances.
func headerSize(o Value) int64 {
	tp := runtime.TypeOf(o)
	if tp.Is(runtime.TypeHeap) {
		if tp.PlainInstances() && tp.Is(runtime.TypeHasDict) {
			return 32
		}
		return 16
	}
	if _, isType := runtime.AsType(o); isType && !tp.Is(runtime.TypeHeap) {
		if cls, _ := runtime.AsType(o); !cls.Is(runtime.TypeHeap) {
			return 0
		}
		return 16
	}
	if o.IsImmediate() {
		return 0
	}
	switch tp {
	case runtime.IntType, runtime.StrType, runtime.BytesType, runtime.ByteArrayType, runtime.ComplexType, runtime.RangeType, runtime.CodeType, runtime.ObjectType:
		return 0
	}
	return 16
}

func exit(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := runtime.NoKeywords(t, "sys.exit", kw); exc != nil {
		return Null, exc
	}
	if exc := runtime.CheckArity(t, "exit", len(args), 0, 1); exc != nil {
		return Null, exc
	}
	if len(args) == 0 || args[0].IsNone() {
		return Null, runtime.RaiseNew(t, runtime.SystemExitType)
	}
	if x := runtime.ExactTuple(args[0]); x != nil {
		return Null, runtime.RaiseNew(t, runtime.SystemExitType, x.Items...)
	}
	if e := runtime.AsException(args[0]); e != nil && e.Is(runtime.SystemExitType) {
		return Null, e
	}
	return Null, runtime.RaiseNew(t, runtime.SystemExitType, args[0])
}

func isFinalizing(t *Thread, _ Value) (Value, *Exception) {
	return runtime.Bool(stateOf(t.Interp()).finalizing), nil
}

// unlessNone accepts None, which switches a thing off that is never on.
func unlessNone(t *Thread, fn Value, what string) (Value, *Exception) {
	if fn.IsNone() {
		return runtime.None, nil
	}
	return Null, runtime.Unsupported(t, what)
}

func setOriginDepth(t *Thread, _ Value, args []Value) (Value, *Exception) {
	n, exc := asInt32(t, args[0])
	if exc != nil {
		return Null, exc
	}
	switch {
	case n < 0:
		return Null, runtime.Raise(t, runtime.ValueErrorType, "depth must be >= 0")
	case n > 0:
		return Null, runtime.Unsupported(t, "origin tracking of coroutines")
	}
	return runtime.None, nil
}

func getAsyncgenHooks(t *Thread, _ Value) (Value, *Exception) {
	first, final := t.AsyncGenHooks()
	return runtime.NewStructSeq(t, asyncgenHooksType, first, final), nil
}

func setAsyncgenHooks(t *Thread, _ Value, args []Value) (Value, *Exception) {
	first, final := t.AsyncGenHooks()
	for i, what := range [...]string{"firstiter", "finalizer"} {
		x := args[i]
		if x.IsNull() {
			continue
		}
		if !x.IsNone() && runtime.TypeOf(x).Call == nil {
			return Null, runtime.TypeErrorf(t, "callable %s expected, got %s", what, runtime.TypeOf(x).Name())
		}
		if i == 0 {
			first = x
		} else {
			final = x
		}
	}
	t.SetAsyncGenHooks(first, final)
	return runtime.None, nil
}
