package runtime

import (
	"math/big"
	"unsafe"
)

// The identities of values that are no heap objects. An address is below 1<<56; small numbers stand for bools, and ints of 61 bits have a range of
// their own, so that no two values share an ID but ints and floats beyond, which only IDValue tells apart.
const (
	idFalse = 0x20
	idTrue  = 0x40
	idInt   = 1 << 62
)

// ID is id(v) in 64 bits: the address of a heap object. IDs of large ints and of floats are not unique.
func ID(v Value) uint64 {
	switch v.p {
	case nil:
		return idInt | v.n&(idInt-1)
	case unsafe.Pointer(&boolHeader):
		if v.n != 0 {
			return idTrue
		}
		return idFalse
	case unsafe.Pointer(&floatHeader):
		return v.n
	}
	return uint64(uintptr(v.p))
}

// IDValue is Python's id(v), unique among all values that exist at one time.
func IDValue(t *Thread, v Value) Value {
	high := int64(0)
	switch {
	case v.IsFloat():
		high = 2
	case v.p == nil && (int64(v.n) >= 1<<61 || int64(v.n) < -1<<61):
		high = 1
	}
	if high == 0 {
		return Int(int64(ID(v)))
	}
	id := new(big.Int).SetUint64(v.n)
	return BigFrom(t, id.Add(id, new(big.Int).Lsh(big.NewInt(high), 64)))
}
