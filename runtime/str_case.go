package runtime

import "github.com/krait-vm/krait/runtime/unicodedb"

// The methods that ask for properties of characters or change their case.

// unicode returns the character tables of the interpreter's version.
func (t *Thread) unicode() *unicodedb.Tables { return unicodedb.For(t.interp.Version.Minor) }

// asciiCase is the difference between the cases of an ASCII letter.
const asciiCase = 'a' - 'A'

func isLowerASCII(c byte) bool { return c-'a' < 26 }
func isUpperASCII(c byte) bool { return c-'A' < 26 }
func isAlphaASCII(c byte) bool { return c|asciiCase-'a' < 26 }
func isDigitASCII(c byte) bool { return c-'0' < 10 }

// mapASCII makes a str of the same length through a function of bytes.
func (s *Str) mapASCII(t *Thread, f func(dst []byte, src string)) (Value, *Exception) {
	if len(s.s) == 0 {
		return emptyStr.Value(), nil
	}
	if exc := reserveText(t, len(s.s)); exc != nil {
		return Null, exc
	}
	x, units := allocStr(t, len(s.s), flagASCII)
	f(units, s.s)
	return x.Value(), nil
}

func lowerASCII(dst []byte, src string) {
	for i := 0; i < len(src); i++ {
		c := src[i]
		if isUpperASCII(c) {
			c += asciiCase
		}
		dst[i] = c
	}
}

func upperASCII(dst []byte, src string) {
	for i := 0; i < len(src); i++ {
		c := src[i]
		if isLowerASCII(c) {
			c -= asciiCase
		}
		dst[i] = c
	}
}

func swapCaseASCII(dst []byte, src string) {
	for i := 0; i < len(src); i++ {
		c := src[i]
		if isAlphaASCII(c) {
			c ^= asciiCase
		}
		dst[i] = c
	}
}

func capitalizeASCII(dst []byte, src string) {
	lowerASCII(dst, src)
	if len(dst) > 0 && isLowerASCII(dst[0]) {
		dst[0] -= asciiCase
	}
}

func titleASCII(dst []byte, src string) {
	inWord := false
	for i := 0; i < len(src); i++ {
		c := src[i]
		switch {
		case isLowerASCII(c):
			if !inWord {
				c -= asciiCase
			}
			inWord = true
		case isUpperASCII(c):
			if inWord {
				c += asciiCase
			}
			inWord = true
		default:
			inWord = false
		}
		dst[i] = c
	}
}

func strLower(t *Thread, self Value) (Value, *Exception) {
	s := (*Str)(self.p)
	if s.IsASCII() {
		return s.mapASCII(t, lowerASCII)
	}
	var b strBuilder
	b.start(t)
	b.lowerRange(s, 0)
	return b.value()
}

// lowerRange appends the lower-case form of s from index i on.
func (b *strBuilder) lowerRange(s *Str, i int) {
	u := b.t.unicode()
	var room [4]rune
	for n := s.Len(); i < n; i++ {
		b.lowerAt(s, i, u.Lower, room[:0])
	}
}

// lowerAt appends the lower-case form of the character at i; a capital sigma at the end of a word becomes a final one.
func (b *strBuilder) lowerAt(s *Str, i int, lower func(rune, []rune) []rune, room []rune) {
	r := s.At(i)
	if r == 0x3a3 {
		if s.finalSigma(b.t, i) {
			b.rune(0x3c2)
		} else {
			b.rune(0x3c3)
		}
		return
	}
	if r < 0x80 {
		if isUpperASCII(byte(r)) {
			r += asciiCase
		}
		b.byte(byte(r))
		return
	}
	b.runes(lower(r, room))
}

func (b *strBuilder) runes(rs []rune) {
	for _, r := range rs {
		b.rune(r)
	}
}

// finalSigma reports whether the sigma at i follows a cased letter and none follows it.
func (s *Str) finalSigma(t *Thread, i int) bool {
	u := t.unicode()
	j := i - 1
	for j >= 0 && u.IsCaseIgnorable(s.At(j)) {
		j--
	}
	if j < 0 || !u.IsCased(s.At(j)) {
		return false
	}
	n := s.Len()
	for j = i + 1; j < n && u.IsCaseIgnorable(s.At(j)); j++ {
	}
	return j == n || !u.IsCased(s.At(j))
}

func strUpper(t *Thread, self Value) (Value, *Exception) {
	s := (*Str)(self.p)
	if s.IsASCII() {
		return s.mapASCII(t, upperASCII)
	}
	return s.mapRunes(t, t.unicode().Upper)
}

func strCasefold(t *Thread, self Value) (Value, *Exception) {
	s := (*Str)(self.p)
	if s.IsASCII() {
		return s.mapASCII(t, lowerASCII)
	}
	return s.mapRunes(t, t.unicode().Fold)
}

func (s *Str) mapRunes(t *Thread, f func(rune, []rune) []rune) (Value, *Exception) {
	var b strBuilder
	var room [4]rune
	b.start(t)
	b.expect(s.Len())
	for i, n := 0, s.Len(); i < n; i++ {
		b.runes(f(s.At(i), room[:0]))
	}
	return b.value()
}

func strSwapCase(t *Thread, self Value) (Value, *Exception) {
	s := (*Str)(self.p)
	if s.IsASCII() {
		return s.mapASCII(t, swapCaseASCII)
	}
	var b strBuilder
	var room [4]rune
	u := t.unicode()
	b.start(t)
	for i, n := 0, s.Len(); i < n; i++ {
		switch r := s.At(i); {
		case u.IsUpper(r):
			b.lowerAt(s, i, u.Lower, room[:0])
		case u.IsLower(r):
			b.runes(u.Upper(r, room[:0]))
		default:
			b.rune(r)
		}
	}
	return b.value()
}

func strCapitalize(t *Thread, self Value) (Value, *Exception) {
	s := (*Str)(self.p)
	if s.IsASCII() {
		return s.mapASCII(t, capitalizeASCII)
	}
	var b strBuilder
	var room [4]rune
	b.start(t)
	b.runes(t.unicode().Title(s.At(0), room[:0]))
	b.lowerRange(s, 1)
	return b.value()
}

func strTitle(t *Thread, self Value) (Value, *Exception) {
	s := (*Str)(self.p)
	if s.IsASCII() {
		return s.mapASCII(t, titleASCII)
	}
	var b strBuilder
	var room [4]rune
	u := t.unicode()
	b.start(t)
	inWord := false
	for i, n := 0, s.Len(); i < n; i++ {
		r := s.At(i)
		if inWord {
			b.lowerAt(s, i, u.Lower, room[:0])
		} else {
			b.runes(u.Title(r, room[:0]))
		}
		inWord = u.IsCased(r)
	}
	return b.value()
}

func strIsLower(t *Thread, self Value) (Value, *Exception) {
	s := (*Str)(self.p)
	u := t.unicode()
	cased := false
	for i, n := 0, s.Len(); i < n; i++ {
		r := s.At(i)
		if u.IsUpper(r) || u.IsTitle(r) {
			return False, nil
		}
		cased = cased || u.IsLower(r)
	}
	return Bool(cased), nil
}

func strIsUpper(t *Thread, self Value) (Value, *Exception) {
	s := (*Str)(self.p)
	u := t.unicode()
	cased := false
	for i, n := 0, s.Len(); i < n; i++ {
		r := s.At(i)
		if u.IsLower(r) || u.IsTitle(r) {
			return False, nil
		}
		cased = cased || u.IsUpper(r)
	}
	return Bool(cased), nil
}

func strIsTitle(t *Thread, self Value) (Value, *Exception) {
	s := (*Str)(self.p)
	u := t.unicode()
	cased, inWord := false, false
	for i, n := 0, s.Len(); i < n; i++ {
		switch r := s.At(i); {
		case u.IsUpper(r) || u.IsTitle(r):
			if inWord {
				return False, nil
			}
			inWord, cased = true, true
		case u.IsLower(r):
			if !inWord {
				return False, nil
			}
			cased = true
		default:
			inWord = false
		}
	}
	return Bool(cased), nil
}

// all reports whether s is not empty and f holds for all of its characters.
func (s *Str) all(f func(r rune) bool) (Value, *Exception) {
	n := s.Len()
	for i := 0; i < n; i++ {
		if !f(s.At(i)) {
			return False, nil
		}
	}
	return Bool(n > 0), nil
}

// allBytes is all for ASCII text.
func allBytes(s string, f func(c byte) bool) bool {
	for i := 0; i < len(s); i++ {
		if !f(s[i]) {
			return false
		}
	}
	return len(s) > 0
}

func isAlnumASCII(c byte) bool { return isAlphaASCII(c) || isDigitASCII(c) }

func strIsSpace(t *Thread, self Value) (Value, *Exception) {
	if s := (*Str)(self.p); s.IsASCII() {
		return Bool(allBytes(s.s, isASCIISpace)), nil
	}
	return (*Str)(self.p).all(t.unicode().IsSpace)
}

func strIsDecimal(t *Thread, self Value) (Value, *Exception) {
	if s := (*Str)(self.p); s.IsASCII() {
		return Bool(allBytes(s.s, isDigitASCII)), nil
	}
	return (*Str)(self.p).all(t.unicode().IsDecimal)
}

func strIsDigit(t *Thread, self Value) (Value, *Exception) {
	if s := (*Str)(self.p); s.IsASCII() {
		return Bool(allBytes(s.s, isDigitASCII)), nil
	}
	return (*Str)(self.p).all(t.unicode().IsDigit)
}

func strIsNumeric(t *Thread, self Value) (Value, *Exception) {
	if s := (*Str)(self.p); s.IsASCII() {
		return Bool(allBytes(s.s, isDigitASCII)), nil
	}
	return (*Str)(self.p).all(t.unicode().IsNumeric)
}

func strIsAlpha(t *Thread, self Value) (Value, *Exception) {
	if s := (*Str)(self.p); s.IsASCII() {
		return Bool(allBytes(s.s, isAlphaASCII)), nil
	}
	return (*Str)(self.p).all(t.unicode().IsAlpha)
}

func strIsAlnum(t *Thread, self Value) (Value, *Exception) {
	if s := (*Str)(self.p); s.IsASCII() {
		return Bool(allBytes(s.s, isAlnumASCII)), nil
	}
	return (*Str)(self.p).all(t.unicode().IsAlnum)
}

func strIsPrintable(t *Thread, self Value) (Value, *Exception) {
	s := (*Str)(self.p)
	u := t.unicode()
	for i, n := 0, s.Len(); i < n; i++ {
		if !u.IsPrintable(s.At(i)) {
			return False, nil
		}
	}
	return True, nil
}

func strIsIdentifier(t *Thread, self Value) (Value, *Exception) {
	return Bool(isIdentifier(t, (*Str)(self.p))), nil
}

// isIdentifier reports whether s is a valid identifier.
func isIdentifier(t *Thread, s *Str) bool {
	n := s.Len()
	if n == 0 {
		return false
	}
	if s.IsASCII() {
		if isDigitASCII(s.s[0]) {
			return false
		}
		return allBytes(s.s, func(c byte) bool { return isAlnumASCII(c) || c == '_' })
	}
	u := t.unicode()
	if r := s.At(0); r != '_' && !u.IsIDStart(r) {
		return false
	}
	for i := 1; i < n; i++ {
		if !u.IsIDContinue(s.At(i)) {
			return false
		}
	}
	return true
}
