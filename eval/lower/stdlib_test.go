package lower_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/krait-vm/krait/eval"
	"github.com/krait-vm/krait/eval/lower"
	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/tools/cpython"
)

// TestStandardLibraries verifies and lowers every code object of the CPython libraries at hand, both ways.
func TestStandardLibraries(t *testing.T) {
	for _, minor := range []int{13, 14} {
		t.Run(fmt.Sprintf("3.%d", minor), func(t *testing.T) { testStandardLibrary(t, minor) })
	}
}

func testStandardLibrary(t *testing.T, minor int) {
	lib := compiledLibrary(t, cpython.Require(t, fmt.Sprintf("3.%d", minor)))
	in := runtime.NewInterp(eval.New(eval.Options{}), nil, runtime.Version{Minor: minor}, runtime.Config{})
	files, codes := 0, 0
	err := filepath.WalkDir(lib, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".pyc") || strings.Contains(path, ".opt-") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		pyc, err := marshal.LoadPyc(string(data))
		if err != nil {
			return nil // tests of broken files are among them
		}
		code, exc := runtime.LoadCode(in.Main, pyc.Code)
		if exc != nil {
			t.Errorf("%s: does not load", path)
			return nil
		}
		files++
		lowerAll(t, path, code, &codes)
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	t.Logf("3.%d: %d files, %d code objects", minor, files, codes)
	if files < 100 {
		t.Errorf("3.%d: only %d files under %s", minor, files, lib)
	}
}

// compiledLibrary returns a folder with the compiled library: the installed one, or where that has none, one compiled for the test.
func compiledLibrary(t *testing.T, py *cpython.Python) string {
	if found, _ := filepath.Glob(filepath.Join(py.Stdlib, "__pycache__", "os.*.pyc")); len(found) > 0 {
		return py.Stdlib
	}
	dir := t.TempDir()
	cmd := py.Command("-m", "compileall", "-q", "-x", "site-packages|bad_|badsyntax", py.Stdlib)
	cmd.Env = append(cmd.Env, "PYTHONPYCACHEPREFIX="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Logf("compileall: %v: %.300s", err, out)
	}
	return dir
}

func lowerAll(t *testing.T, path string, code *runtime.Code, n *int) {
	*n++
	for _, plain := range []bool{false, true} {
		c, err := lower.Lower(code, lower.Options{Plain: plain, Steps: plain})
		if err != nil {
			t.Errorf("%s: %v", path, err)
			return
		}
		for i := range c.Instrs {
			if c.Instrs[i].Op == lower.Unsupported {
				t.Errorf("%s: %s: no rule for an instruction at offset %d", path, code.Qualname, c.Instrs[i].Off)
			}
		}
	}
	for _, k := range code.Consts {
		if c := runtime.AsCode(k); c != nil {
			lowerAll(t, path, c, n)
		}
	}
}
