package main

import (
	"path/filepath"
	"testing"

	"github.com/krait-vm/krait/tools/cpython"
)

// Without KRAIT_CI one package of the standard library stands for the whole.
func TestStandardLibrary(t *testing.T) {
	for _, version := range cpython.Versions {
		t.Run(version, func(t *testing.T) {
			p := cpython.Require(t, version)
			c := &checker{python: p, modes: []string{"D", "C"}, diff: true}
			source := filepath.Join(p.Stdlib, "asyncio")
			if cpython.Mandatory() {
				c.modes, source = []string{"D"}, ""
			}
			if err := c.run("", source, ""); err != nil {
				t.Fatal(err)
			}
			if c.equal != c.total || c.total < 30 {
				t.Errorf("%d of %d files are equal", c.equal, c.total)
			}
		})
	}
}
