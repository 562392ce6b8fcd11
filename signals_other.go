//go:build !unix && !wasip1

package main

import (
	"os"

	"github.com/krait-vm/krait/eval/api"
)

func ignorePipe() {}

// dieOfInterrupt ends the process with the status of an interrupted program.
func dieOfInterrupt() { os.Exit(api.ExitKeyboard) }
