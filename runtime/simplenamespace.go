package runtime

import (
	"strings"
	"unsafe"
)

// SimpleNamespaceType is types.SimpleNamespace.
var SimpleNamespaceType = &Type{name: "SimpleNamespace"}

var simpleNamespaceShape = &Shape{typ: SimpleNamespaceType}

// A SimpleNamespace is an object of nothing but attributes.
type SimpleNamespace struct {
	Header
	Attrs
}

var simpleNamespaceSpec = TypeSpec{
	Type: SimpleNamespaceType, Name: "types.SimpleNamespace", Flags: TypeBase | TypeHasDict | typeOwnLayout, Shape: simpleNamespaceShape,
	AttrsOffset: unsafe.Offsetof(SimpleNamespace{}.Attrs), Doc: "A simple attribute-based namespace.", TextSig: "(mapping_or_iterable=(), /, **kwargs)",
	NewSub: func(t *Thread, _ *Type) *Header { return &alloc[SimpleNamespace](t).Header },
	Slots: Slots{
		New: func(t *Thread, cls *Type, _ []Value, _ *Tuple) (Value, *Exception) {
			if cls == SimpleNamespaceType {
				return NewSimpleNamespace(t), nil
			}
			return ObjectOf(newInstanceOf(t, cls)), nil
		},
		Init: simpleNamespaceInit, Repr: simpleNamespaceRepr, RichCompare: simpleNamespaceCompare,
	},
	Methods: []MethodSpec{
		{Sig: "__reduce__($self, /)", Doc: "Return state information for pickling", Fn: func(t *Thread, self Value) (Value, *Exception) {
			return MakeTuple(t, TypeOf(self).Value(), emptyTuple.Value(), InstanceDict(t, self).Value()).Value(), nil
		}},
		{Sig: "__replace__($self, /, **changes)", Doc: "Return a copy of the namespace object with new values for the specified attributes.", Fn: simpleNamespaceReplace, Since: 13},
	},
	GetSets: []GetSetSpec{{Name: "__dict__", Member: true, Get: dictGetSet.Get}},
}

// NewSimpleNamespace makes an empty namespace.
func NewSimpleNamespace(t *Thread) Value {
	n := alloc[SimpleNamespace](t)
	n.shape = simpleNamespaceShape
	return obj(unsafe.Pointer(n))
}

func simpleNamespaceInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	npos := len(args) - kw.Len()
	most := 1
	if !t.interp.Version.At(13) {
		most = 0
	}
	if npos > most {
		if most == 0 {
			return TypeErrorf(t, "no positional arguments expected")
		}
		return checkArity(t, TypeOf(self).name, npos, 0, 1)
	}
	d := InstanceDict(t, self)
	if npos == 1 {
		more, exc := Call(t, DictType.Value(), args[0])
		if exc != nil {
			return exc
		}
		from := asDict(more)
		for pos := 0; ; {
			k, v, ok := from.Next(&pos)
			if !ok {
				break
			}
			if asStr(k) == nil {
				return Raise(t, TypeErrorType, "keywords must be strings")
			}
			if exc := d.Set(t, k, v); exc != nil {
				return exc
			}
		}
	}
	for i := 0; i < kw.Len(); i++ {
		if exc := d.SetStr(t, t.InternStr(asStr(kw.Items[i])), args[npos+i]); exc != nil {
			return exc
		}
	}
	return nil
}

func simpleNamespaceRepr(t *Thread, v Value) (Value, *Exception) {
	name := "namespace"
	if TypeOf(v) != SimpleNamespaceType {
		name = TypeOf(v).name
	}
	for _, r := range t.reprs {
		if Is(r, v) {
			return NewStr(t, name+"(...)").Value(), nil
		}
	}
	t.reprs = append(t.reprs, v)
	defer func() { t.reprs = t.reprs[:len(t.reprs)-1] }()
	var parts []string
	d := InstanceDict(t, v)
	for pos := 0; ; {
		k, x, ok := d.Next(&pos)
		if !ok {
			break
		}
		key := asStr(k)
		if key == nil || key.Len() == 0 {
			continue
		}
		s, exc := Repr(t, x)
		if exc != nil {
			return Null, exc
		}
		parts = append(parts, key.GoString()+"="+s.GoString())
	}
	return NewStr(t, name+"("+strings.Join(parts, ", ")+")").Value(), nil
}

// simpleNamespaceCompare compares the attributes of two namespaces.
func simpleNamespaceCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	if !IsInstance(a, SimpleNamespaceType) || !IsInstance(b, SimpleNamespaceType) {
		return NotImplemented, nil
	}
	return RichCompare(t, InstanceDict(t, a).Value(), InstanceDict(t, b).Value(), op)
}

func simpleNamespaceReplace(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
	if len(args) > kw.Len() {
		return Null, Raise(t, TypeErrorType, "__replace__() takes no positional arguments")
	}
	n, exc := Call(t, TypeOf(self).Value())
	if exc != nil {
		return Null, exc
	}
	if !IsInstance(n, SimpleNamespaceType) {
		return Null, TypeErrorf(t, "expect %s type, but %s() returned '%s' object", SimpleNamespaceType.fullName(), TypeOf(self).fullName(), TypeOf(n).fullName())
	}
	SetInstanceDict(t, n, InstanceDict(t, self).Copy(t))
	d := InstanceDict(t, n)
	for i := 0; i < kw.Len(); i++ {
		if exc := d.SetStr(t, t.InternStr(asStr(kw.Items[i])), args[i]); exc != nil {
			return Null, exc
		}
	}
	return n, nil
}
