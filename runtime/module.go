package runtime

import "unsafe"

// ModuleType is module.
var ModuleType = &Type{name: "module"}

var moduleShape = &Shape{typ: ModuleType}

var moduleSpec = TypeSpec{
	Type: ModuleType, Name: "module", Flags: TypeBase | TypeHasWeakref | TypeHasDict | typeOwnLayout, Shape: moduleShape, AttrsOffset: unsafe.Offsetof(Module{}.Attrs),
	Doc:     "Create a module object.\n\nThe name must be a string; the optional doc argument can have any type.",
	TextSig: "(name, doc=None)",
	NewSub: func(t *Thread, tp *Type) *Header {
		m := alloc[Module](t)
		m.Dict = NewDict(t)
		m.dict = m.Dict
		return &m.Header
	},
	Slots: Slots{
		New: moduleNew, Init: moduleInit, Repr: moduleRepr, GetAttr: moduleGetAttr, FindAttr: moduleFind,
		Traverse: func(v Value, visit VisitFunc) { visit((*Module)(v.p).Dict.Value()) },
	},
	Methods: []MethodSpec{{Sig: "__dir__($self, /)", Doc: "__dir__() -> list\nspecialized dir() implementation", Fn: moduleDir}},
	GetSets: []GetSetSpec{
		{Name: "__dict__", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Module)(self.p).Dict.Value(), nil }},
		{Name: "__annotations__", Get: moduleAnnotations, Set: moduleSetAnnotations},
		{Name: "__annotate__", Get: moduleAnnotate, Set: moduleSetAnnotate, Since: 14},
	},
}

func moduleNew(t *Thread, cls *Type, _ []Value, _ *Tuple) (Value, *Exception) {
	if cls != ModuleType {
		h := newInstanceOf(t, cls)
		h.shape = cls.dictShape
		return ObjectOf(h), nil
	}
	m := alloc[Module](t)
	m.shape, m.Dict = moduleShape, NewDict(t)
	m.dict = m.Dict
	return m.Value(), nil
}

var moduleArgs = signature("module(name, doc=None)")

func moduleInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := moduleArgs.bind(t, args, kw)
	if exc != nil {
		return exc
	}
	if asStr(a[0]) == nil {
		return badArgument(t, "module", "argument 'name'", "str", a[0])
	}
	return (*Module)(self.p).setNames(t, a[0], a[1])
}

// setNames gives a module's namespace the names that every module has.
func (m *Module) setNames(t *Thread, name, doc Value) *Exception {
	for _, e := range [...]struct {
		k *Str
		v Value
	}{{sName, name}, {sDoc, doc}, {sPackage, None}, {sLoader, None}, {sSpec, None}} {
		if exc := m.Dict.SetStr(t, e.k, e.v); exc != nil {
			return exc
		}
	}
	return nil
}

var (
	sOrigin       = static("origin")
	sHasLocation  = static("has_location")
	sInitializing = static("_initializing")
	sUninitSub    = static("_uninitialized_submodules")
	sLoaderAttr   = static("loader")
	sNameAttr     = static("name")
)

// moduleRepr shows the module as importlib's _module_repr does.
func moduleRepr(t *Thread, v Value) (Value, *Exception) {
	m := (*Module)(v.p)
	if spec, ok := m.Dict.GetStr(sSpec); ok {
		yes, exc := Truth(t, spec)
		if exc != nil {
			return Null, exc
		}
		if yes {
			return specRepr(t, spec)
		}
	}
	name, ok := m.Dict.GetStr(sName)
	if !ok {
		name = NewStr(t, "?").Value()
	}
	n, exc := Repr(t, name)
	if exc != nil {
		return Null, exc
	}
	if f, ok := m.Dict.GetStr(sFile); ok {
		s, exc := Repr(t, f)
		if exc != nil {
			return Null, exc
		}
		return NewStr(t, "<module "+n.GoString()+" from "+s.GoString()+">").Value(), nil
	}
	loader, _ := m.Dict.GetStr(sLoader)
	if m.Spec != nil && loader.IsNone() {
		return NewStr(t, "<module "+n.GoString()+" (built-in)>").Value(), nil
	}
	return reprWithLoader(t, n.GoString(), loader)
}

func reprWithLoader(t *Thread, name string, loader Value) (Value, *Exception) {
	if loader.IsNull() || loader.IsNone() {
		return NewStr(t, "<module "+name+">").Value(), nil
	}
	l, exc := Repr(t, loader)
	if exc != nil {
		return Null, exc
	}
	return NewStr(t, "<module "+name+" ("+l.GoString()+")>").Value(), nil
}

func specRepr(t *Thread, spec Value) (Value, *Exception) {
	name, exc := GetAttr(t, spec, sNameAttr)
	if exc != nil {
		return Null, exc
	}
	if name.IsNone() {
		name = NewStr(t, "?").Value()
	}
	n, exc := Repr(t, name)
	if exc != nil {
		return Null, exc
	}
	origin, exc := GetAttr(t, spec, sOrigin)
	if exc != nil {
		return Null, exc
	}
	if origin.IsNone() {
		loader, exc := GetAttr(t, spec, sLoaderAttr)
		if exc != nil {
			return Null, exc
		}
		if TypeOf(loader).name == "NamespaceLoader" {
			return namespaceRepr(t, n.GoString(), loader)
		}
		return reprWithLoader(t, n.GoString(), loader)
	}
	located, exc := GetAttr(t, spec, sHasLocation)
	if exc != nil {
		return Null, exc
	}
	yes, exc := Truth(t, located)
	if exc != nil {
		return Null, exc
	}
	if yes {
		o, exc := Repr(t, origin)
		if exc != nil {
			return Null, exc
		}
		return NewStr(t, "<module "+n.GoString()+" from "+o.GoString()+">").Value(), nil
	}
	o, exc := ToStr(t, origin)
	if exc != nil {
		return Null, exc
	}
	return NewStr(t, "<module "+n.GoString()+" ("+o.GoString()+")>").Value(), nil
}

func namespaceRepr(t *Thread, name string, loader Value) (Value, *Exception) {
	path, exc := GetAttr(t, loader, sLoaderPath)
	if exc != nil {
		return Null, exc
	}
	items, exc := Collect(t, path)
	if exc != nil {
		return Null, exc
	}
	s, exc := Repr(t, NewList(t, items).Value())
	if exc != nil {
		return Null, exc
	}
	return NewStr(t, "<module "+name+" (namespace) from "+s.GoString()+">").Value(), nil
}

var sLoaderPath = static("_path")

func moduleGetAttr(t *Thread, v Value, name *Str) (Value, *Exception) {
	x, ok, exc := moduleFind(t, v, name)
	if exc == nil && !ok {
		return Null, (*Module)(v.p).raiseNoAttr(t, v, name)
	}
	return x, exc
}

// moduleFind is the generic lookup, then the module's own __getattr__.
func moduleFind(t *Thread, v Value, name *Str) (Value, bool, *Exception) {
	x, ok, exc := genericFind(t, v, name)
	if ok || exc != nil && !exc.Is(AttributeErrorType) {
		return x, ok, exc
	}
	m := (*Module)(v.p)
	hook, found := m.Dict.GetStr(sGetattr)
	if !found {
		return Null, false, nil
	}
	x, exc = Call(t, hook, name.Value())
	return x, exc == nil, exc
}

// raiseNoAttr is the AttributeError of a module, which tells more when the module is still being imported.
func (m *Module) raiseNoAttr(t *Thread, v Value, name *Str) *Exception {
	mod, ok := m.Dict.GetStr(sName)
	modName := asStr(mod)
	if !ok || modName == nil {
		return RaiseAttribute(t, "module has no attribute '"+name.GoString()+"'", v, name)
	}
	q, exc := Repr(t, mod)
	if exc != nil {
		return exc
	}
	msg := "module " + q.GoString() + " has no attribute '" + name.GoString() + "'"
	if spec, ok := m.Dict.GetStr(sSpec); ok && !spec.IsNone() {
		initializing, exc := specTruth(t, spec, sInitializing)
		if exc != nil {
			return exc
		}
		if initializing {
			msg = "partially initialized module " + q.GoString() + " has no attribute '" + name.GoString() + "' (most likely due to a circular import)"
		} else if sub, found, exc := FindAttr(t, spec, sUninitSub); exc != nil {
			return exc
		} else if found && t.interp.Version.At(12) {
			if in, exc := Contains(t, sub, name.Value()); exc != nil {
				return exc
			} else if in {
				msg = "cannot access submodule '" + name.GoString() + "' of module '" + modName.GoString() + "' (most likely due to a circular import)"
			}
		}
	}
	return RaiseAttribute(t, msg, v, name)
}

func specTruth(t *Thread, spec Value, name *Str) (bool, *Exception) {
	v, ok, exc := FindAttr(t, spec, name)
	if exc != nil || !ok {
		return false, exc
	}
	return Truth(t, v)
}

func moduleDir(t *Thread, self Value) (Value, *Exception) {
	m := (*Module)(self.p)
	if hook, ok := m.Dict.GetStr(sDir); ok {
		return Call(t, hook)
	}
	return namesList(t, m.Dict), nil
}

// moduleAnnotations is __annotations__: from 3.14 on computed by __annotate__, before an empty dict on demand.
func moduleAnnotations(t *Thread, self Value) (Value, *Exception) {
	d := (*Module)(self.p).Dict
	if v, ok := d.GetStr(sAnnotations); ok {
		return v, nil
	}
	result := NewDict(t).Value()
	if t.interp.Version.At(14) {
		if fn, ok := d.GetStr(sAnnotate); ok && TypeOf(fn).Call != nil {
			r, exc := Call(t, fn, Int(1))
			if exc != nil {
				return Null, exc
			}
			if asDict(r) == nil {
				return Null, TypeErrorf(t, "__annotate__ returned non-dict of type '%s'", TypeOf(r).fullName())
			}
			result = r
		}
		if spec, ok := d.GetStr(sSpec); ok && !spec.IsNone() {
			busy, exc := specTruth(t, spec, sInitializing)
			if exc != nil || busy {
				return result, exc
			}
		}
	}
	return result, d.SetStr(t, sAnnotations, result)
}

func moduleSetAnnotations(t *Thread, self, x Value) *Exception {
	d := (*Module)(self.p).Dict
	if x.IsNull() {
		if !d.DeleteStr(t, sAnnotations) {
			return RaiseAttribute(t, "__annotations__", self, sAnnotations)
		}
	} else if exc := d.SetStr(t, sAnnotations, x); exc != nil {
		return exc
	}
	if t.interp.Version.At(14) {
		d.DeleteStr(t, sAnnotate)
	}
	return nil
}

func moduleAnnotate(t *Thread, self Value) (Value, *Exception) {
	d := (*Module)(self.p).Dict
	if v, ok := d.GetStr(sAnnotate); ok {
		return v, nil
	}
	return None, d.SetStr(t, sAnnotate, None)
}

func moduleSetAnnotate(t *Thread, self, x Value) *Exception {
	d := (*Module)(self.p).Dict
	switch {
	case x.IsNull():
		return Raise(t, TypeErrorType, "cannot delete __annotate__ attribute")
	case !x.IsNone() && TypeOf(x).Call == nil:
		return Raise(t, TypeErrorType, "__annotate__ must be callable or None")
	}
	if !x.IsNone() {
		d.DeleteStr(t, sAnnotations)
	}
	return d.SetStr(t, sAnnotate, x)
}
