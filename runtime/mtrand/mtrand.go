// Package mtrand is the Mersenne Twister MT19937 as Python's _random.Random seeds and reads it.
package mtrand

import (
	"math/big"
	"math/bits"
)

const (
	stateWords = 624
	shiftWords = 397
)

// A Rand is one generator. It is seeded before use and not safe for use by several goroutines.
type Rand struct {
	state [stateWords]uint32
	index int // of the next word to give out; stateWords when all are used
}

// Seed is random.seed(n) for an int: the sign does not count.
func (r *Rand) Seed(n *big.Int) {
	words := n.Bits()
	key := make([]uint32, 0, 2*len(words)+1)
	for _, w := range words {
		key = append(key, uint32(w), uint32(uint64(w)>>32))
	}
	for len(key) > 1 && key[len(key)-1] == 0 {
		key = key[:len(key)-1]
	}
	if len(key) == 0 {
		key = append(key, 0)
	}
	r.SeedKey(key)
}

// SeedInt is Seed for a small int.
func (r *Rand) SeedInt(n int64) {
	u := uint64(n)
	if n < 0 {
		u = -u
	}
	key := [2]uint32{uint32(u), uint32(u >> 32)}
	if key[1] == 0 {
		r.SeedKey(key[:1])
	} else {
		r.SeedKey(key[:])
	}
}

// initState fills the state from one word.
func (r *Rand) initState(s uint32) {
	r.state[0] = s
	for i := uint32(1); i < stateWords; i++ {
		s = 1812433253*(s^s>>30) + i
		r.state[i] = s
	}
}

// SeedKey seeds from words, at least one: init_by_array of the reference implementation. random.seed() takes 624 random words.
func (r *Rand) SeedKey(key []uint32) {
	const baseSeed = 19650218
	r.initState(baseSeed)
	mt := &r.state
	i, j := 1, 0
	advance := func() {
		if i++; i == stateWords {
			mt[0] = mt[stateWords-1]
			i = 1
		}
	}
	for range max(stateWords, len(key)) {
		mt[i] = (mt[i] ^ (mt[i-1]^mt[i-1]>>30)*1664525) + key[j] + uint32(j)
		advance()
		if j++; j == len(key) {
			j = 0
		}
	}
	for range stateWords - 1 {
		mt[i] = (mt[i] ^ (mt[i-1]^mt[i-1]>>30)*1566083941) - uint32(i)
		advance()
	}
	mt[0] = 1 << 31
	r.index = stateWords
}

// refill makes the next 624 words.
func (r *Rand) refill() {
	mt := &r.state
	i := 0
	for ; i < stateWords-shiftWords; i++ {
		mt[i] = mt[i+shiftWords] ^ twist(mt[i], mt[i+1])
	}
	for ; i < stateWords-1; i++ {
		mt[i] = mt[i+shiftWords-stateWords] ^ twist(mt[i], mt[i+1])
	}
	mt[i] = mt[shiftWords-1] ^ twist(mt[i], mt[0])
	r.index = 0
}

// twist joins the top bit of x with the rest of y and multiplies by the matrix.
func twist(x, y uint32) uint32 {
	const upper, lower, matrix = 1 << 31, 1<<31 - 1, 0x9908b0df
	y = x&upper | y&lower
	return y>>1 ^ -(y&1)&matrix
}

// Uint32 returns the next 32 bits.
func (r *Rand) Uint32() uint32 {
	if r.index >= stateWords {
		r.refill()
	}
	y := r.state[r.index]
	r.index++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

// Float64 is random.random(): 53 random bits in [0, 1).
func (r *Rand) Float64() float64 {
	a, b := r.Uint32()>>5, r.Uint32()>>6
	return (float64(a)*(1<<26) + float64(b)) / (1 << 53)
}

// Bits is random.getrandbits(k) for k >= 0. The result is v if that is not nil, else n.
func (r *Rand) Bits(k int) (n int64, v *big.Int) {
	if k <= 63 {
		return int64(r.small(k)), nil
	}
	words := make([]big.Word, (k+bits.UintSize-1)/bits.UintSize)
	for i := range words {
		words[i] = big.Word(r.small(min(k-i*bits.UintSize, bits.UintSize)))
	}
	v = new(big.Int).SetBits(words)
	if v.IsInt64() {
		return v.Int64(), nil
	}
	return 0, v
}

// small returns k <= 64 bits. The lower half comes first; of the last word the upper bits are taken.
func (r *Rand) small(k int) uint64 {
	switch {
	case k == 0:
		return 0
	case k <= 32:
		return uint64(r.Uint32() >> (32 - k))
	}
	low := uint64(r.Uint32())
	return low | uint64(r.Uint32()>>(64-k))<<32
}

// State returns what random.getstate shows: 624 words and the index.
func (r *Rand) State() (words [624]uint32, index int) { return r.state, r.index }

// SetState restores a state; ok is false if the index is out of range.
func (r *Rand) SetState(words [624]uint32, index int) (ok bool) {
	if index < 0 || index > stateWords {
		return false
	}
	r.state, r.index = words, index
	return true
}
