package numfmt

// defaultPrecision is that of e, f, g and percent.
const defaultPrecision = 6

// AppendFloat appends format(f, s) for a float, or for an int with a float type.
func (s *Spec) AppendFloat(dst []byte, f float64, typeName string) ([]byte, *Error) {
	switch s.Type {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%':
	default:
		return dst, s.UnknownCode(typeName)
	}
	if s.Precision > maxPrecision {
		return dst, valueError("precision too big")
	}
	var buf [64]byte
	n := splitNumber(s.appendDigits(buf[:0], f, AddDotZero))
	return s.appendNumber(dst, &n), nil
}

// appendDigits appends f as the type and precision of s want it, without layout. With no type given, untyped is the flag
// for whole numbers: floats show ".0", the parts of a complex do not.
func (s *Spec) appendDigits(dst []byte, f float64, untyped DoubleFlags) []byte {
	format, precision, flags := byte(s.Type), s.Precision, DoubleFlags(0)
	percent := false
	switch s.Type {
	case 0:
		flags = untyped
		format = 'r'
		if precision >= 0 {
			format = 'g'
		}
	case 'n':
		format = 'g'
	case '%':
		format = 'f'
		f *= 100
		percent = true
	}
	if precision < 0 {
		precision = defaultPrecision
	}
	if s.Alternate {
		flags |= Alternate
	}
	if s.Coerce {
		flags |= NoNegZero
	}
	dst = AppendDouble(dst, f, format, precision, flags)
	if percent {
		dst = append(dst, '%')
	}
	return dst
}
