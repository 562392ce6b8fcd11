package runtime

import "unsafe"

// The types behind t-strings (3.14).
var (
	TemplateType      = &Type{name: "Template"}
	InterpolationType = &Type{name: "Interpolation"}
	templateIterType  = &Type{name: "TemplateIter"}

	templateShape      = &Shape{typ: TemplateType}
	interpolationShape = &Shape{typ: InterpolationType}
	templateIterShape  = &Shape{typ: templateIterType}
)

// A Template is the value of a t-string: one string more than interpolations.
type Template struct {
	Header
	Strings, Interpolations *Tuple
}

// An Interpolation is a field of a t-string.
type Interpolation struct {
	Header
	value, expression, conversion, spec Value
}

var templateSpec = TypeSpec{
	Type: TemplateType, Name: "string.templatelib.Template", Flags: typeOwnLayout, Shape: templateShape, Doc: "Template object",
	Slots: Slots{
		New: templateNew, Repr: templateRepr, Iter: templateIter, Concat: templateConcat,
		Traverse: func(v Value, visit VisitFunc) {
			visit((*Template)(v.p).Strings.Value())
			visit((*Template)(v.p).Interpolations.Value())
		},
	},
	Methods: []MethodSpec{
		{Sig: "__reduce__($self, /)", Fn: templateReduce},
		{Sig: "__class_getitem__($type, object, /)", Doc: "Template supports [] for generic usage", Fn: newGenericAlias, Flavor: ClassMethod},
	},
	GetSets: []GetSetSpec{
		{Name: "strings", Doc: "Strings", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Template)(self.p).Strings.Value(), nil }},
		{
			Name: "interpolations", Doc: "Interpolations", Member: true,
			Get: func(_ *Thread, self Value) (Value, *Exception) {
				return (*Template)(self.p).Interpolations.Value(), nil
			},
		},
		{Name: "values", Doc: "Values of interpolations", Get: func(t *Thread, self Value) (Value, *Exception) {
			var out []Value
			for _, v := range (*Template)(self.p).Interpolations.Items {
				out = append(out, (*Interpolation)(v.p).value)
			}
			return NewTuple(t, out).Value(), nil
		}},
	},
}

var interpolationSpec = TypeSpec{
	Type: InterpolationType, Name: "string.templatelib.Interpolation", Flags: typeOwnLayout, Shape: interpolationShape, Doc: "Interpolation object",
	Slots: Slots{New: interpolationNew, Repr: interpolationRepr, Traverse: func(v Value, visit VisitFunc) {
		x := (*Interpolation)(v.p)
		visit(x.value)
		visit(x.expression)
		visit(x.conversion)
		visit(x.spec)
	}},
	Methods: []MethodSpec{
		{Sig: "__reduce__($self, /)", Doc: "__reduce__() -> (cls, state)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			x := (*Interpolation)(self.p)
			return MakeTuple(t, TypeOf(self).Value(), MakeTuple(t, x.value, x.expression, x.conversion, x.spec).Value()).Value(), nil
		}},
		{Sig: "__class_getitem__($type, object, /)", Doc: "Interpolations are generic over the types of their values", Fn: newGenericAlias, Flavor: ClassMethod},
	},
	GetSets: []GetSetSpec{
		{Name: "value", Doc: "Value", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Interpolation)(self.p).value, nil }},
		{Name: "expression", Doc: "Expression", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Interpolation)(self.p).expression, nil }},
		{Name: "conversion", Doc: "Conversion", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Interpolation)(self.p).conversion, nil }},
		{Name: "format_spec", Doc: "Format specifier", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return (*Interpolation)(self.p).spec, nil }},
	},
	Attrs: map[string]Value{"__match_args__": interpolationMatchArgs.Value()},
}

var interpolationMatchArgs = &Tuple{Header: Header{shape: tupleShape}, Items: []Value{
	static("value").Value(), static("expression").Value(), static("conversion").Value(), static("format_spec").Value(),
}}

func asInterpolation(v Value) *Interpolation {
	if v.p != nil && (*Header)(v.p).shape == interpolationShape {
		return (*Interpolation)(v.p)
	}
	return nil
}

func asTemplate(v Value) *Template {
	if v.p != nil && (*Header)(v.p).shape == templateShape {
		return (*Template)(v.p)
	}
	return nil
}

func newInterpolation(t *Thread, value, expression, conversion, spec Value) Value {
	x := alloc[Interpolation](t)
	x.shape, x.value, x.expression, x.conversion, x.spec = interpolationShape, value, expression, conversion, spec
	return obj(unsafe.Pointer(x))
}

func newTemplate(t *Thread, strings, interpolations *Tuple) Value {
	x := alloc[Template](t)
	x.shape, x.Strings, x.Interpolations = templateShape, strings, interpolations
	return obj(unsafe.Pointer(x))
}

var interpolationConversions = [...]Value{None, static("s").Value(), static("r").Value(), static("a").Value()}

// BuildInterpolation is BUILD_INTERPOLATION; conversion is 0 for none, then s, r and a. spec is Null for none.
func BuildInterpolation(t *Thread, value, expression Value, conversion int, spec Value) (Value, *Exception) {
	if spec.IsNull() {
		spec = emptyStr.Value()
	}
	if conversion >= len(interpolationConversions) || asStr(expression) == nil || asStr(spec) == nil {
		return Null, Raise(t, SystemErrorType, "BUILD_INTERPOLATION has operands that no t-string makes")
	}
	return newInterpolation(t, value, expression, interpolationConversions[conversion], spec), nil
}

// BuildTemplate is BUILD_TEMPLATE.
func BuildTemplate(t *Thread, strings, interpolations Value) (Value, *Exception) {
	s, i := asTuple(strings), asTuple(interpolations)
	ok := s != nil && i != nil && s.Len() == i.Len()+1
	if ok {
		for _, v := range s.Items {
			ok = ok && asStr(v) != nil
		}
		for _, v := range i.Items {
			ok = ok && asInterpolation(v) != nil
		}
	}
	if !ok {
		return Null, Raise(t, SystemErrorType, "BUILD_TEMPLATE has operands that no t-string makes")
	}
	return newTemplate(t, s, i), nil
}

// templateNew is Template(*parts): neighbouring strings become one.
func templateNew(t *Thread, _ *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if kw.Len() > 0 {
		return Null, Raise(t, TypeErrorType, "Template.__new__ only accepts *args arguments")
	}
	var texts, fields []Value
	last := emptyStr
	for _, v := range args {
		if s := asStr(v); s != nil {
			joined, exc := concatStr(t, last, s)
			if exc != nil {
				return Null, exc
			}
			last = joined
			continue
		}
		if asInterpolation(v) == nil {
			return Null, TypeErrorf(t, "Template.__new__ *args need to be of type 'str' or 'Interpolation', got %s", TypeOf(v).fullName())
		}
		texts, fields = append(texts, last.Value()), append(fields, v)
		last = emptyStr
	}
	return newTemplate(t, NewTuple(t, append(texts, last.Value())), NewTuple(t, fields)), nil
}

func templateRepr(t *Thread, v Value) (Value, *Exception) {
	x := (*Template)(v.p)
	s, exc := Repr(t, x.Strings.Value())
	if exc != nil {
		return Null, exc
	}
	i, exc := Repr(t, x.Interpolations.Value())
	if exc != nil {
		return Null, exc
	}
	return NewStr(t, "Template(strings="+s.GoString()+", interpolations="+i.GoString()+")").Value(), nil
}

func templateConcat(t *Thread, a, b Value) (Value, *Exception) {
	x, y := asTemplate(a), asTemplate(b)
	if x == nil || y == nil {
		return Null, TypeErrorf(t, "can only concatenate %s (not \"%s\") to %s", TypeOf(a).qualifiedName(), TypeOf(b).qualifiedName(), TypeOf(a).qualifiedName())
	}
	n := x.Strings.Len()
	joined, exc := concatStr(t, asStr(x.Strings.Items[n-1]), asStr(y.Strings.Items[0]))
	if exc != nil {
		return Null, exc
	}
	texts := append(append([]Value(nil), x.Strings.Items[:n-1]...), joined.Value())
	texts = append(texts, y.Strings.Items[1:]...)
	fields := append(append([]Value(nil), x.Interpolations.Items...), y.Interpolations.Items...)
	return newTemplate(t, NewTuple(t, texts), NewTuple(t, fields)), nil
}

func templateReduce(t *Thread, self Value) (Value, *Exception) {
	m, exc := ImportModule(t, "string.templatelib")
	if exc != nil {
		return Null, exc
	}
	fn, exc := GetAttr(t, m, t.Intern("_template_unpickle"))
	if exc != nil {
		return Null, exc
	}
	x := (*Template)(self.p)
	return MakeTuple(t, fn, MakeTuple(t, x.Strings.Value(), x.Interpolations.Value()).Value()).Value(), nil
}

// A templateIterator yields strings and interpolations in turn, without empty strings.
type templateIterator struct {
	Header
	x *Template
	i int // of strings and interpolations together
}

var templateIterSpec = TypeSpec{
	Type: templateIterType, Name: "string.templatelib.TemplateIter", Flags: TypeNoInstantiation | typeOwnLayout, Shape: templateIterShape, NoNew: true,
	Doc: "Template iterator object",
	Slots: Slots{
		Iter: selfIter,
		Next: func(_ *Thread, v Value) (Value, bool, *Exception) {
			it := (*templateIterator)(v.p)
			for it.i < it.x.Strings.Len()+it.x.Interpolations.Len() {
				i := it.i
				it.i++
				if i%2 == 1 {
					return it.x.Interpolations.Items[i/2], true, nil
				}
				if s := it.x.Strings.Items[i/2]; asStr(s).Len() > 0 {
					return s, true, nil
				}
			}
			return Null, false, nil
		},
		Traverse: func(v Value, visit VisitFunc) { visit(obj(unsafe.Pointer((*templateIterator)(v.p).x))) },
	},
}

func templateIter(t *Thread, v Value) (Value, *Exception) {
	it := alloc[templateIterator](t)
	it.shape, it.x = templateIterShape, (*Template)(v.p)
	return obj(unsafe.Pointer(it)), nil
}

var interpolationArgs = signature("Interpolation(value, expression='', conversion=None, format_spec='')")

func interpolationNew(t *Thread, _ *Type, args []Value, kw *Tuple) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := interpolationArgs.bind(t, args, kw)
	if exc != nil {
		return Null, exc
	}
	if asStr(a[1]) == nil {
		return Null, badArgument(t, "Interpolation", "argument 'expression'", "str", a[1])
	}
	if !a[2].IsNone() {
		s := asStr(a[2])
		if s == nil {
			return Null, badArgument(t, "Interpolation", "argument 'conversion'", "str", a[2])
		}
		if c := s.GoString(); c != "s" && c != "r" && c != "a" {
			return Null, Raise(t, ValueErrorType, "Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'")
		}
	}
	if asStr(a[3]) == nil {
		return Null, badArgument(t, "Interpolation", "argument 'format_spec'", "str", a[3])
	}
	return newInterpolation(t, a[0], a[1], a[2], a[3]), nil
}

func interpolationRepr(t *Thread, v Value) (Value, *Exception) {
	x := (*Interpolation)(v.p)
	out := "Interpolation("
	for i, f := range [...]Value{x.value, x.expression, x.conversion, x.spec} {
		if i > 0 {
			out += ", "
		}
		s, exc := Repr(t, f)
		if exc != nil {
			return Null, exc
		}
		out += s.GoString()
	}
	return NewStr(t, out+")").Value(), nil
}
