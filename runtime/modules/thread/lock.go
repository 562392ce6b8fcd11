package thread

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var (
	lockType, lockShape   = newType()
	rlockType, rlockShape = newType()
)

// A lock is a lock: its channel holds a token while it is free.
type lock struct {
	runtime.Header
	token chan struct{}
}

func newLock(t *Thread) *lock {
	l := runtime.Alloc[lock](t, lockShape)
	l.token = make(chan struct{}, 1)
	l.token <- struct{}{}
	return l
}

func asLock(v Value) *lock { return (*lock)(v.Ptr()) }

func allocateLock(t *Thread, _ Value) (Value, *Exception) {
	return runtime.ObjectOf(&newLock(t).Header), nil
}

func (l *lock) locked() bool { return len(l.token) == 0 }

// free releases the lock if it is held.
func (l *lock) free() {
	select {
	case l.token <- struct{}{}:
	default:
	}
}

var acquireArgs = runtime.NewSignature("acquire(blocking=True, timeout=-1)")

// acquireOptions reads the arguments of acquire.
func acquireOptions(t *Thread, token <-chan struct{}, args []Value, kw *Tuple) (bool, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := acquireArgs.Bind(t, args, kw)
	if exc != nil {
		return false, exc
	}
	blocking, exc := runtime.Truth(t, a[0])
	if exc != nil {
		return false, exc
	}
	d, forever, exc := timeoutArg(t, a[1], blocking)
	if exc != nil {
		return false, exc
	}
	if !blocking {
		select {
		case <-token:
			return true, nil
		default:
			return false, nil
		}
	}
	return wait(t, token, d, forever)
}

func lockAcquire(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
	ok, exc := acquireOptions(t, asLock(self).token, args, kw)
	return runtime.Bool(ok), exc
}

func lockRelease(t *Thread, self Value) (Value, *Exception) {
	l := asLock(self)
	if !l.locked() {
		return Null, runtime.Raise(t, runtime.RuntimeErrorType, "release unlocked lock")
	}
	l.free()
	return runtime.None, nil
}

func lockLocked(_ *Thread, self Value) (Value, *Exception) {
	return runtime.Bool(asLock(self).locked()), nil
}

func lockEnter(t *Thread, self Value) (Value, *Exception) { return lockAcquire(t, self, nil, nil) }

const acquireDoc = "Lock the lock.  Without argument, this blocks if the lock is already\nlocked (even by the same thread), waiting for another thread to release\nthe lock, and return True once the lock is acquired."

var lockSpec = runtime.TypeSpec{
	Type: lockType, Name: "_thread.lock", Shape: lockShape, Flags: runtime.TypeHasWeakref | runtime.TypeOwnLayout,
	Doc: "A lock object is a synchronization primitive.",
	Slots: runtime.Slots{
		New: func(t *Thread, _ *runtime.Type, args []Value, kw *Tuple) (Value, *Exception) {
			if !t.Interp().Version.At(13) {
				return Null, runtime.Raise(t, runtime.TypeErrorType, "cannot create '_thread.lock' instances")
			}
			if exc := runtime.NoKeywords(t, "lock", kw); exc != nil {
				return Null, exc
			}
			if exc := runtime.CheckArity(t, "lock", len(args), 0, 0); exc != nil {
				return Null, exc
			}
			return allocateLock(t, Null)
		},
		Repr: func(t *Thread, v Value) (Value, *Exception) {
			s := "unlocked"
			if asLock(v).locked() {
				s = "locked"
			}
			return runtime.NewStr(t, "<"+s+" "+runtime.TypeOf(v).FullName()+" object at "+runtime.Address(v)+">").Value(), nil
		},
		Traverse: func(Value, runtime.VisitFunc) {},
	},
	Methods: []row{
		{Sig: "acquire_lock", Doc: "An obsolete synonym of acquire().", Fn: lockAcquire},
		{Sig: "acquire", Doc: acquireDoc, Fn: lockAcquire},
		{Sig: "release_lock($self, /)", Doc: "An obsolete synonym of release().", Fn: lockRelease},
		{Sig: "release($self, /)", Doc: "Release the lock, allowing another thread that is blocked waiting for\nthe lock to acquire the lock.", Fn: lockRelease},
		{Sig: "locked_lock($self, /)", Doc: "An obsolete synonym of locked().", Fn: lockLocked},
		{Sig: "locked($self, /)", Doc: "Return whether the lock is in the locked state.", Fn: lockLocked},
		{Sig: "__enter__($self, /)", Doc: "Lock the lock.", Fn: lockEnter},
		{Sig: "__exit__($self, /, *exc_info)", Doc: "Release the lock.", Fn: func(t *Thread, self Value, _ []Value) (Value, *Exception) { return lockRelease(t, self) }},
		{Sig: "_at_fork_reinit($self, /)", Fn: func(_ *Thread, self Value) (Value, *Exception) {
			asLock(self).free()
			return runtime.None, nil
		}},
	},
}

// An rlock is an RLock: its owner may take it again.
type rlock struct {
	runtime.Header
	token chan struct{}
	owner int64 // the owner's ident, 0 for none
	count int
}

type rlockSub struct {
	rlock
	runtime.Attrs
}

func asRLock(v Value) *rlock { return (*rlock)(v.Ptr()) }

func initRLock(l *rlock) *rlock {
	l.token = make(chan struct{}, 1)
	l.token <- struct{}{}
	return l
}

func rlockAcquire(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
	l := asRLock(self)
	if l.count > 0 && l.owner == t.ID {
		l.count++
		return runtime.True, nil
	}
	ok, exc := acquireOptions(t, l.token, args, kw)
	if ok {
		l.owner, l.count = t.ID, 1
	}
	return runtime.Bool(ok), exc
}

func (l *rlock) release(t *Thread) *Exception {
	if l.count == 0 || l.owner != t.ID {
		return runtime.Raise(t, runtime.RuntimeErrorType, "cannot release un-acquired lock")
	}
	if l.count--; l.count == 0 {
		l.owner = 0
		l.token <- struct{}{}
	}
	return nil
}

var rlockSpec = runtime.TypeSpec{
	Type: rlockType, Name: "_thread.RLock", Shape: rlockShape, Flags: runtime.TypeBase | runtime.TypeHasWeakref | runtime.TypeOwnLayout,
	NewSub: func(t *Thread, _ *runtime.Type) *runtime.Header {
		return &initRLock(&runtime.AllocSub[rlockSub](t).rlock).Header
	},
	SubAttrsOffset: unsafe.Offsetof(rlockSub{}.Attrs),
	Slots: runtime.Slots{
		New: func(t *Thread, cls *runtime.Type, _ []Value, _ *Tuple) (Value, *Exception) {
			if cls != rlockType {
				return runtime.ObjectOf(runtime.NewInstanceOf(t, cls)), nil
			}
			return runtime.ObjectOf(&initRLock(runtime.Alloc[rlock](t, rlockShape)).Header), nil
		},
		Repr: func(t *Thread, v Value) (Value, *Exception) {
			l := asRLock(v)
			s := "unlocked"
			if l.count > 0 {
				s = "locked"
			}
			return runtime.NewStr(t, "<"+s+" "+runtime.TypeOf(v).FullName()+" object owner="+runtime.NewStrInt(t, l.owner).GoString()+" count="+
				runtime.NewStrInt(t, int64(l.count)).GoString()+" at "+runtime.Address(v)+">").Value(), nil
		},
		Traverse: func(Value, runtime.VisitFunc) {},
	},
	Methods: []row{
		{Sig: "acquire", Doc: acquireDoc, Fn: rlockAcquire},
		{Sig: "release($self, /)", Doc: "Release the lock.", Fn: func(t *Thread, self Value) (Value, *Exception) { return runtime.None, asRLock(self).release(t) }},
		{Sig: "locked($self, /)", Doc: "Return a boolean indicating whether this object is locked right now.", Since: 14, Fn: func(_ *Thread, self Value) (Value, *Exception) {
			return runtime.Bool(asRLock(self).count > 0), nil
		}},
		{Sig: "_is_owned($self, /)", Doc: "For internal use by `threading.Condition`.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			l := asRLock(self)
			return runtime.Bool(l.count > 0 && l.owner == t.ID), nil
		}},
		{Sig: "_recursion_count($self, /)", Doc: "For internal use by reentrancy checks.", Since: 12, Fn: func(t *Thread, self Value) (Value, *Exception) {
			l := asRLock(self)
			if l.owner != t.ID {
				return runtime.Int(0), nil
			}
			return runtime.Int(int64(l.count)), nil
		}},
		{Sig: "_acquire_restore($self, state, /)", Doc: "For internal use by `threading.Condition`.", Fn: func(t *Thread, self, st Value) (Value, *Exception) {
			x, ok := runtime.AsTuple(st)
			if !ok || x.Len() != 2 {
				return Null, runtime.Raise(t, runtime.TypeErrorType, "illegal RLock state")
			}
			l := asRLock(self)
			if _, exc := wait(t, l.token, 0, true); exc != nil {
				return Null, exc
			}
			n, _ := runtime.AsInt64(x.Items[0])
			l.owner, _ = runtime.AsInt64(x.Items[1])
			l.count = int(n)
			return runtime.None, nil
		}},
		{Sig: "_release_save($self, /)", Doc: "For internal use by `threading.Condition`.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			l := asRLock(self)
			if l.count == 0 {
				return Null, runtime.Raise(t, runtime.RuntimeErrorType, "cannot release un-acquired lock")
			}
			st := runtime.NewPair(t, runtime.Int(int64(l.count)), runtime.Int(l.owner))
			l.count, l.owner = 0, 0
			l.token <- struct{}{}
			return st, nil
		}},
		{Sig: "__enter__($self, /)", Doc: "Lock the lock.", Fn: func(t *Thread, self Value) (Value, *Exception) { return rlockAcquire(t, self, nil, nil) }},
		{Sig: "__exit__($self, /, *exc_info)", Doc: "Release the lock.", Fn: func(t *Thread, self Value, _ []Value) (Value, *Exception) {
			return runtime.None, asRLock(self).release(t)
		}},
		{Sig: "_at_fork_reinit($self, /)", Fn: func(_ *Thread, self Value) (Value, *Exception) {
			l := asRLock(self)
			if l.count > 0 {
				l.count, l.owner = 0, 0
				l.token <- struct{}{}
			}
			return runtime.None, nil
		}},
	},
}

// setSentinel makes the lock that is released when the current thread ends.
func setSentinel(t *Thread, _ Value) (Value, *Exception) {
	l := newLock(t)
	stateOf(t.Interp()).sentinel[t] = l
	return runtime.ObjectOf(&l.Header), nil
}
