package thread

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var localType, localShape = newType()

// A local is thread-local data: an instance whose dict is that of the running thread. The dicts of the other threads wait in dicts.
type local struct {
	runtime.Header
	runtime.Attrs
	dicts map[int64]*runtime.Dict
	last  int64 // the thread whose dict is in place
	args  []Value
	kw    *Tuple
}

func asLocal(v Value) *local { return (*local)(v.Ptr()) }

var localSpec = runtime.TypeSpec{
	Type: localType, Name: "_thread._local", Shape: localShape, Doc: "Thread-local data",
	Flags:       runtime.TypeBase | runtime.TypeHasDict | runtime.TypeHasWeakref | runtime.TypeOwnLayout,
	AttrsOffset: unsafe.Offsetof(local{}.Attrs),
	NewSub:      func(t *Thread, _ *runtime.Type) *runtime.Header { return &runtime.AllocSub[local](t).Header },
	Slots: runtime.Slots{
		New: func(t *Thread, cls *runtime.Type, args []Value, kw *Tuple) (Value, *Exception) {
			if cls == localType && len(args) > 0 {
				return Null, runtime.Raise(t, runtime.TypeErrorType, "Initialization arguments are not supported")
			}
			var l *local
			if cls == localType {
				l = runtime.Alloc[local](t, localShape)
			} else {
				l = (*local)(unsafe.Pointer(runtime.NewInstanceOf(t, cls)))
			}
			v := runtime.ObjectOf(&l.Header)
			l.dicts = map[int64]*runtime.Dict{t.ID: runtime.InstanceDict(t, v)}
			l.last, l.args, l.kw = t.ID, append([]Value(nil), args...), kw
			return v, nil
		},
		GetAttr: func(t *Thread, v Value, name *runtime.Str) (Value, *Exception) {
			if exc := asLocal(v).enter(t, v); exc != nil {
				return Null, exc
			}
			return runtime.GenericGetAttr(t, v, name)
		},
		SetAttr: func(t *Thread, v Value, name *runtime.Str, x Value) *Exception {
			if exc := asLocal(v).enter(t, v); exc != nil {
				return exc
			}
			if name.GoString() == "__dict__" {
				return runtime.RaiseAttribute(t, "'"+runtime.TypeOf(v).FullName()+"' object attribute '__dict__' is read-only", v, name)
			}
			return runtime.GenericSetAttr(t, v, name, x)
		},
		Traverse: func(v Value, visit runtime.VisitFunc) {
			l := asLocal(v)
			for _, d := range l.dicts {
				visit(d.Value())
			}
			for _, a := range l.args {
				visit(a)
			}
		},
	},
	GetSets: []getset{runtime.DictGetSet},
}

// enter puts the running thread's dict in place; the first time a subclass's __init__ fills it.
func (l *local) enter(t *Thread, v Value) *Exception {
	if l.last == t.ID {
		return nil
	}
	d, known := l.dicts[t.ID]
	if !known {
		d = runtime.NewDict(t)
		l.dicts[t.ID] = d
	}
	runtime.SetInstanceDict(t, v, d)
	l.last = t.ID
	if known {
		return nil
	}
	if init := runtime.TypeOf(v).Init; init != nil && runtime.TypeOf(v) != localType {
		return init(t, v, l.args, l.kw)
	}
	return nil
}
