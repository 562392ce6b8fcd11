package main

import (
	"testing"

	"github.com/krait-vm/krait/tools/cpython"
)

func TestDumpsAreCurrent(t *testing.T) {
	for _, version := range cpython.Versions {
		t.Run(version, func(t *testing.T) {
			cpython.Require(t, version)
			for kind, script := range map[string]string{"op": script, "code": codeScript} {
				if err := dump(kind, script, version, "../../opcodes/testdata", true); err != nil {
					t.Error(err)
				}
			}
		})
	}
}
