package dis

import (
	"slices"

	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/opcodes"
)

// A unit is an instruction as dis walks over it: a prefix EXTENDED_ARG is one of its own.
type unit struct {
	offset int
	number byte // of the operation, after undoing specialization
	op     opcodes.Op
	flags  opcodes.Flags
	arg    int64 // meaningful if flags has HasArg
	caches int
}

// maxArg ends the growth of an operand under a chain of prefixes. In CPython it is a 32-bit number at run time, but dis
// lets negative ones grow without end.
const maxArg = 1 << 54

// unpack splits bytecode into instructions.
func (p *printer) unpack(code string) ([]unit, error) {
	units := make([]unit, 0, len(code)/2)
	var extended int64
	for i := 0; i+1 < len(code); {
		op := p.table.Base(p.table.Op(int(code[i])))
		if op == opcodes.Invalid && p.version < opcodes.V314 {
			op = opcodes.Cache // where co_code, undoing specialization, finds nothing
		}
		u := unit{
			offset: i, number: code[i], op: op,
			flags: p.table.Flags(op), caches: p.table.Caches(op),
		}
		if n, ok := p.table.Number(op); ok {
			u.number = byte(n)
		}
		if u.flags&opcodes.HasArg != 0 {
			u.arg = int64(code[i+1]) | extended
		}
		extended = 0
		if op == opcodes.ExtendedArg {
			extended = u.arg << 8
			if extended >= 1<<31 {
				extended -= 1 << 32
			}
			if extended < -maxArg {
				return nil, &Error{"OverflowError", "the operand of an instruction has more than 32 bits"}
			}
		}
		units = append(units, u)
		i += 2 + 2*u.caches
	}
	return units, nil
}

// target returns the byte offset that a HasTarget instruction names, which can lie anywhere.
func (u *unit) target() int64 {
	units := u.arg
	if u.flags&opcodes.JumpsForward == 0 {
		units = -units
	}
	return int64(u.offset) + 2 + 2*int64(u.caches) + 2*units
}

// jumpTargets returns the offsets that instructions jump to, in ascending order.
func jumpTargets(units []unit) []int64 {
	var targets []int64
	for i := range units {
		if units[i].flags&opcodes.HasTarget != 0 {
			targets = append(targets, units[i].target())
		}
	}
	slices.Sort(targets)
	return slices.Compact(targets)
}

// handlers decodes the exception table.
func handlers(code *marshal.Code) ([]opcodes.Handler, error) {
	return opcodes.ExceptionTable(code.ExceptionTable.S, nil)
}

// lineStarts maps byte offsets to the lines that begin there, -1 for none.
func (p *printer) lineStarts(code *marshal.Code) map[int]int32 {
	starts := map[int]int32{}
	for _, s := range p.table.LineStarts(code.LineTable.S, code.FirstLineNo, nil) {
		starts[int(s.Offset)] = s.Line
	}
	return starts
}
