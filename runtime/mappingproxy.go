package runtime

import "unsafe"

// MappingProxyType is types.MappingProxyType.
var MappingProxyType = &Type{name: "mappingproxy"}

var mappingProxyShape = &Shape{typ: MappingProxyType}

// A MappingProxy is a read-only view of a mapping.
type MappingProxy struct {
	Header
	Mapping Value
}

var mappingProxySpec = TypeSpec{
	Type: MappingProxyType, Name: "mappingproxy", Flags: TypeMapping | typeOwnLayout, Shape: mappingProxyShape,
	Doc: "Read-only proxy of a mapping.", TextSig: "(mapping)",
	Slots: Slots{
		New: mappingProxyNew, Repr: proxyRepr, Str: proxyStr, Hash: proxyHash, RichCompare: proxyCompare, Iter: proxyIter, Len: proxyLen,
		GetItem: proxyGetItem, Contains: proxyContains,
		Traverse:   func(v Value, visit VisitFunc) { visit((*MappingProxy)(v.p).Mapping) },
		Binary:     [numBinary + 1]BinaryFunc{OpOr: proxyOr},
		InPlaceOps: [numBinary]BinaryFunc{OpOr: proxyOrInPlace},
	},
	Methods: []MethodSpec{
		{Sig: "get($self, key, default=None, /)", Doc: "Return the value for key if key is in the mapping, else default.", Fn: proxyGet},
		{Sig: "keys($self, /)", Doc: "D.keys() -> a set-like object providing a view on D's keys", Fn: proxyKeys},
		{Sig: "values($self, /)", Doc: "D.values() -> an object providing a view on D's values", Fn: proxyValues},
		{Sig: "items($self, /)", Doc: "D.items() -> a set-like object providing a view on D's items", Fn: proxyItems},
		{Sig: "copy($self, /)", Doc: "D.copy() -> a shallow copy of D", Fn: proxyCopy},
		{Sig: "__class_getitem__($type, object, /)", Doc: "See PEP 585", Fn: newGenericAlias, Flavor: ClassMethod},
		{Sig: "__reversed__($self, /)", Doc: "D.__reversed__() -> reverse iterator", Fn: proxyReversed},
	},
}

var (
	sGetMethod = static("get")
	sValues    = static("values")
	sItems     = static("items")
	sCopy      = static("copy")
	sGetState  = static("__getstate__")
)

var mappingProxySig = newNative(&MethodSpec{Sig: "mappingproxy(mapping)", Fn: func(*Thread, Value, []Value) (Value, *Exception) { return Null, nil }})

// maxProxies bounds proxies of proxies, so that their operations, which go through all of them, do not overflow the stack.
const maxProxies = 1000

// NewMappingProxy makes a read-only view of a mapping.
func NewMappingProxy(t *Thread, mapping Value) Value {
	p := alloc[MappingProxy](t)
	p.shape, p.Mapping = mappingProxyShape, mapping
	return obj(unsafe.Pointer(p))
}

func mappingProxyNew(t *Thread, _ *Type, args []Value, kw *Tuple) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := mappingProxySig.bind(t, args, kw)
	if exc != nil {
		return Null, exc
	}
	for depth, v := 0, a[0]; TypeOf(v) == MappingProxyType; depth, v = depth+1, proxied(v) {
		if depth > maxProxies {
			return Null, Raise(t, RecursionErrorType, "mapping proxies nested too deeply")
		}
	}
	tp := TypeOf(a[0])
	if tp.GetItem == nil || tp.flags&(TypeList|TypeTuple) != 0 {
		return Null, TypeErrorf(t, "mappingproxy() argument must be a mapping, not %s", tp.name)
	}
	return NewMappingProxy(t, a[0]), nil
}

func proxied(v Value) Value { return (*MappingProxy)(v.p).Mapping }

// unproxied returns the mapping under a proxy, and anything else as it is.
func unproxied(v Value) Value {
	if v.p != nil && (*Header)(v.p).shape == mappingProxyShape {
		return (*MappingProxy)(v.p).Mapping
	}
	return v
}

func proxyRepr(t *Thread, v Value) (Value, *Exception) {
	b, exc := appendRepr(t, []byte("mappingproxy("), proxied(v))
	if exc != nil {
		return Null, exc
	}
	return bytesStr(t, append(b, ')')), nil
}

func proxyStr(t *Thread, v Value) (Value, *Exception) {
	s, exc := ToStr(t, proxied(v))
	if exc != nil {
		return Null, exc
	}
	return s.Value(), nil
}

func proxyHash(t *Thread, v Value) (int64, *Exception) { return Hash(t, proxied(v)) }

func proxyCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	return RichCompare(t, proxied(a), b, op)
}

func proxyIter(t *Thread, v Value) (Value, *Exception)  { return Iter(t, proxied(v)) }
func proxyLen(t *Thread, v Value) (int, *Exception)     { return Len(t, proxied(v)) }
func proxyKeys(t *Thread, v Value) (Value, *Exception)  { return CallMethod(t, proxied(v), sKeys) }
func proxyItems(t *Thread, v Value) (Value, *Exception) { return CallMethod(t, proxied(v), sItems) }
func proxyCopy(t *Thread, v Value) (Value, *Exception)  { return CallMethod(t, proxied(v), sCopy) }

func proxyValues(t *Thread, v Value) (Value, *Exception) {
	return CallMethod(t, proxied(v), sValues)
}

func proxyReversed(t *Thread, v Value) (Value, *Exception) {
	return CallMethod(t, proxied(v), sReversed)
}

func proxyGetItem(t *Thread, v, key Value) (Value, *Exception) { return GetItem(t, proxied(v), key) }

func proxyContains(t *Thread, v, key Value) (bool, *Exception) { return Contains(t, proxied(v), key) }

func proxyGet(t *Thread, self, key, def Value) (Value, *Exception) {
	return CallMethod(t, proxied(self), sGetMethod, key, def)
}

func proxyOr(t *Thread, a, b Value) (Value, *Exception) {
	return Binary(t, OpOr, unproxied(a), unproxied(b))
}

func proxyOrInPlace(t *Thread, a, _ Value) (Value, *Exception) {
	return Null, TypeErrorf(t, "'|=' is not supported by %s; use '|' instead", TypeOf(a).fullName())
}
