package main

import (
	"slices"
	"testing"
)

func TestCheck(t *testing.T) {
	const m = module + "/"
	for _, tt := range []struct {
		pkg  pkg
		want []string
	}{
		{pkg{ImportPath: m + "opcodes", Imports: []string{"fmt"}}, nil},
		{pkg{ImportPath: m + "opcodes", Imports: []string{m + "marshal"}}, []string{"opcodes imports marshal, which it may not"}},
		{pkg{ImportPath: m + "runtime", Imports: []string{m + "marshal", m + "runtime/numfmt"}}, nil},
		{pkg{ImportPath: m + "runtime", Imports: []string{m + "eval"}}, []string{"runtime imports eval, which it may not"}},
		{pkg{ImportPath: m + "runtime", Imports: []string{m + "runtime/modules"}}, []string{"runtime imports runtime/modules, which it may not"}},
		{pkg{ImportPath: m + "runtime/modules/math", Imports: []string{m + "runtime"}}, nil},
		{pkg{ImportPath: m + "runtime/modules/math", Imports: []string{m + "runtime/modules/sys"}}, []string{"runtime/modules/math imports runtime/modules/sys, which it may not"}},
		{pkg{ImportPath: m + "eval", Imports: []string{m + "eval/lower"}, TestImports: []string{m + "tools/cpython"}}, nil},
		{pkg{ImportPath: m + "eval", Imports: []string{m + "tools/cpython"}}, []string{"eval imports tools/cpython, which it may not"}},
		{pkg{ImportPath: m + "eval", XTestImports: []string{m + "eval", m + "runtime/modules"}}, nil},
		{pkg{ImportPath: m + "eval", Imports: []string{m + "runtime/modules"}}, []string{"eval imports runtime/modules, which it may not"}},
		{pkg{ImportPath: m + "opcodes", XTestImports: []string{m + "eval"}}, []string{"opcodes imports eval, which it may not"}},
		{pkg{ImportPath: m + "eval/jit"}, []string{"eval/jit: no rule for this package in tools/depcheck"}},
		{pkg{ImportPath: module, Imports: []string{"github.com/urfave/cli/v2", m + "runtime/modules"}}, nil},
		{pkg{ImportPath: m + "runtime", Imports: []string{"github.com/urfave/cli/v2"}}, []string{"runtime imports github.com/urfave/cli/v2, which it may not"}},
		{pkg{ImportPath: m + "runtime", Imports: []string{"golang.org/x/sys/unix"}}, nil},
	} {
		if got := check([]pkg{tt.pkg}); !slices.Equal(got, tt.want) {
			t.Errorf("check(%+v) = %q, want %q", tt.pkg, got, tt.want)
		}
	}
}
