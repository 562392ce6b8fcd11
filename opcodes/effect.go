package opcodes

import "math/bits"

// An effect is a rule for what an operation does to the depth of the stack.
type effect struct {
	kind effectKind
	a, b int8
}

type effectKind uint8

const (
	effectNone   effectKind = iota // not defined
	effectLinear                   // a + b*oparg
	effectLowBit                   // a + b*(oparg&1)
	effectBranch                   // a if it jumps, b if not
	effectUnpack                   // UNPACK_EX
	effectFlags                    // MAKE_FUNCTION before 3.13
	effectSlice                    // BUILD_SLICE before 3.14
	effectFormat                   // FORMAT_VALUE
)

var (
	none         = effect{}
	unpackEx     = effect{kind: effectUnpack}
	makeFunction = effect{kind: effectFlags}
	buildSlice   = effect{kind: effectSlice}
	formatValue  = effect{kind: effectFormat}
)

func fixed(n int8) effect              { return effect{effectLinear, n, 0} }
func linear(base, perArg int8) effect  { return effect{effectLinear, base, perArg} }
func lowBit(base, ifSet int8) effect   { return effect{effectLowBit, base, ifSet} }
func branch(taken, fallen int8) effect { return effect{effectBranch, taken, fallen} }

// StackEffect returns by how much an instruction changes the depth of the stack if it jumps, or if it does not. It is
// dis.stack_effect of the version, with one exception: RETURN_GENERATOR counts +1 everywhere, where 3.11 and 3.12 say 0
// although it leaves a value for the POP_TOP that follows. The result of an operation that never is in a code object,
// and has no effect, is 0.
func (t *Table) StackEffect(op Op, oparg int, jump bool) int {
	if int(op) >= NumOps {
		return 0
	}
	e := t.facts[op].effect
	switch e.kind {
	case effectLinear:
		return int(e.a) + int(e.b)*oparg
	case effectLowBit:
		return int(e.a) + int(e.b)*(oparg&1)
	case effectBranch:
		if jump {
			return int(e.a)
		}
		return int(e.b)
	case effectUnpack: // sequence -- before... list after...
		return oparg&0xff + oparg>>8
	case effectFlags: // one value for each of the four attributes that the operand announces
		return -bits.OnesCount(uint(oparg & 0xf))
	case effectSlice:
		if oparg == 3 {
			return -2
		}
		return -1
	case effectFormat:
		if oparg&4 != 0 {
			return -1
		}
		return 0
	}
	return 0
}

// MaxStackEffect returns the larger of the two stack effects, as dis.stack_effect does if it is not told about the jump.
func (t *Table) MaxStackEffect(op Op, oparg int) int {
	return max(t.StackEffect(op, oparg, true), t.StackEffect(op, oparg, false))
}

// HasStackEffect reports whether dis.stack_effect knows the operation; if not it raises ValueError.
func (t *Table) HasStackEffect(op Op) bool {
	return int(op) < NumOps && t.facts[op].effect.kind != effectNone && t.facts[op].number >= 0
}
