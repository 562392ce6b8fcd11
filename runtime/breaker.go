package runtime

// ServeBreaker does what the eval breaker's bits ask for; the engine calls it at a safepoint.
func ServeBreaker(t *Thread) *Exception {
	bits := t.Breaker.Swap(0)
	if t.interp.cancelled.Load() {
		return cancellation(t)
	}
	if bits&BreakSignal != 0 {
		if exc := t.interp.serveSignals(t); exc != nil {
			t.Breaker.Or(bits &^ BreakSignal)
			return exc
		}
	}
	if bits&BreakGIL != 0 {
		t.Yield()
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

// Interrupt asks the main thread to raise KeyboardInterrupt; any goroutine may call it. It reports whether an earlier call still waits to be served.
func (in *Interp) Interrupt() (waiting bool) {
	waiting = in.interrupted.Swap(true)
	in.Main.Breaker.Or(BreakSignal)
	return waiting
}

// Cancel stops the program: the main thread raises a KeyboardInterrupt that no handler stops, again at every safepoint until EndCancel. Any goroutine
// may call it.
func (in *Interp) Cancel() {
	in.cancelled.Store(true)
	in.Main.Breaker.Or(BreakCancel)
}

// EndCancel makes the interpreter usable again after Cancel.
func (in *Interp) EndCancel() {
	in.cancelled.Store(false)
	in.Main.Breaker.And(^BreakCancel)
}

// cancellation makes the exception that ends a cancelled program. The breaker stays set: native code may drop the exception.
func cancellation(t *Thread) *Exception {
	t.Breaker.Or(BreakCancel)
	e := RaiseNew(t, KeyboardInterruptType)
	e.flags |= flagUncatchable
	return e
}

// Uncatchable reports whether no handler may stop the exception: it ends a program that was cancelled.
func (e *Exception) Uncatchable() bool { return e.flags&flagUncatchable != 0 }

// serveSignals raises KeyboardInterrupt for a Ctrl-C that came.
func (in *Interp) serveSignals(t *Thread) *Exception {
	if t == in.Main && in.interrupted.Swap(false) {
		return RaiseNew(t, KeyboardInterruptType)
	}
	return nil
}
