package runtime

import "unsafe"

// A Function is a Python function.
type Function struct {
	Header
	Attrs
	Code        *Code
	Globals     *Dict
	Builtins    *Dict
	Name        *Str
	Qualname    *Str
	Defaults    *Tuple // nil for none
	KwDefaults  *Dict  // nil for none
	Closure     *Tuple // of cells, nil for none
	Doc         Value
	Module      Value
	Annotations Value          // Null until asked for; a dict, or the tuple that MAKE_FUNCTION brought
	Annotate    Value          // __annotate__ (3.14), None for none
	TypeParams  Value          // Null for ()
	Exec        unsafe.Pointer // the engine's lowered code for this function's globals; follows Code
}

// A Cell holds a variable shared by closures.
type Cell struct {
	Header
	V Value // Null while empty
}

// A Method is a function or other callable bound to an instance.
type Method struct {
	Header
	Func Value
	Self Value
}

// NewMethod binds fn to self.
func NewMethod(t *Thread, fn, self Value) Value {
	m := alloc[Method](t)
	m.shape, m.Func, m.Self = methodShape, fn, self
	return obj(unsafe.Pointer(m))
}

// NewCell makes a cell.
func NewCell(t *Thread, v Value) *Cell {
	c := alloc[Cell](t)
	c.shape, c.V = cellShape, v
	return c
}

// NewFunction makes a function as MAKE_FUNCTION does; docstring, module, name and qualname come from code and globals.
func NewFunction(t *Thread, code *Code, globals, builtins *Dict) *Function {
	f := alloc[Function](t)
	f.shape = functionShape
	f.Code, f.Globals, f.Builtins, f.Name, f.Qualname = code, globals, builtins, code.Name, code.Qualname
	f.Doc, f.Annotations, f.Annotate, f.TypeParams, f.Module = None, Null, None, Null, None
	if code.HasDocstring(t.interp.Version) && len(code.Consts) > 0 && asStr(code.Consts[0]) != nil {
		f.Doc = code.Consts[0]
	}
	if m, ok := globals.GetStr(sName); ok {
		f.Module = m
	}
	return f
}

// AsFunction returns the Python function that v is, or nil.
func AsFunction(v Value) *Function {
	if v.p != nil && (*Header)(v.p).shape == functionShape {
		return (*Function)(v.p)
	}
	return nil
}

// AsCell returns the cell that v is, or nil.
func AsCell(v Value) *Cell {
	if v.p != nil && (*Header)(v.p).shape == cellShape {
		return (*Cell)(v.p)
	}
	return nil
}

// AsMethod returns the bound method that v is, or nil.
func AsMethod(v Value) *Method {
	if v.p != nil && (*Header)(v.p).shape == methodShape {
		return (*Method)(v.p)
	}
	return nil
}
