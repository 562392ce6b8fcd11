package io

import (
	goio "io"
	"os"
	"strings"

	"github.com/krait-vm/krait/runtime"
)

// OpenStd gives the sys module its standard streams. The _io module must have been made.
func OpenStd(t *Thread, sys *runtime.Module) *Exception {
	h := t.Interp().Host()
	c := &t.Interp().Config
	encoding, errors := stdEncoding(h, c)
	for fd, s := range [...]struct {
		name   string
		errors string
		rd     goio.Reader
		wr     goio.Writer
	}{{"stdin", errors, h.Stdin(), nil}, {"stdout", errors, nil, h.Stdout()}, {"stderr", "backslashreplace", nil, h.Stderr()}} {
		v, exc := openStd(t, fd, "<"+s.name+">", s.rd, s.wr, encoding, s.errors)
		if exc != nil {
			return exc
		}
		sys.Set(t, s.name, v)
		sys.Set(t, "__"+s.name+"__", v)
	}
	return nil
}

// stdEncoding decides encoding and error handler of stdin and stdout: PYTHONIOENCODING, then the locale.
func stdEncoding(h runtime.Host, c *runtime.Config) (encoding, errors string) {
	encoding, errors = "utf-8", "strict"
	for _, k := range [...]string{"LC_ALL", "LC_CTYPE", "LANG"} {
		v, _ := h.LookupEnv(k)
		if v == "" && k != "LANG" {
			continue
		}
		switch strings.ToLower(v) {
		case "", "c", "posix", "c.utf-8", "c.utf8":
			errors = "surrogateescape"
		}
		break
	}
	if c.UTF8Mode > 0 {
		errors = "surrogateescape"
	}
	if c.IgnoreEnvironment || c.Isolated {
		return encoding, errors
	}
	if v, ok := h.LookupEnv("PYTHONIOENCODING"); ok && v != "" {
		e, r, hasErrors := strings.Cut(v, ":")
		if e != "" {
			encoding, errors = e, "strict"
		}
		if hasErrors && r != "" {
			errors = r
		}
	}
	return encoding, errors
}

// openStd makes a standard stream, None when the descriptor is closed.
func openStd(t *Thread, fd int, name string, rd goio.Reader, wr goio.Writer, encoding, errors string) (Value, *Exception) {
	g := t.Interp().Host().Std(fd)
	_, isFile := wr.(*os.File)
	if g == nil && (isFile || fd == 0 && rd == nil) {
		return runtime.None, nil
	}
	f := initFile(runtime.Alloc[file](t, fileShape))
	f.f, f.rd, f.wr, f.closefd, f.open = g, rd, wr, false, true
	f.readable, f.writable = fd == 0, fd != 0
	if g != nil {
		f.fd = fd
		if isFile {
			f.wr = nil
		}
	}
	raw := runtime.ObjectOf(&f.Header)
	if exc := runtime.SetAttr(t, raw, sName, str(t, name)); exc != nil {
		return Null, exc
	}
	unbuffered := t.Interp().Config.Unbuffered
	buffer, shape := raw, readerShape
	if fd != 0 {
		shape = writerShape
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	t.Handle(raw)
	if fd == 0 || !unbuffered {
		var exc *Exception
		if buffer, exc = newBuffered(t, shape, raw, bufferSize(t)); exc != nil {
			return Null, exc
		}
		asBuffered(buffer).std = true
		t.Handle(buffer)
	}
	lineBuffering := !unbuffered && (fd == 2 || g != nil && runtime.IsTerminal(g))
	v, exc := newText(t, buffer, str(t, encoding), str(t, errors), str(t, "\n"), lineBuffering, unbuffered)
	if exc != nil {
		return Null, exc
	}
	asText(v).std = true
	mode := "w"
	if fd == 0 {
		mode = "r"
	}
	return v, runtime.SetAttr(t, v, sMode, str(t, mode))
}
