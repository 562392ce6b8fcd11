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
	x := runtime.Alloc[anextAwaitable](t, anextAwaitableShape)
	x.wrapped, x.fallback = aw, args[1]
	return runtime.ObjectOf(&x.Header), nil
}

var (
	anextAwaitableType  = &runtime.Type{}
	anextAwaitableShape = runtime.NewShape(anextAwaitableType)

	sThrow = runtime.Static("throw")
	sClose = runtime.Static("close")
)

// An anextAwaitable is what anext(it, default) gives: it waits for the wrapped awaitable and turns StopAsyncIteration into the default.
type anextAwaitable struct {
	runtime.Header
	wrapped, fallback Value
}

var anextAwaitableSpec = runtime.TypeSpec{
	Type: anextAwaitableType, Name: "anext_awaitable", Shape: anextAwaitableShape, Flags: runtime.TypeOwnLayout | runtime.TypeNoInstantiation, Hidden: true,
	Slots: runtime.Slots{
		Iter: runtime.SelfIter, Await: runtime.SelfIter,
		Next: func(t *Thread, v Value) (Value, bool, *Exception) {
			x, exc := anextSend(t, v, runtime.None)
			return x, exc == nil, exc
		},
		Traverse: func(v Value, visit runtime.VisitFunc) {
			x := (*anextAwaitable)(v.Ptr())
			visit(x.wrapped)
			visit(x.fallback)
		},
	},
	Methods: []row{
		{Sig: "send", Doc: "send(arg) -> send 'arg' into the wrapped iterator,\nreturn next yielded value or raise StopIteration.",
			Fn: func(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
				if exc := positional(t, "anext_awaitable.send", args, kw, 1, 1); exc != nil {
					return Null, exc
				}
				return anextSend(t, self, args[0])
			}},
		{Sig: "throw", Doc: "throw(value)\nthrow(typ[,val[,tb]])\n\nraise exception in the wrapped iterator, return next yielded value\nor raise StopIteration.",
			Fn: func(t *Thread, self Value, args []Value, _ *Tuple) (Value, *Exception) {
				return anextCall(t, self, sThrow, args)
			}},
		{Sig: "close", Doc: "close() -> raise GeneratorExit inside generator.", Fn: func(t *Thread, self Value, args []Value, _ *Tuple) (Value, *Exception) {
			return anextCall(t, self, sClose, args)
		}},
	},
}

func anextSend(t *Thread, self, arg Value) (Value, *Exception) {
	x := (*anextAwaitable)(self.Ptr())
	it, exc := runtime.GetAwaitable(t, x.wrapped, 0)
	if exc != nil {
		return Null, exc
	}
	mark := t.HandleMark()
	t.Handle(it)
	defer t.Release(mark)
	v, r, exc := runtime.SendTo(t, it, arg)
	if exc == nil && r == runtime.SendReturn {
		exc = runtime.StopIterationWith(t, v)
	}
	if exc != nil {
		return Null, x.translate(t, exc)
	}
	return v, nil
}

func anextCall(t *Thread, self Value, method *runtime.Str, args []Value) (Value, *Exception) {
	x := (*anextAwaitable)(self.Ptr())
	it, exc := runtime.GetAwaitable(t, x.wrapped, 0)
	if exc != nil {
		return Null, exc
	}
	v, exc := runtime.CallMethod(t, it, method, args...)
	if exc != nil {
		return Null, x.translate(t, exc)
	}
	return v, nil
}

func (x *anextAwaitable) translate(t *Thread, exc *Exception) *Exception {
	if exc.Is(runtime.StopAsyncIterationType) {
		return runtime.StopIterationWith(t, x.fallback)
	}
	return exc
}
