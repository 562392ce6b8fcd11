package runtime

import "sync"

// Native modules: the table of an interpreter, and the making of a module from its spec. A spec's types are readied and its function descriptions
// made when the first interpreter of the process imports it, so that a program pays only for what it imports.

// readyMu guards what the first import of a native module in the process makes; nothing that may run Python code happens under it.
var readyMu sync.Mutex

// SetNatives installs the interpreter's native modules.
func (in *Interp) SetNatives(specs []*ModuleSpec) {
	in.natives = make(map[string]*ModuleSpec, len(specs))
	for _, s := range specs {
		if (s.Since == 0 || in.Version.Minor >= s.Since) && (s.Until == 0 || in.Version.Minor <= s.Until) {
			in.natives[s.Name] = s
		}
	}
}

// Native returns the spec of a native module of the interpreter, nil when there is none of that name.
func (in *Interp) Native(name string) *ModuleSpec { return in.natives[name] }

// NativeNames returns the names of the native modules, unsorted.
func (in *Interp) NativeNames() []string {
	names := make([]string, 0, len(in.natives))
	for n := range in.natives {
		names = append(names, n)
	}
	return names
}

// ready readies the spec's types and makes its functions, once in a process.
func (s *ModuleSpec) ready() {
	readyMu.Lock()
	defer readyMu.Unlock()
	if s.readied {
		return
	}
	s.readied = true
	for _, ts := range s.TypeSpecs {
		if ts.Type.spec != nil {
			continue // shared with a module imported earlier
		}
		ts.ready()
		builtinTypes = append(builtinTypes, ts.Type)
	}
	s.functions = make([]*Native, len(s.Functions))
	for i := range s.Functions {
		s.functions[i] = newNative(&s.Functions[i])
		s.functions[i].module = s.Name
	}
}

// ReadyTypes readies the types of a module that exists apart from being imported, as the builtins module's streams do.
func (s *ModuleSpec) ReadyTypes() { s.ready() }

// NewNativeModule makes a module from its spec, in the namespace given or a new one for nil, without putting it in sys.modules.
func NewNativeModule(t *Thread, s *ModuleSpec, namespace *Dict) (*Module, *Exception) {
	s.ready()
	m := NewModule(t, s.Name)
	if namespace != nil {
		m.rebind(namespace)
		if exc := m.setNames(t, t.Intern(s.Name).Value(), None); exc != nil {
			return nil, exc
		}
	}
	m.Spec = s
	d := m.Dict
	if s.Doc != "" {
		if exc := d.SetStr(t, sDoc, NewStr(t, s.Doc).Value()); exc != nil {
			return nil, exc
		}
	}
	name := t.Intern(s.Name).Value()
	for _, f := range s.functions {
		if f.since != 0 && t.interp.Version.Minor < f.since || f.until != 0 && t.interp.Version.Minor > f.until {
			continue
		}
		if exc := d.SetStr(t, t.Intern(f.name), NewBuiltin(t, f, m.Value(), name)); exc != nil {
			return nil, exc
		}
	}
	for _, tp := range s.Types {
		if exc := d.SetStr(t, t.Intern(tp.name), tp.Value()); exc != nil {
			return nil, exc
		}
	}
	for _, ts := range s.TypeSpecs {
		if !ts.Hidden {
			if exc := d.SetStr(t, t.Intern(ts.Type.name), ts.Type.Value()); exc != nil {
				return nil, exc
			}
		}
	}
	if s.Traverse != nil {
		t.interp.AddRoots(func(visit VisitFunc) { s.Traverse(t.interp, visit) })
	}
	if s.Init != nil {
		if exc := s.Init(t, m); exc != nil {
			return nil, exc
		}
	}
	return m, nil
}

// rebind gives a new module another namespace.
func (m *Module) rebind(d *Dict) { m.Dict, m.dict = d, d }

// Set adds an entry to a module's namespace.
func (m *Module) Set(t *Thread, name string, v Value) {
	_ = m.Dict.SetStr(t, t.Intern(name), v) // a str key cannot raise
}

// Get returns an entry of a module's namespace.
func (m *Module) Get(t *Thread, name string) (Value, bool) { return m.Dict.GetStr(t.Intern(name)) }

// SetFunction adds one more function to a module, for rows that only some interpreters have.
func (m *Module) SetFunction(t *Thread, row *MethodSpec) {
	n := newNative(row)
	name := ""
	if m.Spec != nil {
		name = m.Spec.Name
	}
	n.module = name
	m.Set(t, n.name, NewBuiltin(t, n, m.Value(), t.Intern(name).Value()))
}
