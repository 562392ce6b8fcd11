package opcodes

// A Branch is a triple of code.co_branches: at Source, control goes to Left or to Right. Byte offsets.
type Branch struct {
	Source, Left, Right int32
}

// Branches appends what code.co_branches yields (3.14 and later; nothing before): for a conditional jump the way behind its
// NOT_TAKEN and the jump's target; for FOR_ITER the loop's body and the way out, behind END_FOR and POP_ITER; for END_ASYNC_FOR, seen from the
// END_SEND of its loop, the body and the way out.
func (t *Table) Branches(code string, dst []Branch) []Branch {
	if t.version < V314 || len(code)%2 != 0 || len(code) > maxCode {
		return dst
	}
	instrs, err := t.Decode(code, nil)
	if err != nil {
		return dst
	}
	for i := range instrs {
		in := &instrs[i]
		end := in.End()
		switch in.Op {
		case PopJumpIfFalse, PopJumpIfTrue, PopJumpIfNone, PopJumpIfNotNone:
			dst = append(dst, Branch{in.Offset, end + 2, end + 2*in.Arg})
		case ForIter:
			dst = append(dst, Branch{in.Offset, end, end + 2*in.Arg + 4})
		case EndAsyncFor:
			source := end - 2*in.Arg
			dst = append(dst, Branch{source, source + 4, end})
		}
	}
	return dst
}
