package marshal

import (
	"encoding/binary"
	"math/bits"
)

// SourceHash is importlib.util.source_hash: the hash of a source text that
// hash-based .pyc files hold, keyed by the version's magic number.
func SourceHash(v Version, source []byte) uint64 {
	key := uint64(v.Magic())
	if v < Py311 {
		return sipHash(key, 0, source, 2, 4)
	}
	return sipHash(key, 0, source, 1, 3)
}

// sipHash is SipHash with c rounds for each word and d at the end.
func sipHash(k0, k1 uint64, data []byte, c, d int) uint64 {
	s := sipState{
		k0 ^ 0x736f6d6570736575,
		k1 ^ 0x646f72616e646f6d,
		k0 ^ 0x6c7967656e657261,
		k1 ^ 0x7465646279746573,
	}
	last := uint64(len(data)) << 56
	for len(data) >= 8 {
		s.word(binary.LittleEndian.Uint64(data), c)
		data = data[8:]
	}
	for i, b := range data {
		last |= uint64(b) << (8 * i)
	}
	s.word(last, c)
	s[2] ^= 0xff
	for range d {
		s.round()
	}
	return s[0] ^ s[1] ^ s[2] ^ s[3]
}

type sipState [4]uint64

func (s *sipState) word(w uint64, rounds int) {
	s[3] ^= w
	for range rounds {
		s.round()
	}
	s[0] ^= w
}

func (s *sipState) round() {
	s[0] += s[1]
	s[1] = bits.RotateLeft64(s[1], 13) ^ s[0]
	s[0] = bits.RotateLeft64(s[0], 32)
	s[2] += s[3]
	s[3] = bits.RotateLeft64(s[3], 16) ^ s[2]
	s[0] += s[3]
	s[3] = bits.RotateLeft64(s[3], 21) ^ s[0]
	s[2] += s[1]
	s[1] = bits.RotateLeft64(s[1], 17) ^ s[2]
	s[2] = bits.RotateLeft64(s[2], 32)
}
