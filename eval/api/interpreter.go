package api

import (
	"context"
	"errors"
	"fmt"

	"github.com/krait-vm/krait/eval"
	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/runtime/importer"
)

// An Interpreter is a Python interpreter: modules, objects and everything else a program can change.
type Interpreter struct {
	py     *runtime.Interp
	closed bool
}

// Names of modules and their attributes.
var (
	sMain        = runtime.Static("__main__")
	sSys         = runtime.Static("sys")
	sBuiltins    = runtime.Static("__builtins__")
	sAnnotations = runtime.Static("__annotations__")
	sFile        = runtime.Static("__file__")
	sCached      = runtime.Static("__cached__")
)

var errClosed = errors.New("the interpreter is closed")

// Runtime returns the object model's interpreter, for what this package does not cover. Its objects may be touched only while its GIL is held.
func (in *Interpreter) Runtime() *runtime.Interp { return in.py }

// Steps returns how many bytecode instructions the main thread has executed, when the engine counts them.
func (in *Interpreter) Steps() uint64 { return eval.Steps(in.py.Main) }

// Run executes a program as the module __main__, in a new namespace. A program that ends by an exception gives an *Error, one that ctx stops
// gives ctx's cause.
func (in *Interpreter) Run(ctx context.Context, p *Program) error {
	return in.enter(ctx, func(t *runtime.Thread) *runtime.Exception {
		m, exc := in.NewMain(t)
		if exc != nil {
			return exc
		}
		return in.exec(t, p, m)
	})
}

// RunFile is Run as CPython runs a script: file is the program's __file__.
func (in *Interpreter) RunFile(ctx context.Context, p *Program, file string) error {
	return in.enter(ctx, func(t *runtime.Thread) *runtime.Exception {
		m, exc := in.NewMain(t)
		if exc != nil {
			return exc
		}
		if exc := m.Dict.SetStr(t, sFile, runtime.NewStr(t, file).Value()); exc != nil {
			return exc
		}
		if exc := m.Dict.SetStr(t, sCached, runtime.None); exc != nil {
			return exc
		}
		return in.exec(t, p, m)
	})
}

// RunModule finds a module along sys.path and runs it as __main__, as -m does: sys.argv[0] becomes its file. A module that cannot be found is an
// *importer.FindError.
func (in *Interpreter) RunModule(ctx context.Context, name string) error {
	return in.runFound(ctx, true, func(t *runtime.Thread, im *importer.Importer) (*importer.Program, error, *runtime.Exception) {
		return im.FindModule(t, name)
	})
}

// RunFolder runs the module __main__ of a folder. A folder without one is an *importer.FindError.
func (in *Interpreter) RunFolder(ctx context.Context, dir string) error {
	return in.runFound(ctx, false, func(t *runtime.Thread, im *importer.Importer) (*importer.Program, error, *runtime.Exception) {
		return im.FindFolder(t, dir)
	})
}

// runFound runs what find finds.
func (in *Interpreter) runFound(ctx context.Context, setArg bool,
	find func(t *runtime.Thread, im *importer.Importer) (*importer.Program, error, *runtime.Exception),
) error {
	var failed error
	err := in.enter(ctx, func(t *runtime.Thread) *runtime.Exception {
		im, ok := in.py.Importer().(*importer.Importer)
		if !ok {
			return runtime.Raise(t, runtime.ImportErrorType, "no importer is installed")
		}
		m, exc := in.NewMain(t)
		if exc != nil {
			return exc
		}
		p, err, exc := find(t, im)
		if err != nil || exc != nil {
			failed = err
			return exc
		}
		for _, a := range []struct {
			name string
			v    runtime.Value
		}{
			{"__file__", runtime.NewStr(t, p.File).Value()},
			{"__cached__", runtime.NewStr(t, p.Cached).Value()},
			{"__package__", runtime.NewStr(t, p.Package).Value()},
			{"__spec__", p.Spec},
		} {
			m.Set(t, a.name, a.v)
		}
		if setArg {
			in.setProgramName(t, p.File)
		}
		_, exc = in.py.Engine().RunCode(t, p.Code, m.Dict, m.Dict.Value(), nil)
		return exc
	})
	if failed != nil {
		return failed
	}
	return err
}

// setProgramName changes sys.argv[0].
func (in *Interpreter) setProgramName(t *runtime.Thread, name string) {
	if in.py.Sys == nil {
		return
	}
	if v, ok := in.py.Sys.Get(t, "argv"); ok {
		if l, ok := runtime.AsList(v); ok && len(l.Items) > 0 {
			l.Items[0] = runtime.NewStr(t, name).Value()
		}
	}
}

// enter runs f on the main thread with the GIL held, until ctx is done.
func (in *Interpreter) enter(ctx context.Context, f func(t *runtime.Thread) *runtime.Exception) error {
	if err := ctx.Err(); err != nil {
		return context.Cause(ctx)
	}
	t := in.py.Main
	in.py.AcquireGIL()
	defer in.py.ReleaseGIL()
	if in.closed {
		return errClosed
	}
	if ctx.Done() != nil {
		stop := context.AfterFunc(ctx, in.py.Cancel)
		defer func() {
			stop()
			in.py.EndCancel()
		}()
	}
	exc := f(t)
	if exc == nil {
		return nil
	}
	if exc.Uncatchable() {
		return context.Cause(ctx)
	}
	return newError(t, exc)
}

// NewMain makes the module __main__ and puts it in sys.modules.
func (in *Interpreter) NewMain(t *runtime.Thread) (*runtime.Module, *runtime.Exception) {
	m := runtime.NewModule(t, "__main__")
	if !in.py.Version.At(14) {
		if exc := m.Dict.SetStr(t, sAnnotations, runtime.NewDict(t).Value()); exc != nil {
			return nil, exc
		}
	}
	builtins, ok := in.py.Modules.GetStr(runtime.Static("builtins"))
	if !ok {
		return nil, runtime.Raise(t, runtime.RuntimeErrorType, "lost builtins")
	}
	if exc := m.Dict.SetStr(t, sBuiltins, builtins); exc != nil {
		return nil, exc
	}
	return m, in.py.Modules.SetStr(t, sMain, m.Value())
}

// exec runs a program's code in a module's namespace.
func (in *Interpreter) exec(t *runtime.Thread, p *Program, m *runtime.Module) *runtime.Exception {
	if p.version != in.py.Version {
		return runtime.Raisef(t, runtime.RuntimeErrorType, "%s is compiled for Python 3.%d, the interpreter is of Python 3.%d",
			p.name, p.version.Minor, in.py.Version.Minor)
	}
	code, exc := runtime.LoadCode(t, p.code)
	if exc != nil {
		return exc
	}
	_, exc = in.py.Engine().RunCode(t, code, m.Dict, m.Dict.Value(), nil)
	return exc
}

// Call calls a function that the program has defined in __main__. Arguments and result are converted as ToPython and FromPython do.
func (in *Interpreter) Call(ctx context.Context, name string, args ...any) (any, error) {
	var result any
	err := in.enter(ctx, func(t *runtime.Thread) *runtime.Exception {
		v, exc := in.call(t, name, args)
		if exc != nil {
			return exc
		}
		result, exc = FromPython(t, v)
		return exc
	})
	return result, err
}

func (in *Interpreter) call(t *runtime.Thread, name string, args []any) (runtime.Value, *runtime.Exception) {
	fn := runtime.Null
	if m, ok := in.py.Modules.GetStr(sMain); ok {
		var exc *runtime.Exception
		if fn, exc = runtime.GetAttr(t, m, t.Intern(name)); exc != nil {
			return runtime.Null, exc
		}
	}
	if fn.IsNull() {
		return runtime.Null, runtime.Raisef(t, runtime.NameErrorType, "name '%s' is not defined: no program has run", name)
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	t.Handle(fn)
	values := make([]runtime.Value, len(args))
	for i, a := range args {
		v, exc := ToPython(t, a)
		if exc != nil {
			return runtime.Null, exc
		}
		t.Handle(v)
		values[i] = v
	}
	return runtime.Call(t, fn, values...)
}

// Close ends the interpreter as CPython's shutdown does: what the modules hold is finalized and the standard streams are flushed. The error is that of
// a flush.
func (in *Interpreter) Close() error {
	in.py.AcquireGIL()
	defer in.py.ReleaseGIL()
	if in.closed {
		return errClosed
	}
	in.closed = true
	if exc := in.shutDown(in.py.Main); exc != nil {
		return fmt.Errorf("flushing the standard streams: %w", newError(in.py.Main, exc))
	}
	return nil
}
