package lower

import (
	"github.com/krait-vm/krait/opcodes"
	"github.com/krait-vm/krait/runtime"
)

// lower lowers the instruction at i and returns how many bytecode instructions it consumed.
func (l *lowering) lower(i int, in *opcodes.Instr) int {
	arg := int(in.Arg)
	top := l.top()
	switch in.Op {
	case opcodes.Nop, opcodes.NotTaken, opcodes.Resume, opcodes.Precall:
		if l.Plain {
			l.emit(Instr{Op: Nop})
		}
	case opcodes.PopTop, opcodes.EndFor, opcodes.PopIter:
		l.pop(-l.table.StackEffect(in.Op, arg, false))
		l.fresh = -1
		if l.code.Flags&runtime.CodeOptimized == 0 {
			l.drop()
		} else if l.Plain {
			l.emit(Instr{Op: Nop})
		}
	case opcodes.PushNull:
		l.push(entry{kind: constant, k: runtime.Null})
	case opcodes.LoadConst:
		l.push(entry{kind: constant, k: l.code.Consts[arg]})
	case opcodes.LoadSmallInt:
		l.push(entry{kind: constant, k: runtime.Int(int64(arg))})
	case opcodes.LoadFast, opcodes.LoadFastBorrow, opcodes.LoadClosure:
		l.push(entry{kind: inLocal, local: in.Arg})
	case opcodes.LoadFastLoadFast, opcodes.LoadFastBorrowLoadFastBorrow:
		l.push(entry{kind: inLocal, local: in.Arg >> 4})
		l.push(entry{kind: inLocal, local: in.Arg & 15})
	case opcodes.LoadFastCheck:
		l.effects()
		l.emit(Instr{Op: LoadFastCheck, A: l.slot(top + 1), B: l.local(in.Arg), N: uint16(arg)})
		l.pushResult(!l.Plain)
	case opcodes.LoadFastAndClear:
		l.storing(in.Arg)
		l.emit(Instr{Op: ClearFast, A: l.slot(top + 1), B: l.local(in.Arg)})
		l.pushResult(false)
	case opcodes.StoreFast:
		l.storeLocal(in.Arg)
	case opcodes.StoreFastStoreFast:
		l.storeLocal(in.Arg >> 4)
		l.storeLocal(in.Arg & 15)
	case opcodes.StoreFastLoadFast:
		l.storeLocal(in.Arg >> 4)
		l.push(entry{kind: inLocal, local: in.Arg & 15})
	case opcodes.DeleteFast:
		l.storing(in.Arg)
		l.effects()
		l.emit(Instr{Op: DeleteFast, A: l.local(in.Arg), N: uint16(arg)})
	case opcodes.Copy:
		l.copyEntry(len(l.stack) - arg)
	case opcodes.Swap:
		l.swap(len(l.stack)-arg, top)
	case opcodes.UnaryNegative:
		l.unary(UnaryNeg)
	case opcodes.UnaryInvert:
		l.unary(UnaryInvert)
	case opcodes.UnaryNot:
		l.unary(UnaryNot)
	case opcodes.UnaryPositive:
		l.unary(UnaryPos)
	case opcodes.ToBool:
		if !l.Plain && l.jumpFollows(i) {
			// The jump asks for the truth itself, under TO_BOOL's offset.
			return 1 + l.truthJump(i+1, &l.instrs[i+1])
		}
		l.unary(ToBool)
	case opcodes.BinaryOp:
		if arg == int(opcodes.OpSubscr) {
			l.subscript()
		} else {
			l.binary(Instr{Op: Binary, N: uint16(arg)}, BinaryK)
		}
	case opcodes.BinarySubscr:
		l.subscript()
	case opcodes.CompareOp:
		return l.compare(i, in)
	case opcodes.IsOp:
		x, y := l.source(top-1), l.source(top)
		l.pop(2)
		l.result(Instr{Op: Is, B: x, C: y, N: uint16(arg)})
	case opcodes.ContainsOp:
		x, y := l.source(top-1), l.source(top)
		l.pop(2)
		l.result(Instr{Op: Contains, B: x, C: y, N: uint16(arg)})
	case opcodes.JumpForward:
		l.materializeAll()
		l.emitJump(Instr{Op: Jump}, l.targetOf(in))
		l.dead = true
	case opcodes.JumpBackward:
		l.materializeAll()
		l.emitJump(Instr{Op: JumpBack}, l.targetOf(in))
		l.dead = true
	case opcodes.JumpBackwardNoInterrupt:
		op := Jump
		if to := l.targetOf(in); l.instrs[to].Op != opcodes.Send || l.instrs[to+1].Op != opcodes.YieldValue {
			op = JumpBack // no loop of yield from or await
		}
		l.materializeAll()
		l.emitJump(Instr{Op: op}, l.targetOf(in))
		l.dead = true
	case opcodes.PopJumpIfFalse, opcodes.PopJumpIfTrue, opcodes.PopJumpIfNone, opcodes.PopJumpIfNotNone:
		return l.truthJump(i, in)
	case opcodes.ForIter:
		return l.forIter(i, in)
	case opcodes.ReturnValue:
		if l.stack[top].kind == constant && !l.Plain {
			l.emit(Instr{Op: ReturnK, K: l.stack[top].k})
		} else {
			l.emit(Instr{Op: Return, B: l.source(top)})
		}
		l.pop(1)
		l.dead = true
	case opcodes.ReturnConst:
		l.emit(Instr{Op: ReturnK, K: l.code.Consts[arg]})
		l.dead = true
	default:
		l.lowerMore(in, arg, top)
	}
	return 1
}

// lowerMore lowers what has to do with names, attributes, items and calls.
func (l *lowering) lowerMore(in *opcodes.Instr, arg, top int) {
	switch in.Op {
	case opcodes.LoadGlobal:
		l.result(Instr{Op: LoadGlobal, K: l.name(in)})
		l.fresh = -1
		if arg&1 != 0 {
			l.push(entry{kind: constant, k: runtime.Null})
		} else {
			l.fresh = len(l.out) - 1
		}
	case opcodes.LoadName:
		l.result(Instr{Op: LoadName, K: l.name(in)})
	case opcodes.LoadFromDictOrGlobals:
		b := l.source(top)
		l.pop(1)
		l.result(Instr{Op: LoadNameFrom, B: b, K: l.name(in)})
	case opcodes.LoadLocals:
		l.result(Instr{Op: LoadLocals})
	case opcodes.StoreName, opcodes.StoreGlobal:
		op := StoreName
		if in.Op == opcodes.StoreGlobal {
			op = StoreGlobal
		}
		b := l.source(top)
		l.pop(1)
		l.effects()
		l.emit(Instr{Op: op, B: b, K: l.name(in)})
	case opcodes.DeleteName:
		l.effects()
		l.emit(Instr{Op: DeleteName, K: l.name(in)})
	case opcodes.DeleteGlobal:
		l.effects()
		l.emit(Instr{Op: DeleteGlobal, K: l.name(in)})
	case opcodes.LoadDeref:
		l.result(Instr{Op: LoadDeref, B: l.local(in.Arg), N: uint16(arg)})
	case opcodes.LoadFromDictOrDeref:
		c := l.source(top)
		l.pop(1)
		l.result(Instr{Op: LoadDerefFrom, B: l.local(in.Arg), C: c, N: uint16(arg), K: l.code.LocalsPlus[arg].Value()})
	case opcodes.StoreDeref:
		b := l.source(top)
		l.pop(1)
		l.effects()
		l.emit(Instr{Op: StoreDeref, A: l.local(in.Arg), B: b})
	case opcodes.DeleteDeref:
		l.effects()
		l.emit(Instr{Op: DeleteDeref, A: l.local(in.Arg), N: uint16(arg)})
	case opcodes.MakeCell:
		l.storing(in.Arg)
		l.emit(Instr{Op: MakeCell, A: l.local(in.Arg)})
	case opcodes.CopyFreeVars:
		l.emit(Instr{Op: CopyFreeVars, A: l.local(int32(l.numLocals() - arg)), N: uint16(arg)})
	case opcodes.LoadAttr:
		b := l.source(top)
		l.pop(1)
		if arg&1 != 0 {
			l.effects()
			l.emit(Instr{Op: LoadMethod, A: l.slot(top), B: b, N: uint16(l.table.NameIndex(in.Op, in.Arg))})
			l.stack = append(l.stack, entry{}, entry{})
			l.fresh = -1
		} else {
			l.result(Instr{Op: LoadAttr, B: b, N: uint16(l.table.NameIndex(in.Op, in.Arg))})
		}
	case opcodes.StoreAttr:
		x, o := l.source(top-1), l.source(top)
		l.pop(2)
		l.effects()
		l.emit(Instr{Op: StoreAttr, B: o, C: x, N: uint16(arg)})
		l.dropInBody()
	case opcodes.DeleteAttr:
		b := l.source(top)
		l.pop(1)
		l.effects()
		l.emit(Instr{Op: DeleteAttr, B: b, K: l.name(in)})
	case opcodes.LoadSuperAttr:
		l.cold(LoadSuper, 3, 1+arg&1, arg&3).K = l.name(in)
	case opcodes.StoreSubscr:
		v, o := l.source(top-2), l.source(top-1)
		if l.stack[top].kind == constant && !l.Plain {
			k := l.stack[top].k
			l.pop(3)
			l.effects()
			l.emit(Instr{Op: StoreItemK, A: v, B: o, K: k})
			l.dropInBody()
			return
		}
		k := l.source(top)
		l.pop(3)
		l.effects()
		l.emit(Instr{Op: StoreItem, A: v, B: o, C: k})
		l.dropInBody()
	case opcodes.DeleteSubscr:
		b, c := l.source(top-1), l.source(top)
		l.pop(2)
		l.effects()
		l.emit(Instr{Op: DeleteItem, B: b, C: c})
	case opcodes.BinarySlice:
		l.cold(GetSlice, 3, 1, 0)
	case opcodes.StoreSlice:
		l.cold(SetSlice, 4, 0, 0)
	case opcodes.BuildSlice:
		l.cold(BuildSlice, arg, 1, arg)
	case opcodes.BuildTuple, opcodes.BuildList:
		op := BuildTuple
		if in.Op == opcodes.BuildList {
			op = BuildList
		}
		l.materializeTop(arg)
		l.pop(arg)
		b := l.slot(len(l.stack))
		l.result(Instr{Op: op, B: b, N: uint16(min(arg, 0xffff)), Idx: uint32(arg)})
	case opcodes.BuildSet:
		l.cold(BuildSet, arg, 1, 0).Idx = uint32(arg)
	case opcodes.BuildMap:
		l.cold(BuildMap, 2*arg, 1, 0).Idx = uint32(arg)
	case opcodes.BuildConstKeyMap:
		l.cold(BuildKeyMap, arg+1, 1, 0).Idx = uint32(arg)
	case opcodes.BuildString:
		l.cold(BuildString, arg, 1, 0).Idx = uint32(arg)
	case opcodes.ListAppend, opcodes.SetAdd, opcodes.ListExtend, opcodes.SetUpdate, opcodes.DictUpdate:
		op := map[opcodes.Op]Op{
			opcodes.ListAppend: ListAppend, opcodes.SetAdd: SetAdd, opcodes.ListExtend: ListExtend,
			opcodes.SetUpdate: SetUpdate, opcodes.DictUpdate: DictUpdate,
		}[in.Op]
		l.intoContainer(Instr{Op: op}, arg, 1)
	case opcodes.MapAdd:
		l.intoContainer(Instr{Op: MapAdd}, arg, 2)
	case opcodes.DictMerge:
		d := len(l.stack) - 4 - arg
		l.materialize(d)
		l.intoContainer(Instr{Op: DictMerge, C: l.slot(d)}, arg, 1)
	case opcodes.UnpackSequence:
		b := l.source(top)
		l.pop(1)
		l.effects()
		l.emit(Instr{Op: Unpack, A: l.slot(top), B: b, Idx: uint32(arg)})
		for range arg {
			l.stack = append(l.stack, entry{})
		}
	case opcodes.UnpackEx:
		before, after := arg&0xff, arg>>8
		l.cold(UnpackEx, 1, before+1+after, before).Idx = uint32(after)
	case opcodes.Call:
		l.call(arg)
	case opcodes.CallKw:
		l.materializeTop(arg + 3)
		l.pop(arg + 3)
		b := l.slot(len(l.stack))
		l.result(Instr{Op: CallKw, B: b, C: b + uint32(arg+2)*uint32(runtime.ValueSize), N: uint16(arg), Idx: uint32(arg)})
	case opcodes.CallFunctionEx:
		n := 4
		if l.table.Version() < opcodes.V314 && arg&1 == 0 {
			l.push(entry{kind: constant, k: runtime.Null})
		}
		l.materializeTop(n)
		l.pop(n)
		b := l.slot(len(l.stack))
		l.result(Instr{Op: CallEx, B: b})
	default:
		l.lowerRest(in, arg, top)
	}
}

// lowerRest lowers exceptions, generators, matching, imports and formatting.
func (l *lowering) lowerRest(in *opcodes.Instr, arg, top int) {
	switch in.Op {
	case opcodes.CallIntrinsic1:
		l.cold(CallIntr1, 1, 1, arg)
	case opcodes.CallIntrinsic2:
		l.cold(CallIntr2, 2, 1, arg)
	case opcodes.MakeFunction:
		l.cold(MakeFunction, 1, 1, arg)
	case opcodes.SetFunctionAttribute:
		l.cold(SetFunctionAttr, 2, 1, arg)
	case opcodes.LoadBuildClass:
		l.result(Instr{Op: BuildClass})
	case opcodes.GetIter:
		b := l.source(top)
		l.pop(1)
		l.result(Instr{Op: GetIter, B: b})
	case opcodes.GetYieldFromIter:
		l.cold(GetYieldFromIter, 1, 1, 0)
	case opcodes.GetLen:
		l.cold(GetLen, 1, 2, 0)
	case opcodes.MatchMapping:
		l.cold(MatchMapping, 1, 2, 0)
	case opcodes.MatchSequence:
		l.cold(MatchSequence, 1, 2, 0)
	case opcodes.MatchKeys:
		l.cold(MatchKeys, 2, 3, 0)
	case opcodes.MatchClass:
		l.cold(MatchClass, 3, 1, arg)
	case opcodes.PushExcInfo:
		l.cold(PushExcInfo, 1, 2, 0)
	case opcodes.PopExcept:
		b := l.source(top)
		l.pop(1)
		l.effects()
		l.emit(Instr{Op: PopExcept, B: b})
	case opcodes.CheckExcMatch:
		l.cold(CheckExcMatch, 2, 2, 0)
	case opcodes.CheckEgMatch:
		l.cold(CheckEGMatch, 2, 2, 0)
	case opcodes.RaiseVarargs:
		l.cold(Raise, arg, 0, arg)
		l.dead = true
	case opcodes.Reraise:
		l.materializeTop(arg + 1)
		b := l.slot(max(top-arg, 0))
		l.cold(Reraise, 1, 0, arg).B = b
		l.dead = true
	case opcodes.CleanupThrow:
		l.cold(CleanupThrow, 3, 2, 0)
	case opcodes.EndAsyncFor:
		l.cold(EndAsyncFor, 2, 0, 0)
	case opcodes.WithExceptStart:
		n := 3
		if l.table.Version() >= opcodes.V314 {
			n = 4
		}
		l.materializeTop(n + 1)
		l.cold(WithExceptStart, 1, 2, n)
	case opcodes.LoadSpecial:
		l.cold(LoadSpecial, 1, 2, arg)
	case opcodes.BeforeWith:
		l.cold(BeforeWith, 1, 2, 0)
	case opcodes.BeforeAsyncWith:
		l.cold(BeforeAsyncWith, 1, 2, 0)
	case opcodes.ReturnGenerator:
		l.materializeAll()
		l.emit(Instr{Op: ReturnGenerator, A: l.slot(top + 1)})
		l.pushResult(false)
	case opcodes.YieldValue:
		b := l.source(top)
		l.pop(1)
		l.result(Instr{Op: Yield, B: b, N: l.delegating(), Idx: l.slot(max(len(l.stack)-1, 0))})
	case opcodes.Send:
		l.materializeAll()
		l.emitJump(Instr{Op: Send, A: l.slot(top), B: l.slot(top - 1), C: l.slot(top)}, l.targetOf(in))
		l.fresh = -1
	case opcodes.EndSend:
		if !l.Plain && l.stack[top].kind != inSlot {
			e := l.stack[top]
			l.pop(2)
			l.push(e)
			return
		}
		l.emit(Instr{Op: Move, A: l.slot(top - 1), B: l.slot(top)})
		l.pop(2)
		l.pushResult(!l.Plain)
	case opcodes.GetAwaitable:
		l.cold(GetAwaitable, 1, 1, arg)
	case opcodes.GetAiter:
		l.cold(GetAIter, 1, 1, 0)
	case opcodes.GetAnext:
		l.cold(GetANext, 1, 2, 0)
	case opcodes.ImportName:
		l.cold(ImportName, 2, 1, 0).K = l.name(in)
	case opcodes.ImportFrom:
		l.cold(ImportFrom, 1, 2, 0).K = l.name(in)
	case opcodes.LoadAssertionError:
		l.push(entry{kind: constant, k: runtime.AssertionErrorType.Value()})
	case opcodes.LoadCommonConstant:
		l.result(Instr{Op: LoadCommon, N: uint16(arg)})
	case opcodes.SetupAnnotations:
		l.effects()
		l.emit(Instr{Op: SetupAnnotations})
	case opcodes.FormatSimple:
		l.cold(FormatSimple, 1, 1, 0)
	case opcodes.FormatWithSpec:
		l.cold(FormatWithSpec, 2, 1, 0)
	case opcodes.ConvertValue:
		l.cold(ConvertValue, 1, 1, arg)
	case opcodes.BuildInterpolation:
		l.cold(BuildInterpolation, 2+arg&1, 1, arg)
	case opcodes.BuildTemplate:
		l.cold(BuildTemplate, 2, 1, 0)
	default:
		l.materializeAll()
		l.emit(Instr{Op: Unsupported, N: uint16(in.Op)})
		n := l.table.StackEffect(in.Op, arg, false)
		for ; n > 0; n-- {
			l.stack = append(l.stack, entry{})
		}
		l.pop(-n)
		if l.table.Flags(in.Op)&opcodes.EndsFlow != 0 {
			l.dead = true
		}
	}
}

// drop emits Drop; the depth it carries is the one behind the bytecode instruction.
func (l *lowering) drop() {
	l.emit(Instr{Op: Drop})
	l.depthOf[len(l.depthOf)-1] = uint32(len(l.stack))
}

// dropInBody emits Drop in a module or class body.
func (l *lowering) dropInBody() {
	if l.code.Flags&runtime.CodeOptimized == 0 {
		l.drop()
	}
}

// name returns the interned name that an instruction's operand gives.
func (l *lowering) name(in *opcodes.Instr) runtime.Value {
	return l.code.Names[l.table.NameIndex(in.Op, in.Arg)].Value()
}

// delegating returns 1 when the YIELD_VALUE being lowered belongs to a yield from or an await: the RESUME behind it says so.
func (l *lowering) delegating() uint16 {
	if l.cur+1 < len(l.instrs) && l.instrs[l.cur+1].Op == opcodes.Resume && l.instrs[l.cur+1].Arg&3 >= 2 {
		return 1
	}
	return 0
}

func (l *lowering) copyEntry(d int) {
	e := l.stack[d]
	if e.kind == inSlot {
		l.emit(Instr{Op: Move, A: l.slot(len(l.stack)), B: l.slot(d)})
		l.pushResult(!l.Plain)
		return
	}
	l.push(e)
}

func (l *lowering) swap(d, top int) {
	if d == top {
		return
	}
	a, b := l.stack[d], l.stack[top]
	switch {
	case a.kind != inSlot && b.kind == inSlot:
		l.emit(Instr{Op: Move, A: l.slot(d), B: l.slot(top)})
		l.stack[d], l.stack[top] = entry{}, a
	case a.kind == inSlot && b.kind != inSlot:
		l.emit(Instr{Op: Move, A: l.slot(top), B: l.slot(d)})
		l.stack[d], l.stack[top] = b, entry{}
	case a.kind == inSlot:
		l.emit(Instr{Op: Swap, A: l.slot(d), B: l.slot(top)})
	default:
		l.stack[d], l.stack[top] = b, a
	}
	l.fresh = -1
}

func (l *lowering) unary(op Op) {
	b := l.source(l.top())
	l.pop(1)
	l.result(Instr{Op: op, B: b})
}

// binary lowers an instruction of two operands, the right one constant where it can be.
func (l *lowering) binary(in Instr, withK Op) {
	top := l.top()
	if l.stack[top].kind == constant && !l.Plain {
		in.Op, in.K = withK, l.stack[top].k
		in.B = l.source(top - 1)
	} else {
		in.B, in.C = l.source(top-1), l.source(top)
	}
	l.pop(2)
	l.result(in)
}

func (l *lowering) subscript() { l.binary(Instr{Op: Subscript}, SubscriptK) }

// jumpFollows reports whether the instruction behind i is a conditional jump that nothing else jumps to.
func (l *lowering) jumpFollows(i int) bool {
	if i+1 >= len(l.instrs) || l.leader[i+1] || l.depth[i+1] < 0 {
		return false
	}
	op := l.instrs[i+1].Op
	return op == opcodes.PopJumpIfFalse || op == opcodes.PopJumpIfTrue
}

// compare lowers COMPARE_OP, fused with a jump that follows.
func (l *lowering) compare(i int, in *opcodes.Instr) int {
	c, toBool, _ := l.table.Compare(in.Arg)
	if l.Plain || !l.jumpFollows(i) {
		n := uint16(c)
		if toBool {
			n |= CompareBool
		}
		l.binary(Instr{Op: Compare, N: n}, CompareK)
		return 1
	}
	top := l.top()
	fused := Instr{Op: CompareJump, N: uint16(c)}
	if l.stack[top].kind == constant {
		fused.Op, fused.K = CompareJumpK, l.stack[top].k
		fused.B = l.source(top - 1)
	} else {
		fused.B, fused.C = l.source(top-1), l.source(top)
	}
	l.pop(2)
	used, to, back, ifTrue := l.branch(i+1, &l.instrs[i+1])
	if ifTrue {
		fused.N |= CompareIfTrue
	}
	if back {
		fused.N |= CompareBack
	}
	l.materializeAll()
	l.emitJump(fused, to)
	l.afterBranch(i+1, used)
	return 1 + used
}

// branch looks at a conditional jump. Where it only skips an unconditional jump back, both become one conditional jump back.
func (l *lowering) branch(i int, in *opcodes.Instr) (used, to int, back, ifTrue bool) {
	ifTrue = in.Op == opcodes.PopJumpIfTrue || in.Op == opcodes.PopJumpIfNone
	to = l.targetOf(in)
	if l.Plain || l.Steps {
		return 1, to, false, ifTrue
	}
	j := i + 1
	if j < len(l.instrs) && l.instrs[j].Op == opcodes.NotTaken && !l.leader[j] {
		j++
	}
	if j < len(l.instrs) && !l.leader[j] && l.instrs[j].Op == opcodes.JumpBackward && to == j+1 {
		return j + 1 - i, l.targetOf(&l.instrs[j]), true, !ifTrue
	}
	return 1, to, false, ifTrue
}

// afterBranch notes the start of the instructions that a fused branch swallowed.
func (l *lowering) afterBranch(i, used int) {
	for j := i; j < i+used; j++ {
		l.start[j] = int32(len(l.out) - 1)
	}
}

// truthJump lowers a conditional jump.
func (l *lowering) truthJump(i int, in *opcodes.Instr) int {
	top := l.top()
	none := in.Op == opcodes.PopJumpIfNone || in.Op == opcodes.PopJumpIfNotNone
	b := l.source(top)
	l.pop(1)
	used, to, back, ifTrue := l.branch(i, in)
	var op Op
	switch {
	case none && ifTrue:
		op = JumpIfNone
	case none:
		op = JumpIfNotNone
	case ifTrue:
		op = JumpIfTrue
	default:
		op = JumpIfFalse
	}
	if back {
		op += JumpIfFalseBack - JumpIfFalse
		if none {
			op += JumpIfNoneBack - JumpIfNone - (JumpIfFalseBack - JumpIfFalse)
		}
	}
	l.materializeAll()
	l.emitJump(Instr{Op: op, B: b}, to)
	l.afterBranch(i, used)
	return used
}

// forIter lowers FOR_ITER, fused with a STORE_FAST that follows.
func (l *lowering) forIter(i int, in *opcodes.Instr) int {
	l.materializeAll()
	top := l.top()
	fi := Instr{Op: ForIter, A: l.slot(top + 1), B: l.slot(top)}
	to := l.targetOf(in)
	if next := i + 1; !l.Plain && !l.Steps && next < len(l.instrs) && !l.leader[next] && l.instrs[next].Op == opcodes.StoreFast {
		fi.A = l.local(l.instrs[next].Arg)
		l.emitJump(fi, to)
		l.start[next] = int32(len(l.out) - 1)
		return 2
	}
	l.emitJump(fi, to)
	l.pushResult(false)
	return 1
}

// intoContainer lowers an instruction that puts the top n values into a container arg positions below them.
func (l *lowering) intoContainer(in Instr, arg, n int) {
	top := l.top()
	in.B = l.source(top - n + 1)
	if n == 2 {
		in.C = l.source(top)
	}
	l.pop(n)
	l.materialize(len(l.stack) - arg)
	l.effects()
	in.A = l.slot(len(l.stack) - arg)
	l.emit(in)
}

// CallNoSelf in Call's N says that the slot behind the callable holds no self and was not filled.
const CallNoSelf = 0x8000

func (l *lowering) call(arg int) {
	self := len(l.stack) - arg - 1
	n := uint16(min(arg, 0x7fff))
	if e := l.stack[self]; !l.Plain && e.kind == constant && e.k.IsNull() {
		n |= CallNoSelf
		l.stack[self] = entry{}
	}
	l.materializeTop(arg + 2)
	l.pop(arg + 2)
	b := l.slot(len(l.stack))
	l.result(Instr{Op: Call, B: b, N: n, Idx: uint32(arg)})
}
