package runtime

// RaiseVarargs is the raise statement: exc and cause are Null where left out. It returns the exception to unwind with.
func RaiseVarargs(t *Thread, exc, cause Value) *Exception {
	if exc.IsNull() {
		if h := t.HandledException(); h != nil {
			return h
		}
		return Raise(t, RuntimeErrorType, "No active exception to reraise")
	}
	e, bad := exceptionInstance(t, exc, "exceptions must derive from BaseException")
	if bad != nil {
		return bad
	}
	if !cause.IsNull() {
		if cause.IsNone() {
			e.Cause = nil
		} else {
			c, bad := exceptionInstance(t, cause, "exception causes must derive from BaseException")
			if bad != nil {
				return bad
			}
			e.Cause = c
		}
		e.SuppressContext = true
	}
	SetContext(t, e)
	return e
}

// exceptionInstance returns the exception that v is, or makes one when v is a class; msg is the TypeError of anything else.
func exceptionInstance(t *Thread, v Value, msg string) (*Exception, *Exception) {
	if isExceptionClass(v) {
		r, exc := Call(t, v)
		if exc != nil {
			return nil, exc
		}
		if e := AsException(r); e != nil {
			return e, nil
		}
		cls, exc := Repr(t, v)
		if exc != nil {
			return nil, exc
		}
		got, exc := Repr(t, TypeOf(r).Value())
		if exc != nil {
			return nil, exc
		}
		return nil, TypeErrorf(t, "calling %s should have returned an instance of BaseException, not %s", cls, got)
	}
	if e := AsException(v); e != nil {
		return e, nil
	}
	return nil, Raise(t, TypeErrorType, msg)
}

// CheckExceptTypes raises for what an except clause cannot catch.
func CheckExceptTypes(t *Thread, typ Value) *Exception {
	if isExceptionClass(typ) {
		return nil
	}
	if x := asTuple(typ); x != nil {
		for _, v := range x.Items {
			if !isExceptionClass(v) {
				return Raise(t, TypeErrorType, "catching classes that do not inherit from BaseException is not allowed")
			}
		}
		return nil
	}
	return Raise(t, TypeErrorType, "catching classes that do not inherit from BaseException is not allowed")
}

// ExceptionMatches is CHECK_EXC_MATCH: whether an except clause with typ, a class or a tuple of classes, takes e.
func ExceptionMatches(t *Thread, e *Exception, typ Value) (bool, *Exception) {
	if exc := CheckExceptTypes(t, typ); exc != nil {
		return false, exc
	}
	return exceptionIs(e, typ), nil
}

// exceptionIs reports whether e is an instance of a class or of one in a tuple; __subclasscheck__ is not asked.
func exceptionIs(e *Exception, typ Value) bool {
	if x := asTuple(typ); x != nil {
		for _, v := range x.Items {
			if exceptionIs(e, v) {
				return true
			}
		}
		return false
	}
	tp := asType(typ)
	return tp != nil && e.Type().IsSubtype(tp)
}

// RaiseUnboundLocal is the UnboundLocalError of reading or deleting an unbound local.
func RaiseUnboundLocal(t *Thread, name *Str) *Exception {
	return Raise(t, UnboundLocalErrorType, "cannot access local variable '"+name.GoString()+"' where it is not associated with a value")
}

// RaiseUnboundFree is the NameError of reading an empty cell of an enclosing scope.
func RaiseUnboundFree(t *Thread, name *Str) *Exception {
	e := Raise(t, NameErrorType, "cannot access free variable '"+name.GoString()+"' where it is not associated with a value in enclosing scope")
	if e.Type() == NameErrorType {
		e.Ext[0] = name.Value()
	}
	return e
}

// RaiseUnboundSlot is RaiseUnboundLocal or RaiseUnboundFree for the local i of code: LOAD_DEREF, LOAD_FAST_CHECK and their kin.
func RaiseUnboundSlot(t *Thread, code *Code, i int) *Exception {
	if code.Kinds[i]&KindFree != 0 {
		return RaiseUnboundFree(t, code.LocalsPlus[i])
	}
	return RaiseUnboundLocal(t, code.LocalsPlus[i])
}

// RaiseName is the NameError of a name that is nowhere.
func RaiseName(t *Thread, name *Str) *Exception {
	e := Raise(t, NameErrorType, "name '"+name.GoString()+"' is not defined")
	if e.Type() == NameErrorType {
		e.Ext[0] = name.Value()
	}
	return e
}

// StopIterationError is INTRINSIC_STOPITERATION_ERROR: a StopIteration (or in an async generator a StopAsyncIteration) that would leave a generator's
// body becomes a RuntimeError.
func StopIterationError(t *Thread, code *Code, e *Exception) *Exception {
	what := "generator raised StopIteration"
	switch {
	case e.Is(StopIterationType):
		switch {
		case code.Is(CodeAsyncGenerator):
			what = "async generator raised StopIteration"
		case code.Is(CodeCoroutine):
			what = "coroutine raised StopIteration"
		}
	case code.Is(CodeAsyncGenerator) && e.Is(StopAsyncIterationType):
		what = "async generator raised StopAsyncIteration"
	default:
		return e
	}
	r := Raise(t, RuntimeErrorType, what)
	r.Cause, r.Context, r.SuppressContext = e, e, true
	return r
}
