package numfmt

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// The cases of testdata/gen.py, drawn from the same generator. When a chunk differs, set NUMFMT_DUMP=GROUP:N to print ours and compare
// it with what `gen.py GROUP N` prints.

const chunkSize = 500

// A rng is splitmix64.
type rng struct{ state uint64 }

func (r *rng) next() uint64 {
	r.state += 0x9E3779B97F4A7C15
	z := r.state
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

func (r *rng) below(n uint64) uint64 { return r.next() % n }
func (r *rng) int(n int) int         { return int(r.next() % uint64(n)) }
func pick[T any](r *rng, s []T) T    { return s[r.next()%uint64(len(s))] }

var specialFloats = []float64{
	0.0, math.Copysign(0, -1), 1.0, -1.0, 0.1, 0.5, 1.5, 2.5, 1e16, 1e15, 9999999999999998.0, 1e-4, 1e-5, 9.5e-5, 0.00099999, 1e22, 1e23,
	5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, math.Inf(1), math.Inf(-1), math.NaN(), 123456.789, 0.3,
	1e100, 999999.5, 9.9995, 0.05, 0.25, 0.125, 1e300, -2.5, 1234567.891,
}

// exact10 and exact2 return what Python's 10.0**n and 2.0**n are for the exponents of the generator.
func exact10(n uint64) float64 {
	f, err := strconv.ParseFloat("1e"+strconv.FormatUint(n, 10), 64)
	if err != nil {
		panic(err)
	}
	return f
}

func randFloat(r *rng) float64 {
	switch r.below(8) {
	case 0:
		return math.Float64frombits(r.next())
	case 1:
		return float64(r.below(2000)) - 1000
	case 2:
		n := float64(r.below(1e9))
		return n / exact10(r.below(12))
	case 3:
		n := float64(r.below(1e6)) + 0.5
		return n / math.Ldexp(1, r.int(20))
	case 4:
		n := float64(r.below(1 << 53))
		return -n * math.Ldexp(1, r.int(120)-60)
	case 5:
		return pick(r, specialFloats)
	case 6:
		n := float64(r.below(1 << 53))
		return n / exact10(r.below(23))
	}
	n := float64(r.below(1e6))
	return n * exact10(r.below(20))
}

var specialInts = []int64{0, 1, -1, 10, -10, 99, 255, 256, 1000, -999, 9999, 65536, 1 << 31, -1 << 31, math.MaxInt64, math.MinInt64}

func randInt(r *rng) *big.Int {
	switch r.below(5) {
	case 0:
		return big.NewInt(int64(r.below(2000)) - 1000)
	case 1:
		return big.NewInt(pick(r, specialInts))
	case 2:
		return new(big.Int).Sub(new(big.Int).SetUint64(r.next()), new(big.Int).SetUint64(1<<63))
	case 3:
		return randBig(r)
	}
	limit := uint64(1)
	for range 1 + r.below(15) {
		limit *= 10
	}
	return new(big.Int).SetUint64(r.below(limit))
}

func randBig(r *rng) *big.Int {
	n := new(big.Int).SetUint64(r.next())
	for range r.below(6) {
		n.Lsh(n, 64).Or(n, new(big.Int).SetUint64(r.next()))
	}
	n.Rsh(n, uint(r.below(64)))
	if r.below(2) != 0 {
		n.Neg(n)
	}
	return n
}

var (
	fills  = []string{"", "", "", "", "", "*", "0", " ", "<", "\u20ac", "\U0001f600", "\xed\xa0\x80", "é", "z"}
	aligns = []string{"", "", "", "", "<", ">", "^", "="}
	signs  = []string{"", "", "", "+", "-", " "}
	fracs  = []string{"", "", "", "", "_", ","}

	intTypes     = []string{"", "d", "d", "b", "o", "x", "X", "n", "c", "e", "f", "g", "G", "%", "s", "q"}
	floatTypes   = []string{"", "", "e", "E", "f", "F", "g", "G", "n", "%", "d", "s"}
	complexTypes = []string{"", "", "e", "E", "f", "F", "g", "G", "n", "%"}
	strTypes     = []string{"", "", "s", "s", "d", "c"}
)

// when draws from r and returns s in one of n cases.
func when(r *rng, n uint64, s string) string {
	if r.below(n) == 0 {
		return s
	}
	return ""
}

func randSpec(r *rng, types []string, empty string) string {
	s := ""
	fill, align := pick(r, fills), pick(r, aligns)
	if align != "" {
		s += fill + align
	}
	s += pick(r, signs)
	s += when(r, 8, "z")
	s += when(r, 5, "#")
	s += when(r, 4, "0")
	if r.below(2) != 0 {
		s += strconv.Itoa(r.int(40))
	}
	s += pick(r, []string{"", "", "", ",", "_"})
	if r.below(2) != 0 {
		s += "." + strconv.Itoa(r.int(25))
		s += pick(r, fracs)
	}
	s += pick(r, types)
	if r.below(40) == 0 {
		s += pick(r, []string{"x", ",", "_", "\u20ac", "\x07", " ", "."})
	}
	if s == "" {
		s = empty
	}
	return s
}

// showText mirrors text() of gen.py.
func showText(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		r, n := decodeRune(s)
		if ' ' <= r && r < 0x7F {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "{%x}", r)
		}
		s = s[n:]
	}
	return b.String()
}

// attempt shows a result or the error.
func attempt(text []byte, err *Error) string {
	if err != nil {
		return showText(err.Error())
	}
	return showText(string(text))
}

func caseFormatInt(r *rng, minor int) string {
	v, text := randInt(r), ""
	text = randSpec(r, intTypes, "d")
	p := SpecParser{Minor: minor}
	s, err := p.Parse(text, KindInt, "int")
	if err != nil {
		return attempt(nil, err)
	}
	if v.IsInt64() {
		return attempt(s.AppendInt(nil, v.Int64(), "int"))
	}
	return attempt(s.AppendBig(nil, v, "int", nil))
}

func caseFormatFloat(r *rng, minor int) string {
	v := randFloat(r)
	p := SpecParser{Minor: minor}
	s, err := p.Parse(randSpec(r, floatTypes, "g"), KindFloat, "float")
	if err != nil {
		return attempt(nil, err)
	}
	return attempt(s.AppendFloat(nil, v, "float"))
}

func caseFormatComplex(r *rng, minor int) string {
	re := randFloat(r)
	im := randFloat(r)
	p := SpecParser{Minor: minor}
	s, err := p.Parse(randSpec(r, complexTypes, "g"), KindComplex, "complex")
	if err != nil {
		return attempt(nil, err)
	}
	return attempt(s.AppendComplex(nil, re, im, "complex"))
}

func caseFormatStr(r *rng, minor int) string {
	v := "abcdefghijklmnopqrst"[:r.int(20)]
	p := SpecParser{Minor: minor}
	s, err := p.Parse(randSpec(r, strTypes, "s"), KindStr, "str")
	if err != nil {
		return attempt(nil, err)
	}
	keep, left, right, err := s.LayoutString(len(v), "str")
	out := appendFill(nil, s.Fill, left)
	out = append(out, v[:keep]...)
	return attempt(appendFill(out, s.Fill, right), err)
}

// specs are the format specs of format_probe: corner cases of the parser.
var specs = sync.OnceValue(func() []string {
	text, err := os.ReadFile("testdata/specs.json")
	if err != nil {
		panic(err)
	}
	var list []string
	if err := json.Unmarshal(text, &list); err != nil {
		panic(err)
	}
	return list
})

// arabicDigit stands for the Unicode tables.
func arabicDigit(r rune) (int, bool) { return int(r - '٠'), '٠' <= r && r <= '٩' }

func caseFormatProbe(r *rng, minor int) string {
	probe := r.int(8)
	text := pick(r, specs())
	kind := [8]Kind{KindInt, KindFloat, KindFloat, KindFloat, KindFloat, KindFloat, KindComplex, KindStr}[probe]
	name := [4]string{"str", "int", "float", "complex"}[kind]
	p := SpecParser{Minor: minor, Decimal: arabicDigit}
	s, err := p.Parse(text, kind, name)
	if err != nil {
		return attempt(nil, err)
	}
	switch kind {
	case KindInt:
		return attempt(s.AppendInt(nil, 5, name))
	case KindComplex:
		return attempt(s.AppendComplex(nil, 1234567.5, 2, name))
	case KindStr:
		keep, left, right, err := s.LayoutString(3, name)
		out := append(appendFill(nil, s.Fill, left), "abc"[:keep]...)
		return attempt(appendFill(out, s.Fill, right), err)
	}
	return attempt(s.AppendFloat(nil, []float64{2.5, 123456.789, 1e22, math.Inf(1), math.NaN()}[probe-1], name))
}

func randFlags(r *rng) Percent {
	p := Percent{Width: -1, Precision: -1}
	for _, flag := range []*bool{&p.Left, &p.Plus, &p.Space, &p.Alternate, &p.Zero} {
		*flag = r.below(3) == 0
	}
	if r.below(2) != 0 {
		p.Width = 1 + r.int(40)
	}
	if r.below(2) != 0 {
		p.Precision = r.int(25)
	}
	return p
}

func casePercentInt(r *rng, _ int) string {
	v := randInt(r)
	p := randFlags(r)
	verb := "dxXo"[r.int(4)]
	if v.IsInt64() {
		return string(p.AppendInt(nil, verb, v.Int64()))
	}
	return attempt(p.AppendBig(nil, verb, v, nil))
}

func casePercentFloat(r *rng, _ int) string {
	v := randFloat(r)
	p := randFlags(r)
	return string(p.AppendFloat(nil, "eEfFgG"[r.int(6)], v))
}

func caseFloatRepr(r *rng, _ int) string { return FloatRepr(randFloat(r)) }

func caseComplexRepr(r *rng, _ int) string {
	re := randFloat(r)
	return ComplexRepr(re, randFloat(r))
}

func caseIntText(r *rng, _ int) string {
	v := randBig(r)
	show := func(base int, prefix string) string {
		text := attempt(AppendBigText(nil, v, base, nil))
		if text[0] == '-' {
			return "-" + prefix + text[1:]
		}
		return prefix + text
	}
	return show(10, "") + " " + show(2, "0b") + " " + show(8, "0o") + " " + show(16, "0x")
}

// A group is one of gen.py's; versioned says that our code under test depends on the Python version.
type group struct {
	line      func(r *rng, minor int) string
	versioned bool
}

var groups = map[string]group{
	"parse_int":      {caseParseInt, false},
	"parse_big":      {caseParseBig, false},
	"parse_float":    {caseParseFloat, false},
	"parse_complex":  {caseParseComplex, false},
	"float_hex":      {caseFloatHex, false},
	"float_ops":      {caseFloatOps, false},
	"round_float":    {caseRoundFloat, false},
	"float_int":      {caseFloatInt, false},
	"hashes":         {caseHashes, false},
	"int_bytes":      {caseIntBytes, true},
	"int_muldiv":     {caseIntMulDiv, false},
	"int_text_long":  {caseIntTextLong, false},
	"int_pow":        {caseIntPow, false},
	"int_powmod":     {caseIntPowMod, false},
	"int_gcd":        {caseIntGCD, false},
	"int_isqrt":      {caseIntIsqrt, false},
	"int_comb":       {caseIntComb, false},
	"int_truediv":    {caseIntTrueDiv, false},
	"int_round":      {caseIntRound, false},
	"format_int":     {caseFormatInt, true},
	"format_float":   {caseFormatFloat, true},
	"format_complex": {caseFormatComplex, true},
	"format_str":     {caseFormatStr, true},
	"format_probe":   {caseFormatProbe, true},
	"percent_int":    {casePercentInt, false},
	"percent_float":  {casePercentFloat, false},
	"float_repr":     {caseFloatRepr, false},
	"complex_repr":   {caseComplexRepr, false},
	"int_text":       {caseIntText, false},
}

// chunk returns the lines of one chunk.
func chunk(name string, index, minor int) string {
	seed := sha256.Sum256(fmt.Appendf(nil, "%s %d", name, index))
	r := rng{state: binary.LittleEndian.Uint64(seed[:])}
	lines := make([]string, chunkSize)
	for i := range lines {
		lines[i] = groups[name].line(&r, minor)
	}
	return strings.Join(lines, "\n")
}

// digests computes the digests of chunks, those that no version matters to only once.
type digests map[string]string

func (d digests) of(name string, index, minor int) string {
	key := fmt.Sprint(name, index)
	if sum := d[key]; sum != "" {
		return sum
	}
	text := chunk(name, index, minor)
	if os.Getenv("NUMFMT_DUMP") == fmt.Sprintf("%s:%d", name, index) {
		fmt.Println(text)
	}
	sum := sha256.Sum256([]byte(text))
	h := hex.EncodeToString(sum[:8])
	if !groups[name].versioned {
		d[key] = h
	}
	return h
}

func TestAgainstCPython(t *testing.T) {
	d := digests{}
	for minor := 11; minor <= 14; minor++ {
		t.Run(fmt.Sprintf("3.%d", minor), func(t *testing.T) {
			compareDigests(t, fmt.Sprintf("testdata/digests_3%d.txt", minor), minor, d)
		})
	}
}

func compareDigests(t *testing.T, path string, minor int, d digests) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	seen := map[string]bool{}
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var name, want string
		var index int
		if _, err := fmt.Sscan(sc.Text(), &name, &index, &want); err != nil {
			t.Fatalf("%s: %q: %v", path, sc.Text(), err)
		}
		if groups[name].line == nil {
			t.Errorf("%s: group %s has no cases here", path, name)
			continue
		}
		seen[name] = true
		if got := d.of(name, index, minor); got != want {
			t.Errorf("chunk %s %d of Python 3.%d = %s, want %s", name, index, minor, got, want)
		}
	}
	for name := range groups {
		if !seen[name] {
			t.Errorf("%s has no group %s", path, name)
		}
	}
}
