//go:build !wasip1

package main

import (
	"os"
	"os/signal"

	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/runtime/host"
)

// watchSignals makes Ctrl-C a KeyboardInterrupt in the main thread. A second one, sent before the program took notice of the first, ends the process. The
// function returned ends the watch.
func watchSignals(in *runtime.Interp, machine *host.OS) (stop func()) {
	ignorePipe()
	if signal.Ignored(os.Interrupt) {
		return func() {}
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
	return func() {
		signal.Stop(c)
		close(c)
	}
}
