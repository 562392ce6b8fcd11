package runtime

import (
	"cmp"
	"math"

	"github.com/krait-vm/krait/runtime/numfmt"
)

// holds reports whether operator op holds for a comparison's outcome c.
func (op CompareOp) holds(c int) bool {
	switch op {
	case LT:
		return c < 0
	case LE:
		return c <= 0
	case EQ:
		return c == 0
	case NE:
		return c != 0
	case GT:
		return c > 0
	}
	return c >= 0
}

// holdsFloat reports whether a op b.
func (op CompareOp) holdsFloat(a, b float64) bool {
	switch op {
	case LT:
		return a < b
	case LE:
		return a <= b
	case EQ:
		return a == b
	case NE:
		return a != b
	case GT:
		return a > b
	}
	return a >= b
}

// CompareInts compares two ints (bools and subclasses included); ok is false when one is none.
func CompareInts(a, b Value) (c int, ok bool) {
	if a.p == nil && b.p == nil {
		return cmp.Compare(int64(a.n), int64(b.n)), true
	}
	n, x, ok := intParts(a)
	if !ok {
		return 0, false
	}
	m, y, ok := intParts(b)
	switch {
	case !ok:
		return 0, false
	case x == nil && y == nil:
		return cmp.Compare(n, m), true
	case x == nil:
		return -y.Sign(), true
	case y == nil:
		return x.Sign(), true
	}
	return x.Cmp(y), true
}

func intCompare(_ *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	c, ok := CompareInts(a, b)
	if !ok {
		return NotImplemented, nil
	}
	return Bool(op.holds(c)), nil
}

func floatCompare(_ *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	f, _ := floatOf(a)
	if g, ok := floatOf(b); ok {
		return Bool(op.holdsFloat(f, g)), nil
	}
	r, ok := compareFloatInt(op, f, b)
	if !ok {
		return NotImplemented, nil
	}
	return Bool(r), nil
}

// compareFloatInt is f op v, exactly; ok is false when v is no int.
func compareFloatInt(op CompareOp, f float64, v Value) (r, ok bool) {
	n, b, ok := intParts(v)
	switch {
	case !ok:
		return false, false
	case math.IsNaN(f):
		return op == NE, true
	case b != nil:
		return op.holds(-numfmt.CompareBigFloat(b, f)), true
	}
	return op.holds(-numfmt.CompareIntFloat(n, f)), true
}

// CompareNumbers is a op b for exact ints, bools and floats; ok is false for anything else.
func CompareNumbers(op CompareOp, a, b Value) (r, ok bool) {
	switch {
	case a.p == nil && b.p == nil:
		return op.holds(cmp.Compare(int64(a.n), int64(b.n))), true
	case a.IsFloat():
		if b.IsFloat() {
			return op.holdsFloat(a.AsFloat(), b.AsFloat()), true
		}
		if b.IsBool() || IsExactInt(b) {
			return compareFloatInt(op, a.AsFloat(), b)
		}
	case a.IsBool() || IsExactInt(a):
		if b.IsFloat() {
			return compareFloatInt(op.Swapped(), b.AsFloat(), a)
		}
		if b.IsBool() || IsExactInt(b) {
			c, ok := CompareInts(a, b)
			return op.holds(c), ok
		}
	}
	return false, false
}
