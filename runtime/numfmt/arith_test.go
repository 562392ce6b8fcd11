package numfmt

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
	"testing"
)

// smallPieces makes the splitting algorithms work on numbers that CPython can still handle quickly.
var smallPieces = &Budget{direct: 6}

func randText(r *rng, parts []string, longest int) string {
	var b strings.Builder
	for range r.int(longest) {
		b.WriteString(pick(r, parts))
	}
	return b.String()
}

var (
	intParts     = []string{"0", "1", "7", "9", "12", "a", "f", "z", "_", "_", "-", "+", " ", "0x", "0B", "0o", "00", "1234567890", "\n"}
	floatParts   = []string{"0", "1", "9", "25", ".", ".", "e", "E-", "e+", "_", "-", "+", " ", "inf", "nan", "inity", "1234567890", "000000", "e99999"}
	complexParts = []string{"1", "25", ".5", "e2", "j", "j", "J", "+", "-", "+", "(", ")", " ", "_", "inf", "nan"}
	hexParts     = []string{"0x", "1", "f", "A", "8", ".", "p", "P-", "+", "-", " ", "000", "123456789abcdef", "p-1074", "p1023", "inf", "nan"}
)

// bigOf joins the two ways of returning an int.
func bigOf(n int64, v *big.Int) *big.Int {
	if v == nil {
		return big.NewInt(n)
	}
	if v.IsInt64() {
		panic("not normalised: " + v.String())
	}
	return v
}

func pyHex(v *big.Int) string {
	if v.Sign() < 0 {
		return "-0x" + new(big.Int).Neg(v).Text(16)
	}
	return "0x" + v.Text(16)
}

func caseParseInt(r *rng, _ int) string {
	s := randText(r, intParts, 7)
	base := pick(r, []int{0, 2, 3, 8, 10, 10, 16, 36})
	if r.below(3) == 0 {
		s = pick(r, []string{"", "-", "+"})
		digits := strconv.FormatUint(r.next(), 10)
		s += digits[:min(1+r.int(20), len(digits))]
	}
	n, v, err := ParseInt(s, base, smallPieces)
	if err != nil {
		return "invalid"
	}
	return pyHex(bigOf(n, v))
}

func randDigits(r *rng, base, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = "0123456789abcdefghijklmnopqrstuvwxyz"[r.int(base)]
	}
	return string(b)
}

var mersenne89 = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 89), big.NewInt(1))

// digestInt mirrors digest() of gen.py.
func digestInt(n *big.Int) string {
	mod := new(big.Int).Mod(n, mersenne89)
	low := new(big.Int).And(n, big.NewInt(0xFFFFFFFF))
	return fmt.Sprintf("%d:%d:%x", n.BitLen(), mod, low)
}

func caseParseBig(r *rng, _ int) string {
	base := 2 + r.int(35)
	s := randDigits(r, base, r.int(6000))
	n, v, err := ParseInt(s, base, smallPieces)
	if err != nil {
		return err.Error()
	}
	return digestInt(bigOf(n, v))
}

func caseParseFloat(r *rng, _ int) string {
	var s string
	switch r.below(3) {
	case 0:
		s = randText(r, floatParts, 7)
	case 1:
		s = FloatRepr(randFloat(r))
	default:
		s = randDigits(r, 10, r.int(40)) + "."
		s += randDigits(r, 10, 1+r.int(40)) + "e"
		s += strconv.Itoa(r.int(700) - 350)
	}
	f, ok := ParseFloat(s)
	if !ok {
		return "invalid"
	}
	return FloatHex(f)
}

func caseParseComplex(r *rng, _ int) string {
	s := randText(r, complexParts, 7)
	if r.below(3) == 0 {
		re := randFloat(r)
		s = ComplexRepr(re, randFloat(r))
	}
	re, im, err := ParseComplex(s)
	switch err {
	case nil:
		return FloatHex(re) + " " + FloatHex(im)
	case MalformedComplex:
		return "malformed"
	}
	return "invalid"
}

func caseFloatHex(r *rng, _ int) string {
	var s string
	switch r.below(3) {
	case 0:
		return FloatHex(randFloat(r))
	case 1:
		s = randText(r, hexParts, 7)
	default:
		s = "0x" + randDigits(r, 16, 1+r.int(20)) + "."
		s += randDigits(r, 16, r.int(20)) + "p"
		s += strconv.Itoa(r.int(2300) - 1150)
	}
	return hexOr(FloatFromHex(s))
}

func hexOr(f float64, err *Error) string {
	if err != nil {
		return err.Error()
	}
	return FloatHex(f)
}

func caseFloatOps(r *rng, _ int) string {
	x := randFloat(r)
	y := randFloat(r)
	if y == 0 {
		y = 3
	}
	if r.below(4) == 0 {
		x = y * float64(r.below(1000))
	}
	q, m := FloatDivMod(x, y)
	return FloatHex(FloatMod(x, y)) + " " + FloatHex(FloatFloorDiv(x, y)) + " " + FloatHex(q) + " " + FloatHex(m)
}

func caseRoundFloat(r *rng, _ int) string {
	x := randFloat(r)
	n := r.int(40) - 15
	if r.below(8) == 0 {
		n = r.int(700) - 350
	}
	if n == 0 {
		n = 1
	}
	return hexOr(RoundFloat(x, int64(n)))
}

func caseFloatInt(r *rng, _ int) string {
	x := randFloat(r)
	n := randInt(r)
	if r.below(3) == 0 && math.Abs(x) < math.Inf(1) {
		n = bigOf3(FloatToInt(x))
		n.Add(n, big.NewInt(int64(r.below(3))-1))
	}
	text := ""
	if i, v, err := FloatToInt(x); err != nil {
		text = err.Error()
	} else {
		text = pyHex(bigOf(i, v))
	}
	if num, den, err := AsIntegerRatio(x); err != nil {
		text += " " + err.Error()
	} else {
		text += fmt.Sprintf(" %x/%x", num, den)
	}
	if math.IsNaN(x) {
		return text + " 0 0 0"
	}
	c := 0
	if n.IsInt64() {
		c = CompareIntFloat(n.Int64(), x)
	} else {
		c = CompareBigFloat(n, x)
	}
	return text + " " + [3]string{"1 0 0", "0 1 0", "0 0 1"}[c+1]
}

func bigOf3(n int64, v *big.Int, _ *Error) *big.Int { return bigOf(n, v) }

func caseHashes(r *rng, _ int) string {
	n := randInt(r)
	x := randFloat(r)
	y := randFloat(r)
	if math.IsNaN(x) {
		x = 1
	}
	if math.IsNaN(y) {
		y = 2
	}
	hx, okx := HashFloat(x)
	hy, oky := HashFloat(y)
	hn := HashBig(n)
	if n.IsInt64() && hn != HashInt(n.Int64()) || !okx || !oky {
		return "hashes disagree"
	}
	return fmt.Sprint(hx, hn, HashComplex(hx, hy))
}

func caseIntBytes(r *rng, minor int) string {
	n := randInt(r)
	length := r.int(12)
	little, signed := r.below(2) != 0, r.below(2) != 0
	text := ""
	if b, err := AppendIntBytes(nil, n, length, little, signed, minor); err != nil {
		text = err.Error()
	} else {
		text = hex.EncodeToString(b)
	}
	data := make([]byte, r.int(20))
	for i := range data {
		data[i] = byte(r.below(256))
	}
	return fmt.Sprintf("%s %x", text, bigOf(IntFromBytes(data, little, signed)))
}

func randWide(r *rng, words int) *big.Int {
	n := new(big.Int)
	for range r.int(words) {
		var w uint64
		if r.below(4) != 0 {
			w = r.next()
		} else {
			w = pick(r, []uint64{0, 1<<64 - 1, 1 << 63, 1})
		}
		n.Lsh(n, 64).Or(n, new(big.Int).SetUint64(w))
	}
	if r.below(2) != 0 {
		n.Neg(n)
	}
	return n
}

// must takes the result of a function that cannot fail here.
func must[T any](v T, err *Error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func caseIntMulDiv(r *rng, _ int) string {
	x := randWide(r, 300)
	words := 40
	if r.below(2) != 0 {
		words = 300
	}
	y := randWide(r, words)
	if y.Sign() == 0 {
		y.SetInt64(7)
	}
	q, m, err := DivMod(x, y, smallPieces)
	if err != nil {
		return err.Error()
	}
	return digestInt(must(Mul(x, y, smallPieces))) + " " + digestInt(must(Square(x, smallPieces))) + " " + digestInt(q) + " " + digestInt(m)
}

func caseIntTextLong(r *rng, _ int) string {
	sum := sha256.Sum256(must(AppendBigText(nil, randWide(r, 250), 10, smallPieces)))
	return hex.EncodeToString(sum[:8])
}

func caseIntPow(r *rng, _ int) string {
	x := randInt(r)
	x.Rsh(x, uint(r.below(40)))
	return digestInt(must(Pow(x, r.below(40), smallPieces)))
}

func caseIntPowMod(r *rng, _ int) string {
	a := randWide(r, 6)
	e := randWide(r, 3)
	m := randWide(r, 6)
	if r.below(3) == 0 {
		a.Rsh(a, 300)
		e.Rsh(e, 100)
		m.Rsh(m, 300)
	}
	v, err := PowMod(a, e, m, smallPieces)
	w, err2 := PowMod(a, e, m, nil)
	if err != nil {
		return err.Error()
	}
	if err2 != nil || v.Cmp(w) != 0 {
		return "the direct result differs"
	}
	return pyHex(v)
}

func caseIntGCD(r *rng, _ int) string {
	k := randWide(r, 20)
	x := randWide(r, 60)
	y := randWide(r, 60)
	g := must(GCD(x.Mul(x, k), y.Mul(y, k), smallPieces))
	return digestInt(g)
}

func caseIntIsqrt(r *rng, _ int) string {
	n := randWide(r, 120)
	n.Abs(n)
	if r.below(3) == 0 {
		n.Mul(n, n)
		n.Sub(n, big.NewInt(int64(r.below(2))))
	}
	n.Abs(n)
	s := must(Isqrt(n, smallPieces))
	if n.IsInt64() && IsqrtInt(n.Int64()) != s.Int64() {
		return "IsqrtInt differs"
	}
	return digestInt(s)
}

func caseIntComb(r *rng, _ int) string {
	n := r.below(2000)
	k := r.below(n + 1)
	v := randWide(r, 4)
	v.Abs(v).Add(v, big.NewInt(50))
	bn := new(big.Int).SetUint64(n)
	return strings.Join([]string{
		digestInt(must(Comb(bn, k, smallPieces))),
		digestInt(must(Perm(bn, k, smallPieces))),
		digestInt(must(Factorial(n, smallPieces))),
		digestInt(must(Comb(v, 40, smallPieces))),
		digestInt(must(Perm(v, 40, smallPieces))),
	}, " ")
}

func caseIntTrueDiv(r *rng, _ int) string {
	x := randWide(r, 19)
	x.Rsh(x, uint(r.below(200)))
	y := randWide(r, 19)
	y.Rsh(y, uint(r.below(200)))
	switch r.below(4) {
	case 0:
		half := new(big.Int).Lsh(big.NewInt(1), 63)
		x.SetUint64(r.next())
		x.Sub(x, half)
		y.SetUint64(r.next())
		y.Sub(y, half)
	case 1:
		y = randInt(r)
	case 2:
		y.Lsh(big.NewInt(1), uint(r.below(1100)))
		y.Mul(y, big.NewInt(1+int64(r.below(3))))
	}
	if y.Sign() == 0 {
		y.SetInt64(3)
	}
	text := hexOr(TrueDiv(x, y, smallPieces))
	if x.IsInt64() && y.IsInt64() && FloatHex(TrueDivInt(x.Int64(), y.Int64())) != text {
		return "TrueDivInt differs"
	}
	f, ok := BigToFloat(x)
	if !ok {
		return text + " OverflowError: int too large to convert to float"
	}
	return text + " " + FloatHex(f)
}

func caseIntRound(r *rng, _ int) string {
	x := randInt(r)
	x.Mul(x, big.NewInt(5))
	return digestInt(must(RoundInt(x, r.below(30), smallPieces)))
}

func TestGCDInt(t *testing.T) {
	r := rng{state: 5}
	for range 2000 {
		x, y := int64(r.next())>>r.below(64), int64(r.next())>>r.below(64)
		want := new(big.Int).GCD(nil, nil, new(big.Int).Abs(big.NewInt(x)), new(big.Int).Abs(big.NewInt(y)))
		if got := GCDInt(x, y); got != want.Uint64() {
			t.Errorf("GCDInt(%d, %d) = %d, want %d", x, y, got, want)
		}
	}
	if got := GCDInt(math.MinInt64, 0); got != 1<<63 {
		t.Errorf("GCDInt(MinInt64, 0) = %d, want 2**63", got)
	}
}

func TestDigitLimit(t *testing.T) {
	b := &Budget{MaxStrDigits: 4300}
	const tail = "; use sys.set_int_max_str_digits() to increase the limit"
	nines := strings.Repeat("9", 5000)
	for _, c := range []struct {
		text string
		base int
		want string
	}{
		{nines, 10, "ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits" + tail},
		{strings.Repeat("0", 5000), 10, "ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits" + tail},
		{"-" + nines[:4301], 0, "ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits" + tail},
		{strings.Repeat("9_", 4400) + "9", 10, "ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 4401 digits" + tail},
		{nines + "x", 10, Invalid.Error()},
		{nines[:4300], 10, ""},
		{strings.Repeat("f", 5000), 16, ""},
	} {
		got := ""
		if _, _, err := ParseInt(c.text, c.base, b); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("ParseInt(%.10q..., %d) = %q, want %q", c.text, c.base, got, c.want)
		}
	}
	early := &Budget{MaxStrDigits: 4300, LimitFirst: true}
	for text, want := range map[string]string{
		nines + "x":        "ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits" + tail,
		nines + "_":        Invalid.Error(),
		nines[:4300] + "x": Invalid.Error(),
	} {
		if _, _, err := ParseInt(text, 10, early); err == nil || err.Error() != want {
			t.Errorf("ParseInt(%.10q...) with LimitFirst = %v, want %s", text, err, want)
		}
	}
	v := must(Pow(big.NewInt(10), 4300, nil))
	want := "ValueError: Exceeds the limit (4300 digits) for integer string conversion" + tail
	for _, n := range []*big.Int{v, new(big.Int).Neg(v), new(big.Int).Lsh(big.NewInt(1), 10_000_000)} {
		if _, err := AppendBigText(nil, n, 10, b); err == nil || err.Error() != want {
			t.Errorf("AppendBigText of %d bits = %v, want %s", n.BitLen(), err, want)
		}
	}
	v.Sub(v, big.NewInt(1))
	if text, err := AppendBigText(nil, v, 10, b); err != nil || len(text) != 4300 {
		t.Errorf("AppendBigText(10**4300-1) = %d digits, %v, want 4300", len(text), err)
	}
}

// A budget that runs out must stop every long computation.
func TestBudgetStops(t *testing.T) {
	x := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 64*500), big.NewInt(1))
	y := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 64*200), big.NewInt(3))
	second := func(_, _ any, err *Error) *Error { return err }
	for name, f := range map[string]func(b *Budget) *Error{
		"Mul":       func(b *Budget) *Error { _, err := Mul(x, y, b); return err },
		"QuoRem":    func(b *Budget) *Error { return second(QuoRem(x, y, b)) },
		"Pow":       func(b *Budget) *Error { _, err := Pow(y, 100, b); return err },
		"PowMod":    func(b *Budget) *Error { _, err := PowMod(x, x, y, b); return err },
		"GCD":       func(b *Budget) *Error { _, err := GCD(x, y, b); return err },
		"Isqrt":     func(b *Budget) *Error { _, err := Isqrt(x, b); return err },
		"Factorial": func(b *Budget) *Error { _, err := Factorial(5000, b); return err },
		"Comb":      func(b *Budget) *Error { _, err := Comb(x, 1000, b); return err },
		"text":      func(b *Budget) *Error { _, err := AppendBigText(nil, x, 10, b); return err },
		"ParseInt":  func(b *Budget) *Error { return second(ParseInt(strings.Repeat("7", 9000), 10, b)) },
		"TrueDiv":   func(b *Budget) *Error { _, err := TrueDiv(x, new(big.Int).Rsh(x, 9), b); return err },
	} {
		for _, allowed := range []int{0, 1} {
			calls := 0
			b := &Budget{direct: 6, Spend: func(int) bool { calls++; return calls <= allowed }}
			if err := f(b); err != Stopped {
				t.Errorf("%s allowed %d pieces = %v, want Stopped", name, allowed, err)
			}
		}
	}
}

// The splitting at its real size, checked by identities.
func TestLargeNumbers(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	x := new(big.Int).Lsh(big.NewInt(1), 2_500_000)
	x.Sub(x, must(Pow(big.NewInt(3), 900_000, nil)))
	y := must(Pow(big.NewInt(7), 400_000, nil))
	mod := func(v *big.Int) *big.Int { return new(big.Int).Mod(v, mersenne89) }

	p := must(Mul(x, y, nil))
	want := mod(new(big.Int).Mul(mod(x), mod(y)))
	if got := mod(p); got.Cmp(want) != 0 {
		t.Errorf("x*y modulo 2**89-1 = %d, want %d", got, want)
	}
	p.Add(p, big.NewInt(12345))
	q, r, err := QuoRem(p, y, nil)
	if err != nil || q.Cmp(x) != 0 || r.Int64() != 12345 {
		t.Errorf("(x*y+12345) / y is not x rest 12345 (%v)", err)
	}
	text := must(AppendBigText(nil, x, 10, nil))
	if _, v, err := ParseInt(string(text), 10, nil); err != nil || v.Cmp(x) != 0 {
		t.Errorf("ParseInt of %d digits does not give the number that was written (%v)", len(text), err)
	}
	if s := must(Isqrt(must(Square(y, nil)), nil)); s.Cmp(y) != 0 {
		t.Errorf("Isqrt(y*y) is not y")
	}
}

// Whatever the text, parsing ends with a value or an error, and what is a value survives its own text.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"1_0", "0x1F", " -12\n", "1e5", "nan", "(1+2j)", "0x1.8p-3", "1__0", "+inf-nanj", "0b_1", ">+#010_.3,f"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, base := range []int{0, 2, 10, 36} {
			n, v, err := ParseInt(s, base, smallPieces)
			if err != nil {
				continue
			}
			text := must(AppendBigText(nil, bigOf(n, v), 10, nil))
			if n2, v2, err := ParseInt(string(text), 10, nil); err != nil || bigOf(n2, v2).Cmp(bigOf(n, v)) != 0 {
				t.Errorf("ParseInt(%q, %d) = %s, which reads back as %v", s, base, text, err)
			}
		}
		if x, ok := ParseFloat(s); ok {
			if y, err := FloatFromHex(FloatHex(x)); err != nil || FloatRepr(x) != FloatRepr(y) {
				t.Errorf("ParseFloat(%q) = %v, whose hex reads back as %v, %v", s, x, y, err)
			}
		}
		if re, im, err := ParseComplex(s); err == nil {
			if re2, im2, err := ParseComplex(ComplexRepr(re, im)); err != nil || ComplexRepr(re2, im2) != ComplexRepr(re, im) {
				t.Errorf("ParseComplex(%q) = %s, which reads back as %v", s, ComplexRepr(re, im), err)
			}
		}
		if x, err := FloatFromHex(s); err == nil && FloatRepr(x) == "" {
			t.Errorf("FloatFromHex(%q) has no repr", s)
		}
		p := SpecParser{Minor: 14}
		for kind := KindStr; kind <= KindComplex; kind++ {
			spec, err := p.Parse(s, kind, "x")
			if err != nil || spec.Size() > 1000 {
				continue
			}
			if text, err := spec.AppendFloat(nil, -1234.5, "x"); err == nil && runeCount(text) < spec.Width {
				t.Errorf("format(-1234.5, %q) = %q, shorter than its width", s, text)
			}
		}
	})
}
