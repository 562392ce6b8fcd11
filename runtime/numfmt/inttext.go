package numfmt

import (
	"math/big"
	"math/bits"
	"strconv"
)

// AppendBigText appends v in the given base with its sign and no prefix. In base 10 the budget limits the number of digits.
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

// appendBigDigits appends the digits of |v|.
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
	abs := asInt(v.Bits())
	if base == 10 && len(abs.Bits()) > b.directSize() {
		var err *Error
		d := newDecimalWriter(b)
		if dst, err = d.append(dst, abs, 0); err != nil {
			return dst[:start], err
		}
	} else {
		dst = abs.Append(dst, base)
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

// A decimalWriter writes numbers too large for one call of math/big by splitting off halves of their digits.
type decimalWriter struct {
	piece  int        // how many digits math/big writes at once
	powers []*big.Int // 10**(piece << i)
	budget *Budget
}

// newDecimalWriter chooses pieces of a little less than directWords.
func newDecimalWriter(b *Budget) *decimalWriter {
	return &decimalWriter{piece: b.directSize() * bits.UintSize / 100 * 30, budget: b}
}

// append writes x, with zeros before it up to width digits.
func (d *decimalWriter) append(dst []byte, x *big.Int, width int) ([]byte, *Error) {
	if len(x.Bits()) <= d.budget.directSize() {
		if err := d.budget.spend(len(x.Bits())); err != nil {
			return dst, err
		}
		text := x.Append(nil, 10)
		if x.Sign() == 0 {
			text = nil
		}
		dst = appendFill(dst, '0', width-len(text))
		return append(dst, text...), nil
	}
	// The largest power that is at most about the square root of x.
	level := 0
	for (d.piece<<(level+1))/3*10 <= x.BitLen()/2 {
		level++
	}
	power, err := d.power(level)
	if err != nil {
		return dst, err
	}
	hi, lo, err := QuoRem(x, power, d.budget)
	if err != nil {
		return dst, err
	}
	low := d.piece << level
	if dst, err = d.append(dst, hi, width-low); err != nil {
		return dst, err
	}
	return d.append(dst, lo, low)
}

// power returns 10**(piece << level).
func (d *decimalWriter) power(level int) (*big.Int, *Error) {
	for len(d.powers) <= level {
		var next *big.Int
		var err *Error
		if n := len(d.powers); n == 0 {
			next, err = Pow(big.NewInt(10), uint64(d.piece), d.budget)
		} else {
			next, err = Square(d.powers[n-1], d.budget)
		}
		if err != nil {
			return nil, err
		}
		d.powers = append(d.powers, next)
	}
	return d.powers[level], nil
}
