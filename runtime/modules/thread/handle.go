package thread

import "github.com/krait-vm/krait/runtime"

var handleType, handleShape = newType()

// A handle is a _ThreadHandle: it tells when a thread has ended.
type handle struct {
	runtime.Header
	ident int64
	begun bool
	ended bool
	done  chan struct{} // closed when the thread has ended
}

func asHandle(v Value) *handle { return (*handle)(v.Ptr()) }

func newHandle(t *Thread) *handle {
	h := runtime.Alloc[handle](t, handleShape)
	h.done = make(chan struct{})
	return h
}

func (h *handle) end() {
	if !h.ended {
		h.ended = true
		close(h.done)
	}
}

var handleSpec = runtime.TypeSpec{
	Type: handleType, Name: "_thread._ThreadHandle", Shape: handleShape, Flags: runtime.TypeOwnLayout,
	Slots: runtime.Slots{
		New: func(t *Thread, _ *runtime.Type, args []Value, kw *Tuple) (Value, *Exception) {
			if exc := runtime.CheckArity(t, "_ThreadHandle", len(args), 0, 0); exc != nil {
				return Null, exc
			}
			return runtime.ObjectOf(&newHandle(t).Header), nil
		},
		Repr: func(t *Thread, v Value) (Value, *Exception) {
			return runtime.NewStr(t, "<_ThreadHandle object: ident="+runtime.NewStrInt(t, asHandle(v).ident).GoString()+">").Value(), nil
		},
		Traverse: func(Value, runtime.VisitFunc) {},
	},
	Methods: []row{
		{Sig: "join($self, timeout=None, /)", Fn: func(t *Thread, self, timeout Value) (Value, *Exception) {
			h := asHandle(self)
			if !h.begun {
				return Null, runtime.Raise(t, runtime.RuntimeErrorType, "thread not started")
			}
			if h.ident == t.ID && !h.ended {
				return Null, runtime.Raise(t, runtime.RuntimeErrorType, "Cannot join current thread")
			}
			if timeout.IsNone() {
				_, exc := wait(t, h.done, 0, true)
				return runtime.None, exc
			}
			d, forever, exc := timeoutArg(t, timeout, true)
			if exc != nil {
				return Null, exc
			}
			_, exc = wait(t, h.done, d, forever)
			return runtime.None, exc
		}},
		{Sig: "_set_done($self, /)", Fn: func(_ *Thread, self Value) (Value, *Exception) {
			asHandle(self).end()
			return runtime.None, nil
		}},
		{Sig: "is_done($self, /)", Fn: func(_ *Thread, self Value) (Value, *Exception) { return runtime.Bool(asHandle(self).ended), nil }},
	},
	GetSets: []getset{{Name: "ident", Get: func(_ *Thread, self Value) (Value, *Exception) { return runtime.Int(asHandle(self).ident), nil }}},
}

func makeHandle(t *Thread, _, id Value) (Value, *Exception) {
	n, exc := runtime.AsSsize(t, id)
	if exc != nil {
		return Null, exc
	}
	h := newHandle(t)
	h.ident, h.begun = int64(n), true
	return runtime.ObjectOf(&h.Header), nil
}

func startJoinable(t *Thread, _ Value, args []Value) (Value, *Exception) {
	if runtime.TypeOf(args[0]).Call == nil {
		return Null, runtime.Raise(t, runtime.TypeErrorType, "thread function must be callable")
	}
	var h *handle
	switch {
	case args[1].IsNone():
		h = newHandle(t)
	case runtime.HasShape(args[1], handleShape):
		h = asHandle(args[1])
	default:
		return Null, runtime.Raise(t, runtime.TypeErrorType, "'handle' must be a _ThreadHandle")
	}
	daemon, exc := runtime.Truth(t, args[2])
	if exc != nil {
		return Null, exc
	}
	if h.begun {
		return Null, runtime.Raise(t, runtime.RuntimeErrorType, "thread already started")
	}
	h.begun = true
	s := stateOf(t.Interp())
	if !daemon {
		s.waitFor[h] = true
	}
	nt := start(t, args[0], nil, nil, func(*Thread) {
		delete(s.waitFor, h)
		h.end()
	})
	h.ident = nt.ID
	return runtime.ObjectOf(&h.Header), nil
}

// shutdown waits for the threads that are no daemons.
func shutdown(t *Thread, _ Value) (Value, *Exception) {
	s := stateOf(t.Interp())
	for {
		var h *handle
		for x := range s.waitFor {
			if x.ident != t.ID {
				h = x
				break
			}
		}
		if h == nil {
			return runtime.None, nil
		}
		if _, exc := wait(t, h.done, 0, true); exc != nil {
			return Null, exc
		}
		delete(s.waitFor, h)
	}
}
