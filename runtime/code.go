package runtime

import "unsafe"

// A Code is a code object: what the compiler left of a function, class body or module. It never changes; Exec belongs to the engine.
type Code struct {
	Header
	Version         Version
	ArgCount        int // positional ones, positional-only included
	PosOnlyArgCount int
	KwOnlyArgCount  int
	StackSize       int
	Flags           CodeFlags
	Bytecode        string
	Consts          []Value
	Names           []*Str
	LocalsPlus      []*Str
	Kinds           string // of LocalsPlus: Kind* bits
	Filename        *Str
	Name            *Str
	Qualname        *Str
	FirstLine       int
	LineTable       string
	ExceptionTable  string

	Exec   unsafe.Pointer // the engine's lowered forms
	consts *Tuple         // co_consts, made on demand
}

// CodeFlags are co_flags.
type CodeFlags uint32

// The flags of co_flags.
const (
	CodeOptimized        CodeFlags = 0x1
	CodeNewLocals        CodeFlags = 0x2
	CodeVarArgs          CodeFlags = 0x4
	CodeVarKeywords      CodeFlags = 0x8
	CodeNested           CodeFlags = 0x10
	CodeGenerator        CodeFlags = 0x20
	CodeCoroutine        CodeFlags = 0x80
	CodeIterableCoro     CodeFlags = 0x100
	CodeAsyncGenerator   CodeFlags = 0x200
	CodeHasDocstringFlag CodeFlags = 0x4000000
	CodeMethod           CodeFlags = 0x8000000
)

// The bits of Kinds.
const (
	KindHidden byte = 0x10
	KindLocal  byte = 0x20
	KindCell   byte = 0x40
	KindFree   byte = 0x80
)

// Is reports whether all of the flags are set.
func (c *Code) Is(f CodeFlags) bool { return c.Flags&f == f }

// HasDocstring reports whether the first constant is the docstring: by flag from 3.14 on, by being a str before.
func (c *Code) HasDocstring(v Version) bool {
	return !v.At(14) || c.Flags&CodeHasDocstringFlag != 0
}

// NumArgs returns the number of locals that arguments fill, *args and **kwargs included.
func (c *Code) NumArgs() int {
	n := c.ArgCount + c.KwOnlyArgCount
	if c.Flags&CodeVarArgs != 0 {
		n++
	}
	if c.Flags&CodeVarKeywords != 0 {
		n++
	}
	return n
}

// Value returns the code object as a Value.
func (c *Code) Value() Value { return obj(unsafe.Pointer(c)) }

// AsCode returns the code object that v is, or nil.
func AsCode(v Value) *Code {
	if v.p != nil && (*Header)(v.p).shape == codeShape {
		return (*Code)(v.p)
	}
	return nil
}

// ConstsTuple returns co_consts.
func (c *Code) ConstsTuple(t *Thread) *Tuple {
	if c.consts == nil {
		c.consts = NewTuple(t, c.Consts)
	}
	return c.consts
}
