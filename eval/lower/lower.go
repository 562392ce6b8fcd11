package lower

import (
	"github.com/krait-vm/krait/opcodes"
	"github.com/krait-vm/krait/runtime"
)

// Options choose between the lowerings.
type Options struct {
	Plain bool // one instruction for each bytecode instruction, nothing folded or fused
	Steps bool // charge steps: a Step instruction at the start of each basic block
}

// Verify checks a code object and says why it cannot run.
func Verify(code *runtime.Code) error {
	_, err := verify(code)
	return err
}

// Lower verifies a code object and lowers it. The caller fills in Globals and Builtins.
func Lower(code *runtime.Code, o Options) (*Code, error) {
	p, err := verify(code)
	if err != nil {
		return nil, err
	}
	l := &lowering{program: p, Options: o, start: make([]int32, len(p.instrs)), fresh: -1}
	l.out = make([]Instr, 0, len(p.instrs)+4)
	l.run()
	return l.finish(), nil
}

// An entry describes a stack position while lowering: its value is in its own slot, or is still where a load would find it.
type entry struct {
	kind  entryKind
	local int32
	k     runtime.Value
}

type entryKind uint8

const (
	inSlot entryKind = iota
	inLocal
	constant
)

// A lowering is the state of one code object's lowering.
type lowering struct {
	*program
	Options
	out       []Instr
	to        []int32  // by emitted instruction: the bytecode instruction it jumps to, or -1
	handlerOf []uint16 // by emitted instruction
	depthOf   []uint32 // by emitted instruction
	start     []int32  // by bytecode instruction: its first emitted instruction
	stack     []entry
	fresh     int   // the emitted instruction whose result is in the top slot and could go elsewhere, or -1
	cur       int   // bytecode instruction being lowered
	off       int32 // the offset that emitted instructions carry
	dead      bool
}

func (l *lowering) numLocals() int { return len(l.code.LocalsPlus) }

// local returns the slot of a local variable.
func (l *lowering) local(i int32) uint32 { return uint32(i) * uint32(runtime.ValueSize) }

// slot returns the slot of a stack position.
func (l *lowering) slot(d int) uint32 {
	return uint32(l.numLocals()+1+d) * uint32(runtime.ValueSize)
}

func (l *lowering) run() {
	for i := 0; i < len(l.instrs); {
		l.cur, l.off = i, l.instrs[i].Offset
		if l.depth[i] < 0 {
			l.start[i] = int32(len(l.out))
			l.dead = true
			i++
			continue
		}
		if l.leader[i] || l.dead {
			if !l.dead {
				l.materializeAll()
			}
			l.enter(i)
		}
		l.start[i] = int32(len(l.out))
		if l.Steps && l.blockStart(i) {
			l.emit(Instr{Op: Step, Idx: uint32(l.blockLength(i))})
		}
		i += l.lower(i, &l.instrs[i])
	}
	l.start = append(l.start, int32(len(l.out)))
	l.emit(Instr{Op: FellOff})
}

// enter starts a block whose stack is all in slots.
func (l *lowering) enter(i int) {
	l.stack = l.stack[:0]
	for range l.depth[i] {
		l.stack = append(l.stack, entry{})
	}
	l.fresh, l.dead = -1, false
}

// blockStart reports whether a basic block begins at i; both lowerings charge steps by these blocks.
func (l *lowering) blockStart(i int) bool {
	return i == 0 || l.leader[i] || l.depth[i-1] < 0 || l.endsBlock(i-1)
}

func (l *lowering) endsBlock(i int) bool {
	op := l.instrs[i].Op
	return l.table.Flags(op)&(opcodes.Jumps|opcodes.EndsFlow) != 0 || op == opcodes.YieldValue || op == opcodes.ReturnGenerator
}

func (l *lowering) blockLength(i int) int {
	n := 1
	for j := i + 1; j < len(l.instrs) && !l.blockStart(j) && l.depth[j] >= 0; j++ {
		n++
	}
	return n
}

// emit appends an instruction.
func (l *lowering) emit(in Instr) *Instr {
	in.Off = l.off
	l.out = append(l.out, in)
	l.to = append(l.to, -1)
	l.handlerOf = append(l.handlerOf, uint16(l.handler[l.cur]+1))
	l.depthOf = append(l.depthOf, uint32(max(l.depth[l.cur], 0)))
	l.fresh = -1
	return &l.out[len(l.out)-1]
}

// emitJump appends an instruction that may go to a bytecode instruction.
func (l *lowering) emitJump(in Instr, to int) {
	l.emit(in)
	l.to[len(l.to)-1] = int32(to)
}

// targetOf returns the bytecode instruction a jump goes to; the verifier made sure of it.
func (l *lowering) targetOf(in *opcodes.Instr) int { return int(l.at[in.Target/2]) }

func (l *lowering) push(e entry) {
	l.stack = append(l.stack, e)
	l.fresh = -1
	if l.Plain {
		l.materialize(len(l.stack) - 1)
	}
}

// pushResult pushes the result of the instruction just emitted, which wrote the new top slot; fold tells that it could write elsewhere instead.
func (l *lowering) pushResult(fold bool) {
	l.stack = append(l.stack, entry{})
	l.fresh = -1
	if fold {
		l.fresh = len(l.out) - 1
	}
}

func (l *lowering) pop(n int) { l.stack = l.stack[:len(l.stack)-n] }

func (l *lowering) top() int { return len(l.stack) - 1 }

// materialize puts a stack position's value into its slot.
func (l *lowering) materialize(d int) {
	e := l.stack[d]
	switch e.kind {
	case inLocal:
		l.emit(Instr{Op: Move, A: l.slot(d), B: l.local(e.local)})
	case constant:
		l.emit(Instr{Op: LoadK, A: l.slot(d), K: e.k})
	}
	l.stack[d] = entry{}
}

func (l *lowering) materializeAll() { l.materializeTop(len(l.stack)) }

// materializeTop puts the top n values into their slots.
func (l *lowering) materializeTop(n int) {
	fresh := l.fresh
	for d := len(l.stack) - n; d < len(l.stack); d++ {
		if l.stack[d].kind != inSlot {
			l.materialize(d)
			fresh = -1
		}
	}
	l.fresh = fresh
}

// source returns the slot to read a stack position from: a local's own, or the position's.
func (l *lowering) source(d int) uint32 {
	e := l.stack[d]
	if e.kind == inLocal {
		return l.local(e.local)
	}
	if e.kind == constant {
		l.materialize(d)
	}
	return l.slot(d)
}

// effects prepares for an instruction that may run Python code or raise, once its operands are popped: locals that wait on the stack are read
// now, and what a handler would see is put into its slots.
func (l *lowering) effects() {
	below := 0
	if h := l.handler[l.cur]; h >= 0 {
		below = int(l.handlers[h].Depth)
	}
	for d := range l.stack {
		if l.stack[d].kind == inLocal || l.stack[d].kind == constant && d < below {
			l.materialize(d)
		}
	}
}

// storing prepares for a write to a local: loads of it that wait on the stack are done now.
func (l *lowering) storing(i int32) {
	for d := range l.stack {
		if l.stack[d].kind == inLocal && l.stack[d].local == i {
			l.materialize(d)
		}
	}
}

// storeLocal is STORE_FAST.
func (l *lowering) storeLocal(i int32) {
	top := l.top()
	fresh := l.fresh
	e := l.stack[top]
	l.pop(1)
	n := len(l.out)
	l.storing(i)
	if len(l.out) != n {
		fresh = -1
	}
	switch {
	case e.kind == inSlot && fresh >= 0 && fresh == len(l.out)-1:
		l.out[fresh].A = l.local(i)
	case e.kind == inSlot:
		l.emit(Instr{Op: Move, A: l.local(i), B: l.slot(top)})
	case e.kind == inLocal:
		l.emit(Instr{Op: Move, A: l.local(i), B: l.local(e.local)})
	default:
		l.emit(Instr{Op: LoadK, A: l.local(i), K: e.k})
	}
	l.fresh = -1
}

// cold lowers an instruction that takes its operands from consecutive slots and leaves its results there.
func (l *lowering) cold(op Op, npop, npush, n int) *Instr {
	l.materializeTop(npop)
	l.pop(npop)
	l.effects()
	in := l.emit(Instr{Op: op, A: l.slot(len(l.stack)), N: uint16(n)})
	for range npush {
		l.stack = append(l.stack, entry{})
	}
	l.fresh = -1
	return in
}

// result emits an instruction whose result goes to the new top slot, or to where a following STORE_FAST wants it.
func (l *lowering) result(in Instr) {
	l.effects()
	in.A = l.slot(len(l.stack))
	l.emit(in)
	l.pushResult(!l.Plain)
}

// finish links the instructions and computes the layout of the frame.
func (l *lowering) finish() *Code {
	src := l.code
	nl := l.numLocals()
	c := &Code{Src: src, Instrs: l.out, Plain: l.Plain, HandlerOf: l.handlerOf, DepthOf: l.depthOf}
	for i, to := range l.to {
		if to >= 0 {
			c.Instrs[i].Target = &c.Instrs[l.start[to]]
		}
	}
	c.Handlers = make([]Handler, len(l.handlers))
	for i, h := range l.handlers {
		c.Handlers[i] = Handler{At: l.slot(int(h.Depth)), Lasti: h.Lasti}
		if h.Target >= 0 && int(h.Target/2) < len(l.at) && l.at[h.Target/2] >= 0 {
			c.Handlers[i].Target = &c.Instrs[l.start[l.at[h.Target/2]]]
		}
	}
	c.Entry = &c.Instrs[0]
	c.FrameBytes = uintptr(nl+1+src.StackSize+2) * runtime.ValueSize
	c.LocalBytes = uintptr(nl) * runtime.ValueSize
	c.ArgBytes = uintptr(src.NumArgs()) * runtime.ValueSize
	c.NameSlot = l.local(int32(nl))
	c.StackBase = l.slot(0)
	c.Generator = src.Flags&(runtime.CodeGenerator|runtime.CodeCoroutine|runtime.CodeAsyncGenerator) != 0
	c.ExactArgs = NotExact
	simple := src.Flags&(runtime.CodeVarArgs|runtime.CodeVarKeywords) == 0 && src.KwOnlyArgCount == 0 && src.Flags&runtime.CodeOptimized != 0
	if simple && !c.Generator {
		c.ExactArgs = uint32(src.ArgCount)
	}
	targets := map[int32]bool{}
	for _, h := range l.handlers {
		targets[h.Target] = true
	}
	c.Cleanup = src.Flags&runtime.CodeGenerator != 0 && len(targets) > 1
	return c
}
