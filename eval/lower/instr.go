// Package lower verifies code objects and turns their bytecode into register instructions, whose operands name slots of a frame's window: locals,
// cells and stack positions alike. One instruction set serves every Python version; a version adds rules, never instructions.
//
// Two lowerings make the same instruction set. The plain one gives one instruction for each bytecode instruction and keeps every operand in its
// stack slot; it is the oracle. The register one folds loads of locals and constants into the operands of what consumes them, stores results where
// the following STORE_FAST wants them, and fuses compare with branch.
//
// What always holds: a delayed read of a local never crosses a store to that local nor an instruction that may run Python code, and at every
// instruction that may raise, the stack below its handler's depth is in its slots.
//
// Start reading at Lower, then rules.go.
package lower

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

// An Instr is a register instruction, one cache line. A, B and C are byte offsets of slots in the frame's window unless the Op's comment says
// otherwise. The engine quickens Op in place and keeps its inline cache in K, Cache, Ver, Idx and Aux.
type Instr struct {
	Op      Op
	N       uint16 // a count, an operator or flags
	A, B, C uint32
	K       runtime.Value
	Target  *Instr
	Cache   unsafe.Pointer
	Ver     uint32
	Idx     uint32
	Aux     uint32
	Off     int32 // byte offset of the bytecode instruction that may raise
}

// InstrSize is the distance between two instructions.
const InstrSize = unsafe.Sizeof(Instr{})

// Next returns the instruction behind in.
func Next(in *Instr) *Instr { return (*Instr)(unsafe.Add(unsafe.Pointer(in), InstrSize)) }

// Prev returns the instruction before in.
func Prev(in *Instr) *Instr { return (*Instr)(unsafe.Add(unsafe.Pointer(in), -int(InstrSize))) }

// A Code is a lowered code object for one pair of globals and builtins. The engine owns it: its instructions are quickened in place.
type Code struct {
	Src        *runtime.Code
	Globals    *runtime.Dict
	Builtins   *runtime.Dict
	Instrs     []Instr
	Entry      *Instr
	FrameBytes uintptr // size of a window
	LocalBytes uintptr // size of its part that holds LocalsPlus
	ArgBytes   uintptr // size of its part that arguments fill
	NameSlot   uint32  // slot of the namespace mapping, of code that is not optimized
	StackBase  uint32  // slot of the lowest stack position
	ExactArgs  uint32  // the number of positional arguments that can be called without binding, NotExact when there is none
	Generator  bool    // calling it makes a generator, coroutine or async generator
	Handlers   []Handler
	HandlerOf  []uint16 // by instruction: number of its handler in Handlers plus one, or 0
	DepthOf    []uint32 // by instruction: stack depth before the bytecode instruction it comes from
	Plain      bool
	Cleanup    bool  // a generator with try or with statements: what they guard has to run when it dies suspended
	Next       *Code // further lowerings of Src for other globals
}

// NotExact is the ExactArgs of code that needs its arguments bound, or makes a generator.
const NotExact = 1 << 31

// A Handler is where an exception goes: the stack is cut to the slot At, lasti stored there when Lasti is set, then the exception.
type Handler struct {
	Target *Instr
	At     uint32
	Lasti  bool
}

// HandlerFor returns the handler of an instruction, or nil.
func (c *Code) HandlerFor(in *Instr) *Handler {
	i := (uintptr(unsafe.Pointer(in)) - uintptr(unsafe.Pointer(unsafe.SliceData(c.Instrs)))) / InstrSize
	if i >= uintptr(len(c.HandlerOf)) {
		return nil
	}
	if h := c.HandlerOf[i]; h > 0 {
		return &c.Handlers[h-1]
	}
	return nil
}

// Index returns the number of an instruction.
func (c *Code) Index(in *Instr) int {
	return int((uintptr(unsafe.Pointer(in)) - uintptr(unsafe.Pointer(unsafe.SliceData(c.Instrs)))) / InstrSize)
}
