// Package modules lists the native modules and gives an interpreter its builtins.
//
// A native module is one folder that exports Spec, a *runtime.ModuleSpec; it imports runtime only. Folders leave the leading underscore of a module's
// name out. Adding a module is one line in specs.
package modules

import (
	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/runtime/modules/builtins"
	"github.com/krait-vm/krait/runtime/modules/itertools"
	"github.com/krait-vm/krait/runtime/modules/math"
	"github.com/krait-vm/krait/runtime/modules/sys"
)

// specs are the native modules, sorted by name without underscores.
var specs = []*runtime.ModuleSpec{
	builtins.Spec,
	itertools.Spec,
	math.Spec,
	sys.Spec,
}

// Install gives a new interpreter its native modules, builtins, sys, the standard streams and the importer. It runs no Python code.
func Install(in *runtime.Interp) *runtime.Exception {
	t := in.Main
	in.SetNatives(specs)
	m, exc := runtime.NewNativeModule(t, builtins.Spec, in.Builtins)
	if exc != nil {
		return exc
	}
	if exc := in.Modules.SetStr(t, t.Intern("builtins"), m.Value()); exc != nil {
		return exc
	}
	if in.Sys, exc = runtime.NewNativeModule(t, sys.Spec, nil); exc != nil {
		return exc
	}
	return in.Modules.SetStr(t, t.Intern("sys"), in.Sys.Value())
}
