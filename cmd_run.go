package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"github.com/krait-vm/krait/eval/api"
	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/runtime/host"
	"github.com/krait-vm/krait/runtime/importer"
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
	if len(args) == 0 && !o.hasModule {
		return fail(&usageError{"krait: no program given: the interactive mode needs a compiler, which krait does not have"})
	}
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		host.TuneGC(host.MemoryLimit())
	}
	var p *program
	var err error
	if o.hasModule {
		p, o.Args = moduleProgram(o), append([]string{"-m"}, args...)
	} else {
		p, err = findProgram(args[0], o)
		o.Args = args
	}
	if err != nil {
		return fail(err)
	}
	return p.run(o)
}

// run executes a program and returns its exit status.
func (p *program) run(o *options) int {
	p.setPath(o)
	o.Executable, _ = os.Executable() // "" when nobody knows
	for i, v := range p.versions {
		status, err := p.runAs(v, o)
		var missing *importer.FindError
		switch {
		case err == nil:
			return status
		case i == len(p.versions)-1 || !errors.As(err, &missing):
			return fail(err)
		}
	}
	return exitFailure
}

// runAs executes a program in an interpreter of a version. An error says why it did not start.
func (p *program) runAs(v runtime.Version, o *options) (int, error) {
	steps := os.Getenv(stepsVar)
	engine := api.New(api.Options{Reference: os.Getenv(engineVar) == "reference", CountSteps: steps != ""})
	machine := host.New()
	in, err := engine.NewInterpreter(v, api.Settings{Host: machine, Config: o.Config})
	if err != nil {
		return 0, err
	}
	if !p.noPath {
		in.Runtime().SetPathZero(p.dir)
	}
	stop := watchSignals(in.Runtime(), machine)
	err = p.start(engine, in)
	var missing *importer.FindError
	if errors.As(err, &missing) {
		stop()
		return 0, err
	}
	status := in.ExitStatus(err)
	if in.Close() != nil {
		status = api.ExitFlush
	}
	if steps != "" {
		if err := os.WriteFile(steps, strconv.AppendUint(nil, in.Steps(), 10), 0o666); err != nil {
			return 0, err
		}
	}
	if o.Inspect {
		fmt.Fprintln(os.Stderr, "krait: no interactive mode after the program: it needs a compiler, which krait does not have")
	}
	if status == api.ExitKeyboard && isKeyboardInterrupt(err) {
		dieOfInterrupt()
	}
	return status, nil
}

// start runs the program in its interpreter.
func (p *program) start(engine *api.Engine, in *api.Interpreter) error {
	ctx := context.Background()
	switch {
	case p.module != "":
		return in.RunModule(ctx, p.module)
	case p.code == nil:
		return in.RunFolder(ctx, p.file)
	}
	loaded, err := engine.NewProgram(p.file, p.code)
	if err != nil {
		return err
	}
	return in.RunFile(ctx, loaded, p.file)
}

// isKeyboardInterrupt reports whether a program ended by a KeyboardInterrupt that nothing caught.
func isKeyboardInterrupt(err error) bool {
	var e *api.Error
	return errors.As(err, &e) && e.Exception.Is(runtime.KeyboardInterruptType)
}

// setPath makes the part of sys.path that is not the standard library: the program's folder and PYTHONPATH.
func (p *program) setPath(o *options) {
	if o.SafePath && !p.isFolder() {
		p.noPath = true
	} else {
		o.Path = append(o.Path, p.dir)
	}
	o.Path = append(o.Path, pythonPath(o)...)
}

// pythonPath is the list in PYTHONPATH.
func pythonPath(o *options) []string {
	if o.IgnoreEnvironment {
		return nil
	}
	var dirs []string
	if list := os.Getenv("PYTHONPATH"); list != "" {
		for _, dir := range filepath.SplitList(list) {
			dirs = append(dirs, absolute(dir))
		}
	}
	return dirs
}
