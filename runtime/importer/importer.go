// Package importer is the import system: it finds modules among the native ones, along sys.path and in the standard library, and loads their compiled
// files. Source is never compiled: what stands beside it as PEP 3147 has it, and is up to date as PEP 552 has it, is run.
//
// Start reading at Importer.Import.
package importer

import (
	"strings"

	"github.com/krait-vm/krait/runtime"
)

type (
	// Value is a Python value.
	Value = runtime.Value
	// Exception is a Python exception.
	Exception = runtime.Exception
	// Thread is a Python thread.
	Thread = runtime.Thread
)

var (
	sName         = runtime.Static("__name__")
	sPath         = runtime.Static("__path__")
	sPackage      = runtime.Static("__package__")
	sSpec         = runtime.Static("__spec__")
	sAll          = runtime.Static("__all__")
	sParent       = runtime.Static("parent")
	sInitializing = runtime.Static("_initializing")
	sMetaPath     = runtime.Static("meta_path")
	sSysPath      = runtime.Static("path")
	sBuiltins     = runtime.Static("__builtins__")
)

// An Importer serves the import statements of one interpreter.
type Importer struct {
	in     *runtime.Interp
	stdlib string // the folder of the standard library, "" for none
	looked bool   // stdlib was looked for
}

// Install gives an interpreter its importer.
func Install(in *runtime.Interp) { in.SetImporter(&Importer{in: in}) }

// Import implements runtime.Importer: it is builtins.__import__.
func (im *Importer) Import(t *Thread, nameValue Value, globals, fromlist Value, level int) (Value, *Exception) {
	nameStr, ok := runtime.AsStr(nameValue)
	if !ok {
		return runtime.Null, runtime.Raise(t, runtime.TypeErrorType, "module name must be a string")
	}
	name := nameStr.GoString()
	switch {
	case level < 0:
		return runtime.Null, runtime.Raise(t, runtime.ValueErrorType, "level must be >= 0")
	case level == 0 && name == "":
		return runtime.Null, runtime.Raise(t, runtime.ValueErrorType, "Empty module name")
	}
	full := name
	if level > 0 {
		var exc *Exception
		if full, exc = resolve(t, name, globals, level); exc != nil {
			return runtime.Null, exc
		}
	}
	module, exc := im.load(t, full)
	if exc != nil {
		return runtime.Null, exc
	}
	wanted := false
	if !fromlist.IsNull() && !fromlist.IsNone() {
		if wanted, exc = runtime.Truth(t, fromlist); exc != nil {
			return runtime.Null, exc
		}
	}
	if wanted {
		return module, im.submodules(t, module, fromlist, false)
	}
	if name == "" {
		return module, nil
	}
	first, _, dotted := strings.Cut(name, ".")
	if !dotted {
		return module, nil
	}
	return im.load(t, full[:len(full)-len(name)+len(first)])
}

// resolve makes a relative name absolute, as _calc___package__ and _resolve_name do.
func resolve(t *Thread, name string, globals Value, level int) (string, *Exception) {
	d, ok := runtime.AsDict(globals)
	if !ok {
		return "", runtime.Raise(t, runtime.KeyErrorType, "'__name__' not in globals")
	}
	pkg := ""
	if v, ok := d.GetStr(sPackage); ok && !v.IsNone() {
		s, ok := runtime.AsStr(v)
		if !ok {
			return "", runtime.Raise(t, runtime.TypeErrorType, "package must be a string")
		}
		pkg = s.GoString()
	} else if v, ok := d.GetStr(sSpec); ok && !v.IsNone() {
		p, exc := runtime.GetAttr(t, v, sParent)
		if exc != nil {
			return "", exc
		}
		if s, ok := runtime.AsStr(p); ok {
			pkg = s.GoString()
		}
	} else if v, ok := d.GetStr(sName); ok {
		if s, ok := runtime.AsStr(v); ok {
			pkg = s.GoString()
			if _, isPackage := d.GetStr(sPath); !isPackage {
				pkg = parentOf(pkg)
			}
		}
	}
	if pkg == "" {
		return "", runtime.Raise(t, runtime.ImportErrorType, "attempted relative import with no known parent package")
	}
	for ; level > 1; level-- {
		i := strings.LastIndexByte(pkg, '.')
		if i < 0 {
			return "", runtime.Raise(t, runtime.ImportErrorType, "attempted relative import beyond top-level package")
		}
		pkg = pkg[:i]
	}
	if name == "" {
		return pkg, nil
	}
	return pkg + "." + name, nil
}

func parentOf(name string) string {
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		return name[:i]
	}
	return ""
}

// load returns a module by its absolute name, from sys.modules or found and executed now.
func (im *Importer) load(t *Thread, name string) (Value, *Exception) {
	key := t.Intern(name)
	if v, ok := im.in.Modules.GetStr(key); ok {
		if v.IsNone() {
			return runtime.Null, notFound(t, name, "import of "+name+" halted; None in sys.modules")
		}
		return v, nil
	}
	parent := parentOf(name)
	var path Value
	var parentModule Value
	if parent != "" {
		var exc *Exception
		if parentModule, exc = im.load(t, parent); exc != nil {
			return runtime.Null, exc
		}
		if v, ok := im.in.Modules.GetStr(key); ok { // the parent imported it
			return v, nil
		}
		p, ok, exc := runtime.FindAttr(t, parentModule, sPath)
		if exc != nil {
			return runtime.Null, exc
		}
		if !ok {
			return runtime.Null, notFound(t, name, "No module named '"+name+"'; '"+parent+"' is not a package")
		}
		path = p
	} else {
		path = runtime.Null
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	module, exc := im.find(t, name, path)
	if exc != nil {
		return runtime.Null, exc
	}
	t.Handle(module)
	if parent != "" {
		child := t.Intern(name[len(parent)+1:])
		if exc := runtime.SetAttr(t, parentModule, child, module); exc != nil && !exc.Is(runtime.AttributeErrorType) {
			return runtime.Null, exc
		}
	}
	return module, nil
}

func notFound(t *Thread, name, msg string) *Exception {
	return runtime.RaiseImport(t, runtime.ModuleNotFoundErrorType, msg, runtime.NewStr(t, name).Value(), runtime.Null)
}

// find finds a module that is not there yet and executes it. path is the parent's __path__, Null for a top-level module.
func (im *Importer) find(t *Thread, name string, path Value) (Value, *Exception) {
	if v, ok, exc := im.askMetaPath(t, name, path); exc != nil || ok {
		return v, exc
	}
	if path.IsNull() {
		if s := im.in.Native(name); s != nil {
			return im.loadNative(t, name, s)
		}
	}
	dirs, exc := im.searchPath(t, path)
	if exc != nil {
		return runtime.Null, exc
	}
	tail := name[strings.LastIndexByte(name, '.')+1:]
	f, exc := im.search(t, name, tail, dirs)
	if exc != nil {
		return runtime.Null, exc
	}
	if f == nil && path.IsNull() {
		if lib := im.library(t); lib != "" {
			if f, exc = im.search(t, name, tail, []string{lib}); exc != nil {
				return runtime.Null, exc
			}
		}
	}
	if f == nil {
		msg := "No module named '" + name + "'"
		if path.IsNull() && partOfCPython(name) {
			msg += " (krait does not have this part of CPython yet)"
		}
		return runtime.Null, notFound(t, name, msg)
	}
	return im.execute(t, name, f)
}

// loadNative makes a native module and puts it in sys.modules.
func (im *Importer) loadNative(t *Thread, name string, s *runtime.ModuleSpec) (Value, *Exception) {
	m, exc := runtime.NewNativeModule(t, s, nil)
	if exc != nil {
		return runtime.Null, exc
	}
	m.Set(t, "__spec__", im.spec(t, name, nil))
	m.Set(t, "__package__", runtime.NewStr(t, "").Value())
	return m.Value(), im.in.Modules.SetStr(t, t.Intern(name), m.Value())
}

// searchPath returns the folders to search: those of a package's __path__, or sys.path.
func (im *Importer) searchPath(t *Thread, path Value) ([]string, *Exception) {
	if path.IsNull() {
		if im.in.Sys == nil {
			return nil, nil
		}
		v, ok := im.in.Sys.Dict.GetStr(sSysPath)
		if !ok || v.IsNone() {
			return nil, nil
		}
		path = v
	}
	items, exc := runtime.Collect(t, path)
	if exc != nil {
		return nil, exc
	}
	var dirs []string
	for _, it := range items {
		if s, ok := runtime.AsStr(it); ok {
			dirs = append(dirs, s.GoString())
		}
	}
	return dirs, nil
}

// askMetaPath asks the finders that a program put on sys.meta_path.
func (im *Importer) askMetaPath(t *Thread, name string, path Value) (Value, bool, *Exception) {
	if im.in.Sys == nil {
		return runtime.Null, false, nil
	}
	v, ok := im.in.Sys.Dict.GetStr(sMetaPath)
	l, isList := runtime.AsList(v)
	if !ok || !isList {
		return runtime.Null, false, nil
	}
	if path.IsNull() {
		path = runtime.None
	}
	for _, finder := range append([]Value(nil), l.Items...) {
		spec, exc := runtime.CallMethod(t, finder, t.Intern("find_spec"), runtime.NewStr(t, name).Value(), path, runtime.None)
		if exc != nil {
			return runtime.Null, false, exc
		}
		if spec.IsNone() {
			continue
		}
		m, exc := im.loadBySpec(t, name, spec)
		return m, true, exc
	}
	return runtime.Null, false, nil
}

// loadBySpec creates and executes the module of a spec that a program's own finder made.
func (im *Importer) loadBySpec(t *Thread, name string, spec Value) (Value, *Exception) {
	loader, exc := runtime.GetAttr(t, spec, t.Intern("loader"))
	if exc != nil {
		return runtime.Null, exc
	}
	module := runtime.None
	if _, ok, exc := runtime.FindAttr(t, loader, t.Intern("create_module")); exc != nil {
		return runtime.Null, exc
	} else if ok {
		if module, exc = runtime.CallMethod(t, loader, t.Intern("create_module"), spec); exc != nil {
			return runtime.Null, exc
		}
	}
	if module.IsNone() {
		module = runtime.NewModule(t, name).Value()
	}
	for k, v := range map[string]Value{"__spec__": spec, "__loader__": loader} {
		if exc := runtime.SetAttr(t, module, t.Intern(k), v); exc != nil {
			return runtime.Null, exc
		}
	}
	key := t.Intern(name)
	if exc := im.in.Modules.SetStr(t, key, module); exc != nil {
		return runtime.Null, exc
	}
	if _, exc := runtime.CallMethod(t, loader, t.Intern("exec_module"), module); exc != nil {
		im.in.Modules.DeleteStr(t, key)
		return runtime.Null, exc
	}
	if v, ok := im.in.Modules.GetStr(key); ok {
		return v, nil
	}
	return module, nil
}

// submodules imports what `from package import a, b` names and the package has not as attributes.
func (im *Importer) submodules(t *Thread, module, fromlist Value, recursive bool) *Exception {
	if _, ok, exc := runtime.FindAttr(t, module, sPath); exc != nil || !ok {
		return exc
	}
	names, exc := runtime.Collect(t, fromlist)
	if exc != nil {
		return exc
	}
	modName, exc := runtime.GetAttr(t, module, sName)
	if exc != nil {
		return exc
	}
	base, ok := runtime.AsStr(modName)
	if !ok {
		return runtime.Raise(t, runtime.TypeErrorType, "module __name__ must be a string")
	}
	for _, n := range names {
		s, ok := runtime.AsStr(n)
		if !ok {
			where := "``from list''"
			if recursive {
				where = base.GoString() + ".__all__"
			}
			return runtime.TypeErrorf(t, "Item in %s must be str, not %s", where, runtime.TypeOf(n).Name())
		}
		if s.GoString() == "*" {
			if all, ok, exc := runtime.FindAttr(t, module, sAll); exc != nil {
				return exc
			} else if ok && !recursive {
				if exc := im.submodules(t, module, all, true); exc != nil {
					return exc
				}
			}
			continue
		}
		if _, ok, exc := runtime.FindAttr(t, module, t.InternStr(s)); exc != nil || ok {
			if exc != nil {
				return exc
			}
			continue
		}
		full := base.GoString() + "." + s.GoString()
		if _, exc := im.load(t, full); exc != nil {
			if exc.Is(runtime.ModuleNotFoundErrorType) && missingName(t, exc) == full {
				continue
			}
			return exc
		}
	}
	return nil
}

// missingName is the name attribute of an ImportError.
func missingName(t *Thread, e *Exception) string {
	v, ok, exc := runtime.FindAttr(t, e.Value(), t.Intern("name"))
	if exc != nil || !ok {
		return ""
	}
	if s, ok := runtime.AsStr(v); ok {
		return s.GoString()
	}
	return ""
}
