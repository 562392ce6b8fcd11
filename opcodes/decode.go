package opcodes

import (
	"errors"
	"sort"
)

// An Instr is a decoded instruction: its EXTENDED_ARG prefixes folded in, its inline cache left out.
type Instr struct {
	Op     Op    // the base operation; Invalid if the version does not assign the number
	Number uint8 // the number as stored
	Caches uint8 // code units of inline cache
	Arg    int32 // 0 if the operation has no operand
	Start  int32 // byte offset of the first prefix, or Offset: where a jump to the instruction lands
	Offset int32 // byte offset of the instruction itself: what f_lasti and tb_lasti hold
	Target int32 // byte offset of the other instruction that it names, or NoTarget, or BadTarget
}

const (
	// NoTarget is the Target of an instruction that names no other.
	NoTarget int32 = -1
	// BadTarget is the Target of an instruction that names a place outside the code.
	BadTarget int32 = -2
)

// End returns the byte offset behind the instruction and its cache: that of the next one, if there is one. In malformed
// code it may lie beyond the end.
func (in *Instr) End() int32 {
	return in.Offset + 2 + 2*int32(in.Caches)
}

// ErrOddCode is returned for code whose length is odd or does not fit an instruction offset.
var ErrOddCode = errors.New("code: co_code is malformed")

// Decode appends the instructions of co_code to dst. Bytes in cache positions are skipped whatever they are. Specialized
// and instrumented numbers decode to the operation they stand for, as co_code shows it in CPython.
//
// Malformed code decodes too, as far as its length is even; what a reader must check is Op against Invalid and
// NotStored, Target against BadTarget, whether the Target is the Start or the Offset of an instruction, and the last End
// against the length. A prefix that nothing follows is an ExtendedArg of its own.
func (t *Table) Decode(code string, dst []Instr) ([]Instr, error) {
	if len(code)%2 != 0 || len(code) > maxCode {
		return dst, ErrOddCode
	}
	var arg int32
	start := -1
	for i := 0; i < len(code); {
		s := &t.stored[code[i]]
		if start < 0 {
			start, arg = i, 0
		}
		if s.op == ExtendedArg && i+2 < len(code) {
			arg = (arg | int32(code[i+1])) << 8
			i += 2
			continue
		}
		in := Instr{
			Op: s.op, Number: code[i], Caches: s.caches,
			Start: int32(start), Offset: int32(i), Target: NoTarget,
		}
		if s.flags&HasArg != 0 {
			in.Arg = arg | int32(code[i+1])
		}
		if s.flags&HasTarget != 0 {
			in.Target = target(&in, s.flags, len(code))
		}
		dst = append(dst, in)
		start = -1
		i += 2 + 2*int(s.caches)
	}
	return dst, nil
}

// maxCode keeps byte offsets, and a target computed from them, well inside an int32.
const maxCode = 1 << 30

func target(in *Instr, flags Flags, size int) int32 {
	units := int64(in.Arg)
	if flags&JumpsForward == 0 {
		units = -units
	}
	to := int64(in.End()) + 2*units
	if to < 0 || to >= int64(size) {
		return BadTarget
	}
	return int32(to)
}

// IndexOf returns the index of the instruction at a byte offset: the one whose Start or Offset it is. Start is where
// compilers let jumps land; a jump between prefix and instruction is legal and drops the prefix, which the caller tells
// by comparing with Start. The instructions must be those of one Decode.
func IndexOf(instrs []Instr, offset int32) (int, bool) {
	i := sort.Search(len(instrs), func(i int) bool { return instrs[i].Offset >= offset })
	if i == len(instrs) || (instrs[i].Offset != offset && instrs[i].Start != offset) {
		return 0, false
	}
	return i, true
}
