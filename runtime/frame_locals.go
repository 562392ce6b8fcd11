package runtime

import "unsafe"

// FrameLocalsProxyType is FrameLocalsProxy (PEP 667): f_locals of a function, a mapping that reads and writes the frame's variables.
var FrameLocalsProxyType = &Type{name: "FrameLocalsProxy"}

var localsProxyShape = &Shape{typ: FrameLocalsProxyType}

type localsProxy struct {
	Header
	f *Frame
}

var localsProxySpec = TypeSpec{
	Type: FrameLocalsProxyType, Name: "FrameLocalsProxy", Flags: TypeMapping | typeOwnLayout, Shape: localsProxyShape,
	Slots: Slots{
		New: localsProxyNew, Repr: localsProxyRepr, RichCompare: localsProxyCompare, Len: localsProxyLen, GetItem: localsProxyGet, SetItem: localsProxySet,
		Contains: localsProxyContains, Traverse: func(v Value, visit VisitFunc) { visit((*localsProxy)(v.p).f.Value()) },
		Iter: func(t *Thread, v Value) (Value, *Exception) {
			return Iter(t, NewList(t, (*localsProxy)(v.p).f.localKeys()).Value())
		},
		Binary: [numBinary + 1]BinaryFunc{OpOr: localsProxyOr},
		InPlaceOps: [numBinary]BinaryFunc{OpOr: func(t *Thread, a, b Value) (Value, *Exception) {
			if exc := localsProxyMerge(t, a, b); exc != nil {
				if exc.Is(TypeErrorType) {
					return NotImplemented, nil
				}
				return Null, exc
			}
			return a, nil
		}},
	},
	Methods: []MethodSpec{
		{Sig: "update($self, object, /)", Fn: func(t *Thread, self, x Value) (Value, *Exception) { return done(localsProxyMerge(t, self, x)) }},
		{Sig: "__reversed__($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			keys := (*localsProxy)(self.p).f.localKeys()
			for i, j := 0, len(keys)-1; i < j; i, j = i+1, j-1 {
				keys[i], keys[j] = keys[j], keys[i]
			}
			return NewList(t, keys).Value(), nil
		}},
		{Sig: "copy($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) { return (*localsProxy)(self.p).snapshot(t) }},
		{Sig: "keys($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			return NewList(t, (*localsProxy)(self.p).f.localKeys()).Value(), nil
		}},
		{Sig: "values($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			l := NewList(t, nil)
			(*localsProxy)(self.p).f.eachLocal(func(_, v Value) { l.Items = append(l.Items, v) })
			return l.Value(), nil
		}},
		{Sig: "items($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			l := NewList(t, nil)
			(*localsProxy)(self.p).f.eachLocal(func(k, v Value) { l.Items = append(l.Items, MakeTuple(t, k, v).Value()) })
			return l.Value(), nil
		}},
		{Sig: "get", Fn: localsProxyGetMethod},
		{Sig: "pop", Fn: localsProxyPop, Since: 14},
		{Sig: "setdefault", Fn: localsProxySetDefault},
	},
}

func newLocalsProxy(t *Thread, f *Frame) Value {
	p := alloc[localsProxy](t)
	p.shape, p.f = localsProxyShape, f
	return obj(unsafe.Pointer(p))
}

func asLocalsProxy(v Value) *localsProxy {
	if v.p != nil && (*Header)(v.p).shape == localsProxyShape {
		return (*localsProxy)(v.p)
	}
	return nil
}

func localsProxyNew(t *Thread, _ *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if n := len(args) - kw.Len(); n != 1 {
		return Null, TypeErrorf(t, "FrameLocalsProxy expected 1 argument, got %d", n)
	}
	f := AsFrame(args[0])
	if f == nil {
		return Null, TypeErrorf(t, "expect frame, not %s", TypeOf(args[0]).fullName())
	}
	if kw.Len() > 0 {
		return Null, Raise(t, TypeErrorType, "FrameLocalsProxy takes no keyword arguments")
	}
	return newLocalsProxy(t, f), nil
}

// eachLocal visits the bound variables, then the names that f_locals got beyond them.
func (f *Frame) eachLocal(visit func(k, v Value)) {
	if f.Slots != nil {
		for i, n := range f.Code.LocalsPlus {
			if v := f.local(i); !v.IsNull() {
				visit(n.Value(), v)
			}
		}
	}
	if f.extra == nil {
		return
	}
	for pos := 0; ; {
		k, v, ok := f.extra.Next(&pos)
		if !ok {
			return
		}
		visit(k, v)
	}
}

func (f *Frame) localKeys() []Value {
	var keys []Value
	f.eachLocal(func(k, _ Value) { keys = append(keys, k) })
	return keys
}

func (p *localsProxy) snapshot(t *Thread) (Value, *Exception) {
	return LocalsSnapshot(t, p.f)
}

func localsProxyRepr(t *Thread, v Value) (Value, *Exception) {
	for _, r := range t.reprs {
		if Is(r, v) {
			return static("{...}").Value(), nil
		}
	}
	d, exc := (*localsProxy)(v.p).snapshot(t)
	if exc != nil {
		return Null, exc
	}
	t.reprs = append(t.reprs, v)
	s, exc := Repr(t, d)
	t.reprs = t.reprs[:len(t.reprs)-1]
	return strValue(s, exc)
}

func localsProxyCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	if op != EQ && op != NE {
		return NotImplemented, nil
	}
	p := (*localsProxy)(a.p)
	if q := asLocalsProxy(b); q != nil {
		return Bool((p.f == q.f) == (op == EQ)), nil
	}
	if asDict(b) == nil {
		return NotImplemented, nil
	}
	d, exc := p.snapshot(t)
	if exc != nil {
		return Null, exc
	}
	return RichCompare(t, d, b, op)
}

func localsProxyLen(_ *Thread, v Value) (int, *Exception) {
	n := 0
	(*localsProxy)(v.p).f.eachLocal(func(_, _ Value) { n++ })
	return n, nil
}

// find returns the value of a key.
func (p *localsProxy) find(t *Thread, key Value) (Value, bool, *Exception) {
	if name := asStr(key); name != nil {
		if i := p.f.findLocal(name, true); i >= 0 {
			return p.f.local(i), true, nil
		}
	}
	if p.f.extra == nil {
		return Null, false, nil
	}
	return p.f.extra.Get(t, key)
}

func localsProxyGet(t *Thread, v, key Value) (Value, *Exception) {
	x, ok, exc := (*localsProxy)(v.p).find(t, key)
	if exc != nil || ok {
		return x, exc
	}
	s, exc := Repr(t, key)
	if exc != nil {
		return Null, exc
	}
	return Null, Raise(t, KeyErrorType, "local variable '"+s.GoString()+"' is not defined")
}

func localsProxyContains(t *Thread, v, key Value) (bool, *Exception) {
	_, ok, exc := (*localsProxy)(v.p).find(t, key)
	return ok, exc
}

func localsProxySet(t *Thread, v, key, x Value) *Exception {
	p := (*localsProxy)(v.p)
	if x.IsNull() {
		_, exc := p.remove(t, key)
		return exc
	}
	if name := asStr(key); name != nil {
		if i := p.f.findLocal(name, false); i >= 0 {
			p.f.setLocal(i, x)
			return nil
		}
	}
	if p.f.extra == nil {
		p.f.extra = NewDict(t)
	}
	return p.f.extra.Set(t, key, x)
}

// remove takes a name out that is none of the code's own, which stay.
func (p *localsProxy) remove(t *Thread, key Value) (Value, *Exception) {
	if !t.interp.Version.At(14) {
		return Null, Raise(t, TypeErrorType, "cannot remove variables from FrameLocalsProxy")
	}
	if name := asStr(key); name != nil && p.f.findLocal(name, false) >= 0 {
		return Null, Raise(t, ValueErrorType, "cannot remove local variables from FrameLocalsProxy")
	}
	if p.f.extra != nil {
		v, ok, exc := p.f.extra.Get(t, key)
		if exc != nil {
			return Null, exc
		}
		if ok {
			_, exc := p.f.extra.Delete(t, key)
			return v, exc
		}
	}
	return Null, RaiseNew(t, KeyErrorType, key)
}

// localsProxyMerge is update().
func localsProxyMerge(t *Thread, self, x Value) *Exception {
	if q := asLocalsProxy(x); q != nil {
		d, exc := q.snapshot(t)
		if exc != nil {
			return exc
		}
		x = d
	}
	if asDict(x) == nil {
		return Raise(t, TypeErrorType, "update() argument must be dict or another FrameLocalsProxy")
	}
	keys, exc := Collect(t, x)
	if exc != nil {
		return exc
	}
	for _, k := range keys {
		v, exc := GetItem(t, x, k)
		if exc != nil {
			return exc
		}
		if exc := localsProxySet(t, self, k, v); exc != nil {
			return exc
		}
	}
	return nil
}

func localsProxyOr(t *Thread, a, b Value) (Value, *Exception) {
	mappings := [...]Value{a, b}
	for i, v := range mappings {
		if p := asLocalsProxy(v); p != nil {
			d, exc := p.snapshot(t)
			if exc != nil {
				return Null, exc
			}
			mappings[i] = d
		} else if asDict(v) == nil {
			return NotImplemented, nil
		}
	}
	return Binary(t, OpOr, mappings[0], mappings[1])
}

// proxyArgs reads a key and an optional default.
func proxyArgs(t *Thread, name string, args []Value, kw *Tuple) (key, def Value, exc *Exception) {
	if n := len(args) - kw.Len(); n < 1 || n > 2 {
		return Null, Null, TypeErrorf(t, "%s expected 1 or 2 arguments", name)
	}
	if kw.Len() > 0 {
		return Null, Null, TypeErrorf(t, "FrameLocalsProxy.%s() takes no keyword arguments", name)
	}
	if len(args) == 2 {
		return args[0], args[1], nil
	}
	return args[0], Null, nil
}

func localsProxyGetMethod(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
	key, def, exc := proxyArgs(t, "get", args, kw)
	if exc != nil {
		return Null, exc
	}
	v, ok, exc := (*localsProxy)(self.p).find(t, key)
	if exc != nil || ok {
		return v, exc
	}
	return orNone(def), nil
}

func localsProxyPop(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
	key, def, exc := proxyArgs(t, "pop", args, kw)
	if exc != nil {
		return Null, exc
	}
	v, exc := (*localsProxy)(self.p).remove(t, key)
	if exc != nil && exc.Is(KeyErrorType) && !def.IsNull() {
		return def, nil
	}
	return v, exc
}

func localsProxySetDefault(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
	key, def, exc := proxyArgs(t, "setdefault", args, kw)
	if exc != nil {
		return Null, exc
	}
	v, ok, exc := (*localsProxy)(self.p).find(t, key)
	if exc != nil || ok {
		return v, exc
	}
	def = orNone(def)
	return def, localsProxySet(t, self, key, def)
}
