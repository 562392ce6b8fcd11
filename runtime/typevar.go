package runtime

import "unsafe"

// The type parameters of PEP 695 and the typing module.
var (
	TypeVarType      = &Type{name: "TypeVar"}
	ParamSpecType    = &Type{name: "ParamSpec"}
	TypeVarTupleType = &Type{name: "TypeVarTuple"}
	NoDefaultType    = &Type{name: "NoDefaultType"}

	typeVarShape      = &Shape{typ: TypeVarType}
	paramSpecShape    = &Shape{typ: ParamSpecType}
	typeVarTupleShape = &Shape{typ: TypeVarTupleType}
	noDefaultShape    = &Shape{typ: NoDefaultType}
)

// NoDefault is typing.NoDefault.
var NoDefault = obj(unsafe.Pointer(&Instance{Header: Header{shape: noDefaultShape}}))

// A TypeParam is a TypeVar, ParamSpec or TypeVarTuple: its shape tells which. Bound, constraints and default are computed when they are asked for,
// by the functions that the compiler made of them.
type TypeParam struct {
	Header
	Attrs
	name                                Value
	bound, constraints, def             Value // Null while unknown
	evalBound, evalConstraints, evalDef Value // Null for none
	covariant, contravariant, infer     bool
}

func newTypeParam(t *Thread, shape *Shape, name Value) *TypeParam {
	p := alloc[TypeParam](t)
	p.shape, p.name = shape, name
	p.bound, p.constraints, p.def, p.evalBound, p.evalConstraints, p.evalDef = Null, Null, Null, Null, Null, Null
	return p
}

// Value returns the type parameter as a Value.
func (p *TypeParam) Value() Value { return obj(unsafe.Pointer(p)) }

// asTypeParam returns the type parameter that v is, or nil.
func asTypeParam(v Value) *TypeParam {
	if v.p != nil {
		if s := (*Header)(v.p).shape; s == typeVarShape || s == paramSpecShape || s == typeVarTupleShape {
			return (*TypeParam)(v.p)
		}
	}
	return nil
}

var noDefaultText = static("NoDefault")

var noDefaultSpec = TypeSpec{
	Type: NoDefaultType, Name: "NoDefaultType", Shape: noDefaultShape, Doc: "The type of the NoDefault singleton.", TextSig: "()", Flags: typeOwnLayout,
	Slots: Slots{
		New: func(t *Thread, _ *Type, args []Value, _ *Tuple) (Value, *Exception) {
			return singletonNew(t, NoDefault, "NoDefaultType", args)
		},
		Repr: func(t *Thread, _ Value) (Value, *Exception) { return t.Intern("typing.NoDefault").Value(), nil },
	},
	Methods: []MethodSpec{{Sig: "__reduce__($self, /)", Fn: func(*Thread, Value) (Value, *Exception) { return noDefaultText.Value(), nil }}},
}

var sTyping = static("typing")

// typeParamSpec makes the spec of one kind of type parameter from what they share.
func typeParamSpec(tp *Type, name string, shape *Shape, doc string, slots Slots, methods []MethodSpec, getsets []GetSetSpec) TypeSpec {
	slots.Traverse = typeParamTraverse
	return TypeSpec{
		Type: tp, Name: "typing." + name, Flags: TypeHasDict | TypeHasWeakref | typeOwnLayout, Shape: shape, AttrsOffset: unsafe.Offsetof(TypeParam{}.Attrs),
		Doc: doc, Slots: slots, Attrs: map[string]Value{"__module__": sTyping.Value()},
		Methods: append(methods, []MethodSpec{
			{Sig: "__reduce__($self, /)", Fn: func(_ *Thread, self Value) (Value, *Exception) { return (*TypeParam)(self.p).name, nil }},
			{Sig: "has_default($self, /)", Fn: func(_ *Thread, self Value) (Value, *Exception) {
				p := (*TypeParam)(self.p)
				return Bool(!p.evalDef.IsNull() || !p.def.IsNull() && p.def != NoDefault), nil
			}, Since: 13},
			{Sig: "__mro_entries__($self, object, /)", Fn: func(t *Thread, _, _ Value) (Value, *Exception) {
				return Null, Raise(t, TypeErrorType, "Cannot subclass an instance of "+name)
			}},
		}...),
		GetSets: append(getsets, []GetSetSpec{
			{Name: "__name__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*TypeParam)(self.p).name, nil }},
			{Name: "__default__", Get: typeParamDefault, Since: 13},
			{Name: "evaluate_default", Since: 14, Get: func(t *Thread, self Value) (Value, *Exception) {
				p := (*TypeParam)(self.p)
				return evaluator(t, p.evalDef, p.def), nil
			}},
		}...),
	}
}

func varianceGetSets() []GetSetSpec {
	return []GetSetSpec{
		{Name: "__covariant__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return Bool((*TypeParam)(self.p).covariant), nil }},
		{Name: "__contravariant__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return Bool((*TypeParam)(self.p).contravariant), nil }},
		{Name: "__infer_variance__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return Bool((*TypeParam)(self.p).infer), nil }},
	}
}

var typeVarSpec = typeParamSpec(TypeVarType, "TypeVar", typeVarShape,
	"Type variable.\n\nThe preferred way to construct a type variable is via the dedicated\nsyntax for generic functions, classes, and type aliases::\n\n"+
		"    class Sequence[T]:  # T is a TypeVar\n        ...\n",
	Slots{New: typeVarNew, Repr: varianceRepr, Binary: [numBinary + 1]BinaryFunc{OpOr: typingUnion}},
	[]MethodSpec{
		{Sig: "__typing_subst__($self, arg, /)", Fn: func(t *Thread, self, arg Value) (Value, *Exception) {
			return callTyping(t, "_typevar_subst", self, arg)
		}},
		{Sig: "__typing_prepare_subst__($self, alias, args, /)", Fn: typeVarPrepare, Since: 13},
	},
	append(varianceGetSets(),
		GetSetSpec{Name: "__bound__", Get: func(t *Thread, self Value) (Value, *Exception) {
			p := (*TypeParam)(self.p)
			return computed(t, &p.bound, p.evalBound, None)
		}},
		GetSetSpec{Name: "__constraints__", Get: func(t *Thread, self Value) (Value, *Exception) {
			p := (*TypeParam)(self.p)
			return computed(t, &p.constraints, p.evalConstraints, emptyTuple.Value())
		}},
		GetSetSpec{Name: "evaluate_bound", Since: 14, Get: func(t *Thread, self Value) (Value, *Exception) {
			p := (*TypeParam)(self.p)
			return evaluator(t, p.evalBound, p.bound), nil
		}},
		GetSetSpec{Name: "evaluate_constraints", Since: 14, Get: func(t *Thread, self Value) (Value, *Exception) {
			p := (*TypeParam)(self.p)
			return evaluator(t, p.evalConstraints, p.constraints), nil
		}},
	))

var paramSpecSpec = typeParamSpec(ParamSpecType, "ParamSpec", paramSpecShape,
	"Parameter specification variable.\n\nThe preferred way to construct a parameter specification is via the\ndedicated syntax for generic functions, classes, and type aliases,\n"+
		"where the use of '**' creates a parameter specification::\n\n    type IntFunc[**P] = Callable[P, int]\n",
	Slots{New: paramSpecNew, Repr: varianceRepr, Binary: [numBinary + 1]BinaryFunc{OpOr: typingUnion}},
	[]MethodSpec{
		{Sig: "__typing_subst__($self, arg, /)", Fn: func(t *Thread, self, arg Value) (Value, *Exception) {
			return callTyping(t, "_paramspec_subst", self, arg)
		}},
		{Sig: "__typing_prepare_subst__($self, alias, args, /)", Fn: func(t *Thread, self, alias, args Value) (Value, *Exception) {
			return callTyping(t, "_paramspec_prepare_subst", self, alias, args)
		}},
	},
	append(varianceGetSets(),
		GetSetSpec{Name: "__bound__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return orNone((*TypeParam)(self.p).bound), nil }},
		GetSetSpec{Name: "args", Doc: "Represents positional arguments.", Get: func(t *Thread, self Value) (Value, *Exception) {
			return newParamSpecAttr(t, paramSpecArgsShape, self), nil
		}},
		GetSetSpec{Name: "kwargs", Doc: "Represents keyword arguments.", Get: func(t *Thread, self Value) (Value, *Exception) {
			return newParamSpecAttr(t, paramSpecKwargsShape, self), nil
		}},
	))

var typeVarTupleSpec = typeParamSpec(TypeVarTupleType, "TypeVarTuple", typeVarTupleShape,
	"Type variable tuple. A specialized form of type variable that enables\nvariadic generics.\n\nThe preferred way to construct a type variable tuple is via the\n"+
		"dedicated syntax for generic functions, classes, and type aliases,\nwhere a single '*' indicates a type variable tuple::\n\n"+
		"    def move_first_element_to_last[T, *Ts](tup: tuple[T, *Ts]) -> tuple[*Ts, T]:\n        return (*tup[1:], tup[0])\n",
	Slots{New: typeVarTupleNew, Repr: func(_ *Thread, v Value) (Value, *Exception) { return (*TypeParam)(v.p).name, nil }, Iter: unpackedIter},
	[]MethodSpec{
		{Sig: "__typing_subst__($self, arg, /)", Fn: func(t *Thread, _, _ Value) (Value, *Exception) {
			return Null, Raise(t, TypeErrorType, "Substitution of bare TypeVarTuple is not supported")
		}},
		{Sig: "__typing_prepare_subst__($self, alias, args, /)", Fn: func(t *Thread, self, alias, args Value) (Value, *Exception) {
			return callTyping(t, "_typevartuple_prepare_subst", self, alias, args)
		}},
	}, nil)

func typeParamTraverse(v Value, visit VisitFunc) {
	p := (*TypeParam)(v.p)
	for _, x := range [...]Value{p.name, p.bound, p.constraints, p.def, p.evalBound, p.evalConstraints, p.evalDef} {
		visit(x)
	}
}

// computed returns a field that a function computes at first sight.
func computed(t *Thread, field *Value, eval, none Value) (Value, *Exception) {
	if !field.IsNull() {
		return *field, nil
	}
	if eval.IsNull() {
		return none, nil
	}
	v, exc := Call(t, eval)
	if exc == nil {
		*field = v
	}
	return v, exc
}

func typeParamDefault(t *Thread, self Value) (Value, *Exception) {
	p := (*TypeParam)(self.p)
	return computed(t, &p.def, p.evalDef, NoDefault)
}

func varianceRepr(t *Thread, v Value) (Value, *Exception) {
	p := (*TypeParam)(v.p)
	sign := "~"
	switch {
	case p.infer:
		return p.name, nil
	case p.covariant:
		sign = "+"
	case p.contravariant:
		sign = "-"
	}
	return NewStr(t, sign+asStr(p.name).GoString()).Value(), nil
}

// callTyping calls a helper of the typing module.
func callTyping(t *Thread, name string, args ...Value) (Value, *Exception) {
	m, exc := ImportModule(t, "typing")
	if exc != nil {
		return Null, exc
	}
	fn, exc := GetAttr(t, m, t.Intern(name))
	if exc != nil {
		return Null, exc
	}
	return Call(t, fn, args...)
}

// checkType converts a type argument as typing._type_check does.
func checkType(t *Thread, v Value, msg string) (Value, *Exception) {
	if v.IsNone() {
		return NoneType.Value(), nil
	}
	return callTyping(t, "_type_check", v, NewStr(t, msg).Value())
}

// typingUnion is T | x: typing.Union[T, x], which until 3.13 is a class of the typing module.
func typingUnion(t *Thread, a, b Value) (Value, *Exception) {
	if t.interp.Version.At(14) {
		return unionOf(t, []Value{a, b})
	}
	m, exc := ImportModule(t, "typing")
	if exc != nil {
		return Null, exc
	}
	u, exc := GetAttr(t, m, t.Intern("Union"))
	if exc != nil {
		return Null, exc
	}
	return GetItem(t, u, MakeTuple(t, a, b).Value())
}

// unpackTypeParam is typing.Unpack[v].
func unpackTypeParam(t *Thread, v Value) (Value, *Exception) {
	m, exc := ImportModule(t, "typing")
	if exc != nil {
		return Null, exc
	}
	u, exc := GetAttr(t, m, t.Intern("Unpack"))
	if exc != nil {
		return Null, exc
	}
	return GetItem(t, u, v)
}

// unpackedIter is the iteration of *Ts: over Unpack[Ts] alone.
func unpackedIter(t *Thread, v Value) (Value, *Exception) {
	u, exc := unpackTypeParam(t, v)
	if exc != nil {
		return Null, exc
	}
	return Iter(t, MakeTuple(t, u).Value())
}

// callerModule is the name of the module that is running.
func callerModule(t *Thread) Value {
	if g := t.interp.engine.FrameGlobals(t); g != nil {
		if v, ok := g.GetStr(sName); ok {
			return v
		}
	}
	return None
}

// finishTypeParam checks what all constructors take and sets the rest: bound, default, variance, module. opts is (bound, default, covariant,
// contravariant, infer_variance).
func (p *TypeParam) finish(t *Thread, bound, def, co, contra, infer Value) (Value, *Exception) {
	for _, f := range [...]struct {
		to *bool
		v  Value
	}{{&p.covariant, co}, {&p.contravariant, contra}, {&p.infer, infer}} {
		b, exc := Truth(t, f.v)
		if exc != nil {
			return Null, exc
		}
		*f.to = b
	}
	if p.covariant && p.contravariant {
		return Null, Raise(t, ValueErrorType, "Bivariant types are not supported.")
	}
	if p.infer && (p.covariant || p.contravariant) {
		return Null, Raise(t, ValueErrorType, "Variance cannot be specified with infer_variance.")
	}
	if !bound.IsNone() {
		b, exc := checkType(t, bound, "Bound must be a type.")
		if exc != nil {
			return Null, exc
		}
		p.bound = b
	}
	p.def = def
	return p.Value(), SetAttr(t, p.Value(), sModule, callerModule(t))
}

var (
	typeVarArgs      = signature("typevar(name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False)")
	paramSpecArgs    = signature("paramspec(name, *, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False)")
	typeVarTupleArgs = signature("typevartuple(name, *, default=NoDefault)")
)

func typeVarNew(t *Thread, _ *Type, args []Value, kw *Tuple) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := typeVarArgs.bind(t, args, kw)
	if exc != nil {
		return Null, exc
	}
	if asStr(a[0]) == nil {
		return Null, badArgument(t, "typevar", "argument 'name'", "str", a[0])
	}
	p := newTypeParam(t, typeVarShape, a[0])
	v, exc := p.finish(t, a[2], defaultArg(a[3]), a[4], a[5], a[6])
	if exc != nil {
		return Null, exc
	}
	constraints := asTuple(a[1])
	switch {
	case constraints.Len() == 1:
		return Null, Raise(t, TypeErrorType, "A single constraint is not allowed")
	case constraints.Len() > 0 && !p.bound.IsNull():
		return Null, Raise(t, TypeErrorType, "Constraints cannot be combined with bound=...")
	case constraints.Len() > 0:
		p.constraints = a[1]
	}
	return v, nil
}

// defaultArg is the default given, or NoDefault.
func defaultArg(v Value) Value {
	if v.IsNull() {
		return NoDefault
	}
	return v
}

func paramSpecNew(t *Thread, _ *Type, args []Value, kw *Tuple) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := paramSpecArgs.bind(t, args, kw)
	if exc != nil {
		return Null, exc
	}
	if asStr(a[0]) == nil {
		return Null, badArgument(t, "paramspec", "argument 'name'", "str", a[0])
	}
	return newTypeParam(t, paramSpecShape, a[0]).finish(t, a[1], defaultArg(a[2]), a[3], a[4], a[5])
}

func typeVarTupleNew(t *Thread, _ *Type, args []Value, kw *Tuple) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := typeVarTupleArgs.bind(t, args, kw)
	if exc != nil {
		return Null, exc
	}
	if asStr(a[0]) == nil {
		return Null, badArgument(t, "typevartuple", "argument 'name'", "str", a[0])
	}
	return newTypeParam(t, typeVarTupleShape, a[0]).finish(t, None, defaultArg(a[1]), False, False, False)
}

// typeVarPrepare supplies a TypeVar's default where an alias gets too few arguments.
func typeVarPrepare(t *Thread, self Value, args []Value) (Value, *Exception) {
	alias, given := args[0], args[1]
	v, exc := GetAttr(t, alias, sParameters)
	if exc != nil {
		return Null, exc
	}
	params, exc := Collect(t, v)
	if exc != nil {
		return Null, exc
	}
	items, exc := Collect(t, given)
	if exc != nil {
		return Null, exc
	}
	i := identityIndex(params, self)
	if i < 0 {
		return Null, Raise(t, ValueErrorType, "sequence.index(x): x not in sequence")
	}
	if i < len(items) {
		return given, nil
	}
	if i == len(items) {
		def, exc := typeParamDefault(t, self)
		if exc != nil {
			return Null, exc
		}
		if def != NoDefault {
			return NewTuple(t, append(items, def)).Value(), nil
		}
	}
	s, exc := ToStr(t, alias)
	if exc != nil {
		return Null, exc
	}
	return Null, TypeErrorf(t, "Too few arguments for %s; actual %d, expected at least %d", s, len(items), i+1)
}

// A paramSpecAttr is P.args or P.kwargs.
type paramSpecAttr struct {
	Header
	origin Value
}

var (
	// ParamSpecArgsType is typing.ParamSpecArgs.
	ParamSpecArgsType = &Type{name: "ParamSpecArgs"}
	// ParamSpecKwargsType is typing.ParamSpecKwargs.
	ParamSpecKwargsType  = &Type{name: "ParamSpecKwargs"}
	paramSpecArgsShape   = &Shape{typ: ParamSpecArgsType}
	paramSpecKwargsShape = &Shape{typ: ParamSpecKwargsType}

	paramSpecArgsSpec   = paramSpecAttrSpec(ParamSpecArgsType, "ParamSpecArgs", "args", paramSpecArgsShape)
	paramSpecKwargsSpec = paramSpecAttrSpec(ParamSpecKwargsType, "ParamSpecKwargs", "kwargs", paramSpecKwargsShape)
)

func newParamSpecAttr(t *Thread, shape *Shape, origin Value) Value {
	a := alloc[paramSpecAttr](t)
	a.shape, a.origin = shape, origin
	return obj(unsafe.Pointer(a))
}

func paramSpecAttrSpec(tp *Type, name, attr string, shape *Shape) TypeSpec {
	sig := signature("paramspec" + attr + "(origin)")
	return TypeSpec{
		Type: tp, Name: "typing." + name, Flags: TypeHasWeakref | typeOwnLayout, Shape: shape, Attrs: map[string]Value{"__module__": sTyping.Value()},
		Doc: "The " + attr + " for a ParamSpec object.\n\nGiven a ParamSpec object P, P." + attr + " is an instance of " + name + ".\n",
		Slots: Slots{
			New: func(t *Thread, _ *Type, args []Value, kw *Tuple) (Value, *Exception) {
				mark := t.HandleMark()
				defer t.Release(mark)
				a, exc := sig.bind(t, args, kw)
				if exc != nil {
					return Null, exc
				}
				return newParamSpecAttr(t, shape, a[0]), nil
			},
			Repr: func(t *Thread, v Value) (Value, *Exception) {
				o := (*paramSpecAttr)(v.p).origin
				if p := asTypeParam(o); p != nil && p.shape == paramSpecShape {
					return NewStr(t, asStr(p.name).GoString()+"."+attr).Value(), nil
				}
				s, exc := Repr(t, o)
				if exc != nil {
					return Null, exc
				}
				return NewStr(t, s.GoString()+"."+attr).Value(), nil
			},
			RichCompare: func(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
				if op != EQ && op != NE || TypeOf(a) != TypeOf(b) {
					return NotImplemented, nil
				}
				return RichCompare(t, (*paramSpecAttr)(a.p).origin, (*paramSpecAttr)(b.p).origin, op)
			},
			Traverse: func(v Value, visit VisitFunc) { visit((*paramSpecAttr)(v.p).origin) },
		},
		Methods: []MethodSpec{{Sig: "__mro_entries__($self, object, /)", Fn: func(t *Thread, _, _ Value) (Value, *Exception) {
			return Null, Raise(t, TypeErrorType, "Cannot subclass an instance of "+name)
		}}},
		GetSets: []GetSetSpec{{Name: "__origin__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*paramSpecAttr)(self.p).origin, nil }}},
	}
}

// A constEvaluator poses as the function that computes a bound or default which was given as a value.
type constEvaluator struct {
	Header
	v Value
}

var (
	constEvaluatorType  = &Type{name: "_ConstEvaluator"}
	constEvaluatorShape = &Shape{typ: constEvaluatorType}
)

var constEvaluatorSpec = TypeSpec{
	Type: constEvaluatorType, Name: "_typing._ConstEvaluator", Flags: TypeNoInstantiation | typeOwnLayout, Shape: constEvaluatorShape, NoNew: true,
	Doc: "Internal type for implementing evaluation functions.", TextSig: "()",
	Slots: Slots{
		Repr: func(t *Thread, v Value) (Value, *Exception) {
			s, exc := Repr(t, (*constEvaluator)(v.p).v)
			if exc != nil {
				return Null, exc
			}
			return NewStr(t, "<constevaluator "+s.GoString()+">").Value(), nil
		},
		Call:     constEvaluatorCall,
		Traverse: func(v Value, visit VisitFunc) { visit((*constEvaluator)(v.p).v) },
	},
}

// evaluator is the function behind a lazily computed field, a constant one for a value, None for neither.
func evaluator(t *Thread, eval, v Value) Value {
	switch {
	case !eval.IsNull():
		return eval
	case v.IsNull():
		return None
	}
	c := alloc[constEvaluator](t)
	c.shape, c.v = constEvaluatorShape, v
	return obj(unsafe.Pointer(c))
}

// constEvaluatorCall gives the value, or for annotationlib's format 4 its text.
func constEvaluatorCall(t *Thread, v Value, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := noKeywords(t, "constevaluator.__call__", kw); exc != nil {
		return Null, exc
	}
	if len(args) != 1 {
		return Null, TypeErrorf(t, "constevaluator.__call__() takes exactly 1 argument (%d given)", len(args))
	}
	format, exc := asCInt(t, args[0])
	if exc != nil {
		return Null, exc
	}
	x := (*constEvaluator)(v.p).v
	if format != 4 {
		return x, nil
	}
	items := asTuple(x)
	if items == nil {
		s, exc := typeParamRepr(t, x, false)
		if exc != nil {
			return Null, exc
		}
		return NewStr(t, s).Value(), nil
	}
	out := "("
	for i, it := range items.Items {
		if i > 0 {
			out += ", "
		}
		s, exc := typeParamRepr(t, it, false)
		if exc != nil {
			return Null, exc
		}
		out += s
	}
	return NewStr(t, out+")").Value(), nil
}
