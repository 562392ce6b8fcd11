package importer

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/runtime"
)

// A found is a module that a search found in a folder.
type found struct {
	source  string   // the source file, "" for a sourceless module
	pyc     string   // the compiled file, "" for a namespace package
	dirs    []string // __path__ of a package
	isCache bool     // pyc lies in __pycache__
}

func (f *found) file() string {
	if f.source != "" {
		return f.source
	}
	return f.pyc
}

// search looks for a module's last name component in folders: a package with __init__, a module, and failing both the portions of a namespace package.
func (im *Importer) search(t *Thread, name, tail string, dirs []string) (*found, *Exception) {
	host := im.in.Host()
	var portions []string
	for _, dir := range dirs {
		at := dir
		if at == "" {
			wd, err := host.Getwd()
			if err != nil {
				continue
			}
			at = wd
		}
		base := filepath.Join(at, tail)
		if f, exc := im.candidate(t, name, filepath.Join(base, "__init__")); exc != nil || f != nil {
			if f != nil {
				f.dirs = []string{base}
			}
			return f, exc
		}
		if f, exc := im.candidate(t, name, base); exc != nil || f != nil {
			return f, exc
		}
		if st, err := host.Stat(base); err == nil && st.IsDir() {
			portions = append(portions, base)
		}
	}
	if portions != nil {
		return &found{dirs: portions}, nil
	}
	return nil, nil
}

// candidate returns the compiled file for base.py or base.pyc, nil when neither is there.
func (im *Importer) candidate(t *Thread, name, base string) (*found, *Exception) {
	host := im.in.Host()
	if st, err := host.Stat(base + ".py"); err == nil && !st.IsDir() {
		cached := im.cachedName(base)
		if _, err := host.Stat(cached); err == nil {
			return &found{source: base + ".py", pyc: cached, isCache: true}, nil
		}
		if _, err := host.Stat(base + ".pyc"); err == nil {
			return &found{source: base + ".py", pyc: base + ".pyc"}, nil
		}
		return nil, runtime.RaiseImport(t, runtime.ImportErrorType,
			fmt.Sprintf("module '%s' is not compiled and krait has no compiler; compile it with: python3.%d -m py_compile %s", name, im.in.Version.Minor, base+".py"),
			runtime.NewStr(t, name).Value(), runtime.NewStr(t, base+".py").Value())
	}
	if st, err := host.Stat(base + ".pyc"); err == nil && !st.IsDir() {
		return &found{pyc: base + ".pyc"}, nil
	}
	return nil, nil
}

// cachedName is the PEP 3147 name of a module's compiled file.
func (im *Importer) cachedName(base string) string {
	dir, file := filepath.Split(base)
	level := ""
	if o := im.in.Config.Optimize; o > 0 {
		level = fmt.Sprintf(".opt-%d", min(o, 2))
	}
	file += fmt.Sprintf(".cpython-3%d%s.pyc", im.in.Version.Minor, level)
	if p := im.in.Config.PycachePrefix; p != "" {
		return filepath.Join(p, dir, file)
	}
	return filepath.Join(dir, "__pycache__", file)
}

// execute makes a found module, puts it in sys.modules and runs its code.
func (im *Importer) execute(t *Thread, name string, f *found) (Value, *Exception) {
	key := t.Intern(name)
	m := runtime.NewModule(t, name)
	spec := im.spec(t, name, f)
	m.Set(t, "__spec__", spec)
	pkg := parentOf(name)
	if f.dirs != nil {
		pkg = name
		items := make([]Value, len(f.dirs))
		for i, d := range f.dirs {
			items[i] = runtime.NewStr(t, d).Value()
		}
		m.Set(t, "__path__", runtime.NewList(t, items).Value())
	}
	m.Set(t, "__package__", runtime.NewStr(t, pkg).Value())
	if f.pyc == "" {
		return m.Value(), im.in.Modules.SetStr(t, key, m.Value())
	}
	m.Set(t, "__file__", runtime.NewStr(t, f.file()).Value())
	m.Set(t, "__cached__", runtime.NewStr(t, f.pyc).Value())
	if b, ok := im.in.Modules.GetStr(t.Intern("builtins")); ok {
		_ = m.Dict.SetStr(t, sBuiltins, b) // a str key cannot raise
	}
	code, exc := im.read(t, name, f)
	if exc != nil {
		return runtime.Null, exc
	}
	if exc := im.in.Modules.SetStr(t, key, m.Value()); exc != nil {
		return runtime.Null, exc
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	t.Handle(m.Value())
	t.Handle(code.Value())
	if exc := runtime.SetAttr(t, spec, sInitializing, runtime.True); exc != nil {
		return runtime.Null, exc
	}
	_, exc = im.in.Engine().RunCode(t, code, m.Dict, runtime.Null, nil)
	if exc != nil {
		im.in.Modules.DeleteStr(t, key)
		return runtime.Null, exc
	}
	if exc := runtime.SetAttr(t, spec, sInitializing, runtime.False); exc != nil {
		return runtime.Null, exc
	}
	if v, ok := im.in.Modules.GetStr(key); ok { // a module may replace itself
		return v, nil
	}
	return runtime.Null, runtime.RaiseNew(t, runtime.KeyErrorType, key.Value())
}

// read loads the code of a compiled file, after checking that it belongs to this version and to the source as it is.
func (im *Importer) read(t *Thread, name string, f *found) (*runtime.Code, *Exception) {
	data, err := im.in.Host().ReadFile(f.pyc)
	if err != nil {
		return nil, runtime.RaiseOS(t, err)
	}
	fail := func(tp *runtime.Type, msg string) *Exception {
		return runtime.RaiseImport(t, tp, msg, runtime.NewStr(t, name).Value(), runtime.NewStr(t, f.pyc).Value())
	}
	h, err := marshal.ParseHeader(string(data))
	if len(data) >= 4 {
		if v, ok := marshal.Sniff(data); !ok || int(v&0xff) != im.in.Version.Minor {
			magic, exc := runtime.Repr(t, runtime.NewBytes(t, data[:4]).Value())
			if exc != nil {
				return nil, exc
			}
			return nil, fail(runtime.ImportErrorType, "bad magic number in '"+name+"': "+magic.GoString())
		}
	}
	if err != nil {
		return nil, marshalError(t, err)
	}
	if f.source != "" && f.isCache && !im.fresh(&h, f.source) {
		return nil, fail(runtime.ImportErrorType, fmt.Sprintf("'%s' is out of date and krait has no compiler; compile it anew with: python3.%d -m py_compile %s",
			f.pyc, im.in.Version.Minor, f.source))
	}
	p, err := marshal.LoadPyc(string(data))
	if err != nil {
		return nil, marshalError(t, err)
	}
	return runtime.LoadCode(t, p.Code)
}

// fresh reports whether a compiled file belongs to its source as it is now.
func (im *Importer) fresh(h *marshal.Header, source string) bool {
	host := im.in.Host()
	check := im.in.Config.CheckHashPycs
	switch {
	case h.Mode == marshal.Timestamp:
		st, err := host.Stat(source)
		return err != nil || h.MatchesStat(st.ModTime().Unix(), st.Size())
	case h.Mode == marshal.UncheckedHash && check != "always", h.Mode == marshal.CheckedHash && check == "never":
		return true
	}
	text, err := host.ReadFile(source)
	return err != nil || h.MatchesSource(text)
}

// marshalError raises what reading marshal data failed with.
func marshalError(t *Thread, err error) *Exception {
	var e *marshal.Error
	if errors.As(err, &e) {
		switch e.Class {
		case "EOFError":
			return runtime.Raise(t, runtime.EOFErrorType, e.Msg)
		case "TypeError":
			return runtime.Raise(t, runtime.TypeErrorType, e.Msg)
		}
		return runtime.Raise(t, runtime.ValueErrorType, e.Msg)
	}
	return runtime.Raise(t, runtime.ImportErrorType, err.Error())
}

// spec makes a module's __spec__; f is nil for a native module.
func (im *Importer) spec(t *Thread, name string, f *found) Value {
	s := runtime.NewSimpleNamespace(t)
	set := func(k string, v Value) {
		_ = runtime.SetAttr(t, s, t.Intern(k), v) // a namespace takes any attribute
	}
	str := func(x string) Value { return runtime.NewStr(t, x).Value() }
	set("name", str(name))
	set("loader", runtime.None)
	origin, cached, locations, located := runtime.None, runtime.None, runtime.None, false
	parent := parentOf(name)
	switch {
	case f == nil:
		origin = str("built-in")
	case f.pyc != "":
		origin, cached, located = str(f.file()), str(f.pyc), true
	}
	if f != nil && f.dirs != nil {
		parent = name
		items := make([]Value, len(f.dirs))
		for i, d := range f.dirs {
			items[i] = str(d)
		}
		locations = runtime.NewList(t, items).Value()
	}
	set("origin", origin)
	set("cached", cached)
	set("submodule_search_locations", locations)
	set("has_location", runtime.Bool(located))
	set("parent", str(parent))
	set("loader_state", runtime.None)
	set("_initializing", runtime.False)
	return s
}
