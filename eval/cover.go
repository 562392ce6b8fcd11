package eval

import (
	"unsafe"

	"github.com/krait-vm/krait/eval/lower"
	"github.com/krait-vm/krait/opcodes"
)

// A Coverage counts what the threads of an engine execute: register instructions by operation, and the bytecode instructions they come from. With
// one in its options an engine goes through the table of handlers instead of the generated loop. It serves one goroutine.
type Coverage struct {
	ops      [numOps]uint64
	bytecode map[opcodes.Version]*[256]uint64
}

// Operations returns how often each operation was executed, by name, the quickened ones included.
func (c *Coverage) Operations() map[string]uint64 {
	m := map[string]uint64{}
	for op, n := range c.ops {
		if name := opNames[op]; name != "" {
			m[name] += n
		}
	}
	return m
}

// Bytecode returns how often the opcodes of a version were executed, by number. Only the reference engine executes one instruction for each
// bytecode instruction; on the other what was folded is missing.
func (c *Coverage) Bytecode(v opcodes.Version) [256]uint64 {
	if n := c.bytecode[v]; n != nil {
		return *n
	}
	return [256]uint64{}
}

// run is VM.run with everything counted.
func (c *Coverage) run(vm *VM, in *Instr, fp unsafe.Pointer) {
	if c.bytecode == nil {
		c.bytecode = map[opcodes.Version]*[256]uint64{}
	}
	v := opcodes.Version(3<<8 | vm.Interp().Version.Minor)
	n := c.bytecode[v]
	if n == nil {
		n = new([256]uint64)
		c.bytecode[v] = n
	}
	for in.Op != lower.Halt {
		c.ops[in.Op]++
		if code := vm.fr.code.Src.Bytecode; in.Op != lower.Step && int(in.Off) < len(code) {
			n[code[in.Off]]++
		}
		in, fp = handlers[in.Op](vm, in, fp)
	}
	c.ops[lower.Halt]++
}
