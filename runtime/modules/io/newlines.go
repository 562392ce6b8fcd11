package io

import (
	"strings"
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

// The kinds of line ends that a newlineState has seen.
const (
	seenCR = 1 << iota
	seenLF
	seenCRLF
)

// A newlineState decodes line ends: it remembers a carriage return at the end of a part, which may belong to a line feed in the next one.
type newlineState struct {
	translate bool
	pendingCR bool
	seen      uint8
}

var (
	carriageReturn = runtime.Static("\r")
	lineFeed       = runtime.Static("\n")
	crlf           = runtime.Static("\r\n")
)

// indexRune finds a character in s from i on, -1 when it is not there.
func indexRune(s *runtime.Str, c rune, i int) int {
	n := s.Len()
	if s.Kind() == 1 {
		if i >= n {
			return -1
		}
		if k := strings.IndexByte(s.Raw()[i:], byte(c)); k >= 0 {
			return i + k
		}
		return -1
	}
	for ; i < n; i++ {
		if s.At(i) == c {
			return i
		}
	}
	return -1
}

// decode translates a part; final says that no other follows.
func (d *newlineState) decode(t *Thread, s *runtime.Str, final bool) (*runtime.Str, *Exception) {
	if d.pendingCR && (final || s.Len() > 0) {
		var exc *Exception
		if s, exc = runtime.Concat(t, carriageReturn, s); exc != nil {
			return nil, exc
		}
		d.pendingCR = false
	}
	n := s.Len()
	if n > 0 && !final && s.At(n-1) == '\r' {
		s = s.Slice(t, 0, n-1)
		n--
		d.pendingCR = true
	}
	if n == 0 {
		return s, nil
	}
	if indexRune(s, '\r', 0) < 0 {
		if d.seen&seenLF == 0 && indexRune(s, '\n', 0) >= 0 {
			d.seen |= seenLF
		}
		return s, nil
	}
	out := make([]rune, 0, n)
	for i := 0; i < n; i++ {
		c := s.At(i)
		switch {
		case c == '\n':
			d.seen |= seenLF
		case c == '\r' && i+1 < n && s.At(i+1) == '\n':
			d.seen |= seenCRLF
			i++
			if !d.translate {
				out = append(out, '\r')
			}
			c = '\n'
		case c == '\r':
			d.seen |= seenCR
			if d.translate {
				c = '\n'
			}
		}
		out = append(out, c)
	}
	if !d.translate {
		return s, nil
	}
	return runtime.NewStrRunes(t, out), nil
}

// newlines is the newlines attribute: None, a str, or a tuple of those seen.
func (d *newlineState) newlines(t *Thread) Value {
	var v []Value
	for _, k := range [...]struct {
		bit uint8
		s   *runtime.Str
	}{{seenCR, carriageReturn}, {seenLF, lineFeed}, {seenCRLF, crlf}} {
		if d.seen&k.bit != 0 {
			v = append(v, k.s.Value())
		}
	}
	switch len(v) {
	case 0:
		return runtime.None
	case 1:
		return v[0]
	}
	return runtime.CopyTuple(t, v).Value()
}

// lineEnd finds where the line that starts at i ends in s: the index behind its line end, or -1 when the end is not in s. Universal takes any of the
// three kinds; otherwise nl is the one.
func lineEnd(s *runtime.Str, i int, universal bool, nl string) int {
	if !universal {
		for {
			k := indexRune(s, rune(nl[0]), i)
			if k < 0 || len(nl) == 1 {
				if k < 0 {
					return -1
				}
				return k + 1
			}
			if k+1 < s.Len() && s.At(k+1) == '\n' {
				return k + 2
			}
			i = k + 1
		}
	}
	for n := s.Len(); i < n; i++ {
		switch s.At(i) {
		case '\n':
			return i + 1
		case '\r':
			if i+1 < n && s.At(i+1) == '\n' {
				return i + 2
			}
			return i + 1
		}
	}
	return -1
}

var newlineDecoderType, newlineDecoderShape = newType()

// A newlineDecoder is an IncrementalNewlineDecoder, which wraps another incremental decoder.
type newlineDecoder struct {
	runtime.Header
	newlineState
	decoder Value // Null before __init__
	errors  Value
}

func asNewlineDecoder(v Value) *newlineDecoder { return (*newlineDecoder)(v.Ptr()) }

var newlineDecoderArgs = runtime.NewSignature("IncrementalNewlineDecoder(decoder, translate, errors='strict')")

type newlineDecoderSub struct {
	newlineDecoder
	runtime.Attrs
}

var newlineDecoderSpec = runtime.TypeSpec{
	Type: newlineDecoderType, Name: "_io.IncrementalNewlineDecoder", Shape: newlineDecoderShape, Flags: runtime.TypeBase | runtime.TypeOwnLayout,
	Doc: "Codec used when reading a file in universal newlines mode.", TextSig: "(decoder, translate, errors='strict')",
	NewSub: func(t *Thread, _ *runtime.Type) *runtime.Header {
		d := runtime.AllocSub[newlineDecoderSub](t)
		d.decoder, d.errors = Null, runtime.None
		return &d.Header
	},
	SubAttrsOffset: unsafe.Offsetof(newlineDecoderSub{}.Attrs),
	Slots: runtime.Slots{
		New: func(t *Thread, cls *runtime.Type, _ []Value, _ *Tuple) (Value, *Exception) {
			if cls != newlineDecoderType {
				return runtime.ObjectOf(runtime.NewInstanceOf(t, cls)), nil
			}
			d := runtime.Alloc[newlineDecoder](t, newlineDecoderShape)
			d.decoder, d.errors = Null, runtime.None
			return runtime.ObjectOf(&d.Header), nil
		},
		Init: func(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
			mark := t.HandleMark()
			defer t.Release(mark)
			a, exc := newlineDecoderArgs.Bind(t, args, kw)
			if exc != nil {
				return exc
			}
			translate, exc := runtime.Truth(t, a[1])
			if exc != nil {
				return exc
			}
			d := asNewlineDecoder(self)
			d.newlineState = newlineState{translate: translate}
			d.decoder, d.errors = a[0], a[2]
			return nil
		},
		Traverse: func(v Value, visit runtime.VisitFunc) {
			visit(asNewlineDecoder(v).decoder)
			visit(asNewlineDecoder(v).errors)
		},
	},
	Methods: []row{
		{Sig: "decode($self, /, input, final=False)", Fn: func(t *Thread, self Value, args []Value) (Value, *Exception) {
			d := asNewlineDecoder(self)
			if exc := d.check(t); exc != nil {
				return Null, exc
			}
			final, exc := runtime.Truth(t, args[1])
			if exc != nil {
				return Null, exc
			}
			v := args[0]
			if !d.decoder.IsNone() {
				if v, exc = runtime.CallMethod(t, d.decoder, sDecode, v, runtime.Bool(final)); exc != nil {
					return Null, exc
				}
			}
			s, ok := runtime.AsStr(v)
			if !ok {
				return Null, runtime.TypeErrorf(t, "decoder should return a string result, not '%s'", runtime.TypeOf(v).FullName())
			}
			return runtime.StrValue(d.decode(t, s, final))
		}},
		{Sig: "getstate($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			d := asNewlineDecoder(self)
			if exc := d.check(t); exc != nil {
				return Null, exc
			}
			buf, flag := runtime.NewBytes(t, nil).Value(), runtime.Int(0)
			if !d.decoder.IsNone() {
				v, exc := runtime.CallMethod(t, d.decoder, sGetstate)
				if exc != nil {
					return Null, exc
				}
				x, ok := runtime.AsTuple(v)
				if !ok || x.Len() != 2 {
					return Null, runtime.Raise(t, runtime.TypeErrorType, "illegal decoder state")
				}
				buf, flag = x.Items[0], x.Items[1]
			}
			f, exc := runtime.IntLshift(t, flag, runtime.Int(1))
			if exc != nil {
				return Null, exc
			}
			if d.pendingCR {
				f = runtime.IntOr(t, f, runtime.Int(1))
			}
			return runtime.NewPair(t, buf, f), nil
		}},
		{Sig: "setstate($self, state, /)", Fn: func(t *Thread, self, state Value) (Value, *Exception) {
			d := asNewlineDecoder(self)
			if exc := d.check(t); exc != nil {
				return Null, exc
			}
			x, ok := runtime.AsTuple(state)
			if !ok {
				return Null, runtime.Raise(t, runtime.TypeErrorType, "state argument must be a tuple")
			}
			if x.Len() != 2 || !runtime.TypeOf(x.Items[1]).Is(runtime.TypeInt) {
				return Null, runtime.Raise(t, runtime.TypeErrorType, "setstate(): illegal state argument")
			}
			f := runtime.IntAnd(t, x.Items[1], runtime.Int(1))
			d.pendingCR = f.IsInt() && f.AsInt() == 1
			if d.decoder.IsNone() {
				return runtime.None, nil
			}
			rest, exc := runtime.IntRshift(t, x.Items[1], runtime.Int(1))
			if exc != nil {
				return Null, exc
			}
			return runtime.CallMethod(t, d.decoder, sSetstate, runtime.NewPair(t, x.Items[0], rest))
		}},
		{Sig: "reset($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			d := asNewlineDecoder(self)
			if exc := d.check(t); exc != nil {
				return Null, exc
			}
			d.seen, d.pendingCR = 0, false
			if d.decoder.IsNone() {
				return runtime.None, nil
			}
			return runtime.CallMethod(t, d.decoder, sReset)
		}},
	},
	GetSets: []getset{{Name: "newlines", Get: func(t *Thread, self Value) (Value, *Exception) {
		return asNewlineDecoder(self).newlines(t), nil
	}}},
}

func (d *newlineDecoder) check(t *Thread) *Exception {
	if d.decoder.IsNull() {
		return valueError(t, "IncrementalNewlineDecoder.__init__() not called")
	}
	return nil
}
