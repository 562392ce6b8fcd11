// Package modules lists the native modules and gives an interpreter its builtins.
//
// A native module is one folder that exports Spec, a *runtime.ModuleSpec; it imports runtime only. Folders leave the leading underscore of a module's
// name out. Adding a module is one line in specs.
package modules

import (
	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/runtime/modules/abc"
	"github.com/krait-vm/krait/runtime/modules/atexit"
	"github.com/krait-vm/krait/runtime/modules/bisect"
	"github.com/krait-vm/krait/runtime/modules/builtins"
	"github.com/krait-vm/krait/runtime/modules/codecs"
	"github.com/krait-vm/krait/runtime/modules/collections"
	"github.com/krait-vm/krait/runtime/modules/errno"
	"github.com/krait-vm/krait/runtime/modules/functools"
	"github.com/krait-vm/krait/runtime/modules/gc"
	"github.com/krait-vm/krait/runtime/modules/heapq"
	"github.com/krait-vm/krait/runtime/modules/io"
	"github.com/krait-vm/krait/runtime/modules/itertools"
	"github.com/krait-vm/krait/runtime/modules/math"
	"github.com/krait-vm/krait/runtime/modules/operator"
	"github.com/krait-vm/krait/runtime/modules/posix"
	"github.com/krait-vm/krait/runtime/modules/random"
	"github.com/krait-vm/krait/runtime/modules/stat"
	"github.com/krait-vm/krait/runtime/modules/sys"
	"github.com/krait-vm/krait/runtime/modules/thread"
	"github.com/krait-vm/krait/runtime/modules/time"
	"github.com/krait-vm/krait/runtime/modules/weakref"
)

// specs are the native modules, sorted by name without underscores.
var specs = []*runtime.ModuleSpec{
	abc.Spec,
	atexit.Spec,
	bisect.Spec,
	builtins.Spec,
	codecs.Spec,
	collections.Spec,
	errno.Spec,
	functools.Spec,
	gc.Spec,
	heapq.Spec,
	io.Spec,
	itertools.Spec,
	math.Spec,
	operator.Spec,
	posix.Spec,
	random.Spec,
	stat.Spec,
	sys.Spec,
	thread.Spec,
	time.Spec,
	weakref.Spec,
}

// Install gives a new interpreter its native modules, builtins, sys and the standard streams. It runs no Python code. Importing anything else takes
// package importer.
func Install(in *runtime.Interp) *runtime.Exception {
	t := in.Main
	in.SetNatives(specs)
	b, exc := add(t, builtins.Spec, in.Builtins)
	if exc != nil {
		return exc
	}
	codecs.Install(in)
	if in.Sys, exc = add(t, sys.Spec, nil); exc != nil {
		return exc
	}
	files, exc := add(t, io.Spec, nil)
	if exc != nil {
		return exc
	}
	open, _ := files.Get(t, "open")
	b.Set(t, "open", open)
	return io.OpenStd(t, in.Sys)
}

// add makes a native module and puts it in sys.modules.
func add(t *runtime.Thread, s *runtime.ModuleSpec, namespace *runtime.Dict) (*runtime.Module, *runtime.Exception) {
	m, exc := runtime.NewNativeModule(t, s, namespace)
	if exc != nil {
		return nil, exc
	}
	return m, t.Interp().Modules.SetStr(t, t.Intern(s.Name), m.Value())
}
