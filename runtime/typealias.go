package runtime

import (
	"unsafe"

	"github.com/krait-vm/krait/opcodes"
)

// TypeAliasType is typing.TypeAliasType: what a type statement makes.
var TypeAliasType = &Type{name: "TypeAliasType"}

var typeAliasShape = &Shape{typ: TypeAliasType}

// A TypeAlias is made by `type X = ...`; its value is computed when it is asked for.
type TypeAlias struct {
	Header
	name    Value
	params  *Tuple // nil for none
	compute Value  // the function that computes value, Null for none
	value   Value  // Null while unknown
	module  Value  // Null: that of compute
}

var typeAliasSpec = TypeSpec{
	Type: TypeAliasType, Name: "typing.TypeAliasType", Flags: typeOwnLayout, Shape: typeAliasShape,
	Doc: "Type alias.\n\nType aliases are created through the type statement::\n\n    type Alias = int\n\nIn this example, Alias and int will be treated equivalently by static\ntype checkers.\n",
	Slots: Slots{
		New: typeAliasNew, Repr: func(_ *Thread, v Value) (Value, *Exception) { return (*TypeAlias)(v.p).name, nil },
		GetItem: typeAliasGetItem, Binary: [numBinary + 1]BinaryFunc{OpOr: typeOr}, Iter: typeAliasIter,
		Traverse: func(v Value, visit VisitFunc) {
			a := (*TypeAlias)(v.p)
			visit(a.name)
			visit(a.compute)
			visit(a.value)
			visit(a.module)
			if a.params != nil {
				visit(a.params.Value())
			}
		},
	},
	Methods: []MethodSpec{{Sig: "__reduce__($self, /)", Fn: func(_ *Thread, self Value) (Value, *Exception) { return (*TypeAlias)(self.p).name, nil }}},
	GetSets: []GetSetSpec{
		{Name: "__name__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*TypeAlias)(self.p).name, nil }},
		{Name: "__parameters__", Get: func(t *Thread, self Value) (Value, *Exception) {
			return unpackTypeVarTuples(t, (*TypeAlias)(self.p).params)
		}},
		{Name: "__type_params__", Get: func(_ *Thread, self Value) (Value, *Exception) {
			if p := (*TypeAlias)(self.p).params; p != nil {
				return p.Value(), nil
			}
			return emptyTuple.Value(), nil
		}},
		{Name: "__value__", Get: func(t *Thread, self Value) (Value, *Exception) {
			a := (*TypeAlias)(self.p)
			return computed(t, &a.value, a.compute, None)
		}},
		{Name: "evaluate_value", Since: 14, Get: func(t *Thread, self Value) (Value, *Exception) {
			a := (*TypeAlias)(self.p)
			return evaluator(t, a.compute, a.value), nil
		}},
		{Name: "__module__", Get: func(_ *Thread, self Value) (Value, *Exception) {
			a := (*TypeAlias)(self.p)
			if !a.module.IsNull() {
				return a.module, nil
			}
			if f := AsFunction(a.compute); f != nil {
				return orNone(f.Module), nil
			}
			return None, nil
		}},
	},
}

// asTypeAlias returns the type alias that v is, or nil.
func asTypeAlias(v Value) *TypeAlias {
	if v.p != nil && (*Header)(v.p).shape == typeAliasShape {
		return (*TypeAlias)(v.p)
	}
	return nil
}

var typeAliasArgs = signature("typealias(name, value, *, type_params=())")

func typeAliasNew(t *Thread, _ *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if n := len(args) - kw.Len(); n > 2 {
		return Null, TypeErrorf(t, "typealias() takes exactly 2 positional arguments (%d given)", n)
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := typeAliasArgs.bind(t, args, kw)
	if exc != nil {
		return Null, exc
	}
	if asStr(a[0]) == nil {
		return Null, badArgument(t, "typealias", "argument 'name'", "str", a[0])
	}
	params := asTuple(a[2])
	if params == nil {
		return Null, Raise(t, TypeErrorType, "type_params must be a tuple")
	}
	if t.interp.Version.At(14) {
		if exc := checkTypeParams(t, params); exc != nil {
			return Null, exc
		}
	}
	x := newTypeAlias(t, a[0], params)
	x.value, x.module = a[1], callerModule(t)
	return obj(unsafe.Pointer(x)), nil
}

func newTypeAlias(t *Thread, name Value, params *Tuple) *TypeAlias {
	x := alloc[TypeAlias](t)
	x.shape, x.name, x.compute, x.value, x.module = typeAliasShape, name, Null, Null, Null
	if params.Len() > 0 {
		x.params = params
	}
	return x
}

// checkTypeParams raises for what is no type parameter, and for one without a default behind one that has it.
func checkTypeParams(t *Thread, params *Tuple) *Exception {
	seen := false
	for _, v := range params.Items {
		if asTypeParam(v) == nil {
			return raiseNoTypeParam(t, v)
		}
		def, exc := typeParamDefault(t, v)
		if exc != nil {
			return exc
		}
		if def != NoDefault {
			seen = true
		} else if seen {
			s, exc := Repr(t, v)
			if exc != nil {
				return exc
			}
			return TypeErrorf(t, "non-default type parameter '%s' follows default type parameter", s)
		}
	}
	return nil
}

func raiseNoTypeParam(t *Thread, v Value) *Exception {
	s, exc := Repr(t, v)
	if exc != nil {
		return exc
	}
	return TypeErrorf(t, "Expected a type param, got %s", s)
}

func typeAliasGetItem(t *Thread, v, key Value) (Value, *Exception) {
	if (*TypeAlias)(v.p).params == nil {
		return Null, Raise(t, TypeErrorType, "Only generic type aliases are subscriptable")
	}
	return newGenericAlias(t, v, key)
}

func typeAliasIter(t *Thread, v Value) (Value, *Exception) {
	if !t.interp.Version.At(14) {
		return Null, TypeErrorf(t, "'%s' object is not iterable", TypeOf(v).fullName())
	}
	return unpackedIter(t, v)
}

// unpackTypeVarTuples unpacks the TypeVarTuples among type parameters, as Generic wants it.
func unpackTypeVarTuples(t *Thread, params *Tuple) (Value, *Exception) {
	if params == nil {
		return emptyTuple.Value(), nil
	}
	items := append([]Value(nil), params.Items...)
	for i, v := range items {
		if p := asTypeParam(v); p != nil && p.shape == typeVarTupleShape {
			u, exc := unpackTypeParam(t, v)
			if exc != nil {
				return Null, exc
			}
			items[i] = u
		}
	}
	return NewTuple(t, items).Value(), nil
}

// GenericType is typing.Generic.
var GenericType = &Type{name: "Generic"}

var genericShape = &Shape{typ: GenericType}

var genericSpec = TypeSpec{
	Type: GenericType, Name: "typing.Generic", Flags: TypeBase, Shape: genericShape, Attrs: map[string]Value{"__module__": sTyping.Value()},
	Doc: "Abstract base class for generic types.\n\nOn Python 3.12 and newer, generic classes implicitly inherit from\nGeneric when they declare a parameter list after the class's name::\n\n" +
		"    class Mapping[KT, VT]:\n        def __getitem__(self, key: KT) -> VT:\n            ...\n        # Etc.\n",
	Methods: []MethodSpec{
		{Sig: "__class_getitem__", Doc: "Parameterizes a generic class.", Fn: genericHelper("_generic_class_getitem"), Flavor: ClassMethod},
		{Sig: "__init_subclass__", Doc: "Function to initialize subclasses.", Fn: genericHelper("_generic_init_subclass"), Flavor: ClassMethod},
	},
}

// genericHelper leaves a class method of Generic to a function of the typing module.
func genericHelper(name string) func(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
	return func(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
		m, exc := ImportModule(t, "typing")
		if exc != nil {
			return Null, exc
		}
		fn, exc := GetAttr(t, m, t.Intern(name))
		if exc != nil {
			return Null, exc
		}
		return callPrepended(t, fn, self, args, kw)
	}
}

// Intrinsic1 is CALL_INTRINSIC_1 but for what the engine does itself; n is its operand.
func Intrinsic1(t *Thread, n int, v Value) (Value, *Exception) {
	switch opcodes.Intrinsic1(n) {
	case opcodes.IntrinsicTypeVar:
		return syntaxTypeParam(t, typeVarShape, v).Value(), nil
	case opcodes.IntrinsicParamSpec:
		return syntaxTypeParam(t, paramSpecShape, v).Value(), nil
	case opcodes.IntrinsicTypeVarTuple:
		return syntaxTypeParam(t, typeVarTupleShape, v).Value(), nil
	case opcodes.IntrinsicSubscriptGeneric:
		params, exc := unpackTypeVarTuples(t, asTuple(v))
		if exc != nil {
			return Null, exc
		}
		return callTyping(t, "_GenericAlias", GenericType.Value(), params)
	case opcodes.IntrinsicTypeAlias:
		x := asTuple(v)
		if x.Len() != 3 || asStr(x.Items[0]) == nil {
			return Null, Raise(t, SystemErrorType, "a type alias wants a tuple of name, type parameters and function")
		}
		a := newTypeAlias(t, x.Items[0], asTuple(x.Items[1]))
		a.compute = x.Items[2]
		return obj(unsafe.Pointer(a)), nil
	}
	return Null, Raisef(t, SystemErrorType, "CALL_INTRINSIC_1 with an unknown function %d", n)
}

// syntaxTypeParam makes a type parameter that the syntax of PEP 695 declares.
func syntaxTypeParam(t *Thread, shape *Shape, name Value) *TypeParam {
	if asStr(name) == nil {
		name = emptyStr.Value() // hostile bytecode
	}
	p := newTypeParam(t, shape, name)
	p.infer = true
	return p
}

// Intrinsic2 is CALL_INTRINSIC_2 but for what the engine does itself; n is its operand.
func Intrinsic2(t *Thread, n int, a, b Value) (Value, *Exception) {
	switch opcodes.Intrinsic2(n) {
	case opcodes.IntrinsicTypeVarWithBound:
		p := syntaxTypeParam(t, typeVarShape, a)
		p.evalBound = b
		return p.Value(), nil
	case opcodes.IntrinsicTypeVarWithConstraints:
		p := syntaxTypeParam(t, typeVarShape, a)
		p.evalConstraints = b
		return p.Value(), nil
	case opcodes.IntrinsicSetFunctionTypeParams:
		f := AsFunction(a)
		if f == nil || asTuple(b) == nil {
			return Null, Raise(t, SystemErrorType, "type parameters are set on what is no function")
		}
		f.TypeParams = b
		return a, nil
	case opcodes.IntrinsicSetTypeParamDefault:
		p := asTypeParam(a)
		if p == nil {
			return Null, raiseNoTypeParam(t, a)
		}
		p.evalDef = b
		return a, nil
	}
	return Null, Raisef(t, SystemErrorType, "CALL_INTRINSIC_2 with an unknown function %d", n)
}
