package numfmt

import (
	"math/big"
	"math/bits"
)

// math/big cannot be interrupted, and one multiplication of 100 million bits takes it 20 seconds. Mul and QuoRem split numbers
// above directWords by Karatsuba's and by Burnikel and Ziegler's methods, asking the budget before each piece.
//
// Internally a natural number is a little-endian slice of words without leading zeros, as big.Int.Bits gives it. Slices that come
// from a big.Int are only read.

type nat = []big.Word

// Words of 64 bits are taken for granted: this does not compile elsewhere.
const _ = uint(bits.UintSize - 64)

// norm cuts leading zeros.
func norm(x nat) nat {
	for len(x) > 0 && x[len(x)-1] == 0 {
		x = x[:len(x)-1]
	}
	return x
}

// asInt views x as a big.Int; the result must not be written to.
func asInt(x nat) *big.Int { return new(big.Int).SetBits(x) }

// signed makes a big.Int of x, which it takes over.
func signed(x nat, neg bool) *big.Int {
	z := new(big.Int).SetBits(x)
	if neg {
		z.Neg(z)
	}
	return z
}

// Mul is x * y.
func Mul(x, y *big.Int, b *Budget) (*big.Int, *Error) {
	xw, yw := x.Bits(), y.Bits()
	if len(xw) <= b.directSize() && len(yw) <= b.directSize() {
		return new(big.Int).Mul(x, y), nil
	}
	z, err := mulNat(xw, yw, b)
	if err != nil {
		return nil, err
	}
	return signed(z, x.Sign() != y.Sign()), nil
}

// sameNat tells whether x and y are one slice, so that a product is a square.
func sameNat(x, y nat) bool { return len(x) == len(y) && len(x) > 0 && &x[0] == &y[0] }

// mulNat is x * y.
func mulNat(x, y nat, b *Budget) (nat, *Error) {
	if len(x) < len(y) {
		x, y = y, x
	}
	n, m := len(x), len(y)
	switch {
	case m == 0:
		return nil, nil
	case n <= b.directSize():
		if err := b.spend(n + m); err != nil {
			return nil, err
		}
		xi := asInt(x)
		if sameNat(x, y) {
			return new(big.Int).Mul(xi, xi).Bits(), nil
		}
		return new(big.Int).Mul(xi, asInt(y)).Bits(), nil
	case 2*m <= n:
		return mulBlocks(x, y, b)
	}
	return karatsuba(x, y, b)
}

// mulBlocks multiplies a long x by a short y, block by block.
func mulBlocks(x, y nat, b *Budget) (nat, *Error) {
	size := max(len(y), b.directSize())
	z := make(nat, len(x)+len(y)+1)
	for i := 0; i < len(x); i += size {
		p, err := mulNat(norm(x[i:min(i+size, len(x))]), y, b)
		if err != nil {
			return nil, err
		}
		addAt(z[i:], p)
	}
	return norm(z), nil
}

// karatsuba multiplies two numbers of similar length with three products of half the length.
func karatsuba(x, y nat, b *Budget) (nat, *Error) {
	h := (len(x) + 1) / 2
	x0, x1 := norm(x[:h]), x[h:]
	y0, y1 := norm(y[:h]), y[h:]
	low, err := mulNat(x0, y0, b)
	if err != nil {
		return nil, err
	}
	high, err := mulNat(x1, y1, b)
	if err != nil {
		return nil, err
	}
	xs := new(big.Int).Add(asInt(x0), asInt(x1)).Bits()
	ys := xs
	if !sameNat(x, y) {
		ys = new(big.Int).Add(asInt(y0), asInt(y1)).Bits()
	}
	mid, err := mulNat(xs, ys, b)
	if err != nil {
		return nil, err
	}
	m := new(big.Int).Sub(asInt(mid), asInt(low))
	m.Sub(m, asInt(high))

	z := make(nat, len(x)+len(y)+1)
	copy(z, low)
	copy(z[2*h:], high)
	addAt(z[h:], m.Bits())
	return norm(z), nil
}

// addAt adds x to z in place; z is long enough for the carry.
func addAt(z, x nat) {
	carry := uint(0)
	for i, w := range x {
		var s uint
		s, carry = bits.Add(uint(z[i]), uint(w), carry)
		z[i] = big.Word(s)
	}
	for i := len(x); carry != 0; i++ {
		var s uint
		s, carry = bits.Add(uint(z[i]), 0, carry)
		z[i] = big.Word(s)
	}
}

// Square is x * x.
func Square(x *big.Int, b *Budget) (*big.Int, *Error) { return Mul(x, x, b) }

// Pow is x**e without a modulus. The result has about e*x.BitLen() bits: the caller charges for them first.
func Pow(x *big.Int, e uint64, b *Budget) (*big.Int, *Error) {
	if e == 0 {
		return big.NewInt(1), nil
	}
	if x.Sign() == 0 {
		return new(big.Int), nil
	}
	// Powers of two are shifts; powers of the odd part are smaller.
	twos := x.TrailingZeroBits()
	odd := new(big.Int).Rsh(x, twos)
	z := odd
	if odd.BitLen() == 1 {
		if odd.Sign() < 0 && e&1 == 0 {
			z = big.NewInt(1)
		}
	} else {
		for i := bits.Len64(e) - 2; i >= 0; i-- {
			var err *Error
			if z, err = Square(z, b); err != nil {
				return nil, err
			}
			if e>>i&1 == 0 {
				continue
			}
			if z, err = Mul(z, odd, b); err != nil {
				return nil, err
			}
		}
	}
	if twos == 0 {
		return z, nil
	}
	if err := b.spend(int(uint64(twos) * e / bits.UintSize)); err != nil {
		return nil, err
	}
	return new(big.Int).Lsh(z, twos*uint(e)), nil
}
