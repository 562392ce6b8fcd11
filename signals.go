package main

import (
	"os"
	"os/signal"

	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/runtime/host"
)

// watchSignals makes Ctrl-C a KeyboardInterrupt in the main thread. A second one, sent before the program took notice of the first, ends the process.
func watchSignals(in *runtime.Interp, machine *host.OS) {
	ignorePipe()
	if signal.Ignored(os.Interrupt) {
		return
	}
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	go func() {
		for range c {
			if in.Interrupt() {
				dieOfInterrupt()
			}
			machine.Interrupt()
		}
	}()
}
