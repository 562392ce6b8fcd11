package unicodedb

// A caseSpecial holds the full mappings of a character for which a difference does not tell them all: longer ones, and
// case foldings of their own. They stand one after the other in caseCodes.
type caseSpecial struct {
	code    uint16
	offset  uint16
	lengths [4]uint8 // lower, upper, title, fold
}

// The mappings, as indices of caseSpecial.lengths.
const (
	mapLower = iota
	mapUpper
	mapTitle
	mapFold
)

// findSpecial returns the special mappings of r, which has some.
func findSpecial(r rune) *caseSpecial {
	lo, hi := 0, len(caseSpecials)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if rune(caseSpecials[mid].code) < r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return &caseSpecials[lo]
}

// appendSpecial appends a full mapping of r.
func appendSpecial(dst []rune, r rune, mapping int) []rune {
	s := findSpecial(r)
	at := int(s.offset)
	for _, n := range s.lengths[:mapping] {
		at += int(n)
	}
	for _, c := range caseCodes[at : at+int(s.lengths[mapping])] {
		dst = append(dst, rune(c))
	}
	return dst
}

// ToLower is the simple lower-case mapping, a single character: where the full mapping is longer, its first.
func (t *Tables) ToLower(r rune) rune {
	if uint32(r) < 0x80 {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return r + t.record(r).lower
}

// ToUpper is the simple upper-case mapping, a single character.
func (t *Tables) ToUpper(r rune) rune {
	if uint32(r) < 0x80 {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	return r + t.record(r).upper
}

// ToTitle is the simple title-case mapping, a single character.
func (t *Tables) ToTitle(r rune) rune {
	if uint32(r) < 0x80 {
		return t.ToUpper(r)
	}
	return r + t.record(r).title
}

// Lower appends the full lower-case mapping of r. A capital sigma gives the non-final small one: whether it ends a word is for
// the caller to find out.
func (t *Tables) Lower(r rune, dst []rune) []rune {
	if uint32(r) < 0x80 {
		return append(dst, t.ToLower(r))
	}
	rec := t.record(r)
	if rec.flags&flagSpecial != 0 {
		return appendSpecial(dst, r, mapLower)
	}
	return append(dst, r+rec.lower)
}

// Upper appends the full upper-case mapping of r.
func (t *Tables) Upper(r rune, dst []rune) []rune {
	if uint32(r) < 0x80 {
		return append(dst, t.ToUpper(r))
	}
	rec := t.record(r)
	if rec.flags&flagSpecial != 0 {
		return appendSpecial(dst, r, mapUpper)
	}
	return append(dst, r+rec.upper)
}

// Title appends the full title-case mapping of r.
func (t *Tables) Title(r rune, dst []rune) []rune {
	if uint32(r) < 0x80 {
		return append(dst, t.ToUpper(r))
	}
	rec := t.record(r)
	if rec.flags&flagSpecial != 0 {
		return appendSpecial(dst, r, mapTitle)
	}
	return append(dst, r+rec.title)
}

// Fold appends the case folding of r, as str.casefold has it.
func (t *Tables) Fold(r rune, dst []rune) []rune {
	if uint32(r) < 0x80 {
		return append(dst, t.ToLower(r))
	}
	rec := t.record(r)
	if rec.flags&flagSpecial != 0 {
		return appendSpecial(dst, r, mapFold)
	}
	return append(dst, r+rec.lower)
}
