package runtime

// OnExit registers a function that Exit runs: the atexit module's callbacks, flushing of files. The last registered runs first.
func (in *Interp) OnExit(f func(t *Thread)) { in.exitFuncs = append(in.exitFuncs, f) }

// OnExitFirst registers a function that Exit runs before all others: waiting for threads.
func (in *Interp) OnExitFirst(f func(t *Thread)) { in.exitFirst = append(in.exitFirst, f) }

// Exit runs what was registered with OnExit, once; the command and the Go API call it when the program has ended, before the standard streams are
// flushed.
func (in *Interp) Exit(t *Thread) {
	first := in.exitFirst
	in.exitFirst = nil
	for _, f := range first {
		f(t)
	}
	for len(in.exitFuncs) > 0 {
		n := len(in.exitFuncs) - 1
		f := in.exitFuncs[n]
		in.exitFuncs = in.exitFuncs[:n]
		f(t)
	}
}

// Unreachable reports whether no program can reach an object any more: where reference counting would have finalized it by now. It takes a census.
func (in *Interp) Unreachable(h *Header) bool {
	if in.collecting {
		return false
	}
	in.mark()
	return h.mark != in.epoch
}

// DictGetSet is the __dict__ row of native types whose instances have one.
var DictGetSet = instanceDictGetSet
