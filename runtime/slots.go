package runtime

// The Go functions behind the operator protocols. A nil slot means that the type lacks the protocol. Wherever a Value is stored through a slot,
// Null stands for deletion.
type (
	// UnaryFunc serves repr, str, iter, neg and the like.
	UnaryFunc func(t *Thread, v Value) (Value, *Exception)
	// BinaryFunc serves a binary operator; it is called with the operands in source order whichever of them brought it, and returns
	// NotImplemented to pass.
	BinaryFunc func(t *Thread, a, b Value) (Value, *Exception)
	// TernaryFunc serves pow.
	TernaryFunc func(t *Thread, a, b, c Value) (Value, *Exception)
	// CallFunc calls v. The last kw.Len() entries of args are keyword values, named by kw, which may be nil. args is a view of the caller's
	// window: it must not be kept.
	CallFunc func(t *Thread, v Value, args []Value, kw *Tuple) (Value, *Exception)
	// NextFunc returns the next item, or false when there is none.
	NextFunc func(t *Thread, v Value) (Value, bool, *Exception)
	// NewFunc makes an instance of cls.
	NewFunc func(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception)
	// VisitFunc receives every Value an object refers to.
	VisitFunc func(v Value)
)

// A CompareOp is an operator of rich comparison, in CPython's numbering.
type CompareOp uint8

// The rich comparisons.
const (
	LT CompareOp = iota
	LE
	EQ
	NE
	GT
	GE
)

// Symbol returns the operator's text.
func (op CompareOp) Symbol() string { return [...]string{"<", "<=", "==", "!=", ">", ">="}[op] }

// Swapped returns the operator for exchanged operands.
func (op CompareOp) Swapped() CompareOp { return [...]CompareOp{GT, GE, EQ, NE, LT, LE}[op] }

// A BinaryOp is an arithmetic operator.
type BinaryOp uint8

// The binary operators in BINARY_OP's order (NB_ADD ... NB_XOR); in-place forms are OpAdd+InPlace and so on.
const (
	OpAdd BinaryOp = iota
	OpAnd
	OpFloorDivide
	OpLshift
	OpMatMul
	OpMultiply
	OpRemainder
	OpOr
	OpPower
	OpRshift
	OpSubtract
	OpTrueDivide
	OpXor
	numBinary
	// OpDivmod has no BINARY_OP number.
	OpDivmod = numBinary
)

// InPlace is the distance from a BINARY_OP operator to its in-place form.
const InPlace = numBinary

// Symbol returns the operator's text.
func (op BinaryOp) Symbol() string {
	return [...]string{"+", "&", "//", "<<", "@", "*", "%", "|", "** or pow()", ">>", "-", "/", "^", "divmod()"}[op]
}

// A SendResult tells what a Send gave.
type SendResult uint8

// What Send returned: a yielded value, or the value of a return.
const (
	SendYield SendResult = iota
	SendReturn
)

// Slots are a type's protocol functions.
type Slots struct {
	Repr, Str UnaryFunc
	Hash      func(t *Thread, v Value) (int64, *Exception)
	Call      CallFunc
	New       NewFunc
	Init      func(t *Thread, self Value, args []Value, kw *Tuple) *Exception
	Del       func(t *Thread, self Value) *Exception

	GetAttr func(t *Thread, v Value, name *Str) (Value, *Exception)
	// FindAttr is GetAttr where a missing attribute is ok == false; nil where GetAttr is all there is.
	FindAttr    func(t *Thread, v Value, name *Str) (Value, bool, *Exception)
	SetAttr     func(t *Thread, v Value, name *Str, x Value) *Exception
	DescrGet    func(t *Thread, d, obj Value, owner *Type) (Value, *Exception) // obj is Null on class access
	DescrSet    func(t *Thread, d, obj, x Value) *Exception
	RichCompare func(t *Thread, a, b Value, op CompareOp) (Value, *Exception)

	Iter UnaryFunc
	Next NextFunc
	Send func(t *Thread, v, arg Value) (Value, SendResult, *Exception)

	Await, AIter, ANext UnaryFunc

	Len      func(t *Thread, v Value) (int, *Exception)
	GetItem  BinaryFunc
	SetItem  func(t *Thread, v, key, x Value) *Exception
	Contains func(t *Thread, v, x Value) (bool, *Exception)
	// Concat and Repeat are the sequence forms of + and *, asked after the numeric slots of both operands.
	Concat, ConcatInPlace func(t *Thread, a, b Value) (Value, *Exception)
	Repeat, RepeatInPlace func(t *Thread, a Value, n int) (Value, *Exception)

	Bool                  func(t *Thread, v Value) (bool, *Exception)
	Neg, Pos, Abs, Invert UnaryFunc
	ToInt, ToFloat, Index UnaryFunc
	Binary                [numBinary + 1]BinaryFunc // by BinaryOp; power is in Power
	InPlaceOps            [numBinary]BinaryFunc
	Power                 TernaryFunc // third operand None when absent
	Traverse              func(v Value, visit VisitFunc)
	Buffer                func(t *Thread, v Value, writable bool) (*Buffer, *Exception)
	// WriteText is v.write(s) for print: a text stream takes the text without a call, unless a program replaced its write (done is false).
	WriteText func(t *Thread, v Value, s *Str) (done bool, exc *Exception)
}

// A Buffer is an export of an object's bytes, as the buffer protocol gives them. It is given back with Free.
type Buffer struct {
	Bytes    []byte // all memory that items may lie in
	Owner    Value
	ReadOnly bool
	Format   string // struct format of an item, "" for bytes
	ItemSize int
	Shape    []int    // nil for one dimension of bytes
	Strides  []int    // nil for C-contiguous
	Offset   int      // of the first item in Bytes
	Release  func()   // may be nil
	Exports  *Exports // the owner's count of exports, which Free lowers; may be nil

	shared *sharedRelease // set by memoryviews that share Release
}
