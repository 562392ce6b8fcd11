package eval

import (
	"slices"
	"strings"
	"testing"

	"github.com/krait-vm/krait/eval/lower"
	"github.com/krait-vm/krait/opcodes"
	"github.com/krait-vm/krait/runtime"
)

// neverExecuted are the operations that no program executes, with the reason.
var neverExecuted = map[string]string{
	"FellOff": "the verifier leaves no way to it", "LoadAssertionError": "it is lowered to a constant", "Resume": "RESUME is lowered to Nop",
	"UnaryPos": "UNARY_POSITIVE ended with 3.11", "Unsupported": "every opcode has a rule",
}

// neverInPrograms are the opcodes that no program executes, with the reason.
var neverInPrograms = map[string]string{
	"CACHE": "inline cache", "RESERVED": "never emitted", "INTERPRETER_EXIT": "the interpreter's own", "ENTER_EXECUTOR": "the JIT's own",
	"EXIT_INIT_CHECK": "the interpreter's own",
	"EXTENDED_ARG":    "part of the next instruction",
}

// TestCoverage runs every program and the hostile code on both engines through the table of handlers and checks that no operation and no opcode stays untried.
func TestCoverage(t *testing.T) {
	if testing.Short() {
		t.Skip("covered by the long run")
	}
	fast, reference := &Coverage{}, &Coverage{}
	for _, f := range programs(t) {
		for _, version := range f.Versions {
			runProgram(t, f, version, Options{Cover: fast})
			runProgram(t, f, version, Options{Cover: reference, Reference: true, CountSteps: true})
		}
	}
	for _, c := range hostileCases {
		minor := max(c.minor, 13)
		for _, o := range []Options{{Cover: fast}, {Cover: reference, Reference: true}} {
			ti := newTestInterp(t, minor, o)
			_, exc := ti.Engine().RunCode(ti.t, ti.assemble(t, c.spec), ti.newMain(t), runtime.Null, nil)
			if got := ti.message(exc); c.want != "*" && !strings.HasPrefix(got, c.want) {
				t.Errorf("%s: raised %q, want %q", c.name, got, c.want)
			}
		}
	}
	var missing []string
	counts, plain := fast.Operations(), reference.Operations()
	for name, n := range counts {
		if n+plain[name] == 0 && neverExecuted[name] == "" {
			missing = append(missing, name)
		}
		if n+plain[name] > 0 && neverExecuted[name] != "" {
			t.Errorf("operation %s is executed, though %s", name, neverExecuted[name])
		}
	}
	slices.Sort(missing)
	t.Logf("%d operations, %d executed", len(counts), len(counts)-len(missing)-len(neverExecuted))
	if len(missing) > 0 {
		t.Errorf("operations that nothing executes: %s", strings.Join(missing, " "))
	}
	for _, v := range []opcodes.Version{opcodes.V313, opcodes.V314} {
		if missing := missingOpcodes(v, reference); len(missing) > 0 {
			t.Errorf("opcodes of %v that nothing executes: %s", v, strings.Join(missing, " "))
		}
	}
}

// missingOpcodes lists what compilers of a version emit and nothing executed.
func missingOpcodes(v opcodes.Version, c *Coverage) []string {
	table := opcodes.For(v)
	counts := c.Bytecode(v)
	var missing []string
	for number := range 256 {
		op := table.Op(number)
		if op == opcodes.Invalid || table.Flags(op)&opcodes.NotStored != 0 || counts[number] > 0 || neverInPrograms[op.String()] != "" {
			continue
		}
		missing = append(missing, op.String())
	}
	return missing
}

// TestCoverageChangesNothing checks that counting leaves results alone.
func TestCoverageChangesNothing(t *testing.T) {
	f := programs(t)[0]
	c := &Coverage{}
	sameEnding(t, "counting", runProgram(t, f, f.Versions[0], Options{}), runProgram(t, f, f.Versions[0], Options{Cover: c}))
	if c.ops[lower.Halt] == 0 {
		t.Error("no run was counted")
	}
}
