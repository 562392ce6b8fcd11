package numfmt

import (
	"math"
	"math/big"
	"math/bits"
)

// PowMod is pow(a, e, m).
func PowMod(a, e, m *big.Int, b *Budget) (*big.Int, *Error) {
	if m.Sign() == 0 {
		return nil, valueError("pow() 3rd argument cannot be 0")
	}
	abs := new(big.Int).Abs(m)
	if abs.IsInt64() && abs.Int64() == 1 {
		return new(big.Int), nil
	}
	base, exp := a, e
	if e.Sign() < 0 {
		inv, err := modInverse(a, abs, b)
		if err != nil {
			return nil, err
		}
		base, exp = inv, new(big.Int).Neg(e)
	} else if base.Sign() < 0 || base.CmpAbs(abs) >= 0 {
		var err *Error
		if _, base, err = DivMod(a, abs, b); err != nil {
			return nil, err
		}
	}
	z, err := powMod(base, exp, abs, b)
	if err != nil {
		return nil, err
	}
	if m.Sign() < 0 && z.Sign() != 0 {
		z.Add(z, m)
	}
	return z, nil
}

// modInverse is the inverse of a modulo m > 1.
func modInverse(a, m *big.Int, b *Budget) (*big.Int, *Error) {
	_, a, err := DivMod(a, m, b)
	if err != nil {
		return nil, err
	}
	g, x, err := extendedGCD(a, m, b)
	if err != nil {
		return nil, err
	}
	if g.BitLen() != 1 {
		return nil, valueError("base is not invertible for the given modulus")
	}
	_, x, err = DivMod(x, m, b)
	return x, err
}

// powModWork is the number of word products, some milliseconds of them, that one call of math/big's Exp may take.
const powModWork = 1 << 24

// powMod is a**e modulo m for 0 <= a < m and e >= 0.
func powMod(a, e, m *big.Int, b *Budget) (*big.Int, *Error) {
	words := len(m.Bits())
	if words > b.directSize()/64 {
		return powModLong(a, e, m, b)
	}
	step := max(powModWork/(words*words+64), 64) // bits of the exponent at a time
	if e.BitLen() <= step {
		if err := b.spend(words * e.BitLen()); err != nil {
			return nil, err
		}
		return new(big.Int).Exp(a, e, m), nil
	}
	// Left to right: z = z**(2**step) * a**piece.
	shift := new(big.Int).Lsh(big.NewInt(1), uint(step))
	mask := new(big.Int).Sub(shift, big.NewInt(1))
	z := big.NewInt(1)
	for i := (e.BitLen() - 1) / step; i >= 0; i-- {
		if err := b.spend(2 * words * step); err != nil {
			return nil, err
		}
		piece := new(big.Int).Rsh(e, uint(i*step))
		piece.And(piece, mask)
		z.Exp(z, shift, m)
		z.Mul(z, new(big.Int).Exp(a, piece, m))
		z.Rem(z, m)
	}
	return z, nil
}

// powModLong is powMod for moduli whose products are worth splitting.
func powModLong(a, e, m *big.Int, b *Budget) (*big.Int, *Error) {
	z := big.NewInt(1)
	mulMod := func(y *big.Int) (err *Error) {
		if z, err = Mul(z, y, b); err != nil {
			return err
		}
		if err = b.spend(2 * len(m.Bits())); err != nil {
			return err
		}
		_, z, err = QuoRem(z, m, b)
		return err
	}
	for i := e.BitLen() - 1; i >= 0; i-- {
		if err := mulMod(z); err != nil {
			return nil, err
		}
		if e.Bit(i) == 0 {
			continue
		}
		if err := mulMod(a); err != nil {
			return nil, err
		}
	}
	return z, nil
}

// GCD is math.gcd(x, y).
func GCD(x, y *big.Int, b *Budget) (*big.Int, *Error) {
	g, _, err := gcd(new(big.Int).Abs(x), new(big.Int).Abs(y), false, b)
	return g, err
}

// GCDInt is math.gcd for small ints; the result may be 2**63.
func GCDInt(x, y int64) uint64 {
	a, c := magnitude(x), magnitude(y)
	if a == 0 || c == 0 {
		return a | c
	}
	shift := bits.TrailingZeros64(a | c)
	a >>= bits.TrailingZeros64(a)
	for c != 0 {
		c >>= bits.TrailingZeros64(c)
		if a > c {
			a, c = c, a
		}
		c -= a
	}
	return a << shift
}

// extendedGCD returns g = gcd(x, y) and a u with u*x = g modulo y, for 0 <= x < y.
func extendedGCD(x, y *big.Int, b *Budget) (g, u *big.Int, err *Error) {
	return gcd(x, y, true, b)
}

// gcd is Lehmer's algorithm on numbers >= 0: leading words decide on many division steps at once, which are then done on the whole
// numbers together. When the numbers have become small, math/big takes over. With cofactor it follows the factor of x.
func gcd(x, y *big.Int, cofactor bool, b *Budget) (g, u *big.Int, err *Error) {
	ua, ub := big.NewInt(1), new(big.Int) // x = ua*X modulo Y, y = ub*X modulo Y
	x, y = new(big.Int).Set(x), new(big.Int).Set(y)
	short := b.directSize() / 8 // math/big's quadratic GCD takes some milliseconds up to here
	for len(y.Bits()) > short || cofactor && len(x.Bits()) > short {
		if err := b.spend(4 * len(x.Bits())); err != nil {
			return nil, nil, err
		}
		if m, ok := lehmerMatrix(x, y); ok {
			x, y = m.apply(x, y)
			if cofactor {
				ua, ub = m.apply(ua, ub)
			}
			continue
		}
		if y.Sign() == 0 {
			return x, ua, nil
		}
		q, r, err := QuoRem(x, y, b)
		if err != nil {
			return nil, nil, err
		}
		x, y = y, r
		if cofactor {
			p, err := Mul(q, ub, b)
			if err != nil {
				return nil, nil, err
			}
			ua, ub = ub, new(big.Int).Sub(ua, p)
		}
	}
	if err := b.spend(len(x.Bits())); err != nil {
		return nil, nil, err
	}
	if !cofactor {
		if y.Sign() == 0 {
			return x, nil, nil
		}
		if x.BitLen() > 2*y.BitLen() {
			if _, x, err = QuoRem(x, y, b); err != nil {
				return nil, nil, err
			}
		}
		return new(big.Int).GCD(nil, nil, x, y), nil, nil
	}
	s, t := new(big.Int), new(big.Int)
	g = new(big.Int).GCD(s, t, x, y)
	s.Mul(s, ua)
	return g, s.Add(s, t.Mul(t, ub)), nil
}

// A stepMatrix stands for several Euclidean steps: (x, y) becomes (a*x + b*y, c*x + d*y).
type stepMatrix struct{ a, b, c, d int64 }

// lehmerMatrix simulates division steps on the leading 62 bits as long as both possible errors agree on the
// quotient. ok is false when not even one step is certain.
func lehmerMatrix(x, y *big.Int) (m stepMatrix, ok bool) {
	n := x.BitLen()
	if n < 64 || y.BitLen() < n-30 || x.Cmp(y) < 0 {
		return m, false
	}
	p := int64(new(big.Int).Rsh(x, uint(n-62)).Uint64())
	q := int64(new(big.Int).Rsh(y, uint(n-62)).Uint64())
	m = stepMatrix{1, 0, 0, 1}
	for q+m.c != 0 && q+m.d != 0 {
		k := (p + m.a) / (q + m.c)
		if k != (p+m.b)/(q+m.d) || k > math.MaxInt32 {
			break
		}
		c, d := m.a-k*m.c, m.b-k*m.d
		if max(c, -c, d, -d) > math.MaxInt32 {
			break
		}
		m = stepMatrix{m.c, m.d, c, d}
		p, q = q, p-k*q
	}
	return m, m.b != 0
}

// apply returns the numbers after the steps.
func (m *stepMatrix) apply(x, y *big.Int) (*big.Int, *big.Int) {
	combine := func(f, g int64) *big.Int {
		z := new(big.Int).Mul(x, big.NewInt(f))
		return z.Add(z, new(big.Int).Mul(y, big.NewInt(g)))
	}
	return combine(m.a, m.b), combine(m.c, m.d)
}

// Isqrt is math.isqrt(n) for n >= 0.
func Isqrt(n *big.Int, b *Budget) (*big.Int, *Error) {
	s, _, err := sqrtRem(n, b)
	return s, err
}

// IsqrtInt is math.isqrt for a small int >= 0.
func IsqrtInt(n int64) int64 {
	s := int64(math.Sqrt(float64(n)))
	const largest = 3037000499 // of math.MaxInt64
	for s*s > n {
		s--
	}
	for s < largest && (s+1)*(s+1) <= n {
		s++
	}
	return s
}

// sqrtRem returns the square root of n, rounded down, and the rest, by Zimmermann's recursion: the root of the upper half of the digits
// gives, by one division, the lower half of the root's.
func sqrtRem(n *big.Int, b *Budget) (s, r *big.Int, err *Error) {
	if n.BitLen() <= 2048 {
		s = new(big.Int).Sqrt(n)
		return s, new(big.Int).Sub(n, new(big.Int).Mul(s, s)), nil
	}
	// n = (a3*k + a2)*k**2 + a1*k + a0 with k = 2**l and a3 >= k/4.
	l := uint(n.BitLen()+3) / 4
	odd := uint(4*l) - uint(n.BitLen())
	shift := odd &^ 1 // an even shift makes a3 large enough
	top := n
	if shift > 0 {
		top = new(big.Int).Lsh(n, shift)
	}
	mask := new(big.Int).Lsh(big.NewInt(1), l)
	mask.Sub(mask, big.NewInt(1))
	a0 := new(big.Int).And(top, mask)
	a1 := new(big.Int).Rsh(top, l)
	a1.And(a1, mask)
	s1, r1, err := sqrtRem(new(big.Int).Rsh(top, 2*l), b)
	if err != nil {
		return nil, nil, err
	}
	r1.Lsh(r1, l).Add(r1, a1)
	q, u, err := QuoRem(r1, new(big.Int).Lsh(s1, 1), b)
	if err != nil {
		return nil, nil, err
	}
	s = s1.Lsh(s1, l)
	s.Add(s, q)
	sq, err := Square(q, b)
	if err != nil {
		return nil, nil, err
	}
	r = u.Lsh(u, l)
	r.Add(r, a0).Sub(r, sq)
	for r.Sign() < 0 {
		// (s-1)**2 = s**2 - 2s + 1
		r.Add(r, s).Add(r, s).Sub(r, big.NewInt(1))
		s.Sub(s, big.NewInt(1))
	}
	if shift == 0 {
		return s, r, nil
	}
	// The root of n * 2**shift, shifted back, is n's.
	s.Rsh(s, shift/2)
	if sq, err = Square(s, b); err != nil {
		return nil, nil, err
	}
	return s, r.Sub(n, sq), nil
}

// Comb is math.comb(n, k) for n >= 0 and 0 <= k <= n; the caller replaces k by n-k where that is smaller.
func Comb(n *big.Int, k uint64, b *Budget) (*big.Int, *Error) {
	num, err := Perm(n, k, b)
	if err != nil {
		return nil, err
	}
	den, err := Factorial(k, b)
	if err != nil {
		return nil, err
	}
	q, _, err := QuoRem(num, den, b)
	return q, err
}

// Perm is math.perm(n, k) for 0 <= k <= n.
func Perm(n *big.Int, k uint64, b *Budget) (*big.Int, *Error) {
	if n.IsUint64() {
		hi := n.Uint64()
		return productRange(hi-k, hi, b)
	}
	return productBig(new(big.Int).Sub(n, new(big.Int).SetUint64(k)), k, b)
}

// Factorial is math.factorial(n): the odd part as a product of ranges of odd numbers, then a shift.
func Factorial(n uint64, b *Budget) (*big.Int, *Error) {
	z, odd := big.NewInt(1), big.NewInt(1)
	lo := uint64(1) // odd holds the odd numbers up to lo
	for i := bits.Len64(n) - 1; i >= 0; i-- {
		// The numbers up to n>>i: their odd ones once more for every halving.
		hi := (n>>i - 1) | 1
		if n>>i < 3 {
			continue
		}
		part, err := productOdd(lo+2, hi, b)
		if err != nil {
			return nil, err
		}
		lo = hi
		if odd, err = Mul(odd, part, b); err != nil {
			return nil, err
		}
		if z, err = Mul(z, odd, b); err != nil {
			return nil, err
		}
	}
	return z.Lsh(z, uint(n)-uint(bits.OnesCount64(n))), nil
}

// productLeaf is how many factors are multiplied one after the other.
const productLeaf = 16

// productOdd multiplies the odd numbers from lo to hi, both odd.
func productOdd(lo, hi uint64, b *Budget) (*big.Int, *Error) {
	if lo > hi {
		return big.NewInt(1), nil
	}
	if count := (hi-lo)/2 + 1; count > productLeaf {
		mid := lo + count/2*2
		return multiplyHalves(b,
			func() (*big.Int, *Error) { return productOdd(lo, mid-2, b) },
			func() (*big.Int, *Error) { return productOdd(mid, hi, b) })
	}
	words := nat{1}
	for i := lo; ; i += 2 {
		words = mulAddWord(words, i, 0)
		if i == hi {
			return asInt(words), nil
		}
	}
}

// productRange multiplies lo+1 to hi.
func productRange(lo, hi uint64, b *Budget) (*big.Int, *Error) {
	if count := hi - lo; count > productLeaf {
		mid := lo + count/2
		return multiplyHalves(b,
			func() (*big.Int, *Error) { return productRange(lo, mid, b) },
			func() (*big.Int, *Error) { return productRange(mid, hi, b) })
	}
	words := nat{1}
	for i := lo; i < hi; i++ {
		words = mulAddWord(words, i+1, 0)
	}
	return asInt(norm(words)), nil
}

// productBig multiplies lo+1 to lo+k.
func productBig(lo *big.Int, k uint64, b *Budget) (*big.Int, *Error) {
	if k > productLeaf {
		half := k / 2
		mid := new(big.Int).Add(lo, new(big.Int).SetUint64(half))
		return multiplyHalves(b,
			func() (*big.Int, *Error) { return productBig(lo, half, b) },
			func() (*big.Int, *Error) { return productBig(mid, k-half, b) })
	}
	z := big.NewInt(1)
	f := new(big.Int).Set(lo)
	for range k {
		f.Add(f, big.NewInt(1))
		var err *Error
		if z, err = Mul(z, f, b); err != nil {
			return nil, err
		}
	}
	return z, nil
}

// multiplyHalves multiplies what two functions return.
func multiplyHalves(b *Budget, f, g func() (*big.Int, *Error)) (*big.Int, *Error) {
	x, err := f()
	if err != nil {
		return nil, err
	}
	y, err := g()
	if err != nil {
		return nil, err
	}
	if err := b.spend(len(x.Bits()) + len(y.Bits())); err != nil {
		return nil, err
	}
	return Mul(x, y, b)
}

// RoundInt is round(v, -digits) for an int: to a multiple of 10**digits, half to even.
func RoundInt(v *big.Int, digits uint64, b *Budget) (*big.Int, *Error) {
	// 10**digits above twice |v| rounds to 0.
	if digits > uint64(v.BitLen())/3+1 {
		return new(big.Int), nil
	}
	unit, err := Pow(big.NewInt(10), digits, b)
	if err != nil {
		return nil, err
	}
	q, r, err := DivMod(v, unit, b)
	if err != nil {
		return nil, err
	}
	twice := new(big.Int).Lsh(r, 1)
	if c := twice.Cmp(unit); c > 0 || c == 0 && q.Bit(0) == 1 {
		r.Sub(r, unit)
	}
	return new(big.Int).Sub(v, r), nil
}
