package io

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var pairType, pairShape = newType()

// A pair is a BufferedRWPair: a reader and a writer over two raw streams.
type pair struct {
	runtime.Header
	runtime.Attrs
	reader, writer Value
}

func asPair(v Value) *pair { return (*pair)(v.Ptr()) }

func newPairIn(p *pair) *pair {
	p.reader, p.writer = Null, Null
	return p
}

// toReader and toWriter pass a method on.
func toReader(name string) row {
	n := runtime.Static(name)
	return row{Sig: name, Fn: func(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
		return pass(t, asPair(self).reader, n, args, kw)
	}}
}

func toWriter(name string) row {
	n := runtime.Static(name)
	return row{Sig: name, Fn: func(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
		return pass(t, asPair(self).writer, n, args, kw)
	}}
}

func pass(t *Thread, to Value, name *runtime.Str, args []Value, kw *Tuple) (Value, *Exception) {
	if to.IsNull() {
		return Null, valueError(t, "I/O operation on uninitialized object")
	}
	fn, exc := runtime.GetAttr(t, to, name)
	if exc != nil {
		return Null, exc
	}
	return runtime.CallKw(t, fn, args, kw)
}

var pairSpec = runtime.TypeSpec{
	Type: pairType, Name: "_io.BufferedRWPair", Base: bufferedBaseType, Shape: pairShape, TextSig: "(reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /)",
	Doc:         "A buffered reader and writer object together.",
	Flags:       runtime.TypeBase | runtime.TypeHasDict | runtime.TypeHasWeakref | runtime.TypeOwnLayout,
	AttrsOffset: unsafe.Offsetof(pair{}.Attrs),
	NewSub:      func(t *Thread, _ *runtime.Type) *runtime.Header { return &newPairIn(runtime.AllocSub[pair](t)).Header },
	Slots: runtime.Slots{
		New: func(t *Thread, cls *runtime.Type, _ []Value, _ *Tuple) (Value, *Exception) {
			if cls == pairType {
				return runtime.ObjectOf(&newPairIn(runtime.Alloc[pair](t, pairShape)).Header), nil
			}
			return runtime.ObjectOf(runtime.NewInstanceOf(t, cls)), nil
		},
		Init: pairInit,
		Traverse: func(v Value, visit runtime.VisitFunc) {
			visit(asPair(v).reader)
			visit(asPair(v).writer)
		},
	},
	Methods: []row{
		toReader("read"), toReader("peek"), toReader("read1"), toReader("readinto"), toReader("readinto1"), toWriter("write"), toWriter("flush"),
		toReader("readable"), toWriter("writable"),
		{Sig: "close($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			_, failed := pass(t, asPair(self).writer, sClose, nil, nil)
			v, exc := pass(t, asPair(self).reader, sClose, nil, nil)
			return v, chain(failed, exc)
		}},
		{Sig: "isatty($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			v, exc := pass(t, asPair(self).writer, sIsatty, nil, nil)
			if exc != nil || v.IsTrue() {
				return v, exc
			}
			return pass(t, asPair(self).reader, sIsatty, nil, nil)
		}},
	},
	GetSets: []getset{runtime.DictGetSet, {Name: "closed", Get: func(t *Thread, self Value) (Value, *Exception) {
		if w := asPair(self).writer; !w.IsNull() {
			return runtime.GetAttr(t, w, sClosed)
		}
		return Null, runtime.Raise(t, runtime.RuntimeErrorType, "the BufferedRWPair object is being garbage-collected")
	}}},
}

func pairInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	if exc := runtime.NoKeywords(t, "BufferedRWPair", kw); exc != nil {
		return exc
	}
	if exc := runtime.CheckArity(t, "BufferedRWPair", len(args), 2, 3); exc != nil {
		return exc
	}
	size := bufferSize(t)
	if len(args) == 3 {
		var exc *Exception
		if size, exc = runtime.AsSsize(t, args[2]); exc != nil {
			return exc
		}
	}
	if exc := require(t, args[0], sReadable, "File or stream is not readable."); exc != nil {
		return exc
	}
	if exc := require(t, args[1], sWritable, "File or stream is not writable."); exc != nil {
		return exc
	}
	p := asPair(self)
	var exc *Exception
	if p.reader, exc = newBuffered(t, readerShape, args[0], size); exc != nil {
		return exc
	}
	p.writer, exc = newBuffered(t, writerShape, args[1], size)
	return exc
}
