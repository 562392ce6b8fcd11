package marshal

import (
	"encoding/binary"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// number reads the value of a numeric type code; ok is false if typ is none.
func (d *decoder) number(typ byte) (o Object, ok bool) {
	switch typ {
	case typeInt:
		n, ok := d.int32()
		if !ok {
			return nil, true
		}
		return d.newInt(int64(n)), true
	case typeInt64:
		s, ok := d.take(8)
		if !ok {
			return nil, true
		}
		return d.newInt(int64(binary.LittleEndian.Uint64([]byte(s)))), true
	case typeLong:
		return d.long(), true
	case typeBinaryFloat, typeFloat:
		v, ok := d.float(typ == typeBinaryFloat)
		if !ok || !d.charge(8) {
			return nil, true
		}
		return &Float{V: v}, true
	case typeBinaryComplex, typeComplex:
		re, ok := d.float(typ == typeBinaryComplex)
		if !ok {
			return nil, true
		}
		im, ok := d.float(typ == typeBinaryComplex)
		if !ok || !d.charge(16) {
			return nil, true
		}
		return &Complex{V: complex(re, im)}, true
	}
	return nil, false
}

func (d *decoder) newInt(v int64) Object {
	if (v < minSmallInt || v > maxSmallInt) && !d.charge(16) {
		return nil
	}
	return NewInt(v)
}

// long reads an int of any size: a signed count of 15-bit digits, lowest first.
func (d *decoder) long() Object {
	n, ok := d.int32()
	if !ok {
		return nil
	}
	if n == -1<<31 {
		d.failData("long size out of range")
		return nil
	}
	neg := n < 0
	count := int(n)
	if neg {
		count = -count
	}
	if count == 0 {
		return NewInt(0)
	}
	// One digit after the other, as CPython: a bad digit is reported even if the
	// data ends before the declared number of digits.
	var digits []big.Word
	var low uint64 // the digits of an int that needs four at most
	var acc uint64
	accBits := 0
	if count > 4 {
		if avail := len(d.data) - d.pos; avail >= 2*count || d.opts.More == nil {
			words := (min(count, avail/2)*digitBits + bits.UintSize - 1) / bits.UintSize
			if !d.charge(int64(words)*8 + 64) {
				return nil
			}
			digits = make([]big.Word, 0, words)
		}
	}
	for i := range count {
		s, ok := d.take(2)
		if !ok {
			return nil
		}
		digit := uint64(s[0]) | uint64(s[1])<<8
		if digit > digitMask {
			d.failData("digit out of range in long")
			return nil
		}
		if digit == 0 && i == count-1 {
			d.failData("unnormalized long data")
			return nil
		}
		if count <= 4 {
			low |= digit << (digitBits * i)
			continue
		}
		acc |= digit << accBits
		accBits += digitBits
		if accBits >= bits.UintSize {
			digits = append(digits, big.Word(acc))
			accBits -= bits.UintSize
			acc = digit >> (digitBits - accBits)
		}
	}
	if count <= 4 {
		v := int64(low)
		if neg {
			v = -v
		}
		return d.newInt(v)
	}
	if accBits > 0 {
		digits = append(digits, big.Word(acc))
	}
	v := new(big.Int).SetBits(digits)
	if neg {
		v.Neg(v)
	}
	return NewBigInt(v)
}

func (d *decoder) float(binaryForm bool) (float64, bool) {
	if binaryForm {
		s, ok := d.take(8)
		if !ok {
			return 0, false
		}
		return float64At(s), true
	}
	n, ok := d.byte()
	if !ok {
		return 0, false
	}
	s, ok := d.take(int(n))
	if !ok {
		return 0, false
	}
	if i := strings.IndexByte(s, 0); i >= 0 {
		s = s[:i] // CPython hands a C string to its parser
	}
	v, ok := parseFloat(s)
	if !ok {
		d.fail(BadData, "ValueError", "could not convert string to float: '"+formatText(s, d.opts.Version)+"'")
	}
	return v, ok
}

// parseFloat reads what C's strtod reads, except hexadecimal: Go's parser knows
// more forms, so the characters are checked first.
func parseFloat(s string) (float64, bool) {
	body := strings.TrimLeft(s, "+-")
	if len(s)-len(body) > 1 {
		return 0, false
	}
	switch strings.ToLower(body) {
	case "inf", "infinity":
		v, _ := strconv.ParseFloat(s, 64)
		return v, true
	case "nan":
		v, _ := strconv.ParseFloat("nan", 64)
		if s[0] == '-' {
			v = -v
		}
		return v, true
	}
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case '0' <= c && c <= '9', c == '.', c == 'e', c == 'E', c == '+', c == '-':
		default:
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil && err.(*strconv.NumError).Err != strconv.ErrRange {
		return 0, false
	}
	return v, true
}
