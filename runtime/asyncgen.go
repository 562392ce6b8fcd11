package runtime

import "unsafe"

// AsyncGenType is async_generator.
var AsyncGenType = &Type{name: "async_generator"}

var asyncGenShape = &Shape{typ: AsyncGenType}

var asyncGenSpec = TypeSpec{
	Type: AsyncGenType, Name: "async_generator", Flags: TypeHasWeakref | TypeNoInstantiation | typeOwnLayout, Shape: asyncGenShape, NoNew: true,
	Slots: Slots{
		Repr: generatorRepr, AIter: selfIter, Del: generatorDel, Traverse: generatorTraverse,
		ANext: func(t *Thread, v Value) (Value, *Exception) { return newAsend(t, (*Generator)(v.p), None) },
	},
	Methods: []MethodSpec{
		{Sig: "asend($self, object, /)", Doc: "asend(v) -> send 'v' in generator.", Fn: func(t *Thread, self, v Value) (Value, *Exception) {
			return newAsend(t, (*Generator)(self.p), v)
		}},
		{Sig: "athrow", Doc: "athrow(value)\nathrow(type[,value[,tb]])\n\nraise exception in generator.\nthe (type, val, tb) signature is deprecated, \n" +
			"and may be removed in a future version of Python.", Fn: asyncGenAthrow},
		{Sig: "aclose($self, /)", Doc: "aclose() -> raise GeneratorExit inside generator.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			return newAthrow(t, (*Generator)(self.p), thrown{Null, Null, Null}, true)
		}},
		{Sig: "__sizeof__($self, /)", Doc: "gen.__sizeof__() -> size of gen in memory, in bytes", Fn: generatorSizeof},
		{Sig: "__class_getitem__($type, object, /)", Doc: "See PEP 585", Fn: newGenericAlias, Flavor: ClassMethod},
	},
	GetSets: append(generatorGetSets("async generator", "ag_", "ag_await", "object being awaited on, or None"),
		GetSetSpec{Name: "ag_running", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return Bool((*Generator)(self.p).asyncRunning), nil }}),
}

// An asyncGenWrapped is what the body of an async generator yields, as opposed to what passes through its awaits.
type asyncGenWrapped struct {
	Header
	v Value
}

var asyncGenWrappedType = &Type{name: "async_generator_wrapped_value"}

var asyncGenWrappedShape = &Shape{typ: asyncGenWrappedType}

var asyncGenWrappedSpec = TypeSpec{
	Type: asyncGenWrappedType, Name: "async_generator_wrapped_value", Flags: TypeNoInstantiation | typeOwnLayout, Shape: asyncGenWrappedShape, NoNew: true,
	Slots: Slots{Traverse: func(v Value, visit VisitFunc) { visit((*asyncGenWrapped)(v.p).v) }},
}

// AsyncGenWrap is INTRINSIC_ASYNC_GEN_WRAP.
func AsyncGenWrap(t *Thread, v Value) Value {
	w := alloc[asyncGenWrapped](t)
	w.shape, w.v = asyncGenWrappedShape, v
	return obj(unsafe.Pointer(w))
}

func asAsyncYield(v Value) *asyncGenWrapped {
	if v.p != nil && (*Header)(v.p).shape == asyncGenWrappedShape {
		return (*asyncGenWrapped)(v.p)
	}
	return nil
}

// SetAsyncGenHooks stores the thread's hooks, None for none: sys.set_asyncgen_hooks.
func (t *Thread) SetAsyncGenHooks(firstIter, finalizer Value) {
	t.asyncHooks.firstIter, t.asyncHooks.finalizer = firstIter, finalizer
}

// AsyncGenHooks returns the thread's hooks, None for none.
func (t *Thread) AsyncGenHooks() (firstIter, finalizer Value) {
	return t.asyncHooks.firstIter, t.asyncHooks.finalizer
}

// initHooks asks the thread's hooks once for every async generator.
func (g *Generator) initHooks(t *Thread) *Exception {
	if g.hooksInited {
		return nil
	}
	g.hooksInited = true
	if f := t.asyncHooks.finalizer; !f.IsNone() {
		g.finalizer = f
	}
	if f := t.asyncHooks.firstIter; !f.IsNone() {
		_, exc := Call(t, f, g.Value())
		return exc
	}
	return nil
}

// unwrap sorts what came out of the body: a yield of its own ends the awaitable with its value, what passes through an await goes on, and the
// body's end is a StopAsyncIteration.
func (g *Generator) unwrap(t *Thread, v Value, how SendResult, exc *Exception) (Value, SendResult, *Exception) {
	if exc == nil && how == SendReturn {
		exc = RaiseNew(t, StopAsyncIterationType)
	}
	if exc != nil {
		if exc.Is(StopAsyncIterationType) || exc.Is(GeneratorExitType) {
			g.asyncClosed = true
		}
		g.asyncRunning = false
		return Null, SendYield, exc
	}
	if w := asAsyncYield(v); w != nil {
		g.asyncRunning = false
		return w.v, SendReturn, nil
	}
	return v, SendYield, nil
}

// An awaitState tells how far an asend or athrow awaitable is.
type awaitState uint8

const (
	awaitInit awaitState = iota
	awaitIter
	awaitClosed
)

// An asyncGenSend is the awaitable of asend() and __anext__().
type asyncGenSend struct {
	Header
	gen   *Generator
	val   Value
	state awaitState
}

var asyncGenSendType = &Type{name: "async_generator_asend"}

var asyncGenSendShape = &Shape{typ: asyncGenSendType}

const sendDoc = "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration."

const throwDoc = "throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator, return next yielded value or raise\nStopIteration.\n" +
	"the (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python."

var asyncGenSendSpec = TypeSpec{
	Type: asyncGenSendType, Name: "async_generator_asend", Flags: TypeNoInstantiation | typeOwnLayout, Shape: asyncGenSendShape, NoNew: true,
	Slots: Slots{
		Iter: selfIter, Await: selfIter,
		Next: func(t *Thread, v Value) (Value, bool, *Exception) { return nextOf(asendSend(t, v, None)) },
		Send: asendSend,
		Del: func(t *Thread, v Value) *Exception {
			s := (*asyncGenSend)(v.p)
			return warnAsyncUnawaited(t, s.gen, "asend", s.state)
		},
		Traverse: func(v Value, visit VisitFunc) {
			s := (*asyncGenSend)(v.p)
			visit(s.gen.Value())
			visit(s.val)
		},
	},
	Methods: awaitableMethods(asendSend, asendThrow, asendClose),
}

// awaitableMethods are send, throw and close over a Send slot.
func awaitableMethods(send func(t *Thread, v, arg Value) (Value, SendResult, *Exception), throw func(t *Thread, v Value, th thrown) (Value, SendResult, *Exception),
	closer func(t *Thread, v Value) (Value, *Exception),
) []MethodSpec {
	return []MethodSpec{
		{Sig: "send($self, object, /)", Doc: sendDoc, Fn: func(t *Thread, self, arg Value) (Value, *Exception) {
			v, how, exc := send(t, self, arg)
			return yielded(t, v, how, exc)
		}},
		{Sig: "throw", Doc: throwDoc, Fn: func(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
			th, exc := parseThrow(t, "throw", args, kw)
			if exc != nil {
				return Null, exc
			}
			v, how, exc := throw(t, self, th)
			return yielded(t, v, how, exc)
		}},
		{Sig: "close($self, /)", Doc: "close() -> raise GeneratorExit inside generator.", Fn: closer},
	}
}

// nextOf turns a Send result into a Next slot's.
func nextOf(v Value, how SendResult, exc *Exception) (Value, bool, *Exception) {
	if exc != nil || how == SendReturn {
		return Null, false, exc
	}
	return v, true, nil
}

func newAsend(t *Thread, g *Generator, v Value) (Value, *Exception) {
	if exc := g.initHooks(t); exc != nil {
		return Null, exc
	}
	s := alloc[asyncGenSend](t)
	s.shape, s.gen, s.val = asyncGenSendShape, g, v
	return obj(unsafe.Pointer(s)), nil
}

const (
	reusedAsend  = "cannot reuse already awaited __anext__()/asend()"
	reusedAthrow = "cannot reuse already awaited aclose()/athrow()"
	runningAsend = "anext(): asynchronous generator is already running"
)

// begin claims the generator at the first step of an awaitable.
func (s *asyncGenSend) begin(t *Thread) *Exception {
	if s.state != awaitInit {
		return nil
	}
	if s.gen.asyncRunning {
		s.state = awaitClosed
		return Raise(t, RuntimeErrorType, runningAsend)
	}
	s.state = awaitIter
	return nil
}

func asendSend(t *Thread, v, arg Value) (Value, SendResult, *Exception) {
	s := (*asyncGenSend)(v.p)
	if s.state == awaitClosed {
		return Null, SendYield, Raise(t, RuntimeErrorType, reusedAsend)
	}
	if s.state == awaitInit {
		if exc := s.begin(t); exc != nil {
			return Null, SendYield, exc
		}
		if arg.IsNone() {
			arg = s.val
		}
	}
	s.gen.asyncRunning = true
	out, how, exc := s.gen.run(t, arg, nil, false)
	out, how, exc = s.gen.unwrap(t, out, how, exc)
	if exc != nil || how == SendReturn {
		s.state = awaitClosed
	}
	return out, how, exc
}

func asendThrow(t *Thread, v Value, th thrown) (Value, SendResult, *Exception) {
	s := (*asyncGenSend)(v.p)
	if s.state == awaitClosed {
		return Null, SendYield, Raise(t, RuntimeErrorType, reusedAsend)
	}
	if s.state == awaitInit {
		if exc := s.begin(t); exc != nil {
			return Null, SendYield, exc
		}
		s.gen.asyncRunning = true
	}
	out, how, exc := s.gen.throw(t, th, true)
	out, how, exc = s.gen.unwrap(t, out, how, exc)
	if exc != nil || how == SendReturn {
		s.state = awaitClosed
	}
	return out, how, exc
}

func asendClose(t *Thread, v Value) (Value, *Exception) {
	s := (*asyncGenSend)(v.p)
	if !t.interp.Version.At(13) {
		s.state = awaitClosed
		return None, nil
	}
	if s.state == awaitClosed {
		return None, nil
	}
	return closeByThrow(t, v, asendThrow)
}

// closeByThrow is close() of the awaitables: a GeneratorExit must end them.
func closeByThrow(t *Thread, v Value, throw func(t *Thread, v Value, th thrown) (Value, SendResult, *Exception)) (Value, *Exception) {
	_, how, exc := throw(t, v, thrown{GeneratorExitType.Value(), Null, Null})
	switch {
	case exc == nil && how == SendYield:
		return Null, Raise(t, RuntimeErrorType, "coroutine ignored GeneratorExit")
	case exc == nil, exc.Is(StopIterationType), exc.Is(StopAsyncIterationType), exc.Is(GeneratorExitType):
		return None, nil
	}
	return Null, exc
}

// An asyncGenThrow is the awaitable of athrow() and aclose().
type asyncGenThrow struct {
	Header
	gen   *Generator
	th    thrown
	close bool
	state awaitState
}

var asyncGenThrowType = &Type{name: "async_generator_athrow"}

var asyncGenThrowShape = &Shape{typ: asyncGenThrowType}

var asyncGenThrowSpec = TypeSpec{
	Type: asyncGenThrowType, Name: "async_generator_athrow", Flags: TypeNoInstantiation | typeOwnLayout, Shape: asyncGenThrowShape, NoNew: true,
	Slots: Slots{
		Iter: selfIter, Await: selfIter,
		Next: func(t *Thread, v Value) (Value, bool, *Exception) { return nextOf(athrowSend(t, v, None)) },
		Send: athrowSend,
		Del: func(t *Thread, v Value) *Exception {
			a := (*asyncGenThrow)(v.p)
			if a.close {
				return warnAsyncUnawaited(t, a.gen, "aclose", a.state)
			}
			return warnAsyncUnawaited(t, a.gen, "athrow", a.state)
		},
		Traverse: func(v Value, visit VisitFunc) {
			a := (*asyncGenThrow)(v.p)
			visit(a.gen.Value())
			visit(a.th.typ)
			visit(a.th.val)
			visit(a.th.tb)
		},
	},
	Methods: awaitableMethods(athrowSend, athrowThrow, athrowClose),
}

func asyncGenAthrow(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
	if len(args) == 0 {
		return newAthrow(t, (*Generator)(self.p), thrown{Null, Null, Null}, false) // the missing argument shows when it runs
	}
	th, exc := parseThrow(t, "athrow", args, kw)
	if exc != nil {
		return Null, exc
	}
	return newAthrow(t, (*Generator)(self.p), th, false)
}

func newAthrow(t *Thread, g *Generator, th thrown, closer bool) (Value, *Exception) {
	if exc := g.initHooks(t); exc != nil {
		return Null, exc
	}
	a := alloc[asyncGenThrow](t)
	a.shape, a.gen, a.th, a.close = asyncGenThrowShape, g, th, closer
	return obj(unsafe.Pointer(a)), nil
}

func (a *asyncGenThrow) begin(t *Thread) *Exception {
	if !a.gen.asyncRunning {
		return nil
	}
	a.state = awaitClosed
	if a.close {
		return Raise(t, RuntimeErrorType, "aclose(): asynchronous generator is already running")
	}
	return Raise(t, RuntimeErrorType, "athrow(): asynchronous generator is already running")
}

func athrowSend(t *Thread, v, arg Value) (Value, SendResult, *Exception) {
	a := (*asyncGenThrow)(v.p)
	g := a.gen
	if a.state == awaitClosed {
		return Null, SendYield, Raise(t, RuntimeErrorType, reusedAthrow)
	}
	if g.Status == GenClosed {
		a.state = awaitClosed
		return None, SendReturn, nil
	}
	if a.state == awaitIter {
		out, how, exc := g.run(t, arg, nil, false)
		if !a.close {
			out, how, exc = g.unwrap(t, out, how, exc)
			if exc != nil || how == SendReturn {
				a.state = awaitClosed
			}
			return out, how, exc
		}
		return a.closing(t, out, how, exc)
	}
	if exc := a.begin(t); exc != nil {
		return Null, SendYield, exc
	}
	if g.asyncClosed {
		a.state = awaitClosed
		return Null, SendYield, RaiseNew(t, StopAsyncIterationType)
	}
	if !arg.IsNone() {
		return Null, SendYield, Raise(t, RuntimeErrorType, "can't send non-None value to a just-started coroutine")
	}
	a.state = awaitIter
	g.asyncRunning = true
	if a.close {
		g.asyncClosed = true
		out, how, exc := g.throw(t, thrown{GeneratorExitType.Value(), Null, Null}, false)
		return a.closing(t, out, how, exc)
	}
	if a.th.typ.IsNull() {
		return a.failed(checkArity(t, "athrow", 0, 1, 3))
	}
	out, how, exc := g.throw(t, a.th, false)
	out, how, exc = g.unwrap(t, out, how, exc)
	if exc != nil {
		return a.failed(exc)
	}
	if how == SendReturn {
		a.state = awaitClosed
	}
	return out, how, nil
}

// closing sorts what a step of aclose() gave: the body must not yield, but may await and must end.
func (a *asyncGenThrow) closing(t *Thread, out Value, how SendResult, exc *Exception) (Value, SendResult, *Exception) {
	if exc == nil && how == SendReturn {
		exc = RaiseNew(t, StopAsyncIterationType)
	}
	if exc != nil {
		return a.failed(exc)
	}
	if asAsyncYield(out) != nil {
		a.gen.asyncRunning = false
		a.state = awaitClosed
		return Null, SendYield, Raise(t, RuntimeErrorType, "async generator ignored GeneratorExit")
	}
	return out, SendYield, nil
}

// failed ends the awaitable with an exception; for aclose() the body's end is success.
func (a *asyncGenThrow) failed(exc *Exception) (Value, SendResult, *Exception) {
	a.gen.asyncRunning = false
	a.state = awaitClosed
	if a.close && (exc.Is(StopAsyncIterationType) || exc.Is(GeneratorExitType)) {
		return None, SendReturn, nil
	}
	return Null, SendYield, exc
}

func athrowThrow(t *Thread, v Value, th thrown) (Value, SendResult, *Exception) {
	a := (*asyncGenThrow)(v.p)
	if a.state == awaitClosed {
		return Null, SendYield, Raise(t, RuntimeErrorType, reusedAthrow)
	}
	if a.state == awaitInit {
		if exc := a.begin(t); exc != nil {
			return Null, SendYield, exc
		}
		a.state = awaitIter
		a.gen.asyncRunning = true
	}
	out, how, exc := a.gen.throw(t, th, true)
	if a.close {
		return a.closing(t, out, how, exc)
	}
	out, how, exc = a.gen.unwrap(t, out, how, exc)
	if exc != nil || how == SendReturn {
		a.state = awaitClosed
	}
	return out, how, exc
}

func athrowClose(t *Thread, v Value) (Value, *Exception) {
	a := (*asyncGenThrow)(v.p)
	if !t.interp.Version.At(13) {
		a.state = awaitClosed
		return None, nil
	}
	if a.state == awaitClosed {
		return None, nil
	}
	return closeByThrow(t, v, athrowThrow)
}

// warnAsyncUnawaited warns of an awaitable that dies without a step.
func warnAsyncUnawaited(t *Thread, g *Generator, method string, state awaitState) *Exception {
	if state != awaitInit || !t.interp.Version.At(12) {
		return nil
	}
	return Warn(t, RuntimeWarningType, "coroutine method '"+method+"' of '"+g.Qualname.GoString()+"' was never awaited", 1)
}

// An anextAwaitable is what anext(it, default) returns: the default instead of StopAsyncIteration.
type anextAwaitable struct {
	Header
	wrapped, def Value
}

var anextAwaitableType = &Type{name: "anext_awaitable"}

var anextAwaitableShape = &Shape{typ: anextAwaitableType}

var anextAwaitableSpec = TypeSpec{
	Type: anextAwaitableType, Name: "anext_awaitable", Flags: TypeNoInstantiation | typeOwnLayout, Shape: anextAwaitableShape, NoNew: true,
	Slots: Slots{
		Iter: selfIter, Await: selfIter,
		Next: func(t *Thread, v Value) (Value, bool, *Exception) { return nextOf(anextSend(t, v, None)) },
		Send: anextSend,
		Traverse: func(v Value, visit VisitFunc) {
			a := (*anextAwaitable)(v.p)
			visit(a.wrapped)
			visit(a.def)
		},
	},
	Methods: []MethodSpec{
		{Sig: "send", Doc: sendDoc, Fn: func(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
			return anextProxy(t, self, sSend, args, kw)
		}},
		{Sig: "throw", Doc: throwDoc, Fn: func(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
			return anextProxy(t, self, sThrow, args, kw)
		}},
		{Sig: "close", Doc: "close() -> raise GeneratorExit inside generator.", Fn: func(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
			return anextProxy(t, self, sClose, args, kw)
		}},
	},
}

// NewAnextAwaitable is anext(it, def) for the awaitable that __anext__ returned.
func NewAnextAwaitable(t *Thread, wrapped, def Value) Value {
	a := alloc[anextAwaitable](t)
	a.shape, a.wrapped, a.def = anextAwaitableShape, wrapped, def
	return obj(unsafe.Pointer(a))
}

// iterator returns what drives the wrapped awaitable; a coroutine is driven through its wrapper.
func (a *anextAwaitable) iterator(t *Thread) (Value, *Exception) {
	it, exc := getAwaitable(t, a.wrapped)
	if exc != nil {
		return Null, exc
	}
	if TypeOf(it).Next == nil {
		if TypeOf(it).Await == nil {
			return Null, TypeErrorf(t, "object %s can't be used in 'await' expression", TypeOf(it).fullName())
		}
		return TypeOf(it).Await(t, it)
	}
	return it, nil
}

func anextSend(t *Thread, v, arg Value) (Value, SendResult, *Exception) {
	a := (*anextAwaitable)(v.p)
	it, exc := a.iterator(t)
	if exc != nil {
		return Null, SendYield, exc
	}
	out, how, exc := SendTo(t, it, arg)
	if exc != nil && exc.Is(StopAsyncIterationType) {
		return a.def, SendReturn, nil
	}
	return out, how, exc
}

func anextProxy(t *Thread, self Value, name *Str, args []Value, kw *Tuple) (Value, *Exception) {
	a := (*anextAwaitable)(self.p)
	it, exc := a.iterator(t)
	if exc != nil {
		return Null, exc
	}
	meth, exc := GetAttr(t, it, name)
	if exc != nil {
		return Null, exc
	}
	v, exc := CallKw(t, meth, args, kw)
	if exc != nil && exc.Is(StopAsyncIterationType) {
		return Null, StopIterationWith(t, a.def)
	}
	return v, exc
}
