package testscripts

import (
	"os"
	"strings"
	"sync"
	"testing"
)

// A knownList is a list of expected failures: lines "NAME VARIANT REASON". A variant is a Python version for programs, "all" for scripts.
type knownList struct {
	path string

	mu      sync.Mutex
	reasons map[string]string // by "NAME VARIANT"
	seen    map[string]bool   // those that a test has asked for
	passed  map[string]bool   // those that passed against expectation
}

func readKnown(t *testing.T, path string) *knownList {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	k := &knownList{path: path, reasons: map[string]string{}, seen: map[string]bool{}, passed: map[string]bool{}}
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.SplitN(line, " ", 3)
		if len(fields) < 3 || strings.TrimSpace(fields[2]) == "" {
			t.Fatalf("%s:%d: want NAME VARIANT REASON, have %q", path, i+1, line)
		}
		key := fields[0] + " " + fields[1]
		if k.reasons[key] != "" {
			t.Fatalf("%s:%d: %s is listed twice", path, i+1, key)
		}
		k.reasons[key] = fields[2]
	}
	return k
}

// judge reports the result of one case, "" for success, as the list has it.
func (k *knownList) judge(t *testing.T, name, variant, failure string) {
	t.Helper()
	key := name + " " + variant
	k.mu.Lock()
	reason := k.reasons[key]
	k.seen[key] = true
	k.passed[key] = failure == "" && reason != ""
	k.mu.Unlock()
	switch {
	case failure != "" && reason == "":
		t.Error(failure)
	case failure != "":
		t.Logf("fails as expected: %s: %s", reason, failure)
	case reason != "" && !*prune:
		t.Errorf("passes, but is listed as failing: %s. Remove its line from %s (go test ./testscripts -prune does)", reason, k.path)
	}
}

// finish checks, after all cases, that every line was about a case; with -prune it removes the lines of those that passed.
func (k *knownList) finish(t *testing.T, all bool) {
	if all {
		for key := range k.reasons {
			if !k.seen[key] {
				t.Errorf("%s lists %q, which is no case", k.path, key)
			}
		}
	}
	if !*prune {
		return
	}
	data, err := os.ReadFile(k.path)
	if err != nil {
		t.Fatal(err)
	}
	var kept []string
	for _, line := range strings.Split(string(data), "\n") {
		fields := strings.SplitN(line, " ", 3)
		if len(fields) == 3 && k.passed[fields[0]+" "+fields[1]] {
			continue
		}
		kept = append(kept, line)
	}
	if err := os.WriteFile(k.path, []byte(strings.Join(kept, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
}
