package builtins

import (
	"math"
	"math/big"

	"github.com/krait-vm/krait/runtime"
)

func abs(t *Thread, _, x Value) (Value, *Exception) { return runtime.Abs(t, x) }

func id(t *Thread, _, x Value) (Value, *Exception) {
	n := runtime.ID(x)
	if n > math.MaxInt64 {
		return runtime.BigFrom(t, new(big.Int).SetUint64(n)), nil
	}
	return runtime.Int(int64(n)), nil
}

func bin(t *Thread, _, x Value) (Value, *Exception) { return inBase(t, x, 2, "0b") }
func oct(t *Thread, _, x Value) (Value, *Exception) { return inBase(t, x, 8, "0o") }
func hex(t *Thread, _, x Value) (Value, *Exception) { return inBase(t, x, 16, "0x") }

func inBase(t *Thread, x Value, base int, prefix string) (Value, *Exception) {
	i, exc := runtime.Index(t, x)
	if exc != nil {
		return Null, exc
	}
	s, exc := runtime.IntDigits(t, i, base)
	if exc != nil {
		return Null, exc
	}
	if s[0] == '-' {
		return runtime.NewStr(t, "-"+prefix+s[1:]).Value(), nil
	}
	return runtime.NewStr(t, prefix+s).Value(), nil
}

func chr(t *Thread, _, x Value) (Value, *Exception) {
	i, exc := runtime.Index(t, x)
	if exc != nil {
		return Null, exc
	}
	if !i.IsInt() || i.AsInt() != int64(int32(i.AsInt())) {
		if !t.Interp().Version.At(13) {
			switch {
			case !i.IsInt():
				return Null, runtime.Raise(t, runtime.OverflowErrorType, "Python int too large to convert to C int")
			case i.AsInt() < 0:
				return Null, runtime.Raise(t, runtime.OverflowErrorType, "signed integer is less than minimum")
			}
			return Null, runtime.Raise(t, runtime.OverflowErrorType, "signed integer is greater than maximum")
		}
		return Null, runtime.Raise(t, runtime.ValueErrorType, "chr() arg not in range(0x110000)")
	}
	if n := i.AsInt(); n >= 0 && n < 0x110000 {
		return runtime.CharStr(t, rune(n)).Value(), nil
	}
	return Null, runtime.Raise(t, runtime.ValueErrorType, "chr() arg not in range(0x110000)")
}

func ord(t *Thread, _, x Value) (Value, *Exception) {
	n := 0
	if s, ok := runtime.AsStr(x); ok {
		if n = s.Len(); n == 1 {
			return runtime.Int(int64(s.At(0))), nil
		}
	} else if b, ok := runtime.AsBytes(x); ok {
		if n = len(b.B); n == 1 {
			return runtime.Int(int64(b.B[0])), nil
		}
	} else if b, ok := runtime.AsByteArray(x); ok {
		if n = len(b.B); n == 1 {
			return runtime.Int(int64(b.B[0])), nil
		}
	} else {
		return Null, runtime.TypeErrorf(t, "ord() expected string of length 1, but %s found", runtime.TypeOf(x).FullName())
	}
	return Null, runtime.TypeErrorf(t, "ord() expected a character, but string of length %d found", n)
}

func divmod(t *Thread, _, x, y Value) (Value, *Exception) {
	return runtime.Binary(t, runtime.OpDivmod, x, y)
}

func pow(t *Thread, _ Value, args []Value) (Value, *Exception) {
	return runtime.Power(t, args[0], args[1], args[2])
}

func round(t *Thread, _ Value, args []Value) (Value, *Exception) {
	var v Value
	var ok bool
	var exc *Exception
	if args[1].IsNone() {
		v, ok, exc = runtime.CallSpecial(t, args[0], sRound)
	} else {
		v, ok, exc = runtime.CallSpecial(t, args[0], sRound, args[1])
	}
	if exc == nil && !ok {
		return Null, runtime.TypeErrorf(t, "type %s doesn't define __round__ method", runtime.TypeOf(args[0]).FullName())
	}
	return v, exc
}

// sum adds ints without making objects, floats with Neumaier's compensation from 3.12 on, and the rest by the + operator.
func sum(t *Thread, _ Value, args []Value) (Value, *Exception) {
	acc := args[1]
	switch {
	case isType(acc, runtime.TypeStr):
		return Null, runtime.Raise(t, runtime.TypeErrorType, "sum() can't sum strings [use ''.join(seq) instead]")
	case isType(acc, runtime.TypeBytes):
		return Null, runtime.Raise(t, runtime.TypeErrorType, "sum() can't sum bytes [use b''.join(seq) instead]")
	}
	if _, ok := runtime.AsByteArray(acc); ok {
		return Null, runtime.Raise(t, runtime.TypeErrorType, "sum() can't sum bytearray [use b''.join(seq) instead]")
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	c, exc := runtime.NewCursor(t, args[0])
	if exc != nil {
		return Null, exc
	}
	slot := t.HandleMark()
	t.Handle(acc)
	for {
		var item Value
		var done bool
		switch {
		case acc.IsInt():
			acc, item, done, exc = sumInts(t, &c, acc.AsInt())
		case acc.IsFloat():
			acc, item, done, exc = sumFloats(t, &c, acc.AsFloat())
		case runtime.HasShape(acc, runtime.ComplexType.RootShape()) && t.Interp().Version.At(14):
			acc, item, done, exc = sumComplexes(t, &c, acc)
		default:
			var ok bool
			item, ok, exc = c.Next(t)
			done = !ok
		}
		if exc != nil {
			return Null, exc
		}
		if done {
			return acc, nil
		}
		t.Window(slot)[0] = acc
		t.Handle(item)
		if acc, exc = runtime.Binary(t, runtime.OpAdd, acc, item); exc != nil {
			return Null, exc
		}
		t.Release(slot + 1)
		t.Window(slot)[0] = acc
	}
}

func isType(v Value, f runtime.TypeFlags) bool { return runtime.TypeOf(v).Is(f) }

// sumInts adds while items are ints (bools included) and the sum fits; it returns the first item that it could not add.
func sumInts(t *Thread, c *runtime.Cursor, n int64) (acc, item Value, done bool, exc *Exception) {
	for {
		x, ok, exc := c.Next(t)
		if exc != nil || !ok {
			return runtime.Int(n), Null, true, exc
		}
		var i int64
		switch {
		case x.IsInt():
			i = x.AsInt()
		case x.IsTrue():
			i = 1
		case x.IsFalse():
		default:
			return runtime.Int(n), x, false, nil
		}
		s, fits := runtime.AddInt64(n, i)
		if !fits {
			return runtime.Int(n), x, false, nil
		}
		n = s
	}
}

// A compensated sum is Neumaier's: c holds what rounding lost.
type compensated struct{ hi, c float64 }

func (s *compensated) add(x float64) {
	n := s.hi + x
	if math.Abs(s.hi) >= math.Abs(x) {
		s.c += (s.hi - n) + x
	} else {
		s.c += (x - n) + s.hi
	}
	s.hi = n
}

// value leaves a compensation out that would spoil the sign of zero or turn an infinity into NaN.
func (s *compensated) value() float64 {
	if s.c != 0 && !math.IsInf(s.c, 0) && !math.IsNaN(s.c) {
		return s.hi + s.c
	}
	return s.hi
}

func sumFloats(t *Thread, c *runtime.Cursor, f float64) (acc, item Value, done bool, exc *Exception) {
	v := t.Interp().Version
	s := compensated{hi: f}
	for {
		x, ok, exc := c.Next(t)
		if exc != nil || !ok {
			return runtime.Float(s.value()), Null, true, exc
		}
		switch {
		case x.IsFloat():
			if v.At(12) {
				s.add(x.AsFloat())
			} else {
				s.hi += x.AsFloat()
			}
			continue
		case isType(x, runtime.TypeInt):
			if i, ok := runtime.AsInt64(x); ok {
				if v.At(14) {
					s.add(float64(i))
				} else {
					s.hi += float64(i)
				}
				continue
			}
			if v.At(14) {
				d, exc := runtime.AsFloat64(t, x)
				if exc != nil {
					return Null, Null, true, exc
				}
				s.add(d)
				continue
			}
		}
		return runtime.Float(s.value()), x, false, nil
	}
}

func sumComplexes(t *Thread, c *runtime.Cursor, z Value) (acc, item Value, done bool, exc *Exception) {
	w, _ := runtime.AsComplex(z)
	re, im := compensated{hi: w.Re}, compensated{hi: w.Im}
	total := func() Value { return runtime.NewComplex(t, re.value(), im.value()) }
	for {
		x, ok, exc := c.Next(t)
		if exc != nil || !ok {
			return total(), Null, true, exc
		}
		if runtime.HasShape(x, runtime.ComplexType.RootShape()) {
			w, _ := runtime.AsComplex(x)
			re.add(w.Re)
			im.add(w.Im)
			continue
		}
		if isType(x, runtime.TypeInt) || isType(x, runtime.TypeFloat) {
			d, exc := runtime.AsFloat64(t, x)
			if exc != nil {
				return Null, Null, true, exc
			}
			re.add(d)
			continue
		}
		return total(), x, false, nil
	}
}
