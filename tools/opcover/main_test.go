package main

import (
	"strings"
	"testing"
)

// TestReport runs the tool over a few programs.
func TestReport(t *testing.T) {
	var b strings.Builder
	if err := report(&b, "basics/", false); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"operations: ", "opcodes of 3.13: ", "opcodes of 3.14: ", " LOAD_NAME\n", " Call\n", "  never: "} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the report lacks %q:\n%s", want, b.String())
		}
	}
}
