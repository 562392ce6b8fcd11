// Package api runs compiled Python programs from Go.
//
//	engine := api.New(api.Options{})
//	program, err := engine.Load("prog.pyc", data) // once, for any number of interpreters
//	in, err := engine.NewInterpreter(program.Version(), api.Settings{})
//	err = in.Run(ctx, program)
//	result, err := in.Call(ctx, "double", 21)
//	err = in.Close()
//
// An Engine and a Program hold nothing that a program can change; any number of goroutines may use them. An Interpreter is one Python interpreter: its
// methods wait for each other.
package api

import (
	"fmt"
	"strings"
	"sync"

	"github.com/krait-vm/krait/eval"
	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/runtime/host"
	"github.com/krait-vm/krait/runtime/importer"
	"github.com/krait-vm/krait/runtime/modules"
)

// Options choose how an engine runs programs.
type Options struct {
	Reference  bool // the reference engine: slow and plain, to compare with
	CountSteps bool // count the bytecode instructions executed, for Interpreter.Steps
}

// An Engine executes programs.
type Engine struct {
	engine *eval.Engine
}

// New makes an engine.
func New(o Options) *Engine {
	return &Engine{eval.New(eval.Options{Reference: o.Reference, CountSteps: o.CountSteps})}
}

// A Program is a loaded .pyc file. It never changes.
type Program struct {
	name    string
	code    *marshal.Code
	version runtime.Version

	engine  *Engine
	verify  sync.Once
	problem error
}

// The versions of Python that programs may be compiled for, with the release that each interpreter says it is.
var versions = []runtime.Version{{Minor: 13, Micro: 0}, {Minor: 14, Micro: 6}}

// A VersionList is a list of Python versions in rising order.
type VersionList []marshal.Version

// SupportedVersions returns the versions of Python that programs may be compiled for.
func SupportedVersions() VersionList {
	var list VersionList
	for _, v := range versions {
		list = append(list, marshal.Version(3<<8|v.Minor))
	}
	return list
}

// String gives "3.13 or 3.14".
func (l VersionList) String() string {
	var b strings.Builder
	for i, v := range l {
		switch {
		case i > 0 && i == len(l)-1:
			b.WriteString(" or ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(v.String())
	}
	return b.String()
}

// Supported returns the interpreter's version for code of a Python version, false when it cannot be run.
func Supported(v marshal.Version) (runtime.Version, bool) {
	for _, known := range versions {
		if v == marshal.Version(3<<8|known.Minor) {
			return known, true
		}
	}
	return runtime.Version{}, false
}

// Load decodes a .pyc file. The name is for messages. The program keeps data, which must not change.
func (e *Engine) Load(name, data string) (*Program, error) {
	p, err := marshal.LoadPyc(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return e.NewProgram(name, p.Code)
}

// NewProgram makes a program of a code object that was decoded elsewhere.
func (e *Engine) NewProgram(name string, code *marshal.Code) (*Program, error) {
	v, ok := Supported(code.Version)
	if !ok {
		return nil, fmt.Errorf("%s: compiled for Python %v, which is not supported", name, code.Version)
	}
	return &Program{name: name, code: code, version: v, engine: e}, nil
}

// Version is the version of Python that the program was compiled for.
func (p *Program) Version() runtime.Version { return p.version }

// Name is the name given to Load.
func (p *Program) Name() string { return p.name }

// Verify checks all code objects of the program, once however often it is called: the error names the code object, the offset and the reason why it
// cannot run. Without Verify each code object is checked before it first runs.
func (p *Program) Verify() error {
	p.verify.Do(func() {
		in := runtime.NewInterp(p.engine.engine, host.New(), p.version, runtime.Config{})
		code, exc := runtime.LoadCode(in.Main, p.code)
		if exc != nil {
			p.problem = newError(in.Main, exc)
			return
		}
		p.problem = p.engine.engine.Verify(code)
	})
	if p.problem != nil {
		return fmt.Errorf("%s: %w", p.name, p.problem)
	}
	return nil
}

// Settings are an interpreter's surroundings.
type Settings struct {
	Host   runtime.Host   // nil for this process's own
	Config runtime.Config // what Python's options and environment variables decide
}

// NewInterpreter makes an interpreter of a version of Python, with the hash seed of the first interpreter of the process.
func (e *Engine) NewInterpreter(v runtime.Version, s Settings) (*Interpreter, error) {
	if s.Host == nil {
		s.Host = host.New()
	}
	in := &Interpreter{py: runtime.NewInterp(e.engine, s.Host, v, s.Config)}
	in.py.AcquireGIL()
	defer in.py.ReleaseGIL()
	importer.Install(in.py)
	if exc := modules.Install(in.py); exc != nil {
		return nil, newError(in.py.Main, exc)
	}
	return in, nil
}
