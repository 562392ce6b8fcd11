// Package siphash is SipHash-1-3, CPython's hash of str and bytes, with the keys that CPython derives from PYTHONHASHSEED.
//
// A str is hashed as its buffer of 1-, 2- or 4-byte units in little-endian order; equal strs have equal buffers, as the unit is the
// narrowest that fits.
package siphash

import (
	"encoding/binary"
	"math/bits"
)

// A Key is the secret of one process.
type Key struct{ K0, K1 uint64 }

// KeyFromSeed is the key for PYTHONHASHSEED=seed; 0 switches randomisation off.
func KeyFromSeed(seed uint32) Key {
	if seed == 0 {
		return Key{}
	}
	var secret [16]byte
	x := seed
	for i := range secret {
		x = x*214013 + 2531011
		secret[i] = byte(x >> 16)
	}
	return KeyFromBytes(secret)
}

// KeyFromBytes is the key made of 16 random bytes.
func KeyFromBytes(secret [16]byte) Key {
	return Key{binary.LittleEndian.Uint64(secret[:8]), binary.LittleEndian.Uint64(secret[8:])}
}

// Hash is hash() of an object with the given bytes: 0 for none, and never -1, which CPython's C functions return for errors.
func (k Key) Hash(data string) int64 {
	if len(data) == 0 {
		return 0
	}
	return fix(Sum13(k.K0, k.K1, data))
}

func fix(h uint64) int64 {
	if h == 1<<64-1 {
		return -2
	}
	return int64(h)
}

// Sum13 is the SipHash-1-3 of data under the key (k0, k1). With the key (word, 0) it is what _imp.source_hash computes.
func Sum13[T string | []byte](k0, k1 uint64, data T) uint64 {
	v0, v1 := k0^0x736f6d6570736575, k1^0x646f72616e646f6d
	v2, v3 := k0^0x6c7967656e657261, k1^0x7465646279746573
	last := uint64(len(data)) << 56
	i := 0
	for ; i+8 <= len(data); i += 8 {
		m := uint64(data[i]) | uint64(data[i+1])<<8 | uint64(data[i+2])<<16 | uint64(data[i+3])<<24 |
			uint64(data[i+4])<<32 | uint64(data[i+5])<<40 | uint64(data[i+6])<<48 | uint64(data[i+7])<<56
		v3 ^= m
		v0, v1, v2, v3 = round(v0, v1, v2, v3)
		v0 ^= m
	}
	for shift := 0; i < len(data); i++ {
		last |= uint64(data[i]) << shift
		shift += 8
	}
	v3 ^= last
	v0, v1, v2, v3 = round(v0, v1, v2, v3)
	v0 ^= last
	v2 ^= 0xff
	v0, v1, v2, v3 = round(v0, v1, v2, v3)
	v0, v1, v2, v3 = round(v0, v1, v2, v3)
	v0, v1, v2, v3 = round(v0, v1, v2, v3)
	return v0 ^ v1 ^ v2 ^ v3
}

func round(v0, v1, v2, v3 uint64) (uint64, uint64, uint64, uint64) {
	v0 += v1
	v2 += v3
	v1 = bits.RotateLeft64(v1, 13) ^ v0
	v3 = bits.RotateLeft64(v3, 16) ^ v2
	v0 = bits.RotateLeft64(v0, 32)
	v2 += v1
	v0 += v3
	v1 = bits.RotateLeft64(v1, 17) ^ v2
	v3 = bits.RotateLeft64(v3, 21) ^ v0
	v2 = bits.RotateLeft64(v2, 32)
	return v0, v1, v2, v3
}
