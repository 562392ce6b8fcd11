package numfmt

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"
	"strconv"
)

// Invalid is what the parsers return for text that is no number; the caller makes the message, which quotes its object.
var Invalid = &Error{Class: "ValueError", Msg: "invalid literal"}

// isSpace is C's isspace.
func isSpace(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

func trimSpace(s string) string {
	for len(s) > 0 && isSpace(s[0]) {
		s = s[1:]
	}
	for len(s) > 0 && isSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

// digitValue is the value of c in bases up to 36, else 37 or more.
func digitValue(c byte) int {
	switch {
	case c-'0' <= 9:
		return int(c - '0')
	case c-'a' <= 'z'-'a':
		return int(c-'a') + 10
	case c-'A' <= 'Z'-'A':
		return int(c-'A') + 10
	}
	return 99
}

// ParseInt is int(s, base) for base 0 and 2 to 36. s is a bytes object, or a str in which Unicode's decimal digits and blanks have been
// replaced (unicodedb does it). The result is v if that is not nil, else n. The error is Invalid, the digit limit's, or Stopped.
func ParseInt(s string, base int, b *Budget) (n int64, v *big.Int, err *Error) {
	s = trimSpace(s)
	neg := false
	if len(s) > 0 && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	s, base, zeroOnly := intPrefix(s, base)
	digits, end := countDigits(s, base)
	if end < len(s) {
		if end >= 0 && b != nil && b.LimitFirst {
			err = b.checkDigits(digits, base)
		}
		return 0, nil, cmp.Or(err, Invalid)
	}
	if digits <= 12 || base <= 10 && digits <= 18 {
		for i := range len(s) {
			if s[i] != '_' {
				n = n*int64(base) + int64(digitValue(s[i]))
			}
		}
		if zeroOnly && n != 0 {
			return 0, nil, Invalid
		}
		if neg {
			n = -n
		}
		return n, nil, nil
	}
	if v, err = parseBig(s, digits, base, b); err != nil {
		return 0, nil, err
	}
	if zeroOnly && v.Sign() != 0 {
		return 0, nil, Invalid
	}
	if neg {
		v.Neg(v)
	}
	if v.IsInt64() {
		return v.Int64(), nil, nil
	}
	return 0, v, nil
}

// intPrefix resolves base 0 and cuts a prefix that fits the base, with one underscore after it. zeroOnly says that
// only 0 may follow: 010 is no literal.
func intPrefix(s string, base int) (rest string, actual int, zeroOnly bool) {
	prefixed := 0
	if len(s) >= 2 && s[0] == '0' {
		switch s[1] | 0x20 {
		case 'x':
			prefixed = 16
		case 'o':
			prefixed = 8
		case 'b':
			prefixed = 2
		}
	}
	if base == 0 {
		if prefixed == 0 {
			return s, 10, len(s) > 0 && s[0] == '0'
		}
		base = prefixed
	}
	if prefixed == base {
		s = s[2:]
		if len(s) > 0 && s[0] == '_' {
			s = s[1:]
		}
	}
	return s, base, false
}

// countDigits counts the digits at the start of s, which may have single underscores between, and returns where they end: -1
// if there are none or an underscore is out of place.
func countDigits(s string, base int) (n, end int) {
	prev := byte('_')
	for end < len(s) {
		c := s[end]
		if c == '_' {
			if prev == '_' {
				return 0, -1
			}
		} else {
			if digitValue(c) >= base {
				break
			}
			n++
		}
		prev = c
		end++
	}
	if prev == '_' {
		return 0, -1
	}
	return n, end
}

// checkDigits refuses too many digits in a base that is no power of two.
func (b *Budget) checkDigits(digits, base int) *Error {
	limit := b.maxDigits()
	if limit == 0 || digits <= limit || base&(base-1) == 0 {
		return nil
	}
	return valueError("Exceeds the limit (" + strconv.Itoa(limit) +
		" digits) for integer string conversion: value has " + strconv.Itoa(digits) +
		" digits; use sys.set_int_max_str_digits() to increase the limit")
}

// parseBig parses checked digits.
func parseBig(s string, digits, base int, b *Budget) (*big.Int, *Error) {
	text := make([]byte, 0, digits)
	for i := range len(s) {
		if s[i] != '_' {
			text = append(text, byte(digitValue(s[i])))
		}
	}
	if base&(base-1) == 0 {
		if err := b.spend(digits / 8); err != nil {
			return nil, err
		}
		return parsePowerOfTwo(text, uint(bits.Len(uint(base))-1)), nil
	}
	if err := b.checkDigits(digits, base); err != nil {
		return nil, err
	}
	p := newBaseParser(base, b)
	return p.parse(text)
}

// parsePowerOfTwo packs digits of width bits each.
func parsePowerOfTwo(text []byte, width uint) *big.Int {
	words := make(nat, (uint(len(text))*width+bits.UintSize-1)/bits.UintSize)
	pos := uint(0)
	for i := len(text) - 1; i >= 0; i-- {
		w, off := pos/bits.UintSize, pos%bits.UintSize
		d := big.Word(text[i])
		words[w] |= d << off
		if off+width > bits.UintSize && d>>(bits.UintSize-off) != 0 {
			words[w+1] |= d >> (bits.UintSize - off)
		}
		pos += width
	}
	return asInt(norm(words))
}

// A baseParser parses digits of one base by splitting them in halves: math/big's own parsing takes quadratic time.
type baseParser struct {
	base   int
	chunk  int        // digits that fit a word
	powers []*big.Int // base**(leafDigits << i)
	budget *Budget
}

// leafDigits is the length below which parsing word by word is faster.
const leafDigits = 1024

func newBaseParser(base int, b *Budget) *baseParser {
	p := &baseParser{base: base, budget: b}
	for limit := uint64(1); limit <= math.MaxUint64/uint64(base); limit *= uint64(base) {
		p.chunk++
	}
	return p
}

// parse returns the value of text, whose bytes are digit values.
func (p *baseParser) parse(text []byte) (*big.Int, *Error) {
	if len(text) <= leafDigits {
		return p.leaf(text), nil
	}
	level := 0
	for leafDigits<<(level+1) < len(text) {
		level++
	}
	low := leafDigits << level
	power, err := p.power(level)
	if err != nil {
		return nil, err
	}
	hi, err := p.parse(text[:len(text)-low])
	if err != nil {
		return nil, err
	}
	lo, err := p.parse(text[len(text)-low:])
	if err != nil {
		return nil, err
	}
	if err := p.budget.spend(low / p.chunk); err != nil {
		return nil, err
	}
	z, err := Mul(hi, power, p.budget)
	if err != nil {
		return nil, err
	}
	return z.Add(z, lo), nil
}

// power returns base**(leafDigits << level).
func (p *baseParser) power(level int) (*big.Int, *Error) {
	for len(p.powers) <= level {
		var next *big.Int
		var err *Error
		if n := len(p.powers); n == 0 {
			next, err = Pow(big.NewInt(int64(p.base)), leafDigits, p.budget)
		} else {
			next, err = Square(p.powers[n-1], p.budget)
		}
		if err != nil {
			return nil, err
		}
		p.powers = append(p.powers, next)
	}
	return p.powers[level], nil
}

// leaf parses a short text, one word's worth of digits after the other.
func (p *baseParser) leaf(text []byte) *big.Int {
	words := make(nat, 0, len(text)/p.chunk+2)
	for len(text) > 0 {
		// The first piece is the odd one, so that all others are full.
		n := len(text) % p.chunk
		if n == 0 {
			n = p.chunk
		}
		piece, scale := uint64(0), uint64(1)
		for _, d := range text[:n] {
			piece = piece*uint64(p.base) + uint64(d)
			scale *= uint64(p.base)
		}
		text = text[n:]
		words = mulAddWord(words, scale, piece)
	}
	return asInt(words)
}

// mulAddWord returns x*m + a, in place where it fits.
func mulAddWord(x nat, m, a uint64) nat {
	carry := a
	for i, w := range x {
		hi, lo := bits.Mul64(uint64(w), m)
		var c uint64
		lo, c = bits.Add64(lo, carry, 0)
		x[i] = big.Word(lo)
		carry = hi + c
	}
	if carry != 0 {
		x = append(x, big.Word(carry))
	}
	return x
}
