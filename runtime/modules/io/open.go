package io

import (
	goruntime "runtime"
	"strings"

	"github.com/krait-vm/krait/runtime"
)

// lineSeparator is os.linesep.
var lineSeparator = func() string {
	if goruntime.GOOS == "windows" {
		return "\r\n"
	}
	return "\n"
}()

// localeEncoding is what a text file is encoded in when nothing else is said.
func localeEncoding(t *Thread) string {
	if t.Interp().Config.UTF8Mode > 0 || goruntime.GOOS == "windows" || t.Interp().Version.At(15) {
		return "utf-8"
	}
	return "UTF-8"
}

func textEncoding(t *Thread, _, encoding, _ Value) (Value, *Exception) {
	if !encoding.IsNone() {
		return encoding, nil
	}
	if t.Interp().Config.UTF8Mode > 0 {
		return str(t, "utf-8"), nil
	}
	return str(t, "locale"), nil
}

func openCode(t *Thread, _ Value, args []Value) (Value, *Exception) {
	if _, ok := runtime.AsStr(args[0]); !ok {
		return Null, runtime.BadArgument(t, "open_code", "argument 'path'", "str", args[0])
	}
	return openFile(t, args[0], "rb", -1, runtime.None, runtime.None, runtime.None, true, runtime.None)
}

// open is the open function.
func open(t *Thread, _ Value, args []Value) (Value, *Exception) {
	mode, ok := runtime.AsStr(args[1])
	if !ok {
		return Null, runtime.BadArgument(t, "open", "argument 'mode'", "str", args[1])
	}
	buffering, exc := runtime.AsSsize(t, args[2])
	if exc != nil {
		return Null, exc
	}
	for i, name := range [...]string{"encoding", "errors", "newline"} {
		v := args[3+i]
		if _, ok := runtime.AsStr(v); !ok && !v.IsNone() {
			return Null, runtime.BadArgument(t, "open", "argument '"+name+"'", "str or None", v)
		}
	}
	closefd, exc := runtime.Truth(t, args[6])
	if exc != nil {
		return Null, exc
	}
	return openFile(t, args[0], mode.GoString(), buffering, args[3], args[4], args[5], closefd, args[7])
}

// An openMode is a mode of open taken apart.
type openMode struct {
	kind                   byte // r w a x, 0 for none
	updating, binary, text bool
	many                   bool
}

func parseOpenMode(t *Thread, mode string) (openMode, *Exception) {
	var m openMode
	for i, c := range []byte(mode) {
		bad := strings.IndexByte(mode[:i], c) >= 0
		switch c {
		case 'x', 'r', 'w', 'a':
			m.many = m.many || m.kind != 0
			m.kind = c
		case '+':
			m.updating = true
		case 't':
			m.text = true
		case 'b':
			m.binary = true
		default:
			bad = true
		}
		if bad {
			return m, valueError(t, "invalid mode: '"+mode+"'")
		}
	}
	switch {
	case m.text && m.binary:
		return m, valueError(t, "can't have text and binary mode at once")
	case m.many || m.kind == 0:
		if m.kind == 0 && t.Interp().Version.At(11) {
			return m, valueError(t, "Must have exactly one of create/read/write/append mode and at most one plus")
		}
		return m, valueError(t, "must have exactly one of create/read/write/append mode")
	}
	return m, nil
}

// openFile opens a raw file, puts a buffer on it, and a text stream on that, as the mode says.
func openFile(t *Thread, name Value, mode string, buffering int, encoding, errors, newline Value, closefd bool, opener Value) (Value, *Exception) {
	if !runtime.TypeOf(name).Is(runtime.TypeInt) {
		var exc *Exception
		if name, exc = runtime.FSPath(t, name, "str, bytes or os.PathLike object"); exc != nil {
			return Null, exc
		}
	}
	m, exc := parseOpenMode(t, mode)
	if exc != nil {
		return Null, exc
	}
	if m.binary {
		for _, x := range [...]struct {
			v    Value
			what string
		}{{encoding, "an encoding"}, {errors, "an errors"}, {newline, "a newline"}} {
			if !x.v.IsNone() {
				return Null, valueError(t, "binary mode doesn't take "+x.what+" argument")
			}
		}
		if buffering == 1 {
			if exc := runtime.Warn(t, runtime.RuntimeWarningType,
				"line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used", 1); exc != nil {
				return Null, exc
			}
		}
	}
	rawMode := string(m.kind)
	if m.updating {
		rawMode += "+"
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	raw, exc := newFile(t, name, rawMode, closefd, opener)
	if exc != nil {
		return Null, exc
	}
	t.Handle(raw)
	v, exc := layers(t, raw, m, mode, buffering, encoding, errors, newline)
	if exc != nil {
		return Null, chain(exc, asFile(raw).close(t))
	}
	return v, nil
}

// layers puts buffer and text stream on a raw file.
func layers(t *Thread, raw Value, m openMode, mode string, buffering int, encoding, errors, newline Value) (Value, *Exception) {
	f := asFile(raw)
	lineBuffering := false
	if buffering == 1 && !m.binary || buffering < 0 && f.f != nil && runtime.IsTerminal(f.f) {
		buffering, lineBuffering = -1, true
	}
	switch {
	case buffering == 0 && m.binary:
		return raw, nil
	case buffering == 0:
		return Null, valueError(t, "can't have unbuffered text I/O")
	case buffering < 0 || buffering == 1:
		buffering = bufferSize(t)
	}
	shape := writerShape
	switch {
	case m.updating:
		shape = randomShape
		if !f.canSeek() {
			return Null, unsupported(t, "File or stream is not seekable.")
		}
	case m.kind == 'r':
		shape = readerShape
	}
	b, exc := newBuffered(t, shape, raw, buffering)
	if exc != nil || m.binary {
		return b, exc
	}
	t.Handle(b)
	x, exc := newText(t, b, encoding, errors, newline, lineBuffering, false)
	if exc != nil {
		return Null, exc
	}
	return x, runtime.SetAttr(t, x, sMode, str(t, mode))
}
