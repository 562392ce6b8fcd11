// Package random is Python's _random module: the Mersenne Twister as a class.
package random

import (
	"encoding/binary"
	"math/big"
	"unsafe"

	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/runtime/mtrand"
)

type (
	// Value is a Python value.
	Value = runtime.Value
	// Exception is a Python exception.
	Exception = runtime.Exception
	// Thread is a Python thread.
	Thread = runtime.Thread
)

// null is the missing value.
var null = runtime.Null

// Spec describes the module.
var Spec = &runtime.ModuleSpec{
	Name:      "_random",
	Doc:       "Module implements the Mersenne Twister random number generator.",
	TypeSpecs: []*runtime.TypeSpec{&randomSpec},
}

var randomType = &runtime.Type{}

var randomShape = runtime.NewShape(randomType)

// A generator is an instance of Random.
type generator struct {
	runtime.Header
	rand mtrand.Rand
}

type generatorSub struct {
	generator
	runtime.Attrs
}

var randomSpec = runtime.TypeSpec{
	Type: randomType, Name: "_random.Random", Shape: randomShape, Flags: runtime.TypeBase | runtime.TypeOwnLayout,
	Doc: "Random() -> create a random number generator with its own internal state.",
	NewSub: func(t *Thread, _ *runtime.Type) *runtime.Header {
		return &runtime.AllocSub[generatorSub](t).Header
	},
	SubAttrsOffset: unsafe.Offsetof(generatorSub{}.Attrs),
	Slots:          runtime.Slots{New: newRandom, Init: initRandom},
	Methods: []runtime.MethodSpec{
		{Sig: "random($self, /)", Doc: "random() -> x in the interval [0, 1).", Fn: random},
		{Sig: "seed($self, n=None, /)", Doc: "seed([n]) -> None.\n\nDefaults to use urandom and falls back to a combination\nof the current time and the process identifier.", Fn: seed},
		{Sig: "getstate($self, /)", Doc: "getstate() -> tuple containing the current state.", Fn: getState},
		{Sig: "setstate($self, state, /)", Doc: "setstate(state) -> None.  Restores generator state.", Fn: setState},
		{Sig: "getrandbits($self, k, /)", Doc: "getrandbits(k) -> x.  Generates an int with k random bits.", Fn: getRandBits},
	},
}

func newRandom(t *Thread, cls *runtime.Type, _ []Value, _ *runtime.Tuple) (Value, *Exception) {
	var g *generator
	if cls == randomType {
		g = runtime.Alloc[generator](t, randomShape)
	} else {
		g = (*generator)(unsafe.Pointer(runtime.NewInstanceOf(t, cls)))
	}
	g.rand.SeedInt(0) // until __init__ seeds it, so that it is in a valid state
	return runtime.ObjectOf(&g.Header), nil
}

func initRandom(t *Thread, self Value, args []Value, kw *runtime.Tuple) *Exception {
	if runtime.HasShape(self, randomShape) {
		if exc := runtime.NoKeywords(t, "Random", kw); exc != nil {
			return exc
		}
	}
	args = args[:len(args)-kw.Len()]
	if len(args) > 1 {
		if t.Interp().Version.At(14) {
			return runtime.CheckArity(t, "Random", len(args), 0, 1)
		}
		return runtime.Raise(t, runtime.TypeErrorType, "Random() requires 0 or 1 argument")
	}
	n := runtime.None
	if len(args) == 1 {
		n = args[0]
	}
	_, exc := seed(t, self, n)
	return exc
}

func of(self Value) *mtrand.Rand { return &(*generator)(self.Ptr()).rand }

// seed takes an int's magnitude, anything else's hash, and fresh randomness for None.
func seed(t *Thread, self, n Value) (Value, *Exception) {
	r := of(self)
	switch {
	case n.IsNone():
		const words = 624
		var b [4 * words]byte
		if err := t.Interp().Host().Random(b[:]); err != nil {
			return null, runtime.RaiseOS(t, err)
		}
		key := make([]uint32, words)
		for i := range key {
			key[i] = binary.LittleEndian.Uint32(b[4*i:])
		}
		r.SeedKey(key)
	case n.IsInt():
		r.SeedInt(n.AsInt())
	case runtime.TypeOf(n).Is(runtime.TypeInt):
		r.Seed(runtime.AsBig(n))
	default:
		h, exc := runtime.Hash(t, n)
		if exc != nil {
			return null, exc
		}
		r.Seed(new(big.Int).SetUint64(uint64(h)))
	}
	return runtime.None, nil
}

func random(_ *Thread, self Value) (Value, *Exception) { return runtime.Float(of(self).Float64()), nil }

func getRandBits(t *Thread, self, bits Value) (Value, *Exception) {
	k, exc := runtime.AsSsize(t, bits)
	if exc != nil {
		return null, exc
	}
	switch {
	case k < 0:
		if t.Interp().Version.At(14) {
			return null, runtime.Raise(t, runtime.ValueErrorType, "Cannot convert negative int")
		}
		return null, runtime.Raise(t, runtime.ValueErrorType, "number of bits must be non-negative")
	case k == 0:
		return runtime.Int(0), nil
	case k > 1<<16:
		if exc := t.Reserve(k / 8); exc != nil {
			return null, exc
		}
	}
	n, b := of(self).Bits(k)
	if b != nil {
		return runtime.BigFrom(t, b), nil
	}
	return runtime.Int(n), nil
}

func getState(t *Thread, self Value) (Value, *Exception) {
	words, index := of(self).State()
	items := make([]Value, 0, len(words)+1)
	for _, w := range words {
		items = append(items, runtime.Int(int64(w)))
	}
	return runtime.NewTuple(t, append(items, runtime.Int(int64(index)))).Value(), nil
}

func setState(t *Thread, self, state Value) (Value, *Exception) {
	x, ok := runtime.AsTuple(state)
	if !ok {
		return null, runtime.Raise(t, runtime.TypeErrorType, "state vector must be a tuple")
	}
	var words [624]uint32
	if x.Len() != len(words)+1 {
		return null, runtime.Raise(t, runtime.ValueErrorType, "state vector is the wrong size")
	}
	for i := range words {
		v := x.Items[i]
		if !runtime.TypeOf(v).Is(runtime.TypeInt) {
			return null, runtime.Raise(t, runtime.TypeErrorType, "an integer is required")
		}
		n, ok := runtime.AsInt64(v)
		if !ok || n < 0 {
			return null, runtime.Raise(t, runtime.OverflowErrorType, "can't convert negative value to unsigned int")
		}
		words[i] = uint32(n)
	}
	index, exc := runtime.AsSsize(t, x.Items[len(words)])
	if exc != nil {
		return null, exc
	}
	if !of(self).SetState(words, index) {
		return null, runtime.Raise(t, runtime.ValueErrorType, "invalid state")
	}
	return runtime.None, nil
}
