package builtins

import "github.com/krait-vm/krait/runtime"

var (
	sDict     = runtime.Static("__dict__")
	sDir      = runtime.Static("__dir__")
	sKeys     = runtime.Static("keys")
	sRound    = runtime.Static("__round__")
	sBreak    = runtime.Static("breakpointhook")
	sBuiltins = runtime.Static("__builtins__")
)

func callable(_ *Thread, _, x Value) (Value, *Exception) {
	return runtime.Bool(runtime.TypeOf(x).Call != nil), nil
}

func ascii(t *Thread, _, x Value) (Value, *Exception) { return runtime.StrValue(runtime.ASCII(t, x)) }

func repr(t *Thread, _, x Value) (Value, *Exception) { return runtime.StrValue(runtime.Repr(t, x)) }

func hash(t *Thread, _, x Value) (Value, *Exception) {
	h, exc := runtime.Hash(t, x)
	return runtime.Int(h), exc
}

func length(t *Thread, _, x Value) (Value, *Exception) {
	n, exc := runtime.Len(t, x)
	return runtime.Int(int64(n)), exc
}

func getattr(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := positional(t, "getattr", args, kw, 2, 3); exc != nil {
		return Null, exc
	}
	name, exc := runtime.AttrName(t, args[1])
	if exc != nil {
		return Null, exc
	}
	if len(args) == 2 {
		return runtime.GetAttr(t, args[0], name)
	}
	v, ok, exc := runtime.FindAttr(t, args[0], name)
	if exc == nil && !ok {
		return args[2], nil
	}
	return v, exc
}

// positional checks the arguments of a function that takes no keywords.
func positional(t *Thread, name string, args []Value, kw *Tuple, least, most int) *Exception {
	if exc := runtime.NoKeywords(t, name, kw); exc != nil {
		return exc
	}
	return runtime.CheckArity(t, name, len(args), least, most)
}

func hasattr(t *Thread, _, x, name Value) (Value, *Exception) {
	n, exc := runtime.AttrName(t, name)
	if exc != nil {
		return Null, exc
	}
	_, ok, exc := runtime.FindAttr(t, x, n)
	return runtime.Bool(ok), exc
}

func setattr(t *Thread, _ Value, args []Value) (Value, *Exception) {
	n, exc := runtime.AttrName(t, args[1])
	if exc != nil {
		return Null, exc
	}
	return runtime.None, runtime.SetAttr(t, args[0], n, args[2])
}

func delattr(t *Thread, _, x, name Value) (Value, *Exception) {
	n, exc := runtime.AttrName(t, name)
	if exc != nil {
		return Null, exc
	}
	return runtime.None, runtime.SetAttr(t, x, n, Null)
}

func isinstance(t *Thread, _, x, cls Value) (Value, *Exception) {
	ok, exc := runtime.IsInstanceOf(t, x, cls)
	return runtime.Bool(ok), exc
}

func issubclass(t *Thread, _, c, cls Value) (Value, *Exception) {
	ok, exc := runtime.IsSubclassOf(t, c, cls)
	return runtime.Bool(ok), exc
}

func format(t *Thread, _, x, spec Value) (Value, *Exception) {
	s, ok := runtime.AsStr(spec)
	if !ok {
		return Null, runtime.BadArgument(t, "format", "argument 2", "str", spec)
	}
	return runtime.StrValue(runtime.Format(t, x, s))
}

// vars is vars() or vars(object).
func vars(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := positional(t, "vars", args, kw, 0, 1); exc != nil {
		return Null, exc
	}
	if len(args) == 0 {
		return t.Interp().Engine().FrameLocals(t)
	}
	v, ok, exc := runtime.FindAttr(t, args[0], sDict)
	if exc == nil && !ok {
		return Null, runtime.Raise(t, runtime.TypeErrorType, "vars() argument must have __dict__ attribute")
	}
	return v, exc
}

// dir is dir() or dir(object): a sorted list of names.
func dir(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := positional(t, "dir", args, kw, 0, 1); exc != nil {
		return Null, exc
	}
	var names Value
	if len(args) == 0 {
		ns, exc := t.Interp().Engine().FrameLocals(t)
		if exc != nil {
			return Null, exc
		}
		if names, exc = runtime.CallMethod(t, ns, sKeys); exc != nil {
			return Null, exc
		}
	} else {
		var ok bool
		var exc *Exception
		names, ok, exc = runtime.CallSpecial(t, args[0], sDir)
		if exc != nil {
			return Null, exc
		}
		if !ok {
			return Null, runtime.Raise(t, runtime.TypeErrorType, "object does not provide __dir__")
		}
	}
	items, exc := runtime.Collect(t, names)
	if exc != nil {
		return Null, exc
	}
	l := runtime.NewList(t, items)
	mark := t.HandleMark()
	t.Handle(l.Value())
	defer t.Release(mark)
	return l.Value(), l.Sort(t, runtime.None, false)
}

func breakpoint(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
	hook, ok := Null, false
	if sys := t.Interp().Sys; sys != nil {
		hook, ok = sys.Dict.GetStr(sBreak)
	}
	if !ok {
		return Null, runtime.Raise(t, runtime.RuntimeErrorType, "lost sys.breakpointhook")
	}
	return runtime.CallKw(t, hook, args, kw)
}
