package functools

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var (
	partialType      = &runtime.Type{}
	placeholderType  = &runtime.Type{}
	partialShape     = runtime.NewShape(partialType)
	placeholderShape = runtime.NewShape(placeholderType)
)

// A partial calls fn with args and keywords before those of the call. From 3.14 on args may hold Placeholders, gaps that the call fills.
type partial struct {
	runtime.Header
	runtime.Attrs
	fn    Value
	args  *runtime.Tuple
	kw    *runtime.Dict
	names *runtime.Tuple // the keys of kw while its KeysVersion is seen
	seen  uint32
	gaps  int // Placeholders in args
}

var partialSpec = runtime.TypeSpec{
	Type: partialType, Name: "functools.partial", Shape: partialShape, AttrsOffset: unsafe.Offsetof(partial{}.Attrs),
	Flags:   runtime.TypeBase | runtime.TypeHasDict | runtime.TypeHasWeakref | runtime.TypeOwnLayout,
	Doc:     "Create a new function with partial application of the given arguments\nand keywords.",
	TextSig: "(func, /, *args, **keywords)", NewSub: newPartialSub,
	Slots: runtime.Slots{
		New: partialNew, Call: partialCall, Repr: partialRepr, DescrGet: partialGet,
		Traverse: func(v Value, visit runtime.VisitFunc) {
			p := (*partial)(v.Ptr())
			visit(p.fn)
			visit(p.args.Value())
			visit(p.kw.Value())
		},
	},
	Methods: []runtime.MethodSpec{
		{Sig: "__reduce__($self, /)", Fn: partialReduce},
		{Sig: "__setstate__($self, object, /)", Fn: partialSetState},
		{Sig: "__class_getitem__($type, object, /)", Doc: "See PEP 585", Fn: runtime.NewGenericAlias, Flavor: runtime.ClassMethod},
	},
	GetSets: []runtime.GetSetSpec{
		{Name: "func", Doc: "function object to use in future partial calls", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) {
			return (*partial)(self.Ptr()).fn, nil
		}},
		{Name: "args", Doc: "tuple of arguments to future partial calls", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) {
			return (*partial)(self.Ptr()).args.Value(), nil
		}},
		{Name: "keywords", Doc: "dictionary of keyword arguments to future partial calls", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) {
			return (*partial)(self.Ptr()).kw.Value(), nil
		}},
		runtime.InstanceDictGetSet(),
	},
}

// newPartialSub makes an instance that can be looked at before it is filled.
func newPartialSub(t *Thread, _ *runtime.Type) *runtime.Header {
	p := runtime.AllocSub[partial](t)
	p.fn, p.args, p.kw = runtime.None, runtime.MakeTuple(t), runtime.NewDict(t)
	return &p.Header
}

// A placeholder is the object functools.Placeholder, one for each interpreter.
type placeholder struct{ runtime.Header }

var placeholderSpec = runtime.TypeSpec{
	Type: placeholderType, Name: "functools._PlaceholderType", Shape: placeholderShape, Flags: runtime.TypeOwnLayout, Hidden: true,
	Doc: "The type of the Placeholder singleton.\n\nUsed as a placeholder for partial arguments.",
	Slots: runtime.Slots{
		New: func(t *Thread, _ *runtime.Type, args []Value, _ *runtime.Tuple) (Value, *Exception) {
			if len(args) > 0 {
				return null, runtime.Raise(t, runtime.TypeErrorType, "PlaceholderType takes no arguments")
			}
			return placeholderOf(t), nil
		},
		Repr: placeholderName,
	},
	Methods: []runtime.MethodSpec{{Sig: "__reduce__($self, /)", Fn: placeholderName}},
}

var sPlaceholder = runtime.Static("Placeholder")

func placeholderName(*Thread, Value) (Value, *Exception) { return sPlaceholder.Value(), nil }

type placeholderKey struct{}

func placeholderOf(t *Thread) Value {
	return value(runtime.State(t.Interp(), placeholderKey{}, func() *placeholder {
		return runtime.Alloc[placeholder](t, placeholderShape)
	}))
}

func isPlaceholder(v Value) bool { return runtime.HasShape(v, placeholderShape) }

func partialNew(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	n := len(args) - kw.Len()
	if n < 1 {
		return null, runtime.Raise(t, runtime.TypeErrorType, "type 'partial' takes at least one argument")
	}
	fn := args[0]
	if runtime.TypeOf(fn).Call == nil {
		return null, runtime.Raise(t, runtime.TypeErrorType, "the first argument must be callable")
	}
	if t.Interp().Version.At(14) {
		if exc := checkPlaceholders(t, args, n); exc != nil {
			return null, exc
		}
	}
	p := newObject[partial](t, cls, partialType, partialShape)
	p.fn, p.args = fn, nil
	p.kw = runtime.NewDict(t)
	var inner *partial
	if runtime.IsInstance(fn, partialType) && !runtime.HasInstanceDict(fn) {
		inner = (*partial)(fn.Ptr())
		p.fn = inner.fn
		p.kw = inner.kw.Copy(t)
	}
	switch {
	case inner == nil:
		p.args = runtime.CopyTuple(t, args[1:n])
	case n == 1:
		p.args = inner.args
	default:
		p.args = mergeArgs(t, inner, args[1:n])
	}
	for _, v := range p.args.Items {
		if isPlaceholder(v) {
			p.gaps++
		}
	}
	for i := range kw.Len() {
		if exc := p.kw.Set(t, kw.Items[i], args[n+i]); exc != nil {
			return null, exc
		}
	}
	return value(p), nil
}

func checkPlaceholders(t *Thread, args []Value, npos int) *Exception {
	for _, v := range args[npos:] {
		if isPlaceholder(v) {
			return runtime.Raise(t, runtime.TypeErrorType, "Placeholder cannot be passed as a keyword argument")
		}
	}
	if npos > 1 && isPlaceholder(args[npos-1]) {
		return runtime.Raise(t, runtime.TypeErrorType, "trailing Placeholders are not allowed")
	}
	return nil
}

// mergeArgs appends arguments to those of a partial, filling its gaps first.
func mergeArgs(t *Thread, inner *partial, args []Value) *runtime.Tuple {
	items := make([]Value, 0, inner.args.Len()+len(args))
	for _, v := range inner.args.Items {
		if isPlaceholder(v) && len(args) > 0 {
			v, args = args[0], args[1:]
		}
		items = append(items, v)
	}
	return runtime.NewTuple(t, append(items, args...))
}

func partialCall(t *Thread, v Value, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	p := (*partial)(v.Ptr())
	if exc := t.Enter(" while calling a Python object"); exc != nil {
		return null, exc
	}
	defer t.Leave()
	mark := t.HandleMark()
	defer t.Release(mark)
	npos := len(args) - kw.Len()
	rest := args[:npos]
	if p.gaps == 0 {
		for _, x := range p.args.Items {
			t.Handle(x)
		}
	} else {
		if npos < p.gaps {
			return null, runtime.TypeErrorf(t, "missing positional arguments in 'partial' call; expected at least %d, got %d", p.gaps, npos)
		}
		for _, x := range p.args.Items {
			if isPlaceholder(x) {
				x, rest = rest[0], rest[1:]
			}
			t.Handle(x)
		}
	}
	for _, x := range rest {
		t.Handle(x)
	}
	names, exc := p.keywords(t, args[npos:], kw)
	if exc != nil {
		return null, exc
	}
	return runtime.CallKw(t, p.fn, t.Window(mark), names)
}

// keywords puts the values of the keywords of a call in the handle window, the partial's own first, and returns their names.
func (p *partial) keywords(t *Thread, values []Value, kw *runtime.Tuple) (*runtime.Tuple, *Exception) {
	if p.kw.Len() == 0 {
		for _, x := range values {
			t.Handle(x)
		}
		return kw, nil
	}
	if kw.Len() == 0 {
		if p.names == nil || p.seen != p.kw.KeysVersion {
			names, exc := p.keyNames(t)
			if exc != nil {
				return nil, exc
			}
			p.names, p.seen = names, p.kw.KeysVersion
		}
		for pos := 0; ; {
			_, x, ok := p.kw.Next(&pos)
			if !ok {
				return p.names, nil
			}
			t.Handle(x)
		}
	}
	merged := p.kw.Copy(t)
	for i, k := range kw.Items {
		if exc := merged.Set(t, k, values[i]); exc != nil {
			return nil, exc
		}
	}
	var names []Value
	for pos := 0; ; {
		k, x, ok := merged.Next(&pos)
		if !ok {
			return runtime.NewTuple(t, names), nil
		}
		if _, isStr := runtime.AsStr(k); !isStr {
			return nil, keywordsNotStr(t)
		}
		names = append(names, k)
		t.Handle(x)
	}
}

func (p *partial) keyNames(t *Thread) (*runtime.Tuple, *Exception) {
	var names []Value
	for pos := 0; ; {
		k, _, ok := p.kw.Next(&pos)
		if !ok {
			return runtime.NewTuple(t, names), nil
		}
		if _, isStr := runtime.AsStr(k); !isStr {
			return nil, keywordsNotStr(t)
		}
		names = append(names, k)
	}
}

func keywordsNotStr(t *Thread) *Exception {
	return runtime.Raise(t, runtime.TypeErrorType, "keywords must be strings")
}

// partialGet binds like a function from 3.14 on; 3.13 warns of that.
func partialGet(t *Thread, d, o Value, _ *runtime.Type) (Value, *Exception) {
	if o.IsNull() || o.IsNone() {
		return d, nil
	}
	switch v := t.Interp().Version; {
	case v.At(14):
		return runtime.NewMethod(t, d, o), nil
	case v.At(13):
		exc := runtime.Warn(t, runtime.FutureWarningType, "functools.partial will be a method descriptor in future Python versions; "+
			"wrap it in staticmethod() if you want to preserve the old behavior", 1)
		return d, exc
	}
	return d, nil
}

func partialRepr(t *Thread, v Value) (Value, *Exception) {
	if t.EnterRepr(v) {
		return runtime.NewStr(t, "...").Value(), nil
	}
	defer t.LeaveRepr()
	p := (*partial)(v.Ptr())
	tp := runtime.TypeOf(v)
	q, exc := runtime.GetAttr(t, tp.Value(), sQualname)
	if exc != nil {
		return null, exc
	}
	name, exc := runtime.ToStr(t, q)
	if exc != nil {
		return null, exc
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	t.Handle(p.fn)
	t.Handle(p.args.Value())
	t.Handle(p.kw.Value())
	kw := p.kw
	b := []byte(tp.ModuleName() + "." + name.GoString() + "(")
	add := func(before string, x Value) *Exception {
		s, exc := runtime.Repr(t, x)
		if exc == nil {
			b = append(append(b, before...), s.GoString()...)
		}
		return exc
	}
	if exc := add("", p.fn); exc != nil {
		return null, exc
	}
	for _, x := range p.args.Items {
		if exc := add(", ", x); exc != nil {
			return null, exc
		}
	}
	for pos := 0; ; {
		k, x, ok := kw.Next(&pos)
		if !ok {
			return runtime.NewStr(t, string(append(b, ')'))).Value(), nil
		}
		key, exc := runtime.ToStr(t, k)
		if exc != nil {
			return null, exc
		}
		if exc := add(", "+key.GoString()+"=", x); exc != nil {
			return null, exc
		}
	}
}

func partialReduce(t *Thread, self Value) (Value, *Exception) {
	p := (*partial)(self.Ptr())
	dict := runtime.None
	if runtime.HasInstanceDict(self) {
		dict = runtime.InstanceDict(t, self).Value()
	}
	return tuple(t, typeOf(self), tuple(t, p.fn), tuple(t, p.fn, p.args.Value(), p.kw.Value(), dict)), nil
}

func partialSetState(t *Thread, self, state Value) (Value, *Exception) {
	p := (*partial)(self.Ptr())
	s, ok := runtime.AsTuple(state)
	if !ok || s.Len() != 4 {
		return null, invalidState(t)
	}
	args, argsOK := runtime.AsTuple(s.Items[1])
	kw, kwOK := runtime.AsDict(s.Items[2])
	if runtime.TypeOf(s.Items[0]).Call == nil || !argsOK || !kwOK && !s.Items[2].IsNone() {
		return null, invalidState(t)
	}
	if n := args.Len(); n > 0 && t.Interp().Version.At(14) && isPlaceholder(args.Items[n-1]) {
		return null, runtime.Raise(t, runtime.TypeErrorType, "trailing Placeholders are not allowed")
	}
	if runtime.ExactTuple(args.Value()) == nil {
		args = runtime.CopyTuple(t, args.Items)
	}
	switch {
	case !kwOK:
		kw = runtime.NewDict(t)
	case runtime.ExactDict(kw.Value()) == nil:
		kw = kw.Copy(t)
	}
	dict, hasDict := runtime.AsDict(s.Items[3])
	if !hasDict && !s.Items[3].IsNone() {
		dict, hasDict = runtime.NewDict(t), true
		if exc := dict.Update(t, s.Items[3]); exc != nil {
			return null, exc
		}
	}
	p.fn, p.args, p.kw, p.names, p.gaps = s.Items[0], args, kw, nil, 0
	for _, v := range args.Items {
		if isPlaceholder(v) {
			p.gaps++
		}
	}
	if hasDict {
		runtime.SetInstanceDict(t, self, dict)
	}
	return runtime.None, nil
}

func invalidState(t *Thread) *Exception {
	return runtime.Raise(t, runtime.TypeErrorType, "invalid partial state")
}
