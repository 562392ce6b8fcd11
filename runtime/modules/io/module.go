// Package io is the _io module: files, buffers and text streams over the host.
//
// The base classes are in iobase.go, raw files in fileio.go, the buffers over them in buffered.go, text streams in textio.go with their newline
// decoder in newlines.go, the two kinds of files in memory in bytesio.go and stringio.go, open in open.go, the standard streams in std.go.
//
// What always holds: where a stream lies directly on one of ours (text on buffer on file), it is reached by Go calls; otherwise by Python's methods,
// so that subclasses and foreign streams are honoured.
package io

import (
	"io/fs"
	"os"

	"github.com/krait-vm/krait/runtime"
)

type (
	// Value is a Python value.
	Value = runtime.Value
	// Thread is the running thread.
	Thread = runtime.Thread
	// Exception is a Python exception on its way.
	Exception = runtime.Exception
	// Tuple is a tuple.
	Tuple  = runtime.Tuple
	row    = runtime.MethodSpec
	getset = runtime.GetSetSpec
)

// Null is the missing value.
var Null = runtime.Null

// Spec is the _io module.
var Spec = &runtime.ModuleSpec{
	Name: "_io",
	Doc:  "The io module provides the Python interfaces to stream handling.",
	Functions: []row{
		{
			Sig: "open($module, /, file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
			Doc: "Open file and return a stream.  Raise OSError upon failure.", Fn: open,
		},
		{Sig: "open_code($module, /, path)", Doc: "Opens the provided file with the intent to import the contents.", Fn: openCode},
		{Sig: "text_encoding($module, encoding, stacklevel=2, /)", Doc: "A helper function to choose the text encoding.", Fn: textEncoding},
	},
	TypeSpecs: []*runtime.TypeSpec{
		&ioBaseSpec, &rawBaseSpec, &bufferedBaseSpec, &textBaseSpec, &fileSpec, &bytesIOSpec, &ioBufferSpec, &stringIOSpec,
		&readerSpec, &writerSpec, &randomSpec, &pairSpec, &newlineDecoderSpec, &textSpec,
	},
	Traverse: func(in *runtime.Interp, visit runtime.VisitFunc) { visit(stateOf(in).unsupported) },
	Init: func(t *Thread, m *runtime.Module) *Exception {
		m.Set(t, "DEFAULT_BUFFER_SIZE", runtime.Int(int64(bufferSize(t))))
		m.Set(t, "BlockingIOError", runtime.BlockingIOErrorType.Value())
		cls, exc := newUnsupported(t)
		if exc != nil {
			return exc
		}
		stateOf(t.Interp()).unsupported = cls
		m.Set(t, "UnsupportedOperation", cls)
		t.Interp().OnExit(flushAll)
		return nil
	},
}

func newType() (*runtime.Type, *runtime.Shape) {
	tp := &runtime.Type{}
	return tp, runtime.NewShape(tp)
}

// A state is what the module keeps for an interpreter.
type state struct {
	writers map[*buffered]bool // open files that may hold unwritten data
	texts   map[*text]bool     // open text streams that may hold unwritten text

	unsupported Value // the class UnsupportedOperation
}

type stateKey struct{}

func stateOf(in *runtime.Interp) *state {
	return runtime.State(in, stateKey{}, func() *state {
		return &state{writers: map[*buffered]bool{}, texts: map[*text]bool{}, unsupported: Null}
	})
}

// flushAll writes out what programs left in buffers without closing them. As in CPython, failures have nobody to go to.
func flushAll(t *Thread) {
	s := stateOf(t.Interp())
	for x := range s.texts {
		if !x.std {
			_ = x.flush(t) // see above
		}
	}
	for b := range s.writers {
		if !b.std {
			_ = b.flush(t) // see above
		}
	}
}

// settle closes the files that died unclosed with data for the file about to be opened: CPython's reference counting would have written it by now.
func (s *state) settle(t *Thread, path string) *Exception {
	if len(s.writers) == 0 {
		return nil
	}
	var st fs.FileInfo
	for b := range s.writers {
		if b.std || b.f == nil || b.f.f == nil || len(b.pending) == 0 && (b.text == nil || len(b.text.pending) == 0) {
			continue
		}
		if st == nil {
			var err error
			if st, err = t.Interp().Host().Stat(path); err != nil {
				return nil // there is no such file yet
			}
		}
		if own, err := b.f.f.Stat(); err != nil || !os.SameFile(st, own) {
			continue
		}
		if !t.Interp().Unreachable(&b.Header) {
			continue
		}
		if exc := bufferedDel(t, runtime.ObjectOf(&b.Header)); exc != nil {
			return exc
		}
	}
	return nil
}

func bufferSize(t *Thread) int {
	if t.Interp().Version.At(14) {
		return 128 * 1024
	}
	return 8192
}

// newUnsupported makes io.UnsupportedOperation. It is a class like any other: io.py changes it.
func newUnsupported(t *Thread) (Value, *Exception) {
	ns := runtime.NewDict(t)
	if exc := ns.SetStr(t, t.Intern("__module__"), t.Intern("io").Value()); exc != nil {
		return Null, exc
	}
	bases := runtime.NewPair(t, runtime.OSErrorType.Value(), runtime.ValueErrorType.Value())
	return runtime.Call(t, runtime.TypeType.Value(), t.Intern("UnsupportedOperation").Value(), bases, ns.Value())
}

func unsupported(t *Thread, msg string) *Exception {
	cls, _ := runtime.AsType(stateOf(t.Interp()).unsupported)
	v, exc := runtime.Call(t, cls.Value(), str(t, msg))
	if exc != nil {
		return exc
	}
	e := runtime.AsException(v)
	runtime.SetContext(t, e)
	return e
}

func valueError(t *Thread, msg string) *Exception {
	return runtime.Raise(t, runtime.ValueErrorType, msg)
}

// str makes a str of ASCII or UTF-8 text.
func str(t *Thread, s string) Value { return runtime.NewStr(t, s).Value() }

var (
	sClosed    = runtime.Static("closed")
	sClose     = runtime.Static("close")
	sFlush     = runtime.Static("flush")
	sRead      = runtime.Static("read")
	sRead1     = runtime.Static("read1")
	sReadall   = runtime.Static("readall")
	sReadinto  = runtime.Static("readinto")
	sReadline  = runtime.Static("readline")
	sWrite     = runtime.Static("write")
	sSeek      = runtime.Static("seek")
	sTell      = runtime.Static("tell")
	sTruncate  = runtime.Static("truncate")
	sReadable  = runtime.Static("readable")
	sWritable  = runtime.Static("writable")
	sSeekable  = runtime.Static("seekable")
	sFileno    = runtime.Static("fileno")
	sIsatty    = runtime.Static("isatty")
	sName      = runtime.Static("name")
	sMode      = runtime.Static("mode")
	sPeek      = runtime.Static("peek")
	sClosedKey = runtime.Static("__IOBase_closed")
)
