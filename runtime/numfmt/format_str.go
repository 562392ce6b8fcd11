package numfmt

// LayoutString says how format(value, s) of a str of n characters is built: left fill characters, the first keep characters
// of the value, right fill characters. The fill is s.Fill.
func (s *Spec) LayoutString(n int, typeName string) (keep, left, right int, err *Error) {
	if s.Type != 's' {
		return 0, 0, 0, s.UnknownCode(typeName)
	}
	switch {
	case s.Sign == ' ':
		err = valueError("Space not allowed in string format specifier")
	case s.Sign != 0:
		err = valueError("Sign not allowed in string format specifier")
	case s.Coerce:
		err = valueError("Negative zero coercion (z) not allowed in string format specifier")
	case s.Alternate:
		err = valueError("Alternate form (#) not allowed in string format specifier")
	case s.Align == '=':
		err = valueError("'=' alignment not allowed in string format specifier")
	}
	if err != nil {
		return 0, 0, 0, err
	}
	keep = n
	if s.Precision >= 0 {
		keep = min(n, s.Precision)
	}
	left, right = s.pad(keep)
	return keep, left, right, nil
}
