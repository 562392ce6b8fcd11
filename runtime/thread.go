package runtime

import (
	"math/big"
	"sync/atomic"
	"unsafe"
)

// A Thread is the state of one Python thread in one interpreter. Only the goroutine that holds the interpreter's GIL on its behalf may touch it,
// save for Breaker.
type Thread struct {
	interp  *Interp
	Breaker atomic.Uint32 // Break* bits: why the engine should look up at its next safepoint
	ID      int64

	excInfo    *ExcInfo // the stack of exceptions being handled
	excBase    ExcInfo
	depth      int // entries of native code that may call back into Python
	charged    uintptr
	handles    []Value // the handle window: values that native code needs across calls back
	reprs      []Value // containers whose repr is under way
	specs      *specCache
	scratch    []byte      // what a strBuilder starts with, nil while one has it
	ints       [3]smallBig // operands of big arithmetic
	spare      big.Int     // a result that nobody wants
	asyncHooks struct{ firstIter, finalizer Value }
	coroDepth  int
	steps      uint64
	pending    []func(t *Thread) *Exception
}

// The bits of Thread.Breaker.
const (
	BreakSignal   uint32 = 1 << iota // a signal wants its handler to run
	BreakGIL                         // another thread wants the GIL
	BreakCancel                      // the host cancelled the context
	BreakSteps                       // the step budget is spent
	BreakFinalize                    // finalizers or weak reference callbacks wait
	BreakAsyncExc                    // an exception was set from another thread
)

// An ExcInfo is an entry of the stack of exceptions being handled; every generator has one of its own, as CPython's _PyErr_StackItem.
type ExcInfo struct {
	Exc  *Exception
	Prev *ExcInfo
}

// Interp returns the interpreter the thread belongs to.
func (t *Thread) Interp() *Interp { return t.interp }

// Charged returns the bytes allocated by the thread so far.
func (t *Thread) Charged() uintptr { return t.charged }

// charge accounts for n bytes of small, bounded allocation.
func (t *Thread) charge(n uintptr) { t.charged += n }

// Reserve asks for n bytes before they are allocated and raises MemoryError when they cannot be had. Every allocation whose size a program
// chooses goes through it.
func (t *Thread) Reserve(n int) *Exception {
	if n < 0 || int64(n) > t.interp.maxAlloc {
		return RaiseNew(t, MemoryErrorType)
	}
	t.charged += uintptr(n)
	return nil
}

// alloc makes a zeroed T and charges it to the thread.
func alloc[T any](t *Thread) *T {
	t.charged += unsafe.Sizeof(*new(T))
	return new(T)
}

// Handle keeps v alive and visible to collection until the matching Release; native code that needs a Value after calling back or blocking
// takes one.
func (t *Thread) Handle(v Value) { t.handles = append(t.handles, v) }

// HandleMark returns the present height of the handle window, for Release.
func (t *Thread) HandleMark() int { return len(t.handles) }

// Release drops all handles above a mark.
func (t *Thread) Release(mark int) {
	clear(t.handles[mark:])
	t.handles = t.handles[:mark]
}

// maxNativeDepth bounds re-entries from native code into Python or into itself, so that Go's stack stays under 64 MB.
const maxNativeDepth = 4000

// Enter counts one level of native recursion; where describes it as CPython does (" while getting the repr of an object"). Every Enter that
// returned nil is followed by a Leave.
func (t *Thread) Enter(where string) *Exception {
	if t.depth >= maxNativeDepth {
		return Raise(t, RecursionErrorType, "maximum recursion depth exceeded"+where)
	}
	t.depth++
	return nil
}

// Leave ends an Enter.
func (t *Thread) Leave() { t.depth-- }

// ExcInfo returns the entry that PUSH_EXC_INFO and POP_EXCEPT change.
func (t *Thread) ExcInfo() *ExcInfo { return t.excInfo }

// PushExcInfo makes e the top entry, for a generator that resumes.
func (t *Thread) PushExcInfo(e *ExcInfo) { e.Prev = t.excInfo; t.excInfo = e }

// PopExcInfo removes the top entry.
func (t *Thread) PopExcInfo() { e := t.excInfo; t.excInfo = e.Prev; e.Prev = nil }

// HandledException returns the exception being handled, nil when there is none.
func (t *Thread) HandledException() *Exception {
	for e := t.excInfo; e != nil; e = e.Prev {
		if e.Exc != nil {
			return e.Exc
		}
	}
	return nil
}

// Poll is called by native loops that can run long, every few thousand items; it serves the breaker.
func (t *Thread) Poll() *Exception {
	if t.Breaker.Load() == 0 {
		return nil
	}
	return t.interp.engine.Break(t)
}

// A Checkpoint is what a thread looks like where the engine is entered, so that Rollback can return there after a Go panic.
type Checkpoint struct {
	depth, coroDepth, handles, reprs int
	excInfo                          *ExcInfo
	exc                              *Exception
}

// Checkpoint takes the thread's state.
func (t *Thread) Checkpoint() Checkpoint {
	return Checkpoint{t.depth, t.coroDepth, len(t.handles), len(t.reprs), t.excInfo, t.excInfo.Exc}
}

// Rollback drops what native code that panicked could not clean up since the checkpoint.
func (t *Thread) Rollback(c Checkpoint) {
	t.depth, t.coroDepth = c.depth, c.coroDepth
	t.Release(c.handles)
	clear(t.reprs[c.reprs:])
	t.reprs = t.reprs[:c.reprs]
	t.RestoreExcInfo(c)
}

// RestoreExcInfo makes the exception being handled what it was at the checkpoint: ill-formed code leaves others.
func (t *Thread) RestoreExcInfo(c Checkpoint) {
	for t.excInfo != c.excInfo && t.excInfo.Prev != nil {
		t.PopExcInfo()
	}
	t.excInfo.Exc = c.exc
}
