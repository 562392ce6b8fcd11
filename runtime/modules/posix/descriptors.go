package posix

import (
	"errors"
	"io"
	"os"
	"syscall"

	"github.com/krait-vm/krait/runtime"
)

// descriptor converts a descriptor argument.
func descriptor(t *Thread, v Value) (int, *Exception) {
	if _, isFloat := runtime.FloatOf(v); isFloat || runtime.TypeOf(v).Index == nil && !runtime.TypeOf(v).Is(runtime.TypeInt) {
		return 0, runtime.TypeErrorf(t, "'%s' object cannot be interpreted as an integer", runtime.TypeOf(v).FullName())
	}
	i, exc := runtime.Index(t, v)
	if exc != nil {
		return 0, exc
	}
	n, ok := runtime.AsInt64(i)
	switch {
	case !ok || n > 1<<31-1:
		return 0, runtime.Raise(t, runtime.OverflowErrorType, "signed integer is greater than maximum")
	case n < -1<<31:
		return 0, runtime.Raise(t, runtime.OverflowErrorType, "signed integer is less than minimum")
	}
	return int(n), nil
}

// fileOf returns the open file of a descriptor argument.
func fileOf(t *Thread, v Value) (*os.File, *Exception) {
	n, exc := descriptor(t, v)
	if exc != nil {
		return nil, exc
	}
	if f := t.Interp().FileByNumber(n); f != nil {
		return f, nil
	}
	return nil, runtime.RaiseErrno(t, syscall.EBADF)
}

// retry runs a system call until it is not interrupted any more.
func retry(t *Thread, names []Value, call func() error) *Exception {
	for {
		var err error
		t.Blocking(func() { err = call() })
		if err == nil {
			return nil
		}
		if !errors.Is(err, syscall.EINTR) {
			return runtime.RaiseOS(t, err, names...)
		}
		if exc := t.Poll(); exc != nil {
			return exc
		}
	}
}

func openFD(t *Thread, _ Value, args []Value) (Value, *Exception) {
	if exc := plainPath(t, args[3]); exc != nil {
		return Null, exc
	}
	p, exc := pathArg(t, "open", args[0], false)
	if exc != nil {
		return Null, exc
	}
	flags, exc := runtime.AsSsize(t, args[1])
	if exc != nil {
		return Null, exc
	}
	mode, exc := runtime.AsSsize(t, args[2])
	if exc != nil {
		return Null, exc
	}
	var f *os.File
	exc = retry(t, args[:1], func() (err error) {
		f, err = t.Interp().Host().OpenFile(p.name, flags, goMode(mode))
		return err
	})
	if exc != nil {
		return Null, exc
	}
	return runtime.Int(int64(t.Interp().KeepFile(f))), nil
}

func closeFD(t *Thread, _ Value, args []Value) (Value, *Exception) {
	f, exc := fileOf(t, args[0])
	if exc != nil {
		return Null, exc
	}
	n, _ := runtime.AsInt64(args[0])
	t.Interp().DropFile(int(n))
	if err := f.Close(); err != nil {
		if isClosed(err) {
			return Null, runtime.RaiseErrno(t, syscall.EBADF)
		}
		return Null, runtime.RaiseOS(t, err)
	}
	return runtime.None, nil
}

func readFD(t *Thread, _, fd, length Value) (Value, *Exception) {
	f, exc := fileOf(t, fd)
	if exc != nil {
		return Null, exc
	}
	n, exc := runtime.AsSsize(t, length)
	if exc != nil {
		return Null, exc
	}
	if n < 0 {
		return Null, runtime.RaiseErrno(t, syscall.EINVAL)
	}
	if exc := t.Reserve(n); exc != nil {
		return Null, exc
	}
	b := make([]byte, n)
	got := 0
	exc = retry(t, nil, func() (err error) {
		got, err = f.Read(b)
		if err == io.EOF || got > 0 {
			return nil
		}
		return err
	})
	if exc != nil {
		return Null, exc
	}
	return runtime.NewBytes(t, b[:got]).Value(), nil
}

func writeFD(t *Thread, _, fd, data Value) (Value, *Exception) {
	f, exc := fileOf(t, fd)
	if exc != nil {
		return Null, exc
	}
	b, exc := runtime.GetBuffer(t, data, false)
	if exc != nil {
		return Null, exc
	}
	defer b.Free()
	n := 0
	exc = retry(t, nil, func() error {
		k, err := f.Write(b.Bytes[n:])
		n += k
		return err
	})
	return runtime.Int(int64(n)), exc
}

func lseek(t *Thread, _ Value, args []Value) (Value, *Exception) {
	f, exc := fileOf(t, args[0])
	if exc != nil {
		return Null, exc
	}
	pos, exc := runtime.AsSsize(t, args[1])
	if exc != nil {
		return Null, exc
	}
	whence, exc := runtime.AsSsize(t, args[2])
	if exc != nil {
		return Null, exc
	}
	n, err := f.Seek(int64(pos), whence)
	if err != nil {
		return Null, runtime.RaiseOS(t, err)
	}
	return runtime.Int(n), nil
}

func fstat(t *Thread, _ Value, args []Value) (Value, *Exception) {
	f, exc := fileOf(t, args[0])
	if exc != nil {
		return Null, exc
	}
	st, err := f.Stat()
	if err != nil {
		return Null, runtime.RaiseOS(t, err)
	}
	return statResult(t, st), nil
}

func fsync(t *Thread, _ Value, args []Value) (Value, *Exception) {
	f, exc := fileOf(t, args[0])
	if exc != nil {
		fn, ok, found := runtime.FindAttr(t, args[0], t.Intern("fileno"))
		if found != nil || !ok {
			return Null, exc
		}
		fd, exc := runtime.Call(t, fn)
		if exc != nil {
			return Null, exc
		}
		if f, exc = fileOf(t, fd); exc != nil {
			return Null, exc
		}
	}
	return runtime.None, retry(t, nil, f.Sync)
}

func ftruncate(t *Thread, _, fd, length Value) (Value, *Exception) {
	f, exc := fileOf(t, fd)
	if exc != nil {
		return Null, exc
	}
	n, exc := runtime.AsSsize(t, length)
	if exc != nil {
		return Null, exc
	}
	return runtime.None, retry(t, nil, func() error { return f.Truncate(int64(n)) })
}

func isatty(t *Thread, _, fd Value) (Value, *Exception) {
	n, exc := descriptor(t, fd)
	if exc != nil {
		return Null, exc
	}
	f := t.Interp().FileByNumber(n)
	return runtime.Bool(f != nil && runtime.IsTerminal(f)), nil
}

func deviceEncoding(t *Thread, _ Value, args []Value) (Value, *Exception) {
	v, exc := isatty(t, Null, args[0])
	if exc != nil || v.IsFalse() {
		return runtime.None, exc
	}
	return runtime.NewStr(t, "UTF-8").Value(), nil
}

func pipe(t *Thread, _ Value) (Value, *Exception) {
	r, w, err := os.Pipe()
	if err != nil {
		return Null, runtime.RaiseOS(t, err)
	}
	in := t.Interp()
	return runtime.NewPair(t, runtime.Int(int64(in.KeepFile(r))), runtime.Int(int64(in.KeepFile(w)))), nil
}
