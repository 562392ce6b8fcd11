package dis

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
	"unicode/utf8"

	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/opcodes"
	"github.com/krait-vm/krait/runtime/numfmt"
	"github.com/krait-vm/krait/runtime/siphash"
)

// hasher computes hash() of constants under PYTHONHASHSEED=0, compares them, and from both the order of sets.
//
// Objects that CPython hashes by their address have an order there that changes from run to run; here they hash by the
// order in which they are met.
type hasher struct {
	version opcodes.Version
	known   map[marshal.Object]int64 // hashes of containers, and the numbers of objects hashed by address
	steps   int
}

// noKey is the key of str and bytes hashes under PYTHONHASHSEED=0.
var noKey siphash.Key

// maxSteps bounds the work of hashing and comparing, which hostile constants can make quadratic or worse.
const maxSteps = 10_000_000

// maxHashNesting bounds the containers inside each other.
const maxHashNesting = 2500

var errTooManySteps = errors.New("dis: the sets in a constant take too long to order")

func newHasher(version opcodes.Version) *hasher {
	return &hasher{version: version, known: map[marshal.Object]int64{}}
}

func (h *hasher) step() error {
	h.steps++
	if h.steps > maxSteps {
		return errTooManySteps
	}
	return nil
}

const (
	// hashNone is the hash of None from 3.12 on.
	hashNone = 0xfca86420
	// hashNone311 stands for the address of None, which 3.11 hashes and the system chooses. Of its bits, those that place
	// None in a set of usual size come from the linker alone: these are the bits of a common build for Linux.
	hashNone311 = 0xbbe
)

// hash returns hash(o). Nesting is how many containers o is in.
func (h *hasher) hash(o marshal.Object, nesting int) (int64, error) {
	switch o := o.(type) {
	case marshal.Singleton:
		switch {
		case o == marshal.True:
			return 1, nil
		case o == marshal.False:
			return 0, nil
		case o == marshal.None && h.version >= opcodes.V312:
			return hashNone, nil
		case o == marshal.None:
			return hashNone311, nil
		}
		return h.address(o), nil
	case *marshal.Int:
		if o.Big != nil {
			return numfmt.HashBig(o.Big), nil
		}
		return numfmt.HashInt(o.V), nil
	case *marshal.Float:
		return h.float(o.V, o), nil
	case *marshal.Complex:
		return numfmt.HashComplex(h.float(real(o.V), o), h.float(imag(o.V), o)), nil
	case *marshal.Str:
		return noKey.Hash(strBuffer(o.S)), nil
	case *marshal.Bytes:
		return noKey.Hash(o.S), nil
	case *marshal.Tuple, *marshal.Slice, *marshal.Set:
		return h.container(o, nesting)
	}
	return h.address(o), nil
}

func (h *hasher) address(o marshal.Object) int64 {
	n, ok := h.known[o]
	if !ok {
		n = int64(len(h.known)) + 1
		h.known[o] = n
	}
	return n
}

func (h *hasher) container(o marshal.Object, nesting int) (int64, error) {
	if v, ok := h.known[o]; ok {
		return v, nil
	}
	if nesting > maxHashNesting {
		return 0, &Error{"RecursionError", "maximum recursion depth exceeded"}
	}
	var items []marshal.Object
	switch o := o.(type) {
	case *marshal.Tuple:
		items = o.Items
	case *marshal.Slice:
		items = []marshal.Object{o.Start, o.Stop, o.Step}
	case *marshal.Set:
		items = o.Items
	}
	hashes := make([]int64, len(items))
	for i, item := range items {
		if err := h.step(); err != nil {
			return 0, err
		}
		var err error
		if hashes[i], err = h.hash(item, nesting+1); err != nil {
			return 0, err
		}
	}
	v := int64(0)
	switch o := o.(type) {
	case *marshal.Tuple:
		v = hashTuple(hashes)
	case *marshal.Slice:
		v = hashSlice(hashes)
	case *marshal.Set:
		unique, err := h.unique(o.Items, hashes)
		if err != nil {
			return 0, err
		}
		v = hashSet(unique)
	}
	h.known[o] = v
	return v, nil
}

// unique returns the hashes of the items without those of repetitions.
func (h *hasher) unique(items []marshal.Object, hashes []int64) ([]int64, error) {
	t := newTable(h)
	var out []int64
	for i, item := range items {
		at, err := t.add(item, hashes[i])
		if err != nil {
			return nil, err
		}
		if at == i {
			out = append(out, hashes[i])
		}
	}
	return out, nil
}

// float is the hash of f, of which o is the object: a NaN hashes by address.
func (h *hasher) float(f float64, o marshal.Object) int64 {
	if v, ok := numfmt.HashFloat(f); ok {
		return v
	}
	return h.address(o)
}

// The constants of the tuple hash, which is xxHash's on 64 bits.
const (
	xxPrime1 uint64 = 11400714785074694791
	xxPrime2 uint64 = 14029467366897019727
	xxPrime5 uint64 = 2870177450012600261
)

func xxLanes(hashes []int64) uint64 {
	acc := xxPrime5
	for _, lane := range hashes {
		acc = bits.RotateLeft64(acc+uint64(lane)*xxPrime2, 31) * xxPrime1
	}
	return acc
}

func hashTuple(hashes []int64) int64 {
	acc := xxLanes(hashes) + (uint64(len(hashes)) ^ (xxPrime5 ^ 3527539))
	if acc == math.MaxUint64 {
		return 1546275796
	}
	return int64(acc)
}

func hashSlice(hashes []int64) int64 {
	acc := xxLanes(hashes)
	if acc == math.MaxUint64 {
		return 1546275796
	}
	return int64(acc)
}

// hashSet is the hash of a frozenset, from those of its elements in any order.
func hashSet(hashes []int64) int64 {
	var v uint64
	for _, h := range hashes {
		v ^= (uint64(h) ^ 89869747 ^ uint64(h)<<16) * 3644798167
	}
	v ^= (uint64(len(hashes)) + 1) * 1927868237
	v ^= v>>11 ^ v>>25
	v = v*69069 + 907133923
	if v == math.MaxUint64 {
		return 590923713
	}
	return int64(v)
}

// strBuffer is the memory of a str (PEP 393): units of one, two or four bytes, as its largest code point needs.
func strBuffer(s string) string {
	var points []rune
	largest := rune(0)
	for rest := s; rest != ""; {
		r, n := decodeRune(rest)
		rest = rest[n:]
		points = append(points, r)
		largest = max(largest, r)
	}
	if largest < utf8.RuneSelf {
		return s
	}
	var b []byte
	for _, r := range points {
		switch {
		case largest < 0x100:
			b = append(b, byte(r))
		case largest < 0x10000:
			b = binary.LittleEndian.AppendUint16(b, uint16(r))
		default:
			b = binary.LittleEndian.AppendUint32(b, uint32(r))
		}
	}
	return string(b)
}
