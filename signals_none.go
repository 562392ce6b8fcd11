//go:build wasip1

package main

import (
	"os"

	"github.com/krait-vm/krait/eval/api"
	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/runtime/host"
)

// watchSignals does nothing: WASI has no signals.
func watchSignals(*runtime.Interp, *host.OS) (stop func()) { return func() {} }

// dieOfInterrupt ends the process with the status of an interrupted program.
func dieOfInterrupt() { os.Exit(api.ExitKeyboard) }
