package runtime

import (
	"fmt"
	"unsafe"
)

// An Exception is an instance of BaseException or a subclass: what a function that can raise returns last. It has no Error method, so that the
// compiler keeps it apart from error.
type Exception struct {
	Header
	Attrs
	Args            *Tuple
	TB              *Traceback // nil for none
	Cause           *Exception
	Context         *Exception
	SuppressContext bool
	Ext             []Value // the type's own members (StopIteration.value, OSError.errno, ...), Null while unset
}

// Value returns the exception as a Value.
func (e *Exception) Value() Value { return obj(unsafe.Pointer(e)) }

// Type returns the exception's class.
func (e *Exception) Type() *Type { return e.shape.typ }

// Is reports whether the exception is an instance of tp.
func (e *Exception) Is(tp *Type) bool { return e.shape.typ.IsSubtype(tp) }

// AsException returns the exception instance that v is, or nil.
func AsException(v Value) *Exception {
	if v.p != nil && (*Header)(v.p).shape.typ.flags&TypeException != 0 {
		return (*Exception)(v.p)
	}
	return nil
}

type exception1 struct {
	Exception
	room [1]Value
}
type exception2 struct {
	Exception
	room [2]Value
}

// newException makes an instance without running __init__ of a subclass.
func newException(t *Thread, tp *Type, args *Tuple) *Exception {
	var e *Exception
	switch n := tp.layout.members; n {
	case 0:
		e = alloc[Exception](t)
	case 1:
		x := alloc[exception1](t)
		e = &x.Exception
		e.Ext = x.room[:]
	case 2:
		x := alloc[exception2](t)
		e = &x.Exception
		e.Ext = x.room[:]
	default:
		e = alloc[Exception](t)
		e.Ext = make([]Value, n)
		t.charge(uintptr(n) * ValueSize)
	}
	for i := range e.Ext {
		e.Ext[i] = Null
	}
	e.shape, e.Args = tp.rootShape, args
	if tp.nslots > 0 {
		e.grow(t, tp.nslots-1)
		for i := 0; i < tp.nslots; i++ {
			*e.slot(i) = Null
		}
	}
	if tp.flags&TypeHasFinalizer != 0 {
		t.interp.registerFinalizer(&e.Header)
	}
	return e
}

// RaiseNew makes an exception with the given arguments, as raising tp(*args) does.
func RaiseNew(t *Thread, tp *Type, args ...Value) *Exception {
	e := newException(t, tp, CopyTuple(t, args))
	if init := tp.Slots.Init; init != nil && tp.flags&TypeHeap == 0 {
		if exc := init(t, e.Value(), args, nil); exc != nil {
			return exc
		}
	}
	return raised(t, e)
}

// Raise makes an exception with a message.
func Raise(t *Thread, tp *Type, msg string) *Exception {
	return RaiseNew(t, tp, NewStr(t, msg).Value())
}

// Raisef makes an exception with a formatted message.
func Raisef(t *Thread, tp *Type, format string, args ...any) *Exception {
	return Raise(t, tp, fmt.Sprintf(format, args...))
}

// TypeErrorf and its siblings raise the common exceptions with a formatted message.
func TypeErrorf(t *Thread, format string, args ...any) *Exception {
	return Raisef(t, TypeErrorType, format, args...)
}

// ValueErrorf raises ValueError.
func ValueErrorf(t *Thread, format string, args ...any) *Exception {
	return Raisef(t, ValueErrorType, format, args...)
}

// raised sets the context of an exception that native code raises.
func raised(t *Thread, e *Exception) *Exception {
	SetContext(t, e)
	return e
}

// SetContext makes the exception being handled e's __context__, as raising does; a cycle is cut.
func SetContext(t *Thread, e *Exception) {
	if h := t.HandledException(); h != nil {
		e.chainTo(h)
	}
}

// chainTo makes h e's __context__; a cycle is cut.
func (e *Exception) chainTo(h *Exception) {
	if h == e || e.Context == h {
		return
	}
	// Cut the chain where it would come back to e; slow moves at half the speed, to notice a cycle that does not contain e.
	slow, odd := h, false
	for o := h; o.Context != nil; {
		if o.Context == e {
			o.Context = nil
			break
		}
		o = o.Context
		if o == slow {
			break
		}
		if odd {
			slow = slow.Context
		}
		odd = !odd
	}
	e.Context = h
}

// Unraisable reports an exception that cannot be raised any further (in __del__, a weak reference callback), through sys.unraisablehook. where is
// CPython's phrase from 3.14 on ("Exception ignored while calling deallocator"), about is the object it is about or Null.
func (t *Thread) Unraisable(e *Exception, where string, about Value) {
	if h := t.interp.unraisable; h != nil {
		h(t, e, where, about)
	}
}

// Unsupported raises NotImplementedError for a part of Python that Krait lacks; what names it.
func Unsupported(t *Thread, what string) *Exception {
	return Raise(t, NotImplementedErrorType, what+" is not supported by krait yet")
}

// StopIterationWith makes StopIteration(v), without arguments for None.
func StopIterationWith(t *Thread, v Value) *Exception {
	if v.IsNone() {
		return RaiseNew(t, StopIterationType)
	}
	return RaiseNew(t, StopIterationType, v)
}

// StopIterationValue returns the value attribute of a StopIteration.
func (e *Exception) StopIterationValue() Value {
	if len(e.Ext) > 0 && !e.Ext[0].IsNull() {
		return e.Ext[0]
	}
	return None
}
