package runtime

import (
	"math/big"
	"math/bits"
	"unsafe"

	"github.com/krait-vm/krait/runtime/numfmt"
)

// All work on ints outside 64 bits that can take long goes through this file: multiplication, division, powers, conversion to and from text. Beyond
// directWords it runs on numfmt's kernels, which ask the thread between pieces of a few milliseconds.

// directWords is the size in words up to which math/big may work in one go.
const directWords = 1 << 14

// DefaultMaxStrDigits is the digit limit of conversions between int and str where nothing else is configured.
const DefaultMaxStrDigits = 4300

// MaxStrDigits returns sys.get_int_max_str_digits(): the most digits that int and str convert, 0 for no limit.
func (in *Interp) MaxStrDigits() int {
	switch n := in.Config.MaxIntDigits; {
	case n == 0:
		return DefaultMaxStrDigits
	case n < 0:
		return 0
	default:
		return n
	}
}

// SetMaxStrDigits is sys.set_int_max_str_digits(n); 0 lifts the limit.
func (in *Interp) SetMaxStrDigits(n int) {
	if n == 0 {
		n = -1
	}
	in.Config.MaxIntDigits = n
}

// A bigWork runs one computation of package numfmt for a thread.
type bigWork struct {
	numfmt.Budget
	t   *Thread
	exc *Exception // what stopped the computation
}

func newBigWork(t *Thread) *bigWork {
	w := &bigWork{t: t}
	w.Spend = w.spend
	w.MaxStrDigits = t.interp.MaxStrDigits()
	return w
}

func (w *bigWork) spend(words int) bool {
	w.t.steps += uint64(words) / 64
	w.exc = w.t.Poll()
	return w.exc == nil
}

// raise makes the exception of a kernel's failure.
func (w *bigWork) raise(err *numfmt.Error) *Exception {
	if w.exc != nil {
		return w.exc
	}
	return raiseNumfmt(w.t, err)
}

// A bigInt4 is a BigInt with room for its words: most ints outside 64 bits need no second allocation.
type bigInt4 struct {
	BigInt
	room [4]big.Word
}

// newBig allocates an int whose value is computed into V; done finishes it. words is about the size of the result.
func newBig(t *Thread, words int) *BigInt {
	if words <= 4 {
		x := alloc[bigInt4](t)
		x.V.SetBits(x.room[:0])
		return &x.BigInt
	}
	t.charge(uintptr(words) * 8)
	return alloc[BigInt](t)
}

// intFromUint64 returns the int u.
func intFromUint64(t *Thread, u uint64) Value {
	if int64(u) >= 0 {
		return Int(int64(u))
	}
	return intFrom128(t, false, 0, u)
}

// intFrom128 returns the int of a sign and 128 bits.
func intFrom128(t *Thread, neg bool, hi, lo uint64) Value {
	if hi == 0 && (int64(lo) >= 0 || neg && lo == 1<<63) {
		if neg {
			lo = -lo
		}
		return Int(int64(lo))
	}
	x := alloc[bigInt4](t)
	x.room[0], x.room[1] = big.Word(lo), big.Word(hi)
	x.V.SetBits(x.room[:2])
	if neg {
		x.V.Neg(&x.V)
	}
	x.shape = intShape
	return obj(unsafe.Pointer(&x.BigInt))
}

// lowWord is b modulo 2**64.
func lowWord(b *big.Int) uint64 {
	w := b.Bits()
	if len(w) == 0 {
		return 0
	}
	if b.Sign() < 0 {
		return -uint64(w[0])
	}
	return uint64(w[0])
}

// done normalises a computed int.
func (x *BigInt) done() Value {
	if x.V.IsInt64() {
		return Int(x.V.Int64())
	}
	x.shape = intShape
	return obj(unsafe.Pointer(x))
}

// A smallBig holds an int64 as a big.Int. A thread has some as operands of math/big, so that mixed sizes need no allocation; they are valid until the
// next operation on ints.
type smallBig struct {
	v big.Int
	w [1]big.Word
}

func (s *smallBig) set(n int64) *big.Int {
	s.w[0] = big.Word(absInt64(n))
	s.v.SetBits(s.w[:])
	if n < 0 {
		s.v.Neg(&s.v)
	}
	return &s.v
}

// of returns the value of an exact int.
func (s *smallBig) of(v Value) *big.Int {
	if v.p == nil {
		return s.set(int64(v.n))
	}
	return &(*BigInt)(v.p).V
}

// lasting returns an operand that outlives calls back into Python: a thread's smallBig does not.
func lasting(b *big.Int) *big.Int {
	if wordsOf(b) <= 1 {
		return new(big.Int).Set(b)
	}
	return b
}

func wordsOf(b *big.Int) int { return len(b.Bits()) }

// reserveBits asks for the memory of a result of n bits.
func reserveBits(t *Thread, n uint64) *Exception {
	if n > 1<<50 {
		return RaiseNew(t, MemoryErrorType)
	}
	if n > 1<<16 {
		return t.Reserve(int(n / 8))
	}
	return nil
}

// bigMul is a * b.
func bigMul(t *Thread, a, b *big.Int) (Value, *Exception) {
	n := wordsOf(a) + wordsOf(b)
	if n <= directWords {
		x := newBig(t, n)
		x.V.Mul(a, b)
		return x.done(), nil
	}
	if exc := reserveBits(t, uint64(n)*64); exc != nil {
		return Null, exc
	}
	w := newBigWork(t)
	z, err := numfmt.Mul(lasting(a), lasting(b), &w.Budget)
	if err != nil {
		return Null, w.raise(err)
	}
	return BigFrom(t, z), nil
}

// bigDivMod is divmod(a, b) for b != 0.
func bigDivMod(t *Thread, a, b *big.Int) (q, r Value, exc *Exception) {
	na, nb := wordsOf(a), wordsOf(b)
	if na <= directWords {
		x, y := newBig(t, max(na-nb+1, 1)), newBig(t, nb)
		x.V.QuoRem(a, b, &y.V)
		if y.V.Sign() != 0 && y.V.Sign() != b.Sign() {
			x.V.Sub(&x.V, bigOne)
			y.V.Add(&y.V, b)
		}
		return x.done(), y.done(), nil
	}
	w := newBigWork(t)
	x, y, err := numfmt.DivMod(a, lasting(b), &w.Budget)
	if err != nil {
		return Null, Null, w.raise(err)
	}
	return BigFrom(t, x), BigFrom(t, y), nil
}

// spareWords is the size up to which an unwanted quotient or remainder goes to the thread's spare number.
const spareWords = 64

// bigFloorDiv is a // b for b != 0.
func bigFloorDiv(t *Thread, a, b *big.Int) (Value, *Exception) {
	na, nb := wordsOf(a), wordsOf(b)
	if nb > spareWords || na > directWords {
		q, _, exc := bigDivMod(t, a, b)
		return q, exc
	}
	x := newBig(t, max(na-nb+1, 1))
	x.V.QuoRem(a, b, &t.spare)
	if s := t.spare.Sign(); s != 0 && s != b.Sign() {
		x.V.Sub(&x.V, bigOne)
	}
	return x.done(), nil
}

// bigMod is a % b for b != 0.
func bigMod(t *Thread, a, b *big.Int) (Value, *Exception) {
	na, nb := wordsOf(a), wordsOf(b)
	if b.Sign() > 0 && nb <= 2 && na <= directWords && b.TrailingZeroBits() == uint(b.BitLen()-1) {
		return modPower(t, a, uint(b.BitLen()-1)), nil
	}
	if na > spareWords {
		_, r, exc := bigDivMod(t, a, b)
		return r, exc
	}
	y := newBig(t, nb)
	t.spare.QuoRem(a, b, &y.V)
	if y.V.Sign() != 0 && y.V.Sign() != b.Sign() {
		y.V.Add(&y.V, b)
	}
	return y.done(), nil
}

// modPower is a % 2**k for k < 128.
func modPower(t *Thread, a *big.Int, k uint) Value {
	var hi, lo uint64
	w := a.Bits()
	if len(w) > 0 {
		lo = uint64(w[0])
	}
	if len(w) > 1 {
		hi = uint64(w[1])
	}
	if a.Sign() < 0 {
		var borrow uint64
		lo, borrow = bits.Sub64(0, lo, 0)
		hi, _ = bits.Sub64(0, hi, borrow)
	}
	if k >= 64 {
		hi &= 1<<(k-64) - 1
	} else {
		hi = 0
		lo &= 1<<k - 1
	}
	return intFrom128(t, false, hi, lo)
}

var bigOne = big.NewInt(1)

// bigPow is a ** e for e >= 0.
func bigPow(t *Thread, a *big.Int, e uint64) (Value, *Exception) {
	hi, n := bits.Mul64(uint64(a.BitLen()), e)
	if hi != 0 {
		n = 1 << 63
	}
	if a.BitLen() > 1 {
		if exc := reserveBits(t, n); exc != nil {
			return Null, exc
		}
	}
	w := newBigWork(t)
	z, err := numfmt.Pow(lasting(a), e, &w.Budget)
	if err != nil {
		return Null, w.raise(err)
	}
	return BigFrom(t, z), nil
}

// bigPowMod is pow(a, e, m).
func bigPowMod(t *Thread, a, e, m *big.Int) (Value, *Exception) {
	w := newBigWork(t)
	z, err := numfmt.PowMod(lasting(a), lasting(e), lasting(m), &w.Budget)
	if err != nil {
		return Null, w.raise(err)
	}
	return BigFrom(t, z), nil
}

// bigTrueDiv is a / b for b != 0.
func bigTrueDiv(t *Thread, a, b *big.Int) (float64, *Exception) {
	w := newBigWork(t)
	f, err := numfmt.TrueDiv(lasting(a), lasting(b), &w.Budget)
	if err != nil {
		return 0, w.raise(err)
	}
	return f, nil
}

// bigText returns b in a base without prefix; in base 10 the digit limit holds.
func bigText(t *Thread, b *big.Int, base int) (string, *Exception) {
	n := b.BitLen() / 3
	if base == 2 {
		n = b.BitLen()
	}
	if n > 1<<16 {
		if exc := t.Reserve(n); exc != nil {
			return "", exc
		}
	}
	w := newBigWork(t)
	text, err := numfmt.AppendBigText(nil, b, base, &w.Budget)
	if err != nil {
		return "", w.raise(err)
	}
	return unsafe.String(unsafe.SliceData(text), len(text)), nil
}

// IntDigits returns the text of any int in base 2, 8, 10 or 16 with its sign and without prefix, as bin, oct and hex want it.
func IntDigits(t *Thread, v Value, base int) (string, *Exception) { return bigText(t, AsBig(v), base) }

// parseIntText is int(s, base) for text in ASCII digits; ok is false when it is no literal.
func parseIntText(t *Thread, s string, base int) (v Value, ok bool, exc *Exception) {
	if len(s) > 1<<16 {
		if exc := t.Reserve(len(s)); exc != nil {
			return Null, false, exc
		}
	}
	w := newBigWork(t)
	n, b, err := numfmt.ParseInt(s, base, &w.Budget)
	switch {
	case err == numfmt.Invalid:
		return Null, false, nil
	case err != nil:
		return Null, false, w.raise(err)
	case b != nil:
		return BigFrom(t, b), true, nil
	}
	return Int(n), true, nil
}
