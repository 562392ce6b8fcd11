package importer

import (
	"errors"
	"fmt"
	"strings"

	"github.com/krait-vm/krait/runtime"
)

// A Program is a module found to be run as __main__, with the values of its namespace's names.
type Program struct {
	Code    *runtime.Code
	File    string // __file__
	Cached  string // __cached__
	Package string // __package__
	Spec    Value  // __spec__
}

// A FindError says that there is no such program, in the words of CPython's runpy.
type FindError struct{ msg string }

func (e *FindError) Error() string { return e.msg }

func findError(format string, args ...any) error { return &FindError{fmt.Sprintf(format, args...)} }

// FindModule finds the module that -m names, importing the packages it is in; a package stands for its submodule __main__. An exception is one that
// a package raised while it was imported.
func (im *Importer) FindModule(t *Thread, name string) (*Program, error, *Exception) {
	if strings.HasPrefix(name, ".") {
		return nil, findError("Relative module names not supported"), nil
	}
	var path Value = runtime.Null
	if parent := parentOf(name); parent != "" {
		var err error
		var exc *Exception
		if path, err, exc = im.packagePath(t, name, parent); err != nil || exc != nil {
			return nil, err, exc
		}
	}
	f, native, exc := im.locate(t, name, path)
	if exc != nil {
		return nil, im.specError(t, name, exc), nil
	}
	switch {
	case native:
		return nil, findError("No code object available for %s", name), nil
	case f == nil:
		return nil, findError("No module named %s", name), nil
	case f.dirs != nil && (name == "__main__" || strings.HasSuffix(name, ".__main__")):
		return nil, findError("Cannot use package as __main__ module"), nil
	case f.dirs != nil:
		p, err, exc := im.FindModule(t, name+".__main__")
		var e *FindError
		if _, imported := im.in.Modules.GetStr(t.Intern(name)); imported && errors.As(err, &e) {
			err = findError("%s; '%s' is a package and cannot be directly executed", e.msg, name)
		}
		return p, err, exc
	}
	return im.program(t, name, f)
}

// packagePath imports the package a module is in and returns its __path__.
func (im *Importer) packagePath(t *Thread, name, parent string) (Value, error, *Exception) {
	pkg, exc := im.load(t, parent)
	if exc != nil {
		if !exc.Is(runtime.ImportErrorType) {
			return runtime.Null, nil, exc
		}
		if missing := missingName(t, exc); missing != parent && !strings.HasPrefix(parent, missing+".") || missing == "" {
			return runtime.Null, nil, exc
		}
		return runtime.Null, im.specError(t, name, exc), nil
	}
	path, ok, exc := runtime.FindAttr(t, pkg, sPath)
	if exc != nil {
		return runtime.Null, nil, exc
	}
	if !ok {
		return runtime.Null, findError("Error while finding module specification for '%s' (ModuleNotFoundError: __path__ attribute not found on '%s' while trying to find '%s')",
			name, parent, name), nil
	}
	return path, nil, nil
}

// specError words an exception that kept a module from being found.
func (im *Importer) specError(t *Thread, name string, exc *Exception) error {
	return findError("Error while finding module specification for '%s' (%s)", name, strings.TrimSuffix(runtime.FormatExceptionOnly(t, exc), "\n"))
}

// locate finds a module without executing it.
func (im *Importer) locate(t *Thread, name string, path Value) (f *found, native bool, exc *Exception) {
	if path.IsNull() && im.in.Native(name) != nil {
		return nil, true, nil
	}
	dirs, exc := im.searchPath(t, path)
	if exc != nil {
		return nil, false, exc
	}
	tail := name[strings.LastIndexByte(name, '.')+1:]
	if f, exc = im.search(t, name, tail, dirs); f != nil || exc != nil || !path.IsNull() {
		return f, false, exc
	}
	if lib := im.library(t); lib != "" {
		f, exc = im.search(t, name, tail, []string{lib})
	}
	return f, false, exc
}

// FindFolder finds the module __main__ of a folder that is run as a program.
func (im *Importer) FindFolder(t *Thread, dir string) (*Program, error, *Exception) {
	f, exc := im.search(t, "__main__", "__main__", []string{dir})
	if exc != nil {
		return nil, im.specError(t, "__main__", exc), nil
	}
	if f == nil || f.pyc == "" || f.dirs != nil {
		return nil, findError("can't find '__main__' module in '%s'", dir), nil
	}
	return im.program(t, "__main__", f)
}

func (im *Importer) program(t *Thread, name string, f *found) (*Program, error, *Exception) {
	code, exc := im.read(t, name, f)
	if exc != nil {
		if exc.Is(runtime.ImportErrorType) {
			return nil, im.specError(t, name, exc), nil
		}
		return nil, nil, exc
	}
	return &Program{Code: code, File: f.file(), Cached: f.pyc, Package: parentOf(name), Spec: im.spec(t, name, f)}, nil, nil
}
