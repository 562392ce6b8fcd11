package functools

import "github.com/krait-vm/krait/runtime"

var keyWrapperType = &runtime.Type{}

var keyWrapperShape = runtime.NewShape(keyWrapperType)

// A keyWrapper orders obj by cmp. The one that cmp_to_key returns has no obj and makes the others.
type keyWrapper struct {
	runtime.Header
	cmp, obj Value
}

var keyWrapperSpec = runtime.TypeSpec{
	Type: keyWrapperType, Name: "functools.KeyWrapper", Shape: keyWrapperShape, Flags: runtime.TypeOwnLayout | runtime.TypeNoInstantiation, Hidden: true,
	Slots: runtime.Slots{
		Call: keyWrapperCall, RichCompare: keyWrapperCompare,
		Traverse: func(v Value, visit runtime.VisitFunc) {
			k := (*keyWrapper)(v.Ptr())
			visit(k.cmp)
			visit(k.obj)
		},
	},
	GetSets: []runtime.GetSetSpec{
		{
			Name: "obj", Doc: "Value wrapped by a key function.", Member: true,
			Get: func(_ *Thread, self Value) (Value, *Exception) {
				if o := (*keyWrapper)(self.Ptr()).obj; !o.IsNull() {
					return o, nil
				}
				return runtime.None, nil
			},
			Set: func(_ *Thread, self, x Value) *Exception {
				(*keyWrapper)(self.Ptr()).obj = x
				return nil
			},
		},
	},
}

func newKeyWrapper(t *Thread, cmp, obj Value) Value {
	k := runtime.Alloc[keyWrapper](t, keyWrapperShape)
	k.cmp, k.obj = cmp, obj
	return value(k)
}

func cmpToKey(t *Thread, _, cmp Value) (Value, *Exception) {
	return newKeyWrapper(t, cmp, null), nil
}

var keyWrapperArgs = runtime.NewSignature("K(obj)")

func keyWrapperCall(t *Thread, v Value, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	k := (*keyWrapper)(v.Ptr())
	if len(args) == 1 && kw.Len() == 0 {
		return newKeyWrapper(t, k.cmp, args[0]), nil
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := keyWrapperArgs.Bind(t, args, kw)
	if exc != nil {
		return null, exc
	}
	return newKeyWrapper(t, k.cmp, a[0]), nil
}

func keyWrapperCompare(t *Thread, a, b Value, op runtime.CompareOp) (Value, *Exception) {
	if !runtime.HasShape(b, keyWrapperShape) {
		return null, runtime.Raise(t, runtime.TypeErrorType, "other argument must be K instance")
	}
	x, y := (*keyWrapper)(a.Ptr()), (*keyWrapper)(b.Ptr())
	if x.obj.IsNull() || y.obj.IsNull() {
		return null, runtime.Raise(t, runtime.AttributeErrorType, "object")
	}
	mark := t.HandleMark()
	t.Handle(x.obj)
	t.Handle(y.obj)
	r, exc := runtime.CallKw(t, x.cmp, t.Window(mark), nil)
	t.Release(mark)
	if exc != nil {
		return null, exc
	}
	return runtime.RichCompare(t, r, runtime.Int(0), op)
}
