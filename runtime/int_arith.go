package runtime

import (
	"math/bits"

	"github.com/krait-vm/krait/runtime/numfmt"
)

// The operators of int. The exported functions take exact ints of any size and are what the engine calls when its 64-bit paths overflow; the slots
// take any operands and pass on what is no int.

// AddInt64 returns a + b; ok is false on overflow.
func AddInt64(a, b int64) (sum int64, ok bool) {
	c := a + b
	return c, (c^a)&(c^b) >= 0
}

// SubInt64 returns a - b; ok is false on overflow.
func SubInt64(a, b int64) (diff int64, ok bool) {
	c := a - b
	return c, (a^b)&(a^c) >= 0
}

// MulInt64 returns a * b; ok is false on overflow.
func MulInt64(a, b int64) (product int64, ok bool) {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	// The signed high word from the unsigned one.
	h := int64(hi) - a>>63&b - b>>63&a
	return int64(lo), h == int64(lo)>>63
}

// FloorDivInt64 returns a // b for b != 0, unless a is the least int64 and b is -1: that overflows.
func FloorDivInt64(a, b int64) int64 {
	q := a / b
	if a%b != 0 && (a^b) < 0 {
		q--
	}
	return q
}

// ModInt64 returns a % b for b != 0.
func ModInt64(a, b int64) int64 {
	r := a % b
	if r != 0 && (r^b) < 0 {
		r += b
	}
	return r
}

// IntAdd returns a + b for exact ints.
func IntAdd(t *Thread, a, b Value) Value {
	if a.p == nil && b.p == nil {
		c, ok := AddInt64(int64(a.n), int64(b.n))
		if ok {
			return Int(c)
		}
		return overflowedSum(t, uint64(c))
	}
	x, y := t.ints[0].of(a), t.ints[1].of(b)
	z := newBig(t, max(wordsOf(x), wordsOf(y))+1)
	z.V.Add(x, y)
	return z.done()
}

// overflowedSum returns the sum that came out as c modulo 2**64: its sign is the other one.
func overflowedSum(t *Thread, c uint64) Value {
	if int64(c) < 0 {
		return intFrom128(t, false, 0, c)
	}
	if c == 0 {
		return intFrom128(t, true, 1, 0)
	}
	return intFrom128(t, true, 0, -c)
}

// IntSub returns a - b for exact ints.
func IntSub(t *Thread, a, b Value) Value {
	if a.p == nil && b.p == nil {
		c, ok := SubInt64(int64(a.n), int64(b.n))
		if ok {
			return Int(c)
		}
		return overflowedSum(t, uint64(c))
	}
	x, y := t.ints[0].of(a), t.ints[1].of(b)
	z := newBig(t, max(wordsOf(x), wordsOf(y))+1)
	z.V.Sub(x, y)
	return z.done()
}

// IntMul returns a * b for exact ints.
func IntMul(t *Thread, a, b Value) (Value, *Exception) {
	if a.p == nil && b.p == nil {
		x, y := int64(a.n), int64(b.n)
		if c, ok := MulInt64(x, y); ok {
			return Int(c), nil
		}
		hi, lo := bits.Mul64(absInt64(x), absInt64(y))
		return intFrom128(t, x < 0 != (y < 0), hi, lo), nil
	}
	return bigMul(t, t.ints[0].of(a), t.ints[1].of(b))
}

// IntFloorDiv returns a // b for exact ints.
func IntFloorDiv(t *Thread, a, b Value) (Value, *Exception) {
	if a.p == nil && b.p == nil && b.n != 0 && (int64(b.n) != -1 || int64(a.n) != -1<<63) {
		return Int(FloorDivInt64(int64(a.n), int64(b.n))), nil
	}
	if b.p == nil && b.n == 0 {
		return Null, raiseIntDivision(t, OpFloorDivide)
	}
	return bigFloorDiv(t, t.ints[0].of(a), t.ints[1].of(b))
}

// IntMod returns a % b for exact ints.
func IntMod(t *Thread, a, b Value) (Value, *Exception) {
	if a.p == nil && b.p == nil && b.n != 0 {
		return Int(ModInt64(int64(a.n), int64(b.n))), nil
	}
	if b.p == nil && b.n == 0 {
		return Null, raiseIntDivision(t, OpRemainder)
	}
	return bigMod(t, t.ints[0].of(a), t.ints[1].of(b))
}

// IntDivmod returns divmod(a, b) for exact ints.
func IntDivmod(t *Thread, a, b Value) (q, r Value, exc *Exception) {
	if a.p == nil && b.p == nil && b.n != 0 && (int64(b.n) != -1 || int64(a.n) != -1<<63) {
		x, y := int64(a.n), int64(b.n)
		return Int(FloorDivInt64(x, y)), Int(ModInt64(x, y)), nil
	}
	if b.p == nil && b.n == 0 {
		return Null, Null, raiseIntDivision(t, OpDivmod)
	}
	return bigDivMod(t, t.ints[0].of(a), t.ints[1].of(b))
}

func raiseIntDivision(t *Thread, op BinaryOp) *Exception {
	msg := "division by zero"
	if !t.interp.Version.At(14) {
		switch op {
		case OpRemainder:
			msg = "integer modulo by zero"
		case OpFloorDivide, OpDivmod:
			msg = "integer division or modulo by zero"
		}
	}
	return Raise(t, ZeroDivisionErrorType, msg)
}

// IntTrueDiv returns a / b for exact ints.
func IntTrueDiv(t *Thread, a, b Value) (Value, *Exception) {
	if b.p == nil && b.n == 0 {
		return Null, raiseIntDivision(t, OpTrueDivide)
	}
	if a.p == nil && b.p == nil {
		return Float(numfmt.TrueDivInt(int64(a.n), int64(b.n))), nil
	}
	f, exc := bigTrueDiv(t, t.ints[0].of(a), t.ints[1].of(b))
	return Float(f), exc
}

// IntLshift returns a << b for exact ints.
func IntLshift(t *Thread, a, b Value) (Value, *Exception) {
	n, exc := shiftCount(t, b)
	if exc != nil {
		return Null, exc
	}
	if a.p == nil {
		x := int64(a.n)
		if x == 0 {
			return a, nil
		}
		if n < 64 {
			if y := x << n; y>>n == x {
				return Int(y), nil
			}
		}
	}
	if b.p != nil {
		return Null, Raise(t, OverflowErrorType, "too many digits in integer")
	}
	x := t.ints[0].of(a)
	if exc := reserveBits(t, uint64(x.BitLen())+n); exc != nil {
		return Null, exc
	}
	z := newBig(t, wordsOf(x)+int(n/64)+1)
	z.V.Lsh(x, uint(n))
	return z.done(), nil
}

// IntRshift returns a >> b for exact ints.
func IntRshift(t *Thread, a, b Value) (Value, *Exception) {
	n, exc := shiftCount(t, b)
	if exc != nil {
		return Null, exc
	}
	if a.p == nil {
		return Int(int64(a.n) >> min(n, 63)), nil
	}
	x := &(*BigInt)(a.p).V
	if n >= uint64(x.BitLen()) {
		if x.Sign() < 0 {
			return Int(-1), nil
		}
		return Int(0), nil
	}
	if x.Sign() > 0 && uint64(x.BitLen())-n <= 64 {
		w := x.Bits()[n/64:]
		u := uint64(w[0]) >> (n % 64)
		if len(w) > 1 {
			u |= uint64(w[1]) << (64 - n%64) // nothing for a whole number of words
		}
		return intFromUint64(t, u), nil
	}
	z := newBig(t, wordsOf(x)-int(n/64)+1)
	z.V.Rsh(x, uint(n))
	return z.done(), nil
}

// shiftCount returns a shift count, 1<<63 for one outside 64 bits.
func shiftCount(t *Thread, b Value) (uint64, *Exception) {
	if b.p == nil {
		if int64(b.n) >= 0 {
			return b.n, nil
		}
	} else if (*BigInt)(b.p).V.Sign() > 0 {
		return 1 << 63, nil
	}
	return 0, Raise(t, ValueErrorType, "negative shift count")
}

// IntAnd returns a & b for exact ints.
func IntAnd(t *Thread, a, b Value) Value {
	if a.p == nil && b.p == nil {
		return Value{n: a.n & b.n}
	}
	if b.p == nil {
		a, b = b, a
	}
	x, y := t.ints[0].of(a), &(*BigInt)(b.p).V
	if wordsOf(x) > wordsOf(y) {
		x, y = y, x
	}
	if x.Sign() >= 0 && wordsOf(x) <= 1 {
		// Only the lowest words count.
		return intFromUint64(t, lowWord(x)&lowWord(y))
	}
	z := newBig(t, max(wordsOf(x), wordsOf(y))+1)
	z.V.And(x, y)
	return z.done()
}

// IntOr returns a | b for exact ints.
func IntOr(t *Thread, a, b Value) Value {
	if a.p == nil && b.p == nil {
		return Value{n: a.n | b.n}
	}
	x, y := t.ints[0].of(a), t.ints[1].of(b)
	z := newBig(t, max(wordsOf(x), wordsOf(y))+1)
	z.V.Or(x, y)
	return z.done()
}

// IntXor returns a ^ b for exact ints.
func IntXor(t *Thread, a, b Value) Value {
	if a.p == nil && b.p == nil {
		return Value{n: a.n ^ b.n}
	}
	x, y := t.ints[0].of(a), t.ints[1].of(b)
	z := newBig(t, max(wordsOf(x), wordsOf(y))+1)
	z.V.Xor(x, y)
	return z.done()
}

// IntNeg returns -a for an exact int.
func IntNeg(t *Thread, a Value) Value {
	if a.p == nil && int64(a.n) != -1<<63 {
		return Value{n: -a.n}
	}
	x := t.ints[0].of(a)
	z := newBig(t, wordsOf(x))
	z.V.Neg(x)
	return z.done()
}

// IntInvert returns ~a for an exact int.
func IntInvert(t *Thread, a Value) Value {
	if a.p == nil {
		return Value{n: ^a.n}
	}
	x := &(*BigInt)(a.p).V
	z := newBig(t, wordsOf(x)+1)
	z.V.Not(x)
	return z.done()
}

// IntPow returns a ** b for exact ints: a float for b < 0.
func IntPow(t *Thread, a, b Value) (Value, *Exception) {
	if b.p != nil {
		return powHuge(t, a, b)
	}
	e := int64(b.n)
	if e < 0 {
		x, exc := intToFloat(t, a)
		if exc != nil {
			return Null, exc
		}
		return FloatPow(t, x.AsFloat(), float64(e))
	}
	if a.p == nil {
		if v, ok := powInt64(int64(a.n), uint64(e)); ok {
			return Int(v), nil
		}
	}
	return bigPow(t, t.ints[0].of(a), uint64(e))
}

// powInt64 is a ** e where that fits 64 bits.
func powInt64(a int64, e uint64) (v int64, ok bool) {
	v = 1
	for {
		if e&1 != 0 {
			if v, ok = MulInt64(v, a); !ok {
				return 0, false
			}
		}
		if e >>= 1; e == 0 {
			return v, true
		}
		if a, ok = MulInt64(a, a); !ok {
			return 0, false
		}
	}
}

// powHuge is a ** b for an exponent outside 64 bits.
func powHuge(t *Thread, a, b Value) (Value, *Exception) {
	e := &(*BigInt)(b.p).V
	if e.Sign() < 0 {
		x, exc := intToFloat(t, a)
		if exc != nil {
			return Null, exc
		}
		y, exc := bigToFloat(t, e)
		if exc != nil {
			return Null, exc
		}
		return FloatPow(t, x.AsFloat(), y)
	}
	if a.p == nil {
		switch int64(a.n) {
		case 0, 1:
			return a, nil
		case -1:
			if e.Bit(0) == 0 {
				return Int(1), nil
			}
			return a, nil
		}
	}
	return Null, RaiseNew(t, MemoryErrorType)
}

// IntPowMod returns pow(a, b, m) for exact ints.
func IntPowMod(t *Thread, a, b, m Value) (Value, *Exception) {
	if a.p == nil && b.p == nil && m.p == nil && int64(b.n) >= 0 && int64(m.n) > 0 {
		return Int(powMod64(int64(a.n), b.n, int64(m.n))), nil
	}
	return bigPowMod(t, t.ints[0].of(a), t.ints[1].of(b), t.ints[2].of(m))
}

// powMod64 is pow(a, e, m) for m > 0.
func powMod64(a int64, e uint64, m int64) int64 {
	u := uint64(m)
	x, v := uint64(ModInt64(a, m)), 1%u
	if u < 1<<32 {
		for ; e != 0; e >>= 1 {
			if e&1 != 0 {
				v = v * x % u
			}
			x = x * x % u
		}
		return int64(v)
	}
	for ; e != 0; e >>= 1 {
		if e&1 != 0 {
			hi, lo := bits.Mul64(v, x)
			_, v = bits.Div64(hi, lo, u)
		}
		hi, lo := bits.Mul64(x, x)
		_, x = bits.Div64(hi, lo, u)
	}
	return int64(v)
}

// intOperands strips subclasses from two operands; ok is false when one is no int.
func intOperands(a, b Value) (x, y Value, ok bool) {
	if a.p != nil {
		if (*Header)(a.p).shape.typ.flags&TypeInt == 0 {
			return a, b, false
		}
		a = exactInt(a)
	}
	if b.p != nil {
		if (*Header)(b.p).shape.typ.flags&TypeInt == 0 {
			return a, b, false
		}
		b = exactInt(b)
	}
	return a, b, true
}

func intAdd(t *Thread, a, b Value) (Value, *Exception) {
	a, b, ok := intOperands(a, b)
	if !ok {
		return NotImplemented, nil
	}
	return IntAdd(t, a, b), nil
}

func intSub(t *Thread, a, b Value) (Value, *Exception) {
	a, b, ok := intOperands(a, b)
	if !ok {
		return NotImplemented, nil
	}
	return IntSub(t, a, b), nil
}

func intMul(t *Thread, a, b Value) (Value, *Exception) {
	a, b, ok := intOperands(a, b)
	if !ok {
		return NotImplemented, nil
	}
	return IntMul(t, a, b)
}

func intFloorDiv(t *Thread, a, b Value) (Value, *Exception) {
	a, b, ok := intOperands(a, b)
	if !ok {
		return NotImplemented, nil
	}
	return IntFloorDiv(t, a, b)
}

func intMod(t *Thread, a, b Value) (Value, *Exception) {
	a, b, ok := intOperands(a, b)
	if !ok {
		return NotImplemented, nil
	}
	return IntMod(t, a, b)
}

func intDivmod(t *Thread, a, b Value) (Value, *Exception) {
	a, b, ok := intOperands(a, b)
	if !ok {
		return NotImplemented, nil
	}
	q, r, exc := IntDivmod(t, a, b)
	if exc != nil {
		return Null, exc
	}
	return MakeTuple(t, q, r).Value(), nil
}

func intTrueDiv(t *Thread, a, b Value) (Value, *Exception) {
	a, b, ok := intOperands(a, b)
	if !ok {
		return NotImplemented, nil
	}
	return IntTrueDiv(t, a, b)
}

func intLshift(t *Thread, a, b Value) (Value, *Exception) {
	a, b, ok := intOperands(a, b)
	if !ok {
		return NotImplemented, nil
	}
	return IntLshift(t, a, b)
}

func intRshift(t *Thread, a, b Value) (Value, *Exception) {
	a, b, ok := intOperands(a, b)
	if !ok {
		return NotImplemented, nil
	}
	return IntRshift(t, a, b)
}

func intAnd(t *Thread, a, b Value) (Value, *Exception) {
	a, b, ok := intOperands(a, b)
	if !ok {
		return NotImplemented, nil
	}
	return IntAnd(t, a, b), nil
}

func intOr(t *Thread, a, b Value) (Value, *Exception) {
	a, b, ok := intOperands(a, b)
	if !ok {
		return NotImplemented, nil
	}
	return IntOr(t, a, b), nil
}

func intXor(t *Thread, a, b Value) (Value, *Exception) {
	a, b, ok := intOperands(a, b)
	if !ok {
		return NotImplemented, nil
	}
	return IntXor(t, a, b), nil
}

func intPower(t *Thread, a, b, m Value) (Value, *Exception) {
	a, b, ok := intOperands(a, b)
	if !ok {
		return NotImplemented, nil
	}
	if m.IsNone() {
		return IntPow(t, a, b)
	}
	if m, _, ok = intOperands(m, m); !ok {
		return NotImplemented, nil
	}
	return IntPowMod(t, a, b, m)
}

func intNeg(t *Thread, v Value) (Value, *Exception) { return IntNeg(t, exactInt(v)), nil }

func intAbs(t *Thread, v Value) (Value, *Exception) {
	v = exactInt(v)
	if v.p == nil && int64(v.n) >= 0 || v.p != nil && (*BigInt)(v.p).V.Sign() > 0 {
		return v, nil
	}
	return IntNeg(t, v), nil
}

func intInvert(t *Thread, v Value) (Value, *Exception) { return IntInvert(t, exactInt(v)), nil }
