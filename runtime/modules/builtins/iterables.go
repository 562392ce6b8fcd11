package builtins

import "github.com/krait-vm/krait/runtime"

func all(t *Thread, _, x Value) (Value, *Exception) {
	found, exc := search(t, x, false)
	return runtime.Bool(!found), exc
}

func anyOf(t *Thread, _, x Value) (Value, *Exception) {
	found, exc := search(t, x, true)
	return runtime.Bool(found), exc
}

// search reports whether an item has the truth value wanted.
func search(t *Thread, x Value, want bool) (bool, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	c, exc := runtime.NewCursor(t, x)
	if exc != nil {
		return false, exc
	}
	for {
		v, ok, exc := c.Next(t)
		if exc != nil || !ok {
			return false, exc
		}
		b := v.IsTrue()
		if !v.IsBool() {
			if b, exc = runtime.Truth(t, v); exc != nil {
				return false, exc
			}
		}
		if b == want {
			return true, nil
		}
	}
}

func iter(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := positional(t, "iter", args, kw, 1, 2); exc != nil {
		return Null, exc
	}
	if len(args) == 1 {
		return runtime.Iter(t, args[0])
	}
	return runtime.NewCallableIter(t, args[0], args[1])
}

func next(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := positional(t, "next", args, kw, 1, 2); exc != nil {
		return Null, exc
	}
	if len(args) == 1 {
		return runtime.NextOrStop(t, args[0])
	}
	f := runtime.TypeOf(args[0]).Next
	if f == nil {
		return Null, runtime.TypeErrorf(t, "'%s' object is not an iterator", runtime.TypeOf(args[0]).FullName())
	}
	v, ok, exc := f(t, args[0])
	if exc != nil {
		if exc.Is(runtime.StopIterationType) {
			return args[1], nil
		}
		return Null, exc
	}
	if !ok {
		return args[1], nil
	}
	return v, nil
}

func sorted(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := runtime.CheckArity(t, "sorted", len(args)-kw.Len(), 1, 1); exc != nil {
		return Null, exc
	}
	items, exc := runtime.Collect(t, args[0])
	if exc != nil {
		return Null, exc
	}
	l := runtime.NewList(t, items)
	mark := t.HandleMark()
	t.Handle(l.Value())
	defer t.Release(mark)
	if kw.Len() == 0 {
		return l.Value(), l.Sort(t, runtime.None, false)
	}
	opts, exc := sortArgs.Bind(t, args[1:], kw)
	if exc != nil {
		return Null, exc
	}
	reverse, exc := runtime.Truth(t, opts[1])
	if exc != nil {
		return Null, exc
	}
	return l.Value(), l.Sort(t, opts[0], reverse)
}

// sortArgs are what sorted passes on to list.sort.
var sortArgs = runtime.NewSignature("sort(*, key=None, reverse=False)")

func maximum(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
	return extreme(t, "max", runtime.GT, args, kw)
}

func minimum(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
	return extreme(t, "min", runtime.LT, args, kw)
}

var (
	sKey     = runtime.Static("key")
	sDefault = runtime.Static("default")
)

// extreme is max and min: op tells whether a later item replaces the best so far.
func extreme(t *Thread, name string, op runtime.CompareOp, args []Value, kw *Tuple) (Value, *Exception) {
	npos := len(args) - kw.Len()
	key, fallback := runtime.None, Null
	if npos == 0 {
		return Null, runtime.CheckArity(t, name, 0, 1, 1<<30)
	}
	for i := 0; i < kw.Len(); i++ {
		k, _ := runtime.AsStr(kw.Items[i])
		switch {
		case k.Equal(sKey):
			key = args[npos+i]
		case k.Equal(sDefault):
			fallback = args[npos+i]
		case t.Interp().Version.At(13):
			return Null, runtime.TypeErrorf(t, "%s() got an unexpected keyword argument '%s'", name, k)
		default:
			return Null, runtime.TypeErrorf(t, "'%s' is an invalid keyword argument for %s()", k, name)
		}
	}
	args = args[:npos]
	if npos > 1 {
		if !fallback.IsNull() {
			return Null, runtime.TypeErrorf(t, "Cannot specify a default for %s() with multiple positional arguments", name)
		}
		if key.IsNone() {
			return best(t, args, op)
		}
		args = []Value{runtime.CopyTuple(t, args).Value()}
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	c, exc := runtime.NewCursor(t, args[0])
	if exc != nil {
		return Null, exc
	}
	v, found, exc := bestOf(t, &c, op, key)
	if exc != nil {
		return Null, exc
	}
	if found {
		return v, nil
	}
	if !fallback.IsNull() {
		return fallback, nil
	}
	if t.Interp().Version.At(12) {
		return Null, runtime.ValueErrorf(t, "%s() iterable argument is empty", name)
	}
	return Null, runtime.ValueErrorf(t, "%s() arg is an empty sequence", name)
}

// best compares arguments, which the caller's window keeps.
func best(t *Thread, args []Value, op runtime.CompareOp) (Value, *Exception) {
	v := args[0]
	for _, x := range args[1:] {
		b, exc := better(t, x, v, op)
		if exc != nil {
			return Null, exc
		}
		if b {
			v = x
		}
	}
	return v, nil
}

// better reports x op v, without a call for two ints or floats.
func better(t *Thread, x, v Value, op runtime.CompareOp) (bool, *Exception) {
	if x.IsInt() && v.IsInt() {
		return op == runtime.GT && x.AsInt() > v.AsInt() || op == runtime.LT && x.AsInt() < v.AsInt(), nil
	}
	if x.IsFloat() && v.IsFloat() {
		return op == runtime.GT && x.AsFloat() > v.AsFloat() || op == runtime.LT && x.AsFloat() < v.AsFloat(), nil
	}
	return runtime.CompareBool(t, x, v, op)
}

// bestOf compares the items of an iterable by their keys; two slots of the handle window keep the best item and its key.
func bestOf(t *Thread, c *runtime.Cursor, op runtime.CompareOp, key Value) (Value, bool, *Exception) {
	slot := t.HandleMark()
	t.Handle(Null)
	t.Handle(Null)
	found := false
	top, topKey := Null, Null
	for {
		x, ok, exc := c.Next(t)
		if exc != nil || !ok {
			return top, found, exc
		}
		k := x
		if !key.IsNone() {
			t.Handle(x)
			k, exc = runtime.CallKw(t, key, t.Window(slot+2), nil)
			t.Release(slot + 2)
			if exc != nil {
				return Null, false, exc
			}
		}
		if found {
			b, exc := better(t, k, topKey, op)
			if exc != nil {
				return Null, false, exc
			}
			if !b {
				continue
			}
		}
		found, top, topKey = true, x, k
		w := t.Window(slot)
		w[0], w[1] = x, k
	}
}
