package runtime

import (
	"strings"
	"unsafe"
)

// GenericAliasType is types.GenericAlias.
var GenericAliasType = &Type{name: "GenericAlias"}

var genericAliasShape = &Shape{typ: GenericAliasType}

// A GenericAlias is list[int] and the like.
type GenericAlias struct {
	Header
	Origin  Value
	Args    *Tuple
	params  *Tuple // nil until asked for
	starred bool   // *tuple[int]
}

// A subGenericAlias is an instance of a subclass of GenericAlias.
type subGenericAlias struct {
	GenericAlias
	Attrs
}

var (
	sOriginAttr    = static("__origin__")
	sArgsAttr      = static("__args__")
	sParameters    = static("__parameters__")
	sTypingSubst   = static("__typing_subst__")
	sTypingPrepare = static("__typing_prepare_subst__")
	sUnpackedArgs  = static("__typing_unpacked_tuple_args__")
	sIsUnpacked    = static("__typing_is_unpacked_typevartuple__")
	sOrigClass     = static("__orig_class__")
	sUnpacked      = static("__unpacked__")
	sCopyAttr      = static("__copy__")
	sDeepcopy      = static("__deepcopy__")
)

var genericAliasSpec = TypeSpec{
	Type: GenericAliasType, Name: "types.GenericAlias", Flags: TypeBase | TypeHasWeakref | typeOwnLayout, Shape: genericAliasShape,
	Doc:     "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).",
	TextSig: "(origin, args, /)",
	NewSub: func(t *Thread, tp *Type) *Header {
		a := alloc[subGenericAlias](t)
		a.Origin, a.Args = None, emptyTuple
		return &a.Header
	},
	SubAttrsOffset: unsafe.Offsetof(subGenericAlias{}.Attrs),
	Slots: Slots{
		New: genericAliasNew, Repr: genericAliasRepr, Hash: genericAliasHash, RichCompare: genericAliasCompare, Call: genericAliasCall,
		GetAttr: genericAliasGetAttr, GetItem: genericAliasGetItem, Iter: genericAliasIter,
		Binary: [numBinary + 1]BinaryFunc{OpOr: typeOr},
		Traverse: func(v Value, visit VisitFunc) {
			a := (*GenericAlias)(v.p)
			visit(a.Origin)
			visit(a.Args.Value())
			if a.params != nil {
				visit(a.params.Value())
			}
		},
	},
	Methods: []MethodSpec{
		{Sig: "__mro_entries__($self, object, /)", Fn: func(t *Thread, self, _ Value) (Value, *Exception) {
			return MakeTuple(t, (*GenericAlias)(self.p).Origin).Value(), nil
		}},
		{Sig: "__instancecheck__($self, object, /)", Fn: func(t *Thread, _, _ Value) (Value, *Exception) {
			return Null, Raise(t, TypeErrorType, "isinstance() argument 2 cannot be a parameterized generic")
		}},
		{Sig: "__subclasscheck__($self, object, /)", Fn: func(t *Thread, _, _ Value) (Value, *Exception) {
			return Null, Raise(t, TypeErrorType, "issubclass() argument 2 cannot be a parameterized generic")
		}},
		{Sig: "__reduce__($self, /)", Fn: genericAliasReduce},
		{Sig: "__dir__($self, /)", Fn: genericAliasDir},
	},
	GetSets: []GetSetSpec{
		{Name: "__origin__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*GenericAlias)(self.p).Origin, nil }},
		{Name: "__args__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*GenericAlias)(self.p).Args.Value(), nil }},
		{Name: "__unpacked__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return Bool((*GenericAlias)(self.p).starred), nil }},
		{Name: "__parameters__", Doc: "Type variables in the GenericAlias.", Get: func(t *Thread, self Value) (Value, *Exception) {
			p, exc := (*GenericAlias)(self.p).parameters(t)
			if exc != nil {
				return Null, exc
			}
			return p.Value(), nil
		}},
		{Name: "__typing_unpacked_tuple_args__", Get: func(_ *Thread, self Value) (Value, *Exception) {
			a := (*GenericAlias)(self.p)
			if a.starred && a.Origin == TupleType.Value() {
				return a.Args.Value(), nil
			}
			return None, nil
		}},
	},
}

// asGenericAlias returns the alias that v is (of GenericAlias or a subclass), or nil.
func asGenericAlias(v Value) *GenericAlias {
	if v.p != nil {
		if s := (*Header)(v.p).shape; s == genericAliasShape || s.typ.layout == GenericAliasType {
			return (*GenericAlias)(v.p)
		}
	}
	return nil
}

// newGenericAlias makes origin[key]: what __class_getitem__ of builtin types does.
func newGenericAlias(t *Thread, origin, key Value) (Value, *Exception) {
	a := alloc[GenericAlias](t)
	a.shape = genericAliasShape
	a.setup(t, origin, key)
	return obj(unsafe.Pointer(a)), nil
}

func (a *GenericAlias) setup(t *Thread, origin, key Value) {
	args := asTuple(key)
	if args == nil {
		args = MakeTuple(t, key)
	}
	a.Origin, a.Args = origin, args
}

func genericAliasNew(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := noKeywords(t, "GenericAlias", kw); exc != nil {
		return Null, exc
	}
	if exc := checkArity(t, "GenericAlias", len(args), 2, 2); exc != nil {
		return Null, exc
	}
	if cls == GenericAliasType {
		return newGenericAlias(t, args[0], args[1])
	}
	h := newInstanceOf(t, cls)
	(*GenericAlias)(unsafe.Pointer(h)).setup(t, args[0], args[1])
	return ObjectOf(h), nil
}

func (a *GenericAlias) parameters(t *Thread) (*Tuple, *Exception) {
	if a.params == nil {
		p, exc := makeParameters(t, a.Args.Items)
		if exc != nil {
			return nil, exc
		}
		a.params = p
	}
	return a.params, nil
}

// typeParamRepr is a type as generic aliases and unions show it: classes by name, generics and the rest by repr. noneAsClass keeps NoneType apart
// from None.
func typeParamRepr(t *Thread, v Value, noneAsClass bool) (string, *Exception) {
	if v.IsEllipsis() {
		return "...", nil
	}
	if asType(v) == NoneType && !noneAsClass {
		return "None", nil
	}
	_, hasOrigin, exc := FindAttr(t, v, sOriginAttr)
	if exc != nil {
		return "", exc
	}
	hasArgs := false
	if hasOrigin {
		if _, hasArgs, exc = FindAttr(t, v, sArgsAttr); exc != nil {
			return "", exc
		}
	}
	if !hasArgs {
		q, ok, exc := FindAttr(t, v, sQualname)
		if exc != nil {
			return "", exc
		}
		if ok {
			m, ok, exc := FindAttr(t, v, sModule)
			if exc != nil {
				return "", exc
			}
			if ok && !m.IsNone() {
				return qualifiedText(t, m, q)
			}
		}
	}
	s, exc := Repr(t, v)
	if exc != nil {
		return "", exc
	}
	return s.GoString(), nil
}

func qualifiedText(t *Thread, module, qualname Value) (string, *Exception) {
	q, exc := ToStr(t, qualname)
	if exc != nil {
		return "", exc
	}
	if s := asStr(module); s != nil && s.GoString() == "builtins" {
		return q.GoString(), nil
	}
	m, exc := ToStr(t, module)
	if exc != nil {
		return "", exc
	}
	return m.GoString() + "." + q.GoString(), nil
}

func genericAliasRepr(t *Thread, v Value) (Value, *Exception) {
	a := (*GenericAlias)(v.p)
	noneAsClass := !t.interp.Version.At(14)
	var b strings.Builder
	if a.starred {
		b.WriteByte('*')
	}
	s, exc := typeParamRepr(t, a.Origin, noneAsClass)
	if exc != nil {
		return Null, exc
	}
	b.WriteString(s + "[")
	for i, x := range a.Args.Items {
		if i > 0 {
			b.WriteString(", ")
		}
		if l := ExactList(x); l != nil {
			if s, exc = typeListRepr(t, l, noneAsClass); exc != nil {
				return Null, exc
			}
		} else if s, exc = typeParamRepr(t, x, noneAsClass); exc != nil {
			return Null, exc
		}
		b.WriteString(s)
	}
	if a.Args.Len() == 0 {
		b.WriteString("()")
	}
	b.WriteByte(']')
	return NewStr(t, b.String()).Value(), nil
}

// typeListRepr shows the list of parameters of Callable[[int, str], int] and the like.
func typeListRepr(t *Thread, l *List, noneAsClass bool) (string, *Exception) {
	out := "["
	for i := 0; i < len(l.Items); i++ {
		if i > 0 {
			out += ", "
		}
		s, exc := typeParamRepr(t, l.Items[i], noneAsClass)
		if exc != nil {
			return "", exc
		}
		out += s
	}
	return out + "]", nil
}

func genericAliasHash(t *Thread, v Value) (int64, *Exception) {
	a := (*GenericAlias)(v.p)
	h, exc := Hash(t, a.Origin)
	if exc != nil {
		return 0, exc
	}
	k, exc := Hash(t, a.Args.Value())
	if exc != nil {
		return 0, exc
	}
	if h ^= k; h == -1 {
		h = -2
	}
	return h, nil
}

func genericAliasCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	x, y := asGenericAlias(a), asGenericAlias(b)
	if op != EQ && op != NE || x == nil || y == nil {
		return NotImplemented, nil
	}
	eq := x.starred == y.starred
	if eq {
		var exc *Exception
		if eq, exc = Equal(t, x.Origin, y.Origin); exc != nil {
			return Null, exc
		}
	}
	if eq {
		var exc *Exception
		if eq, exc = Equal(t, x.Args.Value(), y.Args.Value()); exc != nil {
			return Null, exc
		}
	}
	return Bool(eq == (op == EQ)), nil
}

// genericAliasCall makes an instance of the origin and tells it the alias.
func genericAliasCall(t *Thread, v Value, args []Value, kw *Tuple) (Value, *Exception) {
	o, exc := CallKw(t, (*GenericAlias)(v.p).Origin, args, kw)
	if exc != nil {
		return Null, exc
	}
	if exc := SetAttr(t, o, sOrigClass, v); exc != nil && !exc.Is(AttributeErrorType) && !exc.Is(TypeErrorType) {
		return Null, exc
	}
	return o, nil
}

// genericAliasOwn are the attributes that an alias does not take from its origin.
var genericAliasOwn = map[*Str]bool{
	sClass: true, sOriginAttr: true, sArgsAttr: true, sUnpacked: true, sParameters: true, sUnpackedArgs: true, sMroEntries: true, sReduceEx: true, sReduce: true,
	sBases: true, sCopyAttr: true, sDeepcopy: true,
}

func genericAliasGetAttr(t *Thread, v Value, name *Str) (Value, *Exception) {
	if !genericAliasOwn[t.InternStr(name)] {
		return GetAttr(t, (*GenericAlias)(v.p).Origin, name)
	}
	return GenericGetAttr(t, v, name)
}

func genericAliasDir(t *Thread, self Value) (Value, *Exception) {
	v, _, exc := CallSpecial(t, (*GenericAlias)(self.p).Origin, sDir)
	if exc != nil {
		return Null, exc
	}
	items, exc := Collect(t, v)
	if exc != nil {
		return Null, exc
	}
	l := NewList(t, items)
	own := []*Str{sClass, sOriginAttr, sArgsAttr, sUnpacked, sParameters, sUnpackedArgs, sMroEntries, sReduceEx, sReduce}
	if !t.interp.Version.At(14) {
		own = append(own, sBases, sCopyAttr, sDeepcopy)
	}
	for _, n := range own {
		in, exc := Contains(t, l.Value(), n.Value())
		if exc != nil {
			return Null, exc
		}
		if !in {
			if exc := l.Append(t, n.Value()); exc != nil {
				return Null, exc
			}
		}
	}
	return l.Value(), nil
}

func genericAliasReduce(t *Thread, self Value) (Value, *Exception) {
	a := (*GenericAlias)(self.p)
	if a.starred {
		next, exc := builtinName(t, "next")
		if exc != nil {
			return Null, exc
		}
		plain, exc := newGenericAlias(t, a.Origin, a.Args.Value())
		if exc != nil {
			return Null, exc
		}
		it, exc := genericAliasIter(t, plain)
		if exc != nil {
			return Null, exc
		}
		return MakeTuple(t, next, MakeTuple(t, it).Value()).Value(), nil
	}
	return MakeTuple(t, TypeOf(self).Value(), MakeTuple(t, a.Origin, a.Args.Value()).Value()).Value(), nil
}

func genericAliasGetItem(t *Thread, v, key Value) (Value, *Exception) {
	a := (*GenericAlias)(v.p)
	params, exc := a.parameters(t)
	if exc != nil {
		return Null, exc
	}
	args, exc := substituteParameters(t, v, a.Args.Items, params, key)
	if exc != nil {
		return Null, exc
	}
	r, exc := newGenericAlias(t, a.Origin, NewTuple(t, args).Value())
	if exc != nil {
		return Null, exc
	}
	(*GenericAlias)(r.p).starred = a.starred
	return r, nil
}

// A genericAliasIterator yields *alias once.
type genericAliasIterator struct {
	Header
	alias Value // Null once exhausted
}

var (
	genericAliasIterType  = &Type{name: "generic_alias_iterator"}
	genericAliasIterShape = &Shape{typ: genericAliasIterType}
)

var genericAliasIterSpec = TypeSpec{
	Type: genericAliasIterType, Name: "generic_alias_iterator", Flags: TypeNoInstantiation | typeOwnLayout, Shape: genericAliasIterShape, NoNew: true,
	Slots: Slots{
		Iter: selfIter,
		Next: func(t *Thread, v Value) (Value, bool, *Exception) {
			it := (*genericAliasIterator)(v.p)
			a := asGenericAlias(it.alias)
			if a == nil {
				return Null, false, nil
			}
			it.alias = Null
			r, exc := newGenericAlias(t, a.Origin, a.Args.Value())
			if exc != nil {
				return Null, false, exc
			}
			(*GenericAlias)(r.p).starred = true
			return r, true, nil
		},
		Traverse: func(v Value, visit VisitFunc) { visit((*genericAliasIterator)(v.p).alias) },
	},
	Methods: []MethodSpec{{Sig: "__reduce__($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
		iter, exc := builtinName(t, "iter")
		if exc != nil {
			return Null, exc
		}
		v := (*genericAliasIterator)(self.p).alias
		if v.IsNull() {
			v = emptyTuple.Value()
		}
		return MakeTuple(t, iter, MakeTuple(t, v).Value()).Value(), nil
	}}},
}

func genericAliasIter(t *Thread, v Value) (Value, *Exception) {
	it := alloc[genericAliasIterator](t)
	it.shape, it.alias = genericAliasIterShape, v
	return obj(unsafe.Pointer(it)), nil
}
