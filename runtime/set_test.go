package runtime

import (
	"bufio"
	"fmt"
	"os"
	"testing"
)

// lcg is the generator of testdata/set_order.py.
type lcg uint64

func (x *lcg) next() int64 {
	*x = *x*6364136223846793005 + 1442695040888963407
	return int64(*x >> 33)
}

// TestSetOrder replays testdata/set_order.py and compares with what CPython printed.
func TestSetOrder(t *testing.T) {
	f, err := os.Open("testdata/set_order.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	th := newTestThread()
	for seed := range 12 {
		for _, span := range []int64{7, 50, 1000} {
			replaySets(t, th, lines, seed, span)
			if t.Failed() {
				return
			}
		}
	}
}

func replaySets(t *testing.T, th *Thread, lines *bufio.Scanner, seed int, span int64) {
	r := lcg(seed)
	sets := []*Set{NewSet(th), NewSet(th), NewSet(th)}
	binary := func(f BinaryFunc, a, b *Set) *Set {
		v, exc := f(th, a.Value(), b.Value())
		if exc != nil {
			t.Fatal(message(th, exc))
		}
		return asSet(v)
	}
	for step := range 400 {
		op, i, j := r.next()%22, r.next()%3, r.next()%3
		v := r.next() % span
		v = (v - span/4) * (1 + r.next()%3*7)
		a, b := sets[i], sets[j]
		var exc *Exception
		switch op {
		case 0, 1, 2, 3, 4:
			exc = a.Add(th, Int(v))
		case 5:
			_, exc = a.Discard(th, Int(v))
		case 6:
			if a.used > 0 {
				_, exc = setPop(th, a.Value())
			}
		case 7:
			sets[i] = binary(setOr, a, b)
		case 8:
			sets[i] = binary(setSub2, a, b)
		case 9:
			sets[i] = binary(setAnd, b, a)
		case 10:
			sets[i] = binary(setXor, a, b)
		case 11:
			sets[i], exc = a.copy(th)
		case 12:
			binary(setOrInPlace, a, b)
		case 13:
			binary(setSubInPlace, a, b)
		case 14:
			binary(setAndInPlace, a, b)
		case 15:
			binary(setXorInPlace, a, b)
		case 16:
			exc = a.Update(th, ints(th, v, r.next()%40))
		case 17:
			exc = a.differenceUpdate(th, ints(th, v, r.next()%40))
		case 18:
			var x Value
			x, exc = setIntersection(th, a, ints(th, v, r.next()%90))
			sets[i] = asSet(x)
		case 19:
			d := NewDict(th)
			for _, k := range asList(ints(th, v, r.next()%30)).Items {
				if exc := d.Set(th, k, None); exc != nil {
					t.Fatal("a dict of ints raised")
				}
			}
			exc = a.Update(th, d.Value())
		case 20:
			n := NewSet(th)
			n.shape = frozenSetShape
			exc = n.Update(th, b.Value())
			sets[i], _ = setFrom(th, n.Value())
		case 21:
			sets[i], exc = setFrom(th, ints(th, v, r.next()%60))
		}
		if exc != nil {
			t.Fatal(message(th, exc))
		}
		if step%40 != 39 {
			continue
		}
		frozen, _ := NewFrozenSet(th, sets[0].items())
		got := fmt.Sprint(seed, span, step, digest(sets[0]), digest(sets[1]), digest(sets[2]),
			sets[0].used, sets[1].used, sets[2].used, frozen.hashFrozen())
		if lines.Scan(); got != lines.Text() {
			t.Fatalf("seed %d span %d step %d: got  %s\nwant %s", seed, span, step, got, lines.Text())
		}
	}
}

func ints(th *Thread, from, n int64) Value {
	l := NewList(th, nil)
	for i := range n {
		l.Items = append(l.Items, Int(from+i))
	}
	return l.Value()
}

func digest(s *Set) uint32 {
	var h uint32
	for _, v := range s.items() {
		h = h*1000003 + uint32(v.AsInt())
	}
	return h
}
