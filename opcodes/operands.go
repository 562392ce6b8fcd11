package opcodes

// An Operator is an operand of BINARY_OP.
type Operator uint8

// The operators, in the order of CPython's NB_ constants. The in-place form of an operator up to OpXor is InplaceAdd - Add
// further on.
const (
	OpAdd Operator = iota
	OpAnd
	OpFloorDivide
	OpLshift
	OpMatrixMultiply
	OpMultiply
	OpRemainder
	OpOr
	OpPower
	OpRshift
	OpSubtract
	OpTrueDivide
	OpXor
	OpInplaceAdd
	OpInplaceAnd
	OpInplaceFloorDivide
	OpInplaceLshift
	OpInplaceMatrixMultiply
	OpInplaceMultiply
	OpInplaceRemainder
	OpInplaceOr
	OpInplacePower
	OpInplaceRshift
	OpInplaceSubtract
	OpInplaceTrueDivide
	OpInplaceXor
	OpSubscr // since 3.14
)

var operators = [...]struct{ name, symbol string }{
	{"NB_ADD", "+"},
	{"NB_AND", "&"},
	{"NB_FLOOR_DIVIDE", "//"},
	{"NB_LSHIFT", "<<"},
	{"NB_MATRIX_MULTIPLY", "@"},
	{"NB_MULTIPLY", "*"},
	{"NB_REMAINDER", "%"},
	{"NB_OR", "|"},
	{"NB_POWER", "**"},
	{"NB_RSHIFT", ">>"},
	{"NB_SUBTRACT", "-"},
	{"NB_TRUE_DIVIDE", "/"},
	{"NB_XOR", "^"},
	{"NB_INPLACE_ADD", "+="},
	{"NB_INPLACE_AND", "&="},
	{"NB_INPLACE_FLOOR_DIVIDE", "//="},
	{"NB_INPLACE_LSHIFT", "<<="},
	{"NB_INPLACE_MATRIX_MULTIPLY", "@="},
	{"NB_INPLACE_MULTIPLY", "*="},
	{"NB_INPLACE_REMAINDER", "%="},
	{"NB_INPLACE_OR", "|="},
	{"NB_INPLACE_POWER", "**="},
	{"NB_INPLACE_RSHIFT", ">>="},
	{"NB_INPLACE_SUBTRACT", "-="},
	{"NB_INPLACE_TRUE_DIVIDE", "/="},
	{"NB_INPLACE_XOR", "^="},
	{"NB_SUBSCR", "[]"},
}

// Symbol returns the operator as dis shows it, such as "+=".
func (o Operator) Symbol() string { return at(operators[:], int(o)).symbol }

// String returns CPython's name, such as NB_INPLACE_ADD.
func (o Operator) String() string { return at(operators[:], int(o)).name }

// Inplace returns the plain operator of an in-place one, and whether it was one.
func (o Operator) Inplace() (Operator, bool) {
	if o >= OpInplaceAdd && o <= OpInplaceXor {
		return o - OpInplaceAdd, true
	}
	return o, false
}

// A Comparison is an operand of COMPARE_OP, in the order of CPython's Py_LT to Py_GE.
type Comparison uint8

// The comparisons.
const (
	CmpLt Comparison = iota
	CmpLe
	CmpEq
	CmpNe
	CmpGt
	CmpGe
)

var comparisons = [...]string{"<", "<=", "==", "!=", ">", ">="}

// String returns the comparison as written in Python.
func (c Comparison) String() string { return at(comparisons[:], int(c)) }

// An Intrinsic1 is an operand of CALL_INTRINSIC_1: a function of one argument.
type Intrinsic1 uint8

// The intrinsic functions of one argument.
const (
	Intrinsic1Invalid Intrinsic1 = iota
	IntrinsicPrint
	IntrinsicImportStar
	IntrinsicStopIterationError
	IntrinsicAsyncGenWrap
	IntrinsicUnaryPositive
	IntrinsicListToTuple
	IntrinsicTypeVar
	IntrinsicParamSpec
	IntrinsicTypeVarTuple
	IntrinsicSubscriptGeneric
	IntrinsicTypeAlias
)

var intrinsics1 = [...]string{
	"INTRINSIC_1_INVALID",
	"INTRINSIC_PRINT",
	"INTRINSIC_IMPORT_STAR",
	"INTRINSIC_STOPITERATION_ERROR",
	"INTRINSIC_ASYNC_GEN_WRAP",
	"INTRINSIC_UNARY_POSITIVE",
	"INTRINSIC_LIST_TO_TUPLE",
	"INTRINSIC_TYPEVAR",
	"INTRINSIC_PARAMSPEC",
	"INTRINSIC_TYPEVARTUPLE",
	"INTRINSIC_SUBSCRIPT_GENERIC",
	"INTRINSIC_TYPEALIAS",
}

// String returns CPython's name.
func (i Intrinsic1) String() string { return at(intrinsics1[:], int(i)) }

// An Intrinsic2 is an operand of CALL_INTRINSIC_2: a function of two arguments.
type Intrinsic2 uint8

// The intrinsic functions of two arguments.
const (
	Intrinsic2Invalid Intrinsic2 = iota
	IntrinsicPrepReraiseStar
	IntrinsicTypeVarWithBound
	IntrinsicTypeVarWithConstraints
	IntrinsicSetFunctionTypeParams
	IntrinsicSetTypeParamDefault // since 3.13
)

var intrinsics2 = [...]string{
	"INTRINSIC_2_INVALID",
	"INTRINSIC_PREP_RERAISE_STAR",
	"INTRINSIC_TYPEVAR_WITH_BOUND",
	"INTRINSIC_TYPEVAR_WITH_CONSTRAINTS",
	"INTRINSIC_SET_FUNCTION_TYPE_PARAMS",
	"INTRINSIC_SET_TYPEPARAM_DEFAULT",
}

// String returns CPython's name.
func (i Intrinsic2) String() string { return at(intrinsics2[:], int(i)) }

// FunctionFlags are the bits of MAKE_FUNCTION before 3.13 and of SET_FUNCTION_ATTRIBUTE since.
type FunctionFlags uint8

// The attributes of a function object that an instruction sets.
const (
	FunctionDefaults FunctionFlags = 1 << iota
	FunctionKwdefaults
	FunctionAnnotations
	FunctionClosure
	FunctionAnnotate // since 3.14
)

var functionFlags = [...]string{"defaults", "kwdefaults", "annotations", "closure", "annotate"}

// A Conversion is what CONVERT_VALUE, and the low two bits of FORMAT_VALUE's operand, apply to a value.
type Conversion uint8

// The conversions.
const (
	ConvertNone Conversion = iota
	ConvertStr
	ConvertRepr
	ConvertASCII
)

var conversions = [...]string{"", "str", "repr", "ascii"}

// String returns the name of the builtin, or "" for none.
func (c Conversion) String() string { return at(conversions[:], int(c)) }

// FormatValueSpec is the bit of FORMAT_VALUE's operand that says a format specification is on the stack.
const FormatValueSpec = 4

// A SpecialMethod is an operand of LOAD_SPECIAL.
type SpecialMethod uint8

// The special methods.
const (
	SpecialEnter SpecialMethod = iota
	SpecialExit
	SpecialAenter
	SpecialAexit
)

var specialMethods = [...]string{"__enter__", "__exit__", "__aenter__", "__aexit__"}

// String returns the method's name.
func (m SpecialMethod) String() string { return at(specialMethods[:], int(m)) }

// A CommonConstant is an operand of LOAD_COMMON_CONSTANT.
type CommonConstant uint8

// The common constants.
const (
	ConstAssertionError CommonConstant = iota
	ConstNotImplementedError
	ConstTuple
	ConstAll
	ConstAny
)

var commonConstants = [...]string{"AssertionError", "NotImplementedError", "tuple", "all", "any"}

// String returns the builtin's name.
func (c CommonConstant) String() string { return at(commonConstants[:], int(c)) }

// at returns list[i], or the zero value for an operand that means nothing.
func at[T any](list []T, i int) T {
	if i < 0 || i >= len(list) {
		var zero T
		return zero
	}
	return list[i]
}

// Operators returns how many operators the version's BINARY_OP knows.
func (t *Table) Operators() int { return t.operands.binaryOps }

// Intrinsics1 returns how many functions the version's CALL_INTRINSIC_1 knows, the invalid one included.
func (t *Table) Intrinsics1() int { return t.operands.intrinsics1 }

// Intrinsics2 returns how many functions the version's CALL_INTRINSIC_2 knows, the invalid one included.
func (t *Table) Intrinsics2() int { return t.operands.intrinsics2 }

// SpecialMethods returns how many methods the version's LOAD_SPECIAL knows.
func (t *Table) SpecialMethods() int { return t.operands.specialMethods }

// CommonConstants returns how many constants the version's LOAD_COMMON_CONSTANT knows.
func (t *Table) CommonConstants() int { return t.operands.commonConstants }

// FunctionFlagNames returns the names of the bits in FunctionFlags that the version knows. The caller must not change it.
func (t *Table) FunctionFlagNames() []string { return functionFlags[:t.operands.functionFlags] }

// Compare splits the operand of COMPARE_OP: the comparison, and whether the result is made a bool (3.13 and later). The
// comparison is out of range for an operand that no compiler writes: ok is false then.
func (t *Table) Compare(oparg int32) (c Comparison, toBool, ok bool) {
	i := oparg >> t.operands.compareShift
	if i < 0 || int(i) >= len(comparisons) {
		return 0, false, false
	}
	return Comparison(i), t.operands.compareShift == 5 && oparg&16 != 0, true
}

// NameIndex returns the index into co_names that the operand of a HasName operation holds; the bits below it say whether
// LOAD_GLOBAL, LOAD_ATTR and LOAD_SUPER_ATTR push an extra value.
func (t *Table) NameIndex(op Op, oparg int32) int32 {
	switch {
	case op == LoadGlobal, op == LoadAttr && t.version >= V312:
		return oparg >> 1
	case op == LoadSuperAttr:
		return oparg >> 2
	}
	return oparg
}

// IsLocalPair reports whether the operand of an operation holds two indices of fast locals, as oparg>>4 and oparg&15.
func IsLocalPair(op Op) bool {
	switch op {
	case LoadFastLoadFast, LoadFastBorrowLoadFastBorrow, StoreFastLoadFast, StoreFastStoreFast:
		return true
	}
	return false
}
