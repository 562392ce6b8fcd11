package weakref

import "github.com/krait-vm/krait/runtime"

var (
	proxyType          = &runtime.Type{}
	proxyShape         = runtime.NewShape(proxyType)
	callableProxyType  = &runtime.Type{}
	callableProxyShape = runtime.NewShape(callableProxyType)
)

func newProxy(t *Thread, _, o, callback Value) (Value, *Exception) {
	if exc := check(t, o); exc != nil {
		return Null, exc
	}
	shape := proxyShape
	if runtime.TypeOf(o).Call != nil {
		shape = callableProxyShape
	}
	if callback.IsNone() {
		if w := existing(t, o, shape); w != nil {
			return w.Value(), nil
		}
		callback = Null
	}
	w := runtime.Alloc[ref](t, shape)
	w.Callback = callback
	t.Interp().AddWeakRef(o, w)
	return w.Value(), nil
}

func isProxy(v Value) bool {
	return runtime.HasShape(v, proxyShape) || runtime.HasShape(v, callableProxyShape)
}

// target returns what a proxy stands for, or v itself.
func target(t *Thread, v Value) (Value, *Exception) {
	if !isProxy(v) {
		return v, nil
	}
	if w := asRef(v); w.Alive() {
		return w.Referent(), nil
	}
	return Null, runtime.Raise(t, runtime.ReferenceErrorType, "weakly-referenced object no longer exists")
}

// unary passes an operation on to the target.
func unary(f runtime.UnaryFunc) runtime.UnaryFunc {
	return func(t *Thread, v Value) (Value, *Exception) {
		o, exc := target(t, v)
		if exc != nil {
			return Null, exc
		}
		return f(t, o)
	}
}

func binary(f runtime.BinaryFunc) runtime.BinaryFunc {
	return func(t *Thread, a, b Value) (Value, *Exception) {
		x, exc := target(t, a)
		if exc != nil {
			return Null, exc
		}
		y, exc := target(t, b)
		if exc != nil {
			return Null, exc
		}
		return f(t, x, y)
	}
}

func proxySlots(callable bool) runtime.Slots {
	s := runtime.Slots{
		Traverse: traverse,
		Repr: func(t *Thread, v Value) (Value, *Exception) {
			o := asRef(v).Referent()
			name := runtime.TypeOf(o).FullName()
			if t.Interp().Version.At(13) {
				if !asRef(v).Alive() {
					return runtime.NewStr(t, "<weakproxy at "+runtime.Address(v)+"; dead>").Value(), nil
				}
				return runtime.NewStr(t, "<weakproxy at "+runtime.Address(v)+"; to '"+name+"' at "+runtime.Address(o)+">").Value(), nil
			}
			return runtime.NewStr(t, "<weakproxy at "+runtime.Address(v)+" to "+name+" at "+runtime.Address(o)+">").Value(), nil
		},
		Str: unary(func(t *Thread, o Value) (Value, *Exception) { return runtime.StrValue(runtime.ToStr(t, o)) }),
		Hash: func(t *Thread, v Value) (int64, *Exception) {
			return 0, runtime.TypeErrorf(t, "unhashable type: '%s'", runtime.TypeOf(v).FullName())
		},
		GetAttr: func(t *Thread, v Value, name *runtime.Str) (Value, *Exception) {
			o, exc := target(t, v)
			if exc != nil {
				return Null, exc
			}
			return runtime.GetAttr(t, o, name)
		},
		SetAttr: func(t *Thread, v Value, name *runtime.Str, x Value) *Exception {
			o, exc := target(t, v)
			if exc != nil {
				return exc
			}
			return runtime.SetAttr(t, o, name, x)
		},
		RichCompare: func(t *Thread, a, b Value, op runtime.CompareOp) (Value, *Exception) {
			return binary(func(t *Thread, x, y Value) (Value, *Exception) { return runtime.RichCompare(t, x, y, op) })(t, a, b)
		},
		Iter: unary(runtime.Iter),
		Next: func(t *Thread, v Value) (Value, bool, *Exception) {
			o, exc := target(t, v)
			if exc != nil {
				return Null, false, exc
			}
			if runtime.TypeOf(o).Next == nil {
				return Null, false, runtime.TypeErrorf(t, "Weakref proxy referenced a non-iterator '%s' object", runtime.TypeOf(o).FullName())
			}
			return runtime.Next(t, o)
		},
		Len: func(t *Thread, v Value) (int, *Exception) {
			o, exc := target(t, v)
			if exc != nil {
				return 0, exc
			}
			return runtime.Len(t, o)
		},
		GetItem: binary(runtime.GetItem),
		SetItem: func(t *Thread, v, key, x Value) *Exception {
			o, exc := target(t, v)
			if exc != nil {
				return exc
			}
			return runtime.SetItem(t, o, key, x)
		},
		Contains: func(t *Thread, v, x Value) (bool, *Exception) {
			o, exc := target(t, v)
			if exc != nil {
				return false, exc
			}
			return runtime.Contains(t, o, x)
		},
		Bool: func(t *Thread, v Value) (bool, *Exception) {
			o, exc := target(t, v)
			if exc != nil {
				return false, exc
			}
			return runtime.Truth(t, o)
		},
		Neg: unary(runtime.Neg), Pos: unary(runtime.Pos), Abs: unary(runtime.Abs), Invert: unary(runtime.Invert),
		ToInt: unary(runtime.ToInt), Index: unary(runtime.Index),
		ToFloat: unary(func(t *Thread, o Value) (Value, *Exception) {
			f, exc := runtime.AsFloat64(t, o)
			return runtime.Float(f), exc
		}),
		Power: func(t *Thread, a, b, c Value) (Value, *Exception) {
			z, exc := target(t, c)
			if exc != nil {
				return Null, exc
			}
			return binary(func(t *Thread, x, y Value) (Value, *Exception) { return runtime.Power(t, x, y, z) })(t, a, b)
		},
	}
	for op := range s.Binary {
		o := runtime.BinaryOp(op)
		if o == runtime.OpPower {
			continue
		}
		s.Binary[op] = binary(func(t *Thread, x, y Value) (Value, *Exception) { return runtime.Binary(t, o, x, y) })
		if op < len(s.InPlaceOps) {
			s.InPlaceOps[op] = binary(func(t *Thread, x, y Value) (Value, *Exception) { return runtime.InPlaceOp(t, o, x, y) })
		}
	}
	if callable {
		s.Call = func(t *Thread, v Value, args []Value, kw *Tuple) (Value, *Exception) {
			o, exc := target(t, v)
			if exc != nil {
				return Null, exc
			}
			return runtime.CallKw(t, o, args, kw)
		}
	}
	return s
}

// passRow makes a method that calls the target's.
func passRow(name string) row {
	n := runtime.Static(name)
	return row{Sig: name, Fn: func(t *Thread, self Value, _ []Value, _ *Tuple) (Value, *Exception) {
		o, exc := target(t, self)
		if exc != nil {
			return Null, exc
		}
		return runtime.CallMethod(t, o, n)
	}}
}

var proxyRows = []row{passRow("__bytes__"), passRow("__reversed__")}

var proxySpec = runtime.TypeSpec{
	Type: proxyType, Name: "weakref.ProxyType", Shape: proxyShape, Flags: runtime.TypeOwnLayout | runtime.TypeNoInstantiation, Hidden: true,
	Slots: proxySlots(false), Methods: proxyRows,
}

var callableProxySpec = runtime.TypeSpec{
	Type: callableProxyType, Name: "weakref.CallableProxyType", Shape: callableProxyShape,
	Flags: runtime.TypeOwnLayout | runtime.TypeNoInstantiation, Hidden: true, Slots: proxySlots(true), Methods: proxyRows,
}
