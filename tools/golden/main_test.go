package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/krait-vm/krait/tools/cpython"
	"github.com/krait-vm/krait/tools/fixtures"
)

func writeSource(t *testing.T, f *fixtures.Fixture, text string) {
	t.Helper()
	if err := os.WriteFile(f.Source(), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestCompileAndRecord takes a program through recording, checking, and a change of its source.
func TestCompileAndRecord(t *testing.T) {
	pythons := map[string]*cpython.Python{}
	for _, version := range fixtures.Versions {
		pythons[version] = cpython.Require(t, version)
	}
	f := &fixtures.Fixture{Name: "t", Dir: t.TempDir(), Base: "t", Versions: fixtures.Versions}
	list := []*fixtures.Fixture{f}
	both := func(write bool) (compiled, recorded int) {
		t.Helper()
		for _, p := range pythons {
			n, err := compileAll(p, list, write)
			if err != nil {
				t.Fatal(err)
			}
			compiled += n
		}
		recorded, err := recordAll(pythons, list, !write)
		if err != nil {
			t.Fatal(err)
		}
		return compiled, recorded
	}

	writeSource(t, f, "import sys\nprint('hello', sys.version_info[1], -0.0, frozenset({1, 2}))\n")
	if c, r := both(true); c != 2 || r != 2 {
		t.Errorf("recording wrote %d compiled files and %d records, want 2 and 2 (the versions differ)", c, r)
	}
	if c, r := both(false); c != 0 || r != 0 {
		t.Errorf("checking found %d and %d differences, want none", c, r)
	}
	want, err := f.Expected("3.14")
	if err != nil || string(want.Stdout) != "hello 14 -0.0 frozenset({1, 2})\n" {
		t.Errorf("Expected(3.14) = %q, %v", want.Stdout, err)
	}

	writeSource(t, f, "import sys\nprint('hello', sys.version_info[1], 0.0, frozenset({1, 2}))\n")
	if c, _ := both(false); c != 2 {
		t.Errorf("after a change of the source %d compiled files differ, want 2", c)
	}
	if err := os.WriteFile(filepath.Join(f.Dir, "t.3.13.out"), []byte("other\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, r := both(false); r != 1 {
		t.Errorf("after a change of a record %d outcomes differ, want 1", r)
	}
}

// TestRefusals: a program whose runs differ, or that ends otherwise than it declares, is not recorded.
func TestRefusals(t *testing.T) {
	version := "3.13"
	pythons := map[string]*cpython.Python{version: cpython.Require(t, version)}
	for name, text := range map[string]string{
		"runs differ":  "print(id(object()), [object()])\n",
		"exit status":  "raise ValueError\n",
		"other status": "import sys\nsys.exit(3)\n",
	} {
		f := &fixtures.Fixture{Name: "t", Dir: t.TempDir(), Base: "t", Versions: []string{version}}
		writeSource(t, f, text)
		if _, err := compileAll(pythons[version], []*fixtures.Fixture{f}, true); err != nil {
			t.Fatal(err)
		}
		if _, err := recordAll(pythons, []*fixtures.Fixture{f}, false); err == nil {
			t.Errorf("%s: recorded without an error", name)
		}
		if _, err := os.Stat(filepath.Join(f.Dir, "t.out")); err == nil {
			t.Errorf("%s: left a record behind", name)
		}
	}
}
