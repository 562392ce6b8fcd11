//go:build unix

package main

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/krait-vm/krait/eval/api"
)

// ignorePipe makes writing to a closed pipe an error, as CPython does, instead of the end of the process.
func ignorePipe() { signal.Ignore(syscall.SIGPIPE) }

// dieOfInterrupt ends the process by SIGINT, so that a shell that runs it sees why it ended.
func dieOfInterrupt() {
	signal.Reset(os.Interrupt)
	if syscall.Kill(os.Getpid(), syscall.SIGINT) == nil {
		time.Sleep(time.Second) // the signal takes a moment
	}
	os.Exit(api.ExitKeyboard)
}
