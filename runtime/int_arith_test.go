package runtime

import (
	"math/big"
	"math/rand"
	"testing"
)

// testInts are the edges of the 64-bit paths, and numbers of all sizes.
func testInts(t *Thread) []Value {
	out := []Value{
		Int(0), Int(1), Int(-1), Int(2), Int(-2), Int(7), Int(-7), Int(63), Int(64), Int(1 << 31), Int(-1 << 31), Int(1<<32 + 1), Int(1 << 62), Int(-1 << 62),
		Int(1<<63 - 1), Int(-1 << 63), Int(-1<<63 + 1), Int(1<<61 - 1), Int(-(1<<61 - 1)), Int(3037000499), Int(3037000500),
	}
	r := rand.New(rand.NewSource(1))
	for bits := 3; bits < 300; bits += 7 {
		b := new(big.Int).Rand(r, new(big.Int).Lsh(big.NewInt(1), uint(bits)))
		if bits%2 == 0 {
			b.Neg(b)
		}
		out = append(out, BigFrom(t, b))
	}
	for _, shift := range []uint{63, 64, 127, 128, 192} {
		b := new(big.Int).Lsh(big.NewInt(1), shift)
		out = append(out, BigFrom(t, b), BigFrom(t, new(big.Int).Neg(b)), BigFrom(t, new(big.Int).Sub(b, big.NewInt(1))))
	}
	return out
}

// floorDivMod is divmod by way of math/big's Euclidean one.
func floorDivMod(a, b *big.Int) (q, r *big.Int) {
	q, r = new(big.Int).DivMod(a, b, new(big.Int))
	if r.Sign() != 0 && b.Sign() < 0 {
		q.Sub(q, big.NewInt(1))
		r.Add(r, b)
	}
	return q, r
}

func checkInt(t *testing.T, name string, a, b, got Value, want *big.Int) {
	t.Helper()
	if AsBig(got).Cmp(want) != 0 || got.IsInt() != want.IsInt64() {
		t.Errorf("%s(%v, %v) = %v, want %v", name, AsBig(a), AsBig(b), AsBig(got), want)
	}
}

// TestIntArithmetic compares the 64-bit and mixed paths with math/big.
func TestIntArithmetic(t *testing.T) {
	th := newTestThread()
	ints := testInts(th)
	z := func() *big.Int { return new(big.Int) }
	for _, a := range ints {
		x := z().Set(AsBig(a))
		checkInt(t, "neg", a, a, IntNeg(th, a), z().Neg(x))
		checkInt(t, "invert", a, a, IntInvert(th, a), z().Not(x))
		for _, b := range ints {
			y := z().Set(AsBig(b))
			checkInt(t, "add", a, b, IntAdd(th, a, b), z().Add(x, y))
			checkInt(t, "sub", a, b, IntSub(th, a, b), z().Sub(x, y))
			checkInt(t, "and", a, b, IntAnd(th, a, b), z().And(x, y))
			checkInt(t, "or", a, b, IntOr(th, a, b), z().Or(x, y))
			checkInt(t, "xor", a, b, IntXor(th, a, b), z().Xor(x, y))
			p, exc := IntMul(th, a, b)
			if exc != nil {
				t.Fatal(message(th, exc))
			}
			checkInt(t, "mul", a, b, p, z().Mul(x, y))
			if c, _ := CompareInts(a, b); c != x.Cmp(y) {
				t.Errorf("CompareInts(%v, %v) = %d, want %d", x, y, c, x.Cmp(y))
			}
			if y.Sign() == 0 {
				if _, _, exc := IntDivmod(th, a, b); exc == nil {
					t.Errorf("divmod(%v, 0) did not raise", x)
				}
				continue
			}
			q, r := floorDivMod(x, y)
			gq, gr, exc := IntDivmod(th, a, b)
			fq, exc1 := IntFloorDiv(th, a, b)
			fr, exc2 := IntMod(th, a, b)
			if exc != nil || exc1 != nil || exc2 != nil {
				t.Fatalf("dividing %v by %v raised", x, y)
			}
			checkInt(t, "divmod", a, b, gq, q)
			checkInt(t, "divmod", a, b, gr, r)
			checkInt(t, "floordiv", a, b, fq, q)
			checkInt(t, "mod", a, b, fr, r)
		}
	}
}

func TestIntShiftsAndPowers(t *testing.T) {
	th := newTestThread()
	for _, a := range testInts(th) {
		x := new(big.Int).Set(AsBig(a))
		for _, n := range []int64{0, 1, 2, 31, 62, 63, 64, 65, 127, 200, 400} {
			l, exc := IntLshift(th, a, Int(n))
			r, exc1 := IntRshift(th, a, Int(n))
			if exc != nil || exc1 != nil {
				t.Fatalf("shifting %v by %d raised", x, n)
			}
			checkInt(t, "lshift", a, Int(n), l, new(big.Int).Lsh(x, uint(n)))
			checkInt(t, "rshift", a, Int(n), r, new(big.Int).Rsh(x, uint(n)))
		}
		for e := int64(0); e < 12; e++ {
			p, exc := IntPow(th, a, Int(e))
			if exc != nil {
				t.Fatal(message(th, exc))
			}
			checkInt(t, "pow", a, Int(e), p, new(big.Int).Exp(x, big.NewInt(e), nil))
			for _, m := range []int64{1, 2, 97, 1<<31 - 1, 1 << 32, 1<<62 + 1, 1<<63 - 1} {
				p, exc := IntPowMod(th, a, Int(e*e*1000), Int(m))
				if exc != nil {
					t.Fatal(message(th, exc))
				}
				_, base := floorDivMod(x, big.NewInt(m))
				checkInt(t, "pow3", a, Int(m), p, new(big.Int).Exp(base, big.NewInt(e*e*1000), big.NewInt(m)))
			}
		}
	}
}

func TestIntLimits(t *testing.T) {
	th := newTestThread()
	huge := BigFrom(th, new(big.Int).Lsh(big.NewInt(1), 70))
	for _, c := range []struct {
		name string
		f    func() (Value, *Exception)
		want string
	}{
		{"1 << 1<<70", func() (Value, *Exception) { return IntLshift(th, Int(1), huge) }, "OverflowError: too many digits in integer"},
		{"1 << 1<<62", func() (Value, *Exception) { return IntLshift(th, Int(1), Int(1<<62)) }, "MemoryError: "},
		{"1 << -1", func() (Value, *Exception) { return IntLshift(th, Int(1), Int(-1)) }, "ValueError: negative shift count"},
		{"2 ** 1<<70", func() (Value, *Exception) { return IntPow(th, Int(2), huge) }, "MemoryError: "},
		{"3 ** 1<<60", func() (Value, *Exception) { return IntPow(th, Int(3), Int(1<<60)) }, "MemoryError: "},
	} {
		if _, exc := c.f(); exc == nil || message(th, exc) != c.want {
			t.Errorf("%s did not raise %s", c.name, c.want)
		}
	}
}

// TestLongArithmeticPolls runs work beyond what math/big may do in one go, which must give the same results and look at the breaker.
func TestLongArithmeticPolls(t *testing.T) {
	th := newTestThread()
	a := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 3<<20), big.NewInt(12345))
	b := new(big.Int).Add(new(big.Int).Lsh(big.NewInt(3), 2<<20), big.NewInt(678))
	x, y := BigFrom(th, a), BigFrom(th, b)
	p, exc := IntMul(th, x, y)
	if exc != nil {
		t.Fatal(message(th, exc))
	}
	if AsBig(p).Cmp(new(big.Int).Mul(a, b)) != 0 {
		t.Error("the product of long ints is wrong")
	}
	for _, d := range []Value{y, Int(-7)} {
		q, r, exc := IntDivmod(th, x, d)
		if exc != nil {
			t.Fatal(message(th, exc))
		}
		wq, wr := floorDivMod(a, AsBig(d))
		if AsBig(q).Cmp(wq) != 0 || AsBig(r).Cmp(wr) != 0 {
			t.Errorf("divmod of a long int by one of %d bits is wrong", AsBig(d).BitLen())
		}
	}
	if th.steps == 0 {
		t.Error("long arithmetic took no steps")
	}
}
