package numfmt

import (
	"math"
	"math/big"
)

// hashModulus is the prime of all numeric hashes: equal numbers of any type have the same value modulo it.
const (
	hashBits    = 61
	hashModulus = 1<<hashBits - 1
	hashInf     = 314159
	hashImag    = 1000003
)

// fixHash replaces -1, which CPython's C functions return for errors.
func fixHash(h int64) int64 {
	if h == -1 {
		return -2
	}
	return h
}

// HashInt is hash(v).
func HashInt(v int64) int64 {
	h := int64(magnitude(v) % hashModulus)
	if v < 0 {
		h = -h
	}
	return fixHash(h)
}

// HashBig is hash(v).
func HashBig(v *big.Int) int64 {
	h := uint64(0)
	words := v.Bits()
	for i := len(words) - 1; i >= 0; i-- {
		// 2**64 is 2**3 modulo the prime: a rotation of 61 bits by 3.
		h = h<<3&hashModulus | h>>(hashBits-3)
		h += uint64(words[i]) & hashModulus
		h += uint64(words[i]) >> hashBits
		h = h&hashModulus + h>>hashBits
	}
	if h >= hashModulus {
		h -= hashModulus
	}
	if v.Sign() < 0 {
		return fixHash(-int64(h))
	}
	return int64(h)
}

// HashFloat is hash(f). ok is false for NaN, whose hash is that of the object's identity.
func HashFloat(f float64) (h int64, ok bool) {
	if math.IsNaN(f) {
		return 0, false
	}
	if math.IsInf(f, 0) {
		return int64(math.Copysign(hashInf, f)), true
	}
	if f > -1<<60 && f < 1<<60 && f == math.Trunc(f) {
		return fixHash(int64(f)), true
	}
	mant, exp := splitFloat(math.Abs(f))
	// The mantissa is below the prime; multiplying by 2**exp is a rotation.
	e := exp % hashBits
	if e < 0 {
		e += hashBits
	}
	h = int64(mant<<e&hashModulus | mant>>(hashBits-e))
	if h == hashModulus {
		h = 0
	}
	if f < 0 {
		h = -h
	}
	return fixHash(h), true
}

// HashComplex combines the hashes of the real and the imaginary part.
func HashComplex(re, im int64) int64 {
	return fixHash(int64(uint64(re) + hashImag*uint64(im)))
}
