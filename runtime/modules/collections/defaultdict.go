package collections

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var defaultDictType = &runtime.Type{}

var defaultDictShape = runtime.NewShape(defaultDictType)

// A defaultDict is a dict with a factory, None for none.
type defaultDict struct {
	runtime.Dict
	factory Value
}

type defaultDictSub struct {
	defaultDict
	runtime.Attrs
}

var defaultDictSpec = runtime.TypeSpec{
	Type: defaultDictType, Name: "collections.defaultdict", Base: runtime.DictType, Shape: defaultDictShape, Flags: runtime.TypeBase | runtime.TypeOwnLayout,
	Doc: "defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default factory is called without arguments to produce\n" +
		"a new value when a key is not present, in __getitem__ only.\nA defaultdict compares equal to a dict with the same items.\n" +
		"All remaining arguments are treated the same as if they were\npassed to the dict constructor, including keyword arguments.\n",
	NewSub: func(t *Thread, tp *runtime.Type) *runtime.Header {
		x := runtime.AllocSub[defaultDictSub](t)
		x.factory = runtime.None
		return &x.Header
	},
	SubAttrsOffset: unsafe.Offsetof(defaultDictSub{}.Attrs),
	Slots: runtime.Slots{
		New: defaultDictNew, Init: defaultDictInit, Repr: defaultDictRepr, GetItem: defaultDictGetItem,
		Binary: [runtime.OpDivmod + 1]runtime.BinaryFunc{runtime.OpOr: defaultDictOr},
		Traverse: func(v Value, visit runtime.VisitFunc) {
			runtime.DictType.Traverse(v, visit)
			visit((*defaultDict)(v.Ptr()).factory)
		},
	},
	Methods: []runtime.MethodSpec{
		{Sig: "__missing__($self, object, /)", Doc: "__missing__(key) # Called by __getitem__ for missing key; pseudo-code:\n" +
			"  if self.default_factory is None: raise KeyError((key,))\n  self[key] = value = self.default_factory()\n  return value\n", Fn: defaultDictMissing},
		{Sig: "copy($self, /)", Doc: "D.copy() -> a shallow copy of D.", Fn: defaultDictCopy},
		{Sig: "__copy__($self, /)", Doc: "D.copy() -> a shallow copy of D.", Fn: defaultDictCopy},
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: defaultDictReduce},
		{Sig: "__class_getitem__($type, object, /)", Doc: "See PEP 585", Fn: runtime.NewGenericAlias, Flavor: runtime.ClassMethod},
	},
	GetSets: []runtime.GetSetSpec{
		{
			Name: "default_factory", Doc: "Factory for default value called by __missing__().", Member: true,
			Get: func(_ *Thread, self Value) (Value, *Exception) { return (*defaultDict)(self.Ptr()).factory, nil },
			Set: func(_ *Thread, self, x Value) *Exception {
				if x.IsNull() {
					x = runtime.None
				}
				(*defaultDict)(self.Ptr()).factory = x
				return nil
			},
		},
	},
}

func defaultDictNew(t *Thread, cls *runtime.Type, _ []Value, _ *runtime.Tuple) (Value, *Exception) {
	d := newObject[defaultDict](t, cls, defaultDictType, defaultDictShape)
	d.factory = runtime.None
	return value(d), nil
}

func defaultDictInit(t *Thread, self Value, args []Value, kw *runtime.Tuple) *Exception {
	factory := runtime.None
	if len(args) > kw.Len() {
		factory = args[0]
		if !factory.IsNone() && runtime.TypeOf(factory).Call == nil {
			return runtime.Raise(t, runtime.TypeErrorType, "first argument must be callable or None")
		}
		args = args[1:]
	}
	(*defaultDict)(self.Ptr()).factory = factory
	return runtime.DictType.Init(t, self, args, kw)
}

func defaultDictGetItem(t *Thread, self, key Value) (Value, *Exception) {
	if !runtime.HasShape(self, defaultDictShape) {
		return runtime.DictType.GetItem(t, self, key) // it calls a subclass's __missing__
	}
	d := (*defaultDict)(self.Ptr())
	v, ok, exc := d.Get(t, key)
	if ok || exc != nil {
		return v, exc
	}
	return defaultDictMissing(t, self, key)
}

func defaultDictMissing(t *Thread, self, key Value) (Value, *Exception) {
	d := (*defaultDict)(self.Ptr())
	if d.factory.IsNone() {
		return null, runtime.RaiseNew(t, runtime.KeyErrorType, key)
	}
	v, exc := runtime.CallKw(t, d.factory, nil, nil)
	if exc != nil {
		return null, exc
	}
	if runtime.HasShape(self, defaultDictShape) {
		return v, d.Set(t, key, v)
	}
	mark := t.HandleMark()
	t.Handle(v)
	defer t.Release(mark)
	return v, runtime.SetItem(t, self, key, v)
}

func defaultDictRepr(t *Thread, v Value) (Value, *Exception) {
	d := (*defaultDict)(v.Ptr())
	base, exc := runtime.DictType.Repr(t, v)
	if exc != nil {
		return null, exc
	}
	mark := t.HandleMark()
	t.Handle(base)
	defer t.Release(mark)
	factory, exc := d.factoryRepr(t)
	if exc != nil {
		return null, exc
	}
	s, _ := runtime.AsStr(base)
	return runtime.NewStr(t, runtime.TypeOf(v).Name()+"("+factory+", "+s.GoString()+")").Value(), nil
}

// factoryRepr is guarded, as a bound method of the dict shows the dict.
func (d *defaultDict) factoryRepr(t *Thread) (string, *Exception) {
	if d.factory.IsNone() {
		return "None", nil
	}
	if t.EnterRepr(d.factory) {
		return "...", nil
	}
	defer t.LeaveRepr()
	s, exc := runtime.Repr(t, d.factory)
	if exc != nil {
		return "", exc
	}
	return s.GoString(), nil
}

func defaultDictCopy(t *Thread, self Value) (Value, *Exception) {
	return runtime.Call(t, typeOf(self), (*defaultDict)(self.Ptr()).factory, self)
}

func defaultDictOr(t *Thread, a, b Value) (Value, *Exception) {
	self := a
	if !runtime.IsInstance(a, defaultDictType) {
		self = b
		if _, ok := runtime.AsDict(a); !ok {
			return runtime.NotImplemented, nil
		}
	} else if _, ok := runtime.AsDict(b); !ok {
		return runtime.NotImplemented, nil
	}
	r, exc := runtime.Call(t, typeOf(self), (*defaultDict)(self.Ptr()).factory, a)
	if exc != nil {
		return null, exc
	}
	mark := t.HandleMark()
	t.Handle(r)
	defer t.Release(mark)
	d, ok := runtime.AsDict(r)
	if !ok {
		return null, runtime.Raise(t, runtime.SystemErrorType, "bad argument to internal function")
	}
	return r, d.Update(t, b)
}

func defaultDictReduce(t *Thread, self Value) (Value, *Exception) {
	d := (*defaultDict)(self.Ptr())
	args := tuple(t)
	if !d.factory.IsNone() {
		args = tuple(t, d.factory)
	}
	items, exc := runtime.CallMethod(t, self, sItems)
	if exc != nil {
		return null, exc
	}
	it, exc := runtime.Iter(t, items)
	if exc != nil {
		return null, exc
	}
	return tuple(t, typeOf(self), args, runtime.None, runtime.None, it), nil
}
