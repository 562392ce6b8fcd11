package main

import (
	"bytes"
	"os"
	"testing"
)

func TestGeneratedFileIsCurrent(t *testing.T) {
	want, err := generate("../../opcodes/spec.go")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../opcodes/zz_ops.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("opcodes/zz_ops.go is stale: run go generate ./opcodes")
	}
}

func TestGoName(t *testing.T) {
	for name, want := range map[string]string{
		"LOAD_FAST":            "LoadFast",
		"CALL_INTRINSIC_1":     "CallIntrinsic1",
		"LOAD_FAST__LOAD_FAST": "LoadFastThenLoadFast",
		"LOAD_FAST_LOAD_FAST":  "LoadFastLoadFast",
	} {
		if got := goName(name); got != want {
			t.Errorf("goName(%s) = %s, want %s", name, got, want)
		}
	}
}
