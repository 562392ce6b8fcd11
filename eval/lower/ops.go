package lower

// An Op is a register instruction's operation. Every Op has one handler, opX, in package eval.
type Op uint16

//go:generate go run ../../tools/opsgen

// The operations that lowering emits. d is the destination slot A; x and y are the slots B and C; k is the constant K. Cold operations that take
// several stack values find them from slot A on, N of them where their number varies, and leave their results from A on.
const (
	Halt     Op = iota // leaves the loop
	Nop                // nothing
	Move               // d = x
	LoadK              // d = k
	Swap               // exchanges A and B
	Jump               // to Target
	JumpBack           // to Target, serving the eval breaker
	Step               // charges Idx steps
	Resume             // RESUME: serves the eval breaker; N is its operand
	Drop               // a value was let go in a module or class body: looks for deaths
	FellOff            // the verifier leaves no way here

	LoadFastCheck // d = x, which must be bound; N is the local's index
	DeleteFast    // unbinds A, which must be bound; N is the local's index
	ClearFast     // d = x, then unbinds x

	UnaryNeg
	UnaryPos
	UnaryNot
	UnaryInvert
	ToBool
	Binary  // d = x op y; N is the runtime.BinaryOp, plus runtime.InPlace in place
	BinaryK // d = x op k
	Compare // d = x op y; N is the operator, plus 16 for a bool result
	CompareK
	CompareJump // goes to Target unless bool(x op y); N is the operator, plus CompareIfTrue to go if it holds, plus CompareBack
	CompareJumpK
	Is       // d = x is y; N inverts
	Contains // d = x in y; N inverts
	JumpIfFalse
	JumpIfTrue
	JumpIfFalseBack
	JumpIfTrueBack
	JumpIfNone
	JumpIfNotNone
	JumpIfNoneBack
	JumpIfNotNoneBack

	LoadGlobal // d = global named k
	LoadName
	LoadNameFrom  // LOAD_FROM_DICT_OR_GLOBALS: d = x[k] or global k
	LoadLocals    // d = the namespace
	StoreName     // namespace[k] = x
	DeleteName    // del namespace[k]
	StoreGlobal   // globals[k] = x
	DeleteGlobal  // del globals[k]
	LoadDeref     // d = contents of cell x; N is the local's index
	LoadDerefFrom // LOAD_FROM_DICT_OR_DEREF: d = y[name] or contents of cell x; N is the local's index
	StoreDeref    // contents of cell A = x
	DeleteDeref   // empties cell A; N is the local's index
	MakeCell      // A = cell holding A
	CopyFreeVars  // N cells of the function's closure to slots from A on

	LoadAttr    // d = x.name; N is the name's number
	LoadMethod  // A, A+1 = method and self, or attribute and Null; N is the name's number
	StoreAttr   // x.name = y; N is the name's number
	DeleteAttr  // del x.k
	LoadSuper   // A.. = super() arguments; A = attribute k; N&1 as LoadMethod, N&2 two arguments
	Subscript   // d = x[y]
	SubscriptK  // d = x[k]
	StoreItem   // x[y] = a (A holds the value)
	StoreItemK  // x[k] = a
	DeleteItem  // del x[y]
	GetSlice    // A = A[A+1:A+2]
	SetSlice    // A+1[A+2:A+3] = A
	BuildSlice  // N values from A
	BuildTuple  // d = tuple of the N values from B
	BuildList   // d = list of the N values from B
	BuildSet    // N values from A
	BuildMap    // N pairs from A
	BuildKeyMap // N values and a tuple of keys from A
	BuildString // N values from A
	ListAppend  // list A gets x
	SetAdd      // set A gets x
	MapAdd      // dict A gets x: y
	ListExtend  // list A gets all of x
	SetUpdate   // set A gets all of x
	DictUpdate  // dict A gets all of x
	DictMerge   // dict A gets all of x, keywords of the callable in slot C
	Unpack      // N values from x to A+N-1..A: UNPACK_SEQUENCE
	UnpackEx    // UNPACK_EX of A; N is its operand's low byte, Aux its high part

	Call   // d = call of B with self in B+1 (or Null) and N arguments from B+2
	CallKw // N arguments, the tuple of names in C
	CallEx // B callable, B+1 Null, B+2 args, B+3 kwargs or Null
	CallIntr1
	CallIntr2
	MakeFunction
	SetFunctionAttr // function A gets x; N is the flag
	BuildClass      // d = __build_class__

	Return  // x
	ReturnK // k

	GetIter          // d = iter(x)
	GetYieldFromIter // d = iterator of x for yield from
	ForIter          // d = next of x, or to Target; Aux is set where the iterator goes on in a generator
	GetLen           // A+1 = len(A)
	MatchMapping
	MatchSequence
	MatchKeys
	MatchClass

	PushExcInfo // A, A+1 = previous exception, A
	PopExcept   // x
	CheckExcMatch
	CheckEGMatch
	Raise   // N arguments from A
	Reraise // A exception; N tells that slot B has lasti
	CleanupThrow
	EndAsyncFor
	WithExceptStart // N is the depth of the exit function below A (3 or 4)
	LoadSpecial     // A, A+1 = method N of A and self
	BeforeWith
	BeforeAsyncWith

	ReturnGenerator
	Yield // x; d gets what is sent. N is 1 inside yield from or await
	Send  // sends x to A's iterator (in slot B): d = the result; to Target when it returned
	GetAwaitable
	GetAIter
	GetANext

	ImportName
	ImportFrom
	LoadAssertionError
	LoadCommon
	SetupAnnotations
	FormatSimple
	FormatWithSpec
	ConvertValue
	BuildInterpolation
	BuildTemplate
	Unsupported // raises NotImplementedError: k names the instruction

	NumEmitted
)

// The flags in CompareJump's N above the operator.
const (
	CompareIfTrue = 8
	CompareBack   = 32
	CompareBool   = 16
)
