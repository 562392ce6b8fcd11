package testscripts

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestCLI runs the scripts below cli. Beside testscript's own commands there is
//
//	exits STATUS CMD ARG...   runs a command that must end with this exit status
//
// and $PROGRAMS is the folder of compiled programs.
func TestCLI(t *testing.T) {
	programs, err := filepath.Abs("programs")
	if err != nil {
		t.Fatal(err)
	}
	known := readKnown(t, "cli_expected_failures.txt")
	t.Run("all", func(t *testing.T) {
		testscript.RunT(scriptT{T: t, known: known}, testscript.Params{
			Dir: "cli",
			Setup: func(env *testscript.Env) error {
				env.Setenv("PROGRAMS", programs)
				env.Setenv("PATH", filepath.Dir(krait)+string(os.PathListSeparator)+env.Getenv("PATH"))
				return nil
			},
			Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": cmdExits},
		})
	})
	known.finish(t, !runFiltered())
}

func cmdExits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS CMD ARG...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
		if status, ok := exit.Sys().(syscall.WaitStatus); ok && status.Signaled() {
			got = 128 + int(status.Signal()) // as a shell reports it
		}
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// A scriptT lets a script fail where the list of expected failures says so. Each script runs as a subtest with a scriptT of
// its own, whose result is judged at the end.
type scriptT struct {
	*testing.T
	known  *knownList
	name   string
	result *scriptResult
}

// A scriptResult is what one script has reported.
type scriptResult struct {
	log    strings.Builder
	failed bool
}

// errScriptFailed ends a script; it is recovered where the script was started.
var errScriptFailed = errors.New("script failed")

func (t scriptT) Run(name string, f func(testscript.T)) {
	t.T.Run(name, func(tt *testing.T) {
		sub := scriptT{T: tt, known: t.known, name: name, result: &scriptResult{}}
		defer func() {
			if r := recover(); r != nil && r != errScriptFailed {
				panic(r)
			}
			failure := ""
			if sub.result.failed {
				failure = sub.result.log.String()
			}
			if !tt.Skipped() {
				t.known.judge(tt, name, "all", failure)
			}
		}()
		f(sub)
	})
}

func (t scriptT) Log(args ...any) {
	if t.result == nil {
		t.T.Log(args...)
		return
	}
	fmt.Fprintln(&t.result.log, args...)
}

func (t scriptT) Fatal(args ...any) {
	t.Log(args...)
	t.FailNow()
}

func (t scriptT) FailNow() {
	if t.result == nil {
		t.T.FailNow()
	}
	t.result.failed = true
	panic(errScriptFailed)
}

// Parallel keeps the scripts in order: they are short, and a script's result must be complete when its subtest ends.
func (t scriptT) Parallel() {}

func (t scriptT) Verbose() bool { return testing.Verbose() }
