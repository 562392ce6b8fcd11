package numfmt

import (
	"math/big"
	"strconv"
)

// appendBigDigits appends the digits of |v|. In base 10 their number is limited by b.
func appendBigDigits(dst []byte, v *big.Int, base int, b *Budget) ([]byte, *Error) {
	limit := 0
	if base == 10 {
		limit = b.maxDigits()
		// A number of n bits has at least (n-1)*0.30102 digits: refuse the hopeless before the work.
		if limit > 0 && (v.BitLen()-1)/100000*30102 > limit {
			return dst, digitLimitError(limit)
		}
	}
	if err := b.spend(len(v.Bits())); err != nil {
		return dst, err
	}
	start := len(dst)
	dst = v.Append(dst, base)
	if v.Sign() < 0 {
		dst = append(dst[:start], dst[start+1:]...)
	}
	if limit > 0 && len(dst)-start > limit {
		return dst[:start], digitLimitError(limit)
	}
	return dst, nil
}

func digitLimitError(limit int) *Error {
	return valueError("Exceeds the limit (" + strconv.Itoa(limit) +
		" digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit")
}

// AppendBigText appends v in the given base with its sign and no prefix.
func AppendBigText(dst []byte, v *big.Int, base int, b *Budget) ([]byte, *Error) {
	start := len(dst)
	if v.Sign() < 0 {
		dst = append(dst, '-')
	}
	out, err := appendBigDigits(dst, v, base, b)
	if err != nil {
		return dst[:start], err
	}
	return out, nil
}
