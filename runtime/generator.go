package runtime

// GeneratorType is generator.
var GeneratorType = &Type{name: "generator"}

var generatorShape = &Shape{typ: GeneratorType}

var generatorSpec = TypeSpec{
	Type: GeneratorType, Name: "generator", Flags: TypeHasWeakref | TypeNoInstantiation | typeOwnLayout, Shape: generatorShape, NoNew: true,
	Slots: Slots{
		Repr: generatorRepr, Iter: selfIter, Next: generatorNext, Send: generatorSend, Del: generatorDel, Traverse: generatorTraverse,
	},
	Methods: []MethodSpec{
		{Sig: "send($self, object, /)", Doc: "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration.", Fn: generatorSendMethod},
		{Sig: "throw", Doc: "throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator, return next yielded value or raise\nStopIteration.\n" +
			"the (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python.", Fn: generatorThrow},
		{Sig: "close($self, /)", Doc: "close() -> raise GeneratorExit inside generator.", Fn: generatorClose},
		{Sig: "__sizeof__($self, /)", Doc: "gen.__sizeof__() -> size of gen in memory, in bytes", Fn: generatorSizeof},
		{Sig: "__class_getitem__($type, object, /)", Doc: "See PEP 585", Fn: newGenericAlias, Flavor: ClassMethod},
	},
	GetSets: generatorGetSets("generator", "gi_", "gi_yieldfrom", "object being iterated by yield from, or None"),
}

// generatorGetSets are the attributes of the three kinds of generator, which differ in their prefix.
func generatorGetSets(kind, prefix, yieldFrom, yieldFromDoc string) []GetSetSpec {
	rows := []GetSetSpec{
		{
			Name: "__name__", Doc: "name of the " + kind, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Generator)(self.p).Name.Value(), nil },
			Set: func(t *Thread, self, x Value) *Exception {
				return setName(t, &(*Generator)(self.p).Name, x, "__name__ must be set to a string object")
			},
		},
		{
			Name: "__qualname__", Doc: "qualified name of the " + kind, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Generator)(self.p).Qualname.Value(), nil },
			Set: func(t *Thread, self, x Value) *Exception {
				return setName(t, &(*Generator)(self.p).Qualname, x, "__qualname__ must be set to a string object")
			},
		},
		{Name: yieldFrom, Doc: yieldFromDoc, Get: func(t *Thread, self Value) (Value, *Exception) {
			return orNone((*Generator)(self.p).yieldFrom(t)), nil
		}},
		{Name: prefix + "frame", Get: func(t *Thread, self Value) (Value, *Exception) {
			g := (*Generator)(self.p)
			if g.Status == GenClosed {
				return None, nil
			}
			return t.interp.engine.GeneratorFrame(t, g).Value(), nil
		}},
		{Name: prefix + "suspended", Get: func(_ *Thread, self Value) (Value, *Exception) {
			return Bool((*Generator)(self.p).Status == GenSuspended), nil
		}},
		{Name: prefix + "code", Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Generator)(self.p).Code.Value(), nil }},
	}
	if prefix != "ag_" {
		rows = append(rows, GetSetSpec{Name: prefix + "running", Get: func(_ *Thread, self Value) (Value, *Exception) {
			return Bool((*Generator)(self.p).Status == GenRunning), nil
		}})
	}
	return rows
}

// asAnyGenerator returns the generator, coroutine or async generator that v is, or nil.
func asAnyGenerator(v Value) *Generator {
	if v.p != nil {
		if s := (*Header)(v.p).shape; s == generatorShape || s == coroutineShape || s == asyncGenShape {
			return (*Generator)(v.p)
		}
	}
	return nil
}

// kind names the generator in messages.
func (g *Generator) kind() string {
	switch g.shape {
	case coroutineShape:
		return "coroutine"
	case asyncGenShape:
		return "async generator"
	}
	return "generator"
}

func (g *Generator) yieldFrom(t *Thread) Value {
	if g.Status != GenSuspended {
		return Null
	}
	return t.interp.engine.YieldFrom(g)
}

func generatorRepr(t *Thread, v Value) (Value, *Exception) {
	g := (*Generator)(v.p)
	return NewStr(t, "<"+TypeOf(v).name+" object "+g.Qualname.GoString()+" at "+Address(v)+">").Value(), nil
}

func generatorTraverse(v Value, visit VisitFunc) {
	g := (*Generator)(v.p)
	visit(g.Code.Value())
	visit(g.Origin)
	visit(g.finalizer)
	if g.ExcInfo.Exc != nil {
		visit(g.ExcInfo.Exc.Value())
	}
}

func generatorSizeof(_ *Thread, self Value) (Value, *Exception) {
	g := (*Generator)(self.p)
	return Int(int64(120 + 8*(len(g.Code.LocalsPlus)+g.Code.StackSize))), nil
}

// run resumes the body: it sends v, or raises exc where the body is suspended. closing tells that close() asks, which a finished coroutine permits.
func (g *Generator) run(t *Thread, v Value, exc *Exception, closing bool) (Value, SendResult, *Exception) {
	switch g.Status {
	case GenRunning:
		return Null, SendYield, Raise(t, ValueErrorType, g.kind()+" already executing")
	case GenClosed:
		if g.shape == coroutineShape && !closing {
			return Null, SendYield, Raise(t, RuntimeErrorType, "cannot reuse already awaited coroutine")
		}
		if exc != nil {
			return Null, SendYield, exc
		}
		return None, SendReturn, nil
	case GenCreated:
		if exc == nil && !v.IsNone() {
			return Null, SendYield, Raise(t, TypeErrorType, "can't send non-None value to a just-started "+g.kind())
		}
	}
	if exc != nil && g.ExcInfo.Exc != nil {
		exc.chainTo(g.ExcInfo.Exc) // what the body itself is handling; the caller's does not count
	}
	out, ret, e := t.interp.engine.Resume(t, g, v, exc)
	if e != nil {
		return Null, SendYield, e
	}
	if ret {
		return out, SendReturn, nil
	}
	return out, SendYield, nil
}

// generatorSend is the Send slot of generators and coroutines.
func generatorSend(t *Thread, v, arg Value) (Value, SendResult, *Exception) {
	return (*Generator)(v.p).run(t, arg, nil, false)
}

func generatorNext(t *Thread, v Value) (Value, bool, *Exception) {
	out, how, exc := (*Generator)(v.p).run(t, None, nil, false)
	if exc != nil || how == SendReturn {
		return Null, false, exc
	}
	return out, true, nil
}

// yielded turns a Send result into a method's: a return raises StopIteration.
func yielded(t *Thread, v Value, how SendResult, exc *Exception) (Value, *Exception) {
	if exc != nil {
		return Null, exc
	}
	if how == SendReturn {
		return Null, StopIterationWith(t, v)
	}
	return v, nil
}

func generatorSendMethod(t *Thread, self, arg Value) (Value, *Exception) {
	v, how, exc := (*Generator)(self.p).run(t, arg, nil, false)
	return yielded(t, v, how, exc)
}

func generatorThrow(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
	th, exc := parseThrow(t, "throw", args, kw)
	if exc != nil {
		return Null, exc
	}
	v, how, exc := (*Generator)(self.p).throw(t, th, true)
	return yielded(t, v, how, exc)
}

// thrown are the arguments of throw() as they were given: type, value, traceback; Null for those left out.
type thrown struct{ typ, val, tb Value }

// parseThrow reads the arguments of throw(); more than one are deprecated from 3.12 on.
func parseThrow(t *Thread, name string, args []Value, kw *Tuple) (thrown, *Exception) {
	th := thrown{Null, Null, Null}
	if kw.Len() > 0 {
		return th, TypeErrorf(t, "%s() takes no keyword arguments", name)
	}
	if exc := checkArity(t, name, len(args), 1, 3); exc != nil {
		return th, exc
	}
	if len(args) > 1 && t.interp.Version.At(12) {
		msg := "the (type, exc, tb) signature of " + name + "() is deprecated, use the single-arg signature instead."
		if exc := Warn(t, DeprecationWarningType, msg, 1); exc != nil {
			return th, exc
		}
	}
	for i, p := range [...]*Value{&th.typ, &th.val, &th.tb} {
		if i < len(args) {
			*p = args[i]
		}
	}
	return th, nil
}

// exception makes the exception that the arguments mean.
func (th thrown) exception(t *Thread) (*Exception, *Exception) {
	tb := AsTraceback(th.tb)
	if !th.tb.IsNull() && !th.tb.IsNone() && tb == nil {
		return nil, Raise(t, TypeErrorType, "throw() third argument must be a traceback object")
	}
	e := AsException(th.typ)
	switch {
	case isExceptionClass(th.typ):
		var exc *Exception
		if e, exc = instantiate(t, asType(th.typ), th.val); exc != nil {
			return nil, exc
		}
	case e != nil:
		if !th.val.IsNull() && !th.val.IsNone() {
			return nil, Raise(t, TypeErrorType, "instance exception may not have a separate value")
		}
	default:
		return nil, TypeErrorf(t, "exceptions must be classes or instances deriving from BaseException, not %s", TypeOf(th.typ).fullName())
	}
	if tb != nil {
		e.TB = tb
	}
	return e, nil
}

// instantiate makes the exception of a class and a value, as PyErr_NormalizeException does: an instance of the class stays, a tuple is the arguments,
// anything else the only argument.
func instantiate(t *Thread, cls *Type, val Value) (*Exception, *Exception) {
	if e := AsException(val); e != nil && e.Is(cls) {
		return e, nil
	}
	var args []Value
	switch x := asTuple(val); {
	case val.IsNull() || val.IsNone():
	case x != nil:
		args = x.Items
	default:
		args = []Value{val}
	}
	v, exc := CallKw(t, cls.Value(), args, nil)
	if exc != nil {
		return nil, exc
	}
	if e := AsException(v); e != nil {
		return e, nil
	}
	cs, exc := Repr(t, cls.Value())
	if exc != nil {
		return nil, exc
	}
	return nil, TypeErrorf(t, "calling %s should have returned an instance of BaseException, not %s", cs, TypeOf(v).fullName())
}

// isExit reports whether GeneratorExit is thrown.
func (th thrown) isExit() bool {
	if e := AsException(th.typ); e != nil {
		return e.Is(GeneratorExitType)
	}
	tp := asType(th.typ)
	return tp != nil && tp.IsSubtype(GeneratorExitType)
}

// throw raises an exception in the body, or in what the body delegates to. closeOnExit lets a GeneratorExit close the delegate first.
func (g *Generator) throw(t *Thread, th thrown, closeOnExit bool) (Value, SendResult, *Exception) {
	yf := g.yieldFrom(t)
	if !yf.IsNull() {
		mark := t.HandleMark()
		t.Handle(yf)
		defer t.Release(mark)
		if th.isExit() && closeOnExit {
			g.Status = GenRunning
			exc := closeIter(t, yf)
			g.Status = GenSuspended
			if exc != nil {
				return g.run(t, None, exc, false)
			}
		} else if v, ok, exc := g.throwInto(t, yf, th, closeOnExit); ok {
			if exc != nil {
				return g.run(t, None, exc, false)
			}
			return v, SendYield, nil
		} else if exc != nil {
			return Null, SendYield, exc
		}
	}
	e, exc := th.exception(t)
	if exc != nil {
		return Null, SendYield, exc
	}
	return g.run(t, None, e, false)
}

// throwInto throws into the delegate; ok is false when it has no throw().
func (g *Generator) throwInto(t *Thread, yf Value, th thrown, closeOnExit bool) (v Value, ok bool, exc *Exception) {
	if exc := t.Enter(" while calling a Python object"); exc != nil {
		return Null, true, exc
	}
	defer t.Leave()
	if d := asAnyGenerator(yf); d != nil && d.shape != asyncGenShape {
		g.Status = GenRunning
		v, how, exc := d.throw(t, th, closeOnExit)
		g.Status = GenSuspended
		v, exc = yielded(t, v, how, exc)
		return v, true, exc
	}
	meth, found, exc := FindAttr(t, yf, sThrow)
	if exc != nil || !found {
		return Null, false, exc
	}
	args := []Value{th.typ}
	if !th.val.IsNull() {
		args = append(args, th.val)
		if !th.tb.IsNull() {
			args = append(args, th.tb)
		}
	}
	g.Status = GenRunning
	v, exc = Call(t, meth, args...)
	g.Status = GenSuspended
	return v, true, exc
}

// closeIter closes what a generator delegates to.
func closeIter(t *Thread, yf Value) *Exception {
	if d := asAnyGenerator(yf); d != nil && d.shape != asyncGenShape {
		_, exc := d.close(t)
		return exc
	}
	meth, ok, exc := FindAttr(t, yf, sClose)
	if exc != nil {
		t.Unraisable(exc, "", yf)
		return nil
	}
	if !ok {
		return nil
	}
	_, exc = Call(t, meth)
	return exc
}

// close is generator.close(): it returns what the body returned, from 3.13 on.
func (g *Generator) close(t *Thread) (Value, *Exception) {
	switch g.Status {
	case GenCreated:
		t.interp.engine.DropGenerator(g)
		g.Status = GenClosed
		return None, nil
	case GenClosed:
		return None, nil
	}
	var exc *Exception
	if yf := g.yieldFrom(t); !yf.IsNull() {
		mark := t.HandleMark()
		t.Handle(yf)
		g.Status = GenRunning
		exc = closeIter(t, yf)
		g.Status = GenSuspended
		t.Release(mark)
	}
	if exc == nil {
		exc = newException(t, GeneratorExitType, emptyTuple)
	}
	v, how, e := g.run(t, None, exc, true)
	switch {
	case e == nil && how == SendYield:
		return Null, Raise(t, RuntimeErrorType, g.kind()+" ignored GeneratorExit")
	case e == nil:
		if t.interp.Version.At(13) {
			return v, nil
		}
		return None, nil
	case e.Is(StopIterationType):
		if t.interp.Version.At(13) {
			return e.StopIterationValue(), nil
		}
		return None, nil
	case e.Is(GeneratorExitType):
		return None, nil
	}
	return Null, e
}

func generatorClose(t *Thread, self Value) (Value, *Exception) { return (*Generator)(self.p).close(t) }

// generatorDel is the finalizer: it closes a suspended body, and warns of a coroutine that was never awaited.
func generatorDel(t *Thread, self Value) *Exception {
	g := (*Generator)(self.p)
	if g.Status == GenClosed {
		return nil
	}
	if g.shape == asyncGenShape && !g.finalizer.IsNull() && !g.asyncClosed {
		_, exc := Call(t, g.finalizer, self)
		return exc
	}
	if g.shape == coroutineShape && g.Status == GenCreated {
		return warnUnawaited(t, g)
	}
	_, exc := g.close(t)
	return exc
}
