// Package operator is Python's _operator module: the operators as functions, and the callables that fetch items, attributes and method results.
package operator

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

type (
	// Value is a Python value.
	Value = runtime.Value
	// Exception is a Python exception.
	Exception = runtime.Exception
	// Thread is a Python thread.
	Thread = runtime.Thread
)

// null is the missing value.
var null = runtime.Null

// Spec describes the module.
var Spec = &runtime.ModuleSpec{
	Name: "_operator",
	Doc: "Operator interface.\n\nThis module exports a set of functions implemented in C corresponding\nto the intrinsic operators of Python.  For example, operator.add(x, y)\n" +
		"is equivalent to the expression x+y.",
	Functions: []runtime.MethodSpec{
		{Sig: "truth($module, a, /)", Doc: "Return True if a is true, False otherwise.", Fn: truth},
		{Sig: "contains($module, a, b, /)", Doc: "Same as b in a (note reversed operands).", Fn: contains},
		{Sig: "indexOf($module, a, b, /)", Doc: "Return the first index of b in a.", Fn: indexOf},
		{Sig: "countOf($module, a, b, /)", Doc: "Return the number of items in a which are, or which equal, b.", Fn: countOf},
		{Sig: "is_($module, a, b, /)", Doc: "Same as a is b.", Fn: is},
		{Sig: "is_not($module, a, b, /)", Doc: "Same as a is not b.", Fn: isNot},
		{Sig: "is_none($module, a, /)", Doc: "Same as a is None.", Fn: isNone, Since: 14},
		{Sig: "is_not_none($module, a, /)", Doc: "Same as a is not None.", Fn: isNotNone, Since: 14},
		binary("add", "a + b", runtime.OpAdd), binary("sub", "a - b", runtime.OpSubtract), binary("mul", "a * b", runtime.OpMultiply),
		binary("matmul", "a @ b", runtime.OpMatMul), binary("floordiv", "a // b", runtime.OpFloorDivide), binary("truediv", "a / b", runtime.OpTrueDivide),
		binary("mod", "a % b", runtime.OpRemainder), binary("lshift", "a << b", runtime.OpLshift), binary("rshift", "a >> b", runtime.OpRshift),
		binary("and_", "a & b", runtime.OpAnd), binary("xor", "a ^ b", runtime.OpXor), binary("or_", "a | b", runtime.OpOr), binary("pow", "a ** b", runtime.OpPower),
		inPlace("iadd", "a += b", runtime.OpAdd), inPlace("isub", "a -= b", runtime.OpSubtract), inPlace("imul", "a *= b", runtime.OpMultiply),
		inPlace("imatmul", "a @= b", runtime.OpMatMul), inPlace("ifloordiv", "a //= b", runtime.OpFloorDivide), inPlace("itruediv", "a /= b", runtime.OpTrueDivide),
		inPlace("imod", "a %= b", runtime.OpRemainder), inPlace("ilshift", "a <<= b", runtime.OpLshift), inPlace("irshift", "a >>= b", runtime.OpRshift),
		inPlace("iand", "a &= b", runtime.OpAnd), inPlace("ixor", "a ^= b", runtime.OpXor), inPlace("ior", "a |= b", runtime.OpOr), inPlace("ipow", "a **= b", runtime.OpPower),
		unary("neg", "-a", runtime.Neg), unary("pos", "+a", runtime.Pos), unary("inv", "~a", runtime.Invert), unary("invert", "~a", runtime.Invert),
		unary("abs", "abs(a)", runtime.Abs),
		{Sig: "index($module, a, /)", Doc: "Same as a.__index__()", Fn: index},
		{Sig: "not_($module, a, /)", Doc: "Same as not a.", Fn: not},
		comparison("lt", "a < b", runtime.LT), comparison("le", "a <= b", runtime.LE), comparison("eq", "a == b", runtime.EQ),
		comparison("ne", "a != b", runtime.NE), comparison("gt", "a > b", runtime.GT), comparison("ge", "a >= b", runtime.GE),
		{Sig: "concat($module, a, b, /)", Doc: "Same as a + b, for a and b sequences.", Fn: concat},
		{Sig: "iconcat($module, a, b, /)", Doc: "Same as a += b, for a and b sequences.", Fn: concatInPlace},
		{Sig: "getitem($module, a, b, /)", Doc: "Same as a[b].", Fn: getItem},
		{Sig: "setitem($module, a, b, c, /)", Doc: "Same as a[b] = c.", Fn: setItem},
		{Sig: "delitem($module, a, b, /)", Doc: "Same as del a[b].", Fn: delItem},
		{Sig: "length_hint($module, obj, default=0, /)", Doc: "Return an estimate of the number of items in obj.", Fn: lengthHint},
		{Sig: "call($module, obj, /, *args, **kwargs)", Doc: "Same as obj(*args, **kwargs).", Fn: call},
		{Sig: "_compare_digest($module, a, b, /)", Doc: "Return 'a == b'.", Fn: compareDigest},
	},
	TypeSpecs: []*runtime.TypeSpec{&itemGetterSpec, &attrGetterSpec, &methodCallerSpec},
}

func binary(name, same string, op runtime.BinaryOp) runtime.MethodSpec {
	return runtime.MethodSpec{Sig: name + "($module, a, b, /)", Doc: "Same as " + same + ".", Fn: func(t *Thread, _, a, b Value) (Value, *Exception) {
		return runtime.Binary(t, op, a, b)
	}}
}

func inPlace(name, same string, op runtime.BinaryOp) runtime.MethodSpec {
	return runtime.MethodSpec{Sig: name + "($module, a, b, /)", Doc: "Same as " + same + ".", Fn: func(t *Thread, _, a, b Value) (Value, *Exception) {
		return runtime.InPlaceOp(t, op, a, b)
	}}
}

func unary(name, same string, f runtime.UnaryFunc) runtime.MethodSpec {
	return runtime.MethodSpec{Sig: name + "($module, a, /)", Doc: "Same as " + same + ".", Fn: func(t *Thread, _, a Value) (Value, *Exception) {
		return f(t, a)
	}}
}

func comparison(name, same string, op runtime.CompareOp) runtime.MethodSpec {
	return runtime.MethodSpec{Sig: name + "($module, a, b, /)", Doc: "Same as " + same + ".", Fn: func(t *Thread, _, a, b Value) (Value, *Exception) {
		return runtime.RichCompare(t, a, b, op)
	}}
}

func boolean(b bool, exc *Exception) (Value, *Exception) {
	if exc != nil {
		return null, exc
	}
	return runtime.Bool(b), nil
}

func truth(t *Thread, _, a Value) (Value, *Exception) { return boolean(runtime.Truth(t, a)) }

func not(t *Thread, _, a Value) (Value, *Exception) {
	b, exc := runtime.Truth(t, a)
	return boolean(!b, exc)
}

func contains(t *Thread, _, a, b Value) (Value, *Exception) {
	return boolean(runtime.Contains(t, a, b))
}

func is(_ *Thread, _, a, b Value) (Value, *Exception) { return runtime.Bool(runtime.Is(a, b)), nil }

func isNot(_ *Thread, _, a, b Value) (Value, *Exception)  { return runtime.Bool(!runtime.Is(a, b)), nil }
func isNone(_ *Thread, _, a Value) (Value, *Exception)    { return runtime.Bool(a.IsNone()), nil }
func isNotNone(_ *Thread, _, a Value) (Value, *Exception) { return runtime.Bool(!a.IsNone()), nil }
func index(t *Thread, _, a Value) (Value, *Exception)     { return runtime.Index(t, a) }

func getItem(t *Thread, _, a, b Value) (Value, *Exception) { return runtime.GetItem(t, a, b) }

func setItem(t *Thread, _ Value, args []Value) (Value, *Exception) {
	return runtime.None, runtime.SetItem(t, args[0], args[1], args[2])
}

func delItem(t *Thread, _, a, b Value) (Value, *Exception) {
	return runtime.None, runtime.SetItem(t, a, b, null)
}

// iterOf is iter(o) with the TypeError of the functions that search.
func iterOf(t *Thread, o Value) (Value, *Exception) {
	it, exc := runtime.Iter(t, o)
	if exc != nil && exc.Is(runtime.TypeErrorType) {
		return null, runtime.TypeErrorf(t, "argument of type '%s' is not iterable", runtime.TypeOf(o).FullName())
	}
	return it, exc
}

func countOf(t *Thread, _, a, b Value) (Value, *Exception) {
	it, exc := iterOf(t, a)
	if exc != nil {
		return null, exc
	}
	n := int64(0)
	exc = runtime.Iterate(t, it, func(v Value) (bool, *Exception) {
		eq, exc := runtime.Equal(t, v, b)
		if eq {
			n++
		}
		return true, exc
	})
	return runtime.Int(n), exc
}

func indexOf(t *Thread, _, a, b Value) (Value, *Exception) {
	it, exc := iterOf(t, a)
	if exc != nil {
		return null, exc
	}
	n, found := int64(0), false
	exc = runtime.Iterate(t, it, func(v Value) (bool, *Exception) {
		var exc *Exception
		if found, exc = runtime.Equal(t, v, b); !found {
			n++
		}
		return !found, exc
	})
	if exc == nil && !found {
		return null, runtime.Raise(t, runtime.ValueErrorType, "sequence.index(x): x not in sequence")
	}
	return runtime.Int(n), exc
}

// isSequence is PySequence_Check.
func isSequence(v Value) bool {
	tp := runtime.TypeOf(v)
	return tp.GetItem != nil && !tp.Is(runtime.TypeDict)
}

func concat(t *Thread, _, a, b Value) (Value, *Exception) {
	if f := runtime.TypeOf(a).Concat; f != nil {
		return f(t, a, b)
	}
	if isSequence(a) && isSequence(b) {
		return runtime.Binary(t, runtime.OpAdd, a, b)
	}
	return null, runtime.TypeErrorf(t, "'%s' object can't be concatenated", runtime.TypeOf(a).FullName())
}

func concatInPlace(t *Thread, _, a, b Value) (Value, *Exception) {
	if f := runtime.TypeOf(a).ConcatInPlace; f != nil {
		return f(t, a, b)
	}
	if f := runtime.TypeOf(a).Concat; f != nil {
		return f(t, a, b)
	}
	if isSequence(a) && isSequence(b) {
		return runtime.InPlaceOp(t, runtime.OpAdd, a, b)
	}
	return null, runtime.TypeErrorf(t, "'%s' object can't be concatenated", runtime.TypeOf(a).FullName())
}

func lengthHint(t *Thread, _, o, def Value) (Value, *Exception) {
	if !runtime.TypeOf(def).Is(runtime.TypeInt) && runtime.TypeOf(def).Index == nil {
		return null, runtime.TypeErrorf(t, "'%s' object cannot be interpreted as an integer", runtime.TypeOf(def).FullName())
	}
	d, exc := runtime.AsSsize(t, def)
	if exc != nil {
		return null, exc
	}
	n, exc := runtime.LengthHint(t, o, d)
	return runtime.Int(int64(n)), exc
}

func call(t *Thread, _ Value, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	if len(args)-kw.Len() < 1 {
		return null, runtime.Raise(t, runtime.TypeErrorType, "call expected at least 1 argument, got 0")
	}
	if exc := t.Enter(" while calling a Python object"); exc != nil {
		return null, exc
	}
	defer t.Leave()
	return runtime.CallKw(t, args[0], args[1:], kw)
}

// compareDigest compares without letting the place of the first difference decide how long it takes.
func compareDigest(t *Thread, _, a, b Value) (Value, *Exception) {
	x, xs := runtime.AsStr(a)
	y, ys := runtime.AsStr(b)
	if xs && ys {
		if !x.IsASCII() || !y.IsASCII() {
			return null, runtime.Raise(t, runtime.TypeErrorType, "comparing strings with non-ASCII characters is not supported")
		}
		return runtime.Bool(sameBytes([]byte(x.Raw()), []byte(y.Raw()))), nil
	}
	if runtime.TypeOf(a).Buffer == nil && runtime.TypeOf(b).Buffer == nil {
		return null, runtime.TypeErrorf(t, "unsupported operand types(s) or combination of types: '%s' and '%s'", runtime.TypeOf(a).FullName(), runtime.TypeOf(b).FullName())
	}
	p, exc := runtime.GetBuffer(t, a, false)
	if exc != nil {
		return null, exc
	}
	defer p.Free()
	q, exc := runtime.GetBuffer(t, b, false)
	if exc != nil {
		return null, exc
	}
	defer q.Free()
	return runtime.Bool(sameBytes(p.Bytes, q.Bytes)), nil
}

func sameBytes(a, b []byte) bool {
	var diff byte
	if len(a) != len(b) {
		a, diff = b, 1
	}
	for i := range b {
		diff |= a[i] ^ b[i]
	}
	return diff == 0
}

// value wraps an object of this package.
func value[T any](x *T) Value { return runtime.ObjectOf((*runtime.Header)(unsafe.Pointer(x))) }
