// Package opcodes holds the facts about the bytecode of every Python version that Krait runs: which number is which
// operation, what its operand means, how many inline cache entries follow it, where it jumps and what it does to the
// stack; and the decoders of the byte strings a code object carries: instructions, exception table, location table.
//
// An Op names an operation in any version. A Table maps the numbers of one version to Ops and back. The rows are in
// spec.go, one per operation; what a version changes is in its delta file (py311.go and so on).
//
// Byte strings are Go strings, as package marshal has them.
//
// Nothing here trusts its input: any bytes decode to something or to an error, in time linear in their length.
// The package imports nothing of ours and keeps no state but the tables, which are built once and never change.
//
// Start reading at Table and at Table.Decode.
package opcodes

import (
	"fmt"
	"sync"
)

// A Version is a Python feature version, major<<8 | minor, so that versions compare by number.
type Version uint16

// The versions that have tables.
const (
	V311 Version = 3<<8 | 11
	V312 Version = 3<<8 | 12
	V313 Version = 3<<8 | 13
	V314 Version = 3<<8 | 14
)

// String returns the version as "3.13".
func (v Version) String() string {
	return fmt.Sprintf("%d.%d", v>>8, v&0xff)
}

// An Op is an operation, independent of the number that a Python version gives it. The zero Op is Invalid.
type Op uint16

// Invalid is the Op of a number that the version does not assign.
const Invalid Op = 0

// NumOps is one more than the largest Op.
const NumOps = len(specs) + 1

// String returns CPython's name, such as LOAD_FAST.
func (op Op) String() string {
	if op == Invalid || int(op) >= NumOps {
		return "<invalid>"
	}
	return specs[op-1].name
}

// ByName returns the Op with CPython's name, or Invalid.
func ByName(name string) Op {
	return opsByName()[name]
}

var opsByName = sync.OnceValue(func() map[string]Op {
	ops := make(map[string]Op, len(specs))
	for i := range specs {
		ops[specs[i].name] = Op(i + 1)
	}
	return ops
})

// Flags say what an operation's operand is and how it moves control.
type Flags uint16

// The Has flags are the lists of CPython's opcode module, which names things after how dis shows them: from 3.14 on
// LOAD_DEREF is in haslocal. The three about jumps make up its hasjrel.
const (
	HasArg     Flags = 1 << iota // the operand means something
	HasConst                     // index into co_consts
	HasName                      // co_names, through Table.NameIndex
	HasLocal                     // index into the fast locals
	HasFree                      // index into the fast locals, of a cell or a free variable
	HasCompare                   // see Table.Compare
	HasExc                       // pseudo instruction that sets up a handler

	JumpsForward   // the operand counts code units forward
	JumpsBackward  // the operand counts code units backward
	RefersBackward // names an earlier instruction as a jump would, without ever jumping
	EndsFlow       // the next instruction is not reached from here

	Pseudo       // known to the compiler only; has a number above 255
	Specialized  // what CPython's interpreter puts in the place of an adaptive instruction
	Instrumented // what CPython's interpreter puts in the place of a monitored instruction
	Internal     // not an instruction of its own: CACHE, RESERVED, ENTER_EXECUTOR
)

const (
	// Jumps marks the operations that may go elsewhere than to the next instruction.
	Jumps = JumpsForward | JumpsBackward
	// HasTarget marks the operations whose operand names another instruction.
	HasTarget = Jumps | RefersBackward
	// NotStored marks the operations that no compiler writes into a code object.
	NotStored = Pseudo | Specialized | Instrumented | Internal
)

// A CacheField is one field of an instruction's inline cache, its size in code units.
type CacheField struct {
	Name string
	Size int
}

// A run gives consecutive numbers, from first on, to ops.
type run struct {
	first int
	ops   []Op
}

// A row replaces the facts of an operation.
type row struct {
	op     Op
	flags  Flags
	effect effect
}

// A family lists the specialized forms of an operation, in CPython's order.
type family struct {
	base    Op
	members []Op
}

// A cacheLayout gives an operation its inline cache.
type cacheLayout struct {
	op     Op
	fields []CacheField
}

// operandCounts says how much of the lists in operands.go a version has. Zero means unchanged.
type operandCounts struct {
	binaryOps, intrinsics1, intrinsics2, functionFlags, specialMethods, commonConstants int

	compareShift int
}

// A delta is what a version changes against the one before it.
type delta struct {
	version  Version
	numbers  []run // the whole numbering: CPython hands out numbers anew in almost every version
	facts    []row // of operations that exist with other facts in an earlier version
	families []family
	caches   []cacheLayout
	operands operandCounts
}

var deltas = [...]*delta{&delta311, &delta312, &delta313, &delta314}

// maxNumber bounds opcode numbers, those of pseudo instructions included.
const maxNumber = 288

// A Table holds the facts of one Python version. It is immutable and shared.
type Table struct {
	version  Version
	byNumber [maxNumber]Op
	stored   [256]stored
	facts    [NumOps]facts
	operands operandCounts
}

// stored is what decoding needs to know of a byte in co_code, in one cache line's worth of neighbours.
type stored struct {
	op     Op // the base operation
	flags  Flags
	caches uint8
}

type facts struct {
	number  int16 // -1 where the version lacks the operation
	caches  uint8
	base    Op
	flags   Flags
	effect  effect
	layout  []CacheField
	members []Op
}

// Versions returns the versions that have a table, oldest first.
func Versions() []Version {
	vs := make([]Version, len(deltas))
	for i, d := range deltas {
		vs[i] = d.version
	}
	return vs
}

// For returns the table of a version, or nil if there is none.
func For(v Version) *Table {
	for i := range deltas {
		if deltas[i].version == v {
			return tables[i]()
		}
	}
	return nil
}

// tables are built at first use: a run needs one of them.
var tables = [len(deltas)]func() *Table{
	sync.OnceValue(func() *Table { return build(0) }),
	sync.OnceValue(func() *Table { return build(1) }),
	sync.OnceValue(func() *Table { return build(2) }),
	sync.OnceValue(func() *Table { return build(3) }),
}

// build applies the deltas up to and including the i-th.
func build(i int) *Table {
	t := &Table{version: deltas[i].version}
	for op := range t.facts {
		t.facts[op] = facts{number: -1, base: Op(op)}
		if op > 0 {
			t.facts[op].flags, t.facts[op].effect = specs[op-1].flags, specs[op-1].effect
		}
	}
	for _, d := range deltas[:i+1] {
		t.apply(d)
	}
	t.number(deltas[i].numbers)
	for op := range t.facts {
		t.link(Op(op))
	}
	for n := range t.stored {
		base := t.facts[t.byNumber[n]].base
		t.stored[n] = stored{op: base, flags: t.facts[base].flags, caches: t.facts[base].caches}
	}
	return t
}

func (t *Table) apply(d *delta) {
	for _, r := range d.facts {
		t.facts[r.op].flags, t.facts[r.op].effect = r.flags, r.effect
	}
	for _, f := range d.families {
		t.facts[f.base].members = f.members
	}
	for _, c := range d.caches {
		t.facts[c.op].layout, t.facts[c.op].caches = c.fields, 0
		for _, field := range c.fields {
			t.facts[c.op].caches += uint8(field.Size)
		}
	}
	t.operands.apply(d.operands)
}

func (c *operandCounts) apply(d operandCounts) {
	for _, f := range []struct {
		to   *int
		from int
	}{
		{&c.binaryOps, d.binaryOps},
		{&c.intrinsics1, d.intrinsics1},
		{&c.intrinsics2, d.intrinsics2},
		{&c.functionFlags, d.functionFlags},
		{&c.specialMethods, d.specialMethods},
		{&c.commonConstants, d.commonConstants},
		{&c.compareShift, d.compareShift},
	} {
		if f.from != 0 {
			*f.to = f.from
		}
	}
}

func (t *Table) number(runs []run) {
	for _, r := range runs {
		for k, op := range r.ops {
			t.byNumber[r.first+k] = op
			t.facts[op].number = int16(r.first + k)
		}
	}
}

// link points the specialized forms of op at it, and op at the operation that it is the instrumented form of.
func (t *Table) link(op Op) {
	f := &t.facts[op]
	if f.flags&(Specialized|Instrumented) == 0 {
		for _, m := range f.members {
			t.facts[m].base = op
		}
	}
	if f.flags&Instrumented != 0 && f.number >= 0 {
		if base := ByName(op.String()[len("INSTRUMENTED_"):]); base != Invalid {
			f.base = base
		}
	}
}

// Version returns the version the table is of.
func (t *Table) Version() Version { return t.version }

// Op returns the operation with a number, which may be that of a pseudo instruction.
func (t *Table) Op(number int) Op {
	if number < 0 || number >= maxNumber {
		return Invalid
	}
	return t.byNumber[number]
}

// Number returns the number of an operation, and whether the version has it.
func (t *Table) Number(op Op) (int, bool) {
	if int(op) >= NumOps || t.facts[op].number < 0 {
		return 0, false
	}
	return int(t.facts[op].number), true
}

// Has reports whether the version has the operation.
func (t *Table) Has(op Op) bool {
	_, ok := t.Number(op)
	return ok
}

// Name returns the name that dis shows for a number: "<n>" if it is not assigned.
func (t *Table) Name(number int) string {
	if op := t.Op(number); op != Invalid {
		return op.String()
	}
	return fmt.Sprintf("<%d>", number)
}

// Base returns the operation that a specialized or instrumented one stands for, and any other op itself.
func (t *Table) Base(op Op) Op {
	if int(op) >= NumOps {
		return Invalid
	}
	return t.facts[op].base
}

// Family returns the specialized forms of an operation, in CPython's order. The caller must not change it.
func (t *Table) Family(op Op) []Op {
	if int(op) >= NumOps {
		return nil
	}
	return t.facts[op].members
}

// Flags returns the facts about the operand and the control flow of an operation.
func (t *Table) Flags(op Op) Flags {
	if int(op) >= NumOps {
		return 0
	}
	return t.facts[op].flags
}

// Caches returns the number of code units that follow an instruction as its inline cache.
func (t *Table) Caches(op Op) int {
	if int(op) >= NumOps {
		return 0
	}
	return int(t.facts[op].caches)
}

// CacheLayout returns the fields of an instruction's inline cache. The caller must not change it.
func (t *Table) CacheLayout(op Op) []CacheField {
	if int(op) >= NumOps {
		return nil
	}
	return t.facts[op].layout
}
