package io

import (
	"errors"
	goio "io"
	"os"
	"syscall"
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var fileType, fileShape = newType()

// A file is a FileIO: a raw file of the host, or a standard stream that the host gives as a plain reader or writer.
type file struct {
	runtime.Header
	runtime.Attrs
	f         *os.File // nil for a host's reader or writer, and once closed
	rd        goio.Reader
	wr        goio.Writer
	fd        int // -1 when closed or there is no number
	open      bool
	closefd   bool
	readable  bool
	writable  bool
	created   bool
	appending bool
	seekable  int8 // -1 unknown
}

var fileSpec = runtime.TypeSpec{
	Type: fileType, Name: "_io.FileIO", Base: rawBaseType, Shape: fileShape,
	Flags: runtime.TypeBase | runtime.TypeHasDict | runtime.TypeHasWeakref | runtime.TypeOwnLayout,
	Doc:   "Open a file.", TextSig: "(file, mode='r', closefd=True, opener=None)",
	AttrsOffset: unsafe.Offsetof(file{}.Attrs),
	NewSub:      func(t *Thread, _ *runtime.Type) *runtime.Header { return &initFile(runtime.AllocSub[file](t)).Header },
	Slots: runtime.Slots{
		New: func(t *Thread, cls *runtime.Type, _ []Value, _ *Tuple) (Value, *Exception) {
			if cls == fileType {
				return runtime.ObjectOf(&initFile(runtime.Alloc[file](t, fileShape)).Header), nil
			}
			return runtime.ObjectOf(runtime.NewInstanceOf(t, cls)), nil
		},
		Init: fileInit, Repr: fileRepr,
		Traverse: func(Value, runtime.VisitFunc) {},
	},
	Methods: []row{
		{Sig: "read($self, size=-1, /)", Doc: "Read at most size bytes, returned as bytes.", Fn: func(t *Thread, self, size Value) (Value, *Exception) {
			return asFile(self).pyRead(t, size)
		}},
		{Sig: "readall($self, /)", Doc: "Read all data from the file, returned as bytes.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			b, exc := asFile(self).readAll(t)
			return bytesValue(t, b, exc)
		}},
		{Sig: "readinto($self, buffer, /)", Doc: "Same as RawIOBase.readinto().", Fn: func(t *Thread, self, buf Value) (Value, *Exception) {
			f := asFile(self)
			if exc := f.check(t, f.readable, "reading"); exc != nil {
				return Null, exc
			}
			b, exc := writableBuffer(t, sReadinto, buf)
			if exc != nil {
				return Null, exc
			}
			defer b.Free()
			n, exc := f.read(t, b.Bytes)
			return runtime.Int(int64(n)), exc
		}},
		{Sig: "write($self, b, /)", Doc: "Write buffer b to file, return number of bytes written.", Fn: func(t *Thread, self, data Value) (Value, *Exception) {
			f := asFile(self)
			if exc := f.check(t, f.writable, "writing"); exc != nil {
				return Null, exc
			}
			b, exc := runtime.GetBuffer(t, data, false)
			if exc != nil {
				return Null, exc
			}
			defer b.Free()
			n, exc := f.write(t, b.Bytes)
			return runtime.Int(int64(n)), exc
		}},
		{Sig: "seek($self, pos, whence=0, /)", Doc: "Move to new file position and return the file position.", Fn: func(t *Thread, self, pos, whence Value) (Value, *Exception) {
			p, w, exc := seekArgs(t, pos, whence)
			if exc != nil {
				return Null, exc
			}
			n, exc := asFile(self).seek(t, p, w)
			return runtime.Int(n), exc
		}},
		{Sig: "tell($self, /)", Doc: "Current file position.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			n, exc := asFile(self).seek(t, 0, goio.SeekCurrent)
			return runtime.Int(n), exc
		}},
		{Sig: "truncate($self, size=None, /)", Doc: "Truncate the file to at most size bytes and return the truncated size.", Fn: fileTruncate},
		{Sig: "close($self, /)", Doc: "Close the file.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			return runtime.None, asFile(self).close(t)
		}},
		{Sig: "seekable($self, /)", Doc: "True if file supports random-access.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			f := asFile(self)
			if exc := f.check(t, true, ""); exc != nil {
				return Null, exc
			}
			return runtime.Bool(f.canSeek()), nil
		}},
		{Sig: "readable($self, /)", Doc: "True if file was opened in a read mode.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			f := asFile(self)
			return runtime.Bool(f.readable), f.check(t, true, "")
		}},
		{Sig: "writable($self, /)", Doc: "True if file was opened in a write mode.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			f := asFile(self)
			return runtime.Bool(f.writable), f.check(t, true, "")
		}},
		{Sig: "fileno($self, /)", Doc: "Return the underlying file descriptor (an integer).", Fn: func(t *Thread, self Value) (Value, *Exception) {
			n, exc := asFile(self).fileno(t)
			return runtime.Int(int64(n)), exc
		}},
		{Sig: "isatty($self, /)", Doc: "True if the file is connected to a TTY device.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			f := asFile(self)
			return runtime.Bool(f.f != nil && runtime.IsTerminal(f.f)), f.check(t, true, "")
		}},
		{Sig: "_dealloc_warn($self, object, /)", Fn: func(*Thread, Value, Value) (Value, *Exception) { return runtime.None, nil }},
		{Sig: "__reduce__($self, /)", Fn: noPickle},
		{Sig: "__reduce_ex__($self, object, /)", Fn: noPickleEx},
	},
	GetSets: []getset{
		runtime.DictGetSet,
		{Name: "closed", Doc: "True if the file is closed", Get: func(_ *Thread, self Value) (Value, *Exception) { return runtime.Bool(!asFile(self).open), nil }},
		{Name: "closefd", Doc: "True if the file descriptor will be closed by close().", Get: func(_ *Thread, self Value) (Value, *Exception) {
			return runtime.Bool(asFile(self).closefd), nil
		}},
		{Name: "mode", Doc: "String giving the file mode", Get: func(t *Thread, self Value) (Value, *Exception) { return str(t, asFile(self).mode()), nil }},
		{Name: "_blksize", Member: true, Get: func(t *Thread, _ Value) (Value, *Exception) { return runtime.Int(int64(bufferSize(t))), nil }},
	},
}

func asFile(v Value) *file { return (*file)(v.Ptr()) }

// exactFile returns the file that v is when its type is FileIO itself, or nil.
func exactFile(v Value) *file {
	if runtime.HasShape(v, fileShape) {
		return asFile(v)
	}
	return nil
}

func initFile(f *file) *file {
	f.fd, f.seekable, f.closefd = -1, -1, true
	return f
}

func noPickle(t *Thread, self Value) (Value, *Exception) {
	return Null, runtime.TypeErrorf(t, "cannot pickle '%s' instances", runtime.TypeOf(self).FullName())
}

func noPickleEx(t *Thread, self, _ Value) (Value, *Exception) { return noPickle(t, self) }

func bytesValue(t *Thread, b []byte, exc *Exception) (Value, *Exception) {
	if exc != nil {
		return Null, exc
	}
	return runtime.NewBytes(t, b).Value(), nil
}

var fileArgs = runtime.NewSignature("FileIO(file, mode='r', closefd=True, opener=None)")

func fileInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := fileArgs.Bind(t, args, kw)
	if exc != nil {
		return exc
	}
	mode, ok := runtime.AsStr(a[1])
	if !ok {
		return runtime.BadArgument(t, "FileIO", "argument 'mode'", "str", a[1])
	}
	closefd, exc := runtime.Truth(t, a[2])
	if exc != nil {
		return exc
	}
	return asFile(self).start(t, self, a[0], mode.GoString(), closefd, a[3])
}

// newFile is FileIO(name, mode, closefd, opener).
func newFile(t *Thread, name Value, mode string, closefd bool, opener Value) (Value, *Exception) {
	f := initFile(runtime.Alloc[file](t, fileShape))
	v := runtime.ObjectOf(&f.Header)
	return v, f.start(t, v, name, mode, closefd, opener)
}

// parseMode reads a mode of FileIO.
func (f *file) parseMode(t *Thread, mode string) (flags int, exc *Exception) {
	kinds, plus := 0, false
	f.readable, f.writable, f.created, f.appending = false, false, false, false
	for _, c := range mode {
		switch c {
		case 'x':
			kinds++
			f.created, f.writable = true, true
			flags |= os.O_EXCL | os.O_CREATE
		case 'r':
			kinds++
			f.readable = true
		case 'w':
			kinds++
			f.writable = true
			flags |= os.O_CREATE | os.O_TRUNC
		case 'a':
			kinds++
			f.writable, f.appending = true, true
			flags |= os.O_APPEND | os.O_CREATE
		case 'b':
		case '+':
			if plus {
				return 0, valueError(t, "Must have exactly one of create/read/write/append mode and at most one plus")
			}
			plus = true
		default:
			return 0, runtime.ValueErrorf(t, "invalid mode: %s", mode)
		}
		if kinds > 1 {
			return 0, valueError(t, "Must have exactly one of create/read/write/append mode and at most one plus")
		}
	}
	if kinds == 0 {
		return 0, valueError(t, "Must have exactly one of create/read/write/append mode and at most one plus")
	}
	if plus {
		f.readable, f.writable = true, true
	}
	switch {
	case f.readable && f.writable:
		flags |= os.O_RDWR
	case f.readable:
		flags |= os.O_RDONLY
	default:
		flags |= os.O_WRONLY
	}
	return flags, nil
}

// start opens the file.
func (f *file) start(t *Thread, self, name Value, mode string, closefd bool, opener Value) *Exception {
	if f.open {
		if exc := f.close(t); exc != nil {
			return exc
		}
	}
	flags, exc := f.parseMode(t, mode)
	if exc != nil {
		return exc
	}
	f.closefd, f.seekable = closefd, -1
	isNumber := runtime.TypeOf(name).Is(runtime.TypeInt)
	switch {
	case isNumber:
		if name.IsBool() && t.Interp().Version.At(12) {
			if exc := runtime.Warn(t, runtime.RuntimeWarningType, "bool is used as a file descriptor", 1); exc != nil {
				return exc
			}
		}
		exc = f.adopt(t, name)
	case !closefd:
		return valueError(t, "Cannot use closefd=False with file name")
	case !opener.IsNone():
		exc = f.callOpener(t, name, opener, flags)
	default:
		exc = f.openPath(t, name, flags)
	}
	if exc != nil {
		return exc
	}
	f.open = true
	if f.f != nil {
		if st, err := f.f.Stat(); err == nil && st.IsDir() {
			if isNumber && !closefd {
				f.f, f.open = nil, false
			}
			_ = f.close(t) // the error is that it is a folder
			return runtime.RaiseErrno(t, syscall.EISDIR, name)
		}
	}
	if exc := runtime.SetAttr(t, self, sName, name); exc != nil {
		return exc
	}
	if f.appending && f.f != nil {
		_, _ = f.f.Seek(0, goio.SeekEnd) // what cannot seek is at its end anyway
	}
	return nil
}

func (f *file) openPath(t *Thread, name Value, flags int) *Exception {
	path, exc := runtime.FSEncode(t, name)
	if exc != nil {
		return exc
	}
	if exc := stateOf(t.Interp()).settle(t, path); exc != nil {
		return exc
	}
	h := t.Interp().Host()
	for {
		var g *os.File
		var err error
		t.Blocking(func() { g, err = h.OpenFile(path, flags, 0o666) })
		if err == nil {
			f.f = g
			f.fd = t.Interp().AddFile(g)
			return nil
		}
		if !errors.Is(err, syscall.EINTR) {
			return runtime.RaiseOS(t, err, name)
		}
		if exc := t.Poll(); exc != nil {
			return exc
		}
	}
}

// adopt takes an open file by its number.
func (f *file) adopt(t *Thread, number Value) *Exception {
	n, ok := runtime.AsInt64(number)
	switch {
	case !ok || n > 1<<31-1:
		return runtime.Raise(t, runtime.OverflowErrorType, "Python int too large to convert to C int")
	case n < 0:
		return valueError(t, "negative file descriptor")
	}
	g := t.Interp().FileByNumber(int(n))
	if g == nil {
		return runtime.RaiseErrno(t, syscall.EBADF, number)
	}
	f.f, f.fd = g, int(n)
	return nil
}

func (f *file) callOpener(t *Thread, name, opener Value, flags int) *Exception {
	r, exc := runtime.Call(t, opener, name, runtime.Int(int64(flags|syscall.O_CLOEXEC)))
	if exc != nil {
		return exc
	}
	if !runtime.TypeOf(r).Is(runtime.TypeInt) {
		return runtime.Raise(t, runtime.TypeErrorType, "expected integer from opener")
	}
	if n, ok := runtime.AsInt64(r); ok && n < 0 {
		return runtime.ValueErrorf(t, "opener returned %d", n)
	}
	return f.adopt(t, r)
}

// check raises when the file is closed or not open for what ("reading").
func (f *file) check(t *Thread, able bool, what string) *Exception {
	if !f.open {
		return valueError(t, "I/O operation on closed file")
	}
	if !able {
		return unsupported(t, "File not open for "+what)
	}
	return nil
}

func (f *file) mode() string {
	switch {
	case f.created && f.readable:
		return "xb+"
	case f.created:
		return "xb"
	case f.appending && f.readable:
		return "ab+"
	case f.appending:
		return "ab"
	case f.readable && f.writable:
		return "rb+"
	case f.readable:
		return "rb"
	}
	return "wb"
}

func fileRepr(t *Thread, v Value) (Value, *Exception) {
	f := asFile(v)
	name := runtime.TypeOf(v).FullName()
	if !f.open {
		return str(t, "<"+name+" [closed]>"), nil
	}
	closefd := "False"
	if f.closefd {
		closefd = "True"
	}
	tail := " mode='" + f.mode() + "' closefd=" + closefd + ">"
	n, ok, exc := runtime.FindAttr(t, v, sName)
	if exc != nil {
		return Null, exc
	}
	if !ok {
		return str(t, "<"+name+" fd="+runtime.NewStrInt(t, int64(f.fd)).GoString()+tail), nil
	}
	if t.EnterRepr(v) {
		return Null, runtime.Raisef(t, runtime.RuntimeErrorType, "reentrant call inside %s.__repr__", name)
	}
	defer t.LeaveRepr()
	q, exc := runtime.Repr(t, n)
	if exc != nil {
		return Null, exc
	}
	return str(t, "<"+name+" name="+q.GoString()+tail), nil
}

// retry runs a system call until it is not interrupted any more; signals are served in between.
func retry(t *Thread, call func() error) *Exception {
	for {
		var err error
		t.Blocking(func() { err = call() })
		if err == nil {
			return nil
		}
		if !errors.Is(err, syscall.EINTR) {
			return runtime.RaiseOS(t, err)
		}
		if exc := t.Poll(); exc != nil {
			return exc
		}
	}
}

// read reads once; 0 is the end of the file.
func (f *file) read(t *Thread, b []byte) (int, *Exception) {
	if len(b) == 0 {
		return 0, nil
	}
	var n int
	exc := retry(t, func() error {
		var err error
		if f.rd != nil {
			n, err = f.rd.Read(b)
		} else {
			n, err = f.f.Read(b)
		}
		if err == goio.EOF || n > 0 {
			err = nil
		}
		return err
	})
	return n, exc
}

// write writes once.
func (f *file) write(t *Thread, b []byte) (int, *Exception) {
	var n int
	exc := retry(t, func() error {
		var k int
		var err error
		if f.wr != nil {
			k, err = f.wr.Write(b[n:])
		} else {
			k, err = f.f.Write(b[n:])
		}
		n += k
		return err
	})
	return n, exc
}

func (f *file) pyRead(t *Thread, size Value) (Value, *Exception) {
	if exc := f.check(t, f.readable, "reading"); exc != nil {
		return Null, exc
	}
	n, exc := sizeArg(t, size)
	if exc != nil {
		return Null, exc
	}
	if n < 0 {
		b, exc := f.readAll(t)
		return bytesValue(t, b, exc)
	}
	if exc := t.Reserve(n); exc != nil {
		return Null, exc
	}
	b := make([]byte, n)
	n, exc = f.read(t, b)
	return bytesValue(t, b[:n], exc)
}

// readAll reads up to the end.
func (f *file) readAll(t *Thread) ([]byte, *Exception) {
	if exc := f.check(t, f.readable, "reading"); exc != nil {
		return nil, exc
	}
	room := 512
	if f.f != nil {
		if st, err := f.f.Stat(); err == nil && st.Mode().IsRegular() {
			if pos, err := f.f.Seek(0, goio.SeekCurrent); err == nil && st.Size() > pos {
				room = int(st.Size()-pos) + 1
			}
		}
	}
	if exc := t.Reserve(room); exc != nil {
		return nil, exc
	}
	b := make([]byte, 0, room)
	for {
		if len(b) == cap(b) {
			if exc := t.Reserve(cap(b)); exc != nil {
				return nil, exc
			}
			b = append(b, 0)[:len(b)]
		}
		n, exc := f.read(t, b[len(b):cap(b)])
		if exc != nil {
			return nil, exc
		}
		if n == 0 {
			return b, nil
		}
		b = b[:len(b)+n]
	}
}

// seekArgs converts the arguments of seek.
func seekArgs(t *Thread, pos, whence Value) (int64, int, *Exception) {
	if pos.IsFloat() {
		return 0, 0, runtime.TypeErrorf(t, "'%s' object cannot be interpreted as an integer", runtime.TypeOf(pos).Name())
	}
	p, exc := runtime.Index(t, pos)
	if exc != nil {
		return 0, 0, exc
	}
	w, exc := runtime.AsSsize(t, whence)
	if exc != nil {
		return 0, 0, exc
	}
	n, ok := runtime.AsInt64(p)
	if !ok {
		return 0, 0, runtime.Raise(t, runtime.OverflowErrorType, "Python int too large to convert to C long")
	}
	return n, w, nil
}

func (f *file) seek(t *Thread, pos int64, whence int) (int64, *Exception) {
	if exc := f.check(t, true, ""); exc != nil {
		return 0, exc
	}
	if f.f == nil {
		return 0, runtime.RaiseErrno(t, syscall.ESPIPE)
	}
	n, err := f.f.Seek(pos, whence)
	if err != nil {
		if errors.Is(err, os.ErrInvalid) {
			return 0, runtime.RaiseErrno(t, syscall.EINVAL)
		}
		return 0, runtime.RaiseOS(t, err)
	}
	return n, nil
}

func (f *file) canSeek() bool {
	if f.seekable < 0 {
		f.seekable = 0
		if f.f != nil {
			if _, err := f.f.Seek(0, goio.SeekCurrent); err == nil {
				f.seekable = 1
			}
		}
	}
	return f.seekable == 1
}

func fileTruncate(t *Thread, self, size Value) (Value, *Exception) {
	f := asFile(self)
	if exc := f.check(t, f.writable, "writing"); exc != nil {
		return Null, exc
	}
	var n int64
	var exc *Exception
	if size.IsNone() {
		n, exc = f.seek(t, 0, goio.SeekCurrent)
	} else {
		var k int
		k, exc = runtime.AsSsize(t, size)
		n = int64(k)
	}
	if exc != nil {
		return Null, exc
	}
	return runtime.Int(n), f.truncate(t, n)
}

func (f *file) truncate(t *Thread, n int64) *Exception {
	if f.f == nil {
		return runtime.RaiseErrno(t, syscall.EINVAL)
	}
	return retry(t, func() error { return f.f.Truncate(n) })
}

func (f *file) fileno(t *Thread) (int, *Exception) {
	if exc := f.check(t, true, ""); exc != nil {
		return 0, exc
	}
	if f.fd < 0 {
		return 0, unsupported(t, "fileno")
	}
	return f.fd, nil
}

func (f *file) close(t *Thread) *Exception {
	if !f.open {
		return nil
	}
	g, fd := f.f, f.fd
	f.open, f.f, f.fd, f.rd, f.wr = false, nil, -1, nil, nil
	if g == nil || !f.closefd {
		return nil
	}
	t.Interp().DropFile(fd)
	var err error
	t.Blocking(func() { err = g.Close() })
	if err != nil {
		return runtime.RaiseOS(t, err)
	}
	return nil
}
