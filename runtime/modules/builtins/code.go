package builtins

import "github.com/krait-vm/krait/runtime"

func globals(t *Thread, _ Value) (Value, *Exception) {
	if g := t.Interp().Engine().FrameGlobals(t); g != nil {
		return g.Value(), nil
	}
	return Null, runtime.Raise(t, runtime.SystemErrorType, "globals do not exist")
}

func locals(t *Thread, _ Value) (Value, *Exception) { return t.Interp().Engine().FrameLocals(t) }

func importName(t *Thread, _ Value, args []Value) (Value, *Exception) {
	level, exc := runtime.AsSsize(t, args[4])
	if exc != nil {
		return Null, exc
	}
	im := t.Interp().Importer()
	if im == nil {
		return Null, runtime.Raise(t, runtime.ImportErrorType, "no importer is installed")
	}
	return im.Import(t, args[0], args[1], args[3], level)
}

// noCompiler is the error of everything that needs Python source text compiled.
func noCompiler(t *Thread, what string) *Exception {
	return runtime.Raise(t, runtime.NotImplementedErrorType, what+" of source text needs a compiler, which krait does not have; it runs code objects")
}

func compile(t *Thread, _ Value, args []Value) (Value, *Exception) {
	return Null, noCompiler(t, "compile()")
}

func eval(t *Thread, _ Value, args []Value) (Value, *Exception) {
	source, g, l := args[0], args[1], args[2]
	if !l.IsNone() && !isMapping(l) {
		return Null, runtime.Raise(t, runtime.TypeErrorType, "locals must be a mapping")
	}
	if _, ok := runtime.AsDict(g); !ok && !g.IsNone() {
		if isMapping(g) {
			return Null, runtime.Raise(t, runtime.TypeErrorType, "globals must be a real dict; try eval(code, {}, mapping)")
		}
		return Null, runtime.Raise(t, runtime.TypeErrorType, "globals must be a dict")
	}
	gd, l, exc := namespaces(t, g, l, "eval")
	if exc != nil {
		return Null, exc
	}
	code := runtime.AsCode(source)
	if code == nil {
		if !isSource(source) {
			return Null, runtime.Raise(t, runtime.TypeErrorType, "eval() arg 1 must be a string, bytes or code object")
		}
		if text, ok := runtime.AsStr(source); ok {
			code = runtime.CompileTemplate(t, text.GoString())
		}
		if code == nil {
			return Null, noCompiler(t, "eval()")
		}
	}
	if code.NumFree() > 0 {
		return Null, runtime.Raise(t, runtime.TypeErrorType, "code object passed to eval() may not contain free variables")
	}
	return t.Interp().Engine().RunCode(t, code, gd, l, nil)
}

func exec(t *Thread, _ Value, args []Value) (Value, *Exception) {
	source, g, l, closure := args[0], args[1], args[2], args[3]
	if _, ok := runtime.AsDict(g); !ok && !g.IsNone() {
		return Null, runtime.TypeErrorf(t, "exec() globals must be a dict, not %s", runtime.TypeOf(g).FullName())
	}
	if !l.IsNone() && !isMapping(l) {
		return Null, runtime.TypeErrorf(t, "locals must be a mapping or None, not %s", runtime.TypeOf(l).FullName())
	}
	gd, l, exc := namespaces(t, g, l, "exec")
	if exc != nil {
		return Null, exc
	}
	code := runtime.AsCode(source)
	if code == nil {
		switch {
		case !closure.IsNone():
			return Null, runtime.Raise(t, runtime.TypeErrorType, "closure can only be used when source is a code object")
		case !isSource(source):
			return Null, runtime.Raise(t, runtime.TypeErrorType, "exec() arg 1 must be a string, bytes or code object")
		}
		return Null, noCompiler(t, "exec()")
	}
	cells, exc := execClosure(t, code, closure)
	if exc != nil {
		return Null, exc
	}
	_, exc = t.Interp().Engine().RunCode(t, code, gd, l, cells)
	return runtime.None, exc
}

// execClosure checks that a closure fits the code object.
func execClosure(t *Thread, code *runtime.Code, closure Value) (*Tuple, *Exception) {
	free := code.NumFree()
	if free == 0 {
		if !closure.IsNone() {
			return nil, runtime.Raise(t, runtime.TypeErrorType, "cannot use a closure with this code object")
		}
		return nil, nil
	}
	cells := runtime.ExactTuple(closure)
	ok := cells != nil && cells.Len() == free
	if ok {
		for _, c := range cells.Items {
			ok = ok && runtime.AsCell(c) != nil
		}
	}
	if !ok {
		return nil, runtime.TypeErrorf(t, "code object requires a closure of exactly length %d", free)
	}
	return cells, nil
}

// namespaces fills in what eval and exec were not given, from the caller's frame.
func namespaces(t *Thread, g, l Value, who string) (*runtime.Dict, Value, *Exception) {
	e := t.Interp().Engine()
	if g.IsNone() {
		d := e.FrameGlobals(t)
		if d == nil {
			return nil, Null, runtime.Raise(t, runtime.TypeErrorType, who+" must be given globals and locals when called without a frame")
		}
		g = d.Value()
		if l.IsNone() {
			var exc *Exception
			if l, exc = e.FrameLocals(t); exc != nil {
				return nil, Null, exc
			}
		}
	} else if l.IsNone() {
		l = g
	}
	d, _ := runtime.AsDict(g)
	if _, ok := d.GetStr(sBuiltins); !ok {
		b := e.FrameBuiltins(t)
		if b == nil {
			b = t.Interp().Builtins
		}
		if exc := d.SetStr(t, sBuiltins, b.Value()); exc != nil {
			return nil, Null, exc
		}
	}
	return d, l, nil
}

func isMapping(v Value) bool { return runtime.TypeOf(v).GetItem != nil }

func isSource(v Value) bool {
	tp := runtime.TypeOf(v)
	return tp.Is(runtime.TypeStr) || tp.Is(runtime.TypeBytes) || tp.Buffer != nil
}
