package operator

import (
	"strings"

	"github.com/krait-vm/krait/runtime"
)

var (
	itemGetterType    = &runtime.Type{}
	attrGetterType    = &runtime.Type{}
	methodCallerType  = &runtime.Type{}
	itemGetterShape   = runtime.NewShape(itemGetterType)
	attrGetterShape   = runtime.NewShape(attrGetterType)
	methodCallerShape = runtime.NewShape(methodCallerType)
)

const (
	flags     = runtime.TypeOwnLayout
	reduceDoc = "Return state information for pickling"
)

// A getter is an itemgetter or an attrgetter.
type getter struct {
	runtime.Header
	keys  *runtime.Tuple   // as they were given
	paths [][]*runtime.Str // of an attrgetter: the names between the dots
}

func traverseGetter(v Value, visit runtime.VisitFunc) { visit((*getter)(v.Ptr()).keys.Value()) }

var itemGetterSpec = runtime.TypeSpec{
	Type: itemGetterType, Name: "operator.itemgetter", Shape: itemGetterShape, Flags: flags, TextSig: "(item, /, *items)",
	Doc: "Return a callable object that fetches the given item(s) from its operand.\nAfter f = itemgetter(2), the call f(r) returns r[2].\n" +
		"After g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])",
	Slots:   runtime.Slots{New: itemGetterNew, Call: itemGetterCall, Repr: getterRepr, Traverse: traverseGetter},
	Methods: []runtime.MethodSpec{{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: getterReduce}},
}

var attrGetterSpec = runtime.TypeSpec{
	Type: attrGetterType, Name: "operator.attrgetter", Shape: attrGetterShape, Flags: flags, TextSig: "(attr, /, *attrs)",
	Doc: "Return a callable object that fetches the given attribute(s) from its operand.\nAfter f = attrgetter('name'), the call f(r) returns r.name.\n" +
		"After g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).\n" +
		"After h = attrgetter('name.first', 'name.last'), the call h(r) returns\n(r.name.first, r.name.last).",
	Slots:   runtime.Slots{New: attrGetterNew, Call: attrGetterCall, Repr: getterRepr, Traverse: traverseGetter},
	Methods: []runtime.MethodSpec{{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: getterReduce}},
}

func itemGetterNew(t *Thread, _ *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	if exc := runtime.NoKeywords(t, "itemgetter", kw); exc != nil {
		return null, exc
	}
	if len(args) < 1 {
		return null, runtime.Raise(t, runtime.TypeErrorType, "itemgetter expected 1 argument, got 0")
	}
	g := runtime.Alloc[getter](t, itemGetterShape)
	g.keys = runtime.CopyTuple(t, args)
	return value(g), nil
}

// operand checks that a getter is called with one object.
func operand(t *Thread, name string, args []Value, kw *runtime.Tuple) *Exception {
	if kw.Len() > 0 {
		return runtime.TypeErrorf(t, "%s() takes no keyword arguments", name)
	}
	return runtime.CheckArity(t, name, len(args), 1, 1)
}

func itemGetterCall(t *Thread, v Value, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	g := (*getter)(v.Ptr())
	if exc := operand(t, "itemgetter", args, kw); exc != nil {
		return null, exc
	}
	o := args[0]
	if len(g.keys.Items) == 1 {
		return item(t, o, g.keys.Items[0])
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	for _, k := range g.keys.Items {
		x, exc := runtime.GetItem(t, o, k)
		if exc != nil {
			return null, exc
		}
		t.Handle(x)
	}
	return runtime.CopyTuple(t, t.Window(mark)).Value(), nil
}

// item is o[key], short for the common case of a tuple and a small int.
func item(t *Thread, o, key Value) (Value, *Exception) {
	if key.IsInt() {
		if x := runtime.ExactTuple(o); x != nil && uint64(key.AsInt()) < uint64(len(x.Items)) {
			return x.Items[key.AsInt()], nil
		}
	}
	return runtime.GetItem(t, o, key)
}

func attrGetterNew(t *Thread, _ *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	if exc := runtime.NoKeywords(t, "attrgetter", kw); exc != nil {
		return null, exc
	}
	if len(args) < 1 {
		return null, runtime.Raise(t, runtime.TypeErrorType, "attrgetter expected 1 argument, got 0")
	}
	paths := make([][]*runtime.Str, len(args))
	for i, a := range args {
		s, ok := runtime.AsStr(a)
		if !ok {
			return null, runtime.Raise(t, runtime.TypeErrorType, "attribute name must be a string")
		}
		for _, name := range strings.Split(s.GoString(), ".") {
			paths[i] = append(paths[i], t.Intern(name))
		}
	}
	g := runtime.Alloc[getter](t, attrGetterShape)
	g.keys, g.paths = runtime.CopyTuple(t, args), paths
	return value(g), nil
}

// follow is o.a.b.c for a path.
func follow(t *Thread, o Value, path []*runtime.Str) (Value, *Exception) {
	var exc *Exception
	for _, name := range path {
		if o, exc = runtime.GetAttr(t, o, name); exc != nil {
			return null, exc
		}
	}
	return o, nil
}

func attrGetterCall(t *Thread, v Value, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	g := (*getter)(v.Ptr())
	if exc := operand(t, "attrgetter", args, kw); exc != nil {
		return null, exc
	}
	o := args[0]
	if len(g.paths) == 1 {
		return follow(t, o, g.paths[0])
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	for _, p := range g.paths {
		x, exc := follow(t, o, p)
		if exc != nil {
			return null, exc
		}
		t.Handle(x)
	}
	return runtime.CopyTuple(t, t.Window(mark)).Value(), nil
}

func getterRepr(t *Thread, v Value) (Value, *Exception) {
	if t.EnterRepr(v) {
		return runtime.NewStr(t, runtime.TypeOf(v).FullName()+"(...)").Value(), nil
	}
	defer t.LeaveRepr()
	return reprCall(t, runtime.TypeOf(v).FullName(), (*getter)(v.Ptr()).keys.Items, nil)
}

// reprCall is the text of a call, with the names of the last values as keywords.
func reprCall(t *Thread, name string, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	b := append([]byte(name), '(')
	npos := len(args) - kw.Len()
	for i, a := range args {
		s, exc := runtime.Repr(t, a)
		if exc != nil {
			return null, exc
		}
		if i > 0 {
			b = append(b, ", "...)
		}
		if i >= npos {
			k, _ := runtime.AsStr(kw.Items[i-npos])
			b = append(append(b, k.GoString()...), '=')
		}
		b = append(b, s.GoString()...)
	}
	return runtime.NewStr(t, string(append(b, ')'))).Value(), nil
}

func getterReduce(t *Thread, self Value) (Value, *Exception) {
	return runtime.NewPair(t, runtime.TypeOf(self).Value(), (*getter)(self.Ptr()).keys.Value()), nil
}

// A methodCaller calls a method with fixed arguments: the last of args are keyword values, named by kw.
type methodCaller struct {
	runtime.Header
	name *runtime.Str
	args *runtime.Tuple
	kw   *runtime.Tuple // nil for none
}

var methodCallerSpec = runtime.TypeSpec{
	Type: methodCallerType, Name: "operator.methodcaller", Shape: methodCallerShape, Flags: flags, TextSig: "(name, /, *args, **kwargs)",
	Doc: "Return a callable object that calls the given method on its operand.\nAfter f = methodcaller('name'), the call f(r) returns r.name().\n" +
		"After g = methodcaller('name', 'date', foo=1), the call g(r) returns\nr.name('date', foo=1).",
	Slots: runtime.Slots{New: methodCallerNew, Call: methodCallerCall, Repr: methodCallerRepr, Traverse: func(v Value, visit runtime.VisitFunc) {
		m := (*methodCaller)(v.Ptr())
		visit(m.name.Value())
		visit(m.args.Value())
	}},
	Methods: []runtime.MethodSpec{{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: methodCallerReduce}},
}

func methodCallerNew(t *Thread, _ *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	if len(args)-kw.Len() < 1 {
		return null, runtime.Raise(t, runtime.TypeErrorType, "methodcaller needs at least one argument, the method name")
	}
	name, ok := runtime.AsStr(args[0])
	if !ok {
		return null, runtime.Raise(t, runtime.TypeErrorType, "method name must be a string")
	}
	m := runtime.Alloc[methodCaller](t, methodCallerShape)
	m.name, m.args = t.InternStr(name), runtime.CopyTuple(t, args[1:])
	if kw.Len() > 0 {
		m.kw = runtime.CopyTuple(t, kw.Items)
	}
	return value(m), nil
}

func methodCallerCall(t *Thread, v Value, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	m := (*methodCaller)(v.Ptr())
	if exc := runtime.CheckArity(t, "methodcaller", len(args)-kw.Len(), 1, 1); exc != nil {
		return null, exc
	}
	if exc := runtime.NoKeywords(t, "methodcaller", kw); exc != nil {
		return null, exc
	}
	fn, self, exc := runtime.LoadMethod(t, args[0], m.name)
	if exc != nil {
		return null, exc
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	t.Handle(fn)
	if self.IsNull() {
		return runtime.CallKw(t, fn, m.args.Items, m.kw)
	}
	return runtime.CallPrepended(t, fn, self, m.args.Items, m.kw)
}

func methodCallerRepr(t *Thread, v Value) (Value, *Exception) {
	name := runtime.TypeOf(v).FullName()
	if t.EnterRepr(v) {
		return runtime.NewStr(t, name+"(...)").Value(), nil
	}
	defer t.LeaveRepr()
	m := (*methodCaller)(v.Ptr())
	return reprCall(t, name, append([]Value{m.name.Value()}, m.args.Items...), m.kw)
}

// methodCallerReduce makes a partial of the class where there are keywords, as calls from a pickle cannot have any.
func methodCallerReduce(t *Thread, self Value) (Value, *Exception) {
	m := (*methodCaller)(self.Ptr())
	npos := m.args.Len() - m.kw.Len()
	cls := runtime.TypeOf(self).Value()
	if m.kw == nil {
		args := append([]Value{m.name.Value()}, m.args.Items...)
		return runtime.NewPair(t, cls, runtime.NewTuple(t, args).Value()), nil
	}
	mod, exc := runtime.ImportModule(t, "functools")
	if exc != nil {
		return null, exc
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	t.Handle(mod)
	partial, exc := runtime.GetAttr(t, mod, t.Intern("partial"))
	if exc != nil {
		return null, exc
	}
	args := append([]Value{cls, m.name.Value()}, m.args.Items[npos:]...)
	p, exc := runtime.CallKw(t, partial, args, m.kw)
	if exc != nil {
		return null, exc
	}
	return runtime.NewPair(t, p, runtime.CopyTuple(t, m.args.Items[:npos]).Value()), nil
}
