package runtime

import "unicode"

// goTables answers questions about characters by Go's tables.
type goTables struct{}

func (t *Thread) unicode() goTables { return goTables{} }

func (goTables) IsSpace(r rune) bool {
	switch {
	case r < 256:
		return r <= ' ' && asciiSpace>>uint(r)&1 != 0 || r == 0x85 || r == 0xa0
	case r < 0x2000:
		return r == 0x1680
	}
	return r <= 0x200a || r == 0x2028 || r == 0x2029 || r == 0x202f || r == 0x205f || r == 0x3000
}

func (goTables) IsAlpha(r rune) bool     { return unicode.IsLetter(r) }
func (goTables) IsDecimal(r rune) bool   { return unicode.Is(unicode.Nd, r) }
func (goTables) IsDigit(r rune) bool     { return unicode.Is(unicode.Nd, r) }
func (goTables) IsNumeric(r rune) bool   { return unicode.IsNumber(r) }
func (goTables) IsLower(r rune) bool     { return unicode.IsLower(r) }
func (goTables) IsUpper(r rune) bool     { return unicode.IsUpper(r) }
func (goTables) IsTitle(r rune) bool     { return unicode.IsTitle(r) }
func (goTables) IsPrintable(r rune) bool { return unicode.IsPrint(r) }
func (goTables) IsXIDStart(r rune) bool  { return unicode.IsLetter(r) || r == '_' }
func (goTables) IsXIDContinue(r rune) bool {
	return unicode.IsLetter(r) || r == '_' || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}
func (goTables) IsCased(r rune) bool {
	return unicode.IsLower(r) || unicode.IsUpper(r) || unicode.IsTitle(r)
}
func (goTables) IsCaseIgnorable(r rune) bool { return unicode.Is(unicode.Mn, r) }
func (goTables) Lower(r rune, dst []rune) []rune {
	return append(dst, unicode.ToLower(r))
}
func (goTables) Upper(r rune, dst []rune) []rune {
	if r == 0xdf {
		return append(dst, 'S', 'S')
	}
	return append(dst, unicode.ToUpper(r))
}
func (goTables) Title(r rune, dst []rune) []rune { return append(dst, unicode.ToTitle(r)) }
func (goTables) Fold(r rune, dst []rune) []rune {
	if r == 0xdf {
		return append(dst, 's', 's')
	}
	return append(dst, unicode.ToLower(r))
}
func (goTables) DecimalValue(r rune) (int, bool) { return 0, false }
