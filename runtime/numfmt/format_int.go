package numfmt

import (
	"math"
	"math/big"
	"strconv"
)

const tooLargeForFloat = "int too large to convert to float"

// AppendInt appends format(v, s) for an int; typeName is int, bool or a subclass, for messages.
func (s *Spec) AppendInt(dst []byte, v int64, typeName string) ([]byte, *Error) {
	var buf [66]byte
	switch s.Type {
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		return s.AppendFloat(dst, float64(v), typeName)
	}
	base, prefix, err := s.intBase(typeName)
	if err != nil {
		return dst, err
	}
	if s.Type == 'c' {
		return s.appendChar(dst, v)
	}
	n := number{neg: v < 0, prefix: prefix}
	n.digits = strconv.AppendUint(buf[:0], magnitude(v), base)
	if s.Type == 'X' {
		upperASCII(n.digits)
	}
	return s.appendNumber(dst, &n), nil
}

// AppendBig is AppendInt for ints outside 64 bits.
func (s *Spec) AppendBig(dst []byte, v *big.Int, typeName string, b *Budget) ([]byte, *Error) {
	switch s.Type {
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		f, ok := BigToFloat(v)
		if !ok {
			return dst, overflowError(tooLargeForFloat)
		}
		return s.AppendFloat(dst, f, typeName)
	}
	base, prefix, err := s.intBase(typeName)
	if err != nil {
		return dst, err
	}
	if s.Type == 'c' {
		return dst, overflowError("Python int too large to convert to C long")
	}
	n := number{neg: v.Sign() < 0, prefix: prefix}
	n.digits, err = appendBigDigits(nil, v, base, b)
	if err != nil {
		return dst, err
	}
	if s.Type == 'X' {
		upperASCII(n.digits)
	}
	return s.appendNumber(dst, &n), nil
}

// intBase checks s for an int and returns the base and the prefix to show.
func (s *Spec) intBase(typeName string) (base int, prefix string, err *Error) {
	switch s.Type {
	case 'b':
		base, prefix = 2, "0b"
	case 'o':
		base, prefix = 8, "0o"
	case 'x':
		base, prefix = 16, "0x"
	case 'X':
		base, prefix = 16, "0X"
	case 'd', 'n', 'c':
		base = 10
	default:
		return 0, "", s.UnknownCode(typeName)
	}
	if !s.Alternate {
		prefix = ""
	}
	if s.Precision >= 0 {
		return 0, "", valueError("Precision not allowed in integer format specifier")
	}
	if s.Coerce {
		return 0, "", valueError("Negative zero coercion (z) not allowed in integer format specifier")
	}
	if s.Type == 'c' {
		if s.Sign != 0 {
			return 0, "", valueError("Sign not allowed with integer format specifier 'c'")
		}
		if s.Alternate {
			return 0, "", valueError("Alternate form (#) not allowed with integer format specifier 'c'")
		}
	}
	return base, prefix, nil
}

// appendChar appends the character v for type c.
func (s *Spec) appendChar(dst []byte, v int64) ([]byte, *Error) {
	if v < 0 || v > 0x10FFFF {
		return dst, overflowError("%c arg not in range(0x110000)")
	}
	n := number{rest: appendRune(nil, rune(v))}
	return s.appendNumber(dst, &n), nil
}

// magnitude is the absolute value of v.
func magnitude(v int64) uint64 {
	if v < 0 {
		return -uint64(v)
	}
	return uint64(v)
}

func upperASCII(b []byte) {
	for i, c := range b {
		if 'a' <= c && c <= 'z' {
			b[i] = c - ('a' - 'A')
		}
	}
}

// maxPrecision is the largest precision of a float: C's INT_MAX.
const maxPrecision = math.MaxInt32
