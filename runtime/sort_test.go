package runtime

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"unsafe"
)

// A sortKey is what class K of testdata/sort_order.py makes.
type sortKey struct {
	Header
	n, i int64
}

func sortValues(r *lcg, shape, n int) []int64 {
	v := make([]int64, n)
	for i := range v {
		switch shape {
		case 0:
			v[i] = r.next() % int64(n+1)
		case 1:
			v[i] = r.next() % 4
		case 2:
			v[i] = int64(i/3) + r.next()%3
		case 3:
			v[i] = int64((n - i) / 2)
		case 4:
			if v[i] = int64(i % 50); i/50%2 == 0 {
				v[i] = int64((50 - i%50) % 50)
			}
		case 5:
			v[i] = int64(i * 2)
		}
	}
	if shape == 5 {
		for range n/20 + 1 {
			x := r.next() % int64(2*n) // Python evaluates the right side first
			v[r.next()%int64(n)] = x
		}
	}
	return v
}

// TestSortComparisons replays testdata/sort_order.py and compares with what CPython printed.
func TestSortComparisons(t *testing.T) {
	for minor, file := range map[int]string{12: "testdata/sort_order_312.txt", 13: "testdata/sort_order.txt", 14: "testdata/sort_order.txt"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		th := NewInterp(noEngine{}, nil, Version{Minor: minor}, Config{}).Main
		lines := strings.Split(strings.TrimSpace(string(data)), "\n")
		for _, n := range []int{1, 2, 3, 5, 10, 31, 63, 64, 65, 100, 200, 333, 1000, 2500} {
			for shape := range 6 {
				if got := sortLine(t, th, n, shape); got != lines[0] {
					t.Errorf("3.%d: got %q, want %q", minor, got, lines[0])
				}
				lines = lines[1:]
			}
		}
	}
}

func sortLine(t *testing.T, th *Thread, n, shape int) string {
	var log, order uint32
	count := 0
	tp := &Type{name: "K"}
	tp.mro = []*Type{tp}
	sh := &Shape{typ: tp}
	tp.RichCompare = func(_ *Thread, a, b Value, _ CompareOp) (Value, *Exception) {
		x, y := (*sortKey)(a.p), (*sortKey)(b.p)
		log = log*1000003 + uint32(x.i)*10007 + uint32(y.i)
		count++
		return Bool(x.n < y.n), nil
	}
	r := lcg(n*10 + shape)
	l := NewList(th, nil)
	for i, v := range sortValues(&r, shape, n) {
		l.Items = append(l.Items, obj(unsafe.Pointer(&sortKey{Header{shape: sh}, v, int64(i)})))
	}
	if exc := l.Sort(th, None, n&1 != 0); exc != nil {
		t.Fatal(message(th, exc))
	}
	for _, v := range l.Items {
		order = order*1000003 + uint32((*sortKey)(v.p).i)
	}
	return fmt.Sprint(n, " ", shape, " ", count, " ", log, " ", order)
}

// TestSortUniform sorts keys of one type with and without comparing them, and compares the results, positions included.
func TestSortUniform(t *testing.T) {
	th := newTestThread()
	r := lcg(1)
	text := "aaaabbb\x00\x01zé\u00ff"
	for round := range 600 {
		n := int(r.next()%200) + 1
		if round%50 == 0 {
			n = 3000
		}
		keys, places := make([]Value, n), make([]Value, n)
		for i := range keys {
			places[i] = Int(int64(i))
			switch x := r.next(); round % 3 {
			case 0:
				keys[i] = Int((x%100 - 50) << (x % 57))
			case 1:
				keys[i] = Float([...]float64{0, -1.5, 1e300, -1 / math.Inf(1), math.Inf(-1), float64(x % 9), 5e-324}[x%7])
			default:
				s := []rune(text)[x%3 : 3+x%9]
				keys[i] = NewStr(th, string(s)+strings.Repeat("q", int(x%5))+string(rune('a'+r.next()%20))).Value()
			}
		}
		fast := sorter{t: th, keys: append([]Value(nil), keys...), vals: append([]Value(nil), places...)}
		slow := sorter{t: th, keys: append([]Value(nil), keys...), vals: append([]Value(nil), places...), minGallop: minGallop}
		if !sortUniform(&fast) {
			t.Fatalf("round %d: sortUniform refused", round)
		}
		if exc := slow.sort(); exc != nil {
			t.Fatal(message(th, exc))
		}
		if !slices.Equal(fast.keys, slow.keys) || !slices.Equal(fast.vals, slow.vals) {
			t.Fatalf("round %d: the orders differ", round)
		}
	}
}
