package numfmt

// MalformedComplex is the error for text that is no complex number but has its underscores in order.
var MalformedComplex = valueError("complex() arg is a malformed string")

// ParseComplex is complex(s); s is as for ParseFloat. The error is MalformedComplex, or Invalid for misplaced underscores,
// whose message quotes the argument: could not convert string to complex: '1__0'.
func ParseComplex(s string) (re, im float64, err *Error) {
	s, ok := cutUnderscores(s)
	if !ok {
		return 0, 0, Invalid
	}
	s = trimSpace(s)
	if len(s) > 0 && s[0] == '(' {
		if s[len(s)-1] != ')' {
			return 0, 0, MalformedComplex
		}
		s = trimSpace(s[1 : len(s)-1])
	}
	n := scanFloat(s)
	first := 0.0
	if n > 0 {
		first = floatValue(s[:n])
		switch {
		case n == len(s):
			return first, 0, nil
		case isImaginaryUnit(s[n:]):
			return 0, first, nil
		case s[n] != '+' && s[n] != '-':
			return 0, 0, MalformedComplex
		}
		s = s[n:]
	}
	im, ok = imaginary(s)
	if !ok {
		return 0, 0, MalformedComplex
	}
	return first, im, nil
}

func isImaginaryUnit(s string) bool { return len(s) == 1 && s[0]|0x20 == 'j' }

// imaginary parses [+-][number]j.
func imaginary(s string) (float64, bool) {
	n := scanFloat(s)
	value := 1.0
	if n > 0 {
		value = floatValue(s[:n])
	} else if len(s) > 0 && (s[0] == '+' || s[0] == '-') {
		n = 1
		value = sign(s[0] == '-')
	}
	return value, isImaginaryUnit(s[n:])
}
