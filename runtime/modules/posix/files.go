package posix

import (
	"errors"
	"io/fs"
	"math"
	"os"
	"syscall"
	"time"

	"github.com/krait-vm/krait/runtime"
)

// A linker is what a host offers beyond runtime.Host for changing files; a host without it refuses these operations.
type linker interface {
	Chmod(name string, mode fs.FileMode) error
	Symlink(target, name string) error
	Link(name, newName string) error
	Chtimes(name string, atime, mtime time.Time) error
	Truncate(name string, size int64) error
}

func linkerOf(t *Thread, what string) (linker, *Exception) {
	if l, ok := t.Interp().Host().(linker); ok {
		return l, nil
	}
	return nil, runtime.Unsupported(t, "os."+what+" on this host")
}

func getcwd(t *Thread, _ Value) (Value, *Exception) {
	dir, err := t.Interp().Host().Getwd()
	if err != nil {
		return Null, runtime.RaiseOS(t, err)
	}
	return runtime.FSDecode(t, dir), nil
}

func getcwdb(t *Thread, _ Value) (Value, *Exception) {
	dir, err := t.Interp().Host().Getwd()
	if err != nil {
		return Null, runtime.RaiseOS(t, err)
	}
	return runtime.NewBytes(t, []byte(dir)).Value(), nil
}

func chdir(t *Thread, _ Value, args []Value) (Value, *Exception) {
	p, exc := pathArg(t, "chdir", args[0], false)
	if exc != nil {
		return Null, exc
	}
	return done(t, t.Interp().Host().Chdir(p.name), args[0])
}

func listdir(t *Thread, _ Value, args []Value) (Value, *Exception) {
	v := args[0]
	if v.IsNone() {
		v = runtime.NewStr(t, ".").Value()
	}
	p, exc := pathArg(t, "listdir", v, false)
	if exc != nil {
		if exc.Is(runtime.TypeErrorType) {
			exc = runtime.TypeErrorf(t, "listdir: path should be string, bytes, os.PathLike, integer or None, not %s", runtime.TypeOf(v).FullName())
		}
		return Null, exc
	}
	var entries []os.DirEntry
	var err error
	t.Blocking(func() { entries, err = t.Interp().Host().ReadDir(p.name) })
	if err != nil {
		return Null, runtime.RaiseOS(t, err, v)
	}
	l := runtime.NewList(t, nil)
	for _, e := range entries {
		if exc := l.Append(t, p.result(t, e.Name())); exc != nil {
			return Null, exc
		}
	}
	return l.Value(), nil
}

func mkdir(t *Thread, _ Value, args []Value) (Value, *Exception) {
	if exc := plainPath(t, args[2]); exc != nil {
		return Null, exc
	}
	p, exc := pathArg(t, "mkdir", args[0], false)
	if exc != nil {
		return Null, exc
	}
	mode, exc := runtime.AsSsize(t, args[1])
	if exc != nil {
		return Null, exc
	}
	return done(t, t.Interp().Host().Mkdir(p.name, goMode(mode)), args[0])
}

// goMode makes Go's mode of permission bits.
func goMode(m int) fs.FileMode {
	mode := fs.FileMode(m & 0o777)
	if m&0o4000 != 0 {
		mode |= fs.ModeSetuid
	}
	if m&0o2000 != 0 {
		mode |= fs.ModeSetgid
	}
	if m&0o1000 != 0 {
		mode |= fs.ModeSticky
	}
	return mode
}

func remove(t *Thread, _ Value, args []Value) (Value, *Exception) {
	p, exc := removable(t, "remove", args)
	if exc != nil {
		return Null, exc
	}
	// The host's Remove takes folders too; those are for rmdir.
	if st, err := t.Interp().Host().Lstat(p.name); err == nil && st.IsDir() {
		return Null, runtime.RaiseErrno(t, syscall.EISDIR, args[0])
	}
	return done(t, t.Interp().Host().Remove(p.name), args[0])
}

func rmdir(t *Thread, _ Value, args []Value) (Value, *Exception) {
	p, exc := removable(t, "rmdir", args)
	if exc != nil {
		return Null, exc
	}
	if st, err := t.Interp().Host().Lstat(p.name); err == nil && !st.IsDir() {
		return Null, runtime.RaiseErrno(t, syscall.ENOTDIR, args[0])
	}
	return done(t, t.Interp().Host().Remove(p.name), args[0])
}

func removable(t *Thread, function string, args []Value) (path, *Exception) {
	if exc := plainPath(t, args[1]); exc != nil {
		return path{}, exc
	}
	return pathArg(t, function, args[0], false)
}

// twoPaths converts source and destination.
func twoPaths(t *Thread, function string, args []Value) (src, dst path, exc *Exception) {
	if src, exc = pathArg(t, function, args[0], false); exc == nil {
		dst, exc = pathArg(t, function, args[1], false)
	}
	return src, dst, exc
}

func rename(t *Thread, _ Value, args []Value) (Value, *Exception) {
	if exc := plainPath(t, args[2], args[3]); exc != nil {
		return Null, exc
	}
	src, dst, exc := twoPaths(t, "rename", args)
	if exc != nil {
		return Null, exc
	}
	return done(t, t.Interp().Host().Rename(src.name, dst.name), args[0], args[1])
}

func readlink(t *Thread, _ Value, args []Value) (Value, *Exception) {
	p, exc := removable(t, "readlink", args)
	if exc != nil {
		return Null, exc
	}
	s, err := t.Interp().Host().Readlink(p.name)
	if err != nil {
		return Null, runtime.RaiseOS(t, err, args[0])
	}
	return p.result(t, s), nil
}

func symlink(t *Thread, _ Value, args []Value) (Value, *Exception) {
	if exc := plainPath(t, args[3]); exc != nil {
		return Null, exc
	}
	src, dst, exc := twoPaths(t, "symlink", args)
	if exc != nil {
		return Null, exc
	}
	h, exc := linkerOf(t, "symlink")
	if exc != nil {
		return Null, exc
	}
	return done(t, h.Symlink(src.name, dst.name), args[0], args[1])
}

func link(t *Thread, _ Value, args []Value) (Value, *Exception) {
	if exc := plainPath(t, args[2], args[3]); exc != nil {
		return Null, exc
	}
	src, dst, exc := twoPaths(t, "link", args)
	if exc != nil {
		return Null, exc
	}
	h, exc := linkerOf(t, "link")
	if exc != nil {
		return Null, exc
	}
	return done(t, h.Link(src.name, dst.name), args[0], args[1])
}

func chmod(t *Thread, _ Value, args []Value) (Value, *Exception) {
	if exc := plainPath(t, args[2]); exc != nil {
		return Null, exc
	}
	p, exc := pathArg(t, "chmod", args[0], false)
	if exc != nil {
		return Null, exc
	}
	mode, exc := runtime.AsSsize(t, args[1])
	if exc != nil {
		return Null, exc
	}
	h, exc := linkerOf(t, "chmod")
	if exc != nil {
		return Null, exc
	}
	return done(t, h.Chmod(p.name, goMode(mode)), args[0])
}

func truncate(t *Thread, _ Value, args []Value) (Value, *Exception) {
	p, exc := pathArg(t, "truncate", args[0], true)
	if exc != nil {
		return Null, exc
	}
	n, exc := runtime.AsSsize(t, args[1])
	if exc != nil {
		return Null, exc
	}
	if p.fd >= 0 {
		return ftruncate(t, Null, args[0], args[1])
	}
	h, exc := linkerOf(t, "truncate")
	if exc != nil {
		return Null, exc
	}
	return done(t, h.Truncate(p.name, int64(n)), args[0])
}

// access asks by the file's mode bits, which is what the effective user may do but for access lists.
func access(t *Thread, _ Value, args []Value) (Value, *Exception) {
	if exc := plainPath(t, args[2]); exc != nil {
		return Null, exc
	}
	p, exc := pathArg(t, "access", args[0], false)
	if exc != nil {
		return Null, exc
	}
	mode, exc := runtime.AsSsize(t, args[1])
	if exc != nil {
		return Null, exc
	}
	st, err := t.Interp().Host().Stat(p.name)
	if err != nil {
		return runtime.False, nil
	}
	return runtime.Bool(mayAccess(st, mode)), nil
}

func utime(t *Thread, _ Value, args []Value) (Value, *Exception) {
	if exc := plainPath(t, args[3]); exc != nil {
		return Null, exc
	}
	p, exc := pathArg(t, "utime", args[0], false)
	if exc != nil {
		return Null, exc
	}
	if !args[1].IsNone() && !args[2].IsNull() {
		return Null, runtime.Raise(t, runtime.ValueErrorType, "utime: you may specify either 'times' or 'ns' but not both")
	}
	now := t.Interp().Host().Now()
	when := [2]time.Time{now, now}
	switch {
	case !args[1].IsNone():
		x := runtime.ExactTuple(args[1])
		if x == nil || x.Len() != 2 {
			return Null, runtime.Raise(t, runtime.TypeErrorType, "utime: 'times' must be either a tuple of two ints or None")
		}
		for i, v := range x.Items {
			f, exc := runtime.AsFloat64(t, v)
			if exc != nil {
				return Null, exc
			}
			whole := math.Floor(f)
			when[i] = time.Unix(int64(whole), int64((f-whole)*1e9))
		}
	case !args[2].IsNull():
		x := runtime.ExactTuple(args[2])
		if x == nil || x.Len() != 2 {
			return Null, runtime.Raise(t, runtime.TypeErrorType, "utime: 'ns' must be a tuple of two ints")
		}
		for i, v := range x.Items {
			n, exc := runtime.AsSsize(t, v)
			if exc != nil {
				return Null, exc
			}
			when[i] = time.Unix(0, int64(n))
		}
	}
	h, exc := linkerOf(t, "utime")
	if exc != nil {
		return Null, exc
	}
	return done(t, h.Chtimes(p.name, when[0], when[1]), args[0])
}

func stat(t *Thread, _ Value, args []Value) (Value, *Exception) {
	if exc := plainPath(t, args[1]); exc != nil {
		return Null, exc
	}
	p, exc := pathArg(t, "stat", args[0], true)
	if exc != nil {
		return Null, exc
	}
	if p.fd >= 0 {
		return fstat(t, Null, args[:1])
	}
	follow, exc := runtime.Truth(t, args[2])
	if exc != nil {
		return Null, exc
	}
	return statPath(t, p.name, follow, args[0])
}

func lstat(t *Thread, _ Value, args []Value) (Value, *Exception) {
	p, exc := removable(t, "lstat", args)
	if exc != nil {
		return Null, exc
	}
	return statPath(t, p.name, false, args[0])
}

func statPath(t *Thread, name string, follow bool, object Value) (Value, *Exception) {
	var st fs.FileInfo
	var err error
	t.Blocking(func() {
		if follow {
			st, err = t.Interp().Host().Stat(name)
		} else {
			st, err = t.Interp().Host().Lstat(name)
		}
	})
	if err != nil {
		return Null, runtime.RaiseOS(t, err, object)
	}
	return statResult(t, st), nil
}

func strerror(t *Thread, _, code Value) (Value, *Exception) {
	n, exc := runtime.AsSsize(t, code)
	if exc != nil {
		return Null, exc
	}
	return runtime.NewStr(t, runtime.Strerror(syscall.Errno(n))).Value(), nil
}

// isClosed reports an error about a file that Go has closed.
func isClosed(err error) bool { return errors.Is(err, os.ErrClosed) }
