package runtime

import (
	"math/big"
	"unsafe"

	"github.com/krait-vm/krait/marshal"
)

// LoadCode makes the code object that a .pyc file holds. Its version must be the interpreter's.
func LoadCode(t *Thread, c *marshal.Code) (*Code, *Exception) {
	v, exc := FromMarshal(t, c)
	if exc != nil {
		return nil, exc
	}
	return (*Code)(v.p), nil
}

// FromMarshal makes the Python objects that a tree of marshal objects stands for. What is one object there is one object here. It walks with a
// worklist and visits each object once, so that neither depth nor references make it slow; strings are interned where CPython does it.
func FromMarshal(t *Thread, o marshal.Object) (Value, *Exception) {
	l := loader{t: t}
	v, exc := l.value(o, false)
	if exc != nil {
		return Null, exc
	}
	if exc := l.drain(); exc != nil {
		return Null, exc
	}
	return v, l.fillTables()
}

// A loader turns one tree of marshal objects into Python's. A container is made empty when something refers to it and filled from the worklist; sets
// and dicts come last, as hashing wants their elements complete.
type loader struct {
	t      *Thread
	strs   map[*marshal.Str]*Str
	made   map[marshal.Object]Value // containers, bytes, floats and the like
	todo   []loadTask
	tables []marshal.Object // sets and dicts, empty yet
	keys   keyTable
}

// A loadTask is a container still to be filled. Below a code object's constants names are interned as the compiler does it.
type loadTask struct {
	from   marshal.Object
	to     Value
	consts bool
}

// value returns the object for o, which may be still to be filled.
func (l *loader) value(o marshal.Object, consts bool) (Value, *Exception) {
	switch o := o.(type) {
	case marshal.Singleton:
		return singleton(o), nil
	case *marshal.Int:
		if o.Big == nil {
			return Int(o.V), nil
		}
	case *marshal.Float:
		return Float(o.V), nil
	case *marshal.Str:
		return l.str(o, consts).Value(), nil
	case nil:
		return Null, ValueErrorf(l.t, "bad marshal data (NULL object)")
	}
	if v, ok := l.made[o]; ok {
		return v, nil
	}
	v, exc := l.make(o, consts)
	if exc != nil {
		return Null, exc
	}
	if l.made == nil {
		l.made = map[marshal.Object]Value{}
	}
	l.made[o] = v
	return v, nil
}

func singleton(o marshal.Singleton) Value {
	switch o {
	case marshal.False:
		return False
	case marshal.True:
		return True
	case marshal.Ellipsis:
		return Ellipsis
	case marshal.StopIteration:
		return StopIterationType.Value()
	}
	return None
}

// make makes the object for o, containers empty.
func (l *loader) make(o marshal.Object, consts bool) (Value, *Exception) {
	t := l.t
	var v Value
	switch o := o.(type) {
	case *marshal.Int:
		return BigFrom(t, new(big.Int).Set(o.Big)), nil
	case *marshal.Complex:
		x := alloc[Complex](t)
		x.shape, x.Re, x.Im = complexShape, real(o.V), imag(o.V)
		return obj(unsafe.Pointer(x)), nil
	case *marshal.Bytes:
		return NewBytes(t, stringBytes(o.S)).Value(), nil
	case *marshal.Set:
		x := NewSet(t)
		if o.Frozen {
			x.shape = frozenSetShape
		}
		l.tables = append(l.tables, o)
		v = x.Value()
	case *marshal.Dict:
		l.tables = append(l.tables, o)
		v = NewDict(t).Value()
	case *marshal.Tuple:
		if len(o.Items) == 0 {
			return emptyTuple.Value(), nil
		}
		v = unfilledTuple(t, len(o.Items)).Value()
	case *marshal.List:
		v = NewList(t, nullValues(len(o.Items))).Value()
	case *marshal.Slice:
		x := alloc[Slice](t)
		x.shape, x.Start, x.Stop, x.Step = sliceShape, None, None, None
		v = obj(unsafe.Pointer(x))
	case *marshal.Code:
		if o.Version>>8 != 3 || int(o.Version&0xff) != t.interp.Version.Minor {
			return Null, ValueErrorf(t, "cannot load a code object of Python %v in Python 3.%d", o.Version, t.interp.Version.Minor)
		}
		x := alloc[Code](t)
		x.shape = codeShape
		v, consts = x.Value(), true
	default:
		return Null, ValueErrorf(t, "bad marshal data (%s)", marshal.TypeName(o))
	}
	l.todo = append(l.todo, loadTask{o, v, consts})
	return v, nil
}

func nullValues(n int) []Value {
	items := make([]Value, n)
	for i := range items {
		items[i] = Null
	}
	return items
}

// unfilledTuple makes a tuple of n Nulls.
func unfilledTuple(t *Thread, n int) *Tuple {
	if n <= 4 {
		return CopyTuple(t, []Value{Null, Null, Null, Null}[:n])
	}
	return NewTuple(t, nullValues(n))
}

// drain fills containers until none is left.
func (l *loader) drain() *Exception {
	for n := 0; len(l.todo) > 0; n++ {
		last := len(l.todo) - 1
		task := l.todo[last]
		l.todo[last] = loadTask{}
		l.todo = l.todo[:last]
		if exc := l.fill(task); exc != nil {
			return exc
		}
		if n&4095 == 4095 {
			if exc := l.t.Poll(); exc != nil {
				return exc
			}
		}
	}
	return nil
}

// fill gives a container its items. Those of sets and dicts are only made: fillTables puts them in.
func (l *loader) fill(task loadTask) *Exception {
	var exc *Exception
	switch o := task.from.(type) {
	case *marshal.Tuple:
		return l.items((*Tuple)(task.to.p).Items, o.Items, task.consts)
	case *marshal.List:
		return l.items((*List)(task.to.p).Items, o.Items, task.consts)
	case *marshal.Set:
		return l.items(nil, o.Items, task.consts)
	case *marshal.Dict:
		for _, p := range o.Pairs {
			if _, exc := l.value(p.Key, task.consts); exc != nil {
				return exc
			}
			if _, exc := l.value(p.Value, task.consts); exc != nil {
				return exc
			}
		}
	case *marshal.Slice:
		x := (*Slice)(task.to.p)
		if x.Start, exc = l.value(o.Start, task.consts); exc != nil {
			return exc
		}
		if x.Stop, exc = l.value(o.Stop, task.consts); exc != nil {
			return exc
		}
		x.Step, exc = l.value(o.Step, task.consts)
	case *marshal.Code:
		exc = l.code((*Code)(task.to.p), o)
	}
	return exc
}

// items makes the objects of a container and stores them in dst unless it is nil.
func (l *loader) items(dst []Value, from []marshal.Object, consts bool) *Exception {
	for i, o := range from {
		v, exc := l.value(o, consts)
		if exc != nil {
			return exc
		}
		if dst != nil {
			dst[i] = v
		}
	}
	return nil
}

func (l *loader) code(c *Code, o *marshal.Code) *Exception {
	c.Version = l.t.interp.Version
	c.ArgCount, c.PosOnlyArgCount, c.KwOnlyArgCount = int(o.ArgCount), int(o.PosOnlyArgCount), int(o.KwOnlyArgCount)
	c.StackSize, c.Flags, c.FirstLine = int(o.StackSize), CodeFlags(o.Flags), int(o.FirstLineNo)
	c.Bytecode, c.LineTable, c.ExceptionTable = o.Code.S, o.LineTable.S, o.ExceptionTable.S
	c.Kinds = o.LocalsPlusKinds.S
	c.Names, c.LocalsPlus = l.names(o.Names), l.names(o.LocalsPlusNames)
	c.Filename, c.Name, c.Qualname = l.name(o.Filename), l.name(o.Name), l.name(o.QualName)
	v, exc := l.value(o.Consts, true)
	if exc != nil {
		return exc
	}
	c.consts = (*Tuple)(v.p)
	c.Consts = c.consts.Items
	return nil
}

func (l *loader) names(o *marshal.Tuple) []*Str {
	if len(o.Items) == 0 {
		return nil
	}
	names := make([]*Str, len(o.Items))
	l.t.charge(uintptr(len(names)) * 8)
	for i, s := range o.Items {
		names[i] = l.name(s.(*marshal.Str))
	}
	return names
}

// name returns the interned str for s.
func (l *loader) name(s *marshal.Str) *Str {
	x := l.strs[s]
	if x != nil && x.flags&flagInterned != 0 {
		return x
	}
	if x != nil {
		x = l.t.InternStr(x)
	} else {
		x = l.t.Intern(s.S)
	}
	l.keepStr(s, x)
	return x
}

// str returns the str for s. CPython interns what the data marks, and of a code object's constants those that look like names.
func (l *loader) str(s *marshal.Str, consts bool) *Str {
	if x := l.strs[s]; x != nil {
		return x
	}
	if s.Interned || consts && s.ASCII && nameLike(s.S) {
		return l.name(s)
	}
	x := NewStr(l.t, s.S)
	l.keepStr(s, x)
	return x
}

func (l *loader) keepStr(s *marshal.Str, x *Str) {
	if l.strs == nil {
		l.strs = map[*marshal.Str]*Str{}
	}
	l.strs[s] = x
}

// nameLike reports whether s consists of ASCII letters, digits and underscores.
func nameLike(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c != '_' && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') {
			return false
		}
	}
	return true
}
