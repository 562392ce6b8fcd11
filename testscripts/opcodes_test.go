package testscripts

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/opcodes"
	"github.com/krait-vm/krait/tools/fixtures"
)

// notInFiles are the operations that no compiler writes into a file: the interpreter puts them into code of its own, or
// in place of others while it runs.
var notInFiles = map[string]bool{
	"CACHE": true, "RESERVED": true, "ENTER_EXECUTOR": true, "INTERPRETER_EXIT": true, "EXIT_INIT_CHECK": true,
}

// TestProgramsUseEveryOpcode checks that the compiled programs hold every operation that a compiler emits, so that running them
// all leaves none untried.
func TestProgramsUseEveryOpcode(t *testing.T) {
	list, err := fixtures.List("programs")
	if err != nil {
		t.Fatal(err)
	}
	for _, version := range fixtures.Versions {
		table := opcodes.For(opcodesVersion(t, version))
		used := map[opcodes.Op]bool{}
		for _, f := range list {
			if f.For(version) {
				markOpcodes(t, table, filepath.Join(f.Dir, f.Pyc(version)), used)
			}
		}
		for number := range 256 {
			op := table.Op(number)
			if op == opcodes.Invalid || used[op] || notInFiles[op.String()] || table.Base(op) != op ||
				strings.HasPrefix(op.String(), "INSTRUMENTED_") {
				continue
			}
			t.Errorf("no program has %s when compiled for %s", op, version)
		}
		if len(used) < 100 {
			t.Errorf("the programs for %s have %d operations, want at least 100", version, len(used))
		}
	}
}

func opcodesVersion(t *testing.T, version string) opcodes.Version {
	t.Helper()
	minor, err := strconv.Atoi(strings.TrimPrefix(version, "3."))
	if err != nil {
		t.Fatal(err)
	}
	return opcodes.Version(3<<8 | minor)
}

// markOpcodes marks the operations of a compiled file and of all code within it.
func markOpcodes(t *testing.T, table *opcodes.Table, path string, used map[opcodes.Op]bool) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	pyc, err := marshal.LoadPyc(string(data))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	var instrs []opcodes.Instr
	for todo := []*marshal.Code{pyc.Code}; len(todo) > 0; {
		code := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if instrs, err = table.Decode(code.Code.S, instrs[:0]); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		for _, in := range instrs {
			used[in.Op] = true
			if in.Start != in.Offset {
				used[opcodes.ExtendedArg] = true
			}
		}
		for _, c := range code.Consts.Items {
			if inner, ok := c.(*marshal.Code); ok {
				todo = append(todo, inner)
			}
		}
	}
}
