package numfmt

import (
	"math"
	"strconv"
	"strings"
)

// ParseFloat is float(s). s is a bytes object, or a str in which Unicode's decimal digits and blanks have been replaced. ok is false
// for text that is no number.
func ParseFloat(s string) (f float64, ok bool) {
	s, ok = cutUnderscores(trimSpace(s))
	if !ok {
		return 0, false
	}
	n := scanFloat(s)
	if n == 0 || n != len(s) {
		return 0, false
	}
	return floatValue(s), true
}

// cutUnderscores removes underscores; ok is false if one does not stand between two digits.
func cutUnderscores(s string) (rest string, ok bool) {
	if strings.IndexByte(s, '_') < 0 {
		return s, true
	}
	out := make([]byte, 0, len(s))
	prev := byte(0)
	for i := range len(s) {
		c := s[i]
		if c == '_' && !isDigit(prev) || prev == '_' && !isDigit(c) {
			return "", false
		}
		if c != '_' {
			out = append(out, c)
		}
		prev = c
	}
	return string(out), prev != '_'
}

// scanFloat returns the length of the number at the start of s: decimal, inf, infinity or nan in any case, with a sign.
func scanFloat(s string) int {
	i := 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	if n := scanNonFinite(s[i:]); n > 0 {
		return i + n
	}
	start := i
	i = skipDigits(s, i)
	digits := i - start
	if i < len(s) && s[i] == '.' {
		end := skipDigits(s, i+1)
		digits += end - i - 1
		i = end
	}
	if digits == 0 {
		return 0
	}
	if i < len(s) && s[i]|0x20 == 'e' {
		e := i + 1
		if e < len(s) && (s[e] == '+' || s[e] == '-') {
			e++
		}
		if end := skipDigits(s, e); end > e {
			return end
		}
	}
	return i
}

// scanNonFinite returns the length of inf, infinity or nan at the start of s.
func scanNonFinite(s string) int {
	for _, word := range [...]string{"infinity", "inf", "nan"} {
		if len(s) >= len(word) && strings.EqualFold(s[:len(word)], word) {
			return len(word)
		}
	}
	return 0
}

func skipDigits(s string, i int) int {
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	return i
}

// floatValue is the value of a number that scanFloat accepted.
func floatValue(s string) float64 {
	if c := s[len(s)-1] | 0x20; c >= 'a' { // the last letter of inf, infinity or nan
		f := math.Inf(1)
		if c == 'n' {
			f = math.NaN()
		}
		return math.Copysign(f, sign(s[0] == '-'))
	}
	if mark := strings.LastIndexAny(s, "eE"); mark > 0 && len(s)-mark > 5 {
		// strconv cuts exponents off at 10,000, also where the digits before them are as many.
		s = shortenExponent(s, mark)
	}
	f, _ := strconv.ParseFloat(s, 64) // out of range is infinite, as it should be
	return f
}

// shortenExponent rewrites the number whose e stands at mark as 0.ddd with an exponent that tells whether it is too large or small.
func shortenExponent(s string, mark int) string {
	exp, err := strconv.ParseInt(s[mark+1:], 10, 64)
	if err != nil {
		exp = math.MaxInt64 / 2
		if s[mark+1] == '-' {
			exp = -exp
		}
	}
	sign, digits := "", s[:mark]
	if digits[0] == '-' || digits[0] == '+' {
		sign, digits = digits[:1], digits[1:]
	}
	whole, frac, _ := strings.Cut(digits, ".")
	exp += int64(len(whole))
	digits = whole + frac
	trimmed := strings.TrimLeft(digits, "0")
	if trimmed == "" {
		return sign + "0"
	}
	exp -= int64(len(digits) - len(trimmed))
	exp = min(max(exp, -9999), 9999)
	return sign + "0." + trimmed + "e" + strconv.FormatInt(exp, 10)
}
