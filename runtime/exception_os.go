package runtime

import (
	"errors"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// The members of OSError in Ext.
const (
	osErrno = iota
	osStrerror
	osFilename
	osFilename2
	osWritten // BlockingIOError.characters_written
	osMembers
)

func osErrorSpec() *TypeSpec {
	s := memberSpec(Slots{New: osErrorNew, Init: osErrorInit, Str: osErrorStr},
		member{"errno", "POSIX exception code"}, member{"strerror", "exception strerror"}, member{"filename", "exception filename"},
		member{"filename2", "second exception filename"})
	s.Members = osMembers
	s.GetSets = append(s.GetSets, GetSetSpec{Name: "characters_written", Get: osWrittenGet, Set: osWrittenSet})
	s.Methods = []MethodSpec{{Sig: "__reduce__($self, /)", Fn: osErrorReduce}}
	return s
}

// errnoClasses maps an error number to the subclass of OSError that OSError(errno, ...) makes.
var errnoClasses = map[syscall.Errno]*Type{
	syscall.EAGAIN: BlockingIOErrorType, syscall.EALREADY: BlockingIOErrorType, syscall.EINPROGRESS: BlockingIOErrorType,
	syscall.EPIPE: BrokenPipeErrorType, errShutdown: BrokenPipeErrorType, syscall.ECHILD: ChildProcessErrorType,
	syscall.ECONNABORTED: ConnectionAbortedErrorType, syscall.ECONNREFUSED: ConnectionRefusedErrorType, syscall.ECONNRESET: ConnectionResetErrorType,
	syscall.EEXIST: FileExistsErrorType, syscall.ENOENT: FileNotFoundErrorType, syscall.EISDIR: IsADirectoryErrorType, syscall.ENOTDIR: NotADirectoryErrorType,
	syscall.EINTR: InterruptedErrorType, syscall.EACCES: PermissionErrorType, syscall.EPERM: PermissionErrorType, syscall.ESRCH: ProcessLookupErrorType,
	syscall.ETIMEDOUT: TimeoutErrorType,
}

// osInitLater reports whether __init__ rather than __new__ reads the arguments: when a subclass overrides only __init__, whose signature may differ.
func osInitLater(t *Thread, cls *Type) bool {
	init, _ := t.lookup(cls, sInit)
	mk, _ := t.lookup(cls, sNew)
	b := AsBuiltin(mk)
	return !isSlotOf(init, OSErrorType) && b != nil && b.Fn.owner != nil && sameNew(b.Fn.owner, OSErrorType)
}

func osErrorNew(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if osInitLater(t, cls) {
		return newException(t, cls, emptyTuple).Value(), nil
	}
	if kw.Len() > 0 {
		return Null, TypeErrorf(t, "%s() takes no keyword arguments", cls.name)
	}
	if cls == OSErrorType && len(args) >= 2 && len(args) <= 5 {
		if n, ok := AsInt64(args[0]); ok {
			if sub := errnoClasses[syscall.Errno(n)]; sub != nil && int64(syscall.Errno(n)) == n {
				cls = sub
			}
		}
	}
	e := newException(t, cls, nil)
	return e.Value(), e.osFill(t, args)
}

func osErrorInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	e := (*Exception)(self.p)
	if !osInitLater(t, e.Type()) {
		if e.Args == nil || e.Type().flags&TypeHeap == 0 && e.Ext[osErrno].IsNull() && e.Args.Len() == len(args) {
			return e.osFill(t, args) // made by native code, without __new__
		}
		return nil
	}
	if kw.Len() > 0 {
		return TypeErrorf(t, "%s() takes no keyword arguments", e.Type().name)
	}
	return e.osFill(t, args)
}

// osFill sets the members from two to five arguments: errno, strerror, filename, winerror (ignored), filename2. The file names leave args.
func (e *Exception) osFill(t *Thread, args []Value) *Exception {
	if len(args) < 2 || len(args) > 5 {
		e.setArgsFrom(t, args)
		return nil
	}
	if len(args) > 2 && !args[2].IsNone() {
		tp := TypeOf(args[2])
		if e.Type() == BlockingIOErrorType && (tp.ToInt != nil || tp.Index != nil || tp.ToFloat != nil) {
			n, exc := AsSsize(t, args[2])
			if exc != nil {
				return exc
			}
			e.Ext[osWritten] = Int(int64(n))
		} else {
			e.Ext[osFilename] = args[2]
			if len(args) > 4 && !args[4].IsNone() {
				e.Ext[osFilename2] = args[4]
			}
			args = args[:2]
		}
	} else if len(args) > 2 {
		e.Ext[osFilename] = Null
	}
	e.Ext[osErrno], e.Ext[osStrerror] = args[0], args[1]
	e.setArgsFrom(t, args)
	return nil
}

func (e *Exception) setArgsFrom(t *Thread, args []Value) {
	if e.Args == nil {
		e.Args = CopyTuple(t, args)
		return
	}
	e.setArgs(t, args)
}

func osErrorStr(t *Thread, v Value) (Value, *Exception) {
	e := (*Exception)(v.p)
	if e.Ext[osFilename].IsNull() && (e.Ext[osErrno].IsNull() || e.Ext[osStrerror].IsNull()) {
		return exceptionStr(t, v)
	}
	errno, exc := ToStr(t, orNone(e.Ext[osErrno]))
	if exc != nil {
		return Null, exc
	}
	text, exc := ToStr(t, orNone(e.Ext[osStrerror]))
	if exc != nil {
		return Null, exc
	}
	out := "[Errno " + errno.GoString() + "] " + text.GoString()
	sep := ": "
	for _, f := range [...]Value{e.Ext[osFilename], e.Ext[osFilename2]} {
		if f.IsNull() {
			break
		}
		s, exc := Repr(t, f)
		if exc != nil {
			return Null, exc
		}
		out += sep + s.GoString()
		sep = " -> "
	}
	return NewStr(t, out).Value(), nil
}

func osErrorReduce(t *Thread, self Value) (Value, *Exception) {
	e := (*Exception)(self.p)
	args := e.Args
	if args.Len() == 2 && !e.Ext[osFilename].IsNull() {
		items := []Value{args.Items[0], args.Items[1], e.Ext[osFilename]}
		if !e.Ext[osFilename2].IsNull() {
			items = append(items, None, e.Ext[osFilename2])
		}
		args = NewTuple(t, items)
	}
	if d := ownDict(t, self); d != nil {
		return MakeTuple(t, e.Type().Value(), args.Value(), d.Value()).Value(), nil
	}
	return MakeTuple(t, e.Type().Value(), args.Value()).Value(), nil
}

func osWrittenGet(t *Thread, self Value) (Value, *Exception) {
	if v := (*Exception)(self.p).Ext[osWritten]; !v.IsNull() {
		return v, nil
	}
	return Null, Raise(t, AttributeErrorType, "characters_written")
}

func osWrittenSet(t *Thread, self, x Value) *Exception {
	e := (*Exception)(self.p)
	if x.IsNull() {
		if e.Ext[osWritten].IsNull() {
			return Raise(t, AttributeErrorType, "characters_written")
		}
		e.Ext[osWritten] = Null
		return nil
	}
	n, exc := AsSsize(t, x)
	if exc != nil {
		return exc
	}
	e.Ext[osWritten] = Int(int64(n))
	return nil
}

// RaiseErrno makes the OSError of an error number, with the file names it is about.
func RaiseErrno(t *Thread, errno syscall.Errno, names ...Value) *Exception {
	args := []Value{Int(int64(errno)), NewStr(t, Strerror(errno)).Value()}
	if len(names) > 0 {
		args = append(args, names[0])
	}
	if len(names) > 1 {
		args = append(args, None, names[1])
	}
	v, exc := osErrorNew(t, OSErrorType, args, nil)
	if exc != nil {
		return exc
	}
	return raised(t, (*Exception)(v.p))
}

// RaiseOS makes the OSError of a host's error, with the file names it is about. Errors without a number become a plain OSError.
func RaiseOS(t *Thread, err error, names ...Value) *Exception {
	var errno syscall.Errno
	switch {
	case errors.As(err, &errno):
	case errors.Is(err, fs.ErrNotExist):
		errno = syscall.ENOENT
	case errors.Is(err, fs.ErrExist):
		errno = syscall.EEXIST
	case errors.Is(err, fs.ErrPermission):
		errno = syscall.EACCES
	case errors.Is(err, os.ErrClosed):
		errno = syscall.EBADF
	case errors.Is(err, os.ErrDeadlineExceeded):
		errno = syscall.ETIMEDOUT
	default:
		return Raise(t, OSErrorType, err.Error())
	}
	return RaiseErrno(t, errno, names...)
}

// Strerror is os.strerror: on Linux Go's texts are the C library's but for the first letter.
func Strerror(errno syscall.Errno) string {
	s := errno.Error()
	if strings.HasPrefix(s, "errno ") {
		return "Unknown error " + strconv.Itoa(int(errno))
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
