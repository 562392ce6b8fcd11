package runtime

import "strings"

// BuiltinType is builtin_function_or_method.
var BuiltinType = &Type{name: "builtin_function_or_method"}

var builtinShape = &Shape{typ: BuiltinType}

var builtinSpec = TypeSpec{
	Type: BuiltinType, Name: "builtin_function_or_method", Flags: TypeHasWeakref | TypeNoInstantiation | typeOwnLayout, Shape: builtinShape,
	Slots: Slots{
		Call: builtinCall, Repr: builtinRepr, Hash: builtinHash, RichCompare: builtinCompare,
		Traverse: func(v Value, visit VisitFunc) {
			b := (*Builtin)(v.p)
			visit(b.Self)
			visit(b.Module)
		},
	},
	Methods: []MethodSpec{{Sig: "__reduce__($self, /)", Fn: builtinReduce}},
	GetSets: []GetSetSpec{
		{
			Name: "__module__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return orNone((*Builtin)(self.p).Module), nil },
			Set: func(_ *Thread, self, x Value) *Exception { (*Builtin)(self.p).Module = x; return nil },
		},
		{Name: "__doc__", Get: func(t *Thread, self Value) (Value, *Exception) { return textOrNone(t, (*Builtin)(self.p).Fn.doc), nil }},
		{Name: "__name__", Get: func(t *Thread, self Value) (Value, *Exception) {
			return t.Intern((*Builtin)(self.p).Fn.name).Value(), nil
		}},
		{Name: "__qualname__", Get: builtinQualname},
		{Name: "__self__", Get: func(_ *Thread, self Value) (Value, *Exception) { return orNone((*Builtin)(self.p).Self), nil }},
		{Name: "__text_signature__", Get: func(t *Thread, self Value) (Value, *Exception) {
			return textOrNone(t, (*Builtin)(self.p).Fn.textSignature()), nil
		}},
	},
}

func textOrNone(t *Thread, s string) Value {
	if s == "" {
		return None
	}
	return NewStr(t, s).Value()
}

// textSignature is __text_signature__, "" for none. Rows may write the first parameter plainly; it is shown with its dollar.
func (n *Native) textSignature() string {
	if n.sig == "" {
		return ""
	}
	first, _, _ := strings.Cut(n.sig[1:], ",")
	first = strings.TrimSuffix(first, ")")
	switch {
	case strings.HasPrefix(first, "$"):
		return n.sig
	case n.owner == nil && n.sig == "()":
		return "($module)"
	case n.owner == nil:
		return "($module, " + n.sig[1:]
	case first == "self" || first == "type" || first == "cls":
		return "($" + n.sig[1:]
	}
	return n.sig
}

// moduleFunction reports whether the function is one of a module rather than a method.
func (b *Builtin) moduleFunction() bool { return b.Self.IsNull() || AsModule(b.Self) != nil }

func builtinRepr(t *Thread, v Value) (Value, *Exception) {
	b := (*Builtin)(v.p)
	if b.moduleFunction() {
		return NewStr(t, "<built-in function "+b.Fn.name+">").Value(), nil
	}
	return NewStr(t, "<built-in method "+b.Fn.name+" of "+TypeOf(b.Self).fullName()+" object at "+Address(b.Self)+">").Value(), nil
}

func builtinHash(_ *Thread, v Value) (int64, *Exception) {
	b := (*Builtin)(v.p)
	h := int64(hashInt(int64(len(b.Fn.name)))) ^ hashBytes(b.Fn.name)
	if !b.Self.IsNull() {
		h ^= addressHash(b.Self)
	}
	if h == -1 {
		h = -2
	}
	return h, nil
}

func builtinCompare(_ *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	x, y := AsBuiltin(a), AsBuiltin(b)
	if op != EQ && op != NE || x == nil || y == nil {
		return NotImplemented, nil
	}
	return Bool((x.Fn == y.Fn && Is(x.Self, y.Self)) == (op == EQ)), nil
}

func builtinQualname(t *Thread, self Value) (Value, *Exception) {
	b := (*Builtin)(self.p)
	if b.moduleFunction() {
		return t.Intern(b.Fn.name).Value(), nil
	}
	tp := asType(b.Self)
	if tp == nil {
		tp = TypeOf(b.Self)
	}
	return NewStr(t, tp.qualname.GoString()+"."+b.Fn.name).Value(), nil
}

func builtinReduce(t *Thread, self Value) (Value, *Exception) {
	b := (*Builtin)(self.p)
	name := t.Intern(b.Fn.name).Value()
	if b.moduleFunction() {
		return name, nil
	}
	return reduceAttribute(t, b.Self, name)
}
