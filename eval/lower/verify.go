package lower

import (
	"fmt"

	"github.com/krait-vm/krait/opcodes"
	"github.com/krait-vm/krait/runtime"
)

// A VerifyError says why a code object cannot run.
type VerifyError struct {
	Code   string // co_qualname
	Offset int    // in bytes, -1 when no instruction is to blame
	Reason string
}

func (e *VerifyError) Error() string {
	if e.Offset < 0 {
		return fmt.Sprintf("ill-formed code object %s: %s", e.Code, e.Reason)
	}
	return fmt.Sprintf("ill-formed code object %s: offset %d: %s", e.Code, e.Offset, e.Reason)
}

// maxFrameSlots bounds locals and stack of one frame.
const maxFrameSlots = 1 << 20

// A program is decoded bytecode with what the verifier proved of it.
type program struct {
	code     *runtime.Code
	table    *opcodes.Table
	instrs   []opcodes.Instr
	handlers []opcodes.Handler
	at       []int32 // by code unit: the number of the instruction that starts there, or -1
	depth    []int32 // by instruction: depth before it, or -1 where it is unreachable
	leader   []bool  // by instruction: control comes from elsewhere than the one before
	handler  []int32 // by instruction: its handler, or -1
	work     []int32
}

func (p *program) fail(offset int, format string, args ...any) error {
	return &VerifyError{p.code.Qualname.GoString(), offset, fmt.Sprintf(format, args...)}
}

// Version returns the opcode tables' name of a version.
func version(v runtime.Version) opcodes.Version { return opcodes.Version(3<<8 | v.Minor) }

// verify decodes and checks a code object.
func verify(code *runtime.Code) (*program, error) {
	p := &program{code: code, table: opcodes.For(version(code.Version))}
	if p.table == nil {
		return nil, p.fail(-1, "no opcode table for Python 3.%d", code.Version.Minor)
	}
	if err := p.checkFields(); err != nil {
		return nil, err
	}
	var err error
	if p.instrs, err = p.table.Decode(code.Bytecode, nil); err != nil {
		return nil, p.fail(-1, "%v", err)
	}
	if len(p.instrs) == 0 {
		return nil, p.fail(-1, "no instructions")
	}
	if p.handlers, err = opcodes.ExceptionTable(code.ExceptionTable, nil); err != nil {
		return nil, p.fail(-1, "%v", err)
	}
	if len(p.handlers) > 0xfffe {
		return nil, p.fail(-1, "too many exception table entries")
	}
	n := len(p.instrs)
	p.depth, p.leader, p.handler = make([]int32, n), make([]bool, n), make([]int32, n)
	p.at = make([]int32, len(code.Bytecode)/2+1)
	for i := range p.at {
		p.at[i] = -1
	}
	for i := range p.instrs {
		in := &p.instrs[i]
		p.depth[i], p.handler[i] = -1, -1
		p.at[in.Start/2], p.at[in.Offset/2] = int32(i), int32(i)
	}
	for h := len(p.handlers) - 1; h >= 0; h-- {
		e := &p.handlers[h]
		for i := range p.instrs {
			if o := p.instrs[i].Offset; o >= e.Start && o < e.End {
				p.handler[i] = int32(h)
			}
		}
	}
	return p, p.flow()
}

// checkFields checks what does not depend on an instruction.
func (p *program) checkFields() error {
	c := p.code
	switch {
	case c.ArgCount < 0 || c.PosOnlyArgCount < 0 || c.KwOnlyArgCount < 0 || c.StackSize < 0:
		return p.fail(-1, "negative count")
	case c.PosOnlyArgCount > c.ArgCount:
		return p.fail(-1, "more positional-only than positional arguments")
	case len(c.Kinds) != len(c.LocalsPlus):
		return p.fail(-1, "localsplus kinds and names differ in number")
	case c.NumArgs() > len(c.LocalsPlus):
		return p.fail(-1, "more arguments than locals")
	case len(c.Names) > 0xffff || len(c.LocalsPlus) > 0xffff:
		return p.fail(-1, "more than 65535 names")
	case len(c.LocalsPlus)+c.StackSize > maxFrameSlots:
		return p.fail(-1, "frame of %d slots is too large", len(c.LocalsPlus)+c.StackSize)
	}
	return nil
}

// flow follows every path and gives each instruction its depth.
func (p *program) flow() error {
	if err := p.reach(0, 0, 0); err != nil {
		return err
	}
	p.leader[0] = true
	for len(p.work) > 0 {
		i := p.work[len(p.work)-1]
		p.work = p.work[:len(p.work)-1]
		if err := p.visit(int(i)); err != nil {
			return err
		}
	}
	return nil
}

// reach notes that instruction i is reached with a depth.
func (p *program) reach(i int, depth int32, from int) error {
	if p.depth[i] == depth {
		return nil
	}
	if p.depth[i] >= 0 {
		return p.fail(int(p.instrs[i].Offset), "stack depth %d from offset %d, but %d before", depth, p.instrs[from].Offset, p.depth[i])
	}
	p.depth[i] = depth
	p.work = append(p.work, int32(i))
	return nil
}

func (p *program) visit(i int) error {
	in := &p.instrs[i]
	d := p.depth[i]
	if err := p.check(in, d); err != nil {
		return err
	}
	flags := p.table.Flags(in.Op)
	if h := p.handler[i]; h >= 0 {
		if err := p.visitHandler(i, &p.handlers[h], d); err != nil {
			return err
		}
	}
	if flags&opcodes.Jumps != 0 {
		to, err := p.target(in)
		if err != nil {
			return err
		}
		nd, err := p.after(in, d, true)
		if err != nil {
			return err
		}
		p.leader[to] = true
		if err := p.reach(to, nd, i); err != nil {
			return err
		}
	}
	if flags&opcodes.EndsFlow != 0 {
		return nil
	}
	nd, err := p.after(in, d, false)
	if err != nil {
		return err
	}
	if i+1 >= len(p.instrs) || p.instrs[i+1].Start != in.End() {
		return p.fail(int(in.Offset), "control falls off the end of the code")
	}
	return p.reach(i+1, nd, i)
}

// after returns the depth behind an instruction, where it jumps or where it does not.
func (p *program) after(in *opcodes.Instr, d int32, jump bool) (int32, error) {
	nd := int(d) + p.table.StackEffect(in.Op, int(in.Arg), jump)
	if nd < 0 {
		return 0, p.fail(int(in.Offset), "%v pops from an empty stack", in.Op)
	}
	if nd > p.code.StackSize {
		return 0, p.fail(int(in.Offset), "%v exceeds the stack size %d", in.Op, p.code.StackSize)
	}
	return int32(nd), nil
}

func (p *program) target(in *opcodes.Instr) (int, error) {
	if in.Target < 0 || int(in.Target/2) >= len(p.at) || in.Target%2 != 0 || p.at[in.Target/2] < 0 {
		return 0, p.fail(int(in.Offset), "%v does not jump to an instruction", in.Op)
	}
	to := int(p.at[in.Target/2])
	if p.instrs[to].Start != in.Target {
		return 0, p.fail(int(in.Offset), "%v jumps into an instruction", in.Op)
	}
	return to, nil
}

func (p *program) visitHandler(i int, h *opcodes.Handler, d int32) error {
	in := &p.instrs[i]
	if h.Target < 0 || int(h.Target/2) >= len(p.at) || p.at[h.Target/2] < 0 {
		return p.fail(int(in.Offset), "exception handler is no instruction")
	}
	to := int(p.at[h.Target/2])
	if p.instrs[to].Start != h.Target {
		return p.fail(int(in.Offset), "exception handler lies inside an instruction")
	}
	if h.Depth > d {
		return p.fail(int(in.Offset), "exception handler wants depth %d of %d", h.Depth, d)
	}
	nd := h.Depth + 1
	if h.Lasti {
		nd++
	}
	if int(nd) > p.code.StackSize {
		return p.fail(int(in.Offset), "exception handler exceeds the stack size %d", p.code.StackSize)
	}
	p.leader[to] = true
	return p.reach(to, nd, i)
}

// pops returns how many values an instruction takes off the stack, so that depth is checked even where it puts as many back.
func pops(t *opcodes.Table, in *opcodes.Instr) int {
	n := int(in.Arg)
	switch in.Op {
	case opcodes.PopTop, opcodes.UnaryNegative, opcodes.UnaryPositive, opcodes.UnaryNot, opcodes.UnaryInvert, opcodes.ToBool, opcodes.GetIter, opcodes.GetYieldFromIter,
		opcodes.StoreFast, opcodes.StoreName, opcodes.StoreGlobal, opcodes.StoreDeref, opcodes.LoadAttr, opcodes.DeleteAttr, opcodes.ReturnValue, opcodes.YieldValue,
		opcodes.PushExcInfo, opcodes.PopExcept, opcodes.GetAwaitable, opcodes.GetAiter, opcodes.FormatSimple, opcodes.ConvertValue, opcodes.UnpackSequence, opcodes.UnpackEx,
		opcodes.GetLen, opcodes.MatchMapping, opcodes.MatchSequence, opcodes.CallIntrinsic1, opcodes.MakeFunction, opcodes.BeforeWith, opcodes.BeforeAsyncWith,
		opcodes.LoadSpecial, opcodes.ForIter, opcodes.GetAnext, opcodes.ImportFrom, opcodes.LoadFromDictOrDeref, opcodes.LoadFromDictOrGlobals,
		opcodes.PopJumpIfFalse, opcodes.PopJumpIfTrue, opcodes.PopJumpIfNone, opcodes.PopJumpIfNotNone, opcodes.EndFor, opcodes.PopIter, opcodes.StoreFastLoadFast:
		return 1
	case opcodes.BinaryOp, opcodes.BinarySubscr, opcodes.CompareOp, opcodes.IsOp, opcodes.ContainsOp, opcodes.StoreAttr, opcodes.DeleteSubscr, opcodes.CheckExcMatch,
		opcodes.CheckEgMatch, opcodes.FormatWithSpec, opcodes.CallIntrinsic2, opcodes.SetFunctionAttribute, opcodes.ImportName, opcodes.EndSend, opcodes.Send,
		opcodes.MatchKeys, opcodes.EndAsyncFor, opcodes.StoreFastStoreFast, opcodes.BuildTemplate:
		return 2
	case opcodes.StoreSubscr, opcodes.BinarySlice, opcodes.MatchClass, opcodes.LoadSuperAttr, opcodes.CleanupThrow:
		return 3
	case opcodes.StoreSlice:
		return 4
	case opcodes.WithExceptStart:
		if t.Version() >= opcodes.V314 {
			return 5
		}
		return 4
	case opcodes.BuildInterpolation:
		return 2 + n&1
	case opcodes.Swap, opcodes.Copy:
		return n
	case opcodes.BuildTuple, opcodes.BuildList, opcodes.BuildSet, opcodes.BuildString, opcodes.BuildSlice, opcodes.RaiseVarargs:
		return n
	case opcodes.BuildMap:
		return 2 * n
	case opcodes.BuildConstKeyMap:
		return n + 1
	case opcodes.ListAppend, opcodes.SetAdd, opcodes.ListExtend, opcodes.SetUpdate, opcodes.DictUpdate:
		return n + 1
	case opcodes.MapAdd:
		return n + 2
	case opcodes.DictMerge:
		return n + 4
	case opcodes.Call:
		return n + 2
	case opcodes.CallKw:
		return n + 3
	case opcodes.CallFunctionEx:
		if t.Version() >= opcodes.V314 {
			return 4
		}
		return 3 + n&1
	case opcodes.Reraise:
		return n + 1
	}
	return 0
}

// check checks one instruction's operand and the depth below it.
func (p *program) check(in *opcodes.Instr, d int32) error {
	off := int(in.Offset)
	flags := p.table.Flags(in.Op)
	if in.Op == opcodes.Invalid {
		return p.fail(off, "unknown opcode %d", in.Number)
	}
	if flags&opcodes.NotStored != 0 || in.Op == opcodes.ExtendedArg || in.Op == opcodes.InterpreterExit {
		return p.fail(off, "opcode %v is not allowed in a code object", in.Op)
	}
	if in.Arg < 0 {
		return p.fail(off, "operand out of range")
	}
	if n := pops(p.table, in); n > int(d) {
		return p.fail(off, "%v needs %d values on a stack of %d", in.Op, n, d)
	}
	c := p.code
	nl := int32(len(c.LocalsPlus))
	switch {
	case opcodes.IsLocalPair(in.Op):
		if in.Arg>>4 >= nl || in.Arg&15 >= nl {
			return p.fail(off, "%v: no such local", in.Op)
		}
	case flags&opcodes.HasConst != 0:
		if int(in.Arg) >= len(c.Consts) {
			return p.fail(off, "%v: no constant %d", in.Op, in.Arg)
		}
	case flags&opcodes.HasName != 0:
		if int(p.table.NameIndex(in.Op, in.Arg)) >= len(c.Names) {
			return p.fail(off, "%v: no name %d", in.Op, in.Arg)
		}
	case flags&(opcodes.HasLocal|opcodes.HasFree) != 0:
		if in.Arg >= nl {
			return p.fail(off, "%v: no local %d", in.Op, in.Arg)
		}
	}
	switch in.Op {
	case opcodes.Swap, opcodes.Copy, opcodes.ListAppend, opcodes.SetAdd, opcodes.MapAdd, opcodes.ListExtend, opcodes.SetUpdate, opcodes.DictUpdate, opcodes.DictMerge:
		if in.Arg < 1 {
			return p.fail(off, "%v: operand 0", in.Op)
		}
	case opcodes.BinaryOp:
		if int(in.Arg) >= p.table.Operators() {
			return p.fail(off, "BINARY_OP: no operator %d", in.Arg)
		}
	case opcodes.CompareOp:
		if _, _, ok := p.table.Compare(in.Arg); !ok {
			return p.fail(off, "COMPARE_OP: no comparison %d", in.Arg)
		}
	case opcodes.CopyFreeVars:
		if in.Arg > nl {
			return p.fail(off, "COPY_FREE_VARS: more than the locals")
		}
	case opcodes.ReturnGenerator:
		if c.Flags&(runtime.CodeGenerator|runtime.CodeCoroutine|runtime.CodeAsyncGenerator) == 0 || d != 0 {
			return p.fail(off, "RETURN_GENERATOR in a place where no generator starts")
		}
	case opcodes.YieldValue, opcodes.Send:
		if c.Flags&(runtime.CodeGenerator|runtime.CodeCoroutine|runtime.CodeAsyncGenerator) == 0 {
			return p.fail(off, "%v outside a generator", in.Op)
		}
	case opcodes.RaiseVarargs:
		if in.Arg > 2 {
			return p.fail(off, "RAISE_VARARGS: operand %d", in.Arg)
		}
	case opcodes.BuildSlice:
		if in.Arg != 2 && in.Arg != 3 {
			return p.fail(off, "BUILD_SLICE: operand %d", in.Arg)
		}
	case opcodes.CallIntrinsic1:
		if in.Arg < 1 || int(in.Arg) >= p.table.Intrinsics1() {
			return p.fail(off, "CALL_INTRINSIC_1: no function %d", in.Arg)
		}
	case opcodes.CallIntrinsic2:
		if in.Arg < 1 || int(in.Arg) >= p.table.Intrinsics2() {
			return p.fail(off, "CALL_INTRINSIC_2: no function %d", in.Arg)
		}
	case opcodes.LoadSpecial:
		if int(in.Arg) >= p.table.SpecialMethods() {
			return p.fail(off, "LOAD_SPECIAL: no method %d", in.Arg)
		}
	case opcodes.LoadCommonConstant:
		if int(in.Arg) >= p.table.CommonConstants() {
			return p.fail(off, "LOAD_COMMON_CONSTANT: no constant %d", in.Arg)
		}
	case opcodes.ConvertValue:
		if in.Arg < 1 || in.Arg > 3 {
			return p.fail(off, "CONVERT_VALUE: no conversion %d", in.Arg)
		}
	case opcodes.IsOp, opcodes.ContainsOp, opcodes.MatchClass, opcodes.Reraise, opcodes.GetAwaitable, opcodes.SetFunctionAttribute, opcodes.BuildInterpolation:
		if in.Arg > 0xffff {
			return p.fail(off, "%v: operand %d", in.Op, in.Arg)
		}
	case opcodes.LoadName, opcodes.StoreName, opcodes.DeleteName, opcodes.LoadLocals, opcodes.SetupAnnotations:
		if c.Flags&runtime.CodeOptimized != 0 {
			return p.fail(off, "%v in optimized code", in.Op)
		}
	}
	return nil
}
