package runtime

// MethodType is method.
var MethodType = &Type{name: "method"}

var methodShape = &Shape{typ: MethodType}

var methodSpec = TypeSpec{
	Type: MethodType, Name: "method", Flags: TypeHasWeakref | typeOwnLayout, Shape: methodShape,
	Doc: "Create a bound instance method object.", TextSig: "(function, instance, /)",
	Slots: Slots{
		New: methodNew, Repr: methodRepr, Hash: methodHash, Call: methodCall, GetAttr: methodGetAttr, RichCompare: methodCompare,
		DescrGet: func(_ *Thread, d, _ Value, _ *Type) (Value, *Exception) { return d, nil },
		Traverse: func(v Value, visit VisitFunc) {
			m := (*Method)(v.p)
			visit(m.Func)
			visit(m.Self)
		},
	},
	Methods: []MethodSpec{{Sig: "__reduce__($self, /)", Fn: methodReduce}},
	GetSets: []GetSetSpec{
		{
			Name: "__func__", Doc: "the function (or other callable) implementing a method", Member: true,
			Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Method)(self.p).Func, nil },
		},
		{
			Name: "__self__", Doc: "the instance to which a method is bound", Member: true,
			Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Method)(self.p).Self, nil },
		},
		{Name: "__doc__", Get: func(t *Thread, self Value) (Value, *Exception) { return GetAttr(t, (*Method)(self.p).Func, sDoc) }},
	},
}

func methodNew(t *Thread, _ *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := noKeywords(t, "method", kw); exc != nil {
		return Null, exc
	}
	if exc := checkArity(t, "method", len(args), 2, 2); exc != nil {
		return Null, exc
	}
	if TypeOf(args[0]).Call == nil {
		return Null, Raise(t, TypeErrorType, "first argument must be callable")
	}
	if args[1].IsNone() {
		return Null, Raise(t, TypeErrorType, "instance must not be None")
	}
	return NewMethod(t, args[0], args[1]), nil
}

// methodGetAttr finds the method's own attributes, then those of its function.
func methodGetAttr(t *Thread, v Value, name *Str) (Value, *Exception) {
	if d, ok := t.lookup(MethodType, name); ok {
		if get := TypeOf(d).DescrGet; get != nil {
			return get(t, d, v, MethodType)
		}
		return d, nil
	}
	return GetAttr(t, (*Method)(v.p).Func, name)
}

func methodRepr(t *Thread, v Value) (Value, *Exception) {
	m := (*Method)(v.p)
	name := "?"
	for _, n := range [...]*Str{sQualname, sName} {
		q, ok, exc := FindAttr(t, m.Func, n)
		if exc != nil {
			return Null, exc
		}
		if ok {
			if s := asStr(q); s != nil {
				name = s.GoString()
			}
			break
		}
	}
	self, exc := Repr(t, m.Self)
	if exc != nil {
		return Null, exc
	}
	return NewStr(t, "<bound method "+name+" of "+self.GoString()+">").Value(), nil
}

// addressHash is the hash of an object by its identity.
func addressHash(v Value) int64 {
	id := ID(v)
	return int64(id>>4 | id<<60)
}

func methodHash(t *Thread, v Value) (int64, *Exception) {
	m := (*Method)(v.p)
	h, exc := Hash(t, m.Func)
	if exc != nil {
		return 0, exc
	}
	if h ^= addressHash(m.Self); h == -1 {
		h = -2
	}
	return h, nil
}

func methodCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	x, y := AsMethod(a), AsMethod(b)
	if op != EQ && op != NE || x == nil || y == nil {
		return NotImplemented, nil
	}
	eq, exc := Equal(t, x.Func, y.Func)
	if exc != nil {
		return Null, exc
	}
	return Bool((eq && Is(x.Self, y.Self)) == (op == EQ)), nil
}

// builtinName returns a function of the builtins module, as reductions need it.
func builtinName(t *Thread, name string) (Value, *Exception) {
	if v, ok := t.interp.Builtins.GetStr(t.Intern(name)); ok {
		return v, nil
	}
	return Null, RaiseAttribute(t, "module 'builtins' has no attribute '"+name+"'", None, t.Intern(name))
}

// reduceAttribute is the reduction (getattr, (o, name)).
func reduceAttribute(t *Thread, o Value, name Value) (Value, *Exception) {
	getattr, exc := builtinName(t, "getattr")
	if exc != nil {
		return Null, exc
	}
	return MakeTuple(t, getattr, MakeTuple(t, o, name).Value()).Value(), nil
}

func methodReduce(t *Thread, self Value) (Value, *Exception) {
	m := (*Method)(self.p)
	name, exc := GetAttr(t, m.Func, sName)
	if exc != nil {
		return Null, exc
	}
	return reduceAttribute(t, m.Self, name)
}
