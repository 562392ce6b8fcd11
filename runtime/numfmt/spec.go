package numfmt

import "strconv"

// A Kind says for which family of types a format spec is parsed; it decides the defaults.
type Kind uint8

// The four families of builtin __format__ methods.
const (
	KindStr Kind = iota
	KindInt
	KindFloat
	KindComplex
)

// A Spec is a parsed format specifier:
//
//	[[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type]
//
// It is a plain value and may be kept and used again for the same kind and Python version.
type Spec struct {
	Fill         rune
	Align        byte // one of < > = ^
	Sign         byte // + - space, or 0
	Coerce       bool // z: negative zero becomes positive
	Alternate    bool // #
	Width        int  // -1: none given
	Precision    int  // -1: none given
	Grouping     byte // , or _ or 0, for the integer part
	FracGrouping byte // the same for the fractional part (3.14 and later)
	Type         rune // 0: none given (float and complex only; str and int have s and d)

	Locale *Locale // what 'n' uses; nil means the C locale
}

// A Locale is what localeconv tells about numbers. Grouping holds the sizes of the digit groups from the right; the last repeats
// unless it is 127, which ends grouping.
type Locale struct {
	DecimalPoint string
	ThousandsSep string
	Grouping     []byte
}

// A SpecParser parses format specifiers as one Python version does.
type SpecParser struct {
	Minor   int                    // of Python 3.Minor
	Decimal func(rune) (int, bool) // value of a non-ASCII decimal digit; nil: there are none
}

// specScanner is the state of one parse.
type specScanner struct {
	*SpecParser
	text string
	pos  int
}

// peek returns the character at the current position, or -1 at the end.
func (sc *specScanner) peek() rune {
	if sc.pos >= len(sc.text) {
		return -1
	}
	if c := sc.text[sc.pos]; c < 0x80 {
		return rune(c)
	}
	r, _ := decodeRune(sc.text[sc.pos:])
	return r
}

// take consumes c if it is next.
func (sc *specScanner) take(c byte) bool {
	if sc.pos < len(sc.text) && sc.text[sc.pos] == c {
		sc.pos++
		return true
	}
	return false
}

func isAlign(c rune) bool { return c == '<' || c == '>' || c == '=' || c == '^' }

// integer scans decimal digits; without any it returns -1.
func (sc *specScanner) integer() (int, *Error) {
	n := -1
	for sc.pos < len(sc.text) {
		d, size := int(sc.text[sc.pos])-'0', 1
		if d < 0 || d > 9 {
			if d < 0x80-'0' || sc.Decimal == nil {
				break
			}
			r, rsize := decodeRune(sc.text[sc.pos:])
			v, ok := sc.Decimal(r)
			if !ok {
				break
			}
			d, size = v, rsize
		}
		n = max(n, 0)
		if n > (1<<63-1-d)/10 {
			return 0, valueError("Too many decimal digits in format string")
		}
		n = n*10 + d
		sc.pos += size
	}
	return n, nil
}

// grouping scans the separators that may follow the width or the precision.
func (sc *specScanner) grouping() (byte, *Error) {
	var g byte
	if sc.take(',') {
		g = ','
	}
	if sc.take('_') {
		if g != 0 {
			return 0, errBothSeparators()
		}
		g = '_'
	}
	if sc.peek() == ',' && g == '_' {
		return 0, errBothSeparators()
	}
	return g, nil
}

func errBothSeparators() *Error { return valueError("Cannot specify both ',' and '_'.") }

// Parse parses text, which is not empty, for a value of the given kind. typeName is the value's type name, for messages.
func (p *SpecParser) Parse(text string, kind Kind, typeName string) (Spec, *Error) {
	sc := specScanner{SpecParser: p, text: text}
	s := Spec{Fill: ' ', Align: '>', Width: -1, Precision: -1}
	switch kind {
	case KindStr:
		s.Align, s.Type = '<', 's'
	case KindInt:
		s.Type = 'd'
	}
	sc.fillAndFlags(&s, kind)

	var err *Error
	if s.Width, err = sc.integer(); err != nil {
		return s, err
	}
	if s.Grouping, err = sc.grouping(); err != nil {
		return s, err
	}
	if sc.take('.') {
		if err := sc.precision(&s); err != nil {
			return s, err
		}
	}
	if sc.pos < len(text) {
		r, size := decodeRune(text[sc.pos:])
		if sc.pos+size < len(text) {
			return s, valueError("Invalid format specifier '" + text + "' for object of type '" + typeName + "'")
		}
		s.Type = r
	}
	return s, s.checkSeparators()
}

// fillAndFlags scans everything before the width.
func (sc *specScanner) fillAndFlags(s *Spec, kind Kind) {
	fillGiven, alignGiven := false, false
	if first, size := decodeRune(sc.text); size < len(sc.text) && isAlign(rune(sc.text[size])) {
		s.Fill, s.Align = first, sc.text[size]
		fillGiven, alignGiven = true, true
		sc.pos = size + 1
	} else if isAlign(sc.peek()) {
		s.Align = sc.text[0]
		alignGiven = true
		sc.pos = 1
	}
	if c := sc.peek(); c == '+' || c == '-' || c == ' ' {
		s.Sign = byte(c)
		sc.pos++
	}
	s.Coerce = sc.take('z')
	s.Alternate = sc.take('#')
	if !fillGiven && sc.take('0') {
		s.Fill = '0'
		if !alignGiven && kind != KindStr {
			s.Align = '='
		}
	}
}

// precision scans what follows the point.
func (sc *specScanner) precision(s *Spec) *Error {
	var err *Error
	if s.Precision, err = sc.integer(); err != nil {
		return err
	}
	if sc.Minor >= 14 {
		if s.FracGrouping, err = sc.grouping(); err != nil {
			return err
		}
	}
	if s.Precision < 0 && s.FracGrouping == 0 {
		return valueError("Format specifier missing precision")
	}
	return nil
}

// checkSeparators refuses grouping for the types that have none. In the fraction only n refuses it: types without a fraction
// ignore it.
func (s *Spec) checkSeparators() *Error {
	switch s.Type {
	case 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F', 0:
	case 'b', 'o', 'x', 'X':
		if s.Grouping == ',' {
			return s.errSeparator(s.Grouping)
		}
	default:
		if s.Grouping != 0 {
			return s.errSeparator(s.Grouping)
		}
	}
	if s.Type == 'n' && s.FracGrouping != 0 {
		return s.errSeparator(s.FracGrouping)
	}
	return nil
}

func (s *Spec) errSeparator(sep byte) *Error {
	return valueError("Cannot specify '" + string(rune(sep)) + "' with " + quoteCode(s.Type) + ".")
}

// quoteCode shows a presentation type in a message.
func quoteCode(c rune) string {
	if c > 32 && c < 128 {
		return "'" + string(c) + "'"
	}
	return `'\x` + strconv.FormatInt(int64(c), 16) + "'"
}

// UnknownCode is the error for a presentation type that objects of type typeName do not have.
func (s *Spec) UnknownCode(typeName string) *Error {
	return valueError("Unknown format code " + quoteCode(s.Type) + " for object of type '" + typeName + "'")
}

// Size bounds the number of characters that padding and precision alone can produce, so that the caller can
// charge for them before formatting.
func (s *Spec) Size() int { return max(s.Width, s.Precision, 0) }
