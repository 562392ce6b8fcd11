package io

import (
	goio "io"
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var stringIOType, stringIOShape = newType()

// A stringIO is a text file in memory. What is written at the end is only collected in parts; anything else joins them first.
type stringIO struct {
	runtime.Header
	runtime.Attrs
	newlineState
	parts     []Value
	length    int // of all parts, in characters
	pos       int
	closed    bool
	ready     bool
	universal bool // any line end ends a line
	readNL    string
	writeNL   *runtime.Str // what "\n" is written as, nil for itself
	newline   Value        // the argument, for pickling
}

func asStringIO(v Value) *stringIO { return (*stringIO)(v.Ptr()) }

func initStringIO(x *stringIO) *stringIO {
	x.newline = runtime.None
	return x
}

var stringIOSpec = runtime.TypeSpec{
	Type: stringIOType, Name: "_io.StringIO", Base: textBaseType, Shape: stringIOShape, TextSig: "(initial_value='', newline='\\n')",
	Doc:         "Text I/O implementation using an in-memory buffer.",
	Flags:       runtime.TypeBase | runtime.TypeHasDict | runtime.TypeHasWeakref | runtime.TypeOwnLayout,
	AttrsOffset: unsafe.Offsetof(stringIO{}.Attrs),
	NewSub: func(t *Thread, _ *runtime.Type) *runtime.Header {
		return &initStringIO(runtime.AllocSub[stringIO](t)).Header
	},
	Slots: runtime.Slots{
		New: func(t *Thread, cls *runtime.Type, _ []Value, _ *Tuple) (Value, *Exception) {
			if cls == stringIOType {
				return runtime.ObjectOf(&initStringIO(runtime.Alloc[stringIO](t, stringIOShape)).Header), nil
			}
			return runtime.ObjectOf(runtime.NewInstanceOf(t, cls)), nil
		},
		Init: stringIOInit, Next: stringIONext, WriteText: stringIOWriteText,
		Traverse: func(v Value, visit runtime.VisitFunc) {
			for _, p := range asStringIO(v).parts {
				visit(p)
			}
		},
	},
	Methods: []row{
		{Sig: "close($self, /)", Doc: "Close the IO object.", Fn: func(_ *Thread, self Value) (Value, *Exception) {
			x := asStringIO(self)
			x.closed, x.parts, x.length = true, nil, 0
			return runtime.None, nil
		}},
		{Sig: "getvalue($self, /)", Doc: "Retrieve the entire contents of the object.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			x := asStringIO(self)
			if exc := x.check(t); exc != nil {
				return Null, exc
			}
			return runtime.StrValue(x.join(t))
		}},
		{Sig: "read($self, size=-1, /)", Doc: "Read at most size characters, returned as a string.", Fn: stringIORead},
		{Sig: "readline($self, size=-1, /)", Doc: "Read until newline or EOF.", Fn: func(t *Thread, self, size Value) (Value, *Exception) {
			x := asStringIO(self)
			if exc := x.check(t); exc != nil {
				return Null, exc
			}
			n, exc := sizeArg(t, size)
			if exc != nil {
				return Null, exc
			}
			return runtime.StrValue(x.line(t, n))
		}},
		{Sig: "tell($self, /)", Doc: "Tell the current file position.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			x := asStringIO(self)
			return runtime.Int(int64(x.pos)), x.check(t)
		}},
		{Sig: "truncate($self, pos=None, /)", Doc: "Truncate size to pos.", Fn: stringIOTruncate},
		{Sig: "seek($self, pos, whence=0, /)", Doc: "Change stream position.", Fn: stringIOSeek},
		{Sig: "write($self, s, /)", Doc: "Write string to file.", Fn: func(t *Thread, self, s Value) (Value, *Exception) {
			x := asStringIO(self)
			if exc := x.ready1(t); exc != nil {
				return Null, exc
			}
			text, ok := runtime.AsStr(s)
			if !ok {
				return Null, runtime.TypeErrorf(t, "string argument expected, got '%s'", runtime.TypeOf(s).FullName())
			}
			if exc := x.check(t); exc != nil {
				return Null, exc
			}
			return runtime.Int(int64(text.Len())), x.write(t, text)
		}},
		{Sig: "seekable($self, /)", Doc: "Returns True if the IO object can be seeked.", Fn: stringIOAble},
		{Sig: "readable($self, /)", Doc: "Returns True if the IO object can be read.", Fn: stringIOAble},
		{Sig: "writable($self, /)", Doc: "Returns True if the IO object can be written.", Fn: stringIOAble},
		{Sig: "__getstate__($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			x := asStringIO(self)
			if exc := x.check(t); exc != nil {
				return Null, exc
			}
			s, exc := x.join(t)
			if exc != nil {
				return Null, exc
			}
			return runtime.MakeTuple(t, s.Value(), x.newline, runtime.Int(int64(x.pos)), instanceState(t, self)).Value(), nil
		}},
		{Sig: "__setstate__($self, state, /)", Fn: stringIOSetState},
	},
	GetSets: []getset{
		runtime.DictGetSet,
		{Name: "closed", Get: func(t *Thread, self Value) (Value, *Exception) {
			return runtime.Bool(asStringIO(self).closed), asStringIO(self).ready1(t)
		}},
		{Name: "newlines", Get: func(t *Thread, self Value) (Value, *Exception) {
			x := asStringIO(self)
			if exc := x.check(t); exc != nil {
				return Null, exc
			}
			if !x.universal {
				return runtime.None, nil
			}
			return x.newlines(t), nil
		}},
		{Name: "line_buffering", Get: func(t *Thread, self Value) (Value, *Exception) { return runtime.False, asStringIO(self).check(t) }},
	},
}

var stringIOArgs = runtime.NewSignature("StringIO(initial_value='', newline='\\n')")

func stringIOInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := stringIOArgs.Bind(t, args, kw)
	if exc != nil {
		return exc
	}
	x := asStringIO(self)
	x.ready = false
	nl, isNone, exc := newlineArg(t, a[1], "newline must be str or None, not "+runtime.TypeOf(a[1]).FullName())
	if exc != nil {
		return exc
	}
	var initial *runtime.Str
	if !a[0].IsNone() {
		var ok bool
		if initial, ok = runtime.AsStr(a[0]); !ok {
			return runtime.TypeErrorf(t, "initial_value must be str or None, not %s", runtime.TypeOf(a[0]).FullName())
		}
	}
	x.newlineState = newlineState{translate: isNone}
	x.parts, x.length, x.pos, x.closed = nil, 0, 0, false
	x.universal, x.readNL, x.writeNL, x.newline = nl == "", nl, nil, a[1]
	if len(nl) > 0 && nl[0] == '\r' {
		x.writeNL = t.Intern(nl)
	}
	x.ready = true
	if initial != nil && initial.Len() > 0 {
		if exc := x.write(t, initial); exc != nil {
			return exc
		}
		x.pos = 0
	}
	return nil
}

// newlineArg checks a newline argument; None and "" both give "".
func newlineArg(t *Thread, v Value, typeError string) (nl string, isNone bool, exc *Exception) {
	if v.IsNone() {
		return "", true, nil
	}
	s, ok := runtime.AsStr(v)
	if !ok {
		return "", false, runtime.Raise(t, runtime.TypeErrorType, typeError)
	}
	switch nl = s.GoString(); nl {
	case "", "\n", "\r", "\r\n":
		return nl, false, nil
	}
	q, exc := runtime.Repr(t, v)
	if exc != nil {
		return "", false, exc
	}
	return "", false, valueError(t, "illegal newline value: "+q.GoString())
}

func (x *stringIO) ready1(t *Thread) *Exception {
	if !x.ready {
		return valueError(t, "I/O operation on uninitialized object")
	}
	return nil
}

func (x *stringIO) check(t *Thread) *Exception {
	if exc := x.ready1(t); exc != nil {
		return exc
	}
	if x.closed {
		return valueError(t, "I/O operation on closed file")
	}
	return nil
}

func stringIOAble(t *Thread, self Value) (Value, *Exception) {
	return runtime.True, asStringIO(self).check(t)
}

// join makes one str of all parts.
func (x *stringIO) join(t *Thread) (*runtime.Str, *Exception) {
	switch len(x.parts) {
	case 0:
		return runtime.NewStr(t, ""), nil
	case 1:
		s, _ := runtime.AsStr(x.parts[0])
		return s, nil
	}
	s, exc := runtime.JoinStrs(t, x.parts)
	if exc != nil {
		return nil, exc
	}
	x.parts = append(x.parts[:0], s.Value())
	return s, nil
}

func stringIOWriteText(t *Thread, v Value, s *runtime.Str) (bool, *Exception) {
	if !runtime.HasShape(v, stringIOShape) {
		return false, nil
	}
	x := asStringIO(v)
	if d := runtime.InstanceDict(t, v); d.Len() > 0 {
		return false, nil
	}
	if exc := x.check(t); exc != nil {
		return true, exc
	}
	return true, x.write(t, s)
}

func (x *stringIO) write(t *Thread, s *runtime.Str) *Exception {
	var exc *Exception
	if x.universal {
		if s, exc = x.decode(t, s, true); exc != nil {
			return exc
		}
	}
	if x.writeNL != nil && indexRune(s, '\n', 0) >= 0 {
		if s, exc = s.Replace(t, lineFeed, x.writeNL, -1); exc != nil {
			return exc
		}
	}
	n := s.Len()
	if n == 0 {
		return nil
	}
	if x.pos != x.length {
		return x.overwrite(t, s)
	}
	x.parts = append(x.parts, s.Value())
	x.length += n
	x.pos += n
	if len(x.parts) >= 1<<16 {
		_, exc = x.join(t) // the list of many short parts takes more room than the text
	}
	return exc
}

// overwrite writes inside or behind the text.
func (x *stringIO) overwrite(t *Thread, s *runtime.Str) *Exception {
	all, exc := x.join(t)
	if exc != nil {
		return exc
	}
	var parts []Value
	if x.pos > x.length {
		if exc := t.Reserve(x.pos - x.length); exc != nil {
			return exc
		}
		parts = append(parts, all.Value(), runtime.NewStr(t, string(make([]byte, x.pos-x.length))).Value())
	} else {
		parts = append(parts, all.Slice(t, 0, x.pos).Value())
	}
	parts = append(parts, s.Value())
	x.pos += s.Len()
	if x.pos < x.length {
		parts = append(parts, all.Slice(t, x.pos, x.length).Value())
	}
	x.length = max(x.length, x.pos)
	x.parts = parts
	_, exc = x.join(t)
	return exc
}

func stringIORead(t *Thread, self, size Value) (Value, *Exception) {
	x := asStringIO(self)
	if exc := x.check(t); exc != nil {
		return Null, exc
	}
	n, exc := sizeArg(t, size)
	if exc != nil {
		return Null, exc
	}
	if rest := max(x.length-x.pos, 0); n < 0 || n > rest {
		n = rest
	}
	if n == 0 {
		return runtime.NewStr(t, "").Value(), nil
	}
	s, exc := x.join(t)
	if exc != nil {
		return Null, exc
	}
	x.pos += n
	return s.Slice(t, x.pos-n, x.pos).Value(), nil
}

// line takes the next line, of at most limit characters.
func (x *stringIO) line(t *Thread, limit int) (*runtime.Str, *Exception) {
	if x.pos >= x.length || limit == 0 {
		return runtime.NewStr(t, ""), nil
	}
	s, exc := x.join(t)
	if exc != nil {
		return nil, exc
	}
	nl := x.readNL
	if x.translate {
		nl = "\n"
	}
	end := lineEnd(s, x.pos, nl == "", nl)
	if end < 0 {
		end = x.length
	}
	if limit > 0 {
		end = min(end, x.pos+limit)
	}
	start := x.pos
	x.pos = end
	return s.Slice(t, start, end), nil
}

func stringIONext(t *Thread, self Value) (Value, bool, *Exception) {
	x := asStringIO(self)
	if exc := x.check(t); exc != nil {
		return Null, false, exc
	}
	if !runtime.HasShape(self, stringIOShape) {
		v, exc := runtime.CallMethod(t, self, sReadline)
		if exc != nil {
			return Null, false, exc
		}
		n, exc := runtime.Len(t, v)
		return v, n > 0, exc
	}
	s, exc := x.line(t, -1)
	if exc != nil || s.Len() == 0 {
		return Null, false, exc
	}
	return s.Value(), true, nil
}

func stringIOTruncate(t *Thread, self, pos Value) (Value, *Exception) {
	x := asStringIO(self)
	if exc := x.check(t); exc != nil {
		return Null, exc
	}
	n := x.pos
	if !pos.IsNone() {
		var exc *Exception
		if n, exc = sizeArg(t, pos); exc != nil {
			return Null, exc
		}
	}
	if n < 0 {
		return Null, runtime.ValueErrorf(t, "Negative size value %d", n)
	}
	if n < x.length {
		s, exc := x.join(t)
		if exc != nil {
			return Null, exc
		}
		x.parts = []Value{s.Slice(t, 0, n).Value()}
		x.length = n
	}
	return runtime.Int(int64(n)), nil
}

func stringIOSeek(t *Thread, self, pos, whence Value) (Value, *Exception) {
	p, w, exc := seekArgs(t, pos, whence)
	if exc != nil {
		return Null, exc
	}
	x := asStringIO(self)
	if exc := x.check(t); exc != nil {
		return Null, exc
	}
	n := int(p)
	switch {
	case w < 0 || w > 2:
		return Null, runtime.ValueErrorf(t, "Invalid whence (%d, should be 0, 1 or 2)", w)
	case n < 0 && w == goio.SeekStart:
		return Null, runtime.ValueErrorf(t, "Negative seek position %d", n)
	case w != goio.SeekStart && n != 0:
		return Null, runtime.Raise(t, runtime.OSErrorType, "Can't do nonzero cur-relative seeks")
	case w == goio.SeekCurrent:
		n = x.pos
	case w == goio.SeekEnd:
		n = x.length
	}
	x.pos = n
	return runtime.Int(int64(n)), nil
}

func stringIOSetState(t *Thread, self, state Value) (Value, *Exception) {
	s, ok := runtime.AsTuple(state)
	if !ok || s.Len() < 4 {
		return Null, runtime.TypeErrorf(t, "%s.__setstate__ argument should be 4-tuple, got %s", runtime.TypeOf(self).Name(), runtime.TypeOf(state).Name())
	}
	if exc := stringIOInit(t, self, []Value{runtime.NewStr(t, "").Value(), s.Items[1]}, nil); exc != nil {
		return Null, exc
	}
	x := asStringIO(self)
	text, ok := runtime.AsStr(s.Items[0])
	if !ok {
		return Null, runtime.TypeErrorf(t, "initial_value must be str or None, not %s", runtime.TypeOf(s.Items[0]).FullName())
	}
	// The value was translated when it was first written.
	x.parts, x.length = []Value{text.Value()}, text.Len()
	pos, exc := runtime.AsSsize(t, s.Items[2])
	if exc != nil {
		return Null, exc
	}
	if pos < 0 {
		return Null, valueError(t, "position value cannot be negative")
	}
	x.pos = pos
	return runtime.None, restoreDict(t, self, s.Items[3])
}
