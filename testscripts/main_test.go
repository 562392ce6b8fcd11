// Package testscripts runs whole programs and command lines through the krait binary.
//
// Below programs are fixtures (package tools/fixtures): compiled files with what CPython printed for them. Below cli are
// scripts of the command line's behaviour. What is known not to work yet is listed, with its reason, in programs/expected_failures.txt
// and cli_expected_failures.txt; a listed case that passes fails the test, so that the lists shrink.
package testscripts

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	goruntime "runtime"
	"testing"
)

// krait is the binary under test: the one that KRAIT_BINARY names, else built from this tree.
var krait string

var prune = flag.Bool("prune", false, "remove from the lists of expected failures what passes now")

func TestMain(m *testing.M) {
	flag.Parse()
	os.Exit(runAll(m))
}

func runAll(m *testing.M) int {
	krait = os.Getenv("KRAIT_BINARY")
	if krait == "" {
		dir, err := os.MkdirTemp("", "krait-test-")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(dir)
		krait = filepath.Join(dir, "krait")
		if goruntime.GOOS == "windows" {
			krait += ".exe"
		}
		build := exec.Command("go", "build", "-o", krait, "..")
		build.Stderr = os.Stderr
		if err := build.Run(); err != nil {
			fmt.Fprintln(os.Stderr, "building krait:", err)
			return 1
		}
	}
	return m.Run()
}

// runFiltered reports whether -run or -skip may have left out cases.
func runFiltered() bool {
	for _, name := range []string{"test.run", "test.skip"} {
		if f := flag.Lookup(name); f != nil && f.Value.String() != "" {
			return true
		}
	}
	return false
}
