package numfmt

import (
	"math/big"
	"math/bits"
)

// QuoRem divides x by y, which is not zero, truncating towards zero.
func QuoRem(x, y *big.Int, b *Budget) (q, r *big.Int, err *Error) {
	xw, yw := x.Bits(), y.Bits()
	if len(xw) < len(yw) {
		return new(big.Int), new(big.Int).Set(x), nil
	}
	if b.dividesDirectly(len(xw), len(yw)) {
		q, r = new(big.Int).QuoRem(x, y, new(big.Int))
		return q, r, nil
	}
	// The methods below want the divisor's top bit set.
	shift := uint(bits.LeadingZeros(uint(yw[len(yw)-1])))
	u := new(big.Int).Lsh(asInt(xw), shift)
	v := new(big.Int).Lsh(asInt(yw), shift)
	if q, r, err = divNat(u, v, b); err != nil {
		return nil, nil, err
	}
	r.Rsh(r, shift)
	if x.Sign() != y.Sign() {
		q.Neg(q)
	}
	if x.Sign() < 0 {
		r.Neg(r)
	}
	return q, r, nil
}

// DivMod divides x by y, which is not zero, as Python does: the quotient is floored, and the remainder has y's sign.
func DivMod(x, y *big.Int, b *Budget) (q, r *big.Int, err *Error) {
	q, r, err = QuoRem(x, y, b)
	if err == nil && r.Sign() != 0 && r.Sign() != y.Sign() {
		q.Sub(q, big.NewInt(1))
		r.Add(r, y)
	}
	return q, r, err
}

// dividesDirectly tells whether math/big divides n words by m words quickly enough.
func (b *Budget) dividesDirectly(n, m int) bool {
	return min(m, n-m) <= b.directSize()/2 && n <= 2*b.directSize()
}

// divNat divides u >= 0 by v with its top bit set.
func divNat(u, v *big.Int, b *Budget) (q, r *big.Int, err *Error) {
	n, m := len(u.Bits()), len(v.Bits())
	switch {
	case n < m || n == m && u.CmpAbs(v) < 0:
		return new(big.Int), new(big.Int).Set(u), nil
	case b.dividesDirectly(n, m):
		if err := b.spend(n); err != nil {
			return nil, nil, err
		}
		q, r = new(big.Int).QuoRem(u, v, new(big.Int))
		return q, r, nil
	case n-m > m:
		return divBlocks(u, v, b)
	}
	return divTop(u, v, b)
}

// divBlocks divides a long u, a block of len(v) words after the other from the top, as in school.
func divBlocks(u, v *big.Int, b *Budget) (q, r *big.Int, err *Error) {
	uw := u.Bits()
	m := max(len(v.Bits()), b.directSize()/2)
	blocks := (len(uw) + m - 1) / m
	qw := make(nat, blocks*m)
	r = new(big.Int)
	for i := blocks - 1; i >= 0; i-- {
		r.Lsh(r, uint(m*bits.UintSize))
		r.Add(r, asInt(norm(uw[i*m:min((i+1)*m, len(uw))])))
		var part *big.Int
		if part, r, err = divNat(r, v, b); err != nil {
			return nil, nil, err
		}
		copy(qw[i*m:], part.Bits())
	}
	return asInt(norm(qw)), r, nil
}

// divTop divides u by v when the quotient is not longer than v.
func divTop(u, v *big.Int, b *Budget) (q, r *big.Int, err *Error) {
	uw, vw := u.Bits(), v.Bits()
	size := len(uw) - len(vw) + 1 // words of the quotient
	if 2*size <= len(vw)+3 {      // what divHalves comes to
		return divEstimate(u, v, len(vw)-size, b)
	}
	return divHalves(u, v, b)
}

// divEstimate divides without the low words of both; as what is left of v has as many words as the quotient and its top bit
// set, the result is at most 2 too large.
func divEstimate(u, v *big.Int, low int, b *Budget) (q, r *big.Int, err *Error) {
	uw, vw := u.Bits(), v.Bits()
	q, r, err = divNat(asInt(uw[low:]), asInt(vw[low:]), b)
	if err != nil {
		return nil, nil, err
	}
	p, err := mulNat(q.Bits(), norm(vw[:low]), b)
	if err != nil {
		return nil, nil, err
	}
	r.Lsh(r, uint(low*bits.UintSize))
	r.Add(r, asInt(norm(uw[:low])))
	r.Sub(r, asInt(p))
	for r.Sign() < 0 {
		q.Sub(q, big.NewInt(1))
		r.Add(r, v)
	}
	return q, r, nil
}

// divHalves finds the upper and the lower half of the quotient one after the other.
func divHalves(u, v *big.Int, b *Budget) (q, r *big.Int, err *Error) {
	uw, vw := u.Bits(), v.Bits()
	half := (len(uw) - len(vw) + 1) / 2
	high, rest, err := divNat(asInt(uw[half:]), v, b)
	if err != nil {
		return nil, nil, err
	}
	rest.Lsh(rest, uint(half*bits.UintSize))
	rest.Add(rest, asInt(norm(uw[:half])))
	q, r, err = divNat(rest, v, b)
	if err != nil {
		return nil, nil, err
	}
	high.Lsh(high, uint(half*bits.UintSize))
	return q.Add(q, high), r, nil
}
