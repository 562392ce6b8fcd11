package cpython

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFindKnowsWhatItFound(t *testing.T) {
	for _, version := range Versions {
		t.Run(version, func(t *testing.T) {
			p := Require(t, version)
			if p.Version != version || !strings.HasPrefix(p.Release, version+".") {
				t.Errorf("Find(%q) = version %q, release %q", version, p.Version, p.Release)
			}
			if _, err := os.Stat(filepath.Join(p.Stdlib, "os.py")); err != nil {
				t.Errorf("Find(%q): no os.py in Stdlib: %v", version, err)
			}
			out, err := p.Command("-c", "print(hash('krait'), ascii('\\xe9'))").CombinedOutput()
			if err != nil {
				t.Fatalf("%s: %v: %s", p.Exe, err, out)
			}
			again, _ := p.Command("-c", "print(hash('krait'), ascii('\\xe9'))").CombinedOutput()
			if string(out) != string(again) {
				t.Errorf("two runs differ: %q, %q: the hash seed is not fixed", out, again)
			}
		})
	}
}

func TestFindReportsMissing(t *testing.T) {
	_, err := Find("3.2")
	var missing *Missing
	if !errors.As(err, &missing) || missing.Version != "3.2" {
		t.Fatalf("Find(3.2) error = %v, want *Missing", err)
	}
	if strings.Contains(err.Error(), "\n") {
		t.Errorf("the message has more than one line: %q", err)
	}
}

func TestListedExecutableThatDoesNotRun(t *testing.T) {
	t.Setenv("KRAIT_PYTHONS", filepath.Join(t.TempDir(), "no-python"))
	_, err := searchAll("3.13")
	if err == nil || !strings.HasPrefix(err.Error(), "KRAIT_PYTHONS: ") {
		t.Errorf("error = %v, want one that names KRAIT_PYTHONS", err)
	}
}

func TestUnpack(t *testing.T) {
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	source := t.TempDir()
	list := `{"files": [
		{"name": "bin", "perm": 2147484141},
		{"name": "bin/plain", "perm": 420},
		{"name": "bin/link", "perm": 134217728, "symlink": "plain"}]}`
	for name, text := range map[string]string{"files.json": list, "bin/plain": "text"} {
		path := filepath.Join(source, name)
		os.MkdirAll(filepath.Dir(path), 0o755)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	target := filepath.Join(t.TempDir(), "unpacked")
	for range 2 { // the second time it is there already
		if err := unpack(source, target); err != nil {
			t.Fatalf("unpack below %s: %v", root, err)
		}
	}
	data, err := os.ReadFile(filepath.Join(target, "bin", "link"))
	if err != nil || string(data) != "text" {
		t.Errorf("bin/link = %q, %v, want %q", data, err, "text")
	}
}
