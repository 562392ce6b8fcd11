package collections

import (
	"strconv"

	"github.com/krait-vm/krait/runtime"
)

var tupleGetterType = &runtime.Type{}

var tupleGetterShape = runtime.NewShape(tupleGetterType)

// A tupleGetter is the descriptor of a namedtuple's field.
type tupleGetter struct {
	runtime.Header
	index int
	doc   Value
}

var tupleGetterSpec = runtime.TypeSpec{
	Type: tupleGetterType, Name: "collections._tuplegetter", Shape: tupleGetterShape, Flags: runtime.TypeOwnLayout,
	Slots: runtime.Slots{
		New: tupleGetterNew, Repr: tupleGetterRepr, DescrGet: tupleGetterGet,
		DescrSet: func(t *Thread, _, _, x Value) *Exception {
			if x.IsNull() {
				return runtime.Raise(t, runtime.AttributeErrorType, "can't delete attribute")
			}
			return runtime.Raise(t, runtime.AttributeErrorType, "can't set attribute")
		},
		Traverse: func(v Value, visit runtime.VisitFunc) { visit((*tupleGetter)(v.Ptr()).doc) },
	},
	Methods: []runtime.MethodSpec{
		{Sig: "__reduce__($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			g := (*tupleGetter)(self.Ptr())
			return tuple(t, typeOf(self), tuple(t, runtime.Int(int64(g.index)), g.doc)), nil
		}},
	},
	GetSets: []runtime.GetSetSpec{
		{
			Name: "__doc__", Member: true,
			Get: func(_ *Thread, self Value) (Value, *Exception) { return (*tupleGetter)(self.Ptr()).doc, nil },
			Set: func(_ *Thread, self, x Value) *Exception {
				if x.IsNull() {
					x = runtime.None
				}
				(*tupleGetter)(self.Ptr()).doc = x
				return nil
			},
		},
	},
}

func tupleGetterNew(t *Thread, _ *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	if exc := runtime.NoKeywords(t, "_tuplegetter", kw); exc != nil {
		return null, exc
	}
	if exc := runtime.CheckArity(t, "_tuplegetter", len(args), 2, 2); exc != nil {
		return null, exc
	}
	i, exc := runtime.AsSsize(t, args[0])
	if exc != nil {
		return null, exc
	}
	g := runtime.Alloc[tupleGetter](t, tupleGetterShape)
	g.index, g.doc = i, args[1]
	return value(g), nil
}

func tupleGetterGet(t *Thread, d, o Value, _ *runtime.Type) (Value, *Exception) {
	g := (*tupleGetter)(d.Ptr())
	x, ok := runtime.AsTuple(o)
	if !ok {
		if o.IsNull() || o.IsNone() {
			return d, nil
		}
		return null, runtime.TypeErrorf(t, "descriptor for index '%d' for tuple subclasses doesn't apply to '%s' object", g.index, runtime.TypeOf(o).FullName())
	}
	if uint(g.index) >= uint(len(x.Items)) {
		return null, runtime.Raise(t, runtime.IndexErrorType, "tuple index out of range")
	}
	return x.Items[g.index], nil
}

func tupleGetterRepr(t *Thread, v Value) (Value, *Exception) {
	g := (*tupleGetter)(v.Ptr())
	s, exc := runtime.Repr(t, g.doc)
	if exc != nil {
		return null, exc
	}
	return runtime.NewStr(t, runtime.TypeOf(v).Name()+"("+strconv.Itoa(g.index)+", "+s.GoString()+")").Value(), nil
}
