package builtins

import "github.com/krait-vm/krait/runtime"

const printDoc = "Prints the values to a stream, or to sys.stdout by default.\n\n  sep\n    string inserted between values, default a space.\n  end\n" +
	"    string appended after the last value, default a newline.\n  file\n    a file-like object (stream); defaults to the current sys.stdout.\n" +
	"  flush\n    whether to forcibly flush the stream."

var (
	sSep      = runtime.Static("sep")
	sEnd      = runtime.Static("end")
	sFile     = runtime.Static("file")
	sFlush    = runtime.Static("flush")
	sWrite    = runtime.Static("write")
	sReadline = runtime.Static("readline")
	sStdout   = runtime.Static("stdout")
	sStdin    = runtime.Static("stdin")
	sStderr   = runtime.Static("stderr")
	space     = runtime.Static(" ")
	newline   = runtime.Static("\n")
)

// stream returns an entry of the sys module.
func stream(t *Thread, name *runtime.Str) (Value, bool) {
	if sys := t.Interp().Sys; sys != nil {
		return sys.Dict.GetStr(name)
	}
	return Null, false
}

// printOptions are the keywords of print, by position in printValues.
type printOptions struct {
	sep, end, file, flush Value
}

func parsePrint(t *Thread, o *printOptions, args []Value, kw *Tuple) *Exception {
	for i, k := range kw.Items {
		name, _ := runtime.AsStr(k)
		v := args[len(args)-len(kw.Items)+i]
		switch {
		case name.Equal(sSep):
			o.sep = v
		case name.Equal(sEnd):
			o.end = v
		case name.Equal(sFile):
			o.file = v
		case name.Equal(sFlush):
			o.flush = v
		case t.Interp().Version.At(13):
			return runtime.TypeErrorf(t, "print() got an unexpected keyword argument '%s'", name)
		default:
			return runtime.TypeErrorf(t, "'%s' is an invalid keyword argument for print()", name)
		}
	}
	return nil
}

// printText returns the text of sep or end, def for None.
func printText(t *Thread, name string, v Value, def *runtime.Str) (*runtime.Str, *Exception) {
	if v.IsNone() {
		return def, nil
	}
	s, ok := runtime.AsStr(v)
	if !ok {
		return nil, runtime.TypeErrorf(t, "%s must be None or a string, not %s", name, runtime.TypeOf(v).FullName())
	}
	return s, nil
}

// printValues is print. Its text goes to the stream's buffer directly where the stream is one of ours, else through write.
func printValues(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
	o := printOptions{runtime.None, runtime.None, runtime.None, runtime.False}
	sep, end := space, newline
	if kw.Len() > 0 {
		exc := parsePrint(t, &o, args, kw)
		if exc != nil {
			return Null, exc
		}
		args = args[:len(args)-len(kw.Items)]
		if sep, exc = printText(t, "sep", o.sep, space); exc != nil {
			return Null, exc
		}
		if end, exc = printText(t, "end", o.end, newline); exc != nil {
			return Null, exc
		}
	}
	file := o.file
	if file.IsNone() {
		var ok bool
		if file, ok = stream(t, sStdout); !ok {
			return Null, runtime.Raise(t, runtime.RuntimeErrorType, "lost sys.stdout")
		}
		if file.IsNone() {
			return runtime.None, nil
		}
	}
	mark := t.HandleMark()
	t.Handle(file)
	defer t.Release(mark)
	for i, a := range args {
		if i > 0 {
			if exc := printStr(t, file, sep); exc != nil {
				return Null, exc
			}
		}
		s, exc := runtime.ToStr(t, a)
		if exc != nil {
			return Null, exc
		}
		if exc := printStr(t, file, s); exc != nil {
			return Null, exc
		}
	}
	if exc := printStr(t, file, end); exc != nil {
		return Null, exc
	}
	if !o.flush.IsFalse() {
		yes, exc := runtime.Truth(t, o.flush)
		if exc != nil {
			return Null, exc
		}
		if yes {
			if _, exc := runtime.CallMethod(t, file, sFlush); exc != nil {
				return Null, exc
			}
		}
	}
	return runtime.None, nil
}

func printStr(t *Thread, file Value, s *runtime.Str) *Exception {
	if f := runtime.TypeOf(file).WriteText; f != nil {
		done, exc := f(t, file, s)
		if done || exc != nil {
			return exc
		}
	}
	_, exc := runtime.CallMethod(t, file, sWrite, s.Value())
	return exc
}

// input writes the prompt, flushes and reads a line. Line editing is the terminal's own.
func input(t *Thread, _, prompt Value) (Value, *Exception) {
	var in, out, err Value
	for _, s := range [...]struct {
		name *runtime.Str
		v    *Value
	}{{sStdin, &in}, {sStdout, &out}, {sStderr, &err}} {
		v, ok := stream(t, s.name)
		if !ok || v.IsNone() {
			return Null, runtime.Raise(t, runtime.RuntimeErrorType, "input(): lost sys."+s.name.GoString())
		}
		*s.v = v
	}
	// What cannot be flushed to stderr is no concern of input.
	_, _ = runtime.CallMethod(t, err, sFlush)
	s, exc := runtime.ToStr(t, prompt)
	if exc != nil {
		return Null, exc
	}
	if s.Len() > 0 {
		if exc := printStr(t, out, s); exc != nil {
			return Null, exc
		}
	}
	_, _ = runtime.CallMethod(t, out, sFlush) // nor what cannot be flushed to stdout
	line, exc := runtime.CallMethod(t, in, sReadline)
	if exc != nil {
		return Null, exc
	}
	l, ok := runtime.AsStr(line)
	if !ok {
		return Null, runtime.Raise(t, runtime.TypeErrorType, "object.readline() returned non-string")
	}
	n := l.Len()
	if n == 0 {
		return Null, runtime.Raise(t, runtime.EOFErrorType, "EOF when reading a line")
	}
	if l.At(n-1) == '\n' {
		n--
	}
	return l.Slice(t, 0, n).Value(), nil
}
