package unicodedb

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// properties show a property of one character as tools/unidb/dump.py does.
var properties = map[string]func(t *Tables, r rune) string{
	"category":  func(t *Tables, r rune) string { return t.Category(r).String() },
	"alpha":     flagOf((*Tables).IsAlpha),
	"decimal":   flagOf((*Tables).IsDecimal),
	"digit":     flagOf((*Tables).IsDigit),
	"numeric":   flagOf((*Tables).IsNumeric),
	"alnum":     flagOf((*Tables).IsAlnum),
	"space":     flagOf((*Tables).IsSpace),
	"printable": flagOf((*Tables).IsPrintable),
	"start":     flagOf((*Tables).IsIDStart),
	"continue":  flagOf((*Tables).IsIDContinue),
	"islower":   flagOf((*Tables).IsLower),
	"isupper":   flagOf((*Tables).IsUpper),
	"istitle":   func(t *Tables, r rune) string { return showFlag(t.IsTitle(r) || t.IsUpper(r)) },
	"cased":     flagOf((*Tables).IsCased),
	"linebreak": flagOf((*Tables).IsLineBreak),
	"sigma":     showSigma,

	"decimal_value": valueOf((*Tables).Decimal),
	"digit_value":   valueOf((*Tables).Digit),
	"numeric_value": func(t *Tables, r rune) string {
		v, ok := t.Numeric(r)
		if !ok {
			v = -1
		}
		return pyHex(v)
	},

	"lower":        func(t *Tables, r rune) string { return hexes(t.Lower(r, nil)) },
	"upper":        func(t *Tables, r rune) string { return hexes(t.Upper(r, nil)) },
	"title":        func(t *Tables, r rune) string { return hexes(t.Title(r, nil)) },
	"fold":         func(t *Tables, r rune) string { return hexes(t.Fold(r, nil)) },
	"simple_lower": func(t *Tables, r rune) string { return strconv.Itoa(int(t.ToLower(r))) },
	"simple_cased": func(t *Tables, r rune) string { return showFlag(t.ToLower(r) != r || t.ToUpper(r) != r) },

	"bidirectional": (*Tables).Bidirectional,
	"combining":     func(t *Tables, r rune) string { return strconv.Itoa(t.Combining(r)) },
	"width":         (*Tables).EastAsianWidth,
	"mirrored":      flagOf((*Tables).IsMirrored),
	"decomposition": (*Tables).Decomposition,
	"nfc":           normalized(NFC),
	"nfd":           normalized(NFD),
	"nfkc":          normalized(NFKC),
	"nfkd":          normalized(NFKD),
}

func showFlag(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

func flagOf(f func(*Tables, rune) bool) func(*Tables, rune) string {
	return func(t *Tables, r rune) string { return showFlag(f(t, r)) }
}

func valueOf(f func(*Tables, rune) (int, bool)) func(*Tables, rune) string {
	return func(t *Tables, r rune) string {
		if v, ok := f(t, r); ok {
			return strconv.Itoa(v)
		}
		return "-1"
	}
}

func normalized(f Form) func(*Tables, rune) string {
	return func(t *Tables, r rune) string { return hexes(t.Normalize(f, []rune{r}, nil)) }
}

// showSigma lowers a capital sigma behind r, and behind "a" and r, by the rule of str.lower.
func showSigma(t *Tables, r rune) string {
	sigma := func(final bool) string {
		if final {
			return "3c2"
		}
		return "3c3"
	}
	alone := !t.IsCaseIgnorable(r) && t.IsCased(r)
	return sigma(alone) + "," + sigma(t.IsCaseIgnorable(r) || alone)
}

func hexes(s []rune) string {
	parts := make([]string, len(s))
	for i, r := range s {
		parts[i] = strconv.FormatInt(int64(r), 16)
	}
	return strings.Join(parts, ",")
}

// pyHex is float.hex for the numbers that occur.
func pyHex(f float64) string {
	if f == 0 {
		return "0x0.0p+0"
	}
	s := strconv.FormatFloat(f, 'x', 13, 64)
	mant, exp, _ := strings.Cut(s, "p")
	n, err := strconv.Atoi(exp)
	if err != nil {
		panic(err)
	}
	return fmt.Sprintf("%sp%+d", mant, n)
}

// digestOf mirrors digests() of dump.py.
func digestOf(t *Tables, show func(*Tables, rune) string) string {
	h := sha256.New()
	w := bufio.NewWriter(h)
	for r := range rune(maxRune + 1) {
		w.WriteString(show(t, r))
		w.WriteByte('\n')
	}
	w.Flush()
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// digestSequences mirrors sequences() of dump.py.
func digestSequences(t *Tables) string {
	var pool []rune
	for r := range rune(maxRune + 1) {
		if !isHangul(r) && (t.Combining(r) != 0 || t.Decomposition(r) != "") {
			pool = append(pool, r)
		}
	}
	for _, span := range [][2]rune{
		{0x1100, 0x1112}, {0x1161, 0x1175}, {0x11A8, 0x11C2}, {0xAC00, 0xAC01}, {0xAC1C, 0xAC1C}, {0x41, 0x41}, {0x65, 0x65}, {0x6F, 0x6F},
	} {
		for r := span[0]; r <= span[1]; r++ {
			pool = append(pool, r)
		}
	}
	state := uint64(0)
	below := func(n int) int {
		state += 0x9E3779B97F4A7C15
		z := state
		z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
		z = (z ^ z>>27) * 0x94D049BB133111EB
		return int((z ^ z>>31) % uint64(n))
	}
	h := sha256.New()
	for range 30000 {
		s := make([]rune, 1+below(8))
		for i := range s {
			s[i] = pool[below(len(pool))]
		}
		for f := NFC; f <= NFKD; f++ {
			fmt.Fprintf(h, "%s %s\n", hexes(t.Normalize(f, s, nil)), showFlag(t.IsNormalized(f, s)))
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// Every property of every code point, compared with CPython's by the digests that tools/unidb has recorded.
func TestProperties(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	text, err := os.ReadFile("testdata/digests.txt")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		var minor int
		var name, want string
		if _, err := fmt.Sscanf(line, "3.%d %s %s", &minor, &name, &want); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		seen[fmt.Sprint(minor, name)] = true
		tables, got := For(minor), ""
		switch show := properties[name]; {
		case show != nil:
			got = digestOf(tables, show)
		case name == "sequences":
			got = digestSequences(tables)
		default:
			t.Errorf("digest of %s: no such property here", name)
			continue
		}
		if got != want {
			t.Errorf("digest of %s in Python 3.%d = %s, want %s", name, minor, got, want)
		}
	}
	for minor := 11; minor <= 14; minor++ {
		for name := range properties {
			if !seen[fmt.Sprint(minor, name)] {
				t.Errorf("no digest of %s for Python 3.%d", name, minor)
			}
		}
	}
}

func TestOutOfRange(t *testing.T) {
	tables := For(14)
	for _, r := range []rune{-1, 0x110000, -1 << 31, 1<<31 - 1} {
		if c := tables.Category(r); c != Cn {
			t.Errorf("Category(%#x) = %v, want Cn", r, c)
		}
		if got := tables.Upper(r, nil); !slices.Equal(got, []rune{r}) {
			t.Errorf("Upper(%#x) = %x, want itself", r, got)
		}
		if got := tables.Normalize(NFKD, []rune{r}, nil); !slices.Equal(got, []rune{r}) {
			t.Errorf("Normalize(NFKD, %#x) = %x, want itself", r, got)
		}
		if b, d := tables.Bidirectional(r), tables.Decomposition(r); b != "" || d != "" {
			t.Errorf("Bidirectional, Decomposition(%#x) = %q, %q, want none", r, b, d)
		}
	}
}

func TestNumberByte(t *testing.T) {
	for r, want := range map[rune]byte{'7': '7', 'x': 'x', '\x1c': '\x1c', 0x7F: '?', 0xA0: ' ', 0x3000: ' ', '٣': '3', '²': '?', 0xD800: '?'} {
		if got := For(13).NumberByte(r); got != want {
			t.Errorf("NumberByte(%#x) = %q, want %q", r, got, want)
		}
	}
}

// Of a longer mapping CPython's simple one is the first character; only the digest of simple_cased tells of the upper-case ones.
func TestSimpleMappings(t *testing.T) {
	tables := For(13)
	for _, c := range []struct{ r, lower, upper, title rune }{
		{'ß', 'ß', 'S', 'S'},
		{0x130, 'i', 0x130, 0x130},
		{0x1C4, 0x1C6, 0x1C4, 0x1C5},
		{0x1F80, 0x1F80, 0x1F08, 0x1F88},
		{0xFB01, 0xFB01, 'F', 'F'},
	} {
		if l, u, ti := tables.ToLower(c.r), tables.ToUpper(c.r), tables.ToTitle(c.r); l != c.lower || u != c.upper || ti != c.title {
			t.Errorf("simple mappings of %#x = %#x %#x %#x, want %#x %#x %#x", c.r, l, u, ti, c.lower, c.upper, c.title)
		}
	}
}

func BenchmarkIsAlpha(b *testing.B) {
	t := For(13)
	const text = "Grüße aus 東京 και αλλού"
	for b.Loop() {
		for _, r := range text {
			t.IsAlpha(r)
		}
	}
}
