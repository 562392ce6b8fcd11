package numfmt

import (
	"math/big"
	"slices"
)

// AppendIntBytes appends v.to_bytes(length, byteorder, signed=signed), length >= 0. Up to Python 3.13 (minor is that of the version)
// -1 fits into no bytes at all.
func AppendIntBytes(dst []byte, v *big.Int, length int, little, signed bool, minor int) ([]byte, *Error) {
	neg := v.Sign() < 0
	if neg && !signed {
		return dst, overflowError("can't convert negative int to unsigned")
	}
	n := v.BitLen()
	if neg {
		// -2**(8k-1) needs k bytes.
		n = new(big.Int).Not(v).BitLen()
	}
	if signed && (n > 0 || neg && minor >= 14) {
		n++
	}
	if n > 8*length {
		return dst, overflowError("int too big to convert")
	}
	start := len(dst)
	dst = slices.Grow(dst, length)[:start+length]
	field := dst[start:]
	if neg {
		new(big.Int).Not(v).FillBytes(field)
		for i := range field {
			field[i] = ^field[i]
		}
	} else {
		v.FillBytes(field)
	}
	if little {
		slices.Reverse(field)
	}
	return dst, nil
}

// IntFromBytes is int.from_bytes(data, byteorder, signed=signed). The result is v if that is not nil, else n.
func IntFromBytes(data []byte, little, signed bool) (n int64, v *big.Int) {
	if len(data) <= 8 {
		return smallFromBytes(data, little, signed), bigIfUnsigned(data, little, signed)
	}
	if little {
		data = slices.Clone(data)
		slices.Reverse(data)
	}
	neg := signed && data[0]&0x80 != 0
	if neg {
		inverted := make([]byte, len(data))
		for i, c := range data {
			inverted[i] = ^c
		}
		data = inverted
	}
	v = new(big.Int).SetBytes(data)
	if neg {
		v.Not(v)
	}
	if v.IsInt64() {
		return v.Int64(), nil
	}
	return 0, v
}

// smallFromBytes reads up to 8 bytes.
func smallFromBytes(data []byte, little, signed bool) int64 {
	var u uint64
	for i := range data {
		c := data[i]
		if little {
			c = data[len(data)-1-i]
		}
		u = u<<8 | uint64(c)
	}
	if unused := 64 - 8*len(data); signed && unused < 64 {
		return int64(u<<unused) >> unused
	}
	return int64(u)
}

// bigIfUnsigned returns the value of 8 unsigned bytes outside int64, else nil.
func bigIfUnsigned(data []byte, little, signed bool) *big.Int {
	if n := smallFromBytes(data, little, signed); !signed && n < 0 {
		return new(big.Int).SetUint64(uint64(n))
	}
	return nil
}
