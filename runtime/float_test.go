package runtime

import (
	"math"
	"testing"
)

func TestNaNIdentity(t *testing.T) {
	th := newTestThread()
	a, exc := Call(th, FloatType.Value(), NewStr(th, "nan").Value())
	if exc != nil {
		t.Fatal(message(th, exc))
	}
	b, _ := Call(th, FloatType.Value(), NewStr(th, "-nan").Value())
	c, _ := Call(th, FloatType.Value(), NewStr(th, "nan").Value())
	if !Is(a, a) || Is(a, b) || Is(a, c) {
		t.Error("float('nan') has no identity of its own")
	}
	if got := FloatBits(c.AsFloat()); got != 0x7ff8<<48 {
		t.Errorf("FloatBits(nan) = %x, want 7ff8000000000000", got)
	}
	if got := FloatBits(b.AsFloat()); got != 0xfff8<<48 {
		t.Errorf("FloatBits(-nan) = %x, want fff8000000000000", got)
	}
	foreign := math.Float64frombits(0x7ff8_0000_0000_0123)
	if got := FloatBits(foreign); got != 0x7ff8_0000_0000_0123 {
		t.Errorf("FloatBits of a foreign payload = %x", got)
	}
	inf := Float(math.Inf(1))
	d, _ := Binary(th, OpSubtract, inf, inf)
	e, _ := Binary(th, OpSubtract, inf, inf)
	if !Is(d, e) {
		t.Error("inf-inf got an identity: remove the DIVERGES note")
	}
}

func TestCompareNumbers(t *testing.T) {
	th := newTestThread()
	nan := Float(math.NaN())
	big := bigPower(th, 70)
	for _, c := range []struct {
		a, b Value
		op   CompareOp
		want bool
	}{
		{Int(1), Float(1.5), LT, true},
		{Float(1.5), Int(1), GT, true},
		{Int(1<<53 + 1), Float(1 << 53), EQ, false},
		{Int(1<<53 + 1), Float(1 << 53), GT, true},
		{big, Float(math.Inf(1)), LT, true},
		{Float(math.Inf(-1)), big, LT, true},
		{True, Float(1), EQ, true},
		{True, Int(1), EQ, true},
		{False, True, LT, true},
		{nan, Int(1), LT, false},
		{nan, Int(1), NE, true},
		{Int(1), nan, EQ, false},
		{nan, nan, NE, true},
		{big, big, LE, true},
		{Int(3), big, GE, false},
	} {
		got, ok := CompareNumbers(c.op, c.a, c.b)
		if !ok || got != c.want {
			t.Errorf("CompareNumbers(%s, %v, %v) = %v, %v, want %v", c.op.Symbol(), c.a, c.b, got, ok, c.want)
		}
		r, exc := RichCompare(th, c.a, c.b, c.op)
		if exc != nil || r != Bool(c.want) {
			t.Errorf("RichCompare(%v, %v, %s) disagrees with CompareNumbers", c.a, c.b, c.op.Symbol())
		}
	}
	if _, ok := CompareNumbers(EQ, Int(1), None); ok {
		t.Error("CompareNumbers took None for a number")
	}
}

// bigPower is 1 << n.
func bigPower(t *Thread, n int64) Value {
	v, _ := IntLshift(t, Int(1), Int(n))
	return v
}
