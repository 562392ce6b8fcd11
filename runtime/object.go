package runtime

import "fmt"

// ObjectType is object.
var ObjectType = &Type{name: "object"}

var objectShape = &Shape{typ: ObjectType}

var objectSpec = TypeSpec{
	Type: ObjectType, Name: "object", Flags: TypeBase, Shape: objectShape,
	Doc: "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\n" +
		"instance that has no instance attributes and cannot be given any.\n",
	TextSig: "()",
	Slots: Slots{
		New: objectNew, Init: objectInit, Repr: objectRepr, Str: objectStr, Hash: objectHash,
		GetAttr: GenericGetAttr, FindAttr: genericFind, SetAttr: GenericSetAttr, RichCompare: objectCompare,
	},
	Methods: []MethodSpec{
		{Sig: "__reduce_ex__($self, protocol, /)", Doc: "Helper for pickle.", Fn: objectReduceEx},
		{Sig: "__reduce__($self, /)", Doc: "Helper for pickle.", Fn: objectReduce},
		{Sig: "__getstate__($self, /)", Doc: "Helper for pickle.", Fn: objectGetState},
		{
			Sig: "__subclasshook__($type, object, /)", Doc: "Abstract classes can override this to customize issubclass().\n\n" +
				"This is invoked early on by abc.ABCMeta.__subclasscheck__().\nIt should return True, False or NotImplemented.  If it returns\n" +
				"NotImplemented, the normal algorithm is used.  Otherwise, it\noverrides the normal algorithm (and the outcome is cached).\n",
			Fn: func(*Thread, Value, Value) (Value, *Exception) { return NotImplemented, nil }, Flavor: ClassMethod,
		},
		{
			Sig: "__init_subclass__($type, /)", Doc: "This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may be\noverridden to extend subclasses.\n",
			Fn: objectInitSubclass, Flavor: ClassMethod,
		},
		{Sig: "__format__($self, format_spec, /)", Doc: "Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.", Fn: objectFormat},
		{Sig: "__sizeof__($self, /)", Doc: "Size of object in memory, in bytes.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			n := TypeOf(self).sizes().basic
			if x := asTuple(self); x != nil {
				if n += 8 * int64(len(x.Items)); t.interp.Version.At(14) {
					n += 8 // the cached hash
				}
			}
			return Int(n), nil
		}},
		{Sig: "__dir__($self, /)", Doc: "Default dir() implementation.", Fn: objectDir},
	},
	GetSets: []GetSetSpec{
		{Name: "__class__", Doc: "the object's class", Get: func(_ *Thread, self Value) (Value, *Exception) { return TypeOf(self).Value(), nil }, Set: objectSetClass},
	},
}

// objectNew is object.__new__: extra arguments are an error unless one of __new__ and __init__ is overridden and the other is not.
func objectNew(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if len(args) > 0 {
		if v, _ := t.lookup(cls, sNew); !isNewOf(v, ObjectType) {
			return Null, Raise(t, TypeErrorType, "object.__new__() takes exactly one argument (the type to instantiate)")
		}
		if v, _ := t.lookup(cls, sInit); isSlotOf(v, ObjectType) {
			return Null, TypeErrorf(t, "%s() takes no arguments", cls.name)
		}
	}
	if cls.abstract {
		return Null, raiseAbstract(t, cls)
	}
	return ObjectOf(newInstanceOf(t, cls)), nil
}

func isNewOf(v Value, tp *Type) bool {
	b := AsBuiltin(v)
	return b != nil && b.Fn.owner == tp
}

func isSlotOf(v Value, tp *Type) bool {
	w := asSlotWrapper(v)
	return w != nil && w.owner == tp
}

// objectInit is object.__init__.
func objectInit(t *Thread, self Value, args []Value, _ *Tuple) *Exception {
	if len(args) == 0 {
		return nil
	}
	cls := TypeOf(self)
	if v, _ := t.lookup(cls, sInit); !isSlotOf(v, ObjectType) {
		return Raise(t, TypeErrorType, "object.__init__() takes exactly one argument (the instance to initialize)")
	}
	if v, _ := t.lookup(cls, sNew); isNewOf(v, ObjectType) {
		return TypeErrorf(t, "%s.__init__() takes exactly one argument (the instance to initialize)", cls.name)
	}
	return nil
}

func raiseAbstract(t *Thread, cls *Type) *Exception {
	v, ok := cls.attrs().GetStr(sAbstract)
	if !ok {
		return TypeErrorf(t, "Can't instantiate abstract class %s", cls.name)
	}
	items, exc := Collect(t, v)
	if exc != nil {
		return exc
	}
	var names []*Str
	for _, it := range items {
		if s := asStr(it); s != nil {
			names = append(names, s)
		}
	}
	sortStrs(names)
	list := ""
	for i, n := range names {
		if i > 0 {
			list += "', '"
		}
		list += n.GoString()
	}
	if t.interp.Version.At(12) {
		return TypeErrorf(t, "Can't instantiate abstract class %s without an implementation for abstract method%s '%s'", cls.name, plural(len(names)), list)
	}
	return TypeErrorf(t, "Can't instantiate abstract class %s with abstract method%s %s", cls.name, plural(len(names)), list)
}

func objectRepr(t *Thread, v Value) (Value, *Exception) {
	return NewStr(t, "<"+TypeOf(v).reprName()+" object at "+Address(v)+">").Value(), nil
}

// Address is the text of an object's address as reprs show it.
func Address(v Value) string { return fmt.Sprintf("0x%012x", ID(v)) }

// reprName is module.qualname, the module left out when it is builtins.
func (tp *Type) reprName() string {
	m := tp.ModuleName()
	if m == "" || m == "builtins" {
		return tp.qualname.GoString()
	}
	return m + "." + tp.qualname.GoString()
}

// fullyQualified is reprName without __main__ either, as the texts of some errors have it.
func (tp *Type) fullyQualified() string {
	if tp.ModuleName() == "__main__" {
		return tp.qualname.GoString()
	}
	return tp.reprName()
}

// ModuleName returns __module__ when it is a str.
func (tp *Type) ModuleName() string {
	if tp.flags&TypeHeap == 0 {
		return tp.module
	}
	if v, ok := tp.attrs().GetStr(sModule); ok {
		if s := asStr(v); s != nil {
			return s.GoString()
		}
	}
	return ""
}

func objectStr(t *Thread, v Value) (Value, *Exception) {
	s, exc := Repr(t, v)
	if exc != nil {
		return Null, exc
	}
	return s.Value(), nil
}

func objectHash(_ *Thread, v Value) (int64, *Exception) {
	id := ID(v)
	return int64(id>>4 | id<<60), nil
}

func objectCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	switch op {
	case EQ:
		if Is(a, b) {
			return True, nil
		}
	case NE:
		f := TypeOf(a).RichCompare
		if f == nil {
			break
		}
		r, exc := f(t, a, b, EQ)
		if exc != nil || r.IsNotImplemented() {
			return r, exc
		}
		eq, exc := Truth(t, r)
		return Bool(!eq), exc
	}
	return NotImplemented, nil
}

func objectInitSubclass(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
	if kw.Len() > 0 {
		return Null, TypeErrorf(t, "%s.__init_subclass__() takes no keyword arguments", asType(self).name)
	}
	if len(args) > 0 {
		return Null, TypeErrorf(t, "%s.__init_subclass__() takes no arguments (%d given)", asType(self).name, len(args))
	}
	return None, nil
}

func objectFormat(t *Thread, self, spec Value) (Value, *Exception) {
	s := asStr(spec)
	if s == nil {
		return Null, TypeErrorf(t, "__format__() argument must be str, not %s", argTypeName(spec))
	}
	if s.Len() > 0 {
		return Null, TypeErrorf(t, "unsupported format string passed to %s.__format__", TypeOf(self).fullName())
	}
	r, exc := ToStr(t, self)
	if exc != nil {
		return Null, exc
	}
	return r.Value(), nil
}

func objectSetClass(t *Thread, self, x Value) *Exception {
	if x.IsNull() {
		return Raise(t, TypeErrorType, "can't delete __class__ attribute")
	}
	to := asType(x)
	if to == nil {
		return TypeErrorf(t, "__class__ must be set to a class, not '%s' object", TypeOf(x).fullName())
	}
	from := TypeOf(self)
	if from.flags&to.flags&TypeHeap == 0 && !(from.layout == ModuleType && to.layout == ModuleType) {
		return Raise(t, TypeErrorType, "__class__ assignment only supported for mutable types or ModuleType subclasses")
	}
	if !sameStorage(from, to) {
		return TypeErrorf(t, "__class__ assignment: '%s' object layout differs from '%s'", to.name, from.name)
	}
	if a := attrsOf(self); a != nil && from.flags&TypeHasDict != 0 {
		a.toDict(t, self.Header())
		self.Header().shape = to.dictShape
		return nil
	}
	self.Header().shape = to.rootShape
	// Inline caches know classes and modules by themselves.
	if tp := asType(self); tp != nil {
		tp.modified()
	} else if m := AsModule(self); m != nil {
		m.Dict.KeysVersion++
	}
	return nil
}

// sameStorage reports whether instances of two classes are laid out alike: the classes that added the last storage are the same, or added the same
// slots to the same base.
func sameStorage(a, b *Type) bool {
	if a.attrsOffset != b.attrsOffset || a.nslots != b.nslots || (a.flags^b.flags)&TypeHasDict != 0 {
		return false
	}
	a, b = storageClass(a), storageClass(b)
	if a == b {
		return true
	}
	return a.base == b.base && a.flags&b.flags&TypeHeap != 0 && sameNames(a.slotNames, b.slotNames) && (a.flags^b.flags)&(TypeHasDict|TypeHasWeakref) == 0
}

// storageClass is the last class on the way to object that added storage.
func storageClass(tp *Type) *Type {
	for tp.flags&TypeHeap != 0 && len(tp.slotNames) == 0 && (tp.flags^tp.base.flags)&(TypeHasDict|TypeHasWeakref) == 0 {
		tp = tp.base
	}
	return tp
}

// objectDir is object.__dir__: the instance's names and those of its class.
func objectDir(t *Thread, self Value) (Value, *Exception) {
	names := NewDict(t)
	if d, ok, exc := FindAttr(t, self, sDict); exc != nil {
		return Null, exc
	} else if ok {
		if dd := asDict(d); dd != nil {
			for pos := 0; ; {
				k, _, ok := dd.Next(&pos)
				if !ok {
					break
				}
				if exc := names.Set(t, k, None); exc != nil {
					return Null, exc
				}
			}
		}
	}
	if c, ok, exc := FindAttr(t, self, sClass); exc != nil {
		return Null, exc
	} else if ok {
		if tp := asType(c); tp != nil {
			tp.dirNames(t, names)
		}
	}
	return namesList(t, names), nil
}

// dirNames adds the names of a class and its bases.
func (tp *Type) dirNames(t *Thread, names *Dict) {
	for _, b := range tp.mro {
		for pos := 0; ; {
			k, v, ok := b.attrs().Next(&pos)
			if !ok {
				break
			}
			if s := asStr(k); s != nil && t.interp.hasMember(v) {
				_ = names.SetStr(t, s, None) // a str key cannot raise
			}
		}
	}
}

func namesList(t *Thread, names *Dict) Value {
	l := NewList(t, nil)
	for pos := 0; ; {
		k, _, ok := names.Next(&pos)
		if !ok {
			return l.Value()
		}
		l.Items = append(l.Items, k)
	}
}
