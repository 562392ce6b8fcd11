// Krait loads CPython .pyc files and executes their bytecode.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// The exit statuses of the command itself.
const (
	exitFailure = 1
	exitUsage   = 2
)

// usageLine follows an error about the command line, as CPython has it.
const usageLine = "usage: krait [option] ... [-m mod | file | -] [arg] ...\nTry `krait -h' for more information.\n"

func main() { os.Exit(command(os.Args)) }

// command runs one command line and returns the exit status.
func command(argv []string) int {
	var o options
	o.OrigArgs = argv
	args, err := o.parse(argv[1:])
	if err == nil && len(args) > 0 && !o.hasModule && !o.command {
		if name := args[0]; name == "run" {
			args, err = o.parse(args[1:])
		} else if isCommand(name) {
			return runCommand(args)
		}
	}
	if err == nil && o.help == "" && o.version == 0 {
		err = o.finish()
	}
	switch {
	case err != nil:
		return fail(err)
	case o.help != "":
		return printHelp(o.help)
	case o.version > 0:
		return printVersion(o.version)
	}
	return run(&o, args)
}

// fail prints why the program was not started and returns the exit status.
func fail(err error) int {
	var usage *usageError
	var fatal *fatalError
	switch {
	case errors.As(err, &usage):
		_, _ = io.WriteString(os.Stderr, usage.Error()+"\n"+usageLine)
		return exitUsage
	case errors.As(err, &fatal):
		_, _ = io.WriteString(os.Stderr, fatal.Error()+"\n")
		return exitFailure
	}
	var p *programError
	if errors.As(err, &p) {
		_, _ = io.WriteString(os.Stderr, p.Error()+"\n")
		return p.status
	}
	fmt.Fprintf(os.Stderr, "krait: %v\n", err)
	return exitFailure
}
