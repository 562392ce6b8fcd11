package runtime

import (
	"strconv"
	"unsafe"
)

// ZipType is zip.
var ZipType = &Type{name: "zip"}

var zipShape = &Shape{typ: ZipType}

// A Zip is a zip object.
type Zip struct {
	Header
	its    []Value
	strict bool
}

type zipSub struct {
	Zip
	Attrs
}

var zipSpec = TypeSpec{
	Type: ZipType, Name: "zip", Shape: zipShape, Flags: TypeBase | typeOwnLayout,
	Doc: "The zip object yields n-length tuples, where n is the number of iterables\npassed as positional arguments to zip().  The i-th element in every tuple\n" +
		"comes from the i-th iterable argument to zip().  This continues until the\nshortest argument is exhausted.\n\n" +
		"If strict is true and one of the arguments is exhausted before the others,\nraise a ValueError.\n\n" +
		"   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]",
	TextSig:        "(*iterables, strict=False)",
	NewSub:         func(t *Thread, _ *Type) *Header { return &alloc[zipSub](t).Header },
	SubAttrsOffset: unsafe.Offsetof(zipSub{}.Attrs),
	Slots: Slots{New: zipNew, Iter: selfIter, Next: zipNext, Traverse: func(v Value, visit VisitFunc) {
		for _, it := range (*Zip)(v.p).its {
			visit(it)
		}
	}},
	Methods: []MethodSpec{
		{Sig: "__reduce__($self, /)", Doc: reduceDoc, Fn: zipReduce},
		{Sig: "__setstate__($self, object, /)", Doc: setStateDoc, Fn: zipSetState},
	},
}

// strictKeyword reads the only keyword of zip and map.
func strictKeyword(t *Thread, name string, args []Value, kw *Tuple) (bool, *Exception) {
	strict := false
	for i := 0; i < kw.Len(); i++ {
		key := asStr(kw.Items[i])
		if key.GoString() != "strict" {
			if kw.Len() > 1 {
				return false, TypeErrorf(t, "%s() takes at most 1 keyword argument (%d given)", name, kw.Len())
			}
			if t.interp.Version.At(13) {
				return false, TypeErrorf(t, "%s() got an unexpected keyword argument '%s'", name, key)
			}
			return false, TypeErrorf(t, "'%s' is an invalid keyword argument for %s()", key, name)
		}
		var exc *Exception
		if strict, exc = Truth(t, args[len(args)-kw.Len()+i]); exc != nil {
			return false, exc
		}
	}
	return strict, nil
}

// iterators makes the iterators of all arguments; they stand in the handle window until the caller releases it.
func iterators(t *Thread, args []Value) ([]Value, *Exception) {
	its := make([]Value, 0, len(args))
	for _, a := range args {
		it, exc := Iter(t, a)
		if exc != nil {
			return nil, exc
		}
		t.Handle(it)
		its = append(its, it)
	}
	t.charge(uintptr(len(its)) * ValueSize)
	return its, nil
}

func zipNew(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception) {
	strict, exc := strictKeyword(t, "zip", args, kw)
	if exc != nil {
		return Null, exc
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	its, exc := iterators(t, args[:len(args)-kw.Len()])
	if exc != nil {
		return Null, exc
	}
	var z *Zip
	if cls == ZipType {
		z = alloc[Zip](t)
		z.shape = zipShape
	} else {
		z = (*Zip)(unsafe.Pointer(newInstanceOf(t, cls)))
	}
	z.its, z.strict = its, strict
	return obj(unsafe.Pointer(z)), nil
}

// AsZip returns the zip object that v is when its type is zip itself, or nil.
func AsZip(v Value) *Zip {
	if v.p != nil && (*Header)(v.p).shape == zipShape {
		return (*Zip)(v.p)
	}
	return nil
}

// Len returns the number of iterators.
func (z *Zip) Len() int { return len(z.its) }

// NextInto steps the zip and stores the items in out, which has room for Len, instead of a tuple.
func (z *Zip) NextInto(t *Thread, out []Value) (bool, *Exception) {
	if len(z.its) == 0 {
		return false, nil
	}
	if exc := t.Enter(""); exc != nil {
		return false, exc
	}
	defer t.Leave()
	for i, it := range z.its {
		v, ok, exc := TypeOf(it).Next(t, it)
		if exc != nil {
			return false, exc
		}
		if !ok {
			if z.strict {
				exc = checkStrict(t, "zip", z.its, i)
			}
			return false, exc
		}
		out[i] = v
	}
	return true, nil
}

func zipNext(t *Thread, v Value) (Value, bool, *Exception) {
	z := (*Zip)(v.p)
	if len(z.its) == 2 {
		var out [2]Value
		ok, exc := z.NextInto(t, out[:])
		if !ok {
			return Null, false, exc
		}
		return newPair(t, out[0], out[1]), true, nil
	}
	if exc := t.Enter(""); exc != nil {
		return Null, false, exc
	}
	defer t.Leave()
	mark := len(t.handles)
	for i, it := range z.its {
		x, ok, exc := TypeOf(it).Next(t, it)
		if exc == nil && !ok && z.strict {
			exc = checkStrict(t, "zip", z.its, i)
		}
		if exc != nil || !ok {
			t.Release(mark)
			return Null, false, exc
		}
		t.handles = append(t.handles, x)
	}
	r := CopyTuple(t, t.handles[mark:]).Value()
	t.Release(mark)
	return r, len(z.its) > 0, nil
}

// checkStrict is called when iterator i of a strict zip or map ended: all must end in the same round.
func checkStrict(t *Thread, name string, its []Value, i int) *Exception {
	if i > 0 {
		return lengthMismatch(t, name, i, "shorter")
	}
	for j := 1; j < len(its); j++ {
		_, ok, exc := TypeOf(its[j]).Next(t, its[j])
		if exc != nil {
			return exc
		}
		if ok {
			return lengthMismatch(t, name, j, "longer")
		}
	}
	return nil
}

func lengthMismatch(t *Thread, name string, i int, than string) *Exception {
	others := " 1"
	if i > 1 {
		others = "s 1-" + strconv.Itoa(i)
	}
	return Raise(t, ValueErrorType, name+"() argument "+strconv.Itoa(i+1)+" is "+than+" than argument"+others)
}

func zipReduce(t *Thread, self Value) (Value, *Exception) {
	z := (*Zip)(self.p)
	its := CopyTuple(t, z.its).Value()
	if z.strict {
		return MakeTuple(t, TypeOf(self).Value(), its, True).Value(), nil
	}
	return MakeTuple(t, TypeOf(self).Value(), its).Value(), nil
}

func zipSetState(t *Thread, self, state Value) (Value, *Exception) {
	strict, exc := Truth(t, state)
	if exc != nil {
		return Null, exc
	}
	(*Zip)(self.p).strict = strict
	return None, nil
}
