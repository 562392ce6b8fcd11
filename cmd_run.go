package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"

	"github.com/krait-vm/krait/eval/api"
	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/runtime/host"
)

// Variables that serve tests of krait itself.
const (
	engineVar = "KRAIT_ENGINE" // "reference" chooses the reference engine
	stepsVar  = "KRAIT_STEPS"  // a file to write the number of executed instructions to
)

// run executes the program that the command line names.
func run(o *options, args []string) int {
	if o.command {
		return fail(&usageError{"krait: -c needs a compiler, which krait does not have: compile the command to a .pyc file"})
	}
	if o.hasModule {
		return fail(errors.New("-m is not supported yet"))
	}
	if len(args) == 0 {
		return fail(&usageError{"krait: no program given: the interactive mode needs a compiler, which krait does not have"})
	}
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		host.TuneGC(host.MemoryLimit())
	}
	p, err := findProgram(args[0], o)
	if err != nil {
		return fail(err)
	}
	o.Args = args
	return p.run(o)
}

// run executes a program and returns its exit status.
func (p *program) run(o *options) int {
	steps := os.Getenv(stepsVar)
	engine := api.New(api.Options{Reference: os.Getenv(engineVar) == "reference", CountSteps: steps != ""})
	loaded, err := engine.NewProgram(p.file, p.code)
	if err != nil {
		return fail(err)
	}
	p.setPath(o)
	o.Executable, _ = os.Executable() // "" when nobody knows
	machine := host.New()
	o.MaxAlloc = host.MemoryLimit()
	in, err := engine.NewInterpreter(loaded.Version(), api.Settings{Host: machine, Config: o.Config})
	if err != nil {
		return fail(err)
	}
	if p.dir != "" || p.file == "<stdin>" {
		in.Runtime().SetPathZero(p.dir)
	}
	watchSignals(in.Runtime(), machine)
	err = in.RunFile(context.Background(), loaded, p.file)
	status := in.ExitStatus(err)
	if in.Close() != nil {
		status = api.ExitFlush
	}
	if steps != "" {
		if err := os.WriteFile(steps, strconv.AppendUint(nil, in.Steps(), 10), 0o666); err != nil {
			return fail(err)
		}
	}
	if status == api.ExitKeyboard && isKeyboardInterrupt(err) {
		dieOfInterrupt()
	}
	return status
}

// isKeyboardInterrupt reports whether a program ended by a KeyboardInterrupt that nothing caught.
func isKeyboardInterrupt(err error) bool {
	var e *api.Error
	return errors.As(err, &e) && e.Exception.Is(runtime.KeyboardInterruptType)
}

// setPath makes the part of sys.path that is not the standard library: the program's folder and PYTHONPATH.
func (p *program) setPath(o *options) {
	if !o.SafePath {
		o.Path = append(o.Path, p.dir)
	}
	if o.IgnoreEnvironment {
		return
	}
	if list := os.Getenv("PYTHONPATH"); list != "" {
		for _, dir := range filepath.SplitList(list) {
			o.Path = append(o.Path, absolute(dir))
		}
	}
}
