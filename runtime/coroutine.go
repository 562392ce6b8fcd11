package runtime

import "unsafe"

// CoroutineType is coroutine.
var CoroutineType = &Type{name: "coroutine"}

var coroutineShape = &Shape{typ: CoroutineType}

var coroutineSpec = TypeSpec{
	Type: CoroutineType, Name: "coroutine", Flags: TypeHasWeakref | TypeNoInstantiation | typeOwnLayout, Shape: coroutineShape, NoNew: true,
	Slots: Slots{Repr: generatorRepr, Send: generatorSend, Await: coroutineAwait, Del: generatorDel, Traverse: generatorTraverse},
	Methods: []MethodSpec{
		{Sig: "send($self, object, /)", Doc: "send(arg) -> send 'arg' into coroutine,\nreturn next iterated value or raise StopIteration.", Fn: generatorSendMethod},
		{Sig: "throw", Doc: coroutineThrowDoc, Fn: generatorThrow},
		{Sig: "close($self, /)", Doc: "close() -> raise GeneratorExit inside coroutine.", Fn: generatorClose},
		{Sig: "__sizeof__($self, /)", Doc: "gen.__sizeof__() -> size of gen in memory, in bytes", Fn: generatorSizeof},
		{Sig: "__class_getitem__($type, object, /)", Doc: "See PEP 585", Fn: newGenericAlias, Flavor: ClassMethod},
	},
	GetSets: append(generatorGetSets("coroutine", "cr_", "cr_await", "object being awaited on, or None"),
		GetSetSpec{Name: "cr_origin", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Generator)(self.p).Origin, nil }}),
}

const coroutineThrowDoc = "throw(value)\nthrow(type[,value[,traceback]])\n\nRaise exception in coroutine, return next iterated value or raise\nStopIteration.\n" +
	"the (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python."

// A coroWrapper is what a coroutine's __await__ returns.
type coroWrapper struct {
	Header
	coro *Generator
}

// CoroutineWrapperType is coroutine_wrapper.
var CoroutineWrapperType = &Type{name: "coroutine_wrapper"}

var coroWrapperShape = &Shape{typ: CoroutineWrapperType}

var coroutineWrapperSpec = TypeSpec{
	Type: CoroutineWrapperType, Name: "coroutine_wrapper", Flags: TypeNoInstantiation | typeOwnLayout, Shape: coroWrapperShape, NoNew: true,
	Doc: "A wrapper object implementing __await__ for coroutines.",
	Slots: Slots{
		Iter: selfIter,
		Next: func(t *Thread, v Value) (Value, bool, *Exception) {
			return generatorNext(t, (*coroWrapper)(v.p).coro.Value())
		},
		Send: func(t *Thread, v, arg Value) (Value, SendResult, *Exception) {
			return (*coroWrapper)(v.p).coro.run(t, arg, nil, false)
		},
		Traverse: func(v Value, visit VisitFunc) { visit((*coroWrapper)(v.p).coro.Value()) },
	},
	Methods: []MethodSpec{
		{
			Sig: "send($self, object, /)", Doc: "send(arg) -> send 'arg' into coroutine,\nreturn next iterated value or raise StopIteration.",
			Fn: func(t *Thread, self, arg Value) (Value, *Exception) {
				return generatorSendMethod(t, (*coroWrapper)(self.p).coro.Value(), arg)
			},
		},
		{Sig: "throw", Doc: coroutineThrowDoc, Fn: func(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
			return generatorThrow(t, (*coroWrapper)(self.p).coro.Value(), args, kw)
		}},
		{Sig: "close($self, /)", Doc: "close() -> raise GeneratorExit inside coroutine.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			return (*coroWrapper)(self.p).coro.close(t)
		}},
	},
}

func coroutineAwait(t *Thread, v Value) (Value, *Exception) {
	w := alloc[coroWrapper](t)
	w.shape, w.coro = coroWrapperShape, (*Generator)(v.p)
	return obj(unsafe.Pointer(w)), nil
}

// isAwaitableGenerator reports whether v is a coroutine or a generator marked by types.coroutine.
func isAwaitableGenerator(v Value) bool {
	if AsCoroutine(v) != nil {
		return true
	}
	g := AsGenerator(v)
	return g != nil && g.Code.Is(CodeIterableCoro)
}

// getAwaitable returns the iterator that `await v` drives.
func getAwaitable(t *Thread, v Value) (Value, *Exception) {
	if isAwaitableGenerator(v) {
		return v, nil
	}
	await := TypeOf(v).Await
	if await == nil {
		if t.interp.Version.At(14) {
			return Null, TypeErrorf(t, "'%s' object can't be awaited", TypeOf(v).fullName())
		}
		return Null, TypeErrorf(t, "object %s can't be used in 'await' expression", TypeOf(v).fullName())
	}
	it, exc := await(t, v)
	if exc != nil {
		return Null, exc
	}
	if isAwaitableGenerator(it) {
		return Null, Raise(t, TypeErrorType, "__await__() returned a coroutine")
	}
	if TypeOf(it).Next == nil {
		return Null, TypeErrorf(t, "__await__() returned non-iterator of type '%s'", TypeOf(it).fullName())
	}
	return it, nil
}

// The operand of GET_AWAITABLE: what brought the object to be awaited.
const (
	AwaitPlain  = 0
	AwaitAEnter = 1
	AwaitAExit  = 2
)

// GetAwaitable is GET_AWAITABLE, where its operand: getAwaitable with the errors of async with, and of a coroutine that is awaited elsewhere.
func GetAwaitable(t *Thread, v Value, where int) (Value, *Exception) {
	it, exc := getAwaitable(t, v)
	if exc != nil {
		if where != AwaitPlain && TypeOf(v).Await == nil {
			name := "__aenter__"
			if where == AwaitAExit {
				name = "__aexit__"
			}
			return Null, TypeErrorf(t, "'async with' received an object from %s that does not implement __await__: %s", name, TypeOf(v).fullName())
		}
		return Null, exc
	}
	if g := AsCoroutine(it); g != nil && !g.yieldFrom(t).IsNull() {
		return Null, Raise(t, RuntimeErrorType, "coroutine is being awaited already")
	}
	return it, nil
}

// GetAIter is GET_AITER: the async iterator of an async for.
func GetAIter(t *Thread, v Value) (Value, *Exception) {
	f := TypeOf(v).AIter
	if f == nil {
		return Null, TypeErrorf(t, "'async for' requires an object with __aiter__ method, got %s", TypeOf(v).fullName())
	}
	it, exc := f(t, v)
	if exc != nil {
		return Null, exc
	}
	if TypeOf(it).ANext == nil {
		return Null, TypeErrorf(t, "'async for' received an object from __aiter__ that does not implement __anext__: %s", TypeOf(it).fullName())
	}
	return it, nil
}

// GetANext is GET_ANEXT: the awaitable of an async iterator's next item.
func GetANext(t *Thread, it Value) (Value, *Exception) {
	f := TypeOf(it).ANext
	if f == nil {
		return Null, TypeErrorf(t, "'async for' requires an iterator with __anext__ method, got %s", TypeOf(it).fullName())
	}
	v, exc := f(t, it)
	if exc != nil || it.Header().shape == asyncGenShape {
		return v, exc
	}
	a, exc := getAwaitable(t, v)
	if exc != nil {
		e := TypeErrorf(t, "'async for' received an invalid object from __anext__: %s", TypeOf(v).fullName())
		e.Cause, e.Context, e.SuppressContext = exc, exc, true
		return Null, e
	}
	return a, nil
}

var (
	sWarningsModule = static("warnings")
	sWarnUnawaited  = static("_warn_unawaited_coroutine")
)

// warnUnawaited issues the RuntimeWarning of a coroutine that dies unstarted, through warnings._warn_unawaited_coroutine where that is loaded.
func warnUnawaited(t *Thread, g *Generator) *Exception {
	if m, ok := t.interp.Modules.GetStr(sWarningsModule); ok {
		fn, found, exc := FindAttr(t, m, sWarnUnawaited)
		if exc != nil {
			return exc
		}
		if found {
			_, exc = Call(t, fn, g.Value())
			return exc
		}
	}
	return Warn(t, RuntimeWarningType, "coroutine '"+g.Qualname.GoString()+"' was never awaited", 1)
}
