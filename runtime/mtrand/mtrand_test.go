package mtrand

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"
)

// draw mirrors testdata/gen.py.
func draw(r *Rand) string {
	h := sha256.New()
	for i := range 2000 {
		f := hexFloat(r.Float64())
		n, v := r.Bits(i % 300)
		if v == nil {
			v = big.NewInt(n)
		}
		fmt.Fprintf(h, "%s %x\n", f, v)
		if i%100 == 0 {
			words, index := r.State()
			h.Write([]byte("("))
			for _, w := range words {
				fmt.Fprintf(h, "%d, ", w)
			}
			fmt.Fprintf(h, "%d)", index)
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// hexFloat is float.hex of a number in (0, 1).
func hexFloat(f float64) string {
	mant, exp, _ := strings.Cut(strconv.FormatFloat(f, 'x', 13, 64), "p")
	n, err := strconv.Atoi(exp)
	if err != nil {
		panic(err)
	}
	return fmt.Sprintf("%sp%+d", mant, n)
}

func TestAgainstCPython(t *testing.T) {
	f, err := os.Open("testdata/digests.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	rows := 0
	for ; sc.Scan(); rows++ {
		text, want, _ := strings.Cut(sc.Text(), " ")
		seed, ok := new(big.Int).SetString(text, 16)
		if !ok {
			t.Fatalf("bad seed %q", text)
		}
		var r Rand
		r.Seed(seed)
		if got := draw(&r); got != want {
			t.Errorf("after Seed(%.20s...) = %s, want %s", text, got, want)
		}
		if !seed.IsInt64() {
			continue
		}
		r.SeedInt(seed.Int64())
		if got := draw(&r); got != want {
			t.Errorf("after SeedInt(%s) = %s, want %s", text, got, want)
		}
	}
	if rows != 12 {
		t.Errorf("%d rows, want 12", rows)
	}
}

func TestState(t *testing.T) {
	var r, s Rand
	r.SeedInt(7)
	for range 1000 {
		r.Uint32()
	}
	words, index := r.State()
	if !s.SetState(words, index) {
		t.Fatalf("SetState(_, %d) refused", index)
	}
	for i := range 2000 {
		if a, b := r.Uint32(), s.Uint32(); a != b {
			t.Fatalf("word %d after SetState = %d, want %d", i, b, a)
		}
	}
	for _, bad := range []int{-1, 625} {
		if s.SetState(words, bad) {
			t.Errorf("SetState(_, %d) accepted", bad)
		}
	}
}

func BenchmarkFloat64(b *testing.B) {
	var r Rand
	r.SeedInt(1)
	for b.Loop() {
		r.Float64()
	}
}
