package marshal

import (
	"strings"
	"unicode/utf8"
)

// checkUTF8 accepts UTF-8 and three-byte surrogates, and describes the first
// thing that is neither as CPython's decoder does.
func checkUTF8(s string) *Error {
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		if _, n := utf8.DecodeRuneInString(s[i:]); n > 1 {
			i += n
			continue
		}
		if isSurrogate(s[i:]) {
			i += 3
			continue
		}
		n, reason := utf8Fault(s[i:])
		return newUnicodeError(s, i, i+n, reason)
	}
	return nil
}

// isSurrogate says whether s starts with the three bytes of a surrogate.
func isSurrogate(s string) bool {
	return len(s) >= 3 && s[0] == 0xed && s[1] >= 0xa0 && s[1] <= 0xbf && isContinuation(s[2])
}

func isContinuation(b byte) bool { return b&0xc0 == 0x80 }

// utf8Fault gives the length of the malformed sequence at the start of s, which
// is the longest start of a well-formed one, and CPython's reason.
func utf8Fault(s string) (int, string) {
	const (
		badStart = "invalid start byte"
		badCont  = "invalid continuation byte"
		ended    = "unexpected end of data"
	)
	first := s[0]
	need := 0
	switch {
	case first >= 0xc2 && first <= 0xdf:
		need = 2
	case first >= 0xe0 && first <= 0xef:
		need = 3
	case first >= 0xf0 && first <= 0xf4:
		need = 4
	default:
		return 1, badStart
	}
	if len(s) == 1 {
		return 1, ended
	}
	lo, hi := byte(0x80), byte(0xbf)
	switch first {
	case 0xe0:
		lo = 0xa0
	case 0xed:
		hi = 0x9f
	case 0xf0:
		lo = 0x90
	case 0xf4:
		hi = 0x8f
	}
	if s[1] < lo || s[1] > hi {
		return 1, badCont
	}
	for i := 2; i < need; i++ {
		if i == len(s) {
			return i, ended
		}
		if !isContinuation(s[i]) {
			return i, badCont
		}
	}
	return 1, badStart // not reached: the sequence would have been well-formed
}

// formatText shows bytes as CPython's error messages do with %.200s: as text, with
// a replacement character for each malformed sequence. A character that the limit
// cuts in two counts as malformed before 3.14 and is left out since.
func formatText(s string, v Version) string {
	const limit = 200
	cut := len(s) > limit
	if cut {
		s = s[:limit]
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			n, _ = utf8Fault(s[i:])
			if cut && v >= Py314 && i+n == len(s) && !utf8.FullRuneInString(s[i:]) {
				break
			}
		}
		b.WriteRune(r)
		i += n
	}
	return b.String()
}
