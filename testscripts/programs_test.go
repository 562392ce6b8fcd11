package testscripts

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/krait-vm/krait/tools/cpython"
	"github.com/krait-vm/krait/tools/fixtures"
)

// programLimit is for one run of one program; the slowest take a second or two on a busy machine.
const programLimit = 30 * time.Second

// TestPrograms runs every fixture with every version on both engines. Each must do what CPython did, and both must have
// counted the same number of steps.
func TestPrograms(t *testing.T) {
	list, err := fixtures.List("programs")
	if err != nil {
		t.Fatal(err)
	}
	known := readKnown(t, filepath.Join("programs", "expected_failures.txt"))
	t.Run("all", func(t *testing.T) {
		for _, f := range list {
			for _, version := range f.Versions {
				t.Run(f.Name+"/"+version, func(t *testing.T) {
					t.Parallel()
					known.judge(t, f.Name, version, checkProgram(t.TempDir(), f, version))
				})
			}
		}
	})
	known.finish(t, !runFiltered())
}

// checkProgram returns what is wrong, "" for nothing.
func checkProgram(dir string, f *fixtures.Fixture, version string) string {
	want, err := f.Expected(version)
	if err != nil {
		return err.Error()
	}
	steps := map[string]string{}
	for _, engine := range []string{"", "reference"} {
		label := "default engine"
		if engine != "" {
			label = engine + " engine"
		}
		got, counted, err := runProgram(dir, f, version, engine)
		if err != nil {
			return label + ": " + err.Error()
		}
		if diff := want.Diff(got); diff != "" {
			return label + ": " + diff
		}
		steps[engine] = counted
	}
	if steps[""] == "" || steps[""] != steps["reference"] {
		return fmt.Sprintf("steps: %q on the default engine, %q on the reference engine", steps[""], steps["reference"])
	}
	return ""
}

// runProgram runs one compiled file and returns its outcome and step count.
func runProgram(dir string, f *fixtures.Fixture, version, engine string) (*fixtures.Outcome, string, error) {
	stdin, err := f.Stdin()
	if err != nil {
		return nil, "", err
	}
	stepsFile := filepath.Join(dir, "steps"+engine)
	ctx, cancel := context.WithTimeout(context.Background(), programLimit)
	defer cancel()
	cmd := exec.CommandContext(ctx, krait, "run", f.Pyc(version))
	cmd.Dir = f.Dir
	cmd.Env = append(cpython.Environ(), "KRAIT_STEPS="+stepsFile)
	if engine != "" {
		cmd.Env = append(cmd.Env, "KRAIT_ENGINE="+engine)
	}
	cmd.Stdin = bytes.NewReader(stdin)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err = cmd.Run()
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return nil, "", fmt.Errorf("ran for more than %v", programLimit)
	case err != nil && !errors.As(err, &exit):
		return nil, "", err
	}
	counted, err := os.ReadFile(stepsFile)
	if err != nil && !os.IsNotExist(err) {
		return nil, "", err
	}
	got := f.Observe(stdout.Bytes(), stderr.Bytes(), cmd.ProcessState.ExitCode())
	return got, strings.TrimSpace(string(counted)), nil
}

// TestFixturesComplete checks that each program has all its files and that no file belongs to no program.
func TestFixturesComplete(t *testing.T) {
	list, err := fixtures.List("programs")
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < 130 {
		t.Errorf("%d programs, want at least 130", len(list))
	}
	known := map[string]bool{filepath.Join("programs", "expected_failures.txt"): true}
	for _, f := range list {
		known[f.Source()] = true
		known[filepath.Join(f.Dir, f.Base+".in")] = true
		for _, version := range f.Versions {
			if _, err := f.Expected(version); err != nil {
				t.Errorf("%s: %v", f.Name, err)
			}
			pyc := filepath.Join(f.Dir, f.Pyc(version))
			if _, err := os.Stat(pyc); err != nil {
				t.Error(err)
			}
			known[pyc] = true
			for _, kind := range []string{"out", "exit", "err"} {
				known[filepath.Join(f.Dir, f.Base+"."+kind)] = true
				known[filepath.Join(f.Dir, f.Base+"."+version+"."+kind)] = true
			}
		}
	}
	filepath.WalkDir("programs", func(path string, d os.DirEntry, err error) error {
		if err != nil {
			t.Error(err)
		} else if !d.IsDir() && !known[path] {
			t.Errorf("%s belongs to no program", path)
		}
		return nil
	})
}
