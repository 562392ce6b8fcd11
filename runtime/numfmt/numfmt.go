// Package numfmt holds the number and text kernels of Python's numeric types: the format mini-language, %-formatting,
// reprs, parsing, and the integer and float arithmetic whose results are observable.
//
// It works on plain Go values (int64, *big.Int, float64, string) and knows nothing of the object model above it.
// Three things hold throughout:
//
//   - Text is generalised UTF-8: Python strings may hold lone surrogates, and these travel as three bytes each.
//     Numbers themselves are ASCII; only fill characters, %c and quoted specs can be anything else.
//   - Failures are values: *Error names the Python exception class and its exact message.
//   - Functions whose running time an input can push beyond some milliseconds take a *Budget.
//
// Start reading at spec.go (the mini-language) and floattext.go (digits of floats).
package numfmt

import "unicode/utf8"

// An Error is a Python exception to be raised by the caller: class name and message.
type Error struct {
	Class string
	Msg   string
}

// Error makes an *Error usable on the host side.
func (e *Error) Error() string { return e.Class + ": " + e.Msg }

func valueError(msg string) *Error    { return &Error{Class: "ValueError", Msg: msg} }
func overflowError(msg string) *Error { return &Error{Class: "OverflowError", Msg: msg} }

// decodeRune is utf8.DecodeRuneInString for generalised UTF-8.
func decodeRune(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 && len(s) >= 3 && s[0] == 0xED && s[1]&0xE0 == 0xA0 && s[2]&0xC0 == 0x80 {
		return rune(0xD000) | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return r, n
}

// appendRune is utf8.AppendRune for generalised UTF-8.
func appendRune(dst []byte, r rune) []byte {
	if 0xD800 <= r && r <= 0xDFFF {
		return append(dst, 0xED, 0x80|byte(r>>6&0x3F), 0x80|byte(r&0x3F))
	}
	return utf8.AppendRune(dst, r)
}

// appendFill appends n copies of r; n may be negative.
func appendFill(dst []byte, r rune, n int) []byte {
	for ; n > 0; n-- {
		if r < utf8.RuneSelf {
			dst = append(dst, byte(r))
		} else {
			dst = appendRune(dst, r)
		}
	}
	return dst
}
