package eval

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/tools/fixtures"
)

// programs lists the test programs, failing tb when there are few.
func programs(tb testing.TB) []*fixtures.Fixture {
	tb.Helper()
	list, err := fixtures.List("../testscripts/programs")
	if err != nil {
		tb.Fatal(err)
	}
	if len(list) < 130 {
		tb.Fatalf("only %d programs", len(list))
	}
	return list
}

// loadProgram reads a program compiled for a version.
func loadProgram(tb testing.TB, f *fixtures.Fixture, version string) *marshal.Code {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join(f.Dir, f.Pyc(version)))
	if err != nil {
		tb.Fatal(err)
	}
	pyc, err := marshal.LoadPyc(string(data))
	if err != nil {
		tb.Fatal(err)
	}
	return pyc.Code
}

// minorOf is the 13 of "3.13".
func minorOf(tb testing.TB, version string) int {
	tb.Helper()
	minor, err := strconv.Atoi(strings.TrimPrefix(version, "3."))
	if err != nil {
		tb.Fatal(err)
	}
	return minor
}

// An ending is what a program did.
type ending struct {
	out, raised string
	steps       uint64
}

// runProgram runs a compiled program in an interpreter of its own.
func runProgram(tb testing.TB, f *fixtures.Fixture, version string, o Options) ending {
	tb.Helper()
	ti := newTestInterp(tb, minorOf(tb, version), o)
	ns := ti.newMain(tb)
	ti.set(tb, ns, "__file__", runtime.NewStr(ti.t, f.Pyc(version)).Value())
	code := ti.load(tb, loadProgram(tb, f, version))
	_, exc := ti.Engine().RunCode(ti.t, code, ns, runtime.Null, nil)
	e := ending{raised: ti.message(exc), steps: Steps(ti.t)}
	ti.checkIdle(tb)
	if strings.HasPrefix(e.raised, "SystemError: internal error") {
		tb.Error(e.raised)
	}
	e.out = ti.out.String()
	return e
}

// TestEngines runs every program on both engines: with steps counted, where they must do the same in as many steps, and on the fast one also
// without, where more instructions are fused. The programs in area engine, which are about the engine itself, must do what CPython did.
func TestEngines(t *testing.T) {
	for _, f := range programs(t) {
		for _, version := range f.Versions {
			t.Run(f.Name+"/"+version, func(t *testing.T) {
				t.Parallel()
				fast := runProgram(t, f, version, Options{})
				counted := runProgram(t, f, version, Options{CountSteps: true})
				reference := runProgram(t, f, version, Options{Reference: true, CountSteps: true})
				if counted.steps == 0 || counted.steps != reference.steps {
					t.Errorf("%d steps, %d on the reference engine", counted.steps, reference.steps)
				}
				sameEnding(t, "counting steps", fast, counted)
				sameEnding(t, "on the reference engine", fast, reference)
				if !strings.HasPrefix(f.Name, "engine/") || f.Name == "engine/recursion_init" { // that one is among the expected failures
					return
				}
				want, err := f.Expected(version)
				if err != nil {
					t.Fatal(err)
				}
				sameEnding(t, "in CPython", fast, ending{out: string(want.Stdout), raised: want.LastLine})
			})
		}
	}
}

// sameEnding reports the first line in which two runs differ; addresses do not count.
func sameEnding(t *testing.T, where string, got, want ending) {
	t.Helper()
	g, w := strings.Split(hideAddresses(got.out), "\n"), strings.Split(hideAddresses(want.out), "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			line := func(lines []string) string {
				if i < len(lines) {
					return fmt.Sprintf("%.300q", lines[i])
				}
				return "nothing more"
			}
			t.Errorf("line %d: %s, %s %s; raised %q", i+1, line(g), where, line(w), got.raised)
			break
		}
	}
	if hideAddresses(got.raised) != hideAddresses(want.raised) {
		t.Errorf("raised %q, %s %q", got.raised, where, want.raised)
	}
}

// hideAddresses replaces what stands behind each "0x".
func hideAddresses(s string) string {
	parts := strings.Split(s, "0x")
	for i := 1; i < len(parts); i++ {
		parts[i] = strings.TrimLeft(parts[i], "0123456789abcdef")
	}
	return strings.Join(parts, "0x")
}
