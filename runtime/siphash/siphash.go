// Package siphash is SipHash-1-3, CPython's hash of str and bytes, with the keys that CPython derives from PYTHONHASHSEED.
//
// A str is hashed as its buffer of 1-, 2- or 4-byte units in little-endian order; equal strs have equal buffers, as the unit is the
// narrowest that fits.
package siphash

import (
	"encoding/binary"
	"math/bits"
)

// A Key is the secret of one interpreter process.
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

// Hash is hash() of a bytes object, or of a str with 1-byte units.
func (k Key) Hash(data []byte) int64 { return finish(data, k) }

// HashString is Hash of s's bytes: for an ASCII str kept in a Go string.
func (k Key) HashString(s string) int64 { return finish(s, k) }

// HashUint16 is hash() of a str with 2-byte units.
func (k Key) HashUint16(units []uint16) int64 {
	if len(units) == 0 {
		return 0
	}
	s := newState(k)
	i := 0
	for ; i+4 <= len(units); i += 4 {
		u := units[i : i+4 : i+4]
		s.block(uint64(u[0]) | uint64(u[1])<<16 | uint64(u[2])<<32 | uint64(u[3])<<48)
	}
	last := uint64(len(units)*2) << 56
	for j, u := range units[i:] {
		last |= uint64(u) << (16 * j)
	}
	return fix(s.sum(last))
}

// HashUint32 is hash() of a str with 4-byte units.
func (k Key) HashUint32(units []rune) int64 {
	if len(units) == 0 {
		return 0
	}
	s := newState(k)
	i := 0
	for ; i+2 <= len(units); i += 2 {
		s.block(uint64(uint32(units[i])) | uint64(uint32(units[i+1]))<<32)
	}
	last := uint64(len(units)*4) << 56
	if i < len(units) {
		last |= uint64(uint32(units[i]))
	}
	return fix(s.sum(last))
}

// Sum is the plain SipHash-1-3 of data. With the key {word, 0} it is what _imp.source_hash computes.
func (k Key) Sum(data []byte) uint64 { return sum(data, k) }

// finish is the hash of a Python object with the given bytes.
func finish[T string | []byte](data T, k Key) int64 {
	if len(data) == 0 {
		return 0
	}
	return fix(sum(data, k))
}

// fix replaces -1, which CPython's C functions return for errors.
func fix(h uint64) int64 {
	if h == 1<<64-1 {
		return -2
	}
	return int64(h)
}

func sum[T string | []byte](data T, k Key) uint64 {
	s := newState(k)
	i := 0
	for ; i+8 <= len(data); i += 8 {
		s.block(uint64(data[i]) | uint64(data[i+1])<<8 | uint64(data[i+2])<<16 | uint64(data[i+3])<<24 |
			uint64(data[i+4])<<32 | uint64(data[i+5])<<40 | uint64(data[i+6])<<48 | uint64(data[i+7])<<56)
	}
	last := uint64(len(data)) << 56
	for j := 0; i+j < len(data); j++ {
		last |= uint64(data[i+j]) << (8 * j)
	}
	return s.sum(last)
}

// A state is the four words of SipHash.
type state struct{ v0, v1, v2, v3 uint64 }

func newState(k Key) state {
	return state{
		k.K0 ^ 0x736f6d6570736575,
		k.K1 ^ 0x646f72616e646f6d,
		k.K0 ^ 0x6c7967656e657261,
		k.K1 ^ 0x7465646279746573,
	}
}

func (s *state) round() {
	s.v0 += s.v1
	s.v2 += s.v3
	s.v1 = bits.RotateLeft64(s.v1, 13) ^ s.v0
	s.v3 = bits.RotateLeft64(s.v3, 16) ^ s.v2
	s.v0 = bits.RotateLeft64(s.v0, 32)
	s.v2 += s.v1
	s.v0 += s.v3
	s.v1 = bits.RotateLeft64(s.v1, 17) ^ s.v2
	s.v3 = bits.RotateLeft64(s.v3, 21) ^ s.v0
	s.v2 = bits.RotateLeft64(s.v2, 32)
}

// block takes in one word: one round.
func (s *state) block(m uint64) {
	s.v3 ^= m
	s.round()
	s.v0 ^= m
}

// sum takes in the last word, which holds the length in its top byte, and finishes with three rounds.
func (s *state) sum(last uint64) uint64 {
	s.block(last)
	s.v2 ^= 0xff
	s.round()
	s.round()
	s.round()
	return s.v0 ^ s.v1 ^ s.v2 ^ s.v3
}
