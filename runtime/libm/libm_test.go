package libm

import (
	"bufio"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

var unary = map[string]func(float64) float64{
	"exp": Exp, "exp2": Exp2, "expm1": Expm1, "log": Log, "log2": Log2, "log10": Log10, "log1p": Log1p, "sin": Sin, "cos": Cos, "tan": Tan,
	"asin": Asin, "acos": Acos, "atan": Atan, "sinh": Sinh, "cosh": Cosh, "tanh": Tanh, "asinh": Asinh, "acosh": Acosh, "atanh": Atanh,
}

var binary = map[string]func(x, y float64) float64{"pow": Pow, "atan2": Atan2, "hypot": Hypot}

// TestAgainstC compares with what CPython printed for glibc's functions. Both sides round correctly in all but few cases, so that results may
// differ by one unit in the last place, seldom.
func TestAgainstC(t *testing.T) {
	f, err := os.Open("testdata/values.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, off := 0, 0
	for sc := bufio.NewScanner(f); sc.Scan(); rows++ {
		fields := strings.Fields(sc.Text())
		args := make([]float64, len(fields)-1)
		overflow := fields[len(fields)-1] == "overflow"
		for i, s := range fields[1:] {
			if s == "overflow" {
				break
			}
			if args[i], err = strconv.ParseFloat(strings.Replace(s, "0x0.0p+0", "0x0p+0", 1), 64); err != nil {
				t.Fatal(err)
			}
		}
		want := args[len(args)-1]
		var got float64
		if fn := unary[fields[0]]; fn != nil {
			got = fn(args[0])
		} else {
			got = binary[fields[0]](args[0], args[1])
		}
		switch {
		case overflow:
			if !math.IsInf(got, 0) {
				t.Errorf("%s: got %v, want an infinity", sc.Text(), got)
			}
		case math.IsNaN(want):
			if !math.IsNaN(got) {
				t.Errorf("%s: got %v, want NaN", sc.Text(), got)
			}
		case math.Float64bits(got) != math.Float64bits(want):
			off++
			if d := int64(math.Float64bits(got) - math.Float64bits(want)); d < -1 || d > 1 {
				t.Errorf("%s: got %x, want %x", sc.Text(), got, want)
			}
		}
	}
	if rows < 4000 || off*200 > rows {
		t.Errorf("%d of %d results differ, want fewer than one in 200", off, rows)
	}
	t.Logf("%d of %d results differ in the last place", off, rows)
}

// TestCbrt cubes back.
func TestCbrt(t *testing.T) {
	for i := -1000.0; i <= 1000; i++ {
		if got := Cbrt(i * i * i); got != i {
			t.Errorf("Cbrt(%v) = %v, want %v", i*i*i, got, i)
		}
	}
}

// TestReduction has the float closest to a multiple of pi/2, relative to its size: all of 61 leading digits cancel.
func TestReduction(t *testing.T) {
	x := math.Ldexp(6381956970095103, 797)
	if got, want := Cos(x), -4.68716592425462761112e-19; got != want {
		t.Errorf("Cos(%v) = %v, want %v", x, got, want)
	}
	if got, want := Sin(math.Pi), 1.2246467991473532e-16; got != want {
		t.Errorf("Sin(pi) = %v, want %v", got, want)
	}
}
