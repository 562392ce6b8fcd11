package runtime

import (
	"math/big"
	"unsafe"

	"github.com/krait-vm/krait/marshal"
)

// ToMarshal makes the tree of marshal objects that stands for v, for marshal.dumps; an object that marshal has no form for is a ValueError. One
// object here is one object there. Ints and floats have no identity here: equal ones become one object.
func ToMarshal(t *Thread, v Value) (marshal.Object, *Exception) {
	s := storer{t: t, made: map[Value]marshal.Object{}}
	o, exc := s.object(v)
	if exc != nil {
		return nil, exc
	}
	for n := 0; len(s.todo) > 0; n++ {
		last := len(s.todo) - 1
		task := s.todo[last]
		s.todo = s.todo[:last]
		if exc := s.fill(task.from, task.to); exc != nil {
			return nil, exc
		}
		if n&4095 == 4095 {
			if exc := t.Poll(); exc != nil {
				return nil, exc
			}
		}
	}
	return o, nil
}

// A storer turns Python objects into marshal's: containers are made empty and filled from the worklist.
type storer struct {
	t    *Thread
	made map[Value]marshal.Object
	todo []storeTask
}

type storeTask struct {
	from Value
	to   marshal.Object
}

func (s *storer) object(v Value) (marshal.Object, *Exception) {
	switch {
	case v.IsNone():
		return marshal.None, nil
	case v.IsBool():
		return marshal.Bool(v.IsTrue()), nil
	case v.IsEllipsis():
		return marshal.Ellipsis, nil
	case Is(v, StopIterationType.Value()):
		return marshal.StopIteration, nil
	}
	if o, ok := s.made[v]; ok {
		return o, nil
	}
	o, exc := s.make(v)
	if exc != nil {
		return nil, exc
	}
	s.made[v] = o
	return o, nil
}

// make makes the object for v, containers empty. Like CPython it takes instances of subclasses for what they export as buffer, if anything.
func (s *storer) make(v Value) (marshal.Object, *Exception) {
	switch {
	case v.IsInt():
		return marshal.NewInt(v.AsInt()), nil
	case v.IsFloat():
		return &marshal.Float{V: PlainFloat(v.AsFloat())}, nil
	}
	var o marshal.Object
	switch v.Header().shape {
	case intShape:
		return marshal.NewBigInt(new(big.Int).Set(&(*BigInt)(v.p).V)), nil
	case complexShape:
		x := (*Complex)(v.p)
		return &marshal.Complex{V: complex(x.Re, x.Im)}, nil
	case strShape:
		return storeStr((*Str)(v.p)), nil
	case bytesShape:
		b := (*Bytes)(v.p).B
		return marshal.NewBytes(unsafe.String(unsafe.SliceData(b), len(b))), nil
	case tupleShape:
		o = &marshal.Tuple{}
	case listShape:
		o = &marshal.List{}
	case dictShape:
		o = &marshal.Dict{}
	case setShape, frozenSetShape:
		o = &marshal.Set{Frozen: v.Header().shape == frozenSetShape}
	case sliceShape:
		o = &marshal.Slice{}
	case codeShape:
		o = &marshal.Code{}
	default:
		return s.buffer(v)
	}
	s.todo = append(s.todo, storeTask{v, o})
	return o, nil
}

func storeStr(x *Str) *marshal.Str {
	return &marshal.Str{S: x.GoString(), ASCII: x.IsASCII(), Interned: x.flags&flagInterned != 0}
}

// buffer stores the bytes of an object that exports them.
func (s *storer) buffer(v Value) (marshal.Object, *Exception) {
	if TypeOf(v).Buffer == nil {
		return nil, Raise(s.t, ValueErrorType, "unmarshallable object")
	}
	b, exc := GetBuffer(s.t, v, false)
	if exc != nil {
		return nil, exc
	}
	o := marshal.NewBytes(string(b.Bytes))
	b.Free()
	return o, nil
}

func (s *storer) fill(v Value, o marshal.Object) *Exception {
	var exc *Exception
	switch o := o.(type) {
	case *marshal.Tuple:
		o.Items, exc = s.objects((*Tuple)(v.p).Items)
	case *marshal.List:
		o.Items, exc = s.objects((*List)(v.p).Items)
	case *marshal.Set:
		o.Items, exc = s.objects((*Set)(v.p).items())
	case *marshal.Dict:
		return s.dict(o, (*Dict)(v.p))
	case *marshal.Slice:
		x := (*Slice)(v.p)
		var items []marshal.Object
		if items, exc = s.objects([]Value{x.Start, x.Stop, x.Step}); exc == nil {
			o.Start, o.Stop, o.Step = items[0], items[1], items[2]
		}
	case *marshal.Code:
		return s.code(o, (*Code)(v.p))
	}
	return exc
}

func (s *storer) objects(items []Value) ([]marshal.Object, *Exception) {
	out := make([]marshal.Object, len(items))
	for i, v := range items {
		o, exc := s.object(v)
		if exc != nil {
			return nil, exc
		}
		out[i] = o
	}
	return out, nil
}

func (s *storer) dict(o *marshal.Dict, d *Dict) *Exception {
	for pos := 0; ; {
		k, v, ok := d.Next(&pos)
		if !ok {
			return nil
		}
		key, exc := s.object(k)
		if exc != nil {
			return exc
		}
		value, exc := s.object(v)
		if exc != nil {
			return exc
		}
		o.Pairs = append(o.Pairs, marshal.Pair{Key: key, Value: value})
	}
}

func (s *storer) code(o *marshal.Code, c *Code) *Exception {
	o.Version = marshal.Version(3<<8 | c.Version.Minor)
	o.ArgCount, o.PosOnlyArgCount, o.KwOnlyArgCount = int32(c.ArgCount), int32(c.PosOnlyArgCount), int32(c.KwOnlyArgCount)
	o.StackSize, o.Flags, o.FirstLineNo = int32(c.StackSize), int32(c.Flags), int32(c.FirstLine)
	o.Code, o.LineTable, o.ExceptionTable = marshal.NewBytes(c.Bytecode), marshal.NewBytes(c.LineTable), marshal.NewBytes(c.ExceptionTable)
	o.LocalsPlusKinds = marshal.NewBytes(c.Kinds)
	o.Filename, o.Name, o.QualName = s.name(c.Filename), s.name(c.Name), s.name(c.Qualname)
	o.Names, o.LocalsPlusNames = s.names(c.Names), s.names(c.LocalsPlus)
	consts, exc := s.object(c.ConstsTuple(s.t).Value())
	if exc != nil {
		return exc
	}
	o.Consts = consts.(*marshal.Tuple)
	return nil
}

func (s *storer) name(x *Str) *marshal.Str {
	v := x.Value()
	if o, ok := s.made[v]; ok {
		return o.(*marshal.Str)
	}
	o := storeStr(x)
	s.made[v] = o
	return o
}

func (s *storer) names(list []*Str) *marshal.Tuple {
	items := make([]marshal.Object, len(list))
	for i, x := range list {
		items[i] = s.name(x)
	}
	return marshal.NewTuple(items...)
}
