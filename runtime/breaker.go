package runtime

// ServeBreaker does what the eval breaker's bits ask for; the engine calls it at a safepoint.
func ServeBreaker(t *Thread) *Exception {
	bits := t.Breaker.Swap(0)
	if bits&BreakSignal != 0 {
		if exc := t.interp.serveSignals(t); exc != nil {
			t.Breaker.Or(bits &^ BreakSignal)
			return exc
		}
	}
	for len(t.pending) > 0 {
		f := t.pending[0]
		t.pending = t.pending[1:]
		if exc := f(t); exc != nil {
			return exc
		}
	}
	return nil
}

// Interrupt asks the main thread to raise KeyboardInterrupt; any goroutine may call it.
func (in *Interp) Interrupt() {
	in.interrupted.Store(true)
	in.Main.Breaker.Or(BreakSignal)
}

// serveSignals raises KeyboardInterrupt for a Ctrl-C that came.
func (in *Interp) serveSignals(t *Thread) *Exception {
	if t == in.Main && in.interrupted.Swap(false) {
		return RaiseNew(t, KeyboardInterruptType)
	}
	return nil
}
