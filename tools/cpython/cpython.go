// Package cpython finds the CPython interpreters that this repository's checks compare against: the fixture compiler,
// the opcode dumps and the marshal tests. The product itself never runs a CPython.
//
// An interpreter is looked for by its language version ("3.13"), in this order: the executables listed in KRAIT_PYTHONS, the
// newest release among python3.X on PATH and in pyenv, and, for the version that tools/tools.mod pins, the Go module that carries it, unpacked into
// the user's cache folder. What is found is remembered for the life of the process. Start reading at Find.
package cpython

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
)

// A Python is one CPython interpreter on this machine. It does not change after Find has made it.
type Python struct {
	Exe     string // the executable, an absolute path
	Version string // the language version, "3.13"
	Release string // the full version, "3.13.0"
	Stdlib  string // the folder of its standard library
}

// A Missing error says that no CPython of a version was found.
type Missing struct {
	Version string
}

func (e *Missing) Error() string {
	return fmt.Sprintf("CPython %s is missing: it is not in KRAIT_PYTHONS, not on PATH, not in pyenv%s",
		e.Version, pinnedNote(e.Version))
}

// Versions are the language versions that some check of this repository compares against.
var Versions = []string{"3.11", "3.12", "3.13", "3.14"}

var found = struct {
	sync.Mutex
	byVersion map[string]func() (*Python, error)
}{byVersion: map[string]func() (*Python, error){}}

// Find returns the CPython of a language version such as "3.13". The error is a *Missing when there is none.
func Find(version string) (*Python, error) {
	found.Lock()
	search, ok := found.byVersion[version]
	if !ok {
		search = sync.OnceValues(func() (*Python, error) { return searchAll(version) })
		found.byVersion[version] = search
	}
	found.Unlock()
	return search()
}

// A TB is the part of testing.TB that Require uses.
type TB interface {
	Helper()
	Skipf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// Require returns the CPython of a version for a test. Where there is none it skips the test with one line that says so;
// under KRAIT_CI=1 it fails it.
func Require(tb TB, version string) *Python {
	tb.Helper()
	p, err := Find(version)
	switch {
	case err == nil:
		return p
	case Mandatory():
		tb.Fatalf("%v (KRAIT_CI is set)", err)
	default:
		if _, ok := err.(*Missing); !ok {
			tb.Fatalf("%v", err)
		}
		tb.Skipf("%v", err)
	}
	return nil
}

// Mandatory reports whether a missing CPython is a failure.
func Mandatory() bool {
	v := os.Getenv("KRAIT_CI")
	return v != "" && v != "0"
}

// Command prepares a run of the interpreter that depends on nothing of this machine: no site, no user folder, UTF-8, hash
// seed 0, no colour, no bytecode written. (-I would make it ignore the hash seed.)
func (p *Python) Command(args ...string) *exec.Cmd {
	cmd := exec.Command(p.Exe, append([]string{"-s", "-S", "-X", "utf8"}, args...)...)
	cmd.Env = Environ()
	return cmd
}

// Environ is the environment of such runs: this process's own without PYTHON* and KRAIT_* variables, colour and locale, with hash
// seed 0.
func Environ() []string {
	env := []string{"PYTHONHASHSEED=0", "PYTHONDONTWRITEBYTECODE=1", "NO_COLOR=1", "LC_ALL=C.UTF-8"}
	for _, kv := range os.Environ() {
		name, _, _ := strings.Cut(kv, "=")
		if strings.HasPrefix(name, "PYTHON") || strings.HasPrefix(name, "KRAIT_") || strings.HasPrefix(name, "LC_") ||
			name == "LANG" || name == "LANGUAGE" || name == "FORCE_COLOR" || name == "NO_COLOR" {
			continue
		}
		env = append(env, kv)
	}
	return env
}
