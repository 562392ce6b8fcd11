package runtime

import (
	goruntime "runtime"
	"slices"
	"time"
)

// The interpreter's lock. A thread that waits for it asks the running one to let go after an interval; that happens at the running thread's next
// safepoint. Blocking drops it around whatever may block.

// gilInterval is how long a thread waits before it asks for the lock, and how long until it asks again: sys.getswitchinterval.
const gilInterval = 5 * time.Millisecond

// AcquireGIL takes the lock for the main thread.
func (in *Interp) AcquireGIL() { in.Main.Acquire() }

// ReleaseGIL drops the lock.
func (in *Interp) ReleaseGIL() { in.gil.Unlock() }

// Acquire takes the interpreter's lock for the thread.
func (t *Thread) Acquire() {
	in := t.interp
	if !in.gil.TryLock() {
		ask := time.NewTicker(gilInterval)
		got := make(chan struct{})
		go func() {
			for {
				select {
				case <-ask.C:
					if r := in.running.Load(); r != nil {
						r.Breaker.Or(BreakGIL)
					}
				case <-got:
					return
				}
			}
		}()
		in.gil.Lock()
		ask.Stop()
		close(got)
	}
	in.running.Store(t)
}

// Yield lets another thread that waits for the lock run.
func (t *Thread) Yield() {
	t.interp.gil.Unlock()
	goruntime.Gosched()
	t.Acquire()
}

// Blocking runs f, which may block and must not touch Python objects, with the lock dropped.
func (t *Thread) Blocking(f func()) {
	t.interp.gil.Unlock()
	defer t.Acquire()
	f()
}

// EndThread forgets a thread that has ended.
func (in *Interp) EndThread(t *Thread) {
	if i := slices.Index(in.threads, t); i >= 0 {
		in.threads = slices.Delete(in.threads, i, i+1)
	}
}
