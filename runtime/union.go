package runtime

import (
	"strings"
	"unsafe"
)

// UnionType is types.UnionType until 3.13: what int | str makes.
var UnionType = &Type{name: "UnionType"}

// TypingUnionType is typing.Union from 3.14 on, which then is types.UnionType as well.
var TypingUnionType = &Type{name: "Union"}

var (
	unionShape       = &Shape{typ: UnionType}
	typingUnionShape = &Shape{typ: TypingUnionType}
)

// A Union is int | str.
type Union struct {
	Header
	Args   *Tuple
	params *Tuple // nil until asked for
}

var unionSpec = TypeSpec{
	Type: UnionType, Name: "types.UnionType", Flags: TypeNoInstantiation | typeOwnLayout, Shape: unionShape, NoNew: true,
	Doc:     "Represent a PEP 604 union type\n\nE.g. for int | str",
	Slots:   unionSlots(typeOr),
	GetSets: unionGetSets("Type variables in the types.UnionType."),
}

var typingUnionSpec = TypeSpec{
	Type: TypingUnionType, Name: "typing.Union", Flags: TypeNoInstantiation | TypeHasWeakref | typeOwnLayout, Shape: typingUnionShape, NoNew: true,
	Doc:   "Represent a union type\n\nE.g. for int | str",
	Slots: unionSlots(unionOr),
	Methods: []MethodSpec{
		{Sig: "__mro_entries__($self, object, /)", Fn: func(t *Thread, self, _ Value) (Value, *Exception) {
			s, exc := Repr(t, self)
			if exc != nil {
				return Null, exc
			}
			return Null, TypeErrorf(t, "Cannot subclass %s", s)
		}},
		{
			Sig: "__class_getitem__($type, object, /)", Doc: "Create a union containing the given types", Flavor: ClassMethod,
			Fn: func(t *Thread, _, key Value) (Value, *Exception) {
				if x := asTuple(key); x != nil {
					return unionOf(t, x.Items)
				}
				return unionOf(t, []Value{key})
			},
		},
	},
	GetSets: append([]GetSetSpec{
		{Name: "__name__", Doc: "Name of the type", Get: func(t *Thread, _ Value) (Value, *Exception) { return t.Intern("Union").Value(), nil }},
		{Name: "__qualname__", Doc: "Qualified name of the type", Get: func(t *Thread, _ Value) (Value, *Exception) { return t.Intern("Union").Value(), nil }},
		{Name: "__origin__", Doc: "Always returns the type", Get: func(*Thread, Value) (Value, *Exception) { return TypingUnionType.Value(), nil }},
	}, unionGetSets("Type variables in the types.UnionType.")...),
}

func unionSlots(or BinaryFunc) Slots {
	return Slots{
		Repr: unionRepr, Hash: unionHash, RichCompare: unionCompare, GetItem: unionGetItem, GetAttr: unionGetAttr,
		Binary: [numBinary + 1]BinaryFunc{OpOr: or},
		Traverse: func(v Value, visit VisitFunc) {
			u := (*Union)(v.p)
			visit(u.Args.Value())
			if u.params != nil {
				visit(u.params.Value())
			}
		},
	}
}

func unionGetSets(paramsDoc string) []GetSetSpec {
	return []GetSetSpec{
		{Name: "__args__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Union)(self.p).Args.Value(), nil }},
		{Name: "__parameters__", Doc: paramsDoc, Get: func(t *Thread, self Value) (Value, *Exception) {
			p, exc := (*Union)(self.p).parameters(t)
			if exc != nil {
				return Null, exc
			}
			return p.Value(), nil
		}},
	}
}

// asUnion returns the union that v is, or nil.
func asUnion(v Value) *Union {
	if v.p != nil {
		if s := (*Header)(v.p).shape; s == unionShape || s == typingUnionShape {
			return (*Union)(v.p)
		}
	}
	return nil
}

// unionable reports whether an operand of | between types may be part of a union.
func unionable(v Value) bool {
	return v.IsNone() || asType(v) != nil || asGenericAlias(v) != nil || asUnion(v) != nil || asTypeAlias(v) != nil
}

// typeOr is int | str: of classes, generic aliases and type aliases.
func typeOr(t *Thread, a, b Value) (Value, *Exception) {
	if !unionable(a) || !unionable(b) {
		return NotImplemented, nil
	}
	return unionOf(t, []Value{a, b})
}

// unionOr is the | of a union from 3.14 on, which takes anything.
func unionOr(t *Thread, a, b Value) (Value, *Exception) { return unionOf(t, []Value{a, b}) }

// unionOf makes the union of types: nested ones are flattened, None means its class, doubles count once, and a single type stays itself.
func unionOf(t *Thread, types []Value) (Value, *Exception) {
	var args []Value
	for _, v := range types {
		if u := asUnion(v); u != nil {
			args = append(args, u.Args.Items...)
			continue
		}
		if v.IsNone() {
			v = NoneType.Value()
		}
		if asStr(v) != nil {
			var exc *Exception
			if v, exc = checkType(t, v, "Union[arg, ...]: each arg must be a type."); exc != nil {
				return Null, exc
			}
		}
		args = append(args, v)
	}
	kept := args[:0:0]
	for _, v := range args {
		double, exc := unionHas(t, kept, v)
		if exc != nil {
			return Null, exc
		}
		if !double {
			kept = append(kept, v)
		}
	}
	switch len(kept) {
	case 0:
		return Null, Raise(t, TypeErrorType, "Cannot take a Union of no types.")
	case 1:
		return kept[0], nil
	}
	u := alloc[Union](t)
	u.shape, u.Args = unionShape, NewTuple(t, kept)
	if t.interp.Version.At(14) {
		u.shape = typingUnionShape
	}
	return obj(unsafe.Pointer(u)), nil
}

// unionHas looks for a type among others: by equality from 3.14 on, before by identity but for generic aliases.
func unionHas(t *Thread, args []Value, v Value) (bool, *Exception) {
	for _, x := range args {
		if Is(x, v) {
			return true, nil
		}
		if t.interp.Version.At(14) || asGenericAlias(x) != nil && asGenericAlias(v) != nil {
			if eq, exc := Equal(t, x, v); exc != nil || eq {
				return eq, exc
			}
		}
	}
	return false, nil
}

func unionRepr(t *Thread, v Value) (Value, *Exception) {
	var b strings.Builder
	for i, x := range (*Union)(v.p).Args.Items {
		if i > 0 {
			b.WriteString(" | ")
		}
		s, exc := typeParamRepr(t, x, false)
		if exc != nil {
			return Null, exc
		}
		b.WriteString(s)
	}
	return NewStr(t, b.String()).Value(), nil
}

func unionHash(t *Thread, v Value) (int64, *Exception) {
	for _, x := range (*Union)(v.p).Args.Items {
		if _, exc := Hash(t, x); exc != nil {
			return 0, exc
		}
	}
	s, exc := Call(t, FrozenSetType.Value(), (*Union)(v.p).Args.Value())
	if exc != nil {
		return 0, exc
	}
	return Hash(t, s)
}

// unionCompare is equality whatever the order.
func unionCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	x, y := asUnion(a), asUnion(b)
	if op != EQ && op != NE || x == nil || y == nil {
		return NotImplemented, nil
	}
	if !t.interp.Version.At(14) {
		s, exc := Call(t, SetType.Value(), x.Args.Value())
		if exc != nil {
			return Null, exc
		}
		r, exc := Call(t, SetType.Value(), y.Args.Value())
		if exc != nil {
			return Null, exc
		}
		return RichCompare(t, s, r, op)
	}
	eq := x.Args.Len() == y.Args.Len()
	for i := 0; eq && i < x.Args.Len(); i++ {
		var exc *Exception
		if eq, exc = unionHas(t, y.Args.Items, x.Args.Items[i]); exc != nil {
			return Null, exc
		}
	}
	return Bool(eq == (op == EQ)), nil
}

// unionGetAttr takes __module__ from the type.
func unionGetAttr(t *Thread, v Value, name *Str) (Value, *Exception) {
	if name.equal(sModule) {
		return GetAttr(t, TypeOf(v).Value(), name)
	}
	return GenericGetAttr(t, v, name)
}

func (u *Union) parameters(t *Thread) (*Tuple, *Exception) {
	if u.params == nil {
		p, exc := makeParameters(t, u.Args.Items)
		if exc != nil {
			return nil, exc
		}
		u.params = p
	}
	return u.params, nil
}

func unionGetItem(t *Thread, v, key Value) (Value, *Exception) {
	u := (*Union)(v.p)
	params, exc := u.parameters(t)
	if exc != nil {
		return Null, exc
	}
	args, exc := substituteParameters(t, v, u.Args.Items, params, key)
	if exc != nil {
		return Null, exc
	}
	if t.interp.Version.At(14) || len(args) == 0 {
		return unionOf(t, args)
	}
	r := args[0]
	for _, x := range args[1:] {
		if r, exc = Binary(t, OpOr, r, x); exc != nil {
			return Null, exc
		}
	}
	return r, nil
}
