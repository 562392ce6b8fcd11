package marshal

import (
	"math/big"
)

// An Object is one of Singleton, *Int, *Float, *Complex, *Str, *Bytes, *Tuple,
// *List, *Dict, *Set, *Slice and *Code. A nil Object is marshal's NULL. Everything
// but a Singleton is a pointer, and the pointer is the object's identity.
type Object interface {
	object()
}

// A Singleton is an object of which Python has one only.
type Singleton uint8

// The singletons. StopIteration is the exception class.
const (
	None Singleton = iota
	False
	True
	Ellipsis
	StopIteration
)

// An Int is a Python int. Values that fit 64 bits are in V and have a nil Big;
// all others are in Big alone.
type Int struct {
	V   int64
	Big *big.Int
}

// A Float is a Python float. All 64 bits are kept, NaN payloads included.
type Float struct{ V float64 }

// A Complex is a Python complex number.
type Complex struct{ V complex128 }

// A Str is a Python str.
type Str struct {
	// S is the text in UTF-8, except that surrogates, which Python strings may
	// hold, take three bytes each as any other code point of their size
	// (CPython's surrogatepass). Two adjacent surrogates stay two.
	S string
	// ASCII says that S has no byte above 0x7f.
	ASCII bool
	// Interned says that the data marked the string as interned.
	Interned bool
}

// A Bytes is a Python bytes object.
type Bytes struct{ S string }

// A Tuple is a Python tuple.
type Tuple struct{ Items []Object }

// A List is a Python list.
type List struct{ Items []Object }

// A Dict is a Python dict as written: pairs in file order, with duplicate keys
// still in it. The later of two equal keys provides the value.
type Dict struct{ Pairs []Pair }

// A Pair is one key and its value.
type Pair struct{ Key, Value Object }

// A Set is a Python set or frozenset as written: elements in file order, with
// duplicates still in it.
type Set struct {
	Items  []Object
	Frozen bool
}

// A Slice is a Python slice (marshal version 5).
type Slice struct{ Start, Stop, Step Object }

func (Singleton) object() {}
func (*Int) object()      {}
func (*Float) object()    {}
func (*Complex) object()  {}
func (*Str) object()      {}
func (*Bytes) object()    {}
func (*Tuple) object()    {}
func (*List) object()     {}
func (*Dict) object()     {}
func (*Set) object()      {}
func (*Slice) object()    {}
func (*Code) object()     {}

// CPython keeps one object for each int of this range; so do we, which keeps
// files that CPython wrote identical when they are written again.
const (
	minSmallInt = -5
	maxSmallInt = 256
)

var smallInts = func() *[maxSmallInt - minSmallInt + 1]Int {
	var t [maxSmallInt - minSmallInt + 1]Int
	for i := range t {
		t[i].V = int64(i) + minSmallInt
	}
	return &t
}()

// NewInt makes an int of 64 bits. Small ints are shared.
func NewInt(v int64) *Int {
	if minSmallInt <= v && v <= maxSmallInt {
		return &smallInts[v-minSmallInt]
	}
	return &Int{V: v}
}

// NewBigInt makes an int of any size. It takes ownership of v.
func NewBigInt(v *big.Int) *Int {
	if v.IsInt64() {
		return NewInt(v.Int64())
	}
	return &Int{Big: v}
}

// BigInt returns the value as a new big.Int.
func (i *Int) BigInt() *big.Int {
	if i.Big != nil {
		return new(big.Int).Set(i.Big)
	}
	return big.NewInt(i.V)
}

// NewStr makes a string that is not interned from text as [Str] describes it.
func NewStr(s string) *Str { return &Str{S: s, ASCII: isASCII(s)} }

// NewInternedStr makes an interned string.
func NewInternedStr(s string) *Str { return &Str{S: s, ASCII: isASCII(s), Interned: true} }

// NewBytes makes a bytes object.
func NewBytes(s string) *Bytes { return &Bytes{S: s} }

// NewTuple makes a tuple of items, which it takes over.
func NewTuple(items ...Object) *Tuple { return &Tuple{Items: items} }

// Bool is True or False.
func Bool(b bool) Singleton {
	if b {
		return True
	}
	return False
}

// TypeName is the name of the object's Python type.
func TypeName(o Object) string {
	switch o := o.(type) {
	case Singleton:
		switch o {
		case None:
			return "NoneType"
		case False, True:
			return "bool"
		case Ellipsis:
			return "ellipsis"
		case StopIteration:
			return "type"
		}
	case *Int:
		return "int"
	case *Float:
		return "float"
	case *Complex:
		return "complex"
	case *Str:
		return "str"
	case *Bytes:
		return "bytes"
	case *Tuple:
		return "tuple"
	case *List:
		return "list"
	case *Dict:
		return "dict"
	case *Set:
		if o.Frozen {
			return "frozenset"
		}
		return "set"
	case *Slice:
		return "slice"
	case *Code:
		return "code"
	}
	return "NULL"
}

func isASCII(s string) bool {
	for len(s) >= 8 {
		if (s[0]|s[1]|s[2]|s[3]|s[4]|s[5]|s[6]|s[7])&0x80 != 0 {
			return false
		}
		s = s[8:]
	}
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
