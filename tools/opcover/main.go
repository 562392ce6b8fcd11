// Opcover reports which register operations and which opcodes the test programs execute, and how often.
//
//	go run ./tools/opcover            what is never executed, then the counts
//	go run ./tools/opcover -missing   only what is never executed
//	go run ./tools/opcover -run TEXT  only programs whose name contains the text
//
// Operations are counted on the fast engine, opcodes on the reference engine, which executes one instruction for each of them. Programs that end
// with an exception count up to there. TestCoverage of package eval holds what may stay at zero, with reasons.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/krait-vm/krait/eval"
	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/opcodes"
	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/runtime/host"
	"github.com/krait-vm/krait/runtime/importer"
	"github.com/krait-vm/krait/runtime/modules"
	"github.com/krait-vm/krait/tools/cpython"
	"github.com/krait-vm/krait/tools/fixtures"
)

func main() {
	missing := flag.Bool("missing", false, "only what is never executed")
	only := flag.String("run", "", "only programs whose name contains `text`")
	flag.Parse()
	if err := report(os.Stdout, *only, *missing); err != nil {
		fmt.Fprintln(os.Stderr, "opcover:", err)
		os.Exit(1)
	}
}

func report(w io.Writer, only string, missing bool) error {
	root, err := cpython.Root()
	if err != nil {
		return err
	}
	list, err := fixtures.List(filepath.Join(root, "testscripts", "programs"))
	if err != nil {
		return err
	}
	fast, reference := &eval.Coverage{}, &eval.Coverage{}
	if err := silently(func() error { return runAll(list, only, fast, reference) }); err != nil {
		return err
	}
	operations := fast.Operations()
	for name, n := range reference.Operations() {
		if operations[name] == 0 {
			operations[name] = n
		}
	}
	table(w, "operations", operations, missing)
	for _, version := range fixtures.Versions {
		v := opcodes.Version(3<<8 | minor(version))
		counts := map[string]uint64{}
		t := opcodes.For(v)
		for number, n := range reference.Bytecode(v) {
			if op := t.Op(number); op != opcodes.Invalid && t.Flags(op)&opcodes.NotStored == 0 {
				counts[op.String()] += n
			}
		}
		table(w, "opcodes of "+version, counts, missing)
	}
	return nil
}

// runAll runs the programs with both counters.
func runAll(list []*fixtures.Fixture, only string, fast, reference *eval.Coverage) error {
	for _, f := range list {
		if !strings.Contains(f.Name, only) {
			continue
		}
		for _, version := range f.Versions {
			for _, o := range []eval.Options{{Cover: fast}, {Cover: reference, Reference: true}} {
				if err := run(f, version, o); err != nil {
					return fmt.Errorf("%s for %s: %w", f.Name, version, err)
				}
			}
		}
	}
	return nil
}

// run runs one program; how it ends is not its concern.
func run(f *fixtures.Fixture, version string, o eval.Options) error {
	data, err := os.ReadFile(filepath.Join(f.Dir, f.Pyc(version)))
	if err != nil {
		return err
	}
	pyc, err := marshal.LoadPyc(string(data))
	if err != nil {
		return err
	}
	in := runtime.NewInterp(eval.New(o), host.New(), runtime.Version{Minor: minor(version)}, runtime.Config{})
	in.AcquireGIL()
	defer in.ReleaseGIL()
	t := in.Main
	if exc := modules.Install(in); exc != nil {
		return raised(t, exc)
	}
	importer.Install(in)
	m := runtime.NewModule(t, "__main__")
	b, _ := in.Modules.GetStr(t.Intern("builtins"))
	if exc := m.Dict.SetStr(t, t.Intern("__builtins__"), b); exc != nil {
		return raised(t, exc)
	}
	if exc := in.Modules.SetStr(t, t.Intern("__main__"), m.Value()); exc != nil {
		return raised(t, exc)
	}
	code, exc := runtime.LoadCode(t, pyc.Code)
	if exc != nil {
		return raised(t, exc)
	}
	_, _ = in.Engine().RunCode(t, code, m.Dict, runtime.Null, nil) // an exception ends the program, as it may
	return nil
}

// raised is an exception as an error.
func raised(t *runtime.Thread, exc *runtime.Exception) error {
	s, e := runtime.ToStr(t, exc.Value())
	if e != nil {
		return fmt.Errorf("%s", exc.Type().Name())
	}
	return fmt.Errorf("%s: %s", exc.Type().Name(), s.GoString())
}

// silently runs f with the standard streams of the programs going nowhere.
func silently(f func() error) error {
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer null.Close()
	out, errout := os.Stdout, os.Stderr
	os.Stdout, os.Stderr = null, null
	defer func() { os.Stdout, os.Stderr = out, errout }()
	return f()
}

func minor(version string) int {
	n, err := strconv.Atoi(strings.TrimPrefix(version, "3."))
	if err != nil {
		return 0
	}
	return n
}

// table prints what has no count, then, unless told otherwise, the counts, the largest first.
func table(w io.Writer, title string, counts map[string]uint64, missing bool) {
	var names, never []string
	for name, n := range counts {
		if n == 0 {
			never = append(never, name)
		} else {
			names = append(names, name)
		}
	}
	slices.Sort(never)
	fmt.Fprintf(w, "%s: %d of %d executed\n", title, len(names), len(counts))
	if len(never) > 0 {
		fmt.Fprintf(w, "  never: %s\n", strings.Join(never, " "))
	}
	if missing {
		return
	}
	slices.SortFunc(names, func(a, b string) int {
		if counts[a] != counts[b] {
			if counts[a] > counts[b] {
				return -1
			}
			return 1
		}
		return strings.Compare(a, b)
	})
	for _, name := range names {
		fmt.Fprintf(w, "%12d %s\n", counts[name], name)
	}
}
