package runtime

import (
	"path/filepath"
	"strings"
)

// An Importer finds and loads modules; the command installs one with SetImporter.
type Importer interface {
	// Import is __import__: fromlist decides whether the package or the module itself is returned, level counts leading dots.
	Import(t *Thread, name Value, globals, fromlist Value, level int) (Value, *Exception)
}

// SetImporter installs what import statements use.
func (in *Interp) SetImporter(i Importer) { in.importer = i }

// Importer returns what import statements use, nil when there is none.
func (in *Interp) Importer() Importer { return in.importer }

// SetPathZero tells the folder that was put in front of sys.path for the program: messages about shadowed modules depend on it.
func (in *Interp) SetPathZero(dir string) { in.pathZero, in.hasPathZero = dir, true }

// ImportModule imports a module by its full name and returns it, whatever package it is in.
func ImportModule(t *Thread, name string) (Value, *Exception) {
	key := t.Intern(name)
	if v, ok := t.interp.Modules.GetStr(key); ok && !v.IsNone() {
		return v, nil
	}
	if t.interp.importer == nil {
		return Null, Raise(t, ImportErrorType, "no importer is installed")
	}
	from := MakeTuple(t, t.Intern("*").Value()).Value()
	return t.interp.importer.Import(t, key.Value(), None, from, 0)
}

// RaiseImport makes an ImportError (or a subclass) with its name and path attributes; Null leaves one out.
func RaiseImport(t *Thread, tp *Type, msg string, name, path Value) *Exception {
	e := Raise(t, tp, msg)
	if len(e.Ext) > 2 {
		e.Ext[1], e.Ext[2] = name, path
	}
	return e
}

// ImportFrom is IMPORT_FROM: an attribute of a module, or the submodule that a circular import has put in sys.modules only.
func ImportFrom(t *Thread, module Value, name *Str) (Value, *Exception) {
	v, ok, exc := FindAttr(t, module, name)
	if exc != nil || ok {
		return v, exc
	}
	modName := Null
	if v, ok, exc := FindAttr(t, module, sName); exc != nil {
		return Null, exc
	} else if ok && asStr(v) != nil {
		modName = v
		full := NewStr(t, asStr(v).GoString()+"."+name.GoString())
		if v, ok, exc := t.interp.Modules.Get(t, full.Value()); exc != nil || ok {
			return v, exc
		}
	}
	return Null, raiseCannotImport(t, module, modName, name)
}

// raiseCannotImport words the ImportError of `from module import name`.
func raiseCannotImport(t *Thread, module, modName Value, name *Str) *Exception {
	shown := modName
	if shown.IsNull() {
		shown = NewStr(t, "<unknown module name>").Value()
	}
	spec, _, exc := FindAttr(t, module, sSpec)
	if exc != nil {
		return exc
	}
	origin, exc := specOrigin(t, spec)
	if exc != nil {
		return exc
	}
	at13 := t.interp.Version.At(13)
	shadow, shadowsStdlib := false, false
	if origin != nil && at13 {
		shadow = t.interp.possiblyShadowing(origin.GoString())
		if shadow {
			if shadowsStdlib, exc = isStdlibName(t, shown); exc != nil {
				return exc
			}
		}
	}
	if m := AsModule(module); origin == nil && m != nil {
		if f, ok := m.Dict.GetStr(sFile); ok {
			origin = asStr(f)
		}
	}
	quoted, exc := Repr(t, shown)
	if exc != nil {
		return exc
	}
	text := "cannot import name " + quoteStr(t, name)
	initializing := false
	if !spec.IsNull() && !spec.IsNone() {
		if initializing, exc = specTruth(t, spec, sInitializing); exc != nil {
			return exc
		}
	}
	path := Value(Null)
	if origin != nil {
		path = origin.Value()
	}
	mod := quoted.GoString()
	switch {
	case shadowsStdlib:
		text += " from " + mod + " (consider renaming " + quoteStr(t, origin) + " since it has the same name as the standard library module named " + mod +
			" and prevents importing that standard library module)"
	case initializing && shadow:
		text += " from " + mod + " (consider renaming " + quoteStr(t, origin) + " if it has the same name as a library you intended to import)"
	case initializing && origin != nil:
		text += " from partially initialized module " + mod + " (most likely due to a circular import) (" + origin.GoString() + ")"
	case initializing:
		text += " from partially initialized module " + mod + " (most likely due to a circular import)"
	case origin != nil:
		text += " from " + mod + " (" + origin.GoString() + ")"
	default:
		text += " from " + mod + " (unknown location)"
	}
	e := RaiseImport(t, ImportErrorType, text, shown, path)
	if path.IsNull() {
		e.Ext[2] = None
	}
	if len(e.Ext) > 3 {
		e.Ext[3] = name.Value()
	}
	return e
}

func quoteStr(t *Thread, s *Str) string {
	q, exc := Repr(t, s.Value())
	if exc != nil {
		return "'" + s.GoString() + "'" // the repr of a str does not fail
	}
	return q.GoString()
}

// specOrigin returns the origin of a spec that has a location, nil when there is none.
func specOrigin(t *Thread, spec Value) (*Str, *Exception) {
	if spec.IsNull() || spec.IsNone() {
		return nil, nil
	}
	located, exc := specTruth(t, spec, sHasLocation)
	if exc != nil || !located {
		return nil, exc
	}
	v, _, exc := FindAttr(t, spec, sOrigin)
	if exc != nil {
		return nil, exc
	}
	return asStr(v), nil
}

// possiblyShadowing reports whether a module's file lies in the folder that was put in front of sys.path for the program.
func (in *Interp) possiblyShadowing(origin string) bool {
	if !in.hasPathZero || in.Config.SafePath || in.Config.Isolated {
		return false
	}
	dir, file := filepath.Split(origin)
	dir = strings.TrimSuffix(dir, string(filepath.Separator))
	if file == "__init__.py" {
		dir = filepath.Dir(dir)
	}
	zero := in.pathZero
	if zero == "" {
		var err error
		if zero, err = in.host.Getwd(); err != nil {
			return false
		}
	}
	return dir == zero
}

var sStdlibNames = static("stdlib_module_names")

func isStdlibName(t *Thread, name Value) (bool, *Exception) {
	if t.interp.Sys == nil {
		return false, nil
	}
	v, ok := t.interp.Sys.Dict.GetStr(sStdlibNames)
	if s, isSet := AsSet(v); ok && isSet {
		return s.Contains(t, name)
	}
	return false, nil
}

// ImportStar is `from module import *` into a namespace.
func ImportStar(t *Thread, module, namespace Value) *Exception {
	names, all, exc := FindAttr(t, module, sAll)
	if exc != nil {
		return exc
	}
	if !all {
		d, ok, exc := FindAttr(t, module, sDict)
		if exc != nil {
			return exc
		}
		if !ok {
			return Raise(t, ImportErrorType, "from-import-* object has no __dict__ and no __all__")
		}
		keys, exc := CallMethod(t, d, sKeys)
		if exc != nil {
			return exc
		}
		items, exc := Collect(t, keys)
		if exc != nil {
			return exc
		}
		names = NewList(t, items).Value()
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	t.Handle(names)
	for i := 0; ; i++ {
		k, exc := GetItem(t, names, Int(int64(i)))
		if exc != nil {
			if exc.Is(IndexErrorType) {
				return nil
			}
			return exc
		}
		s := asStr(k)
		if s == nil {
			return raiseBadStarName(t, module, k, all)
		}
		if !all && s.Len() > 0 && s.At(0) == '_' {
			continue
		}
		v, exc := GetAttr(t, module, t.InternStr(s))
		if exc != nil {
			return exc
		}
		if d := ExactDict(namespace); d != nil {
			exc = d.Set(t, k, v)
		} else {
			exc = SetItem(t, namespace, k, v)
		}
		if exc != nil {
			return exc
		}
	}
}

var sAll = static("__all__")

func raiseBadStarName(t *Thread, module, k Value, all bool) *Exception {
	name, exc := GetAttr(t, module, sName)
	if exc != nil {
		return exc
	}
	n := asStr(name)
	if n == nil {
		return TypeErrorf(t, "module __name__ must be a string, not %s", TypeOf(name).fullName())
	}
	if all {
		return TypeErrorf(t, "Item in %s.__all__ must be str, not %s", n, TypeOf(k).fullName())
	}
	return TypeErrorf(t, "Key in %s.__dict__ must be str, not %s", n, TypeOf(k).fullName())
}
