package runtime

import (
	"math/bits"

	"github.com/krait-vm/krait/runtime/numfmt"
	"github.com/krait-vm/krait/runtime/siphash"
)

// A HashSeed is what PYTHONHASHSEED decides: the key of str and bytes hashes. One serves the whole process.
type HashSeed struct {
	K0, K1 uint64
}

var hashSeed HashSeed

// hashBytes is the hash of a str's units or of bytes.
func hashBytes(s string) int64 {
	if len(s) == 0 {
		return 0
	}
	h := int64(siphash.Sum13(hashSeed.K0, hashSeed.K1, s))
	if h == -1 {
		return -2
	}
	return h
}

const hashModulus = 1<<61 - 1

// hashInt is hash() of an int: its value modulo 2**61-1, with -1 replaced by -2.
func hashInt(i int64) int64 {
	if uint64(i)+(hashModulus-1) < 2*hashModulus-1 && i != -1 {
		return i
	}
	neg := i < 0
	u := uint64(i)
	if neg {
		u = -u
	}
	h := int64(u % hashModulus)
	if neg {
		h = -h
	}
	if h == -1 {
		return -2
	}
	return h
}

// hashFloat is hash(f) of a float that is, or is a part of, v: a NaN's hash follows from v's identity.
func hashFloat(f float64, v Value) int64 {
	if h, ok := numfmt.HashFloat(f); ok {
		return h
	}
	h := int64(bits.RotateLeft64(ID(v), -4))
	if h == -1 {
		return -2
	}
	return h
}

// hashOfInt is what __hash__ may return as a hash: the int itself where it fits 64 bits.
func hashOfInt(v Value) int64 {
	n, b, _ := intParts(v)
	if b != nil {
		return numfmt.HashBig(b)
	}
	if n == -1 {
		return -2
	}
	return n
}
