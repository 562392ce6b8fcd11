package runtime

import "unsafe"

// FunctionType is function.
var FunctionType = &Type{name: "function"}

var functionShape = &Shape{typ: FunctionType}

var functionSpec = TypeSpec{
	Type: FunctionType, Name: "function", Flags: TypeHasDict | TypeHasWeakref | typeOwnLayout, Shape: functionShape, AttrsOffset: unsafe.Offsetof(Function{}.Attrs),
	Doc: "Create a function object.\n\n  code\n    a code object\n  globals\n    the globals dictionary\n  name\n    a string that overrides the name from the code object\n" +
		"  argdefs\n    a tuple that specifies the default argument values\n  closure\n    a tuple that supplies the bindings for free variables\n" +
		"  kwdefaults\n    a dictionary that specifies the default keyword argument values",
	TextSig: "(code, globals, name=None, argdefs=None, closure=None,\n         kwdefaults=None)",
	Slots:   Slots{New: functionNew, Repr: functionRepr, DescrGet: functionGet, Call: CallKw, Traverse: functionTraverse},
	GetSets: []GetSetSpec{
		{Name: "__closure__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return tupleOrNone((*Function)(self.p).Closure), nil }},
		{
			Name: "__doc__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return orNone((*Function)(self.p).Doc), nil },
			Set: func(_ *Thread, self, x Value) *Exception { (*Function)(self.p).Doc = x; return nil },
		},
		{Name: "__globals__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Function)(self.p).Globals.Value(), nil }},
		{
			Name: "__module__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return orNone((*Function)(self.p).Module), nil },
			Set: func(_ *Thread, self, x Value) *Exception { (*Function)(self.p).Module = x; return nil },
		},
		{Name: "__builtins__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Function)(self.p).Builtins.Value(), nil }},
		{Name: "__code__", Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Function)(self.p).Code.Value(), nil }, Set: functionSetCode},
		{Name: "__defaults__", Get: func(_ *Thread, self Value) (Value, *Exception) { return tupleOrNone((*Function)(self.p).Defaults), nil }, Set: functionSetDefaults},
		{Name: "__kwdefaults__", Get: functionKwDefaults, Set: functionSetKwDefaults},
		{Name: "__annotations__", Get: functionAnnotations, Set: functionSetAnnotations},
		{Name: "__annotate__", Get: func(_ *Thread, self Value) (Value, *Exception) { return orNone((*Function)(self.p).Annotate), nil }, Set: functionSetAnnotate, Since: 14},
		{Name: "__dict__", Get: dictGetSet.Get, Set: setInstanceDict},
		{
			Name: "__name__", Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Function)(self.p).Name.Value(), nil },
			Set: func(t *Thread, self, x Value) *Exception {
				return setName(t, &(*Function)(self.p).Name, x, "__name__ must be set to a string object")
			},
		},
		{
			Name: "__qualname__", Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Function)(self.p).Qualname.Value(), nil },
			Set: func(t *Thread, self, x Value) *Exception {
				return setName(t, &(*Function)(self.p).Qualname, x, "__qualname__ must be set to a string object")
			},
		},
		{Name: "__type_params__", Get: functionTypeParams, Set: functionSetTypeParams},
	},
}

var functionNewArgs = signature("function(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)")

// functionNew is types.FunctionType(...).
func functionNew(t *Thread, _ *Type, args []Value, kw *Tuple) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := functionNewArgs.bind(t, args, kw)
	if exc != nil {
		return Null, exc
	}
	code, globals := AsCode(a[0]), asDict(a[1])
	switch {
	case code == nil:
		return Null, badArgument(t, "function", "argument 'code'", "code", a[0])
	case globals == nil:
		return Null, badArgument(t, "function", "argument 'globals'", "dict", a[1])
	case !a[2].IsNone() && asStr(a[2]) == nil:
		return Null, Raise(t, TypeErrorType, "arg 3 (name) must be None or string")
	case !a[3].IsNone() && asTuple(a[3]) == nil:
		return Null, Raise(t, TypeErrorType, "arg 4 (defaults) must be None or tuple")
	case !a[5].IsNone() && asDict(a[5]) == nil:
		return Null, Raise(t, TypeErrorType, "arg 6 (kwdefaults) must be None or dict")
	}
	nfree := code.NumFree()
	closure := asTuple(a[4])
	if closure == nil {
		if nfree > 0 && a[4].IsNone() {
			return Null, Raise(t, TypeErrorType, "arg 5 (closure) must be tuple")
		}
		if !a[4].IsNone() {
			return Null, Raise(t, TypeErrorType, "arg 5 (closure) must be None or tuple")
		}
	}
	if closure.Len() != nfree {
		return Null, ValueErrorf(t, "%s requires closure of length %d, not %d", code.Name, nfree, closure.Len())
	}
	if closure != nil {
		for _, c := range closure.Items {
			if AsCell(c) == nil {
				return Null, TypeErrorf(t, "arg 5 (closure) expected cell, found %s", TypeOf(c).fullName())
			}
		}
	}
	f := NewFunction(t, code, globals, BuiltinsOf(t, globals))
	if s := asStr(a[2]); s != nil {
		f.Name = s
	}
	f.Defaults, f.KwDefaults = asTuple(a[3]), asDict(a[5])
	if nfree > 0 {
		f.Closure = closure
	}
	return obj(unsafe.Pointer(f)), nil
}

// BuiltinsOf returns the builtins that code running with these globals uses: their __builtins__, a module or a dict, else the interpreter's.
func BuiltinsOf(t *Thread, globals *Dict) *Dict {
	if v, ok := globals.GetStr(sBuiltins); ok {
		if m := AsModule(v); m != nil {
			return m.Dict
		}
		if d := asDict(v); d != nil {
			return d
		}
	}
	if d := t.interp.engine.FrameBuiltins(t); d != nil {
		return d
	}
	return t.interp.Builtins
}

func functionRepr(t *Thread, v Value) (Value, *Exception) {
	f := (*Function)(v.p)
	return NewStr(t, "<function "+f.Qualname.GoString()+" at "+Address(v)+">").Value(), nil
}

func functionTraverse(v Value, visit VisitFunc) {
	f := (*Function)(v.p)
	visit(f.Code.Value())
	visit(f.Globals.Value())
	visit(f.Builtins.Value())
	if f.Defaults != nil {
		visit(f.Defaults.Value())
	}
	if f.KwDefaults != nil {
		visit(f.KwDefaults.Value())
	}
	if f.Closure != nil {
		visit(f.Closure.Value())
	}
	visit(f.Doc)
	visit(f.Module)
	visit(f.Annotations)
	visit(f.Annotate)
	visit(f.TypeParams)
}

// functionGet binds a function to an instance.
func functionGet(t *Thread, d, o Value, _ *Type) (Value, *Exception) {
	if o.IsNull() {
		return d, nil
	}
	return NewMethod(t, d, o), nil
}

func functionSetCode(t *Thread, self, x Value) *Exception {
	f := (*Function)(self.p)
	code := AsCode(x)
	if code == nil {
		return Raise(t, TypeErrorType, "__code__ must be set to a code object")
	}
	if n := code.NumFree(); n != f.Closure.Len() {
		return ValueErrorf(t, "%s() requires a code object with %d free vars, not %d", f.Name, f.Closure.Len(), n)
	}
	if generatorKind(f.Code) != generatorKind(code) {
		if exc := Warn(t, DeprecationWarningType, "Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)", 1); exc != nil {
			return exc
		}
	}
	f.Code, f.Exec = code, nil
	return nil
}

func generatorKind(c *Code) CodeFlags {
	return c.Flags & (CodeGenerator | CodeCoroutine | CodeAsyncGenerator)
}

func functionSetDefaults(t *Thread, self, x Value) *Exception {
	f := (*Function)(self.p)
	d := asTuple(x)
	if d == nil && !x.IsNone() && !x.IsNull() {
		return Raise(t, TypeErrorType, "__defaults__ must be set to a tuple object")
	}
	f.Defaults, f.Exec = d, nil
	return nil
}

func functionKwDefaults(_ *Thread, self Value) (Value, *Exception) {
	if d := (*Function)(self.p).KwDefaults; d != nil {
		return d.Value(), nil
	}
	return None, nil
}

func functionSetKwDefaults(t *Thread, self, x Value) *Exception {
	f := (*Function)(self.p)
	d := asDict(x)
	if d == nil && !x.IsNone() && !x.IsNull() {
		return Raise(t, TypeErrorType, "__kwdefaults__ must be set to a dict object")
	}
	f.KwDefaults, f.Exec = d, nil
	return nil
}

// functionAnnotations is __annotations__: the dict made of MAKE_FUNCTION's tuple, or from 3.14 on what __annotate__ gives.
func functionAnnotations(t *Thread, self Value) (Value, *Exception) {
	f := (*Function)(self.p)
	if asDict(f.Annotations) != nil {
		return f.Annotations, nil
	}
	if pairs := asTuple(f.Annotations); pairs != nil {
		d := NewDict(t)
		for i := 0; i+1 < len(pairs.Items); i += 2 {
			if exc := d.Set(t, pairs.Items[i], pairs.Items[i+1]); exc != nil {
				return Null, exc
			}
		}
		f.Annotations = d.Value()
		return f.Annotations, nil
	}
	d := NewDict(t).Value()
	if !f.Annotate.IsNull() && TypeOf(f.Annotate).Call != nil {
		r, exc := Call(t, f.Annotate, Int(1))
		if exc != nil {
			return Null, exc
		}
		if asDict(r) == nil {
			return Null, TypeErrorf(t, "__annotate__ returned non-dict of type '%s'", TypeOf(r).fullName())
		}
		d = r
	}
	f.Annotations = d
	return d, nil
}

func functionSetAnnotations(t *Thread, self, x Value) *Exception {
	f := (*Function)(self.p)
	if x.IsNone() {
		x = Null
	}
	if asDict(x) == nil && !x.IsNull() {
		return Raise(t, TypeErrorType, "__annotations__ must be set to a dict object")
	}
	f.Annotations = x
	if t.interp.Version.At(14) {
		f.Annotate = None
	}
	return nil
}

func functionSetAnnotate(t *Thread, self, x Value) *Exception {
	f := (*Function)(self.p)
	switch {
	case x.IsNull():
		return Raise(t, TypeErrorType, "__annotate__ cannot be deleted")
	case x.IsNone():
		f.Annotate = None
	case TypeOf(x).Call != nil:
		f.Annotate, f.Annotations = x, Null
	default:
		return Raise(t, TypeErrorType, "__annotate__ must be callable or None")
	}
	return nil
}

// SetAnnotate is SET_FUNCTION_ATTRIBUTE with the function that computes annotations, which from then on is called after its owner.
func (f *Function) SetAnnotate(t *Thread, v Value) {
	f.Annotate = v
	if a := AsFunction(v); a != nil && a.Name.equal(sAnnotate) {
		a.Qualname = NewStr(t, f.Qualname.GoString()+".__annotate__")
	}
}

func functionTypeParams(_ *Thread, self Value) (Value, *Exception) {
	if p := (*Function)(self.p).TypeParams; !p.IsNull() {
		return p, nil
	}
	return emptyTuple.Value(), nil
}

func functionSetTypeParams(t *Thread, self, x Value) *Exception {
	if asTuple(x) == nil {
		return Raise(t, TypeErrorType, "__type_params__ must be set to a tuple")
	}
	(*Function)(self.p).TypeParams = x
	return nil
}

// setName assigns a str field; anything but a str raises msg.
func setName(t *Thread, field **Str, x Value, msg string) *Exception {
	s := asStr(x)
	if s == nil {
		return Raise(t, TypeErrorType, msg)
	}
	*field = s
	return nil
}

// setInstanceDict assigns the __dict__ of objects that do not let it be deleted.
func setInstanceDict(t *Thread, self, x Value) *Exception {
	if x.IsNull() {
		return Raise(t, TypeErrorType, "cannot delete __dict__")
	}
	return dictGetSet.Set(t, self, x)
}

func tupleOrNone(x *Tuple) Value {
	if x == nil {
		return None
	}
	return x.Value()
}

func orNone(v Value) Value {
	if v.IsNull() {
		return None
	}
	return v
}
