package math

import (
	gomath "math"

	"github.com/krait-vm/krait/runtime"
)

// twoSum is a+b as a rounded sum and its exact error.
func twoSum(a, b float64) (hi, lo float64) {
	hi = a + b
	z := hi - a
	return hi, (a - (hi - z)) + (b - z)
}

// fastSum is twoSum for |a| >= |b|.
func fastSum(a, b float64) (hi, lo float64) {
	hi = a + b
	return hi, (a - hi) + b
}

// twoProduct is a*b as a rounded product and its exact error.
func twoProduct(a, b float64) (hi, lo float64) {
	hi = a * b
	return hi, gomath.FMA(a, b, -hi)
}

// A summer adds floats exactly, by Shewchuk's growing expansion: partials do not overlap and increase in magnitude.
type summer struct {
	partials     []float64
	special, inf float64 // sums of the summands that are not finite
	room         [32]float64
}

// add adds x and reports whether it did not overflow.
func (s *summer) add(x float64) bool {
	item := x
	n := 0
	for _, y := range s.partials {
		if gomath.Abs(x) < gomath.Abs(y) {
			x, y = y, x
		}
		hi, lo := fastSum(x, y)
		if lo != 0 {
			s.partials[n] = lo
			n++
		}
		x = hi
	}
	s.partials = s.partials[:n]
	if x == 0 {
		return true
	}
	if x-x == 0 {
		s.partials = append(s.partials, x)
		return true
	}
	if item-item == 0 {
		return false
	}
	if gomath.IsInf(item, 0) {
		s.inf += item
	}
	s.special += item
	s.partials = s.partials[:0]
	return true
}

// sum is the rounded sum of the partials: half-way cases look at the next partial below.
func (s *summer) sum() float64 {
	p := s.partials
	n := len(p)
	if n == 0 {
		return 0
	}
	n--
	hi, lo := p[n], 0.0
	for n > 0 && lo == 0 {
		n--
		hi, lo = fastSum(hi, p[n])
	}
	if n > 0 && (lo < 0 && p[n-1] < 0 || lo > 0 && p[n-1] > 0) {
		y := lo * 2
		if x := hi + y; y == x-hi {
			hi = x
		}
	}
	return hi
}

func fsum(t *Thread, _, seq Value) (Value, *Exception) {
	var s summer
	s.partials = s.room[:0]
	exc := runtime.Iterate(t, seq, func(v Value) (bool, *Exception) {
		x, exc := arg(t, v)
		if exc == nil && !s.add(x) {
			exc = runtime.Raise(t, runtime.OverflowErrorType, "intermediate overflow in fsum")
		}
		return true, exc
	})
	switch {
	case exc != nil:
		return runtime.Null, exc
	case s.special != 0:
		if s.inf != s.inf {
			return runtime.Null, runtime.Raise(t, runtime.ValueErrorType, "-inf + inf in fsum")
		}
		return result(t, s.special)
	}
	return runtime.Float(s.sum()), nil
}

// norm is the length of a vector whose largest component is most: the components are scaled by a power of two, their squares added with the rounding
// errors kept, and the root is corrected by one Newton step.
func norm(vec []float64, most float64, hasNaN bool) float64 {
	switch {
	case gomath.IsInf(most, 0):
		return most
	case hasNaN:
		return gomath.NaN()
	case most == 0 || len(vec) <= 1:
		return most
	}
	_, e := gomath.Frexp(most)
	if e < -1023 {
		// The scale itself would not be a float.
		const tiny = 0x1p-1022
		for i := range vec {
			vec[i] /= tiny
		}
		return tiny * norm(vec, most/tiny, false)
	}
	scale := gomath.Ldexp(1, -e)
	sum, low, lost := 1.0, 0.0, 0.0 // starting at one keeps the summands in order of magnitude
	for _, x := range vec {
		x *= scale
		p, plo := twoProduct(x, x)
		s, slo := fastSum(sum, p)
		sum = s
		low += plo
		lost += slo
	}
	h := gomath.Sqrt(sum - 1 + (low + lost))
	p, plo := twoProduct(-h, h)
	s, slo := fastSum(sum, p)
	low += plo
	lost += slo
	x := s - 1 + (low + lost)
	h += x / (2 * h)
	return h / scale
}

func hypot(t *Thread, _ Value, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	if kw.Len() > 0 {
		return runtime.Null, runtime.Raise(t, runtime.TypeErrorType, "math.hypot() takes no keyword arguments")
	}
	var room [8]float64
	vec, most, hasNaN := room[:0], 0.0, false
	for i := range args {
		x, exc := arg(t, args[i])
		if exc != nil {
			return runtime.Null, exc
		}
		x = gomath.Abs(x)
		vec = append(vec, x)
		hasNaN = hasNaN || x != x
		if x > most {
			most = x
		}
	}
	return result(t, norm(vec, most, hasNaN))
}

func dist(t *Thread, _, p, q Value) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	var points [2]*runtime.Tuple
	for i, v := range [...]Value{p, q} {
		x, exc := runtime.ToTuple(t, v)
		if exc != nil {
			return runtime.Null, exc
		}
		t.Handle(x)
		points[i], _ = runtime.AsTuple(x)
	}
	if points[0].Len() != points[1].Len() {
		return runtime.Null, runtime.Raise(t, runtime.ValueErrorType, "both points must have the same number of dimensions")
	}
	var room [8]float64
	vec, most, hasNaN := room[:0], 0.0, false
	for i, a := range points[0].Items {
		x, y, exc := binaryArgs(t, a, points[1].Items[i])
		if exc != nil {
			return runtime.Null, exc
		}
		d := gomath.Abs(x - y)
		vec = append(vec, d)
		hasNaN = hasNaN || d != d
		if d > most {
			most = d
		}
	}
	return result(t, norm(vec, most, hasNaN))
}

func prod(t *Thread, _ Value, args []Value) (Value, *Exception) {
	total := args[1]
	exc := runtime.Iterate(t, args[0], func(v Value) (bool, *Exception) {
		switch {
		case total.IsInt() && v.IsInt():
			if p, ok := runtime.MulInt64(total.AsInt(), v.AsInt()); ok {
				total = runtime.Int(p)
				return true, nil
			}
		case total.IsFloat() && v.IsFloat():
			total = runtime.Float(total.AsFloat() * v.AsFloat())
			return true, nil
		case total.IsFloat() && v.IsInt():
			total = runtime.Float(total.AsFloat() * float64(v.AsInt()))
			return true, nil
		}
		mark := t.HandleMark()
		t.Handle(v)
		var exc *Exception
		total, exc = runtime.Binary(t, runtime.OpMultiply, total, v)
		t.Release(mark)
		return true, exc
	})
	if exc != nil {
		return runtime.Null, exc
	}
	return total, nil
}

// A sumProduct adds products: ints as long as they fit 64 bits, floats with three times the precision, and both are carried over to total when
// something else comes.
type sumProduct struct {
	total        Value
	ints         int64
	anyInt       bool
	hi, lo, tiny float64
	anyFloat     bool
	noInts       bool // the paths are open for one run at the start each
	noFloats     bool
}

func (s *sumProduct) flushInts(t *Thread) (exc *Exception) {
	s.noInts = true
	if s.anyInt {
		s.anyInt = false
		s.total, exc = runtime.Binary(t, runtime.OpAdd, s.total, runtime.Int(s.ints))
		s.ints = 0
	}
	return exc
}

func (s *sumProduct) flushFloats(t *Thread) (exc *Exception) {
	s.noFloats = true
	if s.anyFloat {
		s.anyFloat = false
		lo, _ := twoSum(s.lo, s.tiny)
		f, rest := twoSum(s.hi, lo)
		s.total, exc = runtime.Binary(t, runtime.OpAdd, s.total, runtime.Float(f+rest))
	}
	return exc
}

// addFloats adds x*y and reports whether the sum stays finite.
func (s *sumProduct) addFloats(x, y float64) bool {
	p, plo := twoProduct(x, y)
	hi, e := twoSum(s.hi, p)
	if hi-hi != 0 {
		return false
	}
	l, e2 := twoSum(s.lo, plo)
	lo, e3 := twoSum(l, e)
	s.hi, s.lo, s.tiny = hi, lo, s.tiny+(e2+e3)
	s.anyFloat = true
	return true
}

// add adds p*q.
func (s *sumProduct) add(t *Thread, p, q Value) *Exception {
	if !s.noInts {
		if p.IsInt() && q.IsInt() {
			if x, ok := runtime.MulInt64(p.AsInt(), q.AsInt()); ok {
				if sum, ok := runtime.AddInt64(s.ints, x); ok {
					s.ints, s.anyInt = sum, true
					return nil
				}
			}
		}
		if exc := s.flushInts(t); exc != nil {
			return exc
		}
	}
	if !s.noFloats {
		x, xf, xok := floatFactor(p)
		y, yf, yok := floatFactor(q)
		if xok && yok && (xf || yf) && s.addFloats(x, y) {
			return nil
		}
		if exc := s.flushFloats(t); exc != nil {
			return exc
		}
	}
	x, exc := runtime.Binary(t, runtime.OpMultiply, p, q)
	if exc != nil {
		return exc
	}
	s.total, exc = runtime.Binary(t, runtime.OpAdd, s.total, x)
	return exc
}

// floatFactor is the value of an exact float, int or bool.
func floatFactor(v Value) (x float64, isFloat, ok bool) {
	switch {
	case v.IsFloat():
		return v.AsFloat(), true, true
	case v.IsInt():
		return float64(v.AsInt()), false, true
	case v.IsBool():
		return float64(v.Bits()), false, true
	}
	return 0, false, false
}

func sumprod(t *Thread, _, p, q Value) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	ip, exc := runtime.Iter(t, p)
	if exc != nil {
		return runtime.Null, exc
	}
	t.Handle(ip)
	iq, exc := runtime.Iter(t, q)
	if exc != nil {
		return runtime.Null, exc
	}
	t.Handle(iq)
	s := sumProduct{total: runtime.Int(0)}
	top := t.HandleMark()
	for n := 1; ; n++ {
		x, okp, exc := runtime.Next(t, ip)
		if exc != nil {
			return runtime.Null, exc
		}
		t.Handle(x)
		y, okq, exc := runtime.Next(t, iq)
		if exc != nil {
			return runtime.Null, exc
		}
		if okp != okq {
			return runtime.Null, runtime.Raise(t, runtime.ValueErrorType, "Inputs are not the same length")
		}
		if !okp {
			break
		}
		t.Handle(y)
		if exc := s.add(t, x, y); exc != nil {
			return runtime.Null, exc
		}
		t.Release(top)
		if n&4095 == 0 {
			if exc := t.Poll(); exc != nil {
				return runtime.Null, exc
			}
		}
	}
	if exc := s.flushInts(t); exc != nil {
		return runtime.Null, exc
	}
	if exc := s.flushFloats(t); exc != nil {
		return runtime.Null, exc
	}
	return s.total, nil
}
